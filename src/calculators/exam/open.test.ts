import { describe, expect, it } from 'vitest';
import type { Answer } from '../shared/tool.ts';
import type { Rule } from '../shared/rule.ts';
import { openQuestion, type Placed } from './index.ts';
import type { ExamQuestion, ValueSource } from './schema.ts';

const text = { en: 'a', 'zh-CN': '甲' };
const rule = (value: Rule['values'][number]['value'], unit = 'days', to: string | null = null) =>
  ({ unit, values: [{ from: null, to, value }], rivals: [] }) as unknown as Rule;
const rules = new Map([
  ['a.clock.days', rule(7)],
  ['a.clock.range', rule({ min: 2, max: 4 })],
  ['a.clock.words', rule(true)],
  ['a.clock.over', rule(3, 'days', '2026-01-01')],
]);
const asked: unknown[] = [];
const sources = {
  rules,
  asOf: '2026-11-29T00:00:00Z',
  ask: (tool: string, input: unknown) => {
    asked.push([tool, input]);
    const answers: Record<string, unknown> = {
      money: { kind: 'ok', cost: '12.50', many: 3 },
      silent: { kind: 'incomplete', missing: [] },
    };
    return Promise.resolve(answers[tool] as Answer);
  },
};

const open = (
  values: Record<string, ValueSource>,
  tool = 'money',
  more: Partial<ExamQuestion> = {},
) => {
  const question: ExamQuestion = {
    id: 'one',
    version: 1,
    playbook: 'start/never-do',
    rules: ['a.clock.days'],
    draw: { gone: { from: 2, to: 2 }, sum: { from: 50, to: 50, digits: 1 } },
    solve: { tool, input: { price: '$sum', part: { of: 1, all: 2 } } },
    values,
    ask: text,
    right: text,
    wrong: ['x', 'y', 'z', 'w', 'v'].map((en) => ({ text: { ...text, en }, why: text })),
    explain: text,
    ...more,
  };
  const placed: Placed = { question, stage: 'prevent', platform: 'ozon' };
  return openQuestion(placed, '1', sources);
};

describe('what stands in a slot', () => {
  it('is a rule’s figure, whole, with something gone, or what it leaves of a number', async () => {
    const { values } = await open({
      whole: { rule: 'a.clock.days' },
      range: { rule: 'a.clock.range' },
      left: { rule: 'a.clock.days', minus: '$gone' },
      rest: { rule: 'a.clock.days', leftOf: '$sum' },
      own: { drawn: '$sum', unit: 'CNY' },
    });
    expect(values).toEqual({
      whole: { kind: 'figure', value: 7, unit: 'days' },
      range: { kind: 'figure', value: { min: 2, max: 4 }, unit: 'days' },
      left: { kind: 'figure', value: 5, unit: 'days' },
      rest: { kind: 'figure', value: -2, unit: 'days' },
      own: { kind: 'figure', value: 5, unit: 'CNY' },
    });
  });

  it('is what the tool answers, to the right input and to a mistaken one', async () => {
    asked.length = 0;
    const { values, solvedBy } = await open({
      cost: { at: 'cost', as: 'money', unit: 'USD' },
      share: { at: 'cost', as: 'percent' },
      many: { at: 'many', as: 'count', unit: 'orders', input: { part: { of: 9 } } },
      when: { at: 'cost', as: 'moment' },
    });
    expect(values).toEqual({
      cost: { kind: 'money', value: '12.50', unit: 'USD' },
      share: { kind: 'percent', value: '12.50' },
      many: { kind: 'figure', value: 3, unit: 'orders' },
      when: { kind: 'moment', value: '12.50', zone: 'Asia/Shanghai' },
    });
    expect(solvedBy).toEqual({ tool: 'money', input: { price: '5.0', part: { of: 1, all: 2 } } });
    expect(asked[2]).toEqual(['money', { price: '5.0', part: { of: 9, all: 2 } }]);
  });

  it.each<[string, Record<string, ValueSource>, string, string]>([
    ['a rule that ended', { a: { rule: 'a.clock.over' } }, 'money', 'expired'],
    ['no such rule', { a: { rule: 'a.clock.none' } }, 'money', 'no-such-rule'],
    ['a rule in words', { a: { rule: 'a.clock.words' } }, 'money', 'no figure'],
    [
      'a range with something gone',
      { a: { rule: 'a.clock.range', minus: '$gone' } },
      'money',
      'range',
    ],
    ['a name nobody draws', { a: { drawn: '$none', unit: 'days' } }, 'money', 'none'],
    ['a place that is none', { a: { at: 'nowhere', as: 'percent' } }, 'money', 'nowhere'],
    ['money of no currency', { a: { at: 'cost', as: 'money' } }, 'money', 'currency'],
    ['a count of nothing', { a: { at: 'many', as: 'count' } }, 'money', 'of what'],
    ['a tool that does not answer', { a: { at: 'cost', as: 'percent' } }, 'silent', 'incomplete'],
  ])('is refused for %s', async (_, values, tool, said) => {
    await expect(open(values, tool)).rejects.toThrow(said);
    await expect(open(values, tool)).rejects.toThrow('one, seed 1');
  });
});

describe('options', () => {
  it('are the right one and three of the wrong ones, by letters', async () => {
    const { options, key } = await open({});
    expect(options.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D']);
    expect(options.filter(({ wrong }) => wrong === null).map(({ letter }) => letter)).toEqual([
      key,
    ]);
    expect(new Set(options.map(({ text: each }) => JSON.stringify(each))).size).toBe(4);
  });

  it('name no tool where none computes', async () => {
    const { solvedBy, rules: cited } = await open({}, 'money', { solve: undefined });
    expect(solvedBy).toBeNull();
    expect(cited).toEqual(['a.clock.days']);
  });
});
