import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { splitRows } from '../shared/rows.ts';
import { setTemporal } from '../shared/time.ts';
import { parseBoard, planBoard, type BoardContext } from './board.ts';
import { dataFrom } from './tool.ts';
import { buildCsv, csvCell } from '../shared/csv.ts';

setTemporal(Temporal);
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const NOW = '2026-11-21T00:00:00Z';
const context: BoardContext = {
  flows: data.flows,
  asOf: NOW,
  flowNames: new Map([['货不对版', 'aliexpress.snad-classic']]),
};
const parse = (text: string) => parseBoard(text, context);

describe('rows', () => {
  it('are read from tabs and from commas, with and without a header', () => {
    const tabs = '8123456789012345678\taliexpress.inr\t2026-11-20 23:15\tBR\tlate';
    const commas = '8123456789012345678,aliexpress.inr,2026-11-20 23:15,BR,late';
    const header = `订单号,类型,时间,国家,备注\n${commas}`;
    const moved = `country,flow,id,moment\nBR,aliexpress.inr,8123456789012345678,2026-11-20 23:15`;
    for (const text of [tabs, commas, header, moved]) {
      const { rows, errors } = parse(text);
      expect(errors).toEqual([]);
      expect(rows[0]).toMatchObject({
        id: '8123456789012345678',
        flow: 'aliexpress.inr',
        country: 'BR',
        input: { events: { disputeOpenedAt: '2026-11-21T07:15:00Z' }, buyerCountry: 'BR' },
      });
    }
  });

  it('keep quoted cells, quotes, commas in dates and lines apart', () => {
    const text = [
      '"A, 1",snad-classic,"Nov 20, 2026 11:15 PM PST",,"said ""late""',
      'twice"',
      'A2,snad-new,Nov 20, 2026 11:15 PM PST,BR,note',
      'A3,货不对版,2026年11月20日 23:15,巴西',
    ].join('\n');
    const { rows, errors } = parse(text);
    expect(errors).toEqual([]);
    expect(rows.map((row) => [row.line, row.id, row.country, row.note])).toEqual([
      [1, 'A, 1', null, 'said "late"\ntwice'],
      [3, 'A2', 'BR', 'note'],
      [4, 'A3', 'BR', ''],
    ]);
    expect(new Set(rows.map((row) => row.input.events?.['disputeOpenedAt']))).toEqual(
      new Set(['2026-11-21T07:15:00Z']),
    );
  });

  it('take a kind of case and a country by the names the page shows, however they are typed', () => {
    const named: BoardContext = {
      ...context,
      flowNames: new Map([['速卖通：拒付', 'aliexpress.chargeback']]),
    };
    for (const country of ['the United States', 'United States', 'united states', 'US'])
      for (const flow of ['速卖通：拒付', '速卖通:拒付', 'aliexpress.chargeback']) {
        const { rows, errors } = parseBoard(`A,${flow},2026-11-20 23:15,${country}`, named);
        expect(errors).toEqual([]);
        expect(rows[0]).toMatchObject({ flow: 'aliexpress.chargeback', country: 'US' });
      }
  });

  it('are led by the deadline the case itself names as next', () => {
    // Opened on the 16th in Los Angeles: the answer was due on the 21st, the talks end on the 23rd.
    const board = planBoard(
      parse('B,aliexpress.snad-classic,2026-11-16 12:00,US'),
      data,
      '2026-11-22T03:00:00Z',
    );
    expect(board.cases[0]?.result.next).toBe('negotiation-end');
    expect(board.cases[0]?.focus?.id).toBe('negotiation-end');
  });

  it('that are bad are named by line and reason, and the others stand', () => {
    const text = [
      'A1\taliexpress.inr\t2026-11-20 23:15\tBR',
      'A2\tnothing\t2026-11-20 23:15',
      'A3\taliexpress.inr\t03/04/2026',
      'A4\taliexpress.inr\t',
      '',
      'A5\taliexpress.inr\t2026-11-20 23:15\tBrazilia',
      'A1\taliexpress.inr\t2026-11-20 23:15',
      'A6\taliexpress.inr\t2026-02-30 10:00',
      'A7\taliexpress.inr\t4天12小时',
      'A8\taliexpress.inr\t2026-11-20',
    ].join('\r\n');
    const { rows, errors } = parse(text);
    expect(rows.map((row) => row.id)).toEqual(['A1', 'A7', 'A8']);
    expect(rows[1]?.input.shownDue).toEqual({ 'first-answer': '2026-11-25T12:00:00Z' });
    expect(rows[2]?.bareDate).toBe(true);
    expect(errors.map((error) => [error.line, error.key.split('.').slice(2).join('.')])).toEqual([
      [2, 'board.error.flow'],
      [3, 'moment.ask.day-or-month'],
      [4, 'board.error.moment-missing'],
      [6, 'board.error.country'],
      [7, 'board.error.twice'],
      [8, 'moment.unreadable.no-such-day'],
    ]);
  });

  it('never make the reader throw', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('"', ',', '\t', '\n', 'a', 'aliexpress.inr', '2026-11-20', '""', '，'),
        ),
        fc.string(),
        (pieces, tail) => {
          const board = parse(pieces.join('') + tail);
          expect(board.rows.length + board.errors.length).toBeGreaterThanOrEqual(0);
          for (const row of splitRows(pieces.join(''))) expect(row.line).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('the board', () => {
  it('sorts by what burns first and counts today', () => {
    const text = [
      'late\taliexpress.snad-classic\t2026-11-10 10:00',
      'later\taliexpress.snad-classic\t2026-11-20 10:00',
      'today\taliexpress.snad-classic\t2026-11-15 22:00',
      'soon\taliexpress.snad-classic\t2026-11-17 10:00',
    ].join('\n');
    const board = planBoard(parse(text), data, NOW);
    expect(board.cases.map((one) => one.row.id)).toEqual(['late', 'today', 'soon', 'later']);
    // 15 Nov 22:00 Pacific + 5 days = 21 Nov 06:00 UTC, 14:00 in Beijing: today there.
    expect(board.counts).toMatchObject({ all: 4, dueToday: 1, overdue: 1, dueSoon: 2 });
    expect(board.cases[1]?.dueToday).toBe(true);
  });

  it('takes 2,000 rows at once', () => {
    const flows = [...data.flows.keys()];
    const rows = Array.from(
      { length: 2000 },
      (_, i) =>
        `C${i}\t${flows[i % flows.length]}\t2026-${String((i % 9) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')} 10:00\tBR`,
    );
    const board = planBoard(parse(rows.join('\n')), data, NOW);
    expect(board.cases.length).toBe(2000);
    expect(board.errors).toEqual([]);
  });
});

describe('the table', () => {
  it('opens in a spreadsheet as text and holds no formula', () => {
    for (const live of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])
      expect(csvCell(live).replace(/^"/, '')).toMatch(/^'/);
    expect(csvCell('a "quoted", cell')).toBe('"a ""quoted"", cell"');
    expect(csvCell(null)).toBe('');
    const csv = buildCsv([
      ['案件', 'n'],
      ['=cmd', 5],
    ]);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toBe("\ufeff案件,n\r\n'=cmd,5\r\n");
  });
});
