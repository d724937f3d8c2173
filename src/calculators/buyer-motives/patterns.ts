/** Turns by which somebody is told from a place, of an age, without a part of the body: whatever the names. */
import { namesOfTheCalendar } from './places.ts';
import { FIGURES, holds, phraseAt, SOLID, type List, type Lists } from './word-lists.ts';

/** Text without the small words at its beginning or end. */
export function trim(lists: Lists, text: string, from: 'start' | 'end'): string {
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
export const stands = (
  lists: Lists,
  list: List,
  word: string | undefined,
  from: 'start' | 'end',
) => {
  if (holds(list, word)) return true;
  if (word === undefined || !SOLID.test(word)) return false;
  const rest = trim(lists, word, from);
  return list.solid.some((one) => (from === 'start' ? rest.startsWith(one) : rest.endsWith(one)));
};

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

/**
 * Whether from `at` on a part of the body is said to be lacking: `has no arms`, `без ноги`. Chairs have
 * arms and legs as well, so nothing may be said of goods, nor a word be tied to the part.
 */
function lacksAPart(
  words: readonly string[],
  at: number,
  lists: Lists,
  isSmall: (word: string | undefined) => boolean,
): boolean {
  const phrase = phraseAt(lists.lacking, words, at);
  let part = at + (phrase > 0 ? phrase : holds(lists.lacking, words[at]) ? 1 : 0);
  if (part === at) return false;
  const isBetween = (word: string | undefined) =>
    isSmall(word) ||
    FIGURES.test(word ?? '') ||
    holds(lists.numbers, word) ||
    holds(lists.people, word);
  while (isBetween(words[part]) && !holds(lists.body, words[part])) part += 1;
  const next = words[part + 1];
  return (
    holds(lists.body, words[part]) &&
    (next === undefined || isSmall(next) || holds(lists.people, next)) &&
    // Beside these words: bras are arms in French, and a hat is had in German.
    !words.some((word, i) => (i < at || i > part) && holds(lists.goods, word))
  );
}

/** Whether a statement ends with somebody's age: `he is 72`, `he is seventy-two`. */
function isAgeOfPerson(
  words: readonly string[],
  last: number,
  lists: Lists,
  isSmall: (word: string | undefined) => boolean,
): boolean {
  let first = last;
  while (holds(lists.numbers, words[first]) && holds(lists.numbers, words[first - 1])) first -= 1;
  let left = first - 1;
  while (isSmall(words[left])) left -= 1;
  if (left === first - 1 || !stands(lists, lists.people, words[left], 'end')) return false;
  const word = words[first] ?? '';
  return isAge(word) || (holds(lists.numbers, word) && words[first - 1] !== 'for');
}

/** Somebody from a place, an age in figures or as a word, a title before a name: whatever the place and the name. */
export function byPattern(said: readonly string[], words: readonly string[], lists: Lists) {
  const isSmall = (word: string | undefined) =>
    word !== undefined && (lists.small.words.has(word) || COMES.has(word));
  for (let at = 0; at < words.length; at += 1) {
    const past = phraseAt(lists.fine, words, at);
    if (past > 0) {
      at += past - 1;
      continue;
    }
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
      !namesOfTheCalendar().has(next ?? '') &&
      ![next, words[at + 2]].some((one) => holds(lists.goods, one) || holds(lists.things, one))
    )
      return 'origin';
    if (isPerson || before === undefined) {
      const without = lacksAPart(words, at, lists, isSmall);
      if (without) return 'disability';
    }
    if (lists.titles.words.has(word) && isCapital(said[at]) && isCapital(said[at + 1]))
      if (/\p{Ll}/u.test(said[at] ?? '') && !holds(lists.goods, words[at + 2])) return 'sex';
    if (/^[1-9]\dyo$/u.test(word)) return 'age';
    // The over-60s, but not a lamp that takes over 60s.
    if (/^[3-9]0s$/u.test(word) && isSmall(words[at - 1]) && (isPerson || before === undefined))
      if (next === undefined || isSmall(next) || holds(lists.people, next)) return 'age';
    if (next === undefined && isAgeOfPerson(words, at, lists, isSmall)) return 'age';
  }
  return null;
}
