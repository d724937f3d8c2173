import { describe, expect, it } from 'vitest';
import type { Log } from './assemble.ts';
import { calculate, type DisputeLogOk } from './calculate.ts';
import { tallyOf } from './groups.ts';
import { hazardsAt } from './stats/delay.ts';

const NOW = '2026-12-01T00:00:00Z';
const ok = async (input: object): Promise<DisputeLogOk> => {
  const answer = await calculate(input, NOW);
  expect(answer.kind, JSON.stringify(answer).slice(0, 300)).toBe('ok');
  return answer as DisputeLogOk;
};
const lines = (...list: readonly string[]) => list.join('\n');

const none = (length: number, value = -1) => new Int32Array(length).fill(value);
/** Six orders by hand: group 0 has three, group 1 two, one names none. Order 0 has a second product, 2. */
const LOG: Log = {
  orders: {
    count: 6,
    day: Int32Array.of(100, 101, 102, 103, 104, 105),
    delay: Int32Array.of(3, -1, 2, -1, 1, -1),
    firstCase: Int32Array.of(1, -1, 2, -1, 3, -1),
    groups: {
      product: Int32Array.of(0, 0, 0, 1, 1, -1),
      country: null,
      carrier: null,
      supplier: null,
    },
  },
  lines: Int32Array.of(0, 2),
  cases: {
    count: 5,
    // The first is not the one that counts of its order, the last has none.
    order: Int32Array.of(0, 0, 2, 4, -1),
    ordered: Int32Array.of(100, 100, 102, 104, 90),
    disputed: Int32Array.of(109, 103, 104, 105, 104),
    groups: {
      product: Int32Array.of(0, 2, 1, -1, 1),
      country: none(5),
      carrier: none(5),
      supplier: none(5),
    },
    reason: none(5),
    state: new Int32Array(5),
    amount: new Float64Array(5).fill(Number.NaN),
    currency: none(5),
  },
  hasOrders: true,
  counted: 'opened',
  files: [],
  ask: [],
};
const due = Float64Array.of(0.5, 0.25, 0.125, 0.0625, 0.03125, 0);

describe('the tally of a dimension', () => {
  const tally = tallyOf(LOG, 'product', 3, 103, { from: 100, due });

  it('counts every product of an order, and orders old enough before the day', () => {
    expect([...(tally?.base ?? [])]).toEqual([3, 2, 1]);
    // The order of day 103 is not before day 103.
    expect([...(tally?.mature ?? [])]).toEqual([3, 0, 1]);
    expect([...(tally?.expected ?? [])]).toEqual([0.875, 0.09375, 0.5]);
  });

  it('counts the first case of an order, for the product it names where the order has it', () => {
    // Order 0 by its second product; order 2 names one it does not have; order 4 names none.
    expect([...(tally?.count ?? [])]).toEqual([1, 1, 1]);
    // The order of the second group is too young.
    expect([...(tally?.matureCount ?? [])]).toEqual([1, 0, 1]);
  });

  it('has nothing to say of what no file of orders names', () => {
    expect(tallyOf(LOG, 'country', 3, 103, { from: 100, due })).toBeNull();
  });
});

describe('cases and their orders', () => {
  const orders = lines('order id,order date,product', 'O1,2026-03-10,lamp', 'O2,2026-03-10,lamp');
  const asked = (disputes: string) => ok({ orders, disputes, asOf: '2026-11-01' });

  it('may be a day apart on two clocks, not two', async () => {
    const { files, counts } = await asked(
      lines('order id,dispute date', 'O1,2026-03-09', 'O2,2026-03-08'),
    );
    expect(counts.disputedOrders).toBe(1);
    expect(files[1]?.left).toEqual([{ row: 3, why: 'before-order' }]);
  });

  it.each([
    ['the first is counted', ['O1,C1,2026-03-14', 'O1,C2,2026-03-30']],
    ['whichever comes first in the file', ['O1,C2,2026-03-30', 'O1,C1,2026-03-14']],
  ])('of several, %s', async (_, rows) => {
    const { delay, counts } = await asked(lines('order id,case id,dispute date', ...rows));
    expect(counts).toMatchObject({ cases: 2, disputedOrders: 1 });
    expect(delay?.median).toBe(4);
  });
});

