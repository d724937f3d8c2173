import {
  add,
  compare,
  divide,
  exact,
  fromDecimal,
  fromNumber,
  multiply,
  subtract,
  toDecimal,
  toJson,
  toPlain,
  ZERO,
  ONE,
  type Exact,
} from '../shared/exact.ts';
import { fromPercent, percentOf, type Ratio } from '../shared/ratio.ts';
import type { UnknownRule } from '../shared/result.ts';
import { lookup, type RuleBook } from '../shared/rule.ts';
import { betaBinomialTail, clopperPearson } from '../shared/stats.ts';
import { partsOf, sumsOf, total, type DisputeRateInput, type Part } from './measure.ts';
import { select, type Comparison, type Knowledge, type Metric, type RuleRef } from './metric.ts';
import {
  ALWAYS,
  firstInside,
  firstOutside,
  intersect,
  spanWhere,
  type Moving,
  type Span,
} from './spans.ts';

export type Standing = 'clear' | 'close' | 'over' | 'unknown';

/** Why a figure is null. The sentences stand in the interface texts under `tool.dispute-rate.reason.<id>`. */
export type Reason =
  | 'no-line'
  | 'no-withdrawal'
  | 'withdrawals-do-not-suffice'
  | 'orders-do-not-suffice'
  | 'counts-money'
  | 'top-tier'
  | 'never-reached'
  | 'not-orders'
  | 'more-claims-than-orders'
  | 'not-asked'
  | 'no-orders-left'
  | 'no-fee'
  | 'no-prices'
  | 'no-exchange-rate';

/** A minimum count, or the size of shop a line is made for, and whether it is met. */
export interface ConditionResult {
  of: string;
  is: Comparison;
  count: number | string;
  met: boolean;
  ruleId: string | null;
}

/** One line beside the shop's figures. */
export interface LineResult {
  /** The tier that reaching it brings; `own` for the person's own. */
  id: string;
  own: boolean;
  /** As the rule states it (`5`, `0.3`); null where only a count is limited. */
  percent: string | null;
  is: 'at-or-above' | 'above' | null;
  when: ConditionResult[];
  floors: ConditionResult[];
  /** Whether it is made for a shop like this one. */
  applies: boolean;
  reached: boolean;
  ruleIds: string[];
}

/** A summand, ready for JSON. */
export interface PartResult {
  field: string;
  sign: 'plus' | 'minus';
  value: number | string;
}

/** What was done, in the order it was done. */
export type TraceStep =
  | { step: 'numerator' | 'denominator'; parts: PartResult[]; value: number | string }
  | { step: 'rate'; num: number | string; den: number | string; percent: string }
  | ({ step: 'line' } & LineResult)
  | {
      step: 'after-withdrawals' | 'after-orders';
      more: number;
      num: number;
      den: number;
      percent: string;
    };

export interface Mix {
  withdrawals: number;
  orders: number;
}

export interface Forecast {
  /** Percent, four places. */
  expectedPercent: string;
  /** Probability between 0 and 1, six places; null where there is no line to be over. */
  chanceOver: string | null;
}

/** What the platform charges for the orders concerned, in the orders' own currency. */
export interface FeeResult {
  zone: string;
  percentOfPrice: string;
  /** The most one order can cost, in the platform's currency, and which that is. */
  cap: string;
  capCurrency: string;
  /** The same cap in the orders' currency; null without an exchange rate. */
  capPerOrder: string | null;
  /** One charge a price, in the order given, two places; null where prices or the exchange rate are missing. */
  perOrder: string[] | null;
  /** The sum of the charges as rounded. */
  total: string | null;
}

export interface DisputeRateResult {
  kind: 'ok';
  metric: string;
  rate: Ratio;
  percent: string;
  /** The highest tier reached, or the base tier; null where there is no line. */
  tier: string | null;
  standing: Standing;
  headroom: number | null;
  withdrawalsNeeded: number | null;
  ordersNeeded: number | null;
  /** For metrics that divide money by money: the same two figures as amounts, to the hundredth. */
  headroomAmount: string | null;
  ordersNeededAmount: string | null;
  mix: Mix[] | null;
  /** False where the frontier has too many pairs to list and `mix` holds a sample with both ends. */
  mixComplete: boolean;
  interval: { low: string; high: string } | null;
  forecast: Forecast | null;
  fee: FeeResult | null;
  lines: LineResult[];
  /** Why each figure that is null is null. */
  reasons: Partial<Record<ExplainedField, Reason>>;
  ignored: DisputeRateInput['ignored'];
  trace: TraceStep[];
  usedRules: string[];
  asOf: string;
}

