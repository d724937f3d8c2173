import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { splitRows } from '../shared/rows.ts';
import { setTemporal } from '../shared/time.ts';
import { parseBoard, type BoardContext } from './board.ts';
import { plan } from './calculate.ts';
import { encodeInput } from './permalink.ts';
import { dataFrom } from './tool.ts';
import { buildCsv, csvCell } from '../shared/csv.ts';

setTemporal(Temporal);
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const NOW = '2026-11-21T00:00:00Z';
const context: BoardContext = {
  flows: data.flows,
  asOf: NOW,
  chosen: new Map([['货不对版', 'aliexpress.snad-classic']]),
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

  it('take a kind of case by its title, its id, or what people call it, however it is typed', () => {
    const flowOf = (name: string) => {
      // The platform the reader is at settles what several of them call alike.
      const { rows, errors } = parseBoard(`A\t${name}\t2026-11-20 23:15\tUSA`, {
        ...context,
        platform: 'aliexpress',
      });
      expect(errors, name).toEqual([]);
      expect(rows[0]?.country).toBe('US');
      return rows[0]?.flow;
    };
    for (const name of [
      '速卖通：拒付',
      '速卖通:拒付',
      'aliexpress.chargeback',
      'Chargeback',
      '拒付',
    ])
      expect(flowOf(name), name).toBe('aliexpress.chargeback');
    for (const name of [
      '货不对版（经典流程）',
      '货不对版(经典流程)',
      '速卖通 货不对版（经典流程）',
      'AliExpress: not as described, classic flow',
      'Not as described – classic flow',
      'snad-classic',
    ])
      expect(flowOf(name), name).toBe('aliexpress.snad-classic');
    for (const name of ['未收到货', '速卖通：未收到货', 'aliexpress item not received'])
      expect(flowOf(name), name).toBe('aliexpress.inr');
    for (const name of ['取消订单', 'Cancel request'])
      expect(flowOf(name), name).toBe('aliexpress.cancel-request');
    expect(flowOf('eBay: item not received')).toBe('ebay.request');
  });

  it('are asked about where a name fits several kinds, and never guessed', () => {
    const open = { ...context, chosen: new Map<string, string>() };
    const at = '2026-11-20 23:15';
    const text = `A\t货不对版\t${at}\nB\t 货不对版 \t${at}\nC\tINR\t${at}`;
    const board = parseBoard(text, open);
    expect(board.rows).toEqual([]);
    expect(board.questions).toEqual([
      {
        name: '货不对版',
        // Kinds of case that are added later are asked about as well.
        flows: expect.arrayContaining([
          'aliexpress.snad-classic',
          'aliexpress.snad-new',
          'ebay.request',
          'etsy.case',
          'ozon.realfbs-return',
          'paypal.dispute',
        ]),
        lines: [1, 2],
      },
      {
        name: 'INR',
        flows: expect.arrayContaining([
          'aliexpress.inr',
          'ebay.request',
          'etsy.case',
          'paypal.dispute',
        ]),
        lines: [3],
      },
    ]);
    for (const [i, kind] of ['snad', 'inr'].entries())
      for (const id of board.questions[i]?.flows ?? [])
        expect(context.flows.get(id)?.kinds, id).toContain(kind);
    expect(board.errors.map(({ line, key }) => [line, key.split('.').at(-1)])).toEqual([
      [1, 'flow-several'],
      [2, 'flow-several'],
      [3, 'flow-several'],
    ]);
    // One choice settles its rows; the platform one is at settles a name of several platforms.
    const settled = parseBoard(text, {
      ...open,
      platform: 'paypal',
      chosen: new Map([['货不对版', 'aliexpress.snad-new']]),
    });
    expect(settled.errors).toEqual([]);
    expect(settled.rows.map(({ flow }) => flow)).toEqual([
      'aliexpress.snad-new',
      'aliexpress.snad-new',
      'paypal.dispute',
    ]);
    // So does a column of the platform. A choice that is none of the kinds settles nothing.
    const column = parseBoard(`平台,类型,时间\neBay,INR,${at}\n速卖通,INR,${at}`, open);
    expect(column.rows.map(({ flow }) => flow)).toEqual(['ebay.request', 'aliexpress.inr']);
    const odd = { ...open, chosen: new Map([['inr', 'aliexpress.order']]) };
    expect(parseBoard(text, odd).rows).toEqual([]);
  });

  it('are read with the words of the page’s own hints as a header, in both languages', () => {
    const row = 'C1\tsnad-classic\t2026-11-20 23:15\tBrasil\tcall';
    for (const header of [
      '案件编号\t案件类型\t时间\t国家\t备注',
      '订单号\t纠纷类型\t纠纷提起时间\t买家国家\t说明',
      'Case id\tKind of case\tMoment\tCountry\tNote',
      'Order No.\tReason\tDispute opened\tBuyer’s country\tRemarks',
    ]) {
      const { rows, errors } = parse(`${header}\n${row}`);
      expect(errors, header).toEqual([]);
      expect(rows[0], header).toMatchObject({ id: 'C1', country: 'BR', note: 'call' });
    }
    // A header that lacks a column says which; it is not taken for a case.
    expect(parse('案件编号,国家,备注\nA,BR,x').errors).toMatchObject([
      { line: 1, key: 'tool.deadline-planner.board.error.header.flow' },
    ]);
    expect(parse('Case id,Kind,Note\nA,snad-classic,x').errors).toMatchObject([
      { line: 1, key: 'tool.deadline-planner.board.error.header.moment' },
    ]);
  });

  it('keep a note whole, whatever it holds', () => {
    const notes = (text: string) => parse(text).rows.map(({ note }) => note);
    const start = 'C1,aliexpress.snad-classic,2026-11-20 20:00,BR,';
    expect(notes(`${start}buyer wrote, wants 8 USD, call Friday`)).toEqual([
      'buyer wrote, wants 8 USD, call Friday',
    ]);
    expect(notes(`${start}已联系买家，等回复，周五再催`)).toEqual(['已联系买家，等回复，周五再催']);
    expect(notes('C1,snad-classic,Nov 20, 2026 11:15 PM PST,BR,one, two, three')).toEqual([
      'one, two, three',
    ]);
    expect(notes('C1;snad-classic;2026-11-20 20:00;BR;wrote, wants 8; call')).toEqual([
      'wrote, wants 8; call',
    ]);
    expect(notes('C1\tsnad-classic\t2026-11-20 20:00\tBR\ta, b; c\td')).toEqual(['a, b; c\td']);
    // The Chinese comma separates where nothing else does; the note keeps its own.
    expect(notes('C1，货不对版，2026-11-20 20:00，巴西，已联系，等回复')).toEqual([
      '已联系，等回复',
    ]);
    expect(notes('类型,时间,备注\nsnad-classic,2026-11-20 20:00,a, b，c')).toEqual(['a, b，c']);
    // Separators at the end of a row are no note.
    expect(notes('C1;snad-classic;2026-11-20 20:00;BR;ok;;;')).toEqual(['ok']);
    // A note that is not the last column cannot be told from what follows.
    const ragged = parse('id,flow,moment,note,country\nA,snad-classic,2026-11-20 20:00,a,b,BR');
    expect(ragged.rows).toEqual([]);
    expect(ragged.errors[0]?.key).toBe('tool.deadline-planner.board.error.too-many-cells');
  });

  it('are read where semicolons separate, with commas in numbers and quotes', () => {
    const { rows, errors } = parse(
      [
        'id;flow;moment;country;note',
        '"A;1";snad-classic;20.11.2026 23:15;Россия;"said ""no"""',
        'A2;snad-new;20.11.2026 23:15;Deutschland;1,5 kg',
      ].join('\r\n'),
    );
    expect(errors).toEqual([]);
    expect(rows.map(({ id, country, note }) => [id, country, note])).toEqual([
      ['A;1', 'RU', 'said "no"'],
      ['A2', 'DE', '1,5 kg'],
    ]);
  });

  it('are not lost for a country their clock does not need', () => {
    const { rows, errors, notices } = parse('A,snad-classic,2026-11-20 23:15,Atlantis,x');
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({ country: null, note: 'x' });
    expect(notices).toMatchObject([
      {
        line: 1,
        key: 'tool.deadline-planner.board.notice.country',
        values: { country: 'Atlantis' },
      },
    ]);
    expect(parse('A,snad-classic,2026-11-20 23:15,-,x').notices).toEqual([]);
  });

  it('name an order number that a spreadsheet has cut, and keep such rows apart', () => {
    const { rows, notices } = parse(
      [
        '8.16371E+15,snad-classic,2026-11-20 23:15',
        '8.16371E+15,snad-classic,2026-11-21 23:15',
        '8E+15,aliexpress.inr,2026-11-21 23:15',
        'E15,aliexpress.chargeback,2026-11-21 23:15',
      ].join('\n'),
    );
    expect(rows.map(({ id }) => id)).toEqual([
      '8.16371E+15 #1',
      '8.16371E+15 #2',
      '8E+15 #3',
      'E15',
    ]);
    expect(notices.map(({ line, key }) => [line, key.split('.').at(-1)])).toEqual([
      [1, 'id-cut'],
      [2, 'id-cut'],
      [3, 'id-cut'],
    ]);
  });

  it.each([
    ['id,kind,moment,time zone\nA,snad-classic,20.11.2026 23:15,MSK', '2026-11-20T20:15:00Z'],
    ['id,kind,moment,tz,country\nA,snad-classic,2026-11-20 23:15,UTC,BR', '2026-11-20T23:15:00Z'],
    ['订单号,类型,时间,时区\nA,snad-classic,2026-11-20 23:15,北京时间', '2026-11-20T15:15:00Z'],
    ['Номер,Вид,Дата,Пояс\nA,snad-classic,20.11.2026 23:15,МСК', '2026-11-20T20:15:00Z'],
    ['id,kind,date,time,zone\nA,snad-classic,20.11.2026,23:15,MSK', '2026-11-20T20:15:00Z'],
    ['id,kind,date,time,am/pm\nA,snad-classic,20.11.2026,11:15,PM', '2026-11-21T07:15:00Z'],
    ['id,kind,moment,zone\nA,snad-classic,2026-11-20 23:15,-', '2026-11-21T07:15:00Z'],
    ['A,snad-classic,20.11.2026,23:15,MSK', '2026-11-20T20:15:00Z'],
    ['A,snad-classic,20.11.2026 23:15,UTC+3', '2026-11-20T20:15:00Z'],
    ['A,snad-classic,20.11.2026 23:15,+03:00', '2026-11-20T20:15:00Z'],
    ['A\tsnad-classic\t20.11.2026 23:15\tGMT', '2026-11-20T23:15:00Z'],
    ['A,snad-classic,20.11.2026 11:15,PM', '2026-11-21T07:15:00Z'],
    ['A,snad-classic,20.11.2026 12:15,a.m.', '2026-11-20T08:15:00Z'],
    ['A,snad-classic,20.11.2026,11:15,PM,MSK', '2026-11-20T20:15:00Z'],
  ])('take a zone and a half of the day from a cell of its own: %s', (text, at) => {
    const { rows, errors, notices } = parse(text);
    expect([errors, notices]).toEqual([[], []]);
    expect(rows[0]?.input.events).toEqual({ disputeOpenedAt: at });
  });

  it.each([
    ['id,kind,moment,tz\nA,snad-classic,2026-11-20 08:15 PST,MSK', 'ask.zones'],
    ['id,kind,moment,tz\nA,snad-classic,2026-11-20 08:15,Mars', 'unreadable.unknown-word'],
    ['A,snad-classic,2026-11-20 08:15,IST', 'ask.zone'],
  ])('ask about a zone that says nothing certain: %s', (text, why) => {
    const { rows, errors } = parse(text);
    expect(rows).toEqual([]);
    expect(errors[0]?.key).toBe(`tool.deadline-planner.moment.${why}`);
  });

  it('leave countries, notes and time that is left beside a zone what they are', () => {
    const { rows, notices } = parse(
      [
        'A,snad-classic,2026-11-20 23:15,USA,call',
        'B,snad-classic,2026-11-20 23:15,DE',
        'C\tsnad-classic\t2026-11-20 23:15\tGMT\tcall, twice',
        'D,snad-classic,2026-11-20 13:15,PM',
      ]
        .join('\n')
        .replace(/\t/g, ','),
    );
    expect(notices).toEqual([]);
    expect(rows.map(({ country, note }) => [country, note])).toEqual([
      ['US', 'call'],
      ['DE', ''],
      [null, 'call, twice'],
      ['PM', ''],
    ]);
    expect(rows[2]?.input.events).toEqual({ disputeOpenedAt: '2026-11-20T23:15:00Z' });
    const left = parse('id,kind,moment,tz\nA,snad-classic,3d 4h,MSK');
    expect(left.rows[0]?.input.shownDue).toEqual({ 'first-answer': '2026-11-24T04:00:00Z' });
  });

  it.each([
    ['id,kind,opened,deadline\nA,snad-classic,2026-11-20 23:15,2026-11-30', 'deadline'],
    ['id,kind,status,opened,paid\nA,snad-classic,closed,2026-11-20 23:15,x', 'status, paid'],
    ['id,kind,opened,created\nA,snad-classic,2026-11-20 23:15,2026-11-19 10:00', 'created'],
    ['订单号,类型,时间,剩余时间\nA,snad-classic,2026-11-20 23:15,3天', '剩余时间'],
  ])('name the columns that nothing is read from: %s', (text, columns) => {
    const { rows, notices } = parse(text);
    expect(rows).toHaveLength(1);
    expect(notices).toMatchObject([
      { line: 1, key: 'tool.deadline-planner.board.notice.columns', values: { columns } },
    ]);
  });

  it.each(['|---|', '---', '----------', '+-----+', '======--'])(
    'a line that only parts others (%s) is none',
    (line) => {
      const row = 'A,snad-classic,2026-11-20 23:15';
      const { rows, errors } = parse(`${line}\n${row}\n${line}`);
      expect(errors).toEqual([]);
      expect(rows).toHaveLength(1);
    },
  );

  it('a kind that was chosen for a name counts for no platform but its own', () => {
    const chosen = new Map([['INR', 'aliexpress.inr']]);
    const rows = (text: string) => parseBoard(text, { ...context, chosen }).rows;
    const header = 'id,kind,moment,platform';
    expect(rows(`${header}\nA,INR,2026-11-20 23:15,`)).toHaveLength(1);
    expect(rows(`${header}\nA,INR,2026-11-20 23:15,eBay`)[0]?.flow).toBe('ebay.request');
    expect(rows(`${header}\nA,INR,2026-11-20 23:15,Ozon`)).toEqual([]);
  });

  it('read the number a spreadsheet keeps a day as, and say what was understood', () => {
    // 46346 is 20 November 2026 counted from 1900; .96875 of a day is 23:15.
    const { rows, notices } = parse(
      'A,snad-classic,46346.96875\nB,snad-classic,46346\nC,snad-classic,2026-11-20',
    );
    expect(rows.map(({ input }) => input.events?.['disputeOpenedAt'])).toEqual([
      '2026-11-21T07:15:00Z',
      '2026-11-20T08:00:00Z',
      '2026-11-20T08:00:00Z',
    ]);
    expect(rows[0]?.understood).toMatchObject({ values: { at: '2026-11-21T07:15:00Z' } });
    expect(rows.map(({ bareDate }) => bareDate)).toEqual([false, true, true]);
    // A day without a time is said, not only marked.
    expect(notices.map(({ line, key }) => [line, key.split('.').at(-1)])).toEqual([
      [2, 'bare-date'],
      [3, 'bare-date'],
    ]);
  });

  it.each([
    ['Order,Reason,Date,Time,Country', '2026-11-20,23:15'],
    ['Order,Reason,Time,Date,Country', '23:15,2026-11-20'],
    ['订单号,类型,日期,时间,国家', '2026年11月20日,23点15分'],
    ['Заказ,Причина,Дата,Время,Страна', '20.11.2026,23.15'],
    ['Bestellung,Grund,Datum,Uhrzeit,Land', '20.11.2026,23:15 Uhr'],
    ['Zamówienie,Powód,Data,Godzina,Kraj', '20.11.2026,godz. 23.15'],
    ['Pedido,Motivo,Fecha,Hora,País', '20/11/2026,23:15'],
    ['주문번호,사유,날짜,시간,국가', '2026년 11월 20일,오후 11시 15분'],
  ])('whose date and time stand in columns of their own are one moment: %s', (header, cells) => {
    const { rows, errors } = parse(`${header}\nA1,aliexpress.inr,${cells},BR`);
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({
      input: { events: { disputeOpenedAt: '2026-11-21T07:15:00Z' }, buyerCountry: 'BR' },
      bareDate: false,
    });
  });

  it('with two whole moments keep the one that was named first, and a day without a time stays one', () => {
    const { rows } = parse(
      'id,flow,opened,date\nA1,aliexpress.inr,2026-11-20 23:15,2026-11-22 10:00\nA2,aliexpress.inr,2026-11-20,',
    );
    expect(rows.map(({ input }) => input.events?.['disputeOpenedAt'])).toEqual([
      '2026-11-21T07:15:00Z',
      '2026-11-20T08:00:00Z',
    ]);
    const { errors } = parse('id,flow,date,time\nA3,aliexpress.inr,,23:15');
    expect(errors).toHaveLength(1);
  });

  it('are led by the deadline the case itself names as next', () => {
    // Opened on the 16th in Los Angeles: the answer was due on the 21st, the talks end on the 23rd.
    const [row] = parse('B,aliexpress.snad-classic,2026-11-16 12:00,US').rows;
    expect(plan({ ...row?.input }, data, '2026-11-22T03:00:00Z')).toMatchObject({
      next: 'negotiation-end',
    });
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
    expect(rows.map((row) => row.id)).toEqual(['A1', 'A5', 'A7', 'A8']);
    expect(rows[2]?.input.shownDue).toEqual({ 'first-answer': '2026-11-25T12:00:00Z' });
    expect(rows[3]?.bareDate).toBe(true);
    expect(errors.map((error) => [error.line, error.key.split('.').slice(2).join('.')])).toEqual([
      [2, 'board.error.flow'],
      [3, 'moment.ask.day-or-month'],
      [4, 'board.error.moment-missing'],
      [7, 'board.error.twice'],
      [8, 'moment.unreadable.no-such-day'],
    ]);
  });

  it('refuse a moment that is an end, which would be taken for the beginning', () => {
    const { rows, errors } = parse(
      [
        'A1\taliexpress.inr\t纠纷将于2026-12-01 23:15自动关闭',
        'A2\taliexpress.inr\tDeadline: 2026-12-01 23:15',
        'A3\taliexpress.inr\tдо 01.12.2026 23:15',
        'A4\taliexpress.inr\t2026-11-20 23:15',
      ].join('\n'),
    );
    expect(rows.map(({ id }) => id)).toEqual(['A4']);
    expect(errors.map(({ key, values }) => [key, values['word']])).toEqual(
      ['将于', 'Deadline', 'до'].map((word) => ['tool.deadline-planner.board.error.end', word]),
    );
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
  it('takes 2,000 rows at once', () => {
    const flows = [...data.flows.keys()];
    const rows = Array.from(
      { length: 2000 },
      (_, i) =>
        `C${i}\t${flows[i % flows.length]}\t2026-${String((i % 9) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')} 10:00\tBR`,
    );
    const board = parse(rows.join('\n'));
    expect(board.rows.length).toBe(2000);
    expect(board.errors).toEqual([]);
  });
  it('reads a cell of a hundred thousand quotes in time that grows with its length', () => {
    const text = (quotes: number) => `A,snad-classic,2026-11-20 23:15,BR,${' "'.repeat(quotes)}`;
    const time = (quotes: number) => {
      const start = process.hrtime.bigint();
      expect(splitRows(text(quotes))).toHaveLength(1);
      return Number(process.hrtime.bigint() - start) / 1e6;
    };
    time(5_000);
    const [short, long] = [time(10_000), time(100_000)];
    // Ten times the text: a square would take a hundred times as long.
    expect(long).toBeLessThan(40 * short + 200);
  });
});

describe('the table', () => {
  it('holds no formula, whatever a cell begins with', () => {
    for (const live of [
      '=1+1',
      '+1',
      '-1',
      '@x',
      '\tx',
      '\rx',
      '\nx',
      '＝1+1',
      '＋1',
      '－1',
      '＠x',
      ' =1+1',
      '\u200b=1+1',
      '\ufeff=1+1',
      '\0=1+1',
    ])
      expect(csvCell(live), JSON.stringify(live)).toMatch(/^"'/);
    expect(csvCell('a\0b')).toBe('"ab"');
    expect(csvCell('x;=1+1')).toBe('"x;=1+1"');
    expect(csvCell('a "quoted", cell')).toBe('"a ""quoted"", cell"');
    expect(csvCell(null)).toBe('""');
    expect(csvCell(12)).toBe('"12"');
  });

  it('keeps digits that are a name: long ones, leading noughts, what looks like a power of ten', () => {
    for (const id of ['8163712345678901', '00123', '12E5', '123456789012'])
      expect(csvCell(id), id).toBe(`"${id}\t"`);
    for (const plain of ['12', '0', '1.5', 'A8163712345678901', '2026-12-03 15:15'])
      expect(csvCell(plain), plain).toBe(`"${plain}"`);
    // And they come back as they went.
    const file = buildCsv([
      ['8163712345678901', '00123', 'a\nb'],
      ['x', '=1', ''],
    ]);
    expect(file.startsWith('\ufeff"')).toBe(true);
    expect(splitRows(file).map(({ cells }) => cells)).toEqual([
      ['8163712345678901', '00123', 'a\nb'],
      ['x', "'=1", ''],
    ]);
  });

  it('of the tool itself can be pasted again: every row of a case is one case', () => {
    const link = encodeInput({
      flow: 'aliexpress.snad-classic',
      events: { disputeOpenedAt: '2026-11-20T10:00:00Z', answeredAt: '2026-11-20T12:00:00Z' },
      buyerCountry: 'BR',
    });
    const row = (deadline: string) => [
      '8163712345678901',
      'AliExpress: not as described, classic flow',
      deadline,
      '2026-11-25T10:00:00Z',
      'a, b; c',
      'Brazil',
      `https://example.org/en/tools/deadline-planner/${link}`,
    ];
    const file = buildCsv([
      ['Case', 'Kind', 'Deadline', 'Ends (UTC)', 'Note', 'Buyer’s country', 'Link'],
      row('First answer'),
      row('End of negotiation'),
    ]);
    const { rows, errors } = parse(file);
    expect(errors).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      id: '8163712345678901',
      flow: 'aliexpress.snad-classic',
      country: 'BR',
      note: 'a, b; c',
      input: { events: { answeredAt: '2026-11-20T12:00:00Z' } },
    });
    expect(plan({ ...parse(file).rows[0]?.input }, data, NOW)).toMatchObject({
      next: 'negotiation-end',
    });
  });
});
