/** Finds the situations a text fits, by the cues in it. */
import { cuesOf, readRules, type CueRules, type Cues, type Rule } from './cues.ts';
import { createContrasts } from './contrasts.ts';
import { isClosedWord, isLatinRussian, isSmallWord } from './languages.ts';
import { toCyrillic } from './latin-russian.ts';
import { createLikeness, type Likeness } from './likeness.ts';
import { compilePattern, PatternIndex, type Found } from './pattern.ts';
import { slipReader } from './slips.ts';
import { tokensOf, type Token } from './tokens.ts';

export interface Candidate {
  /** Id of a reply script. */
  situation: string;
  /** Points; only their order means something. */
  score: number;
  /** What decided it, as it was written, in the order of the text. */
  words: string[];
  /** Where these words stand in the text, from and to. */
  at: [from: number, to: number][];
}

/** A cue is looked for in so many pieces of a text; what comes later decides nothing. */
export const MOST_TOKENS = 4000;
/** So far in front of a cue a “not” takes it back. */
const DENIED_WITHIN = 2;
const MOST_CANDIDATES = 3;
/** The silent cues of goods and their trade, and of what is none of it: weather, kin, school. */
const TRADE = 'trade';
const ELSEWHERE = 'elsewhere';
/** “Excellent!”, “all good, thank you”: so few pieces, sent to a seller, are about the order. */
const BRIEF = 2;
const BRIEF_WITH_THANKS = 6;
/** What likeness to other messages is worth in points, and the fewest that both together need. */
const POINTS_OF_LIKENESS = 40;
const LEAST_OF_BOTH = 3;
/** And of likeness alone, in a text that nothing says is about goods. */
const LEAST_ALONE = 5;
/** Likeness to messages about nothing takes so much of that back, and less where the text is about goods. */
const DOUBT = 0.7;
const DOUBT_OF_GOODS = 0.35;
/** What is likeness alone is worth showing beside the best with this part of its points. */
const BESIDE_THE_BEST = 0.4;
/** Words for colour itself stand in the lists of colours, and set nothing against another. */
const NO_COLOUR = /^(?:colou?r|cor(?:es)?$|couleur|farbe|kolor|цвет|颜色|色|색)/u;
/** How a question ends. */
const QUESTION = /(?:[?？]|[吗么])[\s!！.。)）]*$/u;
/** Beside a question over the counter so many points more: a lamp that is named there is no faulty one. */
const BESIDE_A_QUESTION = 1;
/** So many words of elsewhere weigh more than one of trade. */
const OUTWEIGHS = 2;
/** The silent cue of greetings and thanks. */
const COURTESY = 'courtesy';
/** The silent cue of what is asked over a counter and no reply answers: how to pay, what is cheaper, adverts. */
const COUNTER = 'counter';

/**
 * The pieces a longer find holds already belong to it: `fake tracking number` is not a fake. Cues that
 * speak together with others (`joined`) stay beside it.
 */
function longestOnly(found: readonly Found[], joined: ReadonlySet<string>): Found[] {
  const sorted = [...found].sort((a, b) => b.at.length - a.at.length);
  const holders = new Map<number, Found[]>();
  return sorted.filter((one) => {
    const inside = one.at
      .map((place) => holders.get(place) ?? [])
      .reduce((both, each) => both.filter((other) => each.includes(other)));
    const holding = inside.filter(
      (other) => other.cue !== one.cue && other.at.length > one.at.length,
    );
    // A wish says nothing of the goods: “have a perfect day”.
    if (holding.some(({ cue }) => cue === COURTESY)) return false;
    if (holding.length > 0 && !joined.has(one.cue)) return false;
    for (const place of one.at) {
      const known = holders.get(place);
      if (known) known.push(one);
      else holders.set(place, [one]);
    }
    return true;
  });
}

