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
  /** Words before a place: with a capital behind them and a person or nothing before, somebody is from there. */
  from: WordLines;
  /** What stands there with a capital and is no place. */
  channels: WordLines;
  /** Words before the name of a person. */
  titles: WordLines;
  /** Numbers as words. */
  numbers: WordLines;
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
  from: List;
  channels: List;
  titles: List;
  numbers: List;
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
    from: listOf(words.from),
    channels: listOf(words.channels),
    titles: listOf(words.titles),
    numbers: listOf(words.numbers),
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

const NONE = listOf({});

/** How many words from `at` on are a phrase of the list; 0 where none is. */
function phraseAt(list: List, words: readonly string[], at: number, numbers?: List): number {
  for (const { words: phrase, open } of list.phrases) {
    const fits = phrase.every((one, i) => {
      const word = words[at + i];
      if (word === undefined) return false;
      if (one === '#') return /^\d+$/u.test(word) || holds(numbers ?? NONE, word);
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
    const long = phraseAt(sure, words, at, lists.numbers);
    if (long > 0) return { kind, isSure: true, length: long };
    const mild = phraseAt(either, words, at, lists.numbers);
    if (mild > 0) return { kind, isSure: false, length: mild };
  }
  // What is an everyday word in one language is none of the names the tables give in another.
  for (const { kind, either } of lists.kinds)
    if (holds(either, word)) return { kind, isSure: false, length: 1 };
  for (let length = LONGEST_COUNTRY; length > 0; length -= 1) {
    const name = words.slice(at, at + length).join(' ');
    if (words.length < at + length || name.length < SHORTEST_CODE) continue;
    // Kunde aus Versehen: no Australian.
    if (at > 0 && lists.from.words.has(name)) continue;
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

/** Text without the small words at its beginning or end. */
function trim(lists: Lists, text: string, from: 'start' | 'end'): string {
  const rest = text.trim();
  for (const word of lists.small.solid)
    if (from === 'start' ? rest.startsWith(word) : rest.endsWith(word))
      return trim(
        lists,
        from === 'start' ? rest.slice(word.length) : rest.slice(0, -word.length),
        from,
      );
  return rest;
}

/** Whether what stands before or behind a word is of a list; signs without spaces are read at that end. */
const stands = (lists: Lists, list: List, word: string | undefined, from: 'start' | 'end') => {
  if (holds(list, word)) return true;
  if (word === undefined || !SOLID.test(word)) return false;
  const rest = trim(lists, word, from);
  return list.solid.some((one) => (from === 'start' ? rest.startsWith(one) : rest.endsWith(one)));
};

/** He and she own nothing by an s: he’s blind, but the buyer’s blind is torn. */
const IS = new Set(['he', 'she', 'who', 'it']);
/** Kinds whose everyday words are also things one can own. */
const OWNED: readonly RefusedKind[] = ['nationality', 'sex', 'disability'];
const isCapital = (word: string | undefined) => word !== undefined && /^\p{Lu}/u.test(word);
/** Verbs between a person and where the person is from. */
const COMES = new Set(['comes', 'hails', 'originates']);
/** Lower numbers count things, higher ones are no age. */
const isAge = (word: string) => /^[1-9]\d$/u.test(word);

/** `de` and `z` are said of much else, and begin names of brands. */
const PLAIN_FROM = new Set(['from', 'из', 'aus']);
/** A place in the small letters of an id must end the statement. */
const isPlaceAsId = (word: string, rest: readonly string[]) =>
  PLAIN_FROM.has(word) && rest.length === 1 && /^\p{L}{3,}$/u.test(rest[0] ?? '');

/** Somebody from a place, an age in figures or as a word, a title before a name: whatever the place and the name. */
function byPattern(said: readonly string[], words: readonly string[], lists: Lists) {
  const isSmall = (word: string | undefined) =>
    word !== undefined && (lists.small.words.has(word) || COMES.has(word));
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', next] = [words[at], words[at + 1]];
    let left = at - 1;
    while (isSmall(words[left])) left -= 1;
    const before = words[left];
    const isPerson = stands(lists, lists.people, before, 'end');
    if (
      lists.from.words.has(word) &&
      // Buyer-from-lagos, in the small letters of an id: only where the word is hardly ever another.
      (isCapital(said[at + 1]) || (isPerson && isPlaceAsId(word, words.slice(at + 1)))) &&
      (isPerson || (before === undefined && PLAIN_FROM.has(word))) &&
      !holds(lists.channels, next) &&
      !holds(lists.goods, next) &&
      !holds(lists.goods, words[at + 2])
    )
      return 'origin';
    if (lists.titles.words.has(word) && isCapital(said[at]) && isCapital(said[at + 1]))
      if (/\p{Ll}/u.test(said[at] ?? '') && !holds(lists.goods, words[at + 2])) return 'sex';
    const isLast = next === undefined;
    if (isLast && at > 1 && isPerson && left < at - 1)
      if (isAge(word) || (holds(lists.numbers, word) && words[at - 1] === 'is')) return 'age';
  }
  return null;
}

/** Words parted by spaces: `Mexican buyer` names a person, `Mexican plug` does not. */
function inSpaced(words: readonly string[], lists: Lists): RefusedKind | null {
  const isSmall = (word: string | undefined) =>
    word !== undefined &&
    (lists.small.words.has(word) || /^\d+$/u.test(word) || holds(lists.numbers, word));
  const isAboutGoods = words.some((word) => holds(lists.goods, word));
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
    const goodsNext = stands(lists, lists.goods, after, 'start');
    const isOfGoods = goodsNext || stands(lists, lists.goods, before, 'end');
    const behind = words[at + found.length];
    // A men’s size instead of women’s.
    const isShort = behind === 's' && after === undefined && isAboutGoods;
    const isOwned =
      !found.isSure &&
      OWNED.includes(found.kind) &&
      words[at - 1] === 's' &&
      after !== undefined &&
      !IS.has(before ?? '');
    if (isShort || isOwned) continue;
    const isOfPerson =
      stands(lists, lists.people, after, 'start') ||
      (stands(lists, lists.people, before, 'end') && !goodsNext);
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
    const after = trim(lists, masked.slice(at + length), 'start');
    const before = trim(lists, masked.slice(0, at), 'end');
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
  // 65岁, 七十岁, 80后, 九零后, 65세 and 60대 are said of the living; 3岁以上 of toys.
  const age =
    /(?:[\d一二三四五六七八九十百]+[多几]?\s*(?:岁|세|살)|(?:열|스무|스물|서른|마흔|쉰|예순|일흔|여든)\S{0,2}\s*살)(?!\s*(?:以上|以下|以内|이상|이하|\+))|(?:\d0|[五六七八九零]零)\s*(?:后|대)(?=买家|客户|顾客|人|的|$|\s)|\d5后(?=买家|客户|顾客)/u.exec(
      masked,
    );
  const from =
    /(?:买家|客户|顾客|他|她)是?来自(?!平台|同|店|仓)|来自[^货仓包裹的]{2,8}的?(?:买家|客户|顾客)/u.exec(
      masked,
    );
  if (from) return 'origin';
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
    // Gay in 买家是gay is a word of its own.
    const said = statement
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .normalize('NFC')
      .replace(
        /(?<=\p{Script=Han})(?=\p{Script=Latin})|(?<=\p{Script=Latin})(?=\p{Script=Han})/gu,
        ' ',
      )
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
    const spaced = said.map((word) => word.toLowerCase());
    const found = inSpaced(spaced, lists) ?? byPattern(said, spaced, lists);
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
