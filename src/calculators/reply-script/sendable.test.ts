import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openContent } from '../cli-content.ts';
import { guardOf, type GuardRule } from '../reply-guard/index.ts';
import { tellingWords } from '../reply-guard/tongue.ts';
import { readDay } from '../shared/parse-moment.ts';
import { calculate, variablesOf, type BuyerLanguage, type Reply } from './index.ts';
import { mayBeAnother } from '../shared/telling-words.ts';
import { formatMoney } from './message.ts';
import { libraryOf } from './tool.ts';

// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const content = openContent(join(import.meta.dirname, '../../content'));
const library = libraryOf(content);
const check = guardOf(content);
const messages = content.messages();
const asOf = '2026-11-29T06:00:00Z';

const sound = {
  situation: 'offer-partial-refund',
  language: 'ru',
  platform: 'aliexpress',
  vars: {
    buyerName: 'Анна',
    orderId: '8123456789012345',
    item: 'лампа',
    cause: 'packing-weak',
    amount: '12.50',
    currency: 'USD',
    date: '2026-12-05',
    shop: 'Bright Home',
  } as Record<string, string | number>,
};
const run = (vars: object, rest: object = {}) =>
  calculate({ ...sound, ...rest, vars: { ...sound.vars, ...vars } }, library, check, asOf, {
    today: asOf.slice(0, 10),
    read: readDay,
  });
/** Keys of what is wrong, by path; each has a sentence. */
const problems = (vars: object, rest: object = {}): Record<string, string> => {
  const result = run(vars, rest);
  if (result.kind !== 'invalid') return { kind: result.kind };
  for (const { key } of result.issues) expect(messages[key], key).toBeTruthy();
  return Object.fromEntries(
    result.issues.map(({ path, key }) => [
      path,
      key.replace(/^tool\.(?:reply-script\.error\.)?/u, ''),
    ]),
  );
};
const reply = (vars: object, rest: object = {}): Reply => {
  const result = run(vars, rest);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
};

it('the case all of these start from can be sent', () => {
  expect(run({}).kind).toBe('ok');
});

describe('a day', () => {
  it.each([
    ['2026-11-28', 'promise-past'],
    ['2026-11-01', 'promise-past'],
    ['2020-01-01', 'promise-past'],
    ['2026-02-30', 'moment.day.unreadable.no-such-day'],
  ])('%s is no day to promise', (date, key) => {
    expect(problems({ date })).toEqual({ 'vars.date': key });
  });

  it('may be today or later', () => {
    expect(run({ date: '2026-11-29' }).kind).toBe('ok');
    expect(run({ date: '2027-05-28' }).kind).toBe('ok');
  });

  it.each(['2030-12-05', '2027-05-29', '5 декабря 2027', 'in 30 weeks', '2126-12-05'])(
    '%s is too far off to be meant without being asked about',
    (date) => {
      expect(problems({ date })).toEqual({ 'vars.date': 'confirm-far-ahead' });
      expect(run({ date }, { confirm: ['vars.date'] }).kind).toBe('ok');
      // An answer to one question is none to another.
      expect(problems({ date }, { confirm: ['vars.item'] })).toEqual({
        'vars.date': 'confirm-far-ahead',
      });
    },
  );

  it('asks about what happened long ago, and about a day that is merely told', () => {
    const denied = { situation: 'inr-delivered-denied' };
    const told = { tracking: 'LP1', cause: 'neighbour' };
    expect(problems({ ...told, deliveredOn: '2025-11-28' }, denied)).toEqual({
      'vars.deliveredOn': 'confirm-far-back',
    });
    const holiday = { situation: 'holiday-delay', blocks: ['resume', 'dispatch'] };
    const vars = { cause: 'spring-festival', dispatch: '2026-12-11', resume: '2028-12-10' };
    expect(problems(vars, holiday)).toEqual({ 'vars.resume': 'confirm-far-ahead' });
  });

  it('is far off where no buyer could turn to anybody any more', () => {
    const book = content.rules();
    const { rule, days } = library.parts.horizon;
    const windows = [...book.values()]
      .filter(({ id, unit }) => /(?:buyer|open)-window$/u.test(id) && /days$/u.test(unit))
      .map(({ values }) => Number(values.at(-1)?.value));
    expect(book.get(rule)?.values[0]?.value).toBe(days);
    expect(Math.max(...windows)).toBeLessThanOrEqual(days);
    expect(windows.length).toBeGreaterThan(3);
  });

  it('that is over is no holiday’s end, that is to come no delivery’s', () => {
    const holiday = {
      situation: 'holiday-delay',
      blocks: ['resume', 'dispatch'],
      vars: undefined,
    };
    const vars = { cause: 'spring-festival', dispatch: '2026-12-11', resume: '2026-11-20' };
    expect(problems(vars, { ...holiday })).toEqual({ 'vars.resume': 'date-past' });
    expect(
      problems({ ...vars, resume: '2026-12-10', dispatch: '2026-11-11' }, { ...holiday }),
    ).toEqual({ 'vars.dispatch': 'promise-past' });
    const denied = { situation: 'inr-delivered-denied' };
    const told = { tracking: 'LP1', cause: 'neighbour' };
    expect(problems({ ...told, deliveredOn: '2026-12-03' }, denied)).toEqual({
      'vars.deliveredOn': 'date-ahead',
    });
    expect(run({ ...told, deliveredOn: '2026-11-29' }, denied).kind).toBe('ok');
  });
});