export interface Finding {
  candidates: Candidate[];
  /** There is a greeting or thanks in it. */
  courtesy: boolean;
  /** Some situation has points, and none enough. */
  isNear: boolean;
}
/**
 * @param taken what stands in the text and is told otherwise: numbers of orders, dates. It decides nothing.
 * @param isTrade whether something besides its words says that it is about goods.
 */
export type Finder = (
  text: string,
  taken?: readonly { from: number; to: number }[],
  isTrade?: boolean,
) => Finding;

/**
 * Makes the finder of these languages. It reads a text once: cues are found in it, those that stand in a
 * longer one or behind a “not” are left out, and the points of what is left are added up.
 */
export function createFinder(rules: CueRules, languages: readonly Cues[]): Finder {
  const index = new PatternIndex();
  /** Words of elsewhere are read as they stand: Mexico is no slip of a doctor (`médico`). */
  const elsewhere = new PatternIndex();
  const situations = readRules(rules);
  const asked = cuesOf(rules);
  const denials = new Set<string>();
  const others = new Set<string>();
  const words = (list: string | undefined) =>
    tokensOf((list ?? '').replaceAll('|', '\n').replaceAll('~', ' ')).map(({ word }) => word);
  for (const { lists, cues, denied, other } of languages) {
    for (const [cue, patterns] of Object.entries(cues))
      for (const source of asked.has(cue) ? patterns : [])
        for (const pattern of compilePattern(cue, source, lists))
          (cue === ELSEWHERE ? elsewhere : index).add(pattern);
    for (const word of words(denied)) denials.add(word);
    for (const word of words(other)) others.add(word);
  }
  const likenesses = languages.flatMap(({ sentences }) =>
    sentences ? [createLikeness(sentences)] : [],
  );
  const contrasts = createContrasts(
    languages.flatMap(({ lists }) =>
      (lists['COLOUR'] ?? '').split('|').filter((name) => !NO_COLOUR.test(name)),
    ),
  );
  const deniable = new Set(rules.deniable);
  const joined = new Set(
    situations.flatMap(([, entries]) => entries.flatMap(({ all }) => (all.length > 1 ? all : []))),
  );
  joined.add(TRADE);
  const everyday = new Set(rules.everyday);
  const goods = new Set(rules.goods);
  const asking = new Set(rules.asking);
  const askable = new Set(rules.asked);
  const speaks = (cue: string) => !everyday.has(cue) && !rules.silent.includes(cue);
  /** What is left of the cues where nothing in the text is of trade. */
  const inContext = (
    found: readonly Found[],
    tokens: readonly Token[],
    isTrade: boolean,
  ): { kept: readonly Found[]; isElsewhere: boolean; isGoods: boolean } => {
    const has = (cue: string) => found.some((one) => one.cue === cue);
    const away = beginnings(elsewhere.search(tokens, ({ word }) => [word]));
    const ofTrade = beginnings(found.filter(({ cue }) => cue === TRADE));
    // One word of trade may be anybody’s (“bought tickets for the concert”); more of the others decide.
    const isOfTrade = ofTrade.size > 0 && away.size < ofTrade.size * OUTWEIGHS;
    if (isTrade || isOfTrade || found.some(({ cue }) => goods.has(cue)))
      return { kept: found, isElsewhere: false, isGoods: true };
    const isElsewhere = away.size > 0;
    const isBrief = tokens.length <= (has(COURTESY) ? BRIEF_WITH_THANKS : BRIEF);
    const stays = !isElsewhere && (isBrief || found.some(({ cue }) => speaks(cue)));
    return {
      kept: stays ? found : found.filter(({ cue }) => !speaks(cue) && !everyday.has(cue)),
      isElsewhere,
      isGoods: false,
    };
  };
  /**
   * Who asks over the counter has no trouble, unless something else in the text says so: what only asks
   * is then part of that question (“when is it back in stock”), and likeness says nothing alone.
   */
  const overCounter = (
    found: readonly Found[],
    tokens: readonly Token[],
    least: number,
  ): { said: readonly Found[]; isCounter: boolean } => {
    const clauseOf = ({ at }: Found) => tokens[at[0] ?? 0]?.clause;
    const counters = found.filter(({ cue }) => cue === COUNTER);
    const clauses = new Set(counters.map(clauseOf));
    // “When will it be” is no complaint where “be back in stock” holds a piece of it.
    const isPartOf = ({ at }: Found) =>
      counters.some((one) => one.at.length >= at.length && one.at.some((i) => at.includes(i)));
    const rest = found.filter(
      (one) =>
        one.cue === COUNTER ||
        !((asking.has(one.cue) && clauses.has(clauseOf(one))) || isPartOf(one)),
    );
    const has = new Set(rest.map(({ cue }) => cue));
    const isTrouble = situations.some(([, entries]) => pointsFor(entries, has) >= least);
    return counters.length === 0 || isTrouble
      ? { said: found, isCounter: false }
      : { said: rest, isCounter: true };
  };
  const knows = (word: string) =>
    others.has(word) ||
    denials.has(word) ||
    isSmallWord(word) ||
    index.knows(word) ||
    elsewhere.knows(word);
  return (text, taken = [], isTrade = false) => {
    const written = tokensOf(without(text, taken)).slice(0, MOST_TOKENS);
    const tokens = isLatinRussian(text)
      ? written.map((token) => ({ ...token, word: toCyrillic(token.word) }))
      : written;
    const slips = slipReader(index.vocabulary, knows);
    const found = longestOnly(
      index.search(tokens, ({ word, isNumber }) => (isNumber ? [word] : slips(word))),
      joined,
    ).filter(({ cue, at }) => !(deniable.has(cue) && isDenied(tokens, at[0] ?? 0, denials)));
    found.push(...contrasts(tokens));
    const { kept, isElsewhere, isGoods } = inContext(found, tokens, isTrade);
    const likest = isElsewhere ? null : likeTo(likenesses, tokens);
    // What is certainly about an order is nobody’s small talk.
    const like = likest && isTrade ? { ...likest, none: 0 } : likest;
    const { said, isCounter } = overCounter(kept, tokens, rules.least + BESIDE_A_QUESTION);
    return rank({
      situations,
      found: said,
      tokens,
      text,
      least: isCounter ? rules.least + BESIDE_A_QUESTION : rules.least,
      like: isCounter ? null : like,
      isGoods,
      askable: QUESTION.test(text.trimEnd()) ? askable : null,
    });
  };
}

