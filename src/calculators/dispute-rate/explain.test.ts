import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openContent } from '../cli-content.ts';
import { metricsOf } from './tool.ts';
import { fill } from '../shared/result.ts';
import { calculate, type DisputeRateResult } from './calculate.ts';
import { explain, joinParts, standingKey, summarise, type Sentence } from './explain.ts';
import type { Reason } from './reason.ts';
import { COMMON_FIELDS, parse } from './schema.ts';

vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, '../../content');
const content = openContent(root);
const metrics = metricsOf(content);
const texts = (language: string) =>
  JSON.parse(
    readFileSync(join(root, `i18n/parts/dispute-rate.${language}.json`), 'utf8'),
  ) as Record<string, string>;
const en = texts('en');
const zh = texts('zh-CN');

const ok = (fields: Record<string, unknown>) => {
  const parsed = parse(fields, metrics);
  if (parsed.kind !== 'input') throw new Error(JSON.stringify(parsed));
  return calculate(
    parsed.input,
    { metrics, rules: content.rules() },
    '2026-11-21',
  ) as DisputeRateResult;
};
const words = ({ messageKey, values }: Sentence, catalogue = en) => {
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? joinParts(value, (field) => field) : value,
    ]),
  );
  return fill(catalogue[messageKey] ?? `no text for ${messageKey}`, shown);
};
const say = (fields: Record<string, unknown>) =>
  summarise(ok(fields))
    .map((each) => words(each))
    .join(' ');

const lastWords = (result: DisputeRateResult) =>
  summarise(result)
    .slice(-1)
    .map((each) => words(each))
    .join();

const snad = (claims: number, withdrawn: number, confirmed: number, rest = {}) => ({
  metric: 'aliexpress.snad',
  claims,
  withdrawn,
  confirmed,
  timedOut: 0,
  category: 'apparel',
  ...rest,
});

