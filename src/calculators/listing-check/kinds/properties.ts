import { findAll, inside, textsOf, type Asked, type Find, type Part } from '../engine.ts';
import type { Property } from '../fault.ts';
import { fold, patterns, type Span } from '../text.ts';

interface Stated extends Span {
  part: Part;
  /** For words the group they are of; for numbers one group. */
  group: string;
  value: string;
  amount: number;
  high: number;
}

interface Reader {
  words: { group: string; value: string; regex: RegExp }[];
  number: RegExp | null;
  units: { regex: RegExp; factor: number }[];
  names: RegExp;
  notNames: RegExp | null;
}

const readers = new WeakMap<Property, Reader>();

function readerOf(property: Property): Reader {
  let reader = readers.get(property);
  if (!reader) {
    const units = Object.entries(property.units ?? {}).sort(([a], [b]) => b.length - a.length);
    reader = {
      words: Object.entries(property.groups ?? {}).flatMap(([group, values]) =>
        Object.entries(values).map(([value, list]) => ({ group, value, regex: patterns(list) })),
      ),
      number:
        units.length === 0
          ? null
          : new RegExp(
              `(?<![\\p{L}\\p{N}.,])(\\d{1,7}(?:[.,]\\d{1,3})?)(?:\\s?[-–~]\\s?(\\d{1,7}(?:[.,]\\d{1,3})?))?[ -]?(${units.map(([unit]) => unit).join('|')})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])`,
              'gu',
            ),
      units: units.map(([unit, factor]) => ({ regex: new RegExp(`^(?:${unit})$`, 'u'), factor })),
      names: patterns(property.names),
      notNames: property.notNames ? patterns(property.notNames) : null,
    };
    readers.set(property, reader);
  }
  return reader;
}

const decimal = (text: string) => Number(text.replace(',', '.'));

/** How far before a value stands what says that it is one. */
const NEAR = 28;

function isSaid(part: Part, { saidBy, saidFor }: Property, group: string, start: number): boolean {
  if (part.scope !== 'description' || !saidBy || !saidFor?.includes(group)) return true;
  const before = fold(part.text.raw.slice(Math.max(0, start - NEAR), start));
  return findAll(patterns(saidBy), before).length > 0;
}

function statedIn(part: Part, property: Property): Stated[] {
  const { words, number, units } = readerOf(property);
  const found: Stated[] = words.flatMap(({ group, value, regex }) =>
    findAll(regex, part.text)
      .filter(({ span }) => !inside(span, part.brands) && !inside(span, part.fits))
      .filter(({ span }) => isSaid(part, property, group, span.start))
      .map(({ span }) => ({ ...span, part, group, value, amount: 0, high: 0 })),
  );
  if (number)
    for (const { span, match } of findAll(number, part.text)) {
      const factor = units.find(({ regex }) => regex.test(match[3] ?? ''))?.factor ?? 1;
      const amount = decimal(match[1] ?? '') * factor;
      const high = match[2] === undefined ? amount : decimal(match[2]) * factor;
      if (amount > 0)
        found.push({ ...span, part, group: property.id, value: match[0], amount, high });
    }
  // “genuine leather look PU”: a shorter word inside a longer one is no value of its own.
  const values = new Set<string>();
  let reached = -1;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      const isInside = one.end <= reached;
      reached = Math.max(reached, one.end);
      // A value said twice says no more: a long text costs its length, not its square.
      const value = `${one.group} ${property.kind === 'words' ? one.value : `${one.amount} ${one.high}`}`;
      if (isInside || values.has(value)) return false;
      values.add(value);
      return true;
    });
}

function isAlike(a: Stated, b: Stated, property: Property): boolean {
  if (property.kind === 'words') return a.value === b.value;
  if (property.ranges && a.amount <= b.high && b.amount <= a.high) return true;
  const tolerance = property.tolerance ?? 0;
  return [1, ...(property.alike ?? [])].some((factor) =>
    [
      [a.amount, b.amount],
      [b.amount, a.amount],
    ].some(
      ([x = 0, y = 0]) => Math.abs(x * factor - y) <= tolerance * Math.max(x * factor, y) + 1e-9,
    ),
  );
}

/** The parts that may state the property: an attribute only under a name of its own. */
const statedBy = (part: Part, { names }: { names: readonly string[] }, property: Property) => {
  if (part.scope === 'attribute') {
    const { names: own, notNames } = readerOf(property);
    const name = fold(names[part.index] ?? '');
    if (notNames && findAll(notNames, name).length > 0) return false;
    return findAll(own, name).length > 0;
  }
  return part.scope === 'title' || part.scope === 'description' || part.scope === 'sku';
};

