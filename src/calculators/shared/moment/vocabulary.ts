/** All words of the tables in one index, built at the first question. */
import {
  AND,
  COMPARISONS,
  DAY_AND_HALF,
  FILLERS,
  HALVES,
  MONTHS,
  RELATIVE_DAYS,
  SIGNS,
  UNITS,
  WEEKDAYS,
  WHOSE,
  type Half,
} from './words.ts';
import {
  AND_HALF,
  ANCHORS,
  ANSWERING,
  HALF,
  INEXACT,
  LENGTHS,
  NUMBERS,
  OTHERWISE,
  STILL,
  WITHIN,
  WORKING,
} from './countdown-words.ts';
import { CITIES, CLOCKS, COUNTRIES, SEVERAL, SHORT, TIME_WORDS } from './zone-table.ts';

/** What a word for a zone can mean; two words of one meaning share its label. */
export type ZoneMeaning =
  | { kind: 'zone'; label: string; zone: string }
  | { kind: 'short'; label: string; offset: string; zone: string }
  | { kind: 'ask'; label: string; zones: readonly string[] }
  | { kind: 'unknown'; label: string };

/**
 * The kinds a word can have, one letter each, so that a row of them can be searched like a text:
 * `m` month, `w` weekday, `h` half of the day, `T` day counted from today, `Z` zone, `P` city, `Q`
 * country, `n` and, `f` filler, `s i l a q` signs of a countdown, and the units of `words.ts`.
 */
export interface Entry {
  text: string;
  kind: string;
  value: number;
  half?: Half;
  zone?: ZoneMeaning;
  /** A word for time: the name of a place beside it is the name of its clock. */
  time?: boolean;
  /** Whose clock: beside a word for time, a zone nobody can look up. */
  whose?: boolean;
}

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

/** Scripts that write words without spaces between them. */
export const UNSPACED = '\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}';
const unspaced = new RegExp(`^[${UNSPACED}]`, 'u');
const firstWord = /^[\p{L}]+/u;

/** What a phrase is filed under: its first sign where words are unspaced, else its first word. */
export const keyOf = (text: string): string =>
  unspaced.test(text) ? (text[0] ?? '') : (firstWord.exec(text)?.[0] ?? text[0] ?? '');

let index: Map<string, Entry[]> | undefined;

/** The phrases that begin with a key, the longest first. */
export function phrases(key: string): readonly Entry[] {
  index ??= build();
  return index.get(key) ?? [];
}

function build(): Map<string, Entry[]> {
  const seen = new Map<string, Entry>();
  const add = (names: string, separator: string, entry: Omit<Entry, 'text'>) => {
    for (const text of fold(names).split(separator)) {
      const known = seen.get(text);
      if (!known) seen.set(text, { text, ...entry });
      else if (entry.time) known.time = true;
      else if (entry.whose) known.whose = true;
    }
  };
  for (const [names, [offset, zone]] of Object.entries(SHORT))
    add(names, '|', { kind: 'Z', value: 0, zone: { kind: 'short', label: names, offset, zone } });
  for (const [label, zones] of Object.entries(SEVERAL))
    add(label, '|', { kind: 'Z', value: 0, zone: { kind: 'ask', label, zones } });
  for (const [zone, names] of Object.entries(CLOCKS))
    add(names, '|', { kind: 'Z', value: 0, zone: { kind: 'zone', label: zone, zone } });
  for (const [half, names] of Object.entries(HALVES))
    add(names, '|', { kind: 'h', value: 0, half: half as Half });
  for (const [names, [day, half]] of Object.entries(DAY_AND_HALF))
    add(names, '|', { kind: 'T', value: day, half });
  for (const [names, day] of Object.entries(RELATIVE_DAYS))
    add(names, '|', { kind: 'T', value: day });
  MONTHS.forEach((names, i) => add(names, ' ', { kind: 'm', value: i + 1 }));
  WEEKDAYS.forEach((names, i) => add(names, ' ', { kind: 'w', value: i + 1 }));
  for (const [kind, names] of Object.entries(UNITS)) add(names, ' ', { kind, value: 0 });
  for (const [kind, names] of Object.entries(SIGNS)) add(names, '|', { kind, value: 0 });
  add(AND, '|', { kind: 'n', value: 0 });
  for (const [zone, names] of Object.entries(CITIES))
    add(names, '|', { kind: 'P', value: 0, zone: { kind: 'zone', label: zone, zone } });
  for (const [names, zones] of Object.entries(COUNTRIES))
    add(names, '|', {
      kind: 'Q',
      value: 0,
      zone:
        zones.length === 1
          ? { kind: 'zone', label: zones[0] ?? '', zone: zones[0] ?? '' }
          : { kind: 'ask', label: names, zones },
    });
  for (const names of Object.values(FILLERS)) add(names, '|', { kind: 'f', value: 0 });
  add(TIME_WORDS, '|', { kind: 'f', value: 0, time: true });
  add(WHOSE, '|', { kind: 'f', value: 0, whose: true });
  add(STILL, '|', { kind: 's', value: 0 });
  add(WITHIN, '|', { kind: 'l', value: 0 });
  for (const names of Object.values(ANSWERING)) add(names, '|', { kind: 'f', value: 0 });
  // Of a countdown alone: beside a date they are words that nobody knows.
  for (const names of [
    COMPARISONS,
    INEXACT,
    WORKING,
    ANCHORS,
    OTHERWISE,
    HALF,
    AND_HALF,
    ...Object.keys(NUMBERS),
    ...Object.keys(LENGTHS),
  ])
    add(names, '|', { kind: 'x', value: 0 });

  const found = new Map<string, Entry[]>();
  for (const entry of seen.values()) {
    const key = keyOf(entry.text);
    const list = found.get(key);
    if (list) list.push(entry);
    else found.set(key, [entry]);
  }
  for (const list of found.values()) list.sort((a, b) => b.text.length - a.text.length);
  return found;
}
