import { add, subtract, ZERO, type Exact } from '../shared/exact.ts';
import { select, type Metric, type Sum } from './metric.ts';

/**
 * A field that was given but plays no part: it belongs to another metric (`unused`), to none
 * (`unknown`), or says nothing without the orders planned (`needs-planned`).
 */
export interface Ignored {
  path: string;
  why: 'unused' | 'unknown' | 'needs-planned';
}

/** What a person gave, read and checked. Made by `parse`, never by hand. */
export interface DisputeRateInput {
  metric: string;
  /** Counts, money and factors, by term. */
  amounts: Readonly<Record<string, Exact>>;
  lists: Readonly<Record<string, readonly Exact[]>>;
  /** By term, with the default where nothing was picked. */
  choices: Readonly<Record<string, string>>;
  /** ISO 4217 code of the amounts; null where there are none, or none says which. */
  currency: string | null;
  /** The person's own line, in percent. */
  line: Exact | null;
  plannedOrders: Exact | null;
  leavingOrders: Exact;
  leavingClaims: Exact;
  ignored: readonly Ignored[];
}

/** One summand of the numerator or denominator. */
export interface Part {
  field: string;
  sign: 'plus' | 'minus';
  value: Exact;
}

export const partsOf = (sum: Sum, amounts: Readonly<Record<string, Exact>>): Part[] => [
  ...sum.plus.map((field) => ({ field, sign: 'plus' as const, value: amounts[field] ?? ZERO })),
  ...sum.minus.map((field) => ({ field, sign: 'minus' as const, value: amounts[field] ?? ZERO })),
];

export const total = (parts: readonly Part[]): Exact =>
  parts.reduce((sum, { sign, value }) => (sign === 'plus' ? add : subtract)(sum, value), ZERO);

/** The sums that hold for what was picked. */
export const sumsOf = (metric: Metric, choices: Readonly<Record<string, string>>) => ({
  numerator: metric.numerator,
  denominator: select(metric.denominator, choices),
});
