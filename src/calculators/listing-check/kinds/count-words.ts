import type { Part } from '../engine.ts';
import type { ListingParts } from '../fault.ts';
import { expression, fold, wordsOf, type Folded, type Span, type Word } from '../text.ts';
import { unitNamed } from './units.ts';

/** So many of one thing, its noun by the stem. */
export interface Count extends Span {
  count: number;
  noun: string;
}

/** What reading a count needs of the data. */
export interface CountData {
  data: ListingParts;
  small: ReadonlySet<string>;
}

/** Between a number and its noun: “2 spare lithium batteries”. */
const BETWEEN = 2;
/** Shorter ones are units of measure. */
const SHORTEST = 3;

const isLatin = (word: string) => /^\p{Script=Latin}/u.test(word);
export const isPlural = (word: string) => !isLatin(word) || /(?:[^s]s|ies)$/u.test(word);
/** A Russian adjective stands before its noun, and agrees with it. */
const isAdjective = (word: string) =>
  /^\p{Script=Cyrillic}{3,}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ыми|ими|ую|юю)$/u.test(word);

const countIn = (word: string, { numbers }: ListingParts): number | null => {
  const digits = /^[xх]?([1-9]\d{0,2})[xх]?$/u.exec(word)?.[1];
  return digits === undefined ? (numbers[word] ?? null) : Number(digits);
};
const isTimes = (word: string) => /^[xх]$/u.test(word);

/** The noun of a few words: the last one in English, the first that is no adjective in Russian. */
export function nounOf(words: readonly Word[]): Word | null {
  const noun = words.some(({ word }) => !isLatin(word) && /^\p{Script=Cyrillic}/u.test(word))
    ? words.find(({ word }) => !isAdjective(word))
    : words.at(-1);
  return noun && noun.word.length >= SHORTEST && !/\d/u.test(noun.word) ? noun : null;
}

/** `1 x battery`, `battery (2 pcs)`, `аккумулятор – 2 шт.` in a list; null where another count is meant. */
export function itemOf(
  text: Folded,
  words: readonly Word[],
  { data, small }: CountData,
): Count | null {
  const counts = words.filter(({ word }) => countIn(word, data) !== null);
  const [amount] = counts;
  if (!amount || counts.length > 1) return null;
  const at = words.indexOf(amount);
  const unit = words[at + 1] && unitNamed(words[at + 1]?.word ?? '', data);
  const isLast = at + (unit === 'piece' ? 2 : 1) === words.length;
  if ((at > 0 && !isLast) || (unit && unit !== 'piece')) return null;
  const rest = words.filter(
    (one, i) => one !== amount && !isTimes(one.word) && !(unit && i === at + 1),
  );
  const begin = rest.findIndex(({ word }) => !small.has(word));
  const name = begin === -1 ? [] : rest.slice(begin);
  const end = name.findIndex(
    ({ word, start }, i) =>
      i > 0 &&
      (small.has(word) || /[(（]\s*$/u.test(text.raw.slice(Math.max(0, start - 2), start))),
  );
  const noun = nounOf(end === -1 ? name : name.slice(0, end));
  const count = countIn(amount.word, data) ?? 0;
  if (!noun || count === 0 || unitNamed(noun.word, data) !== null) return null;
  // One of what is named in the plural may be a pair, or a set.
  if (count === 1 && isLatin(noun.word) && isPlural(noun.word)) return null;
  return {
    count,
    noun: noun.stem,
    start: Math.min(amount.start, noun.start),
    end: Math.max((unit && words[at + 1]?.end) || amount.end, noun.end),
  };
}

/** The noun of “number of ports” behind what says that it is a number. */
export function nounIn(name: string, { small }: Pick<CountData, 'small'>): string | null {
  const words = wordsOf(fold(name));
  const end = words.findIndex(({ word }, i) => i > 0 && (small.has(word) || word === 'per'));
  return nounOf(end === -1 ? words : words.slice(0, end))?.stem ?? null;
}

/** The noun of a title that begins with a count of it; measures are none. */
export function firstCounted(words: readonly Word[], { data }: CountData): string | null {
  const [amount, noun] = words;
  if (!amount || !noun || countIn(amount.word, data) === null || !isPlural(noun.word)) return null;
  const units = data.properties.flatMap(({ units = {} }) => Object.keys(units));
  const isUnit = noun.word.search(expression(`^(?:${units.join('|')})$`)) !== -1;
  return isUnit || unitNamed(noun.word, data) !== null ? null : (nounOf([noun])?.stem ?? null);
}

/**
 * Everywhere a text says how many there are of a noun. A noun in the singular is only counted where no other
 * one follows (“2 battery packs”); what an attribute counts may be an adjective (“7 port hub”).
 */
export function countsOf(
  { text }: Part,
  words: readonly Word[],
  noun: string,
  isNamed: boolean,
  { data, small }: CountData,
): Count[] {
  const found: Count[] = [];
  const { raw } = text;
  const gap = (i: number) => raw.slice(words[i]?.end, words[i + 1]?.start);
  words.forEach(({ word, stem, start, end }, i) => {
    if (isNamed) {
      const joined = /^(\d{1,3})-(\p{L}+)$/u.exec(word);
      if (joined?.[2] && wordsOf(fold(joined[2]))[0]?.stem === noun)
        found.push({ start, end, noun, count: Number(joined[1]) });
    }
    if (stem !== noun) return;
    const next = words[i + 1];
    const goesOn =
      next !== undefined &&
      /^\s+$/u.test(gap(i)) &&
      !small.has(next.word) &&
      countIn(next.word, data) === null;
    const isMany = isPlural(word);
    for (let j = i - 1; j >= 0 && j >= i - 1 - BETWEEN; j -= 1) {
      const one = words[j];
      if (!one || !/^[^\S\n]*[×x*х]?[^\S\n]*$/iu.test(gap(j))) break;
      const count = countIn(one.word, data);
      if (count === null) {
        const unit = unitNamed(one.word, data);
        if (!/\p{L}/u.test(one.word) || (small.has(one.word) && unit === null)) break;
        if (unit !== null && unit !== 'piece') break;
        continue;
      }
      const isOther = /[\p{N}.,/~–-]$/u.test(raw.slice(Math.max(0, one.start - 1), one.start));
      const isCounted = isNamed || (isMany ? true : !goesOn && (count === 1 || i - j === 1));
      if (!isOther && isCounted && count > 0) found.push({ start: one.start, end, noun, count });
      break;
    }
    const behind = next && /^[xх]?(\d{1,3})$/u.exec(next.word);
    if (
      next &&
      behind &&
      /^[^\S\n]*[(（]?[^\S\n]*[x×*х]?[^\S\n]*$/iu.test(gap(i)) &&
      (/[x×*х]/iu.test(gap(i) + next.word) || unitNamed(words[i + 2]?.word ?? '', data) === 'piece')
    )
      found.push({ start, end: next.end, noun, count: Number(behind[1]) });
  });
  return found;
}
