/** Tables of orders and of disputes into one log: each order once, each case once, and who belongs to whom. */
import { causeOf, isNoReason, stateOf } from './causes.ts';
import {
  DIMENSIONS,
  STATES,
  type Counted,
  type DateOrder,
  type Dimension,
  type State,
  type Why,
} from './names.ts';
import type { ReadPool, Table } from './read/table.ts';
import { Dictionary, Numbers, release } from './read/dictionary.ts';
import { readAmounts, type AmountNotes } from './amounts.ts';
import { DAY_FIELDS, dateOrdersOf, type DayField } from './date-order.ts';
import { AMOUNT_SCALE, BLANK, settle, UNREADABLE } from './read/values.ts';

/** Requests that were taken back or turned down lost nobody anything. */
const NO_LOSS: readonly State[] = ['withdrawn', 'rejected'];
const stateAt = (index: number) => STATES[index] as State;
/** Whether a request of this state is left out of rates where only those that were kept up count. */
export const isCounted = (state: number, counted: Counted): boolean =>
  counted === 'opened' || !NO_LOSS.includes(stateAt(state));
/** Whether a case of this state cost its amount; one that was won did not either. */
export const isLoss = (state: number): boolean =>
  stateAt(state) !== 'won' && !NO_LOSS.includes(stateAt(state));

export interface FileNotes extends AmountNotes {
  name: string;
  table: Table;
  dateOrders: Partial<Record<DayField, DateOrder>>;
  used: number;
  left: { row: number; why: Why }[];
  /** Further lines of orders that were counted already. */
  sameOrder: number;
  /** Cases whose order is in none of the files. */
  unmatched: number;
}

export interface Log {
  /** Orders in the order they were found. */
  orders: {
    count: number;
    day: Int32Array;
    /** Days from the order to its first counted dispute; −1 without one. */
    delay: Int32Array;
    firstCase: Int32Array;
    /** Null where no file of orders says anything of it. */
    groups: Readonly<Record<Dimension, Int32Array | null>>;
  };
  /** Further products of orders, as pairs of order and product. */
  lines: Int32Array;
  cases: {
    count: number;
    order: Int32Array;
    /** The day of the order; BLANK where nobody says. */
    ordered: Int32Array;
    disputed: Int32Array;
    groups: Readonly<Record<Dimension, Int32Array>>;
    reason: Int32Array;
    state: Int32Array;
    /** In ten-thousandths of the currency; NaN where there is none. */
    amount: Float64Array;
    currency: Int32Array;
  };
  hasOrders: boolean;
  /** Which requests count in rates. */
  counted: Counted;
  files: FileNotes[];
  /** Files of which nobody can tell whether the day or the month comes first. */
  ask: string[];
}

const at = (list: Int32Array | null, i: number) => (list === null ? -1 : (list[i] as number));

/** Products of a cell that lists several, without how many of each. */
function splitProducts(text: string): string[] {
  const parts = text
    .split(/[;；\n]/)
    .map((part) => part.replace(/\s*[*×x]\s*\d+\s*$/i, '').trim())
    .filter((part) => part !== '');
  return [...new Set(parts)];
}

/** The last day that any table names, of orders or of disputes; null without one. */
export function lastDay(tables: readonly Table[]): number | null {
  let last = BLANK;
  for (const table of tables) {
    const { orders } = dateOrdersOf(table);
    for (const field of DAY_FIELDS) {
      const list = table.values[field] ?? new Int32Array(0);
      const order = orders[field];
      for (let i = 0; i < list.length; i += 1) {
        const written = list[i] as number;
        const day = written >= 0 || written === BLANK ? written : settle(written, order);
        if (day > last && day >= 0) last = day;
      }
    }
  }
  return last < 0 ? null : last;
}

/**
 * @param cut the first day that is not looked at.
 * @param counted whether requests that were taken back or turned down count in rates.
 * @param moneyIn the currency of amounts that do not tell theirs; null where nobody said it.
 */
