import { add, compare, exact, ZERO, type Exact } from '../shared/exact.ts';
import type { DisputeRateInput } from './measure.ts';
import type { Metric } from './metric.ts';

/** Further claims, withdrawals and clean orders: "what if", for the sliders. */
export interface Change {
  claims?: number;
  withdrawals?: number;
  orders?: number;
}

/**
 * The same shop after some further claims, withdrawals and clean orders. Withdrawals beyond what
 * can be withdrawn, or where the metric knows none, change nothing. Only for metrics that count;
 * amounts of money are left as they are.
 */
export function change(input: DisputeRateInput, metric: Metric, by: Change): DisputeRateInput {
  const amounts: Record<string, Exact> = { ...input.amounts };
  const counts = new Set(
    metric.terms.filter((term) => term.kind === 'count').map((term) => term.id),
  );
  const raise = (fields: readonly string[], amount: number) => {
    if (fields.some((field) => !counts.has(field))) return;
    for (const field of fields) amounts[field] = add(amounts[field] ?? ZERO, exact(amount));
  };
  raise(metric.furtherClaim, by.claims ?? 0);
  raise(metric.furtherOrder, by.orders ?? 0);
  if (metric.withdrawal) {
    const { term, upTo } = metric.withdrawal;
    raise([term], by.withdrawals ?? 0);
    const limit = amounts[upTo] ?? ZERO;
    if (compare(amounts[term] ?? ZERO, limit) > 0) amounts[term] = limit;
  }
  return { ...input, amounts };
}
