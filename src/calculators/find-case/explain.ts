import type { Step } from '../shared/explain.ts';
import type { FindResult } from './calculate.ts';

const KEY = 'tool.find-case.explain';

/** What was read, what decided, and where this ends. */
export function explain(result: FindResult): Step[] {
  if (result.kind !== 'ok') return [];
  const step = (section: Step['section'], name: string, values: Step['values'] = {}): Step => ({
    section,
    messageKey: `${KEY}.${name}`,
    values,
    ruleIds: [],
  });
  return [
    step('given', 'read', { languages: result.languages.join(', ') }),
    result.language === null
      ? step('given', 'language-open')
      : step('given', 'language', { language: result.language }),
    ...(result.isCut ? [step('given', 'cut')] : []),
    ...result.candidates.map(({ situation, score, words }) =>
      step('done', 'found', { situation, score, words: words.join(' · ') }),
    ),
    ...(result.why === null ? [] : [step('done', `none.${result.why}`)]),
    step('change', 'limits'),
  ];
}
