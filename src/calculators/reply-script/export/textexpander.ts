import { byHand, fillGaps, records, type ExportFile, type ExportOptions } from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

/** Excel reads a file without it in the code page of the machine: Russian and Korean come out as noise. */
const BYTE_ORDER_MARK = '\ufeff';

/** After a percent sign a letter is a command there: the date, the clipboard, a key. */
const plain = (text: string) => text.replace(/%(?=\S)/gu, '% ');

/** A cell that a spreadsheet would run as a formula is kept a text. */
const cell = (text: string) =>
  `"${(/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** One file a language: abbreviation and content, no header line. The file's name becomes the group's. */
export function textexpander(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const all = records(library, options);
  return options.languages.map((language) => ({
    name: `reply-scripts-${language.toLowerCase()}.csv`,
    mediaType: 'text/csv',
    text: `${BYTE_ORDER_MARK}${all
      .filter((record) => record.language === language)
      .map(
        (record) =>
          `${cell(record.code.replaceAll('-', ''))},${cell(fillGaps(plain(record.text), byHand))}\r\n`,
      )
      .join('')}`,
  }));
}
