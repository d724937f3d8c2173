/** Tables that spreadsheets open as they are: UTF-8 with a byte-order mark, no live formulas. */

/**
 * What a spreadsheet, or a careless reader of the file, may run or break on when a cell begins with
 * it: signs of a formula, in both widths and behind spaces nobody sees, and what starts a new cell
 * or line.
 */
const LIVE = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/**
 * Digits a spreadsheet would take for a number and change: it keeps fifteen digits, drops leading
 * noughts and reads 12E5 as a power of ten.
 */
const NUMBER_LIKE = /^(?:\d{12,}|0\d+|\d+[eE]\d+)$/;

/**
 * A cell as text, always in quotes, so that no separator of any locale splits it.
 *
 * - A text that would run gets an apostrophe in front, and a NUL is left out. A number is no text: with a
 *   minus it stays one that can be added up.
 * - Digits that are a name, an order number for one, get a tab behind: with it no spreadsheet takes
 *   them for a number, and nothing is seen. An apostrophe would be seen and copied along, and
 *   `="8123…"` is a formula. Who reads the file back trims the cell, as `splitRows` does.
 */
export function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value).replaceAll('\0', '');
  const isText = typeof value === 'string';
  const safe = isText && LIVE.test(text) ? `'${text}` : text;
  const kept = isText && NUMBER_LIKE.test(safe) ? `${safe}\t` : safe;
  return `"${kept.replaceAll('"', '""')}"`;
}

/** The whole file. */
export function buildCsv(
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
