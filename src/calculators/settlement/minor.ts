/** Amounts in whole minor units of a currency. */
import { ceil, exact, floor, multiply, type Exact } from '../shared/exact.ts';

const scaleOf = (digits: number) => 10n ** BigInt(digits);

export const minorUnit = (digits: number): Exact => exact(1n, scaleOf(digits));

export const downToMinor = (value: Exact, digits: number): Exact =>
  exact(floor(multiply(value, exact(scaleOf(digits)))), scaleOf(digits));

export const upToMinor = (value: Exact, digits: number): Exact =>
  exact(ceil(multiply(value, exact(scaleOf(digits)))), scaleOf(digits));
