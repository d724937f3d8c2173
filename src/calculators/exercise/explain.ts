import type { Step } from '../shared/explain.ts';
import type { ExerciseOk } from './calculate.ts';
import { keyText } from './judge.ts';

const KEY = 'tool.exercise.explain.';

/** Why this is the key: the case, who computed it, and what an answer was off by. */
export function explain(result: ExerciseOk): Step<string | number>[] {
  const { exercise, seed, team, solvedBy, judgement, usedRules } = result;
  const key = keyText(result.key);
  const steps: Step<string | number>[] = [
    {
      section: 'given',
      messageKey: `${KEY}given`,
      values: { id: exercise.id, seed, team },
      ruleIds: [],
    },
    {
      section: 'done',
      messageKey: `${KEY}solved`,
      values: { tool: solvedBy.tool, input: JSON.stringify(solvedBy.input), key },
      ruleIds: usedRules,
    },
  ];
  if (judgement)
    steps.push({
      section: 'change',
      messageKey: `${KEY}verdict.${judgement.verdict}`,
      values: {},
      ruleIds: [],
    });
  return steps;
}