describe('summarise', () => {
  it('says in Chinese which smallest number a line asks for', () => {
    const said = (fields: Record<string, unknown>) =>
      words(summarise(ok(fields))[0] as Sentence, zh).replace('numerator', '计入的案件数');
    expect(said(snad(12, 0, 188))).toBe('6.0000%：已触及5%的线，计入的案件数也达到了适用门槛5。');
    expect(said(snad(4, 0, 36))).toBe('10.0000%：已高于5%，但计入的案件数没到5，该线暂不适用。');
  });

  it.each([
    [
      snad(12, 0, 188),
      '6.0000 %: over the 5 % line, which applies with 5 or more numerator. That is: general. With 3 withdrawals or 41 more clean orders, the 5 % line is no longer reached.',
    ],
    [
      snad(5, 0, 95),
      '5.0000 %: over the 5 % line, which applies with 5 or more numerator. That is: general. With 1 withdrawal or 1 more clean order, the 5 % line is no longer reached.',
    ],
    [
      snad(30, 0, 70),
      '30.0000 %: over the 20 % line, which applies with 5 or more numerator. That is: serious. With 11 withdrawals or 51 more clean orders, the 20 % line is no longer reached. With 26 withdrawals or 501 more clean orders, the 5 % line is no longer reached.',
    ],
    [snad(12, 3, 188), '4.5000 %: under the 5 % line, but close to it. 2 further claims reach it.'],
    [
      snad(4, 0, 36),
      '10.0000 %: over 5 %, but that line applies only with 5 or more numerator. 1 further claim reaches it.',
    ],
    [
      { metric: 'mastercard.ecm', chargebacks: 99, previousSales: 100 },
      '99.0000 %: over 1.5 %, but that line applies only with 100 or more numerator. 1 further claim reaches it.',
    ],
    [
      { metric: 'ozon.error-index', cancelledBySeller: 4, shipments: 100 },
      '4.0000 %: exactly on the 4 % line, which is reached only above it. 1 further claim reaches it.',
    ],
    [snad(1, 0, 199), '0.5000 %: no line is reached. 9 further claims would still reach none.'],
    [
      { metric: 'ozon.error-index', cancelledBySeller: 45, shipments: 900 },
      '5.0000 %: over the 4 % line. That is: blue. With 225 more clean orders, the 4 % line is no longer reached.',
    ],
    [
      { metric: 'amazon.odr', defects: 1, orders: 100 },
      '1.0000 %: over the 1 % line. With 1 more clean order, the 1 % line is no longer reached.',
    ],
    [
      { metric: 'ebay.defect', defects: 6, buyers: 5, transactions: 250 },
      '2.4000 %: over the 2 % line, which applies with more than 4 buyers. With 50 more clean orders, the 2 % line is no longer reached.',
    ],
    [
      { metric: 'etsy.cases', cases: 4, orders: 200 },
      '4 counted, more than the 3 a shop of this size may have. 201 more clean orders bring it under.',
    ],
    [
      { metric: 'etsy.cases', cases: 3, orders: 200 },
      '3 counted: within what a shop of this size may have, but close to it. 1 further claim reaches it.',
    ],
    [
      { metric: 'etsy.cases', cases: 3, orders: 300 },
      '1.0000 %: over the 1 % line. With 1 more clean order, the 1 % line is no longer reached.',
    ],
    [
      { metric: 'paypal.dispute', claimValue: 150, salesValue: 10000, sales: 101 },
      '1.5000 %: over the 1.5 % line, which applies with more than 100 sales. The months counted would have needed 0.01 more in sales, in the currency of your figures; sales now count from next month on.',
    ],
    [
      { metric: 'paypal.dispute', claimValue: '$150', salesValue: '10000 USD', sales: 101 },
      '1.5000 %: over the 1.5 % line, which applies with more than 100 sales. The months counted would have needed 0.01 USD more in sales; sales now count from next month on.',
    ],
    [
      { metric: 'paypal.dispute', claimValue: 100, salesValue: 10000, sales: 101 },
      '1.0000 %: no line is reached. Further claims worth 49.99, in the currency of your figures, would still reach none.',
    ],
    [
      { metric: 'paypal.dispute', claimValue: 100, salesValue: '10,000 EUR', sales: 101 },
      '1.0000 %: no line is reached. Further claims worth 49.99 EUR would still reach none.',
    ],
    [
      { metric: 'mastercard.ecm', chargebacks: 1500, previousSales: 98000 },
      '1.5306 %: over the 1.5 % line, which applies with 100 or more numerator. That is: ecm. To stay off the 1.5 % line, last month would have needed 2001 more sales; orders now count for next month.',
    ],
    [
      snad(4, 0, 16, { category: 'other' }),
      '20.0000 %: over 10 %, but that line applies only with 5 or more numerator. 1 further claim brings it to “serious” at once.',
    ],
    [
      { metric: 'paypal.dispute', claimValue: 100, salesValue: 10000, sales: 1 },
      '1.0000 %: no line is reached.',
    ],
    [
      { metric: 'aliexpress.inr', claims: 1, withdrawn: 0, confirmed: 9, timedOut: 0 },
      '10.0000 %. We found no published line for this rate, so it cannot be called over or under.',
    ],
    [
      { metric: 'aliexpress.inr', claims: 2, withdrawn: 0, confirmed: 8, timedOut: 0, line: 10 },
      '20.0000 %: over your own line of 10 %. With 2 withdrawals or 11 more clean orders, the 10 % line is no longer reached.',
    ],
    [
      { metric: 'aliexpress.inr', claims: 1, withdrawn: 0, confirmed: 19, timedOut: 0, line: 8 },
      '5.0000 %: under your own line of 8 %, but close to it. 1 further claim reaches it.',
    ],
    [
      { metric: 'aliexpress.inr', claims: 1, withdrawn: 0, confirmed: 199, timedOut: 0, line: 8 },
      '0.5000 %: under your own line of 8 %. 16 further claims would still reach none.',
    ],
    [
      { metric: 'custom', numerator: 8, denominator: 100, floor: 5, line: 8 },
      '8.0000 %: over your own line of 8 %, which you count from 5. With 1 more clean order, the 8 % line is no longer reached.',
    ],
    [
      { metric: 'custom', numerator: 4, denominator: 40, floor: 5, line: 8 },
      '10.0000 %: over your own line of 8 %, but you count it only from 5. 1 further claim reaches it.',
    ],
  ])('%j', (fields, text) => expect(say(fields)).toBe(text));

  it('speaks of the published lines first, and calls a line of one’s own by that name', () => {
    for (const line of [1, 4, 30])
      for (const withdrawn of [0, 3]) {
        const question = snad(12, withdrawn, 188);
        const reached = (withdrawn === 0 ? 6 : 4.5) >= line;
        expect(say({ ...question, line })).toBe(
          `${say(question)} Your own line of ${line} % is ${reached ? '' : 'not '}reached.`,
        );
      }
  });

  it('names the line each way out is for, the line told and the lowest one', () => {
    // 30 of 130: 25 (19.2 %) or 30 of 151 (19.9 %) leave the 20 % line, 12 (9.2 %) or 30 of 301 (9.97 %) the 10 % line.
    const question = snad(30, 0, 100, { category: 'other' });
    const ways = (fields: object, catalogue = en) =>
      summarise(ok({ ...question, ...fields }))
        .slice(2)
        .map((each) => words(each, catalogue));
    const both = [
      'With 5 withdrawals or 21 more clean orders, the 20 % line is no longer reached.',
      'With 18 withdrawals or 171 more clean orders, the 10 % line is no longer reached.',
    ];
    expect(ways({})).toEqual(both);
    expect(ways({ line: 2 })).toEqual([...both, 'Your own line of 2 % is reached.']);
    expect(ways({}, zh)).toEqual([
      '再有5笔撤销，或再增加21个无纠纷订单，就不再触及20%的线。',
      '再有18笔撤销，或再增加171个无纠纷订单，就不再触及10%的线。',
    ]);
    // Where only one published line is reached, one sentence says it all.
    expect(ok(snad(12, 0, 188)).leavingTop).toBeNull();
    expect(ok(question).leavingTop).toEqual({ withdrawals: 5, orders: 21 });
  });

  it('speaks of what alone is possible', () => {
    const result = ok(snad(12, 0, 188));
    const last = (change: Partial<DisputeRateResult>) => lastWords({ ...result, ...change });
    expect(last({ ordersNeeded: null })).toBe(
      'With 3 withdrawals, the 5 % line is no longer reached.',
    );
    expect(last({ ordersNeeded: null, withdrawalsNeeded: 1 })).toBe(
      'With 1 withdrawal, the 5 % line is no longer reached.',
    );
    expect(last({ withdrawalsNeeded: 1 })).toBe(
      'With 1 withdrawal or 41 more clean orders, the 5 % line is no longer reached.',
    );
    expect(last({ ordersNeeded: 1 })).toBe(
      'With 3 withdrawals or 1 more clean order, the 5 % line is no longer reached.',
    );
    expect(last({ ordersNeeded: null, withdrawalsNeeded: null })).toBe(
      'Neither withdrawals alone nor more orders alone are enough to leave the 5 % line.',
    );
    expect(lastWords({ ...result, standing: 'clear', headroom: 1 })).toBe(
      '1 further claim would still reach none.',
    );
  });
});

