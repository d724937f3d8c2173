/** What comes next, with intervals, and how often such intervals held before. */
import { betaBinomialTail, incompleteBeta } from '../../shared/stats.ts';
import {
  hazardsAt,
  project,
  seenOf,
  WEEK,
  type Hazards,
  type History,
  type Projection,
} from './delay.ts';
import { incompleteGamma } from './gamma.ts';

/** Orders of so many days are forecast together. */
export const WINDOW = 30;
/** The intervals hold the truth with this chance. */
export const HELD = 0.9;
/** Below this a forecast would be a guess. */
export const LEAST = { days: 90, disputes: 20 } as const;

const LOW = (1 - HELD) / 2;
/** The part of the spread's own error that is added to it; set so that intervals hold as often as they say. */
const CAUTION = 0.3;

/** The smallest count whose distribution reaches the chance. `atMost` grows from 0 to 1. */
function countAt(chance: number, start: number, atMost: (k: number) => number): number {
  let high = Math.max(1, Math.ceil(start));
  while (atMost(high) < chance) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(middle) >= chance) high = middle;
    else low = middle;
  }
  return high;
}

/** Counts between which the middle share of a negative binomial variable lies; Poisson where the variance is the mean. */
export function countInterval(mean: number, variance: number): { low: number; high: number } {
  if (!(mean > 0)) return { low: 0, high: 0 };
  const extra = variance - mean;
  const shape = extra > mean * 1e-9 ? (mean * mean) / extra : Infinity;
  const atMost = (k: number) =>
    shape === Infinity || shape > 1e9
      ? 1 - incompleteGamma(k + 1, mean)
      : incompleteBeta(shape / (shape + mean), shape, k + 1);
  return { low: countAt(LOW, mean, atMost), high: countAt(1 - LOW, mean, atMost) };
}

/** The smallest count of `trials` whose beta-binomial distribution reaches the chance. */
export const betaBinomialQuantile = (chance: number, trials: number, a: number, b: number) =>
  countAt(chance, (trials * a) / (a + b), (k) =>
    k >= trials ? 1 : 1 - betaBinomialTail(k + 1, trials, a, b),
  );

/** The score of an interval that should hold with chance 1 − α: its width, and a fine where it did not. */
export const intervalScore = (low: number, high: number, actual: number, alpha: number): number =>
  high - low + (2 / alpha) * (Math.max(0, low - actual) + Math.max(0, actual - high));

/**
 * How much more windows of orders differ than counting alone makes them: the squared coefficient of
 * variation of their true rates, by moments. A handful of windows cannot show that there is none, so
 * part of what the estimate itself may be off by is added.
 */
function spreadOf(past: History, hazards: Hazards, cut: number): number {
  let excess = 0;
  let squares = 0;
  let whole = 0;
  let windows = 0;
  for (let end = cut; end - WINDOW >= past.from; end -= WINDOW) {
    const { seen, expectedSoFar } = project(past, hazards, cut, end - WINDOW, end);
    excess += (seen - expectedSoFar) ** 2 - expectedSoFar;
    squares += expectedSoFar * expectedSoFar;
    whole += expectedSoFar;
    windows += 1;
  }
  if (squares === 0) return 0;
  const spread = Math.max(0, excess / squares);
  const error = Math.sqrt(2 / windows) * (whole / squares + spread);
  return spread + CAUTION * error;
}

/**
 * The interval of what a cohort will have come to. Its own rate differs from the shop's by a factor
 * with the variance `spread`; what was seen of it tells part of that factor.
 */
function intervalOf(projection: Projection, spread: number): { low: number; high: number } {
  const { seen, projected, uncertainty, expectedSoFar } = projection;
  const open = projected - seen;
  if (!(open > 0)) return { low: seen, high: seen };
  const shape = spread > 0 ? 1 / spread : Infinity;
  const factor = shape === Infinity ? 1 : (shape + seen) / (shape + expectedSoFar);
  const mean = open * factor;
  const own = shape === Infinity ? 0 : (mean * mean) / (shape + seen);
  const { low, high } = countInterval(mean, mean + own + uncertainty * factor * factor);
  return { low: seen + low, high: seen + high };
}

