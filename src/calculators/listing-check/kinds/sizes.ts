import { hasGap, held, rewritten, spanOf, type Folded, type Span } from '../text.ts';
import { countsIn, findAll, findAt, type Asked, type Find, type Part } from '../engine.ts';

const decimal = (text: string) => Number(text.replace(',', '.'));

const SIZE = '((?:3[3-9]|4\\d)(?:[.,]5)?)';
const LENGTH =
  '(?:((?:2\\d|3[0-2])(?:[.,]\\d)?)\\s?(?:cm|см|厘米)|((?:2\\d|3[0-2])\\d)\\s?(?:mm|мм|毫米))';
const SIZE_THEN_LENGTH = `(?:(?:eur? size|eur?|е[uв]р?|размер|欧码)\\s?)?${SIZE}\\s?(?:码|размер)?\\s?[(:=–—,、-]*\\s?(?:对应|适合|适用)?\\s?(?:eur?)?\\s?(?:foot length|insole|cm|стелька|脚长|内长)?\\s?${LENGTH}`;
const LENGTH_THEN_SIZE = `${LENGTH}[^\\S\\n]?[(:=–—-]*[^\\S\\n]?(?:is\\s|это\\s|是)?(?:eur?|欧码|размер)\\s?${SIZE}(?![.,]?\\d)`;
/** European sizes beside a length: `EU 43 (26.5 cm)`, `26.5cm = EU 43`, `43码 265mm`; in a line of them each stands in one pair. */
const PAIR = new RegExp(`(?<![\\p{N}.,])(?:${SIZE_THEN_LENGTH}|${LENGTH_THEN_SIZE})`, 'gu');

interface Row {
  part: Part;
  span: Span;
  /** Where its size stands. */
  at: Span;
  size: number;
  cm: number;
}

/** Where a group of a match stands, looked for from its beginning or from its end. */
function groupAt(text: Folded, match: RegExpExecArray, group: string, fromEnd = false): Span {
  const within = fromEnd ? match[0].lastIndexOf(group) : match[0].indexOf(group);
  return spanOf(text, match.index + within, match.index + within + group.length);
}

function rowsIn(part: Part): Row[] {
  return findAll(PAIR, part.text).map(({ span, match }) => {
    const first = held(match, 1);
    const size = first || held(match, 6);
    const cm = held(match, 2) || held(match, 4);
    return {
      part,
      span,
      at: groupAt(part.text, match, size, first === ''),
      size: decimal(size),
      cm: cm === '' ? Number(held(match, 3) || held(match, 5)) / 10 : decimal(cm),
    };
  });
}

/** European size of a foot: Paris points of two thirds of a centimetre, and what the last adds. */
const euSize = (cm: number): number => 1.5 * cm + 2;
/** The half sizes on either side of it: makers round either way. */
function halvesAround(size: number): string {
  const [low, high] = [Math.floor(size * 2) / 2, Math.ceil(size * 2) / 2];
  return low === high ? `${low}` : `${low}–${high}`;
}
/** The old Chinese size that is printed as European. */
const oldChineseSize = (cm: number): number => (cm * 10) / 5 - 10;

/** A row of a chart that is more than a size from what its own centimetres give. */
export function shoeChart({ parts }: Asked): Find[] {
  const rows = countsIn(parts).flatMap(rowsIn);
  const wrong = rows.filter(({ size, cm }) => Math.abs(euSize(cm) - size) > 1);
  const [first] = wrong;
  if (!first) return [];
  return [
    findAt(first.part, first.span, {
      values: {
        size: first.size,
        cm: first.cm,
        should: Math.round(euSize(first.cm) * 100) / 100,
        chinese: oldChineseSize(first.cm) === first.size ? 'yes' : 'no',
        rows: wrong.length,
      },
      repair: rewritten(
        first.part.text.raw,
        first.span,
        wrong
          .filter(({ part }) => part === first.part)
          .map(({ at, cm }) => ({ ...at, by: `[[${halvesAround(euSize(cm))}]]` })),
      ),
    }),
  ];
}

/** Centimetres in a shoe chart without a word on what was measured. */
export function footOrInsole({ parts }: Asked, words: readonly string[]): Find[] {
  const rows = countsIn(parts).flatMap(rowsIn);
  const [first, second] = rows;
  // One size is an example; two are a chart.
  if (!first || !second) return [];
  const said = new RegExp(words.join('|'), 'u');
  if (parts.some(({ text }) => said.test(text.folded) || hasGap(text.raw))) return [];
  return [findAt(first.part, first.span)];
}

