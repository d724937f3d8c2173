/** Rows and cells of text pasted from a spreadsheet or a file. */

/** One row of pasted text. */
export interface RawRow {
  /** Line of the text on which the row began, from 1. */
  line: number;
  cells: string[];
  /** The row as it stands from the start of a cell to its end, with its separators and quotes. */
  rest: (from: number) => string;
}

type Separator = '\t' | ';' | ',';

/** How many rows tell what separates the cells. */
const LOOKED_AT = 20;

/** A comma between two figures may be a decimal sign, as in `8,16371E+15`. */
const isBetweenFigures = (text: string, at: number): boolean =>
  /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');

/**
 * What separates the cells of the whole text: a tab wherever one stands outside quotes, else what
 * most rows are split by first. A semicolon or a comma further on belongs to a note; a comma between
 * two figures is a decimal sign where a semicolon comes next.
 */
function separatorOf(text: string): Separator {
  const counts = { ';': 0, ',': 0 };
  let rows = 0;
  let split = false;
  /** A comma between figures came first, and nothing else yet. */
  let unsure = false;
  let cellBegins = true;
  const endRow = () => {
    if (unsure && !split) counts[','] += 1;
    rows += 1;
    split = false;
    unsure = false;
  };
  for (let i = 0; i < text.length && rows < LOOKED_AT; i += 1) {
    const char = text[i];
    if (char === '"' && cellBegins) {
      const end = closingQuote(text, i + 1, '\t;,');
      if (end > 0) i = end;
    } else if (char === '\t') return '\t';
    else if (char === ';' || char === ',') {
      if (!split && char === ',' && isBetweenFigures(text, i)) unsure = true;
      else {
        if (!split) counts[char] += 1;
        split = true;
      }
      cellBegins = true;
      continue;
    } else if (char === '\n') {
      endRow();
      cellBegins = true;
      continue;
    } else if (char === ' ') continue;
    cellBegins = false;
  }
  endRow();
  return counts[';'] > counts[','] ? ';' : ',';
}

/**
 * Splits spreadsheet text into rows with the line each began on. Cells are separated by tabs, by
 * semicolons (as spreadsheets write where the comma is the decimal sign) or by commas; the Chinese
 * comma, semicolon and enumeration comma and the upright bar separate only in a row that nothing else
 * splits, since people write them in notes. Quoted
 * cells may hold the separator, doubled quotes and line breaks; a quote that is never closed ends
 * with its line. The time it takes grows with the length of the text.
 */
export function splitRows(text: string): RawRow[] {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (isDrawn(clean)) return rowsOfDrawn(clean);
  const separator = separatorOf(clean);
  const rows: RawRow[] = [];
  let cells: string[] = [];
  let starts: number[] = [0];
  let cell = '';
  /** Nothing but spaces stands in the cell so far. */
  let blank = true;
  let line = 1;
  let startedOn = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
    blank = true;
  };
  const endRow = (end: number) => {
    endCell();
    const from = starts;
    const whole = clean.slice(from[0], end);
    // A line that only parts others, also where no table is drawn.
    if (cells.some((value) => value !== '') && !(cells.length === 1 && RULE.test(whole)))
      rows.push(
        cells.length === 1
          ? (byOtherSigns(whole, startedOn) ?? row(cells, from, end))
          : row(cells, from, end),
      );
    cells = [];
    starts = [end + 1];
  };
  const row = (found: string[], from: number[], end: number): RawRow => ({
    line: startedOn,
    cells: found,
    rest: (i) => (i >= found.length - 1 ? (found[i] ?? '') : clean.slice(from[i], end).trim()),
  });
  for (let i = 0; i < clean.length; i += 1) {
    const char = clean[i] as string;
    if (char === '"' && blank) {
      const end = closingQuote(clean, i + 1, separator);
      if (end > 0) {
        const inside = clean.slice(i + 1, end);
        line += inside.split('\n').length - 1;
        cell = inside.replaceAll('""', '"');
        blank = false;
        i = end;
        continue;
      }
    }
    if (char === separator) {
      endCell();
      starts.push(i + 1);
    } else if (char === '\n') {
      endRow(i);
      line += 1;
      startedOn = line;
    } else {
      cell += char;
      if (blank && char.trim() !== '') blank = false;
    }
  }
  endRow(clean.length);
  return rows;
}

/** A line between bars, as chats, wikis and terminals draw tables. */
const BARRED = /^\s*[|│┃].*[|│┃]\s*$/;
/** A rule between such lines: `|---|:--:|`, `+-----+`, `├──┼──┤`. */
const RULE = /^(?=.*(?:-{2}|[─━═]))[\s|│┃+:=\-\u2500-\u257f]*$/;

/** Is the text such a table? The first lines that hold anything tell. */
function isDrawn(text: string): boolean {
  const lines = text.split('\n', LOOKED_AT).filter((line) => line.trim() !== '');
  const barred = lines.filter((line) => BARRED.test(line) || RULE.test(line));
  const rules = lines.filter((line) => RULE.test(line) && /[|│┃┼+]/.test(line));
  return rules.length > 0
    ? lines.every((line) => RULE.test(line) || /[|│┃]/.test(line))
    : barred.length > 0 && barred.length === lines.length;
}

/** The rows of a drawn table; a bar that belongs to a cell is written `\\|`. */
function rowsOfDrawn(text: string): RawRow[] {
  return text.split('\n').flatMap((written, i) => {
    if (RULE.test(written)) return [];
    const line = written
      .trim()
      .replace(/^[|│┃]/, '')
      .replace(/(?<!\\)[|│┃]$/, '');
    const cells = line.split(/(?<!\\)[|│┃]/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    if (cells.every((cell) => cell === '')) return [];
    return [{ line: i + 1, cells, rest: (from: number) => cells.slice(from).join(' | ') }];
  });
}

/** Signs that part what people list by hand, with how often each has to stand in a row to part its cells. */
const OTHER_SIGNS: Readonly<Record<string, number>> = { '，': 1, '；': 2, '|': 2, '、': 2 };

/** A row of one cell, split by the sign of these that comes first; null where none does, or it stands in quotes. */
function byOtherSigns(text: string, line: number): RawRow | null {
  if (text.trim().startsWith('"')) return null;
  const sign = Object.keys(OTHER_SIGNS)
    .filter((one) => text.split(one).length > (OTHER_SIGNS[one] ?? 0))
    .sort((a, b) => text.indexOf(a) - text.indexOf(b))[0];
  if (sign === undefined) return null;
  const cells = text.split(sign).map((one) => one.trim());
  return { line, cells, rest: (i) => text.split(sign).slice(i).join(sign).trim() };
}

/** Where the quote that opened before `from` closes; -1 where none of `separators` follows. */
function closingQuote(text: string, from: number, separators: string): number {
  for (let i = from; i < text.length; i += 1) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') i += 1;
    else {
      let next = i + 1;
      while (text[next] === ' ' && next < i + 20) next += 1;
      const after = text[next];
      return after === undefined || after === '\n' || separators.includes(after) ? i : -1;
    }
  }
  return -1;
}
