import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openContent } from '../cli-content.ts';
import { metricsOf } from './tool.ts';
import { exact } from '../shared/exact.ts';
import { fill } from '../shared/result.ts';
import { NUMBER_KEY } from '../shared/plain-number.ts';
import { encode } from '../shared/permalink.ts';
import { select, type Metric } from './metric.ts';
import { change } from './change.ts';
import { ERROR_KEY } from './fields.ts';
import { decodeInput } from './permalink.ts';
import { parse } from './schema.ts';

vi.setConfig({ testTimeout: 60_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const metrics = metricsOf(content);
const messages = content.messages();

const definition = (id: string): Metric => {
  const metric = metrics.get(id);
  if (!metric) throw new Error(id);
  return metric;
};

const good = {
  metric: 'aliexpress.snad',
  claims: 12,
  withdrawn: 3,
  confirmed: 180,
  timedOut: 8,
  category: 'apparel',
};

const refused = (raw: unknown) => {
  const parsed = parse(raw, metrics);
  if (parsed.kind !== 'invalid')
    throw new Error(`not refused: ${JSON.stringify(raw)} is ${parsed.kind}`);
  return parsed.issues.map(({ path, key, values }) => {
    const prefix = [ERROR_KEY, NUMBER_KEY].find((each) => key.startsWith(each)) ?? 'no prefix';
    expect(messages, key).toHaveProperty([key]);
    // The sentence can be filled: `fill` throws where a value is missing.
    fill(messages[key] ?? '', values);
    return [path, key.slice(prefix.length), values] as const;
  });
};
const read = (raw: unknown) => {
  const parsed = parse(raw, metrics);
  if (parsed.kind !== 'input') throw new Error(JSON.stringify(parsed));
  return parsed.input;
};

describe('parse', () => {
  it('reads a whole question', () => {
    expect(
      read({
        ...good,
        line: '5 %',
        plannedOrders: '1,000',
        leavingOrders: 20,
        leavingClaims: '２',
      }),
    ).toEqual({
      metric: 'aliexpress.snad',
      amounts: {
        claims: exact(12),
        withdrawn: exact(3),
        confirmed: exact(180),
        timedOut: exact(8),
      },
      lists: {},
      choices: { category: 'apparel' },
      currency: null,
      line: exact(5),
      plannedOrders: exact(1000),
      leavingOrders: exact(20),
      leavingClaims: exact(2),
      ignored: [],
    });
  });

  it('fills in what has a default and leaves optional things out', () => {
    const input = read({ metric: ' ozon.error-index ', cancelledBySeller: 1, shipments: 10 });
    expect(input.choices).toEqual({ reading: 'official' });
    expect(input.lists).toEqual({});
    expect(input.amounts).toEqual({ cancelledBySeller: exact(1), shipments: exact(10) });
    expect([input.line, input.plannedOrders, input.leavingOrders, input.leavingClaims]).toEqual([
      null,
      null,
      exact(0),
      exact(0),
    ]);
  });

  it('reads prices as a list, as lines and separated by semicolons', () => {
    const base = { metric: 'ozon.error-index', cancelledBySeller: 1, shipments: 10 };
    const prices = (orderPrices: unknown) => read({ ...base, orderPrices }).lists['orderPrices'];
    const expected = [exact(5000), exact(601, 2)];
    for (const form of [
      [5000, '300.50'],
      '5000;300.50',
      '5,000\n300.50\n',
      '5000；300.50',
      '5000、300.5',
      '5000, 300.50',
      '5000\t300.50',
    ])
      expect(prices(form), JSON.stringify(form)).toEqual(expected);
    expect(prices(5000)).toEqual([exact(5000)]);
    expect(prices([])).toBeUndefined();
    expect(refused({ ...base, orderPrices: '500,300' })).toEqual([
      ['orderPrices', 'list-unclear', { given: '500,300', large: '500300', several: '500; 300' }],
    ]);
    expect(refused({ ...base, orderPrices: ['1', 'x', '-2'] })).toEqual([
      ['orderPrices.1', 'list-item', { given: 'x', entry: 2 }],
      ['orderPrices.2', 'negative', { given: '-2' }],
    ]);
    expect(refused({ ...base, orderPrices: '$5;6' })).toEqual([
      [
        'orderPrices.0',
        'currency-mismatch',
        { given: '$5', stated: 'USD/AUD/CAD…', currency: 'CNY' },
      ],
    ]);
    expect(refused({ ...base, orderPrices: Array(10_001).fill(1) })).toEqual([
      ['orderPrices', 'list-too-long', { given: '10001', most: 10_000 }],
    ]);
    expect(prices(' ; ')).toBeUndefined();
    expect(prices(Array(10_000).fill(1))).toHaveLength(10_000);
  });

  it('knows choices in any letter case, and values that are not listed where the metric allows them', () => {
    const region = (value: unknown) =>
      read({ metric: 'tiktok.seller-fault', returns: 0, orders: 1, region: value }).choices[
        'region'
      ];
    expect([
      region('MY'),
      region(' my '),
      region('other'),
      region('US'),
      region('South Korea'),
      region('新加坡'),
      region(''),
      region('Malaysia'),
      region('马来西亚'),
      region('Malasia'),
      region('Any other region'),
    ]).toEqual([
      'MY',
      'MY',
      'other',
      'other',
      'other',
      'other',
      'other',
      'MY',
      'MY',
      'MY',
      'other',
    ]);
    const options = 'MY, other';
    for (const value of ['U', 'QQ', '??', 'Malayzia', 'anything', 'x'.repeat(41), 7, true])
      expect(
        refused({ metric: 'tiktok.seller-fault', returns: 0, orders: 1, region: value }),
      ).toEqual([['region', 'not-a-choice', { options }]]);
    expect(refused({ ...good, category: 'laptops' })[0]?.slice(0, 2)).toEqual([
      'category',
      'not-a-choice',
    ]);
  });

  it('asks for what is missing, empty texts included', () => {
    expect(parse({}, metrics)).toEqual({ kind: 'incomplete', missing: ['metric'], ignored: [] });
    expect(parse({ metric: null }, metrics)).toEqual({
      kind: 'incomplete',
      missing: ['metric'],
      ignored: [],
    });
    expect(
      parse(
        {
          metric: 'aliexpress.snad',
          claims: ' ',
          withdrawn: null,
          confirmed: 0,
          withdrawm: 1,
          orders: 2,
        },
        metrics,
      ),
    ).toEqual({
      kind: 'incomplete',
      missing: ['claims', 'withdrawn', 'timedOut', 'category'],
      ignored: [
        { path: 'withdrawm', why: 'unknown' },
        { path: 'orders', why: 'unused' },
      ],
    });
    expect(parse({ metric: 'custom', numerator: 1, denominator: 2 }, metrics).kind).toBe('input');
  });

  it('keeps a list of what plays no part', () => {
    expect(read({ ...good, shipments: 4, colour: 'red' }).ignored).toEqual([
      { path: 'shipments', why: 'unused' },
      { path: 'colour', why: 'unknown' },
    ]);
  });

  it.each([null, undefined, 12, 'text', [good], true])('refuses %j as a whole', (raw) => {
    expect(refused(raw)).toEqual([['', 'not-an-object', {}]]);
  });

  it('refuses a metric nobody defined, and names those there are', () => {
    const options = [...metrics.keys()].join(', ');
    expect(refused({ metric: 'amazon.snad' })).toEqual([
      ['metric', 'unknown-metric', { given: 'amazon.snad', options }],
    ]);
    expect(refused({ metric: 12 })).toEqual([
      ['metric', 'unknown-metric', { given: '12', options }],
    ]);
  });

  it('names every field that cannot be read, not only the first', () => {
    expect(
      refused({
        ...good,
        claims: '6 %',
        withdrawn: -1,
        confirmed: 1.5,
        timedOut: '1,23',
        category: 'x',
        line: 'y',
      }).map(([path, id]) => [path, id]),
    ).toEqual([
      ['claims', 'percent-sign'],
      ['withdrawn', 'negative'],
      ['confirmed', 'fraction'],
      ['timedOut', 'ambiguous-comma'],
      ['category', 'not-a-choice'],
      ['line', 'not-a-number'],
    ]);
  });

  it.each([
    ['0.009', 'line-range'],
    [0, 'line-range'],
    ['100.1 %', 'line-range'],
    [-5, 'negative'],
    ['1,234', 'ambiguous-comma'],
    ['5元', 'wrong-unit'],
  ])('refuses a line of %j: %s', (line, id) =>
    expect(refused({ ...good, line })[0]?.slice(0, 2)).toEqual(['line', id]),
  );

  it.each([
    ['0.01', exact(1, 100)],
    [100, exact(100)],
    ['0.3%', exact(3, 10)],
    ['5,5', exact(55, 10)],
  ])('takes a line of %j', (line, value) => expect(read({ ...good, line }).line).toEqual(value));

  it('bounds the planned orders', () => {
    expect(read({ ...good, plannedOrders: 1_000_000 }).plannedOrders).toEqual(exact(1_000_000));
    expect(refused({ ...good, plannedOrders: 1_000_001 })).toEqual([
      ['plannedOrders', 'too-many-planned', { most: 1_000_000 }],
    ]);
    expect(refused({ ...good, plannedOrders: 'many' })).toEqual([
      ['plannedOrders', 'not-a-number', { given: 'many' }],
    ]);
  });

  it('needs an exchange rate above zero', () => {
    const rate = (rubPerCny: unknown) => ({
      metric: 'ozon.error-index',
      cancelledBySeller: 1,
      shipments: 10,
      rubPerCny,
    });
    expect(refused(rate(0))).toEqual([['rubPerCny', 'not-positive', {}]]);
    expect(refused(rate('x'))).toEqual([['rubPerCny', 'not-a-number', { given: 'x' }]]);
    // 1 ÷ 0.083 = 12.048…
    expect(refused(rate('0.083'))).toEqual([
      ['rubPerCny', 'inverted', { given: '0.083', field: 'rubPerCny', turned: '12.05' }],
    ]);
    expect(read(rate(1)).amounts['rubPerCny']).toEqual(exact(1));
    expect(read(rate(10_000)).amounts['rubPerCny']).toEqual(exact(10_000));
    expect(refused(rate(1e12))).toEqual([
      ['rubPerCny', 'factor-too-large', { given: '1000000000000', most: 10_000 }],
    ]);
    expect(read(rate('11.234')).amounts['rubPerCny']).toEqual(exact(11234, 1000));
  });

  it.each([
    [{ ...good, withdrawn: 13 }, 'withdrawn', 'more-than', { field: 'withdrawn', other: 'claims' }],
    [
      { metric: 'ozon.error-index', cancelledBySeller: 11, shipments: 10 },
      'cancelledBySeller',
      'more-than',
      { field: 'cancelledBySeller', other: 'shipments' },
    ],
    [
      { metric: 'ebay.defect', defects: 3, buyers: 4, transactions: 10 },
      'buyers',
      'more-than',
      { field: 'buyers', other: 'defects' },
    ],
    [
      { metric: 'amazon.odr', defects: 11, orders: 10 },
      'defects',
      'more-than-base',
      { other: 'orders' },
    ],
    [
      { metric: 'custom', numerator: 11, denominator: 10 },
      'numerator',
      'more-than-base',
      { other: 'denominator' },
    ],
    [{ metric: 'amazon.odr', defects: 0, orders: 0 }, 'orders', 'denominator-zero', {}],
    [
      { ...good, claims: 0, withdrawn: 0, confirmed: 0, timedOut: 0 },
      'confirmed',
      'denominator-zero',
      {},
    ],
    [
      { metric: 'ozon.error-index', cancelledBySeller: 10, shipments: 10, reading: 'strict' },
      'shipments',
      'denominator-zero',
      {},
    ],
    [
      { metric: 'paypal.dispute', claimValue: 0, salesValue: '0.00', sales: 0 },
      'salesValue',
      'denominator-zero',
      {},
    ],
    [
      { ...good, leavingOrders: 3, leavingClaims: 4 },
      'leavingClaims',
      'more-than',
      { field: 'leavingClaims', other: 'leavingOrders' },
    ],
    [{ ...good, leavingOrders: 20, leavingClaims: 10 }, 'leavingClaims', 'leaving-claims', {}],
    [{ ...good, leavingOrders: 201, leavingClaims: 9 }, 'leavingOrders', 'leaving-orders', {}],
    [{ ...good, leavingOrders: 192, leavingClaims: 0 }, 'leavingOrders', 'leaving-clean', {}],
  ])('refuses what contradicts itself: %j', (raw, path, id, values) =>
    expect(refused(raw)).toEqual([[path, id, values]]),
  );

  it('takes what only just fits', () => {
    expect(read({ ...good, withdrawn: 12 }).amounts['withdrawn']).toEqual(exact(12));
    expect(read({ metric: 'amazon.odr', defects: 10, orders: 10 }).metric).toBe('amazon.odr');
    expect(read({ ...good, leavingOrders: 200, leavingClaims: 9 }).leavingOrders).toEqual(
      exact(200),
    );
    expect(read({ ...good, leavingOrders: 191, leavingClaims: 0 }).leavingOrders).toEqual(
      exact(191),
    );
    expect(
      read({
        metric: 'mastercard.ecm',
        chargebacks: 20,
        previousSales: 10,
        leavingOrders: 5,
        leavingClaims: 9,
      }).metric,
    ).toBe('mastercard.ecm');
    expect(
      read({
        metric: 'ozon.error-index',
        cancelledBySeller: 6,
        shipments: 10,
        reading: 'strict',
        leavingOrders: 4,
        leavingClaims: 0,
      }).metric,
    ).toBe('ozon.error-index');
  });

  it('names what is neither text nor number by its kind', () => {
    const given = (claims: unknown) => refused({ ...good, claims })[0]?.[2];
    expect([given({ toString: false }), given(true), given([1])]).toEqual([
      { given: 'object' },
      { given: 'boolean' },
      { given: 'object' },
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...metrics.keys()),
        fc.dictionary(
          fc.constantFrom('claims', 'orders', 'defects', 'line', 'category', '__proto__', 'x'),
          fc.anything(),
        ),
        (metric, fields) => {
          expect(['input', 'incomplete', 'invalid']).toContain(
            parse({ metric, ...fields }, metrics).kind,
          );
        },
      ),
    );
  });
});

describe('change', () => {
  it('withdraws no more than there is, and leaves money alone', () => {
    const snad = definition('aliexpress.snad');
    expect(change(read(good), snad, { withdrawals: 50 }).amounts['withdrawn']).toEqual(exact(12));
    const paypal = definition('paypal.dispute');
    const before = read({ metric: 'paypal.dispute', claimValue: 1, salesValue: 100, sales: 3 });
    expect(change(before, paypal, { claims: 1, orders: 1, withdrawals: 1 })).toEqual(before);
  });
});

describe('select', () => {
  it('throws where a metric file has no case for what was picked', () => {
    expect(select('rule', {})).toBe('rule');
    expect(select({ byField: 'a', cases: { x: 'rule' } }, { a: 'x' })).toBe('rule');
    expect(() => select({ byField: 'a', cases: { x: 'rule' } }, { a: 'y' })).toThrow(
      'a has no case for y.',
    );
    expect(() => select({ byField: 'a', cases: { x: 'rule' } }, {})).toThrow('a has no case');
  });
});

describe('decodeInput', () => {
  it('reads a link back into the form', () => {
    expect(
      decodeInput(
        '#?category=apparel&claims=12&line=5&metric=aliexpress.snad&withdrawn=3&v=1',
        metrics,
      ),
    ).toEqual({
      input: {
        category: 'apparel',
        claims: '12',
        line: '5',
        metric: 'aliexpress.snad',
        withdrawn: '3',
      },
      ignored: [],
    });
    expect(
      decodeInput('#?metric=ozon.error-index&orderPrices=5000&orderPrices=300', metrics).input,
    ).toEqual({
      metric: 'ozon.error-index',
      orderPrices: ['5000', '300'],
    });
  });

  it('does not guess which rate figures are of', () => {
    expect(decodeInput('#?claims=9&timedOut=100&zzz=1&v=1', metrics)).toEqual({
      input: {},
      ignored: [
        { key: 'claims', raw: '9', why: 'no-metric' },
        { key: 'timedOut', raw: '100', why: 'no-metric' },
        { key: 'zzz', raw: '1', why: 'unknown' },
      ],
    });
  });

  it('lists what it leaves out, with the reason, and keeps the rest', () => {
    expect(
      decodeInput(
        '#?metric=aliexpress.inr&claims=6%25&category=apparel&timedOut=2&orderPrices=1&line=0&plannedOrders=%ff',
        metrics,
      ),
    ).toEqual({
      input: { metric: 'aliexpress.inr', timedOut: '2' },
      ignored: [
        { key: 'claims', raw: '6%', why: 'tool.number.percent-sign', values: { given: '6%' } },
        { key: 'category', raw: 'apparel', why: 'unknown' },
        { key: 'orderPrices', raw: '1', why: 'unknown' },
        {
          key: 'line',
          raw: '0',
          why: 'tool.dispute-rate.error.line-range',
          values: { least: '0.01', most: 100 },
        },
        { key: 'plannedOrders', raw: 'plannedOrders=%ff', why: 'malformed' },
      ],
    });
  });

  it('knows nothing without a metric', () => {
    expect(decodeInput('#?claims=3', metrics)).toEqual({
      input: {},
      ignored: [{ key: 'claims', raw: '3', why: 'no-metric' }],
    });
    expect(decodeInput('#?metric=no.such', metrics)).toEqual({
      input: {},
      ignored: [{ key: 'metric', raw: 'no.such', why: 'unknown-metric' }],
    });
  });

  it('round-trips: the same question from the link as from the form', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(1000),
        fc.nat(5000),
        fc.nat(5000),
        fc.constantFrom('apparel', 'other'),
        (claims, withdrawn, confirmed, timedOut, category) => {
          const fields = {
            metric: 'aliexpress.snad',
            claims,
            withdrawn: Math.min(claims, withdrawn),
            confirmed: confirmed + 1,
            timedOut,
            category,
          };
          const { input, ignored } = decodeInput(encode(fields), metrics);
          expect(ignored).toEqual([]);
          expect(parse(input, metrics)).toEqual(parse(fields, metrics));
        },
      ),
    );
  });

  it.each([
    '5000;300.50',
    '¥5000\n¥300',
    '５０００，３００',
    '500,300',
    '12,50',
    '2.500',
    '12单',
    '$5',
    '5000元 300元',
    '1.2万',
    '-5',
    'x',
  ])('asks of a link what it asks of a form: prices %j', (orderPrices) => {
    const typed = {
      metric: 'ozon.error-index',
      cancelledBySeller: '2',
      shipments: '10',
      orderPrices,
    };
    const form = parse(typed, metrics);
    const { input, ignored } = decodeInput(encode(typed), metrics);
    if (form.kind === 'input') {
      expect(ignored).toEqual([]);
      // A page shows a list one entry a line.
      const lines = (input['orderPrices'] as string[]).join('\n');
      expect(parse({ ...input, orderPrices: lines }, metrics)).toEqual(form);
    } else {
      if (form.kind !== 'invalid') throw new Error(form.kind);
      expect(ignored).toMatchObject([
        { key: 'orderPrices', why: form.issues[0]?.key, values: form.issues[0]?.values },
      ]);
    }
  });

  it('never throws, whatever the link says', () => {
    const piece = fc.constantFrom(
      '#?',
      'metric=',
      'aliexpress.snad',
      'custom',
      '&',
      'claims=',
      'orderPrices=',
      '%',
      '%E4',
      '__proto__=',
      'v=9',
      '1e9',
      '-1',
      '１',
      '=',
      'constructor=1',
      '.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
        ),
        (fragment) => {
          const { input } = decodeInput(fragment, metrics);
          parse(input, metrics);
        },
      ),
    );
  });
});

