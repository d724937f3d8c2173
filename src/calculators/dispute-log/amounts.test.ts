import { describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from './calculate.ts';
import { amountFrom, currencyIn, isBracketed } from './read/values.ts';

const ok = async (input: object): Promise<DisputeLogOk> => {
  const answer = await calculate(input, '2026-11-29T00:00:00Z');
  expect(answer.kind, JSON.stringify(answer).slice(0, 400)).toBe('ok');
  return answer as DisputeLogOk;
};
const disputes = (...amounts: string[]) =>
  `order id;dispute date;reason;amount\n${amounts.map((each, i) => `A${String(i)};2026-01-${String(10 + i)};damaged;${each}`).join('\n')}\n`;

describe('the currency of an amount', () => {
  it.each([
    ['12,50 zł', 'PLN'],
    ['HK$12.50', 'HKD'],
    ['NT$ 300', 'TWD'],
    ['US $12.64', 'USD'],
    ['$12.50 USD', 'USD'],
    ['$5', 'USD'],
    ['1 990,50 руб.', 'RUB'],
    ['1990 р.', 'RUB'],
    ['CN¥5', 'CNY'],
    ['￥5', 'CNY'],
    ['RMB 5', 'CNY'],
    ['5 Kč', 'CZK'],
    ['EUR 5', 'EUR'],
    ['eur 5', 'EUR'],
    // Known to nobody here, and so none of the others.
    ['5 kr', 'KR'],
    ['J$5', 'J$'],
    ['-12,50', null],
    ['1 990,50', null],
    ["1'990.50", null],
  ])('%s is in %s', (text, currency) => {
    expect(currencyIn(text)).toBe(currency);
  });

  it('keeps it out of sums of amounts that name none, or another', async () => {
    const { money } = await ok({ disputes: disputes('10,00', '20,00', '12,50 zł', 'HK$ 9,00') });
    expect(money).toEqual({ currency: null, total: '30.00', otherCurrencies: 2, noLoss: 0 });
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
