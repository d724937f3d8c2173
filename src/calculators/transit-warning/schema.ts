import type { Calendars } from '../shared/calendar.ts';
import { readCountry } from '../shared/country.ts';
import {
  endWord,
  parseMoment,
  readDay,
  WORDS_MISSING,
  type Understood,
} from '../shared/parse-moment.ts';
import { parseNumber } from '../shared/parse-number.ts';
import { isPlainNumber, NUMBER_KEY } from '../shared/plain-number.ts';
import type { InputIssue } from '../shared/result.ts';
import type { RuleBook } from '../shared/rule.ts';
import {
  about,
  either,
  fit,
  nullable,
  number,
  object,
  optional,
  text as textOf,
  type ObjectOf,
} from '../shared/shape.ts';
import { isZone, isoInstant, localDate, parseInstant } from '../shared/time.ts';

/** Rules that cap the promise where the order page is silent. */
export interface CapRules {
  rule: string;
  ruleByCountry?: Record<string, string> | undefined;
}

/** Everything the warning knows about the world, handed in by the caller. */
export interface TransitData {
  calendars: Calendars;
  rules: RuleBook;
  caps: CapRules;
}

const text = textOf(300);
const maybeText = optional(nullable(text));
const maybeDays = optional(nullable(either(number, text)));

/** The input as people and scripts write it. Unknown fields are ignored and listed. */
export const inputShape = object({
  dispatchDate: about(
    maybeText,
    'Day the parcel leaves, for example 2026-12-20; by default the day it is.',
  ),
  country: about(text, 'Country of the buyer: its code or its name, for example BR.'),
  promisedDays: about(
    maybeDays,
    'Promised delivery in days, from the order page; by default the longest the platform allows for that country.',
  ),
  usualDays: about(
    maybeDays,
    'Days your line usually takes to that country; without it nothing is guessed.',
  ),
  origin: about(maybeText, 'Country the parcel leaves from; by default CN.'),
  asOf: about(maybeText, 'The moment to judge by; by default that of --as-of, or now.'),
});

export type TransitInput = ObjectOf<typeof inputShape.fields>;
export const inputFields = Object.keys(inputShape.fields) as (keyof TransitInput)[];

/** The checked input: every default filled in. */
export interface CheckedTransit {
  /** `YYYY-MM-DD` */
  dispatchDate: string;
  /** By their fields, the day and the lengths that were read from something other than `YYYY-MM-DD` and digits. */
  understood: Record<string, string>;
  /** The day it is where the parcel leaves. */
  today: string;
  asOf: string;
  country: string;
  origin: string;
  promisedDays: number | null;
  usualDays: number | null;
  ignored: string[];
}

export type Checked = { ok: true; input: CheckedTransit } | { ok: false; issues: InputIssue[] };

export const DEFAULT_ORIGIN = 'CN';
/** Longest way of a parcel that is read as one. */
export const MOST_DAYS = 400;
const ISSUE = 'tool.transit-warning.issue';

const tidy = (raw: string | null | undefined): string =>
  raw === null || raw === undefined ? '' : raw.normalize('NFKC').trim();
const short = (raw: unknown): string => String(raw).trim().slice(0, 40);

/** Every day a text can mean: a day as people write it, else the day of a moment; or why it is none. */
function daysIn(text: string, zone: string, asOf: string): { days: string[]; why: Understood } {
  const read = readDay(text, { asOf, zone });
  if (read.kind === 'day') return { days: [read.day], why: read.understood };
  if (read.kind === 'question')
    return { days: read.choices.map(({ day }) => day), why: read.understood };
  const moment = parseMoment(text, { zone, asOf });
  const days = moment.kind === 'due' ? [] : moment.readings.map(({ local }) => local.slice(0, 10));
  const found = [...new Set(days)];
  if (found.length < 2) return { days: found, why: read.understood };
  return {
    days: found,
    why: {
      messageKey: 'tool.moment.day.ask.day-or-month',
      values: { text: short(text), choices: found.join(' / ') },
    },
  };
}

/** The country somebody means. One whose calendar is here needs no look into the engine's names, which is slow. */
const countryOf = (name: string, { calendars }: TransitData): string | null =>
  calendars.has(name) ? name : readCountry(name);

/** The zone of the place a parcel leaves from; universal time where it is not known. */
function zoneAt(origin: string, { calendars }: TransitData): string {
  const own = calendars.get(origin)?.zone;
  return own !== undefined && isZone(own) ? own : 'UTC';
}

