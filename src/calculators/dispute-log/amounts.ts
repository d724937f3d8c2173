/** Amounts of a table: read once for each way they are written. */
import type { ReadPool, Table } from './read/table.ts';
import { amountFrom, currencyIn, decimalMark, isBracketed } from './read/values.ts';

const at = (list: Int32Array | null, i: number) => (list === null ? -1 : (list[i] as number));

/** Amounts of a table by row: its different texts are read once, by the mark that all of them tell. */
export function readAmounts({ values, preset }: Table, pool: ReadPool) {
  const { amount: cells, currency: codes } = values;
  const size = cells === null ? 0 : pool.amounts.size;
  const isUsed = new Uint8Array(size);
  for (let i = 0; i < (cells?.length ?? 0); i += 1) {
    const code = at(cells, i);
    if (code >= 0) isUsed[code] = 1;
  }
  function* texts() {
    for (let code = 0; code < size; code += 1)
      if (isUsed[code] === 1) yield pool.amounts.text(code);
  }
  const mark = decimalMark(texts());
  const amounts = new Float64Array(size).fill(Number.NaN);
  const currencies = new Int32Array(size).fill(-1);
  const bracketed = new Uint8Array(size);
  for (let code = 0; code < size; code += 1) {
    if (isUsed[code] === 0) continue;
    const text = pool.amounts.text(code);
    const value = amountFrom(text, mark);
    if (value === null && isBracketed(text)) bracketed[code] = 1;
    const named = currencyIn(text);
    if (value !== null) amounts[code] = value / (preset?.minor ? 100 : 1);
    if (named !== null) currencies[code] = pool.words.codeOfText(named);
  }
  const upper = new Map<number, number>();
  return (row: number) => {
    const code = at(cells, row);
    const amount = code < 0 ? Number.NaN : (amounts[code] as number);
    const found = {
      amount,
      currency: code < 0 ? -1 : (currencies[code] as number),
      isBad: code >= 0 && Number.isNaN(amount),
      isBracketed: code >= 0 && bracketed[code] === 1,
    };
    const said = at(codes, row);
    if (said < 0) return found;
    let own = upper.get(said);
    if (own === undefined)
      upper.set(said, (own = pool.words.codeOfText(pool.words.text(said).trim().toUpperCase())));
    found.currency = own;
    return found;
  };
}
