import { readCountry } from '../shared/country.ts';
import type { RefusedKind } from './kinds.ts';
import { withoutAccents } from './letters.ts';
import { byPattern, stands, trim } from './patterns.ts';
import { stemsOfPeoples } from './peoples.ts';
import { citiesOfZones } from './places.ts';
import {
  begins,
  FIGURES,
  holds,
  listsOf,
  phraseAt,
  SOLID,
  type List,
  type Lists,
  type PersonWords,
} from './word-lists.ts';

/** What parts one statement from the next: words beyond it say nothing of those before. */
const STOPS = /[.,;:!?…()[\]{}"“”«»|/\\\n，。；：！？、（）【】]+/u;
/** Names of countries this short are everyday words of some language. */
const SHORTEST_COUNTRY = 5;
/** In words, and in signs where words are not parted. */
const LONGEST_COUNTRY = 8;
/** Fewer letters, such as `de` and `in`, are hardly ever meant as a country. */
const SHORTEST_CODE = 3;
/** In words: Port of Spain. */
const LONGEST_CITY = 3;
const LONGEST_SOLID_NAME = 16;
const LONGEST_NAME = 60;

interface Found {
  kind: RefusedKind;
  isSure: boolean;
  length: number;
  /** The name of a country, which things have as well as people. */
  isCountry?: boolean;
}

/** A child of so many years buys nothing: so many years are those of a warranty or a custom. */
const YOUNGEST = 12;
const isTooYoung = (kind: RefusedKind, words: readonly string[]) =>
  kind === 'age' && words.some((word) => FIGURES.test(word) && Number(word) < YOUNGEST);

/** Shorter words with such an ending are mostly others. */
const SHORTEST_PEOPLE = 6;
function endsAsAPeople({ endings, called }: Lists, word: string): boolean {
  if (word.length < SHORTEST_PEOPLE || holds(called, word)) return false;
  for (let at = word.length - LONGEST_ENDING; at < word.length - 1; at += 1)
    if (at > 1 && endings.words.has(word.slice(at))) return true;
  return false;
}
const LONGEST_ENDING = 9;

/** What a person is, named by the word or phrase that begins at `at`. */
function personAt(lists: Lists, words: readonly string[], at: number): Found | null {
  const word = words[at] ?? '';
  if (SOLID.test(word)) return null;
  for (const { kind, sure, either } of lists.kinds) {
    const long = phraseAt(sure, words, at, lists.numbers);
    if (long > 0 && !isTooYoung(kind, words.slice(at, at + long)))
      return { kind, isSure: true, length: long };
    const mild = phraseAt(either, words, at, lists.numbers);
    if (mild > 0 && !isTooYoung(kind, words.slice(at, at + mild)))
      return { kind, isSure: false, length: mild };
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
      return {
        kind: 'origin',
        // Sent to Spain, paid in Spain: nobody is said to be from there.
        isSure: name.length >= SHORTEST_COUNTRY && !holds(lists.toward, words[at - 1]),
        length,
        isCountry: true,
      };
    if (length <= LONGEST_CITY && citiesOfZones().has(name))
      return { kind: 'origin', isSure: false, length };
  }
  for (const { kind, sure } of lists.kinds)
    if (holds(sure, word)) return { kind, isSure: true, length: 1 };
  const peoples = stemsOfPeoples();
  if (begins(word, peoples.beginnings) || peoples.words.has(word))
    return { kind: 'nationality', isSure: true, length: 1 };
  return endsAsAPeople(lists, word) ? { kind: 'origin', isSure: false, length: 1 } : null;
}

/** He and she own nothing by an s: he’s blind, but the buyer’s blind is torn. */
const IS = new Set(['he', 'she', 'who', 'it']);
/** Kinds whose everyday words are also things one can own. */
const OWNED: readonly RefusedKind[] = ['nationality', 'sex', 'disability'];

/** Whether a place is where a parcel is: named before it, with nobody named in between. */
const isWhereSentTo = (words: readonly string[], at: number, lists: Lists): boolean => {
  // In English one letter of these is an article: opened by a Russian.
  if (words[at - 1] === 'a' || !holds(lists.toward, words[at - 1])) return false;
  const before = words.slice(0, at);
  const sent = before.reduce((last, word, i) => (holds(lists.sent, word) ? i : last), -1);
  return sent >= 0 && !before.slice(sent + 1).some((word) => holds(lists.people, word));
};
/** The same where words stand without spaces: `包裹在俄罗斯`, `소포가 폴란드에`. */
const isWhereSentToSolid = (before: string, after: string, lists: Lists): boolean => {
  if (!/[在于往到]\s*$/u.test(before) && !/^에/u.test(after)) return false;
  const last = (list: List) => Math.max(-1, ...list.solid.map((word) => before.lastIndexOf(word)));
  return last(lists.sent) > last(lists.people);
};
/** Somebody in a place, as a word for somebody in front of it without spaces: `买家在新疆`. */
const STAYS = /(?:现|就|常年|一直)?在$/u;

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
    const goodsNext =
      stands(lists, lists.goods, after, 'start') || stands(lists, lists.things, after, 'start');
    const isOfGoods =
      goodsNext ||
      stands(lists, lists.goods, before, 'end') ||
      // Where adjectives stand behind: un foro francés.
      (!found.isCountry &&
        ['origin', 'nationality'].includes(found.kind) &&
        left === at - 1 &&
        stands(lists, lists.things, before, 'end')) ||
      // A payment from Kenya, but an order by a Kenyan.
      (found.isCountry === true && left < at - 1 && stands(lists, lists.things, before, 'end'));
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
    const isPlaceOfGoods =
      ['origin', 'nationality'].includes(found.kind) && isWhereSentTo(words, at, lists);
    if (isOfPerson || isAlone || (found.isSure && !isOfGoods && !isPlaceOfGoods)) return found.kind;
    at += found.length - 1;
  }
  return null;
}

