/**
 * Exact fractions. A rate stays a numerator and a denominator until the moment somebody looks at
 * it, so 0.9 % is never shown as 1 % and a line is never crossed by a rounding error.
 */
export interface Exact {
  readonly num: bigint;
  /** Always above zero. */
  readonly den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** The fraction num/den in lowest terms. A denominator of zero throws a RangeError. */
export function exact(num: bigint | number, den: bigint | number = 1n): Exact {
  const top = BigInt(num);
  const bottom = BigInt(den);
  if (bottom === 0n) throw new RangeError('A fraction needs a denominator other than zero.');
  const common = gcd(size(top), size(bottom)) * (bottom < 0n ? -1n : 1n);
  return { num: top / common, den: bottom / common };
}

export const ZERO: Exact = exact(0n);
export const ONE: Exact = exact(1n);

export const add = (a: Exact, b: Exact): Exact =>
  exact(a.num * b.den + b.num * a.den, a.den * b.den);
export const negate = (a: Exact): Exact => ({ num: -a.num, den: a.den });
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));
export const multiply = (a: Exact, b: Exact): Exact => exact(a.num * b.num, a.den * b.den);
/** a ÷ b; dividing by zero throws a RangeError. */
export const divide = (a: Exact, b: Exact): Exact => exact(a.num * b.den, a.den * b.num);

/** Below zero, zero or above zero, as a is below, equal to or above b. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The greatest whole number not above the value. */
export function floor(value: Exact): bigint {
  const whole = value.num / value.den;
  return value.num < 0n && whole * value.den !== value.num ? whole - 1n : whole;
}

/** The smallest whole number not below the value. */
export const ceil = (value: Exact): bigint => -floor(negate(value));

export const isWhole = (value: Exact): boolean => value.den === 1n;

/** Reads `12`, `-0.5`, `.25` or `1e-7`. Anything else throws a SyntaxError. */
export function fromDecimal(text: string): Exact {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text);
  const digits = match ? `${match[2]}${match[3]}` : '';
  if (!match || digits === '') throw new SyntaxError(`Not a decimal number: ${text}`);
  const power = Number(match[4] ?? 0) - (match[3] ?? '').length;
  const sized = BigInt(digits) * (match[1] === '-' ? -1n : 1n);
  return power < 0 ? exact(sized, 10n ** BigInt(-power)) : exact(sized * 10n ** BigInt(power));
}

/** The decimal number a JavaScript number is written as: 0.1 is one tenth, not its binary neighbour. */
export const fromNumber = (value: number): Exact => fromDecimal(String(value));

/** A decimal string with exactly `places` digits after the point; halves go away from zero. */
export function toDecimal(value: Exact, places: number): string {
  const scale = 10n ** BigInt(places);
  const rounded = (2n * size(value.num) * scale + value.den) / (2n * value.den);
  const digits = rounded.toString().padStart(places + 1, '0');
  const sign = value.num < 0n && rounded !== 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

/**
 * The shortest decimal string that is exactly the value: `12`, `0.5`, `1500.25`.
 * A value without a finite decimal form (one third) throws a RangeError.
 */
export function toPlain(value: Exact): string {
  let places = 0;
  for (let scale = value.den; scale !== 1n; places += 1) {
    const step = gcd(scale, 10n);
    if (step === 1n) throw new RangeError('The value has no finite decimal form.');
    scale /= step;
  }
  return toDecimal(value, places);
}

/** For JSON: a whole number as a number, anything else (or too big to be safe) as a decimal string. */
export function toJson(value: Exact): number | string {
  const asNumber = Number(value.num);
  return isWhole(value) && Number.isSafeInteger(asNumber) ? asNumber : toPlain(value);
}
