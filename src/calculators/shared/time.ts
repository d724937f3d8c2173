/**
 * Instants, wall clocks and time zones.
 *
 * `Temporal` is injected: the browser loads the polyfill only where the engine has none, the
 * command line and the tests hand it in. Call `await loadTemporal()` once before anything else.
 */
import type { Temporal } from 'temporal-polyfill';

export type TemporalApi = typeof Temporal;

let injected: TemporalApi | undefined;

/** Hands in an implementation; `undefined` takes it away again. */
export function setTemporal(api: TemporalApi | undefined): void {
  injected = api;
}

/** The engine's own; one that was shipped before the proposal was finished counts as missing. */
const native = (): TemporalApi | undefined => {
  const here = (globalThis as unknown as { Temporal?: TemporalApi }).Temporal;
  return here && 'getTimeZoneTransition' in here.ZonedDateTime.prototype ? here : undefined;
};

export function getTemporal(): TemporalApi {
  const found = injected ?? native();
  if (!found) throw new Error('No Temporal here: await loadTemporal() first.');
  return found;
}

/** The native implementation where there is one; the polyfill is fetched only where there is none. */
export async function loadTemporal(): Promise<TemporalApi> {
  if (!injected) {
    const here = native();
    injected = here ?? (await import('temporal-polyfill')).Temporal;
  }
  return injected;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Epoch milliseconds as ISO 8601 with `Z`, without a fraction where there is none. */
export function isoInstant(ms: number): string {
  if (!isPlain(ms)) return new Date(ms).toISOString().replace('.000Z', 'Z');
  const whole = Math.trunc(ms);
  const fraction = whole - Math.floor(whole / SECOND) * SECOND;
  const rest = fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`;
  return `${clockless(whole)}${rest}Z`;
}

/** The first and the last moment that is read as one: no case is older, no promise reaches further. */
export const EARLIEST = Date.UTC(1970, 0, 1);
export const LATEST = Date.UTC(2201, 0, 1) - SECOND;

/** Does a moment, in epoch milliseconds, lie in the years 1970 to 2200? */
export const isInRange = (ms: number): boolean => ms >= EARLIEST && ms <= LATEST;

export type InstantRead =
  { kind: 'instant'; at: number } | { kind: 'out-of-range' } | { kind: 'no-instant' };

/**
 * Reads an ISO 8601 instant that carries `Z` or an offset, into epoch milliseconds.
 *
 * - `out-of-range`: well written, but not in the years 1970 to 2200.
 * - `no-instant`: anything else, a day that does not exist too.
 */
export function readInstant(text: string): InstantRead {
  const iso =
    /^([+-]?\d{4,6})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))(?:\[[^\]]{1,64}\])*$/i.exec(
      text.slice(0, 300),
    );
  if (!iso) return { kind: 'no-instant' };
  const [year, month, day, hour, minute] = iso.slice(1, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const second = Number(iso[6] ?? 0);
  const [offsetHour, offsetMinute] = [Number(iso[9] ?? 0), Number(iso[10] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59)
    return { kind: 'no-instant' };
  if (month < 1 || month > 12 || day < 1 || day > 31) return { kind: 'no-instant' };
  if (year < 1900 || year > 2300) return { kind: 'out-of-range' };
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCDate() !== day) return { kind: 'no-instant' };
  const offset = (iso[8] === '-' ? -1 : 1) * (offsetHour * HOUR + offsetMinute * MINUTE);
  const fraction = Number(`${iso[7] ?? ''}000`.slice(0, 3));
  const at =
    midnight.getTime() + hour * HOUR + minute * MINUTE + second * SECOND + fraction - offset;
  return isInRange(at) ? { kind: 'instant', at } : { kind: 'out-of-range' };
}

/** The instant that `readInstant` reads; `null` for everything else. */
export function parseInstant(text: string): number | null {
  const read = readInstant(text);
  return read.kind === 'instant' ? read.at : null;
}

const knownZones = new Map<string, boolean>();

/** Does this engine know the zone? IANA names, `UTC`, and fixed offsets such as `+08:00`. */
export function isZone(zone: string): boolean {
  const cached = knownZones.get(zone);
  if (cached !== undefined) return cached;
  let known = false;
  if (/^[A-Za-z0-9_+\-/:]{1,64}$/.test(zone)) {
    try {
      getTemporal().Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
      known = true;
    } catch {
      known = false;
    }
  }
  if (knownZones.size < 2000) knownZones.set(zone, known);
  return known;
}

/**
 * What a wall-clock time means in a zone.
 * `repeated`: the clock shows it twice (autumn); `skipped`: the clock never shows it (spring).
 * Both readings are given, the earlier one first; nothing is guessed.
 */
export type LocalReading =
  { kind: 'exact'; at: number } | { kind: 'repeated' | 'skipped'; at: number; later: number };

export function readLocal(local: Temporal.PlainDateTime, zone: string): LocalReading {
  const wall = Date.UTC(
    local.year,
    local.month - 1,
    local.day,
    local.hour,
    local.minute,
    local.second,
    local.millisecond,
  );
  const steady = fromWall(wall, zone);
  if (steady !== null) return { kind: 'exact', at: steady };
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  const at = earlier.epochMilliseconds;
  if (at === later.epochMilliseconds) return { kind: 'exact', at };
  const kind = earlier.toPlainDateTime().equals(local) ? 'repeated' : 'skipped';
  return { kind, at, later: later.epochMilliseconds };
}

/** Years that `Date` writes and reads as four digits. */
const PLAIN_FROM = Date.UTC(1000, 0, 1);
const PLAIN_TO = Date.UTC(9999, 0, 1);

const offsets = new Map<string, Map<number, number | null>>();

/**
 * The zone's offset in milliseconds, where it does not change from the day before to the day after
 * a day (days since 1970-01-01); `null` where it does. Asking the engine for every wall-clock time
 * takes seconds for a board of thousands of cases, and nearly all days have one offset.
 */
function steadyOffset(zone: string, day: number): number | null {
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map<number, number | null>()));
  let offset = known.get(day);
  if (offset === undefined) {
    const start = zoned((day - 1) * DAY, zone);
    const change = start.getTimeZoneTransition('next');
    const steady = change === null || change.epochMilliseconds >= (day + 2) * DAY;
    offset = steady ? start.offsetNanoseconds / 1e6 : null;
    if (known.size < 20_000) known.set(day, offset);
  }
  return offset;
}

const isPlain = (ms: number): boolean => ms >= PLAIN_FROM && ms < PLAIN_TO;

/** What the clock on the wall shows, as if it showed UTC; `null` near a change of the clocks. */
function wallOf(ms: number, zone: string): number | null {
  const offset = isPlain(ms) ? steadyOffset(zone, Math.floor(ms / DAY)) : null;
  return offset === null ? null : ms + offset;
}

/** The reverse of `wallOf`. */
function fromWall(wall: number, zone: string): number | null {
  const offset = isPlain(wall) ? steadyOffset(zone, Math.floor(wall / DAY)) : null;
  return offset === null ? null : wall - offset;
}

export function zoned(ms: number, zone: string): Temporal.ZonedDateTime {
  return getTemporal().Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

/** The calendar day it is in a zone, `YYYY-MM-DD`. */
export function localDate(ms: number, zone: string): string {
  const wall = wallOf(ms, zone);
  if (wall !== null) return dayText(Math.floor(wall / DAY));
  return zoned(ms, zone).toPlainDate().toString();
}

/** Wall-clock time in a zone with its offset, e.g. `2026-11-20T23:15:00-08:00`. */
export function localText(ms: number, zone: string): string {
  const wall = wallOf(ms, zone);
  const minutes = wall === null ? NaN : (wall - ms) / MINUTE;
  if (wall !== null && Number.isInteger(minutes)) {
    const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    return `${clockless(wall)}${minutes < 0 ? '-' : '+'}${two(hour)}:${two(minute)}`;
  }
  return zoned(ms, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** A period in days keeps the wall-clock time of the zone: a day of 23 or 25 hours is one day. */
export function addDays(ms: number, days: number, zone: string): LocalReading {
  const wall = wallOf(ms, zone);
  const at = wall === null ? null : fromWall(wall + days * DAY, zone);
  if (at !== null) return { kind: 'exact', at };
  return readLocal(zoned(ms, zone).toPlainDateTime().add({ days }), zone);
}

/** The same wall-clock time on another day. */
export function onDate(ms: number, date: string, zone: string): LocalReading {
  const wall = wallOf(ms, zone);
  const at =
    wall === null
      ? null
      : fromWall(dayNumber(date) * DAY + (wall - Math.floor(wall / DAY) * DAY), zone);
  if (at !== null) return { kind: 'exact', at };
  const time = zoned(ms, zone).toPlainTime();
  return readLocal(getTemporal().PlainDate.from(date).toPlainDateTime(time), zone);
}

/** So many minutes after midnight on the wall clock; from 1,440 on it is that time of the next day. */
export function onWall(date: string, minutes: number, zone: string): LocalReading {
  const at = fromWall(dayNumber(date) * DAY + minutes * MINUTE, zone);
  if (at !== null) return { kind: 'exact', at };
  return readLocal(getTemporal().PlainDate.from(date).toPlainDateTime().add({ minutes }), zone);
}

/** A period in hours is elapsed time; a daylight-saving change does not lengthen it. */
export function addHours(ms: number, hours: number): number {
  return ms + hours * HOUR;
}

/** So many days are written once and remembered: a desk of thousands of cases lives in a few hundred of them. */
const MOST_DAYS = 20_000;
const dayNumbers = new Map<string, number>();
const dayTexts = new Map<number, string>();

/** Days since 1970-01-01 of a calendar day, and back; plain arithmetic on the Gregorian calendar. */
export function dayNumber(date: string): number {
  let day = dayNumbers.get(date);
  if (day === undefined) {
    day = Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY);
    if (dayNumbers.size < MOST_DAYS) dayNumbers.set(date, day);
  }
  return day;
}

export function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY).toISOString().slice(0, 10);
    if (dayTexts.size < MOST_DAYS) dayTexts.set(day, text);
  }
  return text;
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** `2026-11-24T01:00:00` of a moment in plain years; what is less than a second is left out. */
function clockless(ms: number): string {
  const day = Math.floor(ms / DAY);
  const second = Math.floor((ms - day * DAY) / SECOND);
  return `${dayText(day)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
