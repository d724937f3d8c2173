import { onceFor } from '../../shared/once-for.ts';
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
import { overlaps, type Search } from '../text.ts';
import { isAlike } from './alike.ts';
import { isNamed, readerOf, type Reader } from './reader.ts';
import { isDenied } from './said.ts';
import { distinctIn, everyStated, type Stated } from './stated.ts';

/** Parts that may state a property: attributes under a name of their own, titles and SKUs, descriptions. */
interface Kinds {
  named: Part[];
  short: Part[];
  long: Part[];
}

const byKind = onceFor(sortedByKind);

function sortedByKind(parts: readonly Part[]): Kinds {
  const of = (...scopes: Part['scope'][]) => parts.filter(({ scope }) => scopes.includes(scope));
  return { named: of('attribute'), short: of('title', 'sku'), long: of('description') };
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
  statedIn: (part: Part) => readonly Stated[];
  /** The same, each as often as it is said. */
  everyIn: (part: Part) => readonly Stated[];
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
  const mayStand = (what: Search | null) => what !== null && what.mayStandIn(asked.whole);
  const reader = {
    ...whole,
    words: whole.words.filter(({ regex }) => regex.mayStandIn(asked.whole)),
    unit: mayStand(whole.unitsAt) ? whole.unit : null,
    behind: mayStand(whole.ofAt) ? whole.behind : null,
  };
  const stated = new Map<Part, readonly Stated[]>();
  const everyIn = (part: Part) => {
    let every = stated.get(part);
    if (!every) stated.set(part, (every = everyStated(part, property, reader, asked.words)));
    return every;
  };
  return {
    property,
    reader,
    everyIn,
    statedIn: (part) => distinctIn(everyIn(part), property),
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

/** An accessory names what it fits; but a mouse, or a charger by a maker of chargers, is its maker's own. */
function namesWhatItFits(named: readonly Part[], known: Known, { accessory }: Words): boolean {
  const makers = known.reader.ownMaker.filter(
    ({ values }) =>
      !values ||
      named.some((part) => known.everyIn(part).some(({ value }) => values.includes(value))),
  );
  return named.some((part) => {
    const own = makers.flatMap(({ words }) => findAll(words, part.text).map(({ span }) => span));
    return findAll(accessory, part.text).some(({ span }) => !inside(span, own));
  });
}

/** Goods the property says nothing of, or is read otherwise in. */
export function isAsked(asked: Asked, known: Known): boolean {
  const { goods, notGoods } = known.reader;
  const named = asked.parts.filter(({ scope }) => scope === 'title' || scope === 'goods');
  const stands = (what: Search) => named.some(({ text }) => standsIn(what, text));
  if (known.property.notAccessories === true && namesWhatItFits(named, known, asked.words))
    return false;
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
