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

  it('of a rule that sees contradictions is one, however far its places are apart', () => {
    const sums: GuardRule = { ...money, id: 'sums', reads: 'amounts' };
    expect(short([find(sums, 0, 3), find(sums, 18, 20), find(sums, 31, 33)])).toEqual([
      ['sums', [0, 3], [18, 20], [31, 33]],
    ]);
  });

  it('ends with its sentence, wherever the mark or the line break stands', () => {
    // The full stop is the seventeenth sign, the line ends with the thirtieth.
    expect(short([find(money, 0, 3), find(money, 11, 16)])).toEqual([['money', [0, 3], [11, 16]]]);
    expect(short([find(money, 11, 16), find(money, 17, 20)])).toHaveLength(2);
    expect(short([find(money, 11, 17), find(money, 18, 20)])).toEqual([
      ['money', [11, 17], [18, 20]],
    ]);
    expect(short([find(money, 17, 29), find(money, 30, 32)])).toHaveLength(2);
    expect(short([find(money, 17, 20), find(money, 22, 29)])).toEqual([
      ['money', [17, 20], [22, 29]],
    ]);
    expect(short([find(money, 11, 15), find(money, 16, 20)])).toEqual([
      ['money', [11, 15], [16, 20]],
    ]);
  });

  it('rests on a rule of its own where none is quoted', () => {
    const bare = (of: GuardRule, start: number, end: number): Find => ({
      rule: of,
      ruleId: null,
      start,
      end,
    });
    const found = warned([bare(money, 0, 5), bare(paypal, 2, 4)], 'ozon');
    expect(found.map(({ guard, ruleId, message }) => [guard, ruleId, message])).toEqual([
      ['money', null, 'Why money.'],
      ['paypal', null, 'Why paypal.'],
    ]);
  });

  it('needs no borrowing where another platform is quoted on purpose, or research', () => {
    expect(warned([find({ ...money, ofOthers: true }, 0, 1)], 'ozon')[0]?.message).toBe(
      'Why money.',
    );
    expect(warned([find(money, 0, 1, 'research.x.y')], 'ozon')[0]?.message).toBe('Why money.');
    expect(warned([find(money, 0, 1, 'ozone.x.y')], 'ozon')[0]?.message).toBe(
      'Why money. Borrowed.',
    );
    expect(warned([find(money, 0, 1, 'lawful.x.y')], 'ozon')[0]?.message).toContain('Borrowed.');
  });

  it('says what to write instead, in the language asked for', () => {
    expect(warned([find(style, 0, 1)])[0]).toMatchObject({
      instead: 'Instead style.',
      severity: 'advice',
      ruleId: 'aliexpress.conduct.x',
    });
    expect(warned([find(style, 0, 1)], 'aliexpress', 'zh-CN')[0]?.instead).toBe('改写style。');
  });

  it('comes after the shorter that begins with it, then by name', () => {
    expect(
      short([
        find(paypal, 0, 3, 'b.b.b'),
        find(money, 0, 3, 'a.a.a'),
        find(style, 0, 2, 'c.c.c'),
      ]).map(([guard]) => guard),
    ).toEqual(['style', 'money', 'paypal']);
    expect(
      short([find(money, 0, 3, 'a.a.a'), find(paypal, 0, 3, 'b.b.b')]).map(([guard]) => guard),
    ).toEqual(['money', 'paypal']);
  });

  it('with several voices on one rule has one for each row of words that overlap', () => {
    expect(
      short([find(money, 0, 4), find(paypal, 3, 8), find(style, 7, 9), find(paypal, 11, 13)]),
    ).toEqual([['paypal', [0, 9], [11, 13]]]);
    expect(short([find(money, 0, 9), find(paypal, 1, 3), find(paypal, 5, 7)])).toEqual([
      ['money', [0, 9]],
    ]);
  });

  it('comes in the order of the text, and is none where nothing was found', () => {
    expect(short([find(paypal, 20, 22), find(money, 0, 1)]).map(([guard]) => guard)).toEqual([
      'money',
      'paypal',
    ]);
    expect(warned([])).toEqual([]);
  });
});
