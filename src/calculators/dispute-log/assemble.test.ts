import { describe, expect, it } from 'vitest';
import { assemble, causesOf, isCounted, isLoss, lastDay, moneyText, type Log } from './assemble.ts';
import { calculate, readFiles, type DisputeLogOk } from './calculate.ts';
import { STATES, type Counted } from './names.ts';
import { readingAt } from './notations.ts';
import { readSettings } from './settings.ts';
import { sourceOf } from './read/source.ts';
import { BLANK, dayNumber } from './read/values.ts';

const NOW = '2026-11-29T00:00:00Z';
const january = (day: number) => dayNumber(2026, 1, day);
const FEBRUARY = dayNumber(2026, 2, 1);

type Files = Partial<Record<'rows' | 'orders' | 'disputes', string | readonly string[]>>;
async function made(files: Files, { cut = FEBRUARY, counted = 'opened' as Counted, ...raw } = {}) {
  const settings = readSettings(raw, readingAt('2026-11-25T12:00:00Z'));
  if ('issues' in settings) throw new Error(JSON.stringify(settings.issues));
  const { tables, pool } = await readFiles(
    (['rows', 'orders', 'disputes'] as const).flatMap((role) =>
      [files[role] ?? []].flat().map((text, i) => ({
        role,
        source: sourceOf(`${role} ${String(i)}`, new TextEncoder().encode(text)),
        settings: settings.settings,
      })),
    ),
  );
  return { tables, pool, log: assemble(tables, pool, cut, counted) };
}
const left = (log: Log, file = 0) =>
  log.files[file]?.left.map(({ row, why }) => `${String(row)} ${why}`);
const orders = (...rows: readonly string[]) => `order id,order date,product\n${rows.join('\n')}\n`;
const rows = (...lines: readonly string[]) =>
  `order id,order date,dispute date,product,reason,status\n${lines.join('\n')}\n`;
const disputes = (...lines: readonly string[]) =>
  `order id,dispute date,product,reason,status\n${lines.join('\n')}\n`;

