import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  joinClock,
  joinClockWords,
  mendDate,
  mendId,
  NOTHING,
  readHeader,
  type Column,
} from './board-columns.ts';
import type { RawRow } from '../shared/rows.ts';

/** A row as commas part it. */
const rowOf = (...cells: string[]): RawRow => ({
  line: 3,
  cells,
  rest: (from) => cells.slice(from).join(','),
});
const header = (...cells: string[]) => {
  const read = readHeader(cells);
  return read && 'columns' in read ? { ...read, columns: Object.fromEntries(read.columns) } : read;
};

describe('a header', () => {
  it('names its columns in any language, whatever the case, accents and full stops', () => {
    const columns = { id: 0, flow: 1, moment: 2, country: 3, note: 4 };
    const whole = { columns, count: 5, clocks: [], unread: [] };
    for (const cells of [
      ['Order', 'Type', 'Opened', 'Country', 'Note'],
      ['ORDER NO.', ' Dispute  reason ', 'opened at:', 'Buyer`s country', 'Remarks*'],
      ['订单号', '纠纷类型', '开始时间', '国家', '备注'],
      ['Номер заказа', 'Причина спора', 'Дата', 'Страна', 'Заметка'],
      ['Nº de pedido', 'Razon', 'Fecha', 'Pais', 'Observacion'],
      ['commande', 'motif du litige', 'date', 'pays', 'remarque'],
      ['Ｏｒｄｅｒ', 'Ｔｙｐｅ', '时间', '买家国家', '메모'],
    ])
      expect(header(...cells), cells.join()).toEqual(whole);
  });

  it('has a time beside its date, zones in columns of their own, and columns nothing is read from', () => {
    expect(header('Type', 'Date', 'Time', 'Time zone', 'Colour', '', 'am/pm', 'Time', '')).toEqual({
      columns: { flow: 0, moment: 1 },
      // The last cell that says something is the eighth.
      count: 8,
      beside: 2,
      clocks: [3, 6],
      unread: ['Colour', 'Time'],
    });
  });

  it('says what it is about beside the name, and a return has a reason but another moment', () => {
    for (const reason of ['reason for return', 'return reason', '退款原因', 'complaint reason'])
      expect(header(reason, 'date'), reason).toMatchObject({ columns: { flow: 0 } });
    expect(header('order', 'return date')).toBeNull();
    expect(header('order', 'type', 'return date')).toEqual({ missing: 'moment' });
  });

  it('is none with less than two names, and lacks one where it has no kind or no moment', () => {
    expect(header('order', '8163', 'x')).toBeNull();
    expect(header('8163', 'inr', '2026-11-20')).toBeNull();
    expect(header('order', 'note')).toEqual({ missing: 'flow' });
    expect(header('order', 'type')).toEqual({ missing: 'moment' });
    expect(header('moment', 'order')).toEqual({ missing: 'flow' });
    // A link says all by itself.
    expect(header('link')).toMatchObject({ columns: { link: 0 }, count: 1 });
  });
});

describe('an order number that a spreadsheet wrote', () => {
  it('is put together where its comma cut it', () => {
    expect(mendId(rowOf('8', '16371E+15', 'inr'), 0).cells).toEqual(['8,16371E+15', 'inr']);
    const grouped = mendId(rowOf('x', '8', '163', '712', '345', 'inr', 'a, b'), 1);
    expect(grouped.cells).toEqual(['x', '8163712345', 'inr', 'a, b']);
    expect(grouped.line).toBe(3);
    // What stood behind it stands where it stood.
    expect(grouped.rest(3)).toBe('a, b');
    expect(grouped.rest(0)).toBe('x,8,163,712,345,inr,a, b');
    expect(mendId(rowOf('816', '371', '234', '567'), 0).cells).toEqual(['816371234567']);
  });

  it('is left as it is where nothing cut it', () => {
    for (const cells of [
      ['8163712', 'inr', '2026-11-20'],
      ['8', '163', '712', 'inr'],
      ['81', '16371E+15', 'inr'],
      ['8', 'E+15', 'inr'],
      ['8163', '712', '345', '678'],
      ['8', '163', '71', '345'],
    ])
      expect(mendId(rowOf(...cells), 0).cells, cells.join()).toEqual(cells);
  });
});

describe('a time in a column of its own', () => {
  const kindOf = (cell: string) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(cell)
      ? ('moment' as const)
      : /^\d{4}-\d\d-\d\d$/.test(cell)
        ? ('day' as const)
        : ('other' as const);
  const joined = (...cells: string[]) => joinClock(rowOf(...cells), 1, 2, kindOf).cells;

  it('is put behind its day, from either side and with a dot', () => {
    expect(joined('a', '2026-11-20', '23:15', 'b')).toEqual([
      'a',
      '2026-11-20 23:15',
      '23:15',
      'b',
    ]);
    expect(joined('a', '23:15', '2026-11-20')[1]).toBe('2026-11-20 23:15');
    expect(joined('a', ' 2026-11-20 ', '23.15')[1]).toBe('2026-11-20 23:15');
  });

  it('changes nothing where one cell is a whole moment, or both together are none', () => {
    for (const cells of [
      ['a', '2026-11-20 23:15', '2026-11-21'],
      ['a', '2026-11-20', '2026-11-21 10:00'],
      ['a', '2026-11-20', ''],
      ['a', '2026-11-20', 'x'],
      ['a', 'x', '23:15'],
      ['a', '2026-11-20'],
    ])
      expect(joined(...cells), cells.join()).toEqual(cells);
  });

  it('takes zones and halves of the day from theirs, and no dash for one', () => {
    const words = (...cells: string[]) => joinClockWords(rowOf(...cells), 0, [1, 2]).cells[0];
    expect(words('11:15', 'PM', ' PST ')).toBe('11:15 PM PST');
    expect(words(' 11:15 ', '-', 'PST')).toBe('11:15 PST');
    expect(words('11:15', '', '—')).toBe('11:15');
    expect(words(' ', 'PM', 'PST')).toBe(' ');
    expect(words('11:15')).toBe('11:15');
    for (const none of ['', ' ', '-', '–', '— —', '/']) expect(NOTHING.test(none)).toBe(true);
    expect(NOTHING.test('n/a')).toBe(false);
  });
});

