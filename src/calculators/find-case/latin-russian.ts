/** Russian in Latin letters, as people type it on a keyboard without Cyrillic: “gde moy zakaz, uje mesyac”. */
import { fold, type Token } from './tokens.ts';

/** Words that only Russian typed so has, in the spellings people use. */
const TELLING = new Set(
  'ne chto chego gde kogda kak kakoy kakoi mne menya vas moy moi moya moyo zakaz zakaza zakazal zakazala zakazyval posylka posilka posylku posilku posylki tovar tovara uzhe uje eshe esche esho eto etot etu vse vsyo net nichego prishel prishol prishla prishlo prishli prislali poluchil poluchila poluchili dengi vernite vernut vozvrat skolko pochemu spasibo pozhaluysta pozhalujsta zdravstvuyte zdravstvuite privet mesyac mesyats mesiac nedelya nedeli nedelyu dney dnei razmer cvet tsvet rabotaet slomalsya slomalas slomalos nomer pishet vy mozhno mojno nado nuzhno ili prodavec prodavets podoshlo podoshel podoshla delat otpravili dostavlen kachestvo'.split(
    ' ',
  ),
);
/** Two of them, and no other language has as many. */
const LEAST = 2;

const LONG: Readonly<Record<string, string>> = {
  shch: 'щ',
  sch: 'щ',
  kh: 'х',
  zh: 'ж',
  ch: 'ч',
  sh: 'ш',
  ts: 'ц',
  ya: 'я',
  ia: 'я',
  ja: 'я',
  yu: 'ю',
  iu: 'ю',
  ju: 'ю',
  yo: 'е',
  jo: 'е',
  ye: 'е',
};
const SHORT: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, i) => [
    letter,
    [...'абцдефгхижклмнопкрстуввкыз'][i] ?? letter,
  ]),
);
const PIECE = /shch|sch|kh|zh|ch|sh|ts|[yij][aou]|ye|[a-z]/g;
const VOWEL = /[aeiouy]/;
/** Sizes and names of models stay what they are. */
const NO_WORD = /^(?:x*[sml]|usb|led|dhl|ups|ems)$/;

/** How many words of a text are Russian in Latin letters; 0 where they are too few to tell. */
export function latinRussian(tokens: readonly Token[]): number {
  const telling = new Set(tokens.map(({ word }) => word).filter((word) => TELLING.has(word)));
  return telling.size >= LEAST ? telling.size : 0;
}

/** A word in Cyrillic, folded as cues are. */
export function toCyrillic(word: string): string {
  if (!/^[a-z]+$/.test(word) || NO_WORD.test(word)) return word;
  const written = word.replace(PIECE, (piece, at: number) => {
    const long = LONG[piece];
    if (long) return long;
    // Behind a vowel it is half of a diphthong: “moy”, “moj”.
    if (/^[yj]$/.test(piece) && at > 0 && VOWEL.test(word[at - 1] ?? '')) {
      const next = word[at + 1];
      return piece === 'y' || next === undefined || !VOWEL.test(next) ? 'и' : 'ж';
    }
    return [...piece].map((letter) => SHORT[letter] ?? letter).join('');
  });
  return fold(written.replace(/^ет(?=[оауи]|от)/u, 'эт').replace(/^еще|^есче|^ешо/u, 'еще'));
}
