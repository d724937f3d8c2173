/**
 * Numbers, amounts and countries as a page reads them. What is written plainly (digits, a code) has one
 * meaning and is read at once; every other notation by readers that a page fetches when somebody turns to
 * its form. Until they are here such a text is answered with `reader-coming`, never refused for what it is.
 * The command line and workers have them from the start (`every-reader.ts`).
 */
import type { readCountry as readAnyCountry } from './country.ts';
import { isPlace } from './country-code.ts';
import type { readCurrency as readAnyCurrency } from './currency.ts';
import { minorDigits } from './currency-digits.ts';
import { compare, fromDecimal, ZERO } from './exact.ts';
import type { readMoneyList as readAnyList } from './money-list.ts';
import type { Money, readMoney as readAnyMoney } from './money.ts';
import type { parseNumber as parseAnyNumber } from './parse-number.ts';
import { bounded, LONGEST, refusal, type NumberKind, type Refusal } from './plain-number.ts';

export interface Readers {
  parseNumber: typeof parseAnyNumber;
  readMoney: typeof readAnyMoney;
  readMoneyList: typeof readAnyList;
  readCurrency: typeof readAnyCurrency;
  readCountry: typeof readAnyCountry;
}

type Coming = 'reader-coming';

let given: Readers | (() => Readers) | null = null;
let heard: () => void = () => undefined;

/** Hands the readers in, or a way to them at the first text that needs one. */
export function giveReaders(all: Readers | (() => Readers)): void {
  given = all;
}
const readers = (): Readers | null => (given = typeof given === 'function' ? given() : given);

/** As before any were given. For tests. */
export function forgetReaders(): void {
  given = null;
  heard = () => undefined;
}

/** Is told whenever a text needs readers that are not here. One listener. */
export function whenReadersLack(then: () => void): void {
  heard = then;
}

const coming = (raw: unknown): Refusal<Coming> => {
  heard();
  return refusal('reader-coming', raw);
};

const DIGITS = /^\d+$/;
const WITH_DOT = /^\d+(?:\.\d+)?$/;
/** Two decimals at most, since three may be a group of thousands; thousands only before such decimals. */
const AMOUNT = /^(\d+(?:\.\d{1,2})?|[1-9]\d{0,2}(?:,\d{3})+\.\d\d)(?: ([A-Z]{3}))?$/;

/** Three decimals, as money of three is written; or a fourth behind them, which says that they are none of thousands. */
const OF_THREE = /^(?:0|[1-9]\d*)\.\d{3}0?$/;

const plainText = (raw: unknown, pattern: RegExp): string | null => {
  const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '';
  return text.length <= LONGEST && pattern.test(text) ? text : null;
};

/** As `parseNumber`. */
export function readNumber(
  raw: unknown,
  kind: NumberKind,
  options: Parameters<typeof parseAnyNumber>[2] = {},
): ReturnType<typeof parseAnyNumber> | Refusal<Coming> {
  // A dot in a count may part its thousands.
  const text = plainText(raw, kind === 'count' ? DIGITS : WITH_DOT);
  if (text !== null) return bounded(fromDecimal(text), raw, kind, options);
  return readers()?.parseNumber(raw, kind, options) ?? coming(raw);
}

/** As `readMoney`. */
export function readAmount(
  raw: unknown,
  currency: string | null,
  options: Parameters<typeof readAnyMoney>[2] = {},
): ReturnType<typeof readAnyMoney> | Refusal<Coming> {
  const plain = plainAmount(raw, currency);
  // Nothing at all is refused in the words of the reader itself.
  if (plain && !(options.positive && compare(plain.value, ZERO) === 0)) return plain;
  return readers()?.readMoney(raw, currency, options) ?? coming(raw);
}

/** As `readCurrency`. */
export function currencyIn(raw: string): ReturnType<typeof readAnyCurrency> | Refusal<Coming> {
  const text = raw.trim();
  if (/^[A-Z]{3}$/.test(text) && minorDigits(text) !== undefined) return { code: text };
  return readers()?.readCurrency(raw) ?? coming(raw);
}

/** Beyond so many signs an amount may be too large. */
const MOST_SIGNS = 12;

/** An amount in digits that has one meaning in this currency, or in the one whose code it names; null for any other. */
function plainAmount(raw: unknown, currency: string | null): Money | null {
  // Only where the place itself says the currency: nothing but its decimals can be meant there.
  const three = currency !== null && minorDigits(currency) === 3;
  const fine = three ? plainText(raw, OF_THREE) : null;
  if (fine !== null && fine.length <= MOST_SIGNS)
    return { value: fromDecimal(fine), currency, stated: null };
  const [, figure = '', code] = AMOUNT.exec(plainText(raw, AMOUNT) ?? '') ?? [];
  if (figure === '' || figure.length > MOST_SIGNS) return null;
  const known = code === undefined ? undefined : minorDigits(code);
  if (code !== undefined && (known === undefined || code !== (currency ?? code))) return null;
  const digits = known ?? (currency === null ? undefined : minorDigits(currency)) ?? 2;
  if (digits !== 2 && !DIGITS.test(figure)) return null;
  return {
    value: fromDecimal(figure.replaceAll(',', '')),
    currency: currency ?? code ?? null,
    stated: code === undefined ? null : [code],
  };
}

/** As `readMoneyList`. */
export function readAmounts(
  raw: unknown,
  currency: string,
  most: number,
): ReturnType<typeof readAnyList> | { refused: (Refusal<Coming> & { at: null })[] } {
  // A comma may part two amounts.
  const lines =
    typeof raw === 'string' && !raw.includes(',')
      ? raw.split('\n').filter((line) => line.trim() !== '')
      : [];
  const values = lines.flatMap((line) => plainAmount(line, currency)?.value ?? []);
  if (values.length > 0 && values.length === lines.length && values.length <= most)
    return { values };
  return (
    readers()?.readMoneyList(raw, currency, most) ?? { refused: [{ ...coming(raw), at: null }] }
  );
}

/** As `readCountry`; undefined while only the readers could tell. */
export function countryOf(text: string): string | null | undefined {
  const code = text.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && isPlace(code)) return code;
  const all = readers();
  if (all) return all.readCountry(text);
  heard();
  return undefined;
}
