/** Which language a text is in, told by its letters and, where several languages share them, by its small words. */

/**
 * Small words that hardly any clause does without. A language shares some with its neighbours, so
 * only the difference counts.
 */
export const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'the is are was were be been has have had of and with from by for at on in to a an this that it its we our not because after before until now so no',
    de: 'an der die das den dem des ein eine einen einem einer ist sind war wird wurde wurden werden hat haben und oder mit von vom zum zur im am bei beim nicht kein keine auf für wegen durch noch aus nach wir es',
    fr: 'le la les l un une des du de d et est sont était a ont été au aux par pour dans sur avec ne n pas à ce cette en que qu nous il elle',
    es: 'el la los las un una unos del de y es son está están fue ha han por para en con no se al que su sus lo hay a le les nos más',
    pt: 'o os a as um uma do da dos das de e é está estão foi por para em no na nos nas com não se ao pelo pela que seu sua há',
    pl: 'w we z ze na do i nie jest są się przez po za od przy dla że został została zostały było była o u ten ta to',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Words of a text, cut at apostrophes too: l’article is two. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(Boolean);

const scoreOf = (text: string) => {
  const words = wordsOf(text);
  return (language: string) => words.filter((word) => SMALL_WORDS[language]?.has(word)).length;
};

/** So many small words more than the buyer's language has in the text: another language. */
const CLEARLY = 2;

/**
 * Whether the text has clearly more small words of another language than of `language`. A name, a
 * model, a word or two never has; a clause in one of the other languages with Latin letters does.
 */
export function readsAsAnother(text: string, language: string): boolean {
  const score = scoreOf(text);
  const base = new Intl.Locale(language).language;
  const own = score(base);
  return Object.keys(SMALL_WORDS).some((other) => other !== base && score(other) - own >= CLEARLY);
}
