import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { add, compare, exact, fromDecimal, subtract, ZERO, type Exact } from '../shared/exact.ts';
import {
  calculate,
  decodeInput,
  encodeInput,
  FIELDS,
  REASONS,
  type SettlementInput,
  type SettlementOk,
} from './index.ts';

const ASKED = '2026-11-21T00:00:00Z';
const content = openContent(join(import.meta.dirname, '../../content'));
const rules = content.rules();

function ok(input: SettlementInput): SettlementOk {
  const result = calculate(input, rules, ASKED);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}

const DIGITS = { USD: 2, JPY: 0, KWD: 3 } as const;
const currency = fc.constantFrom(...(Object.keys(DIGITS) as (keyof typeof DIGITS)[]));
const share = fc.integer({ min: 0, max: 1000 }).map((value) => String(value / 1000));
const whole = fc.integer({ min: 1, max: 4000 });
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });

const anyCase = fc.record({
  currency,
  platform: maybe(fc.constantFrom('aliexpress', 'ozon', 'other')),
  reason: maybe(fc.constantFrom(...REASONS)),
  price: whole,
  claim: maybe(whole),
  productCost: maybe(whole),
  outboundShipping: maybe(whole),
  returnShipping: maybe(whole),
  sellerPaysReturn: fc.boolean(),
  resaleShare: maybe(share),
  sparePartCost: maybe(whole),
  couponValue: maybe(whole),
  couponUse: maybe(share),
  commissionRate: maybe(share),
  commissionReturned: fc.boolean(),
  loseChance: maybe(share),
  disputeCost: maybe(fc.integer({ min: 0, max: 500 })),
  countsWhen: fc.constantFrom('opened', 'lost', 'not-withdrawn'),
  withdrawChance: maybe(share),
  agentMinutes: maybe(fc.integer({ min: 0, max: 300 })),
  agentHourly: fc.integer({ min: 0, max: 60 }),
  buyerFloor: maybe(whole),
  offersLeft: maybe(fc.integer({ min: 0, max: 8 })),
}) as fc.Arbitrary<SettlementInput>;

const minor = (input: SettlementInput) =>
  exact(1n, 10n ** BigInt(DIGITS[input.currency as keyof typeof DIGITS]));

