/** Words that stand behind a number, in nine languages: what it counts, and thousands written as a word. */

/** What a number counts. A full stop may follow; accents and case make no difference. */
export const UNITS = {
  things:
    'pcs pc pieces piece units unit ea items item times rows row' +
    ' 单 笔 件 个 起 例 次 宗 位 人 名 票 份 条 只 台 张 部 枚 行' +
    ' шт штук штуки штука штуку ед единиц единицы раз раза строк строки строка' +
    ' uds ud unidades unidad piezas pieza pzas pza veces' +
    ' un und unid unids pecas peca pcas vezes' +
    ' pieces unites unite fois stuck stucke stk st mal' +
    ' szt sztuk sztuki sztuka razy 개 건 명 회 번 점 행',
  days:
    'days day d 天 日 день дня днеи дн сутки суток сут dias dia jours jour j' +
    ' tage tagen tag dni dnia dzien 일',
  length:
    'cm centimetres centimetre centimeters centimeter 厘米 公分 см сантиметр сантиметра сантиметров' +
    ' centimetros centimetro zentimeter centymetrow centymetry centymetr 센티미터 센티',
} as const;

/** How many one of the words stands for. */
const MULTIPLES: Readonly<Record<string, bigint>> = {
  'k к 千 仟 천 thousand thousands тыс тысяч тысяча тысячи тысячу mille tsd tausend tys tysiac tysiace tysiecy':
    1000n,
  '万 萬 만': 10_000n,
  'million millions mln mio млн миллион миллиона миллионов millon millones milhao milhoes millionen 백만':
    1_000_000n,
  '亿 億 억': 100_000_000n,
};

/** A thousand in Spanish and Portuguese, a million in English shops. */
const TWO_MEANINGS = { word: 'mil', large: 1_000_000n, small: 1000n };

/** Words that only Spanish and Portuguese count with. */
const IBERIAN = /^(?:uds?|unidad(?:es)?|piezas?|pzas?|veces|unids?|pecas?|pcas|vezes)\.?$/;

/** Without accents and capitals; as long as what was given. */
const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .replace(
      /[\p{Script=Latin}\p{Script=Cyrillic}]/gu,
      (letter) => letter.normalize('NFD')[0] ?? '',
    )
    .toLowerCase();

const behind = (words: string) =>
  new RegExp(
    `(?:${words
      .split(' ')
      .sort((a, b) => b.length - a.length)
      .join('|')})\\.?$`,
    'u',
  );

let ends: { multiple: RegExp; sizes: Map<string, bigint> } | undefined;

/** A thousand or more as a word behind digits, the digits, and every size it can mean, the smaller first. */
export function takeMultiple(
  text: string,
): { digits: string; word: string; sizes: readonly bigint[] } | null {
  ends ??= {
    multiple: behind(`${Object.keys(MULTIPLES).join(' ')} ${TWO_MEANINGS.word}`),
    sizes: new Map(
      Object.entries(MULTIPLES).flatMap(([words, size]) =>
        words.split(' ').map((word) => [word, size] as const),
      ),
    ),
  };
  const found = ends.multiple.exec(plainWords(text))?.[0];
  if (found === undefined) return null;
  const digits = text.slice(0, text.length - found.length).trimEnd();
  if (!/\d$/.test(digits)) return null;
  const word = found.replace('.', '');
  const size = ends.sizes.get(word);
  if (size !== undefined) return { digits, word, sizes: [size] };
  // A decimal comma is not English.
  const certain = /^\d+,\d{1,2}$/.test(digits);
  return {
    digits,
    word,
    sizes: certain ? [TWO_MEANINGS.small] : [TWO_MEANINGS.small, TWO_MEANINGS.large],
  };
}

/** Whether the word behind a number is Spanish or Portuguese. */
export const isIberian = (word: string): boolean => IBERIAN.test(plainWords(word));

const patterns = new Map<string, RegExp>();

/** The word of a unit at the end of a text, as it is written; null where none stands there. */
export function wordOf(unit: keyof typeof UNITS, text: string): string | null {
  const pattern = patterns.get(unit) ?? behind(UNITS[unit]);
  patterns.set(unit, pattern);
  const found = pattern.exec(plainWords(text))?.[0];
  return found === undefined ? null : text.slice(-found.length);
}
