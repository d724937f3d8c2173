/**
 * Rows of one table into columns of numbers. Until the header is found the first rows are held as they are;
 * from then on only mapped columns are read, and names and addresses of buyers are in no memory.
 */
import { damageOf } from '../../shared/damaged-id.ts';
import {
  createClock,
  createWordReader,
  dayColumn,
  isFigure,
  isTotal,
  isWhole,
  utf8Decoder,
  type DayColumn,
} from './cells.ts';
import { release, visible, type Dictionary } from './dictionary.ts';
import type { Field, Why } from '../names.ts';
import {
  findHeader,
  HEAD_ROWS,
  headersOf,
  normalHeader,
  opensTable,
  presetOf,
  type Preset,
} from './header.ts';
import type { Ids } from './ids.ts';
import { cellText, createRowWriter, Refusal, type Row } from './row.ts';
import { BLANK, dayFromBytes, dayFromText, UNREADABLE } from './values.ts';
import { turnYearFirst } from './year-first.ts';
import { columnsOf, takenFor, type Pool, type Table, type TableSettings } from './table.ts';

const WORD_FIELDS = [
  'product',
  'country',
  'carrier',
  'supplier',
  'reason',
  'status',
  'amount',
  'currency',
] as const;

/** A column of words, and where its numbers go. */
interface Planned {
  field: Field;
  cell: number;
  dictionary: Dictionary;
  into: Column;
}

/** One number a row; as long as there is room in it for. */
interface Column {
  list: Int32Array;
}

/** Room for so many rows to begin with, where nobody knows how many will come. */
const FEW_ROWS = 1 << 10;
/** A date that a spreadsheet made of an order number is no longer; longer ones are not looked at. */
const SHORT_ID = 10;
/** An estimate is an estimate: beyond this, room is made as rows come. */
const MANY_ROWS = 1 << 21;

export interface Collector {
  /** @param utf8 whether the bytes of the row are UTF-8, whatever those of the file are. */
  take: (row: Row, utf8?: boolean) => void;
  /** What was read, a table for each header; throws a Refusal where there is none. */
  finish: () => Table[];
}

/**
 * @param source what the file is called, how it is written, and the decoder of its bytes.
 * @param about whether the workbook counts days from 1904, and about how many rows will come: room for
 *   them is made at once, for a list that doubles is copied as often as it is long.
 */
