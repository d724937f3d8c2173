/**
 * What a text sets against one another, whatever words stand between: two colours, two sizes, two numbers of
 * pieces. They are found across clauses: “mial byc zielony, a jest niebieski”.
 */
import type { Found } from './pattern.ts';
import { fold, type Token } from './tokens.ts';

export const CONTRASTS: ReadonlySet<string> = new Set([
  'two-colours',
  'two-sizes',
  'fewer',
  'two-months',
  'longer',
]);

const LETTER_SIZES = new Set('xs s m l xl xxl xxxl pp g gg eg'.split(' '));
/** Numbers of clothes and shoes; others are amounts, lengths and years. */
const isNumberSize = ({ isNumber, isDay, word }: Token) =>
  isNumber && !isDay && word.length === 2 && Number(word) >= 30 && Number(word) <= 56;
/** So many pieces are ordered at most; more is a number of something. */
const MOST_PIECES = 200;

/** So many letters of a month tell it however it is bent, “sierpień” and “w sierpniu”; a short one stands whole. */
const LETTERS_OF_MONTH = 4;
const MONTHS: readonly (readonly [name: string, month: string])[] = [
  'en',
  'ru',
  'es',
  'pt',
  'fr',
  'de',
  'pl',
].flatMap((language) =>
  // Alone and behind a day: “май” and “15 мая”.
  [{}, { day: 'numeric' } as const].flatMap((day) => {
    const written = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', ...day });
    return Array.from({ length: 12 }, (_, month) => {
      const parts = written.formatToParts(Date.UTC(2026, month, 15));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      return [fold(name), String(month + 1)] as const;
    });
  }),
);
/** Short names that are bent otherwise than by what is put behind them: “w maju”, «в июне». */
const BENT: ReadonlyMap<string, string> = new Map([
  ...['maju', 'majem', 'мае', 'маю', 'маем'].map((word) => [word, '5'] as const),
  ...['июне', 'июню', 'июнем'].map((word) => [word, '6'] as const),
  ...['июле', 'июлю', 'июлем'].map((word) => [word, '7'] as const),
  ...['lutym', 'lutemu'].map((word) => [word, '2'] as const),
]);
const isMonth = (word: string, name: string): boolean =>
  name.length <= LETTERS_OF_MONTH
    ? word === name
    : word.startsWith(name.slice(0, LETTERS_OF_MONTH)) && word.length <= name.length + 2;
const MONTH_SIGN = /^[月월]$/u;
const HAN_DIGITS = '〇一二三四五六七八九十';
/** Which month a word or a figure before 月 and 월 is; a longer word is another one. */
const monthOf = (
  { word, isNumber }: Token,
  next: Token | undefined,
  before: Token | undefined,
): string | null =>
  next && MONTH_SIGN.test(next.word) && HAN_DIGITS.includes(word)
    ? String(HAN_DIGITS.indexOf(word) + (before?.word === '十' ? 10 : 0))
    : isNumber
      ? next && MONTH_SIGN.test(next.word) && Number(word) <= 12
        ? word
        : null
      : (BENT.get(word) ?? MONTHS.find(([name]) => isMonth(word, name))?.[1] ?? null);

/**
 * Numbers of pieces in words, from one on, as they stand beside pieces. What a language also uses as its article is
 * left out.
 */
const SAID: ReadonlyMap<string, number> = new Map(
  [
    'two three four five six seven eight nine ten eleven twelve',
    'dos tres cuatro cinco seis siete ocho nueve diez once doce',
    'dois tres quatro cinco seis sete oito nove dez onze doze',
    'duas',
    'deux trois quatre cinq six sept huit neuf dix onze douze',
    'zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
    'dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec',
    'dwie trzech czterech pieciu szesciu siedmiu osmiu dziewieciu dziesieciu',
    'dwoch',
    'два три четыре пять шесть семь восемь девять десять',
    'две трех четырех пяти шести семи восьми девяти десяти',
    'двух',
  ]
    .flatMap((row) => row.split(' ').map((word, i) => [word, i + 2] as const))
    .concat('uno eins jeden jedna jedno один одна одну одно'.split(' ').map((word) => [word, 1])),
);

