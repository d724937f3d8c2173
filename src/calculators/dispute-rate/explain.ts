import type { DisputeRateResult, PartResult } from './calculate.ts';
import { compare, fromDecimal, multiply } from '../shared/exact.ts';
import type { Step } from '../shared/explain.ts';
import type { ConditionResult, LineResult } from './lines.ts';

/** A value of a step: a figure, an id to be shown by its label, or the summands of a sum. */
export type StepValue = string | number | readonly PartResult[];

export type ExplainStep = Step<StepValue>;

/** One sentence, by its key in the interface texts, with what fills its `{placeholders}`. */
export type Sentence = Pick<ExplainStep, 'messageKey' | 'values'>;

const PREFIX = 'tool.dispute-rate.';
const plural = (amount: number) => (amount === 1 ? 'one' : 'other');
const sentence = (key: string, values: Sentence['values'] = {}): Sentence => ({
  messageKey: PREFIX + key,
  values,
});

/** A sum in words and signs: `claims 12 − withdrawn 0`. */
export const joinParts = (parts: readonly PartResult[], label: (field: string) => string): string =>
  parts
    .map(({ field, sign, value }, i) => {
      const before = i === 0 ? (sign === 'minus' ? '−' : '') : sign === 'minus' ? ' − ' : ' + ';
      return `${before}${label(field)} ${value}`;
    })
    .join('');

const deciding = (result: DisputeRateResult): LineResult[] => {
  const published = result.lines.filter((line) => !line.own);
  return published.length > 0 ? published : result.lines;
};

/** The line a person should read about: the highest one reached, else the lowest made for this shop. */
function lineInQuestion(result: DisputeRateResult): LineResult | undefined {
  const lines = deciding(result).filter((line) => line.applies);
  return lines.findLast((line) => line.reached) ?? lines[0];
}

function overSentence(result: DisputeRateResult, line: LineResult): Sentence {
  const { percent, rate } = result;
  const floor = line.floors[0];
  if (line.percent === null)
    return sentence('summary.over-count', { count: rate.num, limit: floor?.count ?? 0 });
  if (!floor) return sentence('summary.over', { percent, line: line.percent });
  const key = floor.is === 'at-or-above' ? 'summary.over-from' : 'summary.over-beyond';
  return sentence(key, { percent, line: line.percent, of: floor.of, floor: floor.count });
}

/** How a line stands that one or two more claims would reach: a share alone does not say it. */
function closeSentence({ percent, rate }: DisputeRateResult, line: LineResult): Sentence {
  if (line.percent === null) return sentence('summary.close-count', { count: rate.num });
  const [num, den] = [rate.num, rate.den].map((value) => fromDecimal(String(value)));
  const side =
    num && den
      ? compare(multiply(num, fromDecimal('100')), multiply(fromDecimal(line.percent), den))
      : -1;
  const floor = line.floors.find(({ met }) => !met);
  const values = { percent, line: line.percent };
  if (side === 0 && line.is === 'above') return sentence('summary.close-on', values);
  if (side < 0 || !floor) return sentence('summary.close', values);
  const key = floor.is === 'at-or-above' ? 'summary.close-from' : 'summary.close-beyond';
  return sentence(key, { ...values, of: floor.of, floor: floor.count });
}

function wayOut(result: DisputeRateResult): Sentence {
  const {
    withdrawalsNeeded: withdrawals,
    ordersNeeded: orders,
    ordersNeededAmount: amount,
  } = result;
  if (withdrawals !== null && orders !== null)
    return sentence(`way-out.both.${plural(withdrawals)}.${plural(orders)}`, {
      withdrawals,
      orders,
    });
  if (orders !== null) return sentence(`way-out.orders.${plural(orders)}`, { orders });
  if (withdrawals !== null)
    return sentence(`way-out.withdrawals.${plural(withdrawals)}`, { withdrawals });
  return amount !== null ? sentence('way-out.amount', { amount }) : sentence('way-out.none');
}

/** The answer first: where the shop stands, and what that asks for. One to three sentences. */
export function summarise(result: DisputeRateResult): Sentence[] {
  const { percent, standing, headroom, tier } = result;
  const line = lineInQuestion(result);
  if (standing === 'unknown' || !line) return [sentence('summary.unknown', { percent })];
  if (standing === 'over') {
    const steps = new Set(deciding(result).map(({ id }) => id)).size > 1;
    return [
      overSentence(result, line),
      ...(steps && tier !== null ? [sentence('summary.tier', { tier })] : []),
      wayOut(result),
    ];
  }
  if (standing === 'close')
    return [
      closeSentence(result, line),
      sentence(`summary.close-by.${plural((headroom ?? 0) + 1)}`, { further: (headroom ?? 0) + 1 }),
    ];
  if (headroom !== null)
    return [
      sentence('summary.clear', { percent }),
      sentence(`summary.headroom.${plural(headroom)}`, { headroom }),
    ];
  return [
    sentence('summary.clear', { percent }),
    ...(result.headroomAmount !== null
      ? [sentence('summary.headroom-amount', { amount: result.headroomAmount })]
      : []),
  ];
}

