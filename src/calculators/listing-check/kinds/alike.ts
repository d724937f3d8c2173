import type { Property } from '../fault.ts';
import type { Stated } from './stated.ts';

const near = (x: number, y: number, tolerance: number) =>
  Math.abs(x - y) <= tolerance * Math.max(x, y) + 1e-9;

/** Sides of one thing, in any order, in units that may be left out; a height that one side leaves out is no other thing. */
function isOneSize(a: readonly number[], b: readonly number[], tolerance: number): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return [1, 10, 100, 1000, 25.4].some((factor) =>
    [factor, 1 / factor].some((scale) => {
      const left = [...many];
      return few.every((side) => {
        const at = left.findIndex((other) => near(side * scale, other, tolerance));
        if (at !== -1) left.splice(at, 1);
        return at !== -1;
      });
    }),
  );
}

/** A range states where it begins and where it ends. */
const endsOf = ({ amounts, high }: Stated): readonly number[] =>
  amounts.some((amount) => amount < high) ? [...amounts, high] : amounts;

export function isAlike(a: Stated, b: Stated, property: Property): boolean {
  const tolerance = property.tolerance ?? 0;
  if (property.kind === 'words' || property.kind === 'code') return a.value === b.value;
  if (property.kind === 'size') return isOneSize(a.amounts, b.amounts, tolerance);
  return endsOf(a).some((x) =>
    endsOf(b).some(
      (y) =>
        (property.ranges === true && x <= b.high && y <= a.high) ||
        [1, ...(property.alike ?? [])].some(
          (factor) => near(x * factor, y, tolerance) || near(y * factor, x, tolerance),
        ),
    ),
  );
}
