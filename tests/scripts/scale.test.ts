import { describe, expect, it } from 'vitest';
import { curveOf, growthOf } from '../../scripts/lib/scale.mjs';

const rows = [
  { count: 100, 'stock s': 5, 'stock MB': 300, s: 6, MB: 400 },
  { count: 1000, 'stock s': 40, 'stock MB': 500, s: 50, MB: 600 },
  { count: 10_000, 'stock s': 400, 'stock MB': 2000, s: 600, MB: 3000 },
];

describe('how the site grows', () => {
  it('is told by what a page costs, the later to the earlier', () => {
    expect(growthOf(rows, 's')).toBeCloseTo(1.2, 10);
    expect(growthOf(rows, 'MB')).toBeCloseTo(0.5, 10);
    expect(growthOf(rows.slice(0, 1), 's')).toBeUndefined();
  });

  it('is drawn with a point for each size, higher for more', () => {
    const curves = [...curveOf(rows).matchAll(/points="([^"]*)"/g)].map(([, points = '']) =>
      points.split(' ').map((point) => point.split(',').map(Number)),
    );
    expect(curves.map((points) => points.length)).toEqual([3, 3, 3, 3]);
    for (const points of curves)
      for (const [i, [x = 0, y = 0]] of points.entries()) {
        const [before = 0, lower = Infinity] = points[i - 1] ?? [];
        expect(x).toBeGreaterThan(before);
        expect(y).toBeLessThan(lower);
      }
  });
});
