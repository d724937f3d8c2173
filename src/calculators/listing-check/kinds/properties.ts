import {
  findAll,
  inside,
  standsIn,
  type Asked,
  type Find,
  type Part,
  type Words,
} from '../engine.ts';
import type { Property } from '../fault.ts';
import {
  held,
  overlaps,
  pattern,
  patterns,
  spanOf,
  type Folded,
  type Search,
  type Span,
} from '../text.ts';
import { isAlike } from './alike.ts';
import { AMOUNT, CLOSED, DIGITS, readings, writtenIn } from './numbers.ts';
import { asStem, clauseBefore, has, isDenied, isShareBehind, NEAR } from './said.ts';
import { codesIn, sizesIn } from './shapes.ts';

/** A value some part states: words, an amount with its other readings, the sides of a thing, a code. */
export interface Stated extends Span {
  part: Part;
  /** For words the group they are of; for everything else one group. */
  group: string;
  value: string;
  /** Ways to read the number, in the first unit of the property: `1,000` is a thousand or one. */
  amounts: readonly number[];
  high: number;
}

interface Reader {
  words: { group: string; value: string; regex: Search }[];
  /** The unit a number stands before, from where the number ends. */
  unit: RegExp | null;
  /** A share behind what it is of: cotton 80 %. */
  behind: RegExp | null;
  /** A number behind words such as “pack of”. */
  ahead: RegExp | null;
  units: { regex: RegExp; factor: number }[];
  named: RegExp | null;
  names: Search;
  /** Names of attributes that were asked before: a file repeats them in every row. */
  asked: Map<string, boolean>;
  notNames: Search | null;
  /** What says, right before a value, that it is one of something else. */
  notSaid: Search | null;
  notLetters: Search | null;
  beside: Search | null;
  saidBy: Search | null;
  goods: Search | null;
  notGoods: Search | null;
}

const readers = new WeakMap<Property, Reader>();

const optional = (sources: readonly string[] | undefined): Search | null =>
  sources ? patterns(sources) : null;

function readerOf(property: Property): Reader {
  let reader = readers.get(property);
  if (!reader) {
    const units = Object.entries(property.units ?? {}).sort(([a], [b]) => b.length - a.length);
    const names = units.map(([unit]) => unit).join('|');
    reader = {
      words: Object.entries(property.groups ?? {}).flatMap(([group, values]) =>
        Object.entries(values).map(([value, list]) => ({ group, value, regex: patterns(list) })),
      ),
      unit: units.length === 0 ? null : new RegExp(`(${names})${CLOSED}`, 'uy'),
      behind: property.of
        ? new RegExp(`(?:${property.of.map(pattern).join('|')})[ :：]{0,2}(${AMOUNT}) ?%`, 'gu')
        : null,
      ahead: property.ahead
        ? new RegExp(`(?:${property.ahead.map(pattern).join('|')}) ?(${AMOUNT})${CLOSED}`, 'gu')
        : null,
      units: units.map(([unit, factor]) => ({ regex: new RegExp(`^(?:${unit})$`, 'u'), factor })),
      // “Weight, g”, “Мощность (Вт)”: the unit stands in the name of the attribute.
      named: units.length === 0 ? null : new RegExp(`[(（,，]\\s*(${names})\\s*[)）.]?\\s*$`, 'u'),
      names: patterns(property.names),
      asked: new Map(),
      notNames: property.notNames ? patterns(property.notNames.map(asStem)) : null,
      notSaid: optional(property.notSaid),
      notLetters: optional(property.notLetters),
      beside: optional(property.beside),
      saidBy: optional(property.saidBy),
      goods: optional(property.goods),
      notGoods: optional(property.notGoods),
    };
    readers.set(property, reader);
  }
  return reader;
}

/** Names remembered at once; whoever pastes more of them waits. */
const MOST_NAMES = 2000;

/** How far from a number the word that says what it counts may stand. */
const BESIDE = 10;

/** In running text a part may be of another material, or another thing of another size. */
function isSaid(part: Part, property: Property, reader: Reader, group: string, start: number) {
  if (reader.notSaid && has(reader.notSaid, clauseBefore(part.text.raw, start))) return false;
  if (part.scope !== 'description' || !reader.saidBy) return true;
  if (property.saidFor && !property.saidFor.includes(group)) return true;
  const before = part.text.raw.slice(Math.max(0, start - NEAR), start);
  return has(reader.saidBy, before) && !has(reader.notNames, before);
}

