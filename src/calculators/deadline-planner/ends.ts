/** Where a period ends, and the last moment before it at which somebody is at the desk. */
import {
  addWorkingDays,
  dayKind,
  isWorking,
  planOf,
  type PlanMissing,
  type SkippedDay,
} from '../shared/calendar.ts';
import type { RuleFigure } from '../shared/rule.ts';
import {
  DAY,
  addDays,
  addHours,
  dayNumber,
  dayText,
  localDate,
  onDate,
  onWall,
  type LocalReading,
} from '../shared/time.ts';
import type { Deadline, OtherReading } from './result.ts';
import type { CheckedInput, PlannerData } from './schema.ts';

/** How far back a last working moment is looked for. */
const LOOK_BACK_DAYS = 60;
/** Longest period that is counted; a figure beyond it is no period. */
const LONGEST = 4000;

export interface EndFound {
  kind: 'end';
  at: LocalReading;
  /** The end by the other way of counting days, where it is later. */
  other: { at: number; reason: OtherReading['reason'] } | null;
  calendar: string;
  zone: string;
  computed: boolean;
  skipped: SkippedDay[];
  madeUp: Deadline['madeUpDays'];
}

export type End =
  | EndFound
  | { kind: 'no-plan'; missing: PlanMissing; notBefore: number; calendar: string; zone: string }
  | { kind: 'no-figure' };

const plain = (at: number): LocalReading => ({ kind: 'exact', at });

/** The safe figure of a range is its lower end. */
export const amountOf = (figure: RuleFigure): number | null =>
  figure === true ? null : typeof figure === 'number' ? figure : figure.min;

const none = { other: null, computed: false, skipped: [], madeUp: [] };

/**
 * Whole days, counted on the platform's clock. Where a rule says that its days may be of 24 hours
 * and a change of the clocks makes the two differ, the earlier end leads.
 */
function daysLater(
  start: number,
  days: number,
  input: CheckedInput,
): Pick<EndFound, 'at' | 'other'> {
  const clock = addDays(start, days, input.platformZone);
  const elapsed = start + days * DAY;
  if (input.flow.elapsedDaysRule === undefined || elapsed === clock.at)
    return { at: clock, other: null };
  return elapsed < clock.at
    ? { at: plain(elapsed), other: { at: clock.at, reason: 'clock-days' } }
    : { at: clock, other: { at: elapsed, reason: 'elapsed-days' } };
}

/**
 * Where a period ends. Hours are elapsed time; days keep the time of day on the platform's clock;
 * working days are laid on the dates of the country whose they are, and keep its time of day.
 */
export function endOf(
  start: number,
  figure: RuleFigure,
  unit: string,
  calendar: string | undefined,
  input: CheckedInput,
  data: PlannerData,
): End {
  const amount = amountOf(figure);
  if (amount === null || !(amount >= 0 && amount <= LONGEST)) return { kind: 'no-figure' };
  const zone = input.platformZone;
  if (unit === 'hours')
    return { kind: 'end', ...none, at: plain(addHours(start, amount)), calendar: 'hours', zone };
  if (unit === 'days' || unit === 'calendar-days') {
    const ends = Number.isInteger(amount)
      ? daysLater(start, amount, input)
      : { at: plain(start + amount * DAY) };
    return { kind: 'end', ...none, ...ends, calendar: 'calendar-days', zone };
  }
  if (unit !== 'working-days' && unit !== 'business-days') return { kind: 'no-figure' };
  const country = countryOf(calendar, input);
  const there = zoneOf(country, input, data);
  const name = `working-days.${country}`;
  const from = localDate(start, there);
  const count = Math.floor(amount);
  const reached = addWorkingDays(data.calendars, country, from, count);
  if (reached.kind === 'no-plan')
    return {
      kind: 'no-plan',
      missing: { country, year: reached.year },
      notBefore: addDays(start, count, there).at,
      calendar: name,
      zone: there,
    };
  const years = [from, reached.date].map((date) => Number(date.slice(0, 4)));
  return {
    kind: 'end',
    ...none,
    at: onDate(start, reached.date, there),
    calendar: name,
    zone: there,
    computed: years.some((year) => planOf(data.calendars, country, year) === 'computed'),
    skipped: reached.skipped,
    madeUp: reached.madeUp,
  };
}

/** The country whose working days a clock counts. */
export const countryOf = (calendar: string | undefined, input: CheckedInput): string =>
  calendar === undefined || calendar === 'seller' ? input.workCalendar : calendar;

/** The zone of a country's working days; that of the platform where the country has no calendar. */
export const zoneOf = (country: string, input: CheckedInput, data: PlannerData): string =>
  data.calendars.get(country)?.zone ?? input.platformZone;

export type LastWorking = { at: number; idle: SkippedDay[] } | { missing: PlanMissing } | null;

/** The wall clock of the desk: minutes after midnight, which may lie on the next day. */
export function deskTime(date: string, minutes: number, zone: string): number {
  return onWall(date, minutes, zone).at;
}

/** The last moment inside the hours of a working day of the seller, not after `due`. */
export function lastWorkingMoment(
  due: number,
  input: CheckedInput,
  data: PlannerData,
): LastWorking {
  const today = dayNumber(localDate(due, input.myZone));
  const idle: SkippedDay[] = [];
  for (let back = 0; back <= LOOK_BACK_DAYS; back += 1) {
    const date = dayText(today - back);
    const kind = dayKind(data.calendars, input.workCalendar, date);
    if (kind.kind === 'no-plan') return { missing: { country: kind.country, year: kind.year } };
    if (!isWorking(kind)) {
      const why = kind.kind === 'holiday' ? 'holiday' : 'weekend';
      const name = 'name' in kind ? kind.name : undefined;
      idle.push(name ? { date, why, name } : { date, why });
      continue;
    }
    if (deskTime(date, input.workFrom, input.myZone) > due) continue;
    const end = deskTime(date, input.workTo, input.myZone);
    return { at: Math.min(due, end), idle: idle.reverse() };
  }
  return null;
}
