import type { Localized, RuleBook } from '../shared/rule.ts';

/** One thing chosen by what the person picked in a choice field. */
export interface ByField<Value> {
  /** Id of a term of kind `choice`. */
  byField: string;
  cases: Readonly<Record<string, Value>>;
}

export type Selectable<Value> = Value | ByField<Value>;

/** A rule, always by id: a metric holds no figure of its own. */
export type RuleRef = Selectable<string>;

/** What a person fills in. */
export interface Term {
  /** The name of the input field. */
  id: string;
  kind: 'count' | 'money' | 'decimal' | 'money-list' | 'choice';
  label: Localized;
  help: Localized;
  /** The label says it all: a form that is filled in every month shows no help for it. */
  plain: boolean;
  /** May be left empty; the answer then lacks only what depends on it. */
  optional: boolean;
  /** Another count that this one can never exceed. */
  atMost: string | null;
  /** For a choice: what can be picked, in order. */
  options: readonly { id: string; label: Localized }[];
  /** For a choice: what holds when nothing was picked. */
  default: string | null;
  /** For a choice: the option that stands for every value not listed (a country, say). */
  unlisted: string | null;
  /** For money: the ISO 4217 code the platform counts in; null where the person's own currency holds. */
  currency: string | null;
  /**
   * For a factor: `above-one` where a smaller figure is most likely written the wrong way round, and
   * asked back.
   */
  plausible: 'above-one' | null;
}

export interface Sum {
  plus: readonly string[];
  minus: readonly string[];
}

export type Comparison = 'at-or-above' | 'above' | 'at-or-below' | 'below';

/** A plain figure compared with a rule: a minimum count, or the size of shop a line is made for. */
export interface Condition {
  /** `numerator`, `denominator`, or a term. */
  of: string;
  is: Comparison;
  rule: RuleRef;
}

/** One line a platform draws. It is reached when the rate reaches it and every minimum is met. */
export interface Line {
  /** The shops the line is made for; empty for all. */
  when: readonly Condition[];
  /** The rate in percent; null where only a count is limited. */
  rate: { is: 'at-or-above' | 'above'; rule: RuleRef } | null;
  /** Minimum counts below which the line does not count. */
  floors: readonly Condition[];
}

/** A standing that reaching any one of its lines brings. */
export interface Tier {
  id: string;
  label: Localized;
  lines: readonly Line[];
}

/** A charge per order that depends on the tier. */
export interface Fee {
  /** Percent of the price in each tier that is charged for; the others cost nothing. */
  percent: Readonly<Record<string, RuleRef>>;
  /** The most one order can cost, in the platform's currency. */
  cap: RuleRef;
  /** Term: the prices of the orders concerned, one each. */
  prices: string;
  /** Term: how many orders are concerned, so that a list with a price too few or too many is noticed. */
  orders: string;
  /** Term: how much of the platform's currency one unit of the order's currency buys. */
  exchange: string;
}

/** How a platform computes a rate, and what it does with it. The engine interprets nothing else. */
export interface Metric {
  id: string;
  /** Null for the metric a person defines. */
  platform: string | null;
  label: Localized;
  description: Localized;
  /** The rule that words the definition, with its source and its rivals; null where none does. */
  definition: string | null;
  /** Over which time the platform counts; `rule` where the length is a rule of the book. */
  window: { text: Localized; rule: string | null };
  terms: readonly Term[];
  numerator: Sum;
  denominator: Selectable<Sum>;
  /** The numerator is part of the denominator, so more of it than that is a slip. */
  within: boolean;
  /** The denominator counts orders, so an interval and a forecast make sense. */
  countsOrders: boolean;
  /** Terms that one further claim raises by one (for money: by an amount). */
  furtherClaim: readonly string[];
  /** Terms that one further clean order raises by one (for money: by an amount). */
  furtherOrder: readonly string[];
  /**
   * What a further order can still change: this very rate (`now`), or only the one of the next month
   * (`next-month`), because the orders this one is divided by lie in months that are over.
   */
  ordersCount: 'now' | 'next-month';
  /** The term a withdrawal by the buyer raises, and the term it cannot exceed; null where none is known. */
  withdrawal: { term: string; upTo: string } | null;
  /** The standing while no line is reached. */
  base: { id: string; label: Localized };
  /** From the first line to the last; empty where no line was found published. */
  tiers: readonly Tier[];
  /** A term that holds the minimum count of the person's own line. */
  ownFloor: string | null;
  fee: Fee | null;
  /** A made-up shop to open the tool with: every field as a person would type it. */
  example: Readonly<Record<string, string>>;
}

