import type { Language, Localized } from './rule.ts';

/**
 * Reads a message as a platform would: for what may not be said to a buyer, through spacing,
 * look-alike letters and full-width tricks. What is forbidden is data; this file only matches.
 */

/** Patterns by language of the text; `any` holds what is the same in all of them. */
type Patterns = Readonly<Record<string, readonly string[]>>;

export interface GuardRule {
  id: string;
  /** `forbidden`: breaks a platform rule or a law. `advice`: works against the sender. */
  severity: 'forbidden' | 'advice';
  /** Rulebook id by platform. `default` is quoted where no text of the platform itself was found. */
  rules: Readonly<Record<string, string>>;
  /** Platforms the rule makes no sense on. */
  exceptPlatforms?: readonly string[];
  why: Localized;
  instead: Localized;
  /** False where a "do not" in front changes nothing. */
  negatable?: boolean;
  /** How many words may stand between a negation and what it negates. */
  negationReach?: number;
  /** Addresses of the platform itself are let through. */
  links?: boolean;
  /** Word lists, put into patterns as `{name}`; `any` serves every language. */
  words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * Regular expressions over lower-case text without diacritics. `‹` and `›` stand for the edges
   * of a word, `~` for up to forty characters of the same sentence. The first capturing group
   * marks what a negation must stand in front of.
   */
  patterns?: Patterns;
  /** The same over the text as it was typed, capitals and marks kept. */
  rawPatterns?: Patterns;
  /** Where one of these is found in the same sentence, there is no hit. */
  unless?: Patterns;
  /** Where one of these is found anywhere in the text, there is no hit. */
  unlessText?: Patterns;
}

export interface GuardParts {
  id: string;
  /** Words that negate what follows, and (Korean) what stands before them. */
  negation: { before: Patterns; after: Patterns };
  /** Hosts that belong to a platform. */
  ownHosts: Readonly<Record<string, readonly string[]>>;
  /** Added to a warning whose rule was published by another platform. */
  borrowed: Localized;
}

export interface GuardInput {
  platform: string;
  language: string;
  text: string;
  /** Language of the warnings. */
  gloss: Language;
}

export interface GuardWarning {
  ruleId: string;
  /** Place in the text, in UTF-16 units as strings count them; `end` is exclusive. */
  start: number;
  end: number;
  message: string;
  instead: string;
  /** Which guard rule spoke. */
  guard: string;
  severity: 'forbidden' | 'advice';
}

export type GuardCheck = (input: GuardInput) => GuardWarning[];

/** A text for matching, with the place each of its characters came from. */
interface Mapped {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

/** Pairs of a letter and what it stands for, written one after the other. */
const letters = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(' ').map((pair) => [...pair] as [string, string]));

/** Letters that imitate Latin ones whatever stands beside them. */
const alwaysLatin = letters(
  'αa βb γy εe ζz ηn ιi κk μm νv οo ρp τt υu χx ωw ᴀa ʙb ᴄc ᴅd ᴇe ғf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg ıi łl øo đd ꜱs',
);
const cyrillicToLatin = letters(
  'аa вb сc еe һh іi јj кk мm нh оo рp ѕs тt уy хx ԁd ԛq ԝw гr пn ѵv ӏl ьb иu',
);
const latinToCyrillic = letters('aа cс eе oо pр xх yу tт kк mм hн bв rг nп uи iі');
const digitsToCyrillic = letters('0о 3з 4ч 6б');
const leet = letters('0o 3e 4a 5s @a $s 7t !i |l €e');

const isLetter = (char: string) => /\p{L}/u.test(char);
const invisible = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\ufe00-\ufe0f\uffa0]/u;

/** Lower case, compatibility forms and diacritics folded, invisible characters gone. */
function foldChar(char: string): string {
  const compatible = char.normalize('NFKC').toLowerCase();
  let folded = '';
  for (const each of compatible) {
    const decomposed = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(each)
      ? each.normalize('NFD')
      : each;
    for (const part of decomposed) {
      if (/\p{M}/u.test(part) || invisible.test(part)) continue;
      if (part === 'ß') folded += 'ss';
      else folded += alwaysLatin.get(part) ?? part;
    }
  }
  return folded;
}

