import { describe, expect, it } from 'vitest';
import { calculate, LETTERS } from './index.ts';

/** A number in these letters, the highest first. */
const written = (value: number): string =>
  (value >= 32 ? written(Math.floor(value / 32)) : '') + (LETTERS[value % 32] as string);

const dataOf = (check: string) => {
  const answer = calculate({ check });
  return answer.kind === 'ok' ? answer.data : null;
};

describe('published vectors', () => {
  // D. Crockford, “Base 32”, https://www.crockford.com/base32.html.
  it.each([
    [1234, '16J'],
    [519571, 'FVCK'],
  ])('%d is %s in Crockford’s letters', (value, letters) => {
    expect(written(value)).toBe(letters);
  });

  it('I and L are read as 1, O as 0, small letters as large ones, and hyphens not at all', () => {
    expect(dataOf('168')).toBe('1');
    for (const typed of ['I68', 'L68', 'i68', 'l-6-8', '1-68']) expect(dataOf(typed)).toBe('1');
    expect(dataOf('10WN')).toBe('10');
    for (const typed of ['IOWN', 'lown', '1o-wn']) expect(dataOf(typed)).toBe('10');
  });

  it('has 32 letters, none of them one that is misread or makes words', () => {
    expect(LETTERS.length).toBe(32);
    for (const letter of 'ILOU') expect(LETTERS).not.toContain(letter);
  });
});

// Powers of α in the field of x⁵ + x² + 1, and codes, as an implementation that nobody here wrote gives them.
describe('vectors of another implementation', () => {
  it.each([
    ['0', '000'],
    ['1', '168'],
    ['10', '10WN'],
    ['K7Q2', 'K7Q2EQ'],
    ['K7Q23', 'K7Q23W7'],
    ['0123456789AB', '0123456789ABV0'],
    ['ZZZZZZZZZZZZ', 'ZZZZZZZZZZZZS2'],
    ['ABCDEFGHJKMNPQRSTVWXYZ0123456', 'ABCDEFGHJKMNPQRSTVWXYZ0123456X2'],
  ])('%s is closed as %s, and read back', (protect, code) => {
    expect(calculate({ protect })).toMatchObject({ kind: 'ok', code });
    expect(dataOf(code)).toBe(protect);
  });

  it('closes a single letter by the generator x² + 6x + 8 times it', () => {
    const powers = [1, 2, 4, 8, 16, 5, 10, 20, 13, 26];
    // α·(x² + 6x + 8) = αx² + …: a letter that is a power of α has checks that are α¹⁹ and α³ times it.
    const six = powers.map((power) => code(power)[1]);
    const eight = powers.map((power) => code(power)[2]);
    expect(eight.slice(0, 7)).toEqual(powers.slice(3).map((value) => LETTERS[value]));
    expect(six[0]).toBe(LETTERS[6]);
  });
});

const code = (value: number): string => {
  const answer = calculate({ protect: LETTERS[value] as string });
  return answer.kind === 'ok' ? answer.code : '';
};
