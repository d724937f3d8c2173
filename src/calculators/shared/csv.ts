/** Tables that spreadsheets open as they are: UTF-8 with a byte-order mark, no live formulas. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell that a spreadsheet would run is made text; quotes are doubled. */
export function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function buildCsv(
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
