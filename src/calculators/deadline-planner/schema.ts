import type { Calendars } from '../shared/calendar.ts';
import {
  echoOf,
  endWord,
  parseMoment,
  readWorkHours,
  readZone,
  type MomentEcho,
  type ParsedMoment,
  type Reading,
} from '../shared/parse-moment.ts';
import { NUMBER_KEY } from '../shared/plain-number.ts';
import { READER_COMING } from '../shared/reader-coming.ts';
import { countryOf as readCountry, readNumber } from '../shared/readers.ts';
import type { InputIssue } from '../shared/result.ts';
import type { RuleBook } from '../shared/rule.ts';
import {
  about,
  either,
  fit,
  map,
  nullable,
  number,
  object,
  optional,
  text as textOf,
  type ObjectOf,
} from '../shared/shape.ts';
import { parseInstant } from '../shared/time.ts';
import { eventsOf, isKnownEvent, type Flow, type Flows } from './flow.ts';

/** Everything the planner knows about the world, handed in by the caller. */
export interface PlannerData {
  flows: Flows;
  rules: RuleBook;
  calendars: Calendars;
}

const text = textOf(300);
const maybeText = optional(nullable(text));
const moments = optional(map(nullable(text), 60));

/** The input as people and scripts write it. Unknown fields are ignored and listed. */
export const inputShape = object({
  flow: about(text, 'Kind of case, for example aliexpress.snad-classic.'),
  events: about(
    moments,
    'What has happened: event id to moment. ISO 8601 with Z or an offset, or a plain local time, read in `zone`. Only the ones known; what may happen again takes several moments, parted by semicolons, and the last one counts.',
  ),
  shownDue: about(
    moments,
    'Deadline id to the end the platform itself shows: a moment, or a countdown such as 4d 12h. It wins over the computed end.',
  ),
  zone: about(
    maybeText,
    'Zone in which plain local times are read; by default that of the platform.',
  ),
  myZone: about(maybeText, 'Zone of your desk; by default Asia/Shanghai.'),
  buyerCountry: about(maybeText, 'Country of the buyer: its code or its name, for example BR.'),
  workCalendar: about(
    maybeText,
    'Country whose working days you keep: its code or its name; by default CN.',
  ),
  workHours: about(maybeText, 'Hours of your desk; by default 09:00-18:00.'),
  promisedDays: about(
    optional(nullable(either(number, text))),
    'Promised delivery in days, where the order page shows it.',
  ),
  asOf: about(
    maybeText,
    'The moment to judge by, read in `myZone` where it names no zone; by default that of --as-of, or now.',
  ),
});

export type PlannerInput = ObjectOf<typeof inputShape.fields>;
export const inputFields = Object.keys(inputShape.fields) as (keyof PlannerInput)[];

export interface EventQuestion {
  /** The event, or the deadline whose shown end is asked about. */
  event: string;
  text: string;
  why: 'repeated-hour' | 'skipped-hour' | 'bare-date';
  /** The earlier one leads. */
  readings: Reading[];
}

/** The checked input: every default filled in, every moment an instant. */
export interface CheckedInput {
  flow: Flow;
  events: Map<string, number>;
  shownDue: Map<string, number>;
  questions: EventQuestion[];
  /** Events of other flows: understood, not needed here. */
  unusedEvents: string[];
  /** What was read of every moment that was given, by its field. */
  understood: Record<string, MomentEcho>;
  /** Fields nobody knows. */
  ignored: string[];
  platformZone: string;
  zoneAssumed: boolean;
  myZone: string;
  buyerZone: string | null;
  buyerCountry: string | null;
  workCalendar: string;
  /** Minutes after midnight; the end may lie beyond 24 h for a night shift. */
  workFrom: number;
  workTo: number;
  promisedDays: number | null;
  asOf: number;
}

export type Checked = { ok: true; input: CheckedInput } | { ok: false; issues: InputIssue[] };

export const DEFAULTS = {
  myZone: 'Asia/Shanghai',
  workCalendar: 'CN',
  workHours: '09:00-18:00',
} as const;

const ISSUE = 'tool.deadline-planner.issue';
/** Longest promised delivery that is read as one: ten years. */
const MOST_DAYS = 3650;

