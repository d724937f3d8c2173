import type { DisputeRateResult, PartResult } from './calculate.ts';
import { compare, fromDecimal, multiply } from '../shared/exact.ts';
import type { Step } from '../shared/explain.ts';
import { lastOf } from '../shared/last-of.ts';
import type { ConditionResult, LineResult } from './lines.ts';
import type { Leaving } from './needs.ts';

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

/** A figure, with its currency where it is money of a known one. */
const inMoney = (value: string | number, currency: string | null | undefined) =>
  currency ? `${value} ${currency}` : value;

/** A sum in words and signs: `claims 12 − withdrawn 0`. */
export const joinParts = (parts: readonly PartResult[], label: (field: string) => string): string =>
  parts
    .map(({ field, sign, value, currency }, i) => {
      const before = i === 0 ? (sign === 'minus' ? '−' : '') : sign === 'minus' ? ' − ' : ' + ';
      return `${before}${label(field)} ${inMoney(value, currency)}`;
    })
    .join('');

const deciding = (result: DisputeRateResult): LineResult[] => {
  const published = result.lines.filter((line) => !line.own);
  return published.length > 0 ? published : result.lines;
};

/** The line a person should read about: the highest one reached, else the lowest made for this shop. */
function lineInQuestion(result: DisputeRateResult): LineResult | undefined {
  const lines = deciding(result).filter((line) => line.applies);
  return lastOf(lines, (line) => line.reached) ?? lines[0];
}

function overSentence(result: DisputeRateResult, line: LineResult): Sentence {
  const { percent, rate } = result;
  const floor = line.floors[0];
  if (line.percent === null)
    return sentence('summary.over-count', { count: rate.num, limit: floor?.count ?? 0 });
  if (!floor)
    return sentence(line.own ? 'summary.over-own' : 'summary.over', {
      percent,
      line: line.percent,
    });
  if (line.own)
    return sentence('summary.over-own-from', { percent, line: line.percent, floor: floor.count });
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
  if (side < 0 || !floor) return sentence(line.own ? 'summary.close-own' : 'summary.close', values);
  if (line.own) return sentence('summary.close-own-from', { ...values, floor: floor.count });
  const key = floor.is === 'at-or-above' ? 'summary.close-from' : 'summary.close-beyond';
  return sentence(key, { ...values, of: floor.of, floor: floor.count });
}

/** An amount of money by its key; `-yours` where nobody named the currency. */
const amountSentence = (key: string, amount: string, currency: string | null) =>
  currency === null ? sentence(`${key}-yours`, { amount }) : sentence(key, { amount, currency });

/** What leaves a line, which it names: the line a figure is for is not always the one told before. */
function leaving(
  { withdrawals, orders }: Leaving,
  line: string | null,
  ordersCount: DisputeRateResult['ordersCount'],
): Sentence {
  const to = (key: string, values: Sentence['values']) =>
    line === null
      ? sentence(`way-out.${key}`, values)
      : sentence(`way-out.line.${key}`, { ...values, line });
  // Orders that count for the next rate only are told as what is missing, never as a way out.
  if (ordersCount === 'next-month' && orders !== null)
    return to(`missed.${plural(orders)}`, { orders });
  if (withdrawals !== null && orders !== null)
    return to(`both.${plural(withdrawals)}.${plural(orders)}`, { withdrawals, orders });
  if (orders !== null) return to(`orders.${plural(orders)}`, { orders });
  if (withdrawals !== null) return to(`withdrawals.${plural(withdrawals)}`, { withdrawals });
  return to('none', {});
}

/** What leaves the highest line reached, and then what leaves them all: each by the line it is for. */
function wayOut(result: DisputeRateResult): Sentence[] {
  const {
    withdrawalsNeeded: withdrawals,
    ordersNeeded: orders,
    ordersNeededAmount: amount,
    leavingTop: top,
    currency,
    ordersCount,
  } = result;
  if (amount !== null && ordersCount === 'next-month')
    return [amountSentence('way-out.missed-amount', amount, currency)];
  if (amount !== null && withdrawals === null && orders === null)
    return [amountSentence('way-out.amount', amount, currency)];
  const reached = deciding(result).filter((line) => line.reached);
  const all = leaving({ withdrawals, orders }, reached[0]?.percent ?? null, ordersCount);
  return top ? [leaving(top, reached.at(-1)?.percent ?? null, ordersCount), all] : [all];
}

/** What one or two more claims bring: the line in question, or a tier further up at once. */
function nextStep(result: DisputeRateResult, line: LineResult): Sentence {
  const further = (result.headroom ?? 0) + 1;
  const { nextTier } = result;
  return line.own || nextTier === null || nextTier === line.id
    ? sentence(`summary.close-by.${plural(further)}`, { further })
    : sentence(`summary.close-by-tier.${plural(further)}`, { further, tier: nextTier });
}

/** A line of one's own beside the platform's: it decides nothing, and is told as one's own. */
function ownBeside(result: DisputeRateResult): Sentence[] {
  const own = result.decidedBy === 'platform' ? result.lines.find((line) => line.own) : undefined;
  if (!own) return [];
  const key = own.reached ? 'summary.own-reached' : 'summary.own-not-reached';
  return [sentence(key, { line: own.percent ?? '' })];
}

