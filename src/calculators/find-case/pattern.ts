/**
 * Cues as people write them down: `not|never _ arriv*`. Words follow one another; `a|b` is either,
 * `arriv*` what begins like it, `turn~up` two words as one of several, `N` a number, a name in capitals the
 * words of that list, `_` up to two pieces of anything and `__` up to five, within one clause.
 */
import { tokensOf, type Token } from './tokens.ts';

/** One piece that is asked for. */
interface Matcher {
  word: string;
  kind: 'word' | 'stem' | 'number';
}

interface Element {
  /** Pieces that may stand before it and belong to nothing. */
  gap: number;
  /** Each is a row of pieces; the longest first. */
  either: readonly (readonly Matcher[])[];
}

export interface Pattern {
  cue: string;
  /** What comes after the alternative it is filed under. */
  head: readonly Matcher[];
  rest: readonly Element[];
}

const SHORT_GAP = 2;
const LONG_GAP = 5;

const matchersOf = (alternative: string): Matcher[] => {
  const isStem = alternative.endsWith('*');
  const text = isStem ? alternative.slice(0, -1) : alternative;
  if (text === 'N') return [{ word: 'N', kind: 'number' }];
  const pieces = tokensOf(text.replaceAll('~', ' '));
  return pieces.map(({ word }, i) => ({
    word,
    kind: isStem && i === pieces.length - 1 ? 'stem' : 'word',
  }));
};

/** @throws where the pattern says nothing, or names a list that is not there. */
export function compilePattern(
  cue: string,
  source: string,
  lists: Readonly<Record<string, string>>,
): Pattern[] {
  const elements: Element[] = [];
  let gap = 0;
  for (const part of source.split(/\s+/)) {
    if (part === '_' || part === '__') {
      gap = part === '_' ? SHORT_GAP : LONG_GAP;
      continue;
    }
    const either = part
      .split('|')
      .flatMap((one) => {
        if (!/^[A-Z]{2,}$/.test(one)) return [one];
        const list = lists[one];
        if (list === undefined) throw new Error(`${cue}: there is no list ${one}.`);
        return list.split('|');
      })
      .map(matchersOf)
      .filter((row) => row.length > 0)
      .sort((a, b) => b.length - a.length);
    if (either.length === 0) throw new Error(`${cue}: “${source}” holds an empty part.`);
    elements.push({ gap, either });
    gap = 0;
  }
  const [first, ...rest] = elements;
  if (!first || first.gap > 0) throw new Error(`${cue}: “${source}” begins with nothing.`);
  return first.either.map((head) => ({ cue, head, rest }));
}

export interface Found {
  cue: string;
  /** Places of its pieces in the list of tokens, ascending; what a gap skips is not among them. */
  at: number[];
}

/** What a token is read as: itself, and the words it is a slip of. */
export type Readings = (token: Token, at: number) => readonly string[];

/** A longer row of figures is a number of something, and no count. */
const LONGEST_COUNT = 3;

const fits = (matcher: Matcher, token: Token, readings: readonly string[]): boolean =>
  matcher.kind === 'number'
    ? token.isNumber && !token.isDay && token.word.length <= LONGEST_COUNT
    : readings.some((word) =>
        matcher.kind === 'stem' ? word.startsWith(matcher.word) : word === matcher.word,
      );

/** Patterns filed under the word they begin with, so that a text is walked through once. */
export class PatternIndex {
  private readonly words = new Map<string, Pattern[]>();
  private readonly stems = new Map<string, Pattern[]>();
  private readonly numbers: Pattern[] = [];
  /** Every word and every stem that is asked for anywhere: what a slip may be a slip of. */
  readonly vocabulary = { words: new Set<string>(), stems: new Set<string>() };
  private longestStem = 0;

  add(pattern: Pattern): void {
    const [first] = pattern.head;
    if (!first) return;
    if (first.kind === 'number') this.numbers.push(pattern);
    else {
      const place = first.kind === 'stem' ? this.stems : this.words;
      const known = place.get(first.word);
      if (known) known.push(pattern);
      else place.set(first.word, [pattern]);
    }
    for (const row of [pattern.head, ...pattern.rest.flatMap(({ either }) => either)])
      for (const { word, kind } of row) {
        if (kind === 'number') continue;
        this.vocabulary[kind === 'stem' ? 'stems' : 'words'].add(word);
        if (kind === 'stem') this.longestStem = Math.max(this.longestStem, word.length);
      }
  }

  /** Whether a word stands in some pattern, whole or by its beginning. */
  knows(word: string): boolean {
    return (
      this.vocabulary.words.has(word) ||
      this.beginningsOf(word).some((stem) => this.vocabulary.stems.has(stem))
    );
  }

  private beginningsOf(word: string): string[] {
    const longest = Math.min(word.length, this.longestStem);
    return Array.from({ length: longest }, (_, i) => word.slice(0, i + 1));
  }

  /** Everything that is found, by where it begins. */
  search(tokens: readonly Token[], readings: Readings): Found[] {
    const read = tokens.map(readings);
    return tokens.flatMap((token, at) => {
      const words = read[at] ?? [];
      const candidates = [
        ...words.flatMap((word) => this.words.get(word) ?? []),
        ...words.flatMap((word) =>
          this.beginningsOf(word).flatMap((stem) => this.stems.get(stem) ?? []),
        ),
        ...(token.isNumber ? this.numbers : []),
      ];
      return candidates.flatMap((pattern): Found[] => {
        const places = matchAt(pattern, tokens, read, at);
        return places ? [{ cue: pattern.cue, at: places }] : [];
      });
    });
  }
}

function row(
  matchers: readonly Matcher[],
  tokens: readonly Token[],
  read: readonly (readonly string[])[],
  at: number,
  clause: number,
): boolean {
  return matchers.every((matcher, i) => {
    const token = tokens[at + i];
    return token?.clause === clause && fits(matcher, token, read[at + i] ?? []);
  });
}

function matchAt(
  pattern: Pattern,
  tokens: readonly Token[],
  read: readonly (readonly string[])[],
  at: number,
): number[] | null {
  const clause = tokens[at]?.clause ?? -1;
  if (!row(pattern.head, tokens, read, at, clause)) return null;
  const span = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);
  const next = (index: number, from: number): number[] | null => {
    const element = pattern.rest[index];
    if (!element) return [];
    for (let skipped = 0; skipped <= element.gap; skipped += 1)
      for (const matchers of element.either) {
        if (!row(matchers, tokens, read, from + skipped, clause)) continue;
        const after = next(index + 1, from + skipped + matchers.length);
        if (after) return [...span(from + skipped, matchers.length), ...after];
      }
    return null;
  };
  const after = next(0, at + pattern.head.length);
  return after && [...span(at, pattern.head.length), ...after];
}
