/** Days of two figures for each part, the year first (`26-01-18`), which were read as if the day were. */
import { dayNumber, type DateEvidence } from './values.ts';

/** A log is of a few years, and of more than a few days of the month. */
const MOST_YEARS = 3;
const FEWEST_DAYS = 5;

/**
 * Turns the days of a column round where all of it can only be meant so: what was taken for days of the
 * month is hardly ever another one, and what was taken for years always is.
 */
export function turnYearFirst(days: Int32Array, evidence: DateEvidence): void {
  const { dmy, mdy, open, short = 0 } = evidence;
  if (short < FEWEST_DAYS || dmy !== short || mdy + open > 0) return;
  const known = [...days.keys()].filter((i) => (days[i] as number) >= 0);
  if (known.length > short) return;
  const parts = known.map((i) => {
    const date = new Date((days[i] as number) * 86_400_000);
    return {
      first: date.getUTCDate(),
      month: date.getUTCMonth() + 1,
      last: date.getUTCFullYear() - 2000,
    };
  });
  const firsts = new Set(parts.map(({ first }) => first)).size;
  const lasts = new Set(parts.map(({ last }) => last)).size;
  if (firsts > MOST_YEARS || lasts < FEWEST_DAYS) return;
  parts.forEach(({ first, month, last }, at) => {
    days[known[at] as number] = dayNumber(2000 + first, month, last);
  });
  evidence.dmy = 0;
}
