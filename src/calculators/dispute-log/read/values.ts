/** Days and amounts as cells hold them. Days are counted from 1970-01-01 in the file's own calendar. */
import type { DateOrder } from '../names.ts';
import { bareMonth, monthWords } from '../../shared/month-words.ts';
import { normalHeader } from './header.ts';

/** A cell with nothing in it, and one that holds no day. */
export const BLANK = -0x80000000;
export const UNREADABLE = -0x7fffffff;

const FIRST_YEAR = 1970;
const LAST_YEAR = 2200;

const daysIn = (year: number, month: number) =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** The day before the first of a month. Howard Hinnant's days_from_civil. */
function dayBefore(year: number, month: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5);
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719469;
}

/** The month that was asked for last: rows of a log follow one another by their days. */
const last = { year: 0, month: 0, before: 0, days: 0 };

/** The number of a day, or {@link UNREADABLE}. */
export function dayNumber(year: number, month: number, day: number): number {
  if (year !== last.year || month !== last.month) {
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12)) return UNREADABLE;
    last.year = year;
    last.month = month;
    last.before = dayBefore(year, month);
    last.days = daysIn(year, month);
  }
  return day >= 1 && day <= last.days ? last.before + day : UNREADABLE;
}

/** A day whose day and month may be either way round; always below zero. */
const either = (a: number, b: number, year: number) =>
  -1 - ((year - FIRST_YEAR) * 256 + a * 16 + b);

/** What the cells of a file say about the order of day and month. */
export interface DateEvidence {
  dmy: number;
  mdy: number;
  open: number;
  /** Of `dmy`, those whose year has two figures and may be the day. */
  short?: number;
}

/** What a day of open order is moved by stands above its year, a day back as 2. */
const SHIFT = 16;

/** A day moved to the one before or after, whether its order is known or not. */
export function moved(value: number, days: number): number {
  if (value >= 0) return value + days;
  return value === BLANK || value === UNREADABLE
    ? value
    : -1 - ((-1 - value) | ((days < 0 ? 2 : days) << SHIFT));
}

/** A day that was read before its order was known. */
export function settle(value: number, order: DateOrder): number {
  if (value >= 0 || value === BLANK || value === UNREADABLE) return value;
  const packed = -1 - value;
  const [a, b] = [(packed >> 4) & 15, packed & 15];
  const year = FIRST_YEAR + ((packed >> 8) & 255);
  const shift = packed >> SHIFT;
  const day = order === 'dmy' ? dayNumber(year, b, a) : dayNumber(year, a, b);
  return day === UNREADABLE ? day : day + (shift === 2 ? -1 : shift);
}

const century = (year: number) => (year < 100 ? 2000 + year : year);

function inOrder(a: number, b: number, year: number, evidence: DateEvidence): number {
  if (a > 12 && b <= 12) {
    evidence.dmy += 1;
    return dayNumber(year, b, a);
  }
  if (b > 12 && a <= 12) {
    evidence.mdy += 1;
    return dayNumber(year, a, b);
  }
  if (a < 1 || b < 1 || a > 12 || year < FIRST_YEAR || year > LAST_YEAR) return UNREADABLE;
  if (a === b) return dayNumber(year, a, b);
  evidence.open += 1;
  return either(a, b, year);
}

/**
 * Three groups of figures, read from the bytes; what stands behind them is a time of day. The usual
 * case of a million rows, so nothing is put together from letters here.
 *
 * @returns a day, a day of open order, or {@link UNREADABLE} for anything else.
 */
