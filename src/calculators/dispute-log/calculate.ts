/** Files and settings in, the whole answer out. */
import { minorDigits } from '../shared/currency-digits.ts';
import type { Incomplete, Invalid } from '../shared/result.ts';
import { assemble, lastDay, type FileNotes } from './assemble.ts';
import type { Counted, DateOrder, Field, Mapping, Period, Role, Why, Zone } from './names.ts';
import { isoDay } from './periods.ts';
import { createPool, settlePool, type ReadPool, type Table } from './read/table.ts';
import { normalHeader } from './read/header.ts';
import { openFile } from './read/open.ts';
import { Refusal, type RefusalId } from './read/row.ts';
import { report, type Report } from './report.ts';
import type { Source } from './read/source.ts';
import { parse } from './schema.ts';
import { readerComing, type ReadSetting, type Settings } from './settings.ts';

export { KNOWN_EXPORTS } from './read/header.ts';

/** What reads workbooks comes apart; whoever says that all is here has it by then. */
export const readWorkbooks = () => import('./read/xlsx.ts');

/** What became of a file: every row is used, or listed with the reason why not. */
export interface FileReport {
  name: string;
  role: Role;
  /** It names days of orders too, but every row is a dispute: the other orders are missing, and no rate is made of it. */
  onlyDisputes: boolean;
  encoding: string;
  delimiter: string | null;
  preset: string | null;
  headerRow: number;
  columns: Partial<Record<Field, string>>;
  /** What comes first in days of the order, or of the dispute where those do not say; null where it does not matter. */
  dateOrder: DateOrder | null;
  /** The same of each column in which it matters: they may differ. */
  dateOrders: FileNotes['dateOrders'];
  rows: number;
  used: number;
  left: { row: number; why: Why }[];
  /** How many rows were left out for each reason. */
  leftBy: Partial<Record<Why, number>>;
  sameOrder: number;
  unmatched: number;
  badAmounts: number;
  /** Amounts in brackets, which may be negative: in no sum. */
  bracketed: number;
  /** Signs that several currencies have, of amounts where nothing tells which: summed under the sign alone. */
  unclear: FileNotes['unclear'];
  /** Amounts that do not say their currency, by who said it instead: their header, or the setting. */
  taken: FileNotes['taken'];
  roundedIds: number;
  unreadableLetters: number;
  /** Days that are another one by the clock asked for, and those that say no clock; null for days as written. */
  zone: { moved: number; unzoned: number } | null;
}

export interface DisputeLogOk extends Report {
  kind: 'ok';
  /** Nothing of this day or later was looked at. */
  asOf: string;
  period: Period;
  counted: Counted;
  zone: Zone | null;
  files: FileReport[];
  /** Files, or sheets of them, that could not be read. */
  refused: { name: string; why: RefusalId }[];
}

/** Where a column has to be chosen by hand, with the headers it can be chosen from. */
export type DisputeLogResult = DisputeLogOk | (Incomplete & { headers?: string[] }) | Invalid;

/** Where more than one order number in so many ends in three noughts, Excel has rounded them. */
const ROUNDED_OF = 5;
/** Fewer such numbers may be chance. */
const FEWEST_ROUNDED = 3;

const fileReport = ({ table, ...notes }: FileNotes): FileReport => ({
  name: table.name,
  role: table.role,
  onlyDisputes: table.onlyDisputes,
  encoding: table.encoding,
  delimiter: table.delimiter,
  preset: table.preset?.id ?? null,
  headerRow: table.headerRow,
  columns: Object.fromEntries(
    Object.entries(table.columns).map(([field, at]) => [field, table.headers[at] ?? '']),
  ),
  dateOrder: notes.dateOrders.orderedAt ?? notes.dateOrders.disputedAt ?? null,
  dateOrders: notes.dateOrders,
  rows: table.rows,
  used: notes.used,
  left: notes.left,
  leftBy: notes.left.reduce<Partial<Record<Why, number>>>((by, { why }) => {
    by[why] = (by[why] ?? 0) + 1;
    return by;
  }, {}),
  sameOrder: notes.sameOrder,
  unmatched: notes.unmatched,
  badAmounts: notes.badAmounts,
  bracketed: notes.bracketed,
  unclear: notes.unclear,
  taken: notes.taken,
  // A number in a thousand ends in three noughts anyway; a column of them does not.
  roundedIds:
    table.rounded >= FEWEST_ROUNDED && table.rounded * ROUNDED_OF > table.rows ? table.rounded : 0,
  unreadableLetters: table.unreadableLetters,
  zone: table.zone,
});

const invalid = (path: string, key: string, values: Record<string, string | number>): Invalid => ({
  kind: 'invalid',
  issues: [{ path, key: `tool.dispute-log.${key}`, values }],
});

/** A file of a person, its settings, and what it was said to be. */
export interface FileAsked {
  source: Source;
  role: Role | null;
  settings: Settings;
}

