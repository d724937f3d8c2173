import { addHours, isoInstant, parseInstant } from '../shared/time.ts';
import {
  GENERATOR,
  type Draw,
  type Drawn,
  type Exercise,
  type Option,
  type Variant,
} from './schema.ts';

/**
 * A number below 2³² from a text, the same on every machine: FNV-1a, stirred once more so that
 * neighbouring texts give numbers far apart.
 */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Dice of one case. Each name has throws of its own, so that a value added to an exercise leaves the
 * others as they were.
 */
export function diceOf(exercise: Pick<Exercise, 'id' | 'version'>, seed: string, team: number) {
  const base = [GENERATOR, exercise.id, exercise.version, seed, team].join('|');
  /** A whole number from 0 to below `sides`. */
  return (name: string, sides: number, turn = 0): number =>
    Math.floor((scatter(`${base}|${name}|${turn}`) / 2 ** 32) * sides);
}
export type Dice = ReturnType<typeof diceOf>;

/** Crockford's letters: a seed is read aloud across a room. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A seed of four letters that follows from another one: always the same, and never the same twice running. */
export function nextSeed(seed: string): string {
  for (let turn = 0; ; turn += 1) {
    const number = scatter(`${GENERATOR}|seed|${seed}|${turn}`);
    const next = [0, 5, 10, 15].map((by) => LETTERS[(number >>> by) & 31]).join('');
    if (next !== seed) return next;
  }
}

const decimals = (value: number, digits: number): string => {
  const text = String(value).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

const amountOf = (drawn: Drawn | undefined, name: string): number => {
  if (typeof drawn !== 'number') throw new Error(`“${name}” is no number that was drawn before.`);
  return drawn;
};

function throwOne(name: string, draw: Draw, dice: Dice, before: Variant): Drawn {
  if ('of' in draw) return draw.of[dice(name, draw.of.length)] as Drawn;
  if ('plus' in draw)
    return [
      ...draw.plus.map((other) => amountOf(before[other], other)),
      ...(draw.minus ?? []).map((other) => -amountOf(before[other], other)),
    ].reduce((sum, each) => sum + each, 0);
  const [from, to] = 'hours' in draw ? draw.hours : [draw.from, draw.to];
  const step = draw.step ?? 1;
  const value = from + step * dice(name, Math.floor((to - from) / step) + 1);
  if ('from' in draw) return draw.digits ? decimals(value, draw.digits) : value;
  const start = draw.after.startsWith('$') ? before[draw.after.slice(1)] : draw.after;
  const at = parseInstant(String(start));
  if (at === null)
    throw new Error(`“${name}” is counted from “${draw.after}”, which is no moment.`);
  return isoInstant(addHours(at, value));
}

/** Every value of a case, in the order of the file. */
export function drawVariant(exercise: Pick<Exercise, 'draw'>, dice: Dice): Variant {
  const variant: Record<string, Drawn> = {};
  for (const [name, draw] of Object.entries(exercise.draw))
    variant[name] = throwOne(name, draw, dice, variant);
  return variant;
}

/** The same things in another order. */
export function shuffled<Item>(items: readonly Item[], name: string, dice: Dice): Item[] {
  const all = [...items];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = dice(name, last + 1, last);
    [all[last], all[other]] = [all[other] as Item, all[last] as Item];
  }
  return all;
}

/** The options a case shows, in the order it shows them; none for a question without options. */
export function optionsOf({ kind, question }: Exercise, dice: Dice): Option[] {
  if (!('options' in question)) return [];
  const { options } = question;
  // The parts of one text keep their places.
  if (kind === 'listing') return options;
  return shuffled(options, 'options', dice);
}
