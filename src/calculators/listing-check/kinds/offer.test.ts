import { describe, expect, it } from 'vitest';
import { found, foundBy } from '../testing/found.ts';

type Case = [string, object, string[], unknown[]];

const promised = (text: string, usual: object = { daysMax: 20 }) => ({
  title: 'Lamp',
  description: text,
  promise: usual,
});
const goes = (promise: object, rest: object = {}) => ({ title: 'Lamp', promise, ...rest });
const costs = (prices: object, rest: object = {}) => ({ title: 'Lamp', prices, ...rest });

const CASES: Case[] = [
  ['L09.prepare', goes({ prepareDays: 1 }), [], []],
  ['L09.prepare', goes({ prepareDays: 60 }), [], []],
  [
    'L09.prepare',
    goes({ prepareDays: 0 }),
    ['days', 'least', 'most', 'repair', 'repairKind', 'ruleIds'],
    [
      [
        'promise.prepareDays',
        '0',
        0,
        1,
        60,
        '[[1–60]]',
        'gap',
        ['aliexpress.listing.prepare-days'],
      ],
    ],
  ],
  ['L09.prepare', goes({ prepareDays: 61 }), ['days'], [['promise.prepareDays', '61', 61]]],
  ['L09.prepare', goes({}), [], []],

  ['L09.promised-days', promised('20-day delivery'), [], []],
  ['L09.promised-days', promised('3-day delivery', {}), [], []],
  // The longer end of what is promised counts.
  ['L09.promised-days', promised('Delivery in 15-25 days'), [], []],
  [
    'L09.promised-days',
    promised('Delivery in 7-12 days'),
    ['days', 'usual', 'repair'],
    [['description', 'Delivery in 7-12 days', 12, '20', 'delivery in 20 days']],
  ],
  [
    'L09.promised-days',
    promised('5-day delivery', { daysMin: 20, daysMax: 20 }),
    ['usual'],
    [['description', '5-day delivery', '20']],
  ],
  // Two ways of saying it in one stretch: one promise, the shorter.
  [
    'L09.promised-days',
    promised('24-hour delivery in 5 days'),
    ['days'],
    [['description', '24-hour delivery in 5 days', 1]],
  ],
  [
    'L09.promised-days',
    promised('Delivery in 5 days. Next-day delivery.'),
    ['days', 'repair'],
    [
      ['description', 'Delivery in 5 days', 5, 'delivery in 20 days.'],
      ['description', 'Next-day delivery', 1, 'Delivery in 20 days.'],
    ],
  ],

  [
    'L09.free-shipping',
    goes({ freeShipping: false }, { title: 'Lamp, free shipping, free delivery' }),
    ['repair'],
    [
      ['title', 'free shipping', 'Lamp'],
      ['title', 'free delivery', 'Lamp'],
    ],
  ],
  [
    'L09.free-shipping',
    goes({ freeShipping: false }, { pictures: [{ kind: 'main', text: 'Free shipping' }] }),
    ['reason'],
    [['pictures.0.text', 'Free shipping', 'snad-description']],
  ],
  ['L09.free-shipping', goes({ freeShipping: true }, { title: 'Lamp, free shipping' }), [], []],
  ['L09.free-shipping', goes({}, { title: 'Lamp, free shipping' }), [], []],

  ['L09.not-served', goes({ shipsTo: ['US'] }), [], []],
  ['L09.not-served', goes({ shipsTo: ['US'], lineServes: ['US'] }), [], []],
  ['L09.not-served', goes({ shipsTo: ['Germany'], lineServes: ['DE'] }), [], []],
  ['L09.not-served', goes({ shipsTo: ['NARNIA '], lineServes: [' narnia'] }), [], []],
  [
    'L09.not-served',
    goes({ shipsTo: ['Narnia'], lineServes: ['US', 'Germany'] }),
    ['missing', 'repair', 'repairInto', 'reason'],
    [['promise.shipsTo.0', 'Narnia', 'NARNIA', 'US, Germany', 'promise.shipsTo', 'inr-lost']],
  ],
  [
    'L09.not-served',
    goes({ shipsTo: ['US', 'Worldwide shipping'], lineServes: ['US'] }, { country: 'US' }),
    ['missing', 'repair', 'repairInto'],
    [['promise.shipsTo.1', 'Worldwide shipping', 'worldwide', 'US', 'promise.shipsTo']],
  ],
  // A line that goes everywhere says so in any language.
  ...['worldwide', 'World-wide', '全球', 'весь мир', 'доставка по всему миру'].flatMap(
    (world): Case[] => [
      ['L09.not-served', goes({ shipsTo: ['US', 'worldwide'], lineServes: [world] }), [], []],
      [
        'L09.not-served',
        goes({ shipsTo: [world], lineServes: ['US'] }),
        ['missing'],
        [['promise.shipsTo.0', world, 'worldwide']],
      ],
    ],
  ),
  [
    'L09.not-served',
    goes({ line: '[[a line that serves DE]]', shipsTo: ['DE'], lineServes: ['US'] }),
    [],
    [],
  ],
  [
    'L09.not-served',
    goes({ line: 'Post', lineServes: ['US'] }, { country: 'DE' }),
    ['repair', 'repairInto'],
    [['country', 'DE', '[[a line that serves DE]]', 'promise.line']],
  ],

  ...(
    [
      ['title', { title: 'Perfume bottle' }, 'Perfume', ' Liquid '],
      ['attributes.0.value', { title: 'Lamp', attributes: 'Power: lithium' }, 'lithium', 'battery'],
      ['skus.0.name', { title: 'Lamp', skus: 'with shampoo' }, 'shampoo', 'liquid'],
      ['title', { title: 'Магнитный держатель' }, 'Магнитный', 'magnet'],
      // Named by any of its words.
      ['title', { title: 'Lamp with battery' }, 'battery', 'power banks'],
      ['title', { title: 'Lamp with battery' }, 'battery', 'аккумуляторы'],
      ['title', { title: 'Lamp with battery' }, 'battery', '电池'],
    ] as const
  ).map(([part, input, words, kind]): Case => [
    'L09.excluded-goods',
    { ...input, promise: { line: 'Post', excludes: [kind] } },
    ['kind'],
    [[part, words, kind]],
  ]),
  [
    'L09.excluded-goods',
    { title: 'Perfume with oil', promise: { excludes: ['liquid', 'powder'] } },
    [],
    [['title', 'Perfume']],
  ],
  [
    'L09.excluded-goods',
    { title: 'Lamp', description: 'No battery needed', promise: { excludes: ['battery'] } },
    [],
    [],
  ],
  [
    'L09.excluded-goods',
    {
      title: 'Battery',
      promise: { line: '[[a line that takes: battery]]', excludes: ['battery'] },
    },
    [],
    [],
  ],
  ['L09.excluded-goods', { title: 'Battery', promise: { excludes: ['battery acid'] } }, [], []],

  [
    'L08.category',
    { title: 'Oak lamp', category: 'Shoes' },
    ['title', 'repair'],
    [['category', 'Shoes', 'Oak lamp', '[[the category of: Oak lamp]]']],
  ],
  ['L08.category', { category: 'Shoes' }, [], []],
  ['L08.category', { title: 'Oak lamp' }, [], []],
  ['L08.category', { title: 'Oak lamp', category: '[[the category of: Oak lamp]]' }, [], []],
  // Without a title the goods are named.
  [
    'L08.category',
    { title: ' ', goods: 'Oak lamp', category: 'Shoes' },
    ['repair'],
    [['category', 'Shoes', '[[the category of: Oak lamp]]']],
  ],
  ['L08.category', { title: 'Summer 2026', goods: 'shoes', category: 'Shoes' }, [], []],
  // A letter alone and a small word are no words in common.
  ['L08.category', { title: 'X', category: 'Shoes' }, [], []],
  ['L08.category', { title: 'Lamp X', category: 'X > Shoes' }, [], [['category', 'X > Shoes']]],
  [
    'L08.category',
    { title: 'Lamp for desks', category: 'Shoes for women' },
    [],
    [['category', 'Shoes for women']],
  ],
  // Four letters make a word within another: lamp, lampshade; three do not: car, carpet.
  ['L08.category', { title: 'Lampshade', category: 'Lamp' }, [], []],
  ['L08.category', { title: 'Lamp', category: 'Lampshade' }, [], []],
  ['L08.category', { title: 'Carpet', category: 'Car' }, [], [['category', 'Car']]],
  ['L08.category', { title: 'Car', category: 'Carpet' }, [], [['category', 'Carpet']]],
  ['L08.category', { title: 'Sneakers', category: 'Footwear' }, [], []],
  // Two Chinese signs in common, side by side, are a word in common.
  ['L08.category', { title: '数据线', category: '园艺工具' }, [], [['category', '园艺工具']]],
  ['L08.category', { title: '快充充电器', category: '手机充电器' }, [], []],
  ['L08.category', { title: '数据线', goods: '手机配件', category: '手机' }, [], []],
  ['L08.category', { title: '右手 机器', category: '手机' }, [], [['category', '手机']]],
  ['L08.category', { title: '连衣裙', category: '裙子' }, [], []],
  ['L08.category', { title: '夏季新款', goods: '长裙', category: '裙子' }, [], []],
  // Two languages share no word.
  ['L08.category', { title: 'Oak lamp', category: '鞋子' }, [], []],
  ['L08.category', { title: 'Дубовая лампа', category: 'Обувь' }, [], [['category', 'Обувь']]],
  ['L08.category', { title: 'Дубовая лампа', category: 'Shoes' }, [], []],
  [
    'L08.category',
    { title: 'Oak lamp', goods: '灯具', category: 'Shoes' },
    [],
    [['category', 'Shoes']],
  ],

  [
    'L16.no-history',
    costs({ list: 20, now: 15 }),
    ['list', 'now', 'repairInto', 'repair'],
    [['prices.list', '20', '20', '15', 'prices.low30', '[[lowest price of the last 30 days]]']],
  ],
  ['L16.no-history', costs({ list: 15, now: 15 }), [], []],
  ['L16.no-history', costs({ list: 14, now: 15 }), [], []],
  ['L16.no-history', costs({ list: 20, now: 15, low30: 15 }), [], []],
  ['L16.no-history', costs({ list: 20 }), [], []],
  ['L16.no-history', costs({ now: 20 }), [], []],

  ['L16.bulk', costs({ bulkPercentOff: 50 }), [], []],
  [
    'L16.bulk',
    costs({ bulkPercentOff: 62.5 }),
    ['off', 'pays', 'repair'],
    [['prices.bulkPercentOff', '62.5', '62.5', '37.5', '[[62.5 or 37.5]]']],
  ],

  ['L16.zhe', { title: '台灯8折' }, [], []],
  ['L16.zhe', costs({ bulkPercentOff: 20 }, { title: '台灯8折' }), [], []],
  ['L16.zhe', costs({ bulkPercentOff: 12.5 }, { title: '台灯18折，0.5折' }), [], []],
  [
    'L16.zhe',
    costs({ bulkPercentOff: 12.5 }, { title: '台灯8折' }),
    ['off', 'said', 'repair'],
    [['title', '8折', '12.5', 20, '台灯[[8折 / 8.75折]]']],
  ],
  ['L16.zhe', costs({ bulkPercentOff: 15 }, { title: '台灯8.5 折' }), [], []],
  [
    'L16.zhe',
    costs({ bulkPercentOff: 30 }, { pictures: [{ kind: 'main', text: '8.5 折' }] }),
    ['off', 'said'],
    [['pictures.0.text', '8.5 折', '30', 15]],
  ],
];

