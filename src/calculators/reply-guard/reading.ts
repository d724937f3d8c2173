import {
  cyrillicToLatin,
  digitsToCyrillic,
  foldChar,
  invisible,
  isLetter,
  latinToCyrillic,
  leetWith,
} from './letters.ts';

/** A text for matching, with the place each of its UTF-16 units came from. */
export interface Reading {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
  /** Figures and signs were read as letters: an address or an e-mail looks different here. */
  figures: boolean;
}

/** Folding a character takes several expressions; a text has few different ones. */
const folds = new Map<string, string>();
function folded(char: string): string {
  let fold = folds.get(char);
  if (fold === undefined) {
    fold = invisible.test(char) ? '' : foldChar(char);
    if (/\s/u.test(fold)) fold = ' ';
    // Whoever pastes every character there is shall not fill the memory.
    if (folds.size > 5000) folds.clear();
    folds.set(char, fold);
  }
  return fold;
}

/** Folds a text. White space becomes one space, or at most `spaces` where its width tells words apart. */
export function fold(original: string, spaces = 1): Reading {
  const kept: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let blanks = 0;
  for (const char of original) {
    const end = at + char.length;
    const text = folded(char);
    if (text === ' ') blanks += 1;
    else if (text !== '') blanks = 0;
    if (text !== '' && blanks <= spaces) {
      kept.push(text);
      for (let unit = 0; unit < text.length; unit += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
    at = end;
  }
  return { text: kept.join(''), starts, ends, figures: false };
}

/** The text as it was typed, but for white space. */
export function typed(original: string): Reading {
  const starts = Array.from({ length: original.length }, (_, index) => index);
  return {
    text: original.replace(/\s/gu, ' '),
    starts,
    ends: starts.map((index) => index + 1),
    figures: false,
  };
}

/** Replaces look-alikes inside words that mix scripts, or letters with figures. */
function disguised(
  reading: Reading,
  word: RegExp,
  mixes: (word: string) => boolean,
  table: ReadonlyMap<string, string>,
  figures = false,
): Reading {
  const text = reading.text.replace(word, (found) =>
    mixes(found) ? [...found].map((char) => table.get(char) ?? char).join('') : found,
  );
  return { ...reading, text, figures };
}

const scriptWord = /[\p{L}\p{N}]+/gu;
const leetWord = /[\p{L}\p{N}@$!|€]+/gu;
const mixesScripts = (word: string) =>
  /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word);
const mixesFigures = (word: string) =>
  /[0-9@$!|€]/u.test(word) && (word.match(/[a-z]/gu)?.length ?? 0) >= 2;
const mixesCyrillicFigures = (word: string) =>
  /[0346]/u.test(word) && (word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) >= 2;

const without = (reading: Reading, drop: ReadonlySet<number>): Reading => {
  const keep = [...reading.starts.keys()].filter((index) => !drop.has(index));
  return {
    ...reading,
    text: keep.map((index) => reading.text[index] ?? '').join(''),
    starts: keep.map((index) => reading.starts[index] ?? 0),
    ends: keep.map((index) => reading.ends[index] ?? 0),
  };
};

// One letter, then the same separator before each further letter: "P a y P a l", "т.е.л.е.г.р.а.м".
const spelled =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}@$](?<between>[^\p{L}\p{N}@$]{1,3})[\p{L}\p{N}@$](?:\k<between>[\p{L}\p{N}@$])+(?![\p{L}\p{N}])/gu;
// Single syllables, the last of which may carry an ending: "카 카 오 톡으로".
const syllables =
  /(?<!\p{Script=Hangul})\p{Script=Hangul}(?:[^\p{L}\p{N}]{1,3}\p{Script=Hangul}(?!\p{Script=Hangul}))+[^\p{L}\p{N}]{1,3}(?=\p{Script=Hangul})/gu;
// Anything between two characters, unless it was Chinese punctuation or a new line: "微 信", "取-消".
const parted = /(?<=\p{Script=Han})[^\p{L}\p{N}]{1,3}(?=\p{Script=Han})/gu;
const PARTS = /[。，！？、；：“”‘’（）《》\n]/u;

/** Joins what was spaced or dotted apart; null where nothing was. Reads a text so that it keeps double spaces. */
function joined(original: string): Reading | null {
  const reading = fold(original, 2);
  // A folded text no longer tells a Chinese comma from one that was put between the signs of a word.
  const typedAt = (from: number, to: number) =>
    original.slice(reading.starts[from], reading.ends[to - 1]);
  const drop = new Set<number>();
  for (const pattern of [spelled, syllables, parted])
    for (const match of reading.text.matchAll(pattern)) {
      if (pattern !== parted && !isLetter(match[0][0] ?? '') && !/\p{L}/u.test(match[0])) continue;
      const end = match.index + match[0].length;
      if (pattern === parted && PARTS.test(typedAt(match.index, end))) continue;
      for (let index = match.index; index < end; index += 1)
        if (!/[\p{L}\p{N}@$]/u.test(reading.text[index] ?? '')) drop.add(index);
    }
  if (drop.size === 0) return null;
  const together = without(reading, drop);
  const doubled = new Set(
    [...together.starts.keys()].filter(
      (index) => together.text[index] === ' ' && together.text[index - 1] === ' ',
    ),
  );
  return without(together, doubled);
}

/** How a person would understand a text in which letters imitate one another. */
function undisguised(base: Reading): Reading[] {
  const latin = disguised(base, scriptWord, mixesScripts, cyrillicToLatin);
  const cyrillic = disguised(base, scriptWord, mixesScripts, latinToCyrillic);
  return [
    base,
    latin,
    cyrillic,
    disguised(latin, leetWord, mixesFigures, leetWith('i'), true),
    disguised(latin, leetWord, mixesFigures, leetWith('l'), true),
    disguised(cyrillic, scriptWord, mixesCyrillicFigures, digitsToCyrillic, true),
  ];
}

/** The readings of a text: as it stands, and as a person would understand a disguised one. */
export function readings(original: string): Reading[] {
  const together = joined(original);
  const all = [...undisguised(fold(original)), ...(together ? undisguised(together) : [])];
  return all.filter((each, index) => all.findIndex(({ text }) => text === each.text) === index);
}
