import { onceFor } from '../../shared/once-for.ts';
import { among } from '../letters.ts';
import type { Folded } from '../text.ts';

/** Not inside a word or a longer number; Chinese has no spaces between words and numbers. */
export const FREE = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}.,])';
export const CLOSED = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])';
/** A number written as a word stands alone: 第一 is no one. */
const ALONE = `(?:${FREE}(?=\\d)|(?<![\\p{L}\\p{N}]))`;
export const AMOUNT = '\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,7}(?:[.,]\\d{1,3})?';

type Spelled = Readonly<Record<string, number>>;

/** A number of a text and the end of its range, before whatever it counts: `100-240`V, `2,5` кг. */
interface Written {
  index: number;
  /** Where the unit would begin. */
  end: number;
  amount: string;
  /** The end of a range; undefined where there is none. */
  high: string | undefined;
}

/** Where numbers in digits stand; a second way of finding them also takes those written as words. */
const finderOf = onceFor(makeFinder);

function makeFinder(spelled: Spelled): RegExp {
  const words = Object.keys(spelled).sort((a, b) => b.length - a.length);
  const amount = [AMOUNT, ...words].join('|');
  return new RegExp(`${ALONE}(${amount})(?:\\s?[-–~]\\s?(${AMOUNT}))?[ -]?`, 'gu');
}
export const DIGITS: Spelled = {};

const known = new WeakMap<Folded, Map<Spelled, Written[]>>();

/**
 * Every number of a text, looked for once for all properties that count by it. The next one is sought from
 * the very next sign, since the end of a range may be a number of its own: in `2-3-4 cm` the range is 3-4.
 */
export function writtenIn(text: Folded, spelled: Spelled = DIGITS): readonly Written[] {
  let ways = known.get(text);
  if (!ways) known.set(text, (ways = new Map<Spelled, Written[]>()));
  let found = ways.get(spelled);
  if (!found) {
    found = [];
    const finder = among(finderOf(spelled), text.few);
    finder.lastIndex = 0;
    for (let match = finder.exec(text.folded); match; match = finder.exec(text.folded)) {
      const { index } = match;
      found.push({ index, end: finder.lastIndex, amount: match[1] ?? '', high: match[2] });
      finder.lastIndex = index + 1;
    }
    ways.set(spelled, found);
  }
  return found;
}

/** Ways to read a written number: `1,000` is a thousand or one. */
export function readings(text: string, spelled: Spelled): number[] {
  const word = spelled[text];
  if (word !== undefined) return [word];
  const decimal = Number(text.replace(',', '.'));
  return /^[1-9]\d{0,2}(?:,\d{3})+$/.test(text)
    ? [Number(text.replaceAll(',', '')), ...(Number.isNaN(decimal) ? [] : [decimal])]
    : [decimal];
}
