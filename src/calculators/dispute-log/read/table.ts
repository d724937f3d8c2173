/** A table as it was read, and what all tables of one report share. */
import {
  FIELDS,
  type DateOrder,
  type Field,
  type Mapping,
  type Role,
  type Why,
  type Zone,
} from '../names.ts';
import { Dictionary, release } from './dictionary.ts';
import { guessColumns, normalHeader, type Preset } from './header.ts';
import { Ids } from './ids.ts';
import { BLANK, type DateEvidence } from './values.ts';

export interface TableSettings {
  role: Role | null;
  mapping: Mapping;
  /** The row of the header, from 1; null to look for it. */
  headerRow: number | null;
  dateOrder: DateOrder | null;
  /** The clock days are counted by; null for days as they are written. */
  zone: Zone | null;
}

/** What all tables of one report share, so that an order number is the same number everywhere. */
export interface Pool {
  ids: Ids;
  cases: Ids;
  words: Dictionary;
  /** Amounts as they are written: there are many, and they are no groups. */
  amounts: Dictionary;
}

/** A pool whose files are read: how many different orders and cases there are, not which. */
export type ReadPool = Pick<Pool, 'words' | 'amounts'> & { ids: number; cases: number };

/** Tells apart all order and case numbers of these tables, which hold places so far. */
export function settlePool({ ids, cases, ...rest }: Pool, tables: readonly Table[]): ReadPool {
  const settled = (all: Ids, field: 'orderId' | 'caseId') => {
    const { codes, size } = all.resolve();
    for (const { values } of tables) {
      const list = values[field];
      for (let i = 0; i < (list?.length ?? 0); i += 1) {
        const place = (list as Int32Array)[i] as number;
        if (place >= 0) (list as Int32Array)[i] = codes[place] as number;
      }
    }
    release(codes);
    return size;
  };
  return { ...rest, ids: settled(ids, 'orderId'), cases: settled(cases, 'caseId') };
}

export const createPool = (): Pool => ({
  ids: new Ids(),
  cases: new Ids(),
  words: new Dictionary(),
  amounts: new Dictionary(),
});

/** A table as it was read. Days may still be of open order (see `settle`). */
export interface Table {
  name: string;
  role: Role;
  /** Orders with their disputes by its columns, but each row is a dispute: taken as disputes alone. */
  onlyDisputes: boolean;
  encoding: string;
  delimiter: string | null;
  preset: Preset | null;
  headerRow: number;
  headers: readonly string[];
  /** The first rows behind the header, to see columns by; null where a column is none that is read. */
  sample: readonly (readonly (string | null)[])[];
  columns: Readonly<Partial<Record<Field, number>>>;
  /** Rows of the table, without what stands above the header and without empty ones. */
  rows: number;
  /** Row number of each row that was kept. */
  numbers: Int32Array;
  values: Readonly<Record<Field, Int32Array | null>>;
  left: { row: number; why: Why }[];
  evidence: Readonly<Record<'orderedAt' | 'disputedAt', DateEvidence>>;
  /** What was answered, for columns that do not tell. */
  dateOrder: DateOrder | null;
  /** Days that are another one by the clock asked for, and those that nobody can tell; null for days as written. */
  zone: { moved: number; unzoned: number } | null;
  /** Numbers of orders that look rounded: they end in three noughts, or a workbook held them as figures. */
  rounded: number;
  /** Letters that the encoding could not read. */
  unreadableLetters: number;
}

/** The place of each field among the headers. Fields that are not there are left out, those asked for by name are told. */
export function columnsOf(
  headers: readonly string[],
  preset: Preset | null,
  mapping: Mapping,
): Partial<Record<Field, number>> {
  const columns = guessColumns(headers, preset);
  const asked = Object.entries(mapping) as [Field, string | number | readonly string[]][];
  for (const [field, wanted] of asked) {
    if (typeof wanted === 'number') {
      if (wanted >= 1 && wanted <= headers.length) columns[field] = wanted - 1;
      continue;
    }
    const names = (typeof wanted === 'string' ? [wanted] : wanted).map(normalHeader);
    const at = headers.findIndex((name) => names.includes(name));
    if (at >= 0) columns[field] = at;
  }
  // A column that was asked for is that and nothing else.
  const taken = new Set<number | undefined>(asked.map(([field]) => columns[field]));
  taken.delete(undefined);
  for (const field of FIELDS)
    if (!(field in mapping) && taken.has(columns[field])) Reflect.deleteProperty(columns, field);
  return columns;
}

/** A file whose kind nobody said: with days of orders and of disputes it is both, with one of them that one. */
function roleOf(preset: Preset | null, columns: Partial<Record<Field, number>>): Role {
  if (preset)
    return preset.role === 'orders' && columns.disputedAt !== undefined ? 'rows' : preset.role;
  if (columns.orderedAt === undefined) return 'disputes';
  return columns.disputedAt === undefined && columns.reason === undefined ? 'orders' : 'rows';
}

/**
 * What a table is taken for. Where every row is a dispute the other orders are missing, and every rate
 * would be whole: it holds disputes alone, as does a report of returns that was said to be one of orders.
 *
 * @param disputed the day of the dispute of each row.
 */
export function takenFor(
  asked: Role | null,
  preset: Preset | null,
  columns: Partial<Record<Field, number>>,
  disputed: Int32Array | null,
): Pick<Table, 'role' | 'onlyDisputes'> {
  const found = roleOf(preset, columns);
  // “Orders and disputes, or found out”.
  const said = asked === 'rows' ? null : asked;
  const onlyDisputes =
    said === null
      ? found === 'rows' && disputed !== null && disputed.length > 0 && !disputed.includes(BLANK)
      : said === 'orders' && preset?.role === 'disputes';
  return { role: onlyDisputes ? 'disputes' : (said ?? found), onlyDisputes };
}