describe('orders', () => {
  it('of the first and the last day that are looked at count, of the next not', async () => {
    const { log } = await made({
      orders: orders('1,1970-01-01,a', '2,2026-01-31,a', '3,2026-02-01,a', '4,2026-02-02,a'),
    });
    expect([...log.orders.day]).toEqual([0, january(31)]);
    expect(left(log)).toEqual(['4 after-as-of', '5 after-as-of']);
    expect(log.files[0]?.used).toBe(2);
  });

  it('count once with all their products, and the same row again does not', async () => {
    const { log } = await made({
      orders: orders(
        '1,2026-01-05,a',
        '1,2026-01-05,b',
        '1,2026-01-05,b',
        '1,2026-01-05,a',
        '1,2026-01-05,',
        '2,2026-01-06,b',
        '1,2026-01-05,c',
      ),
    });
    expect(log.orders.count).toBe(2);
    expect(log.files[0]).toMatchObject({ used: 4, sameOrder: 2 });
    expect(left(log)).toEqual(['4 duplicate', '5 duplicate', '6 duplicate']);
    const a = log.orders.groups.product?.[0] as number;
    const b = log.orders.groups.product?.[1] as number;
    expect([...log.lines].slice(0, 3)).toEqual([0, b, 0]);
    expect(log.lines.length).toBe(4);
    expect(a).not.toBe(b);
  });

  it('keep products of different orders apart, whatever their numbers', async () => {
    const list = Array.from({ length: 30 }, (_, i) => `${String(i)},2026-01-05,p${String(i)}`);
    const more = Array.from(
      { length: 30 },
      (_, i) => `${String(i)},2026-01-05,p${String((i + 1) % 30)}`,
    );
    const { log } = await made({ orders: orders(...list, ...more) });
    expect(log.lines.length).toBe(60);
    expect(log.files[0]).toMatchObject({ used: 60, sameOrder: 30, left: [] });
  });

  it('without a number are each their own', async () => {
    const { log } = await made({ orders: 'order date,product\n2026-01-05,a\n2026-01-05,a\n' });
    expect([log.orders.count, left(log)]).toEqual([2, []]);
    const both = await made({
      rows: 'order date,dispute date,product\n2026-01-05,,a\n2026-01-05,2026-01-09,a\n2026-01-05,2026-01-09,a\n',
    });
    expect(both.log.orders.count).toBe(3);
    expect([...both.log.orders.delay]).toEqual([-1, 4, 4]);
    expect(both.log.cases.count).toBe(2);
  });

  it('without a day are left out', async () => {
    const { log } = await made({ orders: orders('1,,a', '2,2026-01-05,a', '3,-,a') });
    expect(left(log)).toEqual(['2 no-date', '4 no-date']);
    expect(log.orders.count).toBe(1);
  });

  it('list several products in a cell where their kind of file does', async () => {
    const head = '订单号,订单状态,下单时间,订单金额,收货国家,买家选择物流,商品编码';
    const line = (id: number, products: string) =>
      `${String(id)},已结束,01/05/2026 10:00,CN￥ 5.00,Poland,x,"${products}"`;
    const { log, pool } = await made({
      orders: `${head}\n${[line(1, 'A * 1;B *12'), line(2, 'A×2；;A * 3'), line(3, ''), line(4, 'C2x * 1\nD'), line(5, 'E * 2 pieces')].join('\n')}\n`,
    });
    const name = (code: number) => (code < 0 ? null : pool.words.text(code));
    expect([...(log.orders.groups.product ?? [])].map(name)).toEqual([
      'A',
      'A',
      null,
      'C2x',
      'E * 2 pieces',
    ]);
    expect([...log.lines].map((each, i) => (i % 2 ? name(each) : each))).toEqual([0, 'B', 3, 'D']);
  });

  it('carry what else is said of them from the row that named them first', async () => {
    const { log, pool } = await made({
      orders: [
        'order id,order date,product,country\n1,2026-01-05,a,Poland\n2,2026-01-05,a,\n1,2026-01-05,b,Spain\n3,2026-01-06,a,Spain\n',
        'order id,order date,carrier\n4,2026-01-07,Line A\n',
      ],
    });
    const of = (name: 'country' | 'carrier' | 'product') =>
      [...(log.orders.groups[name] ?? [])].map((code) => (code < 0 ? null : pool.words.text(code)));
    expect(of('country')).toEqual(['Poland', null, 'Spain', null]);
    expect(of('carrier')).toEqual([null, null, null, 'Line A']);
    expect(of('product')).toEqual(['a', 'a', 'a', null]);
    expect(log.orders.groups.supplier).toBeNull();
  });
});