export function createCollector(
  source: { name: string; encoding: string; delimiter: string | null },
  pool: Pool,
  settings: TableSettings,
  { is1904 = false, rows: expected = 0 }: { is1904?: boolean; rows?: number } = {},
): Collector {
  const decoder = new TextDecoder(source.encoding);
  const isUtf8 = source.encoding === 'utf-8';
  const head: { cells: string[]; number: number; broken: boolean }[] = [];
  let started = false;
  /** Reads on where the header of another table stands below this one. */
  let next: Collector | null = null;
  let headerNumber = 0;
  let headers: string[] = [];
  let headerLength = 0;
  let preset: Preset | null = null;
  let columns: Partial<Record<Field, number>> = {};
  /** Places of the columns a row is told by; −1 for none. A million rows do not look them up by name. */
  const at = { id: -1, order: -1, case: -1, ordered: -1, disputed: -1 };
  let rowMark: string | null = null;
  /** Columns of words, settled once the header is known. */
  let plan: Planned[] = [];
  let room = Math.max(FEW_ROWS, Math.min(MANY_ROWS, Math.ceil(expected)));
  /** Rows that are kept so far. */
  let kept = 0;
  const all: Column[] = [];
  const column = (): Column => {
    const made = { list: new Int32Array(room) };
    all.push(made);
    return made;
  };
  const numbers = column();
  let ids: Column | null = null;
  let caseIds: Column | null = null;
  let orderedDays: Column | null = null;
  let disputedDays: Column | null = null;
  const wordOf = createWordReader(decoder);
  const left: { row: number; why: Why }[] = [];
  const sample: (string | null)[][] = [];
  let isMapped: readonly boolean[] = [];
  const dayColumns = { orderedAt: dayColumn(), disputedAt: dayColumn() };
  const clock = createClock();
  let rows = 0;
  let rounded = 0;
  let unreadableLetters = 0;
  const wanted = Object.values(settings.mapping).flatMap((name) =>
    typeof name === 'number' ? [] : name,
  ) as string[];

  /** Bounds of a cell without what is blank around it. */
  let from = 0;
  let to = 0;
  const trim = (row: Row, cell: number): boolean => {
    if (cell >= row.count) return false;
    from = row.starts[cell] as number;
    to = row.ends[cell] as number;
    const { bytes } = row;
    while (from < to && (bytes[from] as number) <= 32) from += 1;
    while (to > from && (bytes[to - 1] as number) <= 32) to -= 1;
    return to > from;
  };

  const readWord = (one: Planned, row: Row, utf8: boolean) =>
    trim(row, one.cell) ? wordOf(one, row, from, to, utf8) : -1;

  /** An order number is text from the first byte: signs that protect it from spreadsheets go. */
  const readId = (row: Row, cell: number, dictionary: Ids, utf8: boolean): number | Why => {
    if (!trim(row, cell)) return 'no-id';
    const { bytes } = row;
    if (bytes[from] === 39) from += 1;
    if (from === to) return 'no-id';
    const isRounded =
      to - from > 15 && bytes[to - 1] === 48 && bytes[to - 2] === 48 && bytes[to - 3] === 48;
    // Of figures alone, as nearly all are, nothing is left to see.
    const place = dictionary.codeOfFigures(bytes, from, to);
    if (place >= 0) {
      if (isRounded) rounded += 1;
      return place;
    }
    const first = bytes[from] as number;
    // Only a figure with an E or a wrapper needs a closer look.
    let plain = first !== 61;
    /** What a spreadsheet leaves of a number: a figure with an E, a date, an error, a row of hashes. */
    let odd = first === 35;
    for (let i = from; i < to; i += 1) {
      const byte = bytes[i] as number;
      if (byte === 69 || byte === 101 || byte === 47) odd = true;
      if (byte > 126) plain = false;
    }
    if (first === 35 || (first >= 48 && first <= 57 && (odd || to - from <= SHORT_ID))) {
      const text = (utf8 ? utf8Decoder : decoder).decode(bytes.subarray(from, to));
      if (!/^\d+$/.test(text) && damageOf(text) !== null) return 'damaged-id';
    }
    if (isRounded) rounded += 1;
    // Programs that compute write a number with a point and a nought behind it.
    if (bytes[to - 1] === 48 && bytes[to - 2] === 46 && isWhole(bytes, from, to - 2)) to -= 2;
    if (plain && row.doubled[cell] === 0) return dictionary.codeOf(bytes, from, to);
    const raw = cellText(row, cell, utf8 ? utf8Decoder : decoder).trim();
    const text = visible(raw.normalize('NFKC'))
      .replace(/^="?([^"]*)"?$/, '$1')
      .trim();
    if (text === '') return 'no-id';
    // What hid before it kept the number from being looked at.
    if (first > 126 && damageOf(text) !== null) return 'damaged-id';
    return dictionary.codeOfText(text);
  };

  const readDay = (row: Row, cell: number, utf8: boolean, own: DayColumn): number => {
    const day = readWritten(row, cell, utf8, own);
    if (settings.zone === null || day === BLANK || day === UNREADABLE) return day;
    const text = (utf8 ? utf8Decoder : decoder).decode(
      row.bytes.subarray(from, Math.min(to, from + 80)),
    );
    return clock.move(day, settings.zone, text, cell, headers[cell] ?? '', preset);
  };

  /** The day as it is written. */
  const readWritten = (
    row: Row,
    cell: number,
    utf8: boolean,
    { evidence, memo }: DayColumn,
  ): number => {
    if (!trim(row, cell)) return BLANK;
    const quick = dayFromBytes(row.bytes, from, to, evidence);
    if (quick !== UNREADABLE) return quick;
    const text = (utf8 ? utf8Decoder : decoder).decode(
      row.bytes.subarray(from, Math.min(to, from + 80)),
    );
    let day = memo.get(text);
    if (day === undefined) {
      day = dayFromText(text, evidence, is1904);
      if (memo.size < 50_000) memo.set(text, day);
    }
    return day;
  };

  /** A quick no for nearly every row: order numbers begin with figures, or differ from the header in length. */
  const mayBeHeader = (first: number, length: number, utf8: boolean) =>
    !isFigure(first) && (utf8 ? length === headerLength : length < 80);

  /**
   * The texts of a row, for the few that are looked at as text. Not where rows are taken: a function within
   * would have to hold the row, and that costs memory for each of a million.
   */
  const textsOf = (row: Row, utf8: boolean, most = row.count): string[] =>
    Array.from({ length: Math.min(row.count, most) }, (_, i) =>
      cellText(row, i, utf8 ? utf8Decoder : decoder),
    );

  /** What of a row is shown to see columns by; what is in no column that is read stays bytes. */
  const sampleOf = (row: Row, utf8: boolean): (string | null)[] =>
    Array.from({ length: Math.min(row.count, headers.length) }, (_, i) =>
      isMapped[i] ? cellText(row, i, utf8 ? utf8Decoder : decoder).slice(0, 60) : null,
    );

  const leave = (row: Row, why: Why): void => {
    left.push({ row: row.number, why });
  };

  /** A row without a day may be the header of the next table, which is then read with it. */
  const opensNext = (row: Row, utf8: boolean): boolean => {
    if (row.count < 2 || !trim(row, 0) || isFigure(row.bytes[from] as number)) return false;
    const cells = textsOf(row, utf8);
    if (!opensTable(cells)) return false;
    if (headersOf(cells).join('\u0001') === headers.join('\u0001')) {
      leave(row, 'repeated-header');
      return true;
    }
    rows -= 1;
    const name = `${source.name} · ${String(row.number)}`;
    next = createCollector({ ...source, name }, pool, { ...settings, headerRow: null }, { is1904 });
    next.take(row, utf8);
    return true;
  };

  const takeData = (row: Row, utf8: boolean): void => {
    const { bytes, starts, ends, count } = row;
    let filled = 0;
    for (let i = 0; i < count && filled < 3; i += 1) {
      let at = starts[i] as number;
      const end = ends[i] as number;
      while (at < end && (bytes[at] as number) <= 32) at += 1;
      if (at < end) filled += 1;
    }
    if (filled === 0) return;
    rows += 1;
    if (row.broken) return leave(row, 'unclosed-quote');
    if (sample.length < 3) sample.push(sampleOf(row, utf8));
    if (rowMark !== null) {
      const mark = cellText(row, 0, utf8 ? utf8Decoder : decoder).trim();
      if (mark !== rowMark) return leave(row, 'footer');
    }
    const hasId = at.id >= 0 && trim(row, at.id);
    if (filled < 3 || (at.id >= 0 && !hasId)) {
      if (textsOf(row, utf8, 6).some((text) => isTotal(text.trim()))) return leave(row, 'footer');
    } else if (
      // A report glued from several files repeats its header.
      hasId &&
      mayBeHeader(bytes[from] as number, to - from, utf8) &&
      normalHeader(cellText(row, at.id, utf8 ? utf8Decoder : decoder)) === headers[at.id]
    ) {
      if (!opensNext(row, utf8)) leave(row, 'repeated-header');
      return;
    }
    let id = -1;
    if (at.order >= 0) {
      const read = readId(row, at.order, pool.ids, utf8);
      if (typeof read === 'string') return leave(row, read);
      id = read;
    }
    let caseId = -1;
    if (at.case >= 0 && trim(row, at.case)) {
      const read = readId(row, at.case, pool.cases, utf8);
      if (read === 'damaged-id') return leave(row, read);
      if (typeof read === 'number') caseId = read;
    }
    let ordered = BLANK;
    let disputed = BLANK;
    if (at.ordered >= 0) ordered = readDay(row, at.ordered, utf8, dayColumns.orderedAt);
    if (at.disputed >= 0) disputed = readDay(row, at.disputed, utf8, dayColumns.disputedAt);
    const isUnread = ordered === UNREADABLE || disputed === UNREADABLE;
    if (isUnread || (ordered === BLANK && disputed === BLANK)) {
      if (opensNext(row, utf8)) return;
      // A line of totals may be filled from end to end.
      const name = cellText(row, Math.max(0, at.id), utf8 ? utf8Decoder : decoder).trim();
      if (isTotal(name)) return leave(row, 'footer');
    }
    if (isUnread) return leave(row, 'bad-date');
    if (kept === room) {
      room *= 2;
      for (const one of all) {
        const grown = new Int32Array(room);
        grown.set(one.list);
        release(one.list);
        one.list = grown;
      }
    }
    numbers.list[kept] = row.number;
    if (ids !== null) ids.list[kept] = id;
    if (caseIds !== null) caseIds.list[kept] = caseId;
    if (orderedDays !== null) orderedDays.list[kept] = ordered;
    if (disputedDays !== null) disputedDays.list[kept] = disputed;
    for (let i = 0; i < plan.length; i += 1) {
      const one = plan[i] as Planned;
      one.into.list[kept] = readWord(one, row, utf8);
    }
    kept += 1;
  };

  const start = () => {
    started = true;
    const texts = head.map(({ cells }) => cells);
    const headerAt =
      settings.headerRow === null
        ? findHeader(texts, wanted)
        : head.findIndex(({ number }) => number === settings.headerRow);
    const found = head[headerAt];
    if (!found) throw new Refusal('no-header');
    headers = headersOf(found.cells);
    preset = presetOf(headers);
    columns = columnsOf(headers, preset, settings.mapping);
    headerNumber = found.number;
    const mapped = new Set(Object.values(columns));
    isMapped = headers.map((_, i) => mapped.has(i));
    const own = found.cells[columns.orderId ?? columns.caseId ?? 0] ?? '';
    headerLength = new TextEncoder().encode(own.trim()).length;
    plan = WORD_FIELDS.flatMap((field) => {
      const cell = columns[field];
      const dictionary = field === 'amount' ? pool.amounts : pool.words;
      return cell === undefined ? [] : [{ field, cell, dictionary, into: column() }];
    });
    at.order = columns.orderId ?? -1;
    at.case = columns.caseId ?? -1;
    at.id = columns.orderId ?? at.case;
    at.ordered = columns.orderedAt ?? -1;
    at.disputed = columns.disputedAt ?? -1;
    rowMark = preset?.rowMark ?? null;
    if (at.order >= 0) {
      ids = column();
      pool.ids.reserve(room);
    }
    if (at.case >= 0) {
      caseIds = column();
      pool.cases.reserve(room);
    }
    if (at.ordered >= 0) orderedDays = column();
    if (at.disputed >= 0) disputedDays = column();
    const write = createRowWriter();
    for (const { cells, number, broken } of head.slice(headerAt + 1)) {
      const row = write(cells, number);
      row.broken = broken;
      if (next) next.take(row, true);
      else takeData(row, true);
    }
    // What stood in other columns is in nobody's memory from here on.
    head.length = 0;
  };

  const filled = (one: Column | null) => one && one.list.subarray(0, kept);

  return {
    take: (row, utf8 = isUtf8) => {
      if (next) return next.take(row, utf8);
      if (started) return takeData(row, utf8);
      const cells = textsOf(row, utf8);
      if (cells.every((cell) => cell.trim() === '')) return;
      head.push({ cells, number: row.number, broken: row.broken });
      if (head.length > HEAD_ROWS && row.number > (settings.headerRow ?? 0)) start();
    },
    finish: () => {
      if (!started) {
        if (head.length === 0) throw new Refusal('empty');
        start();
      }
      unreadableLetters = headers.filter((name) => name.includes('\ufffd')).length;
      for (let code = 0; code < Math.min(pool.words.size, 5000); code += 1)
        if (pool.words.text(code).includes('\ufffd')) unreadableLetters += 1;
      // Days on another clock are no longer the figures that were written.
      if (settings.zone === null)
        for (const [days, { evidence }] of [
          [filled(orderedDays), dayColumns.orderedAt],
          [filled(disputedDays), dayColumns.disputedAt],
        ] as const)
          if (days !== null) turnYearFirst(days, evidence);
      const taken = takenFor(settings.role, preset, columns, filled(disputedDays));
      const table: Table = {
        name: source.name,
        ...taken,
        encoding: source.encoding,
        delimiter: source.delimiter,
        preset,
        headerRow: headerNumber,
        headers,
        sample,
        columns,
        rows,
        numbers: numbers.list.subarray(0, kept),
        values: {
          ...(Object.fromEntries(
            WORD_FIELDS.map((name) => [
              name,
              filled(plan.find(({ field }) => field === name)?.into ?? null),
            ]),
          ) as Table['values']),
          orderId: filled(ids),
          caseId: filled(caseIds),
          orderedAt: filled(orderedDays),
          disputedAt: filled(disputedDays),
        },
        left,
        evidence: {
          orderedAt: dayColumns.orderedAt.evidence,
          disputedAt: dayColumns.disputedAt.evidence,
        },
        dateOrder: settings.dateOrder,
        zone: settings.zone === null ? null : clock.counts,
        rounded,
        unreadableLetters,
      };
      return [table, ...(next?.finish() ?? [])];
    },
  };
}
