/** In which languages a text has to be read. */
import { latinRussian } from './latin-russian.ts';
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
  es: 'el la los las un una de del y es son esta en no se que con mi mis me lo le su para por muy donde cuando como cual cuanto pero ya aun todavia hola gracias pedido paquete llego llegado producto quiero dinero tengo nada al sin solo ha han talla roto compre pedi buenas buenos usted manana hoy ayer mucho hay a o tarda precio sirve enviar ser',
  pt: 'o a os as um uma de do da dos das e em no na nos nas nao que com meu minha me pra para por muito onde quando como qual mas ja ainda ola oi obrigado obrigada pedido pacote chegou veio produto quero dinheiro tenho nada ao sem so foi ta cade eu voce voces bom dia recebi comprei tamanho serve ate esta tela seu sua quanto tempo posso vende pode se ser vou vai ha tem isso isto duas dois tudo aqui',
  fr: 'le la les un une des du de d l et est sont en ne pas que qu qui avec mon ma mes je j ai a au aux me m ce c cette pour par tres ou quand comment quel quelle combien mais bonjour merci colis commande recu recue produit veux argent rien sans svp vous il elle on y votre cela ca fait depuis taille trop article manque arrive suis',
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

/** Whether a text in Latin letters is Russian: more words say so than speak for any other language. */
export function isLatinRussian(text: string): boolean {
  const start = text.slice(0, READ);
  if (/\p{Script=Cyrillic}/u.test(start)) return false;
  const telling = latinRussian(tokensOf(start));
  return telling > 0 && telling >= Math.max(0, ...pointsOf(start).values());
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
  if (isLatinRussian(start)) return ['ru'];
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

/**
 * Small words by which close neighbours are told apart: articles, prepositions, pronouns, forms of “to be”
 * and “to have”, words that deny and that ask and greet, without accents. A sentence is made of them whatever it is
 * about. Those of one language only decide; what several share is no evidence.
 */
const CLOSED: Readonly<Record<string, string>> = {
  en: 'the a an i my is it its this that these those not to and of in on for you your with have has had was were been be are am do does did didnt dont doesnt can cant could will wont would should what where when how which who why but no if from me we us our him her they them there here by or as than just only any still yet please hi hello thanks thank',
  es: 'el la los las lo un una unos unas al del y o es son era fue esta estan estaba estoy este esto esa eso ese en con sin para por segun desde hasta no ni nada nadie ninguno ninguna se me te le les os nos mi mis su sus yo usted ustedes que como cuando donde cual cuanto cuanta quien porque pero ya aun todavia muy mucho muchas mas tambien si hay he ha han habeis tengo tiene tenia hace aqui otro otra algo alguien solo eres soy dos de a fue hola gracias buenas buenos',
  pt: 'o a os as um uma uns umas ao aos do da dos das no na nos nas num numa pelo pela e ou sao era foi esta estao estava este isto essa isso esse em com sem para pra pro por segundo desde ate nao nem nada ninguem nenhum nenhuma se me te lhe meu minha meus minhas seu sua seus suas eu voce voces que como quando onde cade qual quais quanto quantos quem porque mas ja ainda muito muita mais tambem sim ha tem tenho tinha aqui outro outra algo alguem so ta sou vou dois duas de a foi ola oi obrigado obrigada bom boa',
  fr: 'le la les un une des du de au aux et ou est sont etait a ai as ont en dans avec sans pour par selon depuis jusque ne n pas ni rien personne aucun aucune se me te lui leur leurs mon ma mes son sa ses notre votre vos je tu il elle on nous vous ils elles que qu qui comme quand comment quel quelle combien pourquoi mais deja encore tres trop plus aussi si y ce cet cette ces ca cela ici autre autres quelqu chez suis bonjour merci',
  de: 'der die das den dem des ein eine einen einem einer und oder ist sind war waren habe hab hat haben hatte in im mit ohne fur durch zu zum zur von vom bei seit bis nach aus auf an am um nicht nie nichts niemand kein keine keinen sich mich mir dich dir ihn ihm ihr ihre ihren uns euch mein meine meinen sein seine ich du er sie es wir man dass wie wann wo was wer welche warum aber schon noch sehr zu mehr auch nur ja wenn da hier andere jemand wird wurde kann will soll muss bin hallo danke bitte',
  pl: 'i w we z ze na do od po za przez dla bez o u przy nad pod nie ani nic nikt zaden zadna sie mnie mi cie ci jego jej ich go nas wam moj moja moje moj swoj twoj ja ty on ona my wy pan pani ze zeby bo jak kiedy gdzie co kto ktory ktora dlaczego czy ale juz jeszcze bardzo wiecej tez tak jest sa byl byla bylo mam ma macie mial ten ta to te tu tam inny inna ktos tylko moge chce dziekuje prosze dzien dobry',
};
/** Letters and endings that one of them writes and the others do not. */
const SIGNS: readonly (readonly [CueLanguage, RegExp])[] = [
  ['es', /[ñ¿¡]|(?:ci[oó]n(?:es)?|\p{L}(?:aron|ieron|ó))(?!\p{L})/giu],
  ['pt', /[ãõ]|(?:nh|lh)[aeoáéó]|\p{L}{2}(?:ou|aram|eram|iram)(?!\p{L})/giu],
  ['fr', /[èùœëîû]|[ldjnsmcq]u?[’'](?=\p{L})/giu],
  ['de', /[ßäöü]/giu],
  ['pl', /[łąęśżźćń]/giu],
];
const SIGN_WEIGHT = 2;
/** The best has so many times what the second has, or nobody can tell. */
const CLEARLY = 1.5;

const CLOSED_BY: ReadonlyMap<string, readonly CueLanguage[]> = (() => {
  const by = new Map<string, CueLanguage[]>();
  for (const [language, words] of Object.entries(CLOSED))
    for (const word of new Set(words.split(' ')))
      by.set(word, [...(by.get(word) ?? []), language as CueLanguage]);
  return by;
})();

/** Whether it is a word that sentences are made of whatever they are about. */
export const isClosedWord = (word: string): boolean => CLOSED_BY.has(word);

/** Letters of each script in a text. */
const LETTERS_OF: readonly (readonly [CueLanguage | 'latin', RegExp])[] = [
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['latin', /\p{Script=Latin}/gu],
];
/** Most of a text is in one script, or it is in two languages; a sign of Chinese is a word. */
const MOST_OF = 0.7;
const HAN_WEIGHT = 3;

/** The script most of a text is in; null where there is none, or two. */
function scriptOf(text: string): CueLanguage | 'latin' | null {
  const counts = LETTERS_OF.map(
    ([script, letter]) =>
      [script, (text.match(letter)?.length ?? 0) * (script === 'zh' ? HAN_WEIGHT : 1)] as const,
  );
  const whole = counts.reduce((sum, [, count]) => sum + count, 0);
  return counts.find(([, count]) => count > 0 && count >= MOST_OF * whole)?.[0] ?? null;
}

/**
 * The language a buyer writes in: by the script, and among those with Latin letters by small words and
 * letters that only one of them has. Null where nothing tells, or two are as likely: then somebody is
 * asked, for a reply in another language than the buyer’s is worse than a question.
 */
export function languageOf(text: string): CueLanguage | null {
  const start = text.slice(0, READ);
  if (isLatinRussian(start)) return 'ru';
  const latin = tokensOf(start).filter(({ word }) => /^\p{Script=Latin}/u.test(word));
  // The name of a product is no text of its own.
  const script = scriptOf(latin.length < 3 ? start.replace(/\p{Script=Latin}/gu, '') : start);
  if (script !== 'latin' && (script !== null || latin.length >= 3)) return script;
  const points = new Map<CueLanguage, number>();
  const count = (language: CueLanguage, weight: number) =>
    points.set(language, (points.get(language) ?? 0) + weight);
  for (const { word } of tokensOf(start)) {
    const of = CLOSED_BY.get(word);
    // What two neighbours share says that it is one of them, and nothing more.
    if (of) for (const language of of) count(language, of.length === 1 ? 1 : 0.5 / of.length);
  }
  for (const [language, sign] of SIGNS)
    count(language, SIGN_WEIGHT * Math.min(2, start.match(sign)?.length ?? 0));
  const [first, second] = [...points].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 1) return null;
  return first[1] >= CLEARLY * (second?.[1] ?? 0) ? first[0] : null;
}
