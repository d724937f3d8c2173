import { describe, expect, it } from 'vitest';
import { ALIASES, MARKS } from './currencies.ts';
import { readCurrency } from './currency.ts';
import { currencyCodes, minorDigits } from './currency-digits.ts';

const read = (raw: string) => {
  const result = readCurrency(raw);
  return 'code' in result ? result.code : result.problem;
};

/** Every sign and name with the currencies it may stand for. */
const marks = new Map(
  MARKS.trim()
    .split('\n')
    .flatMap((line) => {
      const [codes = '', names = ''] = line.split('=');
      return names.split('|').map((name): [string, string[]] => [name, codes.split(' ')]);
    }),
);

describe('the list of currencies', () => {
  it('holds every currency once, and none twice', () => {
    const codes = currencyCodes();
    expect(codes.length).toBe(156);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z]{3}$/);
  });

  it('has the decimals of ISO 4217, which the engine has too, but where it keeps those in use', () => {
    // Unicode CLDR gives what people still write; ISO 4217 gives what exists. ISO holds here.
    const inUse = 'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' ');
    const differing = currencyCodes().filter(
      (code) =>
        new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
          .maximumFractionDigits !== minorDigits(code),
    );
    expect(differing.filter((code) => !inUse.includes(code))).toEqual([]);
    expect(['JPY', 'KRW', 'CLP', 'VND', 'UGX'].map(minorDigits)).toEqual([0, 0, 0, 0, 0]);
    expect(['KWD', 'BHD', 'TND', 'OMR', 'JOD', 'LYD', 'IQD'].map(minorDigits)).toEqual(
      Array(7).fill(3),
    );
    expect(['USD', 'EUR', 'CNY', 'RUB', 'HUF', 'COP'].map(minorDigits)).toEqual(Array(6).fill(2));
  });

  it('is known to the engine, name by name', () => {
    const supported = new Set(Intl.supportedValuesOf('currency'));
    const unknown = currencyCodes().filter((code) => !supported.has(code));
    // Younger than some engines.
    expect(unknown.filter((code) => !['VED', 'XCG', 'ZWG', 'XAD'].includes(code))).toEqual([]);
  });

  it('names for each sign only currencies it lists', () => {
    expect(marks.size).toBeGreaterThan(100);
    const aliases = ALIASES.split(' ').filter((_, i) => i % 2 === 1);
    expect(aliases.length).toBeGreaterThan(3);
    const named = [...[...marks.values()].flat(), ...aliases];
    expect(named.filter((code) => minorDigits(code) === undefined)).toEqual([]);
  });

  it('names for each narrow sign every currency the engine shows with it', () => {
    const missing = currencyCodes().filter((code) => {
      const sign = new Intl.NumberFormat('en', {
        style: 'currency',
        currency: code,
        currencyDisplay: 'narrowSymbol',
      })
        .formatToParts(1)
        .find(({ type }) => type === 'currency')?.value;
      const listed = marks.get((sign ?? '').toLowerCase());
      return listed !== undefined && !listed.includes(code);
    });
    expect(missing).toEqual([]);
  });
});

describe('a currency as people write it', () => {
  it.each([
    ['USD', 'USD'],
    ['usd', 'USD'],
    [' ｕｓｄ ', 'USD'],
    ['€', 'EUR'],
    ['US$', 'USD'],
    ['US $', 'USD'],
    ['R$', 'BRL'],
    ['₽', 'RUB'],
    ['zł', 'PLN'],
    ['美元', 'USD'],
    ['人民币', 'CNY'],
    ['元', 'CNY'],
    ['欧元', 'EUR'],
    ['евро', 'EUR'],
    ['euro', 'EUR'],
    ['$', 'currency-several'],
    ['¥', 'currency-several'],
    ['￥', 'currency-several'],
    ['£', 'currency-several'],
    ['kr', 'currency-several'],
    ['卢布', 'currency-several'],
    ['RMB', 'currency-alias'],
    ['rmb', 'currency-alias'],
    ['CNH', 'currency-alias'],
    ['RUR', 'currency-alias'],
    ['XYZ', 'currency-unknown'],
    ['AAA', 'currency-unknown'],
    ['ABC', 'currency-unknown'],
    ['XXX', 'currency-unknown'],
    ['XTS', 'currency-unknown'],
    ['XAU', 'currency-unknown'],
    ['DEM', 'currency-unknown'],
    ['CLF', 'currency-unknown'],
    ['USN', 'currency-unknown'],
    ['US', 'currency-unknown'],
    ['USDT', 'currency-unknown'],
    ['12', 'currency-unknown'],
    ['', 'currency-unknown'],
  ])('%j: %s', (raw, expected) => expect(read(raw)).toBe(expected));

  it('names what a sign may stand for, and the code to write instead', () => {
    expect(readCurrency('¥')).toEqual({
      problem: 'currency-several',
      values: { given: '¥', codes: 'CNY/JPY' },
    });
    expect(readCurrency('rmb')).toEqual({
      problem: 'currency-alias',
      values: { given: 'rmb', code: 'CNY' },
    });
  });
});