/** Folds a text. White space becomes one space, or at most `spaces` where its width tells words apart. */
function fold(original: string, spaces = 1): Mapped {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of original) {
    const end = at + char.length;
    let folded = invisible.test(char) ? '' : foldChar(char);
    if (/\s/u.test(folded)) folded = ' ';
    if (folded === ' ' && text.endsWith(' '.repeat(spaces))) folded = '';
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    text += folded;
    at = end;
  }
  return { text, starts, ends };
}

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

/** Replaces look-alikes inside words that mix scripts, or letters with figures. */
function disguised(
  mapped: Mapped,
  word: RegExp,
  mixes: (word: string) => boolean,
  table: ReadonlyMap<string, string>,
): Mapped {
  const text = mapped.text.replace(word, (found) =>
    mixes(found) ? [...found].map((char) => table.get(char) ?? char).join('') : found,
  );
  return { ...mapped, text };
}

const scriptWord = /[\p{L}\p{N}]+/gu;
const leetWord = /[\p{L}\p{N}@$!|€]+/gu;
const mixesScripts = (word: string) =>
  /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word);
const mixesFigures = (word: string) =>
  /[0-9@$!|€]/u.test(word) && (word.match(/[a-z]/gu)?.length ?? 0) >= 2;
const mixesCyrillicFigures = (word: string) =>
  /[0346]/u.test(word) && (word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) >= 2;

const without = (mapped: Mapped, drop: ReadonlySet<number>): Mapped => {
  const keep = [...mapped.starts.keys()].filter((index) => !drop.has(index));
  return {
    text: keep.map((index) => mapped.text[index] ?? '').join(''),
    starts: keep.map((index) => mapped.starts[index] ?? 0),
    ends: keep.map((index) => mapped.ends[index] ?? 0),
  };
};

// One letter, then the same separator before each further letter: "P a y P a l", "т.е.л.е.г.р.а.м".
const spelled =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}@$](?<between>[^\p{L}\p{N}@$]{1,3})[\p{L}\p{N}@$](?:\k<between>[\p{L}\p{N}@$])+(?![\p{L}\p{N}])/gu;
// Single syllables, the last of which may carry an ending: "카 카 오 톡으로".
const syllables =
  /(?<!\p{Script=Hangul})\p{Script=Hangul}(?:[^\p{L}\p{N}]{1,3}\p{Script=Hangul}(?!\p{Script=Hangul}))+[^\p{L}\p{N}]{1,3}(?=\p{Script=Hangul})/gu;
// Anything but Chinese punctuation between two characters: "微 信", "取-消".
const parted =
  /(?<=\p{Script=Han})[^\p{L}\p{N}。，！？、；：“”‘’（）《》\n]{1,3}(?=\p{Script=Han})/gu;

/** Joins what was spaced or dotted apart; null where nothing was. Needs a text that keeps double spaces. */
function joined(mapped: Mapped): Mapped | null {
  const drop = new Set<number>();
  for (const pattern of [spelled, syllables, parted])
    for (const match of mapped.text.matchAll(pattern)) {
      if (pattern !== parted && !isLetter(match[0][0] ?? '') && !/\p{L}/u.test(match[0])) continue;
      for (let index = match.index; index < match.index + match[0].length; index += 1)
        if (!/[\p{L}\p{N}@$]/u.test(mapped.text[index] ?? '')) drop.add(index);
    }
  if (drop.size === 0) return null;
  const together = without(mapped, drop);
  const doubled = new Set(
    [...together.starts.keys()].filter(
      (index) => together.text.slice(index - 1, index + 1) === '  ',
    ),
  );
  return without(together, doubled);
}

const leetWith = (one: string) => new Map([...leet, ['1', one]]);