describe('an amount', () => {
  it.each([
    ['¥88', 'USD', 'number.currency-mismatch'],
    ['€12', 'USD', 'number.currency-mismatch'],
    ['88 RUB', 'EUR', 'number.currency-mismatch'],
    ['US$ 12', 'EUR', 'number.currency-mismatch'],
    ['1.234', 'EUR', 'number.ambiguous-dot-money'],
    ['12.345', 'USD', 'number.ambiguous-dot'],
    ['0.001', 'USD', 'number.too-fine'],
    ['12.5', 'JPY', 'number.too-fine-whole'],
    ['0', 'USD', 'number.not-positive'],
    ['-5', 'USD', 'number.negative'],
    ['9'.repeat(320), 'USD', 'number.too-large'],
  ])('%s in %s is refused', (amount, currency, key) => {
    expect(Object.keys(problems({ amount, currency }))).toEqual(['vars.amount']);
    expect(problems({ amount, currency })['vars.amount']).toContain(key.split('-')[0] ?? key);
  });

  it.each(['RMB', 'XYZ', 'AAA', 'dollars', '¥'])('the currency %s is refused', (currency) => {
    expect(problems({ currency })['vars.currency']).toMatch(/^number\.currency-/u);
  });

  it('may name its own currency', () => {
    expect(reply({ amount: 'US$12.50', currency: '' }).text).toContain('12,50 $');
    expect(reply({ amount: '12,50', currency: 'EUR' }).text).toContain('12,50 €');
  });
});

describe('a number of days', () => {
  const at = { situation: 'inr-in-transit' };
  const vars = { tracking: 'LP00512345678901', cause: 'customs-check' };
  it.each([
    [0, 'number.out-of-range'],
    [181, 'number.out-of-range'],
    ['1.5', 'number.fraction'],
    ['1.234', 'number.ambiguous-dot'],
    ['5单', 'number.wrong-unit'],
    ['5元', 'number.wrong-unit'],
    ['-3', 'number.negative'],
    ['9'.repeat(309), 'number.too-large'],
    ['five', 'number.not-a-number'],
  ])('%s is refused', (days, key) => {
    expect(problems({ ...vars, days }, at)).toEqual({ 'vars.days': key });
  });
  it.each([1, '５', 180, '5天', '5 days', '十五天', '5 дней'])('%s is taken', (days) => {
    expect(run({ ...vars, days }, at).kind).toBe('ok');
  });
});

describe('an order number', () => {
  it('is written in half width, whatever it was typed in', () => {
    expect(reply({ orderId: '８１２３４５６７８９０１２３４５' }).text).toContain(
      '8123456789012345',
    );
    expect(reply({ orderId: '51234567-0001-1' }).text).toContain('51234567-0001-1');
  });
  it.each([
    '订单号：8123456789012345 买家：Иван',
    'Order: 8123456789012345',
    'заказ 8123456789012345',
    'LAMP',
    '8123\u00a0；8124',
    '<8123>',
  ])('“%s” is none', (orderId) => {
    expect(problems({ orderId })).toEqual({ 'vars.orderId': 'id' });
  });
});

