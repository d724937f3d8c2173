import {
  findAll,
  findAt,
  inside,
  standsIn,
  textsOf,
  type Asked,
  type Find,
  type Part,
} from '../engine.ts';
import { fold, patterns, mayHold, wordsOf, type Search, type Span, type Word } from '../text.ts';
import { countsOfHan, itemOfHan, nounInHan } from './count-han.ts';
import {
  countsOf,
  firstCounted,
  itemOf,
  nounIn,
  type Count,
  type CountData,
} from './count-words.ts';
import { PAIRS, propertyOf, saysIn } from './properties.ts';
import { clauseBefore, has } from './said.ts';

interface Counted extends Count {
  part: Part;
}

/** A thing of a list, or of an attribute of its own such as “number of ports”. */
interface Thing {
  noun: string;
  /** In Chinese, the nouns as they were written: 锂电池 for 电池. */
  names: string[];
  isHan: boolean;
  isNamed: boolean;
}

interface CountedOptions {
  /** Numbers with a property of their own. */
  not: readonly string[];
  /** Before a count in its clause, or right behind it: what the goods need or hold, not what comes with them. */
  needed: readonly string[];
  neededBehind: readonly string[];
  /** Names that say that an attribute is a number of things. */
  numberOf: readonly string[];
  numberBehind: readonly string[];
}

/** How far a list in running text reaches. */
const LONGEST = 300;
/** How far behind a count is looked for what it is. */
const BEHIND = 24;
/** Nobody lists more; a hostile text may. */
const MOST_THINGS = 60;
const MOST_NAMES = 4;
const MOST_LISTS = 5;
const MOST_COUNTS = 40;

const BORDER = /[,;，；、。\n+&•·|/]|\s(?:and|и)\s|[和及]/gu;

/** The things of a list, each between two commas. */
function itemsIn({ raw }: Part['text'], { start, end }: Span): Span[] {
  const items: Span[] = [];
  let from = start;
  for (const { index, 0: sign } of raw.slice(start, end).matchAll(BORDER)) {
    items.push({ start: from, end: start + index });
    from = start + index + sign.length;
  }
  return [...items, { start: from, end }].slice(0, MOST_THINGS);
}

/** Behind “in the box:” in running text: the rest of its sentence, or the lines below it. */
function listBehind(raw: string, at: number): Span {
  const rest = raw.slice(at, at + LONGEST);
  const begin = /^\s*[:：–-]?\s*/u.exec(rest)?.[0].length ?? 0;
  const own = /^[^\n]*\n/u.test(rest.slice(0, begin)) ? /\n\s*\n|[。!！]/u : /\n|[。!！]|\.\s/u;
  const end = rest.slice(begin).search(own);
  return { start: at + begin, end: at + (end === -1 ? rest.length : begin + end) };
}

/** What an attribute, an option or a description says is in the box. */
function listsIn(part: Part, lists: Search): Span[] {
  const isList =
    part.part.endsWith('.contains') || (part.scope === 'attribute' && standsIn(lists, part.name));
  if (isList) return [{ start: 0, end: part.text.raw.length }];
  if (part.scope !== 'description') return [];
  return findAll(lists, part.text)
    .slice(0, MOST_LISTS)
    .map(({ span }) => listBehind(part.text.raw, span.end));
}

type Said = [Thing, Count];

/** The counts of a list, each with what it counts. */
function listedIn({ text }: Part, list: Span, words: readonly Word[], ready: CountData): Said[] {
  return itemsIn(text, list).flatMap((item): Said[] => {
    const raw = text.raw.slice(item.start, item.end);
    const han = text.has.han ? itemOfHan(fold(raw.replace(ASIDE, '')).folded, ready.data) : null;
    if (han) {
      const start = item.start + (raw.length - raw.trimStart().length);
      const thing = { noun: han.noun, names: [han.name], isHan: true, isNamed: false };
      return [[thing, { ...han, start, end: start + raw.trim().length }]];
    }
    const own = words.filter(({ start, end }) => start >= item.start && end <= item.end);
    const count = itemOf(text, own, ready);
    return count ? [[{ noun: count.noun, names: [], isHan: false, isNamed: false }, count]] : [];
  });
}
const ASIDE = /[(（][^)）]*[)）]/gu;

/** “Number of ports: 4”, 电池数量：2. */
function namedIn({ name, text }: Part, options: CountedOptions, ready: CountData): Said[] {
  const count = /^\s*(\d{1,3})\s?\p{L}{0,12}\.?\s*$/u.exec(text.folded)?.[1];
  if (count === undefined) return [];
  const [ahead] = findAll(patterns(options.numberOf), name);
  const [behind] = findAll(patterns(options.numberBehind), name);
  const own = ahead
    ? name.folded.slice(ahead.span.end)
    : name.folded.slice(0, behind?.span.start ?? 0);
  const noun = name.has.han ? nounInHan(own.trim()) : nounIn(own, ready);
  if (noun === null) return [];
  const thing = { noun, names: [], isHan: name.has.han, isNamed: true };
  return [[thing, { noun, count: Number(count), start: 0, end: text.raw.length }]];
}

