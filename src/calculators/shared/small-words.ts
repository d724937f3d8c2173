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

/** Words that people write about parcels and goods, and that a clause without small words is made of. */
const TRADE_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: 'parcel package customs delayed delay damaged broken carrier courier warehouse strike weather lost stuck waiting held inspection missing wrong size colour color sent shipped arrived late holiday closed stock checking checks battery lamp light cable charger shoes dress bag phone case watch packing packaging order',
    de: 'paket zoll zollprüfung zollamt verspätet verspätung beschädigt kaputt defekt lager streik wetter verloren prüft prüfung fehlt falsch falsche größe farbe geschickt versandt versendet angekommen spät feiertag geschlossen lieferung geliefert ware lampe leuchte kabel ladegerät akku schuhe kleid tasche handyhülle hülle uhr bestellung verpackung hält liegt noch',
    fr: 'colis douane douanes retard retardé endommagé cassé transporteur entrepôt grève météo perdu bloqué retenu retient attente contrôle vérification manque mauvaise taille couleur envoyé expédié arrivé férié fermé livraison lampe câble chargeur batterie chaussures robe sac coque montre commande emballage',
    es: 'paquete aduana aduanas retraso retrasado dañado roto transportista almacén huelga perdido retenido espera revisión falta equivocado talla color enviado llegó tarde festivo cerrado entrega lámpara cable cargador batería zapatos vestido bolso funda reloj pedido embalaje revisa retiene',
    pt: 'pacote alfândega atraso atrasado danificado quebrado transportadora armazém greve perdido retido espera fiscalização falta errado tamanho cor enviado chegou feriado fechado entrega luminária cabo carregador bateria sapatos vestido bolsa capa relógio pedido embalagem verifica',
    pl: 'paczka paczkę paczki cło celna celnej kontrola opóźnienie opóźniona uszkodzona uszkodzony zepsuty przewoźnik magazyn magazynie strajk pogoda zgubiona zatrzymana czeka sprawdza brak brakuje zły rozmiar kolor wysłana wysłano dotarła święto zamknięte dostawa lampa lampka kabel ładowarka bateria buty sukienka torba etui zegarek zamówienie opakowanie',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Letters that of the six languages only one writes. */
const OWN_LETTERS: readonly (readonly [string, RegExp])[] = [
  ['de', /[ßäöü]/u],
  ['pl', /[łąęśźżćń]/u],
  ['es', /[ñ¿¡]/u],
  ['pt', /[ãõ]/u],
  ['fr', /[œèùûîë]/u],
];

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

/**
 * Whether a clause of the text shows signs of another language: its small words, its words of the
 * trade, letters that only it writes, and endings. A reason to ask, not to refuse. Words with a capital letter
 * are names, unless they are words of the trade.
 */
export function mayBeAnother(text: string, language: string): boolean {
  const base = new Intl.Locale(language).language;
  const others = Object.keys(SMALL_WORDS).filter((other) => other !== base);
  return clausesOf(text).some((clause) => {
    const signs = (of: string) =>
      clause.filter((word) => {
        const small = word.toLowerCase();
        if (TRADE_WORDS[of]?.has(small)) return true;
        if (word !== small) return false;
        const letters = OWN_LETTERS.some(([id, own]) => id === of && own.test(small));
        const shape =
          small.length >= LONG_ENOUGH && SHAPES.some(([id, own]) => id === of && own.test(small));
        return letters || shape || SMALL_WORDS[of]?.has(small);
      }).length;
    const own = signs(base);
    return others.some((other) => signs(other) - own >= PERHAPS);
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
  const score = scoreOf(text);
  return Object.keys(SMALL_WORDS).reduce((best, one) => (score(one) > score(best) ? one : best));
}