describe('a text', () => {
  it.each([
    '{x}',
    '{$orderId}',
    '{{customer.name}}',
    '[item]',
    '【商品】',
    '<name>',
    '%name%',
    '___',
    'XXX',
    'TBD',
    'n/a',
    '-',
    '...',
    '？？',
    '待填',
    'undefined',
    '$name',
    '#N/A',
    '#REF!',
    '#Н/Д',
    'NaN',
    'Имя',
    'your item',
    '商品',
    'produto',
    'Lorem ipsum',
  ])('“%s” is a placeholder', (item) => {
    expect(problems({ item })).toEqual({ 'vars.item': 'placeholder' });
    expect(problems({ cause: item })['vars.cause']).toBeDefined();
  });

  it.each([
    '商品：лампа 数量：2',
    'Иван 订单号: 81234',
    'Товар: лампа',
    'Order no: 12 Buyer: Ivan',
    'лампа\nпокупатель: Иван',
  ])('“%s” is a pasted row', (item) => {
    expect(problems({ item })).toEqual({ 'vars.item': 'labelled' });
  });

  it('may hold a colon of its own, figures and brand names', () => {
    for (const item of ['лампа 3:1', 'лампа Xiaomi USB-C 5 Вт', 'L'])
      expect(run({ item }).kind, item).toBe('ok');
  });

  it('of three hundred and one characters is refused', () => {
    expect(problems({ item: 'л'.repeat(301) })).toEqual({ 'vars.item': 'too-long' });
    expect(run({ item: 'л'.repeat(300) }).kind).toBe('ok');
  });
});

describe('a writing the buyer does not read', () => {
  it.each<[BuyerLanguage, string, string]>([
    ['ru', 'item', '台灯'],
    ['ru', 'buyerName', '王小明'],
    ['ru', 'shop', '明亮家居'],
    ['ru', 'item', '램프'],
    ['ko', 'item', 'лампа'],
    ['ko', 'item', '台灯'],
    ['de', 'buyerName', 'Анна'],
    ['pt-BR', 'item', 'Luminária 台灯'],
    ['pl', 'item', 'مصباح'],
    ['en', 'shop', 'Светлый дом'],
  ])('%s: %s “%s” is asked about once, and kept where confirmed', (language, name, text) => {
    const words = { ru: 'Анна', ko: '하늘' } as Partial<Record<BuyerLanguage, string>>;
    const base = { buyerName: words[language] ?? 'Anna', item: 'LED', [name]: text };
    // Polish greets without a name, so it does not ask for one.
    const path = `vars.${name}`;
    expect(problems(base, { language })).toEqual({ [path]: 'confirm-writing' });
    expect(reply(base, { language, confirm: [path] }).text).toContain(text);
    expect(problems(base, { language, confirm: ['vars.orderId'] })).toEqual({
      [path]: 'confirm-writing',
    });
  });

  it('is asked about in the settings too', () => {
    const settings = { shop: '明亮家居', signature: '李娜' };
    expect(problems({ shop: '' }, { settings })).toEqual({
      'settings.shop': 'confirm-writing',
      'settings.signature': 'confirm-writing',
    });
    const confirm = ['settings.shop', 'settings.signature'];
    expect(reply({ shop: '' }, { settings, confirm }).text).toMatch(/明亮家居\n李娜$/u);
    expect(problems({ shop: '' }, { settings: { shop: '{{shop}}' } })).toEqual({
      'settings.shop': 'placeholder',
    });
  });

  it('cannot be confirmed for a field the reply does not have', () => {
    expect(problems({}, { confirm: ['vars.colour'] })).toEqual({ confirm: 'unknown-variable' });
  });

  it.each<[BuyerLanguage, string]>([
    ['ru', '海关查验包裹'],
    ['ru', 'customs is checking'],
    ['ru', 'перевозчик потерял 包裹'],
    ['ko', 'customs is checking'],
    ['ko', '海關 검사 중입니다'],
    ['de', 'таможня проверяет'],
    ['es', '海关查验'],
  ])('%s: “%s” is no cause, confirmed or not', (language, cause) => {
    const vars = { cause, ...(language === 'ru' ? {} : { buyerName: 'Anna', item: 'LED' }) };
    expect(problems(vars, { language, confirm: ['vars.cause'] })).toEqual({
      'vars.cause': 'own-words',
    });
  });
});

