import { beforeAll, describe, expect, it } from 'vitest';
import type { Log } from './assemble.ts';
import { CAUSES } from './causes.ts';
import { dueOf, fixFirst, groupsOf, tallyOf } from './groups.ts';
import { STATES, type Counted } from './names.ts';
import { Dictionary } from './read/dictionary.ts';
import type { ReadPool } from './read/table.ts';
import {
  adjusted,
  binomialLimits,
  binomialTwoSided,
  funnel,
  poissonLimits,
} from './stats/funnel.ts';
import { normalTwoSided } from './stats/gamma.ts';
import { fitPrior, shrink, shrunkLow } from './stats/shrink.ts';
import { six } from './six.ts';

/** What is written of an order and its case; days count from 100. */
interface Order {
  product?: string;
  country?: string;
  day?: number;
  reason?: string;
  said?: string;
  state?: string;
  amount?: number;
  currency?: string;
}

/** A log by hand: one order a line, with a case where there is a reason. */
function logOf(list: readonly Order[], more: { hasOrders?: boolean; counted?: Counted } = {}) {
  const words = new Dictionary();
  // A word before all others, so that no group has the number nought by chance.
  const code = (text: string | undefined) => (text === undefined ? -1 : words.codeOfText(text));
  const of = (pick: (order: Order) => number) => Int32Array.from(list, pick);
  const cases = list.flatMap((order, i) => (order.reason === undefined ? [] : [{ ...order, i }]));
  const inCases = (pick: (one: Order & { i: number }) => number) => Int32Array.from(cases, pick);
  const day = of((order) => order.day ?? 100);
  const first = new Int32Array(list.length).fill(-1);
  cases.forEach(({ i }, at) => (first[i] = at));
  const none = new Int32Array(cases.length).fill(-1);
  const log: Log = {
    orders: {
      count: list.length,
      day,
      delay: first.map((each) => (each < 0 ? -1 : 5)),
      firstCase: first,
      groups: {
        product: of(({ product }) => code(product)),
        country: list.some(({ country }) => country !== undefined)
          ? of(({ country }) => code(country))
          : null,
        carrier: null,
        supplier: null,
      },
    },
    lines: new Int32Array(0),
    cases: {
      count: cases.length,
      order: inCases(({ i }) => i),
      ordered: inCases(({ i }) => day[i] as number),
      disputed: inCases(({ i }) => (day[i] as number) + 5),
      groups: {
        product: inCases(({ said, product }) => code(said ?? product)),
        country: inCases(({ country }) => code(country)),
        carrier: none,
        supplier: none,
      },
      reason: inCases(({ reason }) => code(reason)),
      state: inCases(({ state }) => STATES.indexOf((state ?? 'lost') as 'lost')),
      amount: Float64Array.from(cases, ({ amount }) => (amount ?? Number.NaN) * 10_000),
      currency: inCases(({ currency }) => code(currency)),
    },
    hasOrders: true,
    counted: 'opened',
    files: [],
    ask: [],
    ...more,
  };
  const pool = { words, amounts: new Dictionary(), ids: 0, cases: 0 } as ReadPool;
  const causeOfCase = inCases(({ reason }) => CAUSES.findIndex(({ id }) => id === reason));
  return { log, pool, causeOfCase };
}
const times = (count: number, order: Order): Order[] => new Array<Order>(count).fill(order);
const due = { from: 100, due: new Float64Array(60).fill(0.5) };

function groups(list: readonly Order[], before = 150, more = {}) {
  const { log, pool } = logOf(list, more);
  return groupsOf(log, pool, 'product', tallyOf(log, 'product', pool.words.size, before, due));
}
function fixes(
  list: readonly Order[],
  {
    before = 150,
    currency = null,
    ...more
  }: { before?: number; currency?: string | null; hasOrders?: boolean; counted?: Counted } = {},
) {
  const { log, pool, causeOfCase } = logOf(list, more);
  const tally = (name: 'product' | 'country') =>
    log.hasOrders ? tallyOf(log, name, pool.words.size, before, due) : null;
  return fixFirst(log, pool, causeOfCase, before, currency, {
    product: tally('product'),
    country: tally('country'),
  });
}

