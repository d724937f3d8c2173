import { toPlain, type Exact } from './exact.ts';
import { readMoney, type MoneyProblem } from './money.ts';
import { tidy } from './number-text.ts';
import { refusal, type Refusal } from './plain-number.ts';

export type ListProblem = MoneyProblem | 'list-unclear' | 'list-item' | 'list-too-long';

/** What is wrong, and with which entry of the list, from 0; null for the list as a whole. */
export type ListRefusal = Refusal<ListProblem> & { at: number | null };

export type ReadMoneyList = { values: Exact[] } | { refused: ListRefusal[] };

/** What parts two amounts whatever stands beside it. */
const PARTS = /[;\n\r\t、]/;
/** The same, and a comma with a space behind it, which no number holds. */
const SPLIT = /[;\n\r\t、]|,\s+/;

/** An entry that might be several: `5000,300`, `¥5000 ¥300`, `500 300`. */
const pieces = (entry: string) => entry.split(/[,\s]+/).filter((piece) => piece !== '');

/** Amounts nobody writes with a nought in front: the `000` of `5,000` is no price of its own. */
const isPrice = (piece: string) => !/^[^\d]*0\d/.test(piece);

type Entry = { values: Exact[] } | { refusal: Refusal<ListProblem> };

/** One entry: an amount, or several where only that makes sense of it; refused where both do. */
function readEntry(entry: string, currency: string, line: number, clear: boolean): Entry {
  const one = readMoney(entry, currency);
  const parts = pieces(entry);
  const each =
    parts.length > 1 && parts.every(isPrice) ? parts.map((p) => readMoney(p, currency)) : [];
  const several = each.flatMap((read) => ('problem' in read ? [] : [read.value]));
  const asList = each.length > 0 && several.length === each.length;
  if ('problem' in one) {
    // `12.50 USD` in a list of yuan is one wrong amount, not two right ones.
    if (asList && one.problem !== 'currency-mismatch') return { values: several };
    const vague = one.problem === 'not-a-number' || one.problem === 'more-than-a-number';
    return {
      refusal: vague ? refusal('list-item', entry, { entry: line }) : one,
    };
  }
  if (!asList || clear) return { values: [one.value] };
  return {
    refusal: refusal('list-unclear', entry, {
      large: toPlain(one.value),
      several: several.map(toPlain).join('; '),
    }),
  };
}

/**
 * Reads a list of amounts: a JSON array, or a text with one amount a line or parted by `;`, `；`,
 * `、`, a tab, or a comma with a space. A bare comma or space parts them too where it cannot be part
 * of a number (`5000，300`, `5000元 300元`); where it can (`500,300`), the list is refused with both
 * meanings, unless lines or semicolons show how this list is parted.
 *
 * @param currency ISO 4217 code of every amount.
 * @param most the longest list taken.
 * @returns the amounts in order, or everything that is wrong, each with its entry.
 */
export function readMoneyList(raw: unknown, currency: string, most: number): ReadMoneyList {
  const given = Array.isArray(raw) ? (raw as unknown[]) : [raw];
  const texts = given.map((item) => (typeof item === 'string' ? tidy(item) : item));
  const clear =
    texts.length > 1 || texts.some((text) => typeof text === 'string' && PARTS.test(text));
  const entries = texts.flatMap((text): unknown[] =>
    typeof text === 'string'
      ? text
          .split(SPLIT)
          .map((part) => part.trim())
          .filter((part) => part !== '' || texts.length > 1)
      : [text],
  );
  if (entries.length > most)
    return { refused: [{ ...refusal('list-too-long', entries.length, { most }), at: null }] };
  const values: Exact[] = [];
  const refused: ListRefusal[] = [];
  entries.forEach((entry, at) => {
    const read: Entry =
      typeof entry === 'string'
        ? readEntry(entry, currency, at + 1, clear)
        : readOne(entry, currency);
    if ('values' in read) values.push(...read.values);
    else refused.push({ ...read.refusal, at: entries.length > 1 ? at : null });
  });
  return refused.length > 0 ? { refused } : { values };
}

function readOne(entry: unknown, currency: string): Entry {
  const read = readMoney(entry, currency);
  return 'problem' in read ? { refusal: read } : { values: [read.value] };
}
