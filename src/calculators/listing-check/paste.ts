/** What people paste: a product page as text, attributes and SKUs as lines. */
import type { ListingParts } from './fault.ts';
import type { PICTURE_KINDS } from './options.ts';
import { columnsOf } from './table.ts';

/** A sentence is no name of an attribute. */
const SENTENCE = /[.!?。！？]|https?$/u;
/** A clock time or an address is no attribute either. */
const NO_NAME = /^\d+$|^(?:note|attention|warning|tips?|q|a|внимание|注意|提示|问|答)$/iu;

export interface Named {
  name: string;
  value: string;
}

/** A name is short, and so is what it names. */
const MOST_SIGNS = { name: 40, value: 400 };

/** `Material: PU leather`, in a name short enough to be one. Looked for by the first sign that parts them. */
function namedIn(line: string): Named | null {
  const at = line.search(/[:：=\t]/u);
  if (at === -1) return null;
  const name = line
    .slice(0, at)
    .replace(/^[\s•·*-]+/u, '')
    .trim();
  const value = line.slice(at + 1).trim();
  if (name === '' || name.length > MOST_SIGNS.name) return null;
  if (value === '' || value.length > MOST_SIGNS.value) return null;
  if (SENTENCE.test(name) || NO_NAME.test(name)) return null;
  return name.split(/\s+/).length > 5 ? null : { name, value };
}

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
  category: string;
  attributes: Named[];
  description: string;
}

/** A point of a list, not a title. */
const BULLET = /^\s*(?:[•·*▪●✔✅-]|【|\d+[.)、]\s)/u;
/** `Home > Electronics > Power bank` */
const PATH = /^[^>›»]{1,60}(?:\s*[>›»]\s*[^>›»]{1,60}){1,8}$/u;
/** The name of a site stands above what was copied from it. */
const SITE =
  /^\s*(?:aliexpress|ali ?baba|ozon|amazon|ebay|etsy|shopee|lazada|temu|walmart|tiktok ?shop|wildberries|яндекс ?маркет|淘宝网?|天猫|京东|拼多多|速卖通|1688)(?:\.[a-z.]{2,6})?\s*$/iu;
/** A price, a discount, stars: no letter at all, or a sign of money beside words as short as its code. */
const FIGURES = /^(?:\P{L}+|(?=.*[\p{Sc}★%元])(?:\P{L}|(?<!\p{L})\p{L}{1,3}(?!\p{L}))+)$/u;
/** Behind it stands how to reach the seller: no attribute, and the line is looked at as a whole. */
const CONTACT =
  /whats ?app|we ?chat|telegram|viber|skype|e-?mail|phone|телефон|почта|微信|电话|手机号|邮箱|客服|(?<!\p{L})(?:qq|tel|вк)(?!\p{L})/iu;
/** A point of a list with more words than this behind its colon is a sentence. */
const MOST_WORDS = 8;

/** Longer than any title or category path: such a line is text. */
const MOST_TITLE = 600;

/** What a line says by name: a part of the listing, an attribute, or nothing. */
function saidBy(line: string, isKnown: (name: string) => boolean) {
  const named = namedIn(line);
  if (!named || CONTACT.test(named.name)) return null;
  const [column = 'attribute'] = columnsOf([named.name]);
  const isSentence =
    BULLET.test(line) &&
    named.value.split(/\s+/).length > MOST_WORDS &&
    column === 'attribute' &&
    !isKnown(named.name);
  return isSentence ? null : { ...named, column };
}

/**
 * Names and values on lines of their own, as some shops lay them out: `Brand`, and below it `None`. A single
 * such line may be a feature; two say that the page is laid out so.
 */
