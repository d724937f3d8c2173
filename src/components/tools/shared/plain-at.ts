const MINUTE = 60_000;
const SECOND = 1000;
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
  const offset = Math.round((wall - Math.floor(ms / SECOND) * SECOND) / MINUTE);
  const size = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  const named = offset === 0 ? 'UTC' : `UTC${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  const second = of('second') === '00' ? '' : `:${of('second')}`;
  return `${day} ${clock}${second} ${named}`;
}
