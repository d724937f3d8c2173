import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { explain, verdict, type SettlementInput, type SettlementOk } from './index.ts';
import { tool } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));

async function ok(input: SettlementInput): Promise<SettlementOk> {
  const result = await tool.run(input, content, '2026-11-21T00:00:00Z');
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}

const known: SettlementInput = {
  currency: 'USD',
  price: '24',
  loseChance: '0.7',
  disputeCost: '2.50',
  countsWhen: 'lost',
  agentMinutes: '20',
  agentHourly: '9',
};

/** A step in one line: its section, its key, and what fills it. */
const lines = (result: SettlementOk) =>
  explain(result).map(({ section, messageKey, values, ruleIds }) => {
    const shown = Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'object') return `${name}=${value}`;
      if ('terms' in value)
        return `${name}=${value.terms.map(({ id, amount }) => `${id} ${amount}`).join(' + ')}`;
      return `${name}=${Object.keys(value).join()} ${Object.values(value).join()}`;
    });
    return [section, messageKey, ...shown, ...ruleIds].join(' | ');
  });
const KEY = 'tool.settlement.explain';

describe('why a settlement is as it is', () => {
  it('goes from what was given over every cost to what would change it', async () => {
    // Holding: 0.7 × 24 + 3 + 0.7 × 2.50 = 21.55; at 0.6 it is 18.90, at 0.8 accepting for 24 is less
    // than 24.20. With no price of a dispute 19.80, with twice that price 23.30.
    expect(lines(await ok(known))).toEqual([
      `given | ${KEY}.case | price=money 24.00 | claim=money 24.00`,
      `done | ${KEY}.cost | option=option partial-refund.1 | terms=refund 10.77 | cost=money 10.77`,
      `done | ${KEY}.cost | option=option partial-refund.2 | terms=refund 16.16 | cost=money 16.16`,
      `done | ${KEY}.cost | option=option partial-refund.3 | terms=refund 18.85 | cost=money 18.85`,
      `done | ${KEY}.cost | option=option hold | terms=refund-if-lost 16.80 + work 3.00 + dispute-cost 1.75 | cost=money 21.55`,
      `done | ${KEY}.cost | option=option accept | terms=refund 24.00 | cost=money 24.00`,
      `done | ${KEY}.walk-away | walkAway=money 21.55 | by=option hold`,
      `done | ${KEY}.ladder`,
      `change | ${KEY}.chance | percent=percent 0.6000 | walkAway=money 18.90`,
      `change | ${KEY}.chance | percent=percent 0.8000 | walkAway=money 24.00`,
      `change | ${KEY}.dispute-cost | none=money 19.80 | twice=money 23.30`,
    ]);
  });

  it('says what an opened dispute has cost already, and changes nothing by it', async () => {
    const told = lines(await ok({ ...known, countsWhen: 'opened' }));
    expect(told).toContain(`given | ${KEY}.spent | amount=money 2.50`);
    expect(told.some((line) => line.includes('.dispute-cost'))).toBe(false);
    expect(lines(await ok(known)).some((line) => line.includes('.spent'))).toBe(false);
  });

  it('says that without a chance of losing nothing can be held against an offer', async () => {
    const without = { ...known, loseChance: null };
    const told = lines(await ok(without));
    expect(told.at(-1)).toBe(`change | ${KEY}.no-hold | fields=fields loseChance`);
    expect(told.some((line) => line.includes('.chance |'))).toBe(false);
    expect(lines(await ok(known)).some((line) => line.includes('no-hold'))).toBe(false);
  });

  it('says no ladder where there is none', async () => {
    const told = lines(await ok({ ...known, loseChance: '0', agentMinutes: '0' }));
    expect(told.some((line) => line.endsWith('.ladder'))).toBe(false);
  });

  it('cites the rule of a warning, and no warning without one', async () => {
    const told = lines(await ok({ ...known, platform: 'ozon', currency: 'RUB', price: '2400' }));
    const rules = told.filter((line) => line.startsWith('rule'));
    expect(rules.length).toBeGreaterThan(0);
    for (const line of rules) expect(line).toMatch(/\| [a-z]+\.[a-z-]+\./);
    expect(lines(await ok(known)).some((line) => line.startsWith('rule'))).toBe(false);
  });
});

