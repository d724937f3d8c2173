import { onceFor } from '../shared/once-for.ts';
import { betweenWords, closed, CUT } from './cuts.ts';
import { bothGrams, canStand, gateOf, gramsIn } from '../shared/grams.ts';
import { among, amongFew, hasFew } from './letters.ts';

/**
 * A text as it is searched: compatibility forms folded, capitals and signs without width gone, and
 * for every character the place in the text as it was typed. One pass, so a long text costs its length.
 */
export interface Folded {
  raw: string;
  folded: string;
  /**
   * For every UTF-16 unit of `folded` the index in `raw` it came from; one more for the end. Null where
   * each stands where it stood.
   */
  at: readonly number[] | null;
  /** What stands in it at all: a pattern that needs another script is not searched for. */
  has: { han: boolean; cyrillic: boolean; digit: boolean };
  /** Whether its letters are those nearly all texts are written with. */
  few: boolean;
  /** Its signs and pairs of signs; made where the first pattern is looked for. */
  grams: () => Uint8Array;
}

const HAN = /\p{Script=Han}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const DIGIT = /\d/;

/** Signs that show nothing and change how the rest is shown. */
const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** How a sign is searched, empty where it shows nothing; the signs of most texts are asked for again and again. */
function plainOf(sign: string): string {
  let plain = plainSigns.get(sign);
  if (plain === undefined) {
    plain = INVISIBLE.test(sign) ? '' : sign.normalize('NFKC').toLowerCase();
    if (plainSigns.size < MOST_SIGNS) plainSigns.set(sign, plain);
  }
  return plain;
}
const plainSigns = new Map<string, string>();
/** More than three languages write with. */
const MOST_SIGNS = 10_000;

/** Signs that are searched as they were typed but for their capitals, and each by itself. */
const AS_TYPED = /^[\t\n\r -~ЁёА-я\u4e00-\u9fff]*$/;

/** `[[64 GB or 32 GB]]`: what only the seller knows, left open by a repaired text. */
const GAP = /\[\[[^[\]\n]{1,200}\]\]/gu;
export const hasGap = (text: string): boolean => text.includes('[[') && text.search(GAP) !== -1;
export const gapsIn = (text: string): Span[] =>
  text.includes('[[')
    ? [...text.matchAll(GAP)].map(({ index, 0: gap }) => ({
        start: index,
        end: index + gap.length,
      }))
    : [];
/** What is still open says nothing yet; everything else stays in its place. */
const withoutGaps = (raw: string): string =>
  raw.includes('[[') ? raw.replace(GAP, (gap) => ' '.repeat(gap.length)) : raw;

/** Sign by sign, for a text in which some are shown as others or as nothing. */
function foldSigns(raw: string): Pick<Folded, 'folded' | 'at'> {
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const sign of raw) {
    const plain = plainOf(sign);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) at.push(index);
    index += sign.length;
  }
  at.push(raw.length);
  return { folded, at };
}

export function fold(raw: string): Folded {
  const said = withoutGaps(raw);
  const { folded, at } = AS_TYPED.test(said)
    ? { folded: said.toLowerCase(), at: null }
    : foldSigns(said);
  const has = {
    han: HAN.test(folded),
    cyrillic: CYRILLIC.test(folded),
    digit: DIGIT.test(folded),
  };
  let grams: Uint8Array | null = null;
  return { raw, folded, at, has, few: hasFew(folded), grams: () => (grams ??= gramsIn(folded)) };
}

/** Texts this short stand in many rows of a file: values of attributes, names of SKUs. */
const SHORT = 80;
const MOST_KEPT = 2000;
const kept = new Map<string, Folded>();

/** As {@link fold}; the same short text is folded once, and what was found out about it stays with it. */
export function foldOnce(raw: string): Folded {
  if (raw.length > SHORT) return fold(raw);
  let text = kept.get(raw);
  if (!text) {
    if (kept.size >= MOST_KEPT) kept.clear();
    text = fold(raw);
    kept.set(raw, text);
  }
  return text;
}

/** A stretch of a text as it was typed, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** The stretch of the typed text behind a stretch of the folded one. */
export function spanOf({ at, raw }: Folded, start: number, end: number): Span {
  if (at === null) return { start, end };
  const last = at[end - 1] ?? 0;
  const width = (raw.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return { start: at[start] ?? raw.length, end: end > start ? last + width : (at[end] ?? 0) };
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What may not stand right before a pattern, and what not right behind it. */
function bordersOf(source: string): { before: string; after: string } {
  const edge = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  const free = HAN.test(source);
  const last = source.at(-1);
  return {
    before: !free && (edge(source[0]) || source.startsWith('(')) ? '(?<![\\p{L}\\p{N}])' : '',
    after:
      !free && (edge(last) || /[)?*]$|\[[^\]]*[\p{L}\p{N}][^\]]*\]$|\{\d+,?\d*\}$/u.test(source))
        ? '(?![\\p{L}\\p{N}])'
        : '',
  };
}