describe('a language the buyer does not read, in letters the buyer does', () => {
  it.each<[BuyerLanguage, string]>([
    ['fr', 'the parcel is held at customs'],
    ['de', 'the post is on strike'],
    ['es', 'das Paket wird vom Zoll geprüft'],
    ['en', 'paczka jest w urzędzie celnym'],
    ['pt-BR', 'we have not packed it for the long way'],
    ['pl', 'la aduana retiene el paquete'],
    ['es', 'o pacote está retido na alfândega'],
    ['en', 'le colis est à la douane'],
    ['fr', 'der Fahrer hat das Paket nicht gefunden'],
    ['de', 'na poczcie jest strajk, a paczka nie została nadana'],
  ])('%s: “%s” is no cause, confirmed or not', (language, cause) => {
    expect(
      problems({ cause, buyerName: 'Anna', item: 'LED' }, { language, confirm: ['vars.cause'] }),
    ).toEqual({ 'vars.cause': 'own-words' });
  });

  it.each<[BuyerLanguage, string]>([
    ['fr', 'La Poste est en grève'],
    ['de', 'die Post streikt'],
    ['es', 'huelga de correos en la ciudad'],
    ['pt-BR', 'greve dos correios em São Paulo'],
    ['pl', 'strajk na poczcie'],
    ['en', 'a strike of the Deutsche Post in Hamburg'],
    ['fr', 'grève chez Deutsche Post'],
    ['es', 'retraso de DHL Express'],
  ])('%s: “%s” is one', (language, cause) => {
    expect(problems({ cause, buyerName: 'Anna', item: 'LED' }, { language })).toEqual({
      kind: 'ok',
    });
  });

  it.each<[BuyerLanguage, string]>([
    ['fr', 'Paket beim Zoll'],
    ['fr', 'Retard : Paket beim Zoll, nous attendons'],
    ['es', 'customs inspection'],
    ['de', 'grève du transporteur'],
    ['pl', 'Zoll prüft Paket'],
  ])('%s: “%s” is asked about once as a cause', (language, cause) => {
    const vars = { cause, buyerName: 'Anna', item: 'LED' };
    expect(problems(vars, { language })).toEqual({ 'vars.cause': 'confirm-language' });
    expect(problems(vars, { language, confirm: ['vars.cause'] })).toEqual({ kind: 'ok' });
  });

  it.each<[BuyerLanguage, string, string]>([
    ['en', 'item', 'Schreibtischlampe mit zwei Köpfen'],
    ['en', 'cause', 'die Post streikt seit Montag'],
    ['fr', 'item', 'lámpara de mesa'],
    ['en', 'item', 'rote Schuhe'],
    ['es', 'item', 'chaussures rouges'],
    ['de', 'item', 'zapatos de mujer'],
    ['pl', 'item', 'scarpe rosse'],
    ['pt-BR', 'item', 'red shoes'],
    ['es', 'item', 'Ladekabel USB-C'],
    ['fr', 'item', 'tanie buty damskie'],
    ['en', 'item', 'fone de ouvido'],
    ['ru', 'item', 'lámpara de mesa'],
    ['de', 'cause', 'huelga desde el lunes'],
    ['en', 'item', 'gafas de sol'],
    ['fr', 'item', 'Sonnenbrille'],
    ['es', 'item', 'óculos de sol'],
    ['de', 'item', 'okulary przeciwsłoneczne'],
    ['ru', 'item', 'Küchenmesser'],
    ['en', 'item', 'laarzen'],
    ['pl', 'item', 'jalapeño'],
  ])('%s: %s “%s” is too short to be sure of, and asked about', (language, name, text) => {
    const names = { ru: 'Анна' } as Partial<Record<BuyerLanguage, string>>;
    const vars = { item: 'LED', buyerName: names[language] ?? 'Anna', [name]: text };
    const found = problems(vars, { language })[`vars.${name}`];
    expect(['confirm-language', 'own-words']).toContain(found);
  });

  it.each<[BuyerLanguage, string]>([
    ['en', 'Nike Air Force 1'],
    ['en', 'LED desk lamp with two heads'],
    ['de', 'Schreibtischlampe mit zwei Köpfen'],
    ['de', 'Smart Watch Set, schwarz'],
    ['es', 'lámpara de mesa'],
    ['fr', 'robe rouge taille 38'],
    ['pt-BR', 'fone de ouvido sem fio'],
    ['pl', 'kabel USB-C, 2 m'],
    ['ru', 'Xiaomi Mi Band 8'],
    ['ru', 'LED desk lamp'],
  ])('%s: “%s” is a name of goods there', (language, item) => {
    const names = { ru: 'Анна' } as Partial<Record<BuyerLanguage, string>>;
    expect(problems({ item, buyerName: names[language] ?? 'Anna' }, { language })).toEqual({
      kind: 'ok',
    });
  });

  it('is asked about once in a text, and never in a name', () => {
    const item = 'Lampe de bureau avec la prise';
    const base = { buyerName: 'Ana de la Cruz y del Río' };
    expect(problems({ ...base, item }, { language: 'en' })).toEqual({
      'vars.item': 'confirm-language',
    });
    expect(problems({ ...base, item }, { language: 'en', confirm: ['vars.item'] })).toEqual({
      kind: 'ok',
    });
    expect(problems({ ...base, item: 'Nike Air Force 1' }, { language: 'fr' })).toEqual({
      kind: 'ok',
    });
  });
});

