import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openContent } from '../cli-content.ts';
import { metricsOf } from './tool.ts';
import { betaBinomialTail } from '../shared/stats.ts';
import { calculate, type DisputeRateResult } from './calculate.ts';
import type { Knowledge, Metric } from './metric.ts';
import { change } from './change.ts';
import { parse } from './schema.ts';

/** Milliseconds of work, not of waiting: other tests run on the same machine. */
const processorTime = () => process.cpuUsage().user / 1000;

vi.setConfig({ testTimeout: 60_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const knowledge: Knowledge = {
  metrics: metricsOf(content),
  rules: content.rules(),
};
const AS_OF = '2026-11-21T00:00:00Z';

const definitionOf = (id: string): Metric => {
  const metric = knowledge.metrics.get(id);
  if (!metric) throw new Error(id);
  return metric;
};

type Fields = Record<string, number | string>;

function result(metric: string, fields: Fields): DisputeRateResult {
  const parsed = parse({ metric, ...fields }, knowledge.metrics);
  if (parsed.kind !== 'input') throw new Error(JSON.stringify({ metric, fields, parsed }));
  const answer = calculate(parsed.input, knowledge, AS_OF);
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  return answer;
}

/**
 * The definitions a second time, written by hand and checked by counting upwards, so that the
 * engine is not judged by its own arithmetic. `tier` is how many lines are reached, from the first.
 */
interface Reference {
  metric: string;
  fields: fc.Arbitrary<Fields>;
  rate: (f: Fields) => [number, number];
  tier: (f: Fields) => number;
  claim: (f: Fields) => Fields;
  order: (f: Fields) => Fields;
  withdraw?: (f: Fields) => Fields;
}

const at = (f: Fields, field: string): number => Number(f[field]);
const n = (max: number, min = 0) => fc.integer({ min, max });
const raise = (field: string) => (f: Fields) => ({ ...f, [field]: Number(f[field]) + 1 });
const overWhen = (reached: boolean) => (reached ? 1 : 0);

const aliexpress = {
  rate: (f: Fields): [number, number] => [
    at(f, 'claims') - at(f, 'withdrawn'),
    at(f, 'confirmed') + at(f, 'timedOut') + at(f, 'claims'),
  ],
  claim: raise('claims'),
  order: raise('confirmed'),
  withdraw: raise('withdrawn'),
};
const counts = fc
  .tuple(n(14), n(14), n(160), n(40))
  .filter(([claims, , confirmed, timedOut]) => claims + confirmed + timedOut > 0)
  .map(([claims, withdrawn, confirmed, timedOut]) => ({
    claims,
    withdrawn: Math.min(claims, withdrawn),
    confirmed,
    timedOut,
  }));
const few = (part: string, whole: string, most = 14, all = 900) =>
  fc.tuple(n(most), n(all, 1)).map(([a, b]) => ({ [part]: Math.min(a, b), [whole]: b }));

const references: Reference[] = [
  ...(['apparel', 'other'] as const).map((category): Reference => ({
    metric: 'aliexpress.snad',
    fields: counts.map((f) => ({ ...f, category })),
    ...aliexpress,
    tier: (f) => {
      const [net, base] = aliexpress.rate(f);
      if (net < 5) return 0;
      return net * 2 >= base
        ? 3
        : net * 5 >= base
          ? 2
          : net * (category === 'other' ? 10 : 20) >= base
            ? 1
            : 0;
    },
  })),
  {
    metric: 'aliexpress.inr',
    fields: counts.map((f) => ({ ...f, line: 4 })),
    ...aliexpress,
    tier: (f) => overWhen(aliexpress.rate(f)[0] * 25 >= aliexpress.rate(f)[1]),
  },
  ...(['official', 'strict'] as const).map((reading): Reference => ({
    metric: 'ozon.error-index',
    fields: fc
      .tuple(n(30), n(400, 1))
      .map(([c, s]) => ({ cancelledBySeller: Math.min(c, s - 1), shipments: s, reading })),
    rate: (f) => [
      at(f, 'cancelledBySeller'),
      at(f, 'shipments') - (reading === 'strict' ? at(f, 'cancelledBySeller') : 0),
    ],
    tier: (f) => {
      const base = at(f, 'shipments') - (reading === 'strict' ? at(f, 'cancelledBySeller') : 0);
      return [4, 10, 20, 40].filter((edge) => at(f, 'cancelledBySeller') * 100 > base * edge)
        .length;
    },
    claim: raise('cancelledBySeller'),
    order: raise('shipments'),
  })),
  {
    metric: 'amazon.odr',
    fields: few('defects', 'orders'),
    rate: (f) => [at(f, 'defects'), at(f, 'orders')],
    tier: (f) => overWhen(at(f, 'defects') * 100 >= at(f, 'orders')),
    claim: raise('defects'),
    order: raise('orders'),
  },
  {
    metric: 'ebay.defect',
    fields: fc.tuple(n(14), n(14), n(900, 1)).map(([d, b, t]) => ({
      defects: Math.min(d, t),
      buyers: Math.min(b, d, t),
      transactions: t,
    })),
    rate: (f) => [at(f, 'defects'), at(f, 'transactions')],
    tier: (f) => overWhen(at(f, 'defects') * 50 > at(f, 'transactions') && at(f, 'buyers') > 4),
    claim: (f) => raise('buyers')(raise('defects')(f)),
    order: raise('transactions'),
  },
  {
    metric: 'ebay.unresolved',
    fields: few('unresolved', 'transactions', 8, 2000),
    rate: (f) => [at(f, 'unresolved'), at(f, 'transactions')],
    tier: (f) =>
      overWhen(at(f, 'unresolved') * 1000 > at(f, 'transactions') * 3 && at(f, 'unresolved') > 2),
    claim: raise('unresolved'),
    order: raise('transactions'),
  },
  {
    metric: 'etsy.cases',
    fields: few('cases', 'orders', 8, 700),
    rate: (f) => [at(f, 'cases'), at(f, 'orders')],
    tier: (f) =>
      overWhen(
        at(f, 'orders') < 300 ? at(f, 'cases') > 3 : at(f, 'cases') * 100 >= at(f, 'orders'),
      ),
    claim: raise('cases'),
    order: raise('orders'),
  },
  {
    metric: 'shopee.nfr',
    fields: fc.tuple(n(20), n(150, 1)).map(([unfulfilled, net]) => ({ unfulfilled, net })),
    rate: (f) => [at(f, 'unfulfilled'), at(f, 'unfulfilled') + at(f, 'net')],
    tier: (f) => overWhen(at(f, 'unfulfilled') * 10 > at(f, 'unfulfilled') + at(f, 'net')),
    claim: raise('unfulfilled'),
    order: raise('net'),
  },
  ...(['MY', 'other'] as const).map((region): Reference => ({
    metric: 'tiktok.seller-fault',
    fields: few('returns', 'orders').map((f) => ({ ...f, region })),
    rate: (f) => [at(f, 'returns'), at(f, 'orders')],
    tier: (f) => overWhen(at(f, 'returns') * 1000 >= at(f, 'orders') * (region === 'MY' ? 15 : 10)),
    claim: raise('returns'),
    order: raise('orders'),
  })),
  {
    metric: 'visa.vamp',
    fields: fc
      .tuple(n(800, 700), n(800, 700), n(110_000, 90_000))
      .map(([fraudReports, disputes, settled]) => ({ fraudReports, disputes, settled })),
    rate: (f) => [at(f, 'fraudReports') + at(f, 'disputes'), at(f, 'settled')],
    tier: (f) => {
      const sum = at(f, 'fraudReports') + at(f, 'disputes');
      return overWhen(sum > 1500 && sum * 1000 >= at(f, 'settled') * 15);
    },
    claim: raise('disputes'),
    order: raise('settled'),
  },
  {
    metric: 'mastercard.ecm',
    fields: fc
      .tuple(n(320, 80), n(12_000, 4000))
      .map(([chargebacks, previousSales]) => ({ chargebacks, previousSales })),
    rate: (f) => [at(f, 'chargebacks'), at(f, 'previousSales')],
    tier: (f) => {
      const [cb, sales] = [at(f, 'chargebacks'), at(f, 'previousSales')];
      return cb >= 300 && cb * 100 >= sales * 3 ? 2 : cb >= 100 && cb * 1000 >= sales * 15 ? 1 : 0;
    },
    claim: raise('chargebacks'),
    order: raise('previousSales'),
  },
  {
    metric: 'custom',
    fields: fc
      .tuple(few('numerator', 'denominator', 14, 200), n(6, 1))
      .map(([f, floor]) => ({ ...f, floor, line: '7.5%' })),
    rate: (f) => [at(f, 'numerator'), at(f, 'denominator')],
    tier: (f) =>
      overWhen(
        at(f, 'numerator') >= at(f, 'floor') && at(f, 'numerator') * 40 >= at(f, 'denominator') * 3,
      ),
    claim: raise('numerator'),
    order: raise('denominator'),
  },
];

const LIMIT = 200_000;
/** Counts steps upwards until `stop`; null when nothing happens within the limit. */
function firstStep(
  f: Fields,
  step: (f: Fields) => Fields,
  stop: (f: Fields) => boolean,
  limit = LIMIT,
): number | null {
  let now = f;
  for (let x = 0; x <= limit; x += 1) {
    if (stop(now)) return x;
    now = step(now);
  }
  return null;
}

describe.each(
  references.map((each) => [`${each.metric} ${references.indexOf(each)}`, each] as const),
)('%s', (_, reference) => {
  const { metric, fields, claim, order, withdraw } = reference;
  const tier = (f: Fields) => reference.tier(f);
  const rate = (f: Fields) => reference.rate(f);
  const out = (f: Fields) => tier(f) === 0;

  it('agrees with the definition, counted by hand', () => {
    fc.assert(
      fc.property(fields, (f) => {
        const answer = result(metric, f);
        const definition = definitionOf(metric);
        const ids = [
          definition.base.id,
          ...(definition.tiers.length > 0 ? definition.tiers.map(({ id }) => id) : ['over']),
        ];
        const [num, den] = rate(f);
        expect(answer.rate).toEqual({ num, den });
        expect(Math.abs(Number(answer.percent) - (100 * num) / den)).toBeLessThan(0.000051);
        expect(answer.tier).toBe(ids[tier(f)]);

        const next = firstStep(f, claim, (g) => tier(g) > tier(f), 4000);
        expect(answer.headroom).toBe(next === null ? null : next - 1);
        expect(answer.standing).toBe(
          tier(f) > 0 ? 'over' : next !== null && next <= 2 ? 'close' : 'clear',
        );
        expect(answer.ordersNeeded).toBe(firstStep(f, order, out));
      }),
      { numRuns: 60 },
    );
  });

  it('knows the fewest withdrawals and every cheapest mix', () => {
    fc.assert(
      fc.property(fields, (f) => {
        const answer = result(metric, f);
        if (!withdraw) {
          expect(answer.withdrawalsNeeded).toBeNull();
          expect(answer.mix).toEqual([{ withdrawals: 0, orders: answer.ordersNeeded }]);
          return;
        }
        const possible = Number(f['claims']) - Number(f['withdrawn']);
        const needed = firstStep(f, withdraw, out, possible);
        expect(answer.withdrawalsNeeded).toBe(needed);
        const mix: { withdrawals: number; orders: number }[] = [];
        let g = f;
        for (let w = 0; w <= possible; w += 1, g = withdraw(g)) {
          const orders = firstStep(g, order, out) ?? Number.NaN;
          if (mix.length === 0 || orders < (mix.at(-1)?.orders ?? 0))
            mix.push({ withdrawals: w, orders });
        }
        expect(answer.mix).toEqual(mix);
        expect(answer.mixComplete).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('what-if changes do what a further claim, order or withdrawal does', () => {
    fc.assert(
      fc.property(fields, n(3), n(3), n(3), (f, claims, orders, withdrawals) => {
        const parsed = parse({ metric, ...f }, knowledge.metrics);
        if (parsed.kind !== 'input') throw new Error(parsed.kind);
        const definition = definitionOf(metric);
        const changed = change(parsed.input, definition, { claims, orders, withdrawals });
        let g = f;
        for (let i = 0; i < claims; i += 1) g = claim(g);
        for (let i = 0; i < orders; i += 1) g = order(g);
        for (let i = 0; i < withdrawals; i += 1)
          if (withdraw && Number(g['withdrawn']) < Number(g['claims'])) g = withdraw(g);
        for (const [field, value] of Object.entries(changed.amounts))
          expect(value.num, field).toBe(BigInt(g[field] ?? -1));
        expect(change(parsed.input, definition, {})).toEqual(parsed.input);
      }),
      { numRuns: 20 },
    );
  });
});

describe('withdrawals', () => {
  it('never raise a rate, a tier or what is needed', () => {
    fc.assert(
      fc.property(counts, (f) => {
        fc.pre(f.withdrawn < f.claims);
        const before = result('aliexpress.snad', { ...f, category: 'apparel' });
        const after = result('aliexpress.snad', {
          ...f,
          withdrawn: f.withdrawn + 1,
          category: 'apparel',
        });
        expect(Number(after.percent)).toBeLessThan(Number(before.percent));
        expect(after.withdrawalsNeeded).toBeLessThanOrEqual(before.withdrawalsNeeded ?? -1);
        expect(after.ordersNeeded).toBeLessThanOrEqual(before.ordersNeeded ?? -1);
      }),
    );
  });
});

describe('the forecast', () => {
  const scenario = fc
    .tuple(counts, n(40), n(60), n(10))
    .map(([f, plannedOrders, leaving, claims]) => {
      const [net, base] = aliexpress.rate(f);
      const leavingClaims = Math.min(claims, net);
      return {
        ...f,
        plannedOrders,
        leavingClaims,
        leavingOrders: Math.min(base, leavingClaims + Math.min(leaving, base - net)),
      };
    })
    .filter((f) => aliexpress.rate(f)[1] - f.leavingOrders + f.plannedOrders > 0);

  it('is the tail of the beta-binomial from the first count that reaches the line', () => {
    fc.assert(
      fc.property(scenario, (f) => {
        const { forecast } = result('aliexpress.snad', { ...f, category: 'apparel' });
        const [net, base] = aliexpress.rate(f);
        const size = base - f.leavingOrders + f.plannedOrders;
        const left = net - f.leavingClaims;
        let from = 0;
        while (from <= f.plannedOrders && !(left + from >= 5 && (left + from) * 20 >= size))
          from += 1;
        const chance = betaBinomialTail(from, f.plannedOrders, net + 0.5, base - net + 0.5);
        expect(forecast?.chanceOver).toBe(chance.toFixed(6));
        const expected = (100 * (left + (f.plannedOrders * (net + 0.5)) / (base + 1))) / size;
        expect(Math.abs(Number(forecast?.expectedPercent) - expected)).toBeLessThan(0.000051);
      }),
    );
  });

  it('lowers a minimum of people together with the claims that leave', () => {
    const from = (buyers: number, leavingClaims: number) =>
      result('ebay.defect', {
        defects: 8,
        buyers,
        transactions: 100,
        plannedOrders: 3,
        leavingOrders: 10,
        leavingClaims,
      }).forecast?.chanceOver;
    const tail = (needed: number) => betaBinomialTail(needed, 3, 8.5, 92.5).toFixed(6);
    expect(from(5, 0)).toBe('1.000000');
    expect(from(5, 1)).toBe(tail(1));
    expect(from(5, 2)).toBe(tail(2));
    expect(from(2, 4)).toBe('0.000000');
    expect(from(4, 0)).toBe(tail(1));
  });

  it('says why there is none', () => {
    const reason = (metric: string, f: Fields) => {
      const { forecast, reasons } = result(metric, f);
      expect(forecast).toBeNull();
      return reasons.forecast;
    };
    expect(reason('amazon.odr', { defects: 1, orders: 10 })).toBe('not-asked');
    expect(
      reason('amazon.odr', {
        defects: 1,
        orders: 10,
        plannedOrders: 0,
        leavingOrders: 10,
        leavingClaims: 1,
      }),
    ).toBe('no-orders-left');
    expect(reason('mastercard.ecm', { chargebacks: 1, previousSales: 10, plannedOrders: 5 })).toBe(
      'not-orders',
    );
    expect(
      reason('ozon.error-index', {
        cancelledBySeller: 6,
        shipments: 10,
        reading: 'strict',
        plannedOrders: 5,
      }),
    ).toBe('more-claims-than-orders');
  });

  it('answers a million planned orders within a second', () => {
    const used = processorTime();
    const { forecast } = result('amazon.odr', {
      defects: 10,
      orders: 1000,
      plannedOrders: 1_000_000,
    });
    expect(Number(forecast?.chanceOver)).toBeCloseTo(0.52, 1);
    expect(processorTime() - used).toBeLessThan(1000);
  });
});

describe('size', () => {
  it('is no matter: thousands of millions are answered at once, and a long frontier is sampled with both ends', () => {
    const used = processorTime();
    const answer = result('aliexpress.snad', {
      claims: 9e8,
      withdrawn: 0,
      confirmed: 1e9,
      timedOut: 0,
      category: 'apparel',
    });
    expect(processorTime() - used).toBeLessThan(500);
    expect(answer.percent).toBe('47.3684');
    expect(answer.withdrawalsNeeded).toBe(805_000_001);
    expect(answer.ordersNeeded).toBe(16_100_000_001);
    expect(answer.mixComplete).toBe(false);
    expect(answer.mix).toHaveLength(1000);
    expect(answer.mix?.at(0)).toEqual({ withdrawals: 0, orders: 16_100_000_001 });
    expect(answer.mix?.at(-1)).toEqual({ withdrawals: 805_000_001, orders: 0 });
  });

  it('lists a frontier of a thousand pairs, and samples the next longer one', () => {
    const pairs = (claims: number) =>
      result('aliexpress.inr', { claims, withdrawn: 0, confirmed: 0, timedOut: 0, line: 0.01 });
    expect(pairs(999).mixComplete).toBe(true);
    expect(pairs(999).mix).toHaveLength(1000);
    expect(pairs(1000).mixComplete).toBe(false);
    expect(pairs(1000).mix).toHaveLength(1000);
  });
});