describe('money of a metric', () => {
  const paypal = (claimValue: unknown, salesValue: unknown) => ({
    metric: 'paypal.dispute',
    claimValue,
    salesValue,
    sales: 120,
  });

  it.each([
    ['150', '10000', null],
    ['$150.00', '$10,000', null],
    ['US $25.50', '10000', 'USD'],
    ['150', '10000 EUR', 'EUR'],
    ['¥150', '10000元', 'CNY'],
    ['$150', '10000 CAD', 'CAD'],
    [150, 10000, null],
  ])('%s of %s is counted in %s', (claims, sales, currency) =>
    expect(read(paypal(claims, sales)).currency).toBe(currency),
  );

  it('is refused in two currencies', () => {
    expect(refused(paypal('€150', '$10,000'))).toEqual([
      ['salesValue', 'two-currencies', { stated: 'USD/AUD/CAD…', before: 'EUR' }],
    ]);
  });

  it('is in the currency the metric states', () => {
    const ozon = { metric: 'ozon.error-index', cancelledBySeller: 1, shipments: 10 };
    expect(read({ ...ozon, orderPrices: '5000' }).currency).toBe('CNY');
    expect(read(ozon).currency).toBeNull();
  });
});

describe('fields that play no part', () => {
  it('are told: what leaves the window says nothing without the orders planned', () => {
    expect(read({ ...good, leavingOrders: 20, leavingClaims: 2 }).ignored).toEqual([
      { path: 'leavingOrders', why: 'needs-planned' },
      { path: 'leavingClaims', why: 'needs-planned' },
    ]);
    expect(read({ ...good, plannedOrders: 5, leavingOrders: 20 }).ignored).toEqual([]);
    const months = { metric: 'mastercard.ecm', chargebacks: 2, previousSales: 10 };
    expect(read({ ...months, plannedOrders: 5, leavingOrders: 1, line: 3 }).ignored).toEqual([
      { path: 'plannedOrders', why: 'unused' },
      { path: 'leavingOrders', why: 'unused' },
    ]);
  });
});

describe('the words for a refusal', () => {
  it('name everything that can be wrong with a number', () => {
    const given = ['x', -1, 1.5, '1%', '1,23', '1.234', 1e11];
    const ids = given.map((claims) => refused({ ...good, claims })[0]?.[1]);
    expect(ids).toEqual([
      'not-a-number',
      'negative',
      'fraction',
      'percent-sign',
      'ambiguous-comma',
      'ambiguous-dot',
      'too-large',
    ]);
  });
});
