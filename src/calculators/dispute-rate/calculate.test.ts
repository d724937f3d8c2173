import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { metricsOf } from './tool.ts';
import type { Rule, RuleBook, RuleFigure } from '../shared/rule.ts';
import { calculate, type DisputeRateResult } from './calculate.ts';
import { exampleOf, ruleIdsOf } from './metric.ts';
import { parse } from './schema.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const metrics = metricsOf(content);
const AS_OF = '2026-11-21T00:00:00Z';

/** A rulebook that knows just these figures. */
const book = (
  figures: Record<string, RuleFigure>,
  unit = 'percent',
  from: string | null = null,
  to: string | null = null,
): RuleBook =>
  new Map(
    Object.entries(figures).map(([id, value]) => [
      id,
      {
        id,
        unit,
        values: [{ from, to, value, source: 's', publishedOn: null, checkedOn: '2026-01-01' }],
      } as unknown as Rule,
    ]),
  );

const run = (fields: Record<string, unknown>, rules: RuleBook = content.rules(), asOf = AS_OF) => {
  const parsed = parse(fields, metrics);
  if (parsed.kind !== 'input') throw new Error(JSON.stringify(parsed));
  return calculate(parsed.input, { metrics, rules }, asOf);
};
const ok = (fields: Record<string, unknown>) => run(fields) as DisputeRateResult;

describe('the example of each metric', () => {
  it.each([...metrics.values()].map((metric) => [metric.id, metric] as const))(
    '%s computes, whole',
    (id, metric) => {
      const result = run({ metric: id, ...exampleOf(metric) });
      expect(result).toMatchObject({ kind: 'ok', metric: id, ignored: [], warnings: [] });
      if (result.kind === 'ok' && metric.fee) expect(result.fee).toMatchObject({ complete: true });
      // Every term of the metric is shown at work, but for what a person may leave out.
      for (const { id: term } of metric.terms) expect(exampleOf(metric), term).toHaveProperty(term);
    },
  );

  it('is there for all of them', () => {
    expect(metrics.size).toBeGreaterThanOrEqual(15);
  });
});

describe('rules', () => {
  const odr = { metric: 'amazon.odr', defects: 3, orders: 100 };
  it('are taken from the book that is handed in', () => {
    expect(run(odr, book({ 'amazon.line.odr': 3.5 }))).toMatchObject({
      tier: 'none',
      usedRules: ['amazon.line.odr'],
    });
    expect(run(odr, book({ 'amazon.line.odr': 3 }))).toMatchObject({ tier: 'over' });
  });

  it('that are missing, over, not yet begun or no figure are unknown, never guessed', () => {
    const unknown = { kind: 'unknown-rule', ruleId: 'amazon.line.odr', asOf: AS_OF };
    expect(run(odr, book({}))).toEqual({ ...unknown, nearest: null });
    expect(run(odr, book({ 'amazon.line.odr': true }))).toEqual({ ...unknown, nearest: null });
    expect(run(odr, book({ 'amazon.line.odr': { min: 1, max: 2 } }))).toEqual({
      ...unknown,
      nearest: null,
    });
    expect(run(odr, book({ 'amazon.line.odr': 1 }, 'percent', '2027-01-01'))).toEqual({
      ...unknown,
      nearest: '2027-01-01',
    });
    expect(run(odr, book({ 'amazon.line.odr': 1 }, 'percent', null, '2026-06-30'))).toEqual({
      ...unknown,
      nearest: '2026-06-30',
    });
  });

  it('of a floor and of a charge are looked up as well', () => {
    const lines = {
      'ozon.line.green': 4,
      'ozon.line.blue': 10,
      'ozon.line.yellow': 20,
      'ozon.line.orange': 40,
    };
    const ozon = { metric: 'ozon.error-index', cancelledBySeller: 45, shipments: 900 };
    expect(run(ozon, book(lines))).toMatchObject({ kind: 'unknown-rule', ruleId: 'ozon.fee.cap' });
    expect(run(ozon, book({ ...lines, 'ozon.fee.cap': 1500 }))).toMatchObject({
      kind: 'unknown-rule',
      ruleId: 'ozon.fee.blue',
    });
    expect(
      run({ ...ozon, cancelledBySeller: 1 }, book({ ...lines, 'ozon.fee.cap': 1500 })),
    ).toMatchObject({ kind: 'ok', fee: { percentOfPrice: '0' } });
    const snad = {
      metric: 'aliexpress.snad',
      claims: 5,
      withdrawn: 0,
      confirmed: 95,
      timedOut: 0,
      category: 'other',
    };
    expect(run(snad, book({ 'aliexpress.line.snad-general-other': 10 }))).toMatchObject({
      kind: 'unknown-rule',
      ruleId: 'aliexpress.line.snad-floor',
    });
  });

  it('used are listed once each, those of the picked category only', () => {
    expect(
      ok({ metric: 'ozon.error-index', cancelledBySeller: 45, shipments: 900 }).usedRules,
    ).toEqual([
      'ozon.line.green',
      'ozon.line.blue',
      'ozon.line.yellow',
      'ozon.line.orange',
      'ozon.fee.cap',
      'ozon.fee.blue',
    ]);
  });

  it('a metric nobody defined is a fault of the program', () => {
    const parsed = parse({ metric: 'amazon.odr', defects: 1, orders: 2 }, metrics);
    if (parsed.kind !== 'input') throw new Error();
    expect(() => calculate(parsed.input, { metrics: new Map(), rules: new Map() }, AS_OF)).toThrow(
      'amazon.odr',
    );
  });
});