type ExplainedField =
  | 'tier'
  | 'headroom'
  | 'withdrawalsNeeded'
  | 'ordersNeeded'
  | 'headroomAmount'
  | 'ordersNeededAmount'
  | 'mix'
  | 'interval'
  | 'forecast'
  | 'chanceOver'
  | 'fee'
  | 'feeTotal';

/** Tier ids of a line that comes from the person alone. */
const OWN_LINE = 'own';
const OWN_TIER = 'over';

/** `close` begins where this many further claims reach a line. */
const CLOSE_WITHIN = 2n;

/** Beyond this the frontier is sampled: nobody reads it, and a page must not draw it. */
const MOST_PAIRS = 1000;

const HALF = exact(1, 2);
const CENT = exact(1, 100);

interface ResolvedCondition {
  of: string;
  is: Comparison;
  count: Exact;
  ruleId: string | null;
}

interface ResolvedLine {
  /** 0 is the base tier. */
  tier: number;
  id: string;
  own: boolean;
  when: ResolvedCondition[];
  rate: { is: 'at-or-above' | 'above'; percent: Exact; ruleId: string | null } | null;
  floors: ResolvedCondition[];
}

/** Numerator, denominator and terms as they move with further claims, orders or withdrawals. */
type State = (of: string) => Moving;

/** What a rule says as a figure, or the result that says it cannot be told. */
function readRule(
  rules: RuleBook,
  ruleId: string,
  asOf: string,
): { value: Exact; unit: string } | UnknownRule {
  const found = lookup(rules, ruleId, asOf);
  if (found.kind !== 'known')
    return {
      kind: 'unknown-rule',
      ruleId,
      asOf,
      nearest: 'nearest' in found ? found.nearest : null,
    };
  const figure = found.value.value;
  if (typeof figure !== 'number') return { kind: 'unknown-rule', ruleId, asOf, nearest: null };
  return { value: fromNumber(figure), unit: found.rule.unit };
}

/** The published lines with their figures at that moment, and the rules they came from. */
function resolveLines(
  metric: Metric,
  input: DisputeRateInput,
  rules: RuleBook,
  asOf: string,
): { lines: ResolvedLine[]; used: string[] } | UnknownRule {
  const used: string[] = [];
  let unknown: UnknownRule | null = null;
  const figure = (ref: RuleRef): { value: Exact; ruleId: string } => {
    const ruleId = select(ref, input.choices);
    const found = readRule(rules, ruleId, asOf);
    if ('kind' in found) {
      unknown ??= found;
      return { value: ZERO, ruleId };
    }
    if (!used.includes(ruleId)) used.push(ruleId);
    return { value: found.value, ruleId };
  };
  const lines = metric.tiers.flatMap((tier, index) =>
    tier.lines.map((line): ResolvedLine => {
      const condition = ({ of, is, rule }: (typeof line.when)[number]): ResolvedCondition => {
        const { value, ruleId } = figure(rule);
        return { of, is, count: value, ruleId };
      };
      const when = line.when.map(condition);
      const rate = line.rate && figure(line.rate.rule);
      return {
        tier: index + 1,
        id: tier.id,
        own: false,
        when,
        rate: line.rate && rate && { is: line.rate.is, percent: rate.value, ruleId: rate.ruleId },
        floors: line.floors.map(condition),
      };
    }),
  );
  return unknown ?? { lines, used };
}

/** The person's own line: reached at or above, with the minimum count they gave, if any. */
function ownLine(metric: Metric, input: DisputeRateInput): ResolvedLine | null {
  if (!input.line) return null;
  const count = metric.ownFloor === null ? undefined : input.amounts[metric.ownFloor];
  return {
    tier: 1,
    id: OWN_LINE,
    own: true,
    when: [],
    rate: { is: 'at-or-above', percent: input.line, ruleId: null },
    floors: count ? [{ of: 'numerator', is: 'at-or-above', count, ruleId: null }] : [],
  };
}

