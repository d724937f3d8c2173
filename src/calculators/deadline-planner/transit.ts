/** Which holidays of either end fall between dispatch and the promised day, and does the promise hold? */
import {
  dayKind,
  isWorking,
  planOf,
  type Calendars,
  type PlanMissing,
} from '../shared/calendar.ts';
import { lookup, type Localized, type RuleBook } from '../shared/rule.ts';
import { dayNumber, dayText } from '../shared/time.ts';

export interface TransitInput {
  /** Day of dispatch, `YYYY-MM-DD`. */
  dispatchDate: string;
  /** Country of the buyer. */
  country: string;
  /** Promised delivery in days, from the order page. Without it the rule of `capRules` is used. */
  promisedDays?: number | null;
  /** Days your line usually takes to this country, where you know them. */
  usualDays?: number | null;
  /** Country the parcel leaves from. */
  origin?: string | null;
}

/** Rules that cap the promise where the order page is silent. */
export interface CapRules {
  rule: string;
  ruleByCountry?: Record<string, string> | undefined;
}

export interface HolidaySpan {
  country: string;
  end: 'origin' | 'destination';
  /** First and last free day, weekends in between and at the edges included. */
  from: string;
  to: string;
  names: Localized[];
  /** Free days of Monday to Friday, or of whatever the country's week is. */
  workingDaysLost: number;
  official: boolean;
}

export type Verdict = 'clear' | 'holds' | 'at-risk' | 'broken' | 'unknown';

export interface TransitResult {
  kind: 'ok';
  dispatchDate: string;
  promisedDate: string;
  promisedDays: number;
  promisedFrom: 'order-page' | 'rule';
  ruleId: string | null;
  holidays: HolidaySpan[];
  /** Days of the promise on which at least one end stands still because of a holiday. */
  daysLost: number;
  /** What the parcel may take on the days that are left. */
  mustTravelWithin: number;
  /** True, false, or null where your usual time is needed to say. */
  survives: boolean | null;
  verdict: Verdict;
  planMissing: PlanMissing[];
  advice: { id: string; values: Record<string, string | number> }[];
  /** Situation of the reply script to send; null where nothing needs to be said. */
  script: string | null;
  usedRules: string[];
}

export type TransitAnswer =
  | TransitResult
  | { kind: 'invalid'; issues: { path: string; key: string; values: Record<string, string> }[] };

const ISSUE = 'tool.deadline-planner.issue';
const LONGEST = 400;
/** A holiday this close to dispatch is worth sending before. */
const SOON_DAYS = 7;

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  dayText(dayNumber(text)) === text;

function spansOf(
  calendars: Calendars,
  country: string,
  end: HolidaySpan['end'],
  from: number,
  to: number,
): { spans: HolidaySpan[]; lost: Set<number>; missing: PlanMissing[] } {
  const spans: HolidaySpan[] = [];
  const lost = new Set<number>();
  const missing = new Map<number, PlanMissing>();
  let open: HolidaySpan | null = null;
  const close = () => {
    if (open && open.workingDaysLost > 0) spans.push(open);
    open = null;
  };
  for (let day = from; day <= to; day += 1) {
    const date = dayText(day);
    const kind = dayKind(calendars, country, date);
    if (kind.kind === 'no-plan') {
      missing.set(kind.year, { country, year: kind.year });
      close();
      continue;
    }
    if (isWorking(kind)) {
      close();
      continue;
    }
    open ??= {
      country,
      end,
      from: date,
      to: date,
      names: [],
      workingDaysLost: 0,
      official: planOf(calendars, country, Number(date.slice(0, 4))) === 'official',
    };
    open.to = date;
    if (kind.kind !== 'holiday') continue;
    const name = kind.name;
    if (name && !open.names.some((other) => other.en === name.en)) open.names.push(name);
    if (!weekendOf(calendars, country, day)) {
      open.workingDaysLost += 1;
      lost.add(day);
    }
  }
  close();
  return { spans, lost, missing: [...missing.values()] };
}

function weekendOf(calendars: Calendars, country: string, day: number): boolean {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return calendars.get(country)?.weekend.includes(weekday) ?? false;
}

/**
 * The warning before a parcel leaves. Without your usual time it does not guess how long a line
 * takes: it says how many days the holidays take away and what is left.
 */
