import { describe, expect, it } from 'vitest';
import { MARKS } from '../shared/currencies.ts';
import { en } from '../shared/moment/words/en.ts';
import { pl } from '../shared/moment/words/pl.ts';
import type { GuardRule } from './rule.ts';
import { withTables } from './tables.ts';

const bare: GuardRule = {
  id: 'bare',
  severity: 'advice',
  why: { en: 'why', 'zh-CN': '为什么' },
  instead: { en: 'instead', 'zh-CN': '改写' },
};
/** The words of a list, in the groups they stand in: `(?:a|b)|(?:c)`. */
const groups = (list = '') =>
  list
    .slice('(?:'.length, -')'.length)
    .split(')|(?:')
    .map((names) => names.split('|'));

describe('months of a rule', () => {
  const { words } = withTables({
    ...bare,
    words: {
      en: { months: '{months}', by: 'by' },
      pl: { months: '{months}' },
      de: { months: 'own' },
      ko: { months: '{months}' },
      fr: { by: 'avant' },
    },
  });

  it('are those of the readers of days in their order, the longest name first', () => {
    const english = groups(words?.['en']?.['months']);
    expect(english).toHaveLength(12);
    expect(english[0]).toEqual(['january', 'jan']);
    expect(english[4]).toEqual(['may']);
    expect(english[7]).toEqual(['august', 'aug', 'ago']);
    expect(english[8]).toEqual(['september', 'sept', 'sep']);
    expect(english.map((names) => [...names].sort())).toEqual(
      en.months.map((names) => names.split(' ').sort()),
    );
    for (const names of english)
      expect(names.map(({ length }) => length)).toEqual(
        names.map(({ length }) => length).sort((a, b) => b - a),
      );
  });

  it('leave out what is a small word of Polish', () => {
    const polish = groups(words?.['pl']?.['months']).flat();
    expect(pl.months.join(' ').split(' ')).toContain('sie');
    expect(polish).not.toContain('sie');
    expect([...polish, 'sie'].sort()).toEqual(pl.months.join(' ').split(' ').sort());
  });

  it('are put in where a rule asks for them, and nowhere else', () => {
    expect(words?.['en']?.['by']).toBe('by');
    expect(words?.['de']).toEqual({ months: 'own' });
    expect(words?.['fr']).toEqual({ by: 'avant' });
    // No table: the language writes its months in figures.
    expect(words?.['ko']).toEqual({ months: '{months}' });
    expect(words).not.toHaveProperty('any.usd');
  });

  it('have a table in each language that writes them in letters', () => {
    for (const language of ['en', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl']) {
      const made = withTables({ ...bare, words: { [language]: { months: '{months}' } } });
      expect(groups(made.words?.[language]?.['months']), language).toHaveLength(12);
    }
  });
});

describe('signs of money of a rule', () => {
  const money = (any: Record<string, string>, reads: GuardRule['reads'] = 'amounts') =>
    withTables({ ...bare, reads, words: { any } }).words?.['any'];

  it('are those of the readers of amounts, as signs of an expression', () => {
    const all = money({ never: 'ft' });
    expect(all?.['eur']).toBe('€|欧元|euro|euros|евро');
    expect(all?.['brl']).toBe('r\\$|雷亚尔');
    expect(all?.['cnyjpy']).toBe('¥');
    expect(all?.['audcad']).toBeUndefined();
    expect(all?.['inrpkrlkrnprmur']).toBe('rs|rs\\.');
    const lines = MARKS.trim().split('\n');
    // The sign of the forint is all that its line has.
    expect(Object.keys(all ?? {})).toHaveLength(lines.length - 1);
    expect(all).not.toHaveProperty('huf');
    expect(all).not.toHaveProperty('never');
  });

  it('leave out what is another word in a text', () => {
    const all = money({ never: 'rs 元 kr.' });
    expect(all?.['inrpkrlkrnprmur']).toBe('rs\\.');
    expect(all?.['cny']?.split('|')).not.toContain('元');
    expect(all?.['cny']?.split('|')).toContain('圆');
    expect(all).not.toHaveProperty('dkkseknokisk');
    expect(all?.['seknokdkkisk']).toBe('kr');
  });

  it('stand before the forms the rule has itself', () => {
    const all = money({ never: 'ft', eur: 'eur', xxx: 'own', same: '=' });
    expect(all?.['eur']).toBe('€|欧元|euro|euros|евро|eur');
    expect(all).toMatchObject({ xxx: 'own', same: '=' });
  });

  it('come to a rule that reads amounts and says what is none', () => {
    expect(money({ usd: 'usd' })).toEqual({ usd: 'usd' });
    expect(money({ never: 'ft', usd: 'usd' }, 'titles')).toEqual({ never: 'ft', usd: 'usd' });
  });
});

it('a rule without words is left as it is', () => {
  expect(withTables(bare)).toBe(bare);
  const own = { ...bare, reads: 'amounts' as const, words: { en: { back: 'refund' } } };
  expect(withTables(own)).toEqual(own);
});