describe('groups without orders', () => {
  it('are counted, the most frequent first, and those alike by their names', () => {
    const made = groups(
      [
        ...times(1, { product: 'c', reason: 'late' }),
        ...times(3, { product: 'b', reason: 'late' }),
        ...times(1, { product: 'a', reason: 'late' }),
        ...times(2, { reason: 'late' }),
      ],
      150,
      { hasOrders: false },
    );
    expect(
      made?.list.map(({ id, base, count, mature, q, enough, standsOut }) => [
        id,
        base,
        count,
        mature,
        q,
        enough,
        standsOut,
      ]),
    ).toEqual([
      ['b', null, 3, null, null, false, null],
      ['a', null, 1, null, null, false, null],
      ['c', null, 1, null, null, false, null],
    ]);
    expect(made?.overdispersion).toBeNull();
  });

  it('are none where no case names one, and where orders were said to be there but are not', () => {
    expect(groups([{ reason: 'late' }], 150, { hasOrders: false })).toBeNull();
    expect(groups([], 150)).toBeNull();
    expect(groups([{}, {}], 150)).toBeNull();
  });

  it('are the first two thousand', () => {
    const list = Array.from({ length: 2001 }, (_, i) => ({ product: String(i), reason: 'late' }));
    expect(groups(list, 150, { hasOrders: false })?.list.length).toBe(2000);
    expect(groups(list)?.list.length).toBe(2000);
  });
});