describe('what a listing promises and offers', () => {
  it.each(CASES)('%s in %j', (key, input, values, expected) => {
    expect(found(key, input, ...values)).toEqual(expected);
  });

  it('days come from words that the data names, before each how many', () => {
    const promises = { words: ['(\\d+)(?:-(\\d+))? days'], spoken: ['1 by tomorrow', '0 at once'] };
    const tell = (text: string) => foundBy('promised-days', promises, promised(text), 'days');
    expect(tell('by tomorrow or at once, 3-4 days')).toEqual([
      ['description', 'by tomorrow', 1],
      ['description', 'at once', 0],
      ['description', '3-4 days', 4],
    ]);
    expect(tell('tomorrow')).toEqual([]);
  });

  it('words that mean the same stand in a line of the data', () => {
    const tell = (category: string) =>
      foundBy(
        'category',
        { alike: ['kettle teapot', 'chair stool'], heads: [] },
        { title: 'Kettle', category },
      );
    expect(tell('Teapots')).toEqual([]);
    expect(tell('Stools')).toEqual([['category', 'Stools']]);
  });

  it('preparation is held to a rule with a least and a most, and to nothing without one', () => {
    const tell = (rule: string) => foundBy('prepare-days', { rule }, goes({ prepareDays: 500 }));
    expect(tell('aliexpress.listing.prepare-days')).toEqual([['promise.prepareDays', '500']]);
    expect(tell('aliexpress.listing.title-max')).toEqual([]);
    expect(tell('no.such.rule')).toEqual([]);
  });
});
