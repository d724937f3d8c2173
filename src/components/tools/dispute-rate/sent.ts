import type { DefinedMetric, Metric } from '@/calculators/dispute-rate/index.ts';
import type { CitedRule } from '@/calculators/shared/cited.ts';
import type { Language } from '@/calculators/shared/rule.ts';

/** A rule as the page sends it: without what follows from its id, and what the tool does not say. */
export type SentRule = Omit<CitedRule, 'address' | 'appliesTo' | 'values'> & {
  values: Omit<CitedRule['values'][number], 'source'>[];
};

/** The rules as a tool cites them. `rulebook` is the address of the rulebook, with a slash at its end. */
export const citedOf = ({
  rules,
  rulebook,
}: Pick<DisputeRateData, 'rules' | 'rulebook'>): CitedRule[] =>
  rules.map((rule) => ({
    ...rule,
    appliesTo: '',
    address: `${rulebook}${rule.id.slice(0, rule.id.indexOf('.'))}/#${rule.id}`,
    values: rule.values.map((value) => ({ ...value, source: '' })),
  }));

/** What comes when somebody turns to the form: every other metric with its rules, and texts. */
export interface DisputeRateLater {
  metrics: readonly Metric[];
  rules: readonly SentRule[];
  strings: Readonly<Record<string, string>>;
}

/** Refusals, and what only other figures or metrics say. */
export const LATER_TEXTS =
  /^tool\.(?:number\.|common\.(?:case-|link-carries)|dispute-rate\.(?:error|ignored|warning)\.)/;

/** What the page carries for the tool. */
export interface DisputeRateData {
  /** The metric it opens with. */
  metrics: readonly Metric[];
  /** Every metric there is, in the order they are offered. */
  kinds: readonly Pick<Metric, 'id' | 'platform' | 'label'>[];
  rules: readonly SentRule[];
  /** Where {@link DisputeRateLater} is fetched from. */
  later: string;
  rulebook: string;
  platformNames: Readonly<Record<string, string>>;
  strings: Readonly<Record<string, string>>;
}

/** What a page computes with and cites; the rest of a rule stands in the rulebook. */
export const sentRule = ({
  appliesTo: _about,
  address: _address,
  ...rule
}: CitedRule): SentRule => ({
  ...rule,
  values: rule.values.map(({ source: _source, ...value }) => value),
});

/** A metric as a page sends it: in its language alone. Why it is defined as it is stands on its own page. */
export function sentMetric(
  { notes: _notes, fact: _fact, sources: _sources, ...metric }: DefinedMetric,
  language: Language,
): Metric {
  const only = (text: { en: string; 'zh-CN': string }) => ({ [language]: text[language] }) as never;
  return {
    ...metric,
    label: only(metric.label),
    description: only(metric.description),
    window: { ...metric.window, text: only(metric.window.text) },
    terms: metric.terms.map((term) => ({
      ...term,
      label: only(term.label),
      help: only(term.help),
      options: term.options.map((option) => ({ ...option, label: only(option.label) })),
    })),
    base: { ...metric.base, label: only(metric.base.label) },
    tiers: metric.tiers.map((tier) => ({ ...tier, label: only(tier.label) })),
  };
}
