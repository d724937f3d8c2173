import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { calculate, calculateAll, joinShares, judgeRows, type ListingOk } from './index.ts';
import { dataFrom, tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const data = dataFrom(content);
const ASKED = '2026-11-21T00:00:00Z';

const row = (input: object) =>
  calculateAll([{ platform: 'aliexpress', ...input }], data, ASKED).listings[0];
const read = (input: object): ListingOk => {
  const one = row(input);
  if (one?.kind !== 'ok') throw new Error(JSON.stringify(one));
  return one;
};
const paths = (input: object) => read(input).notRead.map(({ path }) => path);

/** Every field of which a part may be unreadable, and what is named then. */
const UNREADABLE: [object, string, string][] = [
  [{ prices: { now: 'abc' } }, 'prices.now', 'tool.number.not-a-number'],
  [{ prices: { list: 'x', now: '8' } }, 'prices.list', 'tool.number.not-a-number'],
  [{ prices: { low30: '1,2,3' } }, 'prices.low30', 'tool.number.ambiguous-comma'],
  [{ prices: { bulkPercentOff: 'half' } }, 'prices.bulkPercentOff', 'tool.number.not-a-number'],
  [{ lot: 'a few' }, 'lot', 'tool.number.not-a-number'],
  [{ promise: { prepareDays: 'soon' } }, 'promise.prepareDays', 'tool.number.not-a-number'],
  [{ promise: { daysMin: 'soon' } }, 'promise.daysMin', 'tool.number.not-a-number'],
  [
    { promise: { daysMin: 9, daysMax: 3 } },
    'promise.daysMax',
    'tool.listing-check.issue.days-order',
  ],
  [{ country: 'Nowhere' }, 'country', 'tool.listing-check.issue.country'],
  [{ skus: 'White | 5000，300' }, 'skus.0.price', 'tool.number.too-fine-any'],
  [{ skus: [{ name: 'White', price: 'abc' }] }, 'skus.0.price', 'tool.number.not-a-number'],
  [{ skus: 7 }, 'skus', 'tool.listing-check.issue.shape'],
  [{ pictures: 'main\nsunset' }, 'pictures', 'tool.listing-check.issue.picture'],
  [{ language: 'fr' }, 'language', 'tool.listing-check.issue.one-of'],
  [{ description: 5 }, 'description', 'tool.listing-check.issue.shape'],
  [{ goods: 'x'.repeat(2001) }, 'goods', 'tool.listing-check.issue.too-long'],
  [{ promise: { freeShipping: 'yes' } }, 'promise.freeShipping', 'tool.listing-check.issue.shape'],
];

describe('a row of which a part cannot be read', () => {
  it.each(UNREADABLE)('%j is checked, and %s is named', (input, path, key) => {
    const one = read({ title: '120 pieces of shoes', ...input });
    expect(one.findings[0]?.messageKey).toBe('L01.pairs-as-pieces');
    expect(one.notRead.map((issue) => [issue.path, issue.key])).toEqual([[path, key]]);
    // Alone, where a person sits before the field, the same is refused beside it.
    expect(calculate({ platform: 'aliexpress', title: 'Lamp', ...input }, data, ASKED).kind).toBe(
      'invalid',
    );
  });

  it('names each of them once', () => {
    expect(
      paths({ title: 'Lamp', lot: 'x', country: 'Nowhere', prices: { list: 'x', now: 'y' } }),
    ).toEqual(['country', 'lot', 'prices.list', 'prices.now']);
    expect(paths({ title: 'Lamp', description: 5, lot: 'x' })).toEqual(['description', 'lot']);
    // A whole product page in one cell of a sheet is long, and no mistake.
    const long = [{ name: 'Detail', value: 'warm light '.repeat(1000) }];
    expect(paths({ title: 'Lamp', attributes: long, lot: 'x' })).toEqual(['lot']);
    expect(paths({ title: 'Lamp', lot: 3, prices: { now: '8,50' } })).toEqual([]);
  });

  it('does not call it not given as well', () => {
    const given = (input: object) => read({ title: 'Lamp', ...input }).notChecked;
    expect(given({})).toEqual(expect.arrayContaining(['prices', 'unit', 'country', 'skus']));
    expect(given({ prices: { now: 'abc' } })).not.toContain('prices');
    expect(given({ prices: { list: '9', now: '8', low30: 'abc' } })).not.toContain('low30');
    expect(given({ lot: 'abc' })).not.toContain('unit');
    expect(given({ country: 'Nowhere' })).not.toContain('country');
    expect(given({ promise: { daysMax: 'abc' } })).not.toContain('promise');
    expect(given({ pictures: 'sunset' })).not.toContain('pictures');
    expect(given({ lot: 'abc' })).toContain('prices');
  });

  it('accuses nobody by half of what was given', () => {
    // Two hundred SKUs or five pictures may stand in the lines that were not understood.
    expect(read({ title: 'Lamp', pictures: 'main\nsunset' }).findings).toEqual([]);
    const many = Array.from({ length: 501 }, (_, i) => ({ name: `T${i} XXL` }));
    expect(read({ title: 'Shirt', skus: many }).findings).toEqual([]);
    expect(paths({ title: 'Shirt', skus: many })).toEqual(['skus']);
    const attributes = Array.from({ length: 301 }, () => ({ name: 'Material', value: 'PU' }));
    expect(read({ title: 'Genuine leather bag', attributes }).findings).toEqual([]);
    // A price whose currency nobody can read is compared with no other.
    const skus = [
      { name: 'White', price: '50' },
      { name: 'Black', price: '2', currency: 'shells' },
    ];
    const one = read({ title: 'Lamp', skus });
    expect(one.notRead.map(({ path }) => path)).toEqual(['skus.1.currency']);
    expect(one.findings).toEqual([]);
    expect(
      read({ title: 'Lamp', skus: skus.map(({ name, price }) => ({ name, price })) }).findings.map(
        ({ messageKey }) => messageKey,
      ),
    ).toEqual(['L03.price-spread']);
    // Days in the wrong order promise nothing that could be held against the text.
    expect(
      read({
        title: 'Lamp',
        description: '3-day delivery',
        promise: { daysMin: 25, daysMax: 15 },
      }).findings,
    ).toEqual([]);
  });

  it('is not checked where nothing else is left, or where the platform or the day is missing', () => {
    expect(row({ lot: 'abc' })).toMatchObject({
      kind: 'invalid',
      row: 1,
      issues: [{ path: 'lot' }],
    });
    expect(row({ title: 7 })).toMatchObject({ kind: 'invalid', issues: [{ path: 'title' }] });
    expect(row({ title: ' ', lot: 'abc' })?.kind).toBe('invalid');
    for (const only of [
      { goods: 'lamp' },
      { category: 'Lamps' },
      { description: 'Warm' },
      { attributes: 'Material: oak' },
      { skus: 'White' },
      { pictures: 'main' },
    ])
      expect(row({ ...only, lot: 'abc' })?.kind, JSON.stringify(only)).toBe('ok');
    expect(row({})?.kind).toBe('ok');
    expect(row({ title: 'Lamp', platform: 'nowhere', lot: 'abc' })).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'platform' }],
    });
    expect(row({ title: 'Lamp', asOf: 'never' })).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'asOf' }],
    });
    expect(row({ title: 'Lamp', platform: null })).toEqual({
      kind: 'incomplete',
      missing: ['platform'],
      row: 1,
    });
    expect(row({ title: 'Lamp', platform: null, lot: 'abc' })).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'lot' }],
    });
    expect(calculateAll(['x', null], data, ASKED).listings).toMatchObject([
      { kind: 'invalid', issues: [{ path: '', key: 'tool.listing-check.issue.not-an-object' }] },
      { kind: 'invalid', row: 2 },
    ]);
  });
});

