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
  getTemporal,
  localDate,
  onDate,
  readLocal,
  type LocalReading,
} from '../shared/time.ts';
import type { Deadline } from './result.ts';
import type { CheckedInput, PlannerData } from './schema.ts';

/** How far back a last working moment is looked for. */
const LOOK_BACK_DAYS = 60;
/** Longest period that is counted; a figure beyond it is no period. */
const LONGEST = 4000;

export type End =
  | {
      kind: 'end';
      at: LocalReading;
      calendar: string;
      computed: boolean;
      skipped: SkippedDay[];
      madeUp: Deadline['madeUpDays'];
    }
  | { kind: 'no-plan'; missing: PlanMissing; notBefore: number; calendar: string }
  | { kind: 'no-figure' };

const plain = (at: number): LocalReading => ({ kind: 'exact', at });

/** The safe figure of a range is its lower end. */
export const amountOf = (figure: RuleFigure): number | null =>
  figure === true ? null : typeof figure === 'number' ? figure : figure.min;

/** Where a period ends: hours are elapsed time, days keep the clock, working days are days of a country. */
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
  const none = { computed: false, skipped: [], madeUp: [] };
  if (unit === 'hours')
    return { kind: 'end', at: plain(addHours(start, amount)), calendar: 'hours', ...none };
  if (unit === 'days' || unit === 'calendar-days') {
    const at = Number.isInteger(amount)
      ? addDays(start, amount, input.platformZone)
      : plain(start + amount * DAY);
    return { kind: 'end', at, calendar: 'calendar-days', ...none };
  }
  if (unit !== 'working-days' && unit !== 'business-days') return { kind: 'no-figure' };
  const country = calendar === undefined || calendar === 'seller' ? input.workCalendar : calendar;
  const name = `working-days.${country}`;
  const from = localDate(start, input.platformZone);
  const count = Math.floor(amount);
  const reached = addWorkingDays(data.calendars, country, from, count);
  if (reached.kind === 'no-plan')
    return {
      kind: 'no-plan',
      missing: { country, year: reached.year },
      notBefore: addDays(start, count, input.platformZone).at,
      calendar: name,
    };
  const years = [from, reached.date].map((date) => Number(date.slice(0, 4)));
  return {
    kind: 'end',
    at: onDate(start, reached.date, input.platformZone),
    calendar: name,
    computed: years.some((year) => planOf(data.calendars, country, year) === 'computed'),
    skipped: reached.skipped,
    madeUp: reached.madeUp,
  };
}

export type LastWorking = { at: number; idle: SkippedDay[] } | { missing: PlanMissing } | null;

/** The wall clock of the desk: minutes after midnight, which may lie on the next day. */
function deskTime(date: string, minutes: number, zone: string): number {
  const day = getTemporal().PlainDate.from(date).toPlainDateTime().add({ minutes });
  return readLocal(day, zone).at;
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
