import type { finish, Find } from './faults.ts';
import { hasToRead, type Reader, type Reads } from './later.ts';
import { oddNames, sentences, titles } from './names.ts';
import { compile, expressionOf, negationsFor, type Expressions, type Negation } from './pattern.ts';
import { finds, findsAll, otherScripts, prepare, type Read } from './prepared.ts';
import { readings, typed } from './reading.ts';
import type { GuardCheck, GuardInput, GuardParts, GuardRule, GuardWarning } from './rule.ts';

/** How far a negation is looked for before and after what it negates. */
const NEGATION_BEFORE = 240;
const NEGATION_AFTER = 80;

const hostOf = (address: string) =>
  address
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/[/?#:].*$/u, '')
    .replace(/^www\./u, '');

const isOwn = (host: string, own: readonly string[]) =>
  own.some((each) => host === each || host.endsWith(`.${each}`));

const isHere = ({ platforms, exceptPlatforms }: GuardRule, platform: string) =>
  (platforms?.includes(platform) ?? true) && !(exceptPlatforms?.includes(platform) ?? false);

/** What a text of a field is understood for wherever there is a guard. */
const atOnce: Readonly<Partial<Record<Reads, Reader>>> = {
  titles,
  'odd-names': oddNames,
  sentences,
};

/** Whether a rule speaks of what fills such a field; of a reply where it fills none. */
function isAbout({ fields }: GuardRule, field: GuardInput['field']): boolean {
  if (!field) return fields === undefined || fields === 'also';
  if (fields === 'name') return field === 'name' || field === 'person';
  return fields === 'person' ? field === 'person' : fields !== undefined;
}

/** What a guard needs for some texts only: what understands days, amounts and languages, and what words a find. */
export interface GuardLater {
  readers: Readonly<Partial<Record<Reads, Reader>>>;
  finish: typeof finish;
}

/** A guard, and the same in shares of a rule each, for whoever has other things to do in between. */
export interface SharedOut extends GuardCheck {
  inShares: (input: GuardInput) => Generator<undefined, GuardWarning[]>;
}

/**
 * Makes the guard of a set of rules. Where a text needs what is not here, `onLack` hears of it, and the answer is
 * not all there is to find.
 *
 * A warning's message says why in the language asked for. Where the platform has no rule of its
 * own in the data, the nearest one is quoted and the message says whose it is. Expressions are
 * made when a text first needs them; the time a text takes grows with its length and no faster.
 */
export function createGuardWith(
  rules: readonly GuardRule[],
  parts: GuardParts,
  later: GuardLater | null,
  onLack: () => void = () => undefined,
): SharedOut {
  const readers = { ...atOnce, ...later?.readers };
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
    Object.entries(parts.ownNames).map(([platform, name]) => [platform, expressionOf(name)]),
  );
  const allLanguages = Object.keys(parts.negation.before);

  function* inShares(input: GuardInput): Generator<undefined, GuardWarning[]> {
    const { platform, language: told, text, gloss, languages, today = null, field = false } = input;
    if (text.trim() === '') return [];
    const wanted = languages && new Set(['any', told, ...languages]);
    const read = readings(text).map(prepare);
    const raw = prepare(typed(text));
    const found: Find[] = [];
    const ownName = names.get(platform);
    const asked = {
      read: read[0] ?? raw,
      raw,
      told,
      languages: languages ? [...new Set([told, ...languages])] : allLanguages,
      today,
      field: Boolean(field),
      asksTongue: input.asksTongue ?? true,
    };

    for (const rule of rules) {
      const ruleId = rule.rules?.[platform] ?? rule.rules?.['default'] ?? null;
      if (!isHere(rule, platform) || !isAbout(rule, field)) continue;
      yield;
      if (rule.reads) {
        if (!hasToRead({ ...asked, rule })) continue;
        const reader = readers[rule.reads];
        if (!reader) onLack();
        for (const place of reader?.({ ...asked, rule }) ?? [])
          found.push({ rule, ruleId, ...place });
        continue;
      }
      const { patterns, rawPatterns, unless, unlessText } = compile(rule);
      const plain = asked.read;
      if (
        unlessText.some(([, excuses]) =>
          excuses.some(({ made, mayStand }) => mayStand(plain.grams) && finds(made(), plain.text)),
        )
      )
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
                excuses.some(({ made }) => finds(made(), sentence)),
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
            for (const match of findsAll(source, reading)) {
              const end = match.index + match[0].length;
              const trigger = match.indices?.[1] ?? [match.index, end];
              if (
                rule.negatable !== false &&
                negated(reading, trigger, spoken, rule.negationReach ?? 1)
              )
                continue;
              if (rule.links && isOwn(hostOf(match[0]), parts.ownHosts[platform] ?? [])) continue;
              if (rule.names && ownName && finds(ownName, match[0])) continue;
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
    if (found.length === 0) return [];
    if (!later) onLack();
    return later?.finish(found, { text, platform, gloss, borrowed: parts.borrowed }) ?? [];
  }

  return Object.assign(
    (input: GuardInput) => {
      const shares = inShares(input);
      let share = shares.next();
      while (!share.done) share = shares.next();
      return share.value;
    },
    { inShares },
  );
}
