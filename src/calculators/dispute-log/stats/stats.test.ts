import beta from '@stdlib/stats-base-dists-beta';
import betaln from '@stdlib/math-base-special-betaln';
import binomial from '@stdlib/stats-base-dists-binomial';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulate } from '../pareto.ts';
import { cusum, pChart, runsOf, stepChange } from './charts.ts';
import {
  delayQuantile,
  developed,
  hazardsAt,
  project,
  seenOf,
  triangleOf,
  type Event,
  type History,
} from './delay.ts';
import { exactInterval, fisher } from './exact-test.ts';
import { betaBinomialQuantile, countInterval, forecasterAt, intervalScore } from './forecast.ts';
import {
  adjusted,
  binomialAtMost,
  binomialLimits,
  binomialTwoSided,
  funnel,
  poissonLimits,
} from './funnel.ts';
import {
  digamma,
  incompleteGamma,
  inverseIncompleteGamma,
  logGamma,
  normalTwoSided,
  trigamma,
} from './gamma.ts';
import { fitPrior, likelihoodOf, shrink } from './shrink.ts';
import { chainLadder } from './triangle.ts';

const near = (actual: number, expected: number, tolerance = 1e-9) =>
  expect(
    Math.abs(actual - expected),
    `${String(actual)} against ${String(expected)}`,
  ).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

/** Orange juice cans (Montgomery 1991; qcc, data/orangejuice.txt): samples of 50. */
const CANS = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7,
  13, 9, 6,
];
const CANS_NEXT = [9, 6, 12, 5, 6, 4, 6, 3, 7, 6, 2, 4, 3, 6, 5, 4, 8, 5, 6, 7, 5, 6, 3, 5];
const cans = (counts: readonly number[]) => counts.map((count) => ({ count, base: 50 }));
/** Weekly attendances within four hours (Mohammed 2013; qicharts2, nhs_accidents). */
const NHS_R = [
  266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320, 267923, 271478,
  255353, 256820, 261835, 259144, 255910, 260863, 264465, 260989,
];
const NHS_N = [
  280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529, 279618, 283932,
  266629, 268091, 276803, 271578, 266005, 273520, 278574, 273772,
];
/** The RAA triangle (ChainLadder package), cumulative. */
const RAA = [
  [5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834],
  [106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704],
  [3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466],
  [5655, 11555, 15766, 21266, 23425, 26083, 27067],
  [1092, 9565, 15836, 22169, 25955, 26180],
  [1513, 6445, 11702, 12935, 15852],
  [557, 4020, 10946, 12314],
  [1351, 6947, 13112],
  [3133, 5395],
  [2063],
];

