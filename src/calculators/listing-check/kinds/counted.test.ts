import { beforeAll, describe, expect, it } from 'vitest';
import { wordsOf, fold } from '../text.ts';
import { found, parts } from '../testing/found.ts';
import { countsOfHan, itemOfHan, nounInHan } from './count-han.ts';
import { countsOf, firstCounted, itemOf, nounIn, type CountData } from './count-words.ts';

const CHECK = 'L05.box-count';

type Case = [object, string[], unknown[]];
const box = (text: string, rest: object = {}) => ({
  attributes: [{ name: 'In the box', value: text }],
  ...rest,
});

const CASES: Case[] = [
  [
    box('2 x battery, 1 x charger', { title: 'Drill with 1 battery' }),
    ['other', 'where', 'severity', 'reason', 'repair'],
    [
      [
        'title',
        '1 battery',
        '2 x battery',
        'attributes.0.value',
        'claims',
        'snad-short',
        'Drill with [[1 battery or 2 x battery]]',
      ],
    ],
  ],
  [box('2 x battery', { title: 'Drill with 2 batteries' }), [], []],
  [box('2 x battery', { title: 'Drill' }), [], []],

  // A list in running text ends with its sentence or line, or, where it has lines, before an empty one.
  ...[
    'In the box: 2 x cable',
    'In the box - 2 x cable',
    'In the box 2 x cable',
    'Lamp. In the box:\n2 x cable',
  ].map((description): Case => [
    { title: 'Lamp with 1 cable', description },
    ['other', 'where'],
    [['title', '1 cable', '2 x cable', 'description']],
  ]),
  [
    { title: 'Lamp with 1 cable', description: 'In the box:\n1 lamp\n2 x cable' },
    ['other'],
    [['title', '1 cable', '2 x cable']],
  ],
  ...[
    'In the box: 1 x cable. 3 lamps',
    'In the box: 1 x cable\n3 lamps',
    'In the box:\n1 x cable\n \n3 lamps',
    'In the box: 1 x cable！3 lamps',
  ].map((description): Case => [{ title: 'Set of 2 lamps', description }, [], []]),
  // One long and two short ones are three.
  [
    { title: 'Lamp with 3 cables', description: 'In the box: 1 long cable, 2 short cables' },
    [],
    [],
  ],
  [
    box('5 cables', { title: 'Lamp, 1 long cable, 2 short cables' }),
    ['other', 'repair'],
    [['title', '1 long cable', '5 cables', 'Lamp, [[1 long cable or 5 cables]]']],
  ],
  [
    {
      title: 'Lamp',
      attributes: [
        { name: 'Package', value: '1 cable, 1 lamp' },
        { name: 'In the box', value: '1 lamp, 1 cable' },
      ],
      description: 'With 3 cables',
    },
    ['other', 'repair'],
    [['attributes.0.value', '1 cable', '3 cables', '[[1 cable or 3 cables]], 1 lamp']],
  ],
  [box('6 colours', { title: 'Pens in 8 colours' }), [], []],

  // What the goods need or hold does not come with them.
  [box('1 battery', { title: 'Lamp', description: 'Requires 2 batteries' }), [], []],
  [box('1 battery', { title: 'Lamp', description: '2 batteries not included' }), [], []],
  [
    box('1 battery', {
      title: 'Lamp',
      description: 'With 2 batteries in the handle of it and a lid not included',
    }),
    ['other', 'where'],
    [['attributes.0.value', '1 battery', '2 batteries', 'description']],
  ],
  [
    box('1 battery', { title: 'Lamp', description: '2 batteries. Lid not included' }),
    [],
    [['attributes.0.value', '1 battery']],
  ],
  [box('1 battery', { title: 'Case for 2 batteries' }), [], []],

  // Number of ports: an adjective counts as well, and running text may speak of others.
  ...['Number of ports', 'Ports quantity', 'Qty of ports'].map((name): Case => [
    { title: '7 port hub', attributes: [{ name, value: ' 4 ' }] },
    ['other', 'where', 'severity'],
    [['title', '7 port', '4', 'attributes.0.value', 'claims']],
  ]),
  ...['4 pcs.', '4pcs', '4 шт'].map((value): Case => [
    { title: '7 port hub', attributes: [{ name: 'Number of ports', value }] },
    ['other'],
    [['title', '7 port', value]],
  ]),
  ...['about 4', '4 or 7', '4 / 7', 'four'].map((value): Case => [
    { title: '7 port hub', attributes: [{ name: 'Number of ports', value }] },
    [],
    [],
  ]),
  [{ title: '7 port hub', attributes: 'Ports: 4' }, [], []],
  [
    { title: 'Hub', attributes: 'Number of ports: 4', description: 'It has 7 ports' },
    ['other', 'severity'],
    [['attributes.0.value', '4', '7 ports', 'advice']],
  ],
  [
    { title: '7 port hub', attributes: 'Number of ports: 4\nIn the box: 4 ports' },
    ['other'],
    [['title', '7 port', '4']],
  ],

  // “Quantity” counts what the title begins with.
  [{ title: '12 pens', attributes: 'Quantity: 10' }, ['other'], [['title', '12 pens', '10']]],
  [{ title: '3 pens', attributes: 'Quantity: 2' }, ['other'], [['title', '3 pens', '2']]],
  [{ title: '3 pens', attributes: 'Quantity: 1' }, [], []],
  [{ title: '3 pens', attributes: 'Quantity: many' }, [], []],
  [{ title: '3 pens 钢笔', attributes: 'Quantity: 2' }, [], []],
  [{ skus: '12 pens', attributes: 'Quantity: 10' }, [], []],

  // Options: what one holds, and numbers that are both on offer.
  [
    { title: 'Drill', skus: [{ name: 'with 2 batteries', contains: '1 battery, 1 drill' }] },
    ['other', 'where'],
    [['skus.0.name', '2 batteries', '1 battery', 'skus.0.contains']],
  ],
  [
    {
      title: 'Drill',
      skus: [
        { name: 'with 2 batteries', contains: '2 x battery' },
        { name: 'with 1 battery', contains: '1 x battery' },
      ],
    },
    [],
    [],
  ],
  [box('1 cable', { title: 'Lamp with 2 cables', skus: 'with 1 cable\nwith 2 cables' }), [], []],

  // Chinese.
  [
    { language: 'zh', title: '电钻 1块电池', description: '包装清单：1个充电器， 2块电池' },
    ['other', 'where'],
    [['title', '1块电池', '2块电池', 'description']],
  ],
  [
    { language: 'zh', title: '电钻 1块电池', attributes: '包装清单: 2块电池（锂电），1个充电器' },
    ['other'],
    [['title', '1块电池', '2块电池（锂电）']],
  ],
  [
    { language: 'zh', title: '电钻', attributes: '包装清单: 2块电池', description: '内含1块电池' },
    ['other', 'severity'],
    [['attributes.0.value', '2块电池', '1块电池', 'claims']],
  ],
  [
    { language: 'zh', title: '玻璃杯x6', attributes: '包装清单: 4个玻璃杯' },
    ['other'],
    [['title', '玻璃杯x6', '4个玻璃杯']],
  ],
  ...['端口数量', '端口 数量'].map((name): Case => [
    { language: 'zh', title: '7个端口的集线器', attributes: [{ name, value: '4' }] },
    ['other'],
    [['title', '7个端口', '4']],
  ]),
];

