import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, pluralOf } from './number-format.ts';

const locales = ['en', 'zh-CN', 'ru', 'ko', 'es', 'pt-BR', 'fr', 'de', 'pl'];

describe('numbers', () => {
  it('are written as the engine writes them, in every language a reply may have', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.double({ noNaN: true })),
        fc.constantFrom([0, 3], [0, 4], [2, 2], [1, 2]),
        (locale, value, [least, most]) => {
          const own = new Intl.NumberFormat(locale, {
            minimumFractionDigits: least,
            maximumFractionDigits: most,
          });
          expect(formatNumber(locale, value, least, most)).toBe(own.format(value));
        },
      ),
    );
  });

  it('are written by hand as a person expects them', () => {
    expect(formatNumber('en', 1234.5)).toBe('1,234.5');
    expect(formatNumber('de', 1234.5)).toBe('1.234,5');
    expect(formatNumber('en', 999)).toBe('999');
    expect(formatNumber('en', 5, 2, 2)).toBe('5.00');
    expect(formatNumber('en', -0)).toBe('-0');
  });

  it('say which form of a word stands beside them', () => {
    expect(pluralOf('en', 1)).toBe('one');
    expect(pluralOf('ru', 3)).toBe('few');
    expect(pluralOf('en', 22, 'ordinal')).toBe('two');
    expect(pluralOf('zh-CN', 1)).toBe('other');
  });
});
