import type { Step } from '../shared/explain.ts';
import type { CompareOk } from './calculate.ts';

const KEY = 'tool.compare.explain.';

/** Why the order is as it is: who measured, and what each thing measures. */
export function explain({
  tool,
  direction,
  order,
  measured,
  usedRules,
}: CompareOk): Step<string | number>[] {
  return [
    { section: 'given', messageKey: `${KEY}${direction}`, values: { tool }, ruleIds: usedRules },
    ...order.map((id, i) => ({
      section: 'done' as const,
      messageKey: `${KEY}place`,
      values: { place: i + 1, id, value: measured[id] ?? '' },
      ruleIds: [],
    })),
  ];
}