describe('numbers of one thing', () => {
  it.each(CASES)('%j', (input, values, expected) => {
    expect(found(CHECK, input, ...values)).toEqual(expected);
  });
});

let ready: CountData;
beforeAll(() => {
  ready = { data: parts(), small: new Set(parts().small) };
});

describe('an item of a list', () => {
  it.each([
    ['1 x battery', 1, 'battery', '1 x battery'],
    ['2x battery', 2, 'battery', '2x battery'],
    ['x2 batteries', 2, 'battery', 'x2 batteries'],
    ['battery x2', 2, 'battery', 'battery x2'],
    ['battery 2', 2, 'battery', 'battery 2'],
    ['battery (2 pcs)', 2, 'battery', 'battery (2 pcs'],
    ['2 pcs batteries', 2, 'battery', '2 pcs batteries'],
    ['2 spare lithium batteries', 2, 'battery', '2 spare lithium batteries'],
    ['2 batteries for the drill', 2, 'battery', '2 batteries'],
    ['2 batteries (spare)', 2, 'battery', '2 batteries'],
    ['2 of the batteries', 2, 'battery', '2 of the batteries'],
    ['two batteries', 2, 'battery', 'two batteries'],
    ['999 batteries', 999, 'battery', '999 batteries'],
    ['1 glass', 1, 'glass', '1 glass'],
    ['аккумулятор – 2 шт.', 2, 'аккумулятор', 'аккумулятор – 2 шт'],
    ['2 запасных аккумулятора', 2, 'аккумулятор', '2 запасных аккумулятора'],
    ['1 большая чёрная сумка для дрели', 1, 'сумк', '1 большая чёрная сумка'],
  ])('%s', (text, count, noun, words) => {
    const item = itemOf(fold(text), wordsOf(fold(text)), ready);
    expect(item && [item.count, item.noun, text.slice(item.start, item.end)]).toEqual([
      count,
      noun,
      words,
    ]);
  });

  it.each([
    'battery',
    '2',
    '2 pcs',
    '0 batteries',
    '1000 batteries',
    '1 batteries',
    'battery 2 cable',
    '2 batteries 3 cables',
    '2 sets batteries',
    'batteries 2 sets',
    '2 AB',
    '2 mp3',
    '2 for',
  ])('is none: %s', (text) => {
    expect(itemOf(fold(text), wordsOf(fold(text)), ready)).toBeNull();
  });
});