describe('functions of the gamma family', () => {
  it('have their known values', () => {
    near(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
    near(logGamma(11), Math.log(3628800));
    near(digamma(1), -0.5772156649015329);
    near(digamma(0.5), -1.9635100260214235);
    near(trigamma(1), Math.PI ** 2 / 6);
    near(trigamma(0.5), Math.PI ** 2 / 2);
    near(normalTwoSided(1.959963984540054), 0.05);
    near(normalTwoSided(-3), 0.0026997960632601866);
  });

  it('agree with the beta function of another library', () => {
    for (const a of [0.3, 1, 4.5, 30, 2000])
      for (const b of [0.7, 2, 60, 90_000])
        near(logGamma(a) + logGamma(b) - logGamma(a + b), betaln(a, b));
  });

  it('sum the tail of a Poisson variable', () => {
    for (const mean of [0.2, 3, 17.5, 140]) {
      let term = Math.exp(-mean);
      let sum = 0;
      for (let k = 0; k < 200; k += 1) {
        sum += term;
        term *= mean / (k + 1);
        if (sum > 1e-12) near(1 - incompleteGamma(k + 1, mean), sum, 1e-11);
      }
    }
    for (const a of [0.4, 3, 50])
      for (const chance of [0.01, 0.5, 0.99])
        near(incompleteGamma(a, inverseIncompleteGamma(a, chance)), chance, 1e-11);
  });
});

describe('Pareto', () => {
  it('adds up the published example', () => {
    const shares = cumulate([94, 80, 66, 33, 27]);
    expect(shares.map(({ cumulative }) => Number((100 * cumulative).toFixed(4)))).toEqual([
      31.3333, 58, 80, 91, 100,
    ]);
    near(shares[1]?.share ?? 0, 80 / 300);
    expect(cumulate([])).toEqual([]);
  });
});

describe('charts', () => {
  it('draw the p chart of the orange juice cans', () => {
    const { center, points } = pChart(cans(CANS));
    near(center, 0.231333, 1e-6);
    near(points[0]?.high ?? 0, 0.410239, 1e-6);
    near(points[0]?.low ?? 0, 0.052428, 1e-6);
    expect(points.flatMap(({ z }, i) => (Math.abs(z) > 3 ? [i + 1] : []))).toEqual([15, 23]);
    const without = CANS.filter((_, i) => i !== 14 && i !== 22);
    const second = pChart(cans(without));
    near(second.center, 0.215, 1e-6);
    near(second.points[0]?.high ?? 0, 0.389297, 1e-6);
    near(second.points[0]?.low ?? 0, 0.040703, 1e-6);
    expect(second.points.flatMap(({ z }, i) => (z > 3 ? [without[i]] : []))).toEqual([20]);
    const next = pChart(cans(CANS_NEXT));
    near(next.center, 0.110833, 1e-6);
    near(next.points[0]?.high ?? 0, 0.244021, 1e-6);
    expect(next.points[0]?.low).toBe(0);
  });

  it('widen by Laney’s measure', () => {
    near(pChart(cans(CANS)).sigmaZ, 1.660867, 1e-6);
    const weeks = NHS_R.map((count, i) => ({ count, base: NHS_N[i] as number }));
    const { center, sigmaZ, points } = pChart(weeks);
    near(center, 0.9528997113, 1e-10);
    near(sigmaZ, 10.6404219, 1e-7);
    near(points[0]?.low ?? 0, 0.9516996, 1e-7);
    near(points[0]?.high ?? 0, 0.9540999, 1e-7);
    near(points[0]?.lowLaney ?? 0, 0.9401296, 1e-7);
    near(points[0]?.highLaney ?? 0, 0.9656698, 1e-7);
    expect(points.flatMap(({ z }, i) => (Math.abs(z) > 3 ? [i + 1] : []))).toEqual([
      1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19,
    ]);
    expect(points.filter(({ zLaney }) => Math.abs(zLaney) > 3)).toEqual([]);
  });

  it('say nothing where there is nothing', () => {
    expect(pChart([]).points).toEqual([]);
    expect(pChart([{ count: 1, base: 10 }]).sigmaZ).toBeNaN();
    expect(
      pChart([
        { count: 0, base: 10 },
        { count: 0, base: 20 },
      ]).points.map(({ z }) => z),
    ).toEqual([0, 0]);
  });

  it('find runs of eight, not of seven, and none across the centre', () => {
    expect(runsOf([1, 1, 1, 1, 1, 1, 1])).toEqual([]);
    expect(runsOf([-1, 1, 1, 1, 1, 1, 1, 1, 1, -1])).toEqual([{ from: 1, to: 8, side: 'up' }]);
    expect(runsOf([-1, -1, -1, -1, 0, -1, -1, -1, -1])).toEqual([]);
    expect(runsOf(Array.from({ length: 9 }, () => -2))).toEqual([{ from: 0, to: 8, side: 'down' }]);
    expect(runsOf([])).toEqual([]);
  });

  it('sum as the published CUSUM table does', () => {
    const x = [
      102, 94.8, 98.3, 98.4, 102, 98.5, 99, 97.7, 100, 98.1, 101.3, 98.7, 101.1, 98.4, 97, 96.7,
      100.3, 101.4, 97.2, 101,
    ];
    const s = [
      [2, 0],
      [0, 3.2],
      [0, 2.9],
      [0, 2.5],
      [2, 0],
      [0.5, 0],
      [0, 0],
      [0, 0.3],
      [0, 0],
      [0, 0],
      [1.3, 0],
      [0, 0],
      [1.1, 0],
      [0, 0],
      [0, 1],
      [0, 2.3],
      [0.3, 0],
      [1.7, 0],
      [0, 0.8],
      [1, 0],
    ];
    cusum(x, 99, 1).forEach(({ up, down }, i) => {
      near(up, s[i]?.[0] ?? Number.NaN);
      near(down, s[i]?.[1] ?? Number.NaN);
    });
  });

  it('date the step of the orange juice cans', () => {
    const step = stepChange(cans([...CANS, ...CANS_NEXT]));
    expect(step?.at).toBe(33);
    near(step?.gain ?? 0, 36.98163, 1e-7);
    near(step?.before ?? 0, 0.2266667, 1e-6);
    near(step?.after ?? 0, 0.1009524, 1e-6);
    expect(stepChange(cans([3]))).toBeNull();
  });
});

describe('funnels', () => {
  it('have the published Poisson limits', () => {
    const published = {
      15: [0.5596924, 1.649348, 0.386265, 2.082907],
      20: [0.610826, 1.544419, 0.4479107, 1.902094],
      30: [0.6746958, 1.427562, 0.5289724, 1.702771],
    };
    for (const [expected, [low95, high95, low998, high998]] of Object.entries(published)) {
      const wide = poissonLimits(Number(expected), 0.025);
      const wider = poissonLimits(Number(expected), 0.001);
      near(wide.low, low95 as number, 1e-6);
      near(wide.high, high95 as number, 1e-6);
      near(wider.low, low998 as number, 1e-6);
      near(wider.high, high998 as number, 1e-6);
    }
  });

  it('count binomial tails as another library does', () => {
    for (const n of [1, 12, 137, 4000])
      for (const p of [0.002, 0.05, 0.4])
        for (let k = 0; k <= n; k += Math.max(1, Math.floor(n / 17))) {
          near(binomialAtMost(k, n, p), binomial.cdf(k, n, p));
          const [below, above] = [binomial.cdf(k, n, p), 1 - binomial.cdf(k - 1, n, p)];
          near(binomialTwoSided({ count: k, base: n }, p), Math.min(1, 2 * Math.min(below, above)));
        }
  });

  it('draw exact limits between the counts whose chances they part', () => {
    for (const base of [20, 137, 1407]) {
      const { low, high } = binomialLimits(base, 0.05, 0.025);
      const [least, most] = [Math.floor(low * base), Math.ceil(high * base)];
      expect(binomial.cdf(least - 1, base, 0.05)).toBeLessThan(0.025);
      expect(binomial.cdf(most, base, 0.05)).toBeGreaterThanOrEqual(0.975);
      expect(low).toBeLessThan(0.05);
      expect(high).toBeGreaterThan(0.05);
    }
  });

  it('measure spread as Spiegelhalter does, on the arcsine scale', () => {
    const groups = [
      [68, 1407],
      [21, 764],
      [47, 633],
      [14, 496],
      [4, 201],
      [10, 159],
      [26, 137],
      [1, 122],
      [5, 114],
      [6, 113],
      [9, 95],
    ].map(([count, base]) => ({ count: count as number, base: base as number }));
    // Written out from the formulas, by another way of computing each part.
    const total = groups.reduce((sum, { base }) => sum + base, 0);
    const p0 = groups.reduce((sum, { count }) => sum + count, 0) / total;
    const z = groups.map(
      ({ count, base }) =>
        2 * Math.sqrt(base) * (Math.asin(Math.sqrt(count / base)) - Math.asin(Math.sqrt(p0))),
    );
    const sorted = [...z].sort((a, b) => a - b);
    // Of eleven values the tenth part lies exactly on the second from either end.
    const [q10, q90] = [sorted[1] as number, sorted[9] as number];
    const phi = z.reduce((sum, each) => sum + Math.max(q10, Math.min(q90, each)) ** 2, 0) / 11;
    const w = groups.map(({ base }) => 4 * base);
    const sum = w.reduce((a, b) => a + b, 0);
    const tau2 = (11 * phi - 10) / (sum - w.reduce((a, b) => a + b * b, 0) / sum);
    const found = funnel(groups);
    near(found.center, p0);
    near(found.phi, phi);
    near(found.tau2, tau2);
    found.points.forEach((point, i) => {
      near(point.z, z[i] as number);
      near(point.zOver, (z[i] as number) / Math.sqrt(1 + 4 * tau2 * (groups[i]?.base ?? 0)));
    });
  });

  it('adjust the fifteen p values of Benjamini and Hochberg', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const published = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182,
      0.714875, 0.753231, 0.813214, 1,
    ];
    adjusted(p).forEach((q, i) => near(q, published[i] as number, 1e-6));
    expect(adjusted(p).filter((q) => q <= 0.05).length).toBe(4);
    const turned = adjusted([...p].reverse());
    turned.reverse().forEach((q, i) => near(q, published[i] as number, 1e-6));
    expect(adjusted([])).toEqual([]);
  });
});

