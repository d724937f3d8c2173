import { divide, exact, multiply, toDecimal, type Exact } from './exact.ts';

/** A rate as it was counted: not reduced, so that 12 of 200 stays 12 of 200. */
export interface Ratio {
  num: number | string;
  den: number | string;
}

const HUNDRED = exact(100n);

/** num ÷ den in percent, four places, half up: `6.0000`. The denominator must not be zero. */
export const percentOf = (num: Exact, den: Exact): string =>
  toDecimal(multiply(divide(num, den), HUNDRED), 4);

/** A figure given in percent as the fraction it stands for: 5 becomes 1/20. */
export const fromPercent = (percent: Exact): Exact => divide(percent, HUNDRED);
