/** Which groups stand out, and where to begin. */
import { isCounted, isLoss, moneyText, type Log } from './assemble.ts';
import { DIMENSIONS, type Dimension } from './names.ts';
import { CAUSES } from './causes.ts';
import type { ReadPool } from './read/table.ts';
import { six } from './six.ts';
import type { Seen } from './stats/charts.ts';
import { hazardsAt, WEEK, type History } from './stats/delay.ts';
import {
  adjusted,
  binomialLimits,
  binomialTwoSided,
  funnel,
  poissonLimits,
} from './stats/funnel.ts';
import { normalTwoSided } from './stats/gamma.ts';
import { fitPrior, shrink, shrunkLow } from './stats/shrink.ts';

/** Intervals of groups hold the true rate with this chance. */
const SHARE = 0.9;
/** Chance beyond either limit of the funnel. */
const FUNNEL_TAIL = 0.025;
/** Of the groups said to stand out, at most this share is expected to do so by chance. */
const FALSE_DISCOVERY = 0.05;
/** With fewer orders a group's own rate says nothing. */
const FEWEST_ORDERS = 30;
/** With fewer groups nobody can tell how much groups differ anyway, and one far off would hide itself. */
const FEWEST_GROUPS = 10;
/** More groups than anybody reads; those with the most orders are kept, and the rest counted as one. */
const MOST_GROUPS = 2000;
const MOST_FIXES = 30;
/** Groups with the most orders, from which is learned how much groups differ by one cause. */
const FITTED_GROUPS = 300;

/** What is counted of each value of a dimension, by its number among the words. */
interface Tally {
  /** Orders, those of them that are old enough to be judged, and first disputes. */
  base: Int32Array;
  mature: Int32Array;
  count: Int32Array;
  /** Of those, the ones of orders old enough. */
  matureCount: Int32Array;
  /** Disputes that orders of these ages would have had by now, if they were like the shop's others. */
  expected: Float64Array;
}

/** The chance that an order of each day of the history has had its dispute by now. */
export function dueOf(past: History, cut: number): Float64Array {
  const { undisputed } = hazardsAt(past, cut);
  const weeks = undisputed.length - 1;
  return Float64Array.from(
    { length: past.orders.length },
    (_, i) => 1 - (undisputed[Math.min(weeks, Math.floor((cut - past.from - i) / WEEK))] as number),
  );
}

/** All of it in one pass over the orders; null where the files of orders do not name the dimension. */
export function tallyOf(
  { orders, cases, lines }: Log,
  name: Dimension,
  size: number,
  matureBefore: number,
  { from, due }: { from: number; due: Float64Array },
): Tally | null {
  const own = orders.groups[name];
  if (own === null) return null;
  const base = new Int32Array(size);
  const mature = new Int32Array(size);
  const count = new Int32Array(size);
  const matureCount = new Int32Array(size);
  const expected = new Float64Array(size);
  const { day, firstCase } = orders;
  const others = new Map<number, number[]>();
  if (name === 'product')
    for (let i = 0; i < lines.length; i += 2) {
      const [order, product] = [lines[i] as number, lines[i + 1] as number];
      const placed = day[order] as number;
      base[product] = (base[product] as number) + 1;
      if (placed < matureBefore) mature[product] = (mature[product] as number) + 1;
      expected[product] = (expected[product] as number) + (due[placed - from] as number);
      others.set(order, [...(others.get(order) ?? []), product]);
    }
  for (let i = 0; i < own.length; i += 1) {
    const group = own[i] as number;
    if (group < 0) continue;
    const placed = day[i] as number;
    base[group] = (base[group] as number) + 1;
    if (placed < matureBefore) mature[group] = (mature[group] as number) + 1;
    expected[group] = (expected[group] as number) + (due[placed - from] as number);
  }
  for (let i = 0; i < cases.count; i += 1) {
    const order = cases.order[i] as number;
    if (order < 0 || firstCase[order] !== i) continue;
    const group = own[order] as number;
    const said = cases.groups[name][i] as number;
    // The case says which product of the order it is about, where it can be one of them.
    const about = said >= 0 && (said === group || others.get(order)?.includes(said)) ? said : group;
    if (about < 0) continue;
    count[about] = (count[about] as number) + 1;
    if ((day[order] as number) < matureBefore)
      matureCount[about] = (matureCount[about] as number) + 1;
  }
  return { base, mature, count, matureCount, expected };
}

/** Counts alone, where nobody knows how many orders there were. */
function countsOnly(log: Log, pool: ReadPool, name: Dimension) {
  const counts = new Map<number, number>();
  for (const group of log.cases.groups[name])
    if (group >= 0) counts.set(group, (counts.get(group) ?? 0) + 1);
  if (counts.size === 0) return null;
  return {
    list: [...counts]
      .sort((a, b) => b[1] - a[1] || byText(pool, a[0], b[0]))
      .slice(0, MOST_GROUPS)
      .map(([group, count]) => row(pool.words.text(group), count)),
    overdispersion: null,
  };
}

