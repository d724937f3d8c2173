/** When to be reminded of an end: in working time only. */
import { dayKind, isWorking } from '../shared/calendar.ts';
import { HOUR, MINUTE, addDays, dayNumber, dayText, localDate } from '../shared/time.ts';
import { deskTime } from './ends.ts';
import type { CheckedInput, PlannerData } from './schema.ts';

/** Working time before the last working moment at which the second reminder comes. */
const SHORT_BEFORE = 2 * HOUR;
/** How far back a working day is looked for. */
const LOOK_BACK_DAYS = 30;

interface Desk {
  from: number;
  to: number;
}

/**
 * @param due the end, in epoch milliseconds.
 * @param last the last working moment; null where no plan of working days names one. Then every day
 *   counts as worked: a needless reminder in the daytime does no harm, a missing one does.
 * @returns moments in epoch milliseconds, the first one first, none before `asOf`.
 */
export function remindersOf(
  due: number,
  last: number | null,
  input: CheckedInput,
  data: PlannerData,
): number[] {
  const deskOn = (date: string): Desk => ({
    from: deskTime(date, input.workFrom, input.myZone),
    to: deskTime(date, input.workTo, input.myZone),
  });
  const works = (date: string) =>
    last === null || isWorking(dayKind(data.calendars, input.workCalendar, date));
  /** The desks open at a moment or before it, the latest first. */
  function* desksBefore(at: number): Generator<Desk> {
    const today = dayNumber(localDate(at, input.myZone));
    for (let back = 0; back <= LOOK_BACK_DAYS; back += 1) {
      const date = dayText(today - back);
      const desk = deskOn(date);
      if (desk.from <= at && works(date)) yield desk;
    }
  }
  const [newest] = desksBefore(due);
  if (!newest) return [];
  const end = last ?? Math.min(due, newest.to);
  const moments = new Set<number>();

  // The same time on the working day before.
  const [current, before] = desksBefore(end);
  if (current && before) {
    const days = Math.round((current.from - before.from) / (24 * HOUR));
    const same = addDays(end, -days, input.myZone).at;
    moments.add(Math.min(Math.max(same, before.from), before.to));
  }
  let left = SHORT_BEFORE;
  for (const desk of desksBefore(end)) {
    const close = Math.min(desk.to, end);
    if (close - desk.from >= left) {
      moments.add(close - left);
      break;
    }
    left -= close - desk.from;
  }
  if (newest.from <= due && due <= newest.to) moments.add(due);
  return [...moments].filter((at) => at >= input.asOf + MINUTE).sort((a, b) => a - b);
}