const sumMoving = (parts: readonly Part[], steps: Readonly<Record<string, Exact>>): Moving => ({
  at: total(parts),
  step: total(parts.map((part) => ({ ...part, value: steps[part.field] ?? ZERO }))),
});

/** The shop as it stands, moving by `step` in each of `fields`. */
function stateOf(
  metric: Metric,
  input: DisputeRateInput,
  fields: readonly string[],
  step: Exact,
): State {
  const steps = Object.fromEntries(fields.map((field) => [field, step]));
  const sums = sumsOf(metric, input.choices);
  const numerator = sumMoving(partsOf(sums.numerator, input.amounts), steps);
  const denominator = sumMoving(partsOf(sums.denominator, input.amounts), steps);
  return (of) => {
    if (of === 'numerator') return numerator;
    if (of === 'denominator') return denominator;
    return { at: input.amounts[of] ?? ZERO, step: steps[of] ?? ZERO };
  };
}

const conditionSpan = (state: State, { of, is, count }: ResolvedCondition): Span | null => {
  const { at, step } = state(of);
  return spanWhere({ at: subtract(at, count), step }, is);
};

/** rate ≥ line, as numerator − line × denominator ≥ 0: no division, so nothing is rounded. */
function rateSpan(state: State, rate: NonNullable<ResolvedLine['rate']>): Span | null {
  const line = fromPercent(rate.percent);
  const { numerator, denominator } = {
    numerator: state('numerator'),
    denominator: state('denominator'),
  };
  return spanWhere(
    {
      at: subtract(numerator.at, multiply(line, denominator.at)),
      step: subtract(numerator.step, multiply(line, denominator.step)),
    },
    rate.is,
  );
}

/** For which numbers of steps a line is reached. */
const lineSpan = (state: State, line: ResolvedLine): Span | null =>
  [...line.when, ...line.floors].reduce<Span | null>(
    (span, condition) => intersect(span, conditionSpan(state, condition)),
    line.rate ? rateSpan(state, line.rate) : ALWAYS,
  );

const spansOf = (state: State, lines: readonly ResolvedLine[]): Span[] =>
  lines.map((line) => lineSpan(state, line)).filter((span) => span !== null);

function showLine(state: State, line: ResolvedLine): LineResult {
  const show = (condition: ResolvedCondition): ConditionResult => ({
    of: condition.of,
    is: condition.is,
    count: toJson(condition.count),
    met: conditionSpan(state, condition) !== null,
    ruleId: condition.ruleId,
  });
  const when = line.when.map(show);
  const floors = line.floors.map(show);
  const ruleIds = [
    line.rate?.ruleId ?? null,
    ...when.map((c) => c.ruleId),
    ...floors.map((c) => c.ruleId),
  ];
  return {
    id: line.id,
    own: line.own,
    percent: line.rate && toPlain(line.rate.percent),
    is: line.rate && line.rate.is,
    when,
    floors,
    applies: when.every((c) => c.met),
    reached: lineSpan(state, line) !== null,
    ruleIds: ruleIds.filter((id) => id !== null),
  };
}

/** The cheapest ways out, from no withdrawal to as many as are needed; each pair just suffices. */
function frontier(
  metric: Metric,
  input: DisputeRateInput,
  lines: readonly ResolvedLine[],
  most: bigint,
): { mix: Mix[]; complete: boolean } {
  const complete = most < BigInt(MOST_PAIRS);
  const samples = complete ? Number(most) + 1 : MOST_PAIRS;
  const mix: Mix[] = [];
  for (let i = 0; i < samples; i += 1) {
    const withdrawals = complete ? BigInt(i) : (most * BigInt(i)) / BigInt(samples - 1);
    const amounts = { ...input.amounts };
    if (metric.withdrawal) {
      const { term } = metric.withdrawal;
      amounts[term] = add(amounts[term] ?? ZERO, exact(withdrawals));
    }
    const state = stateOf(metric, { ...input, amounts }, metric.furtherOrder, ONE);
    const orders = firstOutside(spansOf(state, lines));
    const last = mix.at(-1);
    if (orders !== null && (!last || Number(orders) < last.orders))
      mix.push({ withdrawals: Number(withdrawals), orders: Number(orders) });
  }
  return { mix, complete };
}

