import type { Step } from '../shared/explain.ts';
import type { ListingOk } from './calculate.ts';

const KEY = 'tool.listing-check.explain';

/** What was looked at, what was found by which rules, and what stays open. */
export function explain(result: ListingOk): Step[] {
  const count = (severity: string) =>
    result.findings.filter((finding) => finding.severity === severity).length;
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
