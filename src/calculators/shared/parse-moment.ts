/**
 * Reads a moment the way people paste it: from a platform page, a chat, a spreadsheet, in nine
 * languages, with or without a zone, or as a countdown. It never picks one of two meanings: it lists
 * them and says what has to be asked. A word it does not know is never skipped: it is named.
 */
import { inHalves, isSaid, takeColonClock, takeWordedClock } from './moment/clock.ts';
import { conclude } from './moment/conclude.ts';
import { readCountdown, type Countdown } from './moment/countdown.ts';
import { dated, daysAfter, fitDays, isoDay, takeDay, withYears } from './moment/day.ts';
import {
  LONGEST,
  WORDS_MISSING,
  type MomentContext,
  type ParsedMoment,
  type Reading,
  type Unreadable,
} from './moment/reading.ts';
import { prepare, scan, type Item } from './moment/scan.ts';
import { asWritten, leftover, takeAll, weekdayAtHead, weekdayNamed } from './moment/leftover.ts';
import { reading, takeZones } from './moment/zone.ts';
import { lacksWords, spoken, type ZoneMeaning } from './moment/vocabulary.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  isInRange,
  isZone,
  isoInstant,
  localDate,
  parseInstant,
  readInstant,
} from './time.ts';

export type {
  MomentContext,
  MomentQuestion,
  ParsedMoment,
  Reading,
  Understood,
} from './moment/reading.ts';
export { WORDS_MISSING } from './moment/reading.ts';
export { readDay, type DayRead } from './moment/read-day.ts';
export { endWord } from './moment/ending.ts';
export { readZone } from './moment/zone.ts';
export { hoursText, readWorkHours } from './moment/hours.ts';

const KEY = 'tool.deadline-planner.moment';

const unreadable = (why: Unreadable, text: string, word = text): ParsedMoment => ({
  kind: 'unreadable',
  why,
  readings: [],
  precision: null,
  zoneGiven: false,
  understood: {
    messageKey: why === 'words-missing' ? WORDS_MISSING : `${KEY}.unreadable.${why}`,
    values: { text: text.slice(0, 80), word: word.slice(0, 40) },
  },
});

/**
 * What did the person paste? Never throws; every answer carries the words to repeat back.
 *
 * - `moment`: one meaning.
 * - `due`: a countdown; the reading is the due moment, counted from `asOf`.
 * - `ambiguous`: several meanings; ask which. The earlier one stands first; for a date without a
 *   year, the one nearest to `asOf`.
 * - `bare-date`: a day without a time; its first and last second.
 * - `unreadable`: with the reason; `words-missing` is none, but a text to be read once they have come.
 */
export function parseMoment(raw: unknown, context: MomentContext): ParsedMoment {
  const given = typeof raw === 'string' ? raw.slice(0, LONGEST * 4) : '';
  const instant = PLAIN_INSTANT.test(given) ? parseInstant(given) : null;
  const text = instant === null ? prepare(given) : given;
  if (text === '') return unreadable('empty', '');
  if (text.length > LONGEST) return unreadable('too-long', text);
  const asOf = parseInstant(context.asOf);
  if (asOf === null || !isZone(context.zone)) return unreadable('unknown-zone', context.zone);
  if (instant !== null) return asInstant(given, instant);
  const shown = given.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (readInstant(shown).kind === 'out-of-range') return unreadable('out-of-range', shown);
  try {
    const parsed = readWritten(spaced(text), shown, asOf, context.zone);
    const far = parsed.readings.some(({ at }) => !isInRange(Date.parse(at)));
    return far ? unreadable('out-of-range', shown) : parsed;
  } catch {
    return unreadable('out-of-range', shown);
  }
}

/** How this site itself keeps a moment. */
const PLAIN_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** It has one meaning whatever stands around it, and a desk reads thousands: no word of it is looked up. */
const asInstant = (text: string, ms: number): ParsedMoment => ({
  kind: 'moment',
  readings: [reading(ms, 'UTC', [])],
  precision: 'second',
  zoneGiven: true,
  understood: {
    messageKey: `${KEY}.exact`,
    values: { text, at: isoInstant(ms), zone: 'UTC' },
  },
});

/** 20261120T231500Z with the signs that part its figures. */
const spaced = (text: string): string =>
  text.replace(
    /(?<!\d)(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})?(?=z|[+-]|$|\s)/,
    (_all, year, month, day, hour, minute, second) =>
      `${year}-${month}-${day}t${hour}:${minute}:${second ?? '00'}`,
  );

/** Reasons to ask whether it is a time or a day as it is said. */
const PERHAPS_SAID: ReadonlySet<string> = new Set<Unreadable>([
  'no-date',
  'no-such-day',
  'unknown-word',
  'more-than-one',
]);

