import { planOf, type PlanMissing } from '../shared/calendar.ts';
import type { Invalid } from '../shared/result.ts';
import { lookup } from '../shared/rule.ts';
import { dayNumber, dayText } from '../shared/time.ts';
import { holidaysBetween, restBegins, type HolidaySpan } from './holidays.ts';
import { parseInput, type CheckedTransit, type TransitData } from './schema.ts';

export type Verdict = 'clear' | 'holds' | 'at-risk' | 'broken' | 'unknown';

/**
 * Why the promise does not hold. `line-slower`: the line alone takes longer than promised.
 * `holidays`: the line would do, the holidays take its days. `no-day-left`: rest takes every day.
 */
export type BrokenBy = 'line-slower' | 'holidays' | 'no-day-left';

export interface TransitAdvice {
  id: string;
  values: Record<string, string | number>;
}

export interface TransitOk {
  kind: 'ok';
  asOf: string;
  country: string;
  origin: string;
  dispatchDate: string;
  /** The day of dispatch lies before today: nothing can be done about it any more. */
  dispatched: boolean;
  promisedDate: string;
  /** The promised day lies before today. */
  over: boolean;
  promisedDays: number;
  promisedFrom: 'order-page' | 'rule';
  ruleId: string | null;
  usualDays: number | null;
  holidays: HolidaySpan[];
  /** Days of the promise on which at least one end stands still because of a holiday. */
  daysLost: number;
  /** What the parcel may take on the days that are left. */
  mustTravelWithin: number;
  /** True, false, or null where your usual time, or a plan of working days, is needed to say. */
  survives: boolean | null;
  verdict: Verdict;
  brokenBy: BrokenBy | null;
  planMissing: PlanMissing[];
  /** Last day up to which the holidays of both ends are known; null where all are. */
  knownUntil: string | null;
  /** Countries whose holidays are worked out from rules, not taken from a published plan. */
  computedCalendars: string[];
  advice: TransitAdvice[];
  /** Situation of the reply script to send; null where nothing needs to be said. */
  script: string | null;
  /** What was read from words. */
  understood: Record<string, string>;
  ignored: string[];
  usedRules: string[];
}

export type TransitResult = TransitOk | (Invalid & { asOf: string });

/** How close before a holiday a dispatch must not slip. */
const SOON_DAYS = 7;

interface Judged {
  verdict: Verdict;
  brokenBy: BrokenBy | null;
}

/**
 * The line alone is looked at first, so that no holiday is blamed for a line that is too slow. A
 * parcel that is there before the known days end needs no plan for the days after.
 */
function judge(
  promised: number,
  usual: number | null,
  daysLost: number,
  knownDays: number | null,
): Judged {
  const broken = (brokenBy: BrokenBy): Judged => ({ verdict: 'broken', brokenBy });
  if (usual !== null && usual > promised) return broken('line-slower');
  if (daysLost >= promised) return broken('no-day-left');
  if (usual !== null && usual + daysLost > promised) return broken('holidays');
  const arrivesInTime = usual !== null && knownDays !== null && usual + daysLost <= knownDays;
  if (knownDays !== null && !arrivesInTime) return { verdict: 'unknown', brokenBy: null };
  if (daysLost === 0) return { verdict: 'clear', brokenBy: null };
  return { verdict: usual === null ? 'at-risk' : 'holds', brokenBy: null };
}

function adviceFor(
  result: Omit<TransitOk, 'advice' | 'script'>,
  input: CheckedTransit,
  data: TransitData,
): TransitAdvice[] {
  const advice: TransitAdvice[] = [];
  const add = (id: string, values: TransitAdvice['values'] = {}) => {
    advice.push({ id, values });
  };
  const { verdict, brokenBy, mustTravelWithin: days, dispatched } = result;
  if (result.over) return advice;
  if (verdict === 'broken') {
    if (dispatched) add('tell-the-buyer-now');
    else {
      if (brokenBy === 'line-slower') add('take-a-faster-line');
      else {
        add('raise-the-promise-before-dispatch', { days: result.daysLost });
        add('tell-the-buyer-before-dispatch');
      }
    }
    add('extend-before-the-period-ends');
  }
  if (verdict === 'at-risk') {
    add('compare-with-your-line', { days });
    add(dispatched ? 'watch-the-tracking' : 'tell-the-buyer-before-dispatch');
  }
  if (verdict === 'holds') add('promise-holds', { days });
  if (verdict === 'clear') add('no-holiday-in-the-way');
  if (!dispatched && input.country !== input.origin) {
    const begins = restBegins(data.calendars, input.origin, input.dispatchDate);
    const next = result.holidays.find(
      (span) => span.end === 'origin' && span.from > input.dispatchDate,
    );
    if (begins !== null && begins > input.today)
      add('dispatch-before-the-holiday', { date: begins });
    else if (
      begins === null &&
      next &&
      dayNumber(next.from) - dayNumber(input.dispatchDate) <= SOON_DAYS
    )
      add('do-not-slip-into-the-holiday', { date: next.from });
  }
  for (const { country, year } of result.planMissing) add('plan-missing', { country, year });
  return advice;
}

