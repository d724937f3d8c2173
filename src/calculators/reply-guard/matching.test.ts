import { describe, expect, it } from 'vitest';
import { createGuard, createGuardWith, type GuardParts, type GuardRule } from './index.ts';
import type { GuardInput } from './rule.ts';

const said = { en: 'said', 'zh-CN': '说' };
const parts: GuardParts = {
  id: 'shared',
  negation: {
    before: { en: ['‹not›'], ru: ['‹не›'], es: ['‹no›'], 'zh-CN': ['不'], ko: ['‹안›'] },
    after: { en: ['[\\p{L} ]{0,9}‹never›'] },
  },
  ownHosts: { ozon: ['ozon.ru', 'ozon.kz'] },
  ownNames: { ozon: 'ozon' },
  borrowed: said,
};
const rule = (more: Partial<GuardRule>): GuardRule => ({
  id: 'rule',
  severity: 'forbidden',
  why: said,
  instead: said,
  ...more,
});
/** What a guard of one rule finds in a text. */
const found = (more: Partial<GuardRule>, text: string, asked: Partial<GuardInput> = {}) =>
  createGuard(
    [rule(more)],
    parts,
  )({ platform: 'ozon', language: 'en', gloss: 'en', text, ...asked })
    .flatMap(({ places }) => places)
    .map(({ start, end }) => text.slice(start, end));
const CASH = { patterns: { en: ['‹cash›'] } };

describe('a rule', () => {
  it('speaks on its platforms', () => {
    for (const [more, platform, isHere] of [
      [{}, 'ozon', true],
      [{ platforms: ['ozon'] }, 'ozon', true],
      [{ platforms: ['ozon'] }, 'ebay', false],
      [{ exceptPlatforms: ['ozon'] }, 'ozon', false],
      [{ exceptPlatforms: ['ozon'] }, 'ebay', true],
      [{ platforms: ['ozon'], exceptPlatforms: ['ozon'] }, 'ozon', false],
    ] as const)
      expect(found({ ...CASH, ...more }, 'cash', { platform }), JSON.stringify(more)).toEqual(
        isHere ? ['cash'] : [],
      );
  });

  it('speaks of replies, of fields, of names or of the names of people', () => {
    const about = (fields: GuardRule['fields']) =>
      ([false, true, 'name', 'person'] as const).filter(
        (field) => found({ ...CASH, ...(fields && { fields }) }, 'cash', { field }).length > 0,
      );
    expect(about(undefined)).toEqual([false]);
    expect(about('also')).toEqual([false, true, 'name', 'person']);
    expect(about('only')).toEqual([true, 'name', 'person']);
    expect(about('name')).toEqual(['name', 'person']);
    expect(about('person')).toEqual(['person']);
  });

  it('quotes the rule of the platform, else the nearest, else none', () => {
    const quoted = (rules?: Record<string, string>) =>
      createGuard(
        [rule({ ...CASH, ...(rules && { rules }) })],
        parts,
      )({
        platform: 'ozon',
        language: 'en',
        gloss: 'en',
        text: 'cash',
      })[0]?.ruleId;
    expect(quoted({ ozon: 'ozon.a.b', default: 'x.a.b' })).toBe('ozon.a.b');
    expect(quoted({ default: 'x.a.b' })).toBe('x.a.b');
    expect(quoted({ ebay: 'ebay.a.b' })).toBeNull();
    expect(quoted()).toBeNull();
  });

  it('finds nothing in nothing', () => {
    expect(found({ patterns: { any: ['^ *$', 'a*'] } }, ' \n ')).toEqual([]);
  });
});

describe('the language of a pattern', () => {
  it('is one that the text may be in by its letters', () => {
    expect(found({ patterns: { ru: ['1'] } }, '1 a')).toEqual([]);
    expect(found({ patterns: { ru: ['1'] } }, '1 ж')).toEqual(['1']);
    expect(found({ patterns: { any: ['1'] } }, '1')).toEqual(['1']);
  });

  it('is one that is asked for, the text’s own or any', () => {
    const es = { patterns: { es: ['‹cash›'] } };
    expect(found(es, 'cash')).toEqual(['cash']);
    expect(found(es, 'cash', { languages: ['de'] })).toEqual([]);
    expect(found(es, 'cash', { languages: ['es'] })).toEqual(['cash']);
    expect(found(es, 'cash', { language: 'es', languages: [] })).toEqual(['cash']);
    expect(found({ patterns: { any: ['‹cash›'] } }, 'cash', { languages: [] })).toEqual(['cash']);
  });
});

