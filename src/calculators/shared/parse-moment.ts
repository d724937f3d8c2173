/**
 * Reads a moment the way people paste it: from a platform page, a chat, a spreadsheet, in English,
 * Chinese or Russian, with or without a zone, or as a countdown. It never picks one of two
 * meanings: it lists both, the earlier instant first, and says what has to be asked.
 */
import { takeClock, takeHalf, type Clock } from './moment/clock.ts';
import { readCountdown } from './moment/countdown.ts';
import { takeDay, type Day } from './moment/day.ts';
import type {
  MomentContext,
  MomentQuestion,
  ParsedMoment,
  Reading,
  ReadingNote,
  Unreadable,
} from './moment/reading.ts';
import { takeZone, type ZoneFound } from './moment/zone.ts';
import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  getTemporal,
  isZone,
  isoInstant,
  localText,
  parseInstant,
  readLocal,
  zoned,
} from './time.ts';

export type {
  MomentContext,
  MomentQuestion,
  ParsedMoment,
  Reading,
  ReadingNote,
  Understood,
  Unreadable,
} from './moment/reading.ts';

const KEY = 'tool.deadline-planner.moment';
const LONGEST = 200;

const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u0000-\u001f\u00a0\s]+/g, ' ')
    .trim();

const unreadable = (why: Unreadable, text: string): ParsedMoment => ({
  kind: 'unreadable',
  why,
  readings: [],
  understood: { messageKey: `${KEY}.unreadable.${why}`, values: { text: text.slice(0, 80) } },
});

const reading = (ms: number, zone: string, notes: ReadingNote[]): Reading => ({
  at: isoInstant(ms),
  local: localText(ms, zone),
  zone,
  notes,
});

interface Candidate extends Reading {
  ms: number;
  question: 'repeated-hour' | 'skipped-hour' | 'season' | null;
}

