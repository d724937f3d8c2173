import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../../cli-content.ts';
import { holds } from '../engine.ts';
import type { Existence } from '../fault.ts';
import { calculate, calculateAll, type ListingOk } from '../index.ts';
import { dataFrom } from '../tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../../content')));
const ASKED = '2026-11-21T00:00:00Z';

function ok(input: object): ListingOk {
  const result = calculate({ platform: 'aliexpress', ...input }, data, ASKED);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}
/** What a check finds: where, which words, and one of its values or its repair. */
const found = (key: string, input: object, ...values: string[]) =>
  ok(input)
    .findings.filter(({ messageKey }) => messageKey === key)
    .map(({ part, words, values: all, repair }) => [
      part,
      words,
      ...values.map((name) => (name === 'repair' ? repair : all[name])),
    ]);

type Case = [string, object, string[], unknown[]];

const CASES: Case[] = [
  // Pairs and pieces.
  ['L01.pairs-as-pieces', { title: '0 pcs shoes' }, [], []],
  ['L01.pairs-as-pieces', { title: 'Bag for shoes 10 pieces' }, [], []],
  [
    'L01.pairs-as-pieces',
    { goods: 'shoes', title: 'Summer 2026', skus: '12 pcs' },
    ['count', 'pairs'],
    [['skus.0.name', '12 pcs', 12, 6]],
  ],
  [
    'L01.pairs-as-pieces',
    { title: 'Leather shoes', skus: '2 pcs', description: 'warm' },
    ['repair'],
    [['skus.0.name', '2 pcs', '1 pair (2 pieces)']],
  ],
  ['L01.pairs-as-pieces', { title: 'Leather shoes', skus: '1 pc' }, [], []],
  [
    'L01.pairs-as-pieces',
    { title: 'Summer', attributes: 'Quantity: 10 pcs shoes' },
    ['repair'],
    [['attributes.0.value', '10 pcs', '5 pairs (10 pieces) shoes']],
  ],
  [
    'L01.pairs-as-pieces',
    { title: 'Носки 2 шт', language: 'ru' },
    ['repair'],
    [['title', '2 шт', 'Носки 1 пара (2 шт.)']],
  ],
  [
    'L01.pairs-as-pieces',
    { title: 'Носки 4 шт', language: 'ru' },
    ['repair'],
    [['title', '4 шт', 'Носки 2 пары (4 шт.)']],
  ],
  ['L01.lot-conflict', { title: 'Stickers 10 pcs and 20 pcs', unit: 'piece', lot: 1 }, [], []],
  ['L01.lot-conflict', { title: 'Pens 12 pcs', unit: 'dozen', lot: 1 }, [], []],
  [
    'L01.lot-conflict',
    { title: 'Pens 10 pcs', unit: 'dozen', lot: 1 },
    ['title', 'field'],
    [['title', '10 pcs', 10, 12]],
  ],
  ['L01.lot-conflict', { title: 'Knives 6 pcs', unit: 'set' }, [], []],
  ['L01.lot-conflict', { title: 'Knives 6 pcs', unit: 'pack' }, [], []],
  ['L01.lot-conflict', { title: 'Knives 3 sets', unit: 'piece' }, [], []],
  ['L01.lot-conflict', { title: 'Stickers 10 pcs', unit: 'lot' }, [], []],
  [
    'L01.lot-conflict',
    { title: 'Stickers 10 pcs', unit: 'lot', lot: 5 },
    ['title', 'field'],
    [['title', '10 pcs', 10, 5]],
  ],
  [
    'L01.lot-conflict',
    { title: 'Stickers 10 pcs', lot: 5 },
    ['title', 'field'],
    [['title', '10 pcs', 10, 5]],
  ],
  ['L01.lot-conflict', { title: 'Socks 5 pairs (10 pieces)', unit: 'piece', lot: 10 }, [], []],
  ['L01.lot-conflict', { title: 'Socks 5 pairs', unit: 'pair', lot: 5 }, [], []],
  [
    'L01.lot-conflict',
    { title: 'Socks 1 pair', unit: 'piece', lot: 1 },
    ['title', 'field'],
    [['title', '1 pair', 2, 1]],
  ],
  ['L01.lot-field', { title: 'Stickers', unit: 'lot', lot: 5 }, [], []],
  ['L01.lot-field', { title: 'Stickers', unit: 'piece', lot: 1 }, [], []],
  ['L01.lot-field', { title: 'Stickers', lot: 1 }, [], []],
  ['L01.pair-unit', { title: 'Socks 3 pairs', unit: 'piece' }, [], []],
  ['L01.pair-unit', { title: 'Socks', unit: 'piece', lot: 2 }, [], []],
  [
    'L01.pair-unit',
    { title: '棉袜子', unit: '只', language: 'zh' },
    ['repair'],
    [['unit', '只', '双']],
  ],
  ['L01.sku-count', { skus: '5 pcs' }, [], []],
  [
    'L01.sku-count',
    { title: 'Hooks 10 pcs', skus: '4 pcs + 6 pcs' },
    ['title', 'sku'],
    [['skus.0.name', '4 pcs', 10, 6]],
  ],
  ['L01.sku-count', { title: 'Hook 1 pc', skus: '5 pcs' }, [], []],
  [
    'L01.sku-count',
    { title: 'Hooks 2 pcs', skus: '1 dozen' },
    ['sku'],
    [['skus.0.name', '1 dozen', 12]],
  ],

  // Cells, charge and energy.
  ['L06.cell', { title: '18650 battery 9,900mAh' }, ['stated'], [['title', '9,900mAh', 9900]]],
  ['L06.cell', { title: '18650 battery 9 900 mAh' }, ['stated'], [['title', '9 900 mAh', 9900]]],
  ['L06.cell', { title: '18650 battery 3,600mAh' }, [], []],
  ['L06.cell', { title: '4x18650 10000mAh' }, [], []],
  ['L06.cell', { title: '18650 x 4 10000 mAh' }, [], []],
  ['L06.cell', { title: '2 pcs 18650 9900mAh' }, ['stated'], [['title', '9900mAh', 9900]]],
  ['L06.cell', { title: '2 pcs 18650 7200mAh' }, [], []],
  ['L06.cell', { title: 'Battery pack 18650 9900mAh' }, [], []],
  ['L06.cell', { title: 'Battery pack 2x18650 9900mAh' }, [], [['title', '9900mAh']]],
  ['L06.cell', { title: 'Battery 186500 9900mAh' }, [], []],
  ['L06.energy', { title: 'Battery 10000 mAh 111 Wh 11.1V' }, [], []],
  ['L06.energy', { title: 'Battery 10000 mAh 120 Wh 12V' }, [], []],
  [
    'L06.energy',
    { title: 'Power bank 10000mAh 50Wh 5V' },
    ['mah', 'stated', 'should', 'repair'],
    [['title', '50Wh', 10000, 50, 37, 'Power bank 10000mAh 37Wh 5V']],
  ],
  ['L06.energy', { title: 'Power bank 50Wh' }, [], []],
  ['L06.energy', { title: 'Power bank 10000 mAh 38 Wh' }, [], []],
  [
    'L06.airline',
    { title: 'Airline approved power bank 50 Wh', description: 'Pro: 120.5 Wh' },
    ['energy', 'repair'],
    [['title', 'Airline approved', 120.5, 'power bank 50 Wh']],
  ],
  ['L06.airline', { title: 'Airline approved power bank 50 Wh 40000 mAh' }, [], []],
  [
    'L06.airline',
    { title: 'Airline approved power bank 30000 mAh or 10000 mAh' },
    ['energy'],
    [['title', 'Airline approved', 111]],
  ],
  ['L06.airline', { title: 'Airline approved suitcase' }, [], []],
  [
    'L06.card',
    { title: 'SDXC 4TB' },
    ['kind', 'stated', 'most'],
    [['title', '4TB', 'SDXC', 4096, 2048]],
  ],
  ['L06.card', { title: 'SDXC 2TB' }, [], []],
  ['L06.card', { title: 'SDXC card reader 4TB' }, [], []],
  [
    'L06.virtual-memory',
    { title: 'Phone 8+8GB RAM' },
    ['real', 'extra'],
    [['title', '8+8GB RAM', 8, 8]],
  ],
  [
    'L06.virtual-memory',
    { title: 'Phone 8 GB + 4 GB RAM' },
    ['real', 'extra'],
    [['title', '8 GB + 4 GB RAM', 8, 4]],
  ],

  // Delivery and offers.
  [
    'L09.promised-days',
    {
      title: 'Lamp',
      pictures: [{ kind: 'main', text: '3-day delivery' }],
      promise: { daysMax: 20 },
    },
    ['days', 'usual'],
    [['pictures.0.text', '3-day delivery', 3, '20']],
  ],
  [
    'L09.promised-days',
    { title: 'Lamp', description: '3-day delivery', promise: { daysMin: 15, daysMax: 25 } },
    ['usual'],
    [['description', '3-day delivery', '15–25']],
  ],
  [
    'L09.promised-days',
    { title: 'Lamp', description: '3-day delivery', promise: { daysMin: 15 } },
    ['usual'],
    [['description', '3-day delivery', '15']],
  ],
  [
    'L09.not-served',
    { title: 'Lamp', country: 'DE', promise: { line: 'Post', lineServes: ['US'] } },
    ['line', 'missing'],
    [['country', 'DE', 'Post', 'DE']],
  ],
  ['L09.not-served', { title: 'Lamp', country: 'US', promise: { lineServes: ['US'] } }, [], []],
  [
    'L09.not-served',
    { title: 'Lamp', promise: { shipsTo: ['US', 'DE', 'FR'], lineServes: ['US'] } },
    ['missing'],
    [['promise.shipsTo.1', 'DE', 'DE, FR']],
  ],
  [
    'L09.not-served',
    { title: 'Lamp', country: 'BR', promise: { shipsTo: ['全球'], lineServes: ['US'] } },
    ['missing'],
    [['promise.shipsTo.0', '全球', 'BR']],
  ],
  [
    'L09.not-served',
    { title: 'Lamp', promise: { shipsTo: ['worldwide'], lineServes: ['US'] } },
    ['missing'],
    [['promise.shipsTo.0', 'worldwide', 'worldwide']],
  ],
  [
    'L09.not-served',
    { title: 'Lamp', promise: { shipsTo: ['worldwide'], lineServes: ['worldwide'] } },
    [],
    [],
  ],
  [
    'L09.excluded-goods',
    {
      title: 'Scooter',
      goods: 'lithium battery',
      promise: { line: 'Post', excludes: ['battery'] },
    },
    ['line', 'kind'],
    [['goods', 'lithium', 'Post', 'battery']],
  ],
  ['L09.excluded-goods', { title: 'Lithium lamp', promise: { excludes: ['feathers'] } }, [], []],
  [
    'L09.excluded-goods',
    { title: 'Case for lithium battery', promise: { excludes: ['battery'] } },
    [],
    [],
  ],
  [
    'L16.fake-discount',
    { title: 'Lamp', prices: { list: 100, now: 20, low30: 18 } },
    ['list', 'now', 'low', 'rises', 'repair'],
    [['prices.list', '100', '100', '20', '18', 'yes', '20']],
  ],
  [
    'L16.fake-discount',
    { title: 'Lamp', prices: { list: 100, now: 15, low30: 18 } },
    ['rises', 'repair'],
    [['prices.list', '100', 'no', '18']],
  ],
  [
    'L16.fake-discount',
    { title: 'Lamp', prices: { list: 100, now: 18, low30: 18 } },
    ['rises', 'repair'],
    [['prices.list', '100', 'no', '18']],
  ],
  ['L16.fake-discount', { title: 'Lamp', prices: { list: 18, now: 15, low30: 18 } }, [], []],
  ['L16.fake-discount', { title: 'Lamp', prices: { list: 15, now: 15, low30: 12 } }, [], []],
  ['L08.category', { title: 'Oak lamp', category: 'Обувь' }, [], []],
  ['L08.category', { title: 'Lampshades', category: 'Lampshade' }, [], []],
  ['L08.category', { title: 'Tea mug', category: 'Teas > Green' }, [], []],
  [
    'L08.category',
    { title: 'Art mug', category: 'Artificial plants' },
    [],
    [['category', 'Artificial plants']],
  ],

  // Contradictions.
  ['L05.weight', { title: 'Crate 1,000,000 g', attributes: 'Weight: 1000 kg' }, [], []],
  ['L05.weight', { title: 'Kettlebell 5kg', attributes: 'Weight: 0 kg' }, [], []],
  ['L05.weight', { title: 'Kettlebell 5kg', attributes: 'Weight (g): 5000' }, [], []],
  [
    'L05.weight',
    { title: 'Kettlebell 5kg', attributes: 'Weight (g): 4000' },
    ['other'],
    [['title', '5kg', '4000']],
  ],
  ['L05.voltage', { title: 'Kettle 220V', attributes: 'Voltage (V): 110-240' }, [], []],
  [
    'L05.voltage',
    { title: 'Kettle 220V', attributes: 'Voltage (V): 100~127' },
    ['other'],
    [['title', '220V', '100~127']],
  ],
  [
    'L05.voltage',
    { title: 'Lamp', attributes: 'Voltage: 110V', description: 'Voltage 220V' },
    ['other', 'where'],
    [['attributes.0.value', '110V', '220V', 'description']],
  ],
  [
    'L05.voltage',
    { title: 'Lamp', description: 'Voltage 220V', skus: '110V' },
    ['other', 'where'],
    [['description', '220V', '110V', 'skus.0.name']],
  ],
  ['L05.voltage', { title: 'Lamp 220V', skus: '110V\n220V' }, [], []],
  ['L05.size', { title: 'Cover for 150x200 cm bed', attributes: 'Size: 100x100 cm' }, [], []],
  ['L05.size', { title: 'Box 20x30 cm', attributes: 'Size: 20x30x10 cm' }, [], []],
  ['L05.size', { title: 'Box 20x30x10 cm', attributes: 'Size: 20x30 cm' }, [], []],
  ['L05.size', { title: 'Box 20x30 cm', attributes: 'Size: 30x20 cm' }, [], []],
  ['L05.size', { title: 'Monitor 1920x1080', attributes: 'Size: 60x40 cm' }, [], []],
  [
    'L05.size',
    { title: 'Poster 400x200', attributes: 'Size: 500x300' },
    ['other'],
    [['title', '400x200', '500x300']],
  ],
  ['L05.size', { title: 'Box 0x30 cm', attributes: 'Size: 20x30 cm' }, [], []],
  ['L05.size', { title: 'Box 200x300 mm', attributes: 'Size, cm: 20x30' }, [], []],
  ['L05.size', { title: 'Box 2x3 m', attributes: 'Size: 200x300 cm' }, [], []],
  ['L05.size', { title: 'Box 10x20 inch', attributes: 'Size: 25.4x50.8 cm' }, [], []],
  [
    'L05.colour-pictures',
    {
      title: 'Lamp',
      description: 'In 2 colours',
      pictures: 'colour: red\ncolour: blue\ncolour: green',
    },
    ['other'],
    [['description', '2 colours', 3]],
  ],
  ['L05.model', { title: 'Drill DX-500', description: 'Drill DX-300' }, [], []],
  [
    'L05.box',
    { title: 'Lamp', description: 'Package includes: 1 x lamp, 1 x cable\nCable not included.' },
    ['where'],
    [['description', 'includes: 1 x lamp, 1 x cable', 'description']],
  ],
  [
    'L05.box',
    { title: 'Lamp', attributes: 'In the box: lamp, cable', description: 'Without cable' },
    ['other', 'where'],
    [['attributes.0.value', 'cable', 'Without cable', 'description']],
  ],
  ['L05.box', { title: 'Lamp', attributes: 'Cable: 2 m', description: 'Without cable' }, [], []],

  // Scripts.
  [
    'L15.mixed-alphabets',
    { title: 'Shirt ХL' },
    ['letters', 'repair'],
    [['title', 'ХL', 'Х', 'Shirt XL']],
  ],
  ['L15.mixed-alphabets', { title: 'Шорты XL' }, [], []],
  [
    'L15.mixed-alphabets',
    { title: 'Лaмпа' },
    ['letters', 'repair'],
    [['title', 'Лaмпа', 'а', 'Лампа']],
  ],
  ['L15.mixed-alphabets', { title: 'Yeelightовская лампа' }, [], []],

  // Sizes.
  [
    'L07.shoe-chart',
    { title: 'Shoes', description: 'EU 43 = 26.5 cm' },
    ['size', 'cm', 'should', 'chinese'],
    [['description', 'EU 43 = 26.5 cm', 43, 26.5, 41.75, 'yes']],
  ],
  ['L07.shoe-chart', { title: 'Shoes', description: 'EU 38.5 = 24.5 cm' }, [], []],
  [
    'L07.shoe-chart',
    { title: 'Shoes', description: 'EU 41.5 = 24.5 cm' },
    ['size', 'chinese'],
    [['description', 'EU 41.5 = 24.5 cm', 41.5, 'no']],
  ],
  [
    'L07.shoe-chart',
    { title: 'Shoes', description: '265 mm (EU 43)' },
    ['cm', 'chinese'],
    [['description', '265 mm (EU 43', 26.5, 'yes']],
  ],
  [
    'L07.letter-chest',
    { title: 'Shirt', description: 'L: chest 92 cm' },
    ['letter', 'cm', 'low', 'high'],
    [['description', 'L: chest 92 cm', 'L', 92, 98, 110]],
  ],
  ['L07.letter-chest', { title: 'Shirt', description: 'L: chest 98 cm, M: chest 102 cm' }, [], []],
  ['L07.letter-only', { title: 'Shirt', skus: 'S\nM' }, ['sizes'], [['skus.0.name', 'S', 2]]],
  [
    'L07.letter-only',
    { title: 'Shirt', skus: 'Red\nS\n3XL' },
    ['sizes'],
    [['skus.1.name', 'S', 2]],
  ],
  ['L07.letter-only', { title: 'Shirt', skus: 'S\nM', pictures: 'size' }, [], []],
  [
    'L07.letter-only',
    { title: 'Shirt', skus: 'S\nM', pictures: 'main' },
    [],
    [['skus.0.name', 'S']],
  ],
  ['L07.letter-only', { title: 'Shirt', skus: 'S 90 cm\nM' }, [], []],
  ['L07.letter-only', { title: 'Shirt', skus: 'S\nRed' }, [], []],
  ['L07.letter-only', { title: 'Shirt', skus: 'SM\nML' }, [], []],
  ['L07.cm-and-inches', { title: 'Lamp', description: '10 cm / 3.94 inch' }, [], []],
  ['L07.cm-and-inches', { title: 'Lamp', description: '10 cm / 4 in' }, [], []],
  [
    'L07.cm-and-inches',
    { title: 'Lamp', description: '10 cm / 4.50 inch' },
    ['cm', 'inch', 'should'],
    [['description', '10 cm / 4.50 inch', 10, 4.5, 3.94]],
  ],

  // SKUs.
  [
    'L02.accessory-sku',
    { title: 'Laptop with bag', skus: 'Laptop\nLaptop bag' },
    ['sku', 'device'],
    [['skus.1.name', 'bag', 'Laptop bag', 'laptop']],
  ],
  ['L02.accessory-sku', { title: 'Bag for laptop', skus: 'Bag\nStrap' }, [], []],
  ['L02.accessory-sku', { title: 'Laptop', skus: 'Laptop + bag\nBag and laptop' }, [], []],
  [
    'L02.accessory-sku',
    { title: 'Электросамокат 500 Вт', skus: 'Черный\nЗвонок' },
    ['device'],
    [['skus.1.name', 'Звонок', 'scooter']],
  ],
  [
    'L02.accessory-sku',
    { title: '电动滑板车', skus: '黑色\n无线遥控器\n配件' },
    ['sku'],
    [
      ['skus.2.name', '配件', '配件'],
      ['skus.1.name', '遥控器', '无线遥控器'],
    ],
  ],
  // The device with something, or without it, in the words of all three languages.
  [
    'L02.accessory-sku',
    {
      title: 'Laptop',
      skus: 'Black incl. mouse\nBlack (mouse included)\n16GB no charger\nFree bag',
    },
    [],
    [],
  ],
  [
    'L02.accessory-sku',
    { title: 'Laptop', skus: 'Black\nNo. 2 bag' },
    [],
    [['skus.1.name', 'bag']],
  ],
  [
    'L02.accessory-sku',
    { title: 'Ноутбук', skus: 'Черный с сумкой\nЧерный и мышь\nБез зарядки' },
    [],
    [],
  ],
  [
    'L02.accessory-sku',
    { title: '笔记本电脑', skus: '黑色带鼠标\n黑色送电脑包\n黑色配键盘\n黑色不含充电器' },
    [],
    [],
  ],
  ['L03.price-spread', { title: 'Lamp', skus: 'A | 50\nB | 5' }, [], []],
  [
    'L03.price-spread',
    { title: 'Lamp', skus: 'A | 50.01\nB | 5\nC | 20' },
    ['cheap', 'dear', 'dearPrice', 'times'],
    [['skus.1.price', '5.00', 'B', 'A', '50.01', 10]],
  ],
  ['L03.price-spread', { title: 'Lamp', skus: 'A | 90 USD\nB | 5 EUR' }, [], []],
  ['L03.price-spread', { title: 'Lamp', skus: 'A | 90\nB | 0' }, [], []],

  // Each name of a pack; one cell of it is not claimed to hold all.
  ...[
    'powerbank',
    'power bank',
    'battery pack',
    'повербанк',
    'аккумуляторный блок',
    '充电宝',
    '电池组',
  ].map((name): Case => ['L06.cell', { title: `${name} 18650 9900mAh` }, [], []]),
  ...[
    '4x18650',
    '4 × 18650',
    '4 pcs 18650',
    '4 pieces 18650',
    '4 шт 18650',
    '4节18650',
    '4颗18650',
    '18650x4',
    '18650 * 4',
  ].map((cells): Case => ['L06.cell', { title: `${cells} 14000 mAh` }, [], []]),
  ...['mAh', 'мАч', 'мА·ч', '毫安', '毫安时'].map((unit): Case => [
    'L06.cell',
    { title: `18650 9900 ${unit}` },
    ['stated'],
    [['title', `9900 ${unit}`, 9900]],
  ]),
  ...['Wh', 'Вт·ч', 'Втч', '瓦时'].map((unit): Case => [
    'L06.energy',
    { title: `Battery 10000 mAh 50 ${unit}` },
    ['should'],
    [['title', `50 ${unit}`, 37]],
  ]),
  ...[
    'reader',
    'adapter',
    'supports',
    'slot',
    'camera',
    'recorder',
    'player',
    'hard drive',
    'laptop',
    'поддержка',
    'слот',
    '读卡器',
    '支持',
    '相机',
  ].map((taker): Case => ['L06.card', { title: `SDHC 128GB ${taker}` }, [], []]),

  // Memory beside storage, and which of several is quoted.
  [
    'L05.storage',
    { title: 'TV box 64GB 4GB', attributes: 'Storage: 16GB' },
    ['other'],
    [['title', '64GB', '16GB']],
  ],
  [
    'L05.storage',
    { title: 'TV box 4GB 64GB', attributes: 'Storage: 2 GB + 16GB' },
    ['other'],
    [['title', '64GB', '16GB']],
  ],
  ['L05.ram', { title: 'Phone 64GB of storage, very much RAM', attributes: 'RAM: 4 GB' }, [], []],
  [
    'L05.brand',
    { title: 'Sony headphones', attributes: 'Brand: QuietSound', description: 'By QuietSound' },
    [],
    [],
  ],
  [
    'L05.brand',
    { title: 'Sony headphones', attributes: 'Brand: QuietSound' },
    ['other'],
    [['title', 'Sony', 'QuietSound']],
  ],
  ['L05.wool-share', { title: 'Wool 30 %', attributes: 'Material: 30% wool' }, [], []],
  [
    'L05.wool-share',
    { title: 'Wool: 30 %', attributes: 'Material: 31% wool' },
    ['other'],
    [['title', 'Wool: 30 %', '31% wool']],
  ],
  [
    'L05.wool-share',
    { title: 'Sweater\nwool 30%', attributes: 'Material: wool 30%; size: 5% off' },
    [],
    [],
  ],

  // Two alphabets: the one with fewer letters gives way, and Latin where both have as many.
  ['L15.mixed-alphabets', { title: 'Ring СОB' }, ['repair'], [['title', 'СОB', 'Ring СОВ']]],
  ['L15.mixed-alphabets', { title: 'Ring COВ' }, ['repair'], [['title', 'COВ', 'Ring COB']]],
  ['L15.mixed-alphabets', { title: 'Ring АB' }, ['repair'], [['title', 'АB', 'Ring AB']]],
  ['L15.mixed-alphabets', { title: 'Ring АB', brands: ['АB'] }, [], []],
  ['L15.chinese-left', { title: 'Lamp 台灯 desk 护眼' }, [], [['title', '台灯']]],
  ['L15.chinese-left', { title: '台灯', language: 'zh' }, [], []],
  [
    'L15.full-width',
    { title: 'Lamp，warm！２０W' },
    ['repair'],
    [['title', '，', 'Lamp, warm! 20W']],
  ],
  ['L15.full-width', { title: 'A、B。C' }, ['repair'], [['title', '、', 'A, B.C']]],
  ['L15.invisible', { title: 'La\u200bmp' }, ['repair'], [['title', 'U+200B', 'Lamp']]],
  ['L15.invisible', { title: 'Lamp\u202e' }, ['repair'], [['title', 'U+202E', 'Lamp']]],
  ['L15.invisible', { title: 'Soft\u00adbox' }, ['repair'], [['title', 'U+00AD', 'Softbox']]],
  ['L15.no-russian', { platform: 'ozon', title: 'Oak lamp' }, [], [['title', 'Oak lamp']]],
  ['L15.no-russian', { platform: 'ozon', title: 'Oak лампа' }, [], []],
  ['L15.no-russian', { platform: 'ozon', title: '12-34' }, [], []],
  ['L15.no-russian', { platform: 'ozon', title: 'Yeelight', brands: ['Yeelight'] }, [], []],
  [
    'L10.capitals',
    { title: 'GREAT WARM OAKEN Lamp' },
    ['count', 'repair'],
    [['title', 'GREAT', 3, 'Great Warm Oaken Lamp']],
  ],
  ['L10.capitals', { title: 'Great Warm Oaken Lamp' }, [], []],
  ['L10.capitals', { title: 'Great Warm Oaken LAMPS' }, [], []],
  ['L10.capitals', { title: 'GREAT WARM', brands: ['GREAT', 'WARM'] }, [], []],

  // Charts.
  ...['cm', 'см', '厘米'].map((unit): Case => [
    'L07.shoe-chart',
    { title: 'Shoes', description: `EU 43: 26.5 ${unit}` },
    ['cm'],
    [['description', `EU 43: 26.5 ${unit}`, 26.5]],
  ]),
  ...['mm', 'мм', '毫米'].map((unit): Case => [
    'L07.shoe-chart',
    { title: 'Shoes', description: `43 = 265${unit}` },
    ['cm'],
    [['description', `43 = 265${unit}`, 26.5]],
  ]),
  [
    'L07.shoe-chart',
    { title: 'Shoes', description: '43码 265mm' },
    ['size'],
    [['description', '43码 265mm', 43]],
  ],
  [
    'L07.shoe-chart',
    { title: 'Shoes', description: 'размер 43 (26,5 см)' },
    ['cm'],
    [['description', 'размер 43 (26,5 см', 26.5]],
  ],
  [
    'L07.shoe-chart',
    { title: 'Shoes', description: '26.5 cm is EU 43' },
    ['size'],
    [['description', '26.5 cm is EU 43', 43]],
  ],
  ['L07.shoe-chart', { title: 'Shoes', description: 'EU 43 = 27 cm' }, [], []],
  ['L07.foot-or-insole', { title: 'Shoes', description: 'EU 42 = 26.7 cm' }, [], []],
  [
    'L07.foot-or-insole',
    { title: 'Shoes', description: 'EU 42 = 26.7 cm\nEU 43 = 27.3 cm' },
    [],
    [['description', 'EU 42 = 26.7 cm']],
  ],
  [
    'L07.foot-or-insole',
    { title: 'Shoes', description: 'Foot length: EU 42 = 26.7 cm\nEU 43 = 27.3 cm' },
    [],
    [],
  ],
  ...['chest', 'bust', 'грудь', 'обхват груди', '胸围'].map((name): Case => [
    'L07.letter-chest',
    { title: 'Shirt', description: `XL ${name} 100 cm` },
    ['cm'],
    [['description', `XL ${name} 100 cm`, 100]],
  ]),
  ...(
    [
      ['S', 81, 82, 94, 95],
      ['M', 89, 90, 102, 103],
      ['L', 97, 98, 110, 111],
      ['XL', 106, 107, 119, 120],
    ] as const
  ).flatMap(([letter, below, low, high, above]): Case[] =>
    [below, low, high, above].map((cm, i): Case => [
      'L07.letter-chest',
      { title: 'Shirt', description: `${letter}: chest ${cm} cm` },
      ['letter', 'cm'],
      i === 0 || i === 3 ? [['description', `${letter}: chest ${cm} cm`, letter, cm]] : [],
    ]),
  ),
  ['L07.letter-chest', { title: 'Shirt', description: 'XS: chest 20 cm' }, [], []],
  ['L07.letter-only', { title: 'Shirt', skus: 'S\nM', description: 'Chest 90cm' }, [], []],
  ['L07.letter-only', { title: 'Shirt', skus: 'S\nM', description: '胸围90厘米' }, [], []],
  [
    'L07.cm-and-inches',
    { title: 'Lamp', description: '10 cm / 4,50 inch' },
    ['inch'],
    [['description', '10 cm / 4,50 inch', 4.5]],
  ],
  ['L07.cm-and-inches', { title: 'Lamp', description: '100 cm (39 inches)' }, [], []],
  [
    'L07.cm-and-inches',
    { title: 'Lamp', description: '100 cm (42 inches)' },
    ['should'],
    [['description', '100 cm (42 inches', 39.37]],
  ],

  // Pictures.
  ['L14.text-on-main', { title: 'Lamp', pictures: 'angle: SALE\nmain' }, [], []],
  [
    'L14.text-on-main',
    { title: 'Lamp', pictures: 'main: SALE' },
    [],
    [['pictures.0.text', 'SALE']],
  ],
  [
    'L14.colours',
    { title: 'Lamp', skus: 'Red\nBlue\nRed', pictures: 'colour: red' },
    ['sold', 'shown', 'colours'],
    [['skus.1.name', 'Blue', 2, 1, 'Blue']],
  ],
  ['L14.colours', { title: 'Lamp', skus: 'Red\nBlue', pictures: 'real' }, [], []],

  // Words that stand too often.
  [
    'L04.repeated',
    { title: 'Lamp lamps lamp' },
    ['times', 'repair'],
    [['title', 'lamp', 3, 'Lamp lamps']],
  ],
  ['L04.repeated', { title: '12 12 12 and and and' }, [], []],
];