describe('what to fix first', () => {
  /** So many orders of each product, of which so many were disputed for the same cause. */
  const made = (products: Record<string, [orders: number, disputed: number]>) => {
    const rows = ['order id,order date,dispute date,product,reason,amount,currency'];
    let id = 0;
    for (const [product, [count, disputed]] of Object.entries(products))
      for (let i = 0; i < count; i += 1)
        rows.push(
          i < disputed
            ? `N${String((id += 1))},2026-03-02,2026-03-09,${product},wrong item,10.00,EUR`
            : `N${String((id += 1))},2026-03-02,,${product},,,`,
        );
    return lines(...rows);
  };
  const fixes = async (products: Record<string, [number, number]>) => {
    const { fixFirst } = await ok({ rows: made(products), asOf: '2026-11-01' });
    return new Map(fixFirst.map((one) => [one.group, one]));
  };

  it('tells a group from the shop from thirty orders on', async () => {
    const found = await fixes({ thirty: [30, 6], fewer: [29, 6], rest: [300, 3] });
    expect(found.get('thirty')).toMatchObject({ count: 6, base: 30, enough: true });
    expect(found.get('thirty')?.avoidableCases).not.toBeNull();
    expect(found.get('fewer')).toMatchObject({
      count: 6,
      base: 29,
      enough: false,
      avoidableCases: null,
      avoidableMoney: null,
    });
  });

  it('has nothing to keep where a group is no worse than the shop', async () => {
    const found = await fixes({ bad: [100, 40], good: [400, 4] });
    expect(found.get('good')).toMatchObject({
      avoidableCases: '0.000000',
      avoidableMoney: '0.00',
      money: '40.00',
    });
    expect(Number(found.get('bad')?.avoidableCases)).toBeGreaterThan(0);
    // Half of forty cases of 500 orders, at ten each.
    expect(found.get('bad')?.half).toEqual({ num: 40, den: 1000, money: '200.00' });
  });
});

describe('groups of young orders', () => {
  /** Disputes come twenty days after their order: orders of the last twenty days have had none. */
  const young = () => {
    const rows = ['order id,order date,dispute date,product,reason,amount'];
    let id = 0;
    const add = (product: string, day: string, disputed: string) =>
      rows.push(
        `N${String((id += 1))},${day},${disputed},${product},${disputed === '' ? '' : 'wrong item'},${disputed === '' ? '' : '10.00'}`,
      );
    for (let group = 0; group < 12; group += 1)
      for (let i = 0; i < 100; i += 1)
        add(`old ${String(group)}`, '2026-03-01', i < 10 ? '2026-03-21' : '');
    for (let i = 0; i < 400; i += 1) add('new', '2026-06-25', '');
    // As good as any other by orders old enough, with ten times as many young ones and their first disputes.
    for (let i = 0; i < 40; i += 1) add('grown', '2026-03-01', i < 4 ? '2026-03-21' : '');
    for (let i = 0; i < 400; i += 1) add('grown', '2026-06-25', i < 8 ? '2026-06-28' : '');
    return ok({ rows: lines(...rows), asOf: '2026-07-01' });
  };

  it('do not stand out, and are no reason to begin with', async () => {
    const { groups, fixFirst } = await young();
    const rows = new Map(groups.product?.map((row) => [row.id, row]));
    expect([...rows.values()].filter(({ standsOut }) => standsOut)).toEqual([]);
    expect(rows.get('new')).toMatchObject({
      base: 400,
      count: 0,
      mature: { base: 0, count: 0 },
      z: null,
      q: null,
      enough: false,
    });
    expect(rows.get('grown')).toMatchObject({
      base: 440,
      count: 12,
      mature: { base: 40, count: 4 },
    });
    expect(Math.abs(Number(rows.get('grown')?.z))).toBeLessThan(0.5);
    const grown = fixFirst.find(({ group }) => group === 'grown');
    expect(grown).toMatchObject({ count: 12, base: 40, matureCount: 4 });
    expect(Number(grown?.avoidableCases)).toBeLessThan(0.01);
  });
});

describe('requests that cost nothing', () => {
  const rows = (...states: string[]) =>
    lines(
      'order id,order date,dispute date,product,reason,amount,status',
      ...states.map(
        (state, i) => `N${String(i)},2026-03-01,2026-03-09,lamp,wrong item,10.00,${state}`,
      ),
      ...Array.from({ length: 80 }, (_, i) => `M${String(i)},2026-03-01,,lamp,,,`),
    );
  const times = (state: string, count: number) => new Array<string>(count).fill(state);

  it('are in no sum, whether they count in rates or not', async () => {
    const states = [
      ...times('lost', 4),
      ...times('rejected', 5),
      ...times('withdrawn', 3),
      ...times('won', 2),
    ];
    for (const counted of ['opened', 'kept'] as const) {
      const { money, causes, fixFirst } = await ok({ rows: rows(...states), counted });
      expect(money).toMatchObject({ total: '40.00', noLoss: 10 });
      expect(causes[0]).toMatchObject({ count: 14, money: '40.00' });
      expect(fixFirst[0]).toMatchObject({
        count: counted === 'opened' ? 14 : 6,
        money: '40.00',
        half: { num: counted === 'opened' ? 14 : 6, den: 2 * 94, money: '20.00' },
      });
    }
  });

  it('leave nothing to halve where all were turned down', async () => {
    const { counts, fixFirst } = await ok({
      rows: rows(...times('rejected', 20)),
      counted: 'kept',
    });
    expect(counts.disputedOrders).toBe(0);
    expect(fixFirst).toEqual([]);
  });
});

describe('hazards', () => {
  it('reach as far as the longest delay that had come by the cut, and no further', () => {
    const past = {
      from: 0,
      orders: new Array<number>(60).fill(10),
      events: [
        { day: 5, delay: 3, count: 2 },
        { day: 50, delay: 30, count: 1 },
      ],
    };
    expect(hazardsAt(past, 60).hazard.length).toBe(1);
    expect(hazardsAt(past, 81).hazard.length).toBe(5);
  });
});
