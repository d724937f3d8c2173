/** Rows and cells of text pasted from a spreadsheet. */
/** One row of pasted text. */
export interface RawRow {
  line: number;
  cells: string[];
}

/**
 * Splits spreadsheet text into rows with the line each began on. Quoted cells may hold the
 * separator, doubled quotes and line breaks; a quote that is never closed ends with its line.
 */
export function splitRows(text: string): RawRow[] {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const tab = clean.split('\n', 20).some((line) => line.includes('\t'));
  const separator = tab ? '\t' : ',';
  const rows: RawRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let startedOn = 1;
  const push = () => {
    cells.push(cell.trim());
    if (cells.some((value) => value !== '')) rows.push({ line: startedOn, cells });
    cells = [];
    cell = '';
  };
  for (let i = 0; i < clean.length; i += 1) {
    const char = clean[i] as string;
    if (char === '"' && cell.trim() === '') {
      const end = closingQuote(clean, i + 1);
      if (end > 0) {
        const inside = clean.slice(i + 1, end);
        line += inside.split('\n').length - 1;
        cell = inside.replaceAll('""', '"');
        i = end;
        continue;
      }
    }
    if (char === separator || (!tab && char === '，')) {
      cells.push(cell.trim());
      cell = '';
    } else if (char === '\n') {
      push();
      line += 1;
      startedOn = line;
    } else cell += char;
  }
  push();
  return rows;
}

function closingQuote(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') i += 1;
    else return /^[ ]*(?:[\t\n,，]|$)/.test(text.slice(i + 1, i + 20)) ? i : -1;
  }
  return -1;
}
