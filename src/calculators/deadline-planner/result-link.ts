import { exampleLink } from '../shared/permalink.ts';
import { encodeInput } from './permalink.ts';
import type { PlannerOk } from './result.ts';

/**
 * The fragment that opens a case again from what it was counted with: what began it, what settled it, and
 * the ends that were shown. Of a made-up one it leads to an example, not to a case of somebody's own.
 */
export const resultLink = (result: PlannerOk, isExample: boolean): string =>
  isExample
    ? exampleLink(encodeInput({ flow: result.flow }))
    : encodeInput({
        flow: result.flow,
        events: Object.fromEntries(
          result.deadlines.flatMap((one): [string, string][] => [
            ...(one.startsAt && !one.startInferred
              ? [[one.startsFrom, one.startsAt] as [string, string]]
              : []),
            ...(one.doneBy && one.doneAt ? [[one.doneBy, one.doneAt] as [string, string]] : []),
          ]),
        ),
        shownDue: Object.fromEntries(
          result.deadlines.flatMap((one) => (one.shown && one.dueAt ? [[one.id, one.dueAt]] : [])),
        ),
        ...(result.buyerCountry ? { buyerCountry: result.buyerCountry } : {}),
        ...(result.promisedDays === null ? {} : { promisedDays: result.promisedDays }),
      });