describe('many rows together', () => {
  const all = () =>
    calculateAll(
      [
        { title: 'Oak lamp' },
        { title: 'Oak shelf', prices: { now: 'abc' } },
        { title: '120 pieces of shoes', prices: { now: 'abc' } },
        { lot: 'abc' },
      ].map((one) => ({ platform: 'aliexpress', ...one })),
      data,
      ASKED,
    ).summary;

  it('tell how many were clean to their end, read in part, or not at all', () => {
    expect(all()).toMatchObject({ listings: 4, clean: 1, partly: 2, unread: 1 });
  });

  it('of a file name what was not read in words, and the worst is still found', async () => {
    const result = await tool.run(
      {
        platform: 'aliexpress',
        listings: 'Title,Price,SKUs\n120 pieces of shoes,abc,\nOak lamp,9,White | 5000，300\n',
      },
      content,
      ASKED,
    );
    expect(result).toMatchObject({
      listings: [
        {
          kind: 'ok',
          findings: [{ id: 'L01' }],
          notRead: [
            {
              path: 'prices.now',
              message: '“abc” is not a number. Write it in digits, such as 12 or 1234.',
            },
          ],
        },
        { kind: 'ok', notRead: [{ path: 'skus.0.price' }] },
      ],
      summary: { listings: 2, clean: 0, partly: 2, unread: 0 },
    });
    expect(
      await tool.run({ platform: 'aliexpress', listings: [{ lot: 'abc' }] }, content, ASKED),
    ).toMatchObject({
      listings: [
        {
          kind: 'invalid',
          row: 1,
          issues: [{ message: '“abc” is not a number. Write it in digits, such as 12 or 1234.' }],
        },
      ],
    });
  });

  it('of a file say what each column was taken for, and ask where none is a title', async () => {
    const asked = (listings: string) =>
      tool.run({ platform: 'aliexpress', listings }, content, ASKED);
    expect(await asked('商品名,材质,Price,SKU编码\n台灯,橡木,9,A1\n')).toMatchObject({
      kind: 'ok',
      columns: [
        { header: '商品名', holds: 'title' },
        { header: '材质', holds: 'attribute' },
        { header: 'Price', holds: 'price' },
        { header: 'SKU编码', holds: 'attribute' },
      ],
    });
    expect(await asked('A1,Oak lamp for a desk,12\nA2,Pine shelf for a wall,9\n')).toEqual({
      kind: 'invalid',
      issues: [
        { path: 'listings', key: 'tool.listing-check.issue.no-title', values: { columns: 3 } },
      ],
    });
    // A list of titles has no other column.
    const list = await asked('Oak lamp\nPine shelf\n');
    expect(list).toMatchObject({ kind: 'ok', columns: [], summary: { listings: 2 } });
    expect(
      await tool.run({ platform: 'aliexpress', listings: [{ title: 'Lamp' }] }, content, ASKED),
    ).not.toHaveProperty('columns');
  });
});

