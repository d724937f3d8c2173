import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { calculate, KNOWN_EXPORTS, type DisputeLogOk } from './calculate.ts';
import { causeOf, isNoReason, CAUSES, stateOf } from './causes.ts';
import data from './data/presets.json' with { type: 'json' };
import { cellText } from './read/row.ts';
import { createScanner } from './read/scan.ts';
import {
  amountFrom,
  dayFromBytes,
  dayFromText,
  dayNumber,
  decimalMark,
  settle,
  UNREADABLE,
  BLANK,
} from './read/values.ts';
import { isoDay } from './periods.ts';
import { encodeIn, join, workbook } from './testing/make.ts';

const NOW = '2026-11-29T00:00:00Z';
const bytes = (text: string) => new TextEncoder().encode(text);
const file = (text: string | Uint8Array, name = 'file') => ({
  name,
  bytes: typeof text === 'string' ? bytes(text) : text,
});
const ok = async (input: object): Promise<DisputeLogOk> => {
  const answer = await calculate(input, NOW);
  expect(answer.kind, JSON.stringify(answer).slice(0, 400)).toBe('ok');
  return answer as DisputeLogOk;
};

describe('delimited text', () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('', 'a', '订单', 'a b', '12,5', 'Ж') },
    fc
      .array(fc.constantFrom('"', ',', '\n', '\r\n', 'x', ' ', ';', '杯'), { maxLength: 8 })
      .map((parts) => parts.join('')),
  );
  const quote = (text: string) =>
    /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

  it('is split as another reader splits it, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (rows, step) => {
          const text = rows.map((cells) => cells.map(quote).join(',')).join('\r\n');
          const oracle = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data;
          const whole = bytes(text);
          const found: string[][] = [];
          const decoder = new TextDecoder();
          const scanner = createScanner(',', (row) =>
            found.push(Array.from({ length: row.count }, (_, i) => cellText(row, i, decoder))),
          );
          for (let at = 0; at < whole.length; at += step) scanner.push(whole.slice(at, at + step));
          scanner.end();
          expect(found).toEqual(oracle);
          expect(found).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('an alphabet', () => {
  const table = (rows: readonly string[][], delimiter: string) =>
    rows.map((row) => row.join(delimiter)).join('\r\n');
  const chinese = [
    ['订单号', '下单时间', '纠纷时间', '产品', '纠纷原因', '金额'],
    ['8123456789012345', '2026-01-05 10:00', '2026-01-20 09:00', '台灯𠮷', '货不对版', '12.50'],
    ['8123456789012346', '2026-01-06 10:00', '', '杯子', '', ''],
  ];
  const russian = [
    ['Номер заказа', 'Дата заказа', 'Дата возврата', 'Товар', 'Причина возврата', 'Сумма'],
    ['1', '05.01.2026', '20.01.2026', 'Лампа', 'Товар не подошёл', '1 990,50'],
    ['2', '06.01.2026', '', 'Кружка', '', ''],
  ];
  const LAMP = ['台灯𠮷', '杯子'];
  const LAMPA = ['Кружка', 'Лампа'];
  it.each([
    ['gb18030', encodeIn('gb18030', table(chinese, ',')), 'gb18030', ',', LAMP],
    ['gb18030 with tabs', encodeIn('gb18030', table(chinese, '\t')), 'gb18030', '\t', LAMP],
    ['gb18030 with bars', encodeIn('gb18030', table(chinese, '|')), 'gb18030', '|', LAMP],
    ['utf-8', bytes(table(chinese, ',')), 'utf-8', ',', LAMP],
    [
      'utf-16le',
      join([Uint8Array.of(255, 254), encodeIn('utf-16le', table(chinese, '\t'))]),
      'utf-16le',
      '\t',
      LAMP,
    ],
    ['windows-1251', encodeIn('windows-1251', table(russian, ';')), 'windows-1251', ';', LAMPA],
    ['Russian in utf-8', bytes(table(russian, ';')), 'utf-8', ';', LAMPA],
  ] as const)('is found: %s', async (_, made, encoding, delimiter, products) => {
    const found = await ok({ rows: file(made) });
    expect(found.files[0]).toMatchObject({ encoding, delimiter, used: 2, left: [], role: 'rows' });
    expect(found.groups.product?.map(({ id }) => id)).toEqual(products);
    expect(found.causes.map(({ id, money }) => [id, money])).toEqual([
      products === LAMP ? ['not_as_described', '12.50'] : ['changed_mind', '1990.50'],
    ]);
  });

  it('can be said, and is shown wrong where it is said wrong', async () => {
    const made = encodeIn('gb18030', table(chinese, ','));
    const answer = await calculate({ rows: file(made), encoding: 'windows-1251' }, NOW);
    expect(answer.kind).not.toBe('ok');
    expect((await ok({ rows: file(made), encoding: 'gb18030' })).files[0]?.used).toBe(2);
  });
});

describe('days', () => {
  const evidence = () => ({ dmy: 0, mdy: 0, open: 0 });
  const day = (text: string) => {
    const raw = bytes(text);
    const quick = dayFromBytes(raw, 0, raw.length, evidence());
    return quick === UNREADABLE ? dayFromText(text, evidence()) : quick;
  };
  it('are counted as the calendar counts them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 84_000 }), (n) => {
        const [y, m, d] = isoDay(n).split('-').map(Number) as [number, number, number];
        expect(dayNumber(y, m, d)).toBe(n);
      }),
    );
    expect([dayNumber(2026, 2, 29), dayNumber(1969, 12, 31), dayNumber(2024, 2, 29)]).toEqual([
      UNREADABLE,
      UNREADABLE,
      19782,
    ]);
  });

  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2026/1/5 23:59', '2026-01-05'],
    ['2026-01-05T10:00:00+00:00', '2026-01-05'],
    ['27.09.2026 01:58', '2026-09-27'],
    ['12/24/2025 23:36', '2025-12-24'],
    ['13/01/26', '2026-01-13'],
    ['2026年1月5日 10:00', '2026-01-05'],
    ['05-Sep-2026', '2026-09-05'],
    ['Sep 5, 2026', '2026-09-05'],
    ['Jul-25-26', '2026-07-25'],
    ['Jan. 05, 2026 12:30', '2026-01-05'],
    ['5 сентября 2026 г.', '2026-09-05'],
    ['5 мая 2026', '2026-05-05'],
    ['20150714020749000-0700', '2015-07-14'],
    ['20260105', '2026-01-05'],
    ['46040.64583', '2026-01-18'],
    ['46040', '2026-01-18'],
    ['1768604821609', '2026-01-16'],
    ['2015/08/13 07:50:09 +0200', '2015-08-13'],
  ])('are read: %s', (text, iso) => expect(isoDay(day(text))).toBe(iso));

  it.each(['2026-13-05', '31.02.2026', 'yesterday', '12:30', '7', '99/99/2026', '2026-01-05x'])(
    'are refused: %s',
    (text) => expect(day(text)).toBe(UNREADABLE),
  );

  it('may be none, or count from 1904', () => {
    for (const text of ['', ' ', '-', '—', 'null', 'N/A', '无'])
      expect(dayFromText(text, evidence())).toBe(BLANK);
    // The same day is 1,462 less in a workbook that starts four years later.
    expect(isoDay(dayFromText('44578', evidence(), true))).toBe('2026-01-18');
  });

  it('wait for the column to say which comes first', () => {
    const seen = evidence();
    const open = dayFromBytes(bytes('03/04/2026'), 0, 10, seen);
    expect(seen).toEqual({ dmy: 0, mdy: 0, open: 1 });
    expect([isoDay(settle(open, 'dmy')), isoDay(settle(open, 'mdy'))]).toEqual([
      '2026-04-03',
      '2026-03-04',
    ]);
  });

  const days = (rows: readonly [string, string][]) =>
    `order id,order date,dispute date\n${rows.map(([a, b], i) => `A${String(i)},${a},${b}`).join('\n')}`;
  it('are ordered by the column’s own evidence, by sense, or asked for', async () => {
    expect(
      (
        await ok({
          rows: file(
            days([
              ['03/04/2026', ''],
              ['25/04/2026', ''],
            ]),
          ),
        })
      ).files[0]?.dateOrder,
    ).toBe('dmy');
    expect(
      (
        await ok({
          rows: file(
            days([
              ['03/04/2026', ''],
              ['04/25/2026', ''],
            ]),
          ),
        })
      ).files[0]?.dateOrder,
    ).toBe('mdy');
    // Only day first lets the dispute come after its order.
    expect(
      (await ok({ rows: file(days([['03/04/2026', '01/05/2026']])) })).files[0]?.dateOrder,
    ).toBe('dmy');
    // One without a dispute beside it: a file of disputes alone is no base of a rate.
    const open = file(
      days([
        ['03/04/2026', '05/06/2026'],
        ['2026-03-09', ''],
      ]),
    );
    expect(await calculate({ rows: open }, NOW)).toEqual({
      kind: 'incomplete',
      missing: ['dateOrder'],
    });
    expect(
      (await ok({ rows: open, dateOrder: 'mdy' })).byOrder?.periods.map(({ id }) => id),
    ).toEqual(['2026-03']);
    // What is answered is for columns that leave it open: others and their files are read as they say.
    for (const dateOrder of ['dmy', 'mdy'] as const) {
      const { files } = await ok({
        dateOrder,
        rows: [
          file(days([['03/04/2026', '05/06/2026']])),
          file(days([['25/04/2026', '']]), 'day first'),
          file(days([['04/25/2026', '']]), 'month first'),
          file(days([['2026-04-25', '27.05.2026']]), 'its other column'),
          // Open by itself, but beside a column that is not.
          file(days([['04/25/2026', '05/06/2026']]), 'beside'),
        ],
      });
      expect(files.map(({ dateOrders }) => dateOrders)).toEqual([
        { orderedAt: dateOrder, disputedAt: dateOrder },
        { orderedAt: 'dmy' },
        { orderedAt: 'mdy' },
        { disputedAt: 'dmy' },
        { orderedAt: 'mdy', disputedAt: 'mdy' },
      ]);
    }
    // One column of each kind in one file, whichever comes first; the answer changes neither.
    for (const dateOrder of [undefined, 'dmy', 'mdy'] as const)
      for (const [first, second] of [
        [
          ['04/25/2026', '05/06/2026'],
          ['04/03/2026', '20/06/2026'],
        ],
        [
          ['25/04/2026', '06/05/2026'],
          ['03/04/2026', '06/20/2026'],
        ],
      ] as [string, string][][]) {
        const { byOrder, byDispute } = await ok({
          rows: file(
            days([first as [string, string], second as [string, string], ['2026-04-09', '']]),
          ),
          ...(dateOrder ? { dateOrder } : {}),
        });
        expect(byOrder?.periods.map(({ id, base }) => [id, base])).toEqual([['2026-04', 3]]);
        expect(byDispute.periods.map(({ id, count }) => [id, count])).toEqual([
          ['2026-04', 0],
          ['2026-06', 2],
        ]);
      }
    // A column that contradicts itself is asked about as well.
    const both = file(
      days([
        ['25/04/2026', ''],
        ['04/25/2026', ''],
        ['03/04/2026', ''],
      ]),
    );
    expect((await calculate({ rows: both }, NOW)).kind).toBe('incomplete');
  });
});

