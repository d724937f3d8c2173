import type { Case, CasePatch } from '../shared/case.ts';
import type { MotivesInput } from './schema.ts';

/** The one sign a case can tell by itself. */
const FULL_PRICE = 'full-price';

/**
 * That the buyer's last word is the full price is taken over as a sign seen; what it weighs nobody
 * has said yet, so it stands at neutral and changes nothing until a person chooses.
 */
export function fromCase({ order, offers = [] }: Case): Partial<MotivesInput> {
  const last = offers.filter(({ by }) => by === 'buyer').at(-1);
  const isFull =
    last?.amount !== undefined &&
    last.amount === order?.price &&
    (last.currency ?? order.currency) === order.currency;
  return isFull
    ? { signals: [{ id: FULL_PRICE, group: 'demand', towards: 'ill', strength: 'neutral' }] }
    : {};
}

/** A guess about what moves somebody is not written into their file. */
export const toCase = (): CasePatch => ({});
