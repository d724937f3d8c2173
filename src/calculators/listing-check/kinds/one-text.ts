import { findAt, inside, standsIn, type Asked, type Find, type Part } from '../engine.ts';
import { expression, fold, overlaps, patterns, type Folded, type Span } from '../text.ts';
import { isAlike } from './alike.ts';
import { consistency, isAsked, propertyOf, saysIn, wordsIn } from './properties.ts';
import type { Stated } from './stated.ts';

const titleOf = ({ parts }: Asked): Part | undefined =>
  parts.find(({ scope }) => scope === 'title');

/** How far before a word its “100 %” may stand. */
const NEAR = 24;

interface PureOptions {
  property: string;
  group: string;
  /** Words that say that there is nothing else, right before a material or right behind it. */
  before: readonly string[];
  behind: readonly string[];
  /** Words of another part of the goods, or of a blend: then nothing is claimed of the whole. */
  not: readonly string[];
}

/** Whether a find sets the parts of these two against one another. */
const isOfBoth = ({ part, values }: Find, one: Stated, other: Stated): boolean => {
  const parts = [one.part.part, other.part.part];
  return parts.includes(part) && parts.includes(String(values?.['where']));
};

/** “100 % cotton” beside another fibre, in one text or in the next: both cannot be what arrives. */
export function pureMaterial(asked: Asked, options: PureOptions): Find[] {
  const known = propertyOf(asked, options.property);
  if (!known || !isAsked(asked, known)) return [];
  const before = expression(`(?:${options.before.join('|')})$`);
  const within = expression(`^(?:${options.before.join('|')})`);
  const behind = expression(`^(?:${options.behind.join('|')})`);
  const isPure = ({ raw }: Folded, { start, end }: Span) =>
    standsIn(before, fold(raw.slice(Math.max(0, start - NEAR), start))) ||
    standsIn(within, fold(raw.slice(start, end))) ||
    standsIn(behind, fold(raw.slice(end, end + NEAR)));
  const said = [
    titleOf(asked),
    ...asked.parts.filter(({ scope }) => scope === 'attribute'),
  ].flatMap((part) =>
    part && saysIn(part, known) && !standsIn(patterns(options.not), part.text)
      ? wordsIn(part, known, options.group, asked.words)
      : [],
  );
  // Shares are compared for each fibre by itself.
  const isShared = ({ raw }: Folded) => /(?<!\d)\d{1,2} ?[%％]/u.test(raw);
  for (const pure of said) {
    if (!isPure(pure.part.text, pure) || isShared(pure.part.text)) continue;
    const other = said.find((one) => one.value !== pure.value && !isShared(one.part.text));
    if (!other) continue;
    // Where the two parts have no fibre in common, that is the dispute, and it is told already.
    if (consistency(options.property, asked).some((told) => isOfBoth(told, pure, other))) continue;
    return [
      findAt(pure.part, pure, {
        values: {
          property: options.property,
          other: other.part.text.raw.slice(other.start, other.end),
          where: other.part.part,
        },
        also: said
          .filter((one) => one.part === pure.part && one !== pure && one.value === pure.value)
          .map(({ start, end }) => ({ start, end, by: '' })),
      }),
    ];
  }
  return [];
}

interface TwoOptions {
  properties: readonly string[];
  not: readonly string[];
  /** What stands between two options. */
  between: readonly string[];
}

/**
 * One property given two values in one title, while the options do not have both. Three values are a list of
 * options; without options it cannot be told, and is no more than advice.
 */
export function twoInTitle(asked: Asked, options: TwoOptions): Find[] {
  const title = titleOf(asked);
  if (!title || standsIn(patterns(options.not), title.text)) return [];
  const between = expression(`^\\s*(?:${options.between.join('|')})\\s*$`);
  return options.properties.flatMap((id) => {
    const known = propertyOf(asked, id);
    if (!known || !isAsked(asked, known)) return [];
    const { property } = known;
    const of = (parts: readonly Part[]) => parts.flatMap((part) => known.statedIn(part));
    const [first, second, ...more] = distinct(
      of([title]).filter((one) => !inside(one, title.brands)),
      (a, b) => isAlike(a, b, property),
    );
    if (!first || !second || more.length > 0 || first.group !== second.group) return [];
    const gap = title.text.raw.slice(first.end, second.start);
    if (standsIn(between, fold(gap))) return [];
    const others = of(
      asked.parts.filter(
        (part) => part.scope === 'sku' || (part.scope === 'attribute' && saysIn(part, known)),
      ),
    );
    const has = (one: Stated) => others.some((other) => isAlike(one, other, property));
    if (has(first) && has(second)) return [];
    const wordsAt = ({ start, end }: Span) => title.text.raw.slice(start, end);
    return [
      findAt(title, has(first) ? second : first, {
        values: {
          property: id,
          other: wordsAt(has(first) ? first : second),
          where: 'title',
        },
        also: known
          .everyIn(title)
          .filter((one) => !overlaps(one, has(first) ? second : first))
          .map(({ start, end }) => ({ start, end, by: '' })),
        ...(asked.listing.skus.length === 0 && property.kind !== 'words'
          ? { severity: 'advice' as const }
          : {}),
      }),
    ];
  });
}

/** The first of all that are alike, in their order. */
function distinct<One>(all: readonly One[], isSame: (a: One, b: One) => boolean): One[] {
  const found: One[] = [];
  for (const one of all) if (!found.some((other) => isSame(one, other))) found.push(one);
  return found;
}
