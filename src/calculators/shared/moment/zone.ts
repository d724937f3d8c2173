/** Time zones as people write them, and what a wall clock shows in them. */
import { isZone, isoInstant, localText, readLocal, zoned, getTemporal } from '../time.ts';
import { shapeOf, use, type Clock } from './clock.ts';
import type { Dated } from './day.ts';
import {
  LONGEST,
  WORDS_MISSING,
  type Reading,
  type ReadingNote,
  type Understood,
} from './reading.ts';
import { fixedZone, prepare, properName, scan, type Item } from './scan.ts';
import { fold, keyOf, lacksWords, phrases, type ZoneMeaning } from './vocabulary.ts';

/** Temporal, behind the names the calculators use. */
export interface Candidate extends Reading {
  ms: number;
  question: 'repeated-hour' | 'skipped-hour' | 'season' | null;
}

/** The zones the items name, with an offset behind the time; `span` where it may be a span of hours. */
export function takeZones(
  items: readonly Item[],
  used: Set<number>,
  clockEnd: number,
): { zones: ZoneMeaning[]; span: boolean } {
  const zones: ZoneMeaning[] = [];
  let span = false;
  const offset = offsetBehind(items, clockEnd, used);
  if (offset) {
    zones.push(offset.zone);
    use(used, offset.start, offset.length);
    span = offset.span;
  }
  items.forEach((item, i) => {
    if (item.kind !== 'Z' || !item.zone || used.has(i)) return;
    used.add(i);
    add(zones, item.zone);
  });
  return { zones, span };
}

/** A zone that is named twice is one. */
function add(zones: ZoneMeaning[], zone: ZoneMeaning): void {
  if (!zones.some(({ label }) => label === zone.label)) zones.push(zone);
}

function offsetBehind(items: readonly Item[], clockEnd: number, used: ReadonlySet<number>) {
  if (clockEnd < 0) return null;
  const shape = shapeOf(items, used);
  const start = shape[clockEnd] === 'h' ? clockEnd + 1 : clockEnd;
  const found = /^[+-]N(:N)?(?![-/.:oy])/.exec(shape.slice(start));
  const hours = items[start + 1];
  if (!found || !hours) return null;
  const minutes = found[1] ? items[start + 3] : undefined;
  // “09:00 - 10:00” is a span; an offset stands close to its sign.
  if (hours.gap || (minutes && (minutes.gap || minutes.text.length !== 2))) return null;
  if (hours.text.length !== 2 && (minutes || hours.text.length !== 4)) return null;
  const size =
    hours.text.length === 4
      ? Math.floor(hours.value / 100) * 60 + (hours.value % 100)
      : hours.value * 60 + (minutes?.value ?? 0);
  const sign = items[start] as Item;
  const label = items
    .slice(start, start + found[0].length)
    .map(({ text }) => text)
    .join('');
  // 09:00-10:00 without a T and without seconds is how people write a span of hours, too.
  const plain = items[clockEnd - 2]?.kind === ':' && items[clockEnd - 4]?.kind !== ':';
  const tight = !sign.gap && !items.some(({ kind }) => kind === 't');
  return {
    zone: fixedZone(sign.kind === '-' ? -size : size, label),
    start,
    length: found[0].length,
    span: sign.kind === '-' && hours.text.length === 2 && plain && tight,
  };
}

export const reading = (ms: number, zone: string, notes: ReadingNote[]): Reading => ({
  at: isoInstant(ms),
  local: localText(ms, zone),
  zone,
  notes,
});

/** All instants a wall-clock time can mean in a zone. */
export function candidates(
  day: Dated,
  clock: Clock,
  meaning: Exclude<ZoneMeaning, { kind: 'unknown' }>,
  notes: readonly ReadingNote[],
): Candidate[] {
  const { PlainDate, PlainTime } = getTemporal();
  const shift = clock.shift + (clock.hour === 24 ? 1 : 0);
  const local = PlainDate.from({ year: day.year, month: day.month, day: day.day })
    .add({ days: shift })
    .toPlainDateTime(new PlainTime(clock.hour % 24, clock.minute, clock.second));
  const own = [...notes];
  if (day.note) own.push(day.note);
  if (clock.note) own.push(clock.note);
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
  if (meaning.kind === 'zone') return inZone(meaning.zone);
  if (meaning.kind === 'ask') return meaning.zones.flatMap(inZone);
  const written = readLocal(local, meaning.offset).at;
  if (zoned(written, meaning.zone).offset === meaning.offset)
    return [make(written, meaning.zone, [], null)];
  return [
    make(written, meaning.offset, ['as-written'], 'season'),
    ...inZone(meaning.zone).map((other) => ({
      ...other,
      notes: [...other.notes, 'local-clock' as const],
      question: 'season' as const,
    })),
  ];
}

