import type { Step } from '../shared/explain.ts';
import type { Localized } from '../shared/rule.ts';
import type { TransitOk } from './calculate.ts';

/** A value in a sentence; days, countries and names are written by whoever shows it. */
export type StepValue =
  string | number | { dates: string[] } | { country: string } | { texts: Localized[] };

const KEY = 'tool.transit-warning';

/** Why the verdict is what it is: what was given, what was counted, and what is not known. */
export function explain(result: TransitOk): Step<StepValue>[] {
  const steps: Step<StepValue>[] = [];
  const add = (
    section: Step['section'],
    key: string,
    values: Step<StepValue>['values'] = {},
    ruleIds: string[] = [],
  ) => {
    steps.push({ section, messageKey: `${KEY}.explain.${key}`, values, ruleIds });
  };
  add('given', 'dispatch', {
    date: { dates: [result.dispatchDate] },
    origin: { country: result.origin },
    country: { country: result.country },
  });
  const promised = { days: result.promisedDays, date: { dates: [result.promisedDate] } };
  if (result.ruleId === null) add('given', 'order-page', promised);
  else add('rule', 'cap', promised, [result.ruleId]);
  if (result.usualDays !== null) add('given', 'usual', { days: result.usualDays });
  for (const span of result.holidays)
    add('done', `span.${span.end}`, {
      country: { country: span.country },
      names: { texts: span.names },
      from: { dates: [span.from] },
      to: { dates: [span.to] },
      days: span.workingDaysLost,
    });
  if (result.daysLost > 0)
    add('done', 'lost', { days: result.daysLost, left: result.mustTravelWithin });
  for (const country of result.computedCalendars)
    add('done', 'computed-calendar', { country: { country } });
  for (const { country, year } of result.planMissing)
    add('done', 'plan-missing', { country: { country }, year: String(year) });
  return steps;
}

/** The sentence that tells the verdict: its key and what it says. */
export function verdictSentence(result: TransitOk): {
  messageKey: string;
  values: Record<string, string | number | { dates: string[] } | { country: string }>;
} {
  const kind =
    result.verdict === 'broken'
      ? `broken.${result.brokenBy ?? ''}`
      : result.verdict === 'unknown' && result.knownUntil === null
        ? 'unknown.from-the-start'
        : result.verdict;
  const missing = result.planMissing[0];
  return {
    messageKey: `${KEY}.verdict.${kind}`,
    values: {
      days: result.daysLost,
      left: result.mustTravelWithin,
      promised: result.promisedDays,
      usual: result.usualDays ?? '',
      country: missing ? { country: missing.country } : '',
      year: missing ? String(missing.year) : '',
      until: result.knownUntil === null ? '' : { dates: [result.knownUntil] },
    },
  };
}
