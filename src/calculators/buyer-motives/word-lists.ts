/** Lists of words for people, in the form in which texts are compared with them. */
import type { RefusedKind } from './kinds.ts';
import { fold } from './letters.ts';

/** One line of words a language, and `other` for those nobody reads here. `word*` stands for its beginning, `a_b` for two words, `#` for a number. */
type WordLines = Readonly<Record<string, string>>;

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
  /** What has a country and is no goods: an account, an address, a law. */
  things: WordLines;
  /** Words before a place where something goes or happens: nobody is from there for that. */
  toward: WordLines;
  /** What lies, waits or is asked for in a place without anybody being from there: a parcel, customs. */
  sent: WordLines;
  /** Parts of the body, and the words by which somebody is without one. */
  body: WordLines;
  lacking: WordLines;
  /** How words for the people of a town or region end, and what ends like these and names none. */
  endings: WordLines;
  called: WordLines;
}

/** Scripts that put no space between words: there a word counts wherever it stands. */
export const SOLID = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words one after the other; the last may be a beginning. */
interface Phrase {
  words: readonly string[];
  open: boolean;
}

/** A list in the form in which texts are compared with it. */
export interface List {
  words: ReadonlySet<string>;
  beginnings: ReadonlySet<string>;
  phrases: readonly Phrase[];
  solid: readonly string[];
}

function listOf(lines: WordLines): List {
  const all = Object.values(lines).flatMap((line) => line.split(' '));
  const solid = all.filter((word) => SOLID.test(word));
  const spaced = all.filter((word) => !SOLID.test(word)).map(fold);
  const single = spaced.filter((word) => !word.includes('_'));
  return {
    words: new Set(single.filter((word) => !word.endsWith('*'))),
    beginnings: new Set(single.flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1)] : []))),
    phrases: spaced
      .filter((word) => word.includes('_'))
      .map((word) => ({ words: word.replace(/\*$/u, '').split('_'), open: word.endsWith('*') })),
    solid: solid.map((word) => word.normalize('NFKC').replaceAll('_', ' ')),
  };
}

export interface Lists {
  kinds: { kind: RefusedKind; sure: List; either: List }[];
  people: List;
  goods: List;
  small: List;
  fine: List;
  from: List;
  channels: List;
  titles: List;
  numbers: List;
  things: List;
  toward: List;
  sent: List;
  body: List;
  lacking: List;
  endings: List;
  called: List;
}

/** They are asked about every sign at every key. */
const made = new WeakMap<PersonWords, Lists>();
export function listsOf(words: PersonWords): Lists {
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
    things: listOf(words.things),
    toward: listOf(words.toward),
    sent: listOf(words.sent),
    body: listOf(words.body),
    lacking: listOf(words.lacking),
    endings: listOf(words.endings),
    called: listOf(words.called),
  };
  made.set(words, lists);
  return lists;
}

export const begins = (word: string, beginnings: ReadonlySet<string>): boolean => {
  for (let end = 2; end <= word.length; end += 1)
    if (beginnings.has(word.slice(0, end))) return true;
  return false;
};
export const holds = (list: List, word: string | undefined): boolean =>
  word !== undefined && (list.words.has(word) || begins(word, list.beginnings));

const NONE = listOf({});
export const FIGURES = /^\d+$/u;

/** How many words from `at` on are a phrase of the list; 0 where none is. */
export function phraseAt(list: List, words: readonly string[], at: number, numbers?: List): number {
  for (const { words: phrase, open } of list.phrases) {
    const fits = phrase.every((one, i) => {
      const word = words[at + i];
      if (word === undefined) return false;
      if (one === '#') return FIGURES.test(word) || holds(numbers ?? NONE, word);
      return open && i === phrase.length - 1 ? word.startsWith(one) : word === one;
    });
    if (fits) return phrase.length;
  }
  return 0;
}