describe('a file that is shared among workers', () => {
  const rows = [
    { title: 'Steel wall hooks round white' },
    { title: '120 pieces of shoes' },
    {},
    { title: 'Genuine leather wallet', attributes: 'Material: PU' },
    { title: 'Steel wall hooks round white' },
    'no row',
    { title: 'steel wall hooks, round, white', country: 'Nowhere' },
  ].map((one) => (typeof one === 'string' ? one : { platform: 'aliexpress', ...one }));
  let whole: ReturnType<typeof calculateAll>;
  beforeAll(() => {
    whole = calculateAll(rows, data, ASKED);
  });

  it.each([1, 2, 3, 6])('is answered as one, cut after %i rows', (at) => {
    const shares = [rows.slice(0, at), rows.slice(at)].map((some, i) =>
      // What travels between a worker and its page is copied on the way.
      structuredClone(judgeRows(some, data, ASKED, i * at)),
    );
    expect(joinShares(shares, data, ASKED)).toEqual(whole);
  });

  it.each([1, 2, 4])('is answered as one, in shares of %i rows', (size) => {
    const shares = rows.flatMap((_, from) =>
      from % size === 0
        ? [structuredClone(judgeRows(rows.slice(from, from + size), data, ASKED, from))]
        : [],
    );
    expect(shares).toHaveLength(Math.ceil(rows.length / size));
    expect(joinShares(shares, data, ASKED)).toEqual(whole);
  });

  it('finds copies across the cut, and names rows by their place in the file', () => {
    const copies = whole.listings.flatMap((one, i) =>
      one.kind === 'ok' && one.findings.some(({ id }) => id === 'L13') ? [i] : [],
    );
    expect(copies).toEqual([4, 6]);
    expect(whole.listings[5]).toMatchObject({ kind: 'invalid', row: 6 });
    expect(judgeRows(['no row'], data, ASKED, 40).listings[0]).toMatchObject({ row: 41 });
  });

  it('tells how far it is, each share by itself', () => {
    const told: number[] = [];
    const many = Array.from({ length: 51 }, () => ({ platform: 'aliexpress', title: 'Lamp' }));
    judgeRows(many, data, ASKED, 100, (done) => told.push(done));
    expect(told).toEqual([0, 25, 50]);
  });
});