describe('a moment that commas cut', () => {
  const is = {
    isMoment: (cell: string) =>
      /\d{4}.*\d(?::\d\d| [ap]m)|\d\d:\d\d/.test(cell) || /^Nov \d\d, 2026$/.test(cell),
    isZone: (cell: string) => ['PST', '+8', 'UTC+8', 'USA'].includes(cell),
    isCountry: (cell: string) => ['US', 'USA', 'BR'].includes(cell),
  };
  const mended = (isLonger: boolean, ...cells: string[]) =>
    mendDate(rowOf('inr', ...cells), 1, isLonger, is).cells.slice(1);

  it('is put together as far as it can be read', () => {
    expect(mended(true, 'Fri', 'Nov 20', '2026', '11:15 PM', 'US')).toEqual([
      'Fri, Nov 20, 2026, 11:15 PM',
      'US',
    ]);
    expect(mended(true, 'Nov 20', '2026', '11:15', 'PM', 'US')[0]).toBe('Nov 20, 2026, 11:15, PM');
    expect(mended(true, '20.11.2026', '23:15', 'x')).toEqual(['20.11.2026, 23:15', 'x']);
    expect(mended(true, '20.11.2026', '11 pm', 'x')).toEqual(['20.11.2026, 11 pm', 'x']);
    // With as many cells as its header, a cell of figures behind a date is a column of its own.
    expect(mended(false, '20.11.2026', '23:15', 'x')).toEqual(['20.11.2026', '23:15', 'x']);
    expect(mended(false, 'Nov 20', '2026', 'x')).toEqual(['Nov 20, 2026', 'x']);
    // Half past eleven in the evening needs no other half of the day.
    expect(mended(true, '20.11.2026', '23:15', 'PM', 'x')).toEqual([
      '20.11.2026, 23:15',
      'PM',
      'x',
    ]);
  });

  it('takes a zone behind it, but no country for one, and leaves the place of the country empty', () => {
    expect(mended(true, 'Nov 20', '2026', '11:15 PM', 'PST', 'BR', 'n')).toEqual([
      'Nov 20, 2026, 11:15 PM PST',
      'BR',
      'n',
    ]);
    expect(mended(true, 'Nov 20', '2026', '11:15 PM', 'PST', 'note')).toEqual([
      'Nov 20, 2026, 11:15 PM PST',
      '',
      'note',
    ]);
    expect(mended(true, 'Nov 20', '2026', '11:15 PM', 'USA', 'n')).toEqual([
      'Nov 20, 2026, 11:15 PM',
      'USA',
      'n',
    ]);
    const noted = mendDate(rowOf('inr', '20.11.2026', '23:15', 'PST', 'a', 'b'), 1, true, is);
    expect(noted.cells).toEqual(['inr', '20.11.2026, 23:15 PST', '', 'a', 'b']);
    expect(noted.rest(3)).toBe('a,b');
  });

  it('is left as it is where it cannot be read', () => {
    for (const cells of [['Nov 20', 'x'], ['soon'], ['Fri', 'Nov 20', '20'], []])
      expect(mended(true, ...cells), cells.join()).toEqual(cells);
  });
});

describe('the cells of a row', () => {
  const cells = (row: RawRow, columns: Partial<Record<Column, number>> | null, count?: number) => {
    const found = cellsOf(
      row,
      columns && new Map(Object.entries(columns) as [Column, number][]),
      count ?? null,
    );
    return found && Object.fromEntries(found);
  };

  it('stand in their usual order without a header, and the last takes the rest of the row', () => {
    expect(cells(rowOf('1', 'inr', 'now', 'BR', 'a', 'b'), null)).toEqual({
      id: '1',
      flow: 'inr',
      moment: 'now',
      country: 'BR',
      note: 'a,b',
    });
    expect(cells(rowOf('1', 'inr'), null)).toMatchObject({ flow: 'inr', moment: '', note: '' });
  });

  it('stand where the header has them, and cannot be told apart where a note is not the last', () => {
    const columns = { note: 0, flow: 1, moment: 2 };
    expect(cells(rowOf('n', 'inr', 'now'), columns, 3)).toEqual({
      note: 'n',
      flow: 'inr',
      moment: 'now',
    });
    expect(cells(rowOf('n', 'm', 'inr', 'now'), columns, 3)).toBeNull();
    // Empty cells at the end are no more of it.
    expect(cells(rowOf('n', 'inr', 'now', '', ''), columns, 3)).toMatchObject({ moment: 'now' });
    expect(cells(rowOf('inr', 'now', 'x'), { flow: 0, moment: 1 }, 2)).toEqual({
      flow: 'inr',
      moment: 'now,x',
    });
  });
});
