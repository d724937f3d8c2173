import type { Case, CasePatch } from '../shared/case.ts';
import { given } from '../shared/given.ts';
import type { TransitResult } from './calculate.ts';
import type { TransitInput } from './schema.ts';

/** Where the parcel goes, when it left or will leave, and what was promised. */
export const fromCase = ({ order, buyer }: Case): Partial<TransitInput> =>
  given({
    country: buyer?.country,
    dispatchDate: order?.shippedAt,
    promisedDays: order?.promisedDays,
  });

/**
 * What was typed about the parcel. A day of dispatch that is still to come is a plan, not a fact; where no day and no
 * promise was typed, nothing goes back.
 */
export function toCase(_input: Partial<TransitInput>, result: TransitResult): CasePatch {
  if (result.kind !== 'ok') return {};
  const order = given({
    promisedDays: result.promisedFrom === 'order-page' ? result.promisedDays : null,
    shippedAt: result.dispatched ? result.dispatchDate : null,
  });
  return Object.keys(order).length === 0 ? {} : { buyer: { country: result.country }, order };
}
