import { describe, expect, it } from 'vitest';
import { strings } from '../support/content.ts';

const en = strings('en');
const zh = strings('zh-CN');
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
// Names that are the same in both languages.
const SAME = new Set([
  'ui.platform.ozon',
  'ui.platform.ebay',
  'ui.platform.paypal',
  'ui.platform.etsy',
  'ui.platform.shopee',
  'ui.platform.tiktok',
  'ui.platform.visa',
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
});
