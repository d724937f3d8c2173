import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import {
  calculate,
  explain,
  fromCase,
  REASONS,
  type SettlementInput,
  type SettlementOk,
} from './index.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const rules = content.rules();

function ok(input: SettlementInput, book = rules): SettlementOk {
  const result = calculate(input, book, '2026-11-21T00:00:00Z');
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}
const optionOf = (result: SettlementOk, id: string) => {
  const found = result.options.find((option) => option.id === id);
  if (!found) throw new Error(id);
  return found;
};
const usd = { currency: 'USD', price: 24 } as const;

describe('a way out that makes no sense for the cause', () => {
  const whole: SettlementInput = {
    ...usd,
    productCost: 9,
    outboundShipping: 4,
    sparePartCost: 3,
    couponValue: 5,
    couponUse: 0.5,
    // Goods that come back whole would be the cheapest by far: 24 − 1 × 23.
    resaleShare: 1,
  };
  const cheapReturn = { ...whole, productCost: 23 };
  /** By cause, what is left out and why; written down from what the causes mean. */
  const LEFT_OUT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'snad-picture': { resend: 'same-again', 'spare-part': 'no-part' },
    'snad-colour-size': { 'spare-part': 'no-part' },
    'snad-counterfeit': {
      resend: 'same-again',
      'spare-part': 'no-part',
      coupon: 'papers',
      mixed: 'papers',
    },
    service: { resend: 'same-again', 'spare-part': 'no-part' },
    ...Object.fromEntries(
      REASONS.filter((reason) => reason.startsWith('inr')).map((reason) => [
        reason,
        {
          'return-refund': 'not-arrived',
          'spare-part': 'not-arrived',
          ...(reason === 'inr-pickup' ? { resend: 'waiting' } : {}),
          ...(['inr-late', 'inr-customs'].includes(reason) ? { resend: 'moving' } : {}),
        },
      ]),
    ),
  };

  it.each([...REASONS, 'my own', 'inrush', 'snadden', ''])('%s', (reason) => {
    const result = ok({ ...whole, reason, loseChance: 0.9 });
    const leftOut = result.options.flatMap(({ id, unfit }) => (unfit ? [[id, unfit]] : []));
    expect(Object.fromEntries(leftOut)).toEqual(LEFT_OUT[reason] ?? {});
    for (const option of result.options) {
      if (option.unfit === null) expect(option.cost, option.id).not.toBeNull();
      else
        expect(option).toMatchObject({
          cost: null,
          exact: null,
          terms: [],
          missing: [],
          allowed: true,
          dominatedBy: null,
        });
    }
    // Behind everything that has a price.
    const from = result.options.findIndex(({ unfit }) => unfit !== null);
    if (from >= 0) for (const { unfit } of result.options.slice(from)) expect(unfit).not.toBeNull();
    for (const { offers } of result.bundles)
      for (const { id } of offers) expect(Object.keys(LEFT_OUT[reason] ?? {})).not.toContain(id);
  });

  it('is none for a cause that is called like a part of the language', () => {
    for (const reason of ['constructor', 'toString', '__proto__', 'my snad-damaged', 'my inr-late'])
      for (const { id, unfit } of ok({ ...whole, reason }).options)
        expect(unfit, `${reason} ${id}`).toBeNull();
  });

  it('sets no limit: what never arrived is not sent back, however cheap that were', () => {
    for (const reason of ['', 'snad', 'snad-damaged', 'service', 'inrush'])
      expect(ok({ ...cheapReturn, reason }), reason).toMatchObject({
        walkAway: '1.00',
        walkAwayBy: 'return-refund',
      });
    for (const reason of REASONS.filter((each) => each.startsWith('inr'))) {
      const held = ok({
        ...cheapReturn,
        reason,
        loseChance: 0.5,
        disputeCost: 2,
        countsWhen: 'lost',
      });
      expect(held, reason).toMatchObject({ walkAway: '13.00', walkAwayBy: 'hold' });
      expect(held.sensitivity.loseChance.map(({ walkAway }) => walkAway)).toEqual([
        '10.40',
        '15.60',
      ]);
      expect(ok({ ...cheapReturn, reason }), reason).toMatchObject({
        walkAway: '24.00',
        walkAwayBy: 'accept',
      });
    }
  });

  it('is told by the cause, however it is written', () => {
    expect(ok({ ...cheapReturn, reason: ' INR-Lost ' })).toMatchObject({
      reason: 'inr-lost',
      walkAway: '24.00',
    });
    expect(ok({ ...usd, reason: ' My Own ' }).reason).toBe('My Own');
    // A case carries the name of the reply that was written in it.
    for (const [situation, cause] of [
      ['inr-lost-returned', 'inr-lost'],
      ['inr-tracking-invalid', 'inr-tracking'],
      ['inr-delivered-denied', 'inr-delivered'],
      ['inr-in-transit', 'inr-late'],
    ] as const) {
      expect(ok({ ...cheapReturn, reason: situation }), situation).toMatchObject({
        reason: cause,
        walkAway: '24.00',
      });
      expect(fromCase({ version: 2, id: 'a', reason: situation } as never).reason).toBe(cause);
    }
  });

  it('is a coupon where the platform has no shop to use it in', () => {
    const paypal = ok({ ...whole, platform: 'paypal', reason: 'snad-damaged', couponValue: 15 });
    for (const id of ['coupon', 'mixed'])
      expect(optionOf(paypal, id)).toMatchObject({
        unfit: 'no-coupons',
        cost: null,
        allowed: true,
      });
    for (const { offers } of paypal.bundles)
      for (const { id } of offers) expect(['coupon', 'mixed']).not.toContain(id);
    expect(optionOf(ok({ ...whole, platform: 'ebay' }), 'coupon').unfit).toBeNull();
    // Ozon forbids it by its rule, which says more.
    expect(optionOf(ok({ ...whole, platform: 'ozon' }), 'coupon')).toMatchObject({
      allowed: false,
      unfit: null,
    });
  });
});

