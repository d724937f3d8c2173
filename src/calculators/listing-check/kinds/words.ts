import type { Existence, Occurrence, Repetition, Substitution } from '../fault.ts';
import {
  figureOf,
  findAll,
  inside,
  standsIn,
  type Asked,
  type Find,
  type Part,
} from '../engine.ts';
import {
  fold,
  patterns,
  repaired,
  search,
  wordsOf,
  type Folded,
  type Search,
  type Span,
} from '../text.ts';

const made = new Map<string, Search>();

/** One pattern by itself, made once. */
function one(source: string): Search {
  let regex = made.get(source);
  if (!regex) {
    regex = search([source]);
    made.set(source, regex);
  }
  return regex;
}

type ByWords = Pick<Existence, 'scope' | 'exceptions' | 'goods' | 'notCompatible'>;

const scoped = (parts: readonly Part[], { scope }: Pick<ByWords, 'scope'>): Part[] =>
  parts.filter((part) => !scope || scope.includes(part.scope));

const wordsAt = ({ raw }: Folded, { start, end }: Span) => raw.slice(start, end);

/** Whether the listing is about such goods at all. */
const isAbout = (parts: readonly Part[], goods: readonly string[] | undefined): boolean =>
  goods === undefined || parts.some(({ text }) => standsIn(patterns(goods), text));

function places(part: Part, regex: Search, check: ByWords) {
  const all = findAll(regex, part.text);
  if (all.length === 0) return all;
  const spared = [
    ...part.brands,
    ...(check.notCompatible ? part.fits : []),
    ...(check.exceptions
      ? findAll(patterns(check.exceptions), part.text).map(({ span }) => span)
      : []),
  ];
  return all.filter(({ span }) => !inside(span, spared));
}

/** Words that should not stand there. */
export function existence(check: Existence, { parts, whole }: Asked): Find[] {
  const regex = patterns(check.tokens);
  if (!regex.in(whole) || !isAbout(parts, check.goods)) return [];
  return scoped(parts, check).flatMap((part) =>
    places(part, regex, check).map(({ span }) => ({
      part: part.part,
      ...span,
      words: wordsAt(part.text, span),
      repair: check.drop ? repaired(part.text.raw, span, '') : null,
    })),
  );
}

/** Words for which there is a better one. */
export function substitution(check: Substitution, { parts, whole }: Asked): Find[] {
  const swaps = Object.entries(check.swap).filter(([from]) => one(from).in(whole));
  if (swaps.length === 0 || !isAbout(parts, check.goods)) return [];
  return scoped(parts, check).flatMap((part) =>
    swaps.flatMap(([from, to]) =>
      places(part, one(from), check).map(({ span }) => ({
        part: part.part,
        ...span,
        words: wordsAt(part.text, span),
        values: { instead: to },
        repair: repaired(part.text.raw, span, to),
      })),
    ),
  );
}

/** Signs that may each stand so many times and no more; the first one too many is named. */
export function occurrence(check: Occurrence, { parts }: Asked): Find[] {
  return scoped(parts, check).flatMap((part) => {
    const found = places(part, one(check.token), check);
    const same = (match: RegExpExecArray) => found.filter((other) => other.match[0] === match[0]);
    const extra = found.find((each) => same(each.match).indexOf(each) === check.max);
    if (!extra) return [];
    return [
      {
        part: part.part,
        ...extra.span,
        words: wordsAt(part.text, extra.span),
        values: { times: same(extra.match).length, most: check.max },
        repair: repaired(part.text.raw, extra.span, ''),
      },
    ];
  });
}

/** A word that stands too often. The last one is where to begin. */
export function repetition(check: Repetition, asked: Asked): Find[] {
  const { listing, parts, words } = asked;
  const id = check.limit[listing.platform] ?? check.limit.default;
  const limit = id === undefined ? null : figureOf(asked, id);
  if (id === undefined || typeof limit !== 'number') return [];
  const counts = check.counts[listing.platform] ?? check.counts.default ?? 'above';
  const least = counts === 'from' ? limit : limit + 1;
  const exceptions = patterns(check.exceptions);
  return scoped(parts, check).flatMap((part) => {
    const byStem = new Map<string, ReturnType<typeof wordsOf>>();
    for (const word of wordsOf(part.text)) {
      if (words.small.has(word.word) || /^[\d.,]+$/.test(word.word)) continue;
      if (inside(word, part.brands)) continue;
      const same = byStem.get(word.stem);
      if (same) same.push(word);
      else byStem.set(word.stem, [word]);
    }
    return [...byStem.values()].flatMap((often) => {
      if (often.length < least) return [];
      const all = often.filter(({ word }) => !standsIn(exceptions, fold(word)));
      const last = all.at(-1);
      if (!last || all.length < least) return [];
      return [
        {
          part: part.part,
          start: last.start,
          end: last.end,
          words: wordsAt(part.text, last),
          values: { times: all.length, most: least - 1 },
          repair: repaired(part.text.raw, last, ''),
          ruleIds: [id],
        },
      ];
    });
  });
}
