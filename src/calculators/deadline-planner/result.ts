import type { PlanMissing, SkippedDay, SkippedMadeUp } from '../shared/calendar.ts';
import type { MomentEcho } from '../shared/parse-moment.ts';
import type { Invalid, UnknownRule } from '../shared/result.ts';
import type { Localized, RuleFigure } from '../shared/rule.ts';
import type { Actor, ClockKind } from './flow.ts';
import type { EventQuestion } from './schema.ts';

export type Status = 'done' | 'open' | 'due-soon' | 'overdue' | 'waiting';

export interface RivalDeadline {
  /** Set where the rival is a whole rule of the rulebook. */
  ruleId: string | null;
  value: RuleFigure;
  unit: string;
  source: string;
  note: Localized;
  /** End by this figure; null where it cannot be counted (a missing plan, no figure, no start). */
  dueAt: string | null;
  /** It ends before the leading one. */
  earlier: boolean;
}

export interface RuleMissing {
  ruleId: string;
  /** Why the rulebook has no figure for the day the clock started. */
  why: 'before-first' | 'in-gap' | 'expired' | 'no-such-rule' | 'no-figure';
  nearest: string | null;
}

/** The end by the other way of counting days; the earlier one leads as `dueAt`. */
export interface OtherReading {
  dueAt: string;
  /** What this one counts: days of 24 hours, or days on the platform’s clock. */
  reason: 'elapsed-days' | 'clock-days';
  /** Rule that speaks for days of 24 hours. */
  ruleId: string;
}

export interface Deadline {
  id: string;
  kind: ClockKind;
  actor: Actor;
  /** Event from which the period runs; where it was started anew, the one that did so. */
  startsFrom: string;
  startsAt: string | null;
  /** The start was worked back from an end the platform shows. */
  startInferred: boolean;
  /** The end. Null while waiting, or where it cannot be counted. */
  dueAt: string | null;
  /** Both meanings of a due moment on a clock change; the earlier one leads as `dueAt`. */
  dueAtReadings: string[];
  dueAtIssue: 'repeated-hour' | 'skipped-hour' | null;
  /** Where the platform may count days in two ways that differ here: the later end, and why. */
  otherReading: OtherReading | null;
  /** The end is one the platform itself shows. */
  shown: boolean;
  /** Certainly not before this moment, where a missing plan keeps us from counting. */
  dueNotBefore: string | null;
  /** From then on the action is possible. */
  earliestAt?: string;
  /** Last moment inside the working hours on a working day of the seller, not after `dueAt`. */
  lastWorkingMoment: string | null;
  /**
   * When to be reminded, the first moment first: a working day and two working hours before the last
   * working moment, and at the end itself where somebody is at the desk then. None at night, none past.
   */
  remindAt: string[];
  /** `calendar-days`, `hours`, or `working-days.<country>`. */
  calendar: string;
  /** Zone whose dates were counted: for working days that of their country. */
  countedIn: string;
  /** The country of the working days has several zones; `countedIn` is that of most people. */
  calendarSeveralZones: boolean;
  /** The working days were counted with a computed table, not with a published plan. */
  computedCalendar: boolean;
  /** Free days passed over while counting working days. */
  skippedDays: SkippedDay[];
  /** Days of a weekend that counted because they are worked. */
  madeUpDays: SkippedMadeUp[];
  /** Free days between the last working moment and the end. */
  idleDays: SkippedDay[];
  onTimeout: string;
  ruleId: string;
  amount: RuleFigure | null;
  unit: string | null;
  /** Where the amount comes from. */
  amountFrom: 'rule' | 'order-page' | 'short-promise' | null;
  rivals: RivalDeadline[];
  status: Status;
  doneBy: string | null;
  doneAt: string | null;
  remainingSeconds: number | null;
  /** No published plan for this year: nothing was guessed. */
  planMissing: PlanMissing | null;
  /** The same for the seller's own calendar, which decides the last working moment. */
  workPlanMissing: PlanMissing | null;
  ruleMissing: RuleMissing | null;
}

export interface Advice {
  id: string;
  deadline: string;
  values: Record<string, string | number>;
}

export interface Warning {
  id: 'event-before-start' | 'event-in-future' | 'shown-longer';
  event: string;
  values: Record<string, string>;
}

export interface PlannerOk {
  kind: 'ok';
  flow: string;
  platform: string;
  asOf: string;
  deadlines: Deadline[];
  /** The deadline that matters now. */
  next: string | null;
  /** Duties of the seller that ran out unanswered, the first one first: each has cost already. */
  lapsed: string[];
  advice: Advice[];
  zones: {
    platform: string;
    /** Rule that states the platform's zone; null where none does. */
    platformRule: string | null;
    /** No source states the platform's zone. */
    platformAssumed: boolean;
    platformNote: Localized | null;
    mine: string;
    buyer: string | null;
    /** The buyer's country has several zones; this is only the one of most people. */
    buyerSeveral: boolean;
  };
  calendarNote: Localized | null;
  workCalendar: string;
  workHours: string;
  buyerCountry: string | null;
  promisedDays: number | null;
  /** Moments with two meanings; the earlier one was used, both are here. */
  questions: EventQuestion[];
  /** Starting events that are still unknown. */
  missingEvents: string[];
  unusedEvents: string[];
  /** What was read of every moment that was given, by its field: `events.disputeOpenedAt`, `asOf`. */
  understood: Record<string, MomentEcho>;
  ignored: string[];
  warnings: Warning[];
  /** One line a deadline: what was added to what. */
  trace: {
    deadline: string;
    ruleId: string;
    from: string;
    plus: string;
    to: string;
    zone: string;
  }[];
  usedRules: string[];
}

/** `asOf` is the moment judged by, also where there is no ladder. */
export type PlannerResult = PlannerOk | UnknownRule | (Invalid & { asOf: string });

/** Still running: neither waiting, settled nor past. */
export const isOpen = (deadline: Deadline): boolean =>
  deadline.status === 'open' || deadline.status === 'due-soon';

/** The word for how a deadline stands, by its key. */
export function statusKey({ status, kind, doneAt }: Pick<Deadline, 'status' | 'kind' | 'doneAt'>) {
  if (doneAt !== null && status === 'overdue') return 'status.done-late';
  return status === 'overdue' && kind !== 'duty' ? `status.${kind}.overdue` : `status.${status}`;
}