describe('standingKey', () => {
  it('calls the standing by the line that decides it, in words there are', () => {
    const inr = { metric: 'aliexpress.inr', claims: 2, withdrawn: 0, confirmed: 8, timedOut: 0 };
    const keys = [ok(snad(12, 0, 188, { line: 1 })), ok({ ...inr, line: 10 }), ok(inr)].map(
      standingKey,
    );
    expect(keys).toEqual(['standing.over', 'standing.over-own', 'standing.unknown']);
    for (const standing of ['clear', 'close', 'over'])
      for (const suffix of ['', '-own'])
        expect(en, standing).toHaveProperty([`tool.dispute-rate.standing.${standing}${suffix}`]);
  });
});

describe('explain', () => {
  const told = (fields: Record<string, unknown>) =>
    explain(ok(fields)).map((step) => `${step.section}: ${words(step)}`);

  it('tells what was given, which rules hold, what was done and what would change it, in that order', () => {
    expect(told(snad(12, 0, 188))).toEqual([
      'given: claims: 12',
      'given: withdrawn: 0',
      'given: confirmed: 188',
      'given: timedOut: 0',
      'given: category: apparel',
      'rule: “general” is reached at 5 % or more.',
      'rule: It applies only with 5 or more numerator.',
      'rule: “serious” is reached at 20 % or more.',
      'rule: “very-serious” is reached at 50 % or more.',
      'done: What counts against you: claims 12 − withdrawn 0 = 12.',
      'done: What it is divided by: confirmed 188 + timedOut 0 + claims 12 = 200.',
      'done: 12 ÷ 200 = 6.0000 %.',
      'done: “general” is reached.',
      'done: “serious” is not reached: the figure stays under it.',
      'done: “very-serious” is not reached: the figure stays under it.',
      'done: Chance alone moves such a figure: the share behind it may lie anywhere from 3.1384 % to 10.2462 % (95 % interval of Clopper and Pearson).',
      'change: After 3 withdrawn by the buyers themselves: 9 ÷ 200 = 4.5000 %. A withdrawn claim leaves the numerator and stays in the denominator.',
      'change: After 41 further clean orders: 12 ÷ 241 = 4.9793 %. Volume dilutes a rate; it does not repair the cause.',
      'change: Further claims that still do not reach “serious”: 34.',
    ]);
  });

  it('tells of minimum counts, sizes of shop, charges and forecasts', () => {
    expect(told(snad(4, 0, 36, { line: 3, plannedOrders: 1 }))).toEqual(
      expect.arrayContaining([
        'rule: Your own line is reached at 3 % or more.',
        'done: “general” is not reached: there are too few numerator.',
        'done: “own” is reached.',
        'done: With the planned orders the figure to expect is 10.0238 %.',
        'done: The probability that the first line is then reached is 0.109756. It assumes that your next orders are like the ones counted now.',
        'change: Further claims that still reach no line: 0.',
      ]),
    );
    expect(told({ metric: 'etsy.cases', cases: 4, orders: 200 })).toEqual(
      expect.arrayContaining([
        'rule: “over” can be reached by a plain number, whatever the rate.',
        'rule: This line is for shops with fewer than 300 denominator.',
        'rule: It applies only with more than 3 numerator.',
        'rule: This line is for shops with 300 or more denominator.',
        'done: “over” has a line for shops of another size, which does not apply.',
        'change: The definition of this rate does not say that a withdrawn claim stops counting.',
        'change: The highest line is reached already; there is no next one.',
      ]),
    );
    const ozon = {
      metric: 'ozon.error-index',
      cancelledBySeller: 45,
      shipments: 900,
      orderPrices: [5000, 300],
    };
    expect(told({ ...ozon, rubPerCny: 12 })).toEqual(
      expect.arrayContaining([
        'rule: “blue” is reached above 4 %; exactly 4 % is not yet there.',
        'done: In “blue” each order concerned costs 3 % of its price, at most 1500 RUB.',
        'done: The cap is 125.00 CNY an order; the charges add up to 134.00 CNY.',
        'done: “orderPrices” holds 2, but “cancelledBySeller” is 45: the sum leaves some charges out. Add the missing prices.',
        'given: orderPrices: 5000; 300 CNY',
      ]),
    );
    expect(told(ozon).some((line) => line.includes('add up'))).toBe(false);
    expect(told({ ...ozon, cancelledBySeller: 0 })).toContain(
      'done: Nothing is charged: 0.00 CNY.',
    );
    expect(
      told({ ...ozon, rubPerCny: 12, cancelledBySeller: 2, shipments: 40 }).join(),
    ).not.toContain('holds');
    expect(
      told({
        metric: 'aliexpress.inr',
        claims: 1,
        withdrawn: 0,
        confirmed: 9,
        timedOut: 0,
        plannedOrders: 1,
      }),
    ).toEqual([
      'given: claims: 1',
      'given: withdrawn: 0',
      'given: confirmed: 9',
      'given: timedOut: 0',
      'given: plannedOrders: 1',
      'given: leavingOrders: 0',
      'given: leavingClaims: 0',
      'rule: We found no published line for this rate.',
      'done: What counts against you: claims 1 − withdrawn 0 = 1.',
      'done: What it is divided by: confirmed 9 + timedOut 0 + claims 1 = 10.',
      'done: 1 ÷ 10 = 10.0000 %.',
      'done: Chance alone moves such a figure: the share behind it may lie anywhere from 0.2529 % to 44.5016 % (95 % interval of Clopper and Pearson).',
      'done: With the planned orders the figure to expect is 10.3306 %.',
      'change: We found no published line for this rate. Give a line of your own to see what is needed.',
    ]);
  });

  it('says that nothing was published also where a person gives a line', () => {
    const steps = told({
      metric: 'aliexpress.inr',
      claims: 2,
      withdrawn: 0,
      confirmed: 8,
      timedOut: 0,
      line: 10,
    });
    expect(steps).toContain('rule: We found no published line for this rate.');
    expect(steps).toContain('rule: Your own line is reached at 10 % or more.');
    expect(told(snad(1, 0, 9, { line: 10 })).join()).not.toContain('no published line');
    const over = told(snad(12, 0, 188)).join();
    const clear = told(snad(1, 0, 199)).join();
    expect([over.includes('still do not'), clear.includes('still do not')]).toEqual([true, false]);
  });

  it('gives money its currency, and a month that is over no further order', () => {
    expect(
      told({ metric: 'paypal.dispute', claimValue: '$150', salesValue: '10000 USD', sales: 101 }),
    ).toEqual(
      expect.arrayContaining([
        'given: claimValue: 150 USD',
        'given: sales: 101',
        'done: What counts against you: claimValue 150 USD = 150 USD.',
        'done: What it is divided by: salesValue 10000 USD = 10000 USD.',
      ]),
    );
    expect(told({ metric: 'mastercard.ecm', chargebacks: 1500, previousSales: 98000 })).toContain(
      'change: With more sales last month (2001): 1500 ÷ 100001 = 1.5000 %. That month is over; a sale made now counts for next month.',
    );
  });

  it('says which fields wait for the orders planned', () => {
    expect(told(snad(12, 0, 188, { leavingOrders: 5 }))).toContain(
      'given: “leavingOrders” has no effect: it counts only together with the orders you expect to close before the assessment.',
    );
  });

  it('names the rules behind each step', () => {
    const steps = explain(
      ok({
        metric: 'ozon.error-index',
        cancelledBySeller: 45,
        shipments: 900,
        orderPrices: [1],
        rubPerCny: 12,
      }),
    );
    const rules = (key: string) =>
      steps.filter(({ messageKey }) => messageKey.endsWith(key)).map(({ ruleIds }) => ruleIds);
    expect(rules('explain.line.above')).toEqual([
      ['ozon.line.green'],
      ['ozon.line.blue'],
      ['ozon.line.yellow'],
      ['ozon.line.orange'],
    ]);
    expect(rules('explain.reached')).toEqual([['ozon.line.green']]);
    expect(rules('explain.fee')).toEqual([['ozon.fee.cap', 'ozon.fee.blue']]);
    expect(rules('explain.fee-total')).toEqual([['ozon.fee.cap', 'ozon.fee.blue']]);
    expect(rules('explain.rate')).toEqual([[]]);
  });

  it('joins the parts of a sum with their signs', () => {
    const label = (field: string) => field.toUpperCase();
    expect(
      joinParts(
        [
          { field: 'a', sign: 'plus', value: 1 },
          { field: 'b', sign: 'minus', value: '2.5' },
          { field: 'c', sign: 'plus', value: 3 },
        ],
        label,
      ),
    ).toBe('A 1 − B 2.5 + C 3');
    expect(joinParts([{ field: 'a', sign: 'minus', value: 1 }], label)).toBe('−A 1');
    expect(joinParts([], label)).toBe('');
  });

  it('always has its words, with every placeholder filled, in both languages', () => {
    const claims = fc.record({
      claims: fc.nat(40),
      withdrawn: fc.nat(40),
      confirmed: fc.nat(400),
      line: fc.option(fc.integer({ min: 1, max: 40 })),
      plannedOrders: fc.option(fc.nat(30)),
    });
    const check = (result: DisputeRateResult) => {
      const sentences = [...summarise(result), ...explain(result)];
      expect(sentences.length).toBeGreaterThan(3);
      for (const each of sentences)
        for (const catalogue of [en, zh]) {
          const text = words(each, catalogue);
          expect(text).not.toMatch(/no text for|[{}]|null|undefined/);
        }
    };
    fc.assert(
      fc.property(claims, fc.constantFrom('aliexpress.snad', 'aliexpress.inr'), (f, metric) => {
        check(
          ok({
            metric,
            ...f,
            withdrawn: Math.min(f.withdrawn, f.claims),
            timedOut: 1,
            category: 'other',
          }),
        );
      }),
    );
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 8, max: 900 }), (cases, orders) =>
        check(ok({ metric: 'etsy.cases', cases, orders })),
      ),
    );
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.integer({ min: 8, max: 900 }), (a, b, transactions) =>
        check(
          ok({
            metric: 'ebay.defect',
            defects: Math.max(a, b),
            buyers: Math.min(a, b),
            transactions,
          }),
        ),
      ),
    );
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.integer({ min: 1, max: 9000 }),
        fc.nat(200),
        (claimValue, salesValue, sales) =>
          check(ok({ metric: 'paypal.dispute', claimValue, salesValue, sales })),
      ),
    );
  });
});