/** Prices that do not fit the orders, so that a sum is never taken for the whole charge. */
const warningsOf = (result: DisputeRateResult): Sentence[] =>
  result.warnings.map(({ id, ...values }) => sentence(`warning.${id}`, values));

/** The answer first: where the shop stands, and what that asks for. */
function standingSentences(result: DisputeRateResult): Sentence[] {
  const { percent, standing, headroom, tier } = result;
  const line = lineInQuestion(result);
  if (standing === 'unknown' || !line) return [sentence('summary.unknown', { percent })];
  if (standing === 'over') {
    const steps = new Set(deciding(result).map(({ id }) => id)).size > 1;
    return [
      overSentence(result, line),
      ...(steps && tier !== null ? [sentence('summary.tier', { tier })] : []),
      ...wayOut(result),
    ];
  }
  if (standing === 'close') return [closeSentence(result, line), nextStep(result, line)];
  const clear = line.own
    ? sentence('summary.clear-own', { percent, line: line.percent ?? '' })
    : sentence('summary.clear', { percent });
  if (headroom !== null)
    return [clear, sentence(`summary.headroom.${plural(headroom)}`, { headroom })];
  return [
    clear,
    ...(result.headroomAmount !== null
      ? [amountSentence('summary.headroom-amount', result.headroomAmount, result.currency)]
      : []),
  ];
}

/**
 * The answer in sentences: where the shop stands and what that asks for, then how a line of the
 * person's own stands, then what needs a second look.
 */
export const summarise = (result: DisputeRateResult): Sentence[] => [
  ...standingSentences(result),
  ...ownBeside(result),
  ...warningsOf(result),
  ...result.ignored
    .filter(({ why }) => why === 'needs-planned')
    .slice(0, 1)
    .map(({ path }) => sentence('explain.needs-planned', { field: path })),
];

/** Key of the standing in a word or two, below the tool's prefix: one's own line is called one's own. */
export const standingKey = ({ standing, decidedBy }: DisputeRateResult): string =>
  decidedBy === 'own' ? `standing.${standing}-own` : `standing.${standing}`;

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
  const afterOrders = result.ordersCount === 'now' ? 'after-orders' : 'after-missed-orders';
  const say = (
    section: ExplainStep['section'],
    key: string,
    values: ExplainStep['values'] = {},
    ruleIds: readonly string[] = [],
  ) => steps.push({ ...sentence(`explain.${key}`, values), section, ruleIds });

  const given = new Map<string, StepValue>();
  for (const step of result.trace)
    if (step.step === 'numerator' || step.step === 'denominator')
      for (const { field, value, currency } of step.parts)
        given.set(field, inMoney(value, currency));
  for (const [field, value] of given) say('given', 'given', { field, value });
  for (const step of result.trace)
    if (step.step === 'given')
      if ('option' in step)
        say('given', 'given-choice', { field: step.field, option: step.option });
      else say('given', 'given', { field: step.field, value: inMoney(step.value, step.currency) });
  for (const { path, why } of result.ignored)
    if (why === 'needs-planned') say('given', 'needs-planned', { field: path });

  if (result.lines.every((line) => line.own)) say('rule', 'no-line');
  steps.push(...result.lines.flatMap(ruleSteps));

  for (const step of result.trace) {
    if (step.step === 'numerator' || step.step === 'denominator')
      say('done', step.step, { parts: step.parts, value: inMoney(step.value, step.currency) });
    if (step.step === 'rate')
      say('done', 'rate', { num: step.num, den: step.den, percent: step.percent });
  }
  steps.push(...result.lines.map(verdict));
  if (result.interval) say('done', 'interval', result.interval);
  if (result.forecast) say('done', 'forecast', { expected: result.forecast.expectedPercent });
  if (result.forecast?.chanceOver) say('done', 'chance', { chance: result.forecast.chanceOver });
  if (result.fee) {
    const { zone, percentOfPrice, cap, capCurrency, capPerOrder, total, currency } = result.fee;
    const rules = result.usedRules.filter(
      (id) => !result.lines.some((line) => line.ruleIds.includes(id)),
    );
    say('done', 'fee', { tier: zone, percent: percentOfPrice, cap, currency: capCurrency }, rules);
    if (total !== null)
      say(
        'done',
        capPerOrder === null ? 'fee-free' : 'fee-total',
        { total, currency, cap: capPerOrder ?? '' },
        rules,
      );
  }

  for (const warning of warningsOf(result))
    steps.push({ ...warning, section: 'done', ruleIds: [] });

  for (const step of result.trace)
    if (step.step === 'after-withdrawals' || step.step === 'after-orders')
      say('change', step.step === 'after-orders' ? afterOrders : step.step, {
        more: step.more,
        num: step.num,
        den: step.den,
        percent: step.percent,
      });
  if (result.headroom !== null && result.standing !== 'over')
    say('change', 'headroom', { headroom: result.headroom });
  if (result.headroom !== null && result.standing === 'over')
    say('change', 'headroom-next', { headroom: result.headroom, tier: result.nextTier ?? '' });
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
