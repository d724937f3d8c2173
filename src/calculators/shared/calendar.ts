/**
 * Working days of a country. A year without a plan is never treated as a year without holidays.
 */
import type { Localized } from './rule.ts';
import { dayNumber, dayText } from './time.ts';

export interface NamedDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** Index into the names of the country. */
  name: number;
}

export interface CalendarYear {
  year: number;
  /** True for a published government plan, false for a year worked out from holiday rules. */
  official: boolean;
  /** Id of the plan in the bibliography; null where the year was computed. */
  source: string | null;
  /** Days on which nobody works, whatever the weekday. */
  off: NamedDay[];
  /** Days of the weekend that are worked to make up for a bridge day. */
  worked: NamedDay[];
}

export interface CountryCalendar {
  /** ISO 3166-1 alpha-2 */
  country: string;
  /** ISO weekdays that are free: 1 is Monday, 7 is Sunday. */
  weekend: number[];
  /** The zone of the capital or of most people. */
  zone: string;
  /** True where the country has more than one zone, so that `zone` may be wrong for a buyer. */
  severalZones: boolean;
  names: Localized[];
  years: CalendarYear[];
}

export type Calendars = ReadonlyMap<string, CountryCalendar>;

export type SkipReason = 'weekend' | 'holiday';

export interface SkippedDay {
  date: string;
  why: SkipReason;
  name?: Localized;
}

export interface PlanMissing {
  country: string;
  year: number;
}

export type DayKind =
  | { kind: 'work' }
  | { kind: 'made-up'; name: Localized | undefined }
  | { kind: SkipReason; name?: Localized | undefined }
  | ({ kind: 'no-plan' } & PlanMissing);

interface IndexedYear {
  official: boolean;
  off: Map<string, number>;
  worked: Map<string, number>;
}

const indexed = new WeakMap<CountryCalendar, Map<number, IndexedYear>>();

function yearsOf(calendar: CountryCalendar): Map<number, IndexedYear> {
  let years = indexed.get(calendar);
  if (!years) {
    years = new Map(
      calendar.years.map((year) => [
        year.year,
        {
          official: year.official,
          off: new Map(year.off.map((day) => [day.date, day.name])),
          worked: new Map(year.worked.map((day) => [day.date, day.name])),
        },
      ]),
    );
    indexed.set(calendar, years);
  }
  return years;
}

/** ISO weekday of a day number: 1970-01-01 was a Thursday. */
const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export function dayKind(calendars: Calendars, country: string, date: string): DayKind {
  const year = Number(date.slice(0, 4));
  const calendar = calendars.get(country);
  const plan = calendar && yearsOf(calendar).get(year);
  if (!calendar || !plan) return { kind: 'no-plan', country, year };
  const worked = plan.worked.get(date);
  if (worked !== undefined) return { kind: 'made-up', name: calendar.names[worked] };
  const off = plan.off.get(date);
  if (off !== undefined) return { kind: 'holiday', name: calendar.names[off] };
  return calendar.weekend.includes(weekday(dayNumber(date)))
    ? { kind: 'weekend' }
    : { kind: 'work' };
}

export const isWorking = (day: DayKind): boolean => day.kind === 'work' || day.kind === 'made-up';

export type WorkingDays =
  | { kind: 'known'; date: string; skipped: SkippedDay[]; madeUp: SkippedMadeUp[] }
  | ({ kind: 'no-plan' } & PlanMissing);

/** A day of the weekend that counts because it is worked. */
export interface SkippedMadeUp {
  date: string;
  name?: Localized;
}

const MOST_DAYS = 4000;

/**
 * Goes `count` working days forward (or back, where negative). The starting day is not counted.
 * Answers the day reached, the free days passed over, and the make-up days that counted; or which
 * year has no plan.
 */
export function addWorkingDays(
  calendars: Calendars,
  country: string,
  from: string,
  count: number,
): WorkingDays {
  const step = count < 0 ? -1 : 1;
  const skipped: SkippedDay[] = [];
  const madeUp: SkippedMadeUp[] = [];
  let left = Math.abs(count);
  let day = dayNumber(from);
  let date = from;
  for (let walked = 0; left > 0; walked += 1) {
    if (walked > MOST_DAYS) return { kind: 'no-plan', country, year: Number(date.slice(0, 4)) };
    day += step;
    date = dayText(day);
    const kind = dayKind(calendars, country, date);
    if (kind.kind === 'no-plan') return kind;
    if (isWorking(kind)) {
      left -= 1;
      if (kind.kind === 'made-up') madeUp.push(kind.name ? { date, name: kind.name } : { date });
    } else if (kind.kind === 'weekend' || kind.kind === 'holiday') {
      skipped.push(
        kind.name ? { date, why: kind.kind, name: kind.name } : { date, why: kind.kind },
      );
    }
  }
  return { kind: 'known', date, skipped, madeUp };
}

/** Is the year of this country from a published plan, computed, or unknown? */
export function planOf(
  calendars: Calendars,
  country: string,
  year: number,
): 'official' | 'computed' | 'none' {
  const calendar = calendars.get(country);
  const plan = calendar && yearsOf(calendar).get(year);
  if (!plan) return 'none';
  return plan.official ? 'official' : 'computed';
}
