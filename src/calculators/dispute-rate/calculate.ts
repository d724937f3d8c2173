import { add, compare, exact, toJson, ZERO, type Exact } from '../shared/exact.ts';
import { percentOf, type Ratio } from '../shared/ratio.ts';
import type { UnknownRule } from '../shared/result.ts';
import { clopperPearson } from '../shared/stats.ts';
import { feeOf, priceMismatch, type FeeResult, type PriceMismatch } from './fee.ts';
import { forecastOf, type Forecast } from './forecast.ts';
import {
  lineSpan,
  ownLine,
  resolveLines,
  showLine,
  stateOf,
  type LineResult,
  type ResolvedLine,
  type State,
} from './lines.ts';
import { partsOf, sumsOf, total, type DisputeRateInput, type Part } from './measure.ts';
import type { Knowledge, Metric } from './metric.ts';
import { leavingTop, needsOf, type Leaving, type Mix } from './needs.ts';
import type { ExplainedField, Reason } from './reason.ts';

export type Standing = 'clear' | 'close' | 'over' | 'unknown';

/** A summand, ready for JSON. */
export interface PartResult {
  field: string;
  sign: 'plus' | 'minus';
  value: number | string;
  /** For money whose currency is known: its ISO 4217 code. */
  currency?: string;
}

/** What was done, in the order it was done. */
export type TraceStep =
  /** What was given beside the summands of the rate and decides the answer too. */
  | { step: 'given'; field: string; value: number | string; currency?: string }
  | { step: 'given'; field: string; option: string }
  | {
      step: 'numerator' | 'denominator';
      parts: PartResult[];
      value: number | string;
      currency?: string;
    }
  | { step: 'rate'; num: number | string; den: number | string; percent: string }
  | ({ step: 'line' } & LineResult)
  | {
      step: 'after-withdrawals' | 'after-orders';
      more: number;
      num: number;
      den: number;
      percent: string;
    };

export interface DisputeRateResult {
  kind: 'ok';
  metric: string;
  rate: Ratio;
  percent: string;
  /** The highest tier reached, or the base tier; null where there is no line. */
  tier: string | null;
  standing: Standing;
  /** Whose lines decide the tier and the standing; null where there is no line. */
  decidedBy: 'platform' | 'own' | null;
  headroom: number | null;
  /** The tier that one claim beyond the headroom brings; it can be further up than the next one. */
  nextTier: string | null;
  /** What brings the shop off every line. */
  withdrawalsNeeded: number | null;
  ordersNeeded: number | null;
  /** What leaves the highest tier reached for a lower one; null where no lower one is reached. */
  leavingTop: Leaving | null;
  /**
   * What `ordersNeeded` means: orders that can still be made (`now`), or that months now over would
   * have needed (`next-month`: an order made today counts for the next rate only).
   */
  ordersCount: 'now' | 'next-month';
  /** For metrics that divide money by money: the same two figures as amounts, to the currency's smallest unit. */
  headroomAmount: string | null;
  ordersNeededAmount: string | null;
  /** ISO 4217 code of the amounts; null where none were given, or none says its currency for certain. */
  currency: string | null;
  mix: Mix[] | null;
  /** False where the frontier has too many pairs to list and `mix` holds a sample with both ends. */
  mixComplete: boolean;
  interval: { low: string; high: string } | null;
  forecast: Forecast | null;
  fee: FeeResult | null;
  /** What was read and computed, and yet needs a second look. */
  warnings: PriceMismatch[];
  lines: LineResult[];
  /** Why each figure that is null is null. */
  reasons: Partial<Record<ExplainedField, Reason>>;
  ignored: DisputeRateInput['ignored'];
  trace: TraceStep[];
  usedRules: string[];
  asOf: string;
}

/** The tier of a line that comes from the person alone. */
const OWN_TIER = 'over';

/** `close`: this many further claims, or fewer, reach a line. */
const CLOSE_WITHIN = 2;

