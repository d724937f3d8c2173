/** A log into answers: the seven questions, each from the same orders and cases. */
import type { Log } from './assemble.ts';
import { dueOf, fixFirst, groupsOf, tallyOf } from './groups.ts';
import { DIMENSIONS, STATES, type Dimension, type Period } from './names.ts';
import { isoDay, periodsBetween } from './periods.ts';
import { change } from './change.ts';
import { paretoOf } from './pareto.ts';
import { six } from './six.ts';
import type { ReadPool } from './read/table.ts';
import { CUSUM, cusum, pChart, runsOf, stepChange, LIMIT, type Seen } from './stats/charts.ts';
import {
  delayQuantile,
  developed,
  seenOf,
  triangleOf,
  type Event,
  type History,
} from './stats/delay.ts';
import {
  backtest,
  forecasterAt,
  HELD,
  intervalScore,
  LEAST,
  WINDOW,
  type Forecasted,
} from './stats/forecast.ts';
import { chainLadder } from './stats/triangle.ts';

/** Fewer periods make no chart to rely on. */
const FEWEST_PERIODS = 12;
/** Weeks of orders that are put together into one row of the triangle. */
const BLOCK = 4;

/** More days than lie between any two that can be read. */
const LONGER = 100_000;

/** Orders by day, and disputes by day of their order and delay. */
function historyOf({ orders }: Log): History | null {
  if (orders.count === 0) return null;
  let [from, to] = [Infinity, -Infinity];
  for (let i = 0; i < orders.count; i += 1) {
    const day = orders.day[i] as number;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  const counts = new Int32Array(to - from + 1);
  let disputed = 0;
  for (let i = 0; i < orders.count; i += 1) {
    const day = (orders.day[i] as number) - from;
    counts[day] = (counts[day] as number) + 1;
    if ((orders.delay[i] as number) >= 0) disputed += 1;
  }
  /** The day and the delay of each disputed order as one number: sorted as such, they follow one another as events do. */
  const keys = new Float64Array(disputed);
  for (let i = 0, next = 0; next < disputed; i += 1) {
    const delay = orders.delay[i] as number;
    if (delay >= 0) keys[next++] = (orders.day[i] as number) * LONGER + delay;
  }
  keys.sort();
  const events: Event[] = [];
  let last = -1;
  for (const key of keys) {
    if (key === last) {
      (events.at(-1) as Event).count += 1;
      continue;
    }
    last = key;
    events.push({ day: Math.floor(key / LONGER), delay: key % LONGER, count: 1 });
  }
  return { from, orders: counts, events };
}

const forecasted = ({ orders, seen, projected, low, high }: Forecasted) => ({
  orders,
  seen,
  projected: six(projected) as string,
  low,
  high,
});

/** Both clocks, the chart, the delays, the cohorts and the forecast: what needs the number of orders. */
function ratesOf(past: History, cut: number, period: Period) {
  const p95 = delayQuantile(past.events, 0.95);
  const spans = periodsBetween(past.from, cut - 1, period);
  const byDay = (day: number) => past.orders[day - past.from] ?? 0;
  const openedOn = new Map<number, number>();
  for (const { day, delay, count } of past.events)
    openedOn.set(day + delay, (openedOn.get(day + delay) ?? 0) + count);
  const rows = spans.map((span) => {
    let [base, opened] = [0, 0];
    for (let day = span.start; day < span.end; day += 1) {
      // No order is later than the cut.
      base += byDay(day);
      opened += openedOn.get(day) ?? 0;
    }
    const count = seenOf(past.events, span.start, span.end, Infinity);
    return { span, base, count, opened, young: span.end + (p95 ?? 0) > cut };
  });
  const known = rows.filter(({ base, opened }) => base > 0 || opened > 0);
  const mature = rows.filter(({ base, young }) => base > 0 && !young);
  const seen: Seen[] = mature.map(({ count, base }) => ({ count, base }));
  const chart = pChart(seen);
  const isWide = chart.sigmaZ > 1;
  const scaled = chart.points.map((point) => (isWide ? point.zLaney : point.z));
  const drift = cusum(scaled, 0, CUSUM.k);
  const step = stepChange(seen);
  const ids = mature.map(({ span }) => span.id);
  const forecaster = forecasterAt(past, cut);
  const months = periodsBetween(past.from, cut - 1, 'month').map(({ start }) => start);
  const tested = backtest(past, cut, months);
  const recent = forecaster.of(cut - WINDOW, cut);
  const all = forecaster.open();
  const ladder = chainLadder(triangleOf(past, cut, BLOCK));
  return {
    byOrder: {
      periods: known
        .filter(({ base }) => base > 0)
        .map(({ span, base, count, young }) => ({
          id: span.id,
          base,
          count,
          num: count,
          den: base,
          young,
        })),
      chart: {
        center: six(chart.center),
        sigmaZ: six(chart.sigmaZ),
        /** Enough periods with enough disputes in them for limits to mean something. */
        isEnough:
          mature.length >= FEWEST_PERIODS &&
          seen.filter(({ base }) => base * chart.center >= 5).length * 2 >= seen.length,
        uses: isWide ? ('laney' as const) : ('p' as const),
        points: chart.points.map((point, i) => ({
          id: ids[i] as string,
          z: six(point.z) as string,
          zLaney: six(point.zLaney),
          outside: Math.abs(point.z) > LIMIT,
          outsideLaney: Math.abs(point.zLaney) > LIMIT,
          low: six(point.low),
          high: six(point.high),
          lowLaney: six(point.lowLaney),
          highLaney: six(point.highLaney),
        })),
        runs: runsOf(scaled).map(({ from, to, side }) => ({
          from: ids[from] as string,
          to: ids[to] as string,
          side,
        })),
        cusum: drift.map(({ up, down }, i) => ({
          id: ids[i] as string,
          up: six(up) as string,
          down: six(down) as string,
          signal: up > CUSUM.h ? ('up' as const) : down > CUSUM.h ? ('down' as const) : null,
        })),
        step:
          step === null
            ? null
            : {
                id: ids[step.at] as string,
                gain: six(step.gain) as string,
                before: six(step.before) as string,
                after: six(step.after) as string,
              },
      },
    },
    byDispute: {
      periods: known.map(({ span, base, opened }) => ({
        id: span.id,
        base,
        count: opened,
        num: opened,
        den: base,
      })),
    },
    delay: {
      median: delayQuantile(past.events, 0.5),
      p90: delayQuantile(past.events, 0.9),
      p95,
      developedByWeek: developed(forecaster.hazards).map((share) => six(share) as string),
    },
    cohorts: rows
      .filter(({ base }) => base > 0)
      .map(({ span }) => ({ id: span.id, ...forecasted(forecaster.of(span.start, span.end)) })),
    /** How many more will come of all orders, the youngest included, by Mack's chain ladder over blocks of weeks. */
    chainLadder:
      ladder === null || !Number.isFinite(ladder.standardError)
        ? null
        : { open: six(ladder.total) as string, standardError: six(ladder.standardError) as string },
    /** Of all orders: the sum of what the cohorts lack, and where it lies in nine of ten cases. */
    stillToCome: forecaster.isEnough
      ? { orders: all.orders, open: six(all.open) as string, low: all.low, high: all.high }
      : null,
    forecast: forecaster.isEnough
      ? {
          refused: null,
          recent: { from: isoDay(cut - WINDOW), to: isoDay(cut), ...forecasted(recent) },
          nextWindow: {
            from: isoDay(cut),
            to: isoDay(cut + WINDOW),
            ...forecasted(forecaster.ahead(recent.orders)),
          },
          backtest: tested.map(({ cut: then, actual, ...made }) => ({
            cut: isoDay(then),
            ...forecasted(made),
            actual,
          })),
          held: tested.filter(({ low, high, actual }) => actual >= low && actual <= high).length,
          /** The mean score of these intervals: their width, and a fine for each that did not hold. */
          score: six(
            tested.reduce(
              (sum, { low, high, actual }) => sum + intervalScore(low, high, actual, 1 - HELD),
              0,
            ) / tested.length,
          ),
        }
      : {
          refused: 'history-too-short' as const,
          days: forecaster.days,
          disputes: forecaster.disputes,
          needs: LEAST,
        },
  };
}

/** By the day of the dispute alone: counts, for there is nothing to divide by. */
function countsOf(log: Log, cut: number, period: Period) {
  const counts = new Map<number, number>();
  let first = Infinity;
  for (const day of log.cases.disputed) {
    counts.set(day, (counts.get(day) ?? 0) + 1);
    if (day < first) first = day;
  }
  const events: Event[] = [];
  for (let i = 0; i < log.cases.count; i += 1) {
    const [from, to] = [log.cases.ordered[i] as number, log.cases.disputed[i] as number];
    if (from >= 0) events.push({ day: from, delay: Math.max(0, to - from), count: 1 });
  }
  const spans = first === Infinity ? [] : periodsBetween(first, cut - 1, period);
  return {
    byOrder: null,
    byDispute: {
      periods: spans.map((span) => {
        let count = 0;
        for (let day = span.start; day < span.end; day += 1) count += counts.get(day) ?? 0;
        return { id: span.id, base: null, count, num: null, den: null };
      }),
    },
    delay:
      events.length === 0
        ? null
        : {
            median: delayQuantile(events, 0.5),
            p90: delayQuantile(events, 0.9),
            p95: delayQuantile(events, 0.95),
            developedByWeek: [],
          },
    cohorts: [],
    chainLadder: null,
    stillToCome: null,
    forecast: null,
  };
}

type Whole = ReturnType<typeof ratesOf>;
type Bare = ReturnType<typeof countsOf>;
type Rates = { [Name in keyof Whole]: Whole[Name] | Bare[Name] };

/** The first and the last day of a dispute; null without one. */
function disputeDays({ cases: { disputed } }: Log) {
  if (disputed.length === 0) return { from: null, to: null };
  let [from, to] = [Infinity, -Infinity];
  for (const day of disputed) {
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return { from: isoDay(from), to: isoDay(to) };
}

/** How many cases ended in each way. */
function statesOf({ cases: { state } }: Log) {
  const counts = STATES.map(() => 0);
  for (const each of state) counts[each] = (counts[each] as number) + 1;
  return Object.fromEntries(STATES.map((name, i) => [name, counts[i]])) as Record<
    (typeof STATES)[number],
    number
  >;
}

/** Every answer a log gives on the morning of `cut`. */
export function report(
  log: Log,
  pool: ReadPool,
  cut: number,
  period: Period,
  changedOn: number | null,
) {
  const past = log.hasOrders ? historyOf(log) : null;
  const rates: Rates = past === null ? countsOf(log, cut, period) : ratesOf(past, cut, period);
  const { causes, unknown, money, causeOfCase } = paretoOf(log, pool);
  const matureBefore = past === null ? cut : cut - (delayQuantile(past.events, 0.95) ?? 0);
  // Currencies are words too: the list of them is whole once sums are made.
  const size = pool.words.size;
  const due = past && { from: past.from, due: dueOf(past, cut) };
  const tallies = Object.fromEntries(
    DIMENSIONS.map((name) => [name, due && tallyOf(log, name, size, matureBefore, due)]),
  ) as Record<Dimension, ReturnType<typeof tallyOf>>;
  const groups = Object.fromEntries(
    DIMENSIONS.flatMap((name) => {
      const found = groupsOf(log, pool, name, tallies[name]);
      return found === null ? [] : [[name, found] as const];
    }),
  ) as Partial<Record<Dimension, NonNullable<ReturnType<typeof groupsOf>>>>;
  const spread = (name: Dimension) => groups[name]?.overdispersion ?? null;
  const first = DIMENSIONS.find((name) => spread(name) !== null);
  return {
    counts: {
      orders: past === null ? null : log.orders.count,
      disputedOrders: past === null ? null : past.events.reduce((sum, { count }) => sum + count, 0),
      cases: log.cases.count,
      ...disputeDays(log),
      unmatched: log.files.reduce((sum, file) => sum + file.unmatched, 0),
      states: statesOf(log),
    },
    causes,
    unknownReasons: unknown,
    money,
    ...rates,
    groups: {
      ...Object.fromEntries(Object.entries(groups).map(([name, { list }]) => [name, list])),
      overdispersion:
        first === undefined
          ? null
          : {
              ...spread(first),
              of: first,
              each: Object.fromEntries(
                DIMENSIONS.flatMap((name) => (spread(name) ? [[name, spread(name)]] : [])),
              ),
            },
    } as GroupAnswer,
    fixFirst: fixFirst(log, pool, causeOfCase, matureBefore, money?.currency ?? null, tallies),
    changed: past === null || changedOn === null ? null : change(past, changedOn, matureBefore),
  };
}

type GroupRow = NonNullable<ReturnType<typeof groupsOf>>['list'][number];
interface Spread {
  phi: string;
  tau2: string;
}
export type GroupAnswer = Partial<Record<Dimension, GroupRow[]>> & {
  overdispersion: (Spread & { of: Dimension; each: Partial<Record<Dimension, Spread>> }) | null;
};
export type Report = ReturnType<typeof report>;
