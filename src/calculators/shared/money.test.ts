import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes, minorDigits } from './currency-digits.ts';
import { exact, toPlain } from './exact.ts';
import { readMoney } from './money.ts';
import { plainMoney } from './plain-money.ts';

/** What a text is read as: amount and currency, or what is wrong with it. */
const read = (raw: unknown, currency: string | null) => {
  const result = readMoney(raw, currency);
  if ('problem' in result) return result.problem;
  return `${toPlain(result.value)} ${result.currency ?? result.stated?.slice(0, 2).join('/') ?? '?'}`;
};

describe('an amount whose currency is known', () => {
  it.each([
    ['12', 'USD', '12'],
    ['12.', 'USD', '12'],
    ['12.5', 'USD', '12.5'],
    ['12.50', 'USD', '12.5'],
    ['.5', 'USD', '0.5'],
    ['0', 'USD', '0'],
    ['0.99', 'USD', '0.99'],
    ['12,50', 'EUR', '12.5'],
    ['12,5', 'EUR', '12.5'],
    ['0,99', 'EUR', '0.99'],
    ['1234,50', 'EUR', '1234.5'],
    ['1,234', 'EUR', '1234'],
    ['1,234.50', 'USD', '1234.5'],
    ['1.234,50', 'EUR', '1234.5'],
    ['1 234,50', 'RUB', '1234.5'],
    ['1 234.50', 'RUB', '1234.5'],
    ['1\u00a0234,50', 'RUB', '1234.5'],
    ['1\u202f234,50', 'EUR', '1234.5'],
    ["1'234.50", 'CHF', '1234.5'],
    ['1’234.50', 'CHF', '1234.5'],
    ['1,23,456.50', 'INR', '123456.5'],
    ['1.234.567', 'EUR', '1234567'],
    ['1,234,567.89', 'USD', '1234567.89'],
    ['１２．５０', 'CNY', '12.5'],
    ['１，２３４．５０', 'CNY', '1234.5'],
    ['12.500', 'KWD', '12.5'],
    ['1.500', 'BHD', '1.5'],
    ['1.500', 'TND', '1.5'],
    ['1.500', 'OMR', '1.5'],
    ['KWD 1.500', 'KWD', '1.5'],
    ['1234.500', 'JOD', '1234.5'],
    ['1,234.500', 'KWD', '1234.5'],
    ['1.234,500', 'KWD', '1234.5'],
    ['1.234.567', 'KWD', '1234567'],
    ['12,500', 'KWD', 'ambiguous-comma'],
    ['12.5000', 'KWD', '12.5'],
    ['12,5', 'KWD', '12.5'],
    ['0.125', 'KWD', '0.125'],
    ['1000', 'JPY', '1000'],
    ['1,000', 'JPY', '1000'],
    ['12.0', 'JPY', '12'],
    [12.5, 'USD', '12.5'],
    [0.1, 'USD', '0.1'],
    [1.234, 'KWD', '1.234'],
    [1e12, 'USD', '1000000000000'],
    ['1.2万', 'CNY', '12000'],
    ['十二', 'CNY', '12'],
    ['十二元', 'CNY', '12'],
    ['一万二千元', 'CNY', '12000'],
    ['10k', 'USD', '10000'],
  ])('%j in %s: %s', (raw, currency, expected) =>
    expect(read(raw, currency)).toBe(
      /^[a-z]/.test(expected) ? expected : `${expected} ${currency}`,
    ),
  );

  it.each([
    ['$150.00', 'USD', '150'],
    ['150.00$', 'USD', '150'],
    ['150,00 $', 'USD', '150'],
    ['$ 150', 'USD', '150'],
    ['US$25.50', 'USD', '25.5'],
    ['US $25.50', 'USD', '25.5'],
    ['US$ 25.50', 'USD', '25.5'],
    ['USD 25.50', 'USD', '25.5'],
    ['25.50 USD', 'USD', '25.5'],
    ['25.50usd', 'USD', '25.5'],
    ['$25.50 USD', 'USD', '25.5'],
    ['25.50 US dollars', 'USD', '25.5'],
    ['25.5美元', 'USD', '25.5'],
    ['1,2 тыс. ₽', 'RUB', '1200'],
    ['1,5 Tsd. €', 'EUR', '1500'],
    ['1.2만 원', 'KRW', '12000'],
    ['A$25', 'AUD', '25'],
    ['$25', 'AUD', '25'],
    ['$25', 'CAD', '25'],
    ['HK$25', 'HKD', '25'],
    ['25港币', 'HKD', '25'],
    ['R$ 25,90', 'BRL', '25.9'],
    ['€12,50', 'EUR', '12.5'],
    ['12,50 €', 'EUR', '12.5'],
    ['12.50 EUR', 'EUR', '12.5'],
    ['12,50 евро', 'EUR', '12.5'],
    ['£9.99', 'GBP', '9.99'],
    ['¥88', 'CNY', '88'],
    ['￥88', 'CNY', '88'],
    ['88¥', 'CNY', '88'],
    ['¥88', 'JPY', '88'],
    ['CN¥88', 'CNY', '88'],
    ['JP¥88', 'JPY', '88'],
    ['￥5000', 'CNY', '5000'],
    ['RMB5000', 'CNY', '5000'],
    ['RMB 5,000.00', 'CNY', '5000'],
    ['5000RMB', 'CNY', '5000'],
    ['5000 CNY', 'CNY', '5000'],
    ['CNY5000', 'CNY', '5000'],
    ['5000元', 'CNY', '5000'],
    ['5000 元', 'CNY', '5000'],
    ['5000块', 'CNY', '5000'],
    ['人民币5000元', 'CNY', '5000'],
    ['５０００元', 'CNY', '5000'],
    ['1.2万元', 'CNY', '12000'],
    ['88 RUB', 'RUB', '88'],
    ['88₽', 'RUB', '88'],
    ['1 234,50 ₽', 'RUB', '1234.5'],
    ['88 руб.', 'RUB', '88'],
    ['88 руб', 'RUB', '88'],
    ['88 р.', 'RUB', '88'],
    ['88 рублей', 'RUB', '88'],
    ['88卢布', 'RUB', '88'],
    ['12,50 zł', 'PLN', '12.5'],
    ['12 990 ₩', 'KRW', '12990'],
    ['12,990원', 'KRW', '12990'],
    ['100 kr', 'SEK', '100'],
    ['100 kr', 'NOK', '100'],
    ['₸5000', 'KZT', '5000'],
    ['₹1,23,456', 'INR', '123456'],
    ['+5 $', 'USD', '5'],
    ['-0 $', 'USD', '0'],
  ])('%s with its own mark, in %s: %s', (raw, currency, expected) =>
    expect(read(raw, currency)).toBe(`${expected} ${currency}`),
  );

  it.each([
    ['¥88', 'USD', 'CNY/JPY'],
    ['¥88', 'EUR', 'CNY/JPY'],
    ['￥88', 'RUB', 'CNY/JPY'],
    ['88 RUB', 'USD', 'RUB'],
    ['88₽', 'USD', 'RUB'],
    ['€88', 'USD', 'EUR'],
    ['88 CNY', 'USD', 'CNY'],
    ['88元', 'USD', 'CNY'],
    ['RMB88', 'JPY', 'CNY'],
    ['$88', 'EUR', 'USD/AUD/CAD…'],
    ['US$88', 'CAD', 'USD'],
    ['US$ 12', 'EUR', 'USD'],
    ['12.50 USD', 'EUR', 'USD'],
    ['R$12', 'USD', 'BRL'],
    ['88 руб.', 'KZT', 'RUB/BYN'],
    ['88美元', 'CNY', 'USD'],
    ['£88', 'EUR', 'GBP/EGP/FKP…'],
  ])('%s where %s holds is refused as %s', (raw, currency, stated) =>
    expect(readMoney(raw, currency)).toEqual({
      problem: 'currency-mismatch',
      values: { given: raw, stated, currency },
    }),
  );

  it.each([
    ['0.001', 'USD', 'too-fine'],
    ['12.5555', 'USD', 'too-fine'],
    [1.234, 'USD', 'too-fine'],
    ['1234.567', 'USD', 'too-fine'],
    ['0,001', 'EUR', 'too-fine'],
    ['12.5', 'JPY', 'too-fine-whole'],
    ['12,5', 'JPY', 'too-fine-whole'],
    ['¥12.5', 'JPY', 'too-fine-whole'],
    ['12.50', 'KRW', 'too-fine-whole'],
    ['12.34567', 'KWD', 'too-fine'],
    ['1.23456万', 'JPY', 'too-fine-whole'],
    ['1.234', 'USD', 'ambiguous-dot'],
    ['12.555', 'EUR', 'ambiguous-dot'],
    ['1.234', 'JPY', 'ambiguous-dot'],
    ['2.500', 'EUR', 'ambiguous-dot-money'],
    ['1.500', 'RUB', 'ambiguous-dot-money'],
    ['1.000', 'JPY', 'ambiguous-dot-money'],
    ['€1.234', 'EUR', 'ambiguous-dot'],
    ['1.234 €', 'EUR', 'ambiguous-dot'],
    ['1.500 EUR', 'KWD', 'currency-mismatch'],
    ['-1.500', 'KWD', 'negative'],
    ['1.500件', 'KWD', 'wrong-unit'],
    ['2.500件', 'EUR', 'ambiguous-dot-money'],
    ['1.234 Stück', 'EUR', 'ambiguous-dot'],
    ['1,234', 'KWD', 'ambiguous-comma'],
    ['5000,300', 'CNY', 'too-fine'],
    ['5%', 'USD', 'percent-sign'],
    ['-5', 'USD', 'negative'],
    ['-$5', 'USD', 'negative'],
    ['$-5', 'USD', 'negative'],
    ['−5 €', 'EUR', 'negative'],
    ['12单', 'CNY', 'wrong-unit'],
    ['12件', 'CNY', 'wrong-unit'],
    ['12天', 'CNY', 'wrong-unit'],
    ['12 XYZ', 'USD', 'currency-unknown'],
    ['ABC12', 'USD', 'currency-unknown'],
    ['XXX 12', 'USD', 'currency-unknown'],
    ['12 XAU', 'USD', 'currency-unknown'],
    ['¥12 USD', 'CNY', 'currencies-disagree'],
    ['€12 $', 'EUR', 'currencies-disagree'],
    ['12块5', 'CNY', 'more-than-a-number'],
    ['12 dollars each', 'USD', 'more-than-a-number'],
    ['5 USD or 6', 'USD', 'more-than-a-number'],
    ['about 12', 'USD', 'more-than-a-number'],
    ['一百二', 'CNY', 'chinese-short'],
    ['1 23', 'USD', 'not-a-number'],
    ['1\t188', 'USD', 'more-than-a-number'],
    ['5000\n300', 'USD', 'more-than-a-number'],
    ['1,2,3', 'USD', 'ambiguous-comma'],
    ['', 'USD', 'not-a-number'],
    ['a lot', 'USD', 'not-a-number'],
    ['$', 'USD', 'not-a-number'],
    ['元', 'CNY', 'not-a-number'],
    [true, 'USD', 'not-a-number'],
    [null, 'USD', 'not-a-number'],
    [Number.NaN, 'USD', 'not-a-number'],
    [-1, 'USD', 'negative'],
    [1e12 + 1, 'USD', 'too-large'],
    ['9'.repeat(309), 'USD', 'too-large'],
    ['9'.repeat(320), 'USD', 'too-large'],
  ])('%j in %s is refused: %s', (raw, currency, problem) =>
    expect(read(raw, currency)).toBe(problem),
  );

  it('names both meanings of a dot and a comma, each in a form that is read', () => {
    const values = (raw: string, currency: string) => {
      const result = readMoney(raw, currency);
      if (!('problem' in result)) throw new Error(`${raw} was read`);
      return [result.values['large'], result.values['small']];
    };
    expect(values('2.500', 'EUR')).toEqual(['2500', '2.50']);
    expect(values('1,234', 'KWD')).toEqual(['1234', '1.2340']);
    expect(read('1.2340', 'KWD')).toBe('1.234 KWD');
  });

  it('refuses nothing at all where an amount is owed', () => {
    expect(readMoney('0', 'USD', { positive: true })).toMatchObject({ problem: 'not-positive' });
    expect(readMoney('0.00', 'USD', { positive: true })).toMatchObject({ problem: 'not-positive' });
    expect(readMoney('0.01', 'USD', { positive: true })).toMatchObject({ currency: 'USD' });
  });
});