describe('shrinkage', () => {
  it('draws the published batting averages', () => {
    const prior = { alpha: 78.661, beta: 224.875 };
    const published = [
      [300, 1000, 0.29],
      [4, 10, 0.264],
      [2930, 8173, 0.355],
      [1772, 4981, 0.35],
      [516, 3028, 0.178],
      [221, 1265, 0.191],
    ] as const;
    for (const [count, base, rate] of published)
      near(shrink({ count, base }, prior, 0.9).rate, rate, 1e-3);
    const { low, high } = shrink({ count: 26, base: 137 }, { alpha: 2.5, beta: 39 }, 0.9);
    near(low, beta.quantile(0.05, 28.5, 150));
    near(high, beta.quantile(0.95, 28.5, 150));
  });

  it('fits at the top of the likelihood', () => {
    const groups = [
      [68, 1407],
      [21, 764],
      [47, 633],
      [14, 496],
      [4, 201],
      [10, 159],
      [26, 137],
      [1, 122],
      [0, 40],
    ].map(([count, base]) => ({ count: count as number, base: base as number }));
    const prior = fitPrior(groups);
    expect(prior).not.toBeNull();
    const { alpha, beta: b } = prior as { alpha: number; beta: number };
    const whole = (p: { alpha: number; beta: number }) =>
      groups.reduce(
        (sum, { count, base }) =>
          sum + betaln(p.alpha + count, p.beta + base - count) - betaln(p.alpha, p.beta),
        0,
      );
    near(
      likelihoodOf(groups, { alpha, beta: b }) - likelihoodOf(groups, { alpha: 1, beta: 20 }),
      whole({ alpha, beta: b }) - whole({ alpha: 1, beta: 20 }),
    );
    // The slope, taken with another library's function, is flat there.
    for (const [da, db] of [
      [1e-4, 0],
      [0, 1e-4],
    ] as const) {
      const slope =
        (whole({ alpha: alpha * (1 + da), beta: b * (1 + db) }) -
          whole({ alpha: alpha * (1 - da), beta: b * (1 - db) })) /
        2e-4;
      expect(Math.abs(slope)).toBeLessThan(1e-6);
    }
    for (let a = 0.5; a < 20; a *= 1.3)
      for (let c = 5; c < 400; c *= 1.3)
        expect(whole({ alpha: a, beta: c })).toBeLessThanOrEqual(whole({ alpha, beta: b }) + 1e-9);
  });

  it('comes to the top along a ridge that is far longer than wide', () => {
    // Where both slopes of the likelihood are nought, by mpmath's digamma and findroot with forty digits.
    for (const [groups, alpha, beta] of [
      ['24/318 35/390 35/347 48/689 16/315 3/27', 88.7854302213682, 1054.89034579289],
      [
        '1/99 25/786 1/82 11/336 7/132 4/168 12/333 21/345 2/26',
        34.1165757946703,
        900.163562484721,
      ],
      [
        '0/20 27/382 25/485 29/650 10/86 6/103 24/385 3/57 10/167',
        423.597895913308,
        6932.20528113629,
      ],
      ['0/180 0/80 3/279 6/807 8/404 0/22', 7.00080062487089, 738.093036825099],
      ['5/338 0/119 5/176 6/611 0/68 16/674 3/184', 16.3964191897574, 1022.70027806622],
    ] as const) {
      const prior = fitPrior(
        groups.split(' ').map((group) => {
          const [count, base] = group.split('/').map(Number);
          return { count: count as number, base: base as number };
        }),
      );
      expect((prior?.alpha ?? 0) / alpha, groups).toBeCloseTo(1, 7);
      expect((prior?.beta ?? 0) / beta, groups).toBeCloseTo(1, 7);
    }
  });

  it('is higher than every other prior, for any groups', () => {
    const group = fc
      .tuple(fc.integer({ min: 5, max: 900 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([base, share]) => ({ count: Math.round(base * share * 0.1), base }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 25 }), (groups) => {
        const prior = fitPrior(groups);
        if (prior === null) return;
        const height = likelihoodOf(groups, prior);
        const mean =
          groups.reduce((sum, { count }) => sum + count, 0) /
          groups.reduce((sum, { base }) => sum + base, 0);
        for (let size = 2; size < 1e6; size *= 1.5)
          for (const bend of [0.8, 0.95, 1, 1.05, 1.2]) {
            const alpha = size * Math.min(0.9, mean * bend);
            const other = likelihoodOf(groups, { alpha, beta: size - alpha });
            expect(height, JSON.stringify([prior, size, bend])).toBeGreaterThan(other - 1e-6);
          }
      }),
      { numRuns: 100 },
    );
  });

  it('draws groups together where they differ no more than chance makes them', () => {
    const prior = fitPrior([
      { count: 5, base: 100 },
      { count: 10, base: 200 },
      { count: 15, base: 300 },
    ]);
    near((prior as { alpha: number }).alpha / 1e6, 0.05);
    expect(fitPrior([{ count: 1, base: 3 }])).toBeNull();
    expect(
      fitPrior([
        { count: 1, base: 3 },
        { count: 0, base: 0 },
      ]),
    ).toBeNull();
    expect(
      fitPrior([
        { count: 0, base: 3 },
        { count: 0, base: 9 },
      ]),
    ).toBeNull();
  });
});