function joined(lines: readonly string[], isNearly: (name: string) => boolean): string[] {
  const isName = (line = '') => isNearly(line.trim()) && !BULLET.test(line);
  const isValue = (line = '') =>
    line.trim() !== '' && line.length <= 80 && !isName(line) && namedIn(line) === null;
  const heads = lines.flatMap((line, i) => (isName(line) && isValue(lines[i + 1]) ? [i] : []));
  if (heads.length < 2) return [...lines];
  const values = new Set(heads.map((i) => i + 1));
  return lines.flatMap((line, i) =>
    values.has(i)
      ? []
      : [values.has(i + 1) ? `${line.trim()}: ${(lines[i + 1] ?? '').trim()}` : line],
  );
}

const isLoneTitle = (line: string): boolean => columnsOf([line.trim()])[0] === 'title';

/** The line that is the title: the one that says so, or below a word that does, else the first that can be one. */
function titleAt(lines: readonly string[], isKnown: (name: string) => boolean): number {
  const named = lines.findIndex((line) => saidBy(line, isKnown)?.column === 'title');
  if (named !== -1) return named;
  const label = lines.findIndex(isLoneTitle);
  const below = lines.findIndex((line, i) => label !== -1 && i > label && line.trim() !== '');
  if (below !== -1 && !namedIn(lines[below] ?? '')) return below;
  const isOther = (line: string) => {
    const said = saidBy(line, isKnown);
    return said !== null && (said.column !== 'attribute' || isKnown(said.name));
  };
  const first = lines.findIndex((line) => line.trim() !== '');
  const found = lines.findIndex(
    (line, i) =>
      line.trim() !== '' &&
      // A line with a colon may be a title where it comes first, and only there.
      (i === first ? !isOther(line) : saidBy(line, isKnown) === null) &&
      line.length <= MOST_TITLE &&
      ![BULLET, PATH, SITE, FIGURES].some((other) => other.test(line)),
  );
  return found === -1 ? first : found;
}

interface Known {
  /** Exactly how an attribute is called that the check knows. */
  isKnown: (name: string) => boolean;
  /** The same with a word or a unit behind it: `Материал верха`, `Weight (g)`. */
  isNearly: (name: string) => boolean;
}

function knownNames(parts: Pick<ListingParts, 'properties'> | undefined): Known {
  const names = (parts?.properties ?? []).flatMap((property) => property.names);
  const asks = (ending: string) => {
    const regex = new RegExp(
      names.length === 0 ? '(?!)' : `^(?:${names.join('|')})${ending}$`,
      'u',
    );
    return (name: string) =>
      name.length <= MOST_SIGNS.name && regex.test(name.normalize('NFKC').toLowerCase());
  };
  return { isKnown: asks(''), isNearly: asks('(?: \\p{L}+)?(?:\\s?[(（][^()（）]*[)）])?') };
}

/**
 * A whole product page as text: a title, lines that name an attribute, a category or a description, and the
 * rest, which is description. Nothing is thrown away: what fits nowhere is description.
 *
 * @param parts whose properties tell names of attributes that stand on a line of their own.
 */
export function readPage(text: string, parts?: Pick<ListingParts, 'properties'>): Page {
  const { isKnown, isNearly } = knownNames(parts);
  const lines = joined(linesOf(text), isNearly);
  const at = titleAt(lines, isKnown);
  const attributes: Named[] = [];
  const rest: string[] = [];
  let category = '';
  let title: string | null = null;
  lines.forEach((line, i) => {
    const said = i === at ? titled(line) : saidBy(line, isKnown);
    if (said?.column === 'title' && title === null) title = said.value;
    else if (i === at) title ??= line.trim();
    else if (said?.column === 'category') category = said.value;
    else if (said?.column === 'description') rest.push(said.value);
    else if (said) attributes.push({ name: said.name, value: said.value });
    else if (category === '' && line.length <= MOST_TITLE && PATH.test(line))
      category = line.trim();
    else if (!isLoneTitle(line) || i > at) rest.push(line);
  });
  return { title: title ?? '', category, attributes, description: rest.join('\n').trim() };
}

/** `Title: Oak lamp` as the title it names. */
function titled(line: string) {
  const named = namedIn(line);
  return named && isLoneTitle(named.name) ? { ...named, column: 'title' as const } : null;
}
