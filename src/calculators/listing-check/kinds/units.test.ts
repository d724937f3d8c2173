import { describe, expect, it } from 'vitest';
import { found } from '../testing/found.ts';

type Case = [string, object, string[], unknown[]];

const CASES: Case[] = [
  [
    'L01.pairs-as-pieces',
    { title: '120 pieces  of shoes' },
    ['count', 'pairs', 'repair'],
    [['title', '120 pieces', 120, 60, '60 pairs (120 pieces) shoes']],
  ],
  ['L01.pairs-as-pieces', { goods: '120 pieces of shoes' }, [], []],
  ['L01.pairs-as-pieces', { category: 'Shoes 12 pcs' }, [], []],
  [
    'L01.pairs-as-pieces',
    { title: 'Lamp', description: 'shoes 12 pcs' },
    ['pairs'],
    [['description', '12 pcs', 6]],
  ],
  ['L01.pairs-as-pieces', { title: 'Lamp', skus: '12 pcs' }, [], []],
  ['L01.pairs-as-pieces', { goods: 'shoes', title: 'Summer', description: '12 pcs' }, [], []],
  // Three are no pairs: what they are is for the seller to say.
  [
    'L01.pairs-as-pieces',
    { title: '3 pcs shoes' },
    ['pairs', 'repair', 'repairKind'],
    [['title', '3 pcs', 1.5, '[[how many pairs]] pairs shoes', 'gap']],
  ],
  [
    'L01.pairs-as-pieces',
    { title: 'Shoes 5 pairs 12 pieces' },
    ['pairs', 'repairKind'],
    [['title', '12 pieces', 5, 'gap']],
  ],
  ['L01.pairs-as-pieces', { title: 'Shoes 5 pairs 10 pieces' }, [], []],
  // What stands close behind the noun says that it is another thing; further on it does not.
  ['L01.pairs-as-pieces', { title: '10 pcs shoes rack' }, [], []],
  ['L01.pairs-as-pieces', { title: '10 pcs shoes folding rack' }, [], []],
  [
    'L01.pairs-as-pieces',
    { title: '10 pcs shoes in white and rack' },
    ['pairs'],
    [['title', '10 pcs', 5]],
  ],
  ['L01.pairs-as-pieces', { title: 'rack 10 pcs shoes' }, ['pairs'], [['title', '10 pcs', 5]]],
  ['L01.pairs-as-pieces', { title: 'Laces for shoes 10 pcs' }, [], []],
  ['L01.pairs-as-pieces', { title: '10个鞋架', language: 'zh' }, [], []],
  [
    'L01.pairs-as-pieces',
    { title: '袜子10只', language: 'zh' },
    ['repair'],
    [['title', '10只', '袜子5双（10只）']],
  ],
  [
    'L01.pairs-as-pieces',
    { title: 'Носки 10 шт', language: 'ru' },
    ['repair'],
    [['title', '10 шт', 'Носки 5 пар (10 шт.)']],
  ],
  [
    'L01.pairs-as-pieces',
    { title: 'ten pieces of socks' },
    ['pairs', 'repair'],
    [['title', 'ten pieces', 5, '5 pairs (10 pieces) socks']],
  ],

  [
    'L01.pair-unit',
    { title: 'Socks', unit: ' PCS ' },
    ['goods', 'repair'],
    [['unit', 'PCS', 'Socks', 'pair']],
  ],
  ['L01.pair-unit', { title: 'Socks', unit: 'pair' }, [], []],
  ['L01.pair-unit', { title: 'Lamp', unit: 'piece' }, [], []],
  ['L01.pair-unit', { goods: 'Socks', unit: 'piece' }, [], []],
  ['L01.pair-unit', { title: 'Носки', unit: 'шт' }, ['repair'], [['unit', 'шт', 'пара']]],

  ['L01.lot-conflict', { title: 'Stickers 10 pcs' }, [], []],
  [
    'L01.lot-conflict',
    { title: 'Stickers 10 pcs', unit: 'piece' },
    ['title', 'field'],
    [['title', '10 pcs', 10, 1]],
  ],
  [
    'L01.lot-conflict',
    { title: 'Socks 3 pairs', unit: 'pair', lot: 2 },
    ['title', 'field', 'repair'],
    [['title', '3 pairs', 6, 4, 'Socks [[3 pairs or 4 pcs]]']],
  ],
  ['L01.lot-conflict', { title: 'Socks 5 pairs 20 pieces', unit: 'piece', lot: 20 }, [], []],
  [
    'L01.lot-conflict',
    { title: 'Socks 5 pairs 20 pieces', unit: 'piece', lot: 7 },
    ['title', 'field'],
    [['title', '5 pairs', 10, 7]],
  ],
  ['L01.lot-conflict', { title: 'Sticker 1 pc', unit: 'piece', lot: 5 }, [], []],
  ['L01.lot-conflict', { title: 'Puzzle 500 pcs', unit: 'piece' }, [], []],

  [
    'L01.lot-field',
    { title: 'Stickers', unit: 'lot', lot: 1 },
    ['repair', 'repairInto'],
    [['lot', '1', '[[items in one lot]]', 'lot']],
  ],
  ['L01.lot-field', { title: 'Stickers', unit: 'lot' }, [], []],
  ['L01.lot-field', { title: 'Stickers', unit: 'dozen', lot: 1 }, [], []],

  [
    'L01.sku-count',
    { title: 'Hooks 10 pcs', skus: '5 pcs' },
    ['title', 'sku', 'severity', 'repair', 'repairInto'],
    [['skus.0.name', '5 pcs', 10, 5, 'claims', 'Hooks', 'title']],
  ],
  // Where one option is what the title says, the others are packs of another size.
  [
    'L01.sku-count',
    { title: 'Hooks 10 pcs', skus: '10 pcs, 2 sets\n5 pcs' },
    ['sku', 'severity'],
    [['skus.1.name', '5 pcs', 5, 'advice']],
  ],
  ['L01.sku-count', { title: 'Hooks 10 pcs', skus: '10 pcs + 2 pcs' }, [], []],
  ['L01.sku-count', { title: 'Hooks 10 pcs', skus: '2 sets' }, [], []],
  ['L01.sku-count', { title: 'Hooks 10 pcs', skus: 'white' }, [], []],
  ['L01.sku-count', { title: 'Hooks', skus: '5 pcs' }, [], []],
  [
    'L01.sku-count',
    { title: '挂钩10个装 白色', skus: '5个', language: 'zh' },
    ['repair'],
    [['skus.0.name', '5个', '挂钩 白色']],
  ],
  [
    'L01.sku-count',
    { title: '挂钩10个', skus: '5个', language: 'zh' },
    ['repair'],
    [['skus.0.name', '5个', '挂钩']],
  ],
];

describe('how many are sold', () => {
  it.each(CASES)('%s in %j', (key, input, values, expected) => {
    expect(found(key, input, ...values)).toEqual(expected);
  });
});
