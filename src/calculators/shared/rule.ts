/**
 * A rule is a number a platform (or an author) put into the world, with everything a reader
 * needs to judge it: since when, from whom, how sure, when last checked, and who disagrees.
 * Calculators receive rules as arguments and never hold a real-world number of their own.
 */
export type Language = 'en' | 'zh-CN';
export type Localized = Record<Language, string>;

/** A plain number, an inclusive range, or `true` for a rule that forbids or grants without a figure. */
export type RuleFigure = number | { min: number; max: number } | true;

/** `abstract`: a paper of which no more than the abstract was read. */
export type Confidence = 'official' | 'abstract' | 'secondary' | 'forum' | 'seed-only';

/**
 * What kind of sentence a rule is: what a platform or a law lays down, what somebody measured, what
 * somebody advises, or what we can only report.
 */
export type Nature = 'rule' | 'finding' | 'advice' | 'statement';

export interface DatedValue {
  /** First day the value held (ISO date); null when no start was published. */
  from: string | null;
  /** Last day the value held (ISO date); null while it is not known to have ended. */
  to: string | null;
  value: RuleFigure;
  /** Id of a source in the bibliography. */
  source: string;
  /** Date the source carries; null when the copy is undated. */
  publishedOn: string | null;
  /** Day we last compared this value with its source. */
  checkedOn: string;
  /** Why the time between the previous value and this one is not covered. */
  gap?: Localized;
}

/**
 * A rule that holds no longer, though the day it ended was not found: rules that stand in its place, where
 * the book has any, and what they are in a few words.
 */
export interface Superseded {
  by?: string[] | undefined;
  what: Localized;
}

/** A figure another source gives for the same question. Shown beside the rule, never averaged in. */
export interface Rival {
  value: RuleFigure;
  unit: string;
  source: string;
  fact?: string;
  /** What is different, where the figure alone would read the same or measure something else. */
  differs?: Localized;
  note: Localized;
}

export interface Rule {
  /** `<platform>.<topic>.<measure>`; permanent, people link to it. */
  id: string;
  /** Ids of the research notes this rule was made from, where there are any. */
  fact?: string[];
  /** `rule` where nothing is said. */
  nature?: Nature;
  platform: string;
  topic: string;
  label: Localized;
  unit: string;
  appliesTo: Localized;
  values: DatedValue[];
  superseded?: Superseded | undefined;
  confidence: Confidence;
  rivals: Rival[];
  review: { on: string; everyDays: number };
  notes: Localized;
}

export type RuleBook = ReadonlyMap<string, Rule>;

export type RuleLookup =
  | { kind: 'known'; rule: Rule; value: DatedValue }
  | { kind: 'before-first' | 'in-gap' | 'expired'; rule: Rule; nearest: string }
  | { kind: 'no-such-rule'; ruleId: string };

/**
 * Which value of a rule held on a day?
 *
 * @param asOf ISO date or instant; only its date part counts.
 * @returns `known` with the value, or the reason there is none. It never falls back to the
 *   first or last value: a figure that has ended is `expired`, not "probably still true".
 */
export function lookup(book: RuleBook, ruleId: string, asOf: string): RuleLookup {
  const rule = book.get(ruleId);
  return rule ? { rule, ...findValue(rule.values, asOf) } : { kind: 'no-such-rule', ruleId };
}

type Found<Value> =
  | { kind: 'known'; value: Value }
  | { kind: 'before-first' | 'in-gap' | 'expired'; nearest: string };

/** The one search through dated values, in the order they held. Whoever needs a value asks here. */
export function findValue<Value extends Pick<DatedValue, 'from' | 'to'>>(
  values: readonly Value[],
  asOf: string,
): Found<Value> {
  const day = asOf.slice(0, 10);
  let before: Value | undefined;
  for (const value of values) {
    if (value.from !== null && day < value.from)
      return { kind: before ? 'in-gap' : 'before-first', nearest: value.from };
    if (value.to === null || day <= value.to) return { kind: 'known', value };
    before = value;
  }
  return { kind: 'expired', nearest: before?.to ?? day };
}
