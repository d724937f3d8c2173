import type { Language } from '@/calculators/shared/rule.ts';

interface Parts {
  year: string;
  month: string;
  day: string;
  weekday: string;
  hour: string;
  minute: string;
}

/**
 * Moments and days in the page's language, on the clock of any zone.
 *
 * @param yearNow the year in which it is read: a day names its year only where it is another.
 */
export function createTimeWords(language: Language, yearNow: () => string = () => '') {
  const zh = language === 'zh-CN';
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const clockOf = (zone: string) => {
    let clock = clocks.get(zone);
    if (!clock) {
      // Making one takes as long as drawing a form, so there is one for all that is said of a moment.
      const make = (timeZone: string) =>
        new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-US', {
          timeZone,
          hourCycle: 'h23',
          year: 'numeric',
          month: zh ? 'numeric' : 'short',
          day: 'numeric',
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
        });
      try {
        clock = make(zone);
      } catch {
        clock = make('UTC');
      }
      clocks.set(zone, clock);
    }
    return clock;
  };
  const partsOf = (iso: string, zone: string) =>
    Object.fromEntries(
      clockOf(zone)
        .formatToParts(new Date(iso))
        .map(({ type, value }) => [type, value]),
    ) as unknown as Parts;

  const day = ({ year, month, day: number, weekday }: Parts) => {
    const other = year !== yearNow();
    return zh
      ? `${other ? `${year}年` : ''}${month}月${number}日 ${weekday}`
      : `${weekday} ${number} ${month}${other ? ` ${year}` : ''}`;
  };
  const moment = (iso: string, zone: string) => {
    const parts = partsOf(iso, zone);
    return `${day(parts)}${zh ? ' ' : ', '}${parts.hour}:${parts.minute}`;
  };
  const momentShort = (iso: string, zone: string) => {
    const parts = partsOf(iso, zone);
    const when = `${parts.hour}:${parts.minute}`;
    return zh ? `${parts.month}月${parts.day}日 ${when}` : `${parts.day} ${parts.month}, ${when}`;
  };
  const dayShort = (ms: number, zone: string) => {
    const parts = partsOf(new Date(ms).toISOString(), zone);
    return zh ? `${parts.month}月${parts.day}日` : `${parts.day} ${parts.month}`;
  };
  const date = (iso: string) => day(partsOf(`${iso}T12:00:00Z`, 'UTC'));
  return { moment, momentShort, dayShort, date };
}

const two = (value: number) => String(value).padStart(2, '0');

/**
 * A moment as a person may write it into a field, on the clock of a zone and with its offset, so that it is
 * the same moment whoever reads it: `2026-11-21 15:15 UTC+08:00`. What is no moment stays as it is.
 */
export function plainAt(at: string, zone: string): string {
  const ms = Date.parse(at);
  if (!Number.isFinite(ms)) return at;
  const parts = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(ms)
      .map(({ type, value }) => [type, value] as const),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  const clock = `${of('hour')}:${of('minute')}`;
  const wall = Date.parse(`${day}T${clock}:${of('second')}Z`);
  const offset = Math.round((wall - Math.floor(ms / 1000) * 1000) / 60_000);
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  const named = offset === 0 ? 'UTC' : `UTC${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  const second = of('second') === '00' ? '' : `:${of('second')}`;
  return `${day} ${clock}${second} ${named}`;
}
