/** Days, weeks, months and quarters of the files' own calendar, by number of the day since 1970-01-01. */
import type { Period } from './names.ts';
import { dayNumber } from './read/values.ts';

/** A day as ISO 8601. */
export const isoDay = (day: number): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10);

interface Span {
  id: string;
  /** The first day, and the first day behind. */
  start: number;
  end: number;
}

/** The period a day lies in. Weeks are those of ISO 8601: `2026-W03`. */
export function periodAt(day: number, period: Period): Span {
  const iso = isoDay(day);
  const [year, month] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7))];
  const monthStart = (y: number, m: number) =>
    dayNumber(y + Math.floor((m - 1) / 12), ((m - 1) % 12) + 1, 1);
  if (period === 'day') return { id: iso, start: day, end: day + 1 };
  if (period === 'month')
    return {
      id: iso.slice(0, 7),
      start: monthStart(year, month),
      end: monthStart(year, month + 1),
    };
  if (period === 'quarter') {
    const first = month - ((month - 1) % 3);
    return {
      id: `${String(year)}-Q${String((first + 2) / 3)}`,
      start: monthStart(year, first),
      end: monthStart(year, first + 3),
    };
  }
  // 1970-01-01 was a Thursday; the week belongs to the year its Thursday lies in.
  const start = day - ((day + 3) % 7);
  const own = Number(isoDay(start + 3).slice(0, 4));
  const week = Math.floor((start + 3 - dayNumber(own, 1, 1)) / 7) + 1;
  return { id: `${String(own)}-W${String(week).padStart(2, '0')}`, start, end: start + 7 };
}

/** All periods from one day to another, both included, without gaps. */
export function periodsBetween(from: number, to: number, period: Period): Span[] {
  const spans: Span[] = [];
  for (let day = from; day <= to;) {
    const span = periodAt(day, period);
    spans.push(span);
    day = span.end;
  }
  return spans;
}
