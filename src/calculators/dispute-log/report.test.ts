import { beforeAll, describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from './calculate.ts';
import { isoDay, periodAt } from './periods.ts';
import { CUSUM, cusum, pChart, runsOf } from './stats/charts.ts';
import type { Event, History } from './stats/delay.ts';
import { fisher } from './stats/exact-test.ts';
import { forecasterAt } from './stats/forecast.ts';
import { chance } from './constructed.ts';

const NOW = '2027-06-01T00:00:00Z';
const FIRST = 20_089; // 2025-01-01

interface Made {
  orders: string[];
  disputes: string[];
  rows: string[];
}

/** A made-up shop: so many orders a day, each product with a rate of its own, disputes weeks later. */
function shop(seed: number, days: number, perDay: number, rates: Record<string, number>): Made {
  const random = chance(seed);
  const products = Object.keys(rates);
  const made: Made = {
    orders: ['order id,order date,product,country,carrier'],
    disputes: ['order id,case id,dispute date,product,reason,amount,currency,status'],
    rows: ['order id,order date,dispute date,product,country,carrier,reason,amount'],
  };
  const reasons = ['damaged', 'wrong item', 'not as described', 'not received'];
  let id = 0;
  for (let day = 0; day < days; day += 1)
    for (let i = 0; i < perDay; i += 1) {
      id += 1;
      const product = products[Math.floor(random() * products.length)] as string;
      const country = random() < 0.7 ? 'Poland' : 'Spain';
      const carrier = random() < 0.5 ? 'fast' : 'slow';
      const isDisputed = random() < (rates[product] as number);
      const delay = 3 + Math.floor(random() * 20 + random() * 20);
      const reason = reasons[Math.floor(random() * reasons.length)] as string;
      const [ordered, opened] = [isoDay(FIRST + day), isoDay(FIRST + day + delay)];
      const amount = (5 + Math.floor(random() * 40)).toFixed(2);
      made.orders.push(`O${String(id)},${ordered},${product},${country},${carrier}`);
      if (isDisputed)
        made.disputes.push(
          `O${String(id)},C${String(id)},${opened},${product},${reason},${amount},EUR,${id % 5 === 0 ? 'withdrawn' : 'lost'}`,
        );
      made.rows.push(
        `O${String(id)},${ordered},${isDisputed ? opened : ''},${product},${country},${carrier},${isDisputed ? reason : ''},${isDisputed ? amount : ''}`,
      );
    }
  return made;
}

const ok = async (input: object): Promise<DisputeLogOk> => {
  const answer = await calculate(input, NOW);
  expect(answer.kind, JSON.stringify(answer).slice(0, 300)).toBe('ok');
  return answer as DisputeLogOk;
};
const table = (lines: readonly string[]) => lines.join('\n');
const without = ({ files, ...rest }: DisputeLogOk) => ({
  ...rest,
  rows: files.reduce((sum, { used }) => sum + used, 0),
});
const RATES = { lamp: 0.12, cup: 0.03, plate: 0.03, shirt: 0.03, book: 0.02 };
let MADE: Made;
beforeAll(() => {
  MADE = shop(7, 420, 14, RATES);
});
const AS_OF = isoDay(FIRST + 420);

describe('a log', () => {
  it('reads orders whose day and month wait for a later row to tell them apart', async () => {
    const orders = [
      'order id,order date,product',
      'O1,03/04/2026,lamp',
      'O2,04/04/2026,lamp',
      'O3,25/04/2026,lamp',
    ];
    const disputes = ['order id,dispute date,product', 'O1,28/04/2026,lamp'];
    const { byOrder, counts, files } = await ok({
      orders: table(orders),
      disputes: table(disputes),
      period: 'month',
      asOf: '2026-05-20',
    });
    expect(files.map(({ dateOrder, used }) => [dateOrder, used])).toEqual([
      ['dmy', 3],
      ['dmy', 1],
    ]);
    expect(counts).toMatchObject({ orders: 3, disputedOrders: 1 });
    expect(byOrder?.periods.map(({ id, base, count }) => [id, base, count])).toEqual([
      ['2026-04', 3, 1],
    ]);
  });

  it('is the same whatever the order of its rows', async () => {
    const [head, ...lines] = MADE.rows as [string, ...string[]];
    const random = chance(3);
    const mixed = lines
      .map((line) => ({ line, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line);
    const asOf = AS_OF;
    expect(without(await ok({ rows: table([head, ...mixed]), asOf }))).toEqual(
      without(await ok({ rows: table(MADE.rows), asOf })),
    );
  });

  it('is the same in one file and in two, and as orders with disputes beside them', async () => {
    const [head, ...lines] = MADE.rows as [string, ...string[]];
    const half = Math.floor(lines.length / 2);
    const asOf = AS_OF;
    const whole = await ok({ rows: table(MADE.rows), asOf });
    const split = await ok({
      rows: [table([head, ...lines.slice(0, half)]), table([head, ...lines.slice(half)])],
      asOf,
    });
    expect(without(split)).toEqual(without(whole));
    const apart = await ok({ orders: table(MADE.orders), disputes: table(MADE.disputes), asOf });
    expect(apart.byOrder).toEqual(whole.byOrder);
    expect(apart.groups).toEqual(whole.groups);
    expect(apart.forecast).toEqual(whole.forecast);
    // What a case cost is another matter: only the file of disputes says which were withdrawn.
    const counted = ({ causes }: DisputeLogOk) =>
      causes.map(({ id, count, share, cumulative }) => ({ id, count, share, cumulative }));
    expect(counted(apart)).toEqual(counted(whole));
  });

  it('changes nothing when a file is given twice', async () => {
    const once = await ok({ rows: table(MADE.rows), asOf: AS_OF });
    const twice = await ok({ rows: [table(MADE.rows), table(MADE.rows)], asOf: AS_OF });
    expect(without(twice)).toEqual(without(once));
    expect(twice.files[1]).toMatchObject({ used: 0 });
    expect(twice.files[1]?.left.length).toBe(MADE.rows.length - 1);
    expect(new Set(twice.files[1]?.left.map(({ why }) => why))).toEqual(new Set(['duplicate']));
  });

  it('looks at nothing later than it is asked to', async () => {
    const cut = FIRST + 200;
    const early = MADE.rows
      .filter((line, i) => i === 0 || (line.split(',')[1] as string) < isoDay(cut))
      .map((line, i) => {
        const cells = line.split(',');
        if (i > 0 && (cells[2] as string) >= isoDay(cut)) cells[2] = cells[6] = cells[7] = '';
        return cells.join(',');
      });
    const asOf = isoDay(cut);
    const found = await ok({ rows: table(MADE.rows), asOf });
    expect(without(found)).toEqual(without(await ok({ rows: table(early), asOf })));
    expect(found.files[0]?.left.every(({ why }) => why === 'after-as-of')).toBe(true);
    expect(found.files[0]?.left.length).toBe(220 * 14);
  });

  it('without an order of its own ends on the morning after its last day', async () => {
    expect(
      (await ok({ rows: 'order id,order date,dispute date\n1,2026-01-05,2026-01-20\n' })).asOf,
    ).toBe('2026-01-21T00:00:00Z');
    // Never later than today.
    expect(
      (await ok({ rows: 'order id,order date,dispute date\n1,2026-01-05,\n2,2099-01-05,\n' })).asOf,
    ).toBe('2027-06-01T00:00:00Z');
  });

  it('counts by both clocks, in whole numbers', async () => {
    const { byOrder, byDispute, counts } = await ok({
      rows: 'order id,order date,dispute date\n1,2026-01-05,2026-02-20\n2,2026-01-06,\n3,2026-02-06,2026-02-09\n4,2026-02-07,\n5,2026-02-07,\n',
      asOf: '2026-03-01',
    });
    expect(byOrder?.periods.map(({ id, num, den }) => [id, num, den])).toEqual([
      ['2026-01', 1, 2],
      ['2026-02', 1, 3],
    ]);
    expect(byDispute.periods.map(({ id, num, den }) => [id, num, den])).toEqual([
      ['2026-01', 0, 2],
      ['2026-02', 2, 3],
    ]);
    expect(counts).toMatchObject({ orders: 5, disputedOrders: 2, cases: 2 });
  });

  it('tells orders from cases, and cases of orders it does not hold', async () => {
    const found = await ok({
      orders: 'order id,order date\n1,2026-01-05\n2,2026-01-06\n',
      disputes:
        'order id,case id,dispute date,reason\n1,c1,2026-01-20,damaged\n1,c2,2026-01-25,wrong item\n9,c3,2026-01-25,damaged\n',
      asOf: '2026-03-01',
    });
    expect(found.counts).toMatchObject({ orders: 2, disputedOrders: 1, cases: 3, unmatched: 1 });
    expect(found.causes.map(({ id, count }) => [id, count])).toEqual([
      ['damaged', 2],
      ['wrong_item', 1],
    ]);
    expect(found.delay).toMatchObject({ median: 15 });
  });

  it('can leave out what was taken back or turned down', async () => {
    const files = {
      orders: 'order id,order date\n1,2026-01-05\n2,2026-01-06\n3,2026-01-07\n',
      disputes:
        'order id,dispute date,status\n1,2026-01-20,withdrawn\n2,2026-01-20,Refund rejected\n3,2026-01-20,closed\n',
      asOf: '2026-03-01',
    };
    expect((await ok(files)).counts).toMatchObject({
      disputedOrders: 3,
      states: { withdrawn: 1, rejected: 1, closed: 1 },
    });
    // Closed is not the same as no dispute.
    expect((await ok({ ...files, counted: 'kept' })).counts.disputedOrders).toBe(1);
  });

  it('shows no rate without orders', async () => {
    const found = await ok({ disputes: table(MADE.disputes), asOf: AS_OF });
    expect(found.byOrder).toBeNull();
    expect(found.forecast).toBeNull();
    expect(found.counts.orders).toBeNull();
    expect(found.byDispute.periods.every(({ den }) => den === null)).toBe(true);
    expect(found.groups.product?.every(({ z, q }) => z === null && q === null)).toBe(true);
    expect(found.fixFirst.length).toBeGreaterThan(0);
  });

  it('keeps currencies apart', async () => {
    const found = await ok({
      disputes:
        'order id,dispute date,reason,amount,currency\n1,2026-01-20,damaged,10.00,RUB\n2,2026-01-20,damaged,20.00,rub\n3,2026-01-20,damaged,9000.00,KZT\n',
    });
    expect(found.money).toEqual({
      currency: 'RUB',
      total: '30.00',
      otherCurrencies: 1,
      noLoss: 0,
    });
    expect(found.causes).toMatchObject([
      { id: 'damaged', count: 3, money: '30.00', share: '1.000000' },
    ]);
  });

  it('lists reasons nobody knows, and shows where none is said', async () => {
    const found = await ok({
      disputes:
        'order id,dispute date,reason\n1,2026-01-20,NEW_CODE\n2,2026-01-20,NEW_CODE\n3,2026-01-20,\n4,2026-01-20,SNAD\n',
    });
    expect(found.unknownReasons).toEqual({ unsaid: 1, codes: [{ text: 'NEW_CODE', count: 2 }] });
    expect(found.causes.map(({ id, count }) => [id, count])).toEqual([
      ['unknown', 2],
      ['not_as_described', 1],
    ]);
  });
});

describe('who stands out', () => {
  it('is the product whose rate is four times the others’, and no other', async () => {
    const found = await ok({ rows: table(MADE.rows), asOf: AS_OF });
    expect(
      found.groups.product
        ?.filter(({ standsOut, z }) => standsOut && Number(z) > 0)
        .map(({ id }) => id),
    ).toEqual(['lamp']);
    const lamp = found.groups.product?.find(({ id }) => id === 'lamp');
    expect(Number(lamp?.low)).toBeLessThan(Number(lamp?.shrunk));
    expect(Number(lamp?.shrunk)).toBeLessThan(Number(lamp?.high));
    expect(Number(lamp?.low)).toBeGreaterThan(0.08);
    expect(found.groups.country?.every(({ standsOut }) => standsOut === false)).toBe(true);
  });
  it('comes first on the list of what to mend', async () => {
    const { fixFirst } = await ok({ rows: table(MADE.rows), asOf: AS_OF });
    expect(fixFirst[0]).toMatchObject({ by: 'product', group: 'lamp' });
    for (const fix of fixFirst) {
      expect(fix.half.num).toBe(fix.count);
      expect(fix.half.den).toBe(2 * 420 * 14);
      if (['not_received', 'damaged'].includes(fix.cause))
        expect(['country', 'carrier']).toContain(fix.by);
      else expect(['product', 'supplier']).toContain(fix.by);
    }
    const money = fixFirst.map(({ avoidableMoney }) => Number(avoidableMoney ?? 0));
    expect(money).toEqual([...money].sort((a, b) => b - a));
  });
  it('comes first by cases too, where no file says an amount', async () => {
    const bare = MADE.rows.map((line) => line.split(',').slice(0, 6).join(','));
    const { fixFirst } = await ok({ rows: table(bare), asOf: AS_OF });
    expect(fixFirst[0]).toMatchObject({ by: 'product', group: 'lamp', money: null });
  });
  it('is said to be too few below thirty orders', async () => {
    const few = shop(5, 10, 8, { a: 0.5, b: 0.01, c: 0.01, d: 0.01 });
    const found = await ok({ rows: table(few.rows), asOf: isoDay(FIRST + 60) });
    expect(found.groups.product?.every(({ enough, base }) => enough === (base ?? 0) >= 30)).toBe(
      true,
    );
  });
});

describe('a change', () => {
  it('is tested exactly, without orders still under way', async () => {
    const before = shop(1, 150, 12, { a: 0.12 });
    const found = await ok({
      rows: table(before.rows),
      asOf: isoDay(FIRST + 150),
      changedOn: isoDay(FIRST + 60),
    });
    const changed = found.changed;
    expect(changed?.leftOut).toBe(12 * (found.delay?.p95 ?? 0));
    expect(changed?.before.orders).toBe(60 * 12);
    expect(
      (changed?.before.orders ?? 0) + (changed?.after.orders ?? 0) + (changed?.leftOut ?? 0),
    ).toBe(150 * 12);
    const p = fisher(
      { count: changed?.before.count ?? 0, base: changed?.before.orders ?? 0 },
      { count: changed?.after.count ?? 0, base: changed?.after.orders ?? 0 },
    );
    expect(changed?.p).toBe(p.toFixed(6));
    expect(changed?.verdict).toBe('no-difference');
  });
  it('for the better is seen, for the worse too, and not from nothing', async () => {
    const good = shop(2, 100, 12, { a: 0.2 }).rows;
    const later = shop(3, 100, 12, { a: 0.02 })
      .rows.slice(1)
      .map((line) =>
        line
          .replace(/O(\d+)/, 'P$1')
          .replace(/\d{4}-\d{2}-\d{2}/g, (day) =>
            isoDay(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 100),
          ),
      );
    const asOf = isoDay(FIRST + 200);
    const changedOn = isoDay(FIRST + 100);
    expect((await ok({ rows: table([...good, ...later]), asOf, changedOn })).changed?.verdict).toBe(
      'better',
    );
    expect(
      (await ok({ rows: table([...good, ...later]), asOf: isoDay(FIRST + 101), changedOn })).changed
        ?.verdict,
    ).toBe('too-few');
  });
});

describe('periods', () => {
  it('are those of the calendar, weeks those of ISO 8601', () => {
    const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
    const of = (iso: string, period: 'week' | 'month' | 'quarter' | 'day') => {
      const { id, start, end } = periodAt(at(iso), period);
      return [id, isoDay(start), isoDay(end)];
    };
    expect(of('2024-12-30', 'week')).toEqual(['2025-W01', '2024-12-30', '2025-01-06']);
    expect(of('2027-01-03', 'week')).toEqual(['2026-W53', '2026-12-28', '2027-01-04']);
    expect(of('2026-12-31', 'month')).toEqual(['2026-12', '2026-12-01', '2027-01-01']);
    expect(of('2026-11-29', 'quarter')).toEqual(['2026-Q4', '2026-10-01', '2027-01-01']);
    expect(of('2026-02-28', 'day')).toEqual(['2026-02-28', '2026-02-28', '2026-03-01']);
  });
  it('can be any of them', async () => {
    for (const period of ['day', 'week', 'month', 'quarter']) {
      const found = await ok({ rows: table(MADE.rows), asOf: AS_OF, period });
      expect(found.byOrder?.periods.reduce((sum, { base }) => sum + base, 0)).toBe(420 * 14);
      expect(found.byDispute.periods.reduce((sum, { count }) => sum + count, 0)).toBe(
        found.counts.disputedOrders,
      );
    }
  });
});

describe('a forecast', () => {
  it('is refused where the history is too short', async () => {
    const few = shop(5, 60, 10, { a: 0.1 });
    const found = await ok({ rows: table(few.rows), asOf: isoDay(FIRST + 60) });
    expect(found.forecast).toMatchObject({
      refused: 'history-too-short',
      days: 60,
      needs: { days: 90 },
    });
  });
  it('is tried on the past of the same file', async () => {
    const { forecast } = await ok({ rows: table(MADE.rows), asOf: AS_OF });
    if (forecast?.refused !== null) throw new Error('no forecast');
    expect(forecast.backtest.length).toBeGreaterThan(5);
    const held = forecast.backtest.filter(
      ({ low, high, actual }) => actual >= low && actual <= high,
    );
    expect(forecast.held).toBe(held.length);
    expect(forecast.recent.orders).toBe(30 * 14);
  });
});

describe('two hundred histories whose truth is known', () => {
  /** A shop whose windows differ by a factor of their own; what comes to be is known for every order. */
  function made(seed: number) {
    const random = chance(seed);
    const normal = () =>
      Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
    const rate = 0.02 + 0.05 * random();
    const spread = seed % 2 === 0 ? 0 : 0.2;
    const perDay = 15 + Math.floor(random() * 20);
    const days = 300;
    const events = new Map<number, Event>();
    let [factor, recent, truth] = [1, 0, 0];
    for (let day = 0; day < days + 30; day += 1) {
      if (day % 30 === 0) factor = Math.max(0.1, 1 + spread * normal());
      for (let i = 0; i < perDay; i += 1) {
        if (random() >= rate * factor) continue;
        if (day >= days) {
          truth += 1;
          continue;
        }
        if (day >= days - 30) recent += 1;
        const delay = Math.min(80, 2 + Math.floor(12 * -Math.log(random() || 1e-9)));
        const event = events.get(day * 100 + delay);
        if (event) event.count += 1;
        else events.set(day * 100 + delay, { day, delay, count: 1 });
      }
    }
    const history: History = {
      from: 0,
      orders: new Array<number>(days).fill(perDay),
      events: [...events.values()],
    };
    return { history, cut: days, recent, truth };
  }

  it('lie within nine of ten intervals, and set off charts no more than they say', () => {
    let [heldRecent, heldNext, heldOpen, points, outside, runs, drifts] = [0, 0, 0, 0, 0, 0, 0];
    for (let seed = 1; seed <= 200; seed += 1) {
      const { history, cut, recent, truth } = made(seed);
      const forecaster = forecasterAt(history, cut);
      expect(forecaster.isEnough).toBe(true);
      const seen = forecaster.of(cut - 30, cut);
      const next = forecaster.ahead(seen.orders);
      if (recent >= seen.low && recent <= seen.high) heldRecent += 1;
      if (truth >= next.low && truth <= next.high) heldNext += 1;
      const open = forecaster.open();
      const came = history.events.reduce(
        (sum, { day, delay, count }) => (day + delay >= cut ? sum + count : sum),
        0,
      );
      if (came >= open.low && came <= open.high) heldOpen += 1;
      if (seed % 2 !== 0) continue;
      // Weeks old enough, of shops whose rate never changed: whatever stands out here is chance.
      const weeks = Array.from({ length: 30 }, (_, week) => ({
        base: 7 * (history.orders[0] as number),
        count: history.events.reduce(
          (sum, { day, count }) => (Math.floor(day / 7) === week ? sum + count : sum),
          0,
        ),
      }));
      const chart = pChart(weeks);
      points += weeks.length;
      outside += chart.points.filter(({ z }) => Math.abs(z) > 3).length;
      const z = chart.points.map((point) => point.z);
      runs += runsOf(z).length;
      const drifting = cusum(z, 0, CUSUM.k).map(({ up, down }) => up > CUSUM.h || down > CUSUM.h);
      drifts += drifting.filter((is, i) => is && !drifting[i - 1]).length;
    }
    for (const held of [heldRecent, heldNext, heldOpen]) {
      expect(held / 200).toBeGreaterThanOrEqual(0.85);
      expect(held / 200).toBeLessThanOrEqual(0.95);
    }
    // Beyond three standard deviations lie 27 in ten thousand; small counts lean to the upper side.
    expect(outside / points).toBeLessThan(0.008);
    // A run of eight begins at about one point in 256 on either side.
    expect(runs / points).toBeLessThan(0.01);
    // With k = ½ and h = 5 a steady chart says so once in 465 points (Montgomery, Introduction to
    // Statistical Quality Control, section 9.1); 3,000 points see six, give or take as chance has it.
    expect(drifts / points).toBeLessThan(2 / 465);
  });
});
