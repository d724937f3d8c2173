import {
  fromNumber,
  multiply,
  subtract,
  toJson,
  toPlain,
  ZERO,
  type Exact,
} from '../shared/exact.ts';
import { fromPercent } from '../shared/ratio.ts';
import type { UnknownRule } from '../shared/result.ts';
import { lookup, type RuleBook } from '../shared/rule.ts';
import { partsOf, sumsOf, total, type DisputeRateInput, type Part } from './measure.ts';
import { select, type Comparison, type Metric, type RuleRef } from './metric.ts';
import { ALWAYS, intersect, spanWhere, type Moving, type Span } from './spans.ts';

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

/** The id of a line that comes from the person alone. */
const OWN_LINE = 'own';

interface ResolvedCondition {
  of: string;
  is: Comparison;
  count: Exact;
  ruleId: string | null;
}

export interface ResolvedLine {
  /** 0 is the base tier. */
  tier: number;
  id: string;
  own: boolean;
  when: ResolvedCondition[];
  rate: { is: 'at-or-above' | 'above'; percent: Exact; ruleId: string | null } | null;
  floors: ResolvedCondition[];
}

/** Numerator, denominator and terms as they move with further claims, orders or withdrawals. */
export type State = (of: string) => Moving;

/** What a rule says as a figure, or the result that says it cannot be told. */
export function readRule(
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
export function resolveLines(
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
export function ownLine(metric: Metric, input: DisputeRateInput): ResolvedLine | null {
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
export function stateOf(
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
  const numerator = state('numerator');
  const denominator = state('denominator');
  return spanWhere(
    {
      at: subtract(numerator.at, multiply(line, denominator.at)),
      step: subtract(numerator.step, multiply(line, denominator.step)),
    },
    rate.is,
  );
}

/** For which numbers of steps a line is reached. */
export const lineSpan = (state: State, line: ResolvedLine): Span | null =>
  [...line.when, ...line.floors].reduce<Span | null>(
    (span, condition) => intersect(span, conditionSpan(state, condition)),
    line.rate ? rateSpan(state, line.rate) : ALWAYS,
  );

export const spansOf = (state: State, lines: readonly ResolvedLine[]): Span[] =>
  lines.map((line) => lineSpan(state, line)).filter((span) => span !== null);

export function showLine(state: State, line: ResolvedLine): LineResult {
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
