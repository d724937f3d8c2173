/** Two or three offers that cost the same to a minor unit, for the buyer to choose from. */
import { compare, divide, exact, subtract, ZERO, type Exact } from '../shared/exact.ts';
import { agreedDispute, couponCost, refund, refundCost, returnCost, sendCost } from './costs.ts';
import type { Bounds, OptionId } from './limits.ts';
import { ceilingOf, isOpen, smallestOffer } from './ladder.ts';
import { downToMinor, minorUnit } from './minor.ts';
import type { Checked } from './schema.ts';

export interface BundleOffer {
  id: OptionId;
  /** The refund in it; null where the offer holds no part refund. */
  amount: Exact | null;
  cost: Exact;
}

/** A part refund of which the cost, with `already` beside it, comes up to `cost` and not beyond. */
function amountFor(input: Checked, bounds: Bounds, cost: Exact, already: Exact): Exact | null {
  const unit = refund(input, exact(1n));
  if (unit.num === 0n) return null;
  const room = subtract(subtract(cost, agreedDispute(input)), already);
  const amount = downToMinor(divide(room, unit), input.digits);
  return compare(amount, smallestOffer(input, bounds)) >= 0 ? amount : null;
}

/** Offers of a given cost that are not a part refund. */
function fixedOffers(input: Checked): BundleOffer[] {
  const costs = {
    resend: sendCost(input, 'resend'),
    'spare-part': sendCost(input, 'spare-part'),
    coupon: couponCost(input, null),
    'return-refund': returnCost(input),
  } as const;
  return (Object.keys(costs) as (keyof typeof costs)[]).flatMap((id) => {
    const { value } = costs[id];
    return value !== null && isOpen(input, id) ? [{ id, amount: null, cost: value }] : [];
  });
}

const key = (offers: readonly BundleOffer[]) =>
  offers
    .map(({ id, amount }) => `${id} ${amount ? `${amount.num}/${amount.den}` : ''}`)
    .sort()
    .join(' + ');

/**
 * Every offer of a given cost with the part refund that costs the same, and with a smaller refund
 * beside the coupon where there is one. Nothing in a bundle costs more than the walk-away does.
 */
export function bundlesOf(
  input: Checked,
  bounds: Bounds,
  ladder: readonly Exact[],
): BundleOffer[][] {
  const [first] = ladder;
  if (first === undefined || !isOpen(input, 'partial-refund')) return [];
  const limit = refundCost(input, ceilingOf(input, bounds)).value as Exact;
  const fixed = fixedOffers(input).filter(({ cost }) => compare(cost, limit) <= 0);
  const used =
    isOpen(input, 'mixed') && input.couponValue?.num !== 0n ? couponCost(input, null).value : null;
  const coupon = used === null ? null : subtract(used, agreedDispute(input));
  const unit = minorUnit(input.digits);

  const near = (offers: readonly BundleOffer[]) =>
    offers.every((one) => offers.every((two) => compare(subtract(one.cost, two.cost), unit) <= 0));
  const bundleAt = (anchor: BundleOffer | null, cost: Exact): BundleOffer[] => {
    const offers: BundleOffer[] = anchor ? [anchor] : [];
    const add = (offer: BundleOffer) => {
      if (offers.length < 3 && near([...offers, offer])) offers.push(offer);
    };
    const part = amountFor(input, bounds, cost, ZERO);
    if (part)
      add({ id: 'partial-refund', amount: part, cost: refundCost(input, part).value as Exact });
    for (const other of fixed) if (other.id !== anchor?.id) add(other);
    const beside = coupon === null ? null : amountFor(input, bounds, cost, coupon);
    if (beside)
      add({ id: 'mixed', amount: beside, cost: couponCost(input, beside).value as Exact });
    return offers;
  };
  const found = [
    ...fixed.map((anchor) => bundleAt(anchor, anchor.cost)),
    bundleAt(null, refundCost(input, first).value as Exact),
  ].filter((offers) => offers.length > 1);
  return found.filter((one, i) => found.findIndex((other) => key(other) === key(one)) === i);
}
