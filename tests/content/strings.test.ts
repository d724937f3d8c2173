import { describe, expect, it } from 'vitest';
import { languageOf, translate } from '../../src/strings.ts';
import { strings } from '../support/content.ts';

const en = strings('en');
const zh = strings('zh-CN');
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
// Names that are the same in both languages.
const SAME = new Set([
  'tool.exam.platform.ozon',
  'ui.platform.ozon',
  'ui.platform.ebay',
  'ui.platform.paypal',
  'ui.platform.etsy',
  'ui.platform.shopee',
  'ui.platform.tiktok',
  'ui.platform.visa',
  'ui.platform.yandex',
]);

describe('interface texts', () => {
  it('hold the same keys in both languages, none twice', () => {
    const keys = (entries: [string, string][]) => entries.map(([key]) => key).sort();
    expect(en.entries.length).toBeGreaterThan(200);
    expect(keys(zh.entries)).toEqual(keys(en.entries));
    expect(new Set(keys(en.entries)).size).toBe(en.entries.length);
  });

  it('hold the same slots, and no empty text', () => {
    const chinese = new Map(zh.entries);
    const wrong = en.entries.filter(([key, text]) => {
      const other = chinese.get(key) ?? '';
      return (
        !text.trim() ||
        !other.trim() ||
        JSON.stringify([...new Set(slots(text))]) !== JSON.stringify([...new Set(slots(other))])
      );
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('are translated', () => {
    const chinese = new Map(zh.entries);
    const untranslated = en.entries.filter(
      ([key, text]) =>
        chinese.get(key) === text &&
        /[a-z]{3}/i.test(text.replace(/\{\w+\}/g, '')) &&
        !SAME.has(key),
    );
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });

  it('are in the language their file names, and a file in no language of the site is refused', () => {
    expect(languageOf('./content/i18n/parts/number.zh-CN.json')).toBe('zh-CN');
    expect(languageOf('./content/i18n/parts/dispute-rate.en.json')).toBe('en');
    for (const path of [
      'number.fr.json',
      'number.zh-cn.json',
      'number.json',
      'number.toString.json',
    ])
      expect(() => languageOf(path), path).toThrow('no language');
  });

  it('are never shown with a hole', () => {
    expect(() => translate('en', 'tool.number.out-of-range', { given: '0' })).toThrow('{least}');
  });

  it('say of a part that did not arrive what helps with a network and without one', () => {
    const chinese = new Map(zh.entries);
    // Its file may be gone since a deploy: then the network is well, and only the page loaded anew names the new one.
    const lost = en.entries.filter(
      ([key, text]) =>
        /check the (?:network|connection)|(?:did|had|has) not arrived?\b|(?:not|never) be (?:fetched|loaded)/i.test(
          text,
        ) &&
        !/parcel|buyer|goods/i.test(text) &&
        key !== 'search.failed',
    );
    expect(lost.length).toBeGreaterThan(30);
    const wrong = lost.filter(
      ([key, text]) =>
        !/load (?:this|the) page anew/.test(text) ||
        !(chinese.get(key) ?? '').includes('重新载入本页'),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
