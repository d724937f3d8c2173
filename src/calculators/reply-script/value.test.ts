import { describe, expect, it } from 'vitest';
import { readDay } from '../shared/parse-moment.ts';
import type { Variable } from './schema.ts';
import { library } from './testing/sound.ts';
import { clean, currencyOf, readField, typedIn, understoodOf, type Reading } from './value.ts';

const variable = (type: Variable['type'], more: Partial<Variable> = {}): Variable => ({
  name: 'thing',
  type,
  label: { en: 'thing', 'zh-CN': '东西' },
  hint: null,
  example: '',
  examples: {},
  carried: false,
  tense: null,
  min: null,
  max: null,
  fraction: false,
  unit: null,
  other: false,
  options: [],
  ...more,
});
/** The value of a field, or the key of what is wrong with it. */
const read = (asked: Variable, raw: string, more: Partial<Reading> = {}) => {
  const found = readField(asked, raw, {
    language: 'en',
    parts: library.parts,
    days: { today: '2026-11-29', read: readDay },
    optionIds: new Set(['customs-check']),
    currency: 'USD',
    guardsOf: () => [],
    isConfirmed: false,
    ...more,
  });
  return 'key' in found ? found.key : found.value('en');
};
const spoken = (...guards: string[]) => ({ guardsOf: () => guards });
const confirmed = { isConfirmed: true };

describe('a text without what nobody sees', () => {
  it.each([
    ['  a  b ', 'a b'],
    ['a\n\tb', 'a b'],
    ['a\u2028\u2029b', 'a b'],
    ['a\u00a0\u3000b', 'a b'],
    ['a\u200b\u200eb\u202e\u2060\ufeff\u00ad', 'ab'],
    ['\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u3164\ufe0f\uffa0x', 'x'],
    ['\ud800a\udc00', 'a'],
    ['😀', '😀'],
    ['e\u0301', 'é'],
    ['⟦a⟧⟦', '[a]['],
  ])('%j: %j', (text, seen) => {
    expect(clean(text)).toBe(seen);
  });
});

describe('words that stand where a value should', () => {
  const text = variable('text');
  it.each(
    (
      '{x}|a } b|<name>|a <> b|[x]|(x)|【x】|［x］|%x%|_x_|$name|$a.b_1|#N/A|#ref!|#VALUE!|#name?|#DIV/0!|#null!|#num!|' +
      '#Н/Д|#ссылка!|#знач!|xx|XXXX|todo|TBD|n/a|na|null|undefined|none|NaN|-|---|.|...|?|???|…|待填|待定|无|暂无|' +
      'тест|test|sample|example|lorem ipsum|asdf|qwerty|name|Buyer Name|your shop|The Item|my product name|our store|' +
      'this seller|signature|имя|Ваше имя|наш магазин|наша товар|название товара|su nombre|nuestra tienda|seu produto|' +
      'nossa loja|votre nom|notre boutique|Ihr Artikel|unser Produktname|imię|sklep|이름|상품명|商品|店铺|姓名|!|—'
    ).split('|'),
  )('%s', (raw) => {
    expect(read(text, raw)).toBe('placeholder');
    expect(read(text, raw, confirmed)).toBe('placeholder');
  });

  it.each(
    'a (x)|(x) a|[x] a|$5|5$|x|#5|testing|a test|nonea|lamp name|your lamp|named|3 < 5|a - b|NAN1|?!a|shop 5|Anna'.split(
      '|',
    ),
  )('and words that do not: %s', (raw) => {
    expect(read(text, raw)).toBe(raw);
  });

  it('are told by the guard as well', () => {
    for (const guard of ['placeholder', 'placeholder-field', 'title-field'])
      expect(read(text, 'lamp', spoken(guard))).toBe('placeholder');
    expect(read(text, 'lamp', spoken('pressure'))).toBe('lamp');
  });

  it.each([
    '订单号：5',
    '订单:5',
    'Order No.: 5',
    'order number: 5',
    'order id: 5',
    'Buyer: Anna',
    'lamp, item: red',
    'lamp; tracking no: 5',
    'lamp|name: x',
    '灯，商品：红',
    '灯、运单号：红',
    '灯；买家姓名：红',
    '灯。收件人：红',
    'номер заказа: 5',
    'Трек-номер: 5',
  ])('a row of a table is none: %s', (raw) => {
    expect(read(text, raw)).toBe('labelled');
  });

  it.each(['border: x', 'lampname: x', 'order 5', 'ratio 3:1', 'renamed: x'])(
    'a colon alone makes no row: %s',
    (raw) => {
      expect(read(text, raw)).toBe(raw);
    },
  );

  it('have an end', () => {
    expect(read(text, 'a'.repeat(300))).toBe('a'.repeat(300));
    expect(read(text, 'a'.repeat(301))).toBe('too-long');
  });
});

