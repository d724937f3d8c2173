/** What to do about the deadlines of a case, and what is odd about its events. */
import { DAY, HOUR, SECOND } from '../shared/time.ts';
import { figureAt } from './figures.ts';
import { isOpen, type Advice, type Deadline, type Warning } from './result.ts';
import type { CheckedInput, PlannerData } from './schema.ts';

/** What to do now, by the flow’s own advice and by what the ladder shows. */
export function adviceFor(
  deadlines: Deadline[],
  { next, lapsed }: { next: string | null; lapsed: readonly string[] },
  input: CheckedInput,
  data: PlannerData,
  usedRules: Set<string>,
): Advice[] {
  const advice: Advice[] = [];
  for (const rule of input.flow.advice) {
    const deadline = deadlines.find((one) => one.id === rule.deadline);
    if (!deadline || !isOpen(deadline)) continue;
    if (rule.countries && !(input.buyerCountry && rule.countries.includes(input.buyerCountry)))
      continue;
    if (rule.notCountries && input.buyerCountry && rule.notCountries.includes(input.buyerCountry))
      continue;
    if (rule.whenLeft) {
      const line = figureAt(rule.whenLeft.rule, input, data);
      const left = deadline.remainingSeconds;
      if (!line || left === null) continue;
      const seconds = (line.amount * (line.unit === 'hours' ? HOUR : DAY)) / SECOND;
      if (rule.whenLeft.inclusive ? left > seconds : left >= seconds) continue;
      usedRules.add(rule.whenLeft.rule);
    }
    const values: Advice['values'] = {};
    for (const [name, ruleId] of Object.entries(rule.values ?? {})) {
      const figure = figureAt(ruleId, input, data);
      if (!figure) continue;
      values[name] = figure.amount;
      usedRules.add(ruleId);
    }
    advice.push({ id: rule.id, deadline: rule.deadline, values });
  }
  // Said once, for the first that lapsed: whoever records what happened records all of it.
  if (lapsed[0] !== undefined)
    advice.push({ id: 'record-what-happened', deadline: lapsed[0], values: {} });
  for (const deadline of deadlines) {
    const mine =
      deadline.kind === 'duty' && (deadline.actor === 'seller' || deadline.actor === 'both');
    if (!mine) continue;
    const { id, dueAt, lastWorkingMoment: last } = deadline;
    if (!isOpen(deadline)) continue;
    if (deadline.planMissing) {
      const { country, year } = deadline.planMissing;
      advice.push({ id: 'no-official-plan-yet', deadline: id, values: { country, year } });
    }
    const earlier = deadline.rivals
      .flatMap((rival) => (rival.earlier && rival.dueAt ? [rival.dueAt] : []))
      .sort()[0];
    if (earlier && id === next)
      advice.push({ id: 'a-source-gives-less-time', deadline: id, values: { at: earlier } });
    if (id !== next || !dueAt || !last || Date.parse(last) >= Date.parse(dueAt)) continue;
    if (Date.parse(last) < input.asOf)
      advice.push({ id: 'no-working-time-left', deadline: id, values: { at: dueAt } });
    else advice.push({ id: 'act-by-last-working-moment', deadline: id, values: { at: last } });
  }
  return advice;
}

/** Events that contradict each other or the clock. */
export function warningsFor(input: CheckedInput): Warning[] {
  const warnings: Warning[] = [];
  const seen = new Set<string>();
  for (const clock of input.flow.clocks) {
    const start = input.events.get(clock.startsFrom);
    for (const event of [...(clock.restartedBy ?? []), ...clock.doneBy]) {
      const at = input.events.get(event);
      if (at === undefined || start === undefined || at >= start || seen.has(event)) continue;
      seen.add(event);
      warnings.push({ id: 'event-before-start', event, values: { start: clock.startsFrom } });
    }
  }
  for (const [event, at] of input.events)
    if (at > input.asOf) warnings.push({ id: 'event-in-future', event, values: {} });
  return warnings;
}
