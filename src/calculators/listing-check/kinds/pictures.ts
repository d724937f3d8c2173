import { countsIn, figureOf, findAll, standsIn, type Asked, type Find } from '../engine.ts';
import { expression, fold, patterns } from '../text.ts';
import { FREE } from './numbers.ts';

const missing = (values: Find['values'] = {}): Find[] => [
  { part: 'pictures', start: 0, end: 0, words: '', values, repair: null },
];

/** Fewer pictures than anybody needs to see what is sold. */
export function fewPictures(asked: Asked, rule: string): Find[] {
  const { pictures } = asked.listing;
  const least = figureOf(asked, rule);
  if (!pictures || typeof least !== 'number' || pictures.length >= least) return [];
  return missing({ count: pictures.length, least });
}

/** No picture of a kind that settles a dispute before it begins. */
export function noPicture(
  { listing, parts }: Asked,
  kind: string,
  goods?: readonly string[],
): Find[] {
  if (!listing.pictures || listing.pictures.some((one) => one.kind === kind)) return [];
  if (goods && !parts.some(({ text }) => standsIn(patterns(goods), text))) return [];
  return missing();
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
      repair: null,
    },
  ];
}

/** Words on the main picture. */
export function textOnMain({ listing }: Asked): Find[] {
  return (listing.pictures ?? []).flatMap(({ kind, text }, i) =>
    kind === 'main' && text.trim() !== ''
      ? [{ part: `pictures.${i}.text`, start: 0, end: text.length, words: text, repair: null }]
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
      repair: null,
    },
  ];
}
