import { canStand, gateOf } from '../shared/grams.ts';
import { foldChar, isLetter } from './letters.ts';
import type { GuardParts, GuardRule, Patterns, WordLists } from './rule.ts';

/** Full-width marks become plain ones in a text, so they do in a pattern. */
const plainMarks: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '！': '!',
  '：': ':',
  '？': '\\?',
};

/** The diacritics of a pattern are folded like those of the text; its regular-expression signs stay. */
const foldPattern = (source: string) =>
  [...source]
    .map(
      (char) =>
        plainMarks[char] ?? (isLetter(char) && char === char.toLowerCase() ? foldChar(char) : char),
    )
    .join('');

const edge = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' };
const gapInSentence = '[^.!?。！？;；]{0,40}?';

/** No word and no row of words is longer. Without an end, a pasted token would be read once a letter. */
const LONGEST = 40;
// An escape, a class, or a repeat without an end.
const repeats = /\\[pPu]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|(?<endless>[*+]|\{\d+,\})/gsu;

/** Gives every repeat an end, so that reading a text takes steps in proportion to its length. */
export const bounded = (source: string): string =>
  source.replace(repeats, (found, ...rest) => {
    const { endless } = rest.at(-1) as { endless?: string };
    if (endless === undefined) return found;
    const least = endless === '*' ? '0' : endless === '+' ? '1' : endless.slice(1, -2);
    return `{${least},${LONGEST}}`;
  });

/**
 * The letters a reading can hold, in few ranges: lower case, no diacritics, no full width. For
 * `\p{L}` an engine builds a table of hundreds of ranges wherever it stands, which takes ten times
 * as long as the rest of a pattern. Scripts in which no pattern is written are left out.
 */
export const LETTERS =
  'a-z\\u00df-\\u00f6\\u00f8-\\u02af\\u03ac-\\u03f5\\u0400-\\u0481\\u048a-\\u052f\\u1100-\\u11ff' +
  '\\u3005-\\u3007\\u3041-\\u3096\\u309d-\\u309e\\u30a1-\\u30fa\\u3131-\\u318e\\u3400-\\u4dbf\\u4e00-\\u9fff' +
  '\\uac00-\\ud7a3\\u{20000}-\\u{323af}';
const inClass = (text: string) => text.replaceAll('\\p{L}', LETTERS).replaceAll('\\p{N}', '0-9');
const classes = /\\p\{[LN]\}|\\.|\[(?:\\.|[^\]\\])*\]/gsu;

/** Says in few ranges what counts as a letter and a figure in a reading. */
export const brief = (source: string): string =>
  source.replace(classes, (found) =>
    found.startsWith('[')
      ? inClass(found)
      : inClass(found) === found
        ? found
        : `[${inClass(found)}]`,
  );

/** A pattern of the data with its words, as the source of an expression whose letters are still `\p{L}`. */
function inserted(
  source: string,
  words: WordLists | undefined,
  language: string,
  raw: boolean,
): string {
  const insert = (text: string): string =>
    text.replace(/\{([a-z]{2,})\}/gu, (_, name: string) => {
      const word = words?.[language]?.[name] ?? words?.['any']?.[name];
      if (word === undefined)
        throw new Error(`A pattern names {${name}}, which has no words in ${language}.`);
      return `(?:${insert(word)})`;
    });
  const full = insert(source)
    .replaceAll('‹', edge.before)
    .replaceAll('›', edge.after)
    .replaceAll('~', gapInSentence);
  return bounded(raw ? full : foldPattern(full));
}

/** Turns a pattern of the data into the source of a regular expression. */
export function expand(
  source: string,
  words: WordLists | undefined,
  language: string,
  raw = false,
): string {
  const full = inserted(source, words, language, raw);
  return raw ? full : brief(full);
}

/** Made when a text is first held against it, once: a browser needs a moment for each. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

/** An expression of a pattern on its own, without words or language. */
export const expressionOf = (source: string, flags = 'u'): RegExp =>
  new RegExp(expand(source, undefined, 'any'), flags);

