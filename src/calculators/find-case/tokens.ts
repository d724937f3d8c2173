/** Cuts a text into the pieces that cues are made of. */

/** A word, a figure, or one sign of a script that writes without spaces. */
export interface Token {
  /** Lower case, without accents; what cues are compared with. */
  word: string;
  /** Where it stands in the text as it was given, from and to. */
  from: number;
  to: number;
  /** Pieces of one clause share a number; a cue never reaches from one clause into another. */
  clause: number;
  isNumber: boolean;
  /** Part of a day that is written in figures, 10/03 or 9월; no size and no number of pieces. */
  isDay?: boolean;
}

const PIECE =
  /(\p{Script=Han}|\p{Script=Hangul})|(\p{N}+)|((?:(?!\p{Script=Han}|\p{Script=Hangul})[\p{L}\p{M}])+)|([.,;:!?\n。，；：！？…()（）"“”«»|\t/])/gu;

/** What stands behind the apostrophe of an English short form, which is one word: didn’t, it’s. */
const SHORT_FORM = /^(?:t|s|m|d|re|ve|ll)$/;
const APOSTROPHE = /['’‘`´ʼ]/;

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  œ: 'oe',
  æ: 'ae',
};

/**
 * Width, case and accents make no difference, and a letter typed three times or more stands twice.
 * Syllables of Korean stay whole.
 */
export function fold(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  const plain = /^[\x20-\x7e]*$/.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
        .replace(/[ßłøđœæ]/g, (letter) => LETTERS[letter] ?? letter);
  return plain.replace(/(\p{L})\1{2,}/gu, '$1$1');
}

/** What stands around the figures of a day. */
const DAY_BEHIND = /^(?:[月월日号]|\/\d{1,2}(?!\d))/u;
const DAY_BEFORE = /\d\/$/u;

/** The pieces of a text, in order. Linear in its length. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  for (const match of text.matchAll(PIECE)) {
    const [piece, unspaced, figures, letters] = match;
    const from = match.index;
    const to = from + piece.length;
    if (unspaced === undefined && figures === undefined && letters === undefined) {
      // 1.70 and 23:59 are no ends of a clause.
      const inside = /\d/.test(text[from - 1] ?? '') && /\d/.test(text[to] ?? '');
      if (!inside) clause += 1;
      continue;
    }
    const word = fold(piece);
    const last = tokens.at(-1);
    const isShortForm =
      last?.to === from - 1 &&
      letters !== undefined &&
      APOSTROPHE.test(text[from - 1] ?? '') &&
      SHORT_FORM.test(word) &&
      !last.isNumber;
    if (isShortForm) {
      last.word += word;
      last.to = to;
    } else if (word !== '')
      tokens.push({
        word,
        from,
        to,
        clause,
        isNumber: figures !== undefined,
        ...(figures !== undefined &&
          (DAY_BEHIND.test(text.slice(to, to + 4)) ||
            DAY_BEFORE.test(text.slice(Math.max(0, from - 2), from))) && { isDay: true }),
      });
  }
  return tokens;
}
