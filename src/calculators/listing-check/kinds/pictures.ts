import { countsIn, figureOf, findAll, standsIn, type Asked, type Find } from '../engine.ts';
import { PICTURE_KINDS } from '../options.ts';
import type { Picture } from '../schema.ts';
import { expression, fold, hasGap, patterns } from '../text.ts';
import { FREE } from './numbers.ts';

/** Pictures as the lines they are pasted as. */
export const pictureLines = (pictures: readonly Picture[]): string =>
  pictures
    .map(({ kind, colour, text }) => {
      const rest = [colour, text].filter((one) => one.trim() !== '').join(' ');
      return rest === '' ? kind : `${kind}: ${rest.replace(/\n/g, ' ')}`;
    })
    .join('\n');

/** A list of pictures that lacks some; in the repaired one they are gaps. */
const missing = (
  { listing }: Pick<Asked, 'listing'>,
  values: Find['values'] = {},
  more: readonly string[] = [],
): Find[] => [
  {
    part: 'pictures',
    start: 0,
    end: 0,
    words: '',
    values,
    slots: {
      pictures: pictureLines(listing.pictures ?? []),
      more: more.map((kind) => `${kind}: [[…]]`).join('\n'),
    },
  },
];

/** Fewer pictures than anybody needs to see what is sold. */
export function fewPictures(asked: Asked, rule: string): Find[] {
  const { pictures } = asked.listing;
  const least = figureOf(asked, rule);
  if (!pictures || typeof least !== 'number' || pictures.length >= least) return [];
  const has = new Set(pictures.map(({ kind }) => kind));
  const lacking = PICTURE_KINDS.filter((kind) => !has.has(kind));
  const more = lacking.slice(0, least - pictures.length);
  return missing(asked, { count: pictures.length, least }, more);
}

/** No picture of a kind that settles a dispute before it begins. */
export function noPicture(
  { listing, parts }: Asked,
  kind: string,
  goods?: readonly string[],
): Find[] {
  if (!listing.pictures || listing.pictures.some((one) => one.kind === kind)) return [];
  if (goods && !parts.some(({ text }) => standsIn(patterns(goods), text))) return [];
  return missing({ listing });
}

/** Colours among the SKUs that no picture shows. */
export function colourPictures(
  { listing, parts }: Asked,
  colours: Readonly<Record<string, readonly string[]>>,
): Find[] {
  if (!listing.pictures) return [];
  const named = (raw: string) =>
    Object.entries(colours).flatMap(([colour, words]) =>
      standsIn(patterns(words), fold(raw)) ? [colour] : [],
    );
  const shown = new Set(
    listing.pictures.flatMap(({ colour, text }) => [...named(colour), ...named(text)]),
  );
  if (listing.pictures.every(({ colour }) => colour.trim() === '')) return [];
  const sold = new Map<string, { part: string; raw: string }>();
  for (const part of parts.filter(({ scope }) => scope === 'sku' || scope === 'attribute'))
    for (const colour of named(part.text.raw))
      if (!sold.has(colour)) sold.set(colour, { part: part.part, raw: part.text.raw });
  const without = [...sold].filter(([colour]) => !shown.has(colour));
  const [first] = without;
  if (!first) return [];
  return [
    {
      part: first[1].part,
      start: 0,
      end: first[1].raw.length,
      words: first[1].raw,
      values: {
        sold: sold.size,
        shown: sold.size - without.length,
        colours: without.map(([, { raw }]) => raw.slice(0, 40)).join(', '),
      },
      repair: [
        pictureLines(listing.pictures),
        ...without.map(([, { raw }]) => `colour: ${raw.slice(0, 40).replace(/\n/g, ' ')} [[…]]`),
      ].join('\n'),
      into: 'pictures',
    },
  ];
}

/** Words on the main picture. */
export function textOnMain({ listing }: Asked): Find[] {
  const pictures = listing.pictures ?? [];
  return pictures.flatMap(({ kind, text }, i) =>
    kind === 'main' && text.trim() !== '' && !hasGap(text)
      ? [
          {
            part: `pictures.${i}.text`,
            start: 0,
            end: text.length,
            words: text,
            slots: {
              before: pictureLines(pictures.slice(0, i)),
              behind: pictureLines(pictures.slice(i + 1)),
            },
          },
        ]
      : [],
  );
}

/** “5 colours”, and pictures of more of them. */
export function colourCount(
  { parts, listing }: Asked,
  options: { words: readonly string[] },
): Find[] {
  const regex = expression(`${FREE}(\\d{1,2})[ -]?(?:${options.words.join('|')})(?!\\p{L})`);
  const [first] = countsIn(parts)
    .filter(({ scope }) => scope === 'title' || scope === 'description' || scope === 'attribute')
    .flatMap((part) =>
      findAll(regex, part.text).map(({ span, match }) => ({ part, span, count: Number(match[1]) })),
    );
  const pictured = new Set((listing.pictures ?? []).flatMap(({ colour }) => colour || []));
  if (!first || pictured.size <= first.count) return [];
  return [
    {
      part: first.part.part,
      ...first.span,
      words: first.part.text.raw.slice(first.span.start, first.span.end),
      values: { property: 'colours', other: pictured.size, where: 'pictures' },
    },
  ];
}