export function dayFromBytes(
  bytes: Uint8Array,
  from: number,
  to: number,
  evidence: DateEvidence,
): number {
  let i = from;
  let first = 0;
  let firstLength = 0;
  for (; i < to; i += 1, firstLength += 1) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) break;
    first = first * 10 + digit;
  }
  const mark = bytes[i];
  if (firstLength === 0 || firstLength > 4 || (mark !== 45 && mark !== 47 && mark !== 46))
    return UNREADABLE;
  i += 1;
  let second = 0;
  let secondLength = 0;
  for (; i < to; i += 1, secondLength += 1) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) break;
    second = second * 10 + digit;
  }
  if (secondLength === 0 || secondLength > 2 || bytes[i] !== mark) return UNREADABLE;
  i += 1;
  let third = 0;
  let thirdLength = 0;
  for (; i < to; i += 1, thirdLength += 1) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) break;
    third = third * 10 + digit;
  }
  const next = i < to ? (bytes[i] as number) : 32;
  // A blank, a T or a comma may begin a time; anything else is no date of this kind.
  if (next !== 32 && next !== 84 && next !== 44 && next !== 9 && next !== 10 && next !== 13)
    return UNREADABLE;
  if (firstLength === 4)
    return thirdLength === 0 || thirdLength > 2 ? UNREADABLE : dayNumber(first, second, third);
  if (firstLength > 2 || (thirdLength !== 4 && thirdLength !== 2)) return UNREADABLE;
  if (thirdLength === 2 && first > 12) evidence.short = (evidence.short ?? 0) + 1;
  return inOrder(first, second, century(third), evidence);
}

/** Languages in which exports write months out. */
const MONTH_LANGUAGES = 'en en-GB de de-AT fr es it pt nl pl cs tr id ru uk th'.split(' ');
/** Short names that exports have and engines do not. */
const SHORT_MONTHS: readonly (readonly [string, number])[] = [
  ['mrz', 3],
  ['фев', 2],
  ['сен', 9],
  ['ноя', 11],
];
let months: ReadonlyMap<string, number> | undefined;

/** The number of the month of a word; undefined where nobody knows it, or languages disagree. */
const monthOf = (word: string): number | undefined => {
  months ??= new Map([...monthWords(MONTH_LANGUAGES), ...SHORT_MONTHS]);
  return months.get(bareMonth(word)) || undefined;
};

/** Days of Excel's calendar before 1970, and the four years that a workbook of the other kind starts later. */
const EXCEL = 25569;
const EXCEL_1904 = 1462;

/** A day in words, in a compact or in Excel's notation: what {@link dayFromBytes} leaves. */
export function dayFromText(raw: string, evidence: DateEvidence, is1904 = false): number {
  const text = normalHeader(raw);
  if (text === '' || /^[-–—/.]+$|^(?:null|none|n\/a|nan|无)$/.test(text)) return BLANK;
  const chinese = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})/.exec(text);
  if (chinese) return dayNumber(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]));
  const compact = /^(20\d\d|19\d\d)(\d\d)(\d\d)(?:\d{0,9}(?:[+-]\d{4})?)?$/.exec(text);
  if (compact && /^\d{8}$|^\d{14}/.test(text)) {
    return dayNumber(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  }
  if (/^1\d{12}$/.test(text)) return Math.floor(Number(text) / 86_400_000);
  if (/^1\d{9}$/.test(text)) return Math.floor(Number(text) / 86_400);
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) {
    // A minute before midnight that a workbook stored as a fraction is still that day.
    const serial = Math.floor(Number(text.replace(',', '.')) + 1 / 172_800);
    const day = serial - EXCEL + (is1904 ? EXCEL_1904 : 0);
    return day >= 0 && day < 84_000 ? day : UNREADABLE;
  }
  const words =
    /^(?:\p{L}{2,}(?:\.,?|,)\s*)?(\d{1,2})(?:st|nd|rd|th|er|[ºª])?[\s.-]*(?:de\s+)?([\p{L}\p{M}.]{3,})[\s.,-]*(?:de\s+)?(\d{4}|\d{2})(?!\d)/u.exec(
      text,
    );
  if (words) {
    const month = monthOf(words[2] as string);
    if (month) return dayNumber(century(Number(words[3])), month, Number(words[1]));
  }
  const american =
    /^(?:\p{L}{3,}\.?,?\s+)?(\p{L}{3,})[.\s-]+(\d{1,2})(?:st|nd|rd|th)?[,\s-]+(\d{4}|\d{2})(?![\d:])/u.exec(
      text,
    );
  if (american) {
    const month = monthOf(american[1] as string);
    if (month) return dayNumber(century(Number(american[3])), month, Number(american[2]));
  }
  const plain = new TextEncoder().encode(text.replace(/\s+[^\d].*$/u, '').trim());
  return dayFromBytes(plain, 0, plain.length, evidence);
}

/** Amounts are kept in ten-thousandths, so that sums are whole numbers. */
export const AMOUNT_SCALE = 10_000;
const MOST_AMOUNT = 1e11;

