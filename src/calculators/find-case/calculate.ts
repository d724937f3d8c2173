import type { Incomplete, InputIssue, Invalid } from '../shared/result.ts';
import { fit, type Misfit } from '../shared/shape.ts';
import { isZone, readInstant } from '../shared/time.ts';
import { readAmounts, type AmountFound } from './amounts.ts';
import type { CueRules, Cues } from './cues.ts';
import { createFinder, MOST_TOKENS, type Candidate } from './find.ts';
import { languageOf, languagesIn, type CueLanguage } from './languages.ts';
import { readMoments, type MomentFound } from './moments.ts';
import { readIds } from './order-ids.ts';
import { createPlatforms } from './platforms.ts';
import { inputShape } from './schema.ts';
import { tokensOf } from './tokens.ts';

/**
 * Why no situation fits: the text has no word in a script that is read; it has only a greeting or thanks;
 * something in it speaks for a situation, and too little; nothing in it does.
 */
export type NoFit = 'no-words' | 'courtesy' | 'too-little' | 'nothing-known';

export interface SituationFound extends Candidate {
  /** Kind of case in the planner, on the platform the text names; null where there is none. */
  flow: string | null;
}

export type FindResult =
  | {
      kind: 'ok';
      /** At most three, the likeliest first. */
      candidates: SituationFound[];
      /** Why there is none; null where there is one. */
      why: NoFit | null;
      /** Languages whose words were looked for. */
      /** Whose words were looked for. */
      languages: CueLanguage[];
      /** The one it is written in; null where nothing tells, and somebody has to be asked. */
      language: CueLanguage | null;
      orderIds: string[];
      tracking: string[];
      /** Platforms the text names. */
      platforms: string[];
      moments: MomentFound[];
      amounts: Omit<AmountFound, 'isExact'>[];
      /** Whether the text is so long that its end decided nothing. */
      isCut: boolean;
    }
  | Incomplete
  | Invalid;
export type FindOk = Extract<FindResult, { kind: 'ok' }>;

/** The words of a language; undefined where they are not there (yet). */
export type CuesOf = (language: CueLanguage) => Cues | undefined;

const issueOf = ({ path, code, most }: Misfit): InputIssue => {
  const issue = (key: string, values: InputIssue['values'] = {}) => ({
    path,
    key: `tool.find-case.error.${key}`,
    values,
  });
  if (code === 'unknown') return issue('unknown-field');
  return code === 'too-long' ? issue('too-long', { limit: most ?? 0 }) : issue('shape');
};

const once = (ids: readonly { id: string }[]) => [...new Set(ids.map(({ id }) => id))];

/**
 * Makes the reader of pasted texts.
 *
 * @param rules which cue speaks for which situation.
 * @param cuesOf the words of a language, asked for when a text is in it. A language without words is left
 *   out of `languages`.
 * @returns a pure function of what was pasted. Call `await loadTemporal()` once before.
 */
export function createReader(rules: CueRules, cuesOf: CuesOf) {
  const finders = new Map<string, ReturnType<typeof createFinder>>();
  const platformsIn = createPlatforms(rules.platforms);
  const finderFor = (cues: readonly Cues[]) => {
    const key = cues.map(({ id }) => id).join();
    const known = finders.get(key);
    if (known) return known;
    const made = createFinder(rules, cues);
    finders.set(key, made);
    return made;
  };

  return (input: unknown, asOf: string): FindResult => {
    const { value, misfits } = fit(inputShape, input);
    if (misfits) return { kind: 'invalid', issues: misfits.map(issueOf) };
    const { text = '', zone = 'UTC' } = value;
    if (!isZone(zone))
      return {
        kind: 'invalid',
        issues: [{ path: 'zone', key: 'tool.find-case.error.zone', values: { zone } }],
      };
    if (readInstant(asOf).kind !== 'instant')
      return {
        kind: 'invalid',
        issues: [{ path: '', key: 'tool.find-case.error.shape', values: {} }],
      };
    if (text.trim() === '') return { kind: 'incomplete', missing: ['text'] };

    const cues = languagesIn(text).flatMap((language) => cuesOf(language) ?? []);
    const { orders, parcels } = readIds(text);
    const amounts = readAmounts(text, [...orders, ...parcels]);
    const moments = readMoments(text, [...orders, ...parcels, ...amounts], { zone, asOf });
    const platforms = platformsIn(text);
    // A number of an order or a platform beside it, and everyday words are about goods.
    const isTrade = [orders, parcels, amounts, platforms].some((one) => one.length > 0);
    const told = [
      ...orders,
      ...parcels,
      ...amounts.filter(({ isExact }) => isExact),
      ...moments.filter(({ kind }) => kind !== 'due'),
    ];
    const { candidates, courtesy, isNear } = finderFor(cues)(text, told, isTrade);
    const [platform = 'aliexpress'] = platforms;
    const noFit = (): NoFit => {
      if (!/\p{L}/u.test(text) || cues.length === 0) return 'no-words';
      if (isNear) return 'too-little';
      return courtesy ? 'courtesy' : 'nothing-known';
    };
    return {
      kind: 'ok',
      candidates: candidates.map((one) => ({
        ...one,
        flow: rules.flows[one.situation]?.[platform] ?? null,
      })),
      why: candidates.length > 0 ? null : noFit(),
      languages: cues.map(({ id }) => id as CueLanguage),
      language: languageOf(text),
      orderIds: once(orders),
      tracking: once(parcels),
      platforms,
      moments,
      amounts: amounts.map(({ isExact: _, ...amount }) => amount),
      isCut: tokensOf(text).length > MOST_TOKENS,
    };
  };
}