describe('a language nobody writes replies in', () => {
  it.each<[BuyerLanguage, string]>([
    ['de', 'het pakket is door de douane aangehouden'],
    ['en', 'paket gümrükte ve bir hafta daha sürecek'],
    ['en', 'gói hàng của bạn đang được hải quan kiểm tra'],
    ['fr', 'paket sedang diperiksa dan akan dikirim lagi'],
    ['pl', 'balík byl zadržen na celnici a bude propuštěn'],
    ['es', 'paketet är hos tullen och har inte kommit fram'],
    ['pt-BR', 'il pacco è fermo alla dogana da tre giorni'],
    ['ru', 'посилка ще на митниці, і ми чекаємо'],
  ])('%s: “%s” is asked about once as a cause, and never said to be ready', (language, cause) => {
    const vars = { cause, buyerName: 'Anna', item: 'LED', ...(language === 'ru' && sound.vars) };
    const own = { ...vars, cause };
    expect(['own-words', 'confirm-language']).toContain(problems(own, { language })['vars.cause']);
  });

  it('is asked about once in a name of goods, and never in a person’s name', () => {
    const item = 'bureaulamp met het snoer van zwart katoen';
    expect(problems({ buyerName: 'Jan van de Berg', item }, { language: 'de' })).toEqual({
      'vars.item': 'confirm-language',
    });
    const kept = { language: 'de', confirm: ['vars.item'] };
    expect(reply({ buyerName: 'Jan van de Berg', item }, kept).warnings).toEqual([]);
  });
});

describe('words that stand where others should', () => {
  it.each<[BuyerLanguage, string, string]>([
    ['en', 'buyerName', 'Buyer'],
    ['en', 'buyerName', 'dear customer'],
    ['ru', 'buyerName', 'Покупатель'],
    ['ru', 'buyerName', 'Customer'],
    ['en', 'buyerName', '买家'],
    ['de', 'buyerName', 'Kunde'],
    ['ko', 'buyerName', '고객님'],
    ['en', 'cause', 'insert the reason here please'],
    ['en', 'cause', 'your text here'],
    ['en', 'cause', 'lorem ipsum dolor'],
    ['de', 'cause', 'hier bitte den Grund eintragen'],
    ['ru', 'cause', 'укажите причину'],
    ['es', 'cause', 'escriba aquí el motivo'],
    ['pt-BR', 'cause', 'insira o motivo aqui'],
    ['fr', 'cause', 'indiquez ici le motif'],
    ['pl', 'cause', 'wpisz tutaj powód'],
    ['ko', 'cause', '여기에 사유를 입력하세요'],
    ['de', 'item', 'Artikel XXX'],
    ['en', 'item', '此处填写商品名'],
    ['en', 'shop', 'the [shop name] store'],
  ])('%s %s: “%s” never reaches a buyer', (language, name, text) => {
    const names = { ru: 'Анна', ko: '하늘' } as Partial<Record<BuyerLanguage, string>>;
    const base = { buyerName: names[language] ?? 'Anna', item: 'LED', [name]: text };
    const path = `vars.${name}`;
    expect(problems(base, { language, confirm: [path] })).toEqual({ [path]: 'placeholder' });
  });
});

describe('what free words promise beside the fields', () => {
  const warned = (vars: object, rest: object = {}) =>
    reply(vars, rest).warnings.map(({ guard, places }) => [guard, places.length] as const);
  it.each<[BuyerLanguage, string, string[]]>([
    ['en', 'we refund 20 EUR by 1 November 2026', ['past-promise', 'unlike-amounts']],
    ['en', 'weak packing, and 20 USD are refunded', ['unlike-amounts']],
    ['de', 'Die Erstattung von 20 Euro kommt bis 1. November', ['past-promise', 'unlike-amounts']],
    ['ru', 'упаковка слабая, вернём 900 рублей до 1 ноября', ['past-promise', 'unlike-amounts']],
    ['es', 'embalaje débil, devolveremos el dinero antes del 1 de noviembre', ['past-promise']],
    ['fr', 'emballage faible, nous rembourserons 20 euros', ['unlike-amounts']],
  ])('%s: “%s” is named', (language, cause, guards) => {
    const names = { ru: 'Анна' } as Partial<Record<BuyerLanguage, string>>;
    const vars = { cause, buyerName: names[language] ?? 'Anna', item: 'LED' };
    const found = warned(vars, { language, confirm: ['vars.cause'] }).map(([guard]) => guard);
    expect(found.sort()).toEqual(guards);
  });

  it('names both amounts in one warning', () => {
    const vars = { cause: 'weak packing, 20 EUR', buyerName: 'Anna', item: 'LED' };
    expect(warned(vars, { language: 'en', confirm: ['vars.cause'] })).toEqual([
      ['unlike-amounts', 2],
    ]);
  });

  it('reads amounts as each language writes them', () => {
    const { locales } = library.parts;
    const codes = ['USD', 'EUR', 'GBP', 'RUB', 'CNY', 'KRW', 'JPY', 'BRL', 'PLN', 'CAD', 'KZT'];
    const guardsOf = (language: string, text: string) =>
      check({ platform: 'aliexpress', language, text, gloss: 'en' }).map(({ guard }) => guard);
    for (const [language, [locale]] of Object.entries(locales))
      for (const [at, code] of codes.entries()) {
        const other = codes[(at + 1) % codes.length] ?? '';
        const [one, two] = [code, other].map((each) => formatMoney(locale, '12', each));
        expect(guardsOf(language, `${one}. ${two}`), `${one} ${two}`).toContain('unlike-amounts');
        expect(guardsOf(language, `${one}. ${one}`), one).not.toContain('unlike-amounts');
      }
  });

  it('lets the same amount and a day to come stand', () => {
    const vars = { cause: 'weak packing, so 12.50 USD come by 5 December 2026', item: 'LED' };
    const kept = { language: 'en', confirm: ['vars.cause'] };
    expect(warned({ ...vars, buyerName: 'Anna' }, kept)).toEqual([]);
  });
});