describe('amounts', () => {
  it.each([
    [
      ['1.234,50', '2.469,00'],
      [1234.5, 2469],
    ],
    [
      ['11 990,50', '990,00'],
      [11990.5, 990],
    ],
    [
      ['CN￥ 1,083.30', 'CN￥ 12.00'],
      [1083.3, 12],
    ],
    [
      ['R$ 1.234,50', '129,00'],
      [1234.5, 129],
    ],
    [
      ['1,234', '5,678'],
      [1234, 5678],
    ],
    [
      ['1.234', '56.7'],
      [1.234, 56.7],
    ],
    [
      ['-12.50', '$3.00'],
      [-12.5, 3],
    ],
    [
      ['12,50 €', '3,00 €'],
      [12.5, 3],
    ],
    [
      ['2490', '0'],
      [2490, 0],
    ],
    [
      ["1'234.50", '.5'],
      [1234.5, 0.5],
    ],
  ])('are read by what the column says: %j', (texts, values) => {
    const mark = decimalMark(texts);
    expect(texts.map((text) => (amountFrom(text, mark) ?? Number.NaN) / 10_000)).toEqual(values);
  });
  it.each(['', 'free', '12 of 30', '1e9', '--5', '2026-01-05'])('are refused: %s', (text) =>
    expect(amountFrom(text, '.')).toBeNull(),
  );
});

