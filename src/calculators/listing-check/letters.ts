import { onceFor } from '../shared/once-for.ts';

/**
 * A class of all the world's letters is thousands of stretches, which an engine compiles anew for each pattern
 * that has it: half a millisecond, twice for the two borders of a word, for some hundreds of patterns. Nearly
 * all texts hold only the letters below, and in those a class of these few finds the same.
 */
const FEW: Readonly<Record<string, string>> = {
  L: 'A-Za-zЁёА-я\\u4e00-\\u9fff',
  N: '0-9',
  'Script=Latin': 'A-Za-z',
  'Script=Cyrillic': 'ЁёА-я',
  'Script=Han': '\\u4e00-\\u9fff',
};

const FEW_ALONE = /^[\t\n\r -~ЁёА-я\u4e00-\u9fff]*$/;
/** A letter or a figure that is none of them. */
const OTHER =
  /(?![0-9A-Za-zЁёА-я\u4e00-\u9fff])[\p{L}\p{N}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}]/u;

/** Whether a text has letters and figures of these few only; all other signs may stand in it. */
export const hasFew = (text: string): boolean => FEW_ALONE.test(text) || !OTHER.test(text);

const PARTS = /\\[pP]\{([^}]*)\}|\\[^]|[[\]]/gu;

/** A regular expression as it finds the same in a text of these few letters. */
export function amongFew(source: string): string {
  let isInClass = false;
  return source.replace(PARTS, (sign: string, name = '') => {
    if (sign === '[' || sign === ']') isInClass = sign === '[';
    const few = sign.startsWith('\\p') ? FEW[name] : undefined;
    return few === undefined ? sign : isInClass ? few : `[${few}]`;
  });
}

const forFew = onceFor(makeForFew);

function makeForFew(regex: RegExp): RegExp {
  const source = amongFew(regex.source);
  return source === regex.source ? regex : new RegExp(source, regex.flags);
}

/** The pattern to look through a text with; the same but for how long it takes. */
export const among = (regex: RegExp, few: boolean): RegExp => (few ? forFew(regex) : regex);
