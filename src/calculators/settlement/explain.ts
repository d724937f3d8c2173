import type { Step } from '../shared/explain.ts';
import type { SettlementOk } from './calculate.ts';
import { nameOf } from './options.ts';

/** A value in a sentence; money, shares and names are written by whoever shows them. */
export type StepValue =
  | string
  | number
  | { money: string }
  | { percent: string }
  | { option: string }
  | { fields: readonly string[] }
  | { terms: { id: string; amount: string }[] };

const KEY = 'tool.settlement.explain';

/** The fields without which holding has no price. */
const holdNeeds = ({ options }: SettlementOk): readonly string[] =>
  options.find(({ id }) => id === 'hold')?.missing ?? [];

/** The sentence that says how far to go and why: its key and what fills it. */
export function verdict(result: SettlementOk): {
  messageKey: string;
  values: Record<string, StepValue>;
} {
  const { ladder, walkAway, walkAwayBy, warnings, heldBack, offerLimit } = result;
  const unknown = holdNeeds(result);
  const isCapped = warnings.some(({ id }) => id === 'above-price') ? '-within-price' : '';
  const kind =
    heldBack !== null
      ? heldBack
      : ladder.length === 0
        ? warnings.some(({ id }) => id === 'no-offers-left')
          ? 'none-left'
          : 'nothing'
        : unknown.length > 0
          ? `without-hold${isCapped}`
          : `steps${isCapped}`;
  return {
    messageKey: `tool.settlement.verdict.${kind}`,
    values: {
      walkAway: { money: walkAway },
      by: { option: walkAwayBy },
      fields: { fields: unknown },
      most: { money: offerLimit },
      first: { money: ladder[0] ?? walkAway },
      last: { money: ladder.at(-1) ?? walkAway },
    },
  };
}

/** Why this answer: what was given, which rules bound it, what was done, and what would change it. */
export function explain(result: SettlementOk): Step<StepValue>[] {
  const steps: Step<StepValue>[] = [];
  const add = (
    section: Step['section'],
    key: string,
    values: Record<string, StepValue> = {},
    ruleIds: readonly string[] = [],
  ) => {
    steps.push({ section, messageKey: `${KEY}.${key}`, values, ruleIds });
  };
  add('given', 'case', { price: { money: result.price }, claim: { money: result.claim } });
  if (result.spentAlready !== null)
    add('given', 'spent', { amount: { money: result.spentAlready } });
  for (const option of result.options)
    if (!option.allowed)
      add('rule', 'not-allowed', { option: { option: option.id } }, option.ruleIds);
  for (const { id, ruleIds, amount, least } of result.warnings)
    if (ruleIds.length > 0)
      add(
        'rule',
        `warning.${id}`,
        {
          ...(amount === undefined ? {} : { amount: { money: amount } }),
          ...(least === undefined ? {} : { least: { money: least } }),
        },
        ruleIds,
      );
  for (const option of result.options)
    if (option.cost !== null)
      add('done', 'cost', {
        option: { option: nameOf(option) },
        terms: { terms: option.terms },
        cost: { money: option.cost },
      });
  add('done', 'walk-away', {
    walkAway: { money: result.walkAway },
    by: { option: result.walkAwayBy },
  });
  if (result.ladder.length > 0) add('done', 'ladder');
  for (const { at, walkAway } of result.sensitivity.loseChance)
    add('change', 'chance', { percent: { percent: at }, walkAway: { money: walkAway } });
  const [none, , twice] = result.sensitivity.disputeCost;
  if (none && twice && none.walkAway !== twice.walkAway)
    add('change', 'dispute-cost', {
      none: { money: none.walkAway },
      twice: { money: twice.walkAway },
    });
  const unknown = holdNeeds(result);
  if (unknown.length > 0) add('change', 'no-hold', { fields: { fields: unknown } });
  return steps;
}
