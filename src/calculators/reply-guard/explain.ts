import type { Step } from '../shared/explain.ts';
import type { GuardResult } from './calculate.ts';

/** What was read and what was found, in the order a person asks. */
export function explain(result: GuardResult): Step[] {
  if (result.kind !== 'ok') return [];
  const forbidden = result.warnings.filter((warning) => warning.severity === 'forbidden').length;
  return [
    {
      section: 'given',
      messageKey: 'tool.reply-guard.explain.read',
      values: { length: result.length },
      ruleIds: [],
    },
    {
      section: 'done',
      messageKey:
        result.warnings.length === 0
          ? 'tool.reply-guard.explain.clear'
          : 'tool.reply-guard.explain.found',
      values: { forbidden, advice: result.warnings.length - forbidden },
      ruleIds: result.usedRules,
    },
    {
      section: 'change',
      messageKey: 'tool.reply-guard.explain.limits',
      values: {},
      ruleIds: [],
    },
  ];
}