describe('the interface texts', () => {
  const placeholders = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

  it('are the same in both languages, key for key and placeholder for placeholder', () => {
    expect(Object.keys(en).length).toBeGreaterThan(120);
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      expect(new Set(placeholders(zh[key] ?? '')), key).toEqual(new Set(placeholders(text)));
      expect(zh[key]?.trim(), key).not.toBe('');
      expect(zh[key], key).not.toBe(text);
    }
  });

  it('cover every reason and every field', () => {
    const reasons: Record<Reason, true> = {
      'no-line': true,
      'no-withdrawal': true,
      'withdrawals-do-not-suffice': true,
      'orders-do-not-suffice': true,
      'counts-money': true,
      'top-tier': true,
      'never-reached': true,
      'not-orders': true,
      'more-claims-than-orders': true,
      'not-asked': true,
      'no-orders-left': true,
      'no-fee': true,
      'no-prices': true,
      'no-exchange-rate': true,
    };
    for (const id of Object.keys(reasons))
      expect(en, id).toHaveProperty([`tool.dispute-rate.reason.${id}`]);
    for (const id of COMMON_FIELDS) {
      expect(en).toHaveProperty([`tool.dispute-rate.field.${id}`]);
      expect(en).toHaveProperty([`tool.dispute-rate.help.${id}`]);
    }
    for (const { terms } of metrics.values())
      for (const { id } of terms) expect(en, id).toHaveProperty([`tool.dispute-rate.field.${id}`]);
    // What a smallest number counts is a noun that fits into the sentence, in both languages.
    const counted = [...metrics.values()].flatMap(({ tiers }) =>
      tiers.flatMap(({ lines }) =>
        lines.flatMap(({ floors = [], when = [] }) => [...floors, ...when].map(({ of }) => of)),
      ),
    );
    expect(new Set(counted)).toEqual(new Set(['numerator', 'denominator', 'buyers', 'sales']));
    for (const of of counted)
      for (const catalogue of [en, zh])
        expect(catalogue, of).toHaveProperty([`tool.dispute-rate.of.${of}`]);
    for (const id of ['unknown', 'unused', 'malformed', 'duplicate', 'version', 'too-long'])
      expect(en).toHaveProperty([`tool.dispute-rate.ignored.${id}`]);
    for (const id of ['clear', 'close', 'over', 'unknown'])
      expect(en).toHaveProperty([`tool.dispute-rate.standing.${id}`]);
  });
});