describe('a name', () => {
  const text = variable('text');
  it.each([
    ['sentence-field', 'sentence', 'sentence'],
    ['promise-field', 'sentence', 'sentence'],
    ['unlike-amounts', 'confirm-amount', 'lamp'],
    ['past-promise', 'confirm-over', 'lamp'],
    ['odd-name', 'confirm-name', 'lamp'],
    ['no-name', 'confirm-name', 'lamp'],
    ['other-language', 'confirm-language', 'lamp'],
    ['pressure', 'lamp', 'lamp'],
  ])('of which the guard says %s: %s, once confirmed %s', (guard, first, then) => {
    expect(read(text, 'lamp', spoken(guard))).toBe(first);
    expect(read(text, 'lamp', { ...spoken(guard), ...confirmed })).toBe(then);
  });

  it('is asked about in letters the buyer may not read', () => {
    expect(read(text, '灯')).toBe('confirm-writing');
    expect(read(text, '灯', confirmed)).toBe('灯');
  });

  it('of a person is held to what names of people are, others to what names are', () => {
    const kinds: (string | undefined)[] = [];
    const guardsOf = (_: string, kind?: 'name' | 'person') => {
      kinds.push(kind);
      return [];
    };
    read(variable('text', { name: 'buyerName' }), 'Anna', { guardsOf });
    expect(kinds.splice(0)).toEqual(['person']);
    read(variable('text', { name: 'shop' }), 'Anna', { guardsOf });
    expect(kinds.splice(0)).toEqual(['name']);
    read(text, 'Anna', { guardsOf });
    // Goods have a language, which is asked about as of words of one's own.
    expect(kinds.splice(0)).toEqual(['name', undefined]);
    read(text, 'Anna', { guardsOf, ...confirmed });
    expect(kinds).toEqual(['name']);
  });

  it('of somebody keeps the small words of its language, one of goods is asked about', () => {
    for (const name of ['buyerName', 'shop', 'platform'])
      expect(read(variable('text', { name }), 'Ana de la Cruz')).toBe('Ana de la Cruz');
    expect(read(text, 'Ana de la Cruz')).toBe('confirm-language');
    expect(read(text, 'Ana de la Cruz', confirmed)).toBe('Ana de la Cruz');
  });
});

describe('a day', () => {
  const of = (tense: Variable['tense']) => variable('date', { tense });
  const { days: horizon } = library.parts.horizon;
  const far = (days: number) =>
    new Date(Date.parse('2026-11-29') + days * 86_400_000).toISOString().slice(0, 10);

  it('is today or later, unless it tells of what has happened', () => {
    expect(read(of('promise'), '2026-11-29')).toBe('2026-11-29');
    expect(read(of('promise'), '2026-11-28')).toBe('promise-past');
    expect(read(of('ahead'), '2026-11-28')).toBe('date-past');
    expect(read(of(null), '2026-11-28')).toBe('date-past');
    expect(read(of('past'), '2026-11-29')).toBe('2026-11-29');
    expect(read(of('past'), '2026-11-30')).toBe('date-ahead');
  });

  it('is asked about beyond the horizon', () => {
    expect(read(of('promise'), far(horizon))).toBe(far(horizon));
    expect(read(of('promise'), far(horizon + 1))).toBe('confirm-far-ahead');
    expect(read(of('past'), far(-horizon))).toBe(far(-horizon));
    expect(read(of('past'), far(-horizon - 1))).toBe('confirm-far-back');
    expect(read(of('past'), far(-horizon - 1), confirmed)).toBe(far(-horizon - 1));
    const told = readField(of('past'), far(-horizon - 1), {
      language: 'en',
      parts: library.parts,
      days: { today: '2026-11-29', read: readDay },
      optionIds: new Set(),
      currency: '',
      guardsOf: () => [],
      isConfirmed: false,
    });
    expect(told).toEqual({
      key: 'confirm-far-back',
      values: { date: far(-horizon - 1), days: horizon + 1, horizon },
    });
  });

  it('is any where nobody knows the day', () => {
    const days = { today: null, read: readDay };
    expect(read(of('promise'), '2020-01-01', { days })).toBe('2020-01-01');
    expect(read(of('past'), '2060-01-01', { days })).toBe('2060-01-01');
  });
});