describe('groups of orders', () => {
  // Twelve groups of a hundred orders, whose rates differ by more than counting, and one far beyond.
  const list = Array.from({ length: 12 }, (_, i) => {
    const disputed = i === 3 ? 60 : 2 + 3 * i;
    const product = `p${String(i).padStart(2, '0')}`;
    return [
      ...times(disputed, { product, reason: 'wrong_item' }),
      ...times(100 - disputed, { product }),
    ];
  }).flat();
  const seen = Array.from({ length: 12 }, (_, i) => ({
    count: i === 3 ? 60 : 2 + 3 * i,
    base: 100,
  }));
  let made: ReturnType<typeof groups>;
  beforeAll(() => {
    made = groups(list);
  });

  it('stand in the order of their size, then of their names', () => {
    expect(made?.list.map(({ id }) => id)).toEqual(
      seen.map((_, i) => `p${String(i).padStart(2, '0')}`),
    );
    const sizes = groups([
      ...times(1, { product: 'b' }),
      ...times(3, { product: 'z' }),
      ...times(1, { product: 'a' }),
    ]);
    expect(sizes?.list.map(({ id, base }) => [id, base])).toEqual([
      ['z', 3],
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('have the figures of the funnel, of the shrinking and of the false discoveries', () => {
    const { center, phi, tau2, points } = funnel(seen);
    const prior = fitPrior(seen);
    if (prior === null) throw new Error('no prior');
    expect(tau2).toBeGreaterThan(0);
    const q = adjusted(
      seen.map((one, i) =>
        Math.max(binomialTwoSided(one, center), normalTwoSided(points[i]?.zOver ?? 0)),
      ),
    );
    const edge = binomialLimits(100, center, 0.025);
    seen.forEach((one, i) => {
      const drawn = shrink(one, prior, 0.9);
      expect(made?.list[i]).toMatchObject({
        base: 100,
        count: one.count,
        mature: one,
        z: six(points[i]?.z ?? 0),
        zOver: six(points[i]?.zOver ?? 0),
        shrunk: six(drawn.rate),
        low: six(drawn.low),
        high: six(drawn.high),
        q: six(q[i] ?? 0),
        standsOut: (q[i] ?? 1) <= 0.05,
        enough: true,
        funnelLow: six(edge.low),
        funnelHigh: six(edge.high),
      });
    });
    expect(made?.overdispersion).toEqual({ phi: six(phi), tau2: six(tau2) });
  });

  it('stand out among few by counting alone', () => {
    const few = [
      { count: 30, base: 100 },
      { count: 5, base: 100 },
      { count: 6, base: 100 },
    ];
    const found = groups(
      few.flatMap(({ count }, i) => [
        ...times(count, { product: `p${String(i)}`, reason: 'late' }),
        ...times(100 - count, { product: `p${String(i)}` }),
      ]),
    );
    const { center, tau2 } = funnel(few);
    expect(tau2).toBeGreaterThan(0);
    const q = adjusted(few.map((one) => binomialTwoSided(one, center)));
    expect(found?.list.map((row) => row.q)).toEqual(q.map((each) => six(each)));
    expect(found?.list.map((row) => row.standsOut)).toEqual(q.map((each) => each <= 0.05));
    expect(found?.list[0]?.standsOut).toBe(true);
  });

  it('say how many disputes orders of their age would have had, and within which limits', () => {
    // Half of a hundred orders were due.
    const limits = poissonLimits(50, 0.05);
    expect(made?.list[0]).toMatchObject({
      expected: '50.000000',
      expectedLow: six(limits.low * 50),
      expectedHigh: six(limits.high * 50),
    });
    const none = groupsOf(
      ...(() => {
        const { log, pool } = logOf([{ product: 'a' }]);
        const tally = tallyOf(log, 'product', pool.words.size, 150, {
          from: 100,
          due: new Float64Array(60),
        });
        return [log, pool, 'product', tally] as const;
      })(),
    );
    expect(none?.list[0]).toMatchObject({
      expected: '0.000000',
      expectedLow: null,
      expectedHigh: null,
    });
  });

  it('have no limits where no order or every order is disputed', () => {
    for (const reason of [undefined, 'late']) {
      const found = groups(
        times(40, reason === undefined ? { product: 'a' } : { product: 'a', reason }),
      );
      expect(found?.list[0]).toMatchObject({
        z: null,
        zOver: null,
        q: '1.000000',
        standsOut: false,
        enough: true,
        funnelLow: null,
        funnelHigh: null,
      });
      expect(found?.overdispersion).toBeNull();
    }
  });

  it('are enough from thirty orders old enough on', () => {
    const found = groups([
      ...times(30, { product: 'a' }),
      ...times(29, { product: 'b' }),
      ...times(40, { product: 'b', day: 150 }),
      ...times(3, { product: 'c', day: 151, reason: 'late' }),
      { product: 'a', reason: 'late' },
    ]);
    expect(found?.list.map(({ id, enough, mature }) => [id, enough, mature?.base])).toEqual([
      ['b', false, 29],
      ['a', true, 31],
      ['c', false, 0],
    ]);
    expect(found?.list[2]).toMatchObject({
      count: 3,
      mature: { count: 0, base: 0 },
      standsOut: false,
      q: null,
    });
  });

  it('never have more disputes than orders, though cases may name others', () => {
    const { log, pool } = logOf([
      { product: 'a', reason: 'late' },
      { product: 'a', reason: 'late' },
      { product: 'b' },
    ]);
    const tally = tallyOf(log, 'product', pool.words.size, 150, due);
    if (tally) {
      const b = pool.words.codeOfText('b');
      tally.count[b] = 5;
      tally.matureCount[b] = 4;
    }
    const row = groupsOf(log, pool, 'product', tally)?.list.find(({ id }) => id === 'b');
    expect(row).toMatchObject({ base: 1, count: 1, mature: { base: 1, count: 1 } });
  });
});

describe('how many disputes were due', () => {
  it('grows with the weeks an order has lived, to what the longest delay shows', () => {
    const past = {
      from: 100,
      orders: new Int32Array(30).fill(10),
      events: [
        { day: 100, delay: 3, count: 4 },
        { day: 101, delay: 10, count: 2 },
      ],
    };
    const chances = [...dueOf(past, 130)];
    expect(chances.length).toBe(30);
    // Orders of the last week have lived less than a week: nothing was due yet.
    expect(chances.at(-1)).toBe(0);
    // From the oldest on it only falls, and all that lived through both weeks have the same chance.
    for (let i = 1; i < chances.length; i += 1)
      expect(chances[i]).toBeLessThanOrEqual(chances[i - 1] ?? 0);
    expect(new Set(chances.slice(0, 17)).size).toBe(1);
    expect(chances[0]).toBeGreaterThan(chances[17] ?? 1);
    expect(chances[17]).toBeGreaterThan(chances[24] ?? 1);
  });
});

describe('the list of what to fix', () => {
  it('names goods by product and parcels by country, and neither by the other', () => {
    const found = fixes([
      { product: 'a', country: 'PL', reason: 'wrong_item' },
      { product: 'a', country: 'PL', reason: 'late' },
      { product: 'a', country: 'PL' },
    ]);
    expect(found.map(({ cause, by, group }) => [cause, by, group])).toEqual(
      expect.arrayContaining([
        ['wrong_item', 'product', 'a'],
        ['late', 'country', 'PL'],
      ]),
    );
    expect(found.length).toBe(2);
  });

  it('leaves out cases that do not count, that name no group, and whose cause nobody knows', () => {
    const found = fixes(
      [
        { product: 'a', reason: 'wrong_item', state: 'withdrawn' },
        { product: 'b', reason: 'wrong_item' },
        { reason: 'wrong_item' },
        { product: 'c', reason: 'no such cause' },
        { product: 'd' },
      ],
      { counted: 'kept' },
    );
    expect(found.map(({ group }) => group)).toEqual(['b']);
  });

  it('takes the group of the order where the case names none', () => {
    const { log, pool, causeOfCase } = logOf([
      { product: 'x' },
      { product: 'a', reason: 'wrong_item' },
    ]);
    log.cases.groups.product[0] = -1;
    const tally = tallyOf(log, 'product', pool.words.size, 150, due);
    const [fix] = fixFirst(log, pool, causeOfCase, 150, null, { product: tally });
    expect(fix?.group).toBe('a');
    // The first order, too, is one.
    const first = logOf([{ product: 'a', reason: 'wrong_item' }, { product: 'x' }]);
    first.log.cases.groups.product[0] = -1;
    expect(fixFirst(first.log, first.pool, first.causeOfCase, 150, null, {})[0]?.group).toBe('a');
  });

  it('counts cases, orders and money each for itself', () => {
    const { log, pool, causeOfCase } = logOf([
      { product: 'a', reason: 'wrong_item', amount: 10, currency: 'EUR' },
      { product: 'a', reason: 'wrong_item', amount: 5, currency: 'EUR', state: 'won' },
      { product: 'a', reason: 'wrong_item', amount: 7, currency: 'USD' },
      { product: 'a', reason: 'wrong_item', day: 150, amount: 1, currency: 'EUR' },
      { product: 'a', reason: 'wrong_item' },
      ...times(35, { product: 'a' }),
      ...times(40, { product: 'b' }),
    ]);
    // A second case of the first order.
    log.cases.order[4] = 0;
    const tally = tallyOf(log, 'product', pool.words.size, 150, due);
    const [fix] = fixFirst(log, pool, causeOfCase, 150, 'EUR', { product: tally });
    expect(fix).toMatchObject({
      count: 5,
      base: 39,
      matureCount: 3,
      money: '11.00',
      enough: true,
      half: { num: 4, den: 160, money: '5.50' },
    });
    // Three of 39 and none of 40, of 79 old enough: 11 to three priced cases.
    const prior = fitPrior([
      { count: 0, base: 40 },
      { count: 3, base: 39 },
    ]);
    const low = prior === null ? null : shrunkLow({ count: 3, base: 39 }, prior, 0.9);
    const cases = low === null ? null : 39 * Math.max(0, low - 3 / 79);
    expect(fix?.avoidableCases).toBe(cases === null ? null : six(cases));
    expect(fix?.avoidableMoney).toBe(cases === null ? null : ((11 / 3) * cases).toFixed(2));
  });

  it('has counts alone without orders', () => {
    const found = fixes(
      [
        { product: 'a', reason: 'wrong_item' },
        { product: 'a', reason: 'wrong_item', amount: 3 },
      ],
      { hasOrders: false },
    );
    expect(found[0]).toMatchObject({
      base: null,
      matureCount: null,
      money: '3.00',
      enough: false,
      avoidableCases: null,
      avoidableMoney: null,
      half: { num: 2, den: null, money: '1.50' },
    });
    expect(fixes([{ product: 'a', reason: 'wrong_item' }])[0]).toMatchObject({
      money: null,
      half: { money: null },
    });
  });

  it('is in the order of what could be kept, of what is in reach, of money, of cases, of names', () => {
    const by = (list: readonly Order[]) =>
      fixes(list).map(({ group, cause }) => `${group} ${cause}`);
    const reach = new Map(CAUSES.map(({ id, reach: each }) => [id, each]));
    expect([reach.get('wrong_item'), reach.get('changed_mind')]).toEqual(['yours', 'little']);
    // Too few to tell from the shop: by reach first, though the other has cost more.
    expect(
      by([
        { product: 'a', reason: 'changed_mind', amount: 90 },
        { product: 'b', reason: 'wrong_item', amount: 1 },
      ]),
    ).toEqual(['b wrong_item', 'a changed_mind']);
    // Then by money, then by how many, then by name.
    expect(
      by([
        { product: 'a', reason: 'wrong_item', amount: 1 },
        { product: 'b', reason: 'wrong_item', amount: 2 },
        ...times(2, { product: 'd', reason: 'wrong_item' }),
        { product: 'f', reason: 'wrong_item' },
        { product: 'e', reason: 'wrong_item' },
      ]),
    ).toEqual(['b wrong_item', 'a wrong_item', 'd wrong_item', 'e wrong_item', 'f wrong_item']);
    // What could be kept, of cases without an amount, comes before all of that.
    const kept = by([
      ...times(20, { product: 'z', reason: 'changed_mind' }),
      ...times(80, { product: 'z' }),
      ...times(300, { product: 'y' }),
      { product: 'x', reason: 'wrong_item', amount: 500 },
    ]);
    expect(kept[0]).toBe('z changed_mind');
  });

  it('ends at thirty', () => {
    const list = Array.from({ length: 31 }, (_, i) => ({
      product: `p${String(i)}`,
      reason: 'wrong_item',
    }));
    expect(fixes(list).length).toBe(30);
  });

  it('keeps causes of one group apart, and one cause of several groups', () => {
    const list = ['a', 'b', 'c'].flatMap((product) =>
      CAUSES.filter(({ about }) => about !== 'parcel')
        .slice(0, 3)
        .map(({ id }) => ({ product, reason: id })),
    );
    const found = fixes(list);
    expect(new Set(found.map(({ group, cause }) => `${group} ${cause}`)).size).toBe(9);
    expect(found.every(({ count }) => count === 1)).toBe(true);
    expect(
      found.every(({ page, cause }) => page === CAUSES.find(({ id }) => id === cause)?.page),
    ).toBe(true);
  });
});
