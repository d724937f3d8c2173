/** In which languages a text has to be read. */
import { tokensOf } from './tokens.ts';

/** Languages of buyers whose words are known, the reader's two among them. */
export const cueLanguages = ['en', 'zh', 'ru', 'es', 'pt', 'fr', 'de', 'pl', 'ko'] as const;
export type CueLanguage = (typeof cueLanguages)[number];

const SCRIPTS: readonly (readonly [CueLanguage, RegExp])[] = [
  ['zh', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ru', /\p{Script=Cyrillic}/u],
];

/**
 * Words of a chat that tell languages with Latin letters apart, without accents, as people type them.
 * Several may share a word; a text counts for each of them.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the a i my is it its this that not to and of in on for you your with have has was been be are do does did can will what where when how which but no so if from me im u ur dont didnt please pls hi hello got get item order parcel package ordered received broken refund money size wrong only just after still never they there here we him her at by or as than thanks thank sent send arrived want would should need',
  es: 'el la los las un una de del y es son esta en no se que con mi mis me lo le su para por muy donde cuando como cual cuanto pero ya aun todavia hola gracias pedido paquete llego llegado producto quiero dinero tengo nada al sin solo ha han talla roto compre pedi buenas buenos usted manana hoy ayer mucho hay a o tarda precio sirve enviar',
  pt: 'o a os as um uma de do da dos das e em no na nos nas nao que com meu minha me pra para por muito onde quando como qual mas ja ainda ola oi obrigado obrigada pedido pacote chegou veio produto quero dinheiro tenho nada ao sem so foi ta cade eu voce voces bom dia recebi comprei tamanho serve ate esta tela seu sua quanto tempo posso vende pode',
  fr: 'le la les un une des du de d l et est sont en ne n pas que qu qui avec mon ma mes je j ai a au aux me m ce c cette pour par tres ou quand comment quel quelle combien mais bonjour merci colis commande recu recue produit veux argent rien sans svp vous il elle on y votre cela ca fait depuis taille trop article manque arrive suis',
  de: 'der die das den dem ein eine einen ist sind war und nicht ich mein meine meinen es mit auf fur zu zum von im in an bei aber habe hab hat noch wo wann wie welche was bitte hallo danke paket bestellung bestellt bekommen ware artikel geld zuruck nur kein keine seit schon so sie ihr mir nach wird kann muss laut als aus bin liegt kam sendung groesse grosse gross falsche guten tag',
  pl: 'i w we z ze na do nie jest sa sie to ten ta te mi moja moj moje mam ma co gdzie kiedy jak jaki czy ale juz dla po za od prosze dzien dobry dziekuje paczka paczki zamowienie zamowilem zamowilam dostalem dostalam przyszlo przyszedl towar produkt pieniadze zwrot tylko brak bardzo ile jeszcze nadal ja pan numer rozmiar chce przesylka mnie',
};
const KNOWN: ReadonlyMap<string, readonly CueLanguage[]> = (() => {
  const known = new Map<string, CueLanguage[]>();
  for (const [language, words] of Object.entries(WORDS))
    for (const word of words.split(' '))
      known.set(word, [...(known.get(word) ?? []), language as CueLanguage]);
  return known;
})();

/** Whether it is one of the small words everybody types: never a slip of another. */
export const isSmallWord = (word: string): boolean => KNOWN.has(word);

/** Letters only some of them write; they count like two words. */
const LETTERS: readonly (readonly [RegExp, readonly CueLanguage[]])[] = [
  [/[ñ¿¡]/i, ['es']],
  [/[ãõ]/i, ['pt']],
  [/[ßäü]/i, ['de']],
  [/ö/i, ['de']],
  [/[łąęśżźćń]/i, ['pl']],
  [/[èùœëîûï]/i, ['fr']],
  [/ç/i, ['fr', 'pt']],
  [/[âêôà]/i, ['fr', 'pt']],
  [/é/i, ['fr', 'pt', 'es']],
  [/[áíú]/i, ['es', 'pt']],
  [/ó/i, ['es', 'pt', 'pl']],
];
const LETTER_WEIGHT = 2;
/** A language with this part of the best one's signs may be the one that is meant. */
const NEARLY = 0.6;
const LATIN: readonly CueLanguage[] = ['en', 'es', 'pt', 'fr', 'de', 'pl'];
/** A text is told by its beginning, and line by line: a page of a dispute quotes its buyer. */
const READ = 4000;
/** So many signs of one language and a line is in it, whatever the rest is. */
const SURE = 2;

/** What speaks for each language with Latin letters in a text. */
function pointsOf(text: string): Map<CueLanguage, number> {
  const points = new Map<CueLanguage, number>();
  const count = (languages: readonly CueLanguage[], weight: number) => {
    for (const language of languages) points.set(language, (points.get(language) ?? 0) + weight);
  };
  for (const { word } of tokensOf(text)) count(KNOWN.get(word) ?? [], 1);
  for (const [letters, languages] of LETTERS)
    if (letters.test(text)) count(languages, LETTER_WEIGHT);
  return points;
}

/** Those near the one most signs speak for; none where fewer than `least` do. */
function likeliest(text: string, least: number): CueLanguage[] {
  const points = pointsOf(text);
  const best = Math.max(0, ...points.values());
  if (best < least) return [];
  return LATIN.filter((language) => (points.get(language) ?? 0) >= best * NEARLY);
}

/**
 * The languages a text may be in: each whose script is in it; of those with Latin letters the ones its
 * small words and letters speak for, in the whole or in a line. All six where nothing tells.
 */
export function languagesIn(text: string): CueLanguage[] {
  const start = text.slice(0, READ);
  const scripts = SCRIPTS.filter(([, script]) => script.test(start)).map(([language]) => language);
  const latin = tokensOf(start).filter(({ word }) => /^\p{Script=Latin}/u.test(word));
  // US $, DHL and the name of a product are no text of their own.
  if (latin.length === 0 || (scripts.length > 0 && latin.length < 3)) return scripts;
  const told = new Set([
    ...likeliest(start, 1),
    ...start.split('\n').flatMap((line) => likeliest(line, SURE)),
  ]);
  return [...scripts, ...LATIN.filter((language) => told.size === 0 || told.has(language))];
}
