import type { Step } from '../shared/explain.ts';
import type { CaseDeskOk } from './calculate.ts';

/** Why this order and these steps: what was given, and for each case what it asks for and by which rules. */
export const explain = ({ cases, order, totals, asOf, shiftEnd }: CaseDeskOk): Step[] => [
  {
    section: 'given',
    messageKey: 'tool.case-desk.explain.given',
    values: { count: cases.length, open: totals.open, at: asOf, shiftEnd },
    ruleIds: [],
  },
  ...(order.length > 0
    ? [
        {
          section: 'done' as const,
          messageKey: 'tool.case-desk.explain.order',
          values: { first: order[0] ?? '' },
          ruleIds: [],
        },
      ]
    : []),
  ...cases.flatMap(({ id, next }): Step[] =>
    next
      ? [
          {
            section: 'done',
            of: id,
            messageKey: `tool.case-desk.action.${next.action}`,
            values: {},
            ruleIds: next.ruleIds,
          },
        ]
      : [],
  ),
];