describe('order numbers', () => {
  it('are text, with what protects them from spreadsheets taken off', async () => {
    const text =
      'order id,order date,dispute date\n="8123456789012345678",2026-01-05,\n\'8123456789012345679,2026-01-06,2026-01-09\n8123456789012345670\t,2026-01-07,\n';
    const disputes =
      'order id,dispute date,reason\n8123456789012345678,2026-01-20,damaged\n8123456789012345679,2026-01-21,damaged\n8123456789012345670,2026-01-21,damaged\n';
    const found = await ok({
      orders: file(text.replace(',dispute date', ',x')),
      disputes: file(disputes),
    });
    expect(found.counts).toMatchObject({ orders: 3, cases: 3, unmatched: 0 });
  });

  it('that a workbook holds as figures of sixteen digits are damaged', async () => {
    const rows = [
      ['order id', 'order date', 'dispute date'],
      [8123456789012345, 46040, 46050],
      ['8123456789012345', 46041, ''],
      [812345678, 46041, ''],
    ];
    const found = await ok({ rows: file(workbook([{ name: 'a', rows }])) });
    expect(found.files[0]).toMatchObject({ used: 2, left: [{ row: 2, why: 'damaged-id' }] });
    expect(found.byOrder?.periods.map(({ id }) => id)).toEqual(['2026-01']);
  });
});

