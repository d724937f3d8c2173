import {
  add,
  compare,
  divide,
  exact,
  multiply,
  ONE,
  subtract,
  ZERO,
  type Exact,
} from '../shared/exact.ts';
import { percentOf } from '../shared/ratio.ts';
import { betaBinomialTail } from '../shared/stats.ts';
import { spansOf, type ResolvedLine, type State } from './lines.ts';
import type { DisputeRateInput } from './measure.ts';
import type { Metric } from './metric.ts';
import type { Reason } from './reason.ts';
import { firstInside } from './spans.ts';

export interface Forecast {
  /** Percent, four places. */
  expectedPercent: string;
  /** Probability between 0 and 1, six places; null where there is no line to be over. */
  chanceOver: string | null;
}

const HALF = exact(1, 2);

/** The shop at the end of the forecast, moving with each planned order that turns into a claim. */
function forecastState(
  metric: Metric,
  input: DisputeRateInput,
  net: Exact,
  base: Exact,
  planned: Exact,
): State {
  const left = subtract(net, input.leavingClaims);
  const size = add(subtract(base, input.leavingOrders), planned);
  return (of) => {
    if (of === 'numerator') return { at: left, step: ONE };
    if (of === 'denominator') return { at: size, step: ZERO };
    const now = input.amounts[of] ?? ZERO;
    if (!metric.furtherClaim.includes(of)) return { at: now, step: ZERO };
    const after = subtract(now, input.leavingClaims);
    return { at: compare(after, ZERO) < 0 ? ZERO : after, step: ONE };
  };
}

/**
 * Where the rate will stand once the planned orders have closed.
 *
 * Each planned order becomes a net claim with probability p ~ Beta(net + ½, N − net + ½), Jeffreys'
 * posterior; the number that do is therefore beta-binomial, and the chance is its upper tail.
 */
export function forecastOf(
  metric: Metric,
  input: DisputeRateInput,
  net: Exact,
  base: Exact,
  firstTier: readonly ResolvedLine[],
): { forecast: Forecast | null; reason: Reason | null } {
  if (!metric.countsOrders) return { forecast: null, reason: 'not-orders' };
  const planned = input.plannedOrders;
  if (!planned) return { forecast: null, reason: 'not-asked' };
  if (compare(net, base) > 0) return { forecast: null, reason: 'more-claims-than-orders' };
  const state = forecastState(metric, input, net, base, planned);
  const left = state('numerator').at;
  const size = state('denominator').at;
  if (compare(size, ZERO) <= 0) return { forecast: null, reason: 'no-orders-left' };

  const mean = divide(add(net, HALF), add(base, ONE));
  const expectedPercent = percentOf(add(left, multiply(planned, mean)), size);
  if (firstTier.length === 0)
    return { forecast: { expectedPercent, chanceOver: null }, reason: 'no-line' };
  const enough = firstInside(spansOf(state, firstTier));
  const trials = Number(planned.num);
  const chance =
    enough === null || enough > planned.num
      ? 0
      : betaBinomialTail(
          Number(enough),
          trials,
          Number(net.num) + 0.5,
          Number(base.num - net.num) + 0.5,
        );
  return { forecast: { expectedPercent, chanceOver: chance.toFixed(6) }, reason: null };
}
