import type { CasePatch } from '../shared/case.ts';
import { given } from '../shared/given.ts';
import type { AmountRole } from './amounts.ts';
import type { FindResult } from './calculate.ts';
import type { FindInput } from './schema.ts';

const only = <Value>(values: readonly Value[]): Value | undefined =>
  values.length === 1 ? values[0] : undefined;

/**
 * What a pasted text says about its case for certain: a number where it names one, not several; an amount
 * by what its words call it, what is asked back or what was paid. The likeliest situation is a person’s to
 * confirm, and is not among it.
 */
export function toCase(_input: FindInput, result: FindResult): CasePatch {
  if (result.kind !== 'ok') return {};
  const of = (wanted: AmountRole) =>
    only(
      result.amounts.filter(
        ({ role, value, currency }) => role === wanted && value !== null && currency !== null,
      ),
    );
  const claim = of('claim');
  // Two currencies in one order cannot be told in one field: what is asked counts.
  const paid = of('price');
  const price = claim && paid?.currency !== claim.currency ? undefined : paid;
  const order = given({
    id: only(result.orderIds),
    tracking: only(result.tracking),
    price: price?.value ?? undefined,
    claim: claim?.value ?? undefined,
    currency: (claim ?? price)?.currency ?? undefined,
  });
  const buyer = given({ language: result.language ?? undefined });
  return given({
    platform: only(result.platforms),
    order: Object.keys(order).length > 0 ? order : undefined,
    buyer: Object.keys(buyer).length > 0 ? buyer : undefined,
  });
}
