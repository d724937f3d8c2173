import { describe, expect, it } from 'vitest';
import { splitGuards, withWords } from './languages.ts';
import type { GuardParts, GuardRule } from './rule.ts';

const said = { en: 'said', 'zh-CN': '说' };
const parts: GuardParts = {
  id: 'shared',
  negation: { before: { en: ['not'], ru: ['не'], any: ['-'] }, after: { ko: ['지 마'] } },
  ownHosts: { ozon: ['ozon.ru'] },
  ownNames: { ozon: 'ozon' },
  borrowed: said,
};
const words: GuardRule = {
  id: 'words',
  severity: 'forbidden',
  why: said,
  instead: said,
  words: { any: { app: 'viber|вайбер|1' }, en: { own: 'a' } },
  patterns: { any: ['{app}', 'ж'], en: ['b'], ru: ['б'] },
  unless: { en: ['c'] },
  unlessText: { ru: ['в'] },
};
const days: GuardRule = {
  id: 'days',
  severity: 'advice',
  why: said,
  instead: said,
  reads: 'past-days',
  words: {
    en: { over: 'yesterday', feast: '(?<feast1225>christmas)', by: 'by' },
    ru: { by: 'до' },
    any: { over: 'x' },
  },
  patterns: { any: ['\\d'], en: ['{over}'] },
};
const silent: GuardRule = { id: 'silent', severity: 'advice', why: said, instead: said };
const rules = [words, days, silent];
const { base, words: added, later } = splitGuards(rules, parts, ['en', 'ru', 'ko']);

describe('rules cut by language', () => {
  it('share what holds in every language and needs no letters', () => {
    expect(base.rules).toEqual([
      {
        id: 'words',
        severity: 'forbidden',
        why: said,
        instead: said,
        words: { any: { app: '1' } },
        patterns: { any: ['{app}'] },
      },
      { id: 'days', severity: 'advice', why: said, instead: said, reads: 'past-days' },
      silent,
    ]);
    expect(base.parts).toEqual({
      ...parts,
      negation: { before: { any: ['-'] }, after: {} },
    });
  });

  it('have for each language its own, and what only its letters meet', () => {
    expect(added['en']).toEqual({
      rules: {
        words: {
          words: { any: { app: 'viber' }, en: { own: 'a' } },
          patterns: { en: ['b'] },
          unless: { en: ['c'] },
        },
        days: {
          words: {
            any: { over: 'x' },
            en: { over: 'yesterday', feast: '(?<feast1225>christmas)' },
          },
        },
      },
      negation: { before: { en: ['not'] }, after: {} },
    });
    expect(added['ru']?.rules['words']).toEqual({
      words: { any: { app: 'вайбер' } },
      patterns: { any: ['ж'], ru: ['б'] },
      unlessText: { ru: ['в'] },
    });
    expect(added['ko']?.negation).toEqual({ before: {}, after: { ko: ['지 마'] } });
  });

  it('leave out what has nothing to say', () => {
    expect(Object.keys(added['ko']?.rules ?? {})).toEqual(['days']);
    expect(Object.keys(added['en']?.rules ?? {})).toEqual(['words', 'days']);
    const none = splitGuards([{ ...days, words: { ru: { by: 'до' } } }], parts, ['ru']);
    expect(none.words['ru']?.rules).toEqual({});
    expect(Object.keys(none.later['ru']?.rules ?? {})).toEqual(['days']);
  });

  it('keep apart what reads days in a language, whole', () => {
    expect(later['ru']).toEqual({
      rules: {
        days: {
          words: { ru: { by: 'до' }, any: { over: 'x' } },
          patterns: { any: ['\\d'] },
        },
      },
    });
    expect(Object.keys(later['en']?.rules ?? {})).toEqual(['days']);
    expect(later['en']?.rules['days']?.patterns).toEqual({ any: ['\\d'], en: ['{over}'] });
  });
});

describe('rules put together again', () => {
  const whole = withWords(
    base,
    ['en', 'ru', 'ko'].flatMap((each) => [added[each], later[each]].flatMap((one) => one ?? [])),
  );

  it('are those there were, each list once', () => {
    expect(whole.parts).toEqual(parts);
    const [first, second, third] = whole.rules;
    expect(first).toEqual({
      ...words,
      words: { any: { app: '1|viber|вайбер' }, en: { own: 'a' } },
    });
    expect(second).toEqual(days);
    expect(third).toEqual(silent);
  });

  it('hold the words of one language where only these came', () => {
    const [first, second] = withWords(base, [added['ru'] ?? { rules: {} }]).rules;
    expect(first?.words).toEqual({ any: { app: '1|вайбер' } });
    expect(first?.patterns).toEqual({ any: ['{app}', 'ж'], ru: ['б'] });
    expect(second?.patterns).toBeUndefined();
  });
});
