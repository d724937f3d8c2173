/** Names and tables a board is made of, as people write them. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill/implementation';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { KINDS, namesOf, type Kind } from './board-kinds.ts';
import { parseBoard, type BoardContext } from './board.ts';
import { dataFrom } from './tool.ts';

setTemporal(Temporal);
const { flows } = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const context: BoardContext = { flows, asOf: '2026-11-21T00:00:00Z' };
const parse = (text: string) => parseBoard(text, context);

describe('names of one meaning', () => {
  // A name that only one platform's kind of case carried would decide the platform by itself.
  const CONCEPTS: [Kind, string[], string[]][] = [
    [
      'snad',
      ['货不对版', '物品与描述不符', '商品与描述不符', '描述不符', 'SNAD', 'not as described'],
      ['aliexpress.snad-classic', 'aliexpress.snad-new', 'ebay.request', 'paypal.dispute'],
    ],
    [
      'inr',
      ['未收到货', '没有收到货', '物品未收到', 'INR', 'item not received', 'non-receipt'],
      ['aliexpress.inr', 'ebay.request', 'paypal.dispute'],
    ],
    [
      'return',
      ['退货', '退货申请', '申请退货', 'return', 'return request', 'возврат'],
      ['aliexpress.return', 'ebay.request', 'ozon.realfbs-return', 'tiktok.return-us'],
    ],
  ];
  it.each(CONCEPTS)('of %s mean the same kinds everywhere: %j', (concept, names, known) => {
    const kinds = [...flows.values()]
      .filter((flow) => flow.kinds?.includes(concept))
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

  it.each(Object.keys(KINDS) as Kind[])(
    'of %s are asked about wherever they fit several',
    (kind) => {
      const fitting = [...flows.values()].filter((flow) => flow.kinds?.includes(kind));
      expect(fitting.length).toBeGreaterThan(0);
      for (const name of namesOf([kind])) {
        const { rows, questions } = parse(`1\t${name}\t2026-11-20 23:15`);
        expect(rows, name).toEqual([]);
        const asked = questions[0]?.flows ?? [];
        expect(asked, name).toEqual(expect.arrayContaining(fitting.map(({ id }) => id)));
      }
    },
  );

  // One name of each language for what buyers complain about.
  it.each([
    ['did not receive', 'inr'],
    ['没到货', 'inr'],
    ['包裹丢失', 'inr'],
    ['Не получила', 'inr'],
    ['no llego', 'inr'],
    ['Não chegou', 'inr'],
    ['jamais recu', 'inr'],
    ['Nicht angekommen', 'inr'],
    ['paczka nie dotarła', 'inr'],
    ['미수령', 'inr'],
    ['Damaged', 'snad'],
    ['wrong item', 'snad'],
    ['质量问题', 'snad'],
    ['發錯貨', 'snad'],
    ['Брак', 'snad'],
    ['producto dañado', 'snad'],
    ['Chegou quebrado', 'snad'],
    ['abîmé', 'snad'],
    ['Falscher Artikel', 'snad'],
    ['towar niezgodny z opisem', 'snad'],
    ['오배송', 'snad'],
  ] as [string, Kind][])('%s is %s', (name, kind) => {
    const known = [...flows.values()].filter((flow) => flow.kinds?.includes(kind));
    const { questions } = parse(`1\t${name}\t2026-11-20 23:15`);
    expect(questions[0]?.flows).toEqual(known.map(({ id }) => id));
  });

  it.each(['退款', 'Refund', 'возврат денег', 'reembolso', 'Rückerstattung', '환불'])(
    '%s may stand for any case that ends so, on the platform one is at as well',
    (name) => {
      const { rows, questions } = parseBoard(`1\t${name}\t2026-11-20 23:15`, {
        ...context,
        platform: 'aliexpress',
      });
      expect(rows).toEqual([]);
      expect(questions[0]?.flows).toEqual(
        expect.arrayContaining(['aliexpress.inr', 'aliexpress.snad-classic', 'aliexpress.return']),
      );
    },
  );

  it.each([
    ['Item arrived broken', 'aliexpress.snad-classic'],
    ['Buyer did not receive the item yet', 'aliexpress.inr'],
    ['买家说质量问题', 'aliexpress.snad-classic'],
    ['没收到货，要退款', 'aliexpress.inr'],
    ['покупатель: товар повреждён', 'aliexpress.snad-classic'],
    ['buyer wants a refund', 'aliexpress.return'],
  ])('a sentence is asked about, never taken for a name: %s', (sentence, flow) => {
    for (const platform of ['aliexpress', null]) {
      const { rows, questions } = parseBoard(`1\t${sentence}\t2026-11-20 23:15`, {
        ...context,
        platform,
      });
      expect(rows).toEqual([]);
      expect(questions[0]?.flows).toContain(flow);
    }
    // The longest name decides what is asked.
    if (flow === 'aliexpress.inr')
      expect(parse(`1\t${sentence}\t2026-11-20 23:15`).questions[0]?.flows).not.toContain(
        'aliexpress.return',
      );
  });

  it('that say which step has begun put the moment there', () => {
    const at = (row: string) => {
      const { rows } = parseBoard(row, { ...context, platform: 'paypal' });
      return rows[0]?.input;
    };
    const moment = '2026-11-20T23:15:00Z';
    expect(at(`1\tPayPal claim\t${moment}`)?.events).toEqual({ claimOpenedAt: moment });
    expect(at(`1\t索赔\t${moment}`)?.events).toEqual({ claimOpenedAt: moment });
    expect(at('1\tclaim\t8d')?.shownDue).toEqual({ 'claim-answer': '2026-11-29T00:00:00Z' });
    // A word for either says no more than that there is a dispute.
    for (const name of ['PayPal dispute', 'INR', 'Reklamation', 'претензия'])
      expect(at(`1\t${name}\t${moment}`)?.events, name).toEqual({ disputeOpenedAt: moment });
  });

  it('nothing is asked about a sentence without a name, or on a platform that has no such case', () => {
    expect(parse('1\tsome order or other\t2026-11-20 23:15').questions).toEqual([]);
    const ozon = parse('id,platform,flow,moment\n1,ozon,never arrived at all,2026-11-20 23:15');
    expect(ozon.questions).toEqual([]);
    expect(ozon.errors[0]?.key).toBe('tool.deadline-planner.board.error.flow');
  });

  it.each([
    ['A to Z', 'amazon.atoz'],
    ['the A-to-Z claim', 'amazon.atoz'],
    ['A-Z', 'amazon.atoz'],
    ['银行拒付（速卖通）', 'aliexpress.chargeback'],
    ['速卖通买家取消', 'aliexpress.cancel-request'],
    ['取消申请（速卖通）', 'aliexpress.cancel-request'],
    ['AliExpress cancel order', 'aliexpress.cancel-request'],
    ['速卖通 取消', 'aliexpress.cancel-request'],
    ['取消 速卖通', 'aliexpress.cancel-request'],
    ['cancellation on AliExpress', 'aliexpress.cancel-request'],
    ['chargeback (AliExpress)', 'aliexpress.chargeback'],
    ['拒付 全球速卖通', 'aliexpress.chargeback'],
    ['Чарджбэк АлиЭкспресс', 'aliexpress.chargeback'],
    ['未收到货 速卖通', 'aliexpress.inr'],
    ['未收到貨 速賣通', 'aliexpress.inr'],
    ['在速卖通上未收到货', 'aliexpress.inr'],
    ['Спор Ozon', 'ozon.dispute'],
    ['спор на Озон', 'ozon.dispute'],
    ['Возврат на Ozon.ru', 'ozon.realfbs-return'],
    ['SNAD eBay', 'ebay.request'],
    ['not received at PayPal', 'paypal.dispute'],
    ['亚马逊 A-to-z', 'amazon.atoz'],
    ['return TikTok Shop', 'tiktok.return-us'],
    ['经典流程', 'aliexpress.snad-classic'],
    ['A-to-z', 'amazon.atoz'],
    ['A到Z索赔', 'amazon.atoz'],
    ['Ozon纠纷', 'ozon.dispute'],
    ['Ozon 退货申请', 'ozon.realfbs-return'],
    ['eBay 物品未收到', 'ebay.request'],
    ['PayPal INR', 'paypal.dispute'],
  ])('%s is %s', (name, flow) => {
    expect(parse(`1\t${name}\t2026-11-20 23:15`).rows[0]).toMatchObject({ flow });
  });

  it('with a platform behind or before them still ask what that platform leaves open', () => {
    for (const name of [
      'SNAD AliExpress',
      'AliExpress SNAD',
      '货不对版（速卖通）',
      '速卖通货不对版',
    ]) {
      const { questions, rows } = parse(`1\t${name}\t2026-11-20 23:15`);
      expect(rows, name).toEqual([]);
      expect(questions[0]?.flows, name).toEqual(['aliexpress.snad-classic', 'aliexpress.snad-new']);
    }
  });

  const EVERYWHERE = [
    ...['chargeback', 'Chargeback', '拒付', 'cancellation', 'cancel', '取消', '取消订单', 'отмена'],
    ...['appeal', '申诉', 'order', '订单', 'claim', '索赔', '仲裁', 'partial offer', 'dispute'],
    ...[
      '纠纷',
      '爭議',
      'спор',
      'INR',
      'SNAD',
      'return',
      '退货',
      'возврат',
      'inr',
      'realfbs-return',
    ],
  ];
  it.each(EVERYWHERE)('%s is asked about where nothing says the platform', (name) => {
    const board = parse(`1\t${name}\t2026-11-20 23:15\tBR`);
    expect(board.rows).toEqual([]);
    const [question] = board.questions;
    expect(question?.flows.length).toBeGreaterThan(0);
    const [error] = board.errors;
    expect(error?.key).toBe(
      `tool.deadline-planner.board.error.${question?.flows.length === 1 ? 'flow-platform' : 'flow-several'}`,
    );
    expect(error?.values['flows']).toBe(question?.flows.join(', '));
    // A choice settles it, and is no assumption.
    const picked = question?.flows[0] ?? '';
    const settled = parseBoard(`1\t${name}\t2026-11-20 23:15\tBR`, {
      ...context,
      chosen: new Map([[name, picked]]),
    });
    expect(settled.rows[0]?.flow).toBe(picked);
    expect(settled.notices).toEqual([]);
  });

  it('that only the chosen platform settles are read by it, and that is said once', () => {
    const text =
      'A\tchargeback\t2026-11-20 23:15\nB\t拒付\t2026-11-20 23:15\nC\tChargeback\t2026-11-20 23:15\nD\tAliExpress chargeback\t2026-11-20 23:15';
    const board = parseBoard(text, { ...context, platform: 'aliexpress' });
    expect(board.rows.map(({ flow }) => flow)).toEqual(Array(4).fill('aliexpress.chargeback'));
    expect(board.notices).toMatchObject([
      {
        line: 1,
        key: 'tool.deadline-planner.board.notice.platform',
        values: { flow: 'chargeback', flows: 'aliexpress.chargeback' },
      },
      { line: 2, values: { flow: '拒付' } },
    ]);
    // A platform that has no such kind here settles nothing, nor does an empty choice.
    for (const platform of ['ozon', ''])
      expect(
        parseBoard('A\tchargeback\t2026-11-20 23:15', { ...context, platform }).questions,
      ).toMatchObject([{ flows: ['aliexpress.chargeback'] }]);
  });

  it('go by the platform the row names, which must be known', () => {
    const at = '2026-11-20 23:15';
    const { rows, errors, notices } = parseBoard(
      `平台,类型,时间\nOzon.ru,спор,${at}\n速賣通,拒付,${at}\nShopee,INR,${at}\n易贝,chargeback,${at}`,
      { ...context, platform: 'aliexpress' },
    );
    expect(rows.map(({ flow }) => flow)).toEqual(['ozon.dispute', 'aliexpress.chargeback']);
    expect(notices).toEqual([]);
    expect(errors.map(({ line, key }) => [line, key.split('.').at(-1)])).toEqual([
      [4, 'platform'],
      [5, 'flow'],
    ]);
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

describe('tables that are drawn', () => {
  const ROW = { id: '7', flow: 'aliexpress.inr', note: 'a, b' };
  it.each([
    '| Order | Dispute reason | Opened at | Notes |\n|---|:---:|---|---|\n| 7 | INR | Nov 20, 2026, 11:15 PM | a, b |',
    'Order | Reason | Opened at | Notes\n--- | --- | --- | ---\n7 | INR | 2026-11-20 23:15 | a, b',
    '+---+-----+------------------+---+------+\n| 7 | INR | 2026-11-20 23:15 |   | a, b |\n+---+-----+------------------+---+------+',
    '│ 7 │ INR │ 2026-11-20 23:15 │ │ a, b │',
    '| 7 | INR | 2026-11-20 23:15 | - | a, b |',
  ])('%j', (text) => {
    const board = parseBoard(text, { ...context, platform: 'aliexpress' });
    expect(board.errors).toEqual([]);
    expect(board.rows).toHaveLength(1);
    expect(board.rows[0]).toMatchObject({
      ...ROW,
      input: { events: { disputeOpenedAt: '2026-11-21T07:15:00Z' } },
    });
  });

  it('keep a bar that belongs to a cell', () => {
    const text = '| 7 | INR | 2026-11-20 23:15 | BR | a \\| b |\n|---|---|---|---|---|';
    expect(parse(text).questions[0]?.lines).toEqual([1]);
    const { rows } = parseBoard(text, { ...context, platform: 'aliexpress' });
    expect(rows[0]?.note).toBe('a | b');
  });
});

describe('a moment that its own commas cut', () => {
  const at = (row: string) => {
    const { rows, errors } = parseBoard(row, { ...context, platform: 'aliexpress' });
    expect(errors).toEqual([]);
    return rows.map(({ input, country, note }) => [
      input.events?.['disputeOpenedAt'],
      country,
      note,
    ]);
  };
  it.each([
    ['B,INR,Nov 20, 2026, 11:15 PM', null, ''],
    ['B,INR,Nov 20, 2026, 11:15 PM,BR,called, twice', 'BR', 'called, twice'],
    ['B,INR,Fri, Nov 20, 2026, 11:15 PM,BR,x', 'BR', 'x'],
    ['B,INR,20.11.2026, 23:15,RU,x', 'RU', 'x'],
    ['B,INR,20 нояб. 2026 г., 23:15,RU', 'RU', ''],
    ['B,INR,2026年11月20日,23:15,巴西', 'BR', ''],
    ['B,INR,2026-11-20,23:15,BR', 'BR', ''],
    ['id,kind,opened at\nB,INR,Nov 20, 2026, 11:15 PM', null, ''],
    ['id,kind,opened at,country\nB,INR,Friday, 20 November 2026, 23:15,BR', 'BR', ''],
  ])('%j', (row, country, note) => {
    expect(at(row)).toEqual([['2026-11-21T07:15:00Z', country, note]]);
  });

  it('takes nothing from the columns beside it', () => {
    const dawn = '2026-11-20T08:00:00Z';
    expect(at('id,kind,opened at,amount,country\nB,INR,2026-11-20,12:30,BR')).toEqual([
      [dawn, 'BR', ''],
    ]);
    expect(at('B,INR,2026-11-20,BR,23:15 called')).toEqual([[dawn, 'BR', '23:15 called']]);
  });
});

describe('order numbers that a spreadsheet has spoilt', () => {
  const AT = '2026-11-20 23:15';
  const told = (text: string) => {
    const { rows, errors, notices } = parse(text);
    expect(errors).toEqual([]);
    return [
      rows.map(({ id }) => id),
      notices.map(({ line, key }) => [line, key.split('.').at(-1)]),
    ] as const;
  };

  it.each([
    [`8,16371E+15;snad-classic;${AT};BR;x`, '8,16371E+15', 'id-cut'],
    [`8,16371E+15,snad-classic,${AT},BR,x`, '8,16371E+15', 'id-cut'],
    [`"8,16371E+15",snad-classic,${AT},BR,x`, '8,16371E+15', 'id-cut'],
    [`8,16371E+15\tsnad-classic\t${AT}\tBR\tx`, '8,16371E+15', 'id-cut'],
    [`8163710000000000,snad-classic,${AT},BR,x`, '8163710000000000', 'id-rounded'],
    [`8,163,710,000,000,000,snad-classic,${AT},BR,x`, '8163710000000000', 'id-rounded'],
    [`#######,snad-classic,${AT},BR,x`, '#######', 'id-hidden'],
    [`#REF!;snad-classic;${AT};BR;x`, '#REF!', 'id-error'],
    [`#N/A\tsnad-classic\t${AT}\tBR\tx`, '#N/A', 'id-error'],
    [`#ЗНАЧ!,snad-classic,${AT},BR,x`, '#ЗНАЧ!', 'id-error'],
    [`2024/3/1,snad-classic,${AT},BR,x`, '2024/3/1', 'id-date'],
    [`3月1日,snad-classic,${AT},BR,x`, '3月1日', 'id-date'],
  ])('%s', (row, id, damage) => {
    expect(told(row)).toEqual([[`${id} #1`], [[1, damage]]]);
    const { rows } = parse(row);
    expect(rows[0]).toMatchObject({ flow: 'aliexpress.snad-classic', country: 'BR', note: 'x' });
  });

  it('are told under a header, wherever the column stands', () => {
    expect(
      told(`类型;订单号;时间\nsnad-classic;8,16371E+15;${AT}\nsnad-new;8163712345678901;${AT}`),
    ).toEqual([['8,16371E+15 #2', '8163712345678901'], [[2, 'id-cut']]]);
    expect(told(`flow,order,moment\nsnad-classic,8,16371E+15,${AT}`)).toEqual([
      ['8,16371E+15 #2'],
      [[2, 'id-cut']],
    ]);
  });

  it('are told of a column that was rounded as a whole', () => {
    const rows = (ids: string[]) =>
      told(ids.map((id) => `${id}\tsnad-classic\t${AT}`).join('\n'))[1].map(([line]) => line);
    expect(rows(['8163712345678900', '8163712345678910', '8163712345678920'])).toEqual([1, 2, 3]);
    expect(rows(['8163712345678900', '8163712345678911', '8163712345678920'])).toEqual([]);
    expect(rows(['8163712345678900', '8163712345678910'])).toEqual([1, 2]);
    expect(rows(['8163712345678900'])).toEqual([]);
  });

  it('are told where two of them became one number, and both cases stay', () => {
    const two = (moment: string) =>
      parse(
        `8163712345678900\tsnad-classic\t${AT}\n8163712345678900\tsnad-classic\t${moment}\n8163712345678911\tsnad-classic\t${AT}`,
      );
    const { rows, notices } = two('2026-11-20 23:20');
    expect(rows.map(({ id }) => id)).toEqual([
      '8163712345678900',
      '8163712345678900 #2',
      '8163712345678911',
    ]);
    expect(notices.map(({ line, key }) => [line, key.split('.').at(-1)])).toEqual([
      [2, 'id-rounded'],
    ]);
    // The same row again is the same case.
    expect(two(AT).errors.map(({ line, key }) => [line, key.split('.').at(-1)])).toEqual([
      [2, 'twice'],
    ]);
  });

  it('that are sound keep their name, with decimal commas elsewhere', () => {
    expect(told(`8163712345678901;snad-classic;${AT};BR;1,5 kg`)[1]).toEqual([]);
    expect(parse(`7;snad-classic;${AT};BR;1,5 kg`).rows[0]?.note).toBe('1,5 kg');
    expect(parse(`7,snad-classic,${AT},BR,2;3`).rows[0]?.note).toBe('2;3');
  });
});

describe('a link in a row', () => {
  it.each([
    ['#?', '#%3F'],
    ['&', '&amp;'],
    ['&', ';'],
    ['=', '＝'],
    ['#?', '?'],
    ['#?', '#“?'],
  ])('is read where %s became %s', (what, by) => {
    const link =
      'https://example.org/en/tools/deadline-planner/#?events.disputeOpenedAt=2026-11-20T10%3A00%3A00Z&flow=aliexpress.snad-classic&v=1';
    const { rows, errors } = parse(`Case\tLink\n7\t${link.replaceAll(what, by)}`);
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({
      flow: 'aliexpress.snad-classic',
      input: { events: { disputeOpenedAt: '2026-11-20T10:00:00Z' } },
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

  it.each([
    'Order no.,Dispute reason,Dispute opened',
    'Case number;Reason for the claim;Date of dispute',
    'Order;Complaint type;Claim date',
    'Order;Return reason;Opened at',
    '订单号;投诉原因;投诉时间',
    '订单号;退款原因;纠纷日期',
    'Номер заказа;Причина обращения;Дата спора',
    'Pedido;Motivo de la reclamación;Fecha de la disputa',
    'Pedido;Motivo da devolução;Data da reclamação',
    'Commande;Motif de la réclamation;Date du litige',
    'Bestellung;Rückgabegrund;Datum des Streitfalls',
    'Zamówienie;Powód reklamacji;Data sporu',
    '주문번호;반품 사유;분쟁 일시',
  ])('name what they are about: %s', (header) => {
    const by = header.includes(';') ? ';' : ',';
    const board = parseBoard(`${header}\n${['7', 'INR', '2026-11-20 23:15'].join(by)}`, {
      ...context,
      platform: 'aliexpress',
    });
    expect(board.errors).toEqual([]);
    expect(board.rows[0]).toMatchObject({ id: '7', flow: 'aliexpress.inr' });
  });

  it.each([
    'Order;Reason;Return date',
    'Order;Reason;Order date',
    'Order;Reason;Dispute deadline',
    'Order;Reason;Refund amount',
  ])('take no other date for the moment: %s', (header) => {
    const { rows, errors } = parse(`${header}\n7;INR;2026-11-20 23:15`);
    expect(rows).toEqual([]);
    expect(errors[0]?.key).toContain('error.header.moment');
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
