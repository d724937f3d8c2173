import { describe, expect, it } from 'vitest';
import { answer, found } from '../testing/found.ts';

type Case = [string, object, string[], unknown[]];
const words = 'word '.repeat(25);

const CASES: Case[] = [
  ['L10.title-aliexpress', { title: `${words}fou` }, [], []],
  [
    'L10.title-aliexpress',
    { title: `${words}four` },
    ['used', 'allowed', 'most', 'over', 'repair', 'ruleIds'],
    [['title', 'r', 129, 128, 128, 1, words.trim(), ['aliexpress.listing.title-length']]],
  ],
  // A word longer than half of it is cut itself; a sign of two units is one.
  [
    'L10.title-aliexpress',
    { title: 'x'.repeat(130) },
    ['repair'],
    [['title', 'xx', 'x'.repeat(128)]],
  ],
  [
    'L10.title-aliexpress',
    { title: `a ${'x'.repeat(128)}` },
    ['repair'],
    [['title', 'xx', `a ${'x'.repeat(126)}`]],
  ],
  ['L10.title-aliexpress', { title: '🎁'.repeat(128) }, [], []],
  [
    'L10.title-aliexpress',
    { title: '🎁'.repeat(129) },
    ['used', 'repair'],
    [['title', '🎁', 129, '🎁'.repeat(128)]],
  ],
  ['L10.title-tiktok', { platform: 'tiktok', title: 'x'.repeat(254) }, [], []],
  [
    'L10.title-tiktok',
    { platform: 'tiktok', title: 'x'.repeat(255) },
    ['used', 'allowed', 'most', 'over'],
    [['title', 'x', 255, 255, 254, 1]],
  ],
  ['L10.title-shopee-60', { platform: 'shopee', title: 'x'.repeat(61) }, [], []],
  ['L10.title-shopee-60', { platform: 'shopee', title: 'x'.repeat(61), country: 'US' }, [], []],
  [
    'L10.title-shopee-60',
    { platform: 'shopee', title: 'x'.repeat(61), country: 'PH' },
    ['most'],
    [['title', 'x', 60]],
  ],
  ['L10.title-shopee-80', { platform: 'shopee', title: 'x'.repeat(80), country: 'SG' }, [], []],
  [
    'L10.title-shopee-80',
    { platform: 'shopee', title: 'x'.repeat(81), country: 'SG' },
    ['most'],
    [['title', 'x', 80]],
  ],

  // Fewer than 250 bytes; a Russian letter has two.
  ['L10.search-terms', { platform: 'amazon', searchTerms: 'x'.repeat(249) }, [], []],
  [
    'L10.search-terms',
    { platform: 'amazon', searchTerms: 'ж'.repeat(125) },
    ['used', 'most', 'over', 'repair'],
    [['searchTerms', 'ж'.repeat(125), 250, 249, 1, 'ж'.repeat(124)]],
  ],
  [
    'L10.search-terms',
    { platform: 'amazon', searchTerms: `${'lamp '.repeat(50)}end` },
    ['repair'],
    [['searchTerms', `${'lamp '.repeat(50)}end`, 'lamp '.repeat(50).trim()]],
  ],

  ['L10.sku-code', { title: 'Lamp', skus: [{ name: 'a', code: 'x'.repeat(20) }] }, [], []],
  [
    'L10.sku-code',
    {
      title: 'Lamp',
      skus: [
        { name: 'a', code: '' },
        { name: 'b', code: 'x'.repeat(22) },
      ],
    },
    ['used', 'over', 'repair'],
    [['skus.1.code', 'xx', 22, 2, 'x'.repeat(20)]],
  ],

  [
    'L10.pictures-aliexpress',
    { title: 'Lamp', pictures: 'main\nangle\nangle\nangle\nangle\ncolour: red\nangle' },
    [],
    [],
  ],
  [
    'L10.pictures-aliexpress',
    {
      title: 'Lamp',
      pictures: 'main\nangle\nangle\nangle\nangle\ncolour: red\nangle\nreal\ncolour: blue',
    },
    ['used', 'most', 'repair'],
    [['pictures', '', 7, 6, 'main\nangle\nangle\nangle\nangle\ncolour: red\nangle\ncolour: blue']],
  ],
  ['L10.pictures-aliexpress', { title: 'Lamp' }, [], []],

  ['L10.description-tiktok', { platform: 'tiktok', description: ' word'.repeat(30) }, [], []],
  [
    'L10.description-tiktok',
    { platform: 'tiktok', description: 'word '.repeat(29).trim() },
    ['used', 'allowed', 'repair'],
    [
      [
        'description',
        'word '.repeat(29).trim(),
        29,
        30,
        `${'word '.repeat(29).trim()}\n[[1 words more: material, measures, what is in the box]]`,
      ],
    ],
  ],
  ['L10.description-tiktok', { platform: 'tiktok', description: 'word [[more words]]' }, [], []],
  ['L10.description-tiktok', { platform: 'tiktok', description: 'word', language: 'zh' }, [], []],
  ['L10.description-tiktok', { platform: 'tiktok', title: 'Lamp' }, [], []],

  // Pictures.
  [
    'L14.few',
    { title: 'Lamp', pictures: 'main\nreal' },
    ['count', 'least', 'repair'],
    [['pictures', '', 2, 3, 'main\nreal\nangle: [[…]]']],
  ],
  ['L14.few', { title: 'Lamp', pictures: 'main\nreal\nbox' }, [], []],
  ['L14.few', { title: 'Lamp' }, [], []],
  [
    'L14.few-tiktok',
    {
      platform: 'tiktok',
      title: 'Lamp',
      pictures: [
        { kind: 'main', colour: 'red', text: 'Sale\nnow' },
        { kind: 'real', colour: ' ' },
      ],
    },
    ['repair'],
    [['pictures', '', 'main: red Sale now\nreal\nangle: [[…]]\nsize: [[…]]\ncolour: [[…]]']],
  ],
  [
    'L14.no-size',
    { title: 'Shoes', pictures: 'main' },
    ['repair'],
    [['pictures', '', 'main\nsize: [[photo with a ruler, or a chart in cm]]']],
  ],
  ['L14.no-size', { title: 'Shoes', pictures: 'main\nsize' }, [], []],
  ['L14.no-size', { title: 'Shoes' }, [], []],
  ['L14.no-size', { title: 'Lamp', pictures: 'main' }, [], []],
  [
    'L14.colours',
    {
      title: 'Lamp',
      skus: 'Red\nDark blue\nNavy',
      attributes: 'Colour: green',
      pictures: 'main\ncolour: red',
    },
    ['sold', 'shown', 'colours', 'repair', 'repairInto'],
    [
      [
        'skus.1.name',
        'Dark blue',
        3,
        1,
        'Dark blue, green',
        'main\ncolour: red\ncolour: Dark blue [[…]]\ncolour: green [[…]]',
        'pictures',
      ],
    ],
  ],
  [
    'L14.colours',
    {
      title: 'Lamp',
      skus: 'Red\nBlue',
      pictures: [{ kind: 'colour', colour: 'red', text: 'blue' }],
    },
    [],
    [],
  ],
  [
    'L14.colours',
    { title: 'Lamp', skus: 'Red\nBlue', pictures: [{ kind: 'colour', colour: ' ', text: 'red' }] },
    [],
    [],
  ],
  ['L14.colours', { title: 'Red lamp', description: 'blue', pictures: 'colour: green' }, [], []],
  [
    'L14.text-on-main',
    { title: 'Lamp', pictures: 'angle\nmain: SALE\nreal: oak' },
    ['repair', 'repairInto'],
    [
      [
        'pictures.1.text',
        'SALE',
        'angle\nmain: [[the same picture without words]]\nreal: oak',
        'pictures',
      ],
    ],
  ],
  [
    'L14.text-on-main',
    { title: 'Lamp', pictures: 'main: [[the same picture without words]]' },
    [],
    [],
  ],
  ['L14.text-on-main', { title: 'Lamp', pictures: [{ kind: 'main', text: '  ' }] }, [], []],
  [
    'L05.colour-pictures',
    { title: 'Lamp in 2 colours', pictures: 'colour: red\ncolour: blue\ncolour: red' },
    [],
    [],
  ],
  [
    'L05.colour-pictures',
    { title: 'Lamp', skus: 'one of 1 colour', pictures: 'colour: red\ncolour: blue' },
    [],
    [],
  ],
  [
    'L05.colour-pictures',
    { title: 'Lamp in 1 colour', pictures: 'colour: red\ncolour: blue' },
    ['other', 'where'],
    [['title', '1 colour', 2, 'pictures']],
  ],

  // Alphabets.
  [
    'L15.mixed-alphabets',
    { title: 'Size ХL or ХL' },
    ['letters', 'repair'],
    [['title', 'ХL', 'Х', 'Size XL or XL']],
  ],
  [
    'L15.mixed-alphabets',
    { title: 'Size ХL or SМ' },
    ['letters', 'repair'],
    [
      ['title', 'ХL', 'Х', 'Size XL or SM'],
      ['title', 'SМ', 'М', 'Size XL or SM'],
    ],
  ],
  ['L15.mixed-alphabets', { title: 'Lamp [[size ХL]]' }, [], []],
  ['L15.mixed-alphabets', { title: 'Lamp', searchTerms: 'ХL' }, [], [['searchTerms', 'ХL']]],
  ['L15.mixed-alphabets', { title: 'Lamp', pictures: 'size: ХL', category: 'ХL' }, [], []],
  [
    'L15.chinese-left',
    { title: 'Lamp 台灯，护眼 desk 台灯' },
    ['repair', 'severity'],
    [['title', '台灯，护眼', 'Lamp [[in English: 台灯，护眼]] desk 台灯', 'claims']],
  ],
  ['L15.chinese-left', { title: 'Lamp 小米 desk 台灯', brands: ['小米'] }, [], [['title', '台灯']]],
  ['L15.chinese-left', { title: 'Lamp [[台灯]]' }, [], []],
  ['L15.full-width', { title: 'A，b', language: 'zh' }, [], []],
  [
    'L15.full-width',
    { title: 'Lamp', description: 'Warm\n１２Ｗ：oak，ash。\n５' },
    ['repair'],
    [['description', '１２Ｗ：', '12W: oak, ash.']],
  ],
  ['L15.invisible', { title: 'La\u200bm\u2060p' }, ['repair'], [['title', 'U+200B', 'Lamp']]],
  ['L15.no-russian', { platform: 'ozon', title: '[[по-русски]] Oak lamp' }, [], []],
  [
    'L15.no-russian',
    { platform: 'ozon', title: 'Yeelight lamp', brands: ['Yeelight'] },
    ['repair'],
    [['title', 'Yeelight lamp', '[[название по-русски]] Yeelight lamp']],
  ],
  ['L15.no-russian', { platform: 'aliexpress', title: 'Oak lamp' }, [], []],
  [
    'L15.open-gap',
    { title: 'Lamp [[watts]] and [[volts]]' },
    [],
    [
      ['title', '[[watts]]'],
      ['title', '[[volts]]'],
    ],
  ],
  // Loud is half of the words; two Chinese signs are about one.
  ['L10.capitals', { title: 'GREAT WARM oak lamp' }, ['count'], [['title', 'GREAT', 2]]],
  ['L10.capitals', { title: 'GREAT WARM oak lamp light' }, [], []],
  ['L10.capitals', { title: 'GREAT WARM 护眼台灯' }, ['count'], [['title', 'GREAT', 2]]],
  ['L10.capitals', { title: 'GREAT WARM 护眼台灯台灯' }, [], []],
  ['L10.capitals', { title: 'LED USB' }, [], []],
  ['L10.capitals', { title: 'GREAT' }, [], []],
  ['L10.capitals', { title: 'Lamp', description: 'GREAT WARM' }, [], []],
  ['L10.capitals', { title: 'ТЁПЛАЯ ЛАМПА' }, ['repair'], [['title', 'ТЁПЛАЯ', 'Тёплая Лампа']]],
];

describe('what a field holds', () => {
  it.each(CASES)('%s in %j', (key, input, values, expected) => {
    expect(found(key, input, ...values)).toEqual(expected);
  });

  it('is told beside each limit, also within it', () => {
    expect(answer({ title: 'Lamp', skus: [{ name: 'a', code: 'abc' }] }).limits).toEqual([
      {
        field: 'title',
        used: 4,
        allowed: 128,
        bound: 'at-most',
        unit: 'characters',
        ruleId: 'aliexpress.listing.title-length',
        within: true,
      },
      {
        field: 'skus.0.code',
        used: 3,
        allowed: 20,
        bound: 'at-most',
        unit: 'characters',
        ruleId: 'aliexpress.listing.sku-code',
        within: true,
      },
    ]);
    expect(
      answer({ platform: 'amazon', searchTerms: 'x'.repeat(250) }).limits.map(
        ({ bound, unit, within }) => [bound, unit, within],
      ),
    ).toEqual([['below', 'bytes', false]]);
  });
});
