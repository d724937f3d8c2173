import { describe, expect, it } from 'vitest';
import { exactInterval, fisher } from './exact-test.ts';
import {
  digamma,
  incompleteGamma,
  inverseIncompleteGamma,
  logGamma,
  normalTwoSided,
  trigamma,
} from './gamma.ts';

/** Alike to `digits` figures. */
const near = (one: number, other: number, digits = 13) =>
  expect(Math.abs(one - other)).toBeLessThanOrEqual(Math.abs(other) * 10 ** -digits);

describe('functions of the gamma family', () => {
  // By mpmath 1.3 at 30 digits; on both sides of the shift, where the series begins.
  it.each([
    [0.25, 1.28802252469807746, -4.22745353337626541, 17.1973291545071107],
    [3.7, 1.42807232666538792, 1.16715353936151339, 0.310037857670038319],
    [15.999, 27.8965304027601488, 2.74094883246496274, 0.064497941681361217],
    [16, 27.8992713838408916, 2.74101332832746037, 0.0644937834032393618],
    [20.5, 40.8315009745307981, 2.99583639470764659, 0.0499895924299609928],
    [250.125, 1129.21373462841253, 5.51996046040527708, 0.00400600365614485798],
  ])('at %d', (x, log, first, second) => {
    near(logGamma(x), log);
    near(digamma(x), first);
    near(trigamma(x), second);
  });

  it('hold at whole numbers, where P is one less a sum of Poisson chances', () => {
    for (const [a, x] of [
      [1, 0.3],
      [3, 2],
      [3, 4],
      [3, 9],
      [10, 11],
      [10, 30],
    ] as const) {
      let term = Math.exp(-x);
      let sum = 0;
      for (let k = 0; k < a; k += 1, term *= x / k) sum += term;
      near(incompleteGamma(a, x), 1 - sum, 12);
      near(inverseIncompleteGamma(a, 1 - sum), x, 9);
    }
    expect(incompleteGamma(3, 0)).toBe(0);
    expect(incompleteGamma(3, -1)).toBe(0);
    expect(inverseIncompleteGamma(3, 0)).toBe(0);
    expect(inverseIncompleteGamma(3, -1)).toBe(0);
  });

  it('give the chance of a normal variable', () => {
    // Tables of the normal distribution: 1.959963984540054 leaves a twentieth.
    near(normalTwoSided(1.959963984540054), 0.05, 12);
    near(normalTwoSided(-2.5758293035489004), 0.01, 11);
    expect(normalTwoSided(0)).toBe(1);
  });
});

describe('two shares, exactly', () => {
  // By scipy.stats.fisher_exact, both sides.
  it.each([
    [3, 10, 9, 11, 0.02997312285237981],
    [0, 10, 5, 10, 0.032507739938080496],
    [12, 100, 30, 100, 0.002866560763284443],
    [1, 1, 0, 1, 1],
    [2, 5, 0, 4, 0.4444444444444445],
    [0, 4, 2, 5, 0.4444444444444445],
  ])('%i of %i and %i of %i', (count, base, count2, base2, chance) => {
    near(fisher({ count, base }, { count: count2, base: base2 }), chance, 11);
  });

  it('say nothing of nothing', () => {
    for (const [one, other] of [
      [
        [0, 0],
        [3, 5],
      ],
      [
        [3, 5],
        [0, 0],
      ],
      [
        [0, 5],
        [0, 7],
      ],
      [
        [5, 5],
        [7, 7],
      ],
    ] as const)
      expect(fisher({ count: one[0], base: one[1] }, { count: other[0], base: other[1] })).toBe(1);
  });

  it('have an interval that reaches the end where none or all were hit', () => {
    // (α/2)^(1/n) and 1 − (α/2)^(1/n), by hand.
    const none = exactInterval({ count: 0, base: 10 }, 0.95);
    expect(none.low).toBe(0);
    near(none.high, 1 - 0.025 ** 0.1, 9);
    const all = exactInterval({ count: 10, base: 10 }, 0.95);
    expect(all.high).toBe(1);
    near(all.low, 0.025 ** 0.1, 9);
  });
});
