import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, exact, multiply, ZERO } from '../shared/exact.ts';
import type { Comparison } from './metric.ts';
import {
  ALWAYS,
  contains,
  firstInside,
  firstOutside,
  intersect,
  spanWhere,
  type Span,
} from './spans.ts';

const holds = (value: -1 | 0 | 1, is: Comparison) =>
  ({ 'at-or-above': value >= 0, above: value > 0, 'at-or-below': value <= 0, below: value < 0 })[
    is
  ];

const fraction = fc
  .tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 7 }))
  .map(([n, d]) => exact(n, d));
const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(12), fc.option(fc.nat(8)))
  .map(([from, length]) => ({
    from: BigInt(from),
    to: length === null ? null : BigInt(from + length),
  }));

describe('spanWhere', () => {
  it('is where the condition holds, step by step', () => {
    fc.assert(
      fc.property(
        fraction,
        fraction,
        fc.constantFrom<Comparison>('at-or-above', 'above', 'at-or-below', 'below'),
        (at, step, is) => {
          const found = spanWhere({ at, step }, is);
          for (let x = 0; x <= 300; x += 1) {
            const value = compare(add(at, multiply(step, exact(x))), ZERO);
            expect(found !== null && contains(found, BigInt(x)), `step ${x}`).toBe(
              holds(value, is),
            );
          }
        },
      ),
    );
  });
});

describe('intersect, firstInside, firstOutside', () => {
  it('agree with looking at each step', () => {
    const steps = Array.from({ length: 60 }, (_, x) => BigInt(x));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), span, span, (spans, a, b) => {
        const both = intersect(a, b);
        for (const x of steps)
          expect(both !== null && contains(both, x)).toBe(contains(a, x) && contains(b, x));
        const inside = (x: bigint) => spans.some((each) => contains(each, x));
        expect(firstInside(spans)).toBe(steps.find(inside) ?? null);
        expect(firstOutside(spans)).toBe(steps.find((x) => !inside(x)) ?? null);
      }),
    );
  });

  it('know the empty and the whole', () => {
    expect(intersect(null, ALWAYS)).toBeNull();
    expect(intersect(ALWAYS, null)).toBeNull();
    expect(intersect(ALWAYS, ALWAYS)).toEqual(ALWAYS);
    expect([firstInside([]), firstOutside([]), firstOutside([ALWAYS])]).toEqual([null, 0n, null]);
  });
});