/** `{ currency }` for a field that holds money of a known currency, else nothing. */
const moneyIn = (metric: Metric, { currency }: DisputeRateInput, field: string) => {
  const kind = metric.terms.find(({ id }) => id === field)?.kind;
  return currency !== null && (kind === 'money' || kind === 'money-list') ? { currency } : {};
};

/** A sum of the rate, as a step: a sum of money is money. */
function sumStep(
  step: 'numerator' | 'denominator',
  metric: Metric,
  input: DisputeRateInput,
  parts: readonly Part[],
  value: number | string,
): TraceStep {
  const shown = parts.map((part) => ({
    ...part,
    value: toJson(part.value),
    ...moneyIn(metric, input, part.field),
  }));
  return { step, parts: shown, value, ...moneyIn(metric, input, parts[0]?.field ?? '') };
}

/** Choices, amounts and lists that are no summand of the rate. */
function givenBeside(
  metric: Metric,
  input: DisputeRateInput,
  summands: readonly Part[],
): TraceStep[] {
  const shown = new Set(summands.map(({ field }) => field));
  const { plannedOrders, leavingOrders, leavingClaims } = input;
  const planned = plannedOrders === null ? {} : { plannedOrders, leavingOrders, leavingClaims };
  return [
    ...Object.entries(input.choices).map(([field, option]) => ({
      step: 'given' as const,
      field,
      option,
    })),
    ...Object.entries({ ...input.amounts, ...planned })
      .filter(([field]) => !shown.has(field))
      .map(([field, value]) => ({
        step: 'given' as const,
        field,
        value: toJson(value),
        ...moneyIn(metric, input, field),
      })),
    ...Object.entries(input.lists).map(([field, values]) => ({
      step: 'given' as const,
      field,
      value: values.map(toJson).join('; '),
      ...moneyIn(metric, input, field),
    })),
  ];
}

/** The rate after some further steps, for the trace; nothing where there are none to take. */
function after(
  step: 'after-withdrawals' | 'after-orders',
  metric: Metric,
  input: DisputeRateInput,
  fields: readonly string[],
  more: number | null,
): TraceStep[] {
  if (more === null || more === 0) return [];
  const state = stateOf(metric, input, fields, exact(more));
  const num = add(state('numerator').at, state('numerator').step);
  const den = add(state('denominator').at, state('denominator').step);
  return [{ step, more, num: Number(num.num), den: Number(den.num), percent: percentOf(num, den) }];
}

/** The highest tier reached with one claim beyond the headroom. */
function nextTierOf(
  metric: Metric,
  input: DisputeRateInput,
  deciding: readonly ResolvedLine[],
  headroom: number | null,
): string | null {
  if (headroom === null) return null;
  const then = stateOf(metric, input, metric.furtherClaim, exact(headroom + 1));
  const moved: State = (of) => {
    const { at, step } = then(of);
    return { at: add(at, step), step: ZERO };
  };
  const tier = Math.max(
    0,
    ...deciding.filter((line) => lineSpan(moved, line) !== null).map((line) => line.tier),
  );
  return metric.tiers[tier - 1]?.id ?? OWN_TIER;
}

