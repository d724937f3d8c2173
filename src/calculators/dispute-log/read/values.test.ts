import { describe, expect, it } from 'vitest';
import {
  amountFrom,
  BLANK,
  dayFromBytes,
  dayFromText,
  dayNumber,
  decimalMark,
  settle,
  UNREADABLE,
  type DateEvidence,
} from './values.ts';

const none = (): DateEvidence => ({ dmy: 0, mdy: 0, open: 0 });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const byBytes = (text: string, evidence = none()) =>
  dayFromBytes(bytesOf(text), 0, bytesOf(text).length, evidence);

describe('the number of a day', () => {
  // By Python's datetime: (date - date(1970, 1, 1)).days.
  it.each([
    [1970, 1, 1, 0],
    [2000, 2, 29, 11016],
    [2024, 2, 29, 19782],
    [2026, 1, 5, 20458],
    [2026, 4, 30, 20573],
    [2026, 6, 30, 20634],
    [2026, 9, 30, 20726],
    [2026, 11, 30, 20787],
    [2026, 12, 31, 20818],
    [2100, 2, 28, 47540],
    [2200, 12, 31, 84370],
  ])('%i-%i-%i', (year, month, day, number) => {
    expect(dayNumber(year, month, day)).toBe(number);
  });

  it.each([
    [2026, 4, 31],
    [2026, 6, 31],
    [2026, 9, 31],
    [2026, 11, 31],
    [2026, 2, 29],
    [2100, 2, 29],
    [2026, 1, 32],
    [2026, 1, 0],
    [2026, 0, 1],
    [2026, 13, 1],
    [1969, 12, 31],
    [2201, 1, 1],
  ])('of %i-%i-%i there is none', (year, month, day) => {
    expect(dayNumber(year, month, day)).toBe(UNREADABLE);
  });
});

describe('three groups of figures', () => {
  it.each([
    ['2026-11-20', 20777],
    ['2026/11/20 10:00', 20777],
    ['2026.1.5T08:00', 20458],
    ['2026-1-5,', 20458],
    ['20.11.2026', 20777],
    ['11/20/26', 20777],
    ['05/05/2026', dayNumber(2026, 5, 5)],
  ])('%s is a day', (text, day) => {
    expect(byBytes(text)).toBe(day);
  });

  it.each([
    '2026-11',
    '-11-20',
    '20261-1-5',
    '2026-111-5',
    '2026--5',
    '2026-1-',
    '2026-1-555',
    '2026-1/5',
    '2026_1_5',
    '202-1-5',
    '123-1-2026',
    '1-2-202',
    '1-2-20266',
    '2026-1-5x',
    '13/13/2026',
    '0/5/2026',
    '5/0/2026',
    '3/4/1969',
    '3/4/2201',
    '',
  ])('%s is none', (text) => {
    expect(byBytes(text)).toBe(UNREADABLE);
  });

  it('tell how days and months stand, and wait where nothing does', () => {
    const evidence = none();
    expect(byBytes('13/4/2026', evidence)).toBe(dayNumber(2026, 4, 13));
    expect(byBytes('12/13/2026', evidence)).toBe(dayNumber(2026, 12, 13));
    expect(byBytes('4/4/2026', evidence)).toBe(dayNumber(2026, 4, 4));
    const open = byBytes('12/1/2026', evidence);
    expect(evidence).toEqual({ dmy: 1, mdy: 1, open: 1 });
    expect(settle(open, 'dmy')).toBe(dayNumber(2026, 1, 12));
    expect(settle(open, 'mdy')).toBe(dayNumber(2026, 12, 1));
    for (const year of [1970, 2200]) {
      const edge = byBytes(`1/12/${year}`);
      expect(settle(edge, 'dmy')).toBe(dayNumber(year, 12, 1));
      expect(settle(edge, 'mdy')).toBe(dayNumber(year, 1, 12));
    }
    for (const kept of [BLANK, UNREADABLE, 0, 20777]) expect(settle(kept, 'dmy')).toBe(kept);
  });

  it('are read where they stand in a longer row', () => {
    const row = bytesOf('9,2026-11-20,7');
    expect(dayFromBytes(row, 2, 12, none())).toBe(20777);
    expect(dayFromBytes(row, 2, 6, none())).toBe(UNREADABLE);
  });
});

describe('days in other notations', () => {
  it.each([
    ['', BLANK],
    ['-', BLANK],
    ['N/A', BLANK],
    ['无', BLANK],
    ['none here', UNREADABLE],
    ['2026年11月20日 10:00', 20777],
    ['2026 年 1 月 5 日', 20458],
    ['20261120', 20777],
    ['20261120101500', 20777],
    ['20261120101500000+0800', 20777],
    ['19701231', dayNumber(1970, 12, 31)],
    // The second and the millisecond of 2026-11-20T00:00:00Z, and the last before it.
    ['1795132800', 20777],
    ['1795132799', 20776],
    ['1795132800000', 20777],
    ['1795132799999', 20776],
    // Excel: 25569 is 1970-01-01; half a minute before midnight counts as the next day.
    ['25569', 0],
    ['46346', 20777],
    ['46346,75', 20777],
    ['46346.99998', 20777],
    ['46346.999999', 20778],
    ['25568', UNREADABLE],
    ['20 Nov 2026', 20777],
    ['20-Nov-26', 20777],
    ['20 ноября 2026 г.', 20777],
    ['5 января 2026', 20458],
    ['20 พ.ย. 2026', 20777],
    ['4 มี.ค. 2026', dayNumber(2026, 3, 4)],
    ['Nov 20, 2026', 20777],
    ['Friday, November 20th, 2026', 20777],
    ['Nov 20 26', 20777],
    ['20 Xyz 2026', UNREADABLE],
    ['31 Nov 2026', UNREADABLE],
    ['2026-11-20 Uhr', 20777],
    ['soon', UNREADABLE],
  ])('%s', (text, day) => {
    expect(dayFromText(text, none())).toBe(day);
  });

  it('count from 1904 in a workbook of the other kind', () => {
    expect(dayFromText('44884', none(), true)).toBe(20777);
  });
});

describe('the decimal mark of a column', () => {
  it.each([
    [['12.50', '3.00'], '.'],
    [['12,50', '1.000,00'], ','],
    [['1,234.5'], '.'],
    [['1.234,5'], ','],
    [['1,234', '2,345'], null],
    [['1.234.567'], null],
    [['12.50', '12,50'], null],
    [['7', ''], null],
    [['$ 9,9 '], ','],
  ] as const)('%j', (texts, mark) => {
    expect(decimalMark(texts)).toBe(mark);
  });
});

describe('an amount in ten-thousandths', () => {
  it.each([
    ['12.50', null, 125000],
    ['12.50', '.', 125000],
    ['12.5', null, 125000],
    ['12,50', ',', 125000],
    ['12.50', ',', 12500000],
    ['1.234', null, 12340000],
    ['1.234', '.', 12340],
    ['1 990,50', ',', 19905000],
    ["1'990.50", '.', 19905000],
    ['-3.25', '.', -32500],
    ['−3.25', '.', -32500],
    ['+3.25', '.', 32500],
    ['US $3.25', null, 32500],
    ['3.25 USD', null, 32500],
    ['.5', null, 5000],
    ['１２．５０', null, 125000],
    ['100000000000', null, 1e15],
    ['100000000001', null, null],
    ['(3.25)', null, null],
    ['abc', null, null],
    ['3 apples and 4', null, null],
    ['', null, null],
  ] as const)('%s with %s', (text, mark, value) => {
    expect(amountFrom(text, mark)).toBe(value);
  });
});