describe('a number of an order', () => {
  const id = variable('id');
  it.each([
    '8123456789012345',
    'LP00512345678901',
    'AB 12-34/5_6.7#8',
    'ABCD 1234',
    '１２４５',
    '135',
    `12${'7'.repeat(58)}`,
    'a1b2',
  ])('%s', (raw) => {
    expect(read(id, raw)).toBe(raw === '１２４５' ? '1245' : raw);
  });

  it.each([
    ['ABCDEF', 'id'],
    [`12${'7'.repeat(59)}`, 'id'],
    ['12  45', 'id'],
    ['-1245', 'id'],
    ['1245!', 'id'],
    ['заказ 1245', 'id'],
    // The reply brings its own word.
    ['Order 1245', 'id'],
    ['No. 1245', 'id'],
    ['1245 order', 'id'],
    ['ORDER 1245', 'id'],
    ['nr 1245', 'id'],
    // Typed to have any.
    ['12', 'placeholder'],
    ['1-2', 'placeholder'],
    ['1111', 'placeholder'],
    ['0-00-0', 'placeholder'],
    ['123', 'placeholder'],
    ['1234567', 'placeholder'],
    ['7890123', 'placeholder'],
    // Spoilt by a spreadsheet.
    ['8123456.00', 'id-spoilt'],
    ['8123456,0', 'id-spoilt'],
    ['8.12E+15', 'id-spoilt'],
    ['8123456789012300000', 'confirm-id-rounded'],
  ])('%s is %s', (raw, key) => {
    expect(read(id, raw)).toBe(key);
  });

  it('with zeros at its end is kept where confirmed, a spoilt one never', () => {
    expect(read(id, '8123456789012300000', confirmed)).toBe('8123456789012300000');
    expect(read(id, '8.12E+15', confirmed)).toBe('id-spoilt');
    expect(read(id, '81234.00')).toBe('81234.00');
    expect(read(id, '8123456.05')).toBe('8123456.05');
    expect(read(id, '987')).toBe('987');
  });
});

describe('a choice', () => {
  const option = (name: string) => ({
    id: name,
    label: { en: `${name} label`, 'zh-CN': '标签' },
    text: { en: `${name} text` } as never,
  });
  const options = [option('weather'), option('tax')];
  const own = variable('choice', { options, other: true });

  it('is its text, by its id or its name', () => {
    expect(read(own, 'weather')).toBe('weather text');
    expect(read(own, 'Weather')).toBe('weather text');
    expect(read(own, 'tax label')).toBe('tax text');
  });

  it('takes words of one’s own where it may, without their full stop', () => {
    expect(read(own, 'Rain for a week.')).toBe('Rain for a week');
    expect(read(own, 'Rain for a week。 ')).toBe('Rain for a week');
    expect(read(own, 'Rain for a week?')).toBe('Rain for a week?');
    expect(read({ ...own, other: false }, 'Rain for a week')).toBe('choice');
    expect(read(own, '{x}')).toBe('placeholder');
  });

  it.each([
    // An id of this list or another, or one that was mistyped.
    ['customs-check', 'choice'],
    ['CUSTOMS-CHECK', 'choice'],
    ['rain', 'choice'],
    ['5rain', 'choice'],
    ['Wether', 'choice'],
    ['Weathers', 'choice'],
    ['Feather', 'choice'],
    ['Weatherxx', 'choice'],
    ['Whether', 'choice'],
    ['Weatherxxx', 'Weatherxxx'],
    ['Heathen', 'choice'],
    ['Leathernx', 'Leathernx'],
    ['Wthr', 'Wthr'],
    ['Rain', 'Rain'],
    // Too short to be mistyped.
    ['Tex', 'Tex'],
    ['Rain today', 'Rain today'],
  ])('alone, %s is %s', (raw, expected) => {
    expect(read(own, raw)).toBe(expected);
  });

  it('is refused in letters or words the buyer cannot read', () => {
    expect(read(own, 'Rain 雨 today')).toBe('own-words');
    expect(read(own, '5 6 7')).toBe('own-words');
    expect(read(own, 'der die Rain')).toBe('own-words');
    expect(read(own, 'der die Rain', confirmed)).toBe('own-words');
  });

  it.each([
    ['unlike-amounts', 'confirm-amount'],
    ['past-promise', 'confirm-over'],
    ['promise-field', 'confirm-promise'],
    ['other-language', 'confirm-language'],
  ])('of which the guard says %s is asked about: %s', (guard, key) => {
    expect(read(own, 'Rain today', spoken(guard))).toBe(key);
    expect(read(own, 'Rain today', { ...spoken(guard), ...confirmed })).toBe('Rain today');
    const plan = read({ ...own, tense: 'promise' }, 'Rain today', spoken(guard));
    // A plan is a promise.
    expect(plan).toBe(guard === 'promise-field' ? 'Rain today' : key);
  });
});

