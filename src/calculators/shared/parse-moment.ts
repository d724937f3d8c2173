/**
 * Reads a moment the way people paste it: from a platform page, a chat, a spreadsheet, in English,
 * Chinese or Russian, with or without a zone, or as a countdown. It never picks one of two
 * meanings: it lists both, the earlier instant first, and says what has to be asked.
 */
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

export type ReadingNote =
  | 'first-pass'
  | 'second-pass'
  | 'before-gap'
  | 'after-gap'
  | 'day-first'
  | 'month-first'
  | 'start-of-day'
  | 'end-of-day'
  | 'as-written'
  | 'local-clock'
  | 'this-year'
  | 'last-year';

export interface Reading {
  /** ISO 8601 with `Z`. */
  at: string;
  /** The same moment on the wall clock of `zone`, with its offset. */
  local: string;
  /** IANA name, `UTC`, or a fixed offset such as `-08:00`. */
  zone: string;
  notes: ReadingNote[];
}

export type MomentQuestion =
  'day-or-month' | 'zone' | 'season' | 'repeated-hour' | 'skipped-hour' | 'year';

export type Unreadable =
  | 'empty'
  | 'too-long'
  | 'no-date'
  | 'no-such-day'
  | 'no-such-time'
  | 'more-than-one'
  | 'unknown-zone'
  | 'out-of-range';

export interface Understood {
  /** Key of a sentence that repeats in words what was understood. */
  messageKey: string;
  values: Record<string, string | number>;
}

export type ParsedMoment =
  | { kind: 'moment' | 'due' | 'bare-date'; readings: Reading[]; understood: Understood }
  | { kind: 'ambiguous'; why: MomentQuestion; readings: Reading[]; understood: Understood }
  | { kind: 'unreadable'; why: Unreadable; readings: Reading[]; understood: Understood };

export interface MomentContext {
  /** Zone in which a time without a zone of its own is read. */
  zone: string;
  /** The moment from which a countdown runs, and the year for a date without one. ISO 8601. */
  asOf: string;
}

const KEY = 'tool.deadline-planner.moment';
const LONGEST = 200;

interface Clock {
  hour: number;
  minute: number;
  second: number;
}

type ZoneFound =
  | { kind: 'none' }
  | { kind: 'zone'; zone: string }
  | { kind: 'short'; label: string; offset: string; zone: string }
  | { kind: 'ask'; label: string; zones: string[] }
  | { kind: 'unknown'; label: string };

/** Abbreviations that mean one offset, with the zone in whose season they are used. */
const SHORT: Record<string, { offset: string; zone: string }> = {
  PST: { offset: '-08:00', zone: 'America/Los_Angeles' },
  PDT: { offset: '-07:00', zone: 'America/Los_Angeles' },
  EST: { offset: '-05:00', zone: 'America/New_York' },
  EDT: { offset: '-04:00', zone: 'America/New_York' },
  CDT: { offset: '-05:00', zone: 'America/Chicago' },
  CET: { offset: '+01:00', zone: 'Europe/Berlin' },
  CEST: { offset: '+02:00', zone: 'Europe/Berlin' },
  EET: { offset: '+02:00', zone: 'Europe/Helsinki' },
  EEST: { offset: '+03:00', zone: 'Europe/Helsinki' },
  MSK: { offset: '+03:00', zone: 'Europe/Moscow' },
  МСК: { offset: '+03:00', zone: 'Europe/Moscow' },
  KST: { offset: '+09:00', zone: 'Asia/Seoul' },
  JST: { offset: '+09:00', zone: 'Asia/Tokyo' },
  HKT: { offset: '+08:00', zone: 'Asia/Hong_Kong' },
  SGT: { offset: '+08:00', zone: 'Asia/Singapore' },
  BRT: { offset: '-03:00', zone: 'America/Sao_Paulo' },
};

/** Abbreviations that mean several places. */
const ASK: Record<string, string[]> = {
  CST: ['Asia/Shanghai', 'America/Chicago'],
  IST: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  BST: ['Asia/Dhaka', 'Europe/London'],
  AST: ['Asia/Riyadh', 'America/Halifax'],
  MST: ['Asia/Kuala_Lumpur', 'America/Denver'],
};

