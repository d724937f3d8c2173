import { describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from './calculate.ts';
import { markOf, namedBy, namedInHeader, together } from './read/currency-of.ts';
import { amountFrom, isBracketed } from './read/values.ts';

const ok = async (input: object): Promise<DisputeLogOk> => {
  const answer = await calculate(input, '2026-11-29T00:00:00Z');
  expect(answer.kind, JSON.stringify(answer).slice(0, 400)).toBe('ok');
  return answer as DisputeLogOk;
};
const disputes = (...amounts: string[]) =>
  `order id;dispute date;reason;amount\n${amounts.map((each, i) => `A${String(i)};2026-01-${String(10 + i)};damaged;${each}`).join('\n')}\n`;

/** As a sign and what it may be. */
const named = (text: string) => {
  const found = namedBy(markOf(text));
  return found && [found.sign, ...found.codes].join(' ');
};

describe('the currency of an amount', () => {
  it.each([
    ['12,50 zł', 'PLN PLN'],
    ['HK$12.50', 'HKD HKD'],
    ['NT$ 300', 'TWD TWD'],
    ['US $12.64', 'USD USD'],
    ['R$ 62,90', 'BRL BRL'],
    ['$12.50 USD', 'USD USD'],
    ['AUD $12.50', 'AUD AUD'],
    ['CN¥5', 'CNY CNY'],
    ['CN￥ 1,083.30', 'CNY CNY'],
    ['RMB 5', 'CNY CNY'],
    ['¥5元', 'CNY CNY'],
    ['JPY ¥500', 'JPY JPY'],
    ['5 Kč', 'CZK CZK'],
    ['EUR 5', 'EUR EUR'],
    ['eur 5', 'EUR EUR'],
    ['5 €', 'EUR EUR'],
    ['฿5', 'THB THB'],
    ['- 5 [EUR]', 'EUR EUR'],
    // Signs of several: what they may be, and no choice among them.
    ['￥5', '¥ CNY JPY'],
    ['5 kr', 'KR SEK NOK DKK ISK'],
    ['1 990,50 руб.', 'РУБ RUB BYN'],
    ['5 lei', 'LEI RON MDL'],
    ['C$ 5', 'C$ CAD NIO'],
    ['₩500', '₩ KRW KPW'],
    // Known to nobody here, or at odds with itself, and so none of the others.
    ['J$5', 'J$'],
    ['€5 USD', '€ USD'],
    ['5 pieces of it and more', 'PIECES OF IT'],
    ['-12,50', null],
    ['1 990,50', null],
    ["1'990.50", null],
    ['(5)', null],
  ])('%s is in %s', (text, currency) => {
    expect(named(text)).toBe(currency);
  });

  it.each(['$5', '5$', '$ 5'])('%s may be any dollar', (text) => {
    const found = namedBy(markOf(text));
    expect(found?.sign).toBe('$');
    for (const code of ['USD', 'AUD', 'CAD', 'MXN', 'SGD', 'HKD', 'NZD'])
      expect(found?.codes).toContain(code);
  });

  it('of a header stands in brackets at its end, behind a comma, or as its last sign', () => {
    const header = (text: string) => {
      const found = namedInHeader(text);
      return found && [found.sign, ...found.codes].join(' ');
    };
    expect(header('amount (usd)')).toBe('USD USD');
    expect(header('Amount [EUR] ')).toBe('EUR EUR');
    expect(header('金额(元)')).toBe('CNY CNY');
    expect(header('стоимость, руб.')).toBe('РУБ RUB BYN');
    expect(header('Betrag €')).toBe('EUR EUR');
    expect(header('amount ¥')).toBe('¥ CNY JPY');
    // Words that are none, and codes that are words: `all` is the lek of Albania.
    for (const text of ['amount', 'amount all', 'amount (total)', 'price, net', '(usd) amount', ''])
      expect(header(text), text).toBeNull();
  });

  it('is what two witnesses say together, the first of them before the other', () => {
    const [dollar, usd, eur] = [namedBy('$'), namedBy('usd'), namedBy('eur')];
    expect(together(null, usd)).toBe(usd);
    expect(together(usd, null)).toBe(usd);
    expect(together(null, null)).toBeNull();
    expect(together(dollar, usd)).toEqual({ sign: 'USD', codes: ['USD'] });
    expect(together(usd, eur)).toBe(usd);
    expect(together(dollar, eur)).toBe(dollar);
    expect(
      together({ sign: '$', codes: ['USD', 'AUD', 'CAD'] }, { sign: 'D', codes: ['AUD', 'CAD'] }),
    ).toEqual({ sign: '$', codes: ['AUD', 'CAD'] });
  });

  it('keeps it out of sums of amounts that name none, or another', async () => {
    const { money, fixFirst } = await ok({
      disputes: disputes('10,00', '20,00', '12,50 zł', 'HK$ 9,00'),
    });
    expect(money).toEqual({ currency: null, total: '30.00', otherCurrencies: 2, noLoss: 0 });
    expect(fixFirst).toEqual([]);
  });

  it('keeps other currencies out of what a group cost, too, where most name none', async () => {
    const { fixFirst } = await ok({
      disputes:
        'order id;dispute date;reason;product;amount\n1;2026-01-10;wrong item;a;10,00\n2;2026-01-11;wrong item;a;20,00\n3;2026-01-12;wrong item;a;12,50 zł\n',
    });
    expect(fixFirst.map(({ count, money }) => [count, money])).toEqual([[3, '30.00']]);
  });

  it('of a sign that several have is asked for, and summed under the sign until then', async () => {
    const { money, files } = await ok({ disputes: disputes('$10.00', '$20.00', 'US$5.00') });
    expect(money).toEqual({ currency: '$', total: '30.00', otherCurrencies: 1, noLoss: 0 });
    expect(files[0]?.unclear).toMatchObject([{ sign: '$', count: 2 }]);
    expect(files[0]?.unclear[0]?.codes).toContain('MXN');
    expect(files[0]?.taken).toEqual([]);
    const asked = await ok({
      disputes: disputes('$10.00', '$20.00', 'US$5.00', '7.00'),
      moneyIn: 'aud',
    });
    expect(asked.money).toEqual({ currency: 'AUD', total: '37.00', otherCurrencies: 1, noLoss: 0 });
    expect(asked.files[0]).toMatchObject({
      unclear: [],
      taken: [{ currency: 'AUD', from: 'asked', count: 3 }],
    });
  });

  it('of a sign is not one that never has it, whatever was said', async () => {
    const { money, files } = await ok({ disputes: disputes('$10.00'), moneyIn: 'EUR' });
    expect(money?.currency).toBe('$');
    expect(files[0]).toMatchObject({ unclear: [{ sign: '$', count: 1 }], taken: [] });
  });

  it('is told by a column beside it before anything else, in whatever way it writes it', async () => {
    const log = (rows: string) =>
      ok({ disputes: `order id;dispute date;reason;amount;currency\n${rows}`, moneyIn: 'NZD' });
    const { money, files } = await log(
      '1;2026-01-10;damaged;$10.00;cad\n2;2026-01-11;damaged;$5.00;CAD\n3;2026-01-12;damaged;1.00;Cad \n4;2026-01-12;late;2.00;RMB\n',
    );
    expect(money).toEqual({ currency: 'CAD', total: '16.00', otherCurrencies: 1, noLoss: 0 });
    expect(files[0]).toMatchObject({ unclear: [], taken: [] });
    // A figure that says its own currency has it, whatever the column says; a word beside it is none.
    expect((await log('1;2026-01-10;late;10.00 USD;CNY\n')).money?.currency).toBe('USD');
    expect((await log('1;2026-01-10;late;€10.00;CNY\n')).money?.currency).toBe('EUR');
    expect((await log('1;2026-01-10;late;10.00 net;CNY\n')).money?.currency).toBe('CNY');
    // Of a sign that never means the currency of the column, it is said who told it.
    const torn = await log('1;2026-01-10;late;$10.00;CNY\n2;2026-01-10;late;¥1.00;CNY\n');
    expect(torn.files[0]?.taken).toEqual([{ currency: 'NZD', from: 'asked', count: 1 }]);
    // The column says a sign of several, the cell which.
    expect((await log('1;2026-01-10;late;MX$10.00;$\n')).money?.currency).toBe('MXN');
    // Interfaces write the number of ISO 4217, a spreadsheet cuts its nought, and what is none stays what it is.
    for (const [number, code] of [
      ['643', 'RUB'],
      ['036', 'AUD'],
      ['36', 'AUD'],
      ['8', 'ALL'],
      ['967', 'ZMW'],
      ['999', '999'],
      ['0643', '0643'],
    ])
      expect((await log(`1;2026-01-10;late;10.00;${number}\n`)).money?.currency).toBe(code);
    // A blank cell of the column says nothing.
    expect((await log('1;2026-01-10;late;$10.00;\n')).money?.currency).toBe('NZD');
  });

  it('is told by the header where the cells do not, and it is said', async () => {
    const log = (header: string, ...amounts: string[]) =>
      ok({
        disputes: disputes(...amounts).replace(';amount', `;${header}`),
        mapping: { amount: header },
        moneyIn: 'CAD',
      });
    const { money, files } = await log('Refund (AUD)', '$10.00', '2.00', '€3.00');
    expect(money).toEqual({ currency: 'AUD', total: '12.00', otherCurrencies: 1, noLoss: 0 });
    expect(files[0]?.taken).toEqual([{ currency: 'AUD', from: 'header', count: 2 }]);
    // A header of several signs leaves it to who was asked.
    const dollars = await log('Refund ($)', '10.00');
    expect(dollars.files[0]?.taken).toEqual([{ currency: 'CAD', from: 'asked', count: 1 }]);
  });

  it('that nobody has is refused', async () => {
    const answer = await calculate(
      { disputes: disputes('5'), moneyIn: 'XYZ' },
      '2026-11-29T00:00:00Z',
    );
    expect(answer).toEqual({
      kind: 'invalid',
      issues: [{ path: 'moneyIn', key: 'tool.dispute-log.error.currency', values: {} }],
    });
  });

  it('of two as frequent is the same whatever the order of the rows', async () => {
    const rows = ['5 EUR', '7 PLN'];
    const [there, back] = [
      await ok({ disputes: disputes(...rows) }),
      await ok({ disputes: disputes(...rows.toReversed()) }),
    ];
    expect([there.money?.currency, back.money?.currency]).toEqual(['EUR', 'EUR']);
  });

  it('decides how many of its smallest units make one', async () => {
    const record = (id: number, currency: string) => ({
      reverseOrderLineId: id,
      tradeOrderId: id,
      gmtCreate: '2026-01-10 10:00:00',
      tradeOrderGmtCreate: '2026-01-01 10:00:00',
      item: { itemUnitPrice: { cent: 1234, currency } },
    });
    const total = async (currency: string) =>
      (await ok({ disputes: JSON.stringify([record(1, currency)]) })).money?.total;
    expect([await total('USD'), await total('JPY'), await total('KWD')]).toEqual([
      '12.34',
      '1234.00',
      '1.23',
    ]);
  });
});

describe('an amount in brackets', () => {
  it.each(['(12,50)', '(12.50) EUR', '$(5)', '（12.50）', ' (1 990,50) '])(
    'is not read: %s',
    (text) => {
      expect(isBracketed(text)).toBe(true);
      expect(amountFrom(text, null)).toBeNull();
    },
  );
  it.each(['12.50', '-12.50', '12.50 (EUR)', '()'])('is another thing than %s', (text) => {
    expect(isBracketed(text)).toBe(false);
  });
  it('is told by its own name and in no sum', async () => {
    const { files, money } = await ok({ disputes: disputes('(12,50)', '10,00', 'soon') });
    expect(files[0]).toMatchObject({ bracketed: 1, badAmounts: 1 });
    expect(money?.total).toBe('10.00');
  });
});

describe('one case of each product of an order', () => {
  const head =
    'Номер отправления;Артикул товара;Дата оформления заказа;Дата возврата;Статус возврата;Причина возврата;Стоимость товара';
  it('is counted once in reports of Ozon that were fetched twice', async () => {
    const { files, counts } = await ok({
      disputes: [
        `${head}\n65-1;ART-1;01.09.2026;10.10.2026;;Брак;5,00\n65-1;ART-2;01.09.2026;10.10.2026;;Брак;5,00\n`,
        // Days later the day and the reason of the same return are others.
        `${head}\n65-1;ART-1;01.09.2026;14.10.2026;;Товар не подошёл;5,00\n65-2;ART-1;01.09.2026;14.10.2026;;Брак;5,00\n`,
      ],
    });
    expect(counts.cases).toBe(3);
    expect(files.map(({ left }) => left)).toEqual([[], [{ row: 2, why: 'same-case' }]]);
  });
  it('is another case where the kind of file does not say so', async () => {
    const { counts } = await ok({
      disputes:
        'order id,dispute date,product,reason\n1,2026-01-10,a,late\n1,2026-02-10,a,damaged\n',
    });
    expect(counts.cases).toBe(2);
  });
});

describe('other names', () => {
  it('of Wildberries in Russian are known', async () => {
    const { files, causes } = await ok({
      disputes:
        'Артикул WB;Дата заказа на возврат;Причина возврата;Статус возврата\n12345;2026-09-10;Брак;\n12346;2026-09-11;Брак;\n',
    });
    expect(files[0]).toMatchObject({ preset: 'wildberries-returns-ru', used: 2 });
    expect(causes[0]?.id).toBe('defective');
  });
});

describe('order numbers that look rounded', () => {
  const rows = (count: number) =>
    `order id,order date\n${Array.from({ length: count }, (_, i) => `81234567890${String(12 + i)}000,2026-01-11`).join('\n')}\n`;
  it('are told from three on: one of two may be chance', async () => {
    expect((await ok({ rows: rows(2) })).files[0]?.roundedIds).toBe(0);
    expect((await ok({ rows: rows(3) })).files[0]?.roundedIds).toBe(3);
  });
});