/**
 * The interval of what all orders are still to come to. Each window of orders differs from the shop by a
 * factor of its own, so their variances add up; what is not known of the hazards is the same for all.
 */
function openInterval(past: History, daily: Hazards, cut: number, spread: number) {
  const shape = spread > 0 ? 1 / spread : Infinity;
  let mean = 0;
  let variance = project(past, daily, cut, past.from, cut).uncertainty;
  for (let end = cut; end > past.from; end -= WINDOW) {
    const { seen, projected, expectedSoFar } = project(past, daily, cut, end - WINDOW, end);
    const factor = shape === Infinity ? 1 : (shape + seen) / (shape + expectedSoFar);
    const own = Math.max(0, projected - seen) * factor;
    mean += own;
    variance += own + (shape === Infinity ? 0 : (own * own) / (shape + seen));
  }
  return countInterval(mean, variance);
}

export interface Forecasted {
  orders: number;
  seen: number;
  projected: number;
  low: number;
  high: number;
}

/** What is known of a history at a cut: is it long enough, and what do orders of a span come to? */
export function forecasterAt(past: History, cut: number) {
  const hazards = hazardsAt(past, cut);
  // Intervals count by the day: in whole weeks an order of six days would not have lived at all.
  const daily = hazardsAt(past, cut, 1);
  const spread = spreadOf(past, daily, cut);
  const days = cut - past.from;
  const disputes = hazards.disputed.reduce((sum, each) => sum + each, 0);
  return {
    hazards,
    spread,
    days,
    disputes,
    isEnough: days >= LEAST.days && disputes >= LEAST.disputes,
    of: (start: number, end: number): Forecasted => {
      const projection = project(past, hazards, cut, start, end);
      const { orders, seen, projected } = projection;
      const { low, high } = intervalOf(project(past, daily, cut, start, end), spread);
      return {
        orders,
        seen,
        projected,
        low: Math.min(low, Math.floor(projected)),
        high: Math.max(high, Math.ceil(projected)),
      };
    },
    /** All orders together: how many more disputes will come of them. */
    open: () => {
      const { orders, seen, projected } = project(past, hazards, cut, past.from, cut);
      const { low, high } = openInterval(past, daily, cut, spread);
      const open = projected - seen;
      return {
        orders,
        open,
        low: Math.min(low, Math.floor(open)),
        high: Math.max(high, Math.ceil(open)),
      };
    },
    /** So many orders not yet placed, at the shop's own rate. */
    ahead: (orders: number): Forecasted => {
      const final = 1 - (hazards.undisputed.at(-1) as number);
      const greenwood = hazards.hazard.reduce(
        (sum, h, week) => sum + (h < 1 ? h / (1 - h) / (hazards.atRisk[week] as number) : 0),
        0,
      );
      const variance = final * final * spread + (1 - final) ** 2 * greenwood;
      const size = variance > 0 ? (final * (1 - final)) / variance - 1 : 1e9;
      const [a, b] = [final * Math.max(size, 1), (1 - final) * Math.max(size, 1)];
      return {
        orders,
        seen: 0,
        projected: orders * final,
        low: orders === 0 ? 0 : betaBinomialQuantile(LOW, orders, a, b),
        high: orders === 0 ? 0 : betaBinomialQuantile(1 - LOW, orders, a, b),
      };
    },
  };
}

export interface BackTest extends Forecasted {
  /** The morning on which the forecast would have been made. */
  cut: number;
  actual: number;
}

/**
 * The same forecast as it would have been made on earlier mornings, beside what came of it. Only
 * where the history was long enough then, and the orders have lived through their weeks by now.
 */
export function backtest(past: History, cut: number, cuts: readonly number[]): BackTest[] {
  const weeks = hazardsAt(past, cut).hazard.length;
  return cuts.flatMap((then) => {
    if (then + WEEK * weeks > cut) return [];
    const known = forecasterAt(past, then);
    if (!known.isEnough) return [];
    const made = known.of(then - WINDOW, then);
    if (made.orders === 0) return [];
    const actual = seenOf(past.events, then - WINDOW, then, cut);
    return [{ cut: then, ...made, actual }];
  });
}
