import {
  addWorkingDays,
  dayKind,
  isWorking,
  planOf,
  type PlanMissing,
  type SkippedDay,
} from '../shared/calendar.ts';
import { lookup, type Rule, type RuleFigure } from '../shared/rule.ts';
import {
  DAY,
  HOUR,
  SECOND,
  addDays,
  addHours,
  dayNumber,
  dayText,
  getTemporal,
  isoInstant,
  localDate,
  localText,
  onDate,
  readLocal,
  type LocalReading,
} from '../shared/time.ts';
import type { Clock } from './flow.ts';
import type {
  Advice,
  Deadline,
  PlannerOk,
  PlannerResult,
  RivalDeadline,
  RuleMissing,
  Status,
  Warning,
} from './result.ts';
import { parseInput, type CheckedInput, type PlannerData } from './schema.ts';

/** How far back a last working moment is looked for. */
const LOOK_BACK_DAYS = 60;
/** Longest period that is counted; a figure beyond it is no period. */
const LONGEST = 4000;

type End =
  | {
      kind: 'end';
      at: LocalReading;
      calendar: string;
      computed: boolean;
      skipped: SkippedDay[];
      madeUp: Deadline['madeUpDays'];
    }
  | { kind: 'no-plan'; missing: PlanMissing; notBefore: number; calendar: string }
  | { kind: 'no-figure' };

const plain = (at: number): LocalReading => ({ kind: 'exact', at });

/** The safe figure of a range is its lower end. */
const amountOf = (figure: RuleFigure): number | null =>
  figure === true ? null : typeof figure === 'number' ? figure : figure.min;

function endOf(
  start: number,
  figure: RuleFigure,
  unit: string,
  calendar: string | undefined,
  input: CheckedInput,
  data: PlannerData,
): End {
  const amount = amountOf(figure);
  if (amount === null || !(amount >= 0 && amount <= LONGEST)) return { kind: 'no-figure' };
  const none = { computed: false, skipped: [], madeUp: [] };
  if (unit === 'hours')
    return { kind: 'end', at: plain(addHours(start, amount)), calendar: 'hours', ...none };
  if (unit === 'days' || unit === 'calendar-days') {
    const at = Number.isInteger(amount)
      ? addDays(start, amount, input.platformZone)
      : plain(start + amount * DAY);
    return { kind: 'end', at, calendar: 'calendar-days', ...none };
  }
  if (unit !== 'working-days' && unit !== 'business-days') return { kind: 'no-figure' };
  const country = calendar === undefined || calendar === 'seller' ? input.workCalendar : calendar;
  const name = `working-days.${country}`;
  const from = localDate(start, input.platformZone);
  const count = Math.floor(amount);
  const reached = addWorkingDays(data.calendars, country, from, count);
  if (reached.kind === 'no-plan')
    return {
      kind: 'no-plan',
      missing: { country, year: reached.year },
      notBefore: addDays(start, count, input.platformZone).at,
      calendar: name,
    };
  const years = [from, reached.date].map((date) => Number(date.slice(0, 4)));
  return {
    kind: 'end',
    at: onDate(start, reached.date, input.platformZone),
    calendar: name,
    computed: years.some((year) => planOf(data.calendars, country, year) === 'computed'),
    skipped: reached.skipped,
    madeUp: reached.madeUp,
  };
}

type LastWorking = { at: number; idle: SkippedDay[] } | { missing: PlanMissing } | null;

/** The wall clock of the desk: minutes after midnight, which may lie on the next day. */
function deskTime(date: string, minutes: number, zone: string): number {
  const day = getTemporal().PlainDate.from(date).toPlainDateTime().add({ minutes });
  return readLocal(day, zone).at;
}

function lastWorkingMoment(due: number, input: CheckedInput, data: PlannerData): LastWorking {
  const today = dayNumber(localDate(due, input.myZone));
  const idle: SkippedDay[] = [];
  for (let back = 0; back <= LOOK_BACK_DAYS; back += 1) {
    const date = dayText(today - back);
    const kind = dayKind(data.calendars, input.workCalendar, date);
    if (kind.kind === 'no-plan') return { missing: { country: kind.country, year: kind.year } };
    if (!isWorking(kind)) {
      const why = kind.kind === 'holiday' ? 'holiday' : 'weekend';
      const name = 'name' in kind ? kind.name : undefined;
      idle.push(name ? { date, why, name } : { date, why });
      continue;
    }
    if (deskTime(date, input.workFrom, input.myZone) > due) continue;
    const end = deskTime(date, input.workTo, input.myZone);
    return { at: Math.min(due, end), idle: idle.reverse() };
  }
  return null;
}

interface Figure {
  ruleId: string;
  figure: RuleFigure;
  unit: string;
  from: Deadline['amountFrom'];
  rule: Rule | null;
}