describe('what is counted', () => {
  it.each([
    ['usb ports', 'port'],
    ['ports of the hub', 'port'],
    ['ports per hub', 'port'],
    ['usb', 'usb'],
    ['a', null],
    ['', null],
  ])('by the name of an attribute: %s', (name, noun) => {
    expect(nounIn(name, ready)).toBe(noun);
  });

  it.each([
    ['12 pens', 'pen'],
    ['12 pens in a box', 'pen'],
    ['12 pen', null],
    ['12 volts', null],
    ['12 pcs pens', null],
    ['12 glass', null],
    ['12', null],
    ['blue pens', null],
    ['', null],
  ])('by a title: %s', (title, noun) => {
    expect(firstCounted(wordsOf(fold(title)), ready)).toBe(noun);
  });
});

describe('counts of one noun', () => {
  const counts = (raw: string, noun: string, isNamed: boolean) => {
    const text = fold(raw);
    return countsOf({ text } as never, wordsOf(text), noun, isNamed, ready).map(
      ({ count, start, end }) => [count, raw.slice(start, end)],
    );
  };
  it.each([
    ['2 batteries', [[2, '2 batteries']]],
    ['with two batteries', [[2, 'two batteries']]],
    ['2 spare lithium batteries', [[2, '2 spare lithium batteries']]],
    ['2 of spare lithium batteries', []],
    ['2 very good spare batteries', []],
    ['2 x batteries', [[2, '2 x batteries']]],
    ['2× batteries', [[2, '2× batteries']]],
    ['2 pcs batteries', [[2, '2 pcs batteries']]],
    ['2 sets batteries', []],
    ['2 for batteries', []],
    ['2, batteries', []],
    ['2\nbatteries', []],
    ['0 batteries', []],
    ['1/2 batteries', []],
    ['1-2 batteries', []],
    ['#2 batteries', [[2, '2 batteries']]],
    // In the singular one, or right before it, and nothing it could belong to.
    ['1 spare battery', [[1, '1 spare battery']]],
    ['2 spare battery', []],
    ['2 battery', [[2, '2 battery']]],
    ['2 battery packs', []],
    ['1 battery pack', []],
    ['2 battery, packs', [[2, '2 battery']]],
    ['2 battery and charger', [[2, '2 battery']]],
    ['2 battery 3 cables', [[2, '2 battery']]],
    ['batteries x2', [[2, 'batteries x2']]],
    ['batteries × 3', [[3, 'batteries × 3']]],
    ['batteries (2 pcs)', [[2, 'batteries (2']]],
    ['batteries 2 pcs', [[2, 'batteries 2']]],
    ['batteries 2', []],
    ['batteries (2 sets)', []],
    ['batteries, 2 pcs', []],
    [
      '2 batteries, 3 batteries',
      [
        [2, '2 batteries'],
        [3, '3 batteries'],
      ],
    ],
    ['2-battery drill', []],
  ] as [string, unknown[]][])('%s', (text, expected) => {
    expect(counts(text, 'battery', false)).toEqual(expected);
  });

  it.each([
    ['7 port hub', [[7, '7 port']]],
    ['7-port hub', [[7, '7-port']]],
    ['7-ports hub', [[7, '7-ports']]],
    ['7-pin hub', []],
    ['7 usb port hub', [[7, '7 usb port']]],
  ] as [string, unknown[]][])('that an attribute names: %s', (text, expected) => {
    expect(counts(text, 'port', true)).toEqual(expected);
  });

  it('in Russian', () => {
    expect(counts('2 запасных аккумулятора', 'аккумулятор', false)).toEqual([
      [2, '2 запасных аккумулятора'],
    ]);
    expect(counts('аккумулятор 2 шт', 'аккумулятор', false)).toEqual([[2, 'аккумулятор 2']]);
  });
});

