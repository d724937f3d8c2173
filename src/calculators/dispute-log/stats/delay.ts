/**
 * When disputes come: the chance of one by the age of the order, from orders that are still young
 * among the rest (right truncation; Lawless, "Adjustments for reporting delays", Canadian Journal of
 * Statistics 22 (1994)). Days are whole days of the files' own calendar, counted from 1970-01-01.
 */

export const WEEK = 7;
/** No marketplace lets a dispute be opened later; what comes later is counted, but is no week of its own. */
const MOST_WEEKS = 104;

/** So many orders of this day were disputed for the first time so many days later. */
export interface Event {
  day: number;
  delay: number;
  count: number;
}

export interface History {
  /** The day of the first order. */
  from: number;
  /** Orders of each day from there on. */
  orders: ArrayLike<number>;
  /** By the day of the order, the earliest first. */
  events: readonly Event[];
}

/** The place of the first event of a day or a later one. */
function firstAt(events: readonly Event[], day: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as Event).day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Disputes of the orders of the days `start` to `end` (the latter not included) that had come by the morning of `cut`. */
export function seenOf(events: readonly Event[], start: number, end: number, cut: number): number {
  let sum = 0;
  for (let i = firstAt(events, start); i < events.length; i += 1) {
    const { day, delay, count } = events[i] as Event;
    if (day >= end) break;
    if (day + delay < cut) sum += count;
  }
  return sum;
}

/** What was known on the morning of the day `cut`. */
export interface Hazards {
  /** Days in a step of age: a week where it is shown, a day where it is counted on. */
  step: number;
  atRisk: number[];
  disputed: number[];
  /** The chance that an order undisputed so far is disputed in this step of its life. */
  hazard: number[];
  /** The share of orders undisputed after so many whole steps; one longer than the steps. */
  undisputed: number[];
}

/**
 * Hazards by week (or another step) of the order's life, from orders that were observed for the whole
 * of it before `cut`. They reach as far as the longest delay seen by then.
 */
export function hazardsAt(
  { from, orders, events }: History,
  cut: number,
  step: number = WEEK,
): Hazards {
  let longest = -1;
  for (const { day, delay } of events) if (delay > longest && day + delay < cut) longest = delay;
  const weeks = Math.min((MOST_WEEKS * WEEK) / step, Math.floor(longest / step) + 1);
  const before = new Float64Array(orders.length + 1);
  for (let i = 0; i < orders.length; i += 1)
    before[i + 1] = (before[i] as number) + (orders[i] as number);
  const ordersBefore = (day: number) =>
    before[Math.max(0, Math.min(orders.length, day - from))] as number;
  const disputed = new Array<number>(weeks).fill(0);
  /** Disputed orders that stop, or start, being left out of those at risk from this week on. */
  const out = new Array<number>(weeks + 1).fill(0);
  for (const { day, delay, count } of events) {
    if (day + delay >= cut) continue;
    const week = Math.floor(delay / step);
    const whole = Math.min(weeks, Math.floor((cut - day) / step));
    if (week < whole && week < weeks) disputed[week] = (disputed[week] as number) + count;
    if (week + 1 < whole) {
      out[week + 1] = (out[week + 1] as number) + count;
      out[whole] = (out[whole] as number) - count;
    }
  }
  const atRisk: number[] = [];
  const hazard: number[] = [];
  const undisputed = [1];
  let left = 0;
  for (let week = 0; week < weeks; week += 1) {
    left += out[week] as number;
    // An order of day d has lived through the week where d + 7(week + 1) ≤ cut.
    const risk = ordersBefore(cut - step * (week + 1) + 1) - left;
    if (risk <= 0) {
      disputed.length = week;
      break;
    }
    atRisk.push(risk);
    hazard.push((disputed[week] as number) / risk);
    undisputed.push((undisputed[week] as number) * (1 - (hazard[week] as number)));
  }
  return { step, atRisk, disputed, hazard, undisputed };
}

/** The share of all disputes ever to come that have come after so many whole weeks of an order's life. */
export function developed({ undisputed }: Hazards): number[] {
  const final = 1 - (undisputed.at(-1) as number);
  return undisputed.slice(1).map((share) => (final > 0 ? (1 - share) / final : 1));
}

