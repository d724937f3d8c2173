import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { calculate, LETTERS, type WorkshopCodeOk } from './index.ts';

/** Multiplication in the field by shifting and reducing: not how the code under test does it. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((other >> bit) & 1) product ^= one << bit;
  for (let bit = 9; bit >= 5; bit -= 1) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
}
/** Long division by x² + 6x + 8. */
function remainder(data: readonly number[]): number[] {
  const rest = [...data, 0, 0];
  for (let i = 0; i < data.length; i += 1) {
    const lead = rest[i] as number;
    [1, 6, 8].forEach((coefficient, k) => {
      rest[i + k] = (rest[i + k] as number) ^ times(lead, coefficient);
    });
  }
  return rest.slice(-2);
}

const code = (data: string) => (calculate({ protect: data }) as WorkshopCodeOk).code;
const isRefused = (text: string) => calculate({ check: text }).kind === 'invalid';

/** The same 200 codes on every run, of every length up to a full block. */
let codes: string[];
beforeAll(() => {
  let state = 20261129;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 16;
  };
  codes = Array.from({ length: 200 }, (_, i) =>
    code(Array.from({ length: 1 + (i % 29) }, () => LETTERS[next() % 32]).join('')),
  );
});

const withLetter = (text: string, at: number, shift: number) =>
  text.slice(0, at) +
  LETTERS[(LETTERS.indexOf(text[at] as string) + shift) % 32] +
  text.slice(at + 1);

describe('workshop codes', () => {
  const letters = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 90 });

  it('close each block as a long division does', () => {
    fc.assert(
      fc.property(letters, (data) => {
        const { blocks } = calculate({ protect: data.join('') }) as WorkshopCodeOk;
        for (const block of blocks) {
          const rest = remainder([...block.data].map((letter) => LETTERS.indexOf(letter)));
          expect(block.check).toBe(rest.map((symbol) => LETTERS[symbol]).join(''));
        }
        expect(blocks.map((block) => block.data).join('')).toBe(data.join(''));
      }),
      { numRuns: 100 },
    );
  });

  it('come back as they went, however they are written', () => {
    fc.assert(
      fc.property(letters, fc.constantFrom(' ', '-', '–', '', '\n'), (data, between) => {
        const { shown, data: own } = calculate({ protect: data.join('') }) as WorkshopCodeOk;
        const written = shown.replaceAll('-', between).toLowerCase().replaceAll('0', 'o');
        expect(calculate({ check: written })).toMatchObject({ kind: 'ok', data: own });
      }),
      { numRuns: 100 },
    );
  });

  it('catch every single mistake in 200 codes, and ask for the letter that was meant', () => {
    let tried = 0;
    for (const whole of codes)
      for (let at = 0; at < whole.length; at += 1)
        for (let shift = 1; shift < 32; shift += 1) {
          const answer = calculate({ check: withLetter(whole, at, shift) });
          tried += 1;
          if (answer.kind !== 'invalid' || answer.issues[0]?.values.perhaps !== whole)
            throw new Error(`${whole} at ${at} shifted by ${shift}: ${JSON.stringify(answer)}`);
        }
    expect(tried).toBeGreaterThan(90_000);
  });

  it('catch every double mistake in 200 codes', () => {
    // The code is linear: a mistake passes if, and only if, it is itself a code. So every double
    // mistake of a length is tried once, and of each code a spread of its own.
    for (let length = 3; length <= 31; length += 1)
      for (let at = 0; at < length; at += 1)
        for (let other = at + 1; other < length; other += 1) {
          const first = '0'.repeat(at) + '1' + '0'.repeat(length - at - 1);
          for (let shift = 1; shift < 32; shift += 1)
            if (!isRefused(withLetter(first, other, shift)))
              throw new Error(`${first}: ${other} shifted by ${shift}`);
        }
    codes.forEach((whole, i) => {
      for (let at = 0; at < whole.length; at += 1)
        for (let other = at + 1; other < whole.length; other += 1) {
          const wrong = withLetter(
            withLetter(whole, at, 1 + ((i + at) % 31)),
            other,
            1 + ((i + other) % 31),
          );
          if (!isRefused(wrong)) throw new Error(`${whole} became ${wrong}`);
        }
    });
  });

  it('name the block that is wrong and no other', () => {
    const whole = code('K7Q2'.repeat(20));
    for (const [at, block] of [
      [0, 1],
      [30, 1],
      [31, 2],
      [61, 2],
      [62, 3],
      [whole.length - 1, 3],
    ] as const) {
      const answer = calculate({ check: withLetter(whole, at, 5) });
      expect(answer.kind === 'invalid' && answer.issues.map(({ values }) => values.block)).toEqual([
        block,
      ]);
    }
  });
});
