import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currencyCodes } from './currency-digits.ts';
import { everyReader, readEverything } from './every-reader.ts';
import {
  countryOf,
  forgetReaders,
  readAmount,
  readAmounts,
  readNumber,
  whenReadersLack,
} from './readers.ts';

const digits = fc.stringMatching(/^ ?\d{1,14}(?:\.\d{0,4})? ?$/);
const named = fc
  .tuple(
    fc.stringMatching(/^[1-9]\d{0,2}(?:,\d{3}){0,2}\.\d{1,3}$/),
    fc.constantFrom('', ' USD', ' JPY', ' KWD', ' XXX'),
  )
  .map((parts) => parts.join(''));
const some = fc.oneof(digits, named, fc.string({ maxLength: 12 }), fc.double(), fc.constant(null));
const currencies = fc.oneof(
  fc.constantFrom(null, 'USD', 'JPY', 'KWD'),
  fc.constantFrom(...currencyCodes()),
);
const isComing = (read: unknown) => JSON.stringify(read, big).includes('reader-coming');
const big = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

describe('values without their readers', () => {
  beforeEach(forgetReaders);
  afterEach(readEverything);

  it('are read in three decimals where the place itself says such a currency', () => {
    for (const code of ['KWD', 'BHD', 'TND'])
      for (const text of ['8.641', '8.6410', '1234.500', '0.050'])
        expect(readAmount(text, code), `${text} ${code}`).toEqual(
          everyReader.readMoney(text, code),
        );
    expect(readAmount('8.641', 'KWD')).toMatchObject({ value: { num: 8641n, den: 1000n } });
    for (const [text, currency] of [
      ['8.641', null],
      ['8.641', 'USD'],
      ['8.641 KWD', null],
      ['8.6415', 'KWD'],
    ] as const)
      expect(isComing(readAmount(text, currency)), text).toBe(true);
  });

  it('are read as with them, or wait', () => {
    fc.assert(
      fc.property(
        some,
        fc.constantFrom('count', 'decimal', 'percent'),
        currencies,
        (raw, kind, currency) => {
          const bounds = { least: 1, most: 400 };
          const pairs = [
            [readNumber(raw, kind), everyReader.parseNumber(raw, kind)],
            [readNumber(raw, kind, bounds), everyReader.parseNumber(raw, kind, bounds)],
            [readAmount(raw, currency), everyReader.readMoney(raw, currency)],
            [
              readAmounts(raw, currency ?? 'CNY', 50),
              everyReader.readMoneyList(raw, currency ?? 'CNY', 50),
            ],
            [
              readAmounts(`${raw}\n5`, currency ?? 'CNY', 50),
              everyReader.readMoneyList(`${raw}\n5`, currency ?? 'CNY', 50),
            ],
          ];
          for (const [own, full] of pairs) if (!isComing(own)) expect(own).toEqual(full);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(['12', ' 7 ', '0'])('take %j at once', (raw) => {
    expect(readNumber(raw, 'count')).toEqual(everyReader.parseNumber(raw, 'count'));
    expect(readAmount(raw, 'JPY')).toEqual(everyReader.readMoney(raw, 'JPY'));
  });

  it('know every two letters that name a country, and none that does not', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((one) => letters.map((two) => one + two));
    const known = codes.filter((code) => countryOf(code) === code);
    expect(known.length).toBeGreaterThan(200);
    for (const code of known) expect(everyReader.readCountry(code), code).toBe(code);
  });

  it.each(['12单', '1,234', '1.2万', 'Brazil', '1.234'])(
    'say so of %j, which is read later',
    (raw) => {
      let asked = 0;
      whenReadersLack(() => (asked += 1));
      expect(isComing(readNumber(raw, 'count'))).toBe(true);
      expect(countryOf(raw)).toBeUndefined();
      expect(asked).toBe(2);
      readEverything();
      expect(readNumber(raw, 'count')).toEqual(everyReader.parseNumber(raw, 'count'));
    },
  );
});