/**
 * A pattern of the data: words as they are, or a regular expression of words. Where it begins or
 * ends with a letter or a digit it does so at the border of a word; Chinese has none.
 */
export function pattern(source: string): string {
  const { before, after } = bordersOf(source);
  return `${before}(?:${source})${after}`;
}

/** Several patterns as one, in their order. Neighbours with the same borders share them: each border has thousands of letters to be compiled. */
function unionOf(sources: readonly string[]): string {
  const groups: { before: string; after: string; inner: string[] }[] = [];
  for (const source of sources) {
    const { before, after } = bordersOf(source);
    const last = groups.at(-1);
    if (last?.before === before && last.after === after) last.inner.push(source);
    else groups.push({ before, after, inner: [source] });
  }
  return groups
    .map(({ before, after, inner }) => `${before}(?:${inner.join('|')})${after}`)
    .join('|');
}

/** What a group of a match holds; empty where it took no part. */
export const held = (match: RegExpMatchArray, group: number): string => match[group] ?? '';

/** Patterns of several languages, searched as one; null where none of them can stand in a text. */
export interface Search {
  in: (text: Searched) => RegExp | null;
  /** The same without making a pattern. */
  mayStandIn: (text: Searched) => boolean;
}

/** What is asked of a text before a pattern is looked for in it. */
export type Searched = Pick<Folded, 'grams' | 'few'>;

/** Several texts as one that is searched: what cannot stand in it stands in none of them. */
export function together(texts: readonly Searched[]): Searched {
  let grams: Uint8Array | null = null;
  return {
    few: texts.every(({ few }) => few),
    grams: () => (grams ??= bothGrams(texts.map((text) => text.grams()))),
  };
}

/** Kinds of texts a search is kept ready for; a text of another kind is searched for everything. */
const MOST_KINDS = 200;

/**
 * Several patterns as one, made for each text of those that can stand in it by its signs: mostly none, then
 * the text is not looked through at all, else one or two of sixty.
 */
export function search(sources: readonly string[]): Search {
  const needs = sources.map((source) => gateOf([source]));
  const made = new Map<string, RegExp>();
  const makeOf = (some: readonly string[], few: boolean) =>
    new RegExp(few ? amongFew(unionOf(some)) : unionOf(some), 'gu');
  let all: RegExp | null = null;
  const canMatch = (i: number, bits: Uint8Array) => {
    const need = needs[i];
    return !need || canStand(need, bits);
  };
  return {
    mayStandIn: ({ grams }) => {
      const bits = grams();
      return sources.some((_, i) => canMatch(i, bits));
    },
    in: ({ grams, few }) => {
      const bits = grams();
      let kind = '';
      for (let i = 0; i < sources.length; i += 1) if (canMatch(i, bits)) kind += `${i} `;
      if (kind === '') return null;
      const key = few ? kind : `${kind}*`;
      let regex = made.get(key);
      if (regex) return regex;
      if (made.size >= MOST_KINDS) return (all ??= makeOf(sources, false));
      regex = makeOf(
        kind
          .split(' ', sources.length)
          .flatMap((i) => (i === '' ? [] : (sources[Number(i)] ?? []))),
        few,
      );
      made.set(key, regex);
      return regex;
    },
  };
}

const expressions = new Map<string, RegExp>();

/** A regular expression of the data as it is, made once. */
export function expression(source: string): RegExp {
  let made = expressions.get(source);
  if (!made) {
    made = new RegExp(source, 'gu');
    expressions.set(source, made);
  }
  return made;
}

/** A list of the data as one search, made once. */
export const patterns = onceFor(search);

export interface Word extends Span {
  word: string;
  /** The word without the endings of number and case, so that `case` and `cases` are one. */
  stem: string;
}

/** Endings of English and Russian, the longest first. A word keeps three letters at least. */
const ENDINGS =
  /(?<=^.{3,})(?:ами|ями|ого|его|ому|ему|ыми|ими|ом|ем|ей|ью|ые|ие|ый|ий|ой|ая|яя|ое|ее|ую|юю|ов|ев|ам|ям|ах|ях|ы|и|а|я|о|е|у|ю|ь|(?<=ch|sh|ss|x|z)es|(?<![su])s)$/u;

