import { describe, expect, it } from 'vitest';
import { finish, type Find } from './faults.ts';
import type { GuardRule } from './rule.ts';

const rule = (id: string, severity: GuardRule['severity'] = 'forbidden'): GuardRule => ({
  id,
  severity,
  rules: { default: 'aliexpress.conduct.x' },
  why: { en: `Why ${id}.`, 'zh-CN': `原因${id}。` },
  instead: { en: `Instead ${id}.`, 'zh-CN': `改写${id}。` },
  patterns: { en: ['x'] },
});
const money = rule('money');
const paypal = rule('paypal');
const style = rule('style', 'advice');
const text = 'abcdefghij klmno. pqrstuvwxyz\n0123456789';
const find = (
  of: GuardRule,
  start: number,
  end: number,
  ruleId = 'aliexpress.conduct.x',
): Find => ({
  rule: of,
  ruleId,
  start,
  end,
});
const warned = (finds: readonly Find[], platform = 'aliexpress', gloss: 'en' | 'zh-CN' = 'en') =>
  finish(finds, { text, platform, gloss, borrowed: { en: 'Borrowed.', 'zh-CN': '借用。' } });
const short = (finds: readonly Find[]) =>
  warned(finds).map(({ guard, places }) => [
    guard,
    ...places.map(({ start, end }) => [start, end]),
  ]);

describe('a fault', () => {
  it('is one place where patterns of a rule overlap or touch', () => {
    expect(short([find(money, 2, 5), find(money, 0, 3), find(money, 5, 7)])).toEqual([
      ['money', [0, 7]],
    ]);
  });

  it('is one warning where a sentence commits it in several places', () => {
    const [warning, ...others] = warned([find(money, 0, 3), find(money, 8, 10)]);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      start: 0,
      end: 10,
      places: [
        { start: 0, end: 3 },
        { start: 8, end: 10 },
      ],
    });
  });

  it('is a warning of its own in the next sentence, and on the next line', () => {
    expect(short([find(money, 0, 3), find(money, 18, 20), find(money, 31, 33)])).toEqual([
      ['money', [0, 3]],
      ['money', [18, 20]],
      ['money', [31, 33]],
    ]);
  });

  it('has one voice where two guards rest on one rule: the wider, with all the words', () => {
    expect(short([find(paypal, 4, 6), find(money, 0, 5)])).toEqual([['money', [0, 6]]]);
  });

  it('has the graver voice, however short', () => {
    expect(short([find(style, 0, 9), find(money, 4, 6)])).toEqual([['money', [0, 9]]]);
  });

  it('keeps both voices where the rules differ, or the words', () => {
    expect(short([find(money, 0, 5), find(paypal, 2, 4, 'other.rule.y')])).toEqual([
      ['money', [0, 5]],
      ['paypal', [2, 4]],
    ]);
    expect(short([find(money, 0, 3), find(paypal, 3, 5)])).toEqual([
      ['money', [0, 3]],
      ['paypal', [3, 5]],
    ]);
  });

  it('says whose rule it quotes where the platform has none of its own', () => {
    expect(warned([find(money, 0, 1)])[0]?.message).toBe('Why money.');
    expect(warned([find(money, 0, 1)], 'ozon')[0]?.message).toBe('Why money. Borrowed.');
    expect(warned([find(money, 0, 1)], 'ozon', 'zh-CN')[0]?.message).toBe('原因money。借用。');
    expect(warned([find(money, 0, 1, 'law.x.y')], 'ozon')[0]?.message).toBe('Why money.');
  });

  it('comes in the order of the text, and is none where nothing was found', () => {
    expect(short([find(paypal, 20, 22), find(money, 0, 1)]).map(([guard]) => guard)).toEqual([
      'money',
      'paypal',
    ]);
    expect(warned([])).toEqual([]);
  });
});
