import { onceFor } from '../../shared/once-for.ts';
import { compare, exact, toPlain } from '../../shared/exact.ts';
import {
  figureOf,
  findAll,
  findAt,
  inside,
  MOST_TOLD,
  textsOf,
  told,
  type Asked,
  type Find,
  type Part,
} from '../engine.ts';
import {
  held,
  expression,
  hasGap,
  overlaps,
  patterns,
  repaired,
  type Span,
  rewritten,
  search,
  wordsOf,
  fold,
} from '../text.ts';

const whole = (part: string, words: string, rest: Partial<Find> = {}): Find => ({
  part,
  start: 0,
  end: words.length,
  words,
  ...rest,
});

/** Preparation days outside what a listing may state. */
export function prepareDays(asked: Asked, rule: string): Find[] {
  const { prepareDays: days } = asked.listing;
  const figure = figureOf(asked, rule);
  if (days === null || figure === null || typeof figure === 'number') return [];
  if (days >= figure.min && days <= figure.max) return [];
  return [
    whole('promise.prepareDays', String(days), {
      values: { days, least: figure.min, most: figure.max },
      repair: `[[${figure.min}–${figure.max}]]`,
      ruleIds: [rule],
    }),
  ];
}

/** `1 next-day delivery`: how many days words promise that name none. */
const spokenIn = onceFor(readSpoken);

function readSpoken(lines: readonly string[]) {
  return lines.map((line) => {
    const at = line.indexOf(' ');
    return { days: Number(line.slice(0, at)), search: search([line.slice(at + 1)]) };
  });
}

interface Promised {
  span: Span;
  days: number;
}

/** “Arrives in 5 days to your door” is one promise, though two ways of saying it are found in it. */
function together(all: readonly Promised[]): Promised[] {
  const found: Promised[] = [];
  for (const { span, days } of [...all].sort((a, b) => a.span.start - b.span.start)) {
    const last = found.at(-1);
    if (!last || !overlaps(last.span, span)) {
      found.push({ span: { ...span }, days });
      continue;
    }
    last.span.end = Math.max(last.span.end, span.end);
    last.days = Math.min(last.days, days);
  }
  return found;
}

/** Days promised in the text that are fewer than the line usually takes. */
export function promisedDays(
  { parts, listing }: Asked,
  words: readonly string[],
  spoken: readonly string[],
): Find[] {
  const usual = listing.daysMax ?? listing.daysMin;
  if (usual === null) return [];
  const stated =
    listing.daysMin !== null && listing.daysMin !== usual
      ? `${listing.daysMin}–${usual}`
      : String(usual);
  return textsOf(parts, true).flatMap((part) => {
    const counted = words.flatMap((source) =>
      findAll(expression(source), part.text).map(({ span, match }) => ({
        span,
        days: Math.max(
          ...match.slice(1).flatMap((one) => (one === undefined ? [] : [Number(one)])),
        ),
      })),
    );
    const named = spokenIn(spoken).flatMap(({ days, search: phrase }) =>
      findAll(phrase, part.text).map(({ span }) => ({ span, days })),
    );
    const early = together([...counted, ...named].filter(({ days }) => days < usual));
    // Whatever else is too early in the line goes with each.
    const others = early.slice(0, MOST_TOLD);
    return told(early, (one) =>
      findAt(part, one.span, {
        values: { days: one.days, usual: stated },
        also: others.filter((other) => other !== one).map(({ span }) => ({ ...span, by: '' })),
      }),
    );
  });
}

/** Free shipping in the text, and none in the template. */
export function freeShipping({ parts, listing }: Asked, words: readonly string[]): Find[] {
  if (listing.freeShipping !== false) return [];
  return textsOf(parts, true).flatMap((part) => {
    const found = findAll(patterns(words), part.text);
    const drops = found.map(({ span }) => ({ ...span, by: '' }));
    return told(found, ({ span }, i) =>
      findAt(part, span, { repair: rewritten(part.text.raw, span, drops, i) }),
    );
  });
}

const WORLD = /world-?wide|全球|весь мир|по всему миру/iu;

/** The template ships where the line does not go. */
export function notServed({ listing, countryOf }: Asked): Find[] {
  const { shipsTo, lineServes, country } = listing;
  if (lineServes.length === 0) return [];
  const code = (text: string) =>
    WORLD.test(text) ? 'WORLDWIDE' : (countryOf(text) ?? text.trim().toUpperCase());
  const serves = new Set(lineServes.map(code));
  if (serves.has('WORLDWIDE') || hasGap(listing.line)) return [];
  // Shipping goes where the line goes.
  const instead = { repair: lineServes.join(', '), into: 'promise.shipsTo' };
  const wanted = shipsTo.map((text, i) => ({
    text,
    code: code(text),
    part: `promise.shipsTo.${i}`,
  }));
  const world = wanted.find((one) => one.code === 'WORLDWIDE');
  if (world)
    return [
      whole(world.part, world.text, {
        values: {
          line: listing.line,
          missing: country !== null && !serves.has(country) ? country : 'worldwide',
        },
        ...instead,
      }),
    ];
  const missing = wanted.filter((one) => !serves.has(one.code));
  const [first] = missing;
  if (first)
    return [
      whole(first.part, first.text, {
        values: { line: listing.line, missing: missing.map((one) => one.code).join(', ') },
        ...instead,
      }),
    ];
  return country !== null && !serves.has(country)
    ? [whole('country', country, { values: { line: listing.line, missing: country } })]
    : [];
}

