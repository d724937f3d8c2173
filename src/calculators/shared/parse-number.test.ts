import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDecimal } from './exact.ts';
import { parseNumber, type NumberKind } from './parse-number.ts';

const reads = (raw: unknown, kind: NumberKind, value: string) =>
  expect(parseNumber(raw, kind), JSON.stringify(raw)).toEqual({ value: fromDecimal(value) });
const refuses = (raw: unknown, kind: NumberKind, problem: string) =>
  expect(parseNumber(raw, kind), JSON.stringify(raw)).toEqual({ problem });

describe('a count', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [12.0, '12'],
    ['12', '12'],
    [' 12 ', '12'],
    ['+12', '12'],
    ['007', '7'],
    ['-0', '0'],
    ['１２', '12'],
    ['１，２３４', '1234'],
    ['\u200b12\ufeff', '12'],
    ['12.0', '12'],
    ['12.', '12'],
    ['1,234', '1234'],
    ['1 234', '1234'],
    ['1\u00a0234', '1234'],
    ['1\u202f234', '1234'],
    ['1\u3000234', '1234'],
    ['1’234', '1234'],
    ["1'234", '1234'],
    ['1\u02bc234', '1234'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ["1'234'567", '1234567'],
    ['12,34,567', '1234567'],
    ['1,234.00', '1234'],
    ['1.234,00', '1234'],
    ['1 234,0', '1234'],
    ['999,999', '999999'],
    [10_000_000_000, '10000000000'],
    ['10,000,000,000', '10000000000'],
    [1e9, '1000000000'],
  ])('%j is read as %s', (raw, value) => reads(raw, 'count', value));

  it.each([
    [-1, 'negative'],
    ['-1', 'negative'],
    ['−3', 'negative'],
    ['－3', 'negative'],
    ['- 3', 'negative'],
    ['–3', 'negative'],
    ['-1.5', 'negative'],
    [-1.5, 'negative'],
    [1.5, 'fraction'],
    ['1.5', 'fraction'],
    ['.5', 'fraction'],
    ['0.123', 'fraction'],
    ['1,234.5', 'fraction'],
    ['1.2345', 'fraction'],
    ['12%', 'percent-sign'],
    ['12 ％', 'percent-sign'],
    ['12‰', 'percent-sign'],
    ['1,23', 'ambiguous-comma'],
    ['1,2345', 'ambiguous-comma'],
    ['0,123', 'ambiguous-comma'],
    ['1234,567', 'ambiguous-comma'],
    ['1,234,56', 'ambiguous-comma'],
    ['1,234 567', 'ambiguous-comma'],
    ['5000, 300', 'ambiguous-comma'],
    ['1.234', 'ambiguous-dot'],
    ['123.456', 'ambiguous-dot'],
    ['', 'not-a-number'],
    ['  ', 'not-a-number'],
    ['twelve', 'not-a-number'],
    ['一千', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['1 23', 'not-a-number'],
    ['1\t188', 'not-a-number'],
    ['1\n188', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    [',', 'not-a-number'],
    ['.', 'not-a-number'],
    ['--1', 'not-a-number'],
    ['x1,23', 'not-a-number'],
    ['x1.234,5', 'not-a-number'],
    ['1.234,5x', 'not-a-number'],
    ['12 claims', 'not-a-number'],
    ["1'23", 'not-a-number'],
    ['1,234x', 'not-a-number'],
    [Number.NaN, 'not-a-number'],
    [Number.POSITIVE_INFINITY, 'not-a-number'],
    [true, 'not-a-number'],
    [null, 'not-a-number'],
    [undefined, 'not-a-number'],
    [[12], 'not-a-number'],
    [{}, 'not-a-number'],
    ['1'.repeat(41), 'not-a-number'],
    [10_000_000_001, 'too-large'],
    [1e300, 'too-large'],
    ['1'.repeat(40), 'too-large'],
  ])('%j is refused: %s', (raw, problem) => refuses(raw, 'count', problem));

  it('is the same in every grouping', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (n) => {
        for (const locale of ['en', 'fr', 'de-CH', 'hi'])
          reads(
            new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(n),
            'count',
            String(n),
          );
        reads(
          String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
          'count',
          String(n),
        );
      }),
    );
  });
});

describe('an amount of money', () => {
  it.each([
    ['1500.50', '1500.5'],
    [1.234, '1.234'],
    ['1,234', '1234'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1’234.50', '1234.5'],
    ['0.5', '0.5'],
    [1e12, '1000000000000'],
  ])('%j is read as %s', (raw, value) => reads(raw, 'money', value));

  it.each([
    ['1,23', 'ambiguous-comma'],
    ['1.234', 'ambiguous-dot'],
    ['5%', 'percent-sign'],
    ['-5', 'negative'],
    ['¥5', 'not-a-number'],
    [1e12 + 1, 'too-large'],
  ])('%j is refused: %s', (raw, problem) => refuses(raw, 'money', problem));
});

describe('a factor', () => {
  it.each([
    ['11.234', '11.234'],
    ['12', '12'],
    ['１２．５', '12.5'],
    [0, '0'],
  ])('%j is read as %s', (raw, value) => reads(raw, 'decimal', value));
  it.each([
    ['11,234', 'ambiguous-comma'],
    ['1,234.5', 'ambiguous-comma'],
    ['12%', 'percent-sign'],
    ['1 234', 'not-a-number'],
    ['-1', 'negative'],
    ['1000000000001', 'too-large'],
  ])('%j is refused: %s', (raw, problem) => refuses(raw, 'decimal', problem));
});

describe('a percentage', () => {
  it.each([
    ['5', '5'],
    ['5%', '5'],
    ['5 %', '5'],
    ['５％', '5'],
    ['0.3%', '0.3'],
    ['1.234', '1.234'],
    [1.5, '1.5'],
  ])('%j is read as %s', (raw, value) => reads(raw, 'percent', value));
  it.each([
    ['5,5%', 'ambiguous-comma'],
    ['5%%', 'not-a-number'],
    ['%5', 'not-a-number'],
    ['%', 'not-a-number'],
    ['5‰', 'not-a-number'],
    ['-5%', 'negative'],
    ['1000000000001', 'too-large'],
  ])('%j is refused: %s', (raw, problem) => refuses(raw, 'percent', problem));
});
