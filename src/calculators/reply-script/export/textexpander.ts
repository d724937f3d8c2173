import { byHand, fillGaps, records, type ExportFile, type ExportOptions } from './record.ts';
import type { ScriptLibrary } from '../schema.ts';

/** A cell that a spreadsheet would run as a formula is kept a text. */
const cell = (text: string) =>
  `"${(/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** One file a language: abbreviation and content, no header line. The file's name becomes the group's. */
export function textexpander(library: ScriptLibrary, options: ExportOptions): ExportFile[] {
  const all = records(library, options);
  return options.languages.map((language) => ({
    name: `reply-scripts-${language.toLowerCase()}.csv`,
    mediaType: 'text/csv',
    text: all
      .filter((record) => record.language === language)
      .map(
        (record) =>
          `${cell(record.code.replaceAll('-', ''))},${cell(fillGaps(record.text, byHand))}\r\n`,
      )
      .join(''),
  }));
}
