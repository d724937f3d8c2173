import type { DisputeRateResult, Metric, PartResult } from '@/calculators/dispute-rate/index.ts';
import { joinParts, summarise } from '@/calculators/dispute-rate/index.ts';
import { formatShare } from '@/calculators/shared/number-format.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createWords as createCommonWords, type Lack } from '../shared/words.ts';

type Value = string | number | readonly PartResult[];

/** Values that are shares in percent, to be rounded for eyes. */
const SHARES = new Set(['percent', 'low', 'high', 'expected', 'line']);
/** What a person typed, or is to type. */
const VERBATIM = new Set(['given', 'large', 'small', 'several', 'number', 'turned']);
/** Values that are ids, to be shown by their labels. */
const NAMES = new Set(['field', 'other', 'of', 'tier']);

/**
 * Turns message keys and machine values into sentences of the page's language.
 */
export function createWords(
  language: Language,
  strings: Readonly<Record<string, string>>,
  metric: () => Metric,
  lines: () => readonly string[] = () => [],
  lacks?: (key: string) => Lack,
) {
  const common = createCommonWords('dispute-rate', language, strings, lacks);
  const { text, own, count, percent } = common;

  const share = (decimal: string) => formatShare(language, decimal, lines());
  const nameOf = (id: string, role = ''): string => {
    const byRole = strings[`tool.dispute-rate.${role}.${id}`];
    if (role === 'of' && byRole !== undefined) return byRole;
    const its = metric();
    const found =
      its.terms.find((term) => term.id === id)?.label ??
      [its.base, ...its.tiers].find((tier) => tier.id === id)?.label;
    if (found) return found[language];
    const kind = ['field', 'tier', 'of'].find(
      (each) => `tool.dispute-rate.${each}.${id}` in strings,
    );
    return text(`tool.dispute-rate.${kind ?? 'name'}.${id}`);
  };
  const show = (name: string, value: Value): string => {
    if (typeof value === 'object') return joinParts(value, (field) => nameOf(field));
    if (NAMES.has(name)) return nameOf(String(value), name);
    if (name === 'chance') return percent(share(String(Number(value) * 100)));
    if (name === 'line') return count(Number(value));
    if (SHARES.has(name)) return share(String(value));
    if (name === 'option')
      return (
        metric()
          .terms.flatMap((term) => term.options)
          .find(({ id }) => id === value)?.label[language] ?? String(value)
      );
    if (name === 'options')
      return String(value)
        .split(', ')
        .map(
          (id) =>
            metric()
              .terms.flatMap((term) => term.options)
              .find((option) => option.id === id)?.label[language] ?? id,
        )
        .join(common.list(['', '']));
    if (VERBATIM.has(name)) return String(value);
    if (typeof value !== 'number' && /^-?\d+(\.\d+)?$/.test(value)) return count(Number(value));
    return typeof value === 'number' ? count(value) : value;
  };
  const sentence = ({
    messageKey,
    values,
  }: {
    messageKey: string;
    values: Readonly<Record<string, Value>>;
  }) =>
    text(
      messageKey,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, show(name, value)])),
    );
  return {
    ...common,
    own,
    count,
    share,
    /** A share with its sign. */
    sharePercent: (decimal: string) => percent(share(decimal)),
    nameOf,
    sentence,
    nameOfMetric: () => metric().label[language],
    /** The result in a sentence or two. */
    summary: (result: DisputeRateResult) => common.sentences(summarise(result).map(sentence)),
  };
}

export type Words = ReturnType<typeof createWords>;

/** The main result as one line of plain text, for the clipboard. */
export const resultLine = (words: Words, result: DisputeRateResult) =>
  `${words.nameOfMetric()}${words.colon}${words.summary(result)} ${result.rate.num} ÷ ${result.rate.den}`;
