import { describe, expect, it } from 'vitest';
import { readCase } from '@/calculators/shared/case.ts';
import type { Detail, Line, View } from './work/view.ts';
import en from '../../../content/i18n/parts/case-desk.en.json' with { type: 'json' };
import zh from '../../../content/i18n/parts/case-desk.zh-CN.json' with { type: 'json' };
import { shiftText, shiftTexts } from './shift.ts';
import { summaryIn } from './summary.ts';
import { createDeskWords } from './words.ts';

const AT = '2026-11-24T01:00:00Z';
const full = {
  version: 2,
  id: 'x',
  createdAt: AT,
  changedAt: AT,
  name: 'x',
  platform: 'ozon',
  flow: 'x',
  reason: 'x',
  order: { id: 'x' },
  buyer: { name: 'x' },
  events: { opened: AT },
  shownDue: { answer: AT },
  plan: { at: AT },
  offers: [],
  evidence: {},
  replies: [],
  owner: 'x',
  level: 'x',
  snooze: { until: AT, reason: 'x' },
  notes: [],
  outcomes: [],
  reopened: [AT],
  past: [],
};
const ITEMS = { 'list.photo': 'a photo, dated', 'list.label': 'the label' };
const wordsOf = (language: 'en' | 'zh-CN', strings: Readonly<Record<string, string>>) =>
  createDeskWords(
    language,
    strings,
    ITEMS,
    () => '2026',
    () => 'Asia/Shanghai',
  );
const [english, chinese] = [wordsOf('en', en), wordsOf('zh-CN', zh)];
const NEXT = {
  action: 'wait',
  by: 'you',
  because: 'no-plan',
  values: {},
  ruleIds: [],
  until: '2026-11-25T01:00:00Z',
  page: '',
};
const detail = {
  one: {
    version: 2,
    id: 'x',
    name: 'the lamp',
    order: { id: '8172' },
    replies: [
      { at: AT, language: 'fr', situation: 'snad-quality', text: 'x' },
      { at: '2026-11-24T02:00:00Z', text: 'y' },
    ],
  },
  judged: { flow: null, decides: 'Chen', next: NEXT },
  evidence: {
    page: '',
    items: [
      { id: 'list.photo', isTicked: false },
      { id: 'list.label', isTicked: false },
      { id: 'list.gone', isTicked: true },
    ],
  },
} as unknown as Detail;

describe('parts of a case', () => {
  it('are named in the words of the page, and what has none by its own name', () => {
    expect(english.partOf('owner')).toBe('Who has the case');
    expect(english.partOf('notes')).toBe('Note');
    expect(chinese.partOf('offers')).toBe(zh['tool.case-desk.offers.title']);
    expect(english.partOf('past')).toBe('past');
    for (const part of Object.keys(readCase(full) ?? {}))
      if (!['version', 'id', 'past', 'createdAt', 'changedAt'].includes(part))
        expect(english.partOf(part), part).not.toBe(part);
  });
});

describe('what is handed over', () => {
  it('names order, level, missing evidence, replies, and the clock, in either language', () => {
    const text = summaryIn(english, detail, AT);
    expect(text).toContain('Order number: 8172');
    expect(text).toContain('Decides: Chen');
    expect(text).toContain('Evidence still missing: a photo, dated; the label');
    expect(text).toMatch(/Replies sent: .*09:00.* · fr · Quality; .*10:00/);
    expect(text.split('Times in Asia/Shanghai (UTC+8).')).toHaveLength(2);
    expect(text).not.toMatch(/[，。；：]/);
    const said = summaryIn(chinese, detail, AT);
    expect(said).toContain('订单号：8172');
    expect(said).toContain('还缺的证据：a photo, dated；the label');
    expect(said).toContain('时间均为Asia/Shanghai（UTC+8）。');
    expect(said).not.toMatch(/[.;:] /);
    expect(said).toMatch(/下一步：[^\n.]+。/);
  });

  it('puts no sum into the buyer’s mouth, and tells one in the currency it was asked in', () => {
    const asked = (rest: object) =>
      summaryIn(english, { ...detail, one: { ...detail.one, ...rest } }, AT)
        .split('\n')
        .find((line) => line.startsWith('The buyer wants'))
        ?.replaceAll('\u00a0', ' ');
    const demand = [{ at: AT, by: 'buyer', amount: '5', currency: 'USD' }];
    expect(asked({ order: { price: '20', currency: 'EUR' } })).toBe('The buyer wants: –');
    expect(asked({ order: { price: '20', currency: 'EUR' }, offers: demand })).toBe(
      'The buyer wants: 5.00 USD',
    );
    expect(asked({ order: { claim: '7', currency: 'EUR' }, offers: demand })).toBe(
      'The buyer wants: 7.00 EUR',
    );
  });

  it('tells sentences that stand in a row without their stops', () => {
    const [one, other] = [
      { 'list.photo': 'Ask for a photo.', 'list.label': 'Read the label.' },
      { 'list.photo': '请拍照。', 'list.label': '看面单。' },
    ].map((items, i) =>
      summaryIn(
        createDeskWords(
          i === 0 ? 'en' : 'zh-CN',
          i === 0 ? en : zh,
          items,
          () => '2026',
          () => 'UTC',
        ),
        detail,
        AT,
      ),
    );
    expect(one).toContain('missing: Ask for a photo; Read the label\n');
    expect(other).toContain('：请拍照；看面单\n');
  });

  it('says once on which clock a shift counts', () => {
    const line = { id: 'x', name: '', order: '8172', flow: null, state: 'open', next: NEXT };
    const view = { asOf: AT, totals: { open: 1, overdue: 0, dueToday: 0 } } as unknown as View;
    for (const [words, clock] of [
      [english, 'Times in Asia/Shanghai (UTC+8).'],
      [chinese, '时间均为Asia/Shanghai（UTC+8）。'],
    ] as const)
      for (const lines of [[line as unknown as Line], []])
        expect(shiftText(lines, view, words).split('\n')[1]).toBe(clock);
    // Whoever takes over may read only one of the two languages.
    const lines = [line as unknown as Line];
    expect(shiftTexts(lines, view, [english, chinese])).toBe(
      [english, chinese].map((words) => shiftText(lines, view, words)).join('\n\n'),
    );
  });
});
