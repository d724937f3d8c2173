/** A sheet of tables that was filled in: read back, and written as Markdown and as rows of a file. */

import { apart } from './apart.ts';

/** What stands in a sheet, in one language. */
export interface SheetLayout {
  title: string;
  tables: readonly {
    id: string;
    title: string;
    /** What stands above the questions. */
    head: string;
    columns: readonly { id: string; text: string }[];
    /** Questions; none in a list that grows, whose rows are numbered from 1. */
    rows: readonly { id: string; text: string }[];
  }[];
}

/** What was written, by `<table>.<row>.<column>`. Empty cells are left out. */
export type SheetValues = Readonly<Record<string, string>>;

/** Rows a growing list begins with. */
export const FIRST_ROWS = 4;
/** Bounds of what is stored, not of the world. */
const LONGEST = 2000;
const MOST_ROWS = 60;
const MOST_CELLS = 600;
const CELL = /^[a-z-]{1,40}\.(?:[a-z-]{1,40}|[1-9]\d?)\.[a-z-]{1,40}$/;

/** Reads a stored sheet, as hostile as a link; cells that are none are left out. Null for what is no sheet. */
export function readSheet(hostile: unknown): SheetValues | null {
  if (typeof hostile !== 'object' || hostile === null || Array.isArray(hostile)) return null;
  return Object.fromEntries(
    Object.entries(hostile)
      .filter(
        (cell): cell is [string, string] =>
          CELL.test(cell[0]) && typeof cell[1] === 'string' && cell[1].trim() !== '',
      )
      .slice(0, MOST_CELLS)
      .map(([name, text]) => [name, text.slice(0, LONGEST)]),
  );
}

/** The names of the cells that hold another text now; an empty cell and one that is left out are the same. */
export const changedCells = (before: SheetValues, now: SheetValues): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (name) => (before[name] ?? '') !== (now[name] ?? ''),
  );

/** What lies in the store with what was changed here since it was read: another tab may have written other cells. */
export function joinSheets(there: SheetValues, before: SheetValues, now: SheetValues): SheetValues {
  const changed = changedCells(before, now);
  const joined = {
    ...there,
    ...Object.fromEntries(changed.map((name) => [name, now[name] ?? ''])),
  };
  return Object.fromEntries(Object.entries(joined).filter(([, text]) => text !== ''));
}

/** How many rows a growing list needs to show all that is in it, and one more. */
export function rowsFor(table: string, values: SheetValues): number {
  const numbers = Object.keys(values).flatMap((name) => {
    const [at, row] = name.split('.');
    return at === table && /^\d+$/.test(row ?? '') ? [Number(row)] : [];
  });
  return Math.min(MOST_ROWS, Math.max(FIRST_ROWS, ...numbers));
}

/** Every table with its heading and its rows; empty rows of a growing list are left out. */
function tablesOf(layout: SheetLayout, values: SheetValues) {
  return layout.tables.map(({ id, title, head, columns, rows }) => {
    const cells = (row: string) =>
      columns.map((column) => values[`${id}.${row}.${column.id}`] ?? '');
    const names = columns.map(({ text }) => text);
    if (rows.length > 0)
      return {
        title,
        head: [head, ...names],
        rows: rows.map((row) => [row.text, ...cells(row.id)]),
      };
    const filled = Array.from({ length: rowsFor(id, values) }, (_, i) => cells(String(i + 1)));
    return {
      title,
      head: names,
      rows: filled.filter((row) => row.some((cell) => cell.trim() !== '')),
    };
  });
}

const markdownCell = (text: string) =>
  apart(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, '<br>')
    .trim();

/** The sheet as Markdown tables. */
export function sheetMarkdown(layout: SheetLayout, values: SheetValues): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  const tables = tablesOf(layout, values).map(({ title, head, rows }) =>
    [
      `## ${title}`,
      '',
      line(head),
      `|${head.map(() => ' --- |').join('')}`,
      ...(rows.length > 0 ? rows.map(line) : [line(head.map(() => ''))]),
    ].join('\n'),
  );
  return `# ${layout.title}\n\n${tables.join('\n\n')}\n`;
}

/** The sheet as rows for a file: the name of the table stands before its heading and before each row. */
export const sheetRows = (layout: SheetLayout, values: SheetValues): string[][] =>
  tablesOf(layout, values).flatMap(({ title, head, rows }) => [
    [title, ...head],
    ...rows.map((row) => [title, ...row]),
  ]);
