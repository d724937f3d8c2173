import { onceFor } from '../../shared/once-for.ts';
import { held } from '../text.ts';
import { findAll } from '../engine.ts';
import type { Folded, Span } from '../text.ts';

const FREE = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}.,])';
const UNIT = 'mm|мм|毫米|cm|см|厘米|公分|inch(?:es)?|in|дюйм\\p{L}*|英寸|"|m|м|米';
const SIDE = `(\\d{1,5}(?:[.,]\\d{1,2})?)\\s?(${UNIT})?`;
const BY = '\\s?[x×х*]\\s?';

/** `150x200 cm`, `1.5*2米`, `60 cm x 40 cm x 5 cm`. */
const SIZE = new RegExp(
  `${FREE}${SIDE}${BY}${SIDE}(?:${BY}${SIDE})?(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}])`,
  'gu',
);
/** The unit in the name of an attribute: `Размер, см`. */
const NAMED = new RegExp(`[(（,，]\\s*(${UNIT})\\s*[)）.]?\\s*$`, 'u');

const inMillimetres = (unit: string): number =>
  /^(?:mm|мм|毫米)$/.test(unit)
    ? 1
    : /^(?:cm|см|厘米|公分)$/.test(unit)
      ? 10
      : /^(?:m|м|米)$/.test(unit)
        ? 1000
        : 25.4;

/** Two numbers without a unit that may be anything: a zoom, pixels, a count by a count. */
const mayBeOther = (sides: readonly number[]): boolean =>
  sides.some((side) => side < 20) || sides.every((side) => side >= 320);

/** Sizes of things in a text, their sides in millimetres where a unit says so, else as written. */
export function sizesIn(text: Folded, name: Folded): (Span & { sides: number[] })[] {
  if (!text.has.digit) return [];
  const named = NAMED.exec(name.folded)?.[1];
  return findAll(SIZE, text).flatMap(({ span, match }) => {
    const units = [match[2], match[4], match[6]];
    const last = units.filter((unit) => unit !== undefined).at(-1) ?? named;
    const numbers = [match[1], match[3], match[5]].flatMap((side, i) =>
      side === undefined ? [] : [{ side: Number(side.replace(',', '.')), unit: units[i] ?? last }],
    );
    if (last === undefined && name.raw === '' && mayBeOther(numbers.map(({ side }) => side)))
      return [];
    const sides = numbers.map(({ side, unit }) => side * (unit ? inMillimetres(unit) : 1));
    return sides.every((side) => side > 0) ? [{ ...span, sides }] : [];
  });
}

/** `DX-500`, `GS 27`, `iPhone 13`: letters and the number behind them. */
const CODE =
  /(?<![\p{L}\p{N}])((?:\p{Script=Latin}|\p{Script=Cyrillic}){2,10}(?=[- ]?\d)|[a-z](?=-?\d{3,6}))[- ]?(\d{1,6})([a-z]{0,2})(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/gu;
const CODE_IN_HAN =
  /(?<=\p{Script=Han})([a-z]{2,10}(?=[- ]?\d)|[a-z](?=-?\d{3,6}))[- ]?(\d{1,6})([a-z]{0,2})(?![a-z\p{N}])/gu;

type Code = Span & { letters: string; code: string };

/** Codes of models; the letters are what two codes of one maker share. */
export const codesIn = onceFor(readCodes);

function readCodes(text: Folded): readonly Code[] {
  if (!text.has.digit) return [];
  return [...findAll(CODE, text), ...(text.has.han ? findAll(CODE_IN_HAN, text) : [])].map(
    ({ span, match }) => ({
      ...span,
      letters: held(match, 1),
      code: `${held(match, 1)}${held(match, 2)}`,
    }),
  );
}