describe('cases', () => {
  it('are of the day they were opened, before the day asked about', async () => {
    const { log } = await made({
      rows: rows(
        '1,2026-01-05,2026-01-31,a,late,',
        '2,2026-01-05,2026-02-01,a,late,',
        '3,2026-01-05,2026-02-02,a,late,',
        '4,2026-01-05,,a,,',
      ),
    });
    expect(log.cases.count).toBe(1);
    expect([...log.orders.delay]).toEqual([26, -1, -1, -1]);
    expect(log.files[0]).toMatchObject({ used: 4, left: [] });
  });

  it('of a file of disputes without a day, or later, are left out', async () => {
    const { log } = await made({
      disputes: disputes('1,,a,late,', '2,2026-02-01,a,late,', '3,2026-01-31,a,late,'),
    });
    expect(left(log)).toEqual(['2 no-date', '3 after-as-of']);
    expect(log.cases.count).toBe(1);
    expect(log.hasOrders).toBe(false);
    expect([...log.cases.ordered]).toEqual([BLANK]);
  });

  it('may be a day before their order, by two clocks, and not two', async () => {
    const { log } = await made({
      rows: rows(
        '1,2026-01-05,2026-01-04,a,late,',
        '2,2026-01-05,2026-01-03,a,late,',
        '3,2026-01-05,,a,,',
      ),
    });
    expect([...log.orders.delay]).toEqual([0, -1]);
    expect(left(log)).toEqual(['3 before-order']);
  });

  it('belong to the order of their number, wherever it stands, or to none', async () => {
    const { log } = await made({
      disputes: disputes('2,2026-01-20,a,late,', '9,2026-01-20,a,late,', ',2026-01-21,a,late,'),
      orders: orders('1,2026-01-05,a', '2,2026-01-06,a'),
    });
    expect([...log.cases.order]).toEqual([1, -1]);
    expect([...log.cases.ordered]).toEqual([january(6), BLANK]);
    expect([...log.orders.delay]).toEqual([-1, 14]);
    expect(log.files.map(({ name, unmatched }) => [name, unmatched])).toEqual([
      ['orders 0', 0],
      ['disputes 0', 1],
    ]);
    expect(left(log, 1)).toEqual(['4 no-id']);
  });

  it('without any order are unmatched with none', async () => {
    const { log } = await made({ disputes: disputes('2,2026-01-20,a,late,') });
    expect(log.files[0]?.unmatched).toBe(0);
  });

  it('are the same by their own number, or by order, day, product and reason', async () => {
    const own = await made({
      disputes:
        'case id,order id,dispute date,reason\nC1,1,2026-01-20,late\nC1,1,2026-01-21,damaged\nC2,1,2026-01-20,late\nC3,1,2026-01-20,late\n',
    });
    expect(left(own.log)).toEqual(['3 same-case']);
    const bare = await made({
      disputes: disputes(
        '1,2026-01-20,a,late,',
        '1,2026-01-20,a,late,lost',
        '1,2026-01-21,a,late,',
        '1,2026-01-20,b,late,',
        '1,2026-01-20,a,damaged,',
        '2,2026-01-20,a,late,',
        '1,2026-01-20,,late,',
        '1,2026-01-20,,late,',
      ),
    });
    expect(left(bare.log)).toEqual(['3 duplicate', '9 duplicate']);
    expect(bare.log.cases.count).toBe(6);
    // Nothing tells two of them apart without any number.
    const none = await made({
      disputes: 'dispute date,reason\n2026-01-20,late\n2026-01-20,late\n',
    });
    expect([none.log.cases.count, left(none.log)]).toEqual([2, []]);
  });

  it('of an order are several, and its delay is that of the earliest that counts', async () => {
    const text = rows(
      '1,2026-01-05,2026-01-20,a,late,lost',
      '1,2026-01-05,2026-01-09,a,damaged,withdrawn',
      '1,2026-01-05,2026-01-15,a,wrong item,lost',
      '1,2026-01-05,2026-01-25,a,late,lost',
      '2,2026-01-05,,a,,',
    );
    const opened = await made({ rows: text });
    expect([opened.log.orders.delay[0], opened.log.orders.firstCase[0]]).toEqual([4, 1]);
    const kept = await made({ rows: text }, { counted: 'kept' });
    expect([kept.log.orders.delay[0], kept.log.orders.firstCase[0]]).toEqual([10, 2]);
    expect(kept.log.cases.count).toBe(4);
    // A further line of the order that is a case is used, and no further product.
    expect(kept.log.files[0]).toMatchObject({ used: 5, left: [], sameOrder: 0 });
  });

  it('of the first of two files that both name it count once', async () => {
    const text = disputes('1,2026-01-20,a,late,');
    const { log } = await made({ disputes: [text, text] });
    expect(log.files.map(({ used }) => used)).toEqual([1, 0]);
    expect(left(log, 1)).toEqual(['2 duplicate']);
  });

  it('have the state their file says of them, where it is of them that it says it', async () => {
    const of = async (files: Files) =>
      [...(await made(files)).log.cases.state].map((state) => STATES[state]);
    expect(
      await of({
        disputes: disputes(
          '1,2026-01-20,a,late,won',
          '2,2026-01-20,a,late,lost',
          '3,2026-01-20,a,late,',
        ),
      }),
    ).toEqual(['won', 'lost', 'unsaid']);
    // Without a reason the status is that of the order.
    expect(
      await of({
        rows: 'order id,order date,dispute date,status\n1,2026-01-05,2026-01-20,lost\n2,2026-01-05,,lost\n',
      }),
    ).toEqual(['unsaid']);
    expect(await of({ disputes: 'order id,dispute date,status\n1,2026-01-20,lost\n' })).toEqual([
      'lost',
    ]);
  });

  it('are listed by row, those that were left out when read and when put together', async () => {
    const { log } = await made({
      disputes: disputes(
        '1,2026-01-20,a,late,',
        '1,2026-01-20,a,late,',
        '2,soon,a,late,',
        '3,,a,late,',
        '####,2026-01-20,a,late,',
        '1,2026-01-20,a,late,',
      ),
    });
    expect(left(log)).toEqual([
      '3 duplicate',
      '4 bad-date',
      '5 no-date',
      '6 damaged-id',
      '7 duplicate',
    ]);
  });

  it('of days that no calendar has once their order is known are left out', async () => {
    // 13 comes second: month first. 02/30 and 04/31 are no days then.
    const { log } = await made(
      {
        rows: rows('1,01/13/2026,01/20/2026,a,late,', '2,01/05/2026,,a,,', '3,02/10/2026,,a,,'),
      },
      { cut: FEBRUARY },
    );
    expect([...log.orders.day]).toEqual([january(13), january(5)]);
    expect(left(log)).toEqual(['4 after-as-of']);
  });
});

