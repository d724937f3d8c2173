import { describe, expect, it } from 'vitest';
import { encodeIn } from '../testing/make.ts';
import { createCollector } from './collect.ts';
import { Refusal } from './row.ts';
import { createScanner } from './scan.ts';
import { createPool, settlePool, type TableSettings } from './table.ts';
import { BLANK, dayNumber } from './values.ts';

const NONE: TableSettings = {
  role: null,
  mapping: {},
  headerRow: null,
  dateOrder: null,
  zone: null,
};
const FIVE = dayNumber(2026, 1, 5);

/** Bytes or text into tables, by a collector alone. */
function read(
  text: string | Uint8Array,
  settings: Partial<TableSettings> = {},
  encoding = 'utf-8',
  about?: { is1904?: boolean; rows?: number },
) {
  const pool = createPool();
  const source = { name: 'log', encoding, delimiter: ',' };
  const collector = createCollector(source, pool, { ...NONE, ...settings }, about);
  const scanner = createScanner(',', collector.take);
  scanner.push(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  scanner.end();
  const tables = collector.finish();
  const settled = settlePool(pool, tables);
  const [table] = tables;
  if (!table) throw new Error('no table');
  return {
    tables,
    table,
    settled,
    ids: [...(table.values.orderId ?? [])],
    cases: [...(table.values.caseId ?? [])],
    left: table.left.map(({ row, why }) => `${String(row)} ${why}`),
    words: (field: 'product' | 'reason' | 'status') =>
      [...(table.values[field] ?? [])].map((code) => (code < 0 ? null : settled.words.text(code))),
    amounts: [...(table.values.amount ?? [])].map((code) =>
      code < 0 ? null : settled.amounts.text(code),
    ),
  };
}
const refusal = (text: string, settings: Partial<TableSettings> = {}) => {
  try {
    return read(text, settings).table.headerRow;
  } catch (error) {
    return error instanceof Refusal ? error.id : error;
  }
};
const log = (...ids: readonly string[]) =>
  `order id,order date,product\n${ids.map((id) => `${id},2026-01-05,lamp`).join('\n')}\n`;

describe('an order number', () => {
  it.each([
    ['="8123"', 'a formula of a text'],
    ['"=""8123"""', 'the same in a quoted cell'],
    ['=8123', 'a formula of a figure'],
    ['="8123', 'one whose mark was left open'],
    ["'8123", 'a text for spreadsheets'],
    ['  8123\t', 'blanks around it'],
    ['"8123"', 'quotation marks'],
  ])('%s is 8123: %s', (written) => {
    const { ids, left } = read(log('8123', written));
    expect(left).toEqual([]);
    expect(ids).toEqual([0, 0]);
  });

  it.each([
    ['8123', '08123'],
    ['a=b', 'ab'],
    ["8'123", '8123'],
    ['Заказ-1', 'Заказ-2'],
    ['a"b', 'ab'],
  ])('%s is another than %s', (one, other) => {
    expect(read(log(one, other, one)).ids).toEqual([0, 1, 0]);
  });

  it.each(['=""', '"="""""', "'", '""', ' '])('%j is none', (written) => {
    const { left, table } = read(log('1', written));
    expect(left).toEqual(['3 no-id']);
    expect(table.rows).toBe(2);
  });

  it.each([
    '8.12E+15',
    '8.12e+15',
    '8,12E+15',
    '####',
    '#REF!',
    '#NAME?',
    '2026-01-05',
    '05.01.2026',
    '1/2/26',
    '12:30',
    '1E+5',
    '5 Jan',
    '2026/01/05 10:00',
  ])('%s was spoilt by a spreadsheet', (written) => {
    expect(read(log('1', `"${written}"`)).left).toEqual(['3 damaged-id']);
  });

  it.each([
    '8123456789',
    '812345678901',
    '12-34',
    'E1234',
    '9E',
    '#12',
    'A/1',
    '123/4567/89',
    '1234-5678-90',
  ])('%s is whole', (written) => {
    expect(read(log('1', written)).left).toEqual([]);
  });

  it('looks rounded where more than fifteen figures end in three noughts', () => {
    const rounded = (...ids: string[]) => read(log(...ids)).table.rounded;
    expect(rounded('8123456789012000')).toBe(1);
    expect(rounded('812345678901000')).toBe(0);
    expect(rounded('8123456789012300', '8123456789012010', '8123456789012003')).toBe(0);
    expect(rounded('8123456789012000', '8123456789013000', '8123456789014001')).toBe(2);
  });

  it('of a case is read alone, may be blank, and is left out where it is spoilt', () => {
    const { cases, ids, left } = read(
      'case id,order id,dispute date\nC1,1,2026-01-05\n,2,2026-01-05\nC1,3,2026-01-05\n1E+9,4,2026-01-05\n="",5,2026-01-05\n',
    );
    expect(left).toEqual(['5 damaged-id']);
    expect(cases).toEqual([0, -1, 0, -1]);
    expect(ids).toEqual([0, 1, 2, 4]);
  });

  it('is not needed where there is no column of them', () => {
    const { table, left, cases } = read(
      'case id,dispute date,reason\nC1,2026-01-05,late\n,2026-01-06,late\n',
    );
    expect(table.values.orderId).toBeNull();
    expect(cases).toEqual([0, -1]);
    expect(left).toEqual([]);
    const bare = read('dispute date,reason\n2026-01-05,late\n');
    expect([bare.table.values.orderId, bare.table.values.caseId, bare.table.rows]).toEqual([
      null,
      null,
      1,
    ]);
  });
});

describe('the rows of a table', () => {
  it('are kept as they come, beyond the room that was made for them', () => {
    const count = 5000;
    const lines = Array.from(
      { length: count },
      (_, i) => `${String(1e6 + i)},2026-01-0${String(1 + (i % 9))},p${String(i % 7)}`,
    );
    const { ids, table, words } = read(`order id,order date,product\n${lines.join('\n')}\n`);
    expect(ids).toEqual(Array.from({ length: count }, (_, i) => i));
    expect([...(table.values.orderedAt ?? [])]).toEqual(
      Array.from({ length: count }, (_, i) => dayNumber(2026, 1, 1 + (i % 9))),
    );
    expect([...table.numbers]).toEqual(Array.from({ length: count }, (_, i) => i + 2));
    expect(words('product')).toEqual(Array.from({ length: count }, (_, i) => `p${String(i % 7)}`));
    expect([table.rows, table.left]).toEqual([count, []]);
  });

  it('are as many whether somebody knew how many come or not', () => {
    const text = log('1', '2', '3');
    for (const rows of [0, 1, 3, 10_000])
      expect(read(text, {}, 'utf-8', { rows }).ids).toEqual([0, 1, 2]);
  });

  it('are without columns that are not there, and blank where they end early', () => {
    const { table, words, amounts } = read(
      'order id,dispute date,reason,amount\n1,2026-01-05, late ,"1,50"\n2,2026-01-05\n3,2026-01-05,,  \n',
    );
    expect(words('reason')).toEqual(['late', null, null]);
    expect(amounts).toEqual(['1,50', null, null]);
    expect([table.values.country, table.values.orderedAt, table.values.currency]).toEqual([
      null,
      null,
      null,
    ]);
    expect([...(table.values.disputedAt ?? [])]).toEqual([FIVE, FIVE, FIVE]);
  });

  it('keep doubled quotation marks as one', () => {
    expect(
      read('order id,order date,product\n1,2026-01-05,"a 5"" lamp"\n').words('product'),
    ).toEqual(['a 5" lamp']);
  });

  it('are read in the alphabet of the file, each text once', () => {
    const text =
      'номер заказа,дата заказа,товар\n1,2026-01-05,лампа\n2,2026-01-05, лампа\n3,2026-01-05,"ла""мпа"\n';
    const { words, settled } = read(encodeIn('windows-1251', text), {}, 'windows-1251');
    expect(words('product')).toEqual(['лампа', 'лампа', 'ла"мпа']);
    expect(settled.words.size).toBe(2);
  });

  it('with a day that cannot be read are left out, those without one are kept for later', () => {
    const { left, table } = read(
      'order id,order date,dispute date\n1,2026-02-30,\n2,,2026-02-30\n3,,\n4,2026-01-05,soon\n5,2026-01-05,\n',
    );
    expect(left).toEqual(['2 bad-date', '3 bad-date', '5 bad-date']);
    expect([...(table.values.orderedAt ?? [])]).toEqual([BLANK, FIVE]);
    expect([...(table.values.disputedAt ?? [])]).toEqual([BLANK, BLANK]);
    expect(table.rows).toBe(5);
  });

  it('with a quotation mark left open are left out', () => {
    expect(read('order id,order date,product\n1,2026-01-05,"lamp\n').left).toEqual([
      '2 unclosed-quote',
    ]);
  });

  it('that are blank are no rows', () => {
    const { table, ids } = read('order id,order date,product\n\n,,\n1,2026-01-05,lamp\n , ,\t\n');
    expect([table.rows, ids]).toEqual([1, [0]]);
  });

  it('count days of a workbook from its own first one', () => {
    // 44,566 days after 1 January 1904, which is day 24,107 before 1970.
    const text = 'order id,order date,product\n1,44566,lamp\n';
    const later = read(text, {}, 'utf-8', { is1904: true }).table.values.orderedAt?.[0] as number;
    expect(later).toBe(44_566 - 24_107);
    expect(later - (read(text).table.values.orderedAt?.[0] as number)).toBe(1462);
  });

  it('move to the clock that was asked for, and are counted', () => {
    const { table, left } = read(
      'order id,order date,dispute date\n1,2026-01-05 23:30 +00:00,\n2,2026-01-05,\n3,2026-02-30 10:00 +00:00,\n4,2026-01-05 01:00 +00:00,\n',
      { zone: '+08:00' },
    );
    expect(left).toEqual(['4 bad-date']);
    expect([...(table.values.orderedAt ?? [])]).toEqual([FIVE + 1, FIVE, FIVE]);
    expect(table.zone).toEqual({ moved: 1, unzoned: 1 });
    expect(read(log('1')).table.zone).toBeNull();
  });
});

describe('lines that are none of the table', () => {
  it('of totals are told where few cells are filled, or no number stands there', () => {
    const { left } = read(
      'order id,order date,product,amount\n1,2026-01-05,lamp,5\nTotal,,,5\n,Total,,5\n,,total of all,5\n2,2026-01-05,Total,5\n',
    );
    expect(left).toEqual(['3 footer', '4 footer', '5 footer']);
    // Among the first six cells alone.
    expect(read('order id,order date,a,b,c,d,product\n,2026-01-05,1,2,3,4,Total\n').left).toEqual([
      '2 no-id',
    ]);
    // Without a column of numbers a line is told by how little stands in it.
    expect(
      read('order date,product,country,reason\n2026-01-05,lamp,Poland,late\nSum,5\n').left,
    ).toEqual(['3 footer']);
  });

  it('repeat the header: the same words, in any case, and not others of the same length', () => {
    const head = 'Order ID,Order date,Product';
    const { left, ids } = read(
      `${head}\n1,2026-01-05,lamp\n${head}\nORDER ID,x,y\norder-xy,2026-01-05,cup\n2,2026-01-05,cup\n`,
    );
    expect(left).toEqual(['3 repeated-header', '4 repeated-header']);
    expect(ids).toEqual([0, 1, 2]);
  });

  it('repeat it in another alphabet, too', () => {
    const head = 'номер заказа,дата заказа,товар';
    const text = encodeIn(
      'windows-1251',
      `${head}\n1,2026-01-05,лампа\n${head}\nномер-заказа,2026-01-05,лампа\n`,
    );
    expect(read(text, {}, 'windows-1251').left).toEqual(['3 repeated-header']);
  });

  it('repeat a header without a number in it', () => {
    const head = 'dispute date,reason,product';
    expect(read(`${head}\n2026-01-05,late,lamp\n${head}\n2026-01-06,late,lamp\n`).left).toEqual([
      '3 repeated-header',
    ]);
  });

  it('open another table, which is read under a name of its own', () => {
    const { tables } = read(
      'order id,order date,product\n1,2026-01-05,lamp\n2,2026-01-05,lamp\norder id,dispute date,reason\n1,2026-01-20,late\n',
    );
    expect(
      tables.map(({ name, headerRow, rows, encoding, delimiter, role }) => [
        name,
        headerRow,
        rows,
        encoding,
        delimiter,
        role,
      ]),
    ).toEqual([
      ['log', 1, 2, 'utf-8', ',', 'orders'],
      ['log · 4', 4, 1, 'utf-8', ',', 'disputes'],
    ]);
  });

  it('open none with a single cell, or where they begin with a figure', () => {
    expect(read('order id,order date,product\n1,2026-01-05,lamp\norder date\n').left).toEqual(
      ['3 bad-date'].slice(1),
    );
    const { tables, left } = read(
      'order date,product,reason\n2026-01-05,lamp,\n7,dispute date,reason\n',
    );
    expect(tables.length).toBe(1);
    expect(left).toEqual(['3 bad-date']);
  });

  it('of a report are told by the mark of its rows', () => {
    const head =
      'CH,Case type,Case ID,Transaction date,Case reason,Case filing date,Disputed amount,Disputed currency';
    const { left, table } = read(
      `RH,x\nFH,y\n${head}\nSB,Dispute,PP-1,2026-01-01,Non-receipt,2026-01-05,221,USD\nSF,1\nFF,1,2,3\n`,
    );
    expect(table.preset?.id).toBe('paypal-cases');
    expect(left).toEqual(['5 footer', '6 footer']);
    expect(table.rows).toBe(3);
  });
});

describe('the header', () => {
  it('is where it was said to be, however far down', () => {
    const notes = (count: number) =>
      Array.from({ length: count }, (_, i) => `note ${String(i)},of,nothing`).join('\n');
    expect(refusal(`${notes(40)}\n${log('1')}`, { headerRow: 41 })).toBe(41);
    expect(refusal(`${notes(4)}\n${log('1')}`, { headerRow: 5 })).toBe(5);
    expect(refusal(`${notes(4)}\n${log('1')}`, { headerRow: 99 })).toBe('no-header');
    expect(read(`${log('1')}a,b,c\n${log('2', '3')}`, { headerRow: 4 }).ids).toEqual([0, 1]);
  });

  it('is missing where nothing looks like one, and a file with nothing in it is empty', () => {
    expect(refusal('')).toBe('empty');
    expect(refusal(' , \n\t,\n')).toBe('empty');
    expect(refusal('1,2\n3,4\n')).toBe('no-header');
    expect(refusal(' ,x\n')).toBe('no-header');
  });

  it('is looked for among the first rows of a long file, which are no rows of it', () => {
    const { table, ids } = read(
      `a report\n\n${log(...Array.from({ length: 60 }, (_, i) => String(i)))}`,
    );
    expect([table.headerRow, table.rows, ids.length]).toEqual([3, 60, 60]);
  });
});

describe('what is shown of a table', () => {
  it('is its first three rows, of columns that are read, cut short', () => {
    const long = 'x'.repeat(80);
    const { table } = read(
      `order id,order date,buyer,product\n1,2026-01-05,Anna,${long},more\n2,2026-01-05\n3,2026-01-05,c,d\n4,2026-01-05,c,d\n`,
    );
    expect(table.sample).toEqual([
      ['1', '2026-01-05', null, 'x'.repeat(60)],
      ['2', '2026-01-05'],
      ['3', '2026-01-05', null, 'd'],
    ]);
  });

  it('counts texts with letters that could not be read, of the header and of cells', () => {
    const letters = (text: string) => read(encodeIn('windows-1251', text)).table.unreadableLetters;
    expect(letters('order id,order date,product\n1,2026-01-05,lamp\n')).toBe(0);
    expect(letters('order id,order date,товар\n1,2026-01-05,x\n')).toBe(1);
    expect(
      letters(
        'order id,order date,product\n1,2026-01-05,лампа\n2,2026-01-05,чаша\n3,2026-01-05,лампа\n4,2026-01-05,lamp\n',
      ),
    ).toBe(2);
  });
});
