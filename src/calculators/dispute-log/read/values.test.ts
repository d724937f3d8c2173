import { describe, expect, it } from 'vitest';
import {
  amountFrom,
  BLANK,
  dayFromBytes,
  dayFromText,
  dayNumber,
  decimalMark,
  isBracketed,
  moved,
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
    // A ledger's minus, and a dash for coins.
    ['5.00-', null, -50000],
    ['5.00− EUR', null, -50000],
    ['1.234,50-', ',', -12345000],
    ['5,-', ',', 50000],
    ['12,– €', ',', 120000],
    ['5.-', '.', 50000],
    // Another figure than the one that is written.
    ['1.2万', null, null],
    ['1.2万元', null, null],
    ['3千', null, null],
    ['5萬', null, null],
    ['2億', null, null],
    ['3만원', null, null],
    ['1,5 тыс. руб.', ',', null],
    ['2 млн', null, null],
    ['1.5k', null, null],
    ['$1.5M', null, null],
    ['1.5 M€', null, null],
    ['3 Mio', null, null],
    ['2 lakh', null, null],
    ['10%', null, null],
    ['１０％', null, null],
    ['5.00 CR', null, null],
    ['5.00 Dr', null, null],
    // Currencies that only begin alike.
    ['5 Kč', null, 50000],
    ['5 kr', null, 50000],
    ['5 KM', null, 50000],
    ['5 MDL', null, 50000],
    ['5 Br', null, 50000],
    ['5 B/.', null, 50000],
    ['12元', null, 120000],
    ['5 руб.', null, 50000],
    ['5 원', null, 50000],
    ['abc', null, null],
    ['3 apples and 4', null, null],
    ['', null, null],
  ] as const)('%s with %s', (text, mark, value) => {
    expect(amountFrom(text, mark)).toBe(value);
  });
});

describe('months in words', () => {
  // The third of each month of 2026 by Python's datetime, from 1970-01-01.
  const THIRD = [
    20456, 20487, 20515, 20546, 20576, 20607, 20637, 20668, 20699, 20729, 20760, 20790,
  ];
  it.each([
    'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    'January February March April May June July August September October November December',
    'янв фев мар апр май июн июл авг сен окт ноя дек',
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.',
    'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม',
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    'Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'ene feb mar abr may jun jul ago sept oct nov dic',
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.',
    'januari februari maart april mei juni juli augustus september oktober november december',
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    'ledna února března dubna května června července srpna září října listopadu prosince',
    'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
    'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
    'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  ])('%s', (words) => {
    const read = words.split(' ').map((month) => dayFromText(`3 ${month} 2026`, none()));
    expect(read).toEqual(THIRD);
  });

  it('stand before or behind the day, with what people put between', () => {
    for (const text of [
      '3Nov2026',
      '03-nov-2026',
      '3. Nov. 2026',
      '3.nov.26',
      '3 nov, 2026',
      'Nov 3 2026',
      'nov.3,2026',
      'November 3rd, 2026',
      'Nov-3-26',
      'Tuesday, Nov 3, 2026',
      'Tue Nov 3, 2026',
      'Tue  Nov 3 26 10:00',
      'Tue, 03 Nov 2026 10:00:00 GMT',
      'Tue Nov 03 2026 10:00:00 GMT+0800',
      'Mar. 3 novembre 2026',
      '3rd November 2026',
      '3 de noviembre de 2026',
      'mar., 3 de nov. de 2026, 10:00',
    ])
      expect(dayFromText(text, none()), text).toBe(20760);
    for (const text of [
      'at 3 Nov 2026',
      '3 Nov 202',
      '3 Nov 20266',
      '333 Nov 2026',
      '3 No 2026',
      // Words that only begin as a month does, one of which is the Finnish for November.
      '3 Margarine 2026',
      '3 Junk 2026',
      '3 marraskuuta 2026',
      'Octopus 3, 2026',
      '3 Nov',
      'Nov 2026',
      'Nov 333, 2026',
      'Nov 3, 20:15',
    ])
      expect(dayFromText(text, none()), text).toBe(UNREADABLE);
  });

  it('of two figures are of this century', () => {
    expect(dayFromText('31 Dec 99', none())).toBe(47_481);
    expect(dayFromText('31 Dec 100', none())).toBe(UNREADABLE);
  });
});

describe('what only looks like a day', () => {
  it.each(
    [
      '-- x',
      'x null',
      'null and',
      '2026年1月',
      'am 2026年1月5日',
      '202601',
      '2026010',
      '202601051',
      '2026010510',
      '20260105101500+08',
      '20260105101500 x1',
      '30260105',
      '17951328001',
      '1795132800000123',
      '795132800',
      '123456',
      '1234',
      '46346.5.5',
      '46346x',
      '109569',
      '2026-01-05-x',
      '2026-1',
      '2026-1-',
      '1/2',
      '5.1.',
      '..',
      '13/14/2026',
      '12/0/2026',
      '2026-00-10',
    ].filter((text) => text !== '..'),
  )('%s', (text) => {
    expect(dayFromText(text, none())).toBe(UNREADABLE);
  });

  it.each(['-', '--', '–—', '/', '...', 'NULL', 'none', 'NaN', 'n/a', ' ', '无'])(
    '%j is blank',
    (text) => {
      expect(dayFromText(text, none())).toBe(BLANK);
    },
  );

  it('has a time or words behind it', () => {
    for (const text of [
      '2026-11-03 10:00',
      '2026-11-03 Uhr',
      '2026-11-03 a b c',
      '2026年11月03',
      '2026-11-03\n10:00',
    ])
      expect(dayFromText(text, none()), text).toBe(20760);
  });

  it('of Excel ends where no log can be', () => {
    // 25,569 is the first of 1970; 84,000 days later is the first that is none.
    expect(dayFromText('99999', none())).toBe(74_430);
    expect(dayFromText('99999', none(), true)).toBe(75_892);
    expect(dayFromText('24107', none(), true)).toBe(0);
    expect(dayFromText('24106', none(), true)).toBe(UNREADABLE);
  });
});