const isBeside = ({ beside }: Reader, { raw }: Folded, { start, end }: Span): boolean =>
  beside === null || has(beside, raw.slice(Math.max(0, start - BESIDE), end + BESIDE));

/** “Cotton 80 %, polyester 20 %” */
function sharesIn(
  part: Part,
  property: Property,
  reader: Reader,
  numbers: Words['data']['numbers'],
) {
  const { text } = part;
  if (reader.behind === null || !text.folded.includes('%')) return [];
  return findAll(reader.behind, text).flatMap(({ span, match }): Stated[] => {
    if (!isShareBehind(text.folded, match.index)) return [];
    const amounts = readings(held(match, 1), numbers);
    const high = Math.max(...amounts);
    return [{ ...span, part, group: property.id, value: match[0], amounts, high }];
  });
}

function numbersIn(part: Part, property: Property, reader: Reader, words: Words): Stated[] {
  const { numbers } = words.data;
  const isAttribute = part.scope === 'attribute';
  const found: Stated[] = sharesIn(part, property, reader, numbers);
  if (reader.unit && (part.text.has.digit || property.counts === true)) {
    const { folded } = part.text;
    let reached = 0;
    for (const one of writtenIn(part.text, property.counts ? numbers : DIGITS)) {
      if (one.index < reached) continue;
      reader.unit.lastIndex = one.end;
      const unit = reader.unit.exec(folded)?.[1];
      if (unit === undefined) continue;
      reached = one.end + unit.length;
      const span = spanOf(part.text, one.index, reached);
      if (!isAttribute && !isBeside(reader, part.text, span)) continue;
      if (!isSaid(part, property, reader, property.id, span.start)) continue;
      if (reader.behind && isShareBehind(folded, one.index)) continue;
      const factor = reader.units.find(({ regex }) => regex.test(unit))?.factor ?? 1;
      const amounts = readings(one.amount, numbers).map((amount) => amount * factor);
      const high =
        one.high === undefined
          ? Math.max(...amounts)
          : (readings(one.high, numbers)[0] ?? 0) * factor;
      const value = folded.slice(one.index, reached);
      if (amounts.some((amount) => amount > 0))
        found.push({ ...span, part, group: property.id, value, amounts, high });
    }
  }
  if (found.length === 0 && reader.ahead && part.text.has.digit)
    for (const { span, match } of findAll(reader.ahead, part.text)) {
      const amounts = readings(held(match, 1), numbers);
      const high = Math.max(...amounts);
      if (high >= (property.least ?? 0))
        found.push({ ...span, part, group: property.id, value: match[0], amounts, high });
    }
  if (found.length > 0 || !isAttribute) return found;
  const bare = /^\s*(\d[\d.,]*)(?:\s?[-–~]\s?(\d[\d.,]*))?\s*$/u.exec(part.text.folded);
  const unit = reader.named?.exec(part.name.folded)?.[1];
  const factor = unit
    ? reader.units.find(({ regex }) => regex.test(unit))?.factor
    : property.counts
      ? 1
      : undefined;
  if (!bare || factor === undefined) return found;
  const amounts = readings(held(bare, 1), numbers).map((amount) => amount * factor);
  const high =
    bare[2] === undefined ? Math.max(...amounts) : (readings(bare[2], numbers)[0] ?? 0) * factor;
  if (property.least !== undefined && high < property.least) return found;
  const { raw } = part.text;
  return [{ start: 0, end: raw.length, part, group: property.id, value: raw, amounts, high }];
}

