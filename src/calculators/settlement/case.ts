import { minorDigits } from '../shared/currency-digits.ts';
import type { Case, CasePatch } from '../shared/case.ts';
import { causeOf } from '../shared/causes.ts';
import { given } from '../shared/given.ts';
import { lastOf } from '../shared/last-of.ts';
import type { SettlementResult } from './calculate.ts';
import { PLATFORMS, type SettlementInput } from './schema.ts';

/** What was bought for how much, what it is about, and what the buyer asked for last. */
export function fromCase({ platform, reason, order, offers }: Case): SettlementInput {
  const currency = order?.currency ?? lastOf(offers, (one) => one.currency)?.currency;
  const asked = lastOf(
    offers,
    (one) =>
      one.by === 'buyer' &&
      one.amount !== undefined &&
      (one.currency === undefined || one.currency === currency),
  );
  return given({
    platform: PLATFORMS.find((each) => each === platform),
    reason: reason === undefined ? undefined : causeOf(reason),
    price: order?.price,
    claim: asked?.amount,
    // Without a currency an amount says nothing here.
    currency: currency !== undefined && minorDigits(currency) !== undefined ? currency : undefined,
  });
}

/**
 * What the order was, and how far to go in which steps. An offer becomes part of the case when it is
 * made, not when it is planned.
 */
export function toCase(_input: SettlementInput, result: SettlementResult): CasePatch {
  if (result.kind !== 'ok') return {};
  const { platform, reason, price, currency, walkAway, ladder, asOf } = result;
  return given({
    platform,
    reason,
    order: { price, currency },
    plan: { at: asOf, walkAway, currency, ladder: [...ladder] },
  });
}