describe('the form of Ozon in another currency', () => {
  const ozon = { platform: 'ozon', currency: 'USD', price: 24 } as const;
  const rub = { ...ozon, buyerCurrency: 'RUB', buyerCurrencyRate: 80 } as const;
  const told = (input: SettlementInput) => ok(input).warnings.map(({ id }) => id);

  it('is checked at the person’s own rate: from 1 RUB up to the price less 1 RUB, inside minor units', () => {
    // 1/80 = 0.0125: from 0.02 up, and 24 − 0.0125 = 23.9875 down to 23.98.
    const result = ok({ ...rub, firstOffer: 24 });
    expect(result.ladder).toEqual(['23.98']);
    expect(result.warnings.find(({ id }) => id === 'limits-by-rate')).toEqual({
      id: 'limits-by-rate',
      ruleIds: ['ozon.remedy.offer-min', 'ozon.remedy.offer-below-price'],
      least: '0.02',
      amount: '23.98',
    });
    expect(explain(result)).toContainEqual(
      expect.objectContaining({
        messageKey: 'tool.settlement.explain.warning.limits-by-rate',
        values: { least: { money: '0.02' }, amount: { money: '23.98' } },
      }),
    );
    expect(told({ ...rub, firstOffer: '0.01' })).toContain('below-form');
    expect(ok({ ...rub, firstOffer: '0.02', offersLeft: 1 }).ladder).toEqual(['0.02']);
    expect(ok({ ...rub, firstOffer: '0.01', offersLeft: 1 }).ladder).toEqual([]);
    expect(told({ ...rub, buyerFloor: '23.99' })).toContain('floor-above-form');
    expect(told(rub)).not.toContain('limits-in-rub');
    // At 1 RUB for a yen the bounds are whole yen, at half a rouble they are two yen.
    expect(ok({ ...rub, currency: 'JPY', buyerCurrencyRate: 1, firstOffer: 24 }).ladder).toEqual([
      '23',
    ]);
    expect(ok({ ...rub, currency: 'JPY', buyerCurrencyRate: 0.5, firstOffer: 24 }).ladder).toEqual([
      '22',
    ]);
  });

  it('takes none where the price is too small for it by that rate', () => {
    const small = told({ ...rub, price: '0.03', buyerCurrencyRate: 50 });
    expect(small).toContain('form-takes-none');
    expect(small).not.toContain('limits-by-rate');
    expect(told({ ...rub, price: '0.04', buyerCurrencyRate: 50 })).not.toContain('form-takes-none');
  });

  it('is said not to be checked without a rate to roubles', () => {
    for (const more of [
      {},
      { buyerCurrencyRate: 80 },
      { buyerCurrency: 'KZT', buyerCurrencyRate: 500 },
    ]) {
      expect(told({ ...ozon, ...more })).toContain('limits-in-rub');
      expect(told({ ...ozon, ...more })).not.toContain('limits-by-rate');
      expect(ok({ ...ozon, ...more, firstOffer: 24 }).ladder).toEqual(['24.00']);
    }
    const own = { platform: 'ozon', currency: 'RUB', price: 100 } as const;
    for (const id of ['limits-in-rub', 'limits-by-rate']) {
      expect(
        told({ ...usd, platform: 'ebay', buyerCurrency: 'RUB', buyerCurrencyRate: 80 }),
      ).not.toContain(id);
      expect(told(own)).not.toContain(id);
      expect(told({ ...own, buyerCurrency: 'RUB', buyerCurrencyRate: 2 })).not.toContain(id);
      expect(told({ ...rub, platform: 'aliexpress' })).not.toContain(id);
    }
    // Without the rules there is nothing to check by.
    expect(ok(ozon, new Map()).warnings.map(({ id }) => id)).not.toContain('limits-in-rub');
  });
});
