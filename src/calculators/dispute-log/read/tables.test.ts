import { describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from '../calculate.ts';
import { encodeIn, workbook } from '../testing/make.ts';

const NOW = '2026-11-29T00:00:00Z';
const ok = async (input: object): Promise<DisputeLogOk> => {
  const answer = await calculate(input, NOW);
  expect(answer.kind, JSON.stringify(answer).slice(0, 400)).toBe('ok');
  return answer as DisputeLogOk;
};
const days = Array.from({ length: 50 }, (_, i) => `2026-0${String(1 + (i % 9))}-11`);
const ORDERS = [
  ['order id', 'order date', 'product'],
  ...days.map((day, i) => [`A${String(i)}`, day, 'lamp']),
];
const DISPUTES = [
  ['order id', 'dispute date', 'reason'],
  ...days.slice(0, 12).map((day, i) => [`A${String(i)}`, day.replace('-11', '-20'), 'damaged']),
];
const csv = (rows: string[][]) => rows.map((row) => row.join(',')).join('\n');
const named = (rows: string[][]) =>
  rows.slice(1).map((row) => Object.fromEntries(rows[0]?.map((name, i) => [name, row[i]]) ?? []));
const html = (rows: string[][]) =>
  `<table>${rows.map((row) => `<tr>${row.map((each) => `<td>${each}</td>`).join('')}</tr>`).join('')}</table>`;
const excelXml = (...sheets: string[][][]) =>
  `<?xml version="1.0"?><Workbook>${sheets
    .map(
      (rows, i) =>
        `<Worksheet ss:Name="S${String(i)}"><Table>${rows.map((row) => `<Row>${row.map((each) => `<Cell><Data>${each}</Data></Cell>`).join('')}</Row>`).join('')}</Table></Worksheet>`,
    )
    .join('')}</Workbook>`;
const few = (rows: string[][]) => rows.slice(0, 4);

describe('a file with two tables', () => {
  const bytes = (text: string) => ({ name: 'both', bytes: new TextEncoder().encode(text) });
  it.each([
    ['JSON', bytes(JSON.stringify({ data: { orders: named(ORDERS), disputes: named(DISPUTES) } }))],
    ['HTML called .xls', bytes(`<html>${html(ORDERS)}${html(DISPUTES)}</html>`)],
    ['Excel’s own XML', bytes(excelXml(ORDERS, DISPUTES))],
    ['CSV with a blank line between', bytes(`${csv(ORDERS)}\n\n${csv(DISPUTES)}`)],
    ['CSV without one', bytes(`${csv(ORDERS)}\n${csv(DISPUTES)}`)],
    ['a sheet', { name: 'both', bytes: workbook([{ name: 's', rows: [...ORDERS, ...DISPUTES] }]) }],
  ])('is read as both: %s', async (_, rows) => {
    const { files, counts } = await ok({ rows });
    expect(files.map(({ role, rows: all, used }) => [role, all, used])).toEqual([
      ['orders', 50, 50],
      ['disputes', 12, 12],
    ]);
    expect(counts).toMatchObject({ orders: 50, disputedOrders: 12, unmatched: 0 });
  });

  it('is so however short they are, the better header below the other, and in its own alphabet', async () => {
    const chinese = [
      ['订单号', '纠纷日期', '纠纷原因'],
      ['A0', '2026-01-20', '破损'],
    ];
    const { files, counts, causes } = await ok({
      rows: {
        name: 'both',
        bytes: encodeIn('gb18030', `${csv(few(ORDERS))}\n\n${csv(chinese)}\n`),
      },
    });
    expect(files.map(({ role, used }) => [role, used])).toEqual([
      ['orders', 3],
      ['disputes', 1],
    ]);
    expect(counts).toMatchObject({ orders: 3, disputedOrders: 1 });
    expect(causes[0]?.id).toBe('damaged');
  });

  it('is one where the line above says which days and orders it is of', async () => {
    const { files } = await ok({
      rows: `下单时间,2026-01-01 ~ 2026-09-30,订单状态,全部\n\n${csv(few(ORDERS))}\n`,
    });
    expect(files.map(({ headerRow, rows, used }) => [headerRow, rows, used])).toEqual([[3, 3, 3]]);
  });

  it('names lists and sheets that are not read', async () => {
    const { files, refused } = await ok({
      rows: bytes(
        JSON.stringify({ orders: named(ORDERS), filters: [{ name: 'a', value: 1, label: 'b' }] }),
      ),
    });
    expect(files.length).toBe(1);
    expect(refused).toEqual([{ name: 'both · filters', why: 'other-list' }]);
    const book = await ok({
      rows: {
        name: 'book.xlsx',
        bytes: workbook([
          { name: 'data', rows: ORDERS },
          { name: 'old', rows: DISPUTES, hidden: true },
        ]),
      },
    });
    expect(book.refused).toEqual([{ name: 'book.xlsx · old', why: 'hidden' }]);
  });
});

describe('a file of disputes that names days of orders too', () => {
  const rows = (blank: boolean) =>
    [
      '订单号,下单时间,纠纷时间,产品,纠纷原因',
      ...Array.from(
        { length: 40 },
        (_, i) => `A${String(i)},2026-01-11,${blank && i === 7 ? '' : '2026-01-20'},lamp,破损`,
      ),
    ].join('\n');
  it('is no list of orders, and makes no rate', async () => {
    const { files, counts, byOrder, delay } = await ok({ rows: rows(false) });
    expect(files[0]).toMatchObject({ role: 'disputes', onlyDisputes: true, used: 40 });
    expect(counts).toMatchObject({ orders: null, disputedOrders: null, cases: 40 });
    expect(byOrder).toBeNull();
    expect(delay?.median).toBe(9);
  });
  it('is one where a single order has no dispute', async () => {
    const { files, counts } = await ok({ rows: rows(true) });
    expect(files[0]).toMatchObject({ role: 'rows', onlyDisputes: false });
    expect(counts).toMatchObject({ orders: 40, disputedOrders: 39 });
  });
});

describe('a known export in which every row is disputed', () => {
  const head = '订单号,订单状态,下单时间,订单金额,收货国家,买家选择物流,纠纷时间';
  const lines = (last: string) =>
    `${head}\n1,已结束,01/05/2026 10:00,CN￥ 5.00,Poland,x,01/20/2026 10:00\n2,已结束,01/06/2026 10:00,CN￥ 5.00,Spain,x,${last}\n`;
  const mapping = { disputedAt: '纠纷时间' };

  it('makes no rate, though its kind is one of orders, and it is said', async () => {
    const { files, counts, byOrder, forecast, groups, fixFirst } = await ok({
      rows: lines('01/21/2026 10:00'),
      mapping,
    });
    expect(files[0]).toMatchObject({
      preset: 'aliexpress-orders',
      role: 'disputes',
      onlyDisputes: true,
      used: 2,
    });
    expect(counts).toMatchObject({ orders: null, disputedOrders: null, cases: 2 });
    expect([byOrder, forecast]).toEqual([null, null]);
    expect(groups.country?.map(({ base, shrunk }) => [base, shrunk])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(fixFirst.every(({ base, half }) => base === null && half.den === null)).toBe(true);
  });

  it('makes one where an order has no dispute', async () => {
    const { files, counts } = await ok({ rows: lines(''), mapping });
    expect(files[0]).toMatchObject({ role: 'rows', onlyDisputes: false });
    expect(counts).toMatchObject({ orders: 2, disputedOrders: 1 });
  });

  const returns =
    'return-date,order-id,sku,detailed-disposition,reason\n2026-01-20,A1,x,SELLABLE,DEFECTIVE\n';
  it('is no list of orders, whatever it was said to be', async () => {
    const { files, counts } = await ok({ orders: returns });
    expect(files[0]).toMatchObject({
      preset: 'amazon-fba-returns',
      role: 'disputes',
      onlyDisputes: true,
    });
    expect(counts).toMatchObject({ orders: null, cases: 1 });
  });

  it('is what it is where it was said to be disputes, or found out', async () => {
    for (const each of [{ disputes: returns }, { rows: returns }]) {
      const { files } = await ok(each);
      expect(files[0]).toMatchObject({ role: 'disputes', onlyDisputes: false });
    }
  });

  it('with no row at all says nothing of the kind', async () => {
    const { files } = await ok({ rows: 'order id,order date,dispute date\n' });
    expect(files[0]).toMatchObject({ role: 'rows', onlyDisputes: false, rows: 0 });
  });
});

describe('headers of other languages', () => {
  it.each([
    ['Bestellnummer;Bestelldatum;Rückgabedatum;Artikel;Rückgabegrund;Land'],
    ['Numéro de commande;Date de commande;Date de retour;Produit;Motif;Pays'],
    ['Número de pedido;Fecha del pedido;Fecha de devolución;Producto;Motivo;País'],
    ['Número do pedido;Data do pedido;Data da devolução;Produto;Motivo;País'],
    ['Numero ordine;Data ordine;Data reso;Prodotto;Motivo;Paese'],
    ['Numer zamówienia;Data zamówienia;Data zwrotu;Produkt;Powód zwrotu;Kraj'],
    ['Sipariş No;Sipariş Tarihi;İade Tarihi;Ürün;İade Nedeni;Ülke'],
    ['注文番号;注文日;返品日;商品名;返品理由;国'],
    ['주문번호;주문일;반품일;상품명;반품사유;국가'],
    ['Nomor Pesanan;Tanggal Pesanan;Tanggal Pengembalian;Produk;Alasan;Negara'],
    ['رقم الطلب;تاريخ الطلب;تاريخ الإرجاع;sku;السبب;الدولة'],
  ])('are known where they are usual words: %s', async (header) => {
    const { files } = await ok({
      rows: `${header}\nA1;2026-01-05;2026-01-20;a;b;c\nA2;2026-01-06;;a;;c\n`,
    });
    expect(Object.keys(files[0]?.columns ?? {}).sort()).toEqual([
      'country',
      'disputedAt',
      'orderId',
      'orderedAt',
      'product',
      'reason',
    ]);
    expect(files[0]).toMatchObject({ role: 'rows', used: 2 });
  });

  it('are named where they are not, so that columns can be chosen', async () => {
    const text = 'Uimhir;Lá;Cúis\n7;2026-01-20;briste\n';
    expect(await calculate({ rows: text }, NOW)).toEqual({
      kind: 'incomplete',
      missing: ['mapping.disputedAt'],
      headers: ['uimhir', 'lá', 'cúis'],
    });
    const { files, counts, unknownReasons } = await ok({
      rows: text,
      mapping: { orderId: 'Uimhir', disputedAt: 'lá', reason: 3 },
    });
    expect(files[0]).toMatchObject({ role: 'disputes', used: 1 });
    expect(counts.cases).toBe(1);
    expect(unknownReasons.codes).toEqual([{ text: 'briste', count: 1 }]);
  });
});

describe('a line of totals', () => {
  it.each(['Итого;;;;;1 990,50', 'Всего: 3;;;;;', '合计;;;;;99', 'Total;;;;;5', '总和3;;;;;'])(
    'is told in its own alphabet: %s',
    async (footer) => {
      const { files } = await ok({
        rows: `order id;order date;dispute date;product;reason;amount\nA1;2026-01-11;2026-01-20;lamp;damaged;5,00\nA2;2026-01-12;;lamp;;\n${footer}\n`,
      });
      expect(files[0]?.left).toEqual([{ row: 4, why: 'footer' }]);
    },
  );
  it('is no product that begins like one', async () => {
    const { files } = await ok({
      rows: 'order date;dispute date;product\n2026-01-11;;Totally lamp\n2026-01-12;2026-01-20;Итоговый\n',
    });
    expect(files[0]?.left).toEqual([]);
  });
});
