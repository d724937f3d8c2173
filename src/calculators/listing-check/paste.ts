/** What people paste: a product page as text, attributes and SKUs as lines. */
import type { PICTURE_KINDS } from './options.ts';

/** `Material: PU leather`, in a name short enough to be one. */
const NAMED = /^[\s•·*-]*([^:：=\t\n]{1,40}?)\s*(?:[:：=]|\t)\s*(\S.{0,400}?)\s*$/u;
/** A sentence is no name of an attribute. */
const SENTENCE = /[.!?。！？]|https?$/u;
/** A clock time or an address is no attribute either. */
const NO_NAME = /^\d+$|^(?:note|attention|warning|tips?|q|a|внимание|注意|提示|问|答)$/iu;

export interface Named {
  name: string;
  value: string;
}

const namedIn = (line: string): Named | null => {
  const match = NAMED.exec(line);
  const name = match?.[1]?.trim() ?? '';
  const value = match?.[2]?.trim() ?? '';
  if (name === '' || value === '' || SENTENCE.test(name) || NO_NAME.test(name)) return null;
  return name.split(/\s+/).length > 5 ? null : { name, value };
};

const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n');

/** Attributes as lines: `Material: PU`. A line without a name has an empty one, and is not lost. */
export const attributesFrom = (text: string): Named[] =>
  linesOf(text)
    .filter((line) => line.trim() !== '')
    .map((line) => namedIn(line) ?? { name: '', value: line.trim() });

export interface SkuLine {
  name: string;
  price?: string;
  contains?: string;
}

const PRICE = /^(?=.*\d)[\p{Sc}\p{L}\s]{0,6}\d[\d\s.,]*[\p{Sc}\p{L}\s.]{0,6}$/u;

/** SKUs as lines: `Black, 128 GB | 199.00 USD | phone, cable`. Cells by tab, bar or semicolon. */
export const skusFrom = (text: string): SkuLine[] =>
  linesOf(text)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...rest] = line.split(/\t|\||;|；|｜/u).map((cell) => cell.trim());
      const at = rest.findIndex((cell) => PRICE.test(cell.normalize('NFKC')));
      const price = at === -1 ? undefined : rest[at];
      const contains = rest.filter((cell, i) => i !== at && cell !== '').join('; ');
      return {
        name,
        ...(price === undefined ? {} : { price }),
        ...(contains === '' ? {} : { contains }),
      };
    });

type Kind = (typeof PICTURE_KINDS)[number];

/** Pictures as lines: `colour: red`, `main: SALE`. The word after the kind is its colour or its text. */
export const picturesFrom = (
  text: string,
  kinds: readonly Kind[],
): ({ kind: Kind; colour?: string; text?: string } | null)[] =>
  linesOf(text)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, word = '', rest = ''] = /^\s*([a-z]+)\s*[:：]?\s*(.*)$/iu.exec(line) ?? [];
      const kind = kinds.find((one) => one === word.toLowerCase());
      if (!kind) return null;
      if (rest === '') return { kind };
      return kind === 'main' ? { kind, text: rest } : { kind, colour: rest };
    });

/** A product page as it was copied, taken apart for a person to correct. */
export interface Page {
  title: string;
  attributes: Named[];
  description: string;
}

/**
 * A whole product page as text: the first line is the title, lines with a name are attributes, the
 * rest is the description. Nothing is thrown away: what fits nowhere is description.
 */
export function readPage(text: string): Page {
  const lines = linesOf(text);
  const first = lines.findIndex((line) => line.trim() !== '');
  const attributes: Named[] = [];
  const rest: string[] = [];
  const titled = namedIn(lines[first] ?? '');
  const isTitle = (name: string) =>
    /^(?:title|product name|name|название|наименование|标题|商品名称|品名)$/iu.test(name);
  let title = titled && isTitle(titled.name) ? titled.value : (lines[first] ?? '').trim();
  for (const line of lines.slice(first + 1)) {
    const named = namedIn(line);
    if (named && isTitle(named.name)) title = named.value;
    else if (named) attributes.push(named);
    else rest.push(line);
  }
  return { title, attributes, description: rest.join('\n').trim() };
}