describe('exact intervals and tests', () => {
  it('have the published limits of Clopper and Pearson', () => {
    const nist = exactInterval({ count: 4, base: 20 }, 0.9);
    near(nist.low, 0.071354, 1e-6);
    near(nist.high, 0.401028, 1e-6);
    const newcombe = [
      [81, 263, 0.2527, 0.3676],
      [15, 148, 0.0578, 0.1617],
      [0, 20, 0, 0.1684],
      [1, 29, 0.0009, 0.1776],
    ] as const;
    for (const [count, base, low, high] of newcombe) {
      const found = exactInterval({ count, base }, 0.95);
      near(found.low, low, 5e-5);
      near(found.high, high, 5e-5);
    }
    expect(exactInterval({ count: 5, base: 5 }, 0.9).high).toBe(1);
  });

  /** Fisher's test in whole numbers of any length. */
  const exactly = (a: number, n: number, c: number, m: number) => {
    const choose = (of: number, take: number): bigint => {
      let value = 1n;
      for (let i = 1; i <= take; i += 1) value = (value * BigInt(of - take + i)) / BigInt(i);
      return value;
    };
    const weights = new Map<number, bigint>();
    for (let k = Math.max(0, a + c - m); k <= Math.min(n, a + c); k += 1)
      weights.set(k, choose(n, k) * choose(m, a + c - k));
    const own = weights.get(a) ?? 0n;
    let [part, whole] = [0n, 0n];
    for (const weight of weights.values()) {
      whole += weight;
      if (weight <= own) part += weight;
    }
    return Number((part * 10n ** 15n) / whole) / 1e15;
  };

  it('compare two shares as whole numbers do', () => {
    // The lady tasting tea: three of four right.
    near(fisher({ count: 3, base: 4 }, { count: 1, base: 4 }), 34 / 70);
    fc.assert(
      fc.property(fc.nat(60), fc.nat(40), fc.nat(60), fc.nat(40), (a, more, c, most) => {
        const [n, m] = [a + more, c + most];
        if (n === 0 || m === 0 || a + c === 0 || a + c === n + m) return;
        near(fisher({ count: a, base: n }, { count: c, base: m }), exactly(a, n, c, m));
      }),
      { numRuns: 60 },
    );
    expect(fisher({ count: 0, base: 0 }, { count: 3, base: 10 })).toBe(1);
    expect(fisher({ count: 900, base: 30_000 }, { count: 10, base: 30_000 })).toBeLessThan(1e-100);
  });
});

