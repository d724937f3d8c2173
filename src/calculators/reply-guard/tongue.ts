import { SMALL_WORDS } from '../shared/small-words.ts';
import { mayBeAnother, type TellingWords } from '../shared/telling-words.ts';
import { oncePerRule } from './pattern.ts';
import { finds, type Asked } from './prepared.ts';
import type { GuardRule, Place } from './rule.ts';

/** Scripts that are a language's own; the others are written in Latin letters. */
const OWN_SCRIPT: Readonly<Record<string, RegExp>> = {
  ru: /\p{Script=Cyrillic}/gu,
  ko: /\p{Script=Hangul}/gu,
  'zh-CN': /\p{Script=Han}/gu,
};
const LATIN = /\p{Script=Latin}/gu;
const NOT_LATIN = /[^\P{L}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu;

/** So many small words more of another language than of its own: another language. */
const CLEARLY = 2;
/** So many words of a sentence in other letters are no name. */
const SEVERAL = 3;
/** A text of so many words without one small word of its language is in another. */
const ENOUGH = 6;

type Words = ReadonlySet<string>;
const listed = (list: string | undefined): Words =>
  new Set((list ?? '').split(' ').filter(Boolean));
const baseOf = (language: string) => language.replace(/-.*$/u, '');

/** Small words of languages no reply is written in. */
const otherWords = oncePerRule(
  (rule): ReadonlyMap<string, Words> =>
    new Map(
      Object.entries(rule.words?.['any'] ?? {}).map(([language, list]) => [language, listed(list)]),
    ),
);

const ownWords = oncePerRule(
  (rule, language: string): Words =>
    new Set([
      ...(SMALL_WORDS[baseOf(language)] ?? []),
      ...listed(rule.words?.[language]?.['small']),
    ]),
);

const GOODS = 'goods';
/** What tells names of goods apart. It stands with English words, which come with Latin letters. */
export const tellingWords = oncePerRule(
  (rule): TellingWords =>
    new Map(
      Object.entries(rule.words?.['en'] ?? {}).flatMap(([name, list]) =>
        name === 'loans' || name.startsWith(GOODS)
          ? [[name.replace(GOODS, ''), listed(list)] as const]
          : [],
      ),
    ),
);

/** An address, or two words at once. */
const JOINED = /[\p{L}\p{N}][./@:][\p{L}\p{N}]/u;

/** Words of letters; models, sizes, numbers and addresses are none. */
const wordsOf = (text: string): string[] =>
  (text.normalize('NFC').match(/\S+/gu) ?? [])
    .filter((piece) => !JOINED.test(piece))
    .flatMap((piece) => piece.match(/[\p{L}\p{M}\p{N}-]+/gu) ?? [])
    .filter((word) => /^[\p{L}\p{M}-]*\p{L}[\p{L}\p{M}-]*$/u.test(word));

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const scoreOf = (words: readonly string[], set: Words) =>
  words.filter((word) => set.has(word)).length;

const isSmall = (word: string) => word === word.toLowerCase();

/** Whether a sentence has clearly more signs of another language than small words of its own. */
function readsAsOther(written: readonly string[], language: string, rule: GuardRule): boolean {
  const words = written.map((word) => word.toLowerCase());
  const mine = scoreOf(words, ownWords(rule, language));
  const alphabet = rule.words?.[language]?.['alphabet'];
  // A name may have letters of its own, so only words in small letters count.
  const strange = alphabet && new RegExp(`[^\\P{L}${alphabet}]`, 'u');
  if (strange && written.filter((word) => isSmall(word) && strange.test(word)).length >= CLEARLY)
    return true;
  const base = baseOf(language);
  const others = otherWords(rule);
  const sets = [
    ...others.values(),
    ...Object.entries(SMALL_WORDS).flatMap(([other, set]) => (other === base ? [] : [set])),
  ];
  return sets.some((set) => scoreOf(words, set) - mine >= CLEARLY);
}

function isOther(sentence: string, language: string, rule: GuardRule): boolean {
  const words = wordsOf(sentence);
  const plain = words.filter(isSmall);
  const script = OWN_SCRIPT[language];
  const foreign = rule.words?.[language]?.['letters'];
  if (foreign && finds(new RegExp(`[${foreign}]`, 'u'), sentence.toLowerCase())) return true;
  if (!script) {
    const strange = count(sentence, NOT_LATIN);
    if (strange > count(sentence, LATIN)) return strange > 1;
    return readsAsOther(words, language, rule);
  }
  const ours = count(sentence, script);
  const strange = count(sentence, NOT_LATIN) - ours;
  if (strange > ours) return strange > 1;
  if (ours === 0) return plain.length >= SEVERAL;
  // Within a text in its own letters, a row of small words in Latin ones is a sentence of another language.
  return readsAsOther(
    [...words.slice(0, 1), ...plain.filter((word) => word !== words[0])],
    language,
    rule,
  );
}

/** Nouns without a small word between them, as goods are called in English everywhere. */
const isNameOfGoods = (text: string): boolean =>
  !wordsOf(text).some((word) =>
    Object.values(SMALL_WORDS).some((set) => set.has(word) && isSmall(word)),
  );

/**
 * Sentences that are not in the language a text should be in; the whole text where it has none of
 * its small words. Names, models and numbers are no words of a language.
 */
export function otherTongue({ rule, raw, told, field }: Asked): Place[] {
  const places: Place[] = [];
  const { text } = raw;
  // In a field a few words stand alone; in a reply they would be a name within a sentence.
  const besides = told in OWN_SCRIPT && isNameOfGoods(text) ? ['en'] : [];
  if (field && mayBeAnother(text, told, tellingWords(rule), besides))
    return [{ start: 0, end: text.length }];
  for (let from = 0; from < text.length;) {
    const [, to] = raw.sentences.around(from, from);
    const sentence = text.slice(from, to);
    const start = from + (sentence.length - sentence.trimStart().length);
    if (start < to && isOther(sentence, told, rule)) places.push({ start, end: to });
    from = to + 1;
  }
  if (places.length > 0 || told in OWN_SCRIPT) return places;
  const words = wordsOf(text).map((word) => word.toLowerCase());
  // Letters beyond the Latin twenty-six are a sign of the language as good as a small word.
  const letters = rule.words?.[told]?.['alphabet']?.replace('a-z', '') ?? '';
  const isMarked = letters !== '' && finds(new RegExp(`[${letters}]`, 'u'), text.toLowerCase());
  const isBare = !isMarked && scoreOf(words, ownWords(rule, told)) === 0;
  return isBare && words.length >= ENOUGH ? [{ start: 0, end: text.length }] : [];
}
