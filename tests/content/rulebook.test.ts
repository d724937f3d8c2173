import { describe, expect, it } from 'vitest';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { sourceSchema } from '../../src/schemas/source.ts';
import { termSchema } from '../../src/schemas/glossary.ts';
import { metricSchema } from '../../src/schemas/metric.ts';
import { parse } from 'yaml';
import { at, collection, read } from '../support/content.ts';

const rules = collection('rules').map(({ file, data }) => ({ file, rule: ruleSchema.parse(data) }));
const sources = collection('sources').map(({ file, data }) => ({
  file,
  source: sourceSchema.parse(data),
}));
const sourceIds = new Set(sources.map(({ source }) => source.id));
const byId = new Map(rules.map(({ rule }) => [rule.id, rule]));

describe('the rulebook', () => {
  it('is loaded with AliExpress and Ozon and the presets of the others', () => {
    const of = (platform: string) => rules.filter(({ rule }) => rule.platform === platform).length;
    expect(rules.length).toBeGreaterThanOrEqual(110);
    expect(of('aliexpress')).toBeGreaterThanOrEqual(60);
    expect(of('ozon')).toBeGreaterThanOrEqual(30);
    for (const platform of [
      'amazon',
      'ebay',
      'paypal',
      'etsy',
      'shopee',
      'tiktok',
      'taobao',
      'visa',
      'mastercard',
    ])
      expect(of(platform), platform).toBeGreaterThanOrEqual(2);
  });

  it('names every file after its rule, and no id twice', () => {
    const wrong = rules.filter(
      ({ file, rule }) => file !== `src/content/rules/${rule.id.replace('.', '/')}.yaml`,
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
    expect(byId.size).toBe(rules.length);
  });

  it('cites only sources of the bibliography', () => {
    const cited = rules.flatMap(({ rule }) =>
      [...rule.values, ...rule.rivals].map(({ source }) => ({ rule: rule.id, source })),
    );
    expect(cited.length).toBeGreaterThan(200);
    expect(cited.filter(({ source }) => !sourceIds.has(source))).toEqual([]);
  });

  // The disagreements both fact sheets name, each from the rule that leads to the figure that stands beside it.
  it.each([
    ['aliexpress.dispute.first-answer', 7],
    ['aliexpress.dispute.earliest', 5],
    ['aliexpress.dispute.negotiation-classic', 5],
    ['aliexpress.cancellation.answer', 48],
    ['aliexpress.appeal.window', 48],
    ['ozon.return.decide', 3],
    ['ozon.line.block', 10],
    ['amazon.evidence.information', 72],
    ['tiktok.line.seller-fault', 1.5],
  ])('%s shows the rival %s', (id, rival) => {
    const rule = byId.get(id);
    const figures = rule?.rivals.flatMap(({ value }) =>
      typeof value === 'object' ? [value.min, value.max] : [value],
    );
    expect(figures).toContain(rival);
  });

  it('links to no address that is a mirror, a clone or a bare number', () => {
    expect(sources.length).toBeGreaterThan(100);
    const hijacked =
      /hungryforhealthierjudgement|s1xnxn11|usbusinessiraq|gooddi\.cn|mli789|nnxtl|zymfuwuqi|122\.9\.133\.155|laliexpress|zimalab|\/\/147\.135/;
    expect(
      sources
        .filter(({ source }) => source.link && hijacked.test(source.url ?? ''))
        .map(({ file }) => file),
    ).toEqual([]);
  });
});

describe('metrics and glossary', () => {
  it('refer only to rules that exist', () => {
    const metrics = collection('metrics').map(({ data }) => metricSchema.parse(data));
    expect(metrics.length).toBe(15);
    const ids = [...JSON.stringify(metrics).matchAll(/"([a-z]+\.[a-z]+\.[a-z0-9-]+)"/g)].map(
      ([, id]) => id as string,
    );
    expect(ids.length).toBeGreaterThan(30);
    expect(ids.filter((id) => !byId.has(id))).toEqual([]);
  });

  it('keeps one entry a term, and points only to terms it has', () => {
    const terms = (parse(read(at('src/content/glossary.yaml'))) as unknown[]).map((term) =>
      termSchema.parse(term),
    );
    const ids = new Set(terms.map((term) => term.id));
    expect(terms.length).toBeGreaterThanOrEqual(40);
    expect(ids.size).toBe(terms.length);
    expect(terms.flatMap((term) => term.notToConfuse).filter((id) => !ids.has(id))).toEqual([]);
  });
});
