/**
 * What a text sets against one another, whatever words stand between: two colours, two sizes, two numbers of
 * pieces. They are found across clauses: “mial byc zielony, a jest niebieski”.
 */
import type { Found } from './pattern.ts';
import type { Token } from './tokens.ts';

export const CONTRASTS: ReadonlySet<string> = new Set(['two-colours', 'two-sizes', 'fewer']);

const LETTER_SIZES = new Set('xs s m l xl xxl xxxl pp g gg eg'.split(' '));
/** Numbers of clothes and shoes; others are amounts, lengths and years. */
const isNumberSize = ({ isNumber, word }: Token) =>
  isNumber && word.length === 2 && Number(word) >= 30 && Number(word) <= 56;
/** So many pieces are ordered at most; more is a number of something. */
const MOST_PIECES = 200;

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
    const letters = firstTwo(tokens, ({ word }) => (LETTER_SIZES.has(word) ? word : null));
    const numbers = firstTwo(tokens, (token) => (isNumberSize(token) ? token.word : null));
    const counts = tokens.flatMap((token, at) => {
      const value = Number(token.word);
      return token.isNumber && value > 0 && value <= MOST_PIECES ? [{ at, value }] : [];
    });
    const [more, fewer] = counts;
    return [
      ...found('two-colours', firstTwo(tokens, colourOf)),
      ...found('two-sizes', letters ?? numbers),
      ...found(
        'fewer',
        counts.length === 2 && more && fewer && fewer.value < more.value
          ? [more.at, fewer.at]
          : null,
      ),
    ];
  };
}