/** How a person would understand a text in which letters imitate one another. */
function undisguised(base: Mapped): Mapped[] {
  const latin = disguised(base, scriptWord, mixesScripts, cyrillicToLatin);
  const cyrillic = disguised(base, scriptWord, mixesScripts, latinToCyrillic);
  return [
    base,
    latin,
    cyrillic,
    disguised(latin, leetWord, mixesFigures, leetWith('i')),
    disguised(latin, leetWord, mixesFigures, leetWith('l')),
    disguised(cyrillic, scriptWord, mixesCyrillicFigures, digitsToCyrillic),
  ];
}

/** The readings of a text: as it stands, and as a person would understand a disguised one. */
function readings(original: string): Mapped[] {
  const together = joined(fold(original, 2));
  const all = [...undisguised(fold(original)), ...(together ? undisguised(together) : [])];
  return all.filter((each, index) => all.findIndex(({ text }) => text === each.text) === index);
}

const edge = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' };
const gapInSentence = '[^.!?。！？;；]{0,40}?';

/** Turns a pattern of the data into a regular expression. */
function expression(
  source: string,
  words: GuardRule['words'],
  language: string,
  raw: boolean,
): RegExp {
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
  return new RegExp(raw ? full : foldPattern(full), 'dgu');
}

/** The patterns of a rule, ready to use. */
interface Compiled {
  rule: GuardRule;
  patterns: Expressions;
  rawPatterns: Expressions;
  unless: Expressions;
  unlessText: Expressions;
}
type Expressions = readonly (readonly [language: string, expressions: readonly RegExp[]])[];

function compile(rule: GuardRule): Compiled {
  const all = (patterns: Patterns | undefined, raw = false): Expressions =>
    Object.entries(patterns ?? {}).map(([language, sources]) => [
      language,
      sources.map((source) => expression(source, rule.words, language, raw)),
    ]);
  return {
    rule,
    patterns: all(rule.patterns),
    rawPatterns: all(rule.rawPatterns, true),
    unless: all(rule.unless),
    unlessText: all(rule.unlessText),
  };
}

/** Words that turn a find into its opposite, for one reach. */
type Negations = ReadonlyMap<string, { before: readonly RegExp[]; after: readonly RegExp[] }>;

function compileNegations(parts: GuardParts, reach: number): Negations {
  return new Map(
    Object.keys(parts.negation.before).map((language) => {
      const between =
        language === 'zh-CN'
          ? `[\\p{L}]{0,${reach * 2}}`
          : `(?:\\s*[\\p{L}\\p{N}'’-]+){0,${reach}}\\s*`;
      const ready = (words: readonly string[] | undefined, frame: (word: string) => string) =>
        (words ?? []).map((word) => expression(frame(word), undefined, language, false));
      return [
        language,
        {
          before: ready(parts.negation.before[language], (word) => `(?:${word})${between}$`),
          after: ready(parts.negation.after[language], (word) => `^(?:${word})`),
        },
      ];
    }),
  );
}

/** `search` leaves no position behind in a shared expression, as `test` would. */
const finds = (pattern: RegExp, text: string) => text.search(pattern) >= 0;

const sentenceEnd = /[.!?。！？;；]/u;
/** A full stop inside "t.me" or "1.5" ends nothing. */
const endsSentence = (text: string, index: number) =>
  sentenceEnd.test(text[index] ?? '') &&
  !(text[index] === '.' && /[\p{L}\p{N}]/u.test(text[index + 1] ?? ''));

function sentenceAround(
  text: string,
  start: number,
  end: number,
): { before: string; whole: string; after: string } {
  let from = start;
  while (from > 0 && !endsSentence(text, from - 1)) from -= 1;
  let to = end;
  while (to < text.length && !endsSentence(text, to)) to += 1;
  return {
    before: text.slice(from, start),
    whole: text.slice(from, to),
    after: text.slice(end, to),
  };
}

const negated = (
  negations: Negations,
  read: readonly string[],
  text: string,
  trigger: readonly [number, number],
): boolean => {
  const around = sentenceAround(text, trigger[0], trigger[1]);
  return read.some((language) => {
    const words = negations.get(language);
    return (
      words !== undefined &&
      (words.before.some((word) => finds(word, around.before)) ||
        words.after.some((word) => finds(word, around.after)))
    );
  });
};

