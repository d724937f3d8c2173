import type { Language, Localized } from '../shared/rule.ts';

/** Patterns by language of the text; `any` holds what is the same in all of them. */
export type Patterns = Readonly<Record<string, readonly string[]>>;

/** Word lists by language, put into patterns as `{name}`; `any` serves every language. */
export type WordLists = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface GuardRule {
  id: string;
  /** `forbidden`: breaks a platform rule or a law. `advice`: works against the sender. */
  severity: 'forbidden' | 'advice';
  /**
   * Rulebook id by platform. `default` is quoted where no text of the platform itself was found. Left
   * out where no rule is needed to see that a text is not finished, or contradicts itself.
   */
  rules?: Readonly<Record<string, string>>;
  /** The only platforms the rule is about. */
  platforms?: readonly string[];
  /** Platforms the rule makes no sense on. */
  exceptPlatforms?: readonly string[];
  /** Another platform's rule is quoted on purpose: what it grants does not exist elsewhere. */
  ofOthers?: boolean;
  why: Localized;
  instead: Localized;
  /** False where a "do not" in front changes nothing. */
  negatable?: boolean;
  /** How many words may stand between a negation and what it negates. */
  negationReach?: number;
  /** The patterns find addresses; those of the platform itself are let through. */
  links?: boolean;
  /** The patterns find platforms by name; the one the text is written on is let through. */
  names?: boolean;
  words?: WordLists;
  /** What has to be understood rather than found: days, amounts, the language a text is in, what is no name. */
  reads?: 'past-days' | 'amounts' | 'language' | 'titles' | 'odd-names' | 'sentences';
  /**
   * Whether it judges what fills a field of a form as well as a reply, or nothing but that; or nothing but
   * a name, or the name of a person.
   */
  fields?: 'also' | 'only' | 'name' | 'person';
  /**
   * Regular expressions over lower-case text without diacritics. `‹` and `›` stand for the edges
   * of a word, `~` for up to forty characters of the same sentence, `*` and `+` for up to forty
   * repeats. The first capturing group marks what a negation must stand in front of.
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
  /** Words that negate what follows, and (Korean, German) what stands before them. */
  negation: { before: Patterns; after: Patterns };
  /** Hosts that belong to a platform. */
  ownHosts: Readonly<Record<string, readonly string[]>>;
  /** How a platform is called, as a pattern over folded text. */
  ownNames: Readonly<Record<string, string>>;
  /** Added to a warning whose rule was published by another platform. */
  borrowed: Localized;
}

export interface GuardInput {
  platform: string;
  /** Language of the text. */
  language: string;
  text: string;
  /** Language of the warnings. */
  gloss: Language;
  /** Languages to read for besides the text's own; every one that the rules know where left out. */
  languages?: readonly string[];
  /** Day the text is written on, `YYYY-MM-DD`; without it no day is told to be over. */
  today?: string | null;
  /** The text fills a field of a form, maybe one for a name: only rules about such fields speak. */
  field?: boolean | 'name' | 'person';
  /** False where nobody asks whether the text is in the language it should be in. */
  asksTongue?: boolean;
}

/** Part of a text, in UTF-16 units as strings count them; `end` is exclusive. */
export interface Place {
  start: number;
  end: number;
}

/** One fault in one passage. `start` and `end` span it, from the first place to the last. */
export interface GuardWarning extends Place {
  /** Null where no rule of the rulebook is needed to see it. */
  ruleId: string | null;
  /** The words themselves. Several where one sentence commits the same fault more than once. */
  places: readonly Place[];
  message: string;
  instead: string;
  /** Which guard rule spoke. */
  guard: string;
  severity: 'forbidden' | 'advice';
}

export type GuardCheck = (input: GuardInput) => GuardWarning[];