function figureFor(
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

function rivalsFor(
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

/** Starting events that only an end shown by the platform tells us: worked back, and marked. */
function inferStarts(input: CheckedInput, data: PlannerData): Map<string, number> {
  const inferred = new Map<string, number>();
  for (const [id, due] of input.shownDue) {
    const clock = input.flow.clocks.find((one) => one.id === id);
    if (!clock || input.events.has(clock.startsFrom) || inferred.has(clock.startsFrom)) continue;
    const figure = figureFor(clock, due, input, data);
    if ('why' in figure) continue;
    const amount = amountOf(figure.figure);
    if (amount === null) continue;
    if (figure.unit === 'hours') inferred.set(clock.startsFrom, addHours(due, -amount));
    if (figure.unit === 'days' || figure.unit === 'calendar-days')
      inferred.set(clock.startsFrom, addDays(due, -amount, input.platformZone).at);
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

function deadlineFor(
  clock: Clock,
  inferred: ReadonlyMap<string, number>,
  input: CheckedInput,
  data: PlannerData,
): Deadline {
  const start = input.events.get(clock.startsFrom) ?? inferred.get(clock.startsFrom) ?? null;
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
          ? `working-days.${!clock.calendar || clock.calendar === 'seller' ? input.workCalendar : clock.calendar}`
          : 'calendar-days';
  const deadline: Deadline = {
    id: clock.id,
    kind: clock.kind,
    actor: clock.actor,
    startsFrom: clock.startsFrom,
    startsAt: start === null ? null : isoInstant(start),
    startInferred: inferred.has(clock.startsFrom),
    dueAt: due === null ? null : isoInstant(due),
    dueAtReadings: onChange ? [isoInstant(onChange.at), isoInstant(onChange.later)] : [],
    dueAtIssue: onChange ? `${onChange.kind}-hour` : null,
    shown: shown !== null,
    dueNotBefore: due === null && end?.kind === 'no-plan' ? isoInstant(end.notBefore) : null,
    lastWorkingMoment: last && 'at' in last ? isoInstant(last.at) : null,
    calendar: unitCalendar,
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

const isOpen = (deadline: Deadline): boolean =>
  deadline.status === 'open' || deadline.status === 'due-soon';

const sortKey = (deadline: Deadline): string =>
  deadline.status === 'waiting' ? '~' : (deadline.dueAt ?? deadline.dueNotBefore ?? '~');

function nextOf(deadlines: Deadline[]): string | null {
  const open = deadlines.find(isOpen);
  if (open) return open.id;
  const late = deadlines.filter(
    (one) =>
      one.status === 'overdue' &&
      one.doneAt === null &&
      one.kind === 'duty' &&
      (one.actor === 'seller' || one.actor === 'both'),
  );
  return late.at(-1)?.id ?? null;
}

function figureAt(
  ruleId: string,
  input: CheckedInput,
  data: PlannerData,
): { amount: number; unit: string } | null {
  const found = lookup(data.rules, ruleId, localDate(input.asOf, input.platformZone));
  const amount = found.kind === 'known' ? amountOf(found.value.value) : null;
  return found.kind === 'known' && amount !== null ? { amount, unit: found.rule.unit } : null;
}

function adviceFor(
  deadlines: Deadline[],
  next: string | null,
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
  for (const deadline of deadlines) {
    const mine =
      deadline.kind === 'duty' && (deadline.actor === 'seller' || deadline.actor === 'both');
    if (!mine) continue;
    const { id, dueAt, lastWorkingMoment: last } = deadline;
    if (deadline.status === 'overdue' && deadline.doneAt === null)
      advice.push({ id: 'record-what-happened', deadline: id, values: {} });
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

function warningsFor(input: CheckedInput): Warning[] {
  const warnings: Warning[] = [];
  const seen = new Set<string>();
  for (const clock of input.flow.clocks) {
    const start = input.events.get(clock.startsFrom);
    for (const event of clock.doneBy) {
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
    return (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0);
  });
  const next = nextOf(deadlines);
  const usedRules = new Set<string>();
  if (flow.zoneRule) usedRules.add(flow.zoneRule);
  for (const deadline of deadlines) {
    usedRules.add(deadline.ruleId);
    for (const rival of deadline.rivals) if (rival.ruleId) usedRules.add(rival.ruleId);
  }
  const buyer = input.buyerCountry === null ? undefined : data.calendars.get(input.buyerCountry);
  const advice = adviceFor(deadlines, next, input, data, usedRules);
  const result: PlannerOk = {
    kind: 'ok',
    flow: flow.id,
    platform: flow.platform,
    asOf: isoInstant(input.asOf),
    deadlines,
    next,
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
    ignored: input.ignored,
    warnings: warningsFor(input),
    trace: deadlines.flatMap((one) =>
      one.startsAt !== null && one.dueAt !== null
        ? [
            {
              deadline: one.id,
              ruleId: one.ruleId,
              from: localText(Date.parse(one.startsAt), input.platformZone),
              plus: one.shown ? 'shown' : `${JSON.stringify(one.amount)} ${one.unit ?? ''}`.trim(),
              to: localText(Date.parse(one.dueAt), input.platformZone),
              zone: input.platformZone,
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
  return checked.ok
    ? calculate(checked.input, data)
    : { kind: 'invalid', asOf, issues: checked.issues };
}
