/** Which figure counts for a clock, and which other figures stand beside it. */
import { lookup, type Rule, type RuleFigure } from '../shared/rule.ts';
import { isoInstant, localDate } from '../shared/time.ts';
import { amountOf, endOf } from './ends.ts';
import type { Clock } from './flow.ts';
import type { Deadline, RivalDeadline, RuleMissing } from './result.ts';
import type { CheckedInput, PlannerData } from './schema.ts';

export interface Figure {
  ruleId: string;
  figure: RuleFigure;
  unit: string;
  from: Deadline['amountFrom'];
  rule: Rule | null;
}

/** The period of a clock that starts at a moment, or why the rulebook has none. */
export function figureFor(
  clock: Clock,
  start: number,
  input: CheckedInput,
  data: PlannerData,
): Figure | RuleMissing {
  const day = localDate(start, input.platformZone);
  const byCountry =
    input.buyerCountry === null ? undefined : clock.ruleByCountry?.[input.buyerCountry];
  const ruleId = byCountry ?? clock.rule;
  if (clock.atOnceBelow !== undefined && input.promisedDays !== null) {
    const short = lookup(data.rules, clock.atOnceBelow, day);
    const line = short.kind === 'known' ? amountOf(short.value.value) : null;
    if (short.kind === 'known' && line !== null && input.promisedDays < line)
      return {
        ruleId: clock.atOnceBelow,
        figure: 0,
        unit: 'days',
        from: 'short-promise',
        rule: null,
      };
  }
  const found = lookup(data.rules, ruleId, day);
  if (clock.promisedDaysWin && input.promisedDays !== null)
    return { ruleId, figure: input.promisedDays, unit: 'days', from: 'order-page', rule: null };
  if (found.kind !== 'known')
    return {
      ruleId,
      why: found.kind,
      nearest: found.kind === 'no-such-rule' ? null : found.nearest,
    };
  if (found.value.value === true) return { ruleId, why: 'no-figure', nearest: null };
  return {
    ruleId,
    figure: found.value.value,
    unit: found.rule.unit,
    from: 'rule',
    rule: found.rule,
  };
}

/** What other sources say about the same period, each with the end it would give. */
export function rivalsFor(
  clock: Clock,
  figure: Figure,
  start: number | null,
  due: number | null,
  input: CheckedInput,
  data: PlannerData,
): RivalDeadline[] {
  if (!figure.rule) return [];
  const rivals: Omit<RivalDeadline, 'dueAt' | 'earlier'>[] = figure.rule.rivals.map((rival) => ({
    ruleId: null,
    value: rival.value,
    unit: rival.unit,
    source: rival.source,
    note: rival.note,
  }));
  for (const ruleId of clock.rivalRules ?? []) {
    const found = lookup(data.rules, ruleId, localDate(start ?? input.asOf, input.platformZone));
    if (found.kind === 'known')
      rivals.push({
        ruleId,
        value: found.value.value,
        unit: found.rule.unit,
        source: found.value.source,
        note: found.rule.appliesTo,
      });
  }
  return rivals.map((rival) => {
    const end =
      start === null ? null : endOf(start, rival.value, rival.unit, clock.calendar, input, data);
    const at = end?.kind === 'end' ? end.at.at : null;
    return {
      ...rival,
      dueAt: at === null ? null : isoInstant(at),
      earlier: at !== null && due !== null && at < due,
    };
  });
}

/** The figure of a rule at the moment judged by, where it can be counted with. */
export function figureAt(
  ruleId: string,
  input: CheckedInput,
  data: PlannerData,
): { amount: number; unit: string } | null {
  const found = lookup(data.rules, ruleId, localDate(input.asOf, input.platformZone));
  const amount = found.kind === 'known' ? amountOf(found.value.value) : null;
  return found.kind === 'known' && amount !== null ? { amount, unit: found.rule.unit } : null;
}
