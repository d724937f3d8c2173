import { compare, exact, fromDecimal, isWhole, ZERO, type Exact } from './exact.ts';

/**
 * count: a whole number, zero or more, up to ten thousand million.
 * money: an amount, zero or more, up to a million million.
 * decimal: a plain factor such as an exchange rate, zero or more.
 * percent: like decimal, and the percent sign may stand behind it.
 */
export type NumberKind = 'count' | 'money' | 'decimal' | 'percent';

export type NumberProblem =
  | 'not-a-number'
  | 'negative'
  | 'fraction'
  | 'percent-sign'
  | 'ambiguous-comma'
  | 'ambiguous-dot'
  | 'too-large';

export type ParsedNumber = { value: Exact } | { problem: NumberProblem };

/** Beyond these an input is a slip of the keyboard, and answers would no longer fit a safe integer. */
const LARGEST: Readonly<Record<NumberKind, Exact>> = {
  count: exact(10n ** 10n),
  money: exact(10n ** 12n),
  decimal: exact(10n ** 12n),
  percent: exact(10n ** 12n),
};

const LONGEST = 40;

/** Full-width signs of a Chinese keyboard, look-alike minus signs, odd spaces, invisible characters. */
const tidy = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2212\u2012\u2013]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'")
    .trim()
    // A tab or a line break between digits separates two cells; it groups no thousands.
    .replace(/[^\S\t\n\r]/g, ' ');

/** Three digits at a time, always with the same separator; then perhaps a decimal part. */
const GROUPED: readonly RegExp[] = [
  /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d*))?$/,
  /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d*))?$/,
  /^([1-9]\d{0,2}(?:'\d{3})+)(?:[.,](\d*))?$/,
  /^([1-9]\d{0,2}(?:\.\d{3}){2,})(?:,(\d*))?$/,
  /^([1-9]\d{0,2}\.\d{3}),(\d*)$/,
  /^([1-9]\d?(?:,\d{2})+,\d{3})(?:\.(\d*))?$/,
];

function readDigits(body: string, kind: NumberKind): ParsedNumber {
  const groups = kind === 'count' || kind === 'money';
  if (groups && /^[1-9]\d{0,2}\.\d{3}$/.test(body)) return { problem: 'ambiguous-dot' };
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(body)) return { value: fromDecimal(body) };
  for (const pattern of groups ? GROUPED : []) {
    const match = pattern.exec(body);
    if (match) return { value: fromDecimal(`${match[1]?.replace(/\D/g, '')}.${match[2] ?? ''}`) };
  }
  return {
    problem:
      /^[\d., ']*\d[\d., ']*$/.test(body) && body.includes(',')
        ? 'ambiguous-comma'
        : 'not-a-number',
  };
}

function readText(text: string, kind: NumberKind): ParsedNumber {
  if (text.length > LONGEST) return { problem: 'not-a-number' };
  let body = tidy(text);
  if (/[%\u2030]/.test(body)) {
    if (kind !== 'percent') return { problem: 'percent-sign' };
    body = body.replace(/ ?%$/, '');
  }
  const sign = /^[+-] ?/.exec(body)?.[0] ?? '';
  const read = readDigits(body.slice(sign.length), kind);
  if ('problem' in read || !sign.startsWith('-')) return read;
  return compare(read.value, ZERO) === 0 ? read : { problem: 'negative' };
}

/**
 * Reads a number as people type and paste it: half or full width, with thousands separators, as
 * text or as a JSON number.
 *
 * What is certain is read (`1,234`, `1 234`, `1’234`, `1.234.567`, `１２`). What two people would
 * read in two ways is refused: `1,23` and, as a count or an amount in text, `1.234`.
 */
export function parseNumber(raw: unknown, kind: NumberKind): ParsedNumber {
  let read: ParsedNumber;
  if (typeof raw === 'number' && Number.isFinite(raw)) {
    read = raw < 0 ? { problem: 'negative' } : { value: fromDecimal(String(raw)) };
  } else if (typeof raw === 'string') {
    read = readText(raw, kind);
  } else {
    return { problem: 'not-a-number' };
  }
  if ('problem' in read) return read;
  if (kind === 'count' && !isWhole(read.value)) return { problem: 'fraction' };
  if (compare(read.value, LARGEST[kind]) > 0) return { problem: 'too-large' };
  return read;
}
