/** From what was found in a text to the one meaning it has, or to the question. */
import type { Clock } from './clock.ts';
import type { Dated } from './day.ts';
import type { MomentQuestion, ParsedMoment, Precision, Reading, ReadingNote } from './reading.ts';
import type { ZoneMeaning } from './vocabulary.ts';
import { candidates, type Candidate } from './zone.ts';

type Meaning = Exclude<ZoneMeaning, { kind: 'unknown' }>;

export interface Parts {
  /** The text to repeat. */
  shown: string;
  asOf: number;
  /** Zone of a text that names none. */
  zone: string;
  days: readonly Dated[];
  /** The weekday, or a word such as today, names another day. */
  contradicted: boolean;
  /** No day was written: those it can be, by what was said. */
  dayless: boolean;
  /** No year was written. */
  yearless: boolean;
  /** Every time the text can mean; `null` for a bare day. */
  clocks: readonly Clock[] | null;
  precision: Precision;
  meanings: readonly Meaning[];
  /** The offset may be the end of a span of hours. */
  span: boolean;
  key: string;
}

const START: Clock = { hour: 0, minute: 0, second: 0, shift: 0 };
const END: Clock = { hour: 23, minute: 59, second: 59, shift: 0 };

const strip = ({ at, local, zone, notes }: Candidate): Reading => ({ at, local, zone, notes });

/** One of each instant; the ones that name a place stand before fixed offsets. */
const distinct = (list: readonly Candidate[]): Candidate[] => {
  const seen = new Map<number, Candidate>();
  for (const one of list) {
    const before = seen.get(one.ms);
    if (!before || (/^[+-]/.test(before.zone) && !/^[+-]/.test(one.zone))) seen.set(one.ms, one);
  }
  return [...seen.values()].sort((a, b) => a.ms - b.ms);
};

export function conclude(parts: Parts): ParsedMoment {
  const { shown, asOf, days, clocks, meanings, precision, key } = parts;
  const own: Meaning = { kind: 'zone', label: '', zone: parts.zone };
  const zones = meanings.length === 0 ? [own] : meanings;
  const bare = clocks === null;
  const inZone = (zone: Meaning, at: readonly Clock[], notes: readonly ReadingNote[]) =>
    days.flatMap((day) => at.flatMap((clock) => candidates(day, clock, zone, notes)));
  // Two names for one zone agree on an instant; two zones do not.
  const all = (at: readonly Clock[], notes: readonly ReadingNote[]) => {
    const [first = [], ...others] = zones.map((zone) => inZone(zone, at, notes));
    const shared = first.filter(({ ms }) =>
      others.every((set) => set.some((one) => one.ms === ms)),
    );
    const agree = shared.length > 0;
    const list = agree && !parts.span ? [...shared, ...others.flat()] : [first, ...others].flat();
    const kept = agree ? list.filter(({ ms }) => shared.some((one) => one.ms === ms)) : list;
    return { list: distinct(kept), agree };
  };

  const found = all(clocks ?? [START], bare ? ['start-of-day'] : []);
  const list = parts.span
    ? distinct([
        ...found.list.map((one) => ({ ...one, notes: [...one.notes, 'as-offset' as const] })),
        ...inZone(own, clocks ?? [START], ['as-span']),
      ])
    : found.list;
  if (parts.yearless) list.sort((a, b) => Math.abs(a.ms - asOf) - Math.abs(b.ms - asOf));
  const [first] = list as [Candidate, ...Candidate[]];
  const values = { text: shown.slice(0, 80), at: first.at, zone: first.zone };
  const base = { precision, zoneGiven: meanings.length > 0 };
  const severalZones =
    zones.every(({ kind }) => kind === 'ask') && !(found.agree && zones.length > 1);

  const why = (): MomentQuestion | null => {
    if (parts.contradicted) return 'weekday';
    if (days.length > 1) {
      if (parts.dayless) return 'day';
      const dates = new Set(days.map(({ month, day }) => `${month} ${day}`));
      return dates.size === 1 && parts.yearless ? 'year' : 'day-or-month';
    }
    if (!found.agree) return 'zones';
    if (bare) return severalZones && list.length > 1 ? 'zone' : null;
    if (list.length === 1) return null;
    if (parts.span) return 'span';
    if (severalZones) return 'zone';
    if (clocks.length > 1) return 'half';
    return first.question ?? 'zone';
  };
  const asked = why();
  if (asked)
    return {
      kind: 'ambiguous',
      why: asked,
      readings: list.map(strip),
      ...base,
      understood: { messageKey: `${key}.ask.${asked}`, values: { ...values, count: list.length } },
    };
  if (bare) {
    const last = all([END], ['end-of-day']).list.at(-1);
    return {
      kind: 'bare-date',
      readings: [strip(first), ...(last ? [strip(last)] : [])],
      ...base,
      understood: { messageKey: `${key}.bare-date`, values },
    };
  }
  const told = first.notes.includes('excel') ? 'excel' : 'exact';
  return {
    kind: 'moment',
    readings: [strip(first)],
    ...base,
    understood: { messageKey: `${key}.${told}`, values },
  };
}
