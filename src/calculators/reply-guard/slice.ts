import type { GuardParts, GuardRule } from './rule.ts';

/** What a rule holds by language. */
export const LISTS = ['words', 'patterns', 'rawPatterns', 'unless', 'unlessText'] as const;
export type Lists = Partial<Pick<GuardRule, (typeof LISTS)[number]>>;

/** Rules and what they share, as plain JSON. */
export interface GuardData {
  rules: GuardRule[];
  parts: GuardParts;
}

export const only = <T>(
  lists: Readonly<Record<string, T>> | undefined,
  languages: ReadonlySet<string>,
): Record<string, T> | undefined => {
  const kept = Object.entries(lists ?? {}).filter(([language]) => languages.has(language));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
};

/** Plain JSON knows no empty entries. */
const defined = <T extends object>(entries: T): T =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as T;

/**
 * What a guard needs to read texts of one language: that language's patterns, words, excuses and words for
 * “not”, and those of all languages. A text that holds letters of another script is read with the words of
 * that script's language as well.
 */
export function guardFor(
  language: string,
  rules: readonly GuardRule[],
  parts: GuardParts,
): GuardData {
  const own = new Set(['any', language]);
  const { before, after } = parts.negation;
  return {
    parts: {
      ...parts,
      negation: { before: only(before, own) ?? {}, after: only(after, own) ?? {} },
    },
    rules: rules.map((rule) =>
      defined({
        ...rule,
        words: only(rule.words, own),
        patterns: only(rule.patterns, own),
        rawPatterns: only(rule.rawPatterns, own),
        unless: only(rule.unless, own),
        unlessText: only(rule.unlessText, own),
      }),
    ),
  };
}
