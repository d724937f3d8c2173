/** Amounts of a table: read once for each way they are written. */
import { minorDigits } from '../shared/currency-digits.ts';
import { currencyOfNumber } from './read/currency-numbers.ts';
import { markOf, namedBy, namedInHeader, together, type Named } from './read/currency-of.ts';
import type { ReadPool, Table } from './read/table.ts';
import { amountFrom, coinsFrom, decimalMark, isBracketed } from './read/values.ts';

const at = (list: Int32Array | null, i: number) => (list === null ? -1 : (list[i] as number));

/** Digits behind the point of a currency that nobody knows. */
const USUAL_DIGITS = 2;

/** The currency of an amount, and who said so where neither it nor a column did. */
interface Settled {
  /** Its number among the words; −1 where nobody says one. */
  currency: number;
  /** The sign and what it may mean, where nobody tells which. */
  unclear: Named | null;
  /** The header, or who was asked. */
  from: 'header' | 'asked' | null;
  /** What the smallest units are divided by. */
  parts: number;
  /** Amounts of this kind so far. */
  count: number;
}

/** What is said of the amounts of a file. */
export interface AmountNotes {
  badAmounts: number;
  /** Amounts in brackets, which may be negative: in no sum. */
  bracketed: number;
  /** Signs that several currencies have (`$`, `¥`, `kr`), of amounts where nothing tells which. */
  unclear: (Named & { count: number })[];
  /** Amounts that do not say their currency, by who said it instead. */
  taken: { currency: string; from: 'header' | 'asked'; count: number }[];
}

const isClear = (one: Named | null) => one !== null && one.codes.length < 2;

/** A column of currencies names one in every cell, even in a way nobody knows. */
function inColumn(text: string): Named | null {
  const sign = text.trim().toUpperCase();
  const numbered = currencyOfNumber(sign);
  if (numbered !== undefined) return { sign: numbered, codes: [numbered] };
  return namedBy(markOf(text)) ?? { sign, codes: [] };
}

/**
 * Amounts of a table by row: its different texts are read once, by the mark that all of them tell.
 *
 * @param asked the currency of amounts that do not tell theirs; null where nobody said it.
 */
export function readAmounts(
  { values, preset, headers, columns }: Table,
  pool: ReadPool,
  asked: string | null,
) {
  const { amount: cells, currency: codes } = values;
  const size = cells === null ? 0 : pool.amounts.size;
  const isUsed = new Uint8Array(size);
  for (let i = 0; i < (cells?.length ?? 0); i += 1) {
    const code = at(cells, i);
    if (code >= 0) isUsed[code] = 1;
  }
  const amounts = new Float64Array(size).fill(Number.NaN);
  /** Marks of bare figures with coins behind them: one and two figures each tell the mark. */
  const told = { point: 0, comma: 0 };
  for (let code = 0; code < size; code += 1) {
    if (isUsed[code] === 0) continue;
    const coins = coinsFrom(...pool.amounts.span(code));
    amounts[code] = coins;
    if (coins >= 0) told.point += 1;
    else if (coins < 0) told.comma += 1;
  }
  function* others() {
    for (let code = 0; code < size; code += 1)
      if (isUsed[code] === 1 && Number.isNaN(amounts[code])) yield pool.amounts.text(code);
  }
  const mark = decimalMark(others(), told);
  const bracketed = new Uint8Array(size);
  /** Different marks of amounts, and which of them stands beside each; 0 for none. */
  const marks = new Map<string, number>();
  const named: (Named | null)[] = [null];
  const marked = new Int32Array(size);
  for (let code = 0; code < size; code += 1) {
    if (isUsed[code] === 0) continue;
    const coins = amounts[code] as number;
    if (coins >= 0 && mark !== ',') continue;
    if (coins < 0 && mark !== '.') {
      amounts[code] = -1 - coins;
      continue;
    }
    const text = pool.amounts.text(code);
    const value = amountFrom(text, mark);
    if (value === null && isBracketed(text)) bracketed[code] = 1;
    amounts[code] = value ?? Number.NaN;
    const beside = markOf(text);
    if (beside === '') continue;
    let own = marks.get(beside);
    if (own === undefined) {
      marks.set(beside, (own = named.length));
      named.push(namedBy(beside));
    }
    marked[code] = own;
  }
  const ofHeader = namedInHeader(headers[columns.amount ?? -1] ?? '');
  const ofAsked = asked === null ? null : { sign: asked, codes: [asked] };

  const settle = (said: number, own: number): Settled => {
    const column = said < 0 ? null : inColumn(pool.words.text(said));
    const beside = named[own] as Named | null;
    // The mark at the figure itself is the better witness, unless it is a word and no currency.
    const written =
      beside?.codes.length === 0 && column !== null ? column : together(beside, column);
    const headed = together(written, ofHeader);
    const found = together(headed, ofAsked);
    const digits = preset?.minor === true ? (minorDigits(found?.sign ?? '') ?? USUAL_DIGITS) : 0;
    return {
      currency: found === null ? -1 : pool.words.codeOfText(found.sign),
      unclear: isClear(found) ? null : found,
      from: isClear(written) || !isClear(found) ? null : isClear(headed) ? 'header' : 'asked',
      parts: 10 ** digits,
      count: 0,
    };
  };
  const settled = new Map<number, Settled>();
  let badAmounts = 0;
  let inBrackets = 0;
  return {
    of: (row: number): { amount: number; currency: number } => {
      const code = at(cells, row);
      const said = at(codes, row);
      const own = code < 0 ? 0 : (marked[code] as number);
      const key = said * named.length + own;
      let money = settled.get(key);
      if (money === undefined) settled.set(key, (money = settle(said, own)));
      const { currency, parts } = money;
      const value = code < 0 ? Number.NaN : (amounts[code] as number);
      if (!Number.isNaN(value)) money.count += 1;
      else if (code >= 0 && bracketed[code] === 1) inBrackets += 1;
      else if (code >= 0) badAmounts += 1;
      return { amount: value / parts, currency };
    },
    /** Of the rows that were asked for so far. */
    notes: (): AmountNotes => {
      const unclear = new Map<string, AmountNotes['unclear'][number]>();
      const taken = new Map<string, AmountNotes['taken'][number]>();
      for (const { count, unclear: sign, from, currency: word } of settled.values()) {
        if (count === 0) continue;
        if (sign !== null)
          unclear.set(sign.sign, { ...sign, count: count + (unclear.get(sign.sign)?.count ?? 0) });
        if (from === null) continue;
        const currency = pool.words.text(word);
        const known = taken.get(`${currency} ${from}`)?.count ?? 0;
        taken.set(`${currency} ${from}`, { currency, from, count: count + known });
      }
      return { badAmounts, bracketed: inBrackets, unclear: listed(unclear), taken: listed(taken) };
    },
  };
}

/** The most frequent first. */
const listed = <T extends { count: number }>(found: ReadonlyMap<string, T>): T[] =>
  [...found.values()].sort((a, b) => b.count - a.count);