describe('the limit', () => {
  it('never falls where losing grows likelier', () => {
    fc.assert(
      fc.property(anyCase, share, share, (input, one, two) => {
        const [low, high] = [one, two].sort((a, b) => Number(a) - Number(b));
        const at = (loseChance: string | undefined) =>
          fromDecimal(ok({ ...input, loseChance: loseChance ?? null }).walkAway);
        expect(compare(at(low), at(high))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is never above the claim, and one minor unit more would cost too much', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const result = ok(input);
        const limit = fromDecimal(result.walkAway);
        expect(compare(limit, fromDecimal(result.claim))).toBeLessThanOrEqual(0);
        const best = result.options
          .filter(({ id }) => ['hold', 'accept', 'return-refund'].includes(id))
          .flatMap(({ exact: cost }) => (cost ? [exact(BigInt(cost.num), BigInt(cost.den))] : []))
          .reduce((a, b) => (compare(a, b) <= 0 ? a : b));
        // The same sum in another way: accept is the refund of the whole claim.
        const back = input.commissionReturned ? Number(input.commissionRate ?? 0) : 0;
        const dispute =
          input.countsWhen === 'not-withdrawn'
            ? Number(input.disputeCost ?? 0) * (1 - Number(input.withdrawChance ?? 0))
            : 0;
        const cost = (amount: Exact) =>
          (Number(amount.num) / Number(amount.den)) * (1 - back) + dispute;
        const most = Number(best.num) / Number(best.den);
        if (limit.num > 0n) expect(cost(limit)).toBeLessThanOrEqual(most + 1e-6);
        if (compare(limit, fromDecimal(result.claim)) < 0)
          expect(cost(add(limit, minor(input)))).toBeGreaterThan(most - 1e-6);
      }),
    );
  });
});

describe('the ladder', () => {
  it('strictly rises above nothing, up to the limit, in no more steps than are left', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { ladder, walkAway } = ok(input);
        expect(ladder.length).toBeLessThanOrEqual(Number(input.offersLeft ?? 3));
        if (input.platform === 'ozon') expect(ladder.length).toBeLessThanOrEqual(2);
        const steps = [ZERO, ...ladder.map(fromDecimal)];
        for (const [i, step] of steps.slice(1).entries())
          expect(compare(step, steps[i] as Exact)).toBe(1);
        expect(compare(steps.at(-1) as Exact, fromDecimal(walkAway))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('bundles', () => {
  it('hold two or three different offers, within one minor unit of one another, below the claim', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyCase, (input) => {
        const { bundles, claim, walkAway } = ok(input);
        for (const { offers } of bundles) {
          seen += 1;
          expect([2, 3]).toContain(offers.length);
          expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
          const costs = offers.map(({ cost }) => fromDecimal(cost));
          for (const one of costs)
            for (const two of costs)
              // Rounded for display: each may be half a unit away from its exact cost.
              expect(
                compare(subtract(one, two), add(minor(input), minor(input))),
              ).toBeLessThanOrEqual(0);
          for (const { amount } of offers)
            if (amount !== null) {
              expect(compare(fromDecimal(amount), fromDecimal(claim))).toBeLessThanOrEqual(0);
              expect(compare(fromDecimal(amount), fromDecimal(walkAway))).toBeLessThanOrEqual(0);
            }
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});

describe('costs', () => {
  it('are the exact sum of their terms, and ranked', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { options } = ok(input);
        const priced = options.filter(({ cost }) => cost !== null);
        // What has no price stands behind what has one.
        expect(options.slice(0, priced.length)).toEqual(priced);
        const costs = priced.map(({ exact: cost }) =>
          exact(BigInt(cost?.num ?? 0), BigInt(cost?.den ?? 1)),
        );
        for (const [i, cost] of costs.slice(1).entries())
          expect(compare(costs[i] as Exact, cost)).toBeLessThanOrEqual(0);
        for (const { cost, terms } of priced) {
          const total = terms.reduce((sum, { amount }) => add(sum, fromDecimal(amount)), ZERO);
          const off = subtract(total, fromDecimal(cost ?? '0'));
          const size = off.num < 0n ? { ...off, num: -off.num } : off;
          expect(compare(size, exact(minor(input).num * 3n, minor(input).den))).toBe(-1);
        }
        for (const { allowed, unfit, cost } of options)
          if (!allowed || unfit !== null) expect(cost).toBeNull();
      }),
    );
  });

  it('at the break-even chance holding costs the same as the step', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyCase, (input) => {
        for (const { offer, num, den } of ok(input).breakEven ?? []) {
          const chance = Number(num) / Number(den);
          if (chance < 0 || chance > 1) continue;
          const at = ok({ ...input, firstOffer: Number(offer), loseChance: chance.toFixed(9) });
          const costOf = (id: string) =>
            Number(at.options.find((option) => option.id === id)?.cost ?? Number.NaN);
          if (at.ladder[0] !== offer) continue;
          seen += 1;
          expect(Math.abs(costOf('hold') - costOf('partial-refund'))).toBeLessThanOrEqual(
            (2 * Number(minor(input).num)) / Number(minor(input).den),
          );
        }
      }),
    );
    expect(seen).toBeGreaterThan(20);
  });
});

describe('reading', () => {
  it('gives back what was put into an address', () => {
    const input = { currency: 'USD', price: '24', loseChance: '70%', sellerPaysReturn: 'true' };
    expect(decodeInput(encodeInput(input))).toEqual({ input, ignored: [] });
  });

  it('leaves out what it cannot read, and says so', () => {
    const { input, ignored } = decodeInput('#?currency=USD&loseChance=7&nonsense=1&price=24&v=1');
    expect(input).toEqual({ currency: 'USD', price: '24' });
    expect(ignored.map(({ key, messageKey }) => [key, messageKey])).toEqual([
      ['nonsense', 'tool.settlement.ignored.unknown'],
      ['loseChance', 'tool.settlement.error.share'],
    ]);
  });

  it.each([
    ['70%', '16.80'],
    ['70 %', '16.80'],
    ['70％', '16.80'],
    [0.7, '16.80'],
    ['0,7', '16.80'],
    ['.7', '16.80'],
    ['1', '24.00'],
    ['100%', '24.00'],
    ['1%', '0.24'],
  ])('takes the chance %s', (loseChance, cost) => {
    const { options } = ok({ currency: 'USD', price: 24, loseChance });
    expect(options.find(({ id }) => id === 'hold')?.cost).toBe(cost);
  });

  it('repeats what it read from words', () => {
    const input = { currency: 'usd', price: '$1,200.50', claim: '24', loseChance: '70%' };
    expect(ok(input).understood).toEqual({ price: '1200.5', loseChance: '0.7' });
  });

  it.each(['70', 1.1, '101%', '-5%', 'likely', 'x%', true])(
    'refuses the chance %s',
    (loseChance) => {
      expect(calculate({ currency: 'USD', price: 24, loseChance }, rules, ASKED)).toMatchObject({
        kind: 'invalid',
        issues: [{ path: 'loseChance' }],
      });
    },
  );

  it.each([
    ['price', 0],
    ['price', '12 EUR'],
    ['price', '1.005'],
    ['claim', -1],
    ['currency', 'RMB'],
    ['currency', 7],
    ['platform', 'nowhere'],
    ['countsWhen', 'sometimes'],
    ['sellerPaysReturn', 'perhaps'],
    ['offersLeft', 2.5],
    ['offersLeft', 21],
    ['agentMinutes', -1],
    ['buyerCurrencyRate', 0],
    ['reason', 'x'.repeat(61)],
  ] as const)('refuses %s = %s in words', (field, value) => {
    const result = calculate({ currency: 'USD', price: 24, [field]: value }, rules, ASKED);
    if (result.kind !== 'invalid') throw new Error(result.kind);
    expect(result.issues.map(({ path }) => path)).toContain(field);
    for (const { key } of result.issues) expect(content.messages()[key], key).toBeTruthy();
  });

  it.each([
    [true, true],
    ['true', true],
    ['yes', true],
    [1, true],
    ['是', true],
    [false, false],
    ['no', false],
    ['0', false],
  ])('reads %s as yes or no', (sellerPaysReturn, pays) => {
    const { options } = ok({
      currency: 'USD',
      price: 9,
      resaleShare: 0,
      returnShipping: 2,
      sellerPaysReturn,
    });
    expect(options.find(({ id }) => id === 'return-refund')?.cost).toBe(pays ? '11.00' : '9.00');
  });

  it('names every field in its help', () => {
    for (const name of FIELDS)
      expect(content.messages()[`tool.settlement.about.${name}`], name).toBeTruthy();
  });
});
