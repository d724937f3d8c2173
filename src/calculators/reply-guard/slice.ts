import { otherScripts } from './prepared.ts';
import type { GuardParts, GuardRule } from './rule.ts';

/** Rules and what they share, as plain JSON. */
export interface GuardData {
  rules: GuardRule[];
  parts: GuardParts;
}

const only = <T>(
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
 * What a guard needs to read texts of one language: that language's patterns and words, those of
 * all languages, and the excuses that patterns of all languages know in other scripts.
 */
export function guardFor(
  language: string,
  rules: readonly GuardRule[],
  parts: GuardParts,
): GuardData {
  const own = new Set(['any', language]);
  return {
    parts,
    rules: rules.map((rule) => {
      const excuses = new Set(rule.patterns?.['any'] ? [...own, ...otherScripts] : own);
      return defined({
        ...rule,
        words: only(rule.words, excuses),
        patterns: only(rule.patterns, own),
        rawPatterns: only(rule.rawPatterns, own),
        unless: only(rule.unless, excuses),
      });
    }),
  };
}
