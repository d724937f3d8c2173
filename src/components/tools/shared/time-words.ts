import type { Language } from '@/calculators/shared/rule.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** What the clock of a zone shows: `2026-12-01T12:55:00`, and maybe more behind it. Throws for no zone. */
export type Clock = (ms: number, zone: string) => string;

const clocks = new Map<string, Intl.DateTimeFormat>();
/** As the engine formats it, which is slow to be made ready; who reads moments has a better one. */
export const byEngine: Clock = (ms, zone) => {
  if (zone === 'UTC') return new Date(ms).toISOString();
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(zone, clock);
  }
  const parts = new Map(clock.formatToParts(ms).map(({ type, value }) => [type, value] as const));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`;
};

/** By how many minutes a clock is ahead of UTC. */
export const aheadOf = (shown: string, ms: number): number =>
  Math.round((Date.parse(`${shown.slice(0, 19)}Z`) - Math.floor(ms / 1000) * 1000) / 60_000);

const two = (value: number) => String(value).padStart(2, '0');

/** What a clock is ahead of UTC, in words: `UTC+8`, `UTC−3:30`. */
export function offsetText(ahead: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  const size = `${hours}${minutes === 0 ? '' : `:${two(minutes)}`}`;
  return `UTC${ahead === 0 ? '' : `${ahead < 0 ? '−' : '+'}${size}`}`;
}

const HOUR = 3_600_000;

/**
 * Moments and days in the page's language, on the clock of any zone.
 *
 * @param yearNow the year in which it is read: a day names its year only where it is another.
 */
export function createTimeWords(
  language: Language,
  yearNow: () => string = () => '',
  clock: Clock = byEngine,
) {
  const zh = language === 'zh-CN';
  const partsOf = (ms: number, zone: string) => {
    let shown: string;
    try {
      shown = clock(ms, zone);
    } catch {
      shown = byEngine(ms, 'UTC');
    }
    const [date = '', time = ''] = shown.split('T');
    const [year = '', month, day] = date.split('-');
    const short = zh
      ? `${Number(month)}月${Number(day)}日`
      : `${Number(day)} ${MONTHS[Number(month) - 1]}`;
    return { shown, date, year, short, time: time.slice(0, 5) };
  };

  const dayOf = ({ date, year, short }: ReturnType<typeof partsOf>) => {
    const other = year !== yearNow();
    const weekday = new Date(date).getUTCDay();
    return zh
      ? `${other ? `${year}年` : ''}${short} 周${'日一二三四五六'[weekday]}`
      : `${DAYS[weekday]} ${short}${other ? ` ${year}` : ''}`;
  };
  const gap = zh ? ' ' : ', ';
  /** The hour a clock that goes back shows twice says which of the two it is. */
  const timeOf = ({ shown, time }: ReturnType<typeof partsOf>, ms: number, zone: string) => {
    const isTwice = [-HOUR, HOUR].some(
      (by) => partsOf(ms + by, zone).shown.slice(0, 19) === shown.slice(0, 19),
    );
    return isTwice ? `${time} ${offsetText(aheadOf(shown, ms))}` : time;
  };
  const moment = (iso: string, zone: string) => {
    const ms = Date.parse(iso);
    const parts = partsOf(ms, zone);
    return `${dayOf(parts)}${gap}${timeOf(parts, ms, zone)}`;
  };
  const momentShort = (iso: string, zone: string) => {
    const ms = Date.parse(iso);
    const parts = partsOf(ms, zone);
    return `${parts.short}${gap}${timeOf(parts, ms, zone)}`;
  };
  const dayShort = (ms: number, zone: string) => partsOf(ms, zone).short;
  const date = (iso: string) => dayOf(partsOf(Date.parse(iso), 'UTC'));
  return { moment, momentShort, dayShort, date };
}

/**
 * A moment as a person may write it into a field, on the clock of a zone and with its offset, so that it is
 * the same moment whoever reads it: `2026-11-21 15:15 UTC+08:00`. What is no moment stays as it is.
 */
export function plainAt(at: string, zone: string): string {
  const ms = Date.parse(at);
  if (!Number.isFinite(ms)) return at;
  const shown = byEngine(ms, zone).slice(0, 19);
  const offset = aheadOf(shown, ms);
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  const named = offset === 0 ? 'UTC' : `UTC${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  const second = shown.endsWith(':00') ? '' : shown.slice(16);
  return `${shown.slice(0, 16).replace('T', ' ')}${second} ${named}`;
}
