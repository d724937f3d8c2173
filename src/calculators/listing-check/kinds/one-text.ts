import { findAt, inside, standsIn, type Asked, type Find, type Part } from '../engine.ts';
import { fold, overlaps, patterns, type Folded, type Span } from '../text.ts';
import { isAlike } from './alike.ts';
import { isAsked, propertyOf, saysIn, wordsIn, type Stated } from './properties.ts';

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

/** “100 % cotton” beside another fibre, in one text or in the next: both cannot be what arrives. */
export function pureMaterial(asked: Asked, options: PureOptions): Find[] {
  const known = propertyOf(asked, options.property);
  if (!known || !isAsked(asked, known)) return [];
  const before = new RegExp(`(?:${options.before.join('|')})$`, 'u');
  const within = new RegExp(`^(?:${options.before.join('|')})`, 'u');
  const behind = new RegExp(`^(?:${options.behind.join('|')})`, 'u');
  const isPure = ({ raw }: Folded, { start, end }: Span) =>
    before.test(fold(raw.slice(Math.max(0, start - NEAR), start)).folded) ||
    within.test(fold(raw.slice(start, end)).folded) ||
    behind.test(fold(raw.slice(end, end + NEAR)).folded);
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
  const between = new RegExp(`^\\s*(?:${options.between.join('|')})\\s*$`, 'u');
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
    if (between.test(fold(gap).folded)) return [];
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
