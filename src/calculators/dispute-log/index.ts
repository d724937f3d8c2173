/**
 * The log analysis: what buyers complain about, whether a month is unusual, who stands out, what comes
 * next, what to mend first and whether it helped, from a seller's own exports.
 *
 * Days are days of the files' own calendar. Rates are orders with a dispute to all orders of the
 * files; which orders and which requests a platform counts is the business of its own rate.
 *
 * This is the light door, for a page that has no file yet. Readers and statistics stand behind
 * `calculate.ts`, and come with the first file.
 */
export type { DisputeLogOk, DisputeLogResult, FileReport } from './calculate.ts';
export { explain } from './explain.ts';
export {
  COUNTED,
  DATE_ORDERS,
  DELIMITERS,
  DIMENSIONS,
  ENCODINGS,
  FIELDS,
  PERIODS,
  ROLES,
  SETTINGS,
  ZONES,
  type Dimension,
  type Field,
  type Mapping,
  type Period,
  type Role,
  type Setting,
} from './names.ts';
export type { Source } from './read/source.ts';
export {
  decodeInput,
  encodeInput,
  settled,
  type IgnoredPart,
  type SettingTexts,
} from './permalink.ts';
export { readerComing, readSettings, type ReadSetting, type Settings } from './settings.ts';

/** The text of a file of any encoding, or of a workbook; the reader is fetched with the first file. */
export const textOfFile = async (name: string, bytes: Uint8Array) =>
  (await import('./read/text.ts')).textOfFile(name, bytes);
