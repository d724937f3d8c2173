import { SMALL_WORDS } from './small-words.ts';

/**
 * Which language a few words are in: a name of goods, half a clause. Too short for small words to tell, so
 * words that people write about goods and parcels count, letters that one language has alone, and endings.
 * The words stand in the data (the guard `other-language`), and come with what reads Latin letters.
 */

/** Words of goods, parcels, colours and days, by language; `loans` holds English ones that others write too. */
export type TellingWords = ReadonlyMap<string, ReadonlySet<string>>;
const NONE: TellingWords = new Map();
const LOANS = 'loans';

/** Letters that of these languages only one writes. */
const OWN_LETTERS: readonly (readonly [string, RegExp])[] = [
  ['de', /[ßäöü]/u],
  ['pl', /[łąęśźżćń]/u],
  ['es', /[ñ¿¡]/u],
  ['pt', /[ãõ]/u],
  ['fr', /[œèùûîë]/u],
];

/** German joins its nouns, so that the last of them tells. */
const COMPOUND =
  /.{3}(?:lampe|leuchte|tasche|hülle|kabel|schuhe|kleid|gerät|armband|halterung|ständer|kissen|decke|maschine|messer|kette|ringe|uhr)$/u;

/** Endings and groups of letters that mark the words of a language, where they are long enough to tell. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['en', /(?:ing|tion|ness|ly|ght|ck|ed)$|^wh|th/u],
  ['de', /(?:ung|ungen|keit|heit|lich|isch|iert|ieren|chten?)$|sch|^ge.{3,}t$/u],
  ['fr', /(?:eux|euse|aient|oire|eau|elle|ement|ée|és|ées|ique)$|oi[rst]|eur/u],
  ['es', /(?:ción|ciones|dad|iendo|aje)$|ll/u],
  ['pt', /(?:ção|ções|dade|(?<!i)endo|agem)$|nh|lh/u],
  ['pl', /(?:ość|ości|ego|emu|ych|ami|anie|enie|cja|cji|ów|owy|owa|nie|ie)$|cz|sz|rz|dz/u],
];
const LONG_ENOUGH = 5;

/** So many signs more of one other language than of the buyer's: perhaps another language. */
const PERHAPS = 2;

/** A text in its clauses, and they in their words as written, each once. */
const clausesOf = (text: string): string[][] =>
  text
    .normalize('NFC')
    .split(/[,;:.!?()/–—«»“”„"]+|\s-\s/u)
    .map((clause) => [...new Set(clause.split(/[^\p{L}\p{N}-]+/u).filter(Boolean))]);

const tells = (language: string, small: string, telling: TellingWords): boolean =>
  (telling.get(language)?.has(small) ?? false) || (language === 'de' && COMPOUND.test(small));

/** Whether a word in small letters has one that only this language writes. */
const hasOwnLetter = (language: string, word: string): boolean =>
  word === word.toLowerCase() && OWN_LETTERS.some(([id, own]) => id === language && own.test(word));

/** Whether a word is a sign of a language. One with a capital is a name, unless it is a word of the trade. */
function isSign(language: string, word: string, telling: TellingWords): boolean {
  const small = word.toLowerCase();
  if (tells(language, small, telling)) return true;
  if (language === 'en' && telling.get(LOANS)?.has(small)) return true;
  if (word !== small) return false;
  const letters = hasOwnLetter(language, small);
  const shape =
    small.length >= LONG_ENOUGH && SHAPES.some(([id, own]) => id === language && own.test(small));
  return letters || shape || (SMALL_WORDS[language]?.has(small) ?? false);
}

/** Whether a word is a sign of a language and more than a small word: goods, letters, endings. */
const isContent = (language: string, word: string, telling: TellingWords): boolean =>
  isSign(language, word, telling) && !SMALL_WORDS[language]?.has(word.toLowerCase());

/**
 * Whether a clause of the text shows signs of another language and none, or clearly fewer, of its own. A
 * reason to ask, not to refuse.
 *
 * @param telling what is known of goods and parcels.
 * @param besides languages that its buyers know names of goods in.
 */
export function mayBeAnother(
  text: string,
  language: string,
  telling: TellingWords,
  besides: readonly string[] = [],
): boolean {
  const ownLanguages = [new Intl.Locale(language).language, ...besides];
  const others = [...new Set([...Object.keys(SMALL_WORDS), ...telling.keys()])].filter(
    (other) => other !== LOANS && !ownLanguages.includes(other),
  );
  return clausesOf(text).some((clause) => {
    // A sentence of one's own begins with a capital.
    const own = clause.filter((word) =>
      ownLanguages.some(
        (base) => isSign(base, word, telling) || SMALL_WORDS[base]?.has(word.toLowerCase()),
      ),
    );
    return others.some((other) => {
      // A word of both languages speaks for neither.
      const theirs = clause.filter((word) => isSign(other, word, telling));
      const alone = theirs.filter((word) => !own.includes(word));
      const ours = own.filter((word) => !theirs.includes(word));
      return (
        alone.length - ours.length >= PERHAPS ||
        // One preposition speaks for nobody: “in” and “a” are words of half of Europe.
        (ours.length < PERHAPS &&
          !ours.some((word) => ownLanguages.some((base) => isContent(base, word, telling))) &&
          alone.some(
            (word) => tells(other, word.toLowerCase(), telling) || hasOwnLetter(other, word),
          ))
      );
    });
  });
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/** A word of letters in Latin script is about so many signs of a script that needs fewer. */
const LATIN_LETTERS = 3;

/** The likeliest language of a text, without region: `zh`, `pt`, … English where nothing tells. */
export function languageOf(text: string): string {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const [script] = SCRIPTS.map(([language, pattern]) => [language, count(pattern)] as const)
    .filter(([, found]) => found > 0 && found * LATIN_LETTERS >= latin)
    .sort((a, b) => b[1] - a[1]);
  if (script) return script[0];
  const words = clausesOf(text).flat();
  const score = (language: string) =>
    words.filter(
      (word) => isSign(language, word, NONE) || SMALL_WORDS[language]?.has(word.toLowerCase()),
    ).length;
  return Object.keys(SMALL_WORDS).reduce((best, one) => (score(one) > score(best) ? one : best));
}
