import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { join } from 'node:path';
import { bookOf, cite, isOverdue, valueOn } from './cited.ts';
import { lookup, type Rule } from './rule.ts';

const value = (from: string | null, to: string | null, figure: number) => ({
  from,
  to,
  value: figure,
  source: 's',
  publishedOn: null,
  checkedOn: '2026-01-01',
});
const both = (en: string) => ({ en, 'zh-CN': `${en}（中文）` });
const rule: Rule = {
  id: 'p.topic.measure',
  fact: [],
  platform: 'p',
  topic: 'topic',
  label: both('label'),
  unit: 'days',
  appliesTo: both('everybody'),
  values: [value('2026-01-01', '2026-03-31', 5), value('2026-05-01', '2026-06-30', 7)],
  confidence: 'official',
  rivals: [{ value: 9, unit: 'days', source: 's', note: both('note') }],
  review: { on: '2026-06-01', everyDays: 90 },
  notes: both(''),
};
const sources = new Map([
  ['s', { publisher: 'The publisher', publishedOn: '2025-12-01', archivedCopy: true }],
]);

describe('a cited rule', () => {
  it('has a value on its days only, and never the last one instead', () => {
    const on = (day: string) => valueOn(rule, day)?.value;
    expect(on('2025-12-31')).toBeUndefined();
    expect(on('2026-01-01')).toBe(5);
    expect(on('2026-03-31T23:59:59Z')).toBe(5);
    expect(on('2026-04-01')).toBeUndefined();
    expect(on('2026-05-01')).toBe(7);
    expect(on('2026-07-01')).toBeUndefined();
    expect(valueOn({ values: [value(null, null, 3)] }, '1999-01-01')?.value).toBe(3);
    expect(valueOn({ values: [] }, '2026-01-01')).toBeUndefined();
  });

  it('is due the day after its review day', () => {
    expect(isOverdue({ reviewOn: '2026-06-01' }, '2026-06-01T12:00:00Z')).toBe(false);
    expect(isOverdue({ reviewOn: '2026-06-01' }, '2026-06-02')).toBe(true);
  });

  it('speaks one language and names its publishers', () => {
    const cited = cite(rule, sources, 'zh-CN', '/zh-cn/x/#p');
    expect(cited).toMatchObject({
      label: 'label（中文）',
      appliesTo: 'everybody（中文）',
      address: '/zh-cn/x/#p',
      reviewOn: '2026-06-01',
      rivals: [{ publisher: 'The publisher', note: 'note（中文）' }],
    });
    expect(cited.values[0]).toMatchObject({
      publisher: 'The publisher',
      publishedOn: '2025-12-01',
    });
    expect(cited).not.toHaveProperty('superseded');
    expect(cited.values[0]).not.toHaveProperty('isLive');
    expect(JSON.stringify(cited)).not.toContain('"en"');
    const what = both('what stands there now');
    const live = new Map([['s', { publisher: 'x', publishedOn: null, archivedCopy: false }]]);
    const replaced = cite({ ...rule, superseded: { what } }, live, 'en', '');
    expect(replaced.superseded).toBe('what stands there now');
    expect(replaced.values[0]).toMatchObject({ isLive: true, publishedOn: null });
    expect(() => cite(rule, new Map(), 'en', '')).toThrow('p.topic.measure cites the source "s"');
  });

  it('says what differs where a rival’s figure says nothing, in one language', () => {
    const disputed: Rule = {
      ...rule,
      rivals: [
        { value: true, unit: 'statement', source: 's', differs: both('both'), note: both('n') },
        { value: 9, unit: 'days', source: 's', note: both('n') },
      ],
    };
    const { rivals } = cite(disputed, sources, 'en', '');
    expect(rivals.map(({ differs }) => differs)).toEqual(['both', undefined]);
    expect(
      lookup(bookOf([cite(disputed, sources, 'en', '')], 'en'), rule.id, '2026-01-01'),
    ).toMatchObject({
      rule: { rivals: [{ differs: { en: 'both', 'zh-CN': '' } }, { value: 9 }] },
    });
    // No rule of the book leaves a reader with a name and no word.
    const any = { get: () => ({ publisher: 'x', publishedOn: null }) } as never;
    let plain = 0;
    for (const each of openContent(join(import.meta.dirname, '../../content'))
      .rules()
      .values())
      for (const rival of cite(each, any, 'en', '').rivals)
        if (rival.value === true) {
          plain += 1;
          expect(rival.differs, each.id).toBeTruthy();
        }
    expect(plain).toBeGreaterThan(10);
  });

  it('is found as the rule it was made from, for every rule on every day that matters', () => {
    const book = openContent(join(import.meta.dirname, '../../content')).rules();
    const any = { get: () => ({ publisher: 'x', publishedOn: null, archivedCopy: true }) } as never;
    let asked = 0;
    for (const one of book.values()) {
      const sent = bookOf([cite(one, any, 'en', '')], 'en');
      for (const day of one.values.flatMap(({ from, to }) => [from, to]).concat('2026-11-21')) {
        if (day === null) continue;
        const [a, b] = [lookup(book, one.id, day), lookup(sent, one.id, day)];
        expect(b.kind).toBe(a.kind);
        if (a.kind === 'known' && b.kind === 'known') expect(b.value.value).toEqual(a.value.value);
        asked += 1;
      }
      expect(sent.get(one.id)?.platform).toBe(one.platform);
    }
    expect(asked).toBeGreaterThan(400);
  });
});
