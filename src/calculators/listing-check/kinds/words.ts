import { fill } from '../../shared/result.ts';
import type { Existence, Occurrence, Repetition, Substitution } from '../fault.ts';
import {
  figureOf,
  findAll,
  inside,
  standsIn,
  told,
  type Asked,
  type Find,
  type Part,
} from '../engine.ts';
import {
  fold,
  languageIn,
  patterns,
  rewritten,
  search,
  wordsOf,
  type Folded,
  type Search,
  type Span,
  type Word,
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

/** `iPhone 13 case` as `case for iPhone 13`; null where what is sold is no accessory. */
function asFit(part: Part, found: readonly Span[], { asFit: by }: Existence, asked: Asked) {
  const { raw } = part.text;
  const [first] = found;
  if (
    !by ||
    !first ||
    !findAll(asked.words.accessory, part.text).some(({ span }) => !inside(span, part.fits))
  )
    return null;
  const models = findAll(asked.words.model, part.text).map(({ span }) => span);
  // The whole name of a model moves with its brand; brand and model side by side are one name.
  const names: Span[] = [];
  for (const span of [...found, ...models.filter((model) => !inside(model, part.fits))].sort(
    (a, b) => a.start - b.start,
  )) {
    const last = names.at(-1);
    if (last && raw.slice(last.end, span.start).trim() === '')
      last.end = Math.max(last.end, span.end);
    else names.push({ ...span });
  }
  const without = rewritten(
    raw,
    first,
    names.map((span) => ({ ...span, by: '' })),
  );
  const said = [...new Set(names.map(({ start, end }) => raw.slice(start, end)))];
  return `${without} ${fill(by[languageIn(raw) ?? asked.listing.language], { names: said.join(', ') })}`;
}

const BORDER = /[.,;!?。；，、！？\n|•·()（）]/u;
/** So much of a clause may be lost with what cannot stay. */
const isLittle = (text: string) =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) +
    2 * (text.match(/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+/gu)?.length ?? 0) <=
  LITTLE;
const LITTLE = 8;
const NEAR = 60;

/** “Write to @shop”, “200 roubles for a review with a photo”: the words with what little stands around them. */
function clauseAround(raw: string, { start, end }: Span): Span {
  const before =
    raw
      .slice(Math.max(0, start - NEAR), start)
      .split(BORDER)
      .at(-1) ?? '';
  const behind = raw.slice(end, end + NEAR).split(BORDER)[0] ?? '';
  return {
    start: isLittle(before) ? start - before.trimStart().length : start,
    end: isLittle(behind) ? end + behind.length : end,
  };
}

/** Words that should not stand there. */
export function existence(check: Existence, asked: Asked): Find[] {
  const { parts, whole } = asked;
  const regex = patterns(check.tokens);
  if (!regex.mayStandIn(whole) || !isAbout(parts, check.goods)) return [];
  return scoped(parts, check).flatMap((part) => {
    const found = places(part, regex, check);
    if (found.length === 0) return [];
    const drops = found.map(({ span }) => ({
      ...(check.clause && part.scope !== 'title' && part.scope !== 'sku'
        ? clauseAround(part.text.raw, span)
        : span),
      by: '',
    }));
    const fitting = asFit(
      part,
      found.map(({ span }) => span),
      check,
      asked,
    );
    return told(found, ({ span }, i) => ({
      part: part.part,
      ...span,
      words: wordsAt(part.text, span),
      repair: fitting ?? (check.drop ? rewritten(part.text.raw, span, drops, i) : null),
    }));
  });
}

/** Words for which there is a better one. */
export function substitution(check: Substitution, { parts, whole }: Asked): Find[] {
  const swaps = Object.entries(check.swap).filter(([from]) => one(from).mayStandIn(whole));
  if (swaps.length === 0 || !isAbout(parts, check.goods)) return [];
  return scoped(parts, check).flatMap((part) =>
    swaps.flatMap(([from, to]) => {
      const found = places(part, one(from), check);
      const edits = found.map(({ span }) => ({ ...span, by: to }));
      return told(found, ({ span }, i) => ({
        part: part.part,
        ...span,
        words: wordsAt(part.text, span),
        values: { instead: to },
        repair: rewritten(part.text.raw, span, edits, i),
      }));
    }),
  );
}

/** Signs that may each stand so many times and no more; the first one too many is named. */
export function occurrence(check: Occurrence, { parts }: Asked): Find[] {
  return scoped(parts, check).flatMap((part) => {
    const found = places(part, one(check.token), check);
    const times = new Map<string, number>();
    const extras = found.filter(({ match: [sign] }) => {
      times.set(sign, (times.get(sign) ?? 0) + 1);
      return (times.get(sign) ?? 0) > check.max;
    });
    const [extra] = extras;
    if (!extra) return [];
    return [
      {
        part: part.part,
        ...extra.span,
        words: wordsAt(part.text, extra.span),
        values: { times: times.get(extra.match[0]) ?? 0, most: check.max },
        repair: rewritten(
          part.text.raw,
          extra.span,
          extras.map(({ span }) => ({ ...span, by: '' })),
        ),
      },
    ];
  });
}

/** Chinese has no spaces: what stands so often with two to four signs is a word, the longest first. */
function repeatedHan({ text, brands }: Part, least: number): Map<string, Word[]> {
  const words = new Map<string, Word[]>();
  if (!text.has.han || text.raw.length > MOST_TITLE) return words;
  for (const size of [4, 3, 2]) {
    const found = new Map<string, Word[]>();
    for (const { index } of text.raw.matchAll(new RegExp(`(?=\\p{Script=Han}{${size}})`, 'gu'))) {
      const word = text.raw.slice(index, index + size);
      const at = { word, stem: word, start: index, end: index + size };
      const same = found.get(word) ?? [];
      const last = same.at(-1);
      if ((!last || last.end <= index) && !inside(at, brands)) found.set(word, [...same, at]);
    }
    for (const [word, all] of found)
      if (all.length >= least && ![...words.keys()].some((longer) => longer.includes(word)))
        words.set(word, all);
  }
  return words;
}
/** Longer than any title. */
const MOST_TITLE = 600;

/** Units of measure are short: kg, мАч, inch. */
const LONGEST_UNIT = 4;
const isBehindNumber = (raw: string, { start }: Span) =>
  /\d\s?$/u.test(raw.slice(Math.max(0, start - 2), start));

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
    const byStem = new Map<string, Word[]>();
    for (const word of wordsOf(part.text)) {
      if (words.small.has(word.word) || /^[\d.,]+$/.test(word.word)) continue;
      if (inside(word, part.brands)) continue;
      // “0.5 l, 1 l, 1.5 l”: a unit is said as often as there are sizes.
      if (word.word.length <= LONGEST_UNIT && isBehindNumber(part.text.raw, word)) continue;
      const same = byStem.get(word.stem);
      if (same) same.push(word);
      else byStem.set(word.stem, [word]);
    }
    for (const [word, found] of repeatedHan(part, least)) byStem.set(word, found);
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
          // The first ones stay; a title is one line.
          repair: rewritten(
            part.text.raw,
            last,
            all.slice(least - 1).map(({ start, end }) => ({ start, end, by: '' })),
            all.length - least,
          ),
          ruleIds: [id],
        },
      ];
    });
  });
}