/**
 * Which sign stands before the decimals, by all different amounts of a column: one that has other
 * than three figures behind it, or stands behind another mark. Null where nothing tells.
 */
export function decimalMark(
  texts: Iterable<string>,
  { point, comma } = { point: 0, comma: 0 },
): '.' | ',' | null {
  for (const text of texts) {
    const bare = text.replace(/[^\d.,]/g, '').replace(/^[.,]+|[.,]+$/g, '');
    const mark = /([.,])(\d+)$/.exec(bare);
    if (!mark) continue;
    const before = bare.slice(0, -(mark[0] as string).length);
    const decides =
      before.includes(mark[1] === '.' ? ',' : '.') ||
      ((mark[2] as string).length !== 3 && !before.includes(mark[1] as string));
    if (!decides) continue;
    if (mark[1] === '.') point += 1;
    else comma += 1;
  }
  return point === comma ? null : point > comma ? '.' : ',';
}

const POINT = 46;
const COMMA = 44;
/** Figures before the mark that fit into a whole number with the coins behind it. */
const MOST_WHOLE = 9;

/**
 * Figures with a coin or two behind a mark, as nearly all amounts are, from their bytes: in ten-thousandths,
 * and less one below nought where the mark is a comma. NaN for anything else.
 */
export function coinsFrom(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  let mark = 0;
  let i = from;
  for (; i < to && i - from <= MOST_WHOLE; i += 1) {
    const figure = (bytes[i] as number) - 48;
    if (figure >= 0 && figure <= 9) value = value * 10 + figure;
    else {
      mark = bytes[i] as number;
      break;
    }
  }
  const behind = to - i - 1;
  if (i === from || (mark !== POINT && mark !== COMMA) || (behind !== 1 && behind !== 2))
    return Number.NaN;
  for (i += 1; i < to; i += 1) {
    const figure = (bytes[i] as number) - 48;
    if (figure < 0 || figure > 9) return Number.NaN;
    value = value * 10 + figure;
  }
  value *= behind === 1 ? AMOUNT_SCALE / 10 : AMOUNT_SCALE / 100;
  return mark === POINT ? value : -1 - value;
}

/** An amount in brackets, as accountants write a negative one: nobody else can tell, so it is not read. */
export const isBracketed = (text: string): boolean =>
  /^[^\d()]{0,6}\([^()]*\d[^()]*\)[^\d()]{0,6}$/u.test(text.normalize('NFKC').trim());

/** What stands behind a figure and makes another one of it: a multiple, a share, or the side of an account. */
const NOT_ALONE =
  /^(?:(?:[kmb]|tsd|mio|mln|mn|mrd|bn|lakhs?|crores?|cr|dr)(?![\p{L}/])|тыс|млн|млрд|[%‰十百千万萬亿億만천억])/iu;

/** An amount in ten-thousandths; null where the cell holds none. */
export function amountFrom(text: string, mark: '.' | ',' | null): number | null {
  if (isBracketed(text)) return null;
  const bare = text.normalize('NFKC').replace(/[\s'’]/g, '');
  const found = /^[^\d.,+−-]{0,6}([+−-]?)[^\d.,+−-]{0,6}(\d[\d.,]*|[.,]\d+)([^\d]{0,6})$/u.exec(
    bare,
  );
  if (!found) return null;
  const behind = found[3] as string;
  if (NOT_ALONE.test(behind)) return null;
  let digits = found[2] as string;
  // Without evidence a mark before three figures parts thousands, as in the other amounts of money.
  const decimal =
    mark ?? (/[.,]\d{3}$/.test(digits) ? null : (/[.,](?=\d*$)/.exec(digits)?.[0] ?? null));
  digits =
    decimal === null
      ? digits.replace(/[.,]/g, '')
      : digits.replaceAll(decimal === '.' ? ',' : '.', '').replace(',', '.');
  const value = Number(digits);
  if (!Number.isFinite(value) || value > MOST_AMOUNT) return null;
  const scaled = Math.round(value * AMOUNT_SCALE);
  // Ledgers write the minus behind the figure: `5.00-`. Behind a mark it stands for coins: `5,-`.
  const isBelow =
    (found[1] !== '' && found[1] !== '+') ||
    (/\d$/.test(found[2] as string) && /^[−-]/.test(behind));
  return isBelow ? -scaled : scaled;
}
