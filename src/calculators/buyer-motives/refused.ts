import { readCountry } from '../shared/country.ts';
import type { RefusedKind } from './kinds.ts';

/** Words that name what a person is. `word*` stands for its beginning; one list a language. */
export interface RefusedWords {
  kind: RefusedKind;
  words: readonly (readonly string[])[];
}

/** Scripts that put no space between words: there a word counts wherever it stands. */
const SPACELESS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Names of countries this short are words of some language as well. */
const SHORTEST_COUNTRY = 5;

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();

/** `buyerAge`, `buyer_age` and `Buyer age` are the same three times: `buyer age`. */
const wordsOf = (text: string): string[] =>
  fold(text.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).split(/[^\p{L}]+/u);

/** The lists as texts are compared with them. They are asked about every sign at every key. */
const folded = new WeakMap<readonly RefusedWords[], [RefusedKind, string[]][]>();
function foldedOnce(refused: readonly RefusedWords[]): [RefusedKind, string[]][] {
  const lists =
    folded.get(refused) ?? refused.map(({ kind, words }) => [kind, words.flat().map(fold)]);
  folded.set(refused, lists);
  return lists;
}

const names = (plain: string, spaced: string, solid: string): boolean => {
  if (SPACELESS.test(plain)) return solid.includes(plain);
  return plain.endsWith('*')
    ? spaced.includes(` ${plain.slice(0, -1)}`)
    : spaced.includes(` ${plain} `);
};

/** Somebody of a country is called after it: 巴西买家, 俄罗斯人. */
const isCountry = (word: string): boolean =>
  (SPACELESS.test(word) || word.length >= SHORTEST_COUNTRY) &&
  readCountry(word.replace(/(?:买家|客户|顾客|人)$/u, '')) !== null;

/**
 * Whether a text names what a person is instead of what was written or done.
 *
 * @returns what it names, or null where it names none of these.
 */
export function namesWhatAPersonIs(
  text: string,
  refused: readonly RefusedWords[],
): RefusedKind | null {
  const words = wordsOf(text);
  const spaced = ` ${words.join(' ')} `;
  const solid = words.join('');
  for (const [kind, list] of foldedOnce(refused))
    if (list.some((plain) => names(plain, spaced, solid))) return kind;
  return words.some(isCountry) || readCountry(text.trim().slice(0, 60)) !== null ? 'origin' : null;
}