/** Tens and more, in which days and weeks of waiting are told. */
const TENS: ReadonlyMap<string, number> = new Map(
  [
    'ten twenty thirty forty fifty sixty',
    'diez veinte treinta cuarenta cincuenta sesenta',
    'dez vinte trinta quarenta cinquenta sessenta',
    'dix vingt trente quarante cinquante soixante',
    'zehn zwanzig dreissig vierzig funfzig sechzig',
    'dziesiec dwadziescia trzydziesci czterdziesci piecdziesiat szescdziesiat',
    'десять двадцать тридцать сорок пятьдесят шестьдесят',
  ]
    .flatMap((row) => row.split(' ').map((word, i) => [word, 10 * (i + 1)] as const))
    .concat(
      'fifteen quince quinze funfzehn pietnascie пятнадцать'
        .split(' ')
        .map((word) => [word, 15] as const),
    ),
);
/** Days and weeks; what is counted in them and then counted higher has taken longer than was said. */
const SPAN =
  /^(?:days?|weeks?|dias?|semanas?|jours?|semaines?|tagen?|tage|wochen?|dni|dnia|tygodni\w*|дн\p{L}*|недел\p{L}*|天|周|일|주)$/u;

/** “2 days 3 hours” is one span; “fifteen days, now fifty” are two. */
const endsSpan = (count: Token | undefined, next: Token | undefined): boolean =>
  next === undefined || next.clause !== count?.clause || SPAN.test(next.word);

/** The first place of each kind that differs from one before it: the two places; null where all are alike. */
function firstTwo(
  tokens: readonly Token[],
  kindOf: (token: Token, at: number) => string | null,
): [number, number] | null {
  let first: { at: number; kind: string } | null = null;
  for (const [at, token] of tokens.entries()) {
    const kind = kindOf(token, at);
    if (kind === null) continue;
    if (first === null) first = { at, kind };
    else if (kind !== first.kind) return [first.at, at];
  }
  return null;
}

/**
 * @param colours names of colours, as a list of a language has them: whole words, or beginnings with `*`.
 */
export function createContrasts(colours: readonly string[]): (tokens: readonly Token[]) => Found[] {
  const names = colours.map((name) => name.replace(/\*$/u, ''));
  const isWhole = colours.map((name) => !name.endsWith('*'));
  const colourOf = ({ word }: Token): string | null =>
    names.find((name, i) => (isWhole[i] ? word === name : word.startsWith(name))) ?? null;
  return (tokens) => {
    const found = (cue: string, at: readonly number[] | null): Found[] =>
      at === null ? [] : [{ cue, at: [...at] }];
    // “39s” are shoes, no letter.
    const letters = firstTwo(tokens, ({ word, from }, at) =>
      LETTER_SIZES.has(word) && !(tokens[at - 1]?.isNumber && tokens[at - 1]?.to === from)
        ? word
        : null,
    );
    const numbers = firstTwo(tokens, (token) => (isNumberSize(token) ? token.word : null));
    const counts = tokens.flatMap((token, at) => {
      const value = token.isNumber ? Number(token.word) : (SAID.get(token.word) ?? 0);
      return !token.isDay && value > 0 && value <= MOST_PIECES ? [{ at, value }] : [];
    });
    const [more, fewer] = counts;
    const spans = tokens.flatMap((token, at) => {
      const value = token.isNumber
        ? Number(token.word)
        : (SAID.get(token.word) ?? TENS.get(token.word) ?? 0);
      return !token.isDay && value > 0 && value <= MOST_PIECES ? [{ at, value }] : [];
    });
    const [said, taken] = spans;
    const isLonger =
      spans.length === 2 &&
      said !== undefined &&
      taken !== undefined &&
      taken.value > said.value &&
      SPAN.test(tokens[said.at + 1]?.word ?? '') &&
      endsSpan(tokens[taken.at], tokens[taken.at + 1]);
    return [
      ...found('two-colours', firstTwo(tokens, colourOf)),
      ...found('two-sizes', letters ?? numbers),
      ...found(
        'two-months',
        firstTwo(tokens, (token, at) => monthOf(token, tokens[at + 1], tokens[at - 1])),
      ),
      ...found('longer', isLonger ? [said.at, taken.at] : null),
      ...found(
        'fewer',
        counts.length === 2 && more && fewer && fewer.value < more.value
          ? [more.at, fewer.at]
          : null,
      ),
    ];
  };
}
