/**
 * A made-up log of a made-up shop, as large as asked for: for examples, lessons and measurements.
 * Every line follows from the seed, so that everybody sees the same.
 */
import { isoDay } from './periods.ts';

/** Even chances from a seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface ShopPlan {
  orders: number;
  days: number;
  /** The day after the last, counted from 1970-01-01. */
  end: number;
  products: number;
  seed: number;
}

const COUNTRIES = ['Poland', 'Spain', 'France', 'Brazil', 'Germany'];
const LINES = ['Line A', 'Line B', 'Line C'];
/** Reasons in the words of a page, and how often each comes among ten. */
const REASONS = [
  ['size differs', 3],
  ['not as described', 2],
  ['damaged', 2],
  ['not received', 2],
  ['wrong item', 1],
] as const;
const BAG = REASONS.flatMap(([reason, times]) => new Array<string>(times).fill(reason));

export const HEADER =
  'order id,order date,dispute date,product,country,carrier,reason,amount,currency,status';

/**
 * The lines behind the header, in the order of their days. The second product disappoints six times as
 * often until a change two fifths before the end; Line C loses parcels; the rest is chance.
 */
export function* constructedLines({
  orders,
  days,
  end,
  products,
  seed,
}: ShopPlan): Generator<string> {
  const random = chance(seed);
  const changed = Math.floor(days * 0.6);
  for (let i = 0; i < orders; i += 1) {
    const day = Math.floor((i * days) / orders);
    const product = Math.floor(random() ** 1.4 * products);
    const country = COUNTRIES[Math.floor(random() * COUNTRIES.length)] as string;
    const line = Math.floor(random() * LINES.length);
    const weak = product === 1 && day < changed ? 6 : 1;
    const slow = line === 2 ? 1.6 : 1;
    const isDisputed = random() < 0.03 * weak * slow;
    const placed = end - days + day;
    const head = `${String(8_100_000_000_000_000 + i * 7)},${isoDay(placed)}`;
    const tail = `P-${String(product + 1).padStart(2, '0')},${country},${LINES[line] as string}`;
    const price = (8 + product * 3 + Math.floor(random() * 900) / 100).toFixed(2);
    if (!isDisputed) {
      yield `${head},,${tail},,,,`;
      continue;
    }
    const opened = placed + 3 + Math.floor(random() * 18 + random() * 22);
    const reason =
      weak > 1 && random() < 0.6
        ? 'size differs'
        : slow > 1 && random() < 0.5
          ? 'not received'
          : (BAG[Math.floor(random() * BAG.length)] as string);
    const status = random() < 0.2 ? 'withdrawn' : random() < 0.3 ? 'won' : 'lost';
    yield opened < end
      ? `${head},${isoDay(opened)},${tail},${reason},${price},EUR,${status}`
      : `${head},,${tail},,,,`;
  }
}

/** The whole file. */
export const constructedLog = (plan: ShopPlan): string =>
  `${HEADER}\n${[...constructedLines(plan)].join('\n')}\n`;

/** The log of the page's example and of the handbook's lessons: fourteen months that end with October 2026. */
export const LESSON: ShopPlan = { orders: 5200, days: 426, end: 20_758, products: 10, seed: 11 };
/** The day from which the lesson's shop shows another size table. */
export const LESSON_CHANGE = isoDay(LESSON.end - LESSON.days + Math.floor(LESSON.days * 0.6));