/** Names of a place's clock, whatever the season. */
const NAMED: [RegExp, string][] = [
  [
    /(?:北京|中国|中國)(?:标准)?(?:时间|時間)|beijing time|china (?:standard )?time/i,
    'Asia/Shanghai',
  ],
  [
    /(?:美国|美國)?(?:美西|太平洋|洛杉矶|加州)(?:标准)?(?:时间|時間)|(?:us |u\.s\. )?pacific (?:standard |daylight )?time|us pacific|\bPT\b/i,
    'America/Los_Angeles',
  ],
  [/(?:美国|美國)?美东(?:时间|時間)|(?:us )?eastern time|\bET\b/i, 'America/New_York'],
  [/莫斯科(?:时间|時間)|moscow time|по москве|московск(?:ое|ого) врем(?:я|ени)/i, 'Europe/Moscow'],
];

const MONTHS: Record<string, number> = {};
[
  'jan|january|янв|января|январь',
  'feb|february|фев|февр|февраля|февраль',
  'mar|march|мар|марта|март',
  'apr|april|апр|апреля|апрель',
  'may|мая|май',
  'jun|june|июн|июня|июнь',
  'jul|july|июл|июля|июль',
  'aug|august|авг|августа|август',
  'sep|sept|september|сен|сент|сентября|сентябрь',
  'oct|october|окт|октября|октябрь',
  'nov|november|ноя|нояб|ноября|ноябрь',
  'dec|december|дек|декабря|декабрь',
].forEach((names, index) => {
  for (const name of names.split('|')) MONTHS[name] = index + 1;
});

const UNITS: [RegExp, number][] = [
  [/(\d{1,4})\s*(?:weeks?|w(?![a-z])|周|星期)/i, 7 * DAY],
  [/(\d{1,4})\s*(?:days?|d(?![a-z])|天|дней|день|дня|дн\.?|д\.?(?![а-я]))/i, DAY],
  [/(\d{1,5})\s*(?:hours?|hrs?|h(?![a-z])|个?小时|小時|часов|часа|час|ч\.?(?![а-я]))/i, HOUR],
  [
    /(\d{1,6})\s*(?:minutes?|mins?|m(?![a-z])|分钟|分鐘|分|минуты|минута|минут|мин\.?|м\.?(?![а-я]))/i,
    MINUTE,
  ],
  [
    /(\d{1,7})\s*(?:seconds?|secs?|s(?![a-z])|秒钟|秒|секунды|секунда|секунд|сек\.?|с\.?(?![а-я]))/i,
    SECOND,
  ],
];

const COUNTDOWN_WORDS =
  /(?:time|left|remaining|remains?|to go|expires?|ends?|closes?|in|and|剩余时间|剩余|剩餘|还剩下?|還剩|仅剩|剩|倒计时|零|后|後|结束|關閉|关闭|осталось|остался|осталась|через|и)/gi;
const COUNTDOWN_SIGN =
  /left|remaining|remains|to go|剩|倒计时|осталось|остался|осталась|через|\bin\b/i;

/** Length of a countdown in milliseconds, or null where the text is none. */
function readCountdown(text: string): number | null {
  if (/\d{4}\s*[-/.年]|ago|前|назад|月/i.test(text)) return null;
  let rest = text;
  let total = 0;
  let found = false;
  for (const [pattern, size] of UNITS) {
    const match = pattern.exec(rest);
    if (!match) continue;
    total += Number(match[1]) * size;
    rest = rest.replace(match[0], ' ');
    found = true;
  }
  const clock = /(\d{1,3}):([0-5]\d)(?::([0-5]\d))?/.exec(rest);
  if (clock && (found || (clock[3] !== undefined && COUNTDOWN_SIGN.test(rest)))) {
    total += Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE + Number(clock[3] ?? 0) * SECOND;
    rest = rest.replace(clock[0], ' ');
    found = true;
  }
  if (!found) return null;
  const left = rest.replace(COUNTDOWN_WORDS, ' ').replace(/[\s,.:;!()[\]，。、]+/g, '');
  return left === '' ? total : null;
}