describe('the chain ladder', () => {
  it('climbs the RAA triangle with Mack’s error', () => {
    const found = chainLadder(RAA);
    const factors = [
      2.999359, 1.623523, 1.270888, 1.171675, 1.113385, 1.041935, 1.033264, 1.016936, 1.009217,
    ];
    found?.factors.forEach((factor, i) => near(factor, factors[i] as number, 1e-6));
    const open = [0, 154, 617.4, 1636.1, 2746.7, 3649.1, 5435.3, 10907.2, 10650, 16339.4];
    found?.open.forEach((each, i) => near(each, open[i] as number, 5e-4));
    near(found?.total ?? 0, 52135.23, 1e-6);
    near(found?.standardError ?? 0, 26909.01, 1e-6);
    near(found?.developed[0] ?? 0, 0.1121, 1e-4);
    near(found?.developed[8] ?? 0, 0.9909, 1e-4);
    expect(chainLadder([[0, 1], [0]])).toBeNull();
  });
});

/** Four weekly cohorts by hand: disputes at age 0, 1, 2 and 3 weeks. */
const HAND: History = (() => {
  const orders = [1000, 1200, 800, 1000];
  const disputes = [[4, 10, 8, 6], [6, 12, 9], [3, 9], [5]];
  const days = new Array<number>(28).fill(0);
  const events: Event[] = [];
  orders.forEach((count, week) => {
    days[7 * week] = count;
    disputes[week]?.forEach((seen, age) =>
      events.push({ day: 100 + 7 * week, delay: 7 * age + 3, count: seen }),
    );
  });
  return { from: 100, orders: days, events };
})();
const HAND_CUT = 128;