/** What a text says of its day beside the figures in it. */
interface Said {
  days: ((today: string) => string[]) | null;
  /** The hour is one of twelve. */
  ofTwelve: boolean;
}

/** As it is written; where that is nothing, as it is said. */
function readWritten(text: string, shown: string, asOf: number, zone: string): ParsedMoment {
  const clock = spoken().clock(text);
  // “à 17 h” is a time, and 17 h without its preposition the hours that are left.
  if (clock?.sure) {
    const sure = read(scan(clock.text), shown, asOf, zone, {
      days: null,
      ofTwelve: clock.ofTwelve,
    });
    if (sure.kind !== 'unreadable') return sure;
  }
  const written = read(scan(text), shown, asOf, zone);
  if (written.kind !== 'unreadable' || !PERHAPS_SAID.has(written.why)) return written;
  // “오후 5시 30분” is read as it is written once its day is asked about, and not cut behind its hour.
  for (const each of clock ? [clock, { text, ofTwelve: false }] : [{ text, ofTwelve: false }]) {
    const weekday = spoken().weekday(each.text);
    const said: Said = { days: weekday?.days ?? null, ofTwelve: each.ofTwelve };
    const again = read(scan(weekday?.text ?? each.text), shown, asOf, zone, said);
    if (again.kind !== 'unreadable' || again.why === 'words-missing') return again;
  }
  return written;
}

/** The last, the present and the coming day. */
const AROUND: readonly number[] = [-1, 0, 1];

function read(items: Item[], shown: string, asOf: number, zone: string, said?: Said): ParsedMoment {
  const refuse = (why: Unreadable, word?: string) => unreadable(why, shown, word);
  if (lacksWords(items)) return refuse('words-missing');
  const countdown = readCountdown(items);
  if (countdown && 'length' in countdown) return counted(countdown, shown, asOf, zone);
  const serial = excelSerial(items, shown, asOf, zone);
  if (serial) return serial;

  const used = new Set<number>();
  let written = takeColonClock(items, used);
  if (written === 'no-such-time') return refuse('no-such-time');
  const { zones, span } = takeZones(items, used, written ? Math.max(...used) + 1 : -1);
  const meanings: Exclude<ZoneMeaning, { kind: 'unknown' }>[] = [];
  for (const meaning of zones) {
    if (meaning.kind === 'unknown' && zones.some(({ kind }) => kind !== 'unknown')) continue;
    if (meaning.kind === 'unknown') return unreadable('unknown-zone', meaning.label);
    meanings.push(meaning);
  }
  const today = localDate(asOf, meanings[0]?.kind === 'zone' ? meanings[0].zone : zone);
  let found = takeDay(items, used, today);
  let dayless = false;
  if (!found && said?.days) {
    dayless = true;
    found = said.days(today).map((day) => dated(day));
  } else if (!found && said && !countdown && !items.some((item) => weekdayNamed(item))) {
    written ??= takeWordedClock(items, used);
    if (written !== null && written !== 'no-such-time') {
      dayless = true;
      found = AROUND.map((days) => dated(daysAfter(today, days)));
    }
  }
  if (!found) {
    if (countdown) return refuse(countdown.refused, asWritten(shown, countdown.item));
    const unknown = items.find(({ kind }) => kind === 'x');
    const timed = written !== null || /N[WDeHGCMS]/.test(items.map(({ kind }) => kind).join(''));
    return unknown && timed ? refuse('unknown-word', asWritten(shown, unknown)) : refuse('no-date');
  }
  written ??= takeWordedClock(items, used);
  if (written === 'no-such-time') return refuse('no-such-time');

  const halves = takeAll(items, used, ({ half }) => half ?? null);
  const relative = takeAll(items, used, ({ kind, value }) =>
    kind === 'T' ? daysAfter(today, value) : null,
  );
  const head = weekdayAtHead(items, used, shown);
  const weekdays = takeAll(items, used, weekdayNamed).concat(head ?? []);
  const left = leftover(items, used);
  if (left?.why === 'unknown-zone')
    return unreadable(left.why, asWritten(shown, left.item as Item));
  if (left) return refuse(left.why, left.item && asWritten(shown, left.item));
  const clocks = inHalves(written, halves);
  if ((said?.ofTwelve || (written && isSaid(written, items))) && halves.length === 0)
    clocks.push(...clocks.map((clock) => ({ ...clock, hour: (clock.hour + 12) % 24 })));
  const bare = written === null && halves.length === 0;
  if (!bare && clocks.length === 0) {
    const isTold =
      written !== null || halves.some((half) => half === 'noon' || half === 'midnight');
    return refuse(isTold ? 'no-such-time' : 'no-hour');
  }

  const days = withYears(found, today);
  if (days.some(({ year }) => year < 1970 || year > 2200)) return refuse('out-of-range');
  const real = days.filter((day) => isoDay(day) !== null);
  if (real.length === 0) return refuse('no-such-day');
  const fitting = fitDays(real, weekdays, relative);
  return conclude({
    shown,
    asOf,
    zone,
    days: fitting.days,
    contradicted: fitting.contradicted,
    dayless,
    yearless: found.some(({ year }) => year === null),
    clocks: bare ? null : clocks,
    precision: written?.precision ?? (bare ? 'day' : 'hour'),
    meanings,
    span,
    key: KEY,
  });
}