function everyStated(part: Part, property: Property, reader: Reader, words: Words): Stated[] {
  const isOwn = property.open === true;
  const found: Stated[] = [];
  for (const { group, value, regex } of reader.words)
    for (const { span } of findAll(regex, part.text)) {
      if (!isOwn && inside(span, part.brands)) continue;
      if (inside(span, part.fits) || isDenied(part.text, span, words.denied)) continue;
      if (isSaid(part, property, reader, group, span.start))
        found.push({ ...span, part, group, value, amounts: [], high: 0 });
    }
  found.push(...numbersIn(part, property, reader, words));
  if (property.kind === 'size')
    for (const { sides, ...span } of sizesIn(part.text, part.name))
      if (!inside(span, part.fits) && isSaid(part, property, reader, property.id, span.start))
        found.push({ ...span, part, group: property.id, value: '', amounts: sides, high: 0 });
  if (property.kind === 'code')
    for (const { code, letters, ...span } of codesIn(part.text))
      if (property.ofFit === true || !inside(span, part.fits))
        if (!has(reader.notLetters, letters))
          found.push({ ...span, part, group: letters, value: code, amounts: [], high: 0 });
  // What no list knows is a value of its own where an attribute names it.
  if (isOwn && part.scope === 'attribute' && found.length === 0) {
    const group = Object.keys(property.groups ?? {})[0] ?? property.id;
    const { raw, folded } = part.text;
    found.push({
      start: 0,
      end: raw.length,
      part,
      group,
      value: folded.trim(),
      amounts: [],
      high: 0,
    });
  }
  return found;
}

/** What a part states, each value once. */
function distinctIn(found: Stated[], property: Property): Stated[] {
  if (found.length < 2) return found;
  // “genuine leather look PU”: a shorter word inside a longer one is no value of its own.
  const values = new Set<string>();
  let reached = -1;
  let last: Span = { start: -1, end: -1 };
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      // The same words may be a value of two groups: leather against PU, and against cloth.
      const isInside = one.end <= reached && !(one.start === last.start && one.end === last.end);
      if (!isInside) last = one;
      reached = Math.max(reached, one.end);
      // A value said twice says no more: a long text costs its length, not its square.
      const value = `${one.group} ${property.kind === 'words' ? one.value : `${one.value} ${one.amounts.join(' ')} ${one.high}`}`;
      if (isInside || values.has(value)) return false;
      values.add(value);
      return true;
    });
}

/** Parts that may state a property: attributes under a name of their own, titles and SKUs, descriptions. */
interface Kinds {
  named: Part[];
  short: Part[];
  long: Part[];
}

const kinds = new WeakMap<readonly Part[], Kinds>();

function byKind(parts: readonly Part[]): Kinds {
  let found = kinds.get(parts);
  if (!found) {
    const of = (...scopes: Part['scope'][]) => parts.filter(({ scope }) => scopes.includes(scope));
    found = { named: of('attribute'), short: of('title', 'sku'), long: of('description') };
    kinds.set(parts, found);
  }
  return found;
}

/** Whether an attribute is by its name one of the property. */
function isNamed({ name }: Part, { names, notNames, asked }: Reader): boolean {
  let isOwn = asked.get(name.folded);
  if (isOwn === undefined) {
    isOwn = standsIn(names, name) && (notNames === null || !standsIn(notNames, name));
    if (asked.size >= MOST_NAMES) asked.clear();
    asked.set(name.folded, isOwn);
  }
  return isOwn;
}

/** Parts that are compared, in the order in which a listing is read. */
export const PAIRS = [
  ['title', 'attribute'],
  ['title', 'description'],
  ['attribute', 'description'],
  ['title', 'sku'],
  ['attribute', 'sku'],
  ['description', 'sku'],
] as const;

/** A property of the data, ready to be read in the parts of a listing. */
interface Known {
  property: Property;
  reader: Reader;
  statedIn: (part: Part) => Stated[];
  /** The same, each as often as it is said. */
  everyIn: (part: Part) => Stated[];
}

const knownIn = new WeakMap<Asked, Map<string, Known | null>>();

/** A property by its id, as far as its words can stand in the listing at all; several checks ask for one. */
export function propertyOf(asked: Asked, id: string): Known | null {
  let known = knownIn.get(asked);
  if (!known) knownIn.set(asked, (known = new Map<string, Known | null>()));
  let found = known.get(id);
  if (found === undefined) known.set(id, (found = knownOf(asked, id)));
  return found;
}

function knownOf(asked: Asked, id: string): Known | null {
  const property = asked.words.data.properties.find((one) => one.id === id);
  if (!property) return null;
  const whole = readerOf(property);
  const words = whole.words.filter(({ regex }) => regex.in(asked.whole));
  const reader = { ...whole, words };
  const stated = new Map<Part, Stated[]>();
  const everyIn = (part: Part) => {
    let every = stated.get(part);
    if (!every) stated.set(part, (every = everyStated(part, property, reader, asked.words)));
    return every;
  };
  return {
    property,
    reader,
    everyIn,
    statedIn: (part) => distinctIn([...everyIn(part)], property),
  };
}

