/** A calendar day alone: a promise, a holiday, the day of an order. */
import { isZone, localDate, parseInstant } from '../time.ts';
import { takeColonClock, takeWordedClock } from './clock.ts';
import { readCountdown } from './countdown.ts';
import { dated, daysAfter, fitDays, isoDay, takeDay, withYears, type Day } from './day.ts';
import { asWritten, leftover, takeAll, weekdayNamed } from './leftover.ts';
import { LONGEST, WORDS_MISSING, type ReadingNote, type Understood } from './reading.ts';
import { prepare, scan } from './scan.ts';
import { lacksWords, spoken } from './vocabulary.ts';
import { takeZones } from './zone.ts';

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
      why: 'day-or-month' | 'year' | 'weekday' | 'day';
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
        | 'out-of-range'
        | 'words-missing';
      understood: Understood;
    };

const KEY = 'tool.moment.day';
/** A day counted from today lies at most so far away. */
const MOST_DAYS = 3650;

/**
 * A day as people write it in nine languages: `5 декабря 2026`, `5.12.26`, `12月5日`, `明天`, `3天后`,
 * `+3d`, `-3d`, `in 3 days`. Days count in calendar days of the context. Never throws.
 */
export function readDay(raw: unknown, context: DayContext): DayRead {
  const written = readWritten(raw, context);
  if (written.kind !== 'unreadable' || !PERHAPS_SAID.has(written.why)) return written;
  // As it is said: “next Friday”, “tomorrow at half past five”.
  const text = prepare(typeof raw === 'string' ? raw.slice(0, LONGEST * 4) : '');
  const clock = spoken().clock(text);
  const weekday = spoken().weekday(clock?.text ?? text);
  if (!clock && !weekday) return written;
  const said = readWritten(weekday?.text ?? clock?.text ?? text, context, {
    shown: shownOf(raw),
    days: weekday ? weekday.days(todayOf(context)) : null,
  });
  return said.kind === 'unreadable' && said.why !== 'words-missing' ? written : said;
}

/** Reasons to ask whether it is a day as it is said. */
const PERHAPS_SAID: ReadonlySet<string> = new Set([
  'no-date',
  'no-such-day',
  'unknown-word',
  'more-than-one',
]);

const shownOf = (raw: unknown): string =>
  (typeof raw === 'string' ? raw.slice(0, LONGEST * 4) : '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

/** @param said the text as it was given, and the days it names by a weekday, where it is read as it is said. */
function readWritten(
  raw: unknown,
  context: DayContext,
  said?: { shown: string; days: readonly string[] | null },
): DayRead {
  const given = typeof raw === 'string' ? raw.slice(0, LONGEST * 4) : '';
  const shown = said?.shown ?? shownOf(raw);
  const refuse = (why: Extract<DayRead, { kind: 'unreadable' }>['why'], word = shown): DayRead => ({
    kind: 'unreadable',
    why,
    understood: {
      messageKey: why === 'words-missing' ? WORDS_MISSING : `${KEY}.unreadable.${why}`,
      values: { text: shown, word: word.slice(0, 40) },
    },
  });
  const text = prepare(given);
  if (text === '' && !said?.days) return refuse('empty');
  if (text.length > LONGEST) return refuse('too-long');
  const today = todayOf(context);
  const settle = (
    days: readonly { day: string; notes: DayNote[] }[],
    why: 'day-or-month' | 'year' | 'weekday' | 'day',
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
  if (lacksWords(items)) return refuse('words-missing');
  const kinds = items.map(({ kind }) => kind).join('');
  const number = items.find(({ kind }) => kind === 'N');
  const length = readCountdown(items);
  // “3 days after receipt” is counted from a day that nobody named.
  if (length && 'refused' in length && length.refused !== 'unknown-word')
    return refuse('unknown-word', asWritten(shown, length.item));
  const counted = /^[+]?[filn]*(N)([WDe])\.?[filnq.]*$/.exec(kinds);
  if (counted && number && /^\+|[il]/.test(kinds)) {
    const days = number.value * (counted[2] === 'W' ? 7 : 1);
    if (days > MOST_DAYS) return refuse('out-of-range');
    return settle([{ day: daysAfter(today, days), notes: ['counted'] }], 'year');
  }
  const passed = /^(?:[fn]*a?[fn]*|-)N([WD])\.?[aqf.]*$/.exec(kinds);
  if (passed && number && /^-|[aq]/.test(kinds)) {
    const days = number.value * (passed[1] === 'W' ? 7 : 1);
    if (days > MOST_DAYS) return refuse('out-of-range');
    return settle([{ day: daysAfter(today, -days), notes: ['ago'] }], 'year');
  }

  const used = new Set<number>();
  let clock = takeColonClock(items, used);
  takeZones(items, used, clock ? Math.max(...used) + 1 : -1);
  let days = takeDay(items, used, today) ?? said?.days?.map((day): Day => dated(day)) ?? null;
  const unknown = items.find(({ kind }) => kind === 'x');
  if (!days)
    return unknown && number
      ? refuse('unknown-word', asWritten(shown, unknown))
      : refuse('no-date');
  clock ??= takeWordedClock(items, used);
  if (clock === 'no-such-time') return refuse('no-such-time');
  const halves = takeAll(items, used, ({ half }) => half ?? null);
  const weekdays = takeAll(items, used, weekdayNamed);
  const relative = takeAll(items, used, ({ kind, value }) =>
    kind === 'T' ? daysAfter(today, value) : null,
  );
  const left = leftover(items, used);
  if (left)
    return left.item
      ? refuse('unknown-word', asWritten(shown, left.item))
      : refuse('more-than-one');

  if (context.order && days.some(({ note }) => note === context.order))
    days = days.filter(({ note }) => note === context.order);
  const yearless = days.some(({ year }) => year === null);
  if (said?.days && days.length > 1 && context.direction) {
    const there = days.filter((day) => {
      const text = isoDay({ ...day, year: day.year ?? 0 }) ?? '';
      return context.direction === 'future' ? text >= today : text <= today;
    });
    if (there.length > 0) days = there;
  }
  let real = withYears(days, today).filter((day) => isoDay(day) !== null);
  if (real.length === 0) return refuse('no-such-day');
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
  if (yearless && context.direction) {
    const ahead = context.direction === 'future';
    const there = real.filter((day) => {
      const text = isoDay(day) ?? '';
      return ahead ? text >= today : text <= today;
    });
    const months = new Set(there.map(({ month, day }) => `${month} ${day}`));
    // One day a year: the nearest one that lies where it must.
    if (months.size === 1)
      there.sort((a, b) => distance(isoDay(a) ?? '') - distance(isoDay(b) ?? '')).splice(1);
    if (there.length > 0) real = there;
  }
  const fitting = fitDays(real, weekdays, relative);
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
    fitting.contradicted
      ? 'weekday'
      : said?.days
        ? 'day'
        : yearless && dates.size === 1
          ? 'year'
          : 'day-or-month',
  );
}

function todayOf({ today, asOf, zone = 'UTC' }: DayContext): string {
  if (today !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(today)) return today;
  const now = parseInstant(asOf ?? '') ?? 0;
  // UTC needs no zones of the engine, which a page without clocks does not load.
  return zone === 'UTC' || !isZone(zone)
    ? new Date(now).toISOString().slice(0, 10)
    : localDate(now, zone);
}