describe('a name', () => {
  const english = { language: 'en' };
  const vars = { buyerName: 'Anna', item: 'LED' };

  it.each(['Dear', 'Mr.', 'dear friend', 'Señora', 'Herr', 'г-жа', 'Hello Sir'])(
    '“%s” is a way to address somebody, not somebody',
    (buyerName) => {
      const confirm = ['vars.buyerName'];
      expect(problems({ ...vars, buyerName }, { ...english, confirm })).toEqual({
        'vars.buyerName': 'placeholder',
      });
    },
  );

  it.each([
    'r***u',
    'Anna,',
    '8123',
    'Anna!',
    'A.',
    'N. N.',
    'Anna.',
    'anna_88',
    'Dear Anna',
    'Anna (USA)',
    'aaaa',
  ])('“%s” is asked about once, and kept where confirmed', (buyerName) => {
    expect(problems({ ...vars, buyerName }, english)).toEqual({
      'vars.buyerName': 'confirm-name',
    });
    const kept = reply({ ...vars, buyerName }, { ...english, confirm: ['vars.buyerName'] });
    expect(kept.text).toContain(`Hello ${buyerName},`);
  });

  it.each(['Anna', 'O’Brien', 'Jean-Luc', 'Ms. Smith', 'Dr. J. Doe', 'Ana de la Cruz', 'Bo'])(
    '“%s” is one',
    (buyerName) => {
      expect(problems({ ...vars, buyerName }, english)).toEqual({ kind: 'ok' });
    },
  );

  it.each<[BuyerLanguage, string, string]>([
    ['ru', 'item', 'lamp. We will refund 500 USD'],
    ['ru', 'item', 'лампа. Вернём всё завтра'],
    ['en', 'item', 'lamp, money back in 3 days'],
    ['en', 'shop', 'Bright Home. Write to us at any time'],
    ['de', 'item', 'Lampe, wir schicken morgen eine neue'],
    ['fr', 'buyerName', 'Anna. Votre colis arrive'],
    ['en', 'item', 'lamp; a new one is on its way'],
    ['en', 'item', 'Lamp, arrives by 5 May'],
    ['en', 'item', 'lamp – sorry for the delay'],
    ['en', 'shop', 'Bright Home, refunds in 24 hours'],
    ['fr', 'item', 'lampe, remboursée demain'],
  ])('%s: %s “%s” tells more than a name, confirmed or not', (language, name, text) => {
    const names = { ru: 'Анна' } as Partial<Record<BuyerLanguage, string>>;
    const own = { item: 'LED', buyerName: names[language] ?? 'Anna', [name]: text };
    expect(problems(own, { language, confirm: [`vars.${name}`] })).toEqual({
      [`vars.${name}`]: 'sentence',
    });
  });

  it.each([
    'Dr. Martens boots',
    'cable, approx. 5 m long',
    'Kit no. 5 for St. Pauli fans',
    'A/C hose 3.5 m',
  ])('a full stop in “%s” ends no sentence', (item) => {
    expect(problems({ ...vars, item }, english)).toEqual({ kind: 'ok' });
  });

  it('with an amount in it is asked about, like words of one’s own with one', () => {
    expect(problems({ ...vars, item: 'gift card 50 USD' }, english)).toEqual({
      'vars.item': 'confirm-amount',
    });
    const cause = 'we pay 30 EUR for the delay';
    expect(problems({ ...vars, cause }, english)).toEqual({ 'vars.cause': 'confirm-amount' });
  });

  it.each<[BuyerLanguage, string]>([
    ['en', 'we will send a new one for free'],
    ['de', 'wir ersetzen das Teil sofort'],
    ['es', 'le devolveremos todo mañana'],
    ['pl', 'oddamy pieniądze jutro'],
  ])('%s: a cause that promises (“%s”) is asked about', (language, cause) => {
    expect(problems({ ...vars, cause }, { language })).toEqual({ 'vars.cause': 'confirm-promise' });
  });

  it('a plan of one’s own may promise: its day stands beside it', () => {
    const plan = 'we send the missing screws at our cost';
    const own = { ...vars, plan, evidence: 'photos-packed', cause: 'not-shown' };
    const found = problems(own, { language: 'en', situation: 'decline-with-plan' });
    expect(found['vars.plan']).toBeUndefined();
  });
});