describe('the sentence at the head', () => {
  it('names the steps and what holding is worth', async () => {
    expect(verdict(await ok(known))).toEqual({
      messageKey: 'tool.settlement.verdict.steps',
      values: {
        walkAway: { money: '21.55' },
        by: { option: 'hold' },
        fields: { fields: [] },
        most: { money: '21.55' },
        first: { money: '10.77' },
        last: { money: '18.85' },
      },
    });
  });

  it('says when nothing should be offered, with no figure that does not exist', async () => {
    const told = verdict(await ok({ ...known, loseChance: '0', agentMinutes: '0' }));
    expect(told.messageKey).toBe('tool.settlement.verdict.nothing');
    expect(told.values).toMatchObject({ first: { money: '0.00' }, last: { money: '0.00' } });
  });

  it('ends at the price where the claim goes beyond it', async () => {
    // Holding: 0.9 × 40 = 36; half of the price 24 is 12, then 18 and 21.
    const beyond = {
      currency: 'USD',
      platform: 'aliexpress',
      reason: 'snad-damaged',
      price: '24',
      claim: '40',
      loseChance: '0.9',
    };
    const result = await ok(beyond);
    expect(result).toMatchObject({
      walkAway: '36.00',
      offerLimit: '24.00',
      ladder: ['12.00', '18.00', '21.00'],
      heldBack: null,
    });
    expect(verdict(result)).toMatchObject({
      messageKey: 'tool.settlement.verdict.steps-within-price',
      values: { walkAway: { money: '36.00' }, most: { money: '24.00' }, last: { money: '21.00' } },
    });
    expect(verdict(await ok({ ...beyond, loseChance: null })).messageKey).toBe(
      'tool.settlement.verdict.without-hold-within-price',
    );
    // Ozon's form ends one rouble below the price, and a first offer above the price starts at it.
    expect(
      (await ok({ ...beyond, platform: 'ozon', currency: 'RUB', price: '2400', claim: '4000' }))
        .offerLimit,
    ).toBe('2399.00');
    expect((await ok({ ...beyond, firstOffer: '30' })).ladder).toEqual(['24.00']);
    expect(verdict(await ok({ ...beyond, claim: '24' })).messageKey).toBe(
      'tool.settlement.verdict.steps',
    );
  });

  it('advises no step of a doubted brand, nor where the platform rules first', async () => {
    const papers = await ok({ ...known, platform: 'ebay', reason: 'snad-counterfeit' });
    expect([papers.heldBack, verdict(papers).messageKey]).toEqual([
      'papers-not-bargaining',
      'tool.settlement.verdict.papers-not-bargaining',
    ]);
    const free = { ...known, platform: 'aliexpress', reason: 'inr-lost', worryFree: true };
    const early = await ok(free);
    expect(early.heldBack).toBe('platform-pays');
    // Whoever reads no more than the steps finds none to offer; the limit is told all the same.
    for (const held of [papers, early]) {
      expect(held).toMatchObject({
        ladder: [],
        bundles: [],
        breakEven: [],
        walkAway: '21.55',
        walkAwayBy: 'hold',
      });
      expect(held.options.map(({ id }) => id)).not.toContain('partial-refund');
      expect(held.research.map(({ id }) => id)).not.toContain('ladder');
      expect(tool.toCase?.(known, held)).toMatchObject({ plan: { ladder: [] } });
    }
    // Nor is anything said of a ladder that is not there.
    const small = { currency: 'JPY', price: 1, reason: 'snad-counterfeit' } as const;
    expect((await ok(small)).warnings.map(({ id }) => id)).not.toContain('half-too-small');
    const form = { ...small, platform: 'ozon', currency: 'RUB', price: 1500 } as const;
    for (const [firstOffer, id] of [
      ['0.50', 'below-form'],
      ['1400', 'first-above-limit'],
    ] as const) {
      const more = { ...form, firstOffer, loseChance: 0.5 };
      expect((await ok(more)).warnings.map((one) => one.id)).not.toContain(id);
      const free = await ok({ ...more, reason: 'snad-damaged' });
      expect(free.warnings.map((one) => one.id)).toContain(id);
    }
    expect((await ok({ ...free, worryFree: false })).heldBack).toBeNull();
    expect((await ok({ ...free, reason: 'snad-damaged' })).heldBack).toBeNull();
  });

  it('says when it goes without a chance, and when the platform pays', async () => {
    const without = { ...known, loseChance: null };
    expect(verdict(await ok(without))).toMatchObject({
      messageKey: 'tool.settlement.verdict.without-hold',
      values: { fields: { fields: ['loseChance'] } },
    });
    // What keeps holding from a price may be something else than the chance.
    const unpriced = await ok({ ...known, agentHourly: '' });
    expect(verdict(unpriced)).toMatchObject({
      messageKey: 'tool.settlement.verdict.without-hold',
      values: { fields: { fields: ['agentHourly'] } },
    });
    expect(
      verdict(await ok({ ...known, platform: 'aliexpress', reason: 'inr-late', worryFree: true }))
        .messageKey,
    ).toBe('tool.settlement.verdict.platform-pays');
  });
});