const hostOf = (address: string) =>
  address
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/[/?#:].*$/u, '')
    .replace(/^www\./u, '');

const isOwn = (host: string, own: readonly string[]) =>
  own.some((each) => host === each || host.endsWith(`.${each}`));

/**
 * Makes the guard of a set of rules.
 *
 * A warning's message says why in the language asked for. Where the platform has no rule of its
 * own in the data, the nearest one is quoted and the message says whose it is.
 */
export function createGuard(rules: readonly GuardRule[], parts: GuardParts): GuardCheck {
  const compiled = rules.map(compile);
  // "No" is a word of several languages with different meanings; another script cannot be confused.
  const otherScripts = ['ru', 'ko', 'zh-CN'];
  const negations = new Map<number, Negations>();
  for (const { negationReach = 1 } of rules)
    if (!negations.has(negationReach))
      negations.set(negationReach, compileNegations(parts, negationReach));

  return ({ platform, language: told, text, gloss }) => {
    if (text.trim() === '') return [];
    const read = readings(text);
    const typed: Mapped = {
      text: text.replace(/\s/gu, ' '),
      starts: [...Array(text.length).keys()],
      ends: [...Array(text.length).keys()].map((index) => index + 1),
    };
    const warnings: GuardWarning[] = [];
    for (const { rule, patterns, rawPatterns, unless, unlessText } of compiled) {
      const ruleId = rule.rules[platform] ?? rule.rules['default'];
      if (ruleId === undefined || rule.exceptPlatforms?.includes(platform)) continue;
      if (
        unlessText.some(([, excuses]) =>
          excuses.some((excuse) => finds(excuse, read[0]?.text ?? '')),
        )
      )
        continue;

      const spans: [number, number][] = [];
      const scan = (expressions: Expressions, mapped: Mapped) => {
        for (const [language, sources] of expressions) {
          // A Spanish sentence may fit a Portuguese pattern; its own words for "not" count as well.
          const spoken = language === 'any' ? [told, ...otherScripts] : [language, told];
          for (const source of sources)
            for (const match of mapped.text.matchAll(source)) {
              const end = match.index + match[0].length;
              if (end === match.index) continue;
              const trigger = match.indices?.[1] ?? [match.index, end];
              const reach = negations.get(rule.negationReach ?? 1);
              if (rule.negatable !== false && reach && negated(reach, spoken, mapped.text, trigger))
                continue;
              if (rule.links && isOwn(hostOf(match[0]), parts.ownHosts[platform] ?? [])) continue;
              const { whole } = sentenceAround(mapped.text, match.index, end);
              const excused = unless.some(
                ([each, excuses]) =>
                  (each === 'any' || spoken.includes(each)) &&
                  excuses.some((excuse) => finds(excuse, whole)),
              );
              if (!excused)
                spans.push([mapped.starts[match.index] ?? 0, mapped.ends[end - 1] ?? text.length]);
            }
        }
      };
      for (const mapped of read) scan(patterns, mapped);
      scan(rawPatterns, typed);

      const own = [platform, 'law', 'research'].some((publisher) =>
        ruleId.startsWith(`${publisher}.`),
      );
      const message = own
        ? rule.why[gloss]
        : `${rule.why[gloss]}${gloss === 'en' ? ' ' : ''}${parts.borrowed[gloss]}`;
      for (const [start, end] of merge(spans))
        warnings.push({
          ruleId,
          start,
          end,
          message,
          instead: rule.instead[gloss],
          guard: rule.id,
          severity: rule.severity,
        });
    }
    return warnings.sort(
      (a, b) => a.start - b.start || a.end - b.end || (a.guard < b.guard ? -1 : 1),
    );
  };
}

/** Overlapping finds of one rule are one warning. */
function merge(spans: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else merged.push([...span]);
  }
  return merged;
}
