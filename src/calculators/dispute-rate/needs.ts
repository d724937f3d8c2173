import {
  add,
  exact,
  multiply,
  ONE,
  subtract,
  toDecimal,
  ZERO,
  type Exact,
} from '../shared/exact.ts';
import { minorDigits } from '../shared/currency-digits.ts';
import { spansOf, stateOf, type ResolvedLine } from './lines.ts';
import type { DisputeRateInput } from './measure.ts';
import type { Metric } from './metric.ts';
import type { Reason } from './reason.ts';
import { firstInside, firstOutside } from './spans.ts';

export interface Mix {
  withdrawals: number;
  orders: number;
}

/** How far the shop is from the lines: each figure, or the reason why there is none. */
export interface Needs {
  headroom: number | Reason;
  withdrawals: number | Reason;
  orders: number | Reason;
  /** Only for metrics that divide money by money; null for the others. */
  headroomAmount: { amount: string } | Reason | null;
  ordersAmount: { amount: string } | Reason | null;
  mix: Mix[] | Reason;
  mixComplete: boolean;
}

/** Beyond this the frontier is sampled: nobody reads it, and a page must not draw it. */
const MOST_PAIRS = 1000;

/** The cheapest ways out, from no withdrawal to as many as are needed; each pair just suffices. */
function frontier(
  metric: Metric,
  input: DisputeRateInput,
  lines: readonly ResolvedLine[],
  most: bigint,
): { mix: Mix[]; complete: boolean } {
  const complete = most < BigInt(MOST_PAIRS);
  const samples = complete ? Number(most) + 1 : MOST_PAIRS;
  const mix: Mix[] = [];
  for (let i = 0; i < samples; i += 1) {
    const withdrawals = complete ? BigInt(i) : (most * BigInt(i)) / BigInt(samples - 1);
    const amounts = { ...input.amounts };
    if (metric.withdrawal) {
      const { term } = metric.withdrawal;
      amounts[term] = add(amounts[term] ?? ZERO, exact(withdrawals));
    }
    const state = stateOf(metric, { ...input, amounts }, metric.furtherOrder, ONE);
    const orders = firstOutside(spansOf(state, lines));
    const last = mix.at(-1);
    if (orders !== null && (!last || Number(orders) < last.orders))
      mix.push({ withdrawals: Number(withdrawals), orders: Number(orders) });
  }
  return { mix, complete };
}

const isCount = (metric: Metric, id: string): boolean =>
  metric.terms.some((term) => term.id === id && term.kind === 'count');

/** The fewest withdrawals after which no line is reached, and how many there can be at most. */
function withdrawalsOf(
  metric: Metric,
  input: DisputeRateInput,
  deciding: readonly ResolvedLine[],
): { needed: bigint | Reason; possible: bigint } {
  if (!metric.withdrawal)
    return { needed: deciding.length === 0 ? 'no-line' : 'no-withdrawal', possible: 0n };
  const { term, upTo } = metric.withdrawal;
  const possible = subtract(input.amounts[upTo] ?? ZERO, input.amounts[term] ?? ZERO).num;
  if (deciding.length === 0) return { needed: 'no-line', possible };
  const needed = firstOutside(spansOf(stateOf(metric, input, [term], ONE), deciding));
  return {
    needed: needed === null || needed > possible ? 'withdrawals-do-not-suffice' : needed,
    possible,
  };
}

/** The fewest further orders without a claim after which no line is reached. */
function ordersOf(
  metric: Metric,
  input: DisputeRateInput,
  deciding: readonly ResolvedLine[],
  step: Exact,
): bigint | Reason {
  if (deciding.length === 0) return 'no-line';
  const state = stateOf(metric, input, metric.furtherOrder, step);
  return firstOutside(spansOf(state, deciding)) ?? 'orders-do-not-suffice';
}

const asNumber = (steps: bigint | Reason, less = 0) =>
  typeof steps === 'bigint' ? Number(steps) - less : steps;

/** Digits behind the point of the amounts: those of their currency, two where nobody named one. */
const digitsOf = ({ currency }: DisputeRateInput) =>
  (currency === null ? undefined : minorDigits(currency)) ?? 2;

/**
 * How many further claims the shop can take, and what would bring it under every line.
 *
 * @param deciding the lines that count: the published ones, else the person's own.
 * @param reachedTier the number of the highest tier reached, 0 for none.
 */
export function needsOf(
  metric: Metric,
  input: DisputeRateInput,
  deciding: readonly ResolvedLine[],
  reachedTier: number,
): Needs {
  const toNext = (step: Exact): bigint | Reason => {
    const higher = deciding.filter((line) => line.tier > reachedTier);
    if (higher.length === 0) return deciding.length === 0 ? 'no-line' : 'top-tier';
    const state = stateOf(metric, input, metric.furtherClaim, step);
    return firstInside(spansOf(state, higher)) ?? 'never-reached';
  };
  const toLeave = (step: Exact) => ordersOf(metric, input, deciding, step);
  const digits = digitsOf(input);
  const unit = exact(1n, 10n ** BigInt(digits));
  const asAmount = (units: bigint | Reason, less = 0n) =>
    typeof units === 'bigint'
      ? { amount: toDecimal(multiply(exact(units - less), unit), digits) }
      : units;
  const countsClaims = metric.furtherClaim.every((id) => isCount(metric, id));
  const countsSales = metric.furtherOrder.every((id) => isCount(metric, id));
  const inMoney: Reason = deciding.length === 0 ? 'no-line' : 'counts-money';
  const { needed, possible } = withdrawalsOf(metric, input, deciding);

  let mix: Mix[] | Reason = inMoney;
  let mixComplete = true;
  if (deciding.length > 0 && countsSales) {
    const found = frontier(metric, input, deciding, typeof needed === 'bigint' ? needed : possible);
    mixComplete = found.complete;
    mix = found.mix.length > 0 ? found.mix : 'orders-do-not-suffice';
  }
  return {
    headroom: countsClaims ? asNumber(toNext(ONE), 1) : inMoney,
    withdrawals: asNumber(needed),
    orders: countsSales || reachedTier === 0 ? asNumber(toLeave(ONE)) : inMoney,
    headroomAmount: countsClaims ? null : asAmount(toNext(unit), 1n),
    ordersAmount: countsSales ? null : asAmount(toLeave(unit)),
    mix: deciding.length === 0 ? 'no-line' : mix,
    mixComplete,
  };
}

/** What leaves a tier for the one below it; null for what cannot do it alone. */
export interface Leaving {
  withdrawals: number | null;
  orders: number | null;
}

/**
 * What takes the shop below the highest tier it has reached, where it has reached a lower one as well.
 *
 * @returns null where no lower tier is reached: then what leaves one leaves all, and `needsOf` says it.
 */
export function leavingTop(
  metric: Metric,
  input: DisputeRateInput,
  deciding: readonly ResolvedLine[],
  reached: readonly ResolvedLine[],
): Leaving | null {
  const tiers = reached.map(({ tier }) => tier);
  const top = Math.max(0, ...tiers);
  if (tiers.every((tier) => tier === top)) return null;
  const lines = deciding.filter(({ tier }) => tier >= top);
  const figure = (steps: bigint | Reason) => (typeof steps === 'bigint' ? Number(steps) : null);
  const countsSales = metric.furtherOrder.every((id) => isCount(metric, id));
  return {
    withdrawals: figure(withdrawalsOf(metric, input, lines).needed),
    orders: countsSales ? figure(ordersOf(metric, input, lines, ONE)) : null,
  };
}
