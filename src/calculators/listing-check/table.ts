import { splitRows } from '../shared/rows.ts';
import { PLATFORMS } from './options.ts';

/** Fields a column of a table can hold; anything else becomes an attribute of its own name. */
const HEADERS = {
  title: [
    'title',
    'product title',
    'product name',
    'item name',
    'name',
    'subject',
    'listing title',
    'item title',
    'product',
    'имя товара',
    'товар',
    '商品名',
    '产品名',
    '中文标题',
    '宝贝标题',
    'название',
    'название товара',
    'наименование',
    '标题',
    '商品标题',
    '产品标题',
    '商品名称',
    '产品名称',
    '英文标题',
  ],
  category: ['category', 'category path', 'категория', '类目', '分类', '商品类目', '产品类目'],
  description: [
    'description',
    'product description',
    'detail',
    'bullets',
    'описание',
    'аннотация',
    '描述',
    '商品描述',
    '产品描述',
    '详情',
  ],
  goods: ['goods', 'product type', 'type', 'тип', 'тип товара', '商品', '产品类型'],
  unit: ['unit', 'product unit', 'единица', 'ед. изм.', '单位', '计量单位', '最小计量单元'],
  lot: [
    'lot',
    'lot size',
    'pieces per lot',
    'lot_num',
    'количество в лоте',
    '每包件数',
    '打包数量',
  ],
  skus: ['skus', 'variants', 'variations', 'options', 'варианты', '规格', 'sku规格', 'sku属性'],
  searchTerms: [
    'search terms',
    'keywords',
    'generic keywords',
    'ключевые слова',
    '关键词',
    '搜索词',
  ],
  brand: ['brand', 'brand name', 'бренд', 'торговая марка', '品牌'],
  country: ['country', 'страна', '国家', '目的国'],
  platform: ['platform', 'marketplace', 'площадка', 'маркетплейс', '平台', '电商平台'],
  price: [
    'price',
    'sale price',
    'current price',
    'цена',
    'цена со скидкой',
    '价格',
    '售价',
    '现价',
  ],
  listPrice: [
    'list price',
    'original price',
    'old price',
    'цена до скидки',
    'старая цена',
    '原价',
    '划线价',
  ],
  low30: [
    'lowest price 30 days',
    '30 day low',
    'минимальная цена за 30 дней',
    '30天最低价',
    '近30天最低价',
  ],
} as const;
export type Column = keyof typeof HEADERS | 'attribute' | 'none';
/** Marked as free of effects, so that who reads no table does not carry the names of columns. */
export const COLUMNS = /* @__PURE__ */ Object.keys(HEADERS).concat(
  'attribute',
  'none',
) as readonly Column[];

/** A header as it is compared and remembered. */
export const headerKey = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/\s*\*$/, '');

let byHeader: ReadonlyMap<string, Column> | undefined;

/** The field a header names that is known; made where the first is asked about. */
const namedBy = (header: string): Column | undefined =>
  (byHeader ??= new Map(
    Object.entries(HEADERS).flatMap(([column, words]) =>
      words.map((word) => [headerKey(word), column as Column] as const),
    ),
  )).get(header);

export type KnownColumns = Readonly<Record<string, Column>>;

/**
 * What each column of a header row holds.
 *
 * @param known what the person said of such headers before.
 */
export function columnsOf(headers: readonly string[], known: KnownColumns = {}): Column[] {
  const columnOf = (header: string): Column => {
    const name = headerKey(header);
    if (name === '') return 'none';
    const own = Object.hasOwn(known, name) ? known[name] : undefined;
    return own ?? namedBy(name) ?? 'attribute';
  };
  // A row may have a million cells of which all are one.
  const asked = new Map<string, Column>();
  return headers.map((header) => {
    const before = asked.get(header);
    if (before !== undefined) return before;
    const column = columnOf(header);
    asked.set(header, column);
    return column;
  });
}