describe('figures', () => {
  it('are amounts, currencies and counts', () => {
    expect(read(variable('money'), '12,5')).toBe('12.50');
    expect(read(variable('money'), '12%')).toBe('tool.number.percent-sign');
    expect(read(variable('currency'), 'eur')).toBe('EUR');
    expect(read(variable('currency'), 'zzz')).toBe('tool.number.currency-unknown');
    expect(read(variable('number', { min: 1, max: 9 }), '9')).toBe(9);
    expect(read(variable('number', { min: 1, max: 9 }), '10')).toBe('tool.number.out-of-range');
  });

  it('are kept as they were typed, words as they are seen', () => {
    expect(typedIn(variable('money'), ' 1\u00a02 ')).toBe('1\u00a02');
    expect(typedIn(variable('number'), ' 1\u00a02 ')).toBe('1\u00a02');
    expect(typedIn(variable('text'), ' 1\u00a02 ')).toBe('1 2');
    expect(typedIn(variable('number'), 5)).toBe('5');
    expect(typedIn(variable('money'), null)).toBe('');
    expect(typedIn(variable('text'), undefined)).toBe('');
  });

  it('are said again where they were read from words', () => {
    const said = (type: Variable['type'], given: string | number | null, value: string | number) =>
      understoodOf(variable(type), given, value);
    expect(said('date', 'tomorrow', '2026-11-30')).toBe('2026-11-30');
    expect(said('date', ' 2026-11-30 ', '2026-11-30')).toBeNull();
    expect(said('currency', 'usd', 'USD')).toBe('USD');
    expect(said('currency', 'USD', 'USD')).toBeNull();
    expect(said('currency', null, 'USD')).toBe('USD');
    expect(said('money', '$12', '12.00')).toBe('12.00');
    expect(said('money', '12', '12.00')).toBeNull();
    expect(said('number', '5 days', 5)).toBe('5');
    expect(said('number', '5', 5)).toBeNull();
    expect(said('number', 5, 5)).toBeNull();
    for (const type of ['text', 'id', 'choice'] as const) expect(said(type, 'a', 'b')).toBeNull();
  });

  it('are in the currency of its field, else in that of the first amount that is certain', () => {
    const fields = [
      { key: 'a', variable: variable('money') },
      { key: 'b', variable: variable('money') },
      { key: 'c', variable: variable('currency') },
    ];
    expect(currencyOf(fields, { a: '€5', b: '£6', c: ' usd ' })).toBe('usd');
    expect(currencyOf(fields, { a: '5', b: '6 EUR', c: '' })).toBe('EUR');
    expect(currencyOf(fields, { a: '7 GBP', b: '6 EUR' })).toBe('GBP');
    expect(currencyOf(fields, { a: '5%', b: '$6' })).toBe('');
    expect(currencyOf([], { a: '€5' })).toBe('');
  });
});