describe('each comparison', () => {
  it.each(CASES)('%s in %j', (key, input, values, expected) => {
    expect(found(key, input, ...values)).toEqual(expected);
  });

  const CYRILLIC = 'АВСЕНІЈКМОРЅТХУасеіјорѕху';
  const LATIN = 'ABCEHIJKMOPSTXYaceijopsxy';
  it.each([...CYRILLIC].map((letter, i) => [letter, LATIN[i]]))(
    'takes %s for the %s it looks like, both ways',
    (cyrillic, latin) => {
      expect(found('L15.mixed-alphabets', { title: `Lamp Q${cyrillic}Q` }, 'repair')).toEqual([
        ['title', `Q${cyrillic}Q`, `Lamp Q${latin}Q`],
      ]);
      expect(found('L15.mixed-alphabets', { title: `Лампа Ж${latin}Ж` }, 'repair')).toEqual([
        ['title', `Ж${latin}Ж`, `Лампа Ж${cyrillic}Ж`],
      ]);
    },
  );

  it('holds between its days, both inclusive, on its platforms and in its languages', () => {
    const check: Existence = {
      id: 'x',
      extends: 'existence',
      tokens: ['x'],
      from: '2026-01-02',
      to: '2026-01-04',
      platforms: ['ozon'],
      languages: ['ru'],
    };
    const on = (day: string, platform = 'ozon', language = 'ru') =>
      holds(check, { day, platform, language } as never);
    expect(['2026-01-01', '2026-01-02', '2026-01-04', '2026-01-05'].map((day) => on(day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([on('2026-01-03', 'ebay'), on('2026-01-03', 'ozon', 'en')]).toEqual([false, false]);
  });
});

describe('the answer', () => {
  it('counts as not given what holds only spaces', () => {
    const { notChecked } = ok({ title: ' ', category: ' ', description: ' \n', country: ' ' });
    expect(notChecked).toEqual(
      expect.arrayContaining(['title', 'category', 'description', 'country']),
    );
    expect(ok({ title: 'Lamp', pictures: ' ' }).notChecked).toContain('pictures');
  });

  it('asks for a chart in centimetres where one was found wrong', () => {
    expect(ok({ title: 'Footwear', description: 'EU 43 = 26.5 cm' }).beforePublishing).toContain(
      'size-chart',
    );
  });

  it('names what it does not know, and nothing of what it knows', () => {
    expect(ok({ title: 'Lamp', what: 1, listings: 2, goods: 'x' }).ignored).toEqual(['what']);
  });

  it('is told how far it is, every twenty-five rows', () => {
    const steps: number[] = [];
    const rows = Array.from({ length: 60 }, () => ({ platform: 'other', title: 'x' }));
    calculateAll(rows, data, ASKED, (done) => steps.push(done));
    expect(steps).toEqual([0, 25, 50]);
  });

  it('puts a copy where its weight belongs, and sums up by rows before findings', () => {
    const { listings, summary } = calculateAll(
      ['Best steel wall hooks', 'Best steel wall hooks', 'Best of the best'].map((title) => ({
        platform: 'aliexpress',
        title,
      })),
      data,
      ASKED,
    );
    expect(
      listings.map((one) => (one.kind === 'ok' ? one.findings.map(({ id }) => id) : [])),
    ).toEqual([['L11'], ['L13', 'L11'], ['L11', 'L11']]);
    expect(summary.byFault).toEqual([
      { id: 'L11', findings: 4, listings: 3 },
      { id: 'L13', findings: 1, listings: 1 },
    ]);
  });

  it('counts pictures against the limit of the platform', () => {
    expect(
      ok({ platform: 'ozon', title: 'Лампа', pictures: 'main\nreal' }).limits.at(-1),
    ).toMatchObject({ field: 'pictures', used: 2, unit: 'pictures', within: true });
    expect(
      ok({ platform: 'tiktok', title: 'Lamp', description: '  two   words\n' }).limits.at(-1),
    ).toMatchObject({ field: 'description', used: 2, unit: 'words' });
  });

  it('sums up what is in most rows first, wherever it was met first', () => {
    const { byFault, byReason } = calculateAll(
      ['120 pieces of shoes', 'Best lamp', 'Best shelf'].map((title) => ({
        platform: 'aliexpress',
        title,
      })),
      data,
      ASKED,
    ).summary;
    expect(byFault.map(({ id, listings }) => [id, listings])).toEqual([
      ['L11', 2],
      ['L01', 1],
    ]);
    expect(byReason).toEqual([{ reason: 'snad-short', findings: 1, listings: 1 }]);
  });

  it('takes as many SKUs, attributes and pictures as a record holds, and no more', () => {
    const many = (count: number, one: object) => Array.from({ length: count }, () => one);
    const kindOf = (input: object) =>
      calculate({ platform: 'other', title: 'x', ...input }, data, ASKED).kind;
    expect([500, 501].map((count) => kindOf({ skus: many(count, { name: 'x' }) }))).toEqual([
      'ok',
      'invalid',
    ]);
    expect(
      [300, 301].map((count) => kindOf({ attributes: many(count, { name: 'x', value: 'y' }) })),
    ).toEqual(['ok', 'invalid']);
    expect([200, 201].map((count) => kindOf({ pictures: many(count, { kind: 'real' }) }))).toEqual([
      'ok',
      'invalid',
    ]);
  });

  it('refuses a day that is none, and a kind of picture nobody knows, in words', () => {
    const issues = (input: object) => {
      const result = calculate({ platform: 'aliexpress', title: 'Lamp', ...input }, data, ASKED);
      return result.kind === 'invalid'
        ? result.issues.map(({ path, values }) => [path, values])
        : [];
    };
    expect(issues({ asOf: 'on 2026-01-01' })).toEqual([['asOf', { text: 'on 2026-01-01' }]]);
    expect(issues({ asOf: '2026-13-01' })).toEqual([['asOf', { text: '2026-13-01' }]]);
    expect(issues({ country: 'Nowhere' })).toEqual([['country', { text: 'Nowhere' }]]);
    expect(issues({ pictures: `main\n${'x'.repeat(50)}` })).toMatchObject([
      ['pictures', { line: 'x'.repeat(40) }],
    ]);
    expect(issues({ pictures: 'main\n sunset over the sea' })).toEqual([
      [
        'pictures',
        {
          line: 'sunset over the sea',
          kinds: 'main, angle, size, colour, box, defect, real',
        },
      ],
    ]);
  });
});
