import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { fill } from '../shared/result.ts';
import type { WordedFault } from './fault.ts';
import { byOwnLoss, calculate, calculateAll, explain, type ListingOk } from './index.ts';
import { dataFrom } from './tool.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const data = dataFrom(content);
const ASKED = '2026-11-21T00:00:00Z';
const messages = new Map<string, string>(
  [...content.collection<WordedFault>('listing-faults').values()].flatMap(({ id, checks }) =>
    checks.map((check) => [`${id}.${check.id}`, check.message.en] as const),
  ),
);

function ok(input: object, asOf = ASKED): ListingOk {
  const result = calculate({ platform: 'aliexpress', ...input }, data, asOf);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}
const keys = (input: object, asOf = ASKED) =>
  ok(input, asOf).findings.map(({ messageKey }) => messageKey);

interface Told {
  key: string;
  input: object;
  part: string;
  at: [number, number];
  severity: string;
  reason: string | null;
  said: string;
  repair: string | null;
}
const told = parse(readFileSync(join(import.meta.dirname, 'told.yaml'), 'utf8')) as Told[];

describe('what a finding says, where it stands, and what it would have instead', () => {
  it('is told of nearly every check', () => {
    expect(new Set(told.map(({ key }) => key)).size).toBeGreaterThan(90);
  });

  it.each(told.map((one) => [`${one.key} ${JSON.stringify(one.input)}`, one] as const))(
    '%s',
    (_, one) => {
      const found = ok(one.input).findings.find(({ messageKey }) => messageKey === one.key);
      expect(found).toMatchObject({
        id: one.key.slice(0, 3),
        part: one.part,
        start: one.at[0],
        end: one.at[1],
        severity: one.severity,
        reason: one.reason,
        repair: one.repair,
      });
      expect(fill(messages.get(one.key) ?? '', found?.values ?? {})).toBe(one.said);
    },
  );
});

describe('limits', () => {
  const title = (length: number) => 'x'.repeat(length);
  it.each([
    ['aliexpress', 128, {}],
    ['ozon', 500, { language: 'en' }],
    ['amazon', 75, {}],
    ['ebay', 80, {}],
    ['etsy', 140, {}],
    ['walmart', 150, {}],
    ['yandex', 150, { language: 'en' }],
    ['tiktok', 254, {}],
    ['shopee', 60, { country: 'TW' }],
    ['shopee', 80, { country: 'SG' }],
    ['shopee', 100, { country: 'Indonesia' }],
  ] as const)('of a title on %s are %d code points', (platform, most, more) => {
    const found = (length: number) =>
      ok({ platform, ...more, title: title(length) }).findings.filter(({ messageKey }) =>
        messageKey.startsWith('L10.title'),
      );
    expect(found(most)).toEqual([]);
    const [over] = found(most + 1);
    expect(over).toMatchObject({ start: most, end: most + 1, repair: title(most) });
    expect(over?.values).toMatchObject({ used: most + 1, most, over: 1 });
    const { limits } = ok({ platform, ...more, title: title(3) });
    expect(limits).toEqual([
      {
        field: 'title',
        used: 3,
        allowed: platform === 'tiktok' ? 255 : most,
        bound: platform === 'tiktok' ? 'below' : 'at-most',
        unit: 'characters',
        ruleId: limits[0]?.ruleId,
        within: true,
      },
    ]);
  });

  it('hold from their day on: 200 characters on Amazon until 26 July 2026, 75 from the next', () => {
    const at = (day: string, length: number) =>
      keys({ platform: 'amazon', title: title(length) }, `${day}T12:00:00Z`);
    expect(at('2026-07-26', 200)).toEqual([]);
    expect(at('2026-07-26', 201)).toEqual(['L10.title-amazon']);
    expect(at('2026-07-27', 75)).toEqual([]);
    expect(at('2026-07-27', 76)).toEqual(['L10.title-amazon']);
  });

  it('count a sign outside the first plane once, and search terms by the byte', () => {
    expect(ok({ title: '🎁🎁' }).limits[0]?.used).toBe(2);
    const terms = ok({ platform: 'amazon', title: 'Lamp', searchTerms: 'лампа' }).limits[1];
    expect(terms).toMatchObject({ field: 'searchTerms', used: 10, unit: 'bytes', within: true });
  });

  it('of a country no rule is known for are none', () => {
    expect(ok({ platform: 'shopee', title: 'Lamp' }).limits).toEqual([]);
    expect(ok({ platform: 'shopee', title: 'Lamp', country: 'US' }).limits).toEqual([]);
    expect(ok({ platform: 'other', title: title(1000) }).limits).toEqual([]);
  });

  it('of pictures and of a description are counted as pictures and words', () => {
    const many = (count: number) => Array.from({ length: count }, () => ({ kind: 'real' }));
    expect(keys({ platform: 'ozon', title: 'Лампа', pictures: many(31) })).toContain(
      'L10.pictures-ozon',
    );
    expect(keys({ platform: 'ozon', title: 'Лампа', pictures: many(30) })).not.toContain(
      'L10.pictures-ozon',
    );
    expect(keys({ platform: 'etsy', title: 'Lamp', pictures: many(21) })).toContain(
      'L10.pictures-etsy',
    );
    const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
    const said = (count: number) =>
      ok({ platform: 'tiktok', title: 'Lamp', description: words(count) }).limits.find(
        ({ field }) => field === 'description',
      );
    expect(said(30)).toMatchObject({ used: 30, unit: 'words', bound: 'at-least', within: true });
    expect(said(29)).toMatchObject({ used: 29, within: false });
  });
});

