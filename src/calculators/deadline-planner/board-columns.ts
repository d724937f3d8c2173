/** The columns of the board: which a header names, and which cell of a row belongs to which. */
import type { RawRow } from '../shared/rows.ts';

const WITHOUT_HEADER = ['id', 'flow', 'moment', 'country', 'note'] as const;
export type Column = (typeof WITHOUT_HEADER)[number] | 'platform' | 'link';

/** Words a column is called by: those of the page's own hint and table, and of people's sheets. */
const HEADERS: Record<Column, string> = {
  id: 'id|case|case id|case no|case number|order|order id|order no|order number|order #|dispute id|dispute no|订单|订单id|订单号|订单编号|编号|纠纷号|纠纷编号|案件|案件号|案件编号',
  flow: 'flow|type|kind|kind of case|case type|case kind|dispute type|reason|issue|issue type|problem|流程|类型|类别|情形|原因|纠纷类型|纠纷类别|纠纷原因|案件类型|案件类别|问题|问题类型|售后类型',
  platform: 'platform|marketplace|平台',
  moment:
    'moment|time|date|opened|opened at|opened on|when|dispute opened|dispute opened at|start|started|start time|created|created at|open date|date opened|时间|日期|开始时间|起算时间|纠纷时间|开启时间|提起时间|纠纷提起时间|纠纷开启时间|开案时间|开启时间|开启日期|发起时间|创建时间|打开时间|提交时间|申请时间|纠纷日期|纠纷发起时间',
  country:
    'country|buyer country|buyer’s country|buyers country|destination|ship to|国家|国别|买家国家|地区|国家/地区|国家地区|收货国家|目的国',
  note: 'note|notes|remark|remarks|comment|comments|memo|备注|说明|备忘|情况|进展',
  link: 'link|链接',
};

const plain = (cell: string): string =>
  cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['`]/g, '’')
    .replace(/[.:*\s]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const WORDS: ReadonlyMap<string, Column> = new Map(
  (Object.entries(HEADERS) as [Column, string][]).flatMap(([column, words]) =>
    words.split('|').map((word): [string, Column] => [plain(word), column]),
  ),
);

export type Header =
  /** Where each column stands, and how many cells the header has. */
  | { columns: ReadonlyMap<Column, number>; count: number }
  /** It is a header, but this column is not in it. */
  | { missing: 'flow' | 'moment' };

/** The columns a first row names; null where it is no header. */
export function readHeader(cells: readonly string[]): Header | null {
  const columns = new Map<Column, number>();
  cells.forEach((cell, i) => {
    const column = WORDS.get(plain(cell));
    if (column && !columns.has(column)) columns.set(column, i);
  });
  const count = cells.length - [...cells].reverse().findIndex((cell) => cell !== '');
  if (columns.has('link') || (columns.has('flow') && columns.has('moment')))
    return { columns, count };
  if (columns.size < 2) return null;
  return { missing: columns.has('flow') ? 'moment' : 'flow' };
}

/** An unquoted comma inside a date ("Nov 20, 2026 11:15 PM") cuts it in two; put it together. */
export function mendDate(row: RawRow, at: number): RawRow {
  const [left, right] = [row.cells[at] ?? '', row.cells[at + 1] ?? ''];
  const cut = /^(?:\p{L}{3,9},?\s+)?\p{L}{3,9}\.?\s+\d{1,2}$|^\d{1,2}\s+\p{L}{3,9}\.?$/u.test(left);
  if (!cut || !/^\d{4}\b/.test(right)) return row;
  return {
    line: row.line,
    cells: [...row.cells.slice(0, at), `${left}, ${right}`, ...row.cells.slice(at + 2)],
    rest: (from) => row.rest(from > at ? from + 1 : from),
  };
}

/**
 * The cells of a row by column. Commas in an unquoted note make more cells than there are columns:
 * the last column takes the rest of the row.
 *
 * @returns null where the rest cannot be told apart, because the note is not the last column.
 */
export function cellsOf(
  row: RawRow,
  columns: ReadonlyMap<Column, number> | null,
  count: number | null,
): ReadonlyMap<Column, string> | null {
  const where =
    columns ?? new Map<Column, number>(WITHOUT_HEADER.map((column, i) => [column, i] as const));
  const width = count ?? WITHOUT_HEADER.length;
  const surplus = row.cells.slice(width).some((cell) => cell !== '');
  const note = where.get('note');
  if (surplus && note !== undefined && note !== width - 1) return null;
  const found = new Map<Column, string>();
  for (const [column, i] of where)
    found.set(column, surplus && i === width - 1 ? row.rest(i) : (row.cells[i] ?? ''));
  return found;
}
