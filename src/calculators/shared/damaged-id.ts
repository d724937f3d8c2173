/** Order and case numbers that a spreadsheet has spoilt. */
import { bareMonth, monthWords } from './month-words.ts';

/**
 * What became of it: `cut` to a power of ten, `rounded` to fifteen digits and noughts, `hidden` behind
 * `####` because its column was narrow, the `error` of a formula, or a `date` or time it was taken for.
 */
export type IdDamage = 'cut' | 'rounded' | 'hidden' | 'error' | 'date';

const POWER_OF_TEN = /^\d(?:[.,]\d+)?\s?E(?:\s?\+\s?\d{1,3}|\d{2})$/i;
const HIDDEN = /^#{2,}$/;
/** `#REF!`, `#N/A`, `#WERT!`, `#ССЫЛКА!`, `#¿NOMBRE?`, `#DIV/0!`: words in any language, and no other figure. */
const ERROR = /^(?:#[¡¿]?\p{L}[\p{L}_]*(?:\/[\p{L}0]+)?[!?]?|err:\d{3})$/iu;

/** Spreadsheets keep fifteen digits and write noughts for the rest. */
const KEPT = 15;
/** So many noughts at the end are no chance: one number of a thousand has them by itself. */
const CERTAIN = 3;
const LONG = /^\d{16,}$/;
const endsIn = (id: string, noughts: number) => id.endsWith('0'.repeat(noughts));

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const CLOCK = '(?:[T ]{1,2}\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]m)?)?';
const DATES = [
  `\\d{4}([-/.])${MONTH}\\1${DAY}${CLOCK}`,
  `(?:${DAY}([-/.])${MONTH}|${MONTH}([-/.])${DAY})(?:\\2|\\3)(?:\\d{4}|\\d{2})${CLOCK}`,
  `(?:\\d{4} ?[年년] ?)?${MONTH} ?[月월] ?${DAY} ?[日일]${CLOCK}`,
  `\\d{4} ?[年년] ?${MONTH} ?[月월]`,
  `\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]m)?`,
].map((pattern) => new RegExp(`^${pattern}$`, 'i'));

const LANGUAGES = ['en', 'ru', 'es', 'pt', 'fr', 'de', 'pl'];
let months: ReadonlyMap<string, number> | undefined;
/** Names of months, whole and short, alone and in a date. */
const monthNames = () => (months ??= monthWords(LANGUAGES));
const WITH_MONTH = /^(?:\d{1,2}[-/. ]{1,2})?(\p{L}{3,10})\.?(?:[-/. ,]{1,2}\d{2,4})?$/u;

/**
 * What a spreadsheet did to an order number, where that can be seen.
 *
 * @returns null for whatever may be a number or a name somebody gave.
 */
export function damageOf(id: string): IdDamage | null {
  const text = id.normalize('NFKC').trim();
  if (POWER_OF_TEN.test(text)) return 'cut';
  if (HIDDEN.test(text)) return 'hidden';
  if (ERROR.test(text)) return 'error';
  if (LONG.test(text) && endsIn(text, Math.max(CERTAIN, text.length - KEPT))) return 'rounded';
  if (DATES.some((date) => date.test(text))) return 'date';
  const month = /\d/.test(text) ? WITH_MONTH.exec(text)?.[1] : undefined;
  return month !== undefined && monthNames().has(bareMonth(month)) ? 'date' : null;
}

/**
 * Was the whole column rounded? Then every long number in it ends in noughts from the sixteenth digit on,
 * which of two is hardly chance any more even where each ends in one only.
 */
export function isRoundedColumn(ids: readonly string[]): boolean {
  const long = new Set(ids.map((id) => id.normalize('NFKC').trim()).filter((id) => LONG.test(id)));
  return long.size > 1 && [...long].every(mayBeRounded);
}

/** Does it end as a rounded number does? One number of ten does so by itself. */
export const mayBeRounded = (id: string): boolean => LONG.test(id) && endsIn(id, id.length - KEPT);