const conditionValues = ({ of, count }: ConditionResult) => ({ of, count });

function ruleSteps(line: LineResult): ExplainStep[] {
  const { ruleIds } = line;
  const step = (key: string, values: ExplainStep['values']): ExplainStep => ({
    ...sentence(`explain.${key}`, values),
    section: 'rule',
    ruleIds,
  });
  const name = { tier: line.id };
  const heading =
    line.percent === null
      ? step('line.count', name)
      : step(line.own ? 'line.own' : `line.${line.is}`, { ...name, percent: line.percent });
  return [
    heading,
    ...line.when.map((condition) => step(`when.${condition.is}`, conditionValues(condition))),
    ...line.floors.map((condition) => step(`floor.${condition.is}`, conditionValues(condition))),
  ];
}

/** Why a line was or was not reached: the first thing that decided it. */
function verdict(line: LineResult): ExplainStep {
  const unmet = line.floors.find(({ met }) => !met);
  const key = line.reached
    ? 'reached'
    : !line.applies
      ? 'not-for-you'
      : unmet
        ? 'floor-not-met'
        : 'not-reached';
  const values = {
    tier: line.id,
    ...(key === 'floor-not-met' && unmet ? conditionValues(unmet) : {}),
  };
  return { ...sentence(`explain.${key}`, values), section: 'done', ruleIds: line.ruleIds };
}

/**
 * Why this number? What was given, which rules hold, what was done with both, and what would
 * change the answer: in that order, one sentence each.
 *
 * The values `field`, `of`, `tier` and `parts` hold ids, to be shown by the labels of the metric
 * (`of` may also be `numerator` or `denominator`).
 */
export function explain(result: DisputeRateResult): ExplainStep[] {
  const steps: ExplainStep[] = [];
  const say = (
    section: ExplainStep['section'],
    key: string,
    values: ExplainStep['values'] = {},
    ruleIds: readonly string[] = [],
  ) => steps.push({ ...sentence(`explain.${key}`, values), section, ruleIds });

  const given = new Map<string, StepValue>();
  for (const step of result.trace)
    if (step.step === 'numerator' || step.step === 'denominator')
      for (const { field, value } of step.parts) given.set(field, value);
  for (const [field, value] of given) say('given', 'given', { field, value });
  for (const step of result.trace)
    if (step.step === 'given')
      if ('option' in step)
        say('given', 'given-choice', { field: step.field, option: step.option });
      else say('given', 'given', { field: step.field, value: step.value });

  if (result.lines.every((line) => line.own)) say('rule', 'no-line');
  steps.push(...result.lines.flatMap(ruleSteps));

  for (const step of result.trace) {
    if (step.step === 'numerator' || step.step === 'denominator')
      say('done', step.step, { parts: step.parts, value: step.value });
    if (step.step === 'rate')
      say('done', 'rate', { num: step.num, den: step.den, percent: step.percent });
  }
  steps.push(...result.lines.map(verdict));
  if (result.interval) say('done', 'interval', result.interval);
  if (result.forecast) say('done', 'forecast', { expected: result.forecast.expectedPercent });
  if (result.forecast?.chanceOver) say('done', 'chance', { chance: result.forecast.chanceOver });
  if (result.fee) {
    const { zone, percentOfPrice, cap, capCurrency, capPerOrder, total } = result.fee;
    const rules = result.usedRules.filter(
      (id) => !result.lines.some((line) => line.ruleIds.includes(id)),
    );
    say('done', 'fee', { tier: zone, percent: percentOfPrice, cap, currency: capCurrency }, rules);
    if (total !== null)
      say(
        'done',
        capPerOrder === null ? 'fee-free' : 'fee-total',
        { total, cap: capPerOrder ?? '' },
        rules,
      );
  }

  for (const step of result.trace)
    if (step.step === 'after-withdrawals' || step.step === 'after-orders')
      say('change', step.step, {
        more: step.more,
        num: step.num,
        den: step.den,
        percent: step.percent,
      });
  if (result.headroom !== null && result.standing !== 'over')
    say('change', 'headroom', { headroom: result.headroom });
  if (result.headroom !== null && result.standing === 'over')
    say('change', 'headroom-next', { headroom: result.headroom });
  for (const field of ['withdrawalsNeeded', 'ordersNeeded', 'headroom'] as const) {
    const reason = result.reasons[field];
    if (reason) steps.push({ ...sentence(`reason.${reason}`), section: 'change', ruleIds: [] });
  }
  return steps.filter((step, i) => steps.findIndex((other) => same(other, step)) === i);
}

const same = (a: ExplainStep, b: ExplainStep) =>
  a.messageKey === b.messageKey &&
  a.section === b.section &&
  JSON.stringify(a.values) === JSON.stringify(b.values);