/** Whether the name of a country begins before `at` and goes on there. */
function isInsideName(text: string, at: number): boolean {
  for (let start = Math.max(0, at - LONGEST_COUNTRY); start < at; start += 1)
    for (let end = at + 1; end <= at + LONGEST_COUNTRY; end += 1)
      if (readCountry(text.slice(start, end)) !== null) return true;
  return false;
}

/** A text without a phrase, except where the phrase only seems to stand: 本人 in 日本人. */
function without(text: string, phrase: string): string {
  let rest = text;
  for (let at = rest.indexOf(phrase); at >= 0; at = rest.indexOf(phrase, at + 1))
    if (!isInsideName(rest, at)) rest = `${rest.slice(0, at)} ${rest.slice(at + phrase.length)}`;
  return rest;
}

/** Words that stand without spaces. */
function inSolid(text: string, lists: Lists): RefusedKind | null {
  const masked = lists.fine.solid.reduce(without, text);
  const judge = (kind: RefusedKind, isSure: boolean, at: number, length: number) => {
    const behind = masked.slice(at + length).trimStart();
    const after = trim(lists, behind, 'start');
    const before = trim(lists, masked.slice(0, at), 'end');
    // 의자, a chair, begins with a particle.
    const goodsNext = [...lists.goods.solid, ...lists.things.solid].some(
      (word) => after.startsWith(word) || behind.startsWith(word),
    );
    const isGoods =
      goodsNext ||
      lists.goods.solid.some((word) => before.endsWith(word)) ||
      lists.toward.solid.some((word) => masked.slice(0, at).trim().endsWith(word));
    const isPerson =
      lists.people.solid.some((word) => after.startsWith(word) || before.endsWith(word)) ||
      (kind === 'origin' &&
        lists.people.solid.some((word) =>
          trim(lists, before.replace(STAYS, ''), 'end').endsWith(word),
        ) &&
        STAYS.test(before) &&
        // Who fetches something there is not said to be from there.
        after === '');
    const isAlone = after === '' && before === '';
    if (
      ['origin', 'nationality'].includes(kind) &&
      isWhereSentToSolid(masked.slice(0, at), masked.slice(at + length), lists)
    )
      return null;
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
  const lacks =
    /(?:缺|少|断|没|失去)[了有过]*[一两双半]?[只条个根]?[左右]?(?:胳膊|手臂|手指|手脚|手|腿|脚|眼睛|耳朵)(?=$|[的了，\s])|(?:팔|다리|손가락|손|눈|귀)(?:이|가|도)?\s*(?:하나(?:가|만)?\s*)?없(?:다|음|어요|습니다|는|어)?/u.exec(
      masked,
    );
  if (lacks && judge('disability', false, lacks.index, lacks[0].length)) return 'disability';
  const age =
    /(?:今年|年近|年过|年逾)(?:\d\d|[一二三四五六七八九]?十[一二三四五六七八九]?)(?=$|[岁了\s])|(?:[\d一二三四五六七八九十百]+[多几]?\s*(?:岁|세|살)|(?:열|스무|스물|서른|마흔|쉰|예순|일흔|여든)\S{0,2}\s*살)(?!\s*(?:以上|以下|以内|이상|이하|\+))|(?:\d0|[五六七八九零]零)\s*(?:后|대)(?=买家|客户|顾客|人|的|$|\s)|\d5后(?=买家|客户|顾客)/u.exec(
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
    const said = withoutAccents(statement)
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
