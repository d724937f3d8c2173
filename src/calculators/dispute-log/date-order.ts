/** Whether the day or the month comes first, column by column: two columns of one file may differ. */
import type { DateOrder } from './names.ts';
import type { Table } from './read/table.ts';
import { BLANK, settle, type DateEvidence } from './read/values.ts';

export const DAY_FIELDS = ['orderedAt', 'disputedAt'] as const;
export type DayField = (typeof DAY_FIELDS)[number];
const BOTH: readonly DateOrder[] = ['dmy', 'mdy'];

/** What a column says by itself: an order, that it does not matter, or nothing. */
function ownOrder({ dmy, mdy, open }: DateEvidence): DateOrder | 'any' | null {
  if (dmy > 0 !== mdy > 0) return dmy > 0 ? 'dmy' : 'mdy';
  return open === 0 ? 'any' : null;
}

/** A dispute never comes before its order: one way round may be impossible. */
function bySense({ values }: Table, tried: (order: DateOrder) => Record<DayField, DateOrder>) {
  const { orderedAt, disputedAt } = values;
  if (!orderedAt || !disputedAt) return null;
  const [dmy = 0, mdy = 0] = BOTH.map((order) => {
    const orders = tried(order);
    let early = 0;
    for (let i = 0; i < orderedAt.length; i += 1) {
      const [from, to] = [orderedAt[i] as number, disputedAt[i] as number];
      if (from === BLANK || to === BLANK) continue;
      if (settle(to, orders.disputedAt) < settle(from, orders.orderedAt)) early += 1;
    }
    return early;
  });
  if (dmy > 0 === mdy > 0) return null;
  return dmy > 0 ? 'mdy' : 'dmy';
}

/**
 * The order of both columns. A column is read by its own cells; one that leaves it open, by what its kind
 * of file does, by which way gives sense, and by its neighbour; and where all that says nothing, as asked.
 */
export function dateOrdersOf(table: Table): {
  orders: Record<DayField, DateOrder>;
  /** Of columns in which it matters. */
  said: Partial<Record<DayField, DateOrder>>;
  /** Nobody can tell: it has to be asked. */
  isOpen: boolean;
} {
  const { evidence, preset, dateOrder } = table;
  const own = {
    orderedAt: ownOrder(evidence.orderedAt),
    disputedAt: ownOrder(evidence.disputedAt),
  };
  const known = BOTH.find((order) => DAY_FIELDS.some((field) => own[field] === order));
  const open = DAY_FIELDS.filter((field) => own[field] === null);
  const settled = (order: DateOrder) => {
    const orderIn = (field: DayField) => {
      const each = own[field];
      return each === null ? order : each === 'any' ? 'dmy' : each;
    };
    return { orderedAt: orderIn('orderedAt'), disputedAt: orderIn('disputedAt') };
  };
  const ofKind = known === undefined ? preset?.dateOrder : undefined;
  const found: DateOrder | null =
    open.length === 0 ? 'dmy' : (ofKind ?? bySense(table, settled) ?? known ?? dateOrder);
  const orders = settled(found ?? 'dmy');
  return {
    orders,
    said: Object.fromEntries(
      DAY_FIELDS.filter((field) => own[field] !== 'any').map((field) => [field, orders[field]]),
    ),
    isOpen: found === null,
  };
}
