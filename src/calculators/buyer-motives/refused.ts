import { readCountry } from '../shared/country.ts';
import { stemsOfPeoples } from './peoples.ts';
import type { RefusedKind } from './kinds.ts';

/** One line of words a language. `word*` stands for its beginning, `a_b` for two words, `#` for a number. */
export type WordLines = Readonly<Record<string, string>>;

/** Words for what a person is, and the words around them that tell a person from goods. */
export interface PersonWords {
  kinds: readonly {
    kind: RefusedKind;
    /** They name a person unless goods stand beside them. */
    sure: WordLines;
    /** Everyday words as well: they name a person only beside a person, or alone. */
    either: WordLines;
  }[];
  people: WordLines;
  goods: WordLines;
  /** Words between two others that say nothing by themselves. */
  small: WordLines;
  /** Phrases that hold such a word and speak of something else. */
  fine: WordLines;
}

/** Scripts that put no space between words: there a word counts wherever it stands. */
const SOLID = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What parts one statement from the next: words beyond it say nothing of those before. */
const STOPS = /[.,;:!?…()[\]{}"“”«»|/\\\n，。；：！？、（）【】]+/u;
/** Names of countries this short are everyday words of some language. */
const SHORTEST_COUNTRY = 5;
/** In words, and in signs where words are not parted. */
const LONGEST_COUNTRY = 8;
/** Fewer letters, such as `de` and `in`, are hardly ever meant as a country. */
const SHORTEST_CODE = 3;
const LONGEST_SOLID_NAME = 16;
const LONGEST_NAME = 60;

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();

/** Words one after the other; the last may be a beginning. */
interface Phrase {
  words: readonly string[];
  open: boolean;
}

/** A list in the form in which texts are compared with it. */
interface List {
  words: ReadonlySet<string>;
  beginnings: ReadonlySet<string>;
  phrases: readonly Phrase[];
  solid: readonly string[];
}

function listOf(lines: WordLines): List {
  const all = Object.values(lines).flatMap((line) => line.split(' '));
  const solid = all.filter((word) => SOLID.test(word) && !word.includes('_'));
  const spaced = all.filter((word) => !solid.includes(word)).map(fold);
  const single = spaced.filter((word) => !word.includes('_'));
  return {
    words: new Set(single.filter((word) => !word.endsWith('*'))),
    beginnings: new Set(single.flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1)] : []))),
    phrases: spaced
      .filter((word) => word.includes('_'))
      .map((word) => ({ words: word.replace(/\*$/u, '').split('_'), open: word.endsWith('*') })),
    solid: solid.map((word) => word.normalize('NFKC')),
  };
}

interface Lists {
  kinds: { kind: RefusedKind; sure: List; either: List }[];
  people: List;
  goods: List;
  small: List;
  fine: List;
}

/** They are asked about every sign at every key. */
const made = new WeakMap<PersonWords, Lists>();
function listsOf(words: PersonWords): Lists {
  const lists = made.get(words) ?? {
    kinds: words.kinds.map(({ kind, sure, either }) => ({
      kind,
      sure: listOf(sure),
      either: listOf(either),
    })),
    people: listOf(words.people),
    goods: listOf(words.goods),
    small: listOf(words.small),
    fine: listOf(words.fine),
  };
  made.set(words, lists);
  return lists;
}

const begins = (word: string, beginnings: ReadonlySet<string>): boolean => {
  for (let end = 2; end <= word.length; end += 1)
    if (beginnings.has(word.slice(0, end))) return true;
  return false;
};
const holds = (list: List, word: string | undefined): boolean =>
  word !== undefined && (list.words.has(word) || begins(word, list.beginnings));

/** How many words from `at` on are a phrase of the list; 0 where none is. */
function phraseAt(list: List, words: readonly string[], at: number): number {
  for (const { words: phrase, open } of list.phrases) {
    const fits = phrase.every((one, i) => {
      const word = words[at + i];
      if (word === undefined) return false;
      if (one === '#') return /^\d+$/u.test(word);
      return open && i === phrase.length - 1 ? word.startsWith(one) : word === one;
    });
    if (fits) return phrase.length;
  }
  return 0;
}

interface Found {
  kind: RefusedKind;
  isSure: boolean;
  length: number;
}

/** What a person is, named by the word or phrase that begins at `at`. */
function personAt(lists: Lists, words: readonly string[], at: number): Found | null {
  const word = words[at] ?? '';
  if (SOLID.test(word)) return null;
  for (const { kind, sure, either } of lists.kinds) {
    const long = phraseAt(sure, words, at);
    if (long > 0) return { kind, isSure: true, length: long };
    const mild = phraseAt(either, words, at);
    if (mild > 0) return { kind, isSure: false, length: mild };
  }
  // What is an everyday word in one language is none of the names the tables give in another.
  for (const { kind, either } of lists.kinds)
    if (holds(either, word)) return { kind, isSure: false, length: 1 };
  for (let length = LONGEST_COUNTRY; length > 0; length -= 1) {
    const name = words.slice(at, at + length).join(' ');
    if (words.length < at + length || name.length < SHORTEST_CODE) continue;
    if (readCountry(name) !== null)
      return { kind: 'origin', isSure: name.length >= SHORTEST_COUNTRY, length };
  }
  for (const { kind, sure } of lists.kinds)
    if (holds(sure, word)) return { kind, isSure: true, length: 1 };
  const peoples = stemsOfPeoples();
  return begins(word, peoples.beginnings) || peoples.words.has(word)
    ? { kind: 'nationality', isSure: true, length: 1 }
    : null;
}

