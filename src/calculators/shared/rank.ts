import { compare as compareNumbers, fromDecimal } from './exact.ts';

/** What is measured of one thing: a number as a tool writes it, a moment as ISO 8601, or a word. */
export type Measure = string | number;

export const DIRECTIONS = ['rising', 'falling'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Smaller first: numbers by size, moments by time, other texts by their letters. */
export function byMeasure(one: Measure, other: Measure): number {
  const [a, b] = [String(one), String(other)];
  if (NUMBER.test(a) && NUMBER.test(b)) return compareNumbers(fromDecimal(a), fromDecimal(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Things in the order of what was measured; those that measure the same keep the order they came in. */
export function ranked<Item extends { value: Measure }>(
  items: readonly Item[],
  direction: Direction,
): Item[] {
  const sign = direction === 'falling' ? -1 : 1;
  return [...items].sort((a, b) => sign * byMeasure(a.value, b.value));
}
