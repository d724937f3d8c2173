import { finish, type Find } from './faults.ts';
import {
  compile,
  languagesOf,
  negationsFor,
  phrase,
  type Expressions,
  type Negation,
} from './pattern.ts';
import { readings, typed, type Reading } from './reading.ts';
import type { GuardCheck, GuardParts, GuardRule } from './rule.ts';
import { sentencesOf, type Sentences } from './sentence.ts';

/** `search` leaves no position behind in a shared expression, as `test` would. */
const finds = (pattern: RegExp, text: string) => text.search(pattern) >= 0;

/** How far a negation is looked for before and after what it negates. */
const NEGATION_BEFORE = 240;
const NEGATION_AFTER = 80;

// "No" is a word of several languages with different meanings; another script cannot be confused.
export const otherScripts = ['ru', 'ko', 'zh-CN'];

/** A reading with what is asked about it again and again. */
interface Read extends Reading {
  sentences: Sentences;
  languages: ReadonlySet<string>;
}

const prepare = (reading: Reading): Read => ({
  ...reading,
  sentences: sentencesOf(reading.text),
  languages: languagesOf(reading.text),
});

const hostOf = (address: string) =>
  address
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/[/?#:].*$/u, '')
    .replace(/^www\./u, '');

const isOwn = (host: string, own: readonly string[]) =>
  own.some((each) => host === each || host.endsWith(`.${each}`));

const isHere = ({ platforms, exceptPlatforms }: GuardRule, platform: string) =>
  (platforms?.includes(platform) ?? true) && !(exceptPlatforms?.includes(platform) ?? false);

function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    else yield match;
  }
}

/**
 * Makes the guard of a set of rules.
 *
 * A warning's message says why in the language asked for. Where the platform has no rule of its
 * own in the data, the nearest one is quoted and the message says whose it is. Expressions are
 * made when a text first needs them; the time a text takes grows with its length and no faster.
 */
export function createGuard(rules: readonly GuardRule[], parts: GuardParts): GuardCheck {
  const negations = new Map<number, ReadonlyMap<string, Negation>>();
  const negationsOf = (reach: number) => {
    const known = negations.get(reach);
    if (known) return known;
    const made = negationsFor(parts, reach);
    negations.set(reach, made);
    return made;
  };

  /** Is what stands between `start` and `end` negated in one of these languages? */
  function negated(
    { text, sentences }: Read,
    [start, end]: readonly [number, number],
    spoken: readonly string[],
    reach: number,
  ): boolean {
    const [from, to] = sentences.around(start, end);
    const before = text.slice(Math.max(from, start - NEGATION_BEFORE), start);
    const after = text.slice(end, Math.min(to, end + NEGATION_AFTER));
    const known = negationsOf(reach);
    return spoken.some((language) => {
      const words = known.get(language);
      return (
        words !== undefined &&
        (words.before.some((word) => finds(word(), before)) ||
          words.after.some((word) => finds(word(), after)))
      );
    });
  }

  const names = new Map(
    Object.entries(parts.ownNames).map(([platform, name]) => [platform, phrase(name)]),
  );

  return ({ platform, language: told, text, gloss, languages }) => {
    if (text.trim() === '') return [];
    const wanted = languages && new Set(['any', told, ...languages]);
    const read = readings(text).map(prepare);
    const raw = prepare(typed(text));
    const found: Find[] = [];
    const ownName = names.get(platform);

    for (const rule of rules) {
      const ruleId = rule.rules[platform] ?? rule.rules['default'];
      if (ruleId === undefined || !isHere(rule, platform)) continue;
      const { patterns, rawPatterns, unless, unlessText } = compile(rule);
      const plain = read[0]?.text ?? '';
      if (unlessText.some(([, excuses]) => excuses.some((excuse) => finds(excuse(), plain))))
        continue;

      const scan = (expressions: Expressions, reading: Read) => {
        // Long sentences hold many finds; whether they excuse them is found out once.
        const excused = new Map<string, boolean>();
        const isExcused = (spoken: readonly string[], start: number, end: number) => {
          const [from, to] = reading.sentences.around(start, end);
          const key = `${spoken.join()} ${from} ${to}`;
          let excuse = excused.get(key);
          if (excuse === undefined) {
            const sentence = reading.text.slice(from, to);
            excuse = unless.some(
              ([language, excuses]) =>
                (language === 'any' || spoken.includes(language)) &&
                reading.languages.has(language) &&
                excuses.some((each) => finds(each(), sentence)),
            );
            excused.set(key, excuse);
          }
          return excuse;
        };
        for (const [language, sources] of expressions) {
          if (!reading.languages.has(language) || wanted?.has(language) === false) continue;
          // A Spanish sentence may fit a Portuguese pattern; its own words for "not" count as well.
          const spoken = language === 'any' ? [told, ...otherScripts] : [language, told];
          for (const source of sources)
            for (const match of matches(source(), reading.text)) {
              const end = match.index + match[0].length;
              const trigger = match.indices?.[1] ?? [match.index, end];
              if (
                rule.negatable !== false &&
                negated(reading, trigger, spoken, rule.negationReach ?? 1)
              )
                continue;
              if (rule.links && isOwn(hostOf(match[0]), parts.ownHosts[platform] ?? [])) continue;
              if (rule.names && ownName && finds(ownName(), match[0])) continue;
              if (!isExcused(spoken, match.index, end))
                found.push({
                  rule,
                  ruleId,
                  start: reading.starts[match.index] ?? 0,
                  end: reading.ends[end - 1] ?? text.length,
                });
            }
        }
      };
      for (const reading of read) if (!(rule.links && reading.figures)) scan(patterns, reading);
      scan(rawPatterns, raw);
    }
    return finish(found, { text, platform, gloss, borrowed: parts.borrowed });
  };
}
