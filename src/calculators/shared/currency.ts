import { ALIASES, MARKS } from './currencies.ts';
import { currencyCodes, minorDigits } from './currency-digits.ts';
import { named } from './plain-number.ts';
import { tidy } from './number-text.ts';

const list = (codes: string) => codes.split(' ');

const ALIAS: ReadonlyMap<string, string> = new Map(
  ALIASES.match(/\w+ \w+/g)?.map((pair) => pair.split(' ') as [string, string]),
);

/** Signs, names and codes of money, in lower case, with every currency each may stand for. */
const WRITTEN: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...currencyCodes().map((code) => [code.toLowerCase(), [code]] as const),
  ...[...ALIAS].map(([alias, code]) => [alias.toLowerCase(), [code]] as const),
  ...MARKS.trim()
    .split('\n')
    .flatMap((line) => {
      const [codes = '', marks = ''] = line.split('=');
      return marks.split('|').map((mark) => [mark, list(codes)] as const);
    }),
]);

/** The longest first, so that `US$` is not taken for `$`. */
const LONGEST_FIRST = [...WRITTEN.keys()].sort((a, b) => b.length - a.length);

const letter = (text: string, at: number) => /\p{L}/u.test(text.charAt(at));
const latin = (text: string, at: number) =>
  /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text.charAt(at));

/** Takes one sign, name or code of money off the end that is asked for. */
export function takeMark(
  text: string,
  end: 'start' | 'end',
): { mark: string; currencies: readonly string[]; rest: string } | null {
  const lower = text.toLowerCase();
  for (const mark of LONGEST_FIRST) {
    const from = end === 'start' ? 0 : lower.length - mark.length;
    if (from < 0 || !lower.startsWith(mark, from)) continue;
    const after = from + mark.length;
    // A word of letters ends where the letters end: `rub` is no mark in `rubber`.
    const runsOn =
      end === 'start'
        ? latin(lower, after - 1) && letter(lower, after)
        : latin(lower, from) && letter(lower, from - 1);
    if (runsOn) continue;
    const rest = end === 'start' ? text.slice(after) : text.slice(0, from);
    return {
      mark: text.slice(from, after),
      currencies: WRITTEN.get(mark) ?? [],
      rest: rest.trim(),
    };
  }
  return null;
}

export type CurrencyProblem = 'currency-unknown' | 'currency-alias' | 'currency-several';

export type ReadCurrency =
  { code: string } | { problem: CurrencyProblem; values: Readonly<Record<string, string>> };

/**
 * The currency a text names: a code of ISO 4217 in any letter case, or a sign or name that only one
 * currency has (`€`, `US$`, `美元`). A sign of several (`$`, `¥`) is refused with their codes, a code
 * ISO 4217 does not know (`RMB`) with the one it knows, where there is one.
 */
export function readCurrency(raw: string): ReadCurrency {
  const text = tidy(raw);
  const given = text.slice(0, 40);
  const upper = text.toUpperCase();
  if (minorDigits(upper) !== undefined) return { code: upper };
  const alias = ALIAS.get(upper);
  if (alias) return { problem: 'currency-alias', values: { given, code: alias } };
  const codes = WRITTEN.get(text.toLowerCase().replace(/\s+(?=\$)/u, '')) ?? [];
  if (codes.length > 1)
    return { problem: 'currency-several', values: { given, codes: named(codes) } };
  return codes[0] ? { code: codes[0] } : { problem: 'currency-unknown', values: { given } };
}