describe('disputes by the age of the order', () => {
  const hazards = hazardsAt(HAND, HAND_CUT);

  it('come with the hazards counted by hand', () => {
    const byHand = [18 / 4000, 31 / 2987, 17 / 2168, 6 / 978];
    hazards.hazard.forEach((h, i) => near(h, byHand[i] as number));
    const f = [0.0045, 0.0148316, 0.0225566, 0.0285532];
    hazards.undisputed.slice(1).forEach((share, i) => near(1 - share, f[i] as number, 1e-7));
    near(developed(hazards)[0] as number, 0.0045 / 0.0285532, 1e-5);
    expect(developed(hazards).at(-1)).toBe(1);
  });

  it('complete each cohort to what it will have had', () => {
    const rates = [0.028, 0.0284969, 0.0287193, 0.0290411];
    rates.forEach((rate, week) => {
      const { orders, projected } = project(
        HAND,
        hazards,
        HAND_CUT,
        100 + 7 * week,
        107 + 7 * week,
      );
      near(projected / orders, rate, 1e-7);
    });
  });

  it('make the same table as factors', () => {
    const rows = triangleOf(HAND, HAND_CUT, 1);
    expect(rows).toEqual([[4, 14, 22, 28], [6, 18, 27], [3, 12], [5]]);
    const factors = [3.384615, 1.53125, 1.272727];
    chainLadder(rows)?.factors.forEach((factor, i) => near(factor, factors[i] as number, 1e-6));
  });

  it('are all in the triangle, those of the youngest orders and of a first block that is not whole', () => {
    const events: Event[] = [
      { day: 100, delay: 0, count: 1 },
      { day: 100, delay: 10, count: 2 },
      { day: 103, delay: 3, count: 4 },
      { day: 110, delay: 0, count: 8 },
      { day: 116, delay: 0, count: 16 },
      // Known tomorrow only.
      { day: 116, delay: 1, count: 32 },
    ];
    // Two weeks up to day 117 begin on day 103; days 100 to 102 belong to the first of them.
    const history = { from: 100, orders: new Array<number>(17).fill(9), events };
    expect(triangleOf(history, 117, 1)).toEqual([[5, 7], [24]]);
  });

  it('look at nothing later than the cut', () => {
    const later = { ...HAND, events: [...HAND.events, { day: 121, delay: 7, count: 90 }] };
    expect(hazardsAt(later, HAND_CUT)).toEqual(hazards);
    const long = { ...HAND, events: [...HAND.events, { day: 121, delay: 90, count: 3 }] };
    expect(hazardsAt(long, HAND_CUT)).toEqual(hazards);
    expect(project(later, hazards, HAND_CUT, 121, 128)).toEqual(
      project(HAND, hazards, HAND_CUT, 121, 128),
    );
  });

  it('are counted by the day of their order, the end not included, and as known before the cut', () => {
    const events: Event[] = [
      { day: 10, delay: 0, count: 1 },
      { day: 10, delay: 5, count: 2 },
      { day: 11, delay: 4, count: 4 },
      { day: 12, delay: 1, count: 8 },
      { day: 14, delay: 1, count: 16 },
    ];
    expect(seenOf(events, 10, 12, 100)).toBe(7);
    expect(seenOf(events, 11, 12, 100)).toBe(4);
    expect(seenOf(events, 12, 12, 100)).toBe(0);
    expect(seenOf(events, 12, 14, 100)).toBe(8);
    expect(seenOf(events, 13, 15, 100)).toBe(16);
    expect(seenOf(events, 0, 100, 15)).toBe(9);
    expect(seenOf(events, 0, 100, 16)).toBe(31);
    expect(seenOf([], 0, 100, 15)).toBe(0);
  });

  it('come within days that more than a share of them needs', () => {
    const events = [1, 2, 3, 4].map((delay) => ({ day: 0, delay, count: 1 }));
    expect(delayQuantile(events, 0.5)).toBe(3);
    expect(delayQuantile(events, 0.49)).toBe(2);
    expect(delayQuantile(events, 1)).toBe(4);
    expect(delayQuantile([], 0.5)).toBeNull();
  });

  it('answer an empty history', () => {
    const none = hazardsAt({ from: 0, orders: [3, 4], events: [] }, 2);
    expect(none.hazard).toEqual([]);
    expect(project({ from: 0, orders: [3, 4], events: [] }, none, 2, 0, 2).projected).toBe(0);
    expect(forecasterAt({ from: 0, orders: [3], events: [] }, 1).isEnough).toBe(false);
  });
});

describe('forecasts', () => {
  it('have the beta-binomial limits computed elsewhere', () => {
    const at = (chance: number) => betaBinomialQuantile(chance, 400, 32, 1568);
    expect([at(0.1), at(0.9), at(0.025), at(0.975)]).toEqual([4, 12, 3, 15]);
  });

  it('score as the published formula does', () => {
    expect([8, 1, 15].map((actual) => intervalScore(3, 13, actual, 0.2))).toEqual([10, 30, 30]);
  });

  it('hold the middle of a count’s distribution', () => {
    // Poisson 10: 5 % are reached at 5, 95 % at 15, from tables.
    expect(countInterval(10, 10)).toEqual({ low: 5, high: 15 });
    expect(countInterval(0, 0)).toEqual({ low: 0, high: 0 });
    const wide = countInterval(10, 40);
    expect(wide.low).toBeLessThan(5);
    expect(wide.high).toBeGreaterThan(15);
  });
});
