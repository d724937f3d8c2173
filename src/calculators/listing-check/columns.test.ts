import { describe, expect, it } from 'vitest';
import { COLUMNS, columnsOf, headerKey, readTable } from './table.ts';

/** What the sheets of sellers call their columns, in three languages. */
const CALLED: readonly (readonly [string, string])[] = [
  ['title', 'Title|Product Title|Product name|Item Name|Name|Subject|Listing title|Item title'],
  ['title', 'Product|Имя товара|Товар|Название|Название товара|Наименование'],
  ['title', '商品名|产品名|中文标题|宝贝标题|标题|商品标题|产品标题|商品名称|产品名称|英文标题'],
  ['category', 'Category|Category path|Категория|类目|分类|商品类目|产品类目'],
  ['description', 'Description|Product description|Detail|Bullets|Описание|Аннотация'],
  ['description', '描述|商品描述|产品描述|详情'],
  ['goods', 'Goods|Product type|Type|Тип|Тип товара|商品|产品类型'],
  ['unit', 'Unit|Product unit|Единица|Ед. изм.|单位|计量单位|最小计量单元'],
  ['lot', 'Lot|Lot size|Pieces per lot|lot_num|Количество в лоте|每包件数|打包数量'],
  ['skus', 'SKUs|Variants|Variations|Options|Варианты|规格|SKU规格|SKU属性'],
  ['searchTerms', 'Search terms|Keywords|Generic keywords|Ключевые слова|关键词|搜索词'],
  ['brand', 'Brand|Brand name|Бренд|Торговая марка|品牌'],
  ['country', 'Country|Страна|国家|目的国'],
  ['platform', 'Platform|Marketplace|Площадка|Маркетплейс|平台|电商平台'],
  ['price', 'Price|Sale price|Current price|Цена|Цена со скидкой|价格|售价|现价'],
  ['listPrice', 'List price|Original price|Old price|Цена до скидки|Старая цена|原价|划线价'],
  ['low30', 'Lowest price 30 days|30 day low|Минимальная цена за 30 дней|30天最低价|近30天最低价'],
  ['attribute', 'Material|Titles|价'],
  ['none', ' |*'],
];

describe('a column', () => {
  it.each(CALLED)('of %s is called %s', (column, headers) => {
    const all = headers.split('|');
    expect(columnsOf(all)).toEqual(all.map(() => column));
  });

  it('may be chosen among these', () => {
    expect([...COLUMNS].sort()).toEqual([...new Set(CALLED.map(([column]) => column))].sort());
  });

  it.each([
    ['  Product__Name ', 'product name'],
    ['Product \n name', 'product name'],
    ['Title*', 'title'],
    ['Title  *', 'title'],
    ['* Title', '* title'],
    ['ＴＩＴＬＥ', 'title'],
  ])('%j is remembered as %j', (header, key) => {
    expect(headerKey(header)).toBe(key);
  });

  it('is what the person said of its header, also where that is none', () => {
    expect(columnsOf(['Title', 'Title'], { title: 'none' })).toEqual(['none', 'none']);
    expect(columnsOf(['toString'], {})).toEqual(['attribute']);
  });
});

describe('a sheet', () => {
  it.each([
    ['AliExpress', 'aliexpress'],
    ['алиэкспресс', 'aliexpress'],
    ['Ali Express', 'aliexpress'],
    ['速卖通', 'aliexpress'],
    ['Озон', 'ozon'],
    ['OZON', 'ozon'],
    ['亚马逊', 'amazon'],
    ['Амазон', 'amazon'],
    ['TikTok Shop', 'tiktok'],
    ['沃尔玛', 'walmart'],
    ['虾皮', 'shopee'],
    ['Yandex Market', 'yandex'],
    ['Яндекс Маркет', 'yandex'],
    ['яндекс.маркет', 'yandex'],
    ['淘宝', 'taobao'],
  ])('is published on %s, which is %s', (cell, platform) => {
    expect(readTable(`Title\tPlatform\nOak\t${cell}`).rows).toEqual([{ title: 'Oak', platform }]);
  });

  it('holds each cell where it belongs, without spaces and without what is empty', () => {
    const headers = 'Title\tBrand\tPrice\tOld price\t30 day low\tColour\tPlatform\tUnit\t \tLot';
    const { rows, lines, columns } = readTable(
      `Shop page\n${headers}\n Oak \tElm\t5\t9\t4\tred\tPS5\tpiece\tx\t\nAsh\n\nFir\t\t\t\t\t `,
    );
    expect(columns).toEqual([
      ...['title', 'brand', 'price', 'listPrice', 'low30', 'attribute'],
      ...['platform', 'unit', 'none', 'lot'],
    ]);
    expect(rows).toEqual([
      {
        title: 'Oak',
        brands: ['Elm'],
        prices: { now: '5', list: '9', low30: '4' },
        attributes: [
          { name: 'Brand', value: 'Elm' },
          { name: 'Colour', value: 'red' },
          { name: 'Platform', value: 'PS5' },
        ],
        unit: 'piece',
      },
      { title: 'Ash' },
      { title: 'Fir' },
    ]);
    expect(lines).toEqual([3, 4, 6]);
  });

  it('has its header among its first ten rows', () => {
    const above = (rows: number) => readTable(`${'x\ty\n'.repeat(rows)}Title\tUnit\nOak\tpiece`);
    expect(above(9).headers).toEqual(['Title', 'Unit']);
    expect(above(9).rows).toEqual([{ title: 'Oak', unit: 'piece' }]);
    expect(above(10).headers).toEqual(['', '']);
    expect(above(10).rows).toHaveLength(12);
  });

  it('takes the name of an attribute as far as a record holds it', () => {
    const [row] = readTable(`Title\t${'x'.repeat(301)}\nOak\tash`).rows;
    expect(row?.['attributes']).toEqual([{ name: 'x'.repeat(300), value: 'ash' }]);
  });

  it('without a header is a list of titles, or has the widest column for one', () => {
    expect(readTable(' Oak \nAsh').rows).toEqual([{ title: 'Oak' }, { title: 'Ash' }]);
    // A comma below the first ten rows parts no columns.
    expect(readTable(`${'Oak\n'.repeat(10)} Ash, elm`).rows[10]).toEqual({ title: 'Ash, elm' });
    expect(readTable('a\tbbbb\tcc\na\tb\tcccccc').columns).toEqual(['none', 'none', 'title']);
    // Of two that are as wide the first is.
    expect(readTable('aa\tbb').columns).toEqual(['title', 'none']);
    expect(readTable('aa\tbbb', ['title']).columns).toEqual(['title', 'title']);
    expect(readTable('')).toEqual({ headers: [], columns: ['title'], rows: [], lines: [] });
  });
});