describe('figures at the edges of three groups', () => {
  it('hold nines, and bytes beside the figures are none', () => {
    expect(byBytes('2019-09-29')).toBe(18168);
    expect(byBytes('29.09.2019')).toBe(18168);
    for (const text of ['2019-0:-29', '2019-09-2:', '201:-09-29', '2019-0/-29', ':019-09-29'])
      expect(byBytes(text), text).toBe(UNREADABLE);
  });

  it('have a length each', () => {
    for (const text of [
      '2026-1-',
      '2026--1',
      '2026-001-1',
      '2026-1-001',
      '1-2-',
      '1-2-1',
      '1-2-123',
      '1-2-12345',
      '001-2-2026',
      '1--2026',
      '1-002-2026',
    ])
      expect(byBytes(text), text).toBe(UNREADABLE);
    expect([byBytes('3-11-26'), byBytes('03-11-2026')].map((day) => settle(day, 'dmy'))).toEqual([
      20760, 20760,
    ]);
  });

  it('may be followed by a blank of any kind, a T or a comma', () => {
    for (const end of [' ', 'T', ',', '\t', '\n', '\r'])
      expect(byBytes(`2026-11-03${end}1`), end).toBe(20760);
    for (const end of ['t', ';', '\v', 'Z', '-', '.'])
      expect(byBytes(`2026-11-03${end}1`), end).toBe(UNREADABLE);
  });

  it('wait for their order with twelve on either side, and are none beyond', () => {
    const evidence = none();
    expect(settle(byBytes('12/11/2026', evidence), 'dmy')).toBe(dayNumber(2026, 11, 12));
    expect(settle(byBytes('11/12/2026', evidence), 'dmy')).toBe(dayNumber(2026, 12, 11));
    expect(evidence).toEqual({ dmy: 0, mdy: 0, open: 2 });
    expect(byBytes('13/12/2026', evidence)).toBe(dayNumber(2026, 12, 13));
    expect(byBytes('12/13/2026', evidence)).toBe(dayNumber(2026, 12, 13));
    expect(evidence).toEqual({ dmy: 1, mdy: 1, open: 2 });
    expect(byBytes('32/12/2026')).toBe(UNREADABLE);
    expect(byBytes('13/13/2026', evidence)).toBe(UNREADABLE);
    expect(byBytes('1/1/2026', evidence)).toBe(20454);
    expect(evidence).toEqual({ dmy: 1, mdy: 1, open: 2 });
  });
});

describe('a day moved to another clock', () => {
  it('is the one before or after, whether its order is known or not', () => {
    const open = byBytes('03/11/2026');
    for (const days of [-1, 0, 1]) {
      expect(moved(20_760, days)).toBe(20_760 + days);
      expect(settle(moved(open, days), 'dmy')).toBe(20_760 + days);
      // The eleventh of March.
      expect(settle(moved(open, days), 'mdy')).toBe(20_523 + days);
      expect(moved(BLANK, days)).toBe(BLANK);
      expect(moved(UNREADABLE, days)).toBe(UNREADABLE);
    }
    expect(moved(0, -1)).toBe(-1);
  });
});

describe('an amount beside other things', () => {
  it('is bare to nine figures, and read the same beyond', () => {
    expect(amountFrom('123456789.5', null)).toBe(1_234_567_895_000);
    expect(amountFrom('1234567890.5', null)).toBe(12_345_678_905_000);
    expect(amountFrom('12.5', ',')).toBe(1_250_000);
    expect(amountFrom('12,5', '.')).toBe(1_250_000);
    expect(amountFrom('1.2.3', null)).toBeNull();
  });
  it('has marks for thousands wherever they stand', () => {
    expect([
      amountFrom('1.234.567', null),
      amountFrom('1,234,567.5', null),
      amountFrom('1.234,5', null),
      amountFrom('12.345.6', ','),
    ]).toEqual([12_345_670_000, 12_345_675_000, 12_345_000, 1_234_560_000]);
    expect(amountFrom('1.2345', null)).toBe(12_345);
  });
  it('is in brackets only as a whole', () => {
    for (const text of ['(5)', 'EUR (5)', '(5) EUR', '( 5,00 )', '($5)', '（5）', '$ (12.50) '])
      expect(isBracketed(text), text).toBe(true);
    for (const text of ['5 (6)', '(6) 5', '((5))', '(x)', '5', 'a long word (5)', '(5', '5)'])
      expect(isBracketed(text), text).toBe(false);
  });
  it('has a column of a mark by most of its texts', () => {
    expect(decimalMark(['.5', '5.', ',,5'])).toBeNull();
    expect(decimalMark(['1.5', '2.5', '3,5'])).toBe('.');
    expect(decimalMark(['1.5', '2,5', '3,5'])).toBe(',');
    expect(decimalMark(['1,234.567'])).toBe('.');
    expect(decimalMark(['1.234.56'])).toBeNull();
    expect(decimalMark(['12,3456'])).toBe(',');
  });
});
