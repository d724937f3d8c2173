import type { Step } from '../shared/explain.ts';
import type { Localized } from '../shared/rule.ts';
import type { Deadline, PlannerOk } from './result.ts';

/**
 * A value in a sentence. Plain text and numbers are written as they are; the rest is written by
 * whoever shows it: an instant on the clock of a zone, days as dates, `key` as another message,
 * `text` in the reader's language.
 */
export type StepValue =
  | string
  | number
  | { at: string; zone: string }
  | { dates: string[] }
  | { key: string }
  | { country: string }
  | { figure: Deadline['amount']; unit: string }
  | { text: Localized };

/** One step; `of` names the deadline it belongs to. */
export type PlannerStep = Step<StepValue>;

const KEY = 'tool.deadline-planner';

function stepsFor(deadline: Deadline, result: PlannerOk): PlannerStep[] {
  const steps: PlannerStep[] = [];
  const { platform, mine } = result.zones;
  const adder =
    (section: PlannerStep['section']) =>
    (key: string, values: PlannerStep['values'] = {}, ruleIds: readonly string[] = []) => {
      const messageKey = `${KEY}.explain.${key}`;
      steps.push({ section, of: deadline.id, messageKey, values, ruleIds });
    };
  const [given, rule, done, change] = [
    adder('given'),
    adder('rule'),
    adder('done'),
    adder('change'),
  ];
  const event = { key: `${KEY}.event.${deadline.startsFrom}` };

  if (deadline.status === 'waiting') {
    given('waiting', { event });
    return steps;
  }
  if (deadline.startsAt)
    given(deadline.startInferred ? 'given-inferred' : 'given', {
      event,
      at: { at: deadline.startsAt, zone: platform },
      zone: platform,
    });
  const question = result.questions.find(
    (one) => one.event === (deadline.shown ? deadline.id : deadline.startsFrom),
  );
  if (question) given(`question.${question.why}`, { text: question.text });

  if (deadline.ruleMissing)
    rule(
      `rule-missing.${deadline.ruleMissing.why}`,
      { nearest: deadline.ruleMissing.nearest ?? '' },
      [deadline.ruleMissing.ruleId],
    );
  const figure = { figure: deadline.amount, unit: deadline.unit ?? '' };
  if (deadline.amountFrom === 'rule') rule('rule', { figure }, [deadline.ruleId]);
  if (deadline.amountFrom === 'order-page') rule('order-page', { figure }, [deadline.ruleId]);
  if (deadline.amountFrom === 'short-promise') rule('short-promise', {}, [deadline.ruleId]);

  if (deadline.shown && deadline.dueAt)
    given('shown', { at: { at: deadline.dueAt, zone: platform } });
  else if (deadline.dueAt && deadline.amountFrom !== 'short-promise') {
    const due = { at: deadline.dueAt, zone: platform };
    const [kind, country] = deadline.calendar.split('.');
    const counted = { ...due, zone: deadline.countedIn };
    done(`count.${kind ?? ''}`, {
      due: counted,
      zone: deadline.countedIn,
      country: { country: country ?? '' },
    });
  }
  if (deadline.otherReading && deadline.dueAt) {
    const { reason, dueAt, ruleId } = deadline.otherReading;
    done(
      `two-ways.${reason}`,
      { first: { at: deadline.dueAt, zone: platform }, second: { at: dueAt, zone: platform } },
      [ruleId],
    );
  }
  const free = (why: 'weekend' | 'holiday') =>
    deadline.skippedDays.filter((day) => day.why === why).map((day) => day.date);
  if (free('weekend').length > 0) done('skipped-weekend', { dates: { dates: free('weekend') } });
  const holidays = new Map<string, { name: Localized; dates: string[] }>();
  for (const day of deadline.skippedDays) {
    if (day.why !== 'holiday' || !day.name) continue;
    const entry = holidays.get(day.name.en) ?? { name: day.name, dates: [] };
    entry.dates.push(day.date);
    holidays.set(day.name.en, entry);
  }
  for (const { name, dates } of holidays.values())
    done('skipped-holiday', { name: { text: name }, dates: { dates } });
  if (deadline.madeUpDays.length > 0)
    done('made-up', { dates: { dates: deadline.madeUpDays.map((day) => day.date) } });
  if (deadline.computedCalendar)
    rule('computed-calendar', { country: { country: deadline.calendar.split('.')[1] ?? '' } });
  if (deadline.planMissing) {
    const { country, year } = deadline.planMissing;
    rule('plan-missing', { country: { country }, year: String(year) });
    if (deadline.dueNotBefore)
      done('not-before', { at: { at: deadline.dueNotBefore, zone: platform } });
  }
  if (deadline.dueAtIssue) {
    const [first, second] = deadline.dueAtReadings;
    done(`due-${deadline.dueAtIssue}`, {
      first: { at: first ?? '', zone: platform },
      second: { at: second ?? '', zone: platform },
    });
  }
  if (result.zones.platformAssumed)
    rule('zone-assumed', {
      zone: platform,
      note: result.zones.platformNote ? { text: result.zones.platformNote } : '',
    });
  else
    rule(
      'zone-rule',
      { zone: platform },
      result.zones.platformRule ? [result.zones.platformRule] : [],
    );
  if (deadline.calendarSeveralZones)
    rule('calendar-several-zones', {
      country: { country: deadline.calendar.split('.')[1] ?? '' },
      zone: deadline.countedIn,
    });
  if (deadline.calendar.startsWith('working-days') && result.calendarNote)
    rule('calendar-note', { note: { text: result.calendarNote } });

  if (deadline.lastWorkingMoment)
    done(deadline.lastWorkingMoment === deadline.dueAt ? 'last-working-same' : 'last-working', {
      at: { at: deadline.lastWorkingMoment, zone: mine },
      hours: result.workHours,
      country: { country: result.workCalendar },
    });
  if (deadline.idleDays.length > 0)
    done('idle', { dates: { dates: deadline.idleDays.map((day) => day.date) } });
  if (deadline.workPlanMissing) {
    const { country, year } = deadline.workPlanMissing;
    rule('work-plan-missing', { country: { country }, year: String(year) });
  }
  for (const rival of deadline.rivals)
    change(
      rival.dueAt ? 'rival' : 'rival-uncounted',
      {
        figure: { figure: rival.value, unit: rival.unit },
        source: rival.source,
        at: rival.dueAt ? { at: rival.dueAt, zone: platform } : '',
        note: { text: rival.note },
      },
      [rival.ruleId ?? deadline.ruleId],
    );
  change('timeout', { outcome: { key: `${KEY}.timeout.${deadline.onTimeout}` } });
  return steps;
}

/**
 * Why every deadline is where it is, in the order of the deadlines: what was given, which rule,
 * how it was counted, what was passed over, what other sources say.
 */
export function explain(result: PlannerOk): PlannerStep[] {
  return result.deadlines.flatMap((deadline) => stepsFor(deadline, result));
}
