import { describe, expect, it } from 'vitest';
import { cutByLetters } from './by-letters.ts';

/** Where a pattern for every language comes from; the empty text where any text may meet it. */
const carrierOf = (pattern: string) => {
  const parts = cutByLetters({ patterns: { any: [pattern] } });
  expect([...parts.values()]).toEqual([{ patterns: { any: [pattern] } }]);
  return [...parts.keys()][0];
};
const wordsOf = (list: string) =>
  Object.fromEntries(
    [...cutByLetters({ words: { any: { list } } })].map(([carrier, { words }]) => [
      carrier,
      words?.['any']?.['list'],
    ]),
  );

describe('a pattern for every language', () => {
  it.each([
    ['диор', 'ru'],
    ['카톡', 'ko'],
    ['微信', 'zh-CN'],
    ['viber', 'en'],
    ['\\d+ ?@', ''],
    // With letters of several kinds it comes with any of them, the Latin last.
    ['viber вайбер', 'ru'],
    ['qq微信', 'zh-CN'],
    // What may be absent is not needed; what has to be there is.
    ['д?viber', 'en'],
    ['ж*', ''],
    ['ж{0,3}1', ''],
    ['ж{,3}1', ''],
    ['ж{1,3}1', 'ru'],
    ['ж{2}1', 'ru'],
    ['ж{2,}1', 'ru'],
    ['ж+1', 'ru'],
    ['ж+?1', 'ru'],
    ['ж??1', ''],
    ['ж*?微', 'zh-CN'],
    ['жу?1', 'ru'],
    // A class, a property, a list by its name and a letter behind a stroke may be anything.
    ['[ж]1', ''],
    ['[^ж\\]a]1', ''],
    ['\\p{L}1', ''],
    ['\\p{Script=Latin}1', ''],
    ['\\u{416}1', ''],
    ['\\w1\\b', ''],
    ['(?<one>1)\\k<one>', ''],
    ['{brand} 1', ''],
    ['{brand}ж', 'ru'],
    // What is only looked at is no part of what was written.
    ['(?=ж)1', ''],
    ['(?!ж)1', ''],
    ['(?<=ж)1', ''],
    ['(?<!ж)1', ''],
    ['(?<=a|b)ж', 'ru'],
    // Of several ways through a group each has to need it.
    ['(?:ж|з)1', 'ru'],
    ['(?:ж|a)1', ''],
    ['(?:ж|1)', ''],
    ['(?:жa|aж)1', 'ru'],
    ['(ж)1', 'ru'],
    ['(?<one>ж)1', 'ru'],
    ['(?:ж)?1', ''],
    ['(?:ж){0,2}1', ''],
    ['(?:ж){1,2}1', 'ru'],
    ['(?:(?:ж|з)|и)1', 'ru'],
    ['(?:(?:ж|1)|и)1', ''],
    ['ж|з', 'ru'],
    ['ж|a', ''],
    ['ж|微', ''],
  ])('%s comes with %j', (pattern, carrier) => {
    expect(carrierOf(pattern)).toBe(carrier);
  });

  it('comes with its like, in the order they stand in', () => {
    const parts = cutByLetters({
      patterns: { any: ['ж', '1', 'з', 'a'], en: ['b'] },
      unless: { any: ['и'] },
      unlessText: { ru: ['й'] },
    });
    expect(Object.fromEntries(parts)).toEqual({
      ru: { patterns: { any: ['ж', 'з'] }, unless: { any: ['и'] } },
      '': { patterns: { any: ['1'] } },
      en: { patterns: { any: ['a'] } },
    });
  });
});

describe('a list for every language', () => {
  it('is cut into its ways, each with the language of its letters', () => {
    expect(wordsOf('nike|найк|나이키|耐克|adidas|3m|\\d+')).toEqual({
      '': '\\d+',
      en: 'nike|adidas|3m',
      ru: 'найк',
      ko: '나이키',
      'zh-CN': '耐克',
    });
    // A bar within a group parts no ways.
    expect(wordsOf('ni(?:ke|ki)|阿(?:迪|达)[斯|思]')).toEqual({
      '': '(?!)',
      en: 'ni(?:ke|ki)',
      'zh-CN': '阿(?:迪|达)[斯|思]',
    });
  });

  it('is there in any text, though nothing is left of it', () => {
    expect(wordsOf('nike')).toEqual({ '': '(?!)', en: 'nike' });
    expect(wordsOf('1|2')).toEqual({ '': '1|2' });
  });

  it('stands beside the others of its language', () => {
    const parts = cutByLetters({
      words: { any: { one: 'ж|1', two: 'з|a' }, ru: { three: 'b' } },
    });
    expect(Object.fromEntries(parts)).toEqual({
      '': { words: { any: { one: '1', two: '(?!)' } } },
      ru: { words: { any: { one: 'ж', two: 'з' } } },
      en: { words: { any: { two: 'a' } } },
    });
  });
});

it('nothing is cut of what holds nothing for every language', () => {
  expect(cutByLetters({ patterns: { en: ['a'] } }).size).toBe(0);
  expect(cutByLetters({}).size).toBe(0);
});