describe('workbooks', () => {
  const rows = [
    ['order id', 'order date', 'dispute date', 'product'],
    ['A1', 44578, 44590, '台灯 & 罩'],
    ['A2', 44579.64583, '', 'cup'],
  ];
  it('count from 1904 where they say so', async () => {
    const found = await ok({ rows: file(workbook([{ name: 'a', rows }], true)) });
    expect(found.byOrder?.periods.map(({ id }) => id)).toEqual(['2026-01']);
    expect(found.groups.product?.map(({ id }) => id)).toEqual(['cup', '台灯 & 罩']);
  });
  it('are read sheet by sheet, without hidden ones and without those that hold no table', async () => {
    const more = [
      ['Return Order ID', 'Order ID', 'Time Requested', 'Return Reason', 'Return Status'],
      ['1', 'A1', '13/02/2022 10:00:00', 'Defective item', 'Completed'],
    ];
    const notes = { name: 'notes', rows: [['hello']] };
    const made = workbook([
      { name: 'orders', rows },
      notes,
      { name: 'returns', rows: more },
      { name: 'old', rows, hidden: true },
    ]);
    const found = await ok({
      orders: file(workbook([{ name: 'orders', rows }])),
      disputes: file(workbook([notes, { name: 'returns', rows: more }])),
    });
    expect(found.refused).toEqual([{ name: 'file · notes', why: 'no-header' }]);
    expect(found.files.map(({ preset, used }) => [preset, used])).toEqual(
      [
        ['tiktok-returns', 1],
        [null, 2],
      ].reverse(),
    );
    expect((await ok({ rows: file(made), asOf: '2022-03-01' })).files.length).toBe(2);
  });
});

