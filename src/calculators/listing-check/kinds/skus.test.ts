import { describe, expect, it } from 'vitest';
import { found } from '../testing/found.ts';

const sold = (title: string, skus: unknown, rest: object = {}) => ({ title, skus, ...rest });
const ACCESSORY = 'L02.accessory-sku';

describe('an accessory among the options of a device', () => {
  it('is named with the device, and the options are told without it', () => {
    expect(
      found(
        ACCESSORY,
        sold('Laptop 15 inch', [
          { name: 'Silver | 16 GB', price: '499.5', currency: 'USD', contains: 'laptop, cable' },
          { name: 'Charger', price: '9' },
          { name: 'Grey', price: '¥500' },
        ]),
        'sku',
        'device',
        'repair',
        'repairInto',
      ),
    ).toEqual([
      [
        'skus.1.name',
        'Charger',
        'Charger',
        'laptop',
        'Silver, 16 GB | 499.50 USD | laptop, cable\nGrey | 500',
        'skus',
      ],
    ]);
  });

  it('is for a listing of its own where no option would be left, or too many to be told', () => {
    const own = ['Charger for [[the model it fits]]', 'listing'];
    expect(found(ACCESSORY, sold('Laptop', 'Charger'), 'repair', 'repairInto')).toEqual([
      ['skus.0.name', 'Charger', ...own],
    ]);
    const many = (signs: number) =>
      sold('Laptop', [
        { name: 'Charger' },
        // Three line ends between them.
        ...[999, 999, 999, signs - 3000].map((length) => ({ name: 'x'.repeat(length) })),
      ]);
    expect(found(ACCESSORY, many(4001), 'repair', 'repairInto')).toEqual([
      ['skus.0.name', 'Charger', ...own],
    ]);
    expect(found(ACCESSORY, many(4000), 'repairInto')).toEqual([
      ['skus.0.name', 'Charger', 'skus'],
    ]);
  });

  it.each([
    // What the title sells is what stands before that which comes with it.
    ['Laptop with charger', 'Charger', true],
    ['Laptop + charger', 'Charger', true],
    ['Laptop including bag', 'Bag', true],
    ['Laptop w/ bag', 'Bag', true],
    ['Ноутбук в комплекте с сумкой', 'Bag', true],
    ['笔记本电脑送充电器', 'Charger', true],
    ['Laptop bag', 'Charger', false],
    ['Bag for laptop', 'Charger', false],
    ['Charger with laptop', 'Charger', false],
    ['Lamp', 'Charger', false],
    ['', 'Charger', false],
    // The option itself.
    ['Laptop', 'Laptop charger', true],
    ['Laptop', 'Laptop-charger', true],
    ['Laptop', 'Charger for laptop', true],
    ['Laptop', 'Charger, laptop', false],
    ['Laptop', 'Laptop, charger', false],
    ['Laptop', 'Charger set', false],
    ['Laptop', 'Charger & bag', false],
    ['Laptop', 'Charger + bag', false],
    ['Laptop', 'Charger and bag', false],
    ['Laptop', 'Зарядное устройство, комплект', false],
    ['Laptop', '充电器套装', false],
    ['Laptop', 'Silver', false],
  ])('%s: %s', (title, sku, isFound) => {
    expect(found(ACCESSORY, sold(title, sku))).toHaveLength(isFound ? 1 : 0);
  });

  it('is none where the word is the brand, or where it only stands in what an option holds', () => {
    expect(found(ACCESSORY, sold('Laptop', 'Charger', { brands: ['Charger'] }))).toEqual([]);
    expect(found(ACCESSORY, sold('Laptop', [{ name: 'Silver', contains: 'charger' }]))).toEqual([]);
  });
});

describe('options for models of several makers', () => {
  const models = (skus: string, ...values: string[]) =>
    found('L02.model-skus', sold('Чехол', skus, { platform: 'ozon' }), ...values);
  it('are told from the second on', () => {
    expect(
      models('Red\niPhone 13\niPhone 14\nGalaxy S23', 'models', 'repair', 'repairInto'),
    ).toEqual([['skus.2.name', 'iPhone 14', 3, 'Red\niPhone 13', 'skus']]);
  });
  it.each(['iPhone 13\niPhone 13', 'iPhone 13\niPhone13 black', 'iPhone 13\nRed', 'Red\nBlue'])(
    'are of one: %j',
    (skus) => {
      expect(models(skus)).toEqual([]);
    },
  );
  it('stay apart where one is written twice', () => {
    expect(models('iPhone 13\niPhone13\niPhone 14', 'models', 'repair')).toEqual([
      ['skus.2.name', 'iPhone 14', 2, 'iPhone 13\niPhone13'],
    ]);
  });
});

describe('options that are no goods', () => {
  it('are told one by one, and the options without any of them', () => {
    expect(
      found('L03.not-for-sale', sold('Lamp', 'Red | 5\nDeposit sample | 1\nPostage | 2'), 'repair'),
    ).toEqual([
      ['skus.1.name', 'Deposit', 'Red | 5'],
      ['skus.2.name', 'Postage', 'Red | 5'],
    ]);
    expect(found('L03.not-for-sale', sold('Lamp', [{ name: 'Red', contains: 'sample' }]))).toEqual(
      [],
    );
  });
});

describe('the cheapest option and the dearest', () => {
  const spread = (skus: unknown, ...values: string[]) =>
    found('L03.price-spread', sold('Lamp', skus), ...values);
  it('are named where one costs more than ten times the other', () => {
    expect(
      spread(
        'C | 20\nA | 51\nB | 5',
        'cheap',
        'cheapPrice',
        'dear',
        'dearPrice',
        'times',
        'repair',
      ),
    ).toEqual([
      [
        'skus.2.price',
        '5.00',
        'B',
        '5.00',
        'A',
        '51.00',
        10.2,
        'C | 20\nA | 51\n[[B: what does 5.00 buy? An accessory or a part goes into a listing of its own]]',
      ],
    ]);
  });
  it.each(['A | 50\nB | 5', 'A | 5', 'A\nB | 5', 'A | 0\nB | 5', 'A | 100 USD\nB | 5 EUR'])(
    'are alike: %j',
    (skus) => {
      expect(spread(skus)).toEqual([]);
    },
  );
  it('are looked for in each currency', () => {
    expect(spread('A | 100 USD\nB | 5 USD\nC | 100 EUR\nD | 5 EUR', 'cheap')).toEqual([
      ['skus.1.price', '5.00', 'B'],
      ['skus.3.price', '5.00', 'D'],
    ]);
  });
});