const stemOf = (word: string): string =>
  word
    .replace(/[’']s$/u, '')
    .replace(/ies$/u, 'y')
    .replace(ENDINGS, '')
    // чехол, чехлы; носок, носки
    .replace(/(?<=^[а-яё]{2,}[бвгджзклмнпрстфхцчшщ])[оеё](?=[кц]$)|(?<=^чех)о(?=л$)/u, '');

/** The words of a text in their order, with their places in the text as typed; looked for once. */
export const wordsOf: (text: Folded) => readonly Word[] = onceFor(wordsIn);

/** Whether a word of this stem may stand in a text at all: an ending changes two letters at most. */
export const mayHold = ({ folded }: Folded, stem: string): boolean =>
  folded.includes(stem.slice(0, Math.max(2, stem.length - 2)));

const WORD = /[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*/gu;

function wordsIn(text: Folded): Word[] {
  const found: Word[] = [];
  for (const match of text.folded.matchAll(among(WORD, text.few))) {
    const [word] = match;
    found.push({
      word,
      stem: stemOf(word),
      ...spanOf(text, match.index, match.index + word.length),
    });
  }
  return found;
}

/** How far to either side of a stretch its line is looked for. */
const REACH = 500;

export function lineAround(raw: string, { start, end }: Span): Span {
  const from = Math.max(0, start - REACH);
  const before = raw.slice(from, start).lastIndexOf('\n');
  const behind = raw.slice(end, end + REACH).indexOf('\n');
  return {
    start: before === -1 ? betweenWords(raw, from, start) : from + before + 1,
    end: behind === -1 ? betweenWords(raw, Math.min(raw.length, end + REACH), end) : end + behind,
  };
}

/** What stands instead of a stretch. */
export interface Edit extends Span {
  by: string;
}

/** Spaces, commas and empty brackets that are left over go. */
const tidied = (text: string): string =>
  text
    .replace(/\(\s*\)|（\s*）|【\s*】|\[\s*\]/gu, '')
    .replace(/([,;，；、|/])(?:\s*[,;，；、|/])+/gu, '$1')
    .replace(/\s+([,;，；、.!?。！？)）】])/gu, '$1')
    .replace(/([(（【])\s+/gu, '$1')
    .replace(/([!?！？])[.。](?![.。])/gu, '$1')
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/^[\s,;，；、|/!-]+|[\s,;，；、|/-]+$/gu, '');

/** The beginning of a text, as it can stand by itself. */
export const cutOff = (text: string): string => tidied(closed(text + CUT));

/** Behind a full stop a sentence begins. */
const beginning = (before: string, by: string): string =>
  /[.!?]\s+$/u.test(before.slice(-LAST))
    ? by.replace(/^\p{Ll}/u, (sign) => sign.toUpperCase())
    : by;
/** Enough of a text to tell how it ends. */
const LAST = 8;

/**
 * The line around a stretch, with everything in it replaced that has to be.
 *
 * @param edits in their order; of those that overlap the first is made.
 * @param from where among them the search may begin.
 */
export function rewritten(raw: string, at: Span, edits: readonly Edit[], from = 0): string {
  const line = lineAround(raw, at);
  let first = from;
  while (first > 0 && (edits[first - 1]?.start ?? 0) >= line.start) first -= 1;
  let text = '';
  let reached = line.start;
  for (let i = first; i < edits.length; i += 1) {
    const edit = edits[i];
    if (!edit || edit.end > line.end) break;
    if (edit.start < reached) continue;
    const before = raw.slice(reached, edit.start);
    text += before + (edit.by === '' ? CUT : beginning(text + before, edit.by));
    reached = edit.end;
  }
  return tidied(closed(text + raw.slice(reached, line.end)));
}

/** The line with the stretch replaced. */
export const repaired = (raw: string, span: Span, by: string): string =>
  rewritten(raw, span, [{ ...span, by }]);

/** Enough of a text to tell its language by. */
const BEGINNING = 2000;

/** The language a text is written in, by its letters; null where it has none. */
export function languageIn(text: string): 'en' | 'ru' | 'zh' | null {
  const beginning = text.slice(0, BEGINNING);
  const count = (letters: RegExp) => beginning.match(letters)?.length ?? 0;
  const all = [
    ['zh', 2 * count(/\p{Script=Han}/gu)],
    ['ru', count(/\p{Script=Cyrillic}/gu)],
    ['en', count(/\p{Script=Latin}/gu)],
  ] as const;
  // Russian and Chinese titles hold Latin models and units; hardly the other way round.
  const [zh, ru, en] = all.map(([, letters]) => letters) as [number, number, number];
  if (zh > 0 && 2 * zh >= en && zh >= ru) return 'zh';
  if (ru > 0 && 2 * ru >= en) return 'ru';
  return en > 0 ? 'en' : null;
}
