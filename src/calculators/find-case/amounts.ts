/** Amounts of money in a text: figures beside a sign, a name or a code of money. */
import { takeMark } from '../shared/currency.ts';
import { minorDigits } from '../shared/currency-digits.ts';
import { toPlain } from '../shared/exact.ts';
import { readMoney } from '../shared/money.ts';
import { plainMoney } from '../shared/plain-money.ts';

export interface AmountFound {
  /** As it was written, with its mark. */
  text: string;
  /** A decimal with a dot; null where two readings fit. */
  value: string | null;
  /** ISO 4217 code; null where the mark stands for several. */
  currency: string | null;
  /**
   * Written as pages write it, the mark in front or with its small change: a figure. “20 dollars back” is
   * what somebody asks for.
   */
  isExact: boolean;
  from: number;
  to: number;
}

/** Figures with their signs; a space parts thousands only. */
const FIGURES = /(?<![\p{L}\d])\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*/gu;
/** A mark stands this close and is no longer. */
const REACH = 14;
/** So many figures of a text are looked at, and so many amounts told. */
const MOST_FIGURES = 1000;
const MOST = 50;

/**
 * Codes that people type in small letters. The others are words as well (`all`, `try`, `pen`, `top`) and
 * count in capitals only, in a text that has small letters too.
 */
const TYPED_SMALL = new Set('usd eur rub gbp cny rmb brl pln krw jpy cad aud mxn chf'.split(' '));
const isMark = (mark: string, text: string): boolean => {
  if (!/^[a-z]{3}$/i.test(mark) || minorDigits(mark.toUpperCase()) === undefined) return true;
  if (TYPED_SMALL.has(mark.toLowerCase())) return true;
  return mark === mark.toUpperCase() && /\p{Ll}/u.test(text);
};

/** One sign for one sign, so that places stay: a full-width yen is a yen. */
const plain = (text: string) =>
  [...text]
    .map((sign) => (sign.normalize('NFKC').length === sign.length ? sign.normalize('NFKC') : sign))
    .join('');
/** `US $` is one mark. */
const joined = (text: string) => text.replace(/(?<=\p{L}) (?=\$$)/u, '');

/** The amounts of a text, in its order. What stands in `taken` is something else. */
export function readAmounts(
  text: string,
  taken: readonly { from: number; to: number }[],
): AmountFound[] {
  const found: AmountFound[] = [];
  let looked = 0;
  for (const match of text.matchAll(FIGURES)) {
    if ((looked += 1) > MOST_FIGURES || found.length >= MOST) break;
    let from = match.index;
    let to = from + match[0].length;
    if (taken.some((one) => from < one.to && one.from < to)) continue;
    const left =
      plain(text.slice(Math.max(0, from - REACH), from))
        .split('\n')
        .at(-1) ?? '';
    const before = left.trimEnd();
    const after = plain(text.slice(to, to + REACH)).split('\n', 1)[0] ?? '';
    const front = /[\p{Sc}\p{L}.]$/u.test(before) ? takeMark(joined(before), 'end') : null;
    const back = /^\s?[\p{Sc}\p{L}]/u.test(after) ? takeMark(after.trimStart(), 'start') : null;
    const last = found.at(-1);
    const isFree = (last?.to ?? 0) <= from - (front?.mark.length ?? 0);
    const isFront =
      front !== null &&
      isFree &&
      isMark(front.mark, text) &&
      !/\d$/.test(before.slice(0, -front.mark.length));
    // In `5 R$ 62,90` the mark belongs to what follows.
    const isNext =
      /^\s/.test(after) && /\p{Sc}/u.test(back?.mark ?? '') && /^\s?\d/.test(back?.rest ?? '');
    const isBack = back !== null && !isNext && isMark(back.mark, text);
    if (!isFront && !isBack) continue;
    if (isFront) {
      const gap = left.length - before.length;
      const spaced = before.length - joined(before).length > 0 && front.mark.length > 1 ? 1 : 0;
      from -= gap + front.mark.length + spaced;
    }
    if (isBack) to += after.length - after.trimStart().length + back.mark.length;
    const written = text.slice(from, to).trim();
    const read = readMoney(written, null);
    const isExact = isFront || /[.,]\d{2}(?!\d)/.test(match[0]);
    found.push(
      'problem' in read
        ? { text: written, value: null, currency: null, isExact, from, to }
        : {
            text: written,
            value:
              read.currency === null ? toPlain(read.value) : plainMoney(read.value, read.currency),
            currency: read.currency,
            isExact,
            from,
            to,
          },
    );
  }
  return found;
}
