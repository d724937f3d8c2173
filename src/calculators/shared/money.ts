import { isIberian } from './counting-words.ts';
import { takeMark } from './currency.ts';
import { minorDigits } from './currency-digits.ts';
import { named } from './plain-number.ts';
import {
  compare,
  exact,
  fromDecimal,
  isWhole,
  multiply,
  toPlain,
  ZERO,
  type Exact,
} from './exact.ts';
import { readingsOf, tidy } from './number-text.ts';
import { takeSign, takeUnit, tooLong, unreadable } from './parse-number.ts';
import { amountText, USUAL_DIGITS } from './plain-money.ts';
import { refusal, type NumberProblem, type Refusal } from './plain-number.ts';

/** What is wrong with an amount, beside what can be wrong with any number. */
export type MoneyProblem =
  | NumberProblem
  | 'ambiguous-dot-money'
  | 'too-fine'
  | 'too-fine-whole'
  | 'too-fine-any'
  | 'not-positive'
  | 'currency-unknown'
  | 'currency-mismatch'
  | 'currencies-disagree';

export interface Money {
  value: Exact;
  /** The currency asked for, else the one the text names; null where neither says it for certain. */
  currency: string | null;
  /** Every currency that the text's own sign or code may stand for; null where it has none. */
  stated: readonly string[] | null;
}

export type ReadMoney = Money | Refusal<MoneyProblem>;

/** Beyond it an amount is a slip of the keyboard. */
const LARGEST = exact(10n ** 12n);

/** Room for `US$ 25.50 USD`; more marks than this is a sentence. */
const MOST_MARKS = 3;

interface Marked {
  body: string;
  minus: boolean;
  marks: string[];
  stated: readonly string[] | null;
  /** Two marks of different currencies. */
  disagree: boolean;
}