function takeZone(text: string): { found: ZoneFound; rest: string } {
  const cut = (match: RegExpExecArray) =>
    `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  const iana = /\[?\b([A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]*)+)\]?/.exec(text);
  if (iana?.[1]) {
    const zone = iana[1];
    const rest = cut(iana).replace(/(\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*[+-]\d{2}:?\d{2}/, '$1');
    return isZone(zone)
      ? { found: { kind: 'zone', zone }, rest }
      : { found: { kind: 'unknown', label: zone }, rest };
  }
  const utc = /\(?\b(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?(?!\d)\)?/i.exec(text);
  if (utc) return fixed(utc[1], utc[2], utc[3], cut(utc));
  const offset =
    /(\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[AP]\.?M\.?)?\s*)([+-])(\d{2})(?::?([0-5]\d))?(?![\d-])/i.exec(
      text,
    );
  if (offset) {
    const at = offset.index + (offset[1] ?? '').length;
    const rest = `${text.slice(0, at)} ${text.slice(offset.index + offset[0].length)}`;
    return fixed(offset[2], offset[3], offset[4], rest);
  }
  const zulu = /(\d:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*Z\b/i.exec(text);
  if (zulu)
    return { found: { kind: 'zone', zone: 'UTC' }, rest: text.replace(zulu[0], `${zulu[1]} `) };
  for (const [pattern, zone] of NAMED) {
    const named = pattern.exec(text);
    if (named) return { found: { kind: 'zone', zone }, rest: cut(named) };
  }
  const word = /\(?(?<![\p{L}])(\p{Lu}{2,5})(?![\p{L}])\)?/gu;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const label = match[1] ?? '';
    if (label === 'AM' || label === 'PM' || MONTHS[label.toLowerCase()]) continue;
    if (label === 'UTC' || label === 'GMT')
      return { found: { kind: 'zone', zone: 'UTC' }, rest: cut(match) };
    const short = SHORT[label];
    if (short) return { found: { kind: 'short', label, ...short }, rest: cut(match) };
    const zones = ASK[label];
    if (zones) return { found: { kind: 'ask', label, zones }, rest: cut(match) };
    if (/\d\s*(?:[AP]\.?M\.?\s*)?\(?$/i.test(text.slice(0, match.index)))
      return { found: { kind: 'unknown', label }, rest: cut(match) };
  }
  return { found: { kind: 'none' }, rest: text };
}

function fixed(
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
  rest: string,
): { found: ZoneFound; rest: string } {
  const zone = `${sign ?? '+'}${(hours ?? '0').padStart(2, '0')}:${minutes ?? '00'}`;
  const size = Number(hours) * 60 + Number(minutes ?? 0);
  if (size > 14 * 60) return { found: { kind: 'unknown', label: zone }, rest };
  return { found: { kind: 'zone', zone: size === 0 ? 'UTC' : zone }, rest };
}

type Half = 'am' | 'pm' | 'noon' | 'night' | null;

function takeHalf(text: string): { half: Half; rest: string } {
  const latin = /(\d)\s*([AP])\.?\s?M\b\.?/i.exec(text);
  if (latin)
    return {
      half: latin[2]?.toUpperCase() === 'P' ? 'pm' : 'am',
      rest: text.replace(latin[0], `${latin[1]} `),
    };
  const halves: [RegExp, Half][] = [
    [/上午|凌晨|早上|清晨|오전/, 'am'],
    [/下午|傍晚|오후/, 'pm'],
    [/中午/, 'noon'],
    [/晚上|晚间|夜里|深夜|半夜/, 'night'],
  ];
  for (const [pattern, half] of halves)
    if (pattern.test(text)) return { half, rest: text.replace(pattern, ' ') };
  return { half: null, rest: text };
}

type ClockFound = { clock: Clock | null; rest: string } | 'no-such-time';

function takeClock(text: string, half: Half): ClockFound {
  const colon = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d)/.exec(text);
  const hanzi = /(\d{1,2})\s*[点點时時]\s*(半|(?:(\d{1,2})\s*分?)?)\s*(?:(\d{1,2})\s*秒)?/.exec(
    text,
  );
  const korean = /(\d{1,2})\s*시(?:\s*(\d{1,2})\s*분)?/.exec(text);
  const bare = half ? /(?<![\d./-])(\d{1,2})(?![\d./-])\s*$/.exec(text.trimEnd()) : null;
  let parts: [string | undefined, string | undefined, string | undefined];
  let whole: string;
  if (colon) {
    parts = [colon[1], colon[2], colon[3]];
    whole = colon[0];
  } else if (hanzi) {
    parts = [hanzi[1], hanzi[2] === '半' ? '30' : hanzi[3], hanzi[4]];
    whole = hanzi[0];
  } else if (korean) {
    parts = [korean[1], korean[2], undefined];
    whole = korean[0];
  } else if (bare) {
    parts = [bare[1], undefined, undefined];
    whole = bare[0];
  } else {
    return { clock: null, rest: text };
  }
  let hour = Number(parts[0]);
  const minute = Number(parts[1] ?? 0);
  const second = Number(parts[2] ?? 0);
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'noon' && hour < 3) hour += 12;
  if (half === 'night') {
    if (hour === 12) return 'no-such-time';
    if (hour < 12 && hour > 4) hour += 12;
  }
  if (half === 'am' && hour === 12) hour = 0;
  if (half === 'am' && hour > 12) return 'no-such-time';
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 59) return 'no-such-time';
  const at = text.indexOf(whole);
  const rest = `${text.slice(0, at)} ${text.slice(at + whole.length)}`;
  return { clock: { hour, minute, second }, rest };
}

interface Day {
  year: number | null;
  month: number;
  day: number;
  note?: ReadingNote;
}

/** A year of two digits is one of this century: no platform case is older. */
const fullYear = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits);

function takeDay(text: string, today: Day): { days: Day[]; rest: string } | null {
  const cut = (match: RegExpExecArray) =>
    `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  const one = (match: RegExpExecArray, year: number | null, month: number, day: number) => ({
    days: [{ year, month, day }],
    rest: cut(match),
  });

  const hanzi = /(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?/.exec(text);
  if (hanzi)
    return one(hanzi, hanzi[1] ? Number(hanzi[1]) : null, Number(hanzi[2]), Number(hanzi[3]));

  const ymd = /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/.exec(text);
  if (ymd) return one(ymd, Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));

  const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)(?:\s?г\.?)?/.exec(text);
  if (dotted) return one(dotted, fullYear(dotted[3] ?? ''), Number(dotted[2]), Number(dotted[1]));

  const slashed = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[3])];
    const year = fullYear(slashed[4] ?? '');
    const rest = cut(slashed);
    const dayFirst: Day = { year, month: second, day: first, note: 'day-first' };
    const monthFirst: Day = { year, month: first, day: second, note: 'month-first' };
    if (first === second) return { days: [{ year, month: first, day: second }], rest };
    if (first > 12) return { days: [{ year, month: second, day: first }], rest };
    if (second > 12) return { days: [{ year, month: first, day: second }], rest };
    return { days: [dayFirst, monthFirst], rest };
  }

  const month = '(\\p{L}{3,9})\\.?';
  const monthFirst = new RegExp(
    `(?<!\\p{L})${month}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:\\s*,?\\s*(\\d{4})(?!\\d))?`,
    'giu',
  );
  const dayFirst = new RegExp(
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*(?:of\\s+)?${month}(?:[\\s,-]*(\\d{4})(?!\\d)(?:\\s*(?:года|г\\.?))?)?`,
    'giu',
  );
  for (const [pattern, nameAt, dayAt] of [
    [dayFirst, 2, 1],
    [monthFirst, 1, 2],
  ] as const) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const number = MONTHS[(match[nameAt] ?? '').toLowerCase()];
      if (number)
        return one(match, match[3] ? Number(match[3]) : null, number, Number(match[dayAt]));
    }
  }

  const words: [RegExp, number][] = [
    [/(?<!\p{L})(?:today|сегодня)(?!\p{L})|今天|今日/iu, 0],
    [/(?<!\p{L})(?:yesterday|вчера)(?!\p{L})|昨天|昨日/iu, -1],
  ];
  for (const [pattern, shift] of words) {
    const match = pattern.exec(text);
    if (!match) continue;
    const date = getTemporal()
      .PlainDate.from({ year: today.year ?? 1970, month: today.month, day: today.day })
      .add({ days: shift });
    return one(match, date.year, date.month, date.day);
  }
  return null;
}

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
