import type { Finding } from '@/calculators/listing-check/index.ts';
import { fill, type InputIssue } from '@/calculators/shared/result.ts';
import { countryInSentence } from '@/calculators/shared/country-name.ts';
import type { Language } from '@/calculators/shared/rule.ts';
import { createWords } from '../shared/words.ts';

/** The check's words: what a finding says, and what the parts of a listing are called. */
export function createListingWords(
  language: Language,
  strings: Readonly<Record<string, string>>,
  messages: Readonly<Record<string, string>>,
) {
  const common = createWords('listing-check', language, strings);
  const { own } = common;
  /** `skus.1.name` as “SKU 2”, `title` as “title”. */
  const part = (path: string): string => {
    const [whole = '', index] = path.split('.');
    return index !== undefined && /^\d+$/.test(index)
      ? own('part.numbered', { part: own(`part.${whole}`), number: Number(index) + 1 })
      : own(`part.${whole}`);
  };
  return {
    ...common,
    part,
    /** What could not be read of a row, and where it stood. */
    issue: ({ path, key, values }: InputIssue): string => {
      const label = /\.\d+(?:\.|$)/.test(path) ? part(path) : own(`field.${path}`);
      return `${label}${common.colon}${common.text(key, values)}`;
    },
    /** As the first word of a sentence. */
    capital: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
    finding: ({
      messageKey,
      values,
      more,
    }: Pick<Finding, 'messageKey' | 'values' | 'more'>): string => {
      const shown: Record<string, string | number> = { ...values };
      if (typeof values['where'] === 'string') shown['where'] = part(values['where']);
      if (typeof values['country'] === 'string')
        shown['country'] = countryInSentence(values['country'], language);
      if (typeof values['words'] === 'string' && values['words'].length > 60)
        shown['words'] = `${values['words'].slice(0, 60)}…`;
      const finding = fill(messages[messageKey] ?? messageKey, shown);
      return more === 0 ? finding : own('finding.more', { finding, count: common.count(more) });
    },
  };
}

export type ListingWords = ReturnType<typeof createListingWords>;
