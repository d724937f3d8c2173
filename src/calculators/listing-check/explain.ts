import type { Step } from '../shared/explain.ts';
import type { ListingOk } from './calculate.ts';
import type { Finding } from './engine.ts';

const KEY = 'tool.listing-check.explain';

/** How many places were found, those that are not told one by one among them. */
export const countOf = (findings: readonly Finding[]): number =>
  findings.reduce((all, { more }) => all + 1 + more, 0);

/** What was looked at, what was found by which rules, and what stays open. */
export function explain(result: ListingOk): Step[] {
  const count = (severity: string) =>
    countOf(result.findings.filter((finding) => finding.severity === severity));
  const steps: Step[] = [
    {
      section: 'given',
      messageKey: `${KEY}.given`,
      values: {
        platform: result.platform,
        language: result.language,
        day: result.asOf.slice(0, 10),
      },
      ruleIds: [],
    },
  ];
  for (const limit of result.limits)
    steps.push({
      section: 'rule',
      messageKey: `${KEY}.limit.${limit.bound}`,
      values: { field: limit.field, used: limit.used, allowed: limit.allowed, unit: limit.unit },
      ruleIds: [limit.ruleId],
    });
  steps.push(
    {
      section: 'done',
      messageKey: `${KEY}.${result.findings.length === 0 ? 'clear' : 'found'}`,
      values: {
        blocks: count('blocks'),
        claims: count('claims'),
        search: count('search'),
        advice: count('advice'),
      },
      ruleIds: result.usedRules,
    },
    { section: 'change', messageKey: `${KEY}.limits-of-words`, values: {}, ruleIds: [] },
  );
  return steps;
}