/** The text with signs that end a clause where `taken` stands; every place in it stays the same. */
const without = (text: string, taken: readonly { from: number; to: number }[]): string =>
  taken.reduce(
    (left, { from, to }) => left.slice(0, from) + '|'.repeat(to - from) + left.slice(to),
    text,
  );

function isDenied(tokens: readonly Token[], at: number, denials: ReadonlySet<string>): boolean {
  const clause = tokens[at]?.clause;
  return tokens
    .slice(Math.max(0, at - DENIED_WITHIN), at)
    .some((token) => token.clause === clause && denials.has(token.word));
}

/** What the sentences of all languages that the text may be in say together. */
function likeTo(
  likenesses: readonly ((tokens: readonly Token[]) => Likeness)[],
  tokens: readonly Token[],
): Likeness | null {
  const [first, ...others] = likenesses
    .map((each) => each(tokens))
    .sort((a, b) => strongest(b) - strongest(a));
  if (!first) return null;
  // A sentence is in one language: that of the likest others; a “none” of another one still counts.
  return { ...first, none: Math.max(first.none, ...others.map(({ none }) => none)) };
}
const strongest = ({ situations, none }: Likeness) => Math.max(none, ...situations.values());

const beginnings = (found: readonly Found[]): Set<number | undefined> =>
  new Set(found.map(({ at }) => at[0]));