/** The days the day of dispatch can mean as typed: none, one, or several to choose from. */
export function dispatchDays(
  input: Pick<TransitInput, 'dispatchDate' | 'origin' | 'asOf'>,
  data: TransitData,
  asOf: string,
): string[] {
  const text = tidy(input.dispatchDate);
  const own = tidy(input.asOf);
  const now = own === '' ? parseInstant(asOf) : judgedBy(own, asOf);
  if (text === '' || now === null) return [];
  const zone = zoneAt(countryOf(tidy(input.origin), data) ?? DEFAULT_ORIGIN, data);
  return daysIn(text, zone, isoInstant(now)).days;
}

/** The moment to judge by as an instant; a day, an instant, and what is neither for certain stay as they are. */
export function settledMoment(raw: string, asOf: string): string {
  const text = tidy(raw);
  const at = text === '' || isDay(text) ? null : judgedBy(text, asOf);
  return at === null ? raw : isoInstant(at);
}

/** The moment to judge by, in epoch milliseconds; null where it is none, or could be two. */
function judgedBy(text: string, asOf: string): number | null {
  const moment = momentToJudgeBy(text, asOf);
  const [first] = moment.readings;
  const named = moment.kind === 'moment' || moment.kind === 'bare-date';
  // An end is no moment to look from.
  const sure = named && endWord(text) === null;
  return sure && first ? Date.parse(first.at) : null;
}

const momentToJudgeBy = (text: string, asOf: string) => parseMoment(text, { zone: 'UTC', asOf });

const isDay = (raw: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(raw) && new Date(`${raw}T00:00:00Z`).toString() !== 'Invalid Date';

/** From anything at all to a checked input, or to the list of what is wrong. Never throws. */
export function parseInput(raw: unknown, data: TransitData, asOf: string): Checked {
  const issues: InputIssue[] = [];
  const issue = (path: string, key: string, values: InputIssue['values'] = {}) => {
    issues.push({ path, key: `${ISSUE}.${key}`, values });
  };
  const { value: input, misfits } = fit(inputShape, raw);
  if (misfits) {
    for (const { path } of misfits) {
      const known = inputFields.includes(path as keyof TransitInput);
      issue(path, path === '' ? 'not-an-object' : known ? `type.${path}` : 'type');
    }
    return { ok: false, issues };
  }

  const countryIn = (field: 'country' | 'origin', otherwise: string): string => {
    const name = tidy(input[field]);
    if (name === '' && field === 'origin') return otherwise;
    const code = countryOf(name, data);
    if (code === null)
      issue(field, name === '' ? 'country-missing' : 'country', { text: short(name) });
    return code ?? otherwise;
  };
  const country = countryIn('country', '');
  const origin = countryIn('origin', DEFAULT_ORIGIN);

  const understood: Record<string, string> = {};
  const daysOf = (field: 'promisedDays' | 'usualDays'): number | null => {
    const raw = input[field];
    if (typeof raw !== 'number' && tidy(raw) === '') return null;
    const read = parseNumber(raw, 'count', { takes: 'days', least: 1, most: MOST_DAYS });
    if ('value' in read) {
      const days = Number(read.value.num);
      if (!isPlainNumber(raw)) understood[field] = String(days);
      return days;
    }
    issues.push({ path: field, key: NUMBER_KEY + read.problem, values: read.values });
    return null;
  };
  const promisedDays = daysOf('promisedDays');
  const usualDays = daysOf('usualDays');

  const ownAsOf = tidy(input.asOf);
  const now = ownAsOf === '' ? parseInstant(asOf) : judgedBy(ownAsOf, asOf);
  if (now === null) {
    const { messageKey, values } = momentToJudgeBy(ownAsOf, asOf).understood;
    if (messageKey === WORDS_MISSING) issues.push({ path: 'asOf', key: messageKey, values });
    else issue('asOf', 'as-of', { text: short(ownAsOf === '' ? asOf : ownAsOf) });
  }

  const zone = zoneAt(origin, data);
  const today = localDate(now ?? 0, zone);
  const pasted = tidy(input.dispatchDate);
  let dispatchDate = today;
  if (pasted !== '') {
    const { days, why } = daysIn(pasted, zone, isoInstant(now ?? 0));
    const [day] = days;
    const end = day === undefined ? null : endWord(pasted);
    if (end !== null) issue('dispatchDate', 'end', { text: short(pasted), word: end });
    else if (day !== undefined && days.length === 1) dispatchDate = day;
    else issues.push({ path: 'dispatchDate', key: why.messageKey, values: why.values });
  }

  if (pasted !== '' && !isDay(pasted)) understood['dispatchDate'] = dispatchDate;
  if (issues.length > 0 || now === null) return { ok: false, issues };
  return {
    ok: true,
    input: {
      dispatchDate,
      understood,
      today,
      asOf: isoInstant(now),
      country,
      origin,
      promisedDays,
      usualDays,
      ignored: Object.keys(raw as object).filter(
        (key) => !inputFields.includes(key as keyof TransitInput),
      ),
    },
  };
}
