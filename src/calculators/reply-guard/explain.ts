import type { GuardResult } from './calculate.ts';

export interface Step {
  messageKey: string;
  values: Readonly<Record<string, string | number>>;
  ruleIds: readonly string[];
}

/** What was read and what was found, in the order a person asks. */
export function explain(result: GuardResult): Step[] {
  if (result.kind !== 'ok') return [];
  const forbidden = result.warnings.filter((warning) => warning.severity === 'forbidden').length;
  return [
    { messageKey: 'tool.reply-guard.explain.read', values: { length: result.length }, ruleIds: [] },
    {
      messageKey:
        result.warnings.length === 0
          ? 'tool.reply-guard.explain.clear'
          : 'tool.reply-guard.explain.found',
      values: { forbidden, advice: result.warnings.length - forbidden },
      ruleIds: result.usedRules,
    },
    { messageKey: 'tool.reply-guard.explain.limits', values: {}, ruleIds: [] },
  ];
}
