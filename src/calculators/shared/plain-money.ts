/** How an amount is written so that every reader of amounts reads it back. */
import { minorDigits } from './currency-digits.ts';
import { toDecimal, type Exact } from './exact.ts';

/** Decimals of an amount whose currency nobody named: those of nearly every currency. */
export const USUAL_DIGITS = 2;

/** An amount in digits that `readMoney` reads as itself. */
export function amountText(value: Exact, digits: number): string {
  const text = toDecimal(value, digits);
  // Three decimals behind a short number look like a thousand; a fourth says that they are none.
  return /^[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** The amount with the decimals of its currency, in a form that every reader of amounts reads back. */
export const plainMoney = (value: Exact, currency: string | null): string =>
  amountText(value, (currency === null ? undefined : minorDigits(currency)) ?? USUAL_DIGITS);
