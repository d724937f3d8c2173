import { DAY, HOUR, SECOND, addDays, addHours, isoInstant, localText } from '../shared/time.ts';
import { adviceFor, warningsFor } from './advice.ts';
import { amountOf, countryOf, endOf, lastWorkingMoment, zoneOf } from './ends.ts';
import { figureFor, rivalsFor } from './figures.ts';
import type { Clock } from './flow.ts';
import { remindersOf } from './reminders.ts';
import {
  isOpen,
  type Deadline,
  type PlannerOk,
  type PlannerResult,
  type Status,
} from './result.ts';
import { impossibleEnds, lateEnds } from './shown.ts';
import { parseInput, type CheckedInput, type PlannerData } from './schema.ts';

/** Starting events that only an end shown by the platform tells us: worked back, and marked. */
function inferStarts(input: CheckedInput, data: PlannerData): Map<string, number> {
  const inferred = new Map<string, number>();
  for (const [id, due] of input.shownDue) {
    const clock = input.flow.clocks.find((one) => one.id === id);
    if (!clock || input.events.has(clock.startsFrom) || inferred.has(clock.startsFrom)) continue;
    // The end belongs to the period that was started anew: it says nothing about the first start.
    if (clock.restartedBy?.some((event) => input.events.has(event))) continue;
    const figure = figureFor(clock, due, input, data);
    if ('why' in figure) continue;
    const amount = amountOf(figure.figure);
    if (amount === null) continue;
    if (figure.unit === 'hours') inferred.set(clock.startsFrom, addHours(due, -amount));
    if (figure.unit === 'days' || figure.unit === 'calendar-days')
      inferred.set(
        clock.startsFrom,
        input.flow.elapsedDaysRule === undefined
          ? addDays(due, -amount, input.platformZone).at
          : Math.min(due - amount * DAY, addDays(due, -amount, input.platformZone).at),
      );
  }
  return inferred;
}

function statusOf(
  clock: Clock,
  start: number | null,
  due: number | null,
  known: boolean,
  input: CheckedInput,
): { status: Status; doneBy: string | null; doneAt: number | null } {
  let doneBy: string | null = null;
  let doneAt: number | null = null;
  for (const event of clock.doneBy) {
    const at = input.events.get(event);
    if (at === undefined || (start !== null && at < start)) continue;
    if (doneAt === null || at < doneAt) {
      doneAt = at;
      doneBy = event;
    }
  }
  if (!known) return { status: 'waiting', doneBy: null, doneAt: null };
  if (doneAt !== null && (due === null || doneAt <= due)) return { status: 'done', doneBy, doneAt };
  if (due === null) return { status: 'open', doneBy, doneAt };
  const left = due - input.asOf;
  if (left < 0 || doneAt !== null) return { status: 'overdue', doneBy, doneAt };
  return {
    status: left <= input.flow.dueSoonHours * HOUR ? 'due-soon' : 'open',
    doneBy,
    doneAt,
  };
}

/** The event a clock runs from: the one that starts it, or the last one that started it anew. */
function startOf(
  clock: Clock,
  inferred: ReadonlyMap<string, number>,
  input: CheckedInput,
): { event: string; at: number | null } {
  let event = clock.startsFrom;
  let at = input.events.get(event) ?? inferred.get(event) ?? null;
  for (const again of clock.restartedBy ?? []) {
    const moment = input.events.get(again);
    if (moment === undefined || (at !== null && moment < at)) continue;
    event = again;
    at = moment;
  }
  return { event, at };
}

