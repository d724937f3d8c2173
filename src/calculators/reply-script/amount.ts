import { toPlain } from '../shared/exact.ts';
import { plainMoney } from '../shared/plain-money.ts';
import { NUMBER_KEY } from '../shared/plain-number.ts';
import { currencyIn, readAmount as readMoney, readNumber } from '../shared/readers.ts';
import type { Variable } from './schema.ts';

/** What is wrong with a value: the key of its sentence, whole, and what fills it. */
export interface Problem {
  key: string;
  values?: Readonly<Record<string, string | number>>;
}

/** The whole key of a problem: of this tool's own errors, or of a reader that all tools share. */
export const messageKey = (key: string) =>
  key.startsWith('tool.') ? key : `tool.reply-script.error.${key}`;

/** The currency of a reply by its ISO 4217 code, from a code, a sign or a name that only it has. */
export function readCode(raw: string): { code: string } | Problem {
  const read = currencyIn(raw);
  return 'code' in read ? read : { key: NUMBER_KEY + read.problem, values: read.values };
}

/**
 * An amount a shop promises, above zero and with no more decimals than its currency has.
 *
 * @param currency what the form's currency field holds, as typed; empty where the amount may say it.
 * @returns the amount in plain digits, and its currency where the field or the amount says it.
 */
export function readAmount(
  raw: string | number,
  currency: string,
): { amount: string; currency: string | null } | Problem {
  const field = currency.trim() === '' ? null : readCode(currency);
  // A currency nobody knows is told at its own field; the amount is then read without it.
  const code = field && 'code' in field ? field.code : null;
  const read = readMoney(raw, code, { positive: true });
  if ('problem' in read) return { key: NUMBER_KEY + read.problem, values: read.values };
  return { amount: plainMoney(read.value, read.currency), currency: read.currency };
}

/** A figure of a reply, within the bounds of its variable: days, pieces, centimetres. */
export function readFigure(
  variable: Pick<Variable, 'fraction' | 'min' | 'max' | 'unit'>,
  raw: string | number,
): { figure: number } | Problem {
  const { fraction, min, max, unit } = variable;
  const read = readNumber(raw, fraction ? 'decimal' : 'count', {
    takes: unit ?? 'things',
    least: min ?? 0,
    most: max ?? Number.MAX_SAFE_INTEGER,
  });
  return 'value' in read
    ? { figure: Number(toPlain(read.value)) }
    : { key: NUMBER_KEY + read.problem, values: read.values };
}