describe('exports that are known', () => {
  it.each(data.presets.map((preset) => [preset.id, preset] as const))('%s', async (id, preset) => {
    const { needs, columns } = preset as unknown as {
      needs: string[];
      columns: Record<string, string>;
      role: string;
    };
    const names = [
      ...new Set([...('rowMark' in preset ? ['CH'] : []), ...needs, ...Object.values(columns)]),
    ];
    const value: Record<string, string> = {
      [columns.orderId ?? '']: 'A1',
      [columns.caseId ?? '']: 'C1',
      [columns.orderedAt ?? '']: '2026-01-05 10:00',
      [columns.disputedAt ?? '']: '2026-01-20 09:00',
      CH: 'SB',
      [columns.amount ?? '']: '12.50',
    };
    const line = names.map((name) => value[name] ?? 'x');
    const made = `Some title\n${names.join('\t')}\n${line.join('\t')}\n`;
    const found = await ok({ [preset.role]: file(made) });
    expect(found.files[0]).toMatchObject({ preset: id, headerRow: 2, used: 1, left: [] });
    // In another width, another case and with a line break, as files come.
    const loud = made.replace(
      names.join('\t'),
      names.map((name) => `"${name.toUpperCase()}\n "`).join('\t'),
    );
    expect((await ok({ [preset.role]: file(loud) })).files[0]?.preset).toBe(id);
  });

  it('say where their header was found, and when', () => {
    expect(KNOWN_EXPORTS).toHaveLength(data.presets.length);
    for (const { id, source, dated, read } of KNOWN_EXPORTS) {
      expect(source, id).toMatch(/^(?:https:\/\/\S+|public code)$/);
      // All were read for this tool, by day; what a copy is dated is another matter.
      expect(read, id).toMatch(/^2026-11-(?:28|29|30)$/);
      if (dated !== undefined) expect(dated, id).toMatch(/^20\d\d(?:-\d\d){0,2}$/);
      expect(dated ?? '', id).not.toBe(read);
    }
    expect(KNOWN_EXPORTS.find(({ id }) => id === 'aliexpress-issue-2015')?.dated).toBe('2015');
  });

  it('of eBay: the orders report with its own dates, and what its interfaces answer', async () => {
    const orders =
      '\n"Sales Record Number","Order Number","Buyer Username","Ship To Country","Item Number","Item Title","Total Price","Sale Date"\n' +
      '"112","24-1","x","Germany","318","lamp","$905.97","Jul-25-26"\n' +
      '"113","24-2","y","Poland","319","cup","$5.00","Aug-03-26"\n' +
      '"2","record(s) downloaded,"," from , Jul-01-26"\n';
    const returns = JSON.stringify({
      members: [
        {
          returnId: '5000',
          orderId: '24-1',
          creationInfo: {
            creationDate: { value: '2026-08-01T10:00:00.000Z' },
            item: { itemId: '318' },
            reason: 'ARRIVED_DAMAGED',
          },
          state: 'CLOSED',
          sellerTotalRefund: { estimatedRefundAmount: { value: 905.97, currency: 'USD' } },
        },
      ],
      total: 1,
    });
    const found = await ok({ orders: file(orders), disputes: file(returns) });
    expect(found.files.map(({ preset, used }) => [preset, used])).toEqual([
      ['ebay-orders', 2],
      ['ebay-returns', 1],
    ]);
    expect(found.files[0]?.left.map(({ row }) => row)).toEqual([5]);
    expect(found.counts).toMatchObject({ orders: 2, disputedOrders: 1, cases: 1, unmatched: 0 });
    expect(found.causes).toMatchObject([{ id: 'damaged', count: 1, money: '905.97' }]);
    expect(found.delay?.median).toBe(7);
    expect(found.groups.country?.map(({ id }) => id).sort()).toEqual(['Germany', 'Poland']);

    const payments = JSON.stringify({
      paymentDisputeSummaries: [
        {
          paymentDisputeId: '60',
          orderId: '24-2',
          openDate: '2026-08-09T19:09:02.768Z',
          reason: 'ITEM_NOT_RECEIVED',
          paymentDisputeStatus: 'OPEN',
          amount: { value: '5.0', currency: 'USD' },
        },
      ],
    });
    const disputed = await ok({ disputes: file(payments) });
    expect(disputed.files[0]).toMatchObject({ preset: 'ebay-payment-disputes', used: 1 });
    expect(disputed.causes).toMatchObject([{ id: 'not_received', count: 1, money: '5.00' }]);
  });

  it('of Shopify: an order in several rows once, and payment disputes', async () => {
    const head =
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Total,Shipping Method,Created at,Lineitem quantity,Lineitem name,Shipping Country,Id';
    const orders = [
      head,
      '#1001,a@example.com,paid,2026-10-07 09:50:26 +0200,fulfilled,EUR,53.91,Post,2026-10-07 09:50:26 +0200,1,Lamp,FR,74',
      '#1001,a@example.com,,,,,,,2026-10-07 09:50:26 +0200,2,Cup,,',
      '#1002,b@example.com,refunded,2026-10-08 00:10:00 +0200,fulfilled,EUR,12.00,Post,2026-10-08 00:10:00 +0200,1,Cup,FR,75',
    ].join('\n');
    const found = await ok({ orders: file(orders) });
    expect(found.files[0]).toMatchObject({ preset: 'shopify-orders', used: 3, sameOrder: 1 });
    expect(found.counts.orders).toBe(2);
    expect(found.groups.product?.map(({ id, base }) => [id, base])).toEqual([
      ['Cup', 2],
      ['Lamp', 1],
    ]);
    // By the clock of UTC the second order is one of the day before.
    const byUtc = await ok({ orders: file(orders), zone: '+00:00', period: 'day' });
    expect(byUtc.files[0]?.zone).toEqual({ moved: 1, unzoned: 0 });
    expect(byUtc.byOrder?.periods.map(({ id, base }) => [id, base])).toEqual([['2026-10-07', 2]]);

    const disputes = JSON.stringify({
      disputes: [
        {
          id: 815713555,
          order_id: 625362839,
          type: 'chargeback',
          amount: '11.50',
          currency: 'USD',
          reason: 'product_not_received',
          network_reason_code: '4855',
          status: 'charge_refunded',
          evidence_due_by: '2026-07-03T19:00:00-04:00',
          initiated_at: '2026-05-03T20:00:00-04:00',
        },
      ],
    });
    const disputed = await ok({ disputes: file(disputes) });
    expect(disputed.files[0]).toMatchObject({ preset: 'shopify-disputes', used: 1 });
    expect(disputed.counts.states.lost).toBe(1);
  });

  it('say by column on which clock they are written', async () => {
    const disputes =
      'case id,order id,dispute date (utc),order date\n' +
      'C1,1,2026-01-31 20:00,2026-01-31 20:00\n';
    const found = await ok({
      disputes: file(disputes),
      mapping: { disputedAt: 'dispute date (utc)' },
      zone: '+08:00',
      period: 'day',
    });
    expect(found.files[0]?.zone).toEqual({ moved: 1, unzoned: 1 });
    expect(found.byDispute.periods.map(({ id }) => id)).toEqual(['2026-02-01']);
    expect(found.delay?.median).toBe(1);
  });

  it('of AliExpress are read by the Pacific clock they are written on', async () => {
    const orders =
      '订单号\t订单状态\t下单时间\t订单金额\t商品编码\t收货国家\t买家选择物流\n' +
      '8100\t交易完成\t01/31/2026 07:59\tCN￥ 10.00\tA * 1\tPoland\tPost\n' +
      '8107\t交易完成\t01/31/2026 08:00\tCN￥ 10.00\tA * 1\tPoland\tPost\n' +
      '8114\t交易完成\t07/31/2026 08:30\tCN￥ 10.00\tA * 1\tPoland\tPost\n';
    const written = await ok({ orders: file(orders), period: 'month' });
    expect(written.files[0]?.zone).toBeNull();
    expect(written.byOrder?.periods.map(({ id, base }) => [id, base])).toEqual([
      ['2026-01', 2],
      ['2026-07', 1],
    ]);
    const beijing = await ok({ orders: file(orders), zone: '+08:00' });
    expect(beijing.files[0]).toMatchObject({ dateOrder: 'mdy', zone: { moved: 1, unzoned: 0 } });
    expect(beijing.byOrder?.periods.map(({ id, base }) => [id, base])).toEqual([
      ['2026-01', 1],
      ['2026-02', 1],
      ['2026-07', 1],
    ]);
  });

  it('leave out PayPal’s own footers and read its minor units', async () => {
    const head =
      '"CH","Case type","Case ID","Original transaction ID","Transaction date","Case reason","Case filing date","Disputed amount","Disputed currency"';
    const made = `"RH","2015/09/08"\n"SH","a\n",,,,\n${head}\nSB,Claim,PP-1,T1,"2015/08/13 07:50:09 +0200","Non-receipt","2015/08/17 00:38:57 +0200","221",GBP\nSF,1\nRC,1\n`;
    const found = await ok({ disputes: file(made) });
    expect(found.files[0]).toMatchObject({
      rows: 3,
      used: 1,
      left: [{ why: 'footer' }, { why: 'footer' }],
    });
    expect(found.causes).toMatchObject([{ id: 'not_received', money: '2.21' }]);
  });

  it('count a case once however often its report was pulled', async () => {
    const head =
      'return-date\torder-id\tsku\tdetailed-disposition\treason\tstatus\tlicense-plate-number';
    const made = `${head}\n2026-09-08T14:39:08+00:00\t1\tS\tSELLABLE\tMISSING_PARTS\tReimbursed\tLPN1\n2026-09-09T14:39:08+00:00\t1\tS\tSELLABLE\tMISSING_PARTS\tReimbursed\tLPN1\n`;
    expect((await ok({ disputes: file(made) })).files[0]).toMatchObject({
      used: 1,
      left: [{ row: 3, why: 'same-case' }],
    });
  });

  it('keep all products of an order, and the order once', async () => {
    const made =
      '订单号,订单状态,下单时间,订单金额,商品编码,收货国家,买家选择物流\n1,交易完成,01/07/2026 10:42,"CN￥ 1,083.30",A * 1;B * 2,Poland,"USPS\n"\n2,交易完成,01/08/2026 10:42,CN￥ 5.00,A * 1,Poland,USPS\n';
    const found = await ok({ orders: file(encodeIn('gb18030', made)) });
    expect(found.counts.orders).toBe(2);
    expect(found.groups.product?.map(({ id, base }) => [id, base])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
    expect(found.groups.carrier?.map(({ id, base }) => [id, base])).toEqual([['USPS', 2]]);
  });
});

describe('reasons', () => {
  it('mean one thing in every language', () => {
    for (const word of [
      'SNAD',
      '货不对版',
      '货不对板',
      'не соответствует описанию',
      'Not as described',
      'CR-NOT_AS_DESCRIBED',
      'ＳＮＡＤ',
    ])
      expect(causeOf(word), word).toBe('not_as_described');
    for (const word of [
      'INR',
      '未收到货',
      'товар не получен',
      'ITEM_NOT_RECEIVED',
      'ecom_order_delivered_refund_reason_not_received_uk',
    ])
      expect(causeOf(word), word).toBe('not_received');
    expect(causeOf('Товар не подошёл')).toBe(
      causeOf('Покупатель отказался при вручении: товар не подошел'),
    );
    expect(causeOf('AMZ-PG-BAD-DESC')).toBe('not_as_described');
    // The buyer's own mistake is not the seller's.
    expect([causeOf('ORDERED_WRONG_ITEM'), causeOf('WRONG_ITEM')]).toEqual([
      'changed_mind',
      'wrong_item',
    ]);
    expect(causeOf('quantum mechanics')).toBeNull();
  });
  it.each([
    [
      'not_received',
      'Item not received.|Not received!|未收到货。|“未收到货”|1. Item never arrived|Не пришёл',
    ],
    [
      'not_as_described',
      '«货不对版»|не соответствует описанию.|（与描述不符）|Item significantly not as described',
    ],
    ['damaged', '2) Damaged item|Damaged.|"broken"|【破损】|3、破损'],
    ['size_or_fit', 'Doesn’t fit|Too small…|Not compatible'],
    ['quantity_or_parts', 'Недокомплект|Missing item'],
    ['late', 'Late delivery|Item arrived late'],
  ] as const)('are known with what people put around them: %s', (cause, words) => {
    for (const word of words.split('|')) expect(causeOf(word), word).toBe(cause);
  });
  it('are known by the whole of their words alone', () => {
    for (const text of [
      'acr-defective',
      'ab. damaged',
      '12 damaged',
      'a damaged',
      'damaged b',
      '100. damaged',
    ])
      expect(causeOf(text), text).toBeNull();
    for (const text of ['1.damaged', '12) damaged', '3、 "damaged"'])
      expect(causeOf(text), text).toBe('damaged');
    expect(['-', ' n/a ', 'NA', '无'].map(isNoReason)).toEqual([true, true, true, true]);
    expect(['damaged - box', 'x n/a', 'n/a x', '无货', ''].map(isNoReason)).toEqual(
      Array(5).fill(false),
    );
  });
  it('are none where a cell says so, and unknown where it says something else', async () => {
    const cells = ['-', '—', 'n/a', 'N/A', 'null', '无', 'нет', '...', 'damaged, box fine', '?'];
    const { unknownReasons } = await ok({
      rows: file(
        `order id;dispute date;reason\n${cells.map((cell, i) => `A${String(i)};2026-01-05;${cell}`).join('\n')}`,
      ),
    });
    expect(unknownReasons.unsaid).toBe(8);
    expect(unknownReasons.codes.map(({ text }) => text).toSorted()).toEqual([
      '?',
      'damaged, box fine',
    ]);
  });
  it('are listed once each, with pages', () => {
    const codes = CAUSES.flatMap(({ codes: own }) =>
      own.map((code) => code.toLowerCase().replaceAll('ё', 'е')),
    );
    expect(new Set(codes).size).toBe(codes.length);
    expect(CAUSES.every(({ page }) => /^playbooks\/[\w/-]+$/.test(page))).toBe(true);
  });
  it('and states keep what was taken back apart from what was lost', () => {
    expect(
      [
        'Canceled',
        'Refund rejected',
        'lost',
        'won',
        'Closed',
        '已结束',
        '平台介入处理中',
        'ยกเลิกคำขอ',
        'something',
      ].map(stateOf),
    ).toEqual([
      'withdrawn',
      'rejected',
      'lost',
      'won',
      'closed',
      'closed',
      'open',
      'withdrawn',
      'unsaid',
    ]);
  });
  it.each([
    ['withdrawn', '买家撤诉|Cancelled by buyer|Отменено|buyer-cancelled'],
    ['rejected', '拒绝退款|Declined|Отказано|駁回'],
    ['won', 'RESOLVED_SELLER_FAVOUR|Won by seller|判卖家胜'],
    ['lost', '退款成功|部分退款|Refund completed|Partially refunded|resolved_buyer_favor'],
    ['open', '待处理|审核中|Under review|In progress|На рассмотрении'],
    ['closed', '纠纷结束|结案|Завершён|已結束'],
    // What could be said of an order or a parcel as well says nothing of a case.
    ['unsaid', 'refused|not cancelled|shipped|已发货|交易完成'],
  ] as const)('and states in words of shops and other languages: %s', (state, words) => {
    for (const word of words.split('|')) expect(stateOf(word), word).toBe(state);
  });
});

describe('columns', () => {
  const made = 'no,day,back,what\n1,2026-01-05,2026-01-20,lamp\n2,2026-01-06,,cup\n';
  it('are chosen by hand, by name or by place', async () => {
    const mapping = { orderId: 'NO', orderedAt: 2, disputedAt: ['x', 'back'], product: 'what' };
    expect((await ok({ rows: file(made), mapping })).files[0]?.columns).toEqual({
      orderId: 'no',
      orderedAt: 'day',
      disputedAt: 'back',
      product: 'what',
    });
  });
  it('that are not there are said by name', async () => {
    expect(
      await calculate({ rows: file(made), mapping: { orderedAt: 'date' } }, NOW),
    ).toMatchObject({
      kind: 'invalid',
      issues: [
        {
          path: 'mapping.orderedAt',
          key: 'tool.dispute-log.error.no-column',
          values: { name: 'date' },
        },
      ],
    });
    expect(await calculate({ rows: file(made), mapping: { size: 'what' } }, NOW)).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'mapping.size' }],
    });
  });
  it('that are not there are said, though another would do by its name', async () => {
    const known = 'order id,order date,dispute date\n1,2026-01-05,\n';
    expect(
      await calculate({ rows: file(known), mapping: { orderedAt: 'day' } }, NOW),
    ).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'mapping.orderedAt' }],
    });
  });
  it('that are needed are asked for', async () => {
    expect(await calculate({ disputes: file('order id,product\n1,lamp\n') }, NOW)).toEqual({
      kind: 'incomplete',
      missing: ['mapping.disputedAt'],
      headers: ['order id', 'product'],
    });
    expect(await calculate({}, NOW)).toEqual({ kind: 'incomplete', missing: ['rows'] });
  });
});
