import { guardFor, type GuardData } from './slice.ts';
import type { GuardParts, GuardRule } from './rule.ts';

/** What one language adds to the rules: its patterns, words and excuses, by the rule's id. */
export type GuardWords = Readonly<
  Record<string, Partial<Pick<GuardRule, 'words' | 'patterns' | 'rawPatterns' | 'unless'>>>
>;

const LISTS = ['words', 'patterns', 'rawPatterns', 'unless'] as const;

/** Rules with what holds in every language, and apart from them what each language adds. */
export function splitGuards(
  rules: readonly GuardRule[],
  parts: GuardParts,
  languages: readonly string[],
): { base: GuardData; words: Record<string, GuardWords> } {
  const base = guardFor('', rules, parts);
  const common = new Map(base.rules.map((rule) => [rule.id, rule]));
  const wordsOf = (language: string): GuardWords =>
    Object.fromEntries(
      guardFor(language, rules, parts).rules.map((rule) => [
        rule.id,
        Object.fromEntries(
          LISTS.flatMap((list) => {
            const known = common.get(rule.id)?.[list] ?? {};
            const own = Object.entries(rule[list] ?? {}).filter(([key]) => !(key in known));
            return own.length > 0 ? [[list, Object.fromEntries(own)]] : [];
          }),
        ),
      ]),
    );
  return {
    base,
    words: Object.fromEntries(languages.map((language) => [language, wordsOf(language)])),
  };
}

/** The rules with the words of these languages put back. */
export function withWords(base: GuardData, words: readonly GuardWords[]): GuardData {
  return {
    parts: base.parts,
    rules: base.rules.map((rule) => ({
      ...rule,
      ...Object.fromEntries(
        LISTS.flatMap((list) => {
          const all = [rule, ...words.flatMap((each) => each[rule.id] ?? [])];
          const joined = Object.assign({}, ...all.map((each) => each[list] ?? {})) as object;
          return Object.keys(joined).length > 0 ? [[list, joined]] : [];
        }),
      ),
    })),
  };
}