function deadlineFor(
  clock: Clock,
  inferred: ReadonlyMap<string, number>,
  input: CheckedInput,
  data: PlannerData,
): Deadline {
  const { event, at: start } = startOf(clock, inferred, input);
  const shown = input.shownDue.get(clock.id) ?? null;
  const figure = figureFor(clock, start ?? shown ?? input.asOf, input, data);
  const missing = 'why' in figure ? figure : null;
  const known = 'why' in figure ? null : figure;
  const end =
    known && start !== null
      ? endOf(start, known.figure, known.unit, clock.calendar, input, data)
      : null;
  const computedDue = end?.kind === 'end' ? end.at : null;
  const due = shown ?? computedDue?.at ?? null;
  const onChange =
    shown === null && computedDue && computedDue.kind !== 'exact' ? computedDue : null;
  const last = due === null ? null : lastWorkingMoment(due, input, data);
  const { status, doneBy, doneAt } = statusOf(
    clock,
    start,
    due,
    start !== null || shown !== null,
    input,
  );
  const unitCalendar =
    end && end.kind !== 'no-figure'
      ? end.calendar
      : known?.unit === 'hours'
        ? 'hours'
        : known?.unit === 'working-days' || known?.unit === 'business-days'
          ? `working-days.${countryOf(clock.calendar, input)}`
          : 'calendar-days';
  const deadline: Deadline = {
    id: clock.id,
    kind: clock.kind,
    actor: clock.actor,
    startsFrom: event,
    startsAt: start === null ? null : isoInstant(start),
    startInferred: inferred.has(event),
    dueAt: due === null ? null : isoInstant(due),
    dueAtReadings: onChange ? [isoInstant(onChange.at), isoInstant(onChange.later)] : [],
    dueAtIssue: onChange ? `${onChange.kind}-hour` : null,
    otherReading:
      shown === null && end?.kind === 'end' && end.other && input.flow.elapsedDaysRule
        ? {
            dueAt: isoInstant(end.other.at),
            reason: end.other.reason,
            ruleId: input.flow.elapsedDaysRule,
          }
        : null,
    shown: shown !== null,
    dueNotBefore: due === null && end?.kind === 'no-plan' ? isoInstant(end.notBefore) : null,
    lastWorkingMoment: last && 'at' in last ? isoInstant(last.at) : null,
    remindAt:
      due === null || !['open', 'due-soon'].includes(status)
        ? []
        : remindersOf(due, last && 'at' in last ? last.at : null, input, data).map(isoInstant),
    calendar: unitCalendar,
    countedIn:
      end && end.kind !== 'no-figure'
        ? end.zone
        : unitCalendar.startsWith('working-days')
          ? zoneOf(countryOf(clock.calendar, input), input, data)
          : input.platformZone,
    calendarSeveralZones:
      unitCalendar.startsWith('working-days') &&
      (data.calendars.get(countryOf(clock.calendar, input))?.severalZones ?? false),
    computedCalendar: end?.kind === 'end' && end.computed,
    skippedDays: end?.kind === 'end' && shown === null ? end.skipped : [],
    madeUpDays: end?.kind === 'end' && shown === null ? end.madeUp : [],
    idleDays: last && 'at' in last ? last.idle : [],
    onTimeout: clock.onTimeout,
    ruleId: known?.ruleId ?? missing?.ruleId ?? clock.rule,
    amount: known?.figure ?? null,
    unit: known?.unit ?? null,
    amountFrom: known?.from ?? null,
    rivals: known ? rivalsFor(clock, known, start, due, input, data) : [],
    status,
    doneBy,
    doneAt: doneAt === null ? null : isoInstant(doneAt),
    remainingSeconds: due === null ? null : Math.floor((due - input.asOf) / SECOND),
    planMissing: due === null && end?.kind === 'no-plan' ? end.missing : null,
    workPlanMissing: last && 'missing' in last ? last.missing : null,
    ruleMissing: start === null && shown === null ? null : missing,
  };
  if (clock.kind === 'opens' && deadline.dueAt !== null) deadline.earliestAt = deadline.dueAt;
  return deadline;
}

const sortKey = (deadline: Deadline): string =>
  deadline.status === 'waiting' ? '~' : (deadline.dueAt ?? deadline.dueNotBefore ?? '~');

const isOwnDuty = ({ kind, actor }: Deadline): boolean =>
  kind === 'duty' && (actor === 'seller' || actor === 'both');

/** Duties of the seller that ran out with nobody acting, in the order in which they did. */
const lapsedIn = (deadlines: Deadline[]): string[] =>
  deadlines
    .filter((one) => one.status === 'overdue' && one.doneAt === null && isOwnDuty(one))
    .map(({ id }) => id);

/** What still runs comes first; where nothing does, the first duty that lapsed: it cost first. */
const nextOf = (deadlines: Deadline[], lapsed: string[]): string | null =>
  deadlines.find(isOpen)?.id ?? lapsed[0] ?? null;