describe('a case and the settlement', () => {
  const bare = { version: 1, id: 'a' } as const;
  const from = (rest: object) => tool.fromCase?.({ ...bare, ...rest } as never);

  it('takes the order and what the buyer asked for last', () => {
    expect(
      from({
        platform: 'ozon',
        reason: 'snad-short',
        order: { price: '24', currency: 'USD' },
        offers: [
          { at: '1', by: 'buyer', amount: '20', currency: 'USD' },
          { at: '2', by: 'buyer', amount: '12' },
          { at: '3', by: 'seller', amount: '5', currency: 'USD' },
          { at: '4', by: 'buyer', amount: '9', currency: 'EUR' },
          { at: '5', by: 'buyer', text: 'a new one' },
        ],
      }),
    ).toEqual({
      platform: 'ozon',
      reason: 'snad-short',
      price: '24',
      claim: '12',
      currency: 'USD',
    });
  });

  it('takes the currency of the last offer where the order has none, and no currency that is none', () => {
    expect(
      from({
        offers: [
          { at: '1', by: 'buyer', amount: '3', currency: 'JPY' },
          { at: '2', by: 'seller', amount: '7', currency: 'EUR' },
          { at: '3', by: 'seller', text: 'sorry' },
        ],
      }),
    ).toEqual({ currency: 'EUR' });
    expect(from({ order: { price: '3', currency: 'XYZ' } })).toEqual({ price: '3' });
    expect(from({ platform: 'elsewhere' })).toEqual({});
    expect(from({})).toEqual({});
  });

  it('gives back what the order was, and nothing of an answer that is none', async () => {
    const result = await ok({ ...known, platform: 'ebay', reason: 'inr-late' });
    // What an answer advises is a plan that another desk may follow; that nothing was agreed stays as it is.
    const { plan, ...rest } = tool.toCase?.(known, result) ?? {};
    expect(rest).toEqual({
      platform: 'ebay',
      reason: 'inr-late',
      order: { price: '24.00', currency: 'USD' },
    });
    expect(plan).toMatchObject({ currency: 'USD', walkAway: result.walkAway });
    expect(tool.toCase?.({}, { kind: 'incomplete', missing: ['price'] })).toEqual({});
  });
});