/**
 * Which holidays of either end fall between dispatch and the promised day, and does the promise
 * hold? Without your usual time it does not guess how long a line takes: it says how many days the
 * holidays take away and what is left.
 */
export function calculate(input: CheckedTransit, data: TransitData): TransitResult {
  const { country, origin, dispatchDate, today, usualDays: usual } = input;
  const ruleId = data.caps.ruleByCountry?.[country] ?? data.caps.rule;
  const cap = lookup(data.rules, ruleId, dispatchDate);
  const capDays =
    cap.kind === 'known' && typeof cap.value.value === 'number' ? cap.value.value : null;
  const promised = input.promisedDays ?? capDays;
  if (promised === null)
    return {
      kind: 'invalid',
      asOf: input.asOf,
      issues: [
        {
          path: 'promisedDays',
          key: 'tool.transit-warning.issue.promised-days-needed',
          values: {},
        },
      ],
    };
  const first = dayNumber(dispatchDate);
  const last = first + promised;
  const there = holidaysBetween(data.calendars, country, 'destination', first, last);
  const here =
    country === origin ? null : holidaysBetween(data.calendars, origin, 'origin', first, last);
  const ends = here ? [here, there] : [there];
  const unknownFrom = ends.flatMap((one) => one.unknownFrom ?? []);
  const knownTo = unknownFrom.length === 0 ? null : Math.min(...unknownFrom) - 1;
  const daysLost = new Set(ends.flatMap((one) => [...one.lost])).size;
  const { verdict, brokenBy } = judge(
    promised,
    usual,
    daysLost,
    knownTo === null ? null : knownTo - first,
  );
  const isComputed = (code: string): boolean => {
    const lastYear = Number(dayText(last).slice(0, 4));
    for (let year = Number(dispatchDate.slice(0, 4)); year <= lastYear; year += 1)
      if (planOf(data.calendars, code, year) === 'computed') return true;
    return false;
  };
  const computedCalendars = [...new Set([origin, country])].filter(isComputed);
  const found: Omit<TransitOk, 'advice' | 'script'> = {
    kind: 'ok',
    asOf: input.asOf,
    country,
    origin,
    dispatchDate,
    dispatched: dispatchDate < today,
    promisedDate: dayText(last),
    over: dayText(last) < today,
    promisedDays: promised,
    promisedFrom: input.promisedDays === null ? 'rule' : 'order-page',
    ruleId: input.promisedDays === null ? ruleId : null,
    usualDays: usual,
    holidays: ends
      .flatMap((one) => one.spans)
      .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)),
    daysLost,
    mustTravelWithin: Math.max(0, promised - daysLost),
    survives: { clear: true, holds: true, broken: false, 'at-risk': null, unknown: null }[verdict],
    verdict,
    brokenBy,
    planMissing: ends.flatMap((one) => one.missing),
    knownUntil: knownTo === null || knownTo < first ? null : dayText(knownTo),
    computedCalendars,
    understood: input.understood,
    ignored: input.ignored,
    usedRules: input.promisedDays === null ? [ruleId] : [],
  };
  const blamesHolidays =
    verdict === 'at-risk' || (verdict === 'broken' && brokenBy !== 'line-slower');
  return {
    ...found,
    advice: adviceFor(found, input, data),
    script: blamesHolidays && !found.over ? 'holiday-delay' : null,
  };
}

/** From anything a person or a script hands over to the warning, or to what is wrong with it. */
export function warn(raw: unknown, data: TransitData, asOf: string): TransitResult {
  const checked = parseInput(raw, data, asOf);
  return checked.ok
    ? calculate(checked.input, data)
    : { kind: 'invalid', asOf, issues: checked.issues };
}