/** Names of platforms other than their ids, as people write them into a cell. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  速卖通: 'aliexpress',
  алиэкспресс: 'aliexpress',
  'ali express': 'aliexpress',
  озон: 'ozon',
  亚马逊: 'amazon',
  амазон: 'amazon',
  'tiktok shop': 'tiktok',
  沃尔玛: 'walmart',
  虾皮: 'shopee',
  'yandex market': 'yandex',
  'яндекс маркет': 'yandex',
  'яндекс.маркет': 'yandex',
  淘宝: 'taobao',
};
const platformNamed = (cell: string): string | undefined => {
  const name = headerKey(cell);
  return PLATFORM_NAMES[name] ?? PLATFORMS.find((one) => one === name);
};

export interface Table {
  headers: string[];
  columns: Column[];
  rows: Record<string, unknown>[];
  /** Line of the text each row began on. */
  lines: number[];
}

/** Rows among which a header is looked for, and by which a column is judged. */
const HEAD = 10;
/** No sheet has more columns; a line that would have is one text. */
const MOST_COLUMNS = 16_384;

/** Without a header the widest column is the title, and the person says what the others are. */
function columnsByWidth(rows: readonly (readonly string[])[]): Column[] {
  const widths: number[] = [];
  for (const cells of rows)
    cells.forEach((cell, i) => {
      widths[i] = (widths[i] ?? 0) + cell.length;
    });
  const widest = widths.reduce((best, width, i) => (width > (widths[best] ?? 0) ? i : best), 0);
  return widths.map((_, i) => (i === widest ? 'title' : 'none'));
}

/**
 * Rows of a spreadsheet as listings. The first row that names a title is the header; columns nobody
 * knows become attributes under their own name. Without a header a line of one cell is a title.
 *
 * @param chosen what the person says each column holds, where it differs.
 * @param known what the person said of columns with such headers before.
 */
export function readTable(
  text: string,
  chosen?: readonly Column[],
  known: KnownColumns = {},
): Table {
  const all = splitRows(text);
  const head = all.slice(0, HEAD).map(({ cells }) => cells);
  const width = Math.max(0, ...head.map(({ length }) => length));
  const at =
    width > MOST_COLUMNS
      ? -1
      : head.findIndex((cells) => columnsOf(cells, known).includes('title'));
  if (at === -1) {
    const isList = width < 2 || width > MOST_COLUMNS;
    const guessed = isList ? [] : columnsByWidth(head);
    const headers = isList ? [] : guessed.map(() => '');
    const columns: Column[] = isList ? ['title'] : guessed.map((one, i) => chosen?.[i] ?? one);
    return {
      headers,
      columns,
      rows: all.map(({ cells, rest }) =>
        isList ? { title: rest(0).trim() } : rowOf(cells, headers, columns),
      ),
      lines: all.map(({ line }) => line),
    };
  }
  const headers = all[at]?.cells ?? [];
  const columns = columnsOf(headers, known).map((own, i) => chosen?.[i] ?? own);
  const body = all.slice(at + 1);
  return {
    headers,
    columns,
    rows: body.map(({ cells }) => rowOf(cells, headers, columns)),
    lines: body.map(({ line }) => line),
  };
}

function rowOf(
  cells: readonly string[],
  headers: readonly string[],
  columns: readonly Column[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const attributes: { name: string; value: string }[] = [];
  const prices: Record<string, string> = {};
  columns.forEach((column, i) => {
    const cell = (cells[i] ?? '').trim();
    if (cell === '' || column === 'none') return;
    if (column === 'attribute')
      attributes.push({ name: (headers[i] ?? '').slice(0, 300), value: cell });
    else if (column === 'brand') {
      row['brands'] = [cell];
      attributes.push({ name: headers[i] ?? 'brand', value: cell });
    } else if (column === 'platform') {
      // Games and cases have platforms of their own.
      const named = platformNamed(cell);
      if (named) row['platform'] = named;
      else attributes.push({ name: headers[i] ?? 'platform', value: cell });
    } else if (column === 'price') prices['now'] = cell;
    else if (column === 'listPrice') prices['list'] = cell;
    else if (column === 'low30') prices['low30'] = cell;
    else row[column] = cell;
  });
  if (attributes.length > 0) row['attributes'] = attributes;
  if (Object.keys(prices).length > 0) row['prices'] = prices;
  return row;
}
