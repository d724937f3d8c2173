import { ceil, compare, divide, floor, negate, ZERO, type Exact } from '../shared/exact.ts';
import type { Comparison } from './metric.ts';

/**
 * A quantity that moves in equal steps: `at` now, `step` more with each further claim, order or
 * withdrawal. Every condition on such a quantity holds on one unbroken run of steps, so "how many
 * more" is answered by arithmetic instead of by search, exactly and at any size.
 */
export interface Moving {
  at: Exact;
  step: Exact;
}

/** Whole numbers of steps, `from` … `to` inclusive, never below 0; `to` null means without end. */
export interface Span {
  from: bigint;
  to: bigint | null;
}

export const ALWAYS: Span = { from: 0n, to: null };

/** For which numbers of steps the quantity stands in this relation to zero; null for none. */
export function spanWhere(quantity: Moving, is: Comparison): Span | null {
  const rising = is === 'at-or-above' || is === 'above';
  const at = rising ? quantity.at : negate(quantity.at);
  const step = rising ? quantity.step : negate(quantity.step);
  const strict = is === 'above' || is === 'below';
  const direction = compare(step, ZERO);
  if (direction === 0) {
    const standing = compare(at, ZERO);
    return standing > 0 || (standing === 0 && !strict) ? ALWAYS : null;
  }
  // at + step·x meets zero here; from there on (or up to there) the condition holds.
  const root = divide(negate(at), step);
  if (direction > 0) {
    const from = strict ? floor(root) + 1n : ceil(root);
    return { from: from > 0n ? from : 0n, to: null };
  }
  const to = strict ? ceil(root) - 1n : floor(root);
  return to < 0n ? null : { from: 0n, to };
}

/** The steps in both; null for none. */
export function intersect(a: Span | null, b: Span | null): Span | null {
  if (!a || !b) return null;
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null ? b.to : b.to === null || a.to < b.to ? a.to : b.to;
  return to !== null && to < from ? null : { from, to };
}

export const contains = (span: Span, step: bigint): boolean =>
  span.from <= step && (span.to === null || step <= span.to);

/** The fewest steps inside any of the spans; null where there are none. */
export function firstInside(spans: readonly Span[]): bigint | null {
  return spans.reduce<bigint | null>(
    (first, span) => (first === null || span.from < first ? span.from : first),
    null,
  );
}

/** The fewest steps outside all of the spans; null where they cover everything. */
export function firstOutside(spans: readonly Span[]): bigint | null {
  let step = 0n;
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (!contains(span, step)) continue;
    if (span.to === null) return null;
    step = span.to + 1n;
  }
  return step;
}
