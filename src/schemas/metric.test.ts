import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { complete, type MetricFile } from '../calculators/dispute-rate/metric.ts';
import { metricSchema } from './metric.ts';

const folder = join(import.meta.dirname, '../content/metrics');
const files = globSync('*.yaml', { cwd: folder });
const read = (id: string) =>
  parse(readFileSync(join(folder, `${id}.yaml`), 'utf8')) as Record<string, never>;

type Tree = { [key: string]: Tree };
const GONE = Symbol('taken out of the file');

/** A metric file with the value at one dotted path replaced, and what the schema says to it. */
function broken(id: string, path: string, value: unknown): string[] {
  const metric = structuredClone(read(id)) as Tree;
  const keys = path.split('.');
  const last = keys.pop() as string;
  const place = keys.reduce((inner, key) => inner[key] as Tree, metric);
  if (value === GONE) Reflect.deleteProperty(place, last);
  else place[last] = value as Tree;
  const result = metricSchema.safeParse(metric);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

describe('metric files', () => {
  it('are all sound, one metric a file, named after it', () => {
    expect(files.length).toBeGreaterThanOrEqual(15);
    for (const file of files) {
      const result = metricSchema.safeParse(read(basename(file, '.yaml')));
      expect(result.error?.issues ?? [], file).toEqual([]);
      expect(result.data?.id).toBe(basename(file, '.yaml'));
    }
  });

  it('mean the same to the site and to the command line', () => {
    for (const file of files) {
      const raw = read(basename(file, '.yaml'));
      expect(complete(raw as unknown as MetricFile), file).toEqual(metricSchema.parse(raw));
    }
  });

  it('hold no figure of their own', () => {
    const numbers = (value: unknown): unknown[] =>
      typeof value === 'number'
        ? [value]
        : value && typeof value === 'object'
          ? Object.values(value).flatMap(numbers)
          : [];
    for (const file of files) expect(numbers(read(basename(file, '.yaml'))), file).toEqual([]);
  });
});

describe('metricSchema refuses', () => {
  const label = { en: 'A', 'zh-CN': '甲' };
  const term = { id: 'defects', kind: 'count', label, help: label };
  const by = (byField: string, rule: string) => ({ byField, cases: { a: rule } });
  const cases: [what: string, id: string, path: string, value: unknown, message: string][] = [
    [
      'a figure instead of a rule',
      'amazon.odr',
      'tiers.0.lines.0.rate.rule',
      1,
      'a metric holds no figure',
    ],
    [
      'a figure written as text',
      'amazon.odr',
      'tiers.0.lines.0.rate.rule',
      '1 %',
      'a metric holds no figure',
    ],
    ['a missing language', 'amazon.odr', 'label.zh-CN', GONE, 'label.zh-CN'],
    ['an empty text', 'amazon.odr', 'terms.0.help.en', ' ', 'The English text is missing.'],
    ['an unknown key', 'amazon.odr', 'alarm', true, 'Unrecognized key'],
    [
      'an id of another platform',
      'amazon.odr',
      'platform',
      'ebay',
      'The id must begin with its platform.',
    ],
    ['a platform nobody knows', 'amazon.odr', 'platform', 'bazaar', 'platform'],
    ['no research fact', 'amazon.odr', 'fact', [], 'Name the research fact'],
    [
      'a term that is not declared',
      'amazon.odr',
      'numerator.plus.0',
      'faults',
      'faults is not declared',
    ],
    [
      'a term that plays no part',
      'amazon.odr',
      'terms.2',
      { ...term, id: 'idle' },
      'idle is declared but plays no part',
    ],
    ['two terms of one id', 'amazon.odr', 'terms.2', term, 'Two terms have the same id.'],
    [
      'a choice in a sum',
      'aliexpress.snad',
      'numerator.plus.1',
      'category',
      'category is choice; here only count or money',
    ],
    [
      'a choice in a denominator',
      'ozon.error-index',
      'denominator.cases.strict.plus.1',
      'reading',
      'reading is choice',
    ],
    [
      'a further claim that is not counted',
      'tiktok.seller-fault',
      'furtherClaim.0',
      'region',
      'furtherClaim: region is choice',
    ],
    [
      'a further order that is not counted',
      'tiktok.seller-fault',
      'furtherOrder.0',
      'region',
      'furtherOrder: region is choice',
    ],
    ['an empty sum', 'amazon.odr', 'numerator.plus', [], 'numerator.plus'],
    [
      'options on a count',
      'amazon.odr',
      'terms.0.options',
      [{ id: 'a', label }],
      'only a choice, lists its options',
    ],
    [
      'a choice without options',
      'aliexpress.snad',
      'terms.4.options',
      [],
      'only a choice, lists its options',
    ],
    [
      'two options of one id',
      'tiktok.seller-fault',
      'terms.2.options.2',
      { id: 'MY', label },
      'Two options have the same id.',
    ],
    [
      'a default that cannot be picked',
      'tiktok.seller-fault',
      'terms.2.default',
      'US',
      'US is not an option.',
    ],
    [
      'a stand-in that cannot be picked',
      'tiktok.seller-fault',
      'terms.2.unlisted',
      'US',
      'US is not an option.',
    ],
    [
      'an option without a case',
      'tiktok.seller-fault',
      'tiers.0.lines.0.rate.rule.cases.MY',
      GONE,
      'Give one case for each option of region.',
    ],
    [
      'a case without an option',
      'ozon.error-index',
      'denominator.cases.loose',
      { plus: ['shipments'] },
      'Give one case for each option of reading.',
    ],
    [
      'a choice by a count',
      'tiktok.seller-fault',
      'tiers.0.lines.0.rate.rule.byField',
      'orders',
      'orders is count; here only choice',
    ],
    ['two tiers of one id', 'mastercard.ecm', 'tiers.1.id', 'ecm', 'Two tiers have the same id.'],
    [
      'a tier with the id of the base',
      'mastercard.ecm',
      'tiers.0.id',
      'none',
      'Two tiers have the same id.',
    ],
    [
      'a line that limits nothing',
      'amazon.odr',
      'tiers.0.lines.0.rate',
      null,
      'A line limits a rate or a count.',
    ],
    ['a tier without a line', 'amazon.odr', 'tiers.0.lines', [], 'tiers.0.lines'],
    [
      'a floor that is a ceiling',
      'visa.vamp',
      'tiers.0.lines.0.floors.0.is',
      'below',
      'A floor is a minimum.',
    ],
    [
      'a floor of a term that is not declared',
      'ebay.defect',
      'tiers.0.lines.0.floors.0.of',
      'people',
      'people is not declared',
    ],
    [
      'a floor of money',
      'paypal.dispute',
      'tiers.0.lines.0.floors.0.of',
      'salesValue',
      'salesValue is money; here only count',
    ],
    [
      'a line for shops with many claims',
      'etsy.cases',
      'tiers.0.lines.0.when.0.of',
      'numerator',
      'A line is made for a size of shop',
    ],
    [
      'a withdrawal without its limit',
      'aliexpress.inr',
      'terms.1.atMost',
      GONE,
      'atMost: the term it cannot exceed',
    ],
    [
      'a withdrawal that is not declared',
      'aliexpress.inr',
      'withdrawal.term',
      'gone',
      'gone is not declared',
    ],
    [
      'a withdrawal limited by nothing',
      'aliexpress.inr',
      'withdrawal.upTo',
      'gone',
      'gone is not declared',
    ],
    [
      'a limit that is not declared',
      'ozon.error-index',
      'terms.0.atMost',
      'gone',
      'gone is not declared',
    ],
    ['an own floor that is not declared', 'custom', 'ownFloor', 'gone', 'gone is not declared'],
    [
      'a charge in a tier that is not there',
      'ozon.error-index',
      'fee.percent.black',
      'ozon.fee.red',
      'black is not a tier.',
    ],
    [
      'a charge on what is no list',
      'ozon.error-index',
      'fee.prices',
      'shipments',
      'shipments is count; here only money-list',
    ],
    [
      'an exchange rate that is no factor',
      'ozon.error-index',
      'fee.exchange',
      'shipments',
      'shipments is count; here only decimal',
    ],
    [
      'a cap by a field that is no choice',
      'ozon.error-index',
      'fee.cap',
      by('shipments', 'ozon.fee.cap'),
      'shipments is count; here only choice',
    ],
    [
      'a charge by a field that is no choice',
      'ozon.error-index',
      'fee.percent.red',
      by('shipments', 'ozon.fee.red'),
      'shipments is count; here only choice',
    ],
    [
      'a minimum by a field that is no choice',
      'visa.vamp',
      'tiers.0.lines.0.floors.0.rule',
      by('disputes', 'visa.line.vamp-count'),
      'disputes is count; here only choice',
    ],
    ['a window that is a figure', 'amazon.odr', 'window.rule', 60, 'window.rule'],
  ];

  it.each(cases)('%s', (_, id, path, value, message) => {
    expect(broken(id, 'id', id)).toEqual([]);
    expect(broken(id, path, value).join('\n')).toContain(message);
  });
});
