import type { Step } from '../shared/explain.ts';
import type { ExamOk } from './calculate.ts';

const KEY = 'tool.exam.explain.';

/** Why these questions and this verdict: the seed, how it draws, and what was right. */
export function explain(result: ExamOk): Step<string | number>[] {
  const { seed, generator, pool, questions, judgement, usedRules } = result;
  const steps: Step<string | number>[] = [
    { section: 'given', messageKey: `${KEY}given`, values: { seed, generator }, ruleIds: [] },
    {
      section: 'rule',
      messageKey: `${KEY}rules`,
      values: { count: usedRules.length },
      ruleIds: usedRules,
    },
    {
      section: 'done',
      messageKey: `${KEY}drawn`,
      values: { asked: questions.length, pool },
      ruleIds: [],
    },
  ];
  if (judgement)
    steps.push({
      section: 'done',
      messageKey: `${KEY}${judgement.passed ? 'passed' : 'failed'}`,
      values: { right: judgement.right, of: judgement.of, needed: judgement.needed },
      ruleIds: [],
    });
  return steps;
}
