/** Names and tables a board is made of, as people write them. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill/implementation';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { parseBoard, type BoardContext } from './board.ts';
import { dataFrom } from './tool.ts';

setTemporal(Temporal);
const { flows } = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const context: BoardContext = { flows, asOf: '2026-11-21T00:00:00Z' };
const parse = (text: string) => parseBoard(text, context);

describe('names of one meaning', () => {
  // A name that only one platform's kind of case carried would decide the platform by itself.
  const CONCEPTS: [string[], string[]][] = [
    [
      ['货不对版', '物品与描述不符', '商品与描述不符', '描述不符', 'SNAD', 'not as described'],
      ['aliexpress.snad-classic', 'aliexpress.snad-new', 'ebay.request', 'paypal.dispute'],
    ],
    [
      ['未收到货', '没有收到货', '物品未收到', 'INR', 'item not received', 'non-receipt'],
      ['aliexpress.inr', 'ebay.request', 'paypal.dispute'],
    ],
    [
      ['退货', '退货申请', '申请退货', 'return', 'return request', 'возврат'],
      ['aliexpress.return', 'ebay.request', 'ozon.realfbs-return', 'tiktok.return-us'],
    ],
  ];
  it.each(CONCEPTS)('%j mean the same kinds everywhere', (names, known) => {
    // A kind of case that takes one of the names takes them all.
    const kinds = [...flows.values()]
      .filter((flow) => flow.names?.some((name) => names.includes(name)))
      .map(({ id }) => id)
      .sort();
    expect(kinds).toEqual(expect.arrayContaining(known));
    for (const name of names) {
      const [question] = parse(`1\t${name}\t2026-11-20 23:15`).questions;
      expect([...(question?.flows ?? [])].sort(), name).toEqual(kinds);
      for (const platform of new Set(kinds.map((flow) => flow.split('.')[0]))) {
        const board = parseBoard(
          `id,platform,flow,moment\n1,${platform},${name},2026-11-20 23:15`,
          context,
        );
        const met = [...board.rows.map(({ flow }) => flow), ...(board.questions[0]?.flows ?? [])];
        expect(met.length, name).toBeGreaterThan(0);
        for (const flow of met)
          expect(flow.startsWith(`${platform}.`), `${name} ${flow}`).toBe(true);
      }
    }
  });

  it.each([
    ['买家取消', 'aliexpress.cancel-request'],
    ['取消申请', 'aliexpress.cancel-request'],
    ['cancel order', 'aliexpress.cancel-request'],
    ['A到Z索赔', 'amazon.atoz'],
    ['Ozon纠纷', 'ozon.dispute'],
    ['Ozon 退货申请', 'ozon.realfbs-return'],
    ['eBay 物品未收到', 'ebay.request'],
    ['PayPal INR', 'paypal.dispute'],
  ])('%s is %s', (name, flow) => {
    expect(parse(`1\t${name}\t2026-11-20 23:15`).rows[0]).toMatchObject({ flow });
  });

  it.each(['部分退款', 'partial refund'])('%s is no kind of case of one platform', (name) => {
    expect(parse(`1\t${name}\t2026-11-20 23:15`).errors).toHaveLength(1);
  });
});

describe('tables as people keep them', () => {
  it.each([
    '订单编号;问题类型;开启时间;国家/地区;备注\n7;未收货;2026-11-20 23:15;巴西;一；二；三',
    '案件编号、案件类型、时间、国家、备注\n7、未收货、2026-11-20 23:15、巴西、一；二；三',
    '案件编号、案件类型、时间、国家、备注\n7\t未收货\t2026-11-20 23:15\t巴西\t一；二；三',
    '7 | 未收货 | 2026-11-20 23:15 | 巴西 | 一；二；三',
    '7；未收货；2026-11-20 23:15；巴西；一；二；三',
    'order #,issue,date opened,ship to,comments\n7,INR,2026-11-20 23:15,Brazil,一；二；三',
  ])('%j', (text) => {
    const board = parseBoard(text, { ...context, platform: 'aliexpress' });
    expect(board.errors).toEqual([]);
    expect(board.rows).toHaveLength(1);
    expect(board.rows[0]).toMatchObject({
      id: '7',
      flow: 'aliexpress.inr',
      country: 'BR',
      note: '一；二；三',
      input: { events: { disputeOpenedAt: '2026-11-21T07:15:00Z' } },
    });
  });
});

describe('header rows in nine languages', () => {
  const HEADERS: [string, string][] = [
    ['en', 'Order number\tCase type\tOpened at\tCountry\tNotes'],
    ['zh', '订单号\t纠纷类型\t开启时间\t国家\t备注'],
    ['ru', 'Номер заказа\tПричина спора\tДата открытия\tСтрана\tКомментарий'],
    ['ru', '№ заказа;Тип;Дата и время;Страна покупателя;Примечание'],
    ['es', 'Nº de pedido\tMotivo\tFecha de apertura\tPaís\tObservaciones'],
    ['es', 'Pedido;Tipo de disputa;Fecha y hora;País del comprador;Notas'],
    ['pt', 'Número do pedido\tMotivo\tAberta em\tPaís\tObservações'],
    ['pt', 'PEDIDO;TIPO;DATA;PAIS;OBS.'],
    ['fr', 'N° de commande\tMotif du litige\tOuvert le\tPays\tCommentaires'],
    ['fr', 'Commande;Type;Date d’ouverture;Pays de livraison;Remarques'],
    ['de', 'Bestellnummer\tGrund\tEröffnet am\tLand\tBemerkungen'],
    ['de', 'Bestell-Nr.;Art;Zeitpunkt;Zielland;Notiz'],
    ['pl', 'Nr zamówienia\tPowód\tData otwarcia\tKraj\tUwagi'],
    ['pl', 'Zamówienie;Rodzaj sporu;Data i godzina;Kraj dostawy;Komentarz'],
    ['ko', '주문번호\t분쟁 사유\t접수일\t국가\t비고'],
    ['ko', '주문 번호;유형;일시;배송 국가;메모'],
  ];
  it.each(HEADERS)('%s: %s', (_language, header) => {
    const by = header.includes('\t') ? '\t' : ';';
    const row = ['8163712345678901', 'INR', '2026-11-20 23:15', 'BR', 'waits'].join(by);
    const board = parseBoard(`${header}\n${row}`, { ...context, platform: 'aliexpress' });
    expect(board.errors).toEqual([]);
    expect(board.rows).toHaveLength(1);
    expect(board.rows[0]).toMatchObject({
      id: '8163712345678901',
      flow: 'aliexpress.inr',
      country: 'BR',
      note: 'waits',
    });
  });

  it('are read in any order of their columns, and what they lack is named', () => {
    const board = parseBoard('Land;Grund;Bestellnummer;Datum\nBR;INR;7;2026-11-20 23:15', {
      ...context,
      platform: 'aliexpress',
    });
    expect(board.rows[0]).toMatchObject({ id: '7', flow: 'aliexpress.inr', country: 'BR' });
    const without = parse('Страна;Номер заказа;Дата\nBR;7;2026-11-20 23:15');
    expect(without.rows).toEqual([]);
    expect(without.errors.length).toBeGreaterThan(0);
  });
});