describe('a number nobody gave', () => {
  const english = { language: 'en' };
  const vars = { buyerName: 'Anna', item: 'LED' };
  it.each(['0', '000', '0000-0000', '1', '12345', '1234567890', '99999999'])('%s', (orderId) => {
    expect(problems({ ...vars, orderId }, english)).toEqual({ 'vars.orderId': 'placeholder' });
  });
  it.each([
    '1.10002E+15',
    '8,12346E+15',
    '8123456789012345.0',
    '########',
    '#REF!',
    '2026-11-20',
    '11/20/2026',
  ])('%s is what a spreadsheet left of one', (orderId) => {
    expect(problems({ ...vars, orderId }, english)).toEqual({ 'vars.orderId': 'id-spoilt' });
  });
  it('that a spreadsheet may have rounded is asked about', () => {
    const orderId = '8123456789012000';
    expect(problems({ ...vars, orderId }, english)).toEqual({
      'vars.orderId': 'confirm-id-rounded',
    });
    expect(reply({ ...vars, orderId }, { ...english, confirm: ['vars.orderId'] }).text).toContain(
      orderId,
    );
  });
});

describe('days that bear on one another', () => {
  const english = { buyerName: 'Anna', item: 'LED' };
  it.each<[string, string, object, object]>([
    [
      'holiday-delay',
      'vars.dispatch: days-order',
      { cause: 'spring-festival', resume: '2026-12-12', dispatch: '2026-12-11' },
      { blocks: ['resume', 'dispatch'] },
    ],
    ['offer-coupon', 'vars.until: days-order', { until: '2026-12-04' }, { blocks: ['until'] }],
    [
      'wholesale',
      'vars.date: days-order',
      { valid: '2026-12-06', quantity: 50, parcels: 2, packing: 'single' },
      { blocks: ['valid'] },
    ],
    [
      'extend-receipt',
      'vars.until: confirm-days-added',
      { cause: 'customs-check', tracking: 'LP00512345678901', days: 30, until: '2026-12-10' },
      {},
    ],
    [
      'extend-receipt',
      'vars.until: confirm-days-order',
      { cause: 'customs-check', tracking: 'LP00512345678901', days: 2, until: '2026-12-04' },
      {},
    ],
    [
      'inr-pickup',
      'vars.pickupBy: confirm-days-order',
      { cause: 'slip', place: 'Post 5', tracking: 'LP00512345678901', pickupBy: '2026-12-04' },
      {},
    ],
  ])('%s: %s', (situation, problem, vars, rest) => {
    const found = problems({ ...english, ...vars }, { language: 'en', situation, ...rest });
    const [path = '', key = ''] = problem.split(': ');
    expect(found[path], JSON.stringify(found)).toBe(key);
    if (!key.startsWith('confirm-')) return;
    const kept = { language: 'en', situation, ...rest, confirm: [path] };
    expect(problems({ ...english, ...vars }, kept)[path]).toBeUndefined();
  });

  it('may fall on one day', () => {
    const vars = {
      ...english,
      cause: 'spring-festival',
      resume: '2026-12-11',
      dispatch: '2026-12-11',
    };
    expect(
      problems(vars, {
        language: 'en',
        situation: 'holiday-delay',
        blocks: ['resume', 'dispatch'],
      }),
    ).toEqual({ kind: 'ok' });
  });

  it('are weighed in every situation that has several, or are said to be free of each other', () => {
    // What is written again, or promised for something else, may come before or after.
    const free: Readonly<Record<string, readonly string[]>> = {
      'holiday-delay': ['date resume', 'date dispatch'],
      'offer-coupon': ['date orderDate', 'until orderDate'],
    };
    for (const script of library.scripts.values()) {
      const days = variablesOf(script, library.parts).filter(({ type }) => type === 'date');
      const pairs = days.flatMap((one, at) => days.slice(at + 1).map((two) => [one, two] as const));
      for (const [one, two] of pairs) {
        // What is over always comes before what is to come.
        if ((one.tense === 'past') !== (two.tense === 'past')) continue;
        const isWeighed = script.dayOrder?.some(({ first, last }) =>
          [one.name, two.name].every((name) => [first, last].includes(name)),
        );
        const isFree = free[script.id]?.includes(`${one.name} ${two.name}`) ?? false;
        expect(Boolean(isWeighed) !== isFree, `${script.id}: ${one.name}, ${two.name}`).toBe(true);
      }
    }
  });
});