/** Whether a part may state the property: an attribute only under a name of its own. */
export const saysIn = (part: Part, { reader }: Known): boolean =>
  part.scope === 'attribute' ? isNamed(part, reader) : SAYS.has(part.scope);
const SAYS: ReadonlySet<Part['scope']> = new Set(['title', 'sku', 'description']);

/** Every word of one group that stands in a part, each as often as it stands there. */
export function wordsIn(
  part: Part,
  { reader }: Known,
  group: string,
  { denied }: Pick<Words, 'denied'>,
): Stated[] {
  const found = reader.words
    .filter((one) => one.group === group)
    .flatMap(({ value, regex }) =>
      findAll(regex, part.text)
        .filter(
          ({ span }) =>
            !inside(span, part.brands) &&
            !inside(span, part.fits) &&
            !isDenied(part.text, span, denied),
        )
        .map(({ span }) => ({ ...span, part, group, value, amounts: [], high: 0 })),
    );
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
}

/** Goods the property says nothing of, or is read otherwise in. */
export function isAsked(asked: Asked, { property, reader: { goods, notGoods } }: Known): boolean {
  const named = asked.parts.filter(({ scope }) => scope === 'title' || scope === 'goods');
  const stands = (what: Search) => named.some(({ text }) => standsIn(what, text));
  if (property.notAccessories === true && stands(asked.words.accessory)) return false;
  return (goods === null || stands(goods)) && (notGoods === null || !stands(notGoods));
}

const largest = (all: readonly Stated[]): Stated | undefined =>
  all.reduce<Stated | undefined>(
    (most, one) => (most === undefined || one.high > most.high ? one : most),
    undefined,
  );

/**
 * The same property given two values. Two parts disagree where both state the property and no value
 * of one is a value of the other; of the SKUs, all together are one part, since each may differ.
 */
export function consistency(id: string, asked: Asked): Find[] {
  const known = propertyOf(asked, id);
  if (!known || !isAsked(asked, known)) return [];
  const { property, reader } = known;
  if (property.kind === 'words' && reader.words.length === 0) return [];
  const { named, short, long } = byKind(asked.parts);
  const stated: Stated[] = [];
  const read = (part: Part) => stated.push(...known.statedIn(part));
  for (const part of named) if (isNamed(part, reader)) read(part);
  // Only a name says that letters and a number are a model.
  if (property.kind === 'code' && stated.length === 0) return [];
  for (const part of short) read(part);
  // Only two parts can disagree, so that the longest of them is read last.
  if (stated.length === 0) return [];
  for (const part of long) read(part);
  const isSaidElsewhere = (own: Stated) =>
    property.open === true &&
    asked.parts.some(
      ({ scope, text }) =>
        (scope === 'title' || scope === 'description') && text.folded.includes(own.value),
    );
  const found: Find[] = [];
  for (const group of new Set(stated.map((one) => one.group))) {
    const of = (scope: Part['scope']) =>
      stated.filter((one) => one.group === group && one.part.scope === scope);
    for (const [left, right] of PAIRS) {
      if (property.notSkus === true && right === 'sku') continue;
      // Letters and a number may be anything; only a name says that they are a model.
      if (property.kind === 'code' && left !== 'attribute' && right !== 'attribute') continue;
      const one = of(left);
      const other = of(right);
      // Of “4 GB 64 GB” the larger is what is stored in.
      const first = property.largest === true ? largest(one) : one[0];
      const second = property.largest === true ? largest(other) : other[0];
      if (!first || !second) continue;
      if (one.some((a) => other.some((b) => isAlike(a, b, property)))) continue;
      if ([...one, ...other].some(isSaidElsewhere)) continue;
      const wordsAt = (at: Stated) => at.part.text.raw.slice(at.start, at.end);
      found.push({
        part: first.part.part,
        start: first.start,
        end: first.end,
        words: wordsAt(first),
        values: { property: property.id, other: wordsAt(second), where: second.part.part },
        also: known
          .everyIn(first.part)
          .filter((own) => own.group === group && !overlaps(own, first))
          .map(({ start, end }) => ({ start, end, by: '' })),
      });
      break;
    }
  }
  return found;
}