/** Takes the marks of money, and a minus before or behind them, off an amount. */
function takeMarks(text: string): Marked {
  let { minus, rest: body } = takeSign(text.replace(/(?<=\p{L}) (?=\$)/gu, ''));
  const marks: string[] = [];
  let stated: readonly string[] | null = null;
  let disagree = false;
  for (let i = 0; i < MOST_MARKS && /[^\d.,' ]/.test(body); i += 1) {
    const found = takeMark(body, 'start') ?? takeMark(body, 'end');
    if (!found || !/[\d\p{Script=Han}]/u.test(found.rest)) break;
    body = found.rest;
    marks.push(found.mark);
    const before: readonly string[] = stated ?? found.currencies;
    const both = before.filter((code) => found.currencies.includes(code));
    disagree ||= both.length === 0;
    stated = both.length === 0 ? before : both;
  }
  if (marks.length > 0 && !minus) ({ minus, rest: body } = takeSign(body));
  return { body, minus, marks, stated, disagree };
}

const unknownCode = (body: string) =>
  /^([a-z]{3}) ?[\d.,]+$/i.exec(body)?.[1] ?? /^[\d., ']*\d ?([a-z]{3})$/i.exec(body)?.[1];

function readText(raw: string, currency: string | null): ReadMoney {
  const long = tooLong(raw);
  if (long) return long;
  const text = tidy(raw);
  if (/[%\u2030]/.test(text)) return refusal('percent-sign', raw);
  const { body, minus, marks, stated, disagree } = takeMarks(text);
  if (disagree) return refusal('currencies-disagree', raw, { marks: marks.join('/') });
  const unit = takeUnit(body);
  const figure = unit?.rest ?? body;
  const possible = currency === null ? stated : [currency];
  const digits =
    possible === null
      ? USUAL_DIGITS
      : Math.max(...possible.map((code) => minorDigits(code) ?? USUAL_DIGITS));

  // A comma before the last digits is a decimal sign only where the currency has as many decimals. A
  // dot before three digits may be a thousand, but not in a place whose own currency has three
  // decimals: there 1.500 is how every amount is written, and how this project's answers write it.
  const readings = readingsOf(figure, unit !== null && isIberian(unit.word)).filter(
    ({ by, decimals }) => by !== 'decimal-comma' || decimals <= digits,
  );
  const dotted = readings.find(({ by }) => by === 'dot-groups');
  const ownDecimals = dotted && currency !== null && digits === 3 && /^\d+\.\d{3}$/.test(figure);
  if (dotted && !ownDecimals) return dottedRefusal(raw, figure, dotted.value, digits);
  const found = ownDecimals
    ? { value: fromDecimal(figure) }
    : readings.length === 1
      ? readings[0]
      : undefined;
  if (!found) {
    const code = readings.length === 0 ? unknownCode(body) : undefined;
    if (code !== undefined) return refusal('currency-unknown', raw, { given: code });
    if (/^\d+,\d+$/.test(body) && readings.length === 0)
      return fine(raw, currency ?? stated?.[0] ?? null, digits);
    const why = unreadable(unit?.rest ?? body, raw, readings);
    if (readings.length < 2) return why;
    const values = readings.map(({ value }) => value).sort(compare);
    const [small = ZERO, large = ZERO] = values;
    return {
      ...why,
      values: { ...why.values, large: toPlain(large), small: amountText(small, digits) },
    };
  }
  if (unit) return refusal('wrong-unit', raw, { unit: unit.word, number: toPlain(found.value) });
  if (minus && compare(found.value, ZERO) !== 0) return refusal('negative', raw);
  if (currency !== null && stated !== null && !stated.includes(currency))
    return refusal('currency-mismatch', raw, { stated: named(stated), currency });
  return {
    value: found.value,
    currency: currency ?? (stated?.length === 1 ? (stated[0] ?? null) : null),
    stated,
  };
}

/** More decimals than the currency has. */
function fine(raw: unknown, currency: string | null, digits: number): Refusal<MoneyProblem> {
  if (currency === null) return refusal('too-fine-any', raw, { digits });
  return digits === 0
    ? refusal('too-fine-whole', raw, { currency })
    : refusal('too-fine', raw, { digits, currency });
}

/** `2.500`: two thousand and a half thousand, or two and a half. Both are told in a form that is certain. */
function dottedRefusal(raw: string, body: string, thousand: Exact, digits: number) {
  const decimal = fromDecimal(body);
  const large = toPlain(thousand);
  return isWhole(multiply(decimal, exact(10n ** BigInt(digits))))
    ? refusal('ambiguous-dot-money', raw, { large, small: amountText(decimal, digits) })
    : refusal('ambiguous-dot', raw, { large, small: toPlain(decimal) });
}

/**
 * Reads an amount of money as people type and paste it: `12.50`, `12,50`, `1,234.50`, `$12.50`,
 * `US $25.50`, `5000元`, `￥5000`, `RMB5000`, `1.2万`, `88 RUB`, in half or full width; or a JSON number.
 *
 * Refused, with what is unclear or wrong: three digits behind one dot (`1.234` is a thousand to half
 * of Europe; read where the `currency` asked for has three decimals itself), a sign or code of another currency than the one asked for, a word that counts things
 * (`12单`), and more decimals than the currency has by ISO 4217.
 *
 * @param currency the ISO 4217 code that holds in this place, or null where the text may say it.
 * @param options `positive`: zero is refused as well.
 */
export function readMoney(
  raw: unknown,
  currency: string | null,
  options: { positive?: boolean } = {},
): ReadMoney {
  let read: ReadMoney;
  if (typeof raw === 'number' && Number.isFinite(raw))
    read =
      raw < 0
        ? refusal('negative', raw)
        : { value: fromDecimal(String(raw)), currency, stated: null };
  else if (typeof raw === 'string') read = readText(raw, currency);
  else return refusal('not-a-number', raw);
  if ('problem' in read) return read;
  if (compare(read.value, LARGEST) > 0) return refusal('too-large', raw);
  const digits =
    (read.currency === null ? undefined : minorDigits(read.currency)) ??
    Math.max(
      ...(read.stated ?? []).map((code) => minorDigits(code) ?? 0),
      read.stated ? 0 : USUAL_DIGITS,
    );
  if (!isWhole(multiply(read.value, exact(10n ** BigInt(digits)))))
    return fine(raw, read.currency ?? read.stated?.[0] ?? null, digits);
  if (options.positive && compare(read.value, ZERO) === 0) return refusal('not-positive', raw);
  return read;
}
