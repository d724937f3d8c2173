import { DEFAULTS, deskTime, readZone } from '../deadline-planner/index.ts';
import { CASE_VERSION, readCase, type Case } from '../shared/case.ts';
import { readCountry } from '../shared/country.ts';
import { endWord, parseMoment, readWorkHours } from '../shared/parse-moment.ts';
import type { InputIssue, Invalid } from '../shared/result.ts';
import { about, fit, list, nullable, object, optional, text as textOf } from '../shared/shape.ts';
import { dayNumber, dayText, isoInstant, localDate, parseInstant } from '../shared/time.ts';
import { readAmount } from './amount.ts';
import { readAuthority, type Authority, type AuthorityInput } from './authority.ts';
import { withMoments } from './moments.ts';

const ISSUE = 'tool.case-desk.issue';
/** More cases than this are a mistake in the clipboard. */
const MOST_CASES = 10_000;

const text = optional(nullable(textOf(300)));
const anything = { read: (raw: unknown) => raw };

const inputShape = object({
  cases: about(
    list(anything),
    'The cases. Each has an `id` and, as far as known: platform, flow (a kind of case of the deadline planner), reason (snad-damaged, inr-customs …), order { id, item, price, claim, currency, shippedAt, promisedDays, tracking }, buyer { name, country, language }, events (event id to moment), shownDue (deadline id to the end the platform shows), plan { at, walkAway, currency, ladder }, offers [{ at, by, amount, currency, text, answer, answeredAt }], evidence { ticks (what is there, as the lists of evidence call it), files [{ name, size, modifiedAt, sha256, shows (what it shows, as those lists call it), readyAt (from when on it can be handed in) }] }, replies [{ at, situation, language, text }], owner, level, snooze { until, reason }, notes [{ at, text }], outcomes [{ at, how, cause, cost, currency, prevention }], reopened [moment].',
  ),
  authority: about(
    optional(nullable(list(anything))),
    'Who may decide what: rows { upTo, who, deputy, byWhen, reasons }. `upTo` is an amount such as 20 EUR; a row without one has no limit.',
  ),
  me: about(text, 'Who asks; whoever a case names as its owner goes before it.'),
  myZone: about(text, 'Zone of your desk; by default Asia/Shanghai.'),
  workCalendar: about(
    text,
    'Country whose working days you keep: its code or its name; by default CN.',
  ),
  workHours: about(text, 'Hours of your desk; by default 09:00-18:00.'),
  shiftEnd: about(text, 'When your shift ends; by default the next end of the hours of your desk.'),
  asOf: about(
    text,
    'The moment to judge by, read in `myZone` where it names no zone; by default that of --as-of, or now.',
  ),
});

export const inputFields = Object.keys(inputShape.fields) as (keyof typeof inputShape.fields)[];
export const helpOf = (name: (typeof inputFields)[number]) => inputShape.fields[name].about ?? '';

/** The input as people and scripts write it. */
export interface CaseDeskInput {
  cases: readonly unknown[];
  authority?: readonly AuthorityInput[] | null;
  me?: string | null;
  myZone?: string | null;
  workCalendar?: string | null;
  workHours?: string | null;
  shiftEnd?: string | null;
  asOf?: string | null;
}

/** What every case of a desk is judged by. */
export interface Setting {
  authority: Authority;
  me: string | null;
  myZone: string;
  workCalendar: string;
  workHours: string;
  /** Milliseconds. */
  asOf: number;
  shiftEnd: number;
}

export type Checked = { kind: 'input'; cases: Case[]; setting: Setting } | Invalid;

const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const clean = (raw: unknown): string | null =>
  typeof raw === 'string' && raw.trim() !== '' ? raw.normalize('NFKC').trim() : null;

/** A case as a script hands it over: one that names no version is one of today’s. */
function caseOf(raw: unknown): Case | null {
  if (!isObject(raw)) return null;
  const id = typeof raw['id'] === 'number' ? String(raw['id']) : raw['id'];
  return readCase({ version: CASE_VERSION, ...raw, id });
}

const cell = (row: Record<string, unknown>, ...names: string[]): string | number | undefined => {
  for (const name of names) {
    const held = row[name];
    if (typeof held === 'string' || typeof held === 'number') return held;
  }
  return undefined;
};
const textCell = (row: Record<string, unknown>, ...names: string[]) => {
  const held = cell(row, ...names);
  return held === undefined ? undefined : String(held);
};

/** A row by the names of the worksheet (`up-to`) as well as by those of this tool (`upTo`). */
function rowOf(raw: unknown): AuthorityInput | null {
  if (!isObject(raw)) return null;
  const reasons = raw['reasons'];
  return {
    upTo: cell(raw, 'upTo', 'up-to'),
    who: textCell(raw, 'who'),
    deputy: textCell(raw, 'deputy'),
    byWhen: textCell(raw, 'byWhen', 'by-when'),
    reasons: Array.isArray(reasons)
      ? reasons.filter((one) => typeof one === 'string')
      : typeof reasons === 'string'
        ? reasons.split(/[,，、;；\n]/)
        : undefined,
  };
}

