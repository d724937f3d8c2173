/** A file as the text of a table, for a tool that reads rows of text. */
import { detectEncoding, isBinary, SAMPLE } from './encoding.ts';
import { KNOWN_WORDS } from './known.ts';
import { Refusal, type RefusalId } from './row.ts';
import { sourceOf } from './source.ts';

/** A table for a person's eyes: beyond this a file belongs into a tool that reads it piece by piece. */
const MOST = 1 << 26;

const quoted = (cell: string) =>
  /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * The text of a file of any encoding, or the first sheet of a workbook that holds anything, as rows
 * with tabs. Told by the first bytes, never by the name.
 *
 * @returns the text, or why there is none: an id under `tool.dispute-log.refused`.
 */
export async function textOfFile(
  name: string,
  bytes: Uint8Array,
): Promise<{ text: string } | { refused: RefusalId }> {
  const starts = (...marks: number[]) => marks.every((mark, i) => bytes[i] === mark);
  try {
    if (bytes.length === 0) return { refused: 'empty' };
    if (bytes.length > MOST) return { refused: 'too-large' };
    if (starts(0x50, 0x4b, 3, 4)) {
      const { openWorkbook } = await import('./xlsx.ts');
      const { sheets } = await openWorkbook(sourceOf(name, bytes), () => undefined);
      for (const sheet of sheets) {
        const rows: string[] = [];
        await sheet.read((cells) => rows.push(cells.map(quoted).join('\t')));
        if (rows.length > 0) return { text: rows.join('\n') };
      }
      return { refused: 'empty' };
    }
    if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { refused: 'old-xls' };
    const sample = bytes.subarray(0, SAMPLE);
    const { encoding, skip } = detectEncoding(sample, KNOWN_WORDS);
    if (!encoding.startsWith('utf-16') && isBinary(sample)) return { refused: 'binary' };
    return { text: new TextDecoder(encoding).decode(bytes.subarray(skip)) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.id };
    throw error;
  }
}
