/** Days of two figures for each part, the year first (`26-01-18`), which were read as if the day were. */
import { dayNumber, type DateEvidence } from './values.ts';

/** A log is of a few years, and of more than a few days of the month. */
const MOST_YEARS = 3;
const FEWEST_DAYS = 5;

const partsOf = (day: number) => {
  const date = new Date(day * 86_400_000);
  return {
    first: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    last: date.getUTCFullYear() - 2000,
  };
};

/**
 * Turns the days of a column round where all of it can only be meant so: what was taken for days of the
 * month is hardly ever another one, and what was taken for years always is.
 */
export function turnYearFirst(days: Int32Array, evidence: DateEvidence): void {
  const { dmy, mdy, open, short = 0 } = evidence;
  if (short < FEWEST_DAYS || dmy !== short || mdy + open > 0) return;
  const firsts = new Set<number>();
  const lasts = new Set<number>();
  let known = 0;
  for (const day of days) {
    // Below nought is what is blank.
    if (day < 0) continue;
    known += 1;
    const { first, last } = partsOf(day);
    firsts.add(first);
    lasts.add(last);
    if (firsts.size > MOST_YEARS) return;
  }
  if (known > short || lasts.size < FEWEST_DAYS) return;
  for (let i = 0; i < days.length; i += 1) {
    if ((days[i] as number) < 0) continue;
    const { first, month, last } = partsOf(days[i] as number);
    days[i] = dayNumber(2000 + first, month, last);
  }
  evidence.dmy = 0;
}