export interface Expression {
  /** Made when it is first used. */
  made: () => RegExp;
  /** Whether it can match in a text with these signs and pairs of signs: most are told by one look, and never made. */
  mayStand: (grams: Uint8Array) => boolean;
}

/** Expressions by language. */
export type Expressions = readonly (readonly [
  language: string,
  expressions: readonly Expression[],
])[];

/** A rule's patterns, ready to be used. */
export interface Compiled {
  patterns: Expressions;
  rawPatterns: Expressions;
  unless: Expressions;
  unlessText: Expressions;
}

/**
 * What is made of a rule, once for each set of further words it is made for. However many guards hold the
 * rule, they share it.
 */
export function oncePerRule<More extends readonly string[], Made>(
  make: (rule: GuardRule, ...more: More) => Made,
): (rule: GuardRule, ...more: More) => Made {
  const known = new WeakMap<GuardRule, Map<string, () => Made>>();
  return (rule, ...more) => {
    const all = known.get(rule) ?? new Map<string, () => Made>();
    known.set(rule, all);
    const key = more.join(' ');
    const ready = all.get(key) ?? once(() => make(rule, ...more));
    all.set(key, ready);
    return ready();
  };
}

/** The patterns of a rule. */
export const compile = oncePerRule((rule): Compiled => {
  const all = (patterns: Patterns | undefined, flags: string, raw = false): Expressions =>
    Object.entries(patterns ?? {}).map(([language, sources]) => [
      language,
      sources.map((source): Expression => {
        const full = once(() => inserted(source, rule.words, language, raw));
        const gate = once(() => ({ row: gateOf([full()]) }));
        return {
          made: once(() => new RegExp(raw ? full() : brief(full()), flags)),
          mayStand: (grams) => {
            const { row } = gate();
            return row === null || canStand(row, grams);
          },
        };
      }),
    ]);
  return {
    patterns: all(rule.patterns, 'dgu'),
    rawPatterns: all(rule.rawPatterns, 'dgu', true),
    unless: all(rule.unless, 'u'),
    unlessText: all(rule.unlessText, 'u'),
  };
});

/** Words that turn a find into its opposite. */
export interface Negation {
  before: readonly (() => RegExp)[];
  after: readonly (() => RegExp)[];
}

/** The negations of each language, for a number of words that may stand in between. */
export function negationsFor(parts: GuardParts, reach: number): ReadonlyMap<string, Negation> {
  return new Map(
    Object.keys(parts.negation.before).map((language) => {
      // A word begins where a space ends: with the space left to choice, a long word can be cut in endless ways.
      const word = "[\\p{L}\\p{N}'’-]+";
      const between =
        language === 'zh-CN'
          ? `\\p{L}{0,${reach * 2}}`
          : reach === 0
            ? '\\s*'
            : `(?:\\s*${word}(?:\\s+${word}){0,${reach - 1}})?\\s*`;
      const ready = (words: readonly string[] | undefined, frame: (word: string) => string) =>
        (words ?? []).map((each) =>
          once(() => new RegExp(expand(frame(each), undefined, language), 'u')),
        );
      return [
        language,
        {
          before: ready(parts.negation.before[language], (each) => `(?:${each})${between}$`),
          after: ready(parts.negation.after[language], (each) => `^(?:${each})`),
        },
      ];
    }),
  );
}

const scripts: readonly (readonly [languages: readonly string[], script: RegExp])[] = [
  [['ru'], /\p{Script=Cyrillic}/u],
  [['ko'], /\p{Script=Hangul}/u],
  [['zh-CN'], /\p{Script=Han}/u],
  [['en', 'es', 'pt-BR', 'fr', 'de', 'pl'], /\p{Script=Latin}/u],
];

/** The languages a text can be in by its letters. Patterns of any other need not be made at all. */
export const languagesOf = (text: string): ReadonlySet<string> =>
  new Set([
    'any',
    ...scripts.flatMap(([languages, script]) => (script.test(text) ? languages : [])),
  ]);