/** A metric with the reasons for its definition, which a page tells and no engine needs. */
export interface DefinedMetric extends Metric {
  notes: Localized;
  /** Ids of the research facts the definition was made from, and of the sources that give it. */
  fact: readonly string[];
  sources: readonly string[];
}

/** Everything the engine knows about the world, handed in by the caller. */
export interface Knowledge {
  metrics: ReadonlyMap<string, Metric>;
  rules: RuleBook;
}

type Optional<Whole, Key extends keyof Whole> = Omit<Whole, Key> & Partial<Pick<Whole, Key>>;
type TermFile = Optional<
  Term,
  'plain' | 'optional' | 'atMost' | 'options' | 'default' | 'unlisted' | 'currency' | 'plausible'
>;
type SumFile = Optional<Sum, 'minus'>;
type LineFile = Optional<Line, 'when' | 'floors'>;

/** A metric as its file may write it: what does not apply is left out. */
export interface MetricFile extends Optional<
  Omit<DefinedMetric, 'terms' | 'numerator' | 'denominator' | 'tiers'>,
  'ownFloor' | 'fee' | 'ordersCount'
> {
  terms: readonly TermFile[];
  numerator: SumFile;
  denominator: Selectable<SumFile>;
  tiers: readonly (Omit<Tier, 'lines'> & { lines: readonly LineFile[] })[];
}

/** Fills in what a metric file leaves out. The file itself is checked when the site is built. */
export function complete(file: MetricFile): DefinedMetric {
  const sum = ({ plus, minus = [] }: SumFile): Sum => ({ plus, minus });
  const { denominator } = file;
  return {
    ...file,
    terms: file.terms.map((term) => ({
      ...term,
      optional: term.optional ?? false,
      atMost: term.atMost ?? null,
      options: term.options ?? [],
      default: term.default ?? null,
      unlisted: term.unlisted ?? null,
      currency: term.currency ?? null,
      plain: term.plain ?? false,
      plausible: term.plausible ?? null,
    })),
    numerator: sum(file.numerator),
    denominator:
      'byField' in denominator
        ? {
            byField: denominator.byField,
            cases: Object.fromEntries(
              Object.entries(denominator.cases).map(([option, each]) => [option, sum(each)]),
            ),
          }
        : sum(denominator),
    tiers: file.tiers.map((tier) => ({
      ...tier,
      lines: tier.lines.map((line) => ({
        ...line,
        when: line.when ?? [],
        floors: line.floors ?? [],
      })),
    })),
    ownFloor: file.ownFloor ?? null,
    fee: file.fee ?? null,
    ordersCount: file.ordersCount ?? 'now',
  };
}

/** The value that holds for what was picked. A case that is not listed throws: the metric file is wrong. */
export function select<Value>(
  selectable: Selectable<Value>,
  choices: Readonly<Record<string, string>>,
): Value {
  if (typeof selectable !== 'object' || selectable === null || !('byField' in selectable))
    return selectable as Value;
  const { byField, cases } = selectable as ByField<Value>;
  const picked = cases[choices[byField] ?? ''];
  if (picked === undefined) throw new Error(`${byField} has no case for ${choices[byField]}.`);
  return picked;
}

/** The made-up shop a metric opens with, as `parse` takes it; it computes, which a test holds. */
export const exampleOf = (metric: Metric): Readonly<Record<string, string>> => metric.example;

/** Every rule a metric can refer to, whatever is picked. */
export function ruleIdsOf(metric: Metric): string[] {
  const idsIn = (ref: RuleRef): string[] =>
    typeof ref === 'string' ? [ref] : Object.values(ref.cases);
  const lines = metric.tiers.flatMap((tier) => tier.lines);
  const ids = [
    ...lines.flatMap((line) => (line.rate ? idsIn(line.rate.rule) : [])),
    ...lines.flatMap((line) => [...line.when, ...line.floors].flatMap((c) => idsIn(c.rule))),
    ...(metric.fee ? [...Object.values(metric.fee.percent), metric.fee.cap].flatMap(idsIn) : []),
    ...[metric.definition, metric.window.rule].filter((id) => id !== null),
  ];
  return [...new Set(ids)];
}
