import { describe, expect, it } from 'vitest';
import { checklistSchema } from '../../src/schemas/checklist.ts';
import { termSchema } from '../../src/schemas/glossary.ts';
import { pageSchema } from '../../src/schemas/page.ts';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { sourceSchema } from '../../src/schemas/source.ts';

// One sound file of each kind; each case below breaks one thing in it and names the sentence an author must see.
const value = {
  from: '2024-01-01',
  to: '2024-06-30',
  value: 5,
  source: 'seed-001',
  publishedOn: null,
  checkedOn: '2026-11-21',
};
const text = { en: 'Time to answer', 'zh-CN': '响应时限' };
const rule = {
  id: 'aliexpress.dispute.first-answer',
  fact: ['AE-001'],
  platform: 'aliexpress',
  topic: 'dispute',
  label: text,
  unit: 'days',
  appliesTo: text,
  values: [value, { ...value, from: '2024-07-01', to: null }],
  confidence: 'secondary',
  rivals: [{ value: 7, unit: 'working-days', source: 'seed-003', note: text }],
  review: { on: '2027-02-21', everyDays: 92 },
  notes: text,
};
const source = {
  id: 'seed-001',
  title: 'A title',
  publisher: 'A publisher',
  language: 'zh',
  confidence: 'seed-only',
  url: 'https://example.org/a',
  link: true,
  publishedOn: null,
  archivedCopy: true,
  trust: text,
};
const term = {
  id: 'snad',
  en: 'not as described',
  zh: '货不对版',
  ru: 'не соответствует описанию',
  aliases: [],
  meaning: text,
};
const list = {
  id: 'a-list',
  title: text,
  items: [
    { id: 'one', text },
    { id: 'two', text },
  ],
};
const page = { reviewed: '2026-11-21', audience: ['agent'] };

const second = (change: object) => ({
  ...rule,
  values: [value, { ...value, from: '2024-07-01', to: null, ...change }],
});
const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

describe('sound files are taken', () => {
  it.each([
    ['rule', ruleSchema, rule],
    ['rule with an explained gap', ruleSchema, second({ from: '2025-01-01', gap: text })],
    ['rule without a research fact', ruleSchema, (({ fact, ...rest }) => (void fact, rest))(rule)],
    [
      'rule with a rival of the same figure that says what differs',
      ruleSchema,
      { ...rule, rivals: [{ ...rule.rivals[0], value: 5, unit: 'days', differs: text }] },
    ],
    [
      'rule with a rival in another unit of time',
      ruleSchema,
      { ...rule, rivals: [{ ...rule.rivals[0], value: 5, unit: 'calendar-days' }] },
    ],
    ['source', sourceSchema, source],
    ['source dated by month', sourceSchema, { ...source, publishedOn: '2022-05' }],
    ['source dated by year', sourceSchema, { ...source, publishedOn: 2013 }],
    ['term', termSchema, term],
    ['checklist', checklistSchema, list],
    ['page', pageSchema, page],
  ])('%s', (_, schema, data) => {
    expect(schema.safeParse(data).error).toBeUndefined();
  });
});

describe('broken files are refused, with the reason', () => {
  it.each([
    ['overlapping values', ruleSchema, second({ from: '2024-06-30' }), 'overlaps'],
    [
      'a value after an open end',
      ruleSchema,
      {
        ...rule,
        values: [
          { ...value, to: null },
          { ...value, from: '2024-07-01' },
        ],
      },
      'overlaps',
    ],
    ['an unexplained gap', ruleSchema, second({ from: '2024-07-02' }), 'unexplained gap'],
    ['to before from', ruleSchema, second({ to: '2024-06-01' }), 'to lies before from'],
    ['a value as formatted text', ruleSchema, second({ value: '5 days' }), 'not as formatted text'],
    [
      'a range upside down',
      ruleSchema,
      second({ value: { min: 9, max: 3 } }),
      'min must be below max',
    ],
    ['a check in the future', ruleSchema, second({ checkedOn: tomorrow }), 'in the future'],
    [
      'a day that does not exist',
      ruleSchema,
      second({ checkedOn: '2026-02-30' }),
      'real calendar day',
    ],
    ['no source for a value', ruleSchema, second({ source: '' }), 'needs a source'],
    [
      'no source for a rival',
      ruleSchema,
      { ...rule, rivals: [{ ...rule.rivals[0], source: '' }] },
      'needs a source',
    ],
    ['an empty list of facts', ruleSchema, { ...rule, fact: [] }, 'Leave fact out'],
    [
      'a rival that says the same',
      ruleSchema,
      { ...rule, rivals: [{ ...rule.rivals[0], value: 5, unit: 'days' }] },
      'disputes nothing',
    ],
    [
      'a rival that measures something else',
      ruleSchema,
      { ...rule, rivals: [{ ...rule.rivals[0], value: 5, unit: 'percent' }] },
      'disputes nothing',
    ],
    [
      'a rival that is a sentence and does not say which',
      ruleSchema,
      { ...rule, rivals: [{ ...rule.rivals[0], value: true, unit: 'statement' }] },
      'disputes nothing',
    ],
    ['a nature nobody knows', ruleSchema, { ...rule, nature: 'rumour' }, 'nature'],
    [
      'a month that does not exist',
      sourceSchema,
      { ...source, publishedOn: '2022-13' },
      'publishedOn',
    ],
    [
      'no Chinese label',
      ruleSchema,
      { ...rule, label: { en: 'Time', 'zh-CN': ' ' } },
      'Chinese text is missing',
    ],
    [
      'no English note',
      ruleSchema,
      { ...rule, notes: { en: '', 'zh-CN': '注' } },
      'English text is missing',
    ],
    [
      'an id of another platform',
      ruleSchema,
      { ...rule, id: 'ozon.dispute.first-answer' },
      'begin with its platform',
    ],
    [
      'an id without a measure',
      ruleSchema,
      { ...rule, id: 'aliexpress.dispute' },
      '<platform>.<topic>.<measure>',
    ],
    ['a statement with a figure', ruleSchema, { ...rule, unit: 'statement' }, 'Only a statement'],
    ['a figure without a unit of its own', ruleSchema, second({ value: true }), 'Only a statement'],
    ['an unknown key', ruleSchema, { ...rule, colour: 'red' }, 'Unrecognized key'],
    [
      'a link to a raw IP address',
      sourceSchema,
      { ...source, url: 'http://122.9.133.155:9104/a' },
      'raw IP address',
    ],
    ['a link without an address', sourceSchema, { ...source, url: null }, 'no address to link to'],
    [
      'a source without a word on trust',
      sourceSchema,
      { ...source, trust: { en: 'x', 'zh-CN': '' } },
      'Chinese text is missing',
    ],
    [
      'two ticks under one id',
      checklistSchema,
      { ...list, items: [list.items[0], list.items[0]] },
      'share this id',
    ],
    ['a page for nobody', pageSchema, { ...page, audience: [] }, 'audience'],
    ['a term without Russian', termSchema, { ...term, ru: '' }, 'ru'],
  ])('%s', (_, schema, data, reason) => {
    const result = schema.safeParse(data);
    expect(result.success).toBe(false);
    const said =
      result.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n') ??
      '';
    expect(said).toContain(reason);
  });
});