const two = (value: number): string => String(value).padStart(2, '0');
const hoursText = (minutes: number): string =>
  `${two(Math.floor(minutes / 60) % 24 || (minutes === 1440 ? 24 : 0))}:${two(minutes % 60)}`;

/** The ladder of one checked case. */
export function calculate(input: CheckedInput, data: PlannerData): PlannerResult {
  const { flow } = input;
  for (const clock of flow.clocks) {
    const ids = [clock.rule, ...Object.values(clock.ruleByCountry ?? {})];
    const absent = ids.find((id) => !data.rules.has(id));
    if (absent)
      return { kind: 'unknown-rule', asOf: isoInstant(input.asOf), ruleId: absent, nearest: null };
  }
  const inferred = inferStarts(input, data);
  const deadlines = flow.clocks.map((clock) => deadlineFor(clock, inferred, input, data));
  flow.clocks.forEach((clock, i) => {
    const opens = deadlines.find((one) => one.id === clock.opensWith)?.dueAt;
    const own = deadlines[i];
    if (opens && own) own.earliestAt = opens;
  });
  const order = new Map(flow.clocks.map((clock, i) => [clock.id, i]));
  deadlines.sort((a, b) => {
    const [left, right] = [sortKey(a), sortKey(b)];
    if (left !== right) return left < right ? -1 : 1;
    // Of two that end together, what the seller has to do is named before what the buyer may do.
    if (isOwnDuty(a) !== isOwnDuty(b)) return isOwnDuty(a) ? -1 : 1;
    return (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0);
  });
  const lapsed = lapsedIn(deadlines);
  const next = nextOf(deadlines, lapsed);
  const usedRules = new Set<string>();
  if (flow.zoneRule) usedRules.add(flow.zoneRule);
  for (const deadline of deadlines) {
    usedRules.add(deadline.ruleId);
    if (deadline.otherReading) usedRules.add(deadline.otherReading.ruleId);
    for (const rival of deadline.rivals) if (rival.ruleId) usedRules.add(rival.ruleId);
  }
  const buyer = input.buyerCountry === null ? undefined : data.calendars.get(input.buyerCountry);
  const advice = adviceFor(deadlines, { next, lapsed }, input, data, usedRules);
  const result: PlannerOk = {
    kind: 'ok',
    flow: flow.id,
    platform: flow.platform,
    asOf: isoInstant(input.asOf),
    deadlines,
    next,
    lapsed,
    advice,
    zones: {
      platform: input.platformZone,
      platformRule: flow.zoneRule ?? null,
      platformAssumed: input.zoneAssumed,
      platformNote: flow.zoneNote ?? null,
      mine: input.myZone,
      buyer: input.buyerZone,
      buyerSeveral: buyer?.severalZones ?? false,
    },
    calendarNote: flow.calendarNote ?? null,
    workCalendar: input.workCalendar,
    workHours: `${hoursText(input.workFrom)}-${hoursText(input.workTo)}`,
    buyerCountry: input.buyerCountry,
    promisedDays: input.promisedDays,
    questions: input.questions,
    missingEvents: [
      ...new Set(deadlines.filter((one) => one.status === 'waiting').map((one) => one.startsFrom)),
    ],
    unusedEvents: input.unusedEvents,
    understood: input.understood,
    ignored: input.ignored,
    warnings: [...warningsFor(input), ...lateEnds(input, data)],
    trace: deadlines.flatMap((one) =>
      one.startsAt !== null && one.dueAt !== null
        ? [
            {
              deadline: one.id,
              ruleId: one.ruleId,
              from: localText(Date.parse(one.startsAt), one.countedIn),
              plus: one.shown ? 'shown' : `${JSON.stringify(one.amount)} ${one.unit ?? ''}`.trim(),
              to: localText(Date.parse(one.dueAt), one.countedIn),
              zone: one.countedIn,
            },
          ]
        : [],
    ),
    usedRules: [...usedRules].sort(),
  };
  return result;
}

/** From anything a person or a script hands over to the ladder, or to what is wrong with it. */
export function plan(raw: unknown, data: PlannerData, asOf: string): PlannerResult {
  const checked = parseInput(raw, data, asOf);
  const issues = checked.ok ? impossibleEnds(checked.input, data) : checked.issues;
  return checked.ok && issues.length === 0
    ? calculate(checked.input, data)
    : { kind: 'invalid', asOf, issues };
}
