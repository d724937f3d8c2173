import { cutByLetters } from './by-letters.ts';
import { opens, understandsLater } from './later.ts';
import type { GuardParts, GuardRule, WordLists } from './rule.ts';
import { guardFor, LISTS, only, type GuardData, type Lists } from './slice.ts';

/** What one language adds: its patterns, words and excuses, by the rule's id, and its words for “not”. */
export interface GuardWords {
  rules: Readonly<Record<string, Lists>>;
  negation?: GuardParts['negation'];
}

/** Lists that hold something, without those that `known` has as well. */
const added = (lists: Lists, known: Lists = {}): Lists =>
  Object.fromEntries(
    LISTS.flatMap((list) => {
      const own = Object.entries(lists[list] ?? {}).filter(
        ([key]) => !(key in (known[list] ?? {})),
      );
      return own.length > 0 ? [[list, Object.fromEntries(own)]] : [];
    }),
  );
const bare = (rule: GuardRule): GuardRule =>
  Object.fromEntries(
    Object.entries(rule).filter(([key]) => !LISTS.some((list) => list === key)),
  ) as unknown as GuardRule;

/** Of a rule that is understood later: the words that tell whether it may have to be. */
const opening = ({ words }: Lists): Lists => {
  const lists = Object.entries(words ?? {}).flatMap(([language, all]) => {
    const own = Object.entries(all).filter(([name]) => opens(name));
    return own.length > 0 ? [[language, Object.fromEntries(own)] as const] : [];
  });
  return lists.length > 0 ? { words: Object.fromEntries(lists) as WordLists } : {};
};

/**
 * Rules with what holds in every language; apart from them what each language adds; and apart from both what
 * understands days, amounts and languages needs to read one language. What is met only by a text with letters of
 * one kind comes with the language that is read wherever such letters were written, whatever language it is of.
 */
export function splitGuards(
  rules: readonly GuardRule[],
  parts: GuardParts,
  languages: readonly string[],
): { base: GuardData; words: Record<string, GuardWords>; later: Record<string, GuardWords> } {
  const common = guardFor('', rules, parts);
  const cut = new Map(
    common.rules.flatMap((rule) =>
      understandsLater(rule) ? [] : [[rule.id, cutByLetters(rule)] as const],
    ),
  );
  const base = {
    parts: common.parts,
    rules: common.rules.map((rule) => ({ ...bare(rule), ...cut.get(rule.id)?.get('') })),
  };
  const plain = new Map(common.rules.map((rule) => [rule.id, rule]));
  const byId = (entries: readonly (readonly [string, Lists])[]) =>
    Object.fromEntries(entries.filter(([, lists]) => Object.keys(lists).length > 0));
  const wordsOf = (language: string): GuardWords => {
    const own = guardFor(language, rules, parts);
    const of = new Set([language]);
    return {
      rules: byId(
        own.rules.map((rule) => [
          rule.id,
          understandsLater(rule)
            ? opening(rule)
            : joined([cut.get(rule.id)?.get(language) ?? {}, added(rule, plain.get(rule.id))]),
        ]),
      ),
      negation: {
        before: only(own.parts.negation.before, of) ?? {},
        after: only(own.parts.negation.after, of) ?? {},
      },
    };
  };
  const laterOf = (language: string): GuardWords => ({
    rules: byId(
      guardFor(language, rules.filter(understandsLater), parts).rules.map((rule) => [
        rule.id,
        added(rule),
      ]),
    ),
  });
  const each = <T>(make: (language: string) => T) =>
    Object.fromEntries(languages.map((language) => [language, make(language)]));
  return { base, words: each(wordsOf), later: each(laterOf) };
}

/** Ways of one list put together; what understands a language brings the same as another does. */
const eitherWay = (one: string | undefined, other: string): string =>
  one === undefined || one === other ? other : `${one}|${other}`;

/** Lists of all of these put together; those of one language may come in parts. */
function joined(all: readonly Lists[]): Lists {
  const lists = LISTS.flatMap((list) => {
    const made: Record<string, string[] | Record<string, string>> = {};
    for (const each of all)
      for (const [language, own] of Object.entries(each[list] ?? {})) {
        const known = made[language] ?? {};
        made[language] = Array.isArray(own)
          ? [...new Set([...Object.values(known), ...(own as string[])])]
          : Object.entries(own as Record<string, string>).reduce(
              (words, [name, ways]) => ({ ...words, [name]: eitherWay(words[name], ways) }),
              known as Record<string, string>,
            );
      }
    return Object.keys(made).length > 0 ? [[list, made]] : [];
  });
  return Object.fromEntries(lists);
}

/** The rules with the words of these languages put back. */
export function withWords(base: GuardData, words: readonly GuardWords[]): GuardData {
  const negations = [base.parts.negation, ...words.flatMap(({ negation }) => negation ?? [])];
  const negation = (side: 'before' | 'after') =>
    Object.assign({}, ...negations.map((each) => each[side])) as Record<string, readonly string[]>;
  return {
    parts: {
      ...base.parts,
      negation: { before: negation('before'), after: negation('after') },
    },
    rules: base.rules.map((rule) => ({
      ...rule,
      ...joined([rule, ...words.flatMap(({ rules }) => rules[rule.id] ?? [])]),
    })),
  };
}
