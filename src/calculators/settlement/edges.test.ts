import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import {
  calculate,
  COUNTS_WHEN,
  explain,
  LIMIT_RULES,
  OPTION_IDS,
  PLATFORMS,
  REASONS,
  RESEARCH_RULES,
  verdict,
  WARNING_RULES,
  type SettlementInput,
  type SettlementOk,
} from './index.ts';
import { hasLimits, standingOf } from './limits.ts';
import { tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const rules = content.rules();
const ASKED = '2026-11-21T00:00:00Z';

function ok(input: SettlementInput, book = rules): SettlementOk {
  const result = calculate(input, book, ASKED);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}
const issues = (raw: unknown) => {
  const result = calculate(raw, rules, ASKED);
  if (result.kind !== 'invalid') throw new Error(result.kind);
  return result.issues.map(({ path, key, values }) => [
    path,
    key.replace('tool.settlement.error.', ''),
    values,
  ]);
};
const optionOf = (result: SettlementOk, id: string) => {
  const found = result.options.find((option) => option.id === id);
  if (!found) throw new Error(id);
  return found;
};
const bundles = (input: SettlementInput) =>
  ok(input).bundles.map(({ offers }) =>
    offers.map(({ id, amount, cost }) => [id, amount, cost].filter(Boolean).join(' ')).join(' / '),
  );
const usd = { currency: 'USD', price: 24 } as const;

describe('what is read', () => {
  it('is trimmed, and may be as long as it says', () => {
    const input = { ...usd, platform: ' Ozon ', reason: ` ${'x'.repeat(60)} ` };
    expect(ok(input)).toMatchObject({ platform: 'ozon', reason: 'x'.repeat(60) });
    expect(ok(usd).reason).toBe('');
    expect(
      ok({ ...usd, agentMinutes: 10_080, agentHourly: 0, buyerFloor: ' ' }).overlap,
    ).toBeNull();
  });

  it.each([
    [' YES ', '30.00'],
    ['false', '24.00'],
    ['否', '24.00'],
    [0, '24.00'],
  ])('who pays the return: %s', (sellerPaysReturn, cost) => {
    const result = ok({ ...usd, resaleShare: 0, returnShipping: 6, sellerPaysReturn });
    expect(optionOf(result, 'return-refund').cost).toBe(cost);
  });

  it('is repeated only where it was more than a plain figure', () => {
    expect(ok({ currency: 'USD', price: ' 24.50 ', claim: '1200' }).understood).toEqual({});
    expect(ok({ ...usd, claim: '$9.25' }).understood).toEqual({ claim: '9.25' });
  });

  it('names what it does not know', () => {
    expect(ok({ ...usd, nonsense: 1 } as SettlementInput).ignored).toEqual(['nonsense']);
  });
});

describe('a refusal', () => {
  it('says what was written and what may be', () => {
    const list = PLATFORMS.join(', ');
    expect(issues({ ...usd, platform: ' Nowhere ' })).toEqual([
      ['platform', 'one-of', { given: 'Nowhere', list }],
    ]);
    expect(list).toMatch(/^aliexpress, ozon, /);
    expect(issues({ ...usd, platform: 7, reason: 7, sellerPaysReturn: {} })).toEqual([
      ['platform', 'one-of', { given: '7', list }],
      ['reason', 'reason', { given: '7' }],
      ['sellerPaysReturn', 'yes-no', { given: 'object' }],
    ]);
    expect(issues({ ...usd, sellerPaysReturn: Object.create(null) as unknown })).toHaveLength(1);
    expect(issues('24')).toEqual([['', 'not-an-object', {}]]);
  });

  it.each([
    ['101%', 'share'],
    [' 70 ', 'share'],
    [1.1, 'share'],
    ['x%', 'tool.number.not-a-number'],
    ['likely', 'tool.number.not-a-number'],
  ])('of the chance %s tells a share out of range from what is no number', (loseChance, key) => {
    expect(issues({ ...usd, loseChance })).toEqual([
      ['loseChance', key, { given: String(loseChance).trim() }],
    ]);
  });

  it('of a first offer compares exactly', () => {
    const first = (firstOffer: string, claim: string) => ({ ...usd, firstOffer, claim });
    expect(issues(first(' 12.50 ', '12.40'))).toEqual([
      ['firstOffer', 'first-above-claim', { given: '12.50' }],
    ]);
    expect(ok(first('12.40', '12.40')).ladder).toEqual(['12.40']);
    expect(issues({ ...usd, agentMinutes: 10_081 })[0]?.[0]).toBe('agentMinutes');
  });

  it('waits for what is missing', () => {
    // Without a currency no amount can be read, so none is refused.
    expect(calculate({ price: 'much', firstOffer: '-' }, rules, ASKED)).toEqual({
      kind: 'incomplete',
      missing: ['currency'],
    });
    expect(calculate({ currency: 'USD', price: ' ' }, rules, ASKED)).toEqual({
      kind: 'incomplete',
      missing: ['price'],
    });
    expect(calculate({ ...usd, buyerCurrency: 'BRL' }, rules, ASKED)).toEqual({
      kind: 'incomplete',
      missing: ['buyerCurrencyRate'],
    });
  });
});

describe('every term', () => {
  // Commission 10 % back; 2.50 unless withdrawn, which happens in a fifth; work at 9 an hour.
  const whole: SettlementInput = {
    ...usd,
    loseChance: 0.7,
    disputeCost: '2.50',
    countsWhen: 'not-withdrawn',
    withdrawChance: 0.2,
    commissionRate: 0.1,
    commissionReturned: true,
    agentMinutes: 20,
    handlingMinutes: 10,
    agentHourly: 9,
    productCost: 9,
    outboundShipping: 4,
    returnShipping: 6,
    sellerPaysReturn: true,
    resaleShare: 0.6,
    sparePartCost: 3,
    couponValue: '2.25',
    couponUse: 0.4,
  };
  const termsOf = (result: SettlementOk, id: string) => {
    const { terms, cost } = optionOf(result, id);
    return `${terms.map((term) => `${term.id} ${term.amount}`).join(' + ')} = ${cost ?? ''}`;
  };

  it('has a name and its amount', () => {
    const result = ok(whole);
    // (20.62 − 2.00) / 0.9 = 20.688…; half of 20.68.
    expect([result.walkAway, result.ladder[0]]).toEqual(['20.68', '10.34']);
    expect(termsOf(result, 'hold')).toBe(
      'refund-if-lost 16.80 + commission-returned -1.68 + work 3.00 + dispute-cost 2.50 = 20.62',
    );
    expect(termsOf(result, 'accept')).toBe(
      'refund 24.00 + commission-returned -2.40 + dispute-cost 2.00 = 23.60',
    );
    expect(termsOf(result, 'return-refund')).toBe(
      'refund 24.00 + commission-returned -2.40 + return-shipping 6.00 + resale -5.40 + work 1.50 + dispute-cost 2.00 = 25.70',
    );
    expect(termsOf(result, 'resend')).toBe(
      'product 9.00 + outbound-shipping 4.00 + work 1.50 + dispute-cost 2.00 = 16.50',
    );
    expect(termsOf(ok({ ...whole, resendCost: 11 }), 'resend')).toBe(
      'resend 11.00 + work 1.50 + dispute-cost 2.00 = 14.50',
    );
    expect(termsOf(result, 'spare-part')).toBe(
      'spare-part 3.00 + work 1.50 + dispute-cost 2.00 = 6.50',
    );
    expect(termsOf(result, 'coupon')).toBe('coupon-used 0.90 + dispute-cost 2.00 = 2.90');
    // 10.34 × 0.9 + 0.90 + 2.00 = 12.206.
    expect(termsOf(result, 'mixed')).toBe(
      'refund 10.34 + commission-returned -1.03 + coupon-used 0.90 + dispute-cost 2.00 = 12.21',
    );
    expect(optionOf(result, 'mixed').buyerReceives).toBe('12.59');
  });

  it('counts in a rate as long as a withdrawal is not certain, and nobody knows without saying when', () => {
    const counting = (input: SettlementInput) =>
      ok(input).options.map(({ countsAgainstYou }) => countsAgainstYou);
    expect(new Set(counting(whole))).toEqual(new Set([true]));
    expect(new Set(counting(usd))).toEqual(new Set([null]));
  });

  it('that cannot be known is named by its field', () => {
    const bare = { ...usd, agentMinutes: 10, handlingMinutes: 5, sellerPaysReturn: true };
    const missing = (input: SettlementInput) =>
      Object.fromEntries(ok(input).options.map((option) => [option.id, option.missing]));
    expect(missing({ ...bare, resaleShare: 0.5 })).toEqual({
      hold: ['loseChance', 'agentHourly'],
      accept: [],
      'partial-refund': [],
      'return-refund': ['returnShipping', 'productCost', 'agentHourly'],
      resend: ['productCost', 'outboundShipping', 'agentHourly'],
      'spare-part': ['sparePartCost', 'agentHourly'],
      coupon: ['couponValue', 'couponUse'],
      mixed: ['couponValue', 'couponUse'],
    });
    expect(missing({ ...whole, couponValue: null })['coupon']).toEqual(['couponValue']);
    expect(Object.values(missing(whole)).flat()).toEqual([]);
  });
});

describe('bundles', () => {
  it('start at one minor unit, and end at the limit', () => {
    expect(bundles({ ...usd, sparePartCost: '0.01' })).toEqual([
      'spare-part 0.01 / partial-refund 0.01 0.01',
    ]);
    expect(bundles({ ...usd, loseChance: 0.5, resendCost: 12 })).toEqual([
      'resend 12.00 / partial-refund 12.00 12.00',
    ]);
    expect(bundles({ ...usd, loseChance: 0.5, resendCost: '12.01' })).toEqual([]);
  });

  it('are said once, whichever of their offers they are made from', () => {
    expect(bundles({ ...usd, resendCost: '7.50', sparePartCost: '7.50' })).toEqual([
      'resend 7.50 / partial-refund 7.50 7.50 / spare-part 7.50',
    ]);
    // A minor unit apart they still go together, but the refund beside them is another.
    expect(bundles({ ...usd, resendCost: '7.50', sparePartCost: '7.51' })).toEqual([
      'resend 7.50 / partial-refund 7.50 7.50 / spare-part 7.51',
      'spare-part 7.51 / partial-refund 7.51 7.51 / resend 7.50',
    ]);
    expect(bundles({ ...usd, resendCost: '7.50', sparePartCost: '7.52' })).toEqual([
      'resend 7.50 / partial-refund 7.50 7.50',
      'spare-part 7.52 / partial-refund 7.52 7.52',
    ]);
  });

  it('hold three offers at most, and no coupon that is worth nothing', () => {
    const equal = { ...usd, resendCost: '7.50', sparePartCost: '7.50', couponUse: 0.5 };
    expect(bundles({ ...equal, couponValue: 15 })).toEqual([
      'resend 7.50 / partial-refund 7.50 7.50 / spare-part 7.50',
      'coupon 7.50 / partial-refund 7.50 7.50 / resend 7.50',
      'partial-refund 12.00 12.00 / mixed 4.50 12.00',
    ]);
    expect(bundles({ ...usd, couponUse: 0.5, couponValue: 0 })).toEqual([]);
  });
});

describe('what makes another way out needless', () => {
  const dominated = (input: SettlementInput) =>
    ok(input).options.flatMap(({ id, step, dominatedBy }) =>
      dominatedBy === null ? [] : [`${id}${step ? `.${String(step)}` : ''} by ${dominatedBy}`],
    );
  const returned = { commissionRate: 0.1, commissionReturned: true };

  it('is money that costs less than a coupon of the same amount', () => {
    // The first step of 5.50 costs 4.95, the coupon of 5 costs 5.
    const input = { ...usd, ...returned, firstOffer: '5.50', couponValue: 5, couponUse: 1 };
    expect(dominated(input)).toEqual(['coupon by partial-refund.1']);
    // Dearer, or less: neither.
    expect(dominated({ ...input, couponUse: 0.9 })).toEqual([]);
    expect(dominated({ ...input, couponValue: 6, couponUse: 0.9 })).toEqual([]);
    // A coupon of a large amount makes no money needless.
    expect(dominated({ ...usd, couponValue: 30, couponUse: 0.1 })).toEqual([]);
  });

  it('is more money at the same cost, where all of the commission comes back', () => {
    const input = { ...usd, commissionRate: 1, commissionReturned: true, offersLeft: 1 };
    expect(dominated(input)).toEqual(['partial-refund.1 by accept']);
  });

  it('is nothing for a way out that is not allowed', () => {
    // 799.50 at 20 % back costs 639.60, a coupon of 700 would cost 700.
    const result = ok({
      platform: 'ozon',
      currency: 'RUB',
      price: 1600,
      commissionRate: 0.2,
      commissionReturned: true,
      couponValue: 700,
      couponUse: 1,
    });
    expect(optionOf(result, 'coupon')).toMatchObject({
      allowed: false,
      cost: null,
      terms: [],
      missing: [],
      dominatedBy: null,
    });
  });
});

describe('the limit and the steps', () => {
  it('are set by paying what is asked where holding costs as much', () => {
    expect(ok({ currency: 'USD', price: 10, loseChance: 1 }).walkAwayBy).toBe('accept');
  });

  it('stay within a chance of nothing and of all', () => {
    const at = (loseChance: number) => ok({ ...usd, loseChance }).sensitivity.loseChance;
    expect(at(0.05)).toEqual([
      { at: '0.0000', walkAway: '0.00' },
      { at: '0.1500', walkAway: '3.60' },
    ]);
  });

  it('are held by the form of a platform', () => {
    const ozon = { platform: 'ozon', currency: 'RUB', price: '3.50' } as const;
    // At most 3.50 − 1 = 2.50: 1.25, and 2.50 − 0.625 = 1.875.
    expect(ok(ozon).ladder).toEqual(['1.25', '1.87']);
    expect(ok({ ...ozon, claim: 2, firstOffer: 1 }).ladder).toEqual(['1.00', '1.50']);
    // Without its rules nothing is bounded.
    expect(ok(ozon, new Map()).ladder).toEqual(['1.75', '2.62', '3.06']);
  });

  it('are written at one’s own rate in the decimals of its currency', () => {
    const rate = (more: SettlementInput) => ok({ ...usd, claim: 12, offersLeft: 1, ...more });
    expect(rate({ buyerCurrencyRate: '0.5' }).atOwnRate).toEqual({
      currency: null,
      walkAway: '6.00',
      ladder: ['3.00'],
    });
    expect(rate({ buyerCurrency: 'JPY', buyerCurrencyRate: 150 }).atOwnRate).toEqual({
      currency: 'JPY',
      walkAway: '1800',
      ladder: ['900'],
    });
  });

  it('say that a dispute without a price has spent nothing', () => {
    expect(ok({ ...usd, disputeCost: 0, countsWhen: 'opened' }).spentAlready).toBeNull();
  });
});

describe('warnings and research', () => {
  const idsOf = ({ warnings, research }: SettlementOk) =>
    [...warnings, ...research].map(({ id }) => id);

  it('speak of steps and bundles only where there are any', () => {
    const none = idsOf(ok({ platform: 'ozon', currency: 'RUB', price: 1600, claim: '0.80' }));
    for (const id of ['reject-may-go', 'ladder', 'bundles']) expect(none).not.toContain(id);
    expect(idsOf(ok({ platform: 'ozon', currency: 'RUB', price: 1600 }))).toEqual(
      expect.arrayContaining(['reject-may-go', 'ladder']),
    );
  });

  it('speak of a first offer only above the limit', () => {
    const first = (firstOffer: string) =>
      idsOf(ok({ currency: 'USD', price: 10, loseChance: 0.5, firstOffer }));
    expect(first('5.01')).toContain('first-above-limit');
    expect(first('5')).not.toContain('first-above-limit');
  });

  it('know worry-free shipping of the platform that has it', () => {
    const free = { ...usd, reason: 'inr-late', worryFree: true };
    expect(idsOf(ok({ ...free, platform: 'aliexpress' }))).toContain('platform-pays');
    expect(idsOf(ok({ ...free, platform: 'ebay' }))).not.toContain('platform-pays');
    // Elsewhere the tick changes nothing, and that is said.
    for (const platform of ['ozon', 'ebay', ''])
      expect(idsOf(ok({ ...free, platform })), platform).toContain('worry-free-elsewhere');
    expect(idsOf(ok({ ...free, platform: 'aliexpress' }))).not.toContain('worry-free-elsewhere');
    expect(idsOf(ok({ ...usd, platform: 'ozon' }))).not.toContain('worry-free-elsewhere');
    // However many other warnings stand beside it.
    const two = ok({ ...free, platform: 'aliexpress', countsWhen: 'not-withdrawn' });
    expect(two.warnings.map(({ id }) => id)).toEqual(['platform-pays', 'no-condition']);
    expect(verdict(two).messageKey).toBe('tool.settlement.verdict.platform-pays');
  });

  it('say whose rule forbids to bargain for a withdrawal, where one does', () => {
    for (const platform of PLATFORMS) {
      const { warnings } = ok({ ...usd, platform, countsWhen: 'not-withdrawn' });
      const ruleIds = warnings.find(({ id }) => id === 'no-condition')?.ruleIds ?? [];
      expect(ruleIds.length > 0, platform).toBe(hasLimits(platform));
      for (const id of ruleIds) expect(id.startsWith(`${platform}.`), id).toBe(true);
    }
    const { warnings } = ok({ ...usd, countsWhen: 'not-withdrawn' });
    expect(warnings.find(({ id }) => id === 'no-condition')?.ruleIds).toEqual([]);
  });

  it('are explained with the rules they rest on', () => {
    const result = ok({ platform: 'ozon', currency: 'RUB', price: 1600 });
    const told = explain(result)
      .filter(({ section }) => section === 'rule')
      .map(({ messageKey, values, ruleIds }) => [
        messageKey.replace('tool.settlement.explain.', ''),
        values,
        ruleIds,
      ]);
    expect(told).toEqual([
      ...['resend', 'spare-part', 'coupon', 'mixed'].map((option) => [
        'not-allowed',
        { option: { option } },
        ['ozon.remedy.options'],
      ]),
      ['warning.reject-may-go', {}, ['ozon.remedy.reject-lost', 'ozon.remedy.max-offers']],
    ]);
  });
});

describe('the rules', () => {
  it('of a way out exist, are of its platform, and stand for every one where any is recorded', () => {
    expect(PLATFORMS.filter(hasLimits)).toEqual(['aliexpress', 'ozon']);
    for (const platform of PLATFORMS)
      for (const id of OPTION_IDS) {
        const { ruleIds } = standingOf(platform, id);
        expect(ruleIds.length > 0, `${platform} ${id}`).toBe(hasLimits(platform));
        for (const rule of ruleIds) {
          expect(rules.has(rule), `${platform} ${id}: ${rule}`).toBe(true);
          expect(rule.startsWith(`${platform}.`), rule).toBe(true);
        }
      }
    expect(standingOf(null, 'accept')).toEqual({ allowed: true, ruleIds: [] });
  });

  it('that answers cite are those the page is given, and all of those', () => {
    const cited = new Set<string>();
    for (const platform of PLATFORMS)
      for (const reason of REASONS)
        for (const countsWhen of COUNTS_WHEN)
          for (const other of [true, false]) {
            const currency = other ? 'RUB' : 'USD';
            const whole = { platform, reason, countsWhen, currency, price: 24, claim: 25 };
            const more = { worryFree: other, buyerKeeps: other, buyerFloor: 1, sparePartCost: 3 };
            for (const id of ok({ ...whole, ...more }).usedRules) cited.add(id);
          }
    for (const id of cited) expect(rules.has(id), id).toBe(true);
    expect([...cited].sort()).toEqual(
      [...new Set([...LIMIT_RULES, ...RESEARCH_RULES, ...WARNING_RULES])].sort(),
    );
  });
});

describe('a case', () => {
  const from = (rest: object) => tool.fromCase?.({ version: 2, id: 'a', ...rest } as never);

  it('says what the buyer asked for in the currency of the order, and nothing without a currency', () => {
    const buyer = { at: '1', by: 'buyer', amount: '20' };
    expect(
      from({ order: { price: '24', currency: 'USD' }, offers: [{ ...buyer, currency: 'USD' }] }),
    ).toEqual({ price: '24', claim: '20', currency: 'USD' });
    expect(from({ offers: [buyer] })).toEqual({ claim: '20' });
  });

  it('keeps the steps that were planned', () => {
    const result = ok({ ...usd, loseChance: 0.5 });
    expect(tool.toCase?.({}, result).plan).toEqual({
      at: ASKED,
      walkAway: '12.00',
      currency: 'USD',
      ladder: ['6.00', '9.00', '10.50'],
    });
  });
});

describe('what the answer says beside the numbers', () => {
  const warned = (input: SettlementInput) => ok(input).warnings.map(({ id }) => id);

  it('names a limit that is too small for half of it, and only then', () => {
    expect(warned({ currency: 'JPY', price: 1 })).toContain('half-too-small');
    expect(warned({ currency: 'JPY', price: 1, firstOffer: 1 })).not.toContain('half-too-small');
    expect(warned({ currency: 'JPY', price: 2 })).not.toContain('half-too-small');
    expect(warned({ currency: 'JPY', price: 1, offersLeft: 0 })).not.toContain('half-too-small');
    // The form takes no less than a rouble, and half of the limit is less.
    expect(
      warned({ currency: 'RUB', price: 100, claim: '1.50', platform: 'ozon', offersLeft: 1 }),
    ).toContain('half-too-small');
    // Nothing can be offered at all: no convention is to blame.
    expect(warned({ currency: 'RUB', price: 1, platform: 'ozon' })).not.toContain('half-too-small');
  });

  it('names the least of the form where a smaller offer was left out for it', () => {
    const ozon = { platform: 'ozon', currency: 'RUB', price: 1500 } as const;
    const small = ok({ ...ozon, firstOffer: '0.50' });
    expect(small.warnings.find(({ id }) => id === 'below-form')).toEqual({
      id: 'below-form',
      ruleIds: ['ozon.remedy.offer-min'],
      amount: '1.00',
    });
    expect(explain(small)).toContainEqual(
      expect.objectContaining({
        messageKey: 'tool.settlement.explain.warning.below-form',
        values: { amount: { money: '1.00' } },
      }),
    );
    expect(warned({ ...ozon, firstOffer: '1.00' })).not.toContain('below-form');
    expect(warned(ozon)).not.toContain('below-form');
    expect(warned({ ...ozon, claim: '0.80' })).toContain('below-form');
    expect(warned({ ...usd, firstOffer: '0.50' })).not.toContain('below-form');
  });

  it('says where the form takes no part refund at all, and why', () => {
    const ozon = { platform: 'ozon', currency: 'RUB' } as const;
    expect(warned({ ...ozon, price: 1 })).toContain('form-takes-none');
    expect(warned({ ...ozon, price: 1 })).not.toContain('below-form');
    expect(warned({ ...ozon, price: '1.99' })).toContain('form-takes-none');
    expect(warned({ ...ozon, price: 2 })).not.toContain('form-takes-none');
    expect(warned({ ...usd, price: 1 })).not.toContain('form-takes-none');
  });

  it('names a step with a coupon as forbidden where there is no step either', () => {
    const mixed = (input: SettlementInput) => ok(input).options.find(({ id }) => id === 'mixed');
    const forbidden = { allowed: false, cost: null, ruleIds: ['ozon.remedy.options'], missing: [] };
    const ozon = { platform: 'ozon', currency: 'RUB' } as const;
    expect(mixed({ ...ozon, price: 1 })).toMatchObject(forbidden);
    expect(mixed({ ...ozon, price: 100 })).toMatchObject(forbidden);
    for (const platform of [...PLATFORMS, '']) {
      const isForbidden = platform === 'ozon';
      const none = mixed({ ...usd, platform, offersLeft: 0, couponValue: 3, couponUse: 0.5 });
      expect(none, platform).toMatchObject({
        cost: null,
        buyerReceives: null,
        terms: [],
        missing: [],
        allowed: !isForbidden,
        unfit: isForbidden ? null : platform === 'paypal' ? 'no-coupons' : 'no-step',
      });
      expect(ok({ ...usd, platform, offersLeft: 0 }).missing).not.toContain('mixed');
    }
  });

  it('says that no offers are left, and not that none is worth making', () => {
    const none = ok({ ...usd, offersLeft: 0 });
    expect(none.warnings.map(({ id }) => id)).toContain('no-offers-left');
    expect(verdict(none).messageKey).toBe('tool.settlement.verdict.none-left');
    expect(warned({ ...usd, offersLeft: 1 })).not.toContain('no-offers-left');
  });

  it('leaves open whether worry-free shipping covers a cause nobody chose', () => {
    const free = { ...usd, platform: 'aliexpress', worryFree: true } as const;
    for (const reason of ['', 'my own'])
      expect(warned({ ...free, reason }), reason).toContain('worry-free-by-cause');
    expect(warned(free)).toContain('worry-free-by-cause');
    for (const reason of ['snad', 'snad-damaged', 'service']) {
      expect(warned({ ...free, reason }), reason).toContain('worry-free-not-for-this');
      expect(warned({ ...free, reason }), reason).not.toContain('worry-free-by-cause');
    }
    expect(warned({ ...free, reason: 'inr' })).toContain('platform-pays');
  });

  it('names steps above what was paid', () => {
    expect(warned({ ...usd, claim: 30 })).toContain('above-price');
    expect(warned({ ...usd, claim: 24 })).not.toContain('above-price');
    expect(warned({ ...usd, claim: 30, loseChance: 0.5 })).not.toContain('above-price');
    // AliExpress has a rule against paying outside of it; of others none is cited.
    const cited = (platform: string) =>
      ok({ ...usd, platform, claim: 30 }).warnings.find(({ id }) => id === 'above-price')?.ruleIds;
    expect(cited('aliexpress')).toEqual(['aliexpress.conduct.off-platform']);
    expect(cited('ebay')).toEqual([]);
  });

  it('names a least of the buyer that no partial offer of the form can give', () => {
    const ozon = { platform: 'ozon', currency: 'RUB', price: 1000 } as const;
    expect(warned({ ...ozon, buyerFloor: '999.50' })).toContain('floor-above-form');
    expect(warned({ ...ozon, buyerFloor: '999' })).not.toContain('floor-above-form');
    expect(warned({ ...ozon, buyerFloor: '1000.01' })).not.toContain('floor-above-form');
    expect(warned({ ...usd, buyerFloor: '23.50' })).not.toContain('floor-above-form');
  });
});

describe('a price of the dispute without when it is due', () => {
  const priced = { ...usd, loseChance: 0.7, disputeCost: '2.50', resaleShare: 0 } as const;
  const opened = (input: SettlementInput) =>
    Object.fromEntries(ok(input).options.map(({ id, cost }) => [id, cost]));

  it('asks for that, by the name of its field, where any answer would depend on it', () => {
    const asked = { kind: 'incomplete', missing: ['countsWhen'] };
    expect(calculate(priced, rules, ASKED)).toEqual(asked);
    expect(calculate({ ...priced, withdrawChance: '0.99' }, rules, ASKED)).toEqual(asked);
    expect(calculate({ ...priced, disputeCost: '0.00' }, rules, ASKED).kind).toBe('ok');
  });

  it('leaves open only what depends on it: after a certain withdrawal that is holding', () => {
    const certain = ok({ ...priced, withdrawChance: 1 });
    const hold = optionOf(certain, 'hold');
    expect([hold.cost, hold.missing]).toEqual([null, ['countsWhen']]);
    expect(certain).toMatchObject({
      breakEven: null,
      walkAway: '24.00',
      walkAwayBy: 'accept',
      ladder: ['12.00', '18.00', '21.00'],
    });
    // Whenever it is due, each agreement costs what it costs here: s is 0, 0 and 2.50 × (1 − 1).
    const agreed = { accept: '24.00', 'return-refund': '24.00' };
    expect(opened({ ...priced, withdrawChance: 1 })).toMatchObject(agreed);
    for (const countsWhen of COUNTS_WHEN)
      expect(opened({ ...priced, withdrawChance: 1, countsWhen }), countsWhen).toMatchObject(
        agreed,
      );
    // With a dispute that costs nothing holding has its price: 0.7 × 24.
    expect(certain.sensitivity.disputeCost.map(({ walkAway }) => walkAway)).toEqual([
      '16.80',
      '24.00',
      '24.00',
    ]);
  });
});