describe('counts in Chinese', () => {
  it.each([
    ['2块电池', 2, '电池', '电池'],
    ['2 x 电池', 2, '电池', '电池'],
    [' 2 电池 ', 2, '电池', '电池'],
    ['两块锂电池', 2, '电池', '锂电池'],
    ['十二块电池', 12, '电池', '电池'],
    ['电池×2', 2, '电池', '电池'],
    ['电池：2块', 2, '电池', '电池'],
    ['USB充电线1个', 1, '电线', '充电线'],
    ['3双袜子', 6, '袜子', '袜子'],
    ['袜子3双', 6, '袜子', '袜子'],
  ])('of a list: %s', (item, count, noun, name) => {
    expect(itemOfHan(item, ready.data)).toEqual({ count, noun, name });
  });

  it.each(['电池', '0块电池', '2块', '1000块电池', '电池1000块', '2 batteries'])(
    'none: %s',
    (item) => {
      expect(itemOfHan(item, ready.data)).toBeNull();
    },
  );

  it.each([
    ['端口', '端口'],
    ['USB端口', '端口'],
    ['金属端口', '端口'],
    ['口', null],
    ['端口USB', null],
    ['', null],
  ])('by a name: %s', (name, noun) => {
    expect(nounInHan(name)).toBe(noun);
  });

  const counts = (raw: string, noun: string, ...names: string[]) =>
    countsOfHan(fold(raw), noun, names, ready.data).map(({ count, start, end }) => [
      count,
      raw.slice(start, end),
    ]);
  it.each([
    ['2块电池', [[2, '2块电池']]],
    ['两块高能锂电池', [[2, '两块高能锂电池']]],
    ['2块超级高能锂铁电池', []],
    ['2电池', []],
    ['第2块电池', []],
    ['1.2块电池', []],
    ['0块电池', []],
    ['电池×2', [[2, '电池×2']]],
    ['电池 x 12', [[12, '电池 x 12']]],
    ['电池x2.5', []],
    ['电池2块', [[2, '电池2块']]],
    ['电池2块装', [[2, '电池2块']]],
    ['电池2块板', []],
    [
      '2块电池，3块电池',
      [
        [2, '2块电池'],
        [3, '3块电池'],
      ],
    ],
    ['电池', []],
    ['2块电板', []],
  ] as [string, unknown[]][])('of a text: %s', (text, expected) => {
    expect(counts(text, '电池')).toEqual(expected);
  });

  it('in pairs, and by the whole name', () => {
    expect(counts('2双袜子', '袜子')).toEqual([[4, '2双袜子']]);
    expect(counts('袜子2双', '袜子')).toEqual([[4, '袜子2双']]);
    expect(counts('玻璃杯x6', '璃杯', '玻璃杯')).toEqual([[6, '玻璃杯x6']]);
  });
});
