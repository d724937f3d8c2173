import { describe, expect, it, vi } from 'vitest';
import type { BuyerLanguage } from './index.ts';
import { formatMoney } from './message.ts';
import { check, content, library, problems, reply, run } from './testing/sound.ts';

// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

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