describe('what was not given', () => {
  it('is named, and no more', () => {
    expect(ok({ goods: 'lamp' }).notChecked).toEqual([
      'title',
      'category',
      'attributes',
      'description',
      'unit',
      'skus',
      'pictures',
      'promise',
      'brands',
      'prices',
      'country',
    ]);
    expect(
      ok({
        title: 'Lamp',
        category: 'Lamps',
        attributes: 'Material: oak',
        description: 'Warm',
        lot: 1,
        skus: 'White',
        pictures: 'real',
        promise: { prepareDays: 3 },
        brands: 'Own',
        prices: { list: '9', now: '8' },
        country: 'DE',
      }).notChecked,
    ).toEqual(['low30']);
    for (const promise of [{ daysMin: 3 }, { daysMax: 3 }, { prepareDays: 3 }])
      expect(ok({ title: 'Lamp', promise }).notChecked).not.toContain('promise');
    expect(ok({ title: 'Lamp', unit: 'piece' }).notChecked).not.toContain('unit');
    expect(ok({ title: 'Lamp', prices: { now: '8' } }).notChecked).not.toContain('prices');
    expect(ok({ title: 'Lamp', prices: { now: '8' } }).notChecked).not.toContain('low30');
  });
});

describe('before publishing', () => {
  const asks = (input: object) => ok(input).beforePublishing;
  it('asks what text cannot show, after what was given', () => {
    expect(asks({ title: 'Lamp', promise: { daysMax: 20 } })).toEqual([
      'own-pictures',
      'defect-picture',
      'box-picture',
    ]);
    expect(asks({ title: 'Lamp', promise: { daysMax: 20 }, pictures: 'defect\nbox' })).toEqual([
      'own-pictures',
    ]);
    expect(asks({ title: 'Lamp', skus: 'White\nBlack' })).toContain('picture-shows-sku');
    expect(asks({ title: 'Lamp', skus: 'White' })).not.toContain('picture-shows-sku');
    expect(asks({ title: 'Lamp', brands: ['Own'] })).toContain('authorisation');
    expect(asks({ title: '100% original lamp' })).toContain('authorisation');
    expect(asks({ title: 'Lamp' })).not.toContain('authorisation');
    expect(asks({ title: '120 pieces of shoes' })).toContain('unit-picture');
    expect(asks({ title: 'Shirt', skus: 'XXL\nblack' })).toContain('size-chart');
    expect(asks({ title: 'Shirt', skus: 'XXL', pictures: 'size' })).not.toContain('size-chart');
    expect(asks({ title: 'Lamp', skus: 'Small' })).not.toContain('size-chart');
    expect(asks({ title: 'Shoes', pictures: 'main' })).toContain('size-chart');
    expect(asks({ title: 'Lamp' })).toContain('line-asked');
  });
});

