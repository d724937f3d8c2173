import { describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from '../calculate.ts';
import type { Mapping } from '../names.ts';
import { isJson, tablesFromJson } from './json.ts';
import { Refusal } from './row.ts';

const ok = async (value: unknown, more: object = {}): Promise<DisputeLogOk> => {
  const bytes = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const answer = await calculate({ rows: { name: 'f', bytes }, ...more }, '2026-11-29T00:00:00Z');
  expect(answer.kind, JSON.stringify(answer).slice(0, 400)).toBe('ok');
  return answer as DisputeLogOk;
};
const read = (value: unknown, mapping: Mapping = {}) =>
  tablesFromJson(typeof value === 'string' ? value : JSON.stringify(value), mapping);
const refusal = (text: string) => {
  try {
    return read(text);
  } catch (error) {
    return error instanceof Refusal ? error.id : error;
  }
};
const rows = (count: number, day: string) =>
  Array.from({ length: count }, (_, i) => ({ order_id: `A${String(i)}`, [day]: '2026-01-05' }));

describe('lists in JSON', () => {
  it('are found however deep they lie, and keep long numbers whole', () => {
    const text =
      '{"result":{"returns":[{"order_id":8123456789012345678,"state":{"name":"New"},"n":-1.5,"x":[1234567890123456,true,null]},{"order_id":2,"extra":null,"late":false}]}}';
    expect(read(text)).toEqual({
      lists: [
        {
          path: 'result.returns',
          rows: [
            ['order_id', 'state.name', 'n', 'x', 'late'],
            ['8123456789012345678', 'New', '-1.5', '1234567890123456; true', ''],
            ['2', '', '', '', 'false'],
          ],
        },
      ],
      others: [],
    });
  });

  it('keep long numbers whole beside texts that hold figures, marks and backslashes', () => {
    const texts = [
      'a: 1234567890123456, b',
      '[1234567890123456]',
      'an "inch" : 1234567890123456 ,',
      'a path \\\\',
      '\\",1234567890123456,"',
    ];
    const lines = texts.map(
      (text) => `{"reason":${JSON.stringify(text)},"order id":8123456789012345678}`,
    );
    expect(read(`[${lines.join(',')}]`).lists[0]?.rows.slice(1)).toEqual(
      texts.map((text) => [text, '8123456789012345678']),
    );
    for (const end of ['"', '"\\', '"\\"', '8123456789012345678'])
      expect(refusal(`[{"order id":8123456789012345678,"a":${end}`), end).toBe('json');
  });

  it('show a number that was cut to a power of ten as it stands, and no other one', () => {
    expect(
      read(
        '[{"order id":8.123e+18,"day":1},{"order id":8E15,"day":1.5e3},{"order id": 8123456789012345678.0 ,"day":-2}]',
      ).lists[0]?.rows.slice(1),
    ).toEqual([
      ['8.123e+18', '1'],
      ['8E15', '1500'],
      ['8123456789012345678.0', '-2'],
    ]);
  });

  it('are no list where text begins otherwise, or something stands behind them', () => {
    for (const opening of ['[{"a"', '{"a"', '[ {', '[\n"a"', ' [[', '[]', '{}', 'f([{', 'f( {"a"'])
      expect(isJson(opening.trimStart()), opening).toBe(true);
    for (const opening of ['a,[{"b"', 'x\n{"a"', '[a,b', '[1,2]', '{a:1}', 'f(a', 'f(x) [{', '[x"'])
      expect(isJson(opening), opening).toBe(false);
    expect(refusal('[{"order id":1,"day":2}])')).toBe('json');
    expect(refusal('[{"order id":1,"day":2}];')).toBe('json');
    // What looks like a guard in the middle of a text is text.
    expect(read('[{"order id":"x = [1]","day":"f([2])"}]').lists[0]?.rows[1]).toEqual([
      'x = [1]',
      'f([2])',
    ]);
  });

  it('unfold as deep as the column that is asked for, and no further', () => {
    const value = [
      {
        'order id': 'A',
        'order date': '2026-01-05',
        parts: [
          { n: 1, items: [{ sku: 'S1', pics: [{ p: 1 }, { p: 2 }] }, { sku: 'S2' }] },
          { n: 2 },
        ],
      },
    ];
    const { lists, others } = read(value, { product: 'parts.items.sku' });
    expect(
      lists[0]?.rows
        .slice(1)
        .map((row) => [row[0], row[lists[0]?.rows[0]?.indexOf('parts.items.sku') ?? 0]]),
    ).toEqual([
      ['A', 'S1'],
      ['A', 'S2'],
      ['A', ''],
    ]);
    expect(others).toEqual([{ path: 'parts.items.pics', why: 'inner-list' }]);
  });

  it('are tables by themselves where they name a case or an order, and a day', () => {
    const paths = (value: unknown) => {
      const { lists, others } = read(value);
      return [lists.map(({ path }) => path).toSorted(), others.map(({ path }) => path).toSorted()];
    };
    const orders = [{ 'order id': 'A', 'order date': '2026-01-05' }];
    const cases = [{ 'case id': 'C', 'dispute date': '2026-01-09' }];
    const numbers = [{ 'order id': 'A', sku: 'S' }];
    const days = [{ 'order date': '2026-01-05', sku: 'S' }];
    expect(paths({ orders, cases })).toEqual([['cases', 'orders'], []]);
    expect(paths({ orders, numbers, days })).toEqual([['orders'], ['days', 'numbers']]);
    expect(paths({ cases, numbers })).toEqual([['cases'], ['numbers']]);
    expect(
      paths({ a: { orders }, b: { orders: [{ ...cases[0], ...orders[0] }] }, numbers }),
    ).toEqual([['a.orders', 'b.orders'], ['numbers']]);
  });

  it('of more records than any table has are refused', () => {
    expect(refusal(`[${'{},'.repeat(2_000_000)}{}]`)).toBe('too-large');
  });

  it('are found behind what keeps other pages from running them', async () => {
    const list = '[{"order id":"A1","dispute date":"2026-01-05"}]';
    for (const text of [
      `mtopjsonp1({"data":${list}})`,
      ` mtopjsonp12 (${list});\n`,
      `/**/ jQuery.cb_1(${list})`,
      `)]}',\n${list}`,
      `)]}'\n${list}`,
      `while(1);${list}`,
      `for(;;);${list}`,
      `var data = ${list};`,
      `window.page.data=${list}`,
    ]) {
      const { files } = await ok(text);
      expect(
        files.map(({ rows: all, used }) => [all, used]),
        text,
      ).toEqual([[1, 1]]);
    }
  });

  it('prefer the list whose names are known to a longer one', () => {
    const many = Array.from({ length: 9 }, () => ({ x: 1, y: 2, z: 3 }));
    const { lists, others } = read({ many, few: [{ 'order id': 'A', sku: 's' }] });
    expect(lists.map(({ path }) => path)).toEqual(['few']);
    expect(others).toEqual([{ path: 'many', why: 'other-list' }]);
  });

  it('may be one record a line, with lines between that are blank', () => {
    for (const line of ['\n', '\r\n', '\r'])
      expect(
        read(`{"order id":1}${line}${line}{"order id":1234567890123456789}${line}`).lists[0]?.rows,
      ).toEqual([['order id'], ['1'], ['1234567890123456789']]);
  });

  it('are refused by name where there is none', () => {
    for (const text of ['{', '[]', '{}', '[1,2]', '{"a":{"b":1}}', '[{}]', '[{"a":1,"b":2}]'])
      expect(refusal(text), text).toBe('json');
    expect(read('[{"a":1,"b":2,"c":3}]').lists.length).toBe(1);
  });

  it('with more names than a table has columns are refused, before a table is made of them', () => {
    const wide = (count: number) =>
      JSON.stringify([
        Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${String(i)}`, i])),
      ]);
    expect(refusal(wide(4097))).toBe('too-many-columns');
    expect((refusal(wide(4096)) as ReturnType<typeof read>).lists[0]?.rows[0]?.length).toBe(4096);
  });

  it('that would grow a thousandfold by what stands around them are refused', () => {
    const items = Array.from({ length: 3000 }, (_, i) => ({ sku: `s${String(i)}` }));
    const text = JSON.stringify([
      { order_id: 'A', order_date: '2026-01-05', note: 'x'.repeat(400_000), items },
    ]);
    expect(refusal(text)).toBe('too-large');
  });

  it('that lie deeper than anybody looks are marked, not dropped', () => {
    let deep: object = { end: 1 };
    for (let i = 0; i < 20; i += 1) deep = { d: deep };
    const [header, first] =
      read([{ order_id: 'A', order_date: '2026-01-05', deep }]).lists[0]?.rows ?? [];
    expect(header?.at(-1)).toMatch(/^deep(?:\.d){12}$/);
    expect(first?.at(-1)).toBe('…');
  });
});

describe('a list within the records of a list', () => {
  const orders = [
    {
      order_id: 'A1',
      order_date: '2026-01-05',
      line_items: [
        { sku: 'lamp', quantity: 2 },
        { sku: 'cup', quantity: 1, pictures: [{ url: 'u' }] },
      ],
      events: [
        { at: '2026-01-05', what: 'paid' },
        { at: '2026-01-06', what: 'sent' },
      ],
      refunds: [{ created: '2026-01-20', why: 'damaged', parts: [{ no: 1 }, { no: 2 }] }],
    },
    { order_id: 'A2', order_date: '2026-01-06', line_items: [{ sku: 'lamp' }], refunds: [] },
    { order_id: 'A3', order_date: '2026-01-07' },
  ];

  it('is unfolded where one of its columns is read, and named where not', () => {
    const { lists, others } = read({ data: { orders } });
    expect(lists).toEqual([
      {
        path: 'data.orders',
        rows: [
          // Columns of every list can be chosen.
          [
            'order_id',
            'order_date',
            'line_items.sku',
            'line_items.quantity',
            'line_items.pictures.url',
            'events.at',
            'events.what',
            'refunds.created',
            'refunds.why',
            'refunds.parts.no',
          ],
          ['A1', '2026-01-05', 'lamp', '2', '', '', '', '', '', ''],
          ['A1', '2026-01-05', 'cup', '1', '', '', '', '', '', ''],
          ['A2', '2026-01-06', 'lamp', '', '', '', '', '', '', ''],
          ['A3', '2026-01-07', '', '', '', '', '', '', '', ''],
        ],
      },
    ]);
    expect(others).toEqual(
      ['line_items.pictures', 'events', 'refunds', 'refunds.parts'].map((path) => ({
        path: `data.orders.${path}`,
        why: 'inner-list',
      })),
    );
  });

  it('is unfolded with those around it, each list by itself', () => {
    const { lists, others } = read(
      { orders },
      { disputedAt: 'refunds.created', reason: 'refunds.parts.no' },
    );
    expect(
      lists[0]?.rows.slice(1).map((row) => [row[0], row[2], row[7], row[9]].join(' ')),
    ).toEqual([
      'A1 lamp  ',
      'A1 cup  ',
      'A1  2026-01-20 1',
      'A1  2026-01-20 2',
      'A2 lamp  ',
      'A3   ',
    ]);
    expect(others.map(({ path }) => path)).toEqual(['orders.line_items.pictures', 'orders.events']);
  });

  it('makes no order of several: they are further lines of it', async () => {
    const { files, counts, groups, refused } = await ok({ orders });
    expect(counts).toMatchObject({ orders: 3, cases: 0 });
    expect(files[0]).toMatchObject({ name: 'f', role: 'orders', rows: 4, used: 4, sameOrder: 1 });
    expect(groups.product?.map(({ id, base }) => `${id} ${String(base)}`)).toEqual([
      'lamp 2',
      'cup 1',
    ]);
    expect(refused).toContainEqual({ name: 'f · orders.refunds', why: 'inner-list' });
  });

  it('holds the disputes of its order where its day is chosen', async () => {
    const { files, counts, causes } = await ok(
      { orders },
      { mapping: { disputedAt: 'refunds.created', reason: 'refunds.why' } },
    );
    expect(counts).toMatchObject({ orders: 3, disputedOrders: 1, cases: 1 });
    expect(causes.map(({ id, count }) => [id, count])).toEqual([['damaged', 1]]);
    expect(files[0]).toMatchObject({ role: 'rows', rows: 5, used: 5 });
    expect(files[0]?.rows).toBe((files[0]?.used ?? 0) + (files[0]?.left.length ?? 0));
  });

  it('that is a known export is read as one of its own, beside the list around it', async () => {
    const stripe = (id: string) => ({
      issue_id: id,
      parent_order_id: 'A0',
      order_id: 'A0',
      gmt_create: '2026-01-20',
      reason_english: 'damaged',
    });
    const { files, counts } = await ok({
      orders: rows(3, 'order_date').map((order, i) => ({
        ...order,
        issues: i === 0 ? [stripe('7'), stripe('8')] : [],
      })),
    });
    expect(files.map(({ name, role, preset, used }) => [name, role, preset, used])).toEqual([
      ['f · orders.issues', 'disputes', 'aliexpress-issues', 2],
      ['f · orders', 'orders', null, 3],
    ]);
    expect(counts).toMatchObject({ orders: 3, disputedOrders: 1, cases: 2 });
  });

  it('around the records is an envelope, or is named where it says something known', () => {
    const page = { code: 1, message: 'fine', per: 3, list: rows(2, 'order_date') };
    expect(read([page])).toMatchObject({ lists: [{ path: 'list' }], others: [] });
    expect(read([{ ...page, country: 'Poland' }]).others).toEqual([
      { path: '', why: 'other-list' },
    ]);
  });

  it('is read with the order around it, however many of its own names are known', () => {
    const items = [
      { sku: 'a', product: 'b', country: 'c', carrier: 'd', amount: 5, currency: 'EUR' },
    ];
    const { lists } = read({ orders: [{ order_id: 'A', order_date: '2026-01-05', items }] });
    expect(lists.map(({ path }) => path)).toEqual(['orders']);
    expect(lists[0]?.rows[1]).toEqual(['A', '2026-01-05', 'a', 'b', 'c', 'd', '5', 'EUR']);
  });

  it('of single values stands in one cell, and of lists in lists too', () => {
    expect(
      read([
        {
          order_id: 'A',
          order_date: 'x',
          tags: ['a', 7, null, ['b', [true]]],
          none: [],
          empty: [null],
        },
      ]).lists[0]?.rows,
    ).toEqual([
      ['order_id', 'order_date', 'tags'],
      ['A', 'x', 'a; 7; b; true'],
    ]);
  });
});