/** What “quantity: 10” counts: the noun a title begins with, “12 pens”. */
function quantityIn(
  part: Part,
  title: Part | undefined,
  words: readonly Word[],
  ready: CountData,
): Said[] {
  const count = /^\s*(\d{1,4})\s*$/u.exec(part.text.folded)?.[1];
  const noun = title && !title.text.has.han ? firstCounted(words, ready) : null;
  if (count === undefined || Number(count) < 2 || noun === null) return [];
  const thing = { noun, names: [], isHan: false, isNamed: false };
  return [[thing, { noun, count: Number(count), start: 0, end: part.text.raw.length }]];
}

/** Two parts give different numbers of one thing. */
export function counted(asked: Asked, options: CountedOptions): Find[] {
  const { data, small } = asked.words;
  const ready: CountData = { data, small };
  const texts = textsOf(asked.parts);
  const others = options.not.flatMap((id) => propertyOf(asked, id) ?? []);
  const title = texts.find(({ scope }) => scope === 'title');
  const things = new Map<string, Thing & { counts: Counted[] }>();
  const listed = new Map<Part, Span[]>();
  for (const part of texts) {
    const lists = listsIn(part, patterns(data.box.lists));
    listed.set(part, lists);
    // “8 colours” is looked at as a number of colours.
    const known = lists.length > 0 ? others.flatMap((other) => other.everyIn(part)) : [];
    const isCounted = ([, { start, end }]: Said) =>
      !known.some((one) => one.start <= start && one.end >= end);
    const said = [
      ...lists.flatMap((list) => listedIn(part, list, wordsOf(part.text), ready)).filter(isCounted),
      ...(part.scope !== 'attribute'
        ? []
        : others.some((other) => saysIn(part, other))
          ? quantityIn(part, title, title ? wordsOf(title.text) : [], ready)
          : namedIn(part, options, ready)),
    ];
    for (const [thing, count] of said) {
      const key = `${thing.isHan ? 'han' : ''} ${thing.noun}`;
      const before = things.get(key);
      if (!before && things.size >= MOST_THINGS) break;
      things.set(key, {
        ...thing,
        names: [...new Set([...thing.names, ...(before?.names ?? [])])].slice(0, MOST_NAMES),
        isNamed: thing.isNamed || before?.isNamed === true,
        counts: [...(before?.counts ?? []), { ...count, part }],
      });
    }
  }
  if (things.size === 0) return [];
  const needed = patterns(options.needed);
  const neededBehind = patterns(options.neededBehind);
  const isNeeded = ({ text: { raw } }: Part, { start, end }: Span) =>
    has(needed, clauseBefore(raw, start)) ||
    has(neededBehind, raw.slice(end, end + BEHIND).replace(/[.,;，；。!?！？|\n].*$/su, ''));
  return [...things.values()].flatMap(({ counts, noun, names, isHan, isNamed }) =>
    disagreeing(isNamed, [
      ...counts,
      ...texts.flatMap((part) =>
        (isHan
          ? countsOfHan(part.text, noun, names, data)
          : mayHold(part.text, noun)
            ? countsOf(part, wordsOf(part.text), noun, isNamed, ready)
            : []
        )
          .slice(0, MOST_COUNTS)
          .filter(
            (one) =>
              !inside(one, listed.get(part) ?? []) &&
              !inside(one, part.fits) &&
              !isNeeded(part, one),
          )
          .map((one) => ({ ...one, part })),
      ),
    ]),
  );
}

/** The first two parts of which no count of one is a count of the other. */
function disagreeing(isNamed: boolean, all: readonly Counted[]): Find[] {
  const of = (among: readonly Counted[]) => {
    const counts = new Set(among.map(({ count }) => count));
    // “1 long cable, 2 short cables” are three.
    for (const { part } of among)
      counts.add(among.reduce((sum, one) => (one.part === part ? sum + one.count : sum), 0));
    return counts;
  };
  const differ = (left: readonly Counted[], right: readonly Counted[]): Find[] => {
    const [first] = left;
    const [second] = right;
    const counts = of(right);
    if (!first || !second || [...of(left)].some((count) => counts.has(count))) return [];
    const wordsAt = ({ part, start, end }: Counted) => part.text.raw.slice(start, end).trim();
    return [
      findAt(first.part, first, {
        values: { other: wordsAt(second), where: second.part.part },
        also: left
          .filter((one) => one !== first && one.part === first.part)
          .map(({ start, end }) => ({ start, end, by: '' })),
        // In running text “9 gemstones” may be those of the world.
        ...(isNamed && [first, second].some(({ part }) => part.scope === 'description')
          ? { severity: 'advice' as const }
          : {}),
      }),
    ];
  };
  // Of one option, its name and what it contains.
  const skus = new Map<number, Counted[]>();
  for (const one of all)
    if (one.part.scope === 'sku')
      skus.set(one.part.index, [...(skus.get(one.part.index) ?? []), one]);
  for (const own of skus.values()) {
    const isName = ({ part }: Counted) => part.part.endsWith('.name');
    const [find] = differ(
      own.filter(isName),
      own.filter((one) => !isName(one)),
    );
    if (find) return [find];
  }
  const scoped = (scope: Part['scope']) => all.filter(({ part }) => part.scope === scope);
  const offered = of(scoped('sku'));
  for (const [left, right] of PAIRS) {
    const [one, other] = [scoped(left), scoped(right)];
    // Two numbers that are both among the options are two options.
    if ([...one, ...other].every(({ count }) => offered.has(count))) continue;
    const [find] = differ(one, other);
    if (find) return [find];
  }
  return [];
}
