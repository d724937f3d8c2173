/** The clock a file is written on, and the clock somebody counts days by. */
import type { Zone } from '../names.ts';

/** What a preset knows of its file's clock. */
export type Clock = 'UTC' | 'America/Los_Angeles';

const DAY = 1440;
const HOUR = 60;

/** Minutes ahead of UTC of `+05:30`, `-0700`, `Z`. */
export function minutesOf(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return 0;
  const minutes = Number(found[2]) * HOUR + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}

/** The first Sunday of a month, from 1 to 7. */
const firstSunday = (year: number, month: number) =>
  1 + ((7 - new Date(Date.UTC(year, month, 1)).getUTCDay()) % 7);

/**
 * Minutes the United States' Pacific coast is ahead of UTC, at a minute of a day of its own: summer
 * time from the second Sunday of March to the first of November, at two in the morning.
 */
function pacific(day: number, minute: number): number {
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear();
  const at = (date.getUTCMonth() * 31 + date.getUTCDate()) * DAY + minute;
  const from = (2 * 31 + firstSunday(year, 2) + 7) * DAY + 2 * HOUR;
  const to = (10 * 31 + firstSunday(year, 10)) * DAY + 2 * HOUR;
  return at >= from && at < to ? -7 * HOUR : -8 * HOUR;
}

const TIME =
  /(?:[\sT,])(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(am|pm)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?(?!\w)/i;
const COMPACT = /^\d{8}(\d{2})(\d{2})\d{2,9}([+-]\d{4})?$/;

/**
 * By how many days a moment lies on another day in the zone than the file writes. Null where the cell
 * holds no time, or nobody knows on which clock it is written.
 *
 * @param day the day as written, from 1970-01-01.
 */
export function shiftOf(
  text: string,
  day: number,
  zone: Zone,
  written: Clock | null,
): number | null {
  const stamp = /^(1\d{9})(?:\d{3})?$/.exec(text);
  if (stamp) {
    const minute = Math.floor(Number(stamp[1]) / 60) % DAY;
    return Math.floor((minute + minutesOf(zone)) / DAY);
  }
  const compact = COMPACT.exec(text);
  const found = compact ?? TIME.exec(text);
  if (!found) return null;
  const half = compact ? undefined : found[3]?.toLowerCase();
  const said = compact ? found[3] : found[4];
  let hour = Number(found[1]);
  if (half !== undefined) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  const minute = hour * HOUR + Number(found[2]);
  if (hour > 23 || Number(found[2]) > 59 || (said === undefined && written === null)) return null;
  const ahead =
    said !== undefined || written === 'UTC' ? minutesOf(said ?? '') : pacific(day, minute);
  return Math.floor((minute - ahead + minutesOf(zone)) / DAY);
}
