import type { Step } from '../shared/explain.ts';
import type { MotivesOk, Share } from './calculate.ts';
import { MOTIVES, OTHERS, type Motive, type Strength } from './kinds.ts';

/** A value in a sentence; names, words and lists are written by whoever shows it. */
export type StepValue =
  | string
  | number
  | { motive: Motive }
  | { signs: string[] }
  | { strength: Strength }
  | { shares: { motive: Motive; percent: string }[] }
  | { factors: { motive: Motive; times: string }[] };

const KEY = 'tool.buyer-motives.explain';

/** Why these intervals: the shares before, each group of signs, what was done, and what it would take. */
export function explain(result: MotivesOk): Step<StepValue>[] {
  const steps: Step<StepValue>[] = [];
  const step = (
    section: Step['section'],
    key: string,
    values: Step<StepValue>['values'] = {},
    ruleIds: string[] = [],
  ) => {
    steps.push({ section, messageKey: `${KEY}.${key}`, values, ruleIds });
  };
  const { counted, posterior, priors, toConvince, withoutEffect, usedRules } = result;
  step(
    'given',
    result.ownPriors ? 'priors-own' : 'priors-author',
    { shares: { shares: MOTIVES.map((motive) => ({ motive, percent: priors[motive].percent })) } },
    result.ownPriors ? [] : usedRules.filter((id) => id.includes('.finding.')),
  );
  if (counted.length === 0) step('given', 'no-sign');
  for (const { ids, towards, strength, low, high } of counted)
    step('given', ids.length > 1 ? 'signs' : 'sign', {
      signs: { signs: ids },
      motive: { motive: towards },
      strength: { strength },
      low: low.times,
      high: high.times,
    });
  for (const { ids, bothWays } of counted)
    if (bothWays) step('given', 'both-ways', { signs: { signs: ids } });
  if (withoutEffect.length > 0)
    step('given', 'without-effect', { signs: { signs: withoutEffect } });
  const bands = usedRules.filter((id) => id.includes('.standard.'));
  if (bands.length > 0) step('rule', 'bands', {}, bands);
  step('done', 'ends');
  for (const motive of MOTIVES) {
    const { low, high } = posterior[motive];
    const fraction = ({ num, den }: Share) => `${String(num)}/${String(den)}`;
    step('done', counted.length > 0 ? 'interval' : 'point', {
      motive: { motive },
      low: low.percent,
      high: high.percent,
      lowFraction: fraction(low),
      highFraction: fraction(high),
    });
  }
  if (toConvince)
    step('change', 'to-convince', {
      times: toConvince.times,
      fraction: `${String(toConvince.num)}/${String(toConvince.den)}`,
      factors: {
        factors: OTHERS.flatMap((motive) => {
          const one = toConvince.each[motive];
          return one ? [{ motive, times: one.times }] : [];
        }),
      },
    });
  return steps;
}
