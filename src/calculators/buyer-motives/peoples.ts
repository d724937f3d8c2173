/**
 * Words for peoples, made from the names of countries and of languages in the engine's own tables:
 * `Mexico` gives `mexic…` and so Mexican, mexicana and mexikanisch; `казахский` gives `казах…`.
 */
import { isPlace } from '../shared/country-code.ts';
import { nameIn } from '../shared/country-name.ts';
import { fold } from './letters.ts';

const READ_IN = ['en', 'zh-CN', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'] as const;

/**
 * ISO 639-1 codes of languages that are called after a people, as pairs of letters. Left out: dead and
 * made-up languages, and names that are everyday words.
 */
const LANGUAGES =
  'af am ar as av ay az ba be bg bn bo bs ca ce cs cv cy da de dv dz el es et eu fa ff fi fj fo fr ga gd gl gn gu ha he hi hr ht hu hy id ig is it ja jv ka kg kk km kn ko ks ku ky lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no nv oc om or os pa pl ps pt qu rm ro ru rw sc sd sg si sk sl sm sn so sq sr ss st su sv ta te tg th ti tk tn tr ts tt tw ty ug uk ur uz ve vi wo xh yi yo za zh zu fil'.split(
    ' ',
  );

/** A shorter beginning is one of everyday words as well. */
const SHORTEST = 5;

/**
 * Endings of adjectives and of countries, by which the word for a person differs; `й` has lost its sign where
 * accents are left out.
 */
const ENDINGS = /(?:скии|цкии|кии|ии|ski|cki|dzki|isch|стан)$/u;
const VOWELS = /[aeiouyаеёиоуыэюяйь]+$/u;

interface Stems {
  words: ReadonlySet<string>;
  beginnings: ReadonlySet<string>;
}

/** Beginnings of words for the peoples of such names, and whole words where a name is too short to be one. */
export function stemsOf(names: Iterable<string>): Stems {
  const words = new Set<string>();
  const beginnings = new Set<string>();
  for (const name of names) {
    if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(name)) {
      const people = name.replace(/(?:语|文|어)$/u, '');
      if (people !== name && people.length > 1) words.add(people);
      continue;
    }
    const plain = fold(name);
    if (!/^\p{L}+$/u.test(plain)) continue;
    const stem = plain.replace(ENDINGS, '').replace(VOWELS, '');
    if (stem.length >= SHORTEST) beginnings.add(stem);
    else if (plain.length >= SHORTEST) beginnings.add(plain);
    else if (plain.length === SHORTEST - 1) words.add(plain);
  }
  return { words, beginnings };
}

/** The names of languages and countries in a language. */
export function* namesOfPeoples(language: string): Generator<string> {
  const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  for (const code of LANGUAGES) {
    const name = languages.of(code);
    if (name !== undefined) yield name;
  }
  for (let i = 0; i < 676; i += 1) {
    const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
    const name = isPlace(code) ? nameIn(language, code) : undefined;
    if (name !== undefined) yield name;
  }
}

let known: Stems | undefined;

/** Beginnings of words for any people, in all languages. */
export const stemsOfPeoples = (): Stems =>
  (known ??= stemsOf(READ_IN.flatMap((language) => [...namesOfPeoples(language)])));
