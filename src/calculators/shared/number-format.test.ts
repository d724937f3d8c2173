import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatShare, pluralOf } from './number-format.ts';

const locales = ['en', 'zh-CN', 'ru', 'ko', 'es', 'pt-BR', 'fr', 'de', 'pl'];

describe('numbers', () => {
  it('are written as the engine writes them, in every language a reply may have', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.oneof(
          fc.integer({ min: -2000, max: 2000 }),
          fc.double({ noNaN: true }),
          fc.double({ min: -1e7, max: 1e7, noNaN: true }),
        ),
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

  it('are rounded as the engine rounds them, halves too', () => {
    let asked = 0;
    for (const most of [0, 1, 2, 3, 4]) {
      const own = new Intl.NumberFormat('en', { maximumFractionDigits: most });
      for (let part = -25_000; part <= 25_000; part += 5, asked += 1)
        expect(formatNumber('en', part / 10_000, 0, most)).toBe(own.format(part / 10_000));
    }
    expect(asked).toBe(50_005);
  });

  it('are written by hand as a person expects them', () => {
    expect(formatNumber('en', 1234.5)).toBe('1,234.5');
    expect(formatNumber('de', 1234.5)).toBe('1.234,5');
    expect(formatNumber('en', 1.005, 0, 2)).toBe('1.01');
    expect(formatNumber('zh-CN', 1234567.899, 0, 2)).toBe('1,234,567.9');
    expect(formatNumber('en', 1e21)).toBe('1,000,000,000,000,000,000,000');
    expect(formatNumber('en', 1e-7)).toBe('0');
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

describe('a share', () => {
  it('has two decimals at most, and one at least', () => {
    expect(formatShare('en', '3.4722', ['5'])).toBe('3.47');
    expect(formatShare('zh-CN', '6', [])).toBe('6.0');
    expect(formatShare('ru', '4.1667', [])).toBe('4,17');
  });

  it('has all it has where two decimals would set it on a line', () => {
    expect(formatShare('en', '0.9999', ['1'])).toBe('0.9999');
    expect(formatShare('en', '1.005', ['1.01', '8'])).toBe('1.005');
    expect(formatShare('en', '1.0049', ['1.01'])).toBe('1.0');
    expect(formatShare('en', '1.0000', ['1'])).toBe('1.0');
  });
});
