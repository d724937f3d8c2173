import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';
import betaln from '@stdlib/math-base-special-betaln';
import binomcoefln from '@stdlib/math-base-special-binomcoefln';
import beta from '@stdlib/stats-base-dists-beta';
import binomial from '@stdlib/stats-base-dists-binomial';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  betaBinomialTail,
  clopperPearson,
  incompleteBeta,
  inverseIncompleteBeta,
} from './stats.ts';

/** Milliseconds of work, not of waiting: other tests run on the same machine. */
const processorTime = () => process.cpuUsage().user / 1000;

vi.setConfig({ testTimeout: 60_000 });

const near = (actual: number, expected: number, tolerance = 1e-9) =>
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.max(1e-30, Math.abs(expected)),
  );

const shapes = [0.5, 1, 1.5, 2, 3.5, 12.5, 15, 16, 17, 40, 188.5, 1000, 25_000, 400_000];
const points = [1e-6, 0.001, 0.01, 0.06, 0.2, 0.35, 0.5, 0.65, 0.9, 0.99, 0.999999];

describe('incompleteBeta', () => {
  it('agrees with an independent library to nine digits', () => {
    let compared = 0;
    for (const a of shapes)
      for (const b of shapes)
        for (const x of points) {
          const expected = beta.cdf(x, a, b);
          if (expected < 1e-250) continue;
          compared += 1;
          near(incompleteBeta(x, a, b), expected);
        }
    expect(compared).toBeGreaterThan(1000);
  });

  it('has its exact values where a formula is known', () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
    near(incompleteBeta(0.3, 1, 1), 0.3, 1e-14);
    near(incompleteBeta(0.3, 1, 4), 1 - 0.7 ** 4, 1e-14);
    near(incompleteBeta(0.3, 4, 1), 0.3 ** 4, 1e-14);
    near(incompleteBeta(0.5, 7, 7), 0.5, 1e-14);
    near(incompleteBeta(0.1, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(0.1)), 1e-13);
  });

  it('answers NaN outside its range', () => {
    for (const [x, a, b] of [
      [-0.1, 1, 1],
      [1.1, 1, 1],
      [0.5, 0, 1],
      [0.5, 1, 0],
      [Number.NaN, 1, 1],
    ] as const)
      expect(incompleteBeta(x, a, b)).toBeNaN();
  });
});

describe('inverseIncompleteBeta', () => {
  it('agrees with an independent library to nine digits', () => {
    let compared = 0;
    for (const a of shapes)
      for (const b of shapes)
        for (const chance of [0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999]) {
          const expected = betaincinv(chance, a, b);
          // The library itself must invert back before it may judge anybody.
          if (Math.abs(betainc(expected, a, b) - chance) > 1e-12 * chance) continue;
          compared += 1;
          near(inverseIncompleteBeta(chance, a, b), expected);
        }
    expect(compared).toBeGreaterThan(500);
  });

  it('undoes incompleteBeta', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        (chance, a, b) => {
          const x = inverseIncompleteBeta(chance, a, b);
          expect(Math.abs(incompleteBeta(x, a, b) - chance)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('knows its ends and refuses what lies outside', () => {
    expect(inverseIncompleteBeta(0, 2, 3)).toBe(0);
    expect(inverseIncompleteBeta(1, 2, 3)).toBe(1);
    for (const [chance, a, b] of [
      [-0.1, 1, 1],
      [1.1, 1, 1],
      [0.5, 0, 1],
      [0.5, 1, 0],
      [Number.NaN, 1, 1],
    ] as const)
      expect(inverseIncompleteBeta(chance, a, b)).toBeNaN();
  });
});

describe('clopperPearson', () => {
  it('has the published shape at the ends', () => {
    near(clopperPearson(0, 30).high, 1 - 0.025 ** (1 / 30), 1e-12);
    expect(clopperPearson(0, 30).low).toBe(0);
    near(clopperPearson(30, 30).low, 0.025 ** (1 / 30), 1e-12);
    expect(clopperPearson(30, 30).high).toBe(1);
  });

  it('leaves two and a half percent of the binomial distribution beyond each end', () => {
    for (const [k, n] of [
      [1, 7],
      [12, 200],
      [9, 200],
      [150, 200],
      [45, 900],
      [3, 3000],
    ] as const) {
      const { low, high } = clopperPearson(k, n);
      near(1 - binomial.cdf(k - 1, n, low), 0.025, 1e-8);
      near(binomial.cdf(k, n, high), 0.025, 1e-8);
    }
  });

  it('covers the true share at least 95 times in 100, checked by summing the binomial', () => {
    for (const n of [5, 20, 60])
      for (const p of [0.01, 0.05, 0.1, 0.3, 0.5, 0.77, 0.95]) {
        let covered = 0;
        for (let k = 0; k <= n; k += 1) {
          const { low, high } = clopperPearson(k, n);
          if (low <= p && p <= high) covered += binomial.pmf(k, n, p);
        }
        expect(covered).toBeGreaterThanOrEqual(0.95);
      }
  });

  it('stays quick and sound for a thousand million trials', () => {
    const used = processorTime();
    const { low, high } = clopperPearson(60_000_000, 1_000_000_000);
    expect(processorTime() - used).toBeLessThan(500);
    const spread = 1.959964 * Math.sqrt((0.06 * 0.94) / 1e9);
    near(0.06 - low, spread, 1e-3);
    near(high - 0.06, spread, 1e-3);
  });
});

describe('betaBinomialTail', () => {
  const byFormula = (from: number, n: number, a: number, b: number) => {
    let sum = 0;
    for (let k = Math.max(0, from); k <= n; k += 1)
      sum += Math.exp(binomcoefln(n, k) + betaln(k + a, n - k + b) - betaln(a, b));
    return sum;
  };

  it('agrees with the formula through gamma functions', () => {
    for (const [a, b] of [
      [0.5, 1.5],
      [1.5, 0.5],
      [0.5, 200.5],
      [12.5, 188.5],
      [200.5, 0.5],
      [40.5, 3.5],
    ] as const)
      for (const n of [1, 2, 7, 50, 300])
        for (const from of [1, 2, Math.ceil(n / 10), Math.ceil(n / 2), n])
          near(betaBinomialTail(from, n, a, b), byFormula(from, n, a, b), 1e-8);
  });

  it('has its exact value for one trial: the mean', () => {
    near(betaBinomialTail(1, 1, 12.5, 188.5), 12.5 / 201, 1e-14);
    near(betaBinomialTail(2, 2, 0.5, 1.5), (0.5 * 1.5) / (2 * 3), 1e-14);
  });

  it('is certain from zero and impossible beyond the trials', () => {
    expect(betaBinomialTail(0, 10, 1.5, 3)).toBe(1);
    expect(betaBinomialTail(-3, 10, 1.5, 3)).toBe(1);
    expect(betaBinomialTail(11, 10, 1.5, 3)).toBe(0);
    expect(betaBinomialTail(1, 0, 1.5, 3)).toBe(0);
    expect(betaBinomialTail(0, 0, 1.5, 3)).toBe(1);
  });

  it('stays quick and sound for a hundred thousand trials', () => {
    const used = processorTime();
    near(betaBinomialTail(5000, 100_000, 12.5, 188.5), byFormula(5000, 100_000, 12.5, 188.5), 1e-6);
    expect(processorTime() - used).toBeLessThan(2000);
  });
});
