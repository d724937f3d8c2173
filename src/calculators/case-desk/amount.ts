/** Amounts of offers and costs, as they are typed for a case. */
import { readMoney } from '../shared/money.ts';
import { NUMBER_KEY } from '../shared/plain-number.ts';
import { plainMoney } from '../shared/plain-money.ts';

export type AmountRead =
  | { amount: string; currency: string | null }
  | { key: string; values: Readonly<Record<string, string | number>> };

/**
 * An amount in digits every reader reads back, with its currency where the text or the order names one;
 * else what is wrong with it.
 *
 * @param currency that of the order.
 */
export function readAmount(text: string, currency: string | null | undefined): AmountRead {
  const code = currency?.trim().toUpperCase();
  const read = readMoney(text, code === undefined || code === '' ? null : code);
  return 'problem' in read
    ? { key: NUMBER_KEY + read.problem, values: read.values }
    : { amount: plainMoney(read.value, read.currency), currency: read.currency };
}