describe('a negation', () => {
  it('before or after what it negates takes it back', () => {
    expect(found(CASH, 'not cash')).toEqual([]);
    expect(found(CASH, 'cash we never')).toEqual([]);
    expect(found(CASH, 'cash')).toEqual(['cash']);
    expect(found(CASH, 'cash not')).toEqual(['cash']);
    expect(found(CASH, 'never cash')).toEqual(['cash']);
    expect(found(CASH, 'not cash, cash')).toEqual(['cash']);
  });

  it('stands in the same sentence', () => {
    expect(found(CASH, 'not. cash')).toEqual(['cash']);
    expect(found(CASH, 'cash. never')).toEqual(['cash']);
  });

  it('reaches over one word, or as many as the rule says', () => {
    expect(found(CASH, 'not any cash')).toEqual([]);
    expect(found(CASH, 'not any more cash')).toEqual(['cash']);
    expect(found({ ...CASH, negationReach: 2 }, 'not any more cash')).toEqual([]);
    expect(found({ ...CASH, negationReach: 2 }, 'not any more of cash')).toEqual(['cash']);
    expect(found({ ...CASH, negationReach: 0 }, 'not any cash')).toEqual(['cash']);
    expect(found({ ...CASH, negationReach: 0 }, 'not cash')).toEqual([]);
    // Chinese has no words to count: two signs are one.
    const zh = { patterns: { 'zh-CN': ['现金'] } };
    const asked = { language: 'zh-CN' };
    expect(found(zh, '不给你现金', asked)).toEqual([]);
    expect(found(zh, '不会给你现金', asked)).toEqual(['现金']);
    expect(found({ ...zh, negationReach: 2 }, '不会给你们现金', asked)).toEqual([]);
  });

  it('changes nothing where a rule says so', () => {
    expect(found({ ...CASH, negatable: false }, 'not cash')).toEqual(['cash']);
  });

  it('stands in front of what the rule marks', () => {
    const marked = { patterns: { en: ['‹pay›.{0,9}‹(cash)›'] } };
    expect(found(marked, 'not pay in cash')).toEqual(['pay in cash']);
    expect(found(marked, 'pay not cash')).toEqual([]);
  });

  it('is a word of the pattern’s language or of the text’s', () => {
    const es = { patterns: { es: ['‹cash›'] } };
    expect(found(es, 'no cash')).toEqual([]);
    expect(found(es, 'not cash')).toEqual([]);
    expect(found(es, 'not cash', { language: 'de' })).toEqual(['cash']);
    expect(found(CASH, 'no cash')).toEqual(['cash']);
  });

  it('of what is the same in all languages is the text’s own, or in other letters', () => {
    const any = { patterns: { any: ['1'] } };
    expect(found(any, 'not 1')).toEqual([]);
    expect(found(any, 'no 1')).toEqual(['1']);
    expect(found(any, 'no 1', { language: 'es' })).toEqual([]);
    expect(found(any, 'не 1')).toEqual([]);
    expect(found(any, '不1')).toEqual([]);
    expect(found(any, '안 1')).toEqual([]);
  });
});