/** The interval of the share behind the rate, in percent. */
function intervalOf(
  metric: Metric,
  net: Exact,
  base: Exact,
): { low: string; high: string } | Reason {
  if (!metric.countsOrders) return 'not-orders';
  if (compare(net, base) > 0) return 'more-claims-than-orders';
  const { low, high } = clopperPearson(Number(net.num), Number(base.num));
  return { low: (low * 100).toFixed(4), high: (high * 100).toFixed(4) };
}

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
  const all = [...published.lines, ...(own ? [own] : [])];
  const deciding = published.lines.length > 0 ? published.lines : all;

  const sums = sumsOf(metric, input.choices);
  const numeratorParts = partsOf(sums.numerator, input.amounts);
  const denominatorParts = partsOf(sums.denominator, input.amounts);
  const net = total(numeratorParts);
  const base = total(denominatorParts);
  const rate: Ratio = { num: toJson(net), den: toJson(base) };
  const percent = percentOf(net, base);

  const still = stateOf(metric, input, [], ZERO);
  const lines = all.map((line) => showLine(still, line));
  const reachedLines = deciding.filter((line) => lineSpan(still, line) !== null);
  const reachedTier = Math.max(0, ...reachedLines.map((line) => line.tier));
  const tierId =
    reachedTier === 0 ? metric.base.id : (metric.tiers[reachedTier - 1]?.id ?? OWN_TIER);

  const charged = feeOf(metric, input, tierId, knowledge.rules, asOf);
  if ('kind' in charged) return charged;

  const reasons: DisputeRateResult['reasons'] = {};
  /** A figure as it is; for a reason null, with the reason kept. */
  const known = <Value>(field: ExplainedField, value: Value | Reason): Value | null => {
    if (typeof value !== 'string') return value as Value;
    reasons[field] = value as Reason;
    return null;
  };
  const tier = known<{ id: string }>('tier', deciding.length === 0 ? 'no-line' : { id: tierId });
  const needs = needsOf(metric, input, deciding, reachedTier);
  const headroom = known('headroom', needs.headroom);
  const withdrawalsNeeded = known('withdrawalsNeeded', needs.withdrawals);
  const ordersNeeded = known('ordersNeeded', needs.orders);
  const headroomAmount = known('headroomAmount', needs.headroomAmount);
  const ordersNeededAmount = known('ordersNeededAmount', needs.ordersAmount);
  const mix = known('mix', needs.mix);
  const interval = known('interval', intervalOf(metric, net, base));
  const firstTier = deciding.filter((line) => line.tier === 1);
  const { forecast, reason } = forecastOf(metric, input, net, base, firstTier);
  if (reason) known(forecast ? 'chanceOver' : 'forecast', reason);
  if (charged.reason) known(charged.fee ? 'feeTotal' : 'fee', charged.reason);

  const nextTier = nextTierOf(metric, input, deciding, headroom);
  const mismatch = priceMismatch(metric, input);
  const reached = reachedTier > 0 ? 'over' : null;
  const near = headroom !== null && headroom < CLOSE_WITHIN ? 'close' : 'clear';
  const standing: Standing = tier === null ? 'unknown' : (reached ?? near);

  const withdrawn = metric.withdrawal ? [metric.withdrawal.term] : [];
  const trace: TraceStep[] = [
    ...givenBeside(metric, input, [...numeratorParts, ...denominatorParts]),
    sumStep('numerator', metric, input, numeratorParts, rate.num),
    sumStep('denominator', metric, input, denominatorParts, rate.den),
    { step: 'rate', ...rate, percent },
    ...lines.map((line) => ({ step: 'line' as const, ...line })),
    ...after('after-withdrawals', metric, input, withdrawn, withdrawalsNeeded),
    ...after('after-orders', metric, input, metric.furtherOrder, ordersNeeded),
  ];

  return {
    kind: 'ok',
    metric: metric.id,
    rate,
    percent,
    tier: tier && tier.id,
    standing,
    decidedBy: deciding.length === 0 ? null : published.lines.length > 0 ? 'platform' : 'own',
    headroom,
    nextTier,
    withdrawalsNeeded,
    ordersNeeded,
    leavingTop: leavingTop(metric, input, deciding, reachedLines),
    ordersCount: metric.ordersCount,
    headroomAmount: headroomAmount && headroomAmount.amount,
    ordersNeededAmount: ordersNeededAmount && ordersNeededAmount.amount,
    currency: input.currency,
    mix,
    mixComplete: needs.mixComplete,
    interval,
    forecast,
    fee: charged.fee,
    warnings: mismatch ? [mismatch] : [],
    lines,
    reasons,
    ignored: input.ignored,
    trace,
    usedRules: [...published.used, ...charged.used],
    asOf,
  };
}
