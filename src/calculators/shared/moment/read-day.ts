/** A calendar day alone: a promise, a holiday, the day of an order. */
import { isZone, localDate, parseInstant } from '../time.ts';
import { takeColonClock, takeWordedClock } from './clock.ts';
import { daysAfter, fitDays, isoDay, takeDay, withYears } from './day.ts';
import { leftover } from './leftover.ts';
import { LONGEST, type ReadingNote, type Understood } from './reading.ts';
import { prepare, scan } from './scan.ts';

/** `time-dropped`: a time of the day stood beside the day and was left out. */
export type DayNote = ReadingNote | 'time-dropped' | 'counted';

export interface DayContext {
  /** The day it is, `YYYY-MM-DD`; or `asOf` with `zone`. */
  today?: string;
  /** The moment it is, ISO 8601. */
  asOf?: string;
  /** The zone in which `asOf` is looked at; default `UTC`. */
  zone?: string;
  /** The order of `05/12/2026`, where the reader's is known; without it such a day is asked. */
  order?: 'day-first' | 'month-first';
  /** A promise lies ahead, an event lies behind: a day without a year is then the nearest such day. */
  direction?: 'future' | 'past';
}

export type DayRead =
  | { kind: 'day'; day: string; notes: DayNote[]; understood: Understood }
  | {
      kind: 'question';
      why: 'day-or-month' | 'year' | 'weekday';
      choices: { day: string; notes: DayNote[] }[];
      understood: Understood;
    }
  | {
      kind: 'unreadable';
      why:
        | 'empty'
        | 'too-long'
        | 'no-date'
        | 'no-such-day'
        | 'no-such-time'
        | 'more-than-one'
        | 'unknown-word'
        | 'out-of-range';
      understood: Understood;
    };

const KEY = 'tool.moment.day';
/** A day counted from today lies at most so far away. */
const MOST_DAYS = 3650;

/**
 * A day as people write it in nine languages: `5 декабря 2026`, `5.12.26`, `12月5日`, `明天`, `3天后`,
 * `+3d`, `in 3 days`. Days count in calendar days of the context. Never throws.
 */
export function readDay(raw: unknown, context: DayContext): DayRead {
  const given = typeof raw === 'string' ? raw.slice(0, LONGEST * 4) : '';
  const shown = given.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 80);
  const refuse = (why: Extract<DayRead, { kind: 'unreadable' }>['why'], word = shown): DayRead => ({
    kind: 'unreadable',
    why,
    understood: {
      messageKey: `${KEY}.unreadable.${why}`,
      values: { text: shown, word: word.slice(0, 40) },
    },
  });
  const text = prepare(given);
  if (text === '') return refuse('empty');
  if (text.length > LONGEST) return refuse('too-long');
  const today = todayOf(context);
  const settle = (
    days: readonly { day: string; notes: DayNote[] }[],
    why: 'day-or-month' | 'year' | 'weekday',
  ): DayRead => {
    if (days.some(({ day }) => day < '1970-01-01' || day > '2200-12-31'))
      return refuse('out-of-range');
    const [first] = days;
    if (days.length === 1 && first)
      return {
        kind: 'day',
        ...first,
        understood: { messageKey: `${KEY}.understood`, values: { text: shown, date: first.day } },
      };
    return {
      kind: 'question',
      why,
      choices: [...days],
      understood: {
        messageKey: `${KEY}.ask.${why}`,
        values: { text: shown, choices: days.map(({ day }) => day).join(' / ') },
      },
    };
  };

  const items = scan(text);
  const kinds = items.map(({ kind }) => kind).join('');
  const number = items.find(({ kind }) => kind === 'N');
  const counted = /^[+]?[filn]*(N)([WDe])\.?[filnq.]*$/.exec(kinds);
  if (counted && number && /^\+|[il]/.test(kinds)) {
    const days = number.value * (counted[2] === 'W' ? 7 : 1);
    if (days > MOST_DAYS) return refuse('out-of-range');
    return settle([{ day: daysAfter(today, days), notes: ['counted'] }], 'year');
  }
  const passed = /^[fn]*a?[fn]*N([WD])\.?[aqf.]*$/.exec(kinds);
  if (passed && number && /[aq]/.test(kinds)) {
    const days = number.value * (passed[1] === 'W' ? 7 : 1);
    if (days > MOST_DAYS) return refuse('out-of-range');
    return settle([{ day: daysAfter(today, -days), notes: ['ago'] }], 'year');
  }

  const used = new Set<number>();
  let clock = takeColonClock(items, used);
  items.forEach(({ kind }, i) => kind === 'Z' && used.add(i));
  let days = takeDay(items, used, today);
  const unknown = items.find(({ kind }) => kind === 'x');
  if (!days) return unknown && number ? refuse('unknown-word', unknown.text) : refuse('no-date');
  clock ??= takeWordedClock(items, used);
  if (clock === 'no-such-time') return refuse('no-such-time');
  const halves = items.flatMap(({ kind }, i) => (kind === 'h' && !used.has(i) ? [i] : []));
  halves.forEach((i) => used.add(i));
  const weekdays = items.flatMap(({ kind, value }, i) =>
    kind === 'w' && used.add(i) ? [value] : [],
  );
  const relative = items.flatMap(({ kind, value }, i) =>
    kind === 'T' && !used.has(i) && used.add(i) ? [daysAfter(today, value)] : [],
  );
  const left = leftover(items, used);
  if (left) return refuse(left.item ? 'unknown-word' : 'more-than-one', left.item?.text);

  if (context.order && days.some(({ note }) => note === context.order))
    days = days.filter(({ note }) => note === context.order);
  const yearless = days.some(({ year }) => year === null);
  let real = withYears(days, today).filter((day) => isoDay(day) !== null);
  if (real.length === 0) return refuse('no-such-day');
  if (yearless && context.direction) {
    const ahead = real.filter(
      (day) => (isoDay(day) ?? '') >= today === (context.direction === 'future'),
    );
    if (ahead.length > 0) real = ahead;
  }
  const fitting = fitDays(real, weekdays, relative);
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
  const choices = fitting.days
    .map((day) => ({
      day: isoDay(day) as string,
      notes: [
        ...(day.note ? [day.note] : []),
        ...(clock || halves.length > 0 ? ['time-dropped' as const] : []),
      ],
    }))
    .sort((a, b) => (yearless ? distance(a.day) - distance(b.day) : a.day < b.day ? -1 : 1));
  const dates = new Set(choices.map(({ day }) => day.slice(5)));
  return settle(
    choices,
    fitting.contradicted ? 'weekday' : yearless && dates.size === 1 ? 'year' : 'day-or-month',
  );
}

function todayOf({ today, asOf, zone = 'UTC' }: DayContext): string {
  if (today !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(today)) return today;
  const now = parseInstant(asOf ?? '');
  return localDate(now ?? 0, isZone(zone) ? zone : 'UTC');
}
