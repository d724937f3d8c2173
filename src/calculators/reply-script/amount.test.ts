import { describe, expect, it } from 'vitest';
import { readAmount, readCode } from './amount.ts';

/** `amount currency`, or the id of what is wrong. */
const read = (raw: string | number, currency: string) => {
  const result = readAmount(raw, currency);
  return 'key' in result
    ? result.key.replace('tool.number.', '')
    : `${result.amount} ${result.currency ?? '?'}`;
};

describe('an amount a shop promises', () => {
  it.each([
    ['12.50', 'USD', '12.50 USD'],
    ['12.5', 'usd', '12.50 USD'],
    [12.5, 'USD', '12.50 USD'],
    ['12,50', 'EUR', '12.50 EUR'],
    ['1 234,50', 'RUB', '1234.50 RUB'],
    ['¥88', 'CNY', '88.00 CNY'],
    ['¥88', 'JPY', '88 JPY'],
    ['88 RUB', 'RUB', '88.00 RUB'],
    ['US $25.50', 'USD', '25.50 USD'],
    ['88元', 'CNY', '88.00 CNY'],
    ['88', '美元', '88.00 USD'],
    ['12.5', 'KWD', '12.5000 KWD'],
    ['1.2340', 'KWD', '1.2340 KWD'],
    ['12,50 €', '', '12.50 EUR'],
    ['88', '', '88.00 ?'],
    ['¥88', '', '88.00 ?'],
    ['88', 'XYZ', '88.00 ?'],
    ['¥88', 'USD', 'currency-mismatch'],
    ['88 RUB', 'USD', 'currency-mismatch'],
    ['€88', 'USD', 'currency-mismatch'],
    ['US$ 12', 'EUR', 'currency-mismatch'],
    ['12.50 USD', 'EUR', 'currency-mismatch'],
    ['2.500', 'EUR', 'ambiguous-dot-money'],
    ['1.234', 'EUR', 'ambiguous-dot'],
    ['1.500', 'RUB', 'ambiguous-dot-money'],
    ['1.234', 'KWD', '1.2340 KWD'],
    ['12.555', 'USD', 'ambiguous-dot'],
    ['0.001', 'USD', 'too-fine'],
    ['12.5', 'JPY', 'too-fine-whole'],
    [0, 'USD', 'not-positive'],
    ['0,00', 'EUR', 'not-positive'],
    ['-5', 'USD', 'negative'],
    ['5000\n300', 'CNY', 'more-than-a-number'],
    ['1\t188', 'CNY', 'more-than-a-number'],
    ['12单', 'CNY', 'wrong-unit'],
    ['9'.repeat(320), 'USD', 'too-large'],
  ])('%s with %s in the currency field: %s', (raw, currency, expected) =>
    expect(read(raw, currency)).toBe(expected),
  );

  it('is read as itself once it is written out', () => {
    for (const currency of ['USD', 'JPY', 'KWD', 'RUB', 'HUF'])
      for (const raw of ['1', '12', '999', '1,234', '1234567']) {
        const once = readAmount(raw, currency);
        const again = 'amount' in once ? readAmount(once.amount, currency) : once;
        // `1,234` is asked for in dinars, which have three decimals.
        if ('amount' in once) expect(again).toEqual(once);
        else expect([raw, currency]).toEqual(['1,234', 'KWD']);
      }
  });
});

describe('the currency of a reply', () => {
  it.each([
    ['usd', 'USD'],
    ['美元', 'USD'],
    ['RMB', 'tool.number.currency-alias'],
    ['$', 'tool.number.currency-several'],
    ['XYZ', 'tool.number.currency-unknown'],
    ['AAA', 'tool.number.currency-unknown'],
    ['XXX', 'tool.number.currency-unknown'],
  ])('%s: %s', (raw, expected) => {
    const result = readCode(raw);
    expect('code' in result ? result.code : result.key).toBe(expected);
  });
});