/** The same order whatever the order of the rows. */
const byText = (pool: ReadPool, a: number, b: number): number => {
  const [one, other] = [pool.words.text(a), pool.words.text(b)];
  return one < other ? -1 : Number(one > other);
};

const row = (id: string, count: number) => ({
  id,
  base: null as number | null,
  count,
  /** Orders old enough to be judged, and their disputes: what all figures below are of. */
  mature: null as Seen | null,
  z: null as string | null,
  zOver: null as string | null,
  shrunk: null as string | null,
  low: null as string | null,
  high: null as string | null,
  q: null as string | null,
  standsOut: null as boolean | null,
  enough: false,
  expected: null as string | null,
  expectedLow: null as string | null,
  expectedHigh: null as string | null,
  /** Rates between which 95 of 100 groups of so many orders lie by chance alone. */
  funnelLow: null as string | null,
  funnelHigh: null as string | null,
});

export function groupsOf(log: Log, pool: ReadPool, name: Dimension, tally: Tally | null) {
  if (!log.hasOrders || log.orders.count === 0) return countsOnly(log, pool, name);
  if (tally === null) return null;
  const { base, mature, count, matureCount, expected } = tally;
  const all = Array.from(base.keys())
    .filter((group) => (base[group] as number) > 0)
    .sort((a, b) => (base[b] as number) - (base[a] as number) || byText(pool, a, b));
  if (all.length === 0) return null;
  const kept = all.slice(0, MOST_GROUPS);
  // Groups are compared by orders old enough: one whose orders are young would look better than it is.
  const tested = kept.filter((group) => (mature[group] as number) > 0);
  const seen: Seen[] = tested.map((group) => ({
    // A dispute may name a product the order's first line does not; never more than there are orders.
    count: Math.min(matureCount[group] as number, mature[group] as number),
    base: mature[group] as number,
  }));
  const placeOf = new Map(tested.map((group, i) => [group, i]));
  const { center, phi, tau2, points } = funnel(seen);
  const prior = fitPrior(seen);
  const hasDisputes = center > 0 && center < 1;
  const q = adjusted(
    seen.map((one, i) =>
      hasDisputes
        ? // Beyond what counting does, and beyond how much groups of this shop differ anyway.
          Math.max(
            binomialTwoSided(one, center),
            tau2 > 0 && seen.length >= FEWEST_GROUPS
              ? normalTwoSided((points[i] as { zOver: number }).zOver)
              : 0,
          )
        : 1,
    ),
  );
  return {
    list: kept.map((group) => {
      const due = expected[group] as number;
      const limits = due > 0 ? poissonLimits(due, (1 - SHARE) / 2) : null;
      const whole = {
        ...row(pool.words.text(group), Math.min(count[group] as number, base[group] as number)),
        base: base[group] as number,
        expected: six(due),
        expectedLow: limits && six(limits.low * due),
        expectedHigh: limits && six(limits.high * due),
      };
      const i = placeOf.get(group);
      if (i === undefined) return { ...whole, mature: { count: 0, base: 0 }, standsOut: false };
      const one = seen[i] as Seen;
      const own = points[i] as { z: number; zOver: number };
      const drawn = prior === null ? null : shrink(one, prior, SHARE);
      const edge = hasDisputes ? binomialLimits(one.base, center, FUNNEL_TAIL) : null;
      return {
        ...whole,
        mature: one,
        z: hasDisputes ? six(own.z) : null,
        zOver: hasDisputes ? six(own.zOver) : null,
        shrunk: drawn && six(drawn.rate),
        low: drawn && six(drawn.low),
        high: drawn && six(drawn.high),
        q: six(q[i] as number),
        standsOut: (q[i] as number) <= FALSE_DISCOVERY,
        enough: one.base >= FEWEST_ORDERS,
        funnelLow: edge && six(edge.low),
        funnelHigh: edge && six(edge.high),
      };
    }),
    overdispersion: hasDisputes ? { phi: six(phi) as string, tau2: six(tau2) as string } : null,
  };
}

interface Cell {
  cause: number;
  group: number;
  count: number;
  /** Different orders the cases are of, and those of them old enough to be judged. */
  orders: number;
  mature: number;
  /** Those of them that have further cases, of whatever kind. */
  known: Set<number> | null;
  /** What it cost: cases that were withdrawn, turned down or won cost nothing. */
  money: number;
  priced: number;
}

/**
 * Where to begin: each cause in each product (or, for parcels, country and carrier), by the money that
 * could be kept if the group were no worse than the shop, counted from the careful end of its rate.
 * Rates are of orders old enough, with the cases of those orders alone.
 */