/** Opens files one after the other into tables that share one pool. */
export async function readFiles(
  files: readonly FileAsked[],
  progress: (bytes: number, of: number) => void = () => undefined,
): Promise<{ tables: Table[]; refused: { name: string; why: RefusalId }[]; pool: ReadPool }> {
  const pool = createPool();
  const tables: Table[] = [];
  const refused: { name: string; why: RefusalId }[] = [];
  const whole = files.reduce((sum, { source }) => sum + source.size, 0);
  let before = 0;
  for (const { source, role, settings } of files) {
    try {
      const opened = await openFile(source, pool, { ...settings, role }, (bytes) =>
        progress(before + bytes, whole),
      );
      tables.push(...opened.tables);
      refused.push(...opened.refused);
    } catch (error) {
      if (!(error instanceof Refusal) || error.id === 'cancelled') throw error;
      refused.push({ name: source.name, why: error.id });
    }
    before += source.size;
  }
  return { tables, refused, pool: settlePool(pool, tables) };
}

/** Is a column of that name, or in that place, among the headers? */
const isAmong = (headers: readonly string[], name: Mapping[Field]): boolean =>
  typeof name === 'number'
    ? name <= headers.length
    : [name ?? []].flat().some((each) => headers.includes(normalHeader(each)));

/** Headers to choose columns from, as many as anybody reads. */
const headersOf = (tables: readonly Table[]): string[] =>
  [...new Set(tables.flatMap(({ headers }) => headers))].filter((name) => name !== '').slice(0, 40);

/** The column without which a table says nothing; null where it is there. */
const needed = ({ role, columns }: Table): Field | null =>
  role === 'disputes'
    ? columns.disputedAt === undefined
      ? 'disputedAt'
      : null
    : columns.orderedAt === undefined
      ? 'orderedAt'
      : null;

/**
 * The answer of tables that were read.
 *
 * @param today the day it is, from 1970-01-01; without an `asOf` the log is read as on the morning
 *   after its last day, and never later than this.
 */
export function answer(
  { tables, refused, pool }: Awaited<ReturnType<typeof readFiles>>,
  settings: Settings,
  today: number,
): DisputeLogResult {
  const [unread] = refused;
  if (tables.length === 0)
    return unread === undefined
      ? { kind: 'incomplete', missing: ['rows'] }
      : invalid('rows', `refused.${unread.why}`, { name: unread.name });
  for (const [field, name] of Object.entries(settings.mapping) as [Field, Mapping[Field]][])
    if (!tables.some(({ headers }) => isAmong(headers, name)))
      return invalid(`mapping.${field}`, 'error.no-column', {
        name: String(name),
        list: headersOf(tables).join(', '),
      });
  const { moneyIn } = settings;
  if (moneyIn !== null && minorDigits(moneyIn) === undefined)
    return invalid('moneyIn', 'error.currency', {});
  const whole = tables.filter((table) => needed(table) === null);
  const [first] = tables;
  // A sheet of notes beside the one with data is told of, not asked about.
  if (whole.length === 0 && first)
    return {
      kind: 'incomplete',
      missing: [`mapping.${needed(first) ?? ''}`],
      headers: headersOf(tables),
    };
  const notes = tables
    .filter((table) => needed(table) !== null)
    .map(({ name }) => ({ name, why: 'no-table' as const }));
  const last = lastDay(whole);
  const cut = settings.asOf ?? Math.min(today, (last ?? today) + 1);
  const log = assemble(whole, pool, cut, settings.counted, settings.moneyIn);
  if (log.ask.length > 0) return { kind: 'incomplete', missing: ['dateOrder'] };
  return {
    kind: 'ok',
    asOf: `${isoDay(cut)}T00:00:00Z`,
    period: settings.period,
    counted: settings.counted,
    zone: settings.zone,
    files: log.files.map(fileReport),
    refused: [...refused, ...notes],
    ...report(log, pool, cut, settings.period, settings.changedOn),
  };
}

/**
 * Reads files and answers the seven questions.
 *
 * @param input one parsed JSON value, not yet checked.
 * @param asOf the moment it is, ISO 8601 with `Z`.
 * @param readSetting reads settings that are not plain; apart, since a page fetches it for itself.
 */
export async function calculate(
  input: unknown,
  asOf: string,
  readSetting: ReadSetting = readerComing,
): Promise<DisputeLogResult> {
  const parsed = parse(input, readSetting);
  if (parsed.kind !== 'input') return parsed;
  const { files, settings } = parsed;
  const read = await readFiles(files.map(({ role, source }) => ({ source, role, settings })));
  const [first] = read.refused;
  if (read.tables.length === 0 && first)
    return invalid(files[0]?.role ?? 'rows', `refused.${first.why}`, { name: first.name });
  return answer(read, settings, Math.floor(Date.parse(asOf) / 86_400_000));
}