describe('the id of an option', () => {
  it.each([
    'returned-unclaimed',
    'storage_over',
    'storageOver',
    'lost2',
    'weather',
    'not-scanned',
    'packing-weka',
    'Packing-weak2',
  ])('“%s” never reaches a buyer', (cause) => {
    expect(problems({ cause }, { language: 'de', confirm: [] })['vars.cause']).toBe('choice');
  });

  it('is not seen in a clause of one’s own', () => {
    const vars = { buyerName: 'Anna', item: 'Lampe', cause: 'Der Karton war beim Versand offen' };
    expect(reply(vars, { language: 'de' }).text).toContain(
      'Die Ursache: Der Karton war beim Versand offen.',
    );
  });
});

describe('the locale', () => {
  it.each(['en-u-ca-buddhist', 'de-AT', 'ru-RU-u-nu-arab', 'RU', 'ru', '??', ''])(
    '“%s” is not in the list of Russian',
    (locale) => {
      expect(problems({}, { settings: { locale } })).toEqual({ 'settings.locale': 'locale' });
    },
  );
});

describe('a promise', () => {
  const stacked = { situation: 'inr-in-transit', stack: ['offer-partial-refund', 'snad-damaged'] };
  const vars = { tracking: 'LP00512345678901', cause: 'customs-check', days: 5 };

  it('is asked for anew by each situation, and so is a cause', () => {
    const result = run(vars, stacked);
    expect(result).toMatchObject({
      kind: 'incomplete',
      missing: [
        'offer-partial-refund:cause',
        'offer-partial-refund:date',
        'snad-damaged:amount',
        'snad-damaged:date',
        'snad-damaged:cause',
      ],
    });
  });

  it('stands where it was given, and nowhere else', () => {
    const { text } = reply(
      {
        ...vars,
        'offer-partial-refund:cause': 'packing-weak',
        'offer-partial-refund:date': '2026-12-08',
        'snad-damaged:cause': 'carrier-handling',
        'snad-damaged:amount': '3',
        'snad-damaged:date': '2026-12-11',
      },
      { ...stacked, language: 'ru' },
    );
    for (const day of ['5 декабря', '8 декабря', '11 декабря'])
      expect(text.split(day)).toHaveLength(2);
    expect(text.split('12,50 $')).toHaveLength(2);
    expect(text.split('3,00 $')).toHaveLength(2);
    expect(text.split('Анна')).toHaveLength(2);
  });

  it('two in one situation have a day each', () => {
    const coupon = { situation: 'offer-coupon', blocks: ['order'] };
    expect(run({}, coupon)).toMatchObject({ kind: 'incomplete', missing: ['orderDate'] });
  });
});

it('what the library itself writes is never taken for another language', () => {
  const { parts, scripts } = library;
  const telling = tellingWords(
    content.collection<GuardRule>('guards').get('other-language') as GuardRule,
  );
  const written = [...scripts.values()].flatMap(({ blocks, variables }) => [
    ...blocks.flatMap(({ text, warm, plain }) => [text, warm, plain]),
    ...variables.flatMap((entry) =>
      typeof entry === 'object' && Array.isArray(entry.options)
        ? entry.options.map(({ text }) => text)
        : [],
    ),
  ]);
  const texts = [...written, ...parts.causes.map(({ text }) => text)].filter(
    (text) => text !== undefined,
  );
  expect(texts.length).toBeGreaterThan(400);
  for (const language of ['en', 'es', 'pt-BR', 'fr', 'de', 'pl'] as const)
    for (const text of texts) {
      const plain = text[language].replace(/\{\{?[^}]*\}?\}/gu, '');
      expect(mayBeAnother(plain, language, telling), plain).toBe(false);
    }
});