const isSpoken = ({ all, none }: Rule, cues: { has: (cue: string) => boolean }): boolean =>
  all.every((cue) => cues.has(cue)) && !none.some((cue) => cues.has(cue));
const pointsFor = (rules: readonly Rule[], cues: { has: (cue: string) => boolean }): number =>
  rules.reduce((sum, rule) => sum + (isSpoken(rule, cues) ? rule.points : 0), 0);

interface Ranked {
  situations: readonly [string, readonly Rule[]][];
  found: readonly Found[];
  tokens: readonly Token[];
  text: string;
  least: number;
  like: Likeness | null;
  /** Something in it says that it is about goods. */
  isGoods: boolean;
  /** What a question may be about that only likeness tells; null where nothing is asked. */
  askable: ReadonlySet<string> | null;
}

function rank({ situations, found, tokens, text, least, like, isGoods, askable }: Ranked): Finding {
  /** The first find of a cue decides; the same complaint twice is no second one. */
  const byCue = new Map<string, Found>();
  for (const one of [...found].sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0)))
    if (!byCue.has(one.cue)) byCue.set(one.cue, one);
  const courteous = new Set(found.flatMap(({ cue, at }) => (cue === COURTESY ? at : [])));
  /** A greeting, and the small words every sentence is made of, are like any message. */
  const says = (place: number) => !courteous.has(place) && !isClosedWord(tokens[place]?.word ?? '');
  const scored = situations
    .map(([situation, rules]): Candidate & { isEnough: boolean; cued: number } => {
      const spoken = rules.filter((rule) => isSpoken(rule, byCue));
      const places = new Set(
        spoken.flatMap(({ all }) => all.flatMap((cue) => byCue.get(cue)?.at ?? [])),
      );
      const cued = spoken.reduce((sum, { points }) => sum + points, 0);
      const liked = POINTS_OF_LIKENESS * (like?.situations.get(situation) ?? 0);
      if (cued === 0 && liked > 0)
        for (const place of like?.shared(situation) ?? []) places.add(place);
      const isSaid = cued > 0 || [...places].some((place) => says(place));
      const at = spansOf(places, tokens, text);
      // What is like messages about nothing is less likely about something.
      const doubt = (isGoods ? DOUBT_OF_GOODS : DOUBT) * POINTS_OF_LIKENESS * (like?.none ?? 0);
      return {
        situation,
        isEnough:
          isSaid &&
          (cued >= least || askable === null || askable.has(situation)) &&
          (like
            ? cued + liked - doubt >= (cued > 0 || isGoods ? LEAST_OF_BOTH : LEAST_ALONE)
            : cued >= least),
        cued,
        score: cued + liked,
        words: at.map(([from, to]) => text.slice(from, to)),
        at,
      };
    })
    .filter(({ score }) => score > 0)
    // The rules stand in an order: of two that are worth the same the first is the commoner.
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return {
    candidates: scored
      .filter(
        ({ isEnough, cued, score, words }) =>
          isEnough && words.length > 0 && (cued >= least || score >= best * BESIDE_THE_BEST),
      )
      .slice(0, MOST_CANDIDATES)
      .map(({ isEnough: _, cued: __, score, ...one }) => ({ ...one, score: Math.round(score) })),
    isNear: scored.some(({ cued }) => cued > 0),
    courtesy: byCue.has(COURTESY),
  };
}

/** Pieces side by side in one stretch. */
function spansOf(
  places: ReadonlySet<number>,
  tokens: readonly Token[],
  text: string,
): [number, number][] {
  const spans: [number, number][] = [];
  let previous: number | null = null;
  for (const place of [...places].sort((a, b) => a - b)) {
    const token = tokens[place];
    const last = spans.at(-1);
    if (!token) continue;
    const joins =
      last !== undefined &&
      previous === place - 1 &&
      /^[\s'’-]*$/.test(text.slice(last[1], token.from));
    if (joins) last[1] = token.to;
    else spans.push([token.from, token.to]);
    previous = place;
  }
  return spans;
}
