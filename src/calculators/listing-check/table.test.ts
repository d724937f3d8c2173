import { describe, expect, it } from 'vitest';
import { columnsOf, headerKey, readTable } from './index.ts';

describe('a table of listings', () => {
  it('without a header has its widest column for a title, and the person names the others', () => {
    const text = 'A1\tOak lamp for a desk\t12\nA2\tPine shelf for a wall\t9\n';
    const table = readTable(text);
    expect(table.headers).toEqual(['', '', '']);
    expect(table.columns).toEqual(['none', 'title', 'none']);
    expect(table.rows).toEqual([
      { title: 'Oak lamp for a desk' },
      { title: 'Pine shelf for a wall' },
    ]);
    expect(readTable(text, ['goods', 'title', 'price']).rows[0]).toEqual({
      goods: 'A1',
      title: 'Oak lamp for a desk',
      prices: { now: '12' },
    });
  });

  it('is read as its headers were read before, letter case and spaces aside', () => {
    expect(headerKey('  Name_of  Goods * ')).toBe('name of goods');
    const known = { 'name of goods': 'title', material: 'none' } as const;
    expect(columnsOf(['Name of goods', 'Material', 'Price', ''], known)).toEqual([
      'title',
      'none',
      'price',
      'none',
    ]);
    const table = readTable('Name_of goods,Material\nOak lamp,oak\n', undefined, known);
    expect(table.columns).toEqual(['title', 'none']);
    expect(table.rows).toEqual([{ title: 'Oak lamp' }]);
    expect(table.lines).toEqual([2]);
    expect(columnsOf(['constructor'], known)).toEqual(['attribute']);
  });

  it('keeps what a person chose over what a header says', () => {
    expect(
      readTable('Title,Old price,Lowest price 30 days,Search terms\nLamp,9,7,lamp light\n', [
        'title',
        'none',
        'low30',
        'searchTerms',
      ]).rows,
    ).toEqual([{ title: 'Lamp', prices: { low30: '7' }, searchTerms: 'lamp light' }]);
  });

  it('reads where each row is published, by id or by the name people write', () => {
    const { rows } = readTable(
      'Platform,Title\nAliExpress,Lamp\n速卖通,Lamp\nЯндекс Маркет,Lamp\nPS5,Game',
    );
    expect(rows.map(({ platform }) => platform)).toEqual([
      'aliexpress',
      'aliexpress',
      'yandex',
      undefined,
    ]);
    // A game has a platform of its own.
    expect(rows[3]).toEqual({ title: 'Game', attributes: [{ name: 'Platform', value: 'PS5' }] });
  });

  // As the exports of shops and the sheets of sellers name their columns.
  it.each([
    [
      'title',
      'Title|product title|Product name|item name|name|subject|listing title|item title|product',
    ],
    ['title', 'имя товара|товар|название|название товара|наименование'],
    ['title', '商品名|产品名|中文标题|宝贝标题|标题|商品标题|产品标题|商品名称|产品名称|英文标题'],
    ['category', 'category|category path|категория|类目|分类|商品类目|产品类目'],
    ['description', 'description|product description|detail|bullets|описание|аннотация'],
    ['description', '描述|商品描述|产品描述|详情'],
    ['goods', 'goods|product type|type|тип|тип товара|商品|产品类型'],
    ['unit', 'unit|product unit|единица|ед. изм.|单位|计量单位|最小计量单元'],
    ['lot', 'lot|lot size|pieces per lot|lot_num|количество в лоте|每包件数|打包数量'],
    ['skus', 'skus|variants|variations|options|варианты|规格|sku规格|sku属性'],
    ['searchTerms', 'search terms|keywords|generic keywords|ключевые слова|关键词|搜索词'],
    ['brand', 'brand|brand name|бренд|торговая марка|品牌'],
    ['country', 'country|страна|国家|目的国'],
    ['platform', 'platform|marketplace|площадка|маркетплейс|平台|电商平台'],
    ['price', 'price|sale price|current price|цена|цена со скидкой|价格|售价|现价'],
    ['listPrice', 'list price|original price|old price|цена до скидки|старая цена|原价|划线价'],
    [
      'low30',
      'lowest price 30 days|30 day low|минимальная цена за 30 дней|30天最低价|近30天最低价',
    ],
    ['attribute', 'material|материал|材质|titles|title 2'],
    ['none', '| |\t'],
  ])('takes for %s: %s', (column, names) => {
    const headers = names.split('|');
    expect(columnsOf(headers)).toEqual(headers.map(() => column));
  });

  it.each([
    ['aliexpress', '速卖通|алиэкспресс|Ali Express|AliExpress'],
    ['ozon', 'Озон|ozon'],
    ['amazon', '亚马逊|амазон|Amazon'],
    ['tiktok', 'TikTok Shop|tiktok'],
    ['walmart', '沃尔玛'],
    ['shopee', '虾皮'],
    ['yandex', 'Yandex Market|Яндекс Маркет|Яндекс.Маркет'],
    ['taobao', '淘宝'],
    ['other', 'other'],
  ])('knows %s as %s', (platform, names) => {
    const { rows } = readTable(
      `Title,Platform\n${names
        .split('|')
        .map((name) => `Lamp,${name}`)
        .join('\n')}`,
    );
    expect(rows).toEqual(names.split('|').map(() => ({ title: 'Lamp', platform })));
  });

  it('puts each cell where it belongs, and leaves out what is empty', () => {
    const text =
      '\uFEFFSheet of May\nTitle,Brand,Price,Old price,Material,Platform,Notes\nLamp, Oak ,5,9,oak,PS5,\nShelf,,,,,,x\n,,,,,\n';
    const { rows, lines, headers } = readTable(text);
    expect(headers).toEqual([
      'Title',
      'Brand',
      'Price',
      'Old price',
      'Material',
      'Platform',
      'Notes',
    ]);
    expect(rows.slice(0, 2)).toEqual([
      {
        title: 'Lamp',
        brands: ['Oak'],
        prices: { now: '5', list: '9' },
        attributes: [
          { name: 'Brand', value: 'Oak' },
          { name: 'Material', value: 'oak' },
          { name: 'Platform', value: 'PS5' },
        ],
      },
      { title: 'Shelf', attributes: [{ name: 'Notes', value: 'x' }] },
    ]);
    expect(lines.slice(0, 2)).toEqual([3, 4]);
  });

  it('looks for the header in its first ten rows', () => {
    const table = (rows: number) => `${'a,b\n'.repeat(rows)}Title,Price\nLamp,5\n`;
    expect(readTable(table(9)).rows).toEqual([{ title: 'Lamp', prices: { now: '5' } }]);
    expect(readTable(table(10)).headers).toEqual(['', '']);
  });

  it('of single cells is a list of titles, commas and all', () => {
    expect(readTable(' Oak lamp \nPine shelf')).toMatchObject({
      headers: [],
      columns: ['title'],
      rows: [{ title: 'Oak lamp' }, { title: 'Pine shelf' }],
      lines: [1, 2],
    });
  });

  it('cuts the name of an attribute where a record ends', () => {
    const { rows } = readTable(`Title\t${'x'.repeat(301)}\nLamp\toak`);
    expect(rows).toEqual([
      { title: 'Lamp', attributes: [{ name: 'x'.repeat(300), value: 'oak' }] },
    ]);
  });
});
