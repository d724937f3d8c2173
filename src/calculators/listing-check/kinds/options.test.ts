import { describe, expect, it } from 'vitest';
import { found, foundBy } from '../testing/found.ts';

describe('an accessory among the SKUs', () => {
  const key = 'L02.accessory-sku';
  it.each<readonly [title: string, skus: string, words: string | null]>([
    // The title sells a device.
    ['Laptop', 'Bag', 'Bag'],
    ['Laptop for kids with charger', 'Bag', 'Bag'],
    ['Ноутбук', 'Чехол', 'Чехол'],
    ['笔记本电脑', '16GB\n电脑包', '电脑包'],
    // It sells none, or an accessory, or what comes with a device or fits it.
    ['Oak', 'Bag', null],
    ['Laptop bag', 'Bag', null],
    ['Oak for laptop', 'Bag', null],
    ['Oak with laptop', 'Bag', null],
    ['Oak WITH laptop', 'Bag', null],
    ['Oak + laptop', 'Bag', null],
    ['Oak+laptop', 'Bag', null],
    ['Oak w/ laptop', 'Bag', null],
    ['Oak including laptop', 'Bag', null],
    ['Oak includes laptop', 'Bag', null],
    ['Oak incl laptop', 'Bag', null],
    ['Дуб с ноутбуком', 'Чехол', null],
    ['Дуб со ноутбуком', 'Чехол', null],
    ['Дуб в комплекте ноутбук', 'Чехол', null],
    ['橡木含笔记本电脑', '电脑包', null],
    ['橡木，带笔记本电脑', '电脑包', null],
    ['橡木送笔记本电脑', '电脑包', null],
    ['橡木附笔记本电脑', '电脑包', null],
    // The SKU names the device only as what it fits, or right before the accessory.
    ['Laptop', 'Bag for laptop', 'Bag'],
    ['Laptop', 'Laptop-bag', 'bag'],
    ['Laptop', 'Laptop 16 GB bag', null],
    ['Laptop', 'Laptop, bag', null],
    ['Laptop', 'Bag laptop', null],
    ['Laptop', 'Laptop', null],
    ['Laptop', 'Laptop laptop bag', null],
    // Several things in one.
    ...['Bag + mouse', 'Bag with mouse', 'Bag and mouse', 'Bag set', 'Bag kit', 'Bag bundle'].map(
      (skus) => ['Laptop', skus, null] as const,
    ),
    ...[
      'Bag combo',
      'Bag & mouse',
      'Чехол комплект',
      'Набор чехол',
      '电脑包套装',
      '电脑包套餐',
    ].map((skus) => ['Laptop', skus, null] as const),
    ['Laptop', 'Bag Android', 'Bag'],
    ['Laptop', 'Bag grand', 'Bag'],
    ['Laptop', 'Grey | 5 | bag', null],
  ])('%j with the SKU %j: %j', (title, skus, words) => {
    expect(found(key, { title, skus }).map(([, one]) => one)).toEqual(
      words === null ? [] : [words],
    );
  });

  it('is none by its brand, nor beside goods without a title', () => {
    const input = { title: 'Laptop', skus: 'Skins 16GB' };
    expect(found(key, input)).toHaveLength(1);
    expect(found(key, { ...input, brands: 'Skins' })).toEqual([]);
    expect(found(key, { goods: 'laptop', skus: 'Bag' })).toEqual([]);
  });

  it('goes, with all others, from the SKUs', () => {
    const skus = [
      { name: 'Grey; 16 GB', price: '599.9', currency: 'USD', contains: 'laptop' },
      { name: 'Strap', price: '19' },
      { name: 'White|8 GB', price: '¥ 499' },
      { name: 'Black ｜ 8 GB', price: '€5.25' },
      { name: 'Mouse' },
      { name: 'Red\t8 GB' },
    ];
    const repair =
      'Grey, 16 GB | 599.90 USD | laptop\nWhite, 8 GB | 499\nBlack, 8 GB | 5.25 EUR\nRed, 8 GB';
    expect(found(key, { title: 'Laptop', skus }, 'sku', 'device', 'repair', 'repairInto')).toEqual([
      ['skus.1.name', 'Strap', 'Strap', 'laptop', repair, 'skus'],
      ['skus.4.name', 'Mouse', 'Mouse', 'laptop', repair, 'skus'],
    ]);
  });

  it('has a listing of its own where nothing is left, or too much to be copied', () => {
    const own = 'Bag for [[the model it fits]]';
    const told = (skus: object[]) =>
      found(key, { title: 'Laptop', skus }, 'repair', 'repairInto').map(([, , ...rest]) => rest);
    expect(told([{ name: 'Bag' }])).toEqual([[own, 'listing']]);
    const grey = (signs: number) => [
      { name: 'x'.repeat(2000) },
      { name: 'x'.repeat(signs - 2001) },
      { name: 'Bag' },
    ];
    expect(told(grey(4000))).toEqual([[`${'x'.repeat(2000)}\n${'x'.repeat(1999)}`, 'skus']]);
    expect(told(grey(4001))).toEqual([[own, 'listing']]);
  });
});

describe('models among the SKUs', () => {
  const told = (skus: string, ...names: string[]) =>
    found('L02.model-skus', { platform: 'ozon', title: 'Чехол', skus }, ...names);
  it('stand on cards of their own but for the first', () => {
    const skus = 'iPhone 13 red\niPhone13 blue\niPhone 14 | 5\nGrey\niPhone 15 | 6\nIPHONE 14 red';
    expect(told(skus, 'models', 'repair', 'repairInto')).toEqual([
      ['skus.2.name', 'iPhone 14', 3, 'iPhone 13 red\niPhone13 blue\nGrey', 'skus'],
    ]);
  });
  it('are none where there is one, or where it is the content', () => {
    expect(told('iPhone 13 red\niPhone13 blue')).toEqual([]);
    expect(told('iPhone 13 | 5 | for iPhone 14')).toEqual([]);
    expect(told('Grey\nRed')).toEqual([]);
  });
});

it('an option that is no goods is told once, and goes', () => {
  const skus = 'Oak | 5\nDeposit, postage | 1 | sample\nAsh | 6\nPostage';
  expect(found('L03.not-for-sale', { title: 'Oak lamp', skus }, 'repair', 'repairInto')).toEqual([
    ['skus.1.name', 'Deposit', 'Oak | 5\nAsh | 6', 'skus'],
    ['skus.3.name', 'Postage', 'Oak | 5\nAsh | 6', 'skus'],
  ]);
});

it('prices are compared in one currency, the cheapest with the dearest', () => {
  const skus = 'A | 60 USD\nB | 5 EUR\nC | 5.5 USD\nD | 49.99 EUR\nE | 20 USD\nF | 0 USD\nG';
  const values = ['cheap', 'cheapPrice', 'dear', 'dearPrice', 'times', 'repair', 'repairInto'];
  expect(found('L03.price-spread', { title: 'Oak', skus }, ...values)).toEqual([
    [
      'skus.2.price',
      '5.50',
      'C',
      '5.50',
      'A',
      '60.00',
      10.9,
      'A | 60 USD\nB | 5 EUR\nD | 49.99 EUR\nE | 20 USD\nF | 0 USD\nG\n[[C: what does 5.50 buy? An accessory or a part goes into a listing of its own]]',
      'skus',
    ],
  ]);
  expect(foundBy('price-spread', { rule: 'none' }, { title: 'Oak', skus })).toEqual([]);
});