/** The shop at the end of the forecast, moving with each planned order that turns into a claim. */
function forecastState(
  metric: Metric,
  input: DisputeRateInput,
  net: Exact,
  base: Exact,
  planned: Exact,
): State {
  const left = subtract(net, input.leavingClaims);
  const size = add(subtract(base, input.leavingOrders), planned);
  return (of) => {
    if (of === 'numerator') return { at: left, step: ONE };
    if (of === 'denominator') return { at: size, step: ZERO };
    const now = input.amounts[of] ?? ZERO;
    if (!metric.furtherClaim.includes(of)) return { at: now, step: ZERO };
    const after = subtract(now, input.leavingClaims);
    return { at: compare(after, ZERO) < 0 ? ZERO : after, step: ONE };
  };
}

/**
 * Where the rate will stand once the planned orders have closed.
 *
 * Each planned order becomes a net claim with probability p ~ Beta(net + ½, N − net + ½), Jeffreys'
 * posterior; the number that do is therefore beta-binomial, and the chance is its upper tail.
 */
function forecastOf(
  metric: Metric,
  input: DisputeRateInput,
  net: Exact,
  base: Exact,
  firstTier: readonly ResolvedLine[],
): { forecast: Forecast | null; reason: Reason | null } {
  if (!metric.countsOrders) return { forecast: null, reason: 'not-orders' };
  const planned = input.plannedOrders;
  if (!planned) return { forecast: null, reason: 'not-asked' };
  if (compare(net, base) > 0) return { forecast: null, reason: 'more-claims-than-orders' };
  const state = forecastState(metric, input, net, base, planned);
  const left = state('numerator').at;
  const size = state('denominator').at;
  if (compare(size, ZERO) <= 0) return { forecast: null, reason: 'no-orders-left' };

  const mean = divide(add(net, HALF), add(base, ONE));
  const expectedPercent = percentOf(add(left, multiply(planned, mean)), size);
  if (firstTier.length === 0)
    return { forecast: { expectedPercent, chanceOver: null }, reason: 'no-line' };
  const enough = firstInside(spansOf(state, firstTier));
  const trials = Number(planned.num);
  const chance =
    enough === null || enough > planned.num
      ? 0
      : betaBinomialTail(
          Number(enough),
          trials,
          Number(net.num) + 0.5,
          Number(base.num - net.num) + 0.5,
        );
  return { forecast: { expectedPercent, chanceOver: chance.toFixed(6) }, reason: null };
}

/** The charge for the orders concerned, each rounded to the hundredth as an invoice would be. */
function feeOf(
  metric: Metric,
  input: DisputeRateInput,
  zone: string,
  rules: RuleBook,
  asOf: string,
): { fee: FeeResult | null; used: string[]; reason: Reason | null } | UnknownRule {
  const definition = metric.fee;
  if (!definition) return { fee: null, used: [], reason: 'no-fee' };
  const capRule = select(definition.cap, input.choices);
  const cap = readRule(rules, capRule, asOf);
  if ('kind' in cap) return cap;
  const used = [capRule];
  let percent = ZERO;
  const percentRule = definition.percent[zone];
  if (percentRule !== undefined) {
    const ruleId = select(percentRule, input.choices);
    const found = readRule(rules, ruleId, asOf);
    if ('kind' in found) return found;
    used.push(ruleId);
    percent = found.value;
  }

  const exchange = input.amounts[definition.exchange];
  const most = exchange && divide(cap.value, exchange);
  const prices = input.lists[definition.prices];
  const fee: FeeResult = {
    zone,
    percentOfPrice: toPlain(percent),
    cap: toPlain(cap.value),
    capCurrency: cap.unit,
    capPerOrder: most ? toDecimal(most, 2) : null,
    perOrder: null,
    total: null,
  };
  if (!prices) return { fee, used, reason: 'no-prices' };
  const free = compare(percent, ZERO) === 0;
  if (!most && !free) return { fee, used, reason: 'no-exchange-rate' };
  const share = fromPercent(percent);
  fee.perOrder = prices.map((price) => {
    const charge = multiply(price, share);
    return toDecimal(most && compare(charge, most) > 0 ? most : charge, 2);
  });
  fee.total = toDecimal(fee.perOrder.map(fromDecimal).reduce(add, ZERO), 2);
  return { fee, used, reason: null };
}