const ascii = (raw: string) => raw.normalize('NFKC').trim();
const given = (raw: string | null | undefined): string | null => {
  const clean = raw === null || raw === undefined ? '' : ascii(raw);
  return clean === '' ? null : clean;
};

const MOMENT_TOO_LONG = 'tool.deadline-planner.moment.unreadable.too-long';

/** From anything at all to a checked input, or to the list of what is wrong. Never throws. */
export function parseInput(raw: unknown, data: PlannerData, asOf: string): Checked {
  const issues: InputIssue[] = [];
  const issue = (path: string, key: string, values: InputIssue['values'] = {}) => {
    issues.push({ path, key: `${ISSUE}.${key}`, values });
  };
  const { value: input, misfits } = fit(inputShape, raw);
  if (misfits) {
    for (const { path, code } of misfits) {
      const [field = ''] = path.split('.');
      const known = inputFields.includes(field as keyof PlannerInput);
      if (code === 'too-long' && ['events', 'shownDue', 'asOf'].includes(field))
        issues.push({ path, key: MOMENT_TOO_LONG, values: {} });
      else issue(path, path === '' ? 'not-an-object' : known ? `type.${field}` : 'type');
    }
    return { ok: false, issues };
  }
  const ignored = Object.keys(raw as object).filter(
    (key) => !inputFields.includes(key as keyof PlannerInput),
  );

  const flow = data.flows.get(ascii(input.flow));
  if (!flow) {
    issue('flow', 'flow', { flows: [...data.flows.keys()].join(', ') });
    return { ok: false, issues };
  }

  const zoneOf = (field: 'zone' | 'myZone'): string | null => {
    const name = given(input[field]);
    if (name === null) return null;
    const read = readZone(name);
    if (read.kind === 'zone') return read.zone;
    issues.push({ path: field, key: read.understood.messageKey, values: read.understood.values });
    return null;
  };
  const pastedZone = zoneOf('zone');
  const myZone = zoneOf('myZone') ?? DEFAULTS.myZone;
  const platformZone = flow.zone ?? pastedZone ?? myZone;

  const countryOf = (field: 'buyerCountry' | 'workCalendar'): string | null => {
    const name = given(input[field]);
    if (name === null) return null;
    const code = readCountry(name);
    if (code === null) issue(field, 'country', { country: name.slice(0, 40) });
    if (code === undefined)
      issues.push({ path: field, key: READER_COMING, values: { given: name.slice(0, 40) } });
    return code ?? null;
  };
  const buyerCountry = countryOf('buyerCountry');
  const workCalendar = countryOf('workCalendar') ?? DEFAULTS.workCalendar;

  const hoursText = given(input.workHours) ?? DEFAULTS.workHours;
  const hoursRead = readWorkHours(hoursText);
  const hours = hoursRead.kind === 'hours' ? hoursRead.hours : null;
  if (!hours) {
    const { messageKey: key, values } = hoursRead.understood;
    issues.push({ path: 'workHours', key, values });
  }

  let promisedDays: number | null = null;
  const promised =
    typeof input.promisedDays === 'number' ? input.promisedDays : given(input.promisedDays);
  if (promised !== null) {
    const read = readNumber(promised, 'count', { takes: 'days', least: 1, most: MOST_DAYS });
    if ('value' in read) promisedDays = Number(read.value.num);
    else issues.push({ path: 'promisedDays', key: NUMBER_KEY + read.problem, values: read.values });
  }

  const understood: Record<string, MomentEcho> = {};
  const ownAsOf = given(input.asOf);
  const judged = ownAsOf === null ? null : parseMoment(ownAsOf, { zone: myZone, asOf });
  if (judged) understood['asOf'] = echoOf(ownAsOf ?? '', judged);
  let now: number | null = judged ? null : parseInstant(asOf);
  if (!judged && now === null) issue('asOf', 'as-of', { text: asOf.slice(0, 40) });
  else if (judged && judged.kind !== 'unreadable' && endWord(ownAsOf ?? '') !== null)
    // An end is no moment to look from.
    issue('asOf', 'as-of', { text: ownAsOf ?? '' });
  else if (judged?.kind === 'moment' || judged?.kind === 'bare-date')
    now = Date.parse(judged.readings[0]?.at ?? '');
  else if (judged?.kind === 'ambiguous')
    issue('asOf', `ask.${judged.why}`, {
      text: ownAsOf ?? '',
      readings: judged.readings.map((reading) => reading.local).join(' / '),
    });
  else if (judged?.kind === 'due') issue('asOf', 'as-of', { text: ownAsOf ?? '' });
  else if (judged)
    issues.push({
      path: 'asOf',
      key: judged.understood.messageKey,
      values: judged.understood.values,
    });

  const events = new Map<string, number>();
  const shownDue = new Map<string, number>();
  const questions: EventQuestion[] = [];
  const unusedEvents: string[] = [];
  const context = {
    zone: pastedZone ?? platformZone,
    asOf: now === null ? '1970-01-01T00:00:00Z' : new Date(now).toISOString(),
  };
  const read = new Map<string, ParsedMoment>();
  const parsed = (pasted: string): ParsedMoment => {
    const moment = read.get(pasted) ?? parseMoment(pasted, context);
    read.set(pasted, moment);
    return moment;
  };
  /**
   * The instant of a pasted moment. What has several meanings is asked about: one that may be
   * another day is refused, one that turns on the clocks or names no time is read early and said.
   */
  const momentOf = (path: string, name: string, pasted: string, ask: boolean): number | null => {
    const moment = parsed(pasted);
    const first = moment.readings[0];
    understood[path] = echoOf(pasted, moment);
    if (moment.kind === 'unreadable' || !first) {
      issues.push({ path, key: moment.understood.messageKey, values: moment.understood.values });
      return null;
    }
    if (moment.kind === 'ambiguous' && !/-hour$/.test(moment.why)) {
      issue(path, `ask.${moment.why}`, {
        text: pasted,
        readings: moment.readings.map((reading) => reading.local).join(' / '),
      });
      return null;
    }
    if (ask && (moment.kind === 'ambiguous' || moment.kind === 'bare-date'))
      questions.push({
        event: name,
        text: pasted,
        why: moment.kind === 'ambiguous' ? (moment.why as 'repeated-hour') : 'bare-date',
        readings: moment.readings,
      });
    return Date.parse(first.at);
  };
  const used = new Set(eventsOf(flow));
  /** What may happen more than once: several moments, of which the last one counts. */
  const again = new Set(flow.clocks.flatMap((clock) => clock.restartedBy ?? []));
  for (const [event, value] of Object.entries(input.events ?? {})) {
    const path = `events.${event}`;
    const pasted = given(value);
    if (pasted === null) continue;
    if (!used.has(event) && !isKnownEvent(event, data.flows)) {
      issue(path, 'event', { event, events: [...used].join(', ') });
      continue;
    }
    if (parsed(pasted).kind === 'due') {
      issue(path, 'countdown-as-event', { text: pasted });
      continue;
    }
    const end = parsed(pasted).kind === 'unreadable' ? null : endWord(pasted);
    if (end !== null) {
      issue(path, 'end-as-event', { text: pasted, word: end });
      continue;
    }
    const moments = (again.has(event) ? pasted.split(/[;；\n]/) : [pasted])
      .filter((one) => one.trim() !== '')
      .flatMap((one) => momentOf(path, event, one.trim(), used.has(event)) ?? []);
    if (moments.length === 0) continue;
    if (used.has(event)) events.set(event, Math.max(...moments));
    else unusedEvents.push(event);
  }
  const clockIds = flow.clocks.map((clock) => clock.id);
  for (const [id, value] of Object.entries(input.shownDue ?? {})) {
    const path = `shownDue.${id}`;
    const pasted = given(value);
    if (pasted === null) continue;
    if (!clockIds.includes(id)) {
      issue(path, 'deadline', { deadline: id, deadlines: clockIds.join(', ') });
      continue;
    }
    const at = momentOf(path, id, pasted, true);
    if (at !== null) shownDue.set(id, at);
  }

  if (issues.length > 0 || !hours || now === null) return { ok: false, issues };
  return {
    ok: true,
    input: {
      flow,
      events,
      shownDue,
      questions,
      unusedEvents,
      understood,
      ignored,
      platformZone,
      zoneAssumed: flow.zoneRule === undefined,
      myZone,
      buyerZone: buyerCountry === null ? null : (data.calendars.get(buyerCountry)?.zone ?? null),
      buyerCountry,
      workCalendar,
      workFrom: hours.from,
      workTo: hours.to,
      promisedDays,
      asOf: now,
    },
  };
}