describe('an excuse', () => {
  it('in the same sentence is one, in its language or in any', () => {
    const excused = { ...CASH, unless: { en: ['‹movie›'] } };
    expect(found(excused, 'The movie is called Cash')).toEqual([]);
    expect(found(excused, 'Cash is a movie')).toEqual([]);
    expect(found(excused, 'A movie. And cash')).toEqual(['cash']);
    expect(found(excused, 'Cash. Cash is a movie. Cash')).toEqual(['Cash', 'Cash']);
    expect(found({ ...CASH, unless: { any: ['‹movie›'] } }, 'Cash is a movie')).toEqual([]);
    expect(found({ ...CASH, unless: { es: ['‹movie›'] } }, 'Cash is a movie')).toEqual(['Cash']);
    expect(found({ ...CASH, unless: { ru: ['film'] } }, 'Cash film', { language: 'ru' })).toEqual([
      'Cash',
    ]);
    const other = { patterns: { es: ['‹cash›'] }, unless: { en: ['‹movie›'] } };
    expect(found(other, 'Cash is a movie')).toEqual([]);
    expect(found(other, 'Cash is a movie', { language: 'es' })).toEqual(['Cash']);
  });

  it('anywhere in the text is one for all of it', () => {
    const excused = { ...CASH, unlessText: { en: ['‹movie›'], any: ['‹film›'] } };
    expect(found(excused, 'Cash. A movie.')).toEqual([]);
    expect(found(excused, 'Cash. A film.')).toEqual([]);
    expect(found(excused, 'Cash.')).toEqual(['Cash']);
  });
});

describe('an address', () => {
  const links = {
    links: true,
    patterns: { any: ['(?:[a-z]+://)?(?:[a-z0-9-]+\\.)+[a-z]{2,3}(?:[:/?#][^ ]*)?'] },
  };
  it.each([
    'ozon.ru',
    'www.ozon.ru',
    'https://ozon.ru',
    'http://www.ozon.kz/my/orders?x=1',
    'ozon.ru/a',
    'ozon.ru?a',
    'ozon.ru#a',
    'ozon.ru:443',
    'seller.ozon.ru',
    'https://a.b.ozon.ru/#ozon.example',
  ])('of the platform itself is let through: %s', (text) => {
    expect(found(links, `see ${text}`)).toEqual([]);
    expect(found(links, `see ${text}`, { platform: 'ebay' })).toEqual([text]);
    expect(found({ ...links, links: false }, `see ${text}`)).toEqual([text]);
  });

  it.each([
    'ozon.ru.lamp.com',
    'myozon.ru',
    'lamp.com/ozon.ru',
    'lamp.com?ozon.ru',
    'lamp.com#ozon.ru',
    'www.lamp.com',
    'ozon.de',
    'wwwxozon.ru',
  ])('of somebody else is not: %s', (text) => {
    expect(found(links, `see ${text}`)).toEqual([text]);
  });

  it('is not read out of figures that stand for letters', () => {
    const text = 'lamp0sh.com';
    expect(found({ ...links, patterns: { any: ['lamposh\\.com'] } }, text)).toEqual([]);
    expect(found({ patterns: { any: ['lamposh\\.com'] } }, text)).toEqual([text]);
  });
});

it('the name of the platform a text is written on is let through', () => {
  const names = { names: true, patterns: { any: ['‹ozon›', '‹ebay›'] } };
  expect(found(names, 'Ozon or eBay')).toEqual(['eBay']);
  expect(found(names, 'Ozon or eBay', { platform: 'etsy' })).toEqual(['Ozon', 'eBay']);
  expect(found({ ...names, names: false }, 'Ozon or eBay')).toEqual(['Ozon', 'eBay']);
});

it('a pattern over the text as typed sees its capitals', () => {
  expect(found({ rawPatterns: { any: ['CASH'] } }, 'cash CASH')).toEqual(['CASH']);
  expect(found({ rawPatterns: { any: ['É'] } }, 'É\nE')).toEqual(['É']);
});

describe('a guard without what finishes its work', () => {
  const asked = { platform: 'ozon', language: 'en', gloss: 'en' } as const;
  it('says so where it finds something, once for each lack, and answers nothing', () => {
    let lacks = 0;
    const lacking = createGuardWith(
      [rule(CASH), rule({ reads: 'amounts', id: 'sums' })],
      parts,
      null,
      () => (lacks += 1),
    );
    expect(lacking({ ...asked, text: 'coins' })).toEqual([]);
    expect(lacks).toBe(0);
    expect(lacking({ ...asked, text: 'cash' })).toEqual([]);
    expect(lacks).toBe(1);
    expect(lacking({ ...asked, text: 'cash 5 usd' })).toEqual([]);
    expect(lacks).toBe(3);
  });

  it('may have nobody to say it to', () => {
    expect(createGuardWith([rule(CASH)], parts, null)({ ...asked, text: 'cash' })).toEqual([]);
  });
});