describe('which requests count, and which cost', () => {
  it('follows how they ended', () => {
    const by = (asked: (state: number) => boolean) => STATES.filter((_, i) => asked(i));
    expect(by((state) => isCounted(state, 'opened'))).toEqual([...STATES]);
    expect(by((state) => isCounted(state, 'kept'))).toEqual([
      'open',
      'lost',
      'won',
      'closed',
      'unsaid',
    ]);
    expect(by(isLoss)).toEqual(['open', 'lost', 'closed', 'unsaid']);
  });
});

describe('the last day of a log', () => {
  it('is of orders or of disputes, whichever is later', async () => {
    const last = async (files: Files) => lastDay((await made(files)).tables);
    expect(await last({ rows: rows('1,2026-01-05,2026-01-20,a,late,', '2,2026-01-06,,a,,') })).toBe(
      january(20),
    );
    expect(await last({ rows: rows('1,2026-01-25,,a,,', '2,2026-01-05,2026-01-20,a,late,') })).toBe(
      january(25),
    );
    expect(await last({ orders: orders('1,1970-01-01,a') })).toBe(0);
    expect(await last({ orders: orders('1,,a') })).toBeNull();
  });
});

describe('causes of cases', () => {
  it('are told apart from reasons nobody knows and from none', async () => {
    const { log, pool } = await made({
      disputes: disputes(
        '1,2026-01-20,a,late,',
        '2,2026-01-20,a,qwertz,',
        '3,2026-01-20,a,,',
        '4,2026-01-21,a,late,',
        '5,2026-01-21,a,qwertz,',
      ),
    });
    expect([...causesOf(log, pool, ['damaged', 'late'])]).toEqual([1, -1, -2, 1, -1]);
  });
});

describe('a sum of money', () => {
  it('is in hundredths, rounded once', () => {
    expect([0, 5, 50, 12_345, 12_355, -12_345].map((each) => moneyText(each))).toEqual([
      '0.00',
      '0.00',
      '0.01',
      '1.23',
      '1.24',
      '-1.23',
    ]);
    expect(moneyText(12_345.6, 4)).toBe('1.2346');
  });
});

describe('a log of several files', () => {
  it('is the same however it is split, and in whatever order its rows stand', async () => {
    const list = Array.from({ length: 90 }, (_, i) => {
      const day = String(1 + (i % 28)).padStart(2, '0');
      return `${String(1000 + i)},2026-01-${day},${i % 4 === 0 ? `2026-03-${day}` : ''},p${String(i % 5)},${i % 4 === 0 ? (['late', 'damaged', 'wrong item'][i % 3] ?? '') : ''},`;
    });
    const whole = (await calculate({ rows: rows(...list) }, NOW)) as DisputeLogOk;
    const same = [
      await calculate({ rows: [rows(...list.slice(0, 37)), rows(...list.slice(37))] }, NOW),
      await calculate({ rows: rows(...list.toReversed()) }, NOW),
    ] as DisputeLogOk[];
    for (const each of same) {
      expect({ ...each, files: [] }).toEqual({ ...whole, files: [] });
      expect(each.files.reduce((sum, { used }) => sum + used, 0)).toBe(90);
    }
  });
});