describe('an amount whose currency nobody named', () => {
  it.each([
    ['12.50', '12.5 ?'],
    ['12,50', '12.5 ?'],
    ['1,234', '1234 ?'],
    [1500.5, '1500.5 ?'],
    ['12.50 USD', '12.5 USD'],
    ['€12', '12 EUR'],
    ['88元', '88 CNY'],
    ['¥88', '88 CNY/JPY'],
    ['$88', '88 USD/AUD'],
    ['88 руб', '88 RUB/BYN'],
    ['1.2340 KWD', '1.234 KWD'],
    ['0.5 JPY', 'too-fine-whole'],
    ['12.5555', 'too-fine-any'],
    ['1.234', 'ambiguous-dot'],
    // A buyer’s sentence: who wrote it may part thousands with a dot, whatever the currency.
    ['1.500 KWD', 'ambiguous-dot-money'],
    ['12 XYZ', 'currency-unknown'],
  ])('%j: %s', (raw, expected) => expect(read(raw, null)).toBe(expected));
});

describe('what is written is read back', () => {
  const currency = fc.constantFrom(...currencyCodes());
  const amount = fc.tuple(currency, fc.bigInt(0n, 10n ** 14n)).map(([code, minor]) => {
    const digits = minorDigits(code) ?? 0;
    return { code, digits, value: exact(minor % 10n ** 12n, 10n ** BigInt(digits)) };
  });

  it('in plain digits, for every currency', () => {
    fc.assert(
      fc.property(amount, ({ code, value }) => {
        expect(readMoney(plainMoney(value, code), code)).toEqual({
          value,
          currency: code,
          stated: null,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('as every language of buyers writes it: the same amount, or a question, never another', () => {
    const locales = ['en', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko', 'zh-CN', 'de-CH', 'hi'];
    let reads = 0;
    let asked = 0;
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom(...locales),
        fc.constantFrom('symbol', 'code', 'narrowSymbol'),
        ({ code, digits, value }, locale, currencyDisplay) => {
          const text = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency: code,
            currencyDisplay: currencyDisplay as 'code',
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
            numberingSystem: 'latn',
          }).format(plainMoney(value, code) as Intl.StringNumericLiteral);
          const result = readMoney(text, code);
          if ('problem' in result) asked += 1;
          else {
            reads += 1;
            expect(toPlain(result.value), text).toBe(toPlain(value));
          }
        },
      ),
      { numRuns: 3000, seed: 7 },
    );
    expect(reads).toBeGreaterThan(asked);
  });
});
