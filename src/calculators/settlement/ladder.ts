/** How far to go, and in which steps. The shape of the steps is this tool's convention, not a finding. */
import {
  add,
  compare,
  divide,
  exact,
  multiply,
  subtract,
  ZERO,
  type Exact,
} from '../shared/exact.ts';
import { unfitOf } from './causes.ts';
import { agreedDispute, holdCost, holdLine, refund, refundCost, returnCost } from './costs.ts';
import { standingOf, type Bounds, type OptionId } from './limits.ts';
import { downToMinor, minorUnit } from './minor.ts';
import type { Checked } from './schema.ts';

const HALF = exact(1n, 2n);
const least = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);

/** May a way out be taken here: the platform allows it, and it makes sense for the cause? */
export const isOpen = (input: Checked, id: OptionId): boolean =>
  standingOf(input.platform, id).allowed && unfitOf(input, id) === null;

/**
 * The cheapest of what is left where no part refund is agreed. `accept` can always be computed. A way
 * that is not open sets no limit: goods that never arrived are not returned, however cheap that were.
 */
export function cheapestElse(input: Checked): { by: OptionId; cost: Exact } {
  const ways: [OptionId, Exact | null][] = [
    ['hold', holdCost(input).value],
    ['return-refund', isOpen(input, 'return-refund') ? returnCost(input).value : null],
  ];
  let best: { by: OptionId; cost: Exact } = {
    by: 'accept',
    cost: refundCost(input, input.claim).value as Exact,
  };
  for (const [by, cost] of ways)
    if (cost !== null && compare(cost, best.cost) < 0) best = { by, cost };
  return best;
}

/** The largest part refund, in whole minor units, that costs no more than `limit`; 0 to the claim. */
function largestFor(input: Checked, limit: Exact): Exact {
  const room = subtract(limit, agreedDispute(input));
  if (room.num < 0n) return ZERO;
  const unit = refund(input, exact(1n));
  // All commission comes back: a refund costs nothing, whatever its amount.
  const amount = unit.num === 0n ? input.claim : divide(room, unit);
  return downToMinor(least(amount, input.claim), input.digits);
}

export const walkAwayOf = (input: Checked): Exact => largestFor(input, cheapestElse(input).cost);

/**
 * The highest a step may go: the walk-away, the price, and what the platform lets one offer. Beyond the
 * price nothing is offered, however dear the rest: money on top of it buys no more goodwill.
 */
export const ceilingOf = (input: Checked, bounds: Bounds): Exact => {
  const limit = least(walkAwayOf(input), input.price);
  return bounds.most === null ? limit : least(limit, bounds.most);
};

/** A part refund is no offer below one minor unit, nor below what the platform's form takes. */
export const smallestOffer = (input: Checked, bounds: Bounds): Exact => {
  const unit = minorUnit(input.digits);
  return bounds.least !== null && compare(bounds.least, unit) > 0 ? bounds.least : unit;
};

/**
 * Offer k = ceiling − (ceiling − first)/2^k, rounded down to minor units, strictly rising, at most as
 * many as are left. Nothing is no offer, nor is less than the platform's form takes: such a step is
 * left out. Empty where nothing may be offered, and where half of the ceiling rounds down to nothing.
 */
export function ladderOf(input: Checked, bounds: Bounds): Exact[] {
  const ceiling = ceilingOf(input, bounds);
  const smallest = smallestOffer(input, bounds);
  const count = Math.min(input.offersLeft, bounds.offers ?? input.offersLeft);
  if (count === 0 || compare(ceiling, smallest) < 0) return [];
  const first = least(input.firstOffer ?? multiply(ceiling, HALF), ceiling);
  const steps: Exact[] = [];
  for (let k = 0n, gap = subtract(ceiling, first); k < BigInt(count); k += 1n) {
    const step = downToMinor(subtract(ceiling, gap), input.digits);
    const last = steps.at(-1);
    if (compare(step, smallest) >= 0 && (last === undefined || compare(step, last) > 0))
      steps.push(step);
    gap = multiply(gap, HALF);
  }
  return steps;
}

/** The chance of losing at which holding costs the same as an offer; null where no chance changes it. */
export function breakEvenOf(input: Checked, offer: Exact): Exact | null {
  const line = holdLine(input);
  if (line === null || line.slope.num === 0n) return null;
  const cost = add(refund(input, offer), agreedDispute(input));
  return divide(subtract(cost, line.fixed), line.slope);
}
