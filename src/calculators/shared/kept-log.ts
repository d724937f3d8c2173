/**
 * What a seller had the log analysis keep on this device: totals, never a row. Kept on a person's word
 * as `amicable:dispute-log:summaries`, a list with the newest first, and read by other tools.
 */
import { fit, map, nullable, number, object, text } from './shape.ts';

/** Totals of one report. */
export interface KeptLog {
  /** The morning on which the log was read, as `2026-11-29`. */
  day: string;
  /** First and last day of a dispute in it. */
  from: string;
  to: string;
  /** Null where the files held no orders. */
  orders: number | null;
  disputed: number | null;
  cases: number;
  /** The currency of every sum; null where the files name none. */
  currency: string | null;
  /** By cause (`CAUSE_IDS` of the log analysis): cases, and what was claimed in them as a plain decimal. */
  causes: Readonly<Record<string, { count: number; money: string | null }>>;
}

const MOST_CAUSES = 40;
const day = text(10);

const kept = object({
  day,
  from: day,
  to: day,
  orders: nullable(number),
  disputed: nullable(number),
  cases: number,
  currency: nullable(text(20)),
  causes: map(object({ count: number, money: nullable(text(40)) }), MOST_CAUSES),
});

/** What the store holds is as hostile as a link: records that do not fit are left out. */
export const readKeptLogs = (raw: unknown): KeptLog[] =>
  (Array.isArray(raw) ? raw : []).flatMap((each) => {
    const { value, misfits } = fit(kept, each);
    return misfits === null && value.causes !== undefined ? [value] : [];
  });

/** The classes of the listing check that look for what leads to a cause. */
export const LISTING_CLASSES: Readonly<Record<string, readonly string[]>> = {
  not_received: ['L09'],
  late: ['L09'],
  tracking_or_customs: ['L09'],
  wrong_item: ['L02'],
  quantity_or_parts: ['L01'],
  defective: ['L06'],
  not_as_described: ['L05', 'L14', 'L02', 'L03', 'L15'],
  size_or_fit: ['L07'],
  used_or_fake: ['L11'],
};

/** Losses by class of the listing check; a cause that several classes may lead to counts for each. */
export function lossesByClass({ causes }: KeptLog): Map<string, { count: number; money: number }> {
  const losses = new Map<string, { count: number; money: number }>();
  for (const [cause, { count, money }] of Object.entries(causes))
    for (const id of LISTING_CLASSES[cause] ?? []) {
      const sum = losses.get(id) ?? { count: 0, money: 0 };
      losses.set(id, { count: sum.count + count, money: sum.money + (Number(money) || 0) });
    }
  return losses;
}
