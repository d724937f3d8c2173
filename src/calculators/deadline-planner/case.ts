import type { Case, CasePatch } from '../shared/case.ts';
import { given } from '../shared/given.ts';
import type { PlannerResult } from './result.ts';
import type { PlannerInput } from './schema.ts';

/** What of a case the planner counts with. */
export function fromCase({ flow, events, shownDue, order, buyer }: Case): Partial<PlannerInput> {
  const known = { ...given({ shippedAt: order?.shippedAt }), ...events };
  return given({
    flow,
    events: Object.keys(known).length > 0 ? known : undefined,
    shownDue,
    buyerCountry: buyer?.country,
    promisedDays: order?.promisedDays,
  });
}

/**
 * The moments the planner has understood, as instants: a time without a zone means another
 * moment wherever the zones beside it differ.
 * Deadlines are not kept; they are counted anew whenever the case is opened. What the platform itself
 * shows is: it wins over counting.
 */
export function toCase(_input: PlannerInput, result: PlannerResult): CasePatch {
  if (result.kind !== 'ok') return {};
  const events = Object.fromEntries(
    result.deadlines.flatMap(({ startsFrom, startsAt, startInferred, doneBy, doneAt }) => [
      ...(startsAt && !startInferred ? [[startsFrom, startsAt] as const] : []),
      ...(doneBy && doneAt ? [[doneBy, doneAt] as const] : []),
    ]),
  );
  const shownDue = Object.fromEntries(
    result.deadlines.flatMap(({ id, shown, dueAt }) => (shown && dueAt ? [[id, dueAt]] : [])),
  );
  return {
    flow: result.flow,
    platform: result.platform,
    events,
    ...(Object.keys(shownDue).length > 0 ? { shownDue } : {}),
    buyer: given({ country: result.buyerCountry }),
    order: given({ promisedDays: result.promisedDays, shippedAt: events['shippedAt'] }),
  };
}
