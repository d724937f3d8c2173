/** What nothing has read is never skipped. */
import type { Unreadable } from './reading.ts';
import type { Item } from './scan.ts';
import { fold } from './vocabulary.ts';

/** Short names of weekdays that are other words, too; they are weekdays where a text begins with them. */
const WEEKDAYS_AT_THE_HEAD: Readonly<Record<string, number>> = {
  seg: 1,
  tu: 2,
  w: 3,
  we: 3,
  do: 4,
  th: 4,
  pt: 5,
  nd: 7,
  su: 7,
};

/** Those of them that are weekdays behind a date or a time in figures, too: “2026-11-20 (Th) 20:15”. */
const BEHIND_A_DAY: ReadonlySet<string> = new Set(['tu', 'we', 'th', 'su']);

/** Do figures with signs between them end in front of this item, and a time or nothing follow? */
const endsFigures = (items: readonly Item[], i: number): boolean => {
  const kinds = items.map(({ kind }) => kind).join('');
  return (
    items[i]?.gap === true &&
    /N[-./:]N$/.test(kinds.slice(0, i)) &&
    /^[.,]?(?:N:N|$)/.test(kinds.slice(i + 1))
  );
};

/** Fillers, joining words and signs that change nothing. */
const SILENT = new Set('fniqK.,:-/t'.split(''));

/** A short word of a script with spaces between its words: behind a time it is meant as a zone. */
const SPACED = /^(?:\p{Script=Latin}|\p{Script=Cyrillic}){2,4}$/u;

/**
 * The first piece that was not understood and may not be passed over: a word by its name, else a
 * number beside the ones that were read; `null` where everything was understood.
 */
export function leftover(
  items: readonly Item[],
  used: ReadonlySet<number>,
): { why: Unreadable; item?: Item } | null {
  let number = false;
  for (const [i, item] of items.entries()) {
    if (used.has(i) || SILENT.has(item.kind)) continue;
    if (item.kind === 'N') {
      number = true;
      continue;
    }
    const before = items[i - 1]?.kind ?? '-';
    const behindTime = 'hCGMS'.includes(before) || (before === 'N' && items[i - 2]?.kind === ':');
    if (item.kind === 'x' && !item.zone && behindTime && SPACED.test(item.text))
      return { why: 'unknown-zone', item };
    return number ? { why: 'more-than-one' } : { why: 'unknown-word', item };
  }
  return number ? { why: 'more-than-one' } : null;
}

/** Takes every unused item that the test gives a value for. */
export function takeAll<T>(
  items: readonly Item[],
  used: Set<number>,
  test: (item: Item) => T | null,
): T[] {
  return items.flatMap((item, i) => {
    const value = used.has(i) ? null : test(item);
    if (value === null) return [];
    used.add(i);
    return [value];
  });
}

/** Monday is 1. “mar 17 nov” is a Tuesday in three languages. */
export const weekdayNamed = ({ kind, text, value }: Item): number | null =>
  kind === 'w' ? value : text === 'mar' ? 2 : null;

/**
 * The weekday a text begins with, or that stands behind its figures, where its short name is another
 * word, too: “Do., 20.11.”, “pt. 20 lis”. A bare “do” is a Polish “until” unless it is written like a
 * German noun.
 */
export function weekdayAtHead(
  items: readonly Item[],
  used: Set<number>,
  shown: string,
): number | null {
  const inside = items.findIndex((item, i) => BEHIND_A_DAY.has(item.text) && endsFigures(items, i));
  if (inside > 0 && !used.has(inside)) {
    used.add(inside);
    return WEEKDAYS_AT_THE_HEAD[items[inside]?.text ?? ''] ?? null;
  }
  const [first, next] = items;
  const day = first && !used.has(0) ? WEEKDAYS_AT_THE_HEAD[first.text] : undefined;
  const named = /[.,]/.test(next?.kind ?? '') || (next?.kind === 'N' && !/^(?:do|w)\b/.test(shown));
  if (day === undefined || !named) return null;
  used.add(0);
  return day;
}

/** A word as the person wrote it, accents and capitals included, where `shown` is their text. */
export function asWritten(shown: string, { text }: Item): string {
  let folded = '';
  const places: number[] = [];
  for (let i = 0; i < shown.length; i += 1) {
    const sign = fold(shown[i] ?? '');
    folded += sign;
    for (let j = 0; j < sign.length; j += 1) places.push(i);
  }
  const at = folded.indexOf(text);
  return at < 0 ? text : shown.slice(places[at], (places[at + text.length - 1] ?? 0) + 1);
}
