import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  toDecimal,
  toJson,
  ZERO,
  type Exact,
} from '../shared/exact.ts';
import { percentOf } from '../shared/ratio.ts';
import type { Invalid, UnknownRule } from '../shared/result.ts';
import { MOTIVES, OTHERS, STRENGTHS, type Motive, type Other, type Strength } from './kinds.ts';
import { parse, type Approach, type Band, type CheckedSignal, type MotivesData } from './schema.ts';

/** A share as an exact fraction in lowest terms, and in percent to four places, half up. */
export interface Share {
  num: number | string;
  den: number | string;
  percent: string;
}

/** A factor as an exact fraction, and to two places, half up. */
export interface Times {
  num: number | string;
  den: number | string;
  times: string;
}

/** What the evidence for one motive would have to be, and the weakest word for one sign that can be so much. */
export interface Needed extends Times {
  reachedBy: Strength | null;
}

/** Signs of one group towards one motive, counted once. */
export interface Counted {
  /** Every sign of the group towards this motive, in the order of the alphabet. */
  ids: string[];
  group: string;
  towards: Motive;
  /** The strongest of them. */
  strength: Strength;
  /** They point both ways: some fit the motive better than good faith, some worse. */
  bothWays?: true;
  /** Likelihood ratio against the well-meaning buyer. */
  low: Times;
  high: Times;
}

/**
 * `good-faith`: at every point of the bands the well-meaning buyer is at least as likely as all
 * others together. `passed`: at none. `open`: it depends on where in the bands the signs lie.
 */
export type MotivesStanding = 'good-faith' | 'open' | 'passed';

export interface MotivesOk {
  kind: 'ok';
  asOf: string;
  priors: Record<Motive, Share>;
  /** Shares of one's own were given; otherwise all are the author's opinion. */
  ownPriors: boolean;
  counted: Counted[];
  /** Signs towards the well-meaning buyer: the others are measured against it, so they change nothing. */
  withoutEffect: string[];
  posterior: Record<Motive, { low: Share; high: Share }>;
  /**
   * How much stronger the evidence against good faith must be, before any sign, until all other
   * motives together are as likely; null where no other motive has a share.
   */
  toConvince: (Times & { each: Record<Other, Needed | null> }) | null;
  standing: MotivesStanding;
  /** Motives that can be the likeliest somewhere in the bands; good faith first, then by their high end. */
  leading: Motive[];
  /** What to ask, offer and keep, and which script, for every leading motive. */
  approach: Approach[];
  ignored: string[];
  usedRules: string[];
}

export type MotivesResult = MotivesOk | UnknownRule | Invalid;

const share = (value: Exact): Share => ({
  num: toJson({ num: value.num, den: 1n }),
  den: toJson({ num: value.den, den: 1n }),
  percent: percentOf(value, ONE),
});
const times = (value: Exact): Times => ({
  num: toJson({ num: value.num, den: 1n }),
  den: toJson({ num: value.den, den: 1n }),
  times: toDecimal(value, 2),
});
const sumOf = (values: readonly Exact[]): Exact => values.reduce(add, ZERO);
const each = <Value>(make: (motive: Motive) => Value): Record<Motive, Value> => ({
  well: make('well'),
  ill: make('ill'),
  competitor: make('competitor'),
  special: make('special'),
  critic: make('critic'),
});

/** How far a word stands from neutral, and on which side of it. */
const distance = (strength: Strength) => STRENGTHS.indexOf(strength) - STRENGTHS.indexOf('neutral');

/**
 * The stronger of two signs with one cause is the one further from neutral. Two that are equally
 * strong and contradict one another leave the benefit to the buyer.
 */
function stronger(a: Strength, b: Strength): Strength {
  const [x, y] = [distance(a), distance(b)];
  if (Math.abs(x) !== Math.abs(y)) return Math.abs(x) > Math.abs(y) ? a : b;
  return x <= y ? a : b;
}

/** Every group once a motive, in an order that does not depend on the order of the signs. */
export function countOnce(
  signals: readonly CheckedSignal[],
): (CheckedSignal & { ids: string[]; bothWays: boolean })[] {
  const groups = new Map<string, CheckedSignal & { ids: string[]; bothWays: boolean }>();
  for (const signal of signals) {
    const key = JSON.stringify([signal.towards, signal.group]);
    const known = groups.get(key);
    const sides = [known?.strength, signal.strength].map((one) =>
      Math.sign(one ? distance(one) : 0),
    );
    const strength = known ? stronger(known.strength, signal.strength) : signal.strength;
    groups.set(key, {
      ...signal,
      strength,
      band: known?.strength === strength ? known.band : signal.band,
      bothWays: known?.bothWays === true || (sides.includes(1) && sides.includes(-1)),
      ids: [...new Set([...(known?.ids ?? []), signal.id])].sort(),
    });
  }
  return [...groups.values()].sort(
    (a, b) =>
      MOTIVES.indexOf(a.towards) - MOTIVES.indexOf(b.towards) || (a.group < b.group ? -1 : 1),
  );
}

