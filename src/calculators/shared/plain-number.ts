/** What every reader of numbers answers with, and the plainest notation of all: digits, with a dot at most. */
import { compare, exact, fromDecimal, isWhole, type Exact } from './exact.ts';

/**
 * count: a whole number, zero or more, up to ten thousand million.
 * decimal: a plain factor such as an exchange rate, zero or more.
 * percent: like decimal, and the percent sign may stand behind it.
 * Amounts of money are read by `readMoney`.
 */
export type NumberKind = 'count' | 'decimal' | 'percent';

/** What is wrong with a number. The sentences stand in the interface texts under `tool.number.<id>`. */
export type NumberProblem =
  | 'not-a-number'
  | 'more-than-a-number'
  | 'negative'
  | 'fraction'
  | 'percent-sign'
  | 'ambiguous-comma'
  | 'ambiguous-dot'
  | 'ambiguous-word'
  | 'chinese-short'
  | 'wrong-unit'
  | 'out-of-range'
  | 'too-large';

export type ProblemValues = Readonly<Record<string, string | number>>;
export interface Refusal<Problem extends string = NumberProblem> {
  problem: Problem;
  /** What fills the sentence; `given` is always there. */
  values: ProblemValues;
}
export type ParsedNumber = { value: Exact } | Refusal;

/** Prefix of the sentences, for whoever shows a refusal. */
export const NUMBER_KEY = 'tool.number.';

/** Beyond these an input is a slip of the keyboard, and answers would no longer fit a safe integer. */
const LARGEST: Readonly<Record<NumberKind, Exact>> = {
  count: exact(10n ** 10n),
  decimal: exact(10n ** 12n),
  percent: exact(10n ** 12n),
};

/** Longer than any number a person types; a message shows no more of a text than this. */
export const LONGEST = 40;

/** What was given, for the message; of a thing that is neither text nor number only what it is. */
export const shown = (raw: unknown): string =>
  (typeof raw === 'string' || typeof raw === 'number' ? String(raw) : typeof raw).slice(0, LONGEST);

export const refusal = <Problem extends string>(
  problem: Problem,
  raw: unknown,
  values: ProblemValues = {},
): Refusal<Problem> => ({ problem, values: { given: shown(raw).trim(), ...values } });

/** A number nobody had to read: a JSON number, or plain digits with a dot at most. */
export const isPlainNumber = (raw: unknown): boolean =>
  typeof raw === 'number' || (typeof raw === 'string' && /^\d+(?:\.\d+)?$/.test(raw.trim()));

/** The lowest and the highest that a field takes, both inclusive. */
export interface Bounds {
  least?: number;
  most?: number;
}

/** The number, if its kind and its field take one of that size. */
export function bounded(
  value: Exact,
  raw: unknown,
  kind: NumberKind,
  { least, most }: Bounds,
): ParsedNumber {
  if (kind === 'count' && !isWhole(value)) return refusal('fraction', raw);
  if (compare(value, LARGEST[kind]) > 0) return refusal('too-large', raw);
  const low = least !== undefined && compare(value, fromDecimal(String(least))) < 0;
  const high = most !== undefined && compare(value, fromDecimal(String(most))) > 0;
  if (low || high) return refusal('out-of-range', raw, { least: least ?? 0, most: most ?? '' });
  return { value };
}

/** Names of currencies for a message: the likeliest three, the rest as dots. */
export const named = (codes: readonly string[]): string =>
  codes.length > 3 ? `${codes.slice(0, 3).join('/')}…` : codes.join('/');