/**
 * The same property given two values. Two parts disagree where both state the property and no value
 * of one is a value of the other; of the SKUs, all together are one part, since each may differ.
 */
export function consistency(id: string, asked: Asked): Find[] {
  const property = asked.words.data.properties.find((one) => one.id === id);
  if (!property) return [];
  const names = asked.listing.attributes.map(({ name }) => name);
  const stated = asked.parts
    .filter((part) => statedBy(part, { names }, property))
    .flatMap((part) => statedIn(part, property));
  const groups = new Set(stated.map(({ group }) => group));
  const found: Find[] = [];
  for (const group of groups) {
    const of = (scope: Part['scope']) =>
      stated.filter((one) => one.group === group && one.part.scope === scope);
    const [title, attribute, description, sku] = [
      of('title'),
      of('attribute'),
      of('description'),
      of('sku'),
    ];
    const pairs: [Stated[], Stated[]][] = [
      [title, attribute],
      [title, description],
      [attribute, description],
      [title, sku],
      [attribute, sku],
    ];
    for (const [one, other] of pairs) {
      const [first] = one;
      const [second] = other;
      if (!first || !second) continue;
      if (one.some((a) => other.some((b) => isAlike(a, b, property)))) continue;
      const words = (at: Stated) => at.part.text.raw.slice(at.start, at.end);
      found.push({
        part: first.part.part,
        start: first.start,
        end: first.end,
        words: words(first),
        values: { property: property.id, other: words(second), where: second.part.part },
        repair: null,
      });
      break;
    }
  }
  return found;
}

/** “5 colours” beside another number of them, or beside another number of colour SKUs. */
export function colourCount(
  { parts, listing }: Asked,
  options: { words: readonly string[] },
): Find[] {
  const regex = new RegExp(
    `(?<![\\p{L}\\p{N}.,])(\\d{1,2})[ -]?(?:${options.words.join('|')})(?!\\p{L})`,
    'gu',
  );
  const found = parts
    .filter(({ scope }) => scope === 'title' || scope === 'description' || scope === 'attribute')
    .flatMap((part) =>
      findAll(regex, part.text).map(({ span, match }) => ({ part, span, count: Number(match[1]) })),
    );
  const [first, ...others] = found;
  if (!first) return [];
  const words = first.part.text.raw.slice(first.span.start, first.span.end);
  const find = (other: number, where: string): Find[] => [
    {
      part: first.part.part,
      ...first.span,
      words,
      values: { property: 'colours', other, where },
      repair: null,
    },
  ];
  const other = others.find(({ part, count }) => part !== first.part && count !== first.count);
  if (other) return find(other.count, other.part.part);
  const pictured = new Set((listing.pictures ?? []).flatMap(({ colour }) => colour || []));
  return pictured.size > first.count ? find(pictured.size, 'pictures') : [];
}

/** Something the title or a SKU says is in the box, and another part says is not. */
export function boxContent({ parts, words }: Asked): Find[] {
  const { box } = words.data;
  const near = (list: readonly string[], things: readonly string[], before: boolean) =>
    new RegExp(
      before
        ? `(?:${list.join('|')})[^.,;，；。\\n]{0,24}(?:${things.join('|')})`
        : `(?:${things.join('|')})[^.,;，；。\\n]{0,24}(?:${list.join('|')})`,
      'gu',
    );
  const texts = textsOf(parts);
  return Object.entries(box.things).flatMap(([thing, names]) => {
    const promised = texts.flatMap((part) =>
      findAll(near(box.with, names, true), part.text).map(({ span }) => ({ part, span })),
    );
    const denied = texts.flatMap((part) =>
      [true, false].flatMap((before) =>
        findAll(near(box.without, names, before), part.text).map(({ span }) => ({ part, span })),
      ),
    );
    const [no] = denied;
    const yes = promised.find(
      ({ part, span }) =>
        !denied.some(
          (one) => one.part === part && span.start < one.span.end && one.span.start < span.end,
        ),
    );
    if (!yes || !no) return [];
    return [
      {
        part: yes.part.part,
        ...yes.span,
        words: yes.part.text.raw.slice(yes.span.start, yes.span.end),
        values: {
          property: thing,
          other: no.part.text.raw.slice(no.span.start, no.span.end),
          where: no.part.part,
        },
        repair: null,
      },
    ];
  });
}
