/** Did a change help? Orders before and after a day, without those nobody can judge yet. */
import { six } from './six.ts';
import type { History } from './stats/delay.ts';
import { exactInterval, fisher } from './stats/exact-test.ts';
import type { Seen } from './stats/charts.ts';
import { isoDay } from './periods.ts';

/** Below this many expected disputes on either side nothing can be said. */
const FEWEST = 5;
/** The level of the test, and of the intervals beside it. */
const LEVEL = 0.05;

/**
 * @param day the first day on which the change held.
 * @param matureBefore orders from this day on are still under way, and left out.
 */
export function change({ from, orders, events }: History, day: number, matureBefore: number) {
  const side = (start: number, end: number): Seen => {
    let base = 0;
    for (let i = Math.max(start, from); i < end && i - from < orders.length; i += 1)
      base += orders[i - from] as number;
    const count = events.reduce(
      (sum, event) => (event.day >= start && event.day < end ? sum + event.count : sum),
      0,
    );
    return { count, base };
  };
  const before = side(from, Math.min(day, matureBefore));
  const after = side(day, matureBefore);
  const young = side(Math.max(from, matureBefore), Infinity);
  const p = fisher(before, after);
  const pooled = (before.count + after.count) / Math.max(1, before.base + after.base);
  const isEnough = Math.min(before.base, after.base) * pooled >= FEWEST;
  const rate = ({ count, base }: Seen) => count / Math.max(1, base);
  const shown = (one: Seen) => {
    const interval = one.base > 0 ? exactInterval(one, 1 - LEVEL) : null;
    return {
      orders: one.base,
      count: one.count,
      num: one.count,
      den: one.base,
      low: interval && six(interval.low),
      high: interval && six(interval.high),
    };
  };
  return {
    day: isoDay(day),
    before: shown(before),
    after: shown(after),
    /** Orders still under way, on neither side. */
    leftOut: young.base,
    p: six(p) as string,
    verdict: !isEnough
      ? ('too-few' as const)
      : p > LEVEL
        ? ('no-difference' as const)
        : rate(after) < rate(before)
          ? ('better' as const)
          : ('worse' as const),
  };
}