describe('the fields as a person is told of them', () => {
  const fields = tool.fields(content);
  const typeOf = (name: string) => fields.find((field) => field.name === name)?.type;

  it('say what to write', () => {
    expect(typeOf('countsWhen')).toBe('one of opened | lost | not-withdrawn');
    expect(typeOf('platform')).toBe(
      'one of aliexpress | ozon | amazon | ebay | etsy | paypal | shopee | taobao | tiktok | other',
    );
    expect(
      ['reason', 'currency', 'productCost', 'price', 'buyerKeeps', 'loseChance'].map(typeOf),
    ).toEqual([
      'text',
      'currency code',
      'amount',
      'amount above zero',
      'true or false',
      'share from 0 to 1, or percent with %',
    ]);
    expect(['agentMinutes', 'offersLeft', 'buyerCurrencyRate'].map(typeOf)).toEqual([
      'minutes',
      'count',
      'rate above zero',
    ]);
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'currency',
      'price',
    ]);
    expect(tool.summary).toMatch(/offer/);
  });
});

describe('every way out of one case', () => {
  const whole: SettlementInput = {
    ...known,
    platform: 'aliexpress',
    reason: 'snad-damaged',
    productCost: '9',
    outboundShipping: '4',
    returnShipping: '6',
    sellerPaysReturn: true,
    resaleShare: '0.6',
    sparePartCost: '3',
    couponValue: '5',
    couponUse: '0.5',
  };
  const table = ({ options }: SettlementOk) =>
    options.map(({ id, step, cost, buyerReceives, gets, dominatedBy }) =>
      [id, step, cost, buyerReceives, gets, dominatedBy].join(' '),
    );

  it('has its price, what the buyer gets for it, and what is certainly no better', async () => {
    // Return: 24 + 6 − 0.6 × 9. Resend: 9 + 4. Coupon: 5 × 0.5. Mixed: 10.77 + 2.50, worth 10.77 + 5.
    expect(table(await ok(whole))).toEqual([
      'coupon  2.50 5.00 coupon ',
      'spare-part  3.00  goods ',
      'partial-refund 1 10.77 10.77 money ',
      'resend  13.00  goods ',
      'mixed  13.27 15.77 money-and-coupon ',
      'partial-refund 2 16.16 16.16 money ',
      'partial-refund 3 18.85 18.85 money ',
      'hold  21.55 16.80 ruling ',
      'accept  24.00 24.00 money ',
      'return-refund  24.60 24.00 money-for-goods accept',
    ]);
    // Certain to lose, holding costs 24 + 3 + 2.50 and the buyer gets no more than by accepting.
    const lost = table(await ok({ ...whole, loseChance: '1' }));
    expect(lost.at(-1)).toBe('hold  29.50 24.00 ruling accept');
  });

  it('comes with the research and the warnings of its kind, and no others', async () => {
    const ids = ({ research, warnings }: SettlementOk) => [
      ...research.map(({ id }) => id),
      '/',
      ...warnings.map(({ id }) => id),
    ];
    const always = ['after-a-failed-attempt', 'words-or-money'];
    expect(ids(await ok(whole))).toEqual(['ladder', 'bundles', ...always, '/', 'buyer-may-choose']);
    expect(ids(await ok({ ...whole, reason: 'snad-counterfeit' })).slice(-2)).toEqual([
      'papers-not-bargaining',
      'buyer-may-choose',
    ]);
    expect(
      ids(
        await ok({ ...whole, reason: 'inr-late', buyerKeeps: true, claim: '25', buyerFloor: '3' }),
      ),
    ).toEqual(['ladder', 'bundles', 'keeps', 'beyond-the-price', 'overlap', ...always, '/']);
    expect(
      ids(await ok({ ...whole, platform: 'ebay', countsWhen: 'not-withdrawn', buyerKeeps: false })),
    ).toEqual([
      'ladder',
      'bundles',
      'gives-back',
      ...always,
      '/',
      'no-limits-recorded',
      'no-condition',
    ]);
    expect(ids(await ok({ ...whole, claim: '24' }))).not.toContain('beyond-the-price');
    const { usedRules, options } = await ok(whole);
    expect(usedRules).toContain('research.finding.second-failure');
    expect(usedRules).toContain('aliexpress.remedy.mismatch-choice');
    expect(new Set(usedRules).size).toBe(usedRules.length);
    for (const { ruleIds } of options) for (const id of ruleIds) expect(usedRules).toContain(id);
  });
});