/** All instants a wall-clock time can mean in a zone. */
function candidates(
  day: Day & { year: number },
  clock: Clock,
  found: Extract<ZoneFound, { kind: 'zone' | 'short' | 'ask' }>,
  notes: ReadingNote[],
): Candidate[] | null {
  const { PlainDate, PlainTime } = getTemporal();
  let date;
  try {
    date = PlainDate.from(
      { year: day.year, month: day.month, day: day.day },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
  if (clock.hour === 24) date = date.add({ days: 1 });
  const local = date.toPlainDateTime(new PlainTime(clock.hour % 24, clock.minute, clock.second));
  const own = day.note ? [...notes, day.note] : notes;
  const make = (
    ms: number,
    zone: string,
    extra: ReadingNote[],
    question: Candidate['question'],
  ): Candidate => ({ ...reading(ms, zone, [...own, ...extra]), ms, question });
  const inZone = (zone: string): Candidate[] => {
    const result = readLocal(local, zone);
    if (result.kind === 'exact') return [make(result.at, zone, [], null)];
    return result.kind === 'repeated'
      ? [
          make(result.at, zone, ['first-pass'], 'repeated-hour'),
          make(result.later, zone, ['second-pass'], 'repeated-hour'),
        ]
      : [
          make(result.at, zone, ['before-gap'], 'skipped-hour'),
          make(result.later, zone, ['after-gap'], 'skipped-hour'),
        ];
  };
  if (found.kind === 'zone') return inZone(found.zone);
  if (found.kind === 'ask') return found.zones.flatMap(inZone);
  const written = readLocal(local, found.offset).at;
  if (zoned(written, found.zone).offset === found.offset)
    return [make(written, found.zone, [], null)];
  return [
    make(written, found.offset, ['as-written'], 'season'),
    ...inZone(found.zone).map((other) => ({
      ...other,
      notes: [...other.notes, 'local-clock' as const],
      question: 'season' as const,
    })),
  ];
}

/**
 * What did the person paste? Never throws; every answer carries the words to repeat back.
 *
 * - `moment`: one meaning.
 * - `due`: a countdown; the reading is the due moment, counted from `asOf`.
 * - `ambiguous`: several meanings; ask which. The earlier one stands first.
 * - `bare-date`: a day without a time; its first and last minute.
 * - `unreadable`: with the reason.
 */
export function parseMoment(raw: unknown, context: MomentContext): ParsedMoment {
  const text = clean(typeof raw === 'string' ? raw.slice(0, LONGEST * 4) : '');
  if (text === '') return unreadable('empty', '');
  if (text.length > LONGEST) return unreadable('too-long', text);
  const asOf = parseInstant(context.asOf);
  if (asOf === null || !isZone(context.zone)) return unreadable('unknown-zone', context.zone);
  try {
    return read(text, asOf, context.zone);
  } catch {
    return unreadable('out-of-range', text);
  }
}

function read(text: string, asOf: number, defaultZone: string): ParsedMoment {
  const countdown = readCountdown(text);
  if (countdown !== null) {
    const ms = Math.floor(asOf / SECOND) * SECOND + countdown;
    return {
      kind: 'due',
      readings: [reading(ms, defaultZone, [])],
      understood: {
        messageKey: `${KEY}.countdown`,
        values: {
          days: Math.floor(countdown / DAY),
          hours: Math.floor((countdown % DAY) / HOUR),
          minutes: Math.floor((countdown % HOUR) / MINUTE),
          at: isoInstant(ms),
          zone: defaultZone,
        },
      },
    };
  }

  const compact = text.replace(
    /(?<!\d)(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(?=Z|[+-]|\b)/,
    (_all, year, month, day, hour, minute, second) =>
      `${year}-${month}-${day} ${hour}:${minute}:${second ?? '00'}`,
  );
  const zone = takeZone(compact.replace(/(\d)T(?=\d{1,2}:)/, '$1 '));
  if (zone.found.kind === 'unknown') return unreadable('unknown-zone', zone.found.label);
  const half = takeHalf(zone.rest);
  const today = zoned(asOf, zone.found.kind === 'zone' ? zone.found.zone : defaultZone);
  const colonFirst = /\d{1,2}:\d{2}/.test(half.rest);
  let clock: Clock | null = null;
  let rest = half.rest;
  if (colonFirst) {
    const found = takeClock(rest, half.half);
    if (found === 'no-such-time') return unreadable('no-such-time', text);
    ({ clock, rest } = found);
  }
  const found = takeDay(rest, { year: today.year, month: today.month, day: today.day });
  if (!found) return unreadable('no-date', text);
  rest = found.rest;
  if (!clock) {
    const later = takeClock(rest, half.half);
    if (later === 'no-such-time') return unreadable('no-such-time', text);
    ({ clock, rest } = later);
  }
  if (/\d/.test(rest)) return unreadable('more-than-one', text);

  const bare = clock === null;
  const effective: Extract<ZoneFound, { kind: 'zone' | 'short' | 'ask' }> =
    zone.found.kind === 'none' ? { kind: 'zone', zone: defaultZone } : zone.found;
  const withYear: (Day & { year: number })[] = [];
  let yearMissing = false;
  for (const day of found.days) {
    if (day.year !== null) {
      withYear.push({ ...day, year: day.year });
      continue;
    }
    yearMissing = true;
    withYear.push({ ...day, year: today.year - 1, note: 'last-year' });
    withYear.push({ ...day, year: today.year, note: 'this-year' });
  }
  if (withYear.some((day) => day.year < 1970 || day.year > 2200))
    return unreadable('out-of-range', text);

  const expand = (at: Clock, notes: ReadingNote[]) =>
    withYear.map((day) => candidates(day, at, effective, notes));
  const starts = expand(clock ?? { hour: 0, minute: 0, second: 0 }, bare ? ['start-of-day'] : []);
  const valid = starts.filter((list) => list !== null);
  if (valid.length === 0 || (valid.length < starts.length && !yearMissing))
    return unreadable('no-such-day', text);
  const all = valid.flat().sort((a, b) => a.ms - b.ms);
  const strip = ({ at, local, zone: where, notes }: Candidate): Reading => ({
    at,
    local,
    zone: where,
    notes,
  });
  const readings = all.map(strip);
  const first = all[0];
  if (!first) return unreadable('no-such-day', text);
  const values = { text, at: first.at, zone: first.zone };

  const ask = (why: MomentQuestion): ParsedMoment => ({
    kind: 'ambiguous',
    why,
    readings,
    understood: { messageKey: `${KEY}.ask.${why}`, values: { ...values, count: readings.length } },
  });
  if (found.days.length > 1) return ask('day-or-month');
  if (effective.kind === 'ask') return ask('zone');
  if (yearMissing && valid.length > 1) return ask('year');
  if (!bare && first.question) return ask(first.question);
  if (bare) {
    const ends = expand({ hour: 23, minute: 59, second: 59 }, ['end-of-day'])
      .flatMap((list) => list ?? [])
      .sort((a, b) => a.ms - b.ms)
      .map(strip);
    return {
      kind: 'bare-date',
      readings: [...readings.slice(0, 1), ...ends.slice(-1)],
      understood: { messageKey: `${KEY}.bare-date`, values },
    };
  }
  return { kind: 'moment', readings, understood: { messageKey: `${KEY}.exact`, values } };
}
