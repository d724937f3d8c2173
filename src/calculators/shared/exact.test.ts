import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  ceil,
  compare,
  divide,
  exact,
  floor,
  fromDecimal,
  fromNumber,
  isWhole,
  multiply,
  negate,
  ONE,
  subtract,
  toDecimal,
  toJson,
  toPlain,
  ZERO,
} from './exact.ts';
import { fromPercent, percentOf } from './ratio.ts';

describe('exact', () => {
  it('keeps lowest terms and a positive denominator', () => {
    expect(exact(12, 200)).toEqual({ num: 3n, den: 50n });
    expect(exact(3, -6)).toEqual({ num: -1n, den: 2n });
    expect(exact(-3, -6)).toEqual({ num: 1n, den: 2n });
    expect(exact(0, 7)).toEqual({ num: 0n, den: 1n });
    expect(exact(5)).toEqual({ num: 5n, den: 1n });
    expect(() => exact(1, 0)).toThrow(RangeError);
  });

  it('calculates', () => {
    const half = exact(1, 2);
    const third = exact(1, 3);
    expect(add(half, third)).toEqual(exact(5, 6));
    expect(subtract(half, third)).toEqual(exact(1, 6));
    expect(multiply(half, third)).toEqual(exact(1, 6));
    expect(divide(half, third)).toEqual(exact(3, 2));
    expect(negate(half)).toEqual(exact(-1, 2));
    expect(() => divide(half, ZERO)).toThrow(RangeError);
    expect([compare(half, third), compare(third, half), compare(half, exact(2, 4))]).toEqual([
      1, -1, 0,
    ]);
    expect([isWhole(half), isWhole(ONE)]).toEqual([false, true]);
  });

  it.each([
    [exact(7, 2), 3n, 4n],
    [exact(-7, 2), -4n, -3n],
    [exact(4), 4n, 4n],
    [exact(-4), -4n, -4n],
    [ZERO, 0n, 0n],
  ])('rounds %o down and up', (value, down, up) => {
    expect(floor(value)).toBe(down);
    expect(ceil(value)).toBe(up);
  });

  it.each([
    ['12', exact(12)],
    ['-0.5', exact(-1, 2)],
    ['+.25', exact(1, 4)],
    ['7.', exact(7)],
    ['1e-7', exact(1, 10_000_000)],
    ['2.5E3', exact(2500)],
    ['1e+2', exact(100)],
    ['0.10', exact(1, 10)],
  ])('reads %s', (text, value) => expect(fromDecimal(text)).toEqual(value));

  it.each(['', '.', '-', '1,5', 'one', '1e', '0x10', ' 1', '1 '])('refuses %j', (text) =>
    expect(() => fromDecimal(text)).toThrow(SyntaxError),
  );

  it('takes a number for the decimal it is written as', () => {
    expect(fromNumber(0.1)).toEqual(exact(1, 10));
    expect(fromNumber(1e21)).toEqual(exact(10n ** 21n));
    expect(fromNumber(1.5e-9)).toEqual(exact(3, 2_000_000_000));
  });

  it.each([
    [exact(1, 3), 4, '0.3333'],
    [exact(2, 3), 4, '0.6667'],
    [exact(1, 8), 2, '0.13'],
    [exact(-1, 8), 2, '-0.13'],
    [exact(-1, 1000), 2, '0.00'],
    [exact(5), 0, '5'],
    [exact(5, 2), 0, '3'],
    [exact(1234567, 100), 2, '12345.67'],
    [exact(9999999, 100), 1, '100000.0'],
    [exact(1, 20000), 4, '0.0001'],
  ])('writes %o with %i places as %s', (value, places, text) =>
    expect(toDecimal(value, places)).toBe(text),
  );

  it('writes the shortest exact form, and nothing for what has none', () => {
    expect([exact(12), exact(1, 2), exact(-3, 8), exact(600_025, 400), ZERO].map(toPlain)).toEqual([
      '12',
      '0.5',
      '-0.375',
      '1500.0625',
      '0',
    ]);
    expect(() => toPlain(exact(1, 3))).toThrow(RangeError);
  });

  it('hands whole numbers to JSON as numbers, the rest as text', () => {
    expect([
      toJson(exact(12)),
      toJson(exact(1, 2)),
      toJson(exact(2n ** 53n)),
      toJson(exact(2n ** 53n - 1n)),
    ]).toEqual([12, '0.5', '9007199254740992', 9007199254740991]);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12), (num, places) => {
        const value = exact(num, 10n ** BigInt(places));
        expect(fromDecimal(toPlain(value))).toEqual(value);
        expect(fromDecimal(toDecimal(value, places))).toEqual(value);
      }),
    );
  });
});

describe('ratio', () => {
  it('shows percent to four places, half up', () => {
    expect(percentOf(exact(12), exact(200))).toBe('6.0000');
    expect(percentOf(exact(185), exact(7500))).toBe('2.4667');
    expect(percentOf(exact(1), exact(2_000_000))).toBe('0.0001');
    expect(percentOf(exact(149), exact(300_000_000))).toBe('0.0000');
  });

  it('reads a percent figure as a fraction', () =>
    expect(fromPercent(fromDecimal('0.3'))).toEqual(exact(3, 1000)));
});