/** A countdown ends after `asOf`; time that has passed is a moment before it, and says so. */
function counted(
  { length, past, precision }: Countdown,
  shown: string,
  asOf: number,
  zone: string,
): ParsedMoment {
  const now = Math.floor(asOf / SECOND) * SECOND;
  const ms = now + (past ? -length : length);
  const values = {
    text: shown.slice(0, 80),
    days: Math.floor(length / DAY),
    hours: Math.floor((length % DAY) / HOUR),
    minutes: Math.floor((length % HOUR) / MINUTE),
    at: isoInstant(ms),
    zone,
  };
  if (!past || precision !== 'day')
    return {
      kind: past ? 'moment' : 'due',
      readings: [reading(ms, zone, past ? ['ago'] : [])],
      precision,
      zoneGiven: false,
      understood: { messageKey: `${KEY}.${past ? 'ago' : 'countdown'}`, values },
    };
  // “3 days ago” names a day, not a time of it.
  const [year, month, day] = daysAfter(localDate(asOf, zone), -Math.round(length / DAY))
    .split('-')
    .map(Number) as [number, number, number];
  return conclude({
    shown,
    asOf,
    zone,
    days: [{ year, month, day, note: 'ago' }],
    contradicted: false,
    dayless: false,
    yearless: false,
    clocks: null,
    precision: 'day',
    meanings: [],
    span: false,
    key: KEY,
  });
}

/** Days between the first day of spreadsheets, 1899-12-30, and 1970-01-01. */
const EXCEL_EPOCH = 25_569;
/** A bare number is read as a spreadsheet's date only within so many days of `asOf`. */
const EXCEL_NEAR = 1100;

/** A date as a spreadsheet stores it, days since 1899-12-30 on the wall clock: `46351.96`. */
function excelSerial(
  items: readonly Item[],
  shown: string,
  asOf: number,
  zone: string,
): ParsedMoment | null {
  if (!/^N(?:[.,]N)?$/.test(items.map(({ kind }) => kind).join(''))) return null;
  const [whole, , part] = items;
  if (whole?.text.length !== 5) return null;
  const days = Number(`${whole.text}.${part?.text ?? '0'}`) - EXCEL_EPOCH;
  if (Math.abs(days - asOf / DAY) > EXCEL_NEAR) return null;
  const wall = new Date(Math.round((days * DAY) / (MINUTE / 60)) * SECOND);
  return conclude({
    shown,
    asOf,
    zone,
    days: [
      {
        year: wall.getUTCFullYear(),
        month: wall.getUTCMonth() + 1,
        day: wall.getUTCDate(),
        note: 'excel',
      },
    ],
    contradicted: false,
    dayless: false,
    yearless: false,
    clocks: part
      ? [
          {
            hour: wall.getUTCHours(),
            minute: wall.getUTCMinutes(),
            second: wall.getUTCSeconds(),
            shift: 0,
          },
        ]
      : null,
    precision: part ? 'second' : 'day',
    meanings: [],
    span: false,
    key: KEY,
  });
}

/** What was understood, for rows and for the command line: no sentence, every value by its name. */
export interface MomentEcho {
  text: string;
  kind: ParsedMoment['kind'];
  /** ISO 8601 with `Z`; `null` where nothing was read. */
  at: string | null;
  local: string | null;
  zone: string | null;
  zoneGiven: boolean;
  precision: ParsedMoment['precision'];
  notes: Reading['notes'];
  bareDate: boolean;
}

export function echoOf(text: string, parsed: ParsedMoment): MomentEcho {
  const [first] = parsed.readings;
  return {
    text: text.slice(0, LONGEST),
    kind: parsed.kind,
    at: first?.at ?? null,
    local: first?.local ?? null,
    zone: first?.zone ?? null,
    zoneGiven: parsed.zoneGiven,
    precision: parsed.precision,
    notes: first?.notes ?? [],
    bareDate: parsed.kind === 'bare-date',
  };
}
