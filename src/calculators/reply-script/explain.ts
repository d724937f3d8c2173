import type { ReplyResult } from './calculate.ts';

export interface Step {
  messageKey: string;
  values: Readonly<Record<string, string | number>>;
  ruleIds: readonly string[];
}

/** How the reply came about: its parts, what is still open, what the guard said. */
export function explain(result: ReplyResult): Step[] {
  if (result.kind !== 'ok' && result.kind !== 'incomplete') return [];
  const kinds = [...new Set(result.lines.map((line) => line.kind))];
  const steps: Step[] = [
    {
      messageKey: 'tool.reply-script.explain.parts',
      values: { count: kinds.length, kinds: kinds.join(' ') },
      ruleIds: result.usedRules,
    },
  ];
  if (result.missing.length > 0)
    steps.push({
      messageKey: 'tool.reply-script.explain.missing',
      values: { count: result.missing.length, names: result.missing.join(' ') },
      ruleIds: [],
    });
  steps.push({
    messageKey:
      result.warnings.length === 0
        ? 'tool.reply-script.explain.clear'
        : 'tool.reply-script.explain.warned',
    values: { count: result.warnings.length },
    ruleIds: [...new Set(result.warnings.map((warning) => warning.ruleId))],
  });
  steps.push({
    messageKey: 'tool.reply-script.explain.length',
    values: { length: result.length },
    ruleIds: [],
  });
  return steps;
}
