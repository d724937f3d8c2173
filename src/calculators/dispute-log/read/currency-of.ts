/** Which currency an amount is in: by its own marks, by a column beside it, by its header. Never by what is usual. */
import { takeMark } from '../../shared/currency.ts';

/** What stands for a currency, and every currency it may be: one, several, or none that anybody knows. */
export interface Named {
  sign: string;
  codes: readonly string[];
}

/** A longer one is shown cut off, and one much longer is no mark of money but a sentence. */
const LONGEST_SIGN = 12;
const LONGEST_MARK = 40;

/** What of a cell is no figure, as marks are listed: in small letters, without full stops, `US $` as `us$`. */
export const markOf = (text: string): string =>
  /^[\d.,]*$/.test(text)
    ? ''
    : text
        .normalize('NFKC')
        .replace(/[\d.,'’+−–()[\]-]/gu, '')
        .replace(/\s+(?=\$)/gu, '')
        .replace(/\s+/gu, ' ')
        .trim()
        .toLowerCase();

/** More marks than this beside one amount are a sentence. */
const MOST_MARKS = 3;

/**
 * Every currency that the marks of an amount may stand for, written without blanks and digits: of several
 * marks (`$USD`) those that all of them allow. Empty where nobody knows one of them, or they disagree.
 */
function currenciesOf(marks: string): readonly string[] {
  let found: readonly string[] = [];
  let rest = marks;
  for (let i = 0; i < MOST_MARKS && rest !== ''; i += 1) {
    const taken = takeMark(rest, 'start');
    if (!taken) return [];
    const { currencies } = taken;
    found = i === 0 ? currencies : found.filter((code) => currencies.includes(code));
    rest = taken.rest;
  }
  return rest === '' ? found : [];
}

/** A mark nobody knows stands for itself, so that nothing else is added to it; null for none. */
export function namedBy(mark: string): Named | null {
  if (mark === '') return null;
  const codes = mark.length > LONGEST_MARK ? [] : currenciesOf(mark);
  const [only] = codes;
  return {
    sign: codes.length === 1 && only ? only : mark.toUpperCase().slice(0, LONGEST_SIGN),
    codes,
  };
}

/** What a header names: in brackets at its end, behind a comma, or by a sign that is its last letter. */
export function namedInHeader(header: string): Named | null {
  const end = /[([]([^()[\]]+)[)\]]$|,([^,]+)$|(\p{Sc})$/u.exec(header.trim());
  const named = namedBy(markOf(end?.[1] ?? end?.[2] ?? end?.[3] ?? ''));
  return named && named.codes.length > 0 ? named : null;
}

/** What both say together. The first is the better witness; the other only tells which of several it means. */
export function together(first: Named | null, other: Named | null): Named | null {
  if (first === null || other === null) return first ?? other;
  if (first.codes.length < 2) return first;
  const codes = first.codes.filter((code) => other.codes.includes(code));
  const [only] = codes;
  if (only === undefined) return first;
  return { sign: codes.length === 1 ? only : first.sign, codes };
}
