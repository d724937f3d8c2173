import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTemporal } from '../shared/time.ts';
import { readAmounts } from './amounts.ts';
import { languageOf, languagesIn } from './languages.ts';
import { readMoments } from './moments.ts';
import { readIds } from './order-ids.ts';
import { compilePattern, PatternIndex } from './pattern.ts';
import { createPlatforms } from './platforms.ts';
import { isSlipOf, slipReader } from './slips.ts';
import { fold, tokensOf } from './tokens.ts';

await loadTemporal();

describe('pieces of a text', () => {
  const words = (text: string) => tokensOf(text).map(({ word }) => word);

  it('are words, figures, and single signs where words have no spaces', () => {
    expect(words('My parcel, order 12')).toEqual(['my', 'parcel', 'order', '12']);
    expect(words('没收到iPhone 13')).toEqual(['没', '收', '到', 'iphone', '13']);
    expect(words('못 받았')).toEqual(['못', '받', '았']);
    expect(words('180cm')).toEqual(['180', 'cm']);
  });

  it('join an English short form and part a French one', () => {
    expect(words("didn’t it`s we've")).toEqual(['didnt', 'its', 'weve']);
    expect(words("l'article n’est")).toEqual(['l', 'article', 'n', 'est']);
    expect(words("5's 's")).toEqual(['5', 's', 's']);
  });

  it('end a clause at a sign, and not inside a number', () => {
    const clauses = (text: string) => tokensOf(text).map(({ clause }) => clause);
    expect(clauses('a b, c')).toEqual([0, 0, 1]);
    expect(clauses('1,70 m')).toEqual([0, 0, 0]);
    expect(clauses('a\nb')).toEqual([0, 1]);
    expect(clauses('收到。坏')).toEqual([0, 0, 1]);
  });

  it('are folded: case, accents, width, ß and ł, a letter held down', () => {
    expect(fold('GRÖSSE Größe')).toBe('grosse grosse');
    expect(fold('Zamówienie ŁADNE')).toBe('zamowienie ladne');
    expect(fold('ё й ＡＢ')).toBe('е и ab');
    expect(fold('whereeeee')).toBe('wheree');
    expect(fold('안녕')).toBe('안녕');
  });

  it('stand where they were written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const { from, to, word } of tokensOf(text)) {
          expect(from).toBeLessThan(to);
          // A short form is one word with its apostrophe inside.
          expect(fold(text.slice(from, to)).replace(/['’‘`´ʼ]/g, '')).toBe(word);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a cue', () => {
  const finds = (pattern: string, text: string, lists = {}) => {
    const index = new PatternIndex();
    for (const one of compilePattern('cue', pattern, lists)) index.add(one);
    return index.search(tokensOf(text), ({ word }) => [word]).map(({ at }) => at);
  };

  it('is words side by side', () => {
    expect(finds('not here', 'it is not here')).toEqual([[2, 3]]);
    expect(finds('not here', 'not over here')).toEqual([]);
    expect(finds('not here', 'not, here')).toEqual([]);
  });

  it('may be either of several, some of more words than one', () => {
    expect(finds('a|b~c d', 'a d b c d b d')).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
  });

  it('may begin like a word', () => {
    expect(finds('arriv*', 'arrived arrival arr')).toEqual([[0], [1]]);
    expect(finds('the arriv*', 'the arrival')).toEqual([[0, 1]]);
    expect(finds('arriv', 'arrived')).toEqual([]);
  });

  it('may skip up to two pieces, or up to five, within a clause', () => {
    expect(finds('not _ come', 'not come')).toEqual([[0, 1]]);
    expect(finds('not _ come', 'not a b come')).toEqual([[0, 3]]);
    expect(finds('not _ come', 'not a b c come')).toEqual([]);
    expect(finds('not __ come', 'not a b c d e come')).toEqual([[0, 6]]);
    expect(finds('not __ come', 'not a b c d e f come')).toEqual([]);
    expect(finds('not _ come', 'not a, come')).toEqual([]);
  });

  it('takes the words of a list by its name, and a number of at most three figures', () => {
    expect(finds('NOT come', 'never come', { NOT: 'not|never' })).toEqual([[0, 1]]);
    expect(finds('N pieces', '12 pieces 1234 pieces')).toEqual([[0, 1]]);
    expect(finds('only N', 'only 3')).toEqual([[0, 1]]);
    expect(() => compilePattern('cue', 'NOT come', {})).toThrow('no list NOT');
    expect(() => compilePattern('cue', '_ come', {})).toThrow('begins with nothing');
    expect(() => compilePattern('cue', '|| come', {})).toThrow('empty');
  });

  it('looks further where the first of several leads nowhere', () => {
    expect(finds('a _ b c', 'a b b c')).toEqual([[0, 2, 3]]);
  });
});

describe('a slip of the keyboard', () => {
  it('is a letter left out, added, changed or swapped', () => {
    for (const word of ['craked', 'crackked', 'crscked', 'crakced'])
      expect(isSlipOf(word, 'cracked', 1), word).toBe(true);
    expect(isSlipOf('crkd', 'cracked', 1)).toBe(false);
    expect(isSlipOf('cracked', 'cracked', 0)).toBe(true);
    expect(isSlipOf('craked', 'cracked', 0)).toBe(false);
  });

  it('may go on behind a stem', () => {
    expect(isSlipOf('recievedit', 'receiv', 1, true)).toBe(true);
    expect(isSlipOf('recievedit', 'receiv', 1)).toBe(false);
  });

  const reader = slipReader(
    { words: new Set(['cracked', 'wrong', 'broke']), stems: new Set(['packag', 'damag']) },
    (word) => word === 'crackled',
  );
  it('is looked for in unknown words of five letters or more, from the right first letter', () => {
    expect(reader('craked')).toEqual(['craked', 'cracked']);
    expect(reader('packege')).toEqual(['packege', 'packag']);
    expect(reader('crackled')).toEqual(['crackled']);
    expect(reader('brok')).toEqual(['brok']);
    expect(reader('xracked')).toEqual(['xracked']);
    expect(reader('wrog')).toEqual(['wrog']);
    expect(reader('wrongg')).toEqual(['wrongg', 'wrong']);
  });

  it('is not looked for in a stem of five letters', () => {
    expect(reader('dmages')).toEqual(['dmages']);
  });
});

describe('the languages of a text', () => {
  it.each([
    ['Where is my parcel', ['en']],
    ['¿Dónde está mi pedido?', ['es', 'pt']],
    ['cadê meu pedido', ['pt']],
    ['où est mon colis', ['fr']],
    ['wo ist mein Paket', ['de']],
    ['gdzie jest moja paczka', ['pl']],
    ['где посылка', ['ru']],
    ['没收到', ['zh']],
    ['못 받았어요', ['ko']],
    ['12345', []],
    ['أين', []],
    // A name or a unit is no language of its own.
    ['где мой Xiaomi Redmi', ['ru']],
    ['zzz qqq', ['en', 'es', 'pt', 'fr', 'de', 'pl']],
  ])('%s', (text, languages) => {
    expect(languagesIn(text)).toEqual(languages);
  });

  it('are those of every line', () => {
    expect(
      languagesIn('Reason: the item is not as described\nes ist kaputt und ich will mein Geld'),
    ).toEqual(expect.arrayContaining(['en', 'de']));
    expect(
      languagesIn(`${'the item is not as it was described and '.repeat(20)}\nwo ist mein Paket`),
    ).toEqual(expect.arrayContaining(['en', 'de']));
  });
});

describe('the language a message is written in', () => {
  it.each([
    ['¿Dónde está mi pedido?', 'es'],
    ['donde esta mi pedido', 'es'],
    ['hola, mi paquete todavia no llega', 'es'],
    ['No recibí el paquete', 'es'],
    ['los zapatos no son los que compré', 'es'],
    ['onde está o meu pedido?', 'pt'],
    ['oi, meu pacote ainda nao chegou', 'pt'],
    ['Não recebi o pacote', 'pt'],
    ['os sapatos não são os que comprei', 'pt'],
    ['où est mon colis', 'fr'],
    ['wo ist mein Paket', 'de'],
    ['gdzie jest moja paczka', 'pl'],
    ['Where is my parcel', 'en'],
    ['где посылка', 'ru'],
    ['где мой Xiaomi Redmi', 'ru'],
    ['没收到，退钱', 'zh'],
    ['못 받았어요', 'ko'],
    // Nothing in these is of one language only, or two languages are there.
    ['feliz', null],
    ['ok', null],
    ['por favor', null],
    ['12345', null],
    ['', null],
    ['买家今天发消息说还没有收到货：where is my parcel, it should be here by now', null],
  ] as const)('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is that of most letters, from seven of ten on; a Chinese sign counts for three', () => {
    // Three Latin words of one letter beside seven, six, three times three and two times three.
    expect(languageOf('a b c посылка')).toBe('ru');
    expect(languageOf('a b c товары')).toBe(null);
    expect(languageOf('a b c 没收到')).toBe('zh');
    expect(languageOf('a b c 收到')).toBe(null);
    // Two Latin words are a name.
    expect(languageOf('a b 收')).toBe('zh');
  });

  it('is told by the text, not by its length', () => {
    expect(languageOf('no me ha llegado el paquete. '.repeat(400))).toBe('es');
  });
});

describe('numbers of orders and parcels', () => {
  const orders = (text: string) => readIds(text).orders.map(({ id }) => id);
  const parcels = (text: string) => readIds(text).parcels.map(({ id }) => id);

  it.each([
    ['8123456789012345', ['8123456789012345']],
    ['订单号：8123456789012345，谢谢', ['8123456789012345']],
    ['posting 58544282-0057-1 arrived', ['58544282-0057-1']],
    ['order 112-1234567-1234567', ['112-1234567-1234567']],
    ['12-12345-12345', ['12-12345-12345']],
    ['Order #1234567890', ['1234567890']],
    ['order no. AB-12345', ['AB-12345']],
    ['Заказ № 12345678', ['12345678']],
    ['order 12', []],
    ['order by 2026-11-20', []],
    ['ordered 12345678 things', []],
    ['call +79123456789012', []],
    ['12345678901234.50', []],
    ['reorder 1234567', []],
    ['8123456789012345 8123456789012346', ['8123456789012345', '8123456789012346']],
  ])('%s', (text, wanted) => expect(orders(text)).toEqual(wanted));

  it.each([
    ['RB123456785CN', ['RB123456785CN']],
    ['tracking LP00512345678901', ['LP00512345678901']],
    ['1Z999AA10123456784', ['1Z999AA10123456784']],
    ['运单号：123456789012', ['123456789012']],
    ['Sendungsnummer 00340434161094000000', ['00340434161094000000']],
    ['XRB123456785CN', []],
    ['tracking is fine', []],
  ])('%s', (text, wanted) => expect(parcels(text)).toEqual(wanted));

  it('are not both', () => {
    expect(readIds('tracking 8123456789012345')).toMatchObject({
      orders: [],
      parcels: [{ id: '8123456789012345' }],
    });
  });
});

describe('amounts', () => {
  const amounts = (text: string) =>
    readAmounts(text, []).map(({ text: written, value, currency }) => [written, value, currency]);

  it.each([
    ['US $24.90', [['US $24.90', '24.90', 'USD']]],
    [
      'I paid €5 and 10€',
      [
        ['€5', '5.00', 'EUR'],
        ['10€', '10.00', 'EUR'],
      ],
    ],
    ['1 250,00 ₽', [['1 250,00 ₽', '1250.00', 'RUB']]],
    ['5 R$ 62,90', [['R$ 62,90', '62.90', 'BRL']]],
    ['CN￥ 1,083.30\n', [['CN￥ 1,083.30', '1083.30', 'CNY']]],
    ['50块', [['50块', '50.00', 'CNY']]],
    ['12,50 EUR 3', [['12,50 EUR', '12.50', 'EUR']]],
    ['$5', [['$5', '5', null]]],
    ['2.500 €', [['2.500 €', null, null]]],
    ['25 usd', [['25 usd', '25.00', 'USD']]],
    // Scripts without spaces stand close to figures, codes of money too; names of things are none.
    ['退我24.50美元', [['24.50美元', '24.50', 'USD']]],
    ['환불해주세요12,50€', [['12,50€', '12.50', 'EUR']]],
    ['EUR12.50', [['EUR12.50', '12.50', 'EUR']]],
    ['A52 EUR, x24.50 USD', []],
    ['верните 15 долларов', [['15 долларов', '15', null]]],
    ['5 dólares', [['5 dólares', '5', null]]],
    ['24.50 달러', [['24.50 달러', '24.5', null]]],
    ['10 евро', [['10 евро', '10.00', 'EUR']]],
    ['30 złotych', [['30 złotych', '30.00', 'PLN']]],
    ['12 reais', [['12 reais', '12.00', 'BRL']]],
    ['3 all, 4 try, 5 top', []],
    ['I have 3 ALL here', [['3 ALL', '3.00', 'ALL']]],
    ['TRY 3 TIMES', []],
    ['size 42 and 3 pieces', []],
    ['rubber 5', []],
    ['a\n€\n5', []],
  ])('%s', (text, wanted) => expect(amounts(text)).toEqual(wanted));

  it('stand where they were written, and nowhere that is taken', () => {
    const text = 'pay US $24.90 now';
    const [one] = readAmounts(text, []);
    expect(text.slice(one?.from, one?.to)).toBe('US $24.90');
    expect(readAmounts(text, [{ from: 8, to: 9 }])).toEqual([]);
  });

  it('are figures or what somebody asks for', () => {
    expect(readAmounts('$20', [])[0]?.isExact).toBe(true);
    expect(readAmounts('19.90 €', [])[0]?.isExact).toBe(true);
    expect(readAmounts('20 euros', [])[0]?.isExact).toBe(false);
  });
});

describe('moments', () => {
  const context = { zone: 'UTC', asOf: '2026-11-21T00:00:00Z' };
  const moments = (text: string) =>
    readMoments(text, [], context).map(({ text: written, kind, at }) => [written, kind, at]);

  it.each([
    [
      'opened 2026-11-20 10:15 UTC, thanks',
      [['2026-11-20 10:15 UTC', 'moment', '2026-11-20T10:15:00Z']],
    ],
    ['2 days 03:10:00', [['2 days 03:10:00', 'due', '2026-11-23T03:10:00Z']]],
    ['请在48小时内给我', [['48小时内', 'due', '2026-11-23T00:00:00Z']]],
    ['осталось 2 дня', [['осталось 2 дня', 'due', '2026-11-23T00:00:00Z']]],
    [
      '2026年11月20日 23:15前回复',
      [['2026年11月20日 23:15前回复', 'moment', '2026-11-20T23:15:00Z']],
    ],
    // How long somebody waits, what broke when, prices and sizes are none.
    ['I waited 3 weeks', []],
    ['broke after 2 days', []],
    ['12.50 and 5/6 and 24/7', []],
    ['size 42, 180 cm', []],
    ['46351', []],
    ['nothing here', []],
  ])('%s', (text, wanted) => expect(moments(text)).toEqual(wanted));

  it('do not reach over the end of a line or a cell', () => {
    expect(moments('2026-11-20\t10:15')).toEqual([
      ['2026-11-20', 'bare-date', '2026-11-20T00:00:00Z'],
    ]);
  });

  it('say what has to be asked', () => {
    expect(readMoments('on Nov 3', [], context)).toMatchObject([
      { text: 'Nov 3', kind: 'ambiguous', question: 'year', others: ['2027-11-03T00:00:00Z'] },
    ]);
  });

  it('leave out what is taken', () => {
    expect(readMoments('2026-11-20 10:15', [{ from: 0, to: 16 }], context)).toEqual([]);
  });
});

describe('platforms', () => {
  const read = createPlatforms({
    aliexpress: ['aliexpress', '速卖通'],
    tiktok: ['tiktok', 'tik tok'],
  });
  it('are told in the order of the text, each once', () => {
    expect(read('Tik Tok, then AliExpress and 速卖通')).toEqual(['tiktok', 'aliexpress']);
    expect(read('aliexpression')).toEqual([]);
  });
});