describe('the result', () => {
  it('shows every line with its conditions, and the way there step by step', () => {
    const answer = ok({ metric: 'etsy.cases', cases: 4, orders: 200, line: '0.5' });
    expect(answer.lines).toEqual([
      {
        id: 'over',
        own: false,
        percent: null,
        is: null,
        applies: true,
        reached: true,
        when: [
          { of: 'denominator', is: 'below', count: 300, met: true, ruleId: 'etsy.line.small-shop' },
        ],
        floors: [
          { of: 'numerator', is: 'above', count: 3, met: true, ruleId: 'etsy.line.cases-small' },
        ],
        ruleIds: ['etsy.line.small-shop', 'etsy.line.cases-small'],
      },
      {
        id: 'over',
        own: false,
        percent: '1',
        is: 'at-or-above',
        applies: false,
        reached: false,
        when: [
          {
            of: 'denominator',
            is: 'at-or-above',
            count: 300,
            met: false,
            ruleId: 'etsy.line.small-shop',
          },
        ],
        floors: [],
        ruleIds: ['etsy.line.cases', 'etsy.line.small-shop'],
      },
      {
        id: 'own',
        own: true,
        percent: '0.5',
        is: 'at-or-above',
        applies: true,
        reached: true,
        when: [],
        floors: [],
        ruleIds: [],
      },
    ]);
    expect(answer.trace.map(({ step }) => step)).toEqual([
      'numerator',
      'denominator',
      'rate',
      'line',
      'line',
      'line',
      'after-orders',
    ]);
  });

  it('traces both ways out', () => {
    const answer = ok({
      metric: 'aliexpress.snad',
      claims: 12,
      withdrawn: 1,
      confirmed: 188,
      timedOut: 0,
      category: 'apparel',
    });
    expect(answer.trace[0]).toEqual({ step: 'given', field: 'category', option: 'apparel' });
    expect(answer.trace[1]).toEqual({
      step: 'numerator',
      parts: [
        { field: 'claims', sign: 'plus', value: 12 },
        { field: 'withdrawn', sign: 'minus', value: 1 },
      ],
      value: 11,
    });
    expect(answer.trace[2]).toMatchObject({ step: 'denominator', value: 200 });
    expect(answer.trace[3]).toEqual({ step: 'rate', num: 11, den: 200, percent: '5.5000' });
    expect(answer.trace.slice(-2)).toEqual([
      { step: 'after-withdrawals', more: 2, num: 9, den: 200, percent: '4.5000' },
      { step: 'after-orders', more: 21, num: 11, den: 221, percent: '4.9774' },
    ]);
    const clear = ok({ metric: 'amazon.odr', defects: 0, orders: 100 });
    expect(clear.trace.map(({ step }) => step)).toEqual([
      'numerator',
      'denominator',
      'rate',
      'line',
    ]);
  });

  it('gives a reason for every figure that is null', () => {
    const cases = [
      { metric: 'aliexpress.inr', claims: 1, withdrawn: 0, confirmed: 9, timedOut: 0 },
      { metric: 'paypal.dispute', claimValue: 1, salesValue: 3, sales: 3 },
      { metric: 'visa.vamp', fraudReports: 1, disputes: 2, settled: 1 },
      { metric: 'ozon.error-index', cancelledBySeller: 9, shipments: 10, reading: 'strict' },
      { metric: 'etsy.cases', cases: 9, orders: 10, plannedOrders: 3 },
    ];
    for (const fields of cases) {
      const answer = ok(fields);
      const money = fields.metric === 'paypal.dispute';
      for (const field of [
        'tier',
        'headroom',
        'withdrawalsNeeded',
        'ordersNeeded',
        'mix',
        'interval',
        'forecast',
        'fee',
      ] as const)
        expect(answer[field] === null, `${fields.metric} ${field}`).toBe(
          answer.reasons[field] !== undefined,
        );
      for (const field of ['headroomAmount', 'ordersNeededAmount'] as const)
        if (!money) expect(answer[field]).toBeNull();
    }
  });

  it('names the right reason', () => {
    const none = { metric: 'aliexpress.adjudication', submitted: 1, confirmed: 9, timedOut: 0 };
    const unknown = ok({ ...none, settled: 0, plannedOrders: 5 });
    expect(unknown.reasons).toEqual({
      tier: 'no-line',
      headroom: 'no-line',
      withdrawalsNeeded: 'no-line',
      ordersNeeded: 'no-line',
      mix: 'no-line',
      chanceOver: 'no-line',
      fee: 'no-fee',
    });
    expect(unknown.mixComplete).toBe(true);
    expect(ok({ metric: 'amazon.odr', defects: 1, orders: 9, plannedOrders: 5 }).reasons).toEqual({
      headroom: 'top-tier',
      withdrawalsNeeded: 'no-withdrawal',
      fee: 'no-fee',
    });
    const zero = book({ 'paypal.line.dispute': 0, 'paypal.line.dispute-sales': 0 });
    expect(
      run({ metric: 'paypal.dispute', claimValue: 1, salesValue: 3, sales: 3 }, zero),
    ).toMatchObject({
      ordersNeededAmount: null,
      reasons: { ordersNeededAmount: 'orders-do-not-suffice' },
    });
  });

  it('is plain JSON', () => {
    const answer = ok({
      metric: 'paypal.dispute',
      claimValue: '1.25',
      salesValue: 100,
      sales: 200,
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(answer.rate).toEqual({ num: '1.25', den: 100 });
  });

  it('knows when nothing reaches a line, and when nothing leads back', () => {
    const all = {
      metric: 'aliexpress.inr',
      claims: 1,
      withdrawn: 0,
      confirmed: 9,
      timedOut: 0,
      line: 100,
    };
    expect(ok(all)).toMatchObject({
      headroom: null,
      standing: 'clear',
      reasons: { headroom: 'never-reached' },
    });
    const zero = book({ 'amazon.line.odr': 0 });
    expect(run({ metric: 'amazon.odr', defects: 1, orders: 10 }, zero)).toMatchObject({
      tier: 'over',
      ordersNeeded: null,
      mix: null,
      reasons: { ordersNeeded: 'orders-do-not-suffice', mix: 'orders-do-not-suffice' },
    });
    const alwaysOver = book({
      'aliexpress.line.snad-general-other': 0,
      'aliexpress.line.snad-serious': 20,
      'aliexpress.line.snad-very-serious': 50,
      'aliexpress.line.snad-floor': 0,
    });
    expect(
      run(
        {
          metric: 'aliexpress.snad',
          claims: 3,
          withdrawn: 1,
          confirmed: 97,
          timedOut: 0,
          category: 'other',
        },
        alwaysOver,
      ),
    ).toMatchObject({
      withdrawalsNeeded: null,
      ordersNeeded: null,
      mix: null,
      reasons: { withdrawalsNeeded: 'withdrawals-do-not-suffice' },
    });
  });

  it('keeps what was ignored and the moment asked about', () => {
    const answer = ok({ metric: 'amazon.odr', defects: 1, orders: 1000, ordrs: 3 });
    expect(answer.ignored).toEqual([{ path: 'ordrs', why: 'unknown' }]);
    expect(answer.asOf).toBe(AS_OF);
  });

  it('charges nothing per order where the price is small and caps where it is large', () => {
    const answer = ok({
      metric: 'ozon.error-index',
      cancelledBySeller: 45,
      shipments: 900,
      orderPrices: ['0', '4166.67', '4166.66', '0.17'],
      rubPerCny: 12,
    });
    expect(answer.fee?.perOrder).toEqual(['0.00', '125.00', '125.00', '0.01']);
    expect(answer.fee?.total).toBe('250.01');
    expect(ok({ metric: 'ozon.error-index', cancelledBySeller: 45, shipments: 900 })).toMatchObject(
      { reasons: { feeTotal: 'no-prices' } },
    );
  });
});

describe('the engine', () => {
  const files = globSync('*.ts', { cwd: import.meta.dirname }).filter(
    (file) => !file.endsWith('.test.ts'),
  );
  const platforms = [
    ...new Set([...metrics.values()].flatMap(({ platform }) => (platform ? [platform] : []))),
  ];

  it('knows no platform', () => {
    expect(files.length).toBeGreaterThanOrEqual(7);
    expect(platforms.length).toBeGreaterThanOrEqual(9);
    for (const file of files) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8').toLowerCase();
      for (const platform of [...platforms, 'snad', 'rub', 'cny', 'seller-fault'])
        expect(text, file).not.toMatch(new RegExp(`\\b${platform}\\b`));
    }
  });

  it('finds every rule its metrics name in the rulebook, as a figure where it computes with it', () => {
    let looked = 0;
    for (const metric of metrics.values())
      for (const id of ruleIdsOf(metric)) {
        looked += 1;
        const rule = content.rules().get(id);
        expect(rule, `${metric.id} names ${id}`).toBeDefined();
        const computes = id !== metric.definition && id !== metric.window.rule;
        if (computes) expect(typeof rule?.values[0]?.value, id).toBe('number');
      }
    expect(looked).toBeGreaterThanOrEqual(40);
  });

  it('compares percent with percent and counts with counts', () => {
    const units = new Set<string>();
    for (const { tiers } of metrics.values())
      for (const { lines } of tiers)
        for (const { rate } of lines) {
          const refs =
            rate === null
              ? []
              : typeof rate.rule === 'string'
                ? [rate.rule]
                : Object.values(rate.rule.cases);
          for (const id of refs) units.add(content.rules().get(id)?.unit ?? id);
        }
    expect([...units]).toEqual(['percent']);
  });
});
