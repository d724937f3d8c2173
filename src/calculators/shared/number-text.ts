import { takeMultiple } from './counting-words.ts';
import { exact, fromDecimal, multiply, type Exact } from './exact.ts';

/**
 * What a text of digits can mean. Every notation is tried, so that a text two people would read in
 * two ways shows up as two readings instead of as whichever notation was asked first.
 */
export interface Reading {
  value: Exact;
  /** Digits written behind the decimal sign, zeros included. */
  decimals: number;
  /** Which notation reads it so. */
  by: 'plain' | 'groups' | 'dot-groups' | 'decimal-comma' | 'words';
}

/** Full-width signs of a Chinese keyboard, look-alike minus signs, odd spaces, invisible characters. */
export const tidy = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\uffe5/g, '¥')
    .replace(/\uffe1/g, '£')
    .replace(/\uffe6/g, '₩')
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

function digitReadings(body: string): Reading[] {
  const readings: Reading[] = [];
  const put = (whole: string, fraction: string, by: Reading['by']) =>
    readings.push({ value: fromDecimal(`${whole}.${fraction}`), decimals: fraction.length, by });
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(body)) {
    const [whole = '', fraction = ''] = body.split('.');
    put(whole, fraction, 'plain');
  }
  for (const pattern of GROUPED) {
    const match = pattern.exec(body);
    if (match) put((match[1] ?? '').replace(/\D/g, ''), match[2] ?? '', 'groups');
  }
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(body)) put(body.replace('.', ''), '', 'dot-groups');
  const comma = /^(\d+),(\d+)$/.exec(body);
  if (comma) put(comma[1] ?? '', comma[2] ?? '', 'decimal-comma');
  return readings;
}

const HAN_DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ['零〇', '一壹', '二贰兩两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, String(digit)] as const),
  ),
);
const HAN_UNITS: Readonly<Record<string, string>> = {
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
};
const HAN = new RegExp(
  `[${Object.keys(HAN_DIGITS).join('')}十百千万亿${Object.keys(HAN_UNITS).join('')}]`,
  'u',
);

/** Below ten thousand; undefined for what is no number, or one said short (一百二 for 120). */
function readHanSection(text: string): number | undefined {
  const match = /^(?:(\d)千)?(0)?(?:(\d)百)?(0)?(?:(\d)?(十))?(0)?(\d)?$/u.exec(text);
  if (!match || text === '') return undefined;
  // A digit straight after 百 or 千 is short for the next unit down, or a 零 left out: two readings.
  if (/[千百]\d$|00/u.test(text) || (text.length > 1 && text.endsWith('0'))) return undefined;
  const [, thousands, , hundreds, , tens, ten, , ones] = match;
  return (
    Number(thousands ?? 0) * 1000 +
    Number(hundreds ?? 0) * 100 +
    (ten === undefined ? 0 : Number(tens ?? 1) * 10) +
    Number(ones ?? 0)
  );
}

/** `十二`, `一千零五`, `三万二千`; undefined for what a speaker would fill in (一万二) or a row of digits. */
function readHan(body: string): bigint | undefined {
  const text = [...body].map((sign) => HAN_DIGITS[sign] ?? HAN_UNITS[sign] ?? sign).join('');
  let sum = 0n;
  let rest = text;
  for (const [unit, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = rest.indexOf(unit);
    if (at < 0) continue;
    const left = readHanSection(rest.slice(0, at));
    if (left === undefined || left === 0) return undefined;
    sum += BigInt(left) * size;
    rest = rest.slice(at + 1);
    if (rest === '') return sum;
    // 一万二 is short for 12,000 and could be 10,002: 一万零二 or 一万二千 says which.
    if (/^\d$/u.test(rest)) return undefined;
  }
  const last = readHanSection(rest);
  return last === undefined ? undefined : sum + BigInt(last);
}

/** Whether a text holds a sign of a Chinese numeral. */
export const holdsHan = (body: string): boolean => HAN.test(body);

/**
 * Every number a text can stand for; empty for none. The text is tidied and has neither sign nor
 * unit: `1234.5`, `1,234.5`, `1.234,5`, `1.2万`, `1,2 тыс.`, `3k`, `一千二百`. Two readings of `2 mil`,
 * unless what it counts is named in Spanish or Portuguese (`iberian`).
 */
export function readingsOf(body: string, iberian = false): Reading[] {
  const multiple = takeMultiple(body);
  if (multiple) {
    const sizes = iberian ? multiple.sizes.slice(0, 1) : multiple.sizes;
    const readings = digitReadings(multiple.digits)
      // Nobody groups what is counted in ten thousands: 1.234万 is 12,340.
      .filter(({ by }) => by !== 'dot-groups')
      .flatMap((reading) =>
        sizes.map((size) => ({ ...reading, value: multiply(reading.value, exact(size)) })),
      );
    if (readings.length > 0)
      return readings.map((reading) => ({
        ...reading,
        decimals: decimalsOf(reading.value),
        by: 'words',
      }));
  }
  if (holdsHan(body)) {
    const value = readHan(body);
    return value === undefined ? [] : [{ value: exact(value), decimals: 0, by: 'words' }];
  }
  return digitReadings(body);
}

/** How many decimals a finite decimal needs. */
function decimalsOf(value: Exact): number {
  let places = 0;
  for (let scale = 1n; scale % value.den !== 0n; scale *= 10n) places += 1;
  return places;
}