describe('several listings of one product', () => {
  const titles = (...all: string[]) =>
    calculateAll(
      all.map((title) => ({ platform: 'aliexpress', title })),
      data,
      ASKED,
    );
  it('are named from the second on, with the first and their number', () => {
    const { listings, summary } = titles(
      'Steel wall hooks round',
      'Oak table lamp square',
      'Steel wall hooks round',
      'Steel wall hooks round',
    );
    const found = listings.map((one) => (one.kind === 'ok' ? one.findings : []));
    expect(found.map((all) => all.length)).toEqual([0, 0, 1, 1]);
    expect(found[2]?.[0]).toMatchObject({
      id: 'L13',
      part: 'title',
      start: 0,
      end: 22,
      words: 'Steel wall hooks round',
      severity: 'search',
      reason: null,
      values: { first: 1, count: 3, allowed: 3 },
    });
    expect(summary).toEqual({
      listings: 4,
      clean: 2,
      partly: 0,
      unread: 0,
      byFault: [{ id: 'L13', findings: 2, listings: 2 }],
      byReason: [],
    });
  });

  it('are none where attributes differ, and some where they stand in another order', () => {
    const with_ = (one: string, two: string) =>
      calculateAll(
        [one, two].map((attributes) => ({
          platform: 'aliexpress',
          title: 'Steel wall hooks round',
          attributes,
        })),
        data,
        ASKED,
      ).summary.byFault.map(({ id }) => id);
    expect(with_('Finish: brass', 'Finish: chrome')).toEqual([]);
    expect(with_('Finish: matt\nForm: round', 'form: Round\nFinish: matt')).toEqual(['L13']);
  });

  it('are told by nine words of ten', () => {
    const ten = 'alpha bravo charlie delta echo foxtrot golf hotel india';
    const found = (other: string) => titles(`${ten} juliet`, other).summary.byFault.length;
    expect(found(`${ten} kilo`)).toBe(0);
    expect(found(`${ten} juliet lima`)).toBe(1);
  });

  it('that cannot be read are named by their row, and the others are answered', () => {
    const steps: number[] = [];
    const { listings, summary } = calculateAll(
      [
        { title: 'Lamp' },
        { platform: 'aliexpress', lot: 'abc' },
        { platform: 'aliexpress', title: 'Oak lamp' },
      ],
      data,
      ASKED,
      (done) => steps.push(done),
    );
    expect(listings).toMatchObject([
      { kind: 'incomplete', missing: ['platform'], row: 1 },
      { kind: 'invalid', row: 2, issues: [{ path: 'lot' }] },
      { kind: 'ok' },
    ]);
    expect(summary).toMatchObject({ listings: 3, clean: 1, unread: 2 });
    expect(steps).toEqual([0]);
  });
});

describe('the order', () => {
  it('by one’s own losses is money first, then how often, then as it was', () => {
    const found = ok({
      title: '120 pieces of shoes, best lamp',
      description: '3-day delivery',
      promise: { daysMax: 20 },
    }).findings;
    const ids = (losses: [string, { count: number; money: number }][]) =>
      byOwnLoss(found, new Map(losses)).map(({ id }) => id);
    expect(found.map(({ id }) => id)).toEqual(['L01', 'L09', 'L11']);
    expect(ids([])).toEqual(['L01', 'L09', 'L11']);
    expect(ids([['L11', { count: 1, money: 5 }]])).toEqual(['L11', 'L01', 'L09']);
    expect(
      ids([
        ['L01', { count: 9, money: 0 }],
        ['L09', { count: 10, money: 0 }],
        ['L11', { count: 1, money: 1 }],
      ]),
    ).toEqual(['L11', 'L09', 'L01']);
    expect(found.map(({ id }) => id)).toEqual(['L01', 'L09', 'L11']);
  });
});

describe('the reasons of an answer', () => {
  it('name what was given, each limit, the count by weight, and what words cannot do', () => {
    const steps = explain(ok({ title: '120 pieces of shoes, best' }));
    expect(steps).toEqual([
      {
        section: 'given',
        messageKey: 'tool.listing-check.explain.given',
        values: { platform: 'aliexpress', language: 'en', day: '2026-11-21' },
        ruleIds: [],
      },
      {
        section: 'rule',
        messageKey: 'tool.listing-check.explain.limit.at-most',
        values: { field: 'title', used: 25, allowed: 128, unit: 'characters' },
        ruleIds: ['aliexpress.listing.title-length'],
      },
      {
        section: 'done',
        messageKey: 'tool.listing-check.explain.found',
        values: { blocks: 0, claims: 1, search: 0, advice: 1 },
        ruleIds: [
          'aliexpress.listing.unit-cheating',
          'aliexpress.listing.lot-number',
          'law.listing.cn-absolute',
          'aliexpress.listing.title-length',
        ],
      },
      {
        section: 'change',
        messageKey: 'tool.listing-check.explain.limits-of-words',
        values: {},
        ruleIds: [],
      },
    ]);
    expect(explain(ok({ title: 'Lamp' }))[2]?.messageKey).toBe('tool.listing-check.explain.clear');
  });
});

describe('the language buyers read', () => {
  it.each([
    [{ platform: 'ozon' }, 'ru'],
    [{ platform: 'yandex' }, 'ru'],
    [{ platform: 'taobao' }, 'zh'],
    [{ platform: 'ebay' }, 'en'],
    [{ platform: 'ebay', country: 'Russia' }, 'ru'],
    [{ platform: 'ozon', language: 'en' }, 'en'],
  ])('of %j is %s where nobody says another', (input, language) => {
    expect(ok({ title: 'Lamp', ...input }).language).toBe(language);
  });
});