export function fixFirst(
  log: Log,
  pool: ReadPool,
  causeOfCase: Int32Array,
  matureBefore: number,
  currency: string | null,
  tallies: Readonly<Partial<Record<Dimension, Tally | null>>>,
) {
  const main = currency === null ? -1 : pool.words.codeOfText(currency);
  let orders = 0;
  for (let i = 0; i < log.orders.count; i += 1)
    if ((log.orders.day[i] as number) < matureBefore) orders += 1;
  const hasCase = new Uint8Array(log.orders.count);
  /** Orders of several cases, which are counted once; a million of others need no list to be told by. */
  const repeated = new Set<number>();
  for (let i = 0; i < log.cases.count; i += 1) {
    const own = log.cases.order[i] as number;
    if (own < 0) continue;
    if (hasCase[own] === 1) repeated.add(own);
    hasCase[own] = 1;
  }
  const fixes = DIMENSIONS.flatMap((name) => {
    const cells = new Map<number, Cell>();
    const base = tallies[name]?.mature ?? new Int32Array(0);
    for (let i = 0; i < log.cases.count; i += 1) {
      const state = log.cases.state[i] as number;
      if (!isCounted(state, log.counted)) continue;
      const cause = causeOfCase[i] as number;
      const own = log.cases.order[i] as number;
      const said = log.cases.groups[name][i] as number;
      const group = said >= 0 || own < 0 ? said : (log.orders.groups[name]?.[own] ?? -1);
      const about = CAUSES[cause]?.about;
      // A country or a carrier explains parcels, a product and its supplier explain goods.
      if (
        cause < 0 ||
        group < 0 ||
        (about === 'parcel') !== (name === 'country' || name === 'carrier')
      )
        continue;
      const key = group * 64 + cause;
      let cell = cells.get(key);
      if (!cell) {
        cell = { cause, group, count: 0, orders: 0, mature: 0, known: null, money: 0, priced: 0 };
        cells.set(key, cell);
      }
      cell.count += 1;
      const isRepeated = repeated.size > 0 && repeated.has(own);
      if (own >= 0 && !(isRepeated && cell.known?.has(own))) {
        if (isRepeated) (cell.known ??= new Set()).add(own);
        cell.orders += 1;
        if ((log.orders.day[own] as number) < matureBefore) cell.mature += 1;
      }
      const amount = log.cases.amount[i] as number;
      if (!Number.isNaN(amount) && log.cases.currency[i] === main) {
        if (isLoss(state)) cell.money += amount;
        cell.priced += 1;
      }
    }
    const groups = Array.from(base.keys())
      .filter((group) => (base[group] as number) > 0)
      .sort((a, b) => (base[b] as number) - (base[a] as number) || byText(pool, a, b));
    const byCause = new Map<number, Cell[]>();
    for (const cell of cells.values())
      byCause.set(cell.cause, [...(byCause.get(cell.cause) ?? []), cell]);
    return [...byCause].flatMap(([cause, list]) => {
      const counted = new Map(list.map((cell) => [cell.group, cell.mature]));
      const seen = groups.map((group) => ({
        count: Math.min(base[group] as number, counted.get(group) ?? 0),
        base: base[group] as number,
      }));
      const prior = seen.length > 1 ? fitPrior(seen.slice(0, FITTED_GROUPS)) : null;
      const shop = orders > 0 ? seen.reduce((sum, one) => sum + one.count, 0) / orders : 0;
      return list.map((cell) => {
        const own = base[cell.group] ?? 0;
        const low =
          prior === null || own < FEWEST_ORDERS
            ? null
            : shrunkLow({ count: Math.min(own, cell.mature), base: own }, prior, SHARE);
        const cost = cell.priced > 0 ? cell.money / cell.priced : null;
        const cases = low === null ? null : own * Math.max(0, low - shop);
        return {
          cell,
          name,
          cause,
          own,
          cases,
          money: cost === null || cases === null ? null : cost * cases,
          reach: CAUSES[cause]?.reach ?? 'shared',
        };
      });
    });
  });
  const REACH = { yours: 0, shared: 1, little: 2 };
  fixes.sort(
    (a, b) =>
      (b.money ?? 0) - (a.money ?? 0) ||
      (b.cases ?? 0) - (a.cases ?? 0) ||
      REACH[a.reach] - REACH[b.reach] ||
      b.cell.money - a.cell.money ||
      b.cell.count - a.cell.count ||
      byText(pool, a.cell.group, b.cell.group),
  );
  return fixes.slice(0, MOST_FIXES).map(({ cell, name, cause, own, cases, money, reach }) => {
    const { id = '', page = '', listing = [] } = CAUSES[cause] ?? {};
    return {
      cause: id,
      by: name,
      group: pool.words.text(cell.group),
      count: cell.count,
      /** Orders of the group old enough to be judged, and those of them with such a case. */
      base: log.hasOrders ? own : null,
      matureCount: log.hasOrders ? cell.mature : null,
      money: cell.priced > 0 ? moneyText(cell.money) : null,
      reach,
      /** Enough orders to tell the group from the shop. */
      enough: own >= FEWEST_ORDERS,
      avoidableCases: cases === null ? null : six(cases),
      avoidableMoney: money === null ? null : moneyText(money),
      /** If this fell by half: so many fewer disputed orders to each order of the log, and so much money. */
      half: {
        num: log.hasOrders ? cell.orders : cell.count,
        den: log.hasOrders ? 2 * log.orders.count : null,
        money: cell.priced > 0 ? moneyText(cell.money / 2) : null,
      },
      page,
      listing: [...listing],
    };
  });
}