export type ZoneRead =
  | { kind: 'zone'; zone: string; understood: Understood }
  | { kind: 'question'; why: 'zone' | 'season'; choices: string[]; understood: Understood }
  | {
      kind: 'unreadable';
      why:
        'empty' | 'too-long' | 'unknown-zone' | 'unknown-word' | 'more-than-one' | 'words-missing';
      understood: Understood;
    };

const KEY = 'tool.moment.zone';
const ENGINE_NAME = /^(?:utc|[a-z_]+(?:\/[a-z_-]+)+)$/;
const MOST_UNDERSTOOD = 100;
const understood = new Map<string, ZoneRead>();

/**
 * A time zone as people name it: `北京`, `美西`, `Moscow`, `UTC+8`, `asia/shanghai`, `МСК`, `东八区`.
 * A name of several zones is a question with its zones; nothing is picked.
 */
export function readZone(raw: unknown): ZoneRead {
  // The zone of a desk is asked for with each of its cases; further words never change what was understood.
  const there = typeof raw === 'string' ? understood.get(raw) : undefined;
  if (there) return there;
  const read = readName(raw);
  if (read.kind === 'zone' && understood.size < MOST_UNDERSTOOD) understood.set(String(raw), read);
  return read;
}

function readName(raw: unknown): ZoneRead {
  const unreadable = (
    why: Extract<ZoneRead, { kind: 'unreadable' }>['why'],
    text: string,
  ): ZoneRead => ({
    kind: 'unreadable',
    why,
    understood: {
      messageKey: why === 'words-missing' ? WORDS_MISSING : `${KEY}.unreadable.${why}`,
      values: { text: text.slice(0, 80) },
    },
  });
  const given = typeof raw === 'string' ? raw.slice(0, LONGEST * 4) : '';
  const text = prepare(given);
  if (text === '') return unreadable('empty', '');
  if (text.length > LONGEST) return unreadable('too-long', text);
  // As engines name it, a zone needs no word.
  const named = ENGINE_NAME.test(text) ? properZone(text) : null;
  if (named) return { kind: 'zone', zone: named, understood: understoodZone(named) };
  const whole = /^[+-]?\d/.test(text) ? wholeOffset(text) : null;
  const meanings = whole ? [whole] : [];
  if (!whole) {
    // A name standing alone is the name of a zone, whatever else the word can mean.
    const items = scan(text).map((item) => alone(item));
    if (lacksWords(items)) return unreadable('words-missing', text);
    for (const item of items) {
      if (item.zone) add(meanings, item.zone);
      else if (!'fni.,:-'.includes(item.kind)) {
        const own = properZone(text);
        if (own) return { kind: 'zone', zone: own, understood: understoodZone(own) };
        return unreadable(meanings.length === 0 ? 'unknown-zone' : 'unknown-word', item.text);
      }
    }
  }
  const [first] = meanings;
  if (!first || first.kind === 'unknown') {
    const own = properZone(text);
    return own
      ? { kind: 'zone', zone: own, understood: understoodZone(own) }
      : unreadable('unknown-zone', given.trim());
  }
  const zones = meanings.map(zonesOf);
  const shared = (zones[0] ?? []).filter((zone) => zones.every((list) => list.includes(zone)));
  if (shared.length === 0) return unreadable('more-than-one', given.trim());
  const [only] = shared;
  if (shared.length === 1 && only)
    return { kind: 'zone', zone: only, understood: understoodZone(only) };
  const why = first.kind === 'short' ? 'season' : 'zone';
  return {
    kind: 'question',
    why,
    choices: shared,
    understood: {
      messageKey: `${KEY}.ask.${why}`,
      values: { text: given.trim().slice(0, 80), choices: shared.join(' / ') },
    },
  };
}

const understoodZone = (zone: string): Understood => ({
  messageKey: `${KEY}.understood`,
  values: { zone },
});

const properZone = (text: string): string | null => (isZone(text) ? properName(text) : null);

/** `+08:00`, `+8`, `-0330`; hours alone are an offset where nothing but a zone is asked for. */
function wholeOffset(text: string): ZoneMeaning | null {
  const found = /^([+-])(\d{1,2})(?::?([0-5]\d))?$/.exec(text);
  if (!found) return null;
  const size = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return fixedZone(found[1] === '-' ? -size : size, text);
}

function alone(item: Item): Item {
  if (item.kind !== 'x' || item.zone) return item;
  const text = fold(item.text);
  const entry = phrases(keyOf(text)).find((one) => one.text === text && one.zone);
  return entry?.zone ? { ...item, zone: entry.zone } : item;
}

/** A short name of a place whose clocks never change is that place; else both are offered. */
function zonesOf(meaning: ZoneMeaning): string[] {
  if (meaning.kind === 'zone') return [meaning.zone];
  if (meaning.kind === 'ask') return [...meaning.zones];
  if (meaning.kind === 'unknown') return [];
  return [0, 1, 2, 3].every((quarter) => {
    const at = Date.UTC(2026, quarter * 3, 15);
    return zoned(at, meaning.zone).offset === meaning.offset;
  })
    ? [meaning.zone]
    : [meaning.zone, meaning.offset];
}
