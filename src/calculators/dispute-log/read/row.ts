/** One record of a table as bytes: what every reader hands on, and what nobody copies without need. */
export interface Row {
  /** The bytes of the file around the record; valid until the next record only. */
  bytes: Uint8Array;
  /** Cells, and where each begins and ends. */
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** The cell holds doubled quotes that stand for one. */
  doubled: Uint8Array;
  /** The record's own number in its file, from 1, as a spreadsheet counts rows. */
  number: number;
  /** The record had a quotation mark that nothing closed. */
  broken: boolean;
}

export type TakeRow = (row: Row) => void;

/** Why a whole file cannot be read; the sentence stands under `tool.dispute-log.refused.<id>`. */
export type RefusalId =
  | 'old-xls'
  | 'binary'
  | 'encrypted'
  | 'zip'
  | 'not-a-workbook'
  | 'zip-bomb'
  | 'cannot-unpack'
  | 'too-many-columns'
  | 'record-too-long'
  | 'too-large'
  | 'json'
  | 'empty'
  | 'no-header'
  | 'no-table'
  | 'hidden'
  | 'other-list'
  | 'inner-list'
  | 'cancelled';

export class Refusal extends Error {
  readonly id: RefusalId;
  constructor(id: RefusalId) {
    super(id);
    this.id = id;
  }
}

/** More cells in a row than any export has; a spreadsheet could hold four times as many. */
export const MOST_CELLS = 4096;

export const emptyRow = (): Row => ({
  bytes: new Uint8Array(0),
  count: 0,
  starts: new Int32Array(MOST_CELLS),
  ends: new Int32Array(MOST_CELLS),
  doubled: new Uint8Array(MOST_CELLS),
  number: 0,
  broken: false,
});

/** The text of a cell. */
export function cellText(row: Row, cell: number, decoder: TextDecoder): string {
  if (cell >= row.count) return '';
  const [from, to] = [row.starts[cell] as number, row.ends[cell] as number];
  const text = decoder.decode(row.bytes.subarray(from, to));
  return row.doubled[cell] === 1 ? text.replaceAll('""', '"') : text;
}

/** Turns texts into a row of UTF-8 bytes, for readers whose files are no plain text. */
export function createRowWriter(): (cells: readonly string[], number: number) => Row {
  const row = emptyRow();
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(1 << 16);
  return (cells, number) => {
    if (cells.length > MOST_CELLS) throw new Refusal('too-many-columns');
    const most = cells.reduce((sum, cell) => sum + cell.length * 3, 0);
    if (most > buffer.length) buffer = new Uint8Array(2 * most);
    let at = 0;
    cells.forEach((cell, i) => {
      row.starts[i] = at;
      at += encoder.encodeInto(cell, buffer.subarray(at)).written;
      row.ends[i] = at;
      row.doubled[i] = 0;
    });
    row.bytes = buffer;
    row.count = cells.length;
    row.number = number;
    return row;
  };
}