/** Words parted by spaces: `Mexican buyer` names a person, `Mexican plug` does not. */
function inSpaced(words: readonly string[], lists: Lists): RefusedKind | null {
  const isSmall = (word: string | undefined) =>
    word !== undefined && (lists.small.words.has(word) || /^\d+$/u.test(word));
  for (let at = 0; at < words.length; at += 1) {
    const past = phraseAt(lists.fine, words, at);
    if (past > 0) {
      at += past - 1;
      continue;
    }
    const found = personAt(lists, words, at);
    if (!found) continue;
    let right = at + found.length;
    while (isSmall(words[right])) right += 1;
    let left = at - 1;
    while (isSmall(words[left])) left -= 1;
    const [before, after] = [words[left], words[right]];
    const isOfGoods = holds(lists.goods, after) || holds(lists.goods, before);
    const isOfPerson =
      holds(lists.people, after) || (holds(lists.people, before) && !holds(lists.goods, after));
    const isAlone = before === undefined && after === undefined;
    if (isOfPerson || isAlone || (found.isSure && !isOfGoods)) return found.kind;
    at += found.length - 1;
  }
  return null;
}

/** Words that stand without spaces. */
function inSolid(text: string, lists: Lists): RefusedKind | null {
  const masked = lists.fine.solid.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  const judge = (kind: RefusedKind, isSure: boolean, at: number, length: number) => {
    const trim = (rest: string, from: 'start' | 'end'): string => {
      for (const word of lists.small.solid)
        if (from === 'start' ? rest.startsWith(word) : rest.endsWith(word))
          return trim(
            from === 'start' ? rest.slice(word.length) : rest.slice(0, -word.length),
            from,
          );
      return rest;
    };
    const after = trim(masked.slice(at + length).trim(), 'start');
    const before = trim(masked.slice(0, at).trim(), 'end');
    const isGoods = lists.goods.solid.some(
      (word) => after.startsWith(word) || before.endsWith(word),
    );
    const isPerson = lists.people.solid.some(
      (word) => after.startsWith(word) || before.endsWith(word),
    );
    const goodsNext = lists.goods.solid.some((word) => after.startsWith(word));
    const isAlone = after === '' && before === '';
    return (isPerson && !goodsNext) || isAlone || (isSure && !isGoods) ? kind : null;
  };
  for (const isSure of [true, false])
    for (const { kind, sure, either } of lists.kinds)
      for (const word of (isSure ? sure : either).solid)
        for (let at = masked.indexOf(word); at >= 0; at = masked.indexOf(word, at + 1)) {
          const found = judge(kind, isSure, at, word.length);
          if (found) return found;
        }
  const mild = new Set(lists.kinds.flatMap(({ either }) => either.solid));
  for (let at = 0; at < masked.length; at += 1)
    for (let length = Math.min(LONGEST_SOLID_NAME, masked.length - at); length > 1; length -= 1) {
      const name = masked.slice(at, at + length);
      if (name !== name.trim() || !SOLID.test(name) || mild.has(name)) continue;
      const isPlace = readCountry(name) !== null;
      if (!isPlace && !stemsOfPeoples().words.has(name)) continue;
      const found = judge(isPlace ? 'origin' : 'nationality', true, at, length);
      if (found) return found;
    }
  // 65岁, 80后, 65세 and 60대 are said of the living; 3岁以上 of toys.
  const age =
    /\d+\s*(?:岁|세)(?!\s*(?:以上|以下|以内|이상|이하|\+))|\d0\s*(?:后|대)(?=买家|客户|顾客|人|的|$|\s)/u.exec(
      masked,
    );
  return age && judge('age', true, age.index, age[0].length);
}

/**
 * Whether a text names what a person is instead of what was written or done.
 *
 * @returns what it names, or null where it names none of these.
 */
export function namesWhatAPersonIs(text: string, words: PersonWords): RefusedKind | null {
  const lists = listsOf(words);
  // `buyerAge`, `buyer_age` and `Buyer age` are the same three times.
  const plain = text.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  for (const statement of plain.split(STOPS)) {
    const spaced = fold(statement)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
    const found = inSpaced(spaced, lists);
    if (found) return found;
    const solid = statement
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
      .trim();
    const inside = SOLID.test(solid) ? inSolid(solid, lists) : null;
    if (inside) return inside;
  }
  // A code alone, such as UK, is meant as one.
  return readCountry(text.trim().slice(0, LONGEST_NAME)) === null ? null : 'origin';
}
