import {
  toCalendars,
  type CalendarFile,
  type Flow,
  type PlannerData,
} from '@/calculators/deadline-planner/index.ts';
import type { Confidence, Rule } from '@/calculators/shared/rule.ts';

/** What the page sends of a rule: enough to count, to cite and to see that it is due for review. */
export interface CitedRule extends Pick<Rule, 'id' | 'unit' | 'appliesTo' | 'rivals'> {
  title: string;
  address: string;
  confidence: Confidence;
  reviewOn: string;
  values: Pick<Rule['values'][number], 'from' | 'to' | 'value' | 'source' | 'checkedOn'>[];
}

export interface PlannerContent {
  flows: readonly Flow[];
  rules: readonly CitedRule[];
  calendars: readonly CalendarFile[];
}

/** The part of the site's content the planner counts with, as the calculator wants it. */
export const toData = ({ flows, rules, calendars }: PlannerContent): PlannerData => ({
  flows: new Map(flows.map((flow) => [flow.id, flow])),
  rules: new Map(rules.map((rule) => [rule.id, rule as unknown as Rule])),
  calendars: toCalendars(calendars),
});