export interface Projection {
  orders: number;
  seen: number;
  /** Disputes these orders will have had in the end, in expectation. */
  projected: number;
  /** Of `projected`, the variance that comes from not knowing the hazards better. */
  uncertainty: number;
  /** Disputes that orders of these ages would have had by now, if they were like the rest. */
  expectedSoFar: number;
}

/**
 * What the orders of the days `start` to `end` (the latter not included) will come to, as known on
 * the morning of `cut`. With `hazards` of the same cut.
 */
export function project(
  { from, orders, events }: History,
  hazards: Hazards,
  cut: number,
  start: number,
  end: number,
): Projection {
  const weeks = hazards.hazard.length;
  const last = Math.min(end, cut);
  let seen = 0;
  let next = firstAt(events, start);
  /** Disputes of a day's orders; asked for one day after the other. */
  const seenOn = (day: number): number => {
    let sum = 0;
    for (; next < events.length; next += 1) {
      const event = events[next] as Event;
      if (event.day > day) break;
      if (event.day + event.delay < cut) sum += event.count;
    }
    seen += sum;
    return sum;
  };
  let placed = 0;
  let open = 0;
  let expectedSoFar = 0;
  /** Undisputed orders that have lived through so many whole weeks, times what will be left of them. */
  const leftAt = new Array<number>(weeks + 1).fill(0);
  const final = hazards.undisputed[weeks] as number;
  for (let day = Math.max(start, from); day < last && day - from < orders.length; day += 1) {
    const count = orders[day - from] as number;
    const disputed = seenOn(day);
    if (count === 0) continue;
    const week = Math.min(weeks, Math.floor((cut - day) / hazards.step));
    const stay = final / (hazards.undisputed[week] as number);
    const undisputed = count - disputed;
    placed += count;
    open += undisputed * (1 - stay);
    expectedSoFar += count * (1 - (hazards.undisputed[week] as number));
    leftAt[week] = (leftAt[week] as number) + undisputed * stay;
  }
  let uncertainty = 0;
  let left = 0;
  for (let week = 0; week < weeks; week += 1) {
    left += leftAt[week] as number;
    const h = hazards.hazard[week] as number;
    // The derivative of what is still to come by this week's hazard, times that hazard's own variance.
    if (h < 1)
      uncertainty += (left / (1 - h)) ** 2 * ((h * (1 - h)) / (hazards.atRisk[week] as number));
  }
  return { orders: placed, seen, projected: seen + open, uncertainty, expectedSoFar };
}

/**
 * The number of days by which more than this share of the disputes seen had come; null without any.
 */
export function delayQuantile(events: readonly Event[], share: number): number | null {
  /** By delay, as far as the longest. */
  const counts: number[] = [];
  let total = 0;
  for (const { delay, count } of events) {
    while (counts.length <= delay) counts.push(0);
    counts[delay] = (counts[delay] as number) + count;
    total += count;
  }
  let come = 0;
  for (let delay = 0; delay < counts.length; delay += 1) {
    come += counts[delay] as number;
    if (come > share * total) return delay;
  }
  return counts.length > 0 ? counts.length - 1 : null;
}

/**
 * Cumulative disputes of all orders, one row for each block of `block` weeks of orders, by the block of
 * weeks in which they came: the triangle a chain ladder climbs, down to the youngest orders. Oldest first;
 * what is left over of the first block belongs to the row behind it.
 */
export function triangleOf(past: History, cut: number, block: number): number[][] {
  const days = WEEK * block;
  const whole = Math.floor((cut - past.from) / days);
  const first = cut - whole * days;
  const sums = Array.from({ length: whole }, (_, row) => new Array<number>(whole - row).fill(0));
  for (const { day, delay, count } of past.events) {
    if (day >= cut || day + delay >= cut) continue;
    const row = Math.max(0, Math.floor((day - first) / days));
    const age = Math.max(row, Math.floor((day + delay - first) / days)) - row;
    const cells = sums[row];
    if (cells) cells[age] = (cells[age] as number) + count;
  }
  return sums.map((cells) => {
    let sum = 0;
    return cells.map((each) => (sum += each));
  });
}