const showParts = (parts: readonly Part[]): PartResult[] =>
  parts.map((part) => ({ ...part, value: toJson(part.value) }));

const percentText = (share: number) => (share * 100).toFixed(4);

/**
 * Where does a shop stand against a platform's lines, and what would change it?
 *
 * All counts are exact: rates are compared as fractions, and "how many more" is solved, not searched.
 * Percentages are decimal strings with four places; money has two.
 *
 * @param input from `parse`.
 * @param knowledge the metric definitions and the rulebook.
 * @param asOf ISO 8601 instant or date: which value of each rule holds.
 * @returns the result, or `unknown-rule` where a rule has no value at that moment.
 */
export function calculate(
  input: DisputeRateInput,
  knowledge: Knowledge,
  asOf: string,
): DisputeRateResult | UnknownRule {
  const metric = knowledge.metrics.get(input.metric);
  if (!metric) throw new Error(`No metric ${input.metric}; parse() would have refused it.`);
  const published = resolveLines(metric, input, knowledge.rules, asOf);
  if ('kind' in published) return published;
  const own = ownLine(metric, input);
  const deciding = published.lines.length > 0 ? published.lines : own ? [own] : [];

  const sums = sumsOf(metric, input.choices);
  const numeratorParts = partsOf(sums.numerator, input.amounts);
  const denominatorParts = partsOf(sums.denominator, input.amounts);
  const net = total(numeratorParts);
  const base = total(denominatorParts);
  const rate: Ratio = { num: toJson(net), den: toJson(base) };
  const percent = percentOf(net, base);

  const still = stateOf(metric, input, [], ZERO);
  const lines = [...published.lines, ...(own ? [own] : [])].map((line) => showLine(still, line));
  const reachedTier = deciding.reduce(
    (highest, line) =>
      lineSpan(still, line) !== null && line.tier > highest ? line.tier : highest,
    0,
  );
  const tier =
    deciding.length === 0
      ? null
      : reachedTier === 0
        ? metric.base.id
        : (metric.tiers[reachedTier - 1]?.id ?? OWN_TIER);

  const reasons: DisputeRateResult['reasons'] = {};
  const because = (field: ExplainedField, reason: Reason): null => {
    reasons[field] = reason;
    return null;
  };
  const countsClaims = metric.furtherClaim.every((id) => isCount(metric, id));
  const countsSales = metric.furtherOrder.every((id) => isCount(metric, id));

  const stepsToNext = (step: Exact, fields: readonly string[]): bigint | Reason => {
    if (deciding.length === 0) return 'no-line';
    const higher = deciding.filter((line) => line.tier > reachedTier);
    if (higher.length === 0) return 'top-tier';
    return firstInside(spansOf(stateOf(metric, input, fields, step), higher)) ?? 'never-reached';
  };
  const stepsOut = (step: Exact, fields: readonly string[]): bigint | Reason =>
    deciding.length === 0
      ? 'no-line'
      : (firstOutside(spansOf(stateOf(metric, input, fields, step), deciding)) ??
        'orders-do-not-suffice');
  const amount = (hundredths: bigint) => toDecimal(multiply(exact(hundredths), CENT), 2);

  const next = countsClaims ? stepsToNext(ONE, metric.furtherClaim) : 'counts-money';
  const headroom =
    typeof next === 'bigint'
      ? Number(next) - 1
      : because('headroom', deciding.length ? next : 'no-line');
  const nextAmount = countsClaims ? null : stepsToNext(CENT, metric.furtherClaim);
  const headroomAmount =
    typeof nextAmount === 'bigint'
      ? amount(nextAmount - 1n)
      : nextAmount && because('headroomAmount', nextAmount);

  const out =
    countsSales || reachedTier === 0 ? stepsOut(ONE, metric.furtherOrder) : 'counts-money';
  const ordersNeeded = typeof out === 'bigint' ? Number(out) : because('ordersNeeded', out);
  const outAmount = countsSales ? null : stepsOut(CENT, metric.furtherOrder);
  const ordersNeededAmount =
    typeof outAmount === 'bigint'
      ? amount(outAmount)
      : outAmount && because('ordersNeededAmount', outAmount);

  const withdrawn = withdrawalsOf(metric, input, deciding);
  const withdrawalsNeeded =
    typeof withdrawn.needed === 'bigint'
      ? Number(withdrawn.needed)
      : because('withdrawalsNeeded', withdrawn.needed);

  let mix: Mix[] | null = null;
  let mixComplete = true;
  if (deciding.length === 0) because('mix', 'no-line');
  else if (!countsSales) because('mix', 'counts-money');
  else {
    const most = typeof withdrawn.needed === 'bigint' ? withdrawn.needed : withdrawn.possible;
    const found = frontier(metric, input, deciding, most);
    mixComplete = found.complete;
    mix = found.mix.length > 0 ? found.mix : because('mix', 'orders-do-not-suffice');
  }

  let interval: DisputeRateResult['interval'] = null;
  if (!metric.countsOrders) because('interval', 'not-orders');
  else if (compare(net, base) > 0) because('interval', 'more-claims-than-orders');
  else {
    const { low, high } = clopperPearson(Number(net.num), Number(base.num));
    interval = { low: percentText(low), high: percentText(high) };
  }

  const firstTier = deciding.filter((line) => line.tier === 1);
  const { forecast, reason: forecastReason } = forecastOf(metric, input, net, base, firstTier);
  if (forecastReason) because(forecast ? 'chanceOver' : 'forecast', forecastReason);

  const charged = feeOf(metric, input, tier ?? metric.base.id, knowledge.rules, asOf);
  if ('kind' in charged) return charged;
  if (charged.reason) because(charged.fee ? 'feeTotal' : 'fee', charged.reason);

  if (tier === null) because('tier', 'no-line');
  const standing: Standing =
    tier === null
      ? 'unknown'
      : reachedTier > 0
        ? 'over'
        : headroom !== null && BigInt(headroom) < CLOSE_WITHIN
          ? 'close'
          : 'clear';

  const after = (
    step: 'after-withdrawals' | 'after-orders',
    fields: readonly string[],
    more: number | null,
  ): TraceStep[] => {
    if (more === null || more === 0) return [];
    const state = stateOf(metric, input, fields, exact(more));
    const num = add(state('numerator').at, state('numerator').step);
    const den = add(state('denominator').at, state('denominator').step);
    return [
      { step, more, num: Number(num.num), den: Number(den.num), percent: percentOf(num, den) },
    ];
  };
  const trace: TraceStep[] = [
    { step: 'numerator', parts: showParts(numeratorParts), value: rate.num },
    { step: 'denominator', parts: showParts(denominatorParts), value: rate.den },
    { step: 'rate', ...rate, percent },
    ...lines.map((line) => ({ step: 'line' as const, ...line })),
    ...after(
      'after-withdrawals',
      metric.withdrawal ? [metric.withdrawal.term] : [],
      withdrawalsNeeded,
    ),
    ...after('after-orders', metric.furtherOrder, ordersNeeded),
  ];

  return {
    kind: 'ok',
    metric: metric.id,
    rate,
    percent,
    tier,
    standing,
    headroom,
    withdrawalsNeeded,
    ordersNeeded,
    headroomAmount,
    ordersNeededAmount,
    mix,
    mixComplete,
    interval,
    forecast,
    fee: charged.fee,
    lines,
    reasons,
    ignored: input.ignored,
    trace,
    usedRules: [...published.used, ...charged.used],
    asOf,
  };
}

const isCount = (metric: Metric, id: string): boolean =>
  metric.terms.some((term) => term.id === id && term.kind === 'count');

/** The fewest withdrawals after which no line is reached, and how many there can be at most. */
function withdrawalsOf(
  metric: Metric,
  input: DisputeRateInput,
  deciding: readonly ResolvedLine[],
): { needed: bigint | Reason; possible: bigint } {
  if (!metric.withdrawal)
    return { needed: deciding.length === 0 ? 'no-line' : 'no-withdrawal', possible: 0n };
  const { term, upTo } = metric.withdrawal;
  const possible = subtract(input.amounts[upTo] ?? ZERO, input.amounts[term] ?? ZERO).num;
  if (deciding.length === 0) return { needed: 'no-line', possible };
  const needed = firstOutside(spansOf(stateOf(metric, input, [term], ONE), deciding));
  return {
    needed: needed === null || needed > possible ? 'withdrawals-do-not-suffice' : needed,
    possible,
  };
}