/** Goods of a kind the line refuses. */
export function excludedGoods(
  { listing, parts }: Asked,
  kinds: Readonly<Record<string, readonly string[]>>,
): Find[] {
  if (hasGap(listing.line)) return [];
  return listing.excludes.flatMap((name) => {
    const wanted = fold(name).folded.trim();
    const words = Object.values(kinds).find((list) =>
      list.some((one) => new RegExp(`^(?:${one})$`, 'u').test(wanted)),
    );
    if (!words) return [];
    const part = parts
      .filter(({ scope }) => ['title', 'goods', 'attribute', 'sku'].includes(scope))
      .flatMap((one) =>
        findAll(patterns(words), one.text)
          .filter(({ span }) => !inside(span, one.fits))
          .map(({ span }) => findAt(one, span, { values: { line: listing.line, kind: name } })),
      );
    return part.slice(0, 1);
  });
}

/** Lines of words that mean the same, each as a set, made once. */
const groupsOf = onceFor(readGroups);

function readGroups(alike: readonly string[]): ReadonlySet<string>[] {
  return alike.map((line) => new Set(line.split(' ')));
}

/** A category that shares no word with the goods or the title. */
export function category(
  { listing, parts, words }: Asked,
  alike: readonly string[],
  heads: readonly string[],
): Find[] {
  const path = parts.find(({ scope }) => scope === 'category');
  const named = parts.filter(({ scope }) => scope === 'title' || scope === 'goods');
  if (!path || hasGap(path.text.raw)) return [];
  const stems = (part: Part) =>
    wordsOf(part.text)
      .map(({ stem }) => stem)
      .filter((stem) => stem.length > 1);
  const inPath = stems(path);
  // Chinese has no spaces: two signs in common are a word in common.
  const pairsOf = (text: string) =>
    [...text.replace(/[^\p{Script=Han}]/gu, ' ').matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((m) =>
      held(m, 1),
    );
  const hanPath = new Set(pairsOf(path.text.raw));
  const groups = groupsOf(alike);
  const same = (a: string, b: string) =>
    a === b ||
    (a.length > 3 && b.length > 3 && (a.startsWith(b) || b.startsWith(a))) ||
    groups.some((group) => group.has(a) && group.has(b));
  const title = named.flatMap(stems).filter((stem) => !words.small.has(stem));
  if (title.length === 0) return [];
  if (title.some((stem) => inPath.some((other) => same(stem, other)))) return [];
  if (named.some(({ text }) => pairsOf(text.raw).some((pair) => hanPath.has(pair)))) return [];
  // 连衣裙 is in 裙子: in Chinese one sign may say what kind of thing it is.
  if (
    heads.some(
      (sign) => path.text.raw.includes(sign) && named.some(({ text }) => text.raw.includes(sign)),
    )
  )
    return [];
  const scripts = (text: string) =>
    [/\p{Script=Han}/u, /\p{Script=Cyrillic}/u, /\p{Script=Latin}/u].findIndex((one) =>
      one.test(text),
    );
  // Two languages cannot share a word.
  if (named.every(({ text }) => scripts(text.raw) !== scripts(path.text.raw))) return [];
  const said = listing.title.trim() || listing.goods.trim();
  return [whole('category', listing.category, { values: { title: said } })];
}

/** A price crossed out that the last thirty days do not bear. */
export function fakeDiscount({ listing }: Asked): Find[] {
  const { list, now, low30 } = listing.prices;
  if (!list || !now || !low30 || compare(list, now) <= 0 || compare(list, low30) <= 0) return [];
  return [
    whole('prices.list', toPlain(list), {
      values: {
        list: toPlain(list),
        now: toPlain(now),
        low: toPlain(low30),
        rises: compare(now, low30) > 0 ? 'yes' : 'no',
      },
      // At or above the lowest price nothing was reduced.
      repair: toPlain(compare(now, low30) < 0 ? low30 : now),
    }),
  ];
}

/** A price crossed out, and nobody says what it was within the last thirty days. */
export function noHistory({ listing }: Asked): Find[] {
  const { list, now, low30 } = listing.prices;
  if (!list || !now || low30 || compare(list, now) <= 0) return [];
  return [
    whole('prices.list', toPlain(list), { values: { list: toPlain(list), now: toPlain(now) } }),
  ];
}

/** A bulk discount so large that it was meant the other way round. */
export function bulkDiscount({ listing }: Asked, most: number): Find[] {
  const { bulkOff } = listing.prices;
  if (!bulkOff || compare(bulkOff, exact(most)) <= 0) return [];
  const off = toPlain(bulkOff);
  return [
    whole('prices.bulkPercentOff', off, {
      values: { off, pays: toPlain({ num: 100n * bulkOff.den - bulkOff.num, den: bulkOff.den }) },
    }),
  ];
}

const HAN_DISCOUNT = /(?<![\d.])([1-9](?:\.\d)?)\s?折/gu;

/** 折 in a text for foreign buyers, or that says another discount than the field. */
export function zhe({ listing, parts }: Asked): Find[] {
  const { bulkOff } = listing.prices;
  if (!bulkOff) return [];
  return textsOf(parts, true).flatMap((part) =>
    findAll(HAN_DISCOUNT, part.text).flatMap(({ span, match }) => {
      const off = 100 - Number(match[1]) * 10;
      if (compare(bulkOff, exact(off)) === 0) return [];
      const pays = toPlain({ num: 100n * bulkOff.den - bulkOff.num, den: bulkOff.den * 10n });
      return [
        findAt(part, span, {
          values: { off: toPlain(bulkOff), said: off },
          repair: repaired(part.text.raw, span, `[[${match[0]} / ${pays}折]]`),
        }),
      ];
    }),
  );
}
