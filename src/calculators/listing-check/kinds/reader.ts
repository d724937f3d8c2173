import { onceFor } from '../../shared/once-for.ts';
import { standsIn, type Part } from '../engine.ts';
import type { Property } from '../fault.ts';
import { pattern, patterns, type Search } from '../text.ts';
import { AMOUNT, CLOSED } from './numbers.ts';
import { asStem } from './said.ts';

/** A property of the data as it is looked for. */
export interface Reader {
  words: { group: string; value: string; regex: Search }[];
  /** The unit a number stands before, from where the number ends. */
  unit: RegExp | null;
  /** The same units as they are looked for in a whole listing, before any number is. */
  unitsAt: Search | null;
  /** A share behind what it is of: cotton 80 %. */
  behind: RegExp | null;
  ofAt: Search | null;
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
  ownMaker: { words: Search; values: readonly string[] | undefined }[];
}

const optional = (sources: readonly string[] | undefined): Search | null =>
  sources ? patterns(sources) : null;

export const readerOf = onceFor(makeReader);

function makeReader(property: Property): Reader {
  const units = Object.entries(property.units ?? {}).sort(([a], [b]) => b.length - a.length);
  const names = units.map(([unit]) => unit).join('|');
  return {
    words: Object.entries(property.groups ?? {}).flatMap(([group, values]) =>
      Object.entries(values).map(([value, list]) => ({ group, value, regex: patterns(list) })),
    ),
    unit: units.length === 0 ? null : new RegExp(`(${names})${CLOSED}`, 'uy'),
    unitsAt: units.length === 0 ? null : patterns(units.map(([unit]) => unit)),
    ofAt: optional(property.of),
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
    ownMaker: (property.ownMaker ?? []).map(({ words, values }) => ({
      words: patterns(words),
      values,
    })),
  };
}

/** Names remembered at once; whoever pastes more of them waits. */
const MOST_NAMES = 2000;

/** Whether an attribute is by its name one of the property. */
export function isNamed({ name }: Part, { names, notNames, asked }: Reader): boolean {
  let isOwn = asked.get(name.folded);
  if (isOwn === undefined) {
    isOwn = standsIn(names, name) && (notNames === null || !standsIn(notNames, name));
    if (asked.size >= MOST_NAMES) asked.clear();
    asked.set(name.folded, isOwn);
  }
  return isOwn;
}