/** Share of every motive where its prior is multiplied by its product. The shares add up to one. */
export function shares(
  priors: Readonly<Record<Motive, Exact>>,
  products: Readonly<Record<Motive, Exact>>,
): Record<Motive, Exact> {
  const weight = each((motive) => multiply(priors[motive], products[motive]));
  const whole = sumOf(Object.values(weight));
  return each((motive) => divide(weight[motive], whole));
}

/** The product of the bands of a motive's groups; exactly one for the well-meaning buyer. */
const bandOf = (motive: Motive, counted: readonly CheckedSignal[]): Band =>
  counted
    .filter(({ towards }) => towards === motive && motive !== 'well')
    .reduce<Band>(
      ({ low, high }, { band }) => ({
        low: multiply(low, band.low),
        high: multiply(high, band.high),
      }),
      { low: ONE, high: ONE },
    );

/**
 * What can be said of what moves the buyer, from shares before and signs seen?
 *
 * Every figure is an interval: a motive's low end has its own product at the low end and every
 * other's at the high end; its high end has it the other way round. No midpoint is invented.
 */
export function calculate(raw: unknown, data: MotivesData, asOf: string): MotivesResult {
  const parsed = parse(raw, data, asOf);
  if (parsed.kind !== 'input') return parsed;
  const { priors, ownPriors, signals, ignored } = parsed.input;
  const counted = countOnce(signals);
  const bands = each((motive) => bandOf(motive, counted));
  const at = (motive: Motive, own: 'low' | 'high') => {
    const other = own === 'low' ? 'high' : 'low';
    return shares(
      priors,
      each((one) => bands[one][one === motive ? own : other]),
    )[motive];
  };
  const weight = (end: 'low' | 'high') => each((one) => multiply(priors[one], bands[one][end]));
  const [low, high] = [weight('low'), weight('high')];
  const others = (weights: Record<Motive, Exact>) => sumOf(OTHERS.map((one) => weights[one]));
  const leads = (motive: Motive) => MOTIVES.every((one) => compare(high[motive], low[one]) >= 0);
  const leading = MOTIVES.filter(leads).sort(
    (a, b) => Number(b === 'well') - Number(a === 'well') || compare(high[b], high[a]),
  );
  const against = sumOf(OTHERS.map((one) => priors[one]));
  const needed = (one: Other): Needed | null => {
    if (compare(priors[one], ZERO) === 0) return null;
    const factor = divide(priors.well, priors[one]);
    const reaches = (word: Strength) => compare(parsed.input.bands[word].high, factor) >= 0;
    return { ...times(factor), reachedBy: STRENGTHS.find(reaches) ?? null };
  };
  return {
    kind: 'ok',
    asOf,
    priors: each((motive) => share(priors[motive])),
    ownPriors,
    counted: counted
      .filter(({ towards }) => towards !== 'well')
      .map(({ ids, group, towards, strength, bothWays, band }) => ({
        ids,
        group,
        towards,
        strength,
        ...(bothWays ? { bothWays } : {}),
        low: times(band.low),
        high: times(band.high),
      })),
    withoutEffect: counted.filter(({ towards }) => towards === 'well').flatMap(({ ids }) => ids),
    posterior: each((motive) => ({
      low: share(at(motive, 'low')),
      high: share(at(motive, 'high')),
    })),
    toConvince:
      compare(against, ZERO) === 0
        ? null
        : {
            ...times(divide(priors.well, against)),
            each: {
              ill: needed('ill'),
              competitor: needed('competitor'),
              special: needed('special'),
              critic: needed('critic'),
            },
          },
    standing:
      compare(priors.well, others(high)) >= 0
        ? 'good-faith'
        : compare(priors.well, others(low)) < 0
          ? 'passed'
          : 'open',
    leading,
    approach: leading.flatMap((motive) =>
      data.file.approach.filter((one) => one.motive === motive),
    ),
    ignored,
    usedRules: [
      ...(ownPriors ? [] : Object.values(data.file.priors)),
      ...(counted.length > 0 ? Object.values(data.file.bands) : []),
    ],
  };
}