const CHEST =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])(s|m|l|xl)\s?码?\s?[(:=–—,、-]*\s?(?:chest|bust|грудь|обхват груди|胸围)\s?[:=]?\s?(\d{2,3})\s?(?:cm|см|厘米)/gu;
/** The smallest bust and the largest chest a letter stands for. */
const LETTERS: Readonly<Record<string, { low: number; high: number }>> = {
  s: { low: 82, high: 94 },
  m: { low: 90, high: 102 },
  l: { low: 98, high: 110 },
  xl: { low: 107, high: 119 },
};

/** Letters that stand for so many centimetres. */
function lettersFor(cm: number): string {
  const fit = Object.entries(LETTERS).filter(([, { low, high }]) => cm >= low && cm <= high);
  if (fit.length > 0) return fit.map(([letter]) => letter.toUpperCase()).join(' / ');
  return cm < 100 ? '< S' : '> XL';
}

/** A letter whose chest lies outside what the letter stands for in Europe. */
export function letterChest({ parts }: Asked): Find[] {
  for (const part of countsIn(parts)) {
    const wrong = findAll(CHEST, part.text).flatMap(({ span, match }) => {
      const name = held(match, 1);
      const letter = LETTERS[name];
      const cm = Number(match[2]);
      if (!letter || (cm >= letter.low && cm <= letter.high)) return [];
      const edit = { ...groupAt(part.text, match, name), by: `[[EU ${lettersFor(cm)}]]` };
      return [{ span, values: { letter: name.toUpperCase(), cm, ...letter }, edit }];
    });
    const [first] = wrong;
    if (!first) continue;
    const { span, values } = first;
    const edits = wrong.map(({ edit }) => edit);
    return [findAt(part, span, { values, repair: rewritten(part.text.raw, span, edits) })];
  }
  return [];
}

/** Letter sizes among the SKUs, and no centimetres anywhere. */
export function letterOnly({ parts, listing }: Asked): Find[] {
  const letters = listing.skus.flatMap(({ name }, index) =>
    /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])(?:xs|s|m|l|xl|xxl|[2-6]xl)(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])/iu.test(
      name,
    )
      ? [{ name, index }]
      : [],
  );
  const [first, second] = letters;
  if (!first || !second) return [];
  const isMeasured = ({ text }: Part) =>
    /\d\s?(?:cm|см|厘米|公分)/u.test(text.folded) || hasGap(text.raw);
  if (parts.some(isMeasured)) return [];
  if (listing.pictures?.some(({ kind }) => kind === 'size')) return [];
  return [
    {
      part: `skus.${first.index}.name`,
      start: 0,
      end: first.name.length,
      words: first.name,
      values: { sizes: letters.length },
    },
  ];
}

/** “30 cm (2 in 1)” holds no inches. */
const BOTH =
  /(?<![\p{N}.,])(\d{1,4}(?:[.,]\d{1,2})?)\s?(?:cm|см|厘米)\s?[/(=≈]+\s?(\d{1,4}(?:[.,]\d{1,2})?)\s?(?:in(?:ch(?:es)?)?(?!\p{Script=Latin}|\s\d)|"|''|”|дюйм\p{L}*|英寸)/gu;
const INCH = 2.54;
const rounded = (length: number) => Math.round(length * 100) / 100;
const SLACK = 0.03;

/** Centimetres beside inches that are not the same length. */
export function centimetresAndInches({ parts }: Asked): Find[] {
  return countsIn(parts).flatMap((part) =>
    findAll(BOTH, part.text).flatMap(({ span, match }) => {
      const cm = decimal(held(match, 1));
      const inch = decimal(held(match, 2));
      const written = held(match, 2);
      // Rounded as written: 10 in may be anything from 9.5 to 10.5.
      const digits = /[.,](\d+)/.exec(written)?.[1]?.length ?? 0;
      const round = 0.5 / 10 ** digits;
      if (Math.abs(cm / INCH - inch) <= Math.max(round, SLACK * inch)) return [];
      return [
        findAt(part, span, {
          values: { cm, inch, should: rounded(cm / INCH) },
          // Only the seller knows which of the two was measured.
          repair: rewritten(part.text.raw, span, [
            {
              ...groupAt(part.text, match, held(match, 1)),
              by: `[[${cm} / ${rounded(inch * INCH)}]]`,
            },
            {
              ...groupAt(part.text, match, held(match, 2), true),
              by: `[[${rounded(cm / INCH)} / ${inch}]]`,
            },
          ]),
        }),
      ];
    }),
  );
}
