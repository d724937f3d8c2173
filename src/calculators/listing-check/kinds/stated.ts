import { findAll, inside, type Part, type Words } from '../engine.ts';
import type { Property } from '../fault.ts';
import { among } from '../letters.ts';
import { held, spanOf, type Folded, type Span } from '../text.ts';
import { DIGITS, readings, writtenIn } from './numbers.ts';
import type { Reader } from './reader.ts';
import { clauseBefore, has, isDenied, isShareBehind, NEAR } from './said.ts';
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
  const found = sharesIn(part, property, reader, numbers);
  if (reader.unit && (part.text.has.digit || property.counts === true)) {
    const { folded, few } = part.text;
    const behind = among(reader.unit, few);
    let reached = 0;
    for (const one of writtenIn(part.text, property.counts ? numbers : DIGITS)) {
      if (one.index < reached) continue;
      behind.lastIndex = one.end;
      const unit = behind.exec(folded)?.[1];
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

export function everyStated(
  part: Part,
  property: Property,
  reader: Reader,
  words: Words,
): readonly Stated[] {
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
export function distinctIn(found: readonly Stated[], property: Property): readonly Stated[] {
  if (found.length < 2) return found;
  // “genuine leather look PU”: a shorter word inside a longer one is no value of its own.
  const values = new Set<string>();
  let reached = -1;
  let last: Span = { start: -1, end: -1 };
  return [...found]
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
