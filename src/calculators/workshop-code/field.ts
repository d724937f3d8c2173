/** Crockford's letters: no I, L, O or U, which are misread or make words. A letter's place is its value. */
export const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Data letters a block can hold, and what closes it: 31 symbols is all this field can tell apart. */
export const DATA_PER_BLOCK = 29;
export const CHECKS_PER_BLOCK = 2;
export const BLOCK = DATA_PER_BLOCK + CHECKS_PER_BLOCK;

// GF(32) with x⁵ + x² + 1: each power of α by its exponent, and back.
const POWERS: number[] = [];
const EXPONENTS: number[] = [];
for (let exponent = 0, value = 1; exponent < BLOCK; exponent += 1) {
  POWERS.push(value);
  EXPONENTS[value] = exponent;
  value <<= 1;
  if (value & 32) value ^= 0b100101;
}

const times = (one: number, other: number): number =>
  one === 0 || other === 0
    ? 0
    : (POWERS[((EXPONENTS[one] as number) + (EXPONENTS[other] as number)) % BLOCK] as number);

/** The generator (x − α)(x − α²) = x² + 6x + 8: its two lower coefficients. */
const LINEAR = (POWERS[1] as number) ^ (POWERS[2] as number);
const CONSTANT = times(POWERS[1] as number, POWERS[2] as number);

/** The two check symbols of up to 29 data symbols. */
export function checksOf(data: readonly number[]): [number, number] {
  let high = 0;
  let low = 0;
  for (const symbol of data) {
    const lead = symbol ^ high;
    high = low ^ times(lead, LINEAR);
    low = times(lead, CONSTANT);
  }
  return [high, low];
}

/** Value of a block, data and checks, at a root of the generator; zero at both roots where all is well. */
const at = (block: readonly number[], root: number): number =>
  block.reduce((sum, symbol) => times(sum, root) ^ symbol, 0);

export const isWhole = (block: readonly number[]): boolean =>
  at(block, POWERS[1] as number) === 0 && at(block, POWERS[2] as number) === 0;

/**
 * The one block that differs from this one in a single symbol and fits; null where there is none.
 * With two wrong symbols it may well be a wrong answer: to be offered as a question, never applied.
 */
export function nearest(block: readonly number[]): { at: number; symbol: number } | null {
  const first = at(block, POWERS[1] as number);
  const second = at(block, POWERS[2] as number);
  if (first === 0 || second === 0) return null;
  // One error e at the power p gives e·αᵖ and e·α²ᵖ: their quotient is αᵖ.
  const power = ((EXPONENTS[second] as number) - (EXPONENTS[first] as number) + BLOCK) % BLOCK;
  const place = block.length - 1 - power;
  if (place < 0) return null;
  const error = times(first, POWERS[(BLOCK - power) % BLOCK] as number);
  return { at: place, symbol: (block[place] as number) ^ error };
}
