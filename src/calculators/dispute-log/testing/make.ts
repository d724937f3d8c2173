/** Files for tests, made from nothing: workbooks and code pages. */
import { deflateRawSync } from 'node:zlib';
import type { Encoding } from '../names.ts';

/** A zip file of these parts, deflated. `bend` may change the list at its end, to make a damaged one. */
export function zip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  bend?: (list: DataView) => void,
): Uint8Array {
  const encoder = new TextEncoder();
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const [name, part] of Object.entries(parts)) {
    const raw = typeof part === 'string' ? encoder.encode(part) : part;
    const packed = new Uint8Array(deflateRawSync(raw, { level: 9 }));
    const label = encoder.encode(name);
    const head = new DataView(new ArrayBuffer(30));
    head.setUint32(0, 0x04034b50, true);
    head.setUint16(8, 8, true);
    head.setUint32(18, packed.length, true);
    head.setUint32(22, raw.length, true);
    head.setUint16(26, label.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(10, 8, true);
    entry.setUint32(20, packed.length, true);
    entry.setUint32(24, raw.length, true);
    entry.setUint16(28, label.length, true);
    entry.setUint32(42, at, true);
    bend?.(entry);
    local.push(new Uint8Array(head.buffer), label, packed);
    central.push(new Uint8Array(entry.buffer), label);
    at += 30 + label.length + packed.length;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, Object.keys(parts).length, true);
  end.setUint16(10, Object.keys(parts).length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return join([...local, ...central, new Uint8Array(end.buffer)]);
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

export interface MadeSheet {
  name: string;
  /** A figure becomes a figure, a text a shared text. */
  rows: readonly (readonly (string | number)[])[];
  hidden?: boolean;
}

/** The parts of a workbook. */
export function workbookParts(
  sheets: readonly MadeSheet[],
  is1904 = false,
): Record<string, string> {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const shared = (text: string) => {
    let number = numbers.get(text);
    if (number === undefined) {
      numbers.set(text, (number = texts.length));
      texts.push(text);
    }
    return number;
  };
  const parts: Record<string, string> = {};
  sheets.forEach(({ rows }, i) => {
    const xml = rows.map((cells, row) => {
      const made = cells.map((cell, column) =>
        cell === ''
          ? ''
          : typeof cell === 'number'
            ? `<c r="${letters(column)}${String(row + 1)}" s="1"><v>${String(cell)}</v></c>`
            : `<c r="${letters(column)}${String(row + 1)}" t="s"><v>${String(shared(cell))}</v></c>`,
      );
      return `<row r="${String(row + 1)}">${made.join('')}</row>`;
    });
    parts[`xl/worksheets/sheet${String(i + 1)}.xml`] =
      `<?xml version="1.0"?><worksheet><sheetData>${xml.join('')}</sheetData></worksheet>`;
  });
  parts['xl/workbook.xml'] =
    `<workbook><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, hidden }, i) =>
          `<sheet name="${escape(name)}" sheetId="${String(i + 1)}"${hidden ? ' state="hidden"' : ''} r:id="rId${String(i + 1)}"/>`,
      )
      .join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships>${sheets.map((_, i) => `<Relationship Id="rId${String(i + 1)}" Target="worksheets/sheet${String(i + 1)}.xml"/>`).join('')}</Relationships>`;
  parts['xl/sharedStrings.xml'] =
    `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`;
  return parts;
}

export const workbook = (sheets: readonly MadeSheet[], is1904 = false): Uint8Array =>
  zip(workbookParts(sheets, is1904));

/** Text in an alphabet the engine can only read: each letter is looked up among all that the decoder gives. */
export function encodeIn(label: Encoding, text: string): Uint8Array {
  if (label.startsWith('utf-16')) {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i += 1)
      view.setUint16(2 * i, text.charCodeAt(i), label === 'utf-16le');
    return bytes;
  }
  const table = tableOf(label);
  const out: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 128) out.push(code);
    else {
      const found = table.get(letter) ?? (label === 'gb18030' ? fourBytes(code) : undefined);
      if (!found) throw new Error(`${label} has no ${letter}`);
      out.push(...found);
    }
  }
  return Uint8Array.from(out);
}

const tables = new Map<string, Map<string, number[]>>();
function tableOf(label: string): Map<string, number[]> {
  const made = tables.get(label);
  if (made) return made;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(label);
  const put = (...bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && letter !== '\ufffd' && !table.has(letter))
      table.set(letter, bytes);
  };
  if (/^(?:windows|ibm)/.test(label)) for (let byte = 128; byte < 256; byte += 1) put(byte);
  else
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) if (trail !== 0x7f) put(lead, trail);
  tables.set(label, table);
  return table;
}

/** The four bytes of a letter beyond the basic plane, by the formula of the Encoding Standard. */
function fourBytes(code: number): number[] | undefined {
  if (code < 0x10000) return undefined;
  let pointer = code - 0x10000 + 189000;
  const byte4 = (pointer % 10) + 0x30;
  pointer = Math.floor(pointer / 10);
  const byte3 = (pointer % 126) + 0x81;
  pointer = Math.floor(pointer / 126);
  return [Math.floor(pointer / 10) + 0x81, (pointer % 10) + 0x30, byte3, byte4];
}
