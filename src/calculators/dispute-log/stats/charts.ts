/**
 * Control charts for shares. Sources: Montgomery, Introduction to Statistical Quality Control (p chart);
 * Laney, "Improved control charts for attributes", Quality Engineering 14 (2002); Page's tabular CUSUM;
 * Reynolds and Stoumbos, "A CUSUM chart for monitoring a proportion" (1999); Samuel and Pignatiello,
 * "Identifying the time of a step change in the process fraction nonconforming" (2001).
 */

/** What was seen in one period: `count` of `base`, base above zero. */
export interface Seen {
  count: number;
  base: number;
}

/** The mean of a moving range of two is this many standard deviations of a normal variable. */
const MEAN_RANGE = 1.128;
/** Limits stand this many standard deviations from the centre. */
export const LIMIT = 3;
/** As many periods in a row on one side of the centre are a run (Western Electric). */
export const RUN = 8;

/** A slow drift is looked for with this allowance and signalled at this height, in standard deviations. */
export const CUSUM = { k: 0.5, h: 5 } as const;

export interface ChartPoint {
  z: number;
  /** The same in units that hold the spread between periods too; NaN where there is none to measure. */
  zLaney: number;
  low: number;
  high: number;
  lowLaney: number;
  highLaney: number;
}

/** p chart and Laney's p′ of periods in order. Needs a base above zero in each. */
export function pChart(periods: readonly Seen[]): {
  center: number;
  sigmaZ: number;
  points: ChartPoint[];
} {
  const count = periods.reduce((sum, each) => sum + each.count, 0);
  const base = periods.reduce((sum, each) => sum + each.base, 0);
  const center = base > 0 ? count / base : Number.NaN;
  const spread = (n: number) => Math.sqrt((center * (1 - center)) / n);
  const z = periods.map((each) => {
    const sigma = spread(each.base);
    return sigma > 0 ? (each.count / each.base - center) / sigma : 0;
  });
  let range = 0;
  for (let i = 1; i < z.length; i += 1) range += Math.abs((z[i] as number) - (z[i - 1] as number));
  const sigmaZ = z.length > 1 ? range / (z.length - 1) / MEAN_RANGE : Number.NaN;
  return {
    center,
    sigmaZ,
    points: periods.map((each, i) => {
      const one = LIMIT * spread(each.base);
      const wide = one * sigmaZ;
      return {
        z: z[i] as number,
        zLaney: sigmaZ > 0 ? (z[i] as number) / sigmaZ : Number.NaN,
        low: Math.max(0, center - one),
        high: Math.min(1, center + one),
        lowLaney: Math.max(0, center - wide),
        highLaney: Math.min(1, center + wide),
      };
    }),
  };
}

/** Runs of at least {@link RUN} values on one side of zero; a zero ends a run. `to` is inclusive. */
export function runsOf(z: readonly number[]): { from: number; to: number; side: 'up' | 'down' }[] {
  const runs: { from: number; to: number; side: 'up' | 'down' }[] = [];
  let from = 0;
  for (let i = 1; i <= z.length; i += 1) {
    if (i < z.length && Math.sign(z[i] as number) === Math.sign(z[from] as number)) continue;
    const side = Math.sign(z[from] ?? 0);
    if (side !== 0 && i - from >= RUN)
      runs.push({ from, to: i - 1, side: side > 0 ? 'up' : 'down' });
    from = i;
  }
  return runs;
}

/** Page's two-sided tabular CUSUM around `target` with allowance `k`: [up, down] after each value. */
export function cusum(
  values: readonly number[],
  target: number,
  k: number,
): { up: number; down: number }[] {
  let up = 0;
  let down = 0;
  return values.map((value) => {
    up = Math.max(0, value - (target + k) + up);
    down = Math.max(0, target - k - value + down);
    return { up, down };
  });
}

/**
 * The step change that fits best: the first period that belongs to the new level, how much likelier
 * (in logarithms) the history is with it than without, and both levels. Null below two periods.
 */
export function stepChange(
  periods: readonly Seen[],
): { at: number; gain: number; before: number; after: number } | null {
  const likelihood = (count: number, base: number) =>
    (count > 0 ? count * Math.log(count / base) : 0) +
    (count < base ? (base - count) * Math.log(1 - count / base) : 0);
  const count = periods.reduce((sum, each) => sum + each.count, 0);
  const base = periods.reduce((sum, each) => sum + each.base, 0);
  let best: { at: number; gain: number; before: number; after: number } | null = null;
  let early = { count: 0, base: 0 };
  for (let at = 1; at < periods.length; at += 1) {
    const last = periods[at - 1] as Seen;
    early = { count: early.count + last.count, base: early.base + last.base };
    const late = { count: count - early.count, base: base - early.base };
    if (early.base === 0 || late.base === 0) continue;
    const gain =
      likelihood(early.count, early.base) +
      likelihood(late.count, late.base) -
      likelihood(count, base);
    if (best === null || gain > best.gain)
      best = { at, gain, before: early.count / early.base, after: late.count / late.base };
  }
  return best;
}
