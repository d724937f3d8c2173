import type { Step } from '../shared/explain.ts';
import type { ReplyResult } from './calculate.ts';

/** How the reply came about: its parts, what is still open, what the guard said. */
export function explain(result: ReplyResult): Step[] {
  if (result.kind !== 'ok' && result.kind !== 'incomplete') return [];
  const kinds = [...new Set(result.lines.map((line) => line.kind))];
  const steps: Step[] = [
    {
      section: 'given',
      messageKey: 'tool.reply-script.explain.parts',
      values: { count: kinds.length, kinds: kinds.join(' ') },
      ruleIds: result.usedRules,
    },
  ];
  if (result.missing.length > 0)
    steps.push({
      section: 'change',
      messageKey: 'tool.reply-script.explain.missing',
      values: { count: result.missing.length, names: result.missing.join(' ') },
      ruleIds: [],
    });
  steps.push({
    section: 'rule',
    messageKey:
      result.warnings.length === 0
        ? 'tool.reply-script.explain.clear'
        : 'tool.reply-script.explain.warned',
    values: { count: result.warnings.length },
    ruleIds: [...new Set(result.warnings.flatMap(({ ruleId }) => ruleId ?? []))],
  });
  steps.push({
    section: 'done',
    messageKey:
      result.limit === null
        ? 'tool.reply-script.explain.length'
        : 'tool.reply-script.explain.length-limit',
    values: { length: result.length, limit: result.limit ?? 0 },
    ruleIds: [],
  });
  return steps;
}
