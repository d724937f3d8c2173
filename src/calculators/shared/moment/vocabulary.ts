/**
 * The words that are here, in one index. A page carries those of its own languages and fetches the rest
 * when a text holds a word that none of them has; the command line has them all from the start.
 *
 * - `giveWords` hands words in; without any, figures are read and every word is missing.
 * - `whenWordsLack` hears that a text was not read for want of words. Such a text is answered with
 *   `words-missing`, never refused for the word: once the rest is given, it is read as it stands.
 */
import { Spoken, SPOKEN_KINDS } from './spoken.ts';
import { UNSPACED } from './unspaced.ts';
import type { Half } from './words/language-words.ts';

export type { Half } from './words/language-words.ts';

/** What a word for a zone can mean; two words of one meaning share its label. */
export type ZoneMeaning =
  | { kind: 'zone'; label: string; zone: string }
  | { kind: 'short'; label: string; offset: string; zone: string }
  | { kind: 'ask'; label: string; zones: readonly string[] }
  | { kind: 'unknown'; label: string };

/**
 * The kinds a word can have, one letter each, so that a row of them can be searched like a text:
 * `m` month, `w` weekday, `h` half of the day, `T` day counted from today, `Z` zone, `P` city, `Q`
 * country, `n` and, `f` filler, `x` a comparison, `s i l a q` signs of a countdown, and the units of
 * `language-words.ts`.
 */
export interface Entry {
  text: string;
  kind: string;
  value: number;
  half?: Half;
  zone?: ZoneMeaning;
  /** A word for time: the name of a place beside it is the name of its clock. */
  time?: true;
  /** Whose clock: beside a word for time, a zone nobody can look up. */
  whose?: true;
  /** A person, whose clock is meant beside a word for time; else about the person. */
  person?: true;
  /** What it does in a sentence about time that is left; see {@link Role}. */
  roles?: string;
  /** The number it is written out. */
  number?: number;
  /** A length in one word: the number, and the kind of its unit. */
  length?: readonly [number, string];
  /** The unit it is, where its kind is another one. */
  unit?: string;
}

/**
 * The roles in a sentence about time that is left, one letter each: `O` otherwise, `V` having, `I` inexact,
 * `K` working days, `A` an anchor, `B` before, `E` an event, `P` passed, `F` an end, `U` until, `H` half, `&` and a half,
 * `C` coming, `D` during: what may lead to a coming time.
 */
export type Role =
  'O' | 'V' | 'I' | 'K' | 'A' | 'B' | 'E' | 'P' | 'F' | 'U' | 'H' | '&' | 'C' | 'D';

/** What words of one meaning share, beside their kind. */
export interface Meaning {
  value?: number;
  half?: Half;
  /** `zone`, several as `zone|zone`, or a clock in one season as `offset@zone`. */
  zone?: string;
  time?: true;
  whose?: true;
  person?: true;
  roles?: string;
  number?: number;
  length?: readonly [number, string];
  unit?: string;
}

/** Words of one meaning, joined by `|`, as a page carries them. */
export type WordGroup = readonly [kind: string, texts: string, meaning?: Meaning];

/** Width, case, accents and the kinds of dashes and colons make no difference. */
export const fold = (text: string): string =>
  // Most moments are plain figures.
  ASCII.test(text) ? text.toLowerCase().replaceAll('`', "'") : foldAny(text);

const ASCII = /^[\x20-\x7e]*$/;

const foldAny = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2236', ':')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss');

const unspaced = new RegExp(`^[${UNSPACED}]`, 'u');
const firstWord = /^[\p{L}]+/u;

/** What a phrase is filed under: its first sign where words are unspaced, else its first word. */
export const keyOf = (text: string): string =>
  unspaced.test(text) ? (text[0] ?? '') : (firstWord.exec(text)?.[0] ?? text[0] ?? '');

type Words = readonly WordGroup[];

let index = new Map<string, Entry[]>();
let known = new Map<string, Entry>();
let waiting: (() => Words)[] = [];
let complete = false;
let heard: () => void = () => undefined;
let said = new Spoken();

/**
 * Hands in words, or a way to make them at the first question. What is known already stays as it is.
 *
 * @param all no word is missing any more: from here on an unknown word is refused by its name.
 */
export function giveWords(words: Words | (() => Words), all = false): void {
  waiting.push(typeof words === 'function' ? words : () => words);
  complete ||= all;
}

/** As before anything was given. For tests. */
export function forgetWords(): void {
  index = new Map();
  known = new Map();
  waiting = [];
  complete = false;
  heard = () => undefined;
  said = new Spoken();
}

/** Is told whenever a text holds a word that may stand among those that are not here. One listener. */
export function whenWordsLack(then: () => void): void {
  heard = then;
}

/** Must a text with this unknown word wait for further words? Tells the listener. */
export function lacksWords(items: readonly { unknown?: true }[]): boolean {
  if (complete || !items.some(({ unknown }) => unknown)) return false;
  heard();
  return true;
}

/** How times and weekdays are said in the languages that are here. */
export function spoken(): Spoken {
  fileGiven();
  return said;
}

function fileGiven(): void {
  for (const make of waiting.splice(0)) file(make());
}

/** The phrases that begin with a key, the longest first. */
export function phrases(key: string): readonly Entry[] {
  fileGiven();
  return index.get(key) ?? [];
}

/** What a word or a phrase is, as a whole. */
export function entryOf(text: string): Entry | undefined {
  fileGiven();
  return known.get(text);
}

/** Does a word play this part in a sentence about time that is left? */
export const plays = (role: Role, text: string): boolean =>
  entryOf(text)?.roles?.includes(role) ?? false;

function zoneOf(written: string): ZoneMeaning {
  const [offset, place] = written.split('@') as [string, string | undefined];
  if (place) return { kind: 'short', label: written, offset, zone: place };
  const zones = written.split('|');
  return zones.length > 1
    ? { kind: 'ask', label: written, zones }
    : { kind: 'zone', label: written, zone: written };
}

function file(groups: Words): void {
  const changed = new Set<Entry[]>();
  for (const group of groups) {
    const [kind, texts, { zone, ...meaning } = {}] = group;
    if (kind === 'w' || SPOKEN_KINDS.has(kind)) said.take(group);
    if (SPOKEN_KINDS.has(kind)) continue;
    const entry = { kind, value: 0, ...meaning, ...(zone ? { zone: zoneOf(zone) } : {}) };
    for (const text of texts.split('|')) {
      if (known.has(text)) continue;
      const found: Entry = { text, ...entry };
      known.set(text, found);
      const key = keyOf(text);
      let list = index.get(key);
      if (!list) index.set(key, (list = []));
      list.push(found);
      changed.add(list);
    }
  }
  for (const list of changed) list.sort((a, b) => b.text.length - a.text.length);
}