/** What was offered and what an end has cost, by field: sums that go into logs and files as they are. */
const amountsOf = (one: Case) =>
  [
    ...(one.offers ?? []).map(
      ({ amount, currency }, i) => [`offers.${i}.amount`, amount, currency] as const,
    ),
    ...(one.outcomes ?? []).map(
      ({ cost, currency }, i) => [`outcomes.${i}.cost`, cost, currency] as const,
    ),
  ].flatMap(([field, amount, currency]) =>
    amount === undefined ? [] : [[field, amount, currency] as const],
  );

/** The next end of the hours of the desk: of a night shift as well, which ends on the next day. */
function nextEnd(asOf: number, zone: string, to: number): number {
  const today = dayNumber(localDate(asOf, zone));
  for (const day of [-1, 0, 1, 2]) {
    const end = deskTime(dayText(today + day), to, zone);
    if (end > asOf) return end;
  }
  return asOf;
}

/** From anything at all to checked cases and what they are judged by, or to what is wrong. Never throws. */
export function parse(raw: unknown, asOf: string): Checked {
  const issues: InputIssue[] = [];
  const issue = (path: string, key: string, values: InputIssue['values'] = {}) => {
    issues.push({ path, key: key.startsWith('tool.') ? key : `${ISSUE}.${key}`, values });
  };
  const { value: input, misfits } = fit(inputShape, raw);
  if (misfits) {
    for (const { path } of misfits) {
      const [field = ''] = path.split('.');
      issue(
        path,
        path === ''
          ? 'not-an-object'
          : ['cases', 'authority'].includes(field)
            ? `list.${field}`
            : 'text',
      );
    }
    return { kind: 'invalid', issues };
  }

  const zoneText = clean(input.myZone);
  const zoneRead = zoneText === null ? null : readZone(zoneText);
  if (zoneRead && zoneRead.kind !== 'zone')
    issue('myZone', zoneRead.understood.messageKey, zoneRead.understood.values);
  const myZone = zoneRead?.kind === 'zone' ? zoneRead.zone : DEFAULTS.myZone;

  const countryText = clean(input.workCalendar);
  const country = countryText === null ? DEFAULTS.workCalendar : readCountry(countryText);
  if (country === null)
    issue('workCalendar', 'country', { country: countryText?.slice(0, 40) ?? '' });

  const hoursText = clean(input.workHours) ?? DEFAULTS.workHours;
  const hours = readWorkHours(hoursText);
  if (hours.kind !== 'hours')
    issue('workHours', hours.understood.messageKey, hours.understood.values);

  /** @param isEnd it may be a countdown, or named as an end; a moment that has been is neither. */
  const momentOf = (path: string, pasted: string, now: string, isEnd: boolean): number | null => {
    const read = parseMoment(pasted, { zone: myZone, asOf: now });
    const [first] = read.readings;
    const isOne = read.kind === 'due' || (read.kind !== 'unreadable' && endWord(pasted) !== null);
    if (!isEnd && isOne) {
      issue(path, 'as-of', { text: pasted.slice(0, 40) });
      return null;
    }
    if (read.kind === 'unreadable' || read.kind === 'ambiguous' || !first) {
      issue(path, read.understood.messageKey, read.understood.values);
      return null;
    }
    return Date.parse(first.at);
  };
  const judged = clean(input.asOf);
  const now = judged === null ? parseInstant(asOf) : momentOf('asOf', judged, asOf, false);
  if (now === null && judged === null) issue('asOf', 'as-of', { text: asOf.slice(0, 40) });
  const shift = clean(input.shiftEnd);
  const shiftEnd =
    shift === null || now === null ? null : momentOf('shiftEnd', shift, isoInstant(now), true);

  if (input.cases.length > MOST_CASES) issue('cases', 'too-many', { most: MOST_CASES });
  const cases: Case[] = [];
  const seen = new Map<string, number>();
  input.cases.slice(0, MOST_CASES).forEach((one, i) => {
    const read = caseOf(one);
    const path = `cases.${i}`;
    if (!read) issue(path, 'case');
    else if (seen.has(read.id)) issue(`${path}.id`, 'twice', { id: read.id.slice(0, 60) });
    else {
      seen.set(read.id, i);
      cases.push(
        withMoments(read, (field, pasted, is) => {
          if (now === null || parseInstant(pasted) !== null) return pasted;
          const before = issues.length;
          const at = momentOf(`${path}.${field}`, pasted, isoInstant(now), is === 'ahead');
          // What lies ahead and cannot be read is told on its case, which is judged without it.
          if (is === 'ahead') issues.splice(before);
          return at === null ? pasted : isoInstant(at);
        }),
      );
      for (const [field, amount, currency] of amountsOf(read)) {
        const value = readAmount(amount, currency ?? read.order?.currency);
        if ('key' in value) issue(`${path}.${field}`, value.key, value.values);
      }
    }
  });
  const rows: AuthorityInput[] = [];
  (input.authority ?? []).forEach((one, i) => {
    const row = rowOf(one);
    if (row) rows.push(row);
    else issue(`authority.${i}`, 'row');
  });

  if (issues.length > 0 || now === null || country === null || hours.kind !== 'hours')
    return { kind: 'invalid', issues };
  return {
    kind: 'input',
    cases,
    setting: {
      authority: readAuthority(rows),
      me: clean(input.me),
      myZone,
      workCalendar: country,
      workHours: hoursText,
      asOf: now,
      shiftEnd: shiftEnd ?? nextEnd(now, myZone, hours.hours.to),
    },
  };
}
