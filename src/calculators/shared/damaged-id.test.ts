import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damageOf, isRoundedColumn } from './damaged-id.ts';

describe('an order number that a spreadsheet has spoilt', () => {
  it.each([
    ['cut', '8.12E+15|8.12346E+18|8,16371E+15|8,12e15|8E+15|８.16371E+15| 8.16 E + 15 |1E+100'],
    ['rounded', '8163710000000000|8163712345678000|81637123456789000000|1000000000000000'],
    ['hidden', '##|########|＃＃＃＃＃'],
    [
      'error',
      '#REF!|#N/A|#VALUE!|#NAME?|#DIV/0!|#NULL!|#NUM!|#SPILL!|#GETTING_DATA|#NV|#WERT!|#BEZUG!|#ССЫЛКА!|#Н/Д|#ЗНАЧ!|#¡REF!|#¿NOMBRE?|#N/D!|#VALEUR!|#ARG!|Err:502|#ref!',
    ],
    [
      'date',
      '2024/3/1|2024-03-01|2024.3.1|2024年3月1日|3月1日|2024년 3월 1일|1.3.2024|01/03/2024|12/31/24|2024/3/1 0:00|1-Mar|Mar-24|01.мар|мар.24|1-mars|1. März|3-dez|12:30|0:00:00|2024-3-1 00:00:00|Mai 2024|1-sty',
    ],
  ])('%s', (damage, ids) => {
    for (const id of ids.split('|')) expect(damageOf(id), id).toBe(damage);
  });

  it('is not told of what may be a number or a name', () => {
    for (const id of [
      ...['8163712345678901', '8163712345678900', '8123456789012345678', '123456789012000', '100'],
      ...['12E', 'A1E5', '12E5', 'E15', '58544282-0057-1', '#12', '#A-7', 'A, 1', '20241130'],
      ...['123-1234567-1234567', '2024-11-30-001', '12-ABC', '1-Anna', 'Anna', 'March', '3-1', ''],
      ...['13/13/2024', '2024/13/45', 'Order 5', '№ 7', '5 Bestellung'],
    ])
      expect(damageOf(id), id).toBeNull();
  });

  it('is never a number of fifteen figures and no noughts at the end, whatever they are', () => {
    fc.assert(
      fc.property(fc.bigInt(10n ** 15n, 10n ** 19n), (id) => {
        const text = String(id);
        expect(damageOf(text)).toBe(
          text.endsWith('0'.repeat(Math.max(3, text.length - 15))) ? 'rounded' : null,
        );
      }),
    );
  });

  it('shows in a column where each number alone could be chance', () => {
    const rounded = ['8163712345678900', '8163712345678910', '8163712345678920'];
    expect(isRoundedColumn(rounded)).toBe(true);
    expect(isRoundedColumn([...rounded, 'A7', '12', ''])).toBe(true);
    expect(isRoundedColumn([...rounded, '8163712345678921'])).toBe(false);
    expect(isRoundedColumn(rounded.slice(0, 2))).toBe(true);
    expect(isRoundedColumn(rounded.slice(0, 1))).toBe(false);
    // The same number again is no further sign.
    expect(isRoundedColumn(Array.from({ length: 9 }, () => '8163712345678900'))).toBe(false);
    expect(isRoundedColumn(['123456789012345', '223456789012340', '323456789012340'])).toBe(false);
  });
});
