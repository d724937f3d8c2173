import type { Step } from '../shared/explain.ts';
import { CHECKS_PER_BLOCK, DATA_PER_BLOCK } from './field.ts';
import type { WorkshopCodeOk } from './calculate.ts';

const KEY = 'tool.workshop-code.explain.';

/** Why a code ends as it does: what was given, how it was cut, what the two letters catch. */
export function explain(result: WorkshopCodeOk): Step<string | number>[] {
  return [
    {
      section: 'given',
      messageKey: `${KEY}given`,
      values: { data: result.data },
      ruleIds: [],
    },
    ...result.blocks.map(({ data, check }, i) => ({
      section: 'done' as const,
      messageKey: `${KEY}block`,
      values: { block: i + 1, data, check, most: DATA_PER_BLOCK },
      ruleIds: [],
    })),
    {
      section: 'change',
      messageKey: `${KEY}catches`,
      values: { checks: CHECKS_PER_BLOCK },
      ruleIds: [],
    },
  ];
}
