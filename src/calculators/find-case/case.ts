import type { CasePatch } from '../shared/case.ts';
import { given } from '../shared/given.ts';
import type { FindResult } from './calculate.ts';
import type { FindInput } from './schema.ts';

const only = <Value>(values: readonly Value[]): Value | undefined =>
  values.length === 1 ? values[0] : undefined;

/**
 * What a pasted text says about its case for certain: a number or an amount where it names one, not
 * several; the likeliest situation is a person’s to confirm, and is not among it.
 */
export function toCase(_input: FindInput, result: FindResult): CasePatch {
  if (result.kind !== 'ok') return {};
  const amount = only(result.amounts.filter(({ value }) => value !== null));
  const order = given({
    id: only(result.orderIds),
    tracking: only(result.tracking),
    price: amount?.currency ? (amount.value ?? undefined) : undefined,
    currency: amount?.currency ?? undefined,
  });
  const buyer = given({ language: result.language ?? undefined });
  return given({
    platform: only(result.platforms),
    order: Object.keys(order).length > 0 ? order : undefined,
    buyer: Object.keys(buyer).length > 0 ? buyer : undefined,
  });
}