export function assemble(
  tables: readonly Table[],
  pool: ReadPool,
  cut: number,
  counted: Counted,
  moneyIn: string | null = null,
): Log {
  const orderOf = new Int32Array(pool.ids).fill(-1);
  const caseSeen = new Uint8Array(pool.cases);
  // Room for every row that may be an order: a list that grows is copied as often as it doubles.
  const most = tables.reduce(
    (sum, { role, numbers }) => sum + (role === 'disputes' ? 0 : numbers.length),
    0,
  );
  const day = new Int32Array(most);
  const delay = new Int32Array(most).fill(-1);
  const firstCase = new Int32Array(most).fill(-1);
  let placedCount = 0;
  const placing = tables.filter(({ role }) => role !== 'disputes').length;
  const isNamed = DIMENSIONS.map((name) =>
    tables.some(({ role, values }) => role !== 'disputes' && values[name] !== null),
  );
  const orderProducts = isNamed[0] ? new Int32Array(most) : null;
  const orderGroups: (Int32Array | null)[] = [orderProducts];
  const lines = new Numbers();
  const lineSeen = new Set<number>();
  const order = new Numbers();
  const ordered = new Numbers();
  const disputed = new Numbers();
  const caseGroups = Object.fromEntries(DIMENSIONS.map((name) => [name, new Numbers()])) as Record<
    Dimension,
    Numbers
  >;
  const caseLists = DIMENSIONS.map((name) => caseGroups[name]);
  const reason = new Numbers();
  const state = new Numbers();
  const currency = new Numbers();
  const amounts: number[] = [];
  /** Cases without a number of their own: by order, day, product and reason. */
  const sameCase = new Dictionary();
  const sign = new Int32Array(4);
  const signBytes = new Uint8Array(sign.buffer);
  const states = new Map<number, number>();
  const productLists = new Map<number, number[]>();
  const files: FileNotes[] = [];
  const ask: string[] = [];
  const hasOrders = tables.some(({ role }) => role !== 'disputes');

  const stateOfWord = (code: number): number => {
    if (code < 0) return STATES.indexOf('unsaid');
    let found = states.get(code);
    if (found === undefined)
      states.set(code, (found = STATES.indexOf(stateOf(pool.words.text(code)))));
    return found;
  };

  const productsAt = (code: number): number[] => {
    let found = productLists.get(code);
    if (!found)
      productLists.set(
        code,
        (found = splitProducts(pool.words.text(code)).map((text) => pool.words.codeOfText(text))),
      );
    return found;
  };

  const addLine = (of: number, product: number): boolean => {
    if (product < 0 || orderProducts?.[of] === product) return false;
    const key = of * 2 ** 26 + product;
    if (lineSeen.has(key)) return false;
    lineSeen.add(key);
    lines.push(of);
    lines.push(product);
    return true;
  };

  const sorted = [...tables].sort(
    (a, b) => Number(a.role === 'disputes') - Number(b.role === 'disputes'),
  );
  for (const table of sorted) {
    const { values, preset, role } = table;
    const { orders, said, isOpen } = dateOrdersOf(table);
    if (isOpen) ask.push(table.name);
    const money = readAmounts(table, pool, moneyIn);
    const notes: FileNotes = {
      name: table.name,
      table,
      dateOrders: said,
      used: 0,
      left: [...table.left],
      sameOrder: 0,
      unmatched: 0,
      ...money.notes(),
    };
    files.push(notes);
    const dayIn = (field: DayField, i: number) => {
      const list = values[field];
      return list === null ? BLANK : settle(list[i] as number, orders[field]);
    };

    /** Orders that follow one another as their rows do: the first of each run, and its row. */
    const runs = { order: new Numbers(), row: new Numbers() };
    const before = placedCount;
    let ahead = Number.NaN;
    const place = (own: number, row: number): void => {
      if (own - row === ahead) return;
      ahead = own - row;
      runs.order.push(own);
      runs.row.push(row);
    };
    // The product comes first, here as there.
    const dims = DIMENSIONS.map((name) => values[name]);
    const isProductList = preset?.productList === true;
    const rows = table.numbers;
    const leave = (i: number, why: Why) => notes.left.push({ row: rows[i] as number, why });
    const { orderId, orderedAt, disputedAt, product: productList } = values;
    const isPlain = role !== 'disputes' && !isProductList;
    /**
     * Orders without a dispute, from this row on, up to one that needs a closer look: nearly all rows of
     * a large file. A loop of its own, because the engine makes a small one quick at once.
     *
     * @returns the first row that needs it.
     */
    const plainOrders = (from: number): number => {
      if (!isPlain || orderedAt === null) return from;
      const first = placedCount;
      const [ids, days, products] = [orderId, orderedAt, productList];
      const [disputes, placedDays, placedProducts] = [disputedAt, day, orderProducts];
      const count = rows.length;
      let own = first;
      let i = from;
      for (; i < count; i += 1) {
        const placed = days[i] as number;
        // What is below zero is blank, or of open order.
        if (placed < 0 || placed >= cut) break;
        if (disputes !== null && disputes[i] !== BLANK) break;
        const id = ids === null ? -1 : (ids[i] as number);
        if (id >= 0) {
          if ((orderOf[id] as number) >= 0) break;
          orderOf[id] = own;
        }
        placedDays[own] = placed;
        if (placedProducts !== null)
          placedProducts[own] = products === null ? -1 : (products[i] as number);
        own += 1;
      }
      placedCount = own;
      if (i > from) place(first, from);
      notes.used += i - from;
      return i;
    };
    for (let i = plainOrders(0); i < rows.length; i = plainOrders(i + 1)) {
      const id = at(orderId, i);
      const placed = dayIn('orderedAt', i);
      const opened = dayIn('disputedAt', i);
      if (placed === UNREADABLE || opened === UNREADABLE) {
        leave(i, 'bad-date');
        continue;
      }
      const isCase = role === 'disputes' || (role === 'rows' && opened !== BLANK && opened < cut);
      if (role === 'disputes' ? opened === BLANK : placed === BLANK) {
        leave(i, 'no-date');
        continue;
      }
      if (role === 'disputes' ? opened >= cut : placed >= cut) {
        leave(i, 'after-as-of');
        continue;
      }
      const raw = at(productList, i);
      const products = raw >= 0 && isProductList ? productsAt(raw) : null;
      const product = products ? (products[0] ?? -1) : raw;
      let own = id >= 0 ? (orderOf[id] as number) : -1;
      const start = own >= 0 ? (day[own] as number) : placed;
      if (isCase && start !== BLANK && opened < start - 1) {
        // A day is forgiven: files of one platform may stand on two clocks.
        leave(i, 'before-order');
        continue;
      }
      let isNew = false;
      if (role !== 'disputes') {
        if (own < 0) {
          own = placedCount;
          placedCount += 1;
          isNew = true;
          if (id >= 0) orderOf[id] = own;
          day[own] = placed;
          if (orderProducts) orderProducts[own] = product;
          place(own, i);
        }
        let added = !isNew && addLine(own, product);
        if (products) for (const more of products) added = addLine(own, more) || added;
        if (!isNew && added) notes.sameOrder += 1;
        if (!isNew && !added && !isCase) {
          leave(i, 'duplicate');
          continue;
        }
      }
      if (isCase) {
        const caseId = at(values.caseId, i);
        const reasonCode = at(values.reason, i);
        if (caseId >= 0) {
          if (caseSeen[caseId] === 1) {
            leave(i, 'same-case');
            continue;
          }
          caseSeen[caseId] = 1;
        } else if (id >= 0) {
          const byProduct = preset?.caseByProduct === true && product >= 0;
          sign[0] = id;
          sign[1] = byProduct ? BLANK : opened;
          sign[2] = product;
          sign[3] = byProduct ? -1 : reasonCode;
          const known = sameCase.size;
          if (sameCase.codeOf(signBytes, 0, signBytes.length) < known) {
            if (isNew) throw new Error('A new order cannot have a case already.');
            leave(i, byProduct ? 'same-case' : 'duplicate');
            continue;
          }
        }
        const index = order.length;
        order.push(own);
        ordered.push(start);
        disputed.push(opened);
        for (let k = 0; k < dims.length; k += 1)
          caseLists[k]?.push(k === 0 ? product : at(dims[k] ?? null, i));
        reason.push(reasonCode);
        // Beside a reason a status is that of the case; else it is the order's, and says nothing of it.
        const end = stateOfWord(role === 'disputes' || values.reason ? at(values.status, i) : -1);
        state.push(end);
        const priced = money.of(i);
        amounts.push(priced.amount);
        currency.push(priced.currency);
        if (own < 0) {
          if (hasOrders) notes.unmatched += 1;
        } else if (isCounted(end, counted)) {
          const days = Math.max(0, opened - (day[own] as number));
          const before = delay[own] as number;
          if (before < 0 || days < before) {
            delay[own] = days;
            firstCase[own] = index;
          }
        }
      }
      notes.used += 1;
    }
    Object.assign(notes, money.notes());
    notes.left.sort((a, b) => a.row - b.row);
    // What an order belongs to besides its product is carried over column by column, which is quicker; and
    // where each row is an order, the column says it as it is.
    if (role !== 'disputes')
      for (let k = 1; k < dims.length; k += 1) {
        if (!isNamed[k]) continue;
        const from = dims[k] ?? null;
        if (placing === 1 && from !== null && runs.order.length === 1) {
          const first = runs.row.at(0);
          orderGroups[k] = from.subarray(first, first + placedCount);
          continue;
        }
        const list = (orderGroups[k] ??= new Int32Array(most));
        if (from === null) list.fill(-1, before, placedCount);
        else
          for (let run = 0; run < runs.order.length; run += 1) {
            const end = run + 1 < runs.order.length ? runs.order.at(run + 1) : placedCount;
            const back = runs.order.at(run) - runs.row.at(run);
            for (let own = runs.order.at(run); own < end; own += 1)
              list[own] = from[own - back] as number;
          }
      }
  }
  release(orderOf);
  return {
    orders: {
      count: placedCount,
      day: day.subarray(0, placedCount),
      delay: delay.subarray(0, placedCount),
      firstCase: firstCase.subarray(0, placedCount),
      groups: Object.fromEntries(
        DIMENSIONS.map((name, k) => [
          name,
          isNamed[k] ? (orderGroups[k]?.subarray(0, placedCount) ?? new Int32Array(0)) : null,
        ]),
      ) as Log['orders']['groups'],
    },
    lines: lines.list(),
    cases: {
      count: order.length,
      order: order.list(),
      ordered: ordered.list(),
      disputed: disputed.list(),
      groups: Object.fromEntries(
        DIMENSIONS.map((name) => [name, caseGroups[name].list()]),
      ) as Log['cases']['groups'],
      reason: reason.list(),
      state: state.list(),
      amount: Float64Array.from(amounts),
      currency: currency.list(),
    },
    hasOrders,
    counted,
    // In the order the files were given.
    files: tables.flatMap((table) => files.filter((file) => file.table === table)),
    ask,
  };
}

/** The cause of each case, as an index of the causes; −1 for reasons nobody knows, −2 where none is given. */
export function causesOf(log: Log, pool: ReadPool, ids: readonly string[]): Int32Array {
  const known = new Map<number, number>();
  return log.cases.reason.map((code) => {
    if (code < 0) return -2;
    let found = known.get(code);
    if (found === undefined) {
      const text = pool.words.text(code);
      const id = causeOf(text);
      known.set(code, (found = id === null ? (isNoReason(text) ? -2 : -1) : ids.indexOf(id)));
    }
    return found;
  });
}

/** A sum of ten-thousandths as a plain decimal. */
export function moneyText(scaled: number, digits = 2): string {
  return (Math.round(scaled) / AMOUNT_SCALE).toFixed(digits);
}
