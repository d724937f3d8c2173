/** Time that is left, as a platform shows it, alone or in a sentence; and time that has passed. */
import { DAY, HOUR, MINUTE, SECOND } from '../time.ts';
import type { Precision } from './reading.ts';
import type { Item } from './scan.ts';

const SIZE: Readonly<Record<string, number>> = {
  W: 7 * DAY,
  D: DAY,
  e: DAY,
  H: HOUR,
  G: HOUR,
  M: MINUTE,
  S: SECOND,
};
/** What may stand between the amounts. */
const BETWEEN = new Set('fniq.,:sla'.split(''));

export interface Countdown {
  /** Milliseconds, never negative. */
  length: number;
  past: boolean;
  precision: Precision;
}

/**
 * The length the items name, or null where they are no countdown: every number needs its unit, no
 * unit may come twice, and no date, zone or unknown word may stand beside it.
 */
export function readCountdown(items: readonly Item[]): Countdown | null {
  const kinds = items.map(({ kind }) => kind).join('');
  const signed = /[sil]/.test(kinds);
  const past = /a|[WDeHGMS]\.?q/.test(kinds);
  if (past && /[sl]|N:N/.test(kinds)) return null;
  // “3天后 12:00” is three days and a half, or noon three days later.
  if (/[WDe][^N]*l.*N:N/.test(kinds)) return null;
  const named = new Map<number, number>();
  const amount = (value: number, size: number): boolean => {
    if (named.has(size)) return false;
    named.set(size, value);
    return true;
  };
  for (let i = 0; i < items.length;) {
    const rest = kinds.slice(i);
    const item = items[i] as Item;
    const clock = /^N:N(?::N)?(?::N)?/.exec(rest)?.[0];
    if (clock) {
      const parts = items.slice(i, i + clock.length).filter(({ kind }) => kind === 'N');
      const days = parts.length === 4 ? parts.shift() : undefined;
      if (parts.slice(1).some(({ value, text }) => value > 59 || text.length !== 2)) return null;
      if (!days && !named.has(DAY) && !(parts.length === 3 && signed)) return null;
      const sizes = [HOUR, MINUTE, SECOND];
      if (days && (!amount(days.value, DAY) || (parts[0]?.value ?? 0) > 23)) return null;
      if (!parts.every((part, j) => amount(part.value, sizes[j] ?? SECOND))) return null;
      i += clock.length;
      continue;
    }
    const decimal = /^N[.,]N([WDeHGM])/.exec(rest)?.[1];
    if (decimal) {
      const part = items[i + 2]?.text ?? '';
      // 1,234 hours can be one and a quarter, or more than a thousand.
      if (part.length === 3) return null;
      const value = Number(`${item.text}.${part}`);
      if (!amount(value, SIZE[decimal] ?? 0)) return null;
      i += 4;
      continue;
    }
    const unit = /^N([WDeHGMS])/.exec(rest)?.[1];
    if (unit) {
      if (item.text.length > 7 || !amount(item.value, SIZE[unit] ?? 0)) return null;
      i += 2;
      continue;
    }
    // A bracketed weekday letter, an offset, an unknown word: this is no countdown.
    if (!BETWEEN.has(item.kind)) return null;
    i += 1;
  }
  if (named.size === 0) return null;
  // 20时30分 alone may be a time of the day.
  const hanzi = items.some(({ text }) => text === '时' || text === '時');
  if (hanzi && !signed && !past && !named.has(DAY)) return null;
  const smallest = Math.min(...named.keys());
  const total = [...named].reduce((sum, [size, value]) => sum + size * value, 0);
  const precision =
    smallest >= DAY
      ? 'day'
      : smallest === HOUR
        ? 'hour'
        : smallest === MINUTE
          ? 'minute'
          : 'second';
  return { length: Math.round(total / SECOND) * SECOND, past, precision };
}