export function warnTransit(
  input: TransitInput,
  calendars: Calendars,
  rules: RuleBook,
  caps: CapRules,
): TransitAnswer {
  const issues: { path: string; key: string; values: Record<string, string> }[] = [];
  const issue = (path: string, key: string, text: unknown) =>
    issues.push({ path, key: `${ISSUE}.${key}`, values: { text: String(text).slice(0, 40) } });
  const country = String(input.country ?? '').toUpperCase();
  const origin = String(input.origin ?? 'CN').toUpperCase();
  if (!isDay(String(input.dispatchDate))) issue('dispatchDate', 'date', input.dispatchDate);
  if (!/^[A-Z]{2}$/.test(country)) issue('country', 'transit-country', input.country);
  const days = (path: 'promisedDays' | 'usualDays') => {
    const value = input[path] ?? null;
    if (value !== null && !(Number.isInteger(value) && value >= 1 && value <= LONGEST))
      issue(path, 'promised-days', value);
    return value;
  };
  const own = days('promisedDays');
  const usual = days('usualDays');
  if (issues.length > 0) return { kind: 'invalid', issues };

  const ruleId = caps.ruleByCountry?.[country] ?? caps.rule;
  const cap = lookup(rules, ruleId, input.dispatchDate);
  const capDays =
    cap.kind === 'known' && typeof cap.value.value === 'number' ? cap.value.value : null;
  const promised = own ?? capDays;
  if (promised === null) {
    issue('promisedDays', 'promised-days-needed', '');
    return { kind: 'invalid', issues };
  }
  const first = dayNumber(input.dispatchDate);
  const last = first + promised;
  const there = spansOf(calendars, country, 'destination', first, last);
  const here = country === origin ? null : spansOf(calendars, origin, 'origin', first, last);
  const lost = new Set([...there.lost, ...(here?.lost ?? [])]);
  const holidays = [...(here?.spans ?? []), ...there.spans].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  const planMissing = [...(here?.missing ?? []), ...there.missing];
  const daysLost = lost.size;
  const mustTravelWithin = Math.max(0, promised - daysLost);

  let verdict: Verdict;
  if (usual !== null && usual + daysLost > promised) verdict = 'broken';
  else if (mustTravelWithin === 0) verdict = 'broken';
  else if (planMissing.length > 0) verdict = 'unknown';
  else if (daysLost === 0 && (usual === null || usual <= promised)) verdict = 'clear';
  else verdict = usual === null ? 'at-risk' : 'holds';

  const advice: TransitResult['advice'] = [];
  const add = (id: string, values: Record<string, string | number> = {}) =>
    advice.push({ id, values });
  if (verdict === 'broken') {
    add('raise-the-promise-before-dispatch', { days: daysLost });
    add('tell-the-buyer-before-dispatch');
    add('extend-before-the-period-ends');
  }
  if (verdict === 'at-risk') {
    add('compare-with-your-line', { days: mustTravelWithin });
    add('tell-the-buyer-before-dispatch');
  }
  if (verdict === 'holds') add('promise-holds', { days: mustTravelWithin });
  if (verdict === 'clear') add('no-holiday-in-the-way');
  // A span that begins on the day of dispatch has begun: nothing can be sent before it any more.
  const soon = here?.spans.find((span) => dayNumber(span.from) > first);
  if (soon && dayNumber(soon.from) - first <= SOON_DAYS)
    add('dispatch-before-the-holiday', { date: soon.from });
  for (const { country: where, year } of planMissing)
    add('transit-plan-missing', { country: where, year });

  return {
    kind: 'ok',
    dispatchDate: input.dispatchDate,
    promisedDate: dayText(last),
    promisedDays: promised,
    promisedFrom: own === null ? 'rule' : 'order-page',
    ruleId: own === null ? ruleId : null,
    holidays,
    daysLost,
    mustTravelWithin,
    survives: { clear: true, holds: true, broken: false, 'at-risk': null, unknown: null }[verdict],
    verdict,
    planMissing,
    advice,
    script: verdict === 'broken' || verdict === 'at-risk' ? 'holiday-delay' : null,
    usedRules: own === null ? [ruleId] : [],
  };
}
