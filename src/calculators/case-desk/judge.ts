/** One case at one moment: its clocks, what is odd about it, and the one thing to do next. */
import {
  fromCase,
  plan,
  type Deadline,
  type PlannerOk,
  type PlannerResult,
} from '../deadline-planner/index.ts';
import type { Case } from '../shared/case.ts';
import { compare, toPlain } from '../shared/exact.ts';
import { readMoney } from '../shared/money.ts';
import { isoInstant, localDate, parseInstant, SECOND } from '../shared/time.ts';
import { lastOf } from '../shared/last-of.ts';
import { decide, type Decision, type Stake } from './authority.ts';
import { causeNamed, type CaseDeskData } from './data.ts';
import { whatNext, type Next } from './next.ts';
import type { Setting } from './schema.ts';

export interface ClockView extends Pick<
  Deadline,
  | 'id'
  | 'kind'
  | 'actor'
  | 'status'
  | 'startsFrom'
  | 'startsAt'
  | 'dueAt'
  | 'shown'
  | 'lastWorkingMoment'
  | 'remainingSeconds'
  | 'onTimeout'
  | 'doneBy'
  | 'doneAt'
  | 'ruleId'
> {
  /** Seconds of one’s own working time that are left to act in; null where there is no such end. */
  safeSeconds: number | null;
}

export interface Alert {
  id:
    | 'overdue'
    | 'due-today'
    | 'before-shift-end'
    | 'no-working-time-left'
    | 'clock-restarted'
    | 'above-authority'
    | 'nobody-may-decide'
    | 'authority-in-other-currency'
    | 'offer-unanswered'
    | 'plan-missing'
    | 'rule-missing'
    | 'date-unreadable'
    | 'event-in-future'
    | 'event-before-start'
    | 'shown-longer'
    | 'amount-unreadable'
    | 'claim-above-price'
    | 'no-currency'
    | 'cause-unknown'
    | 'snooze-too-long';
  values: Readonly<Record<string, string | number>>;
}

export interface JudgedCase {
  id: string;
  state: 'open' | 'snoozed' | 'closed';
  flow: string | null;
  platform: string | null;
  /** Null for a case that is closed. */
  next: Next | null;
  clocks: ClockView[];
  alerts: Alert[];
  /** The clock of one’s own that runs out first, by the last working moment. */
  focus: string | null;
  /** Until then one can act in one’s own working time; the end itself where no such moment is known. */
  safeUntil: string | null;
  safeSeconds: number | null;
  isOverdue: boolean;
  isDueToday: boolean;
  isDueBeforeShiftEnd: boolean;
  /** What the case is about, as a decimal; the claim, else the last demand, else the price. */
  stake: { amount: string; currency: string | null } | null;
  /** Whoever has to decide it by the table; null where the table says nothing. */
  decides: string | null;
}

export const isClosed = ({ outcomes = [], reopened = [] }: Case): boolean => {
  const last = outcomes
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return last !== undefined && !reopened.some((at) => at > last);
};

/** Duties of one’s own that are not done: what the desk is sorted by. */
const isOwn = ({ kind, actor, status, doneAt }: Deadline): boolean =>
  kind === 'duty' &&
  (actor === 'seller' || actor === 'both') &&
  (status === 'open' || status === 'due-soon' || (status === 'overdue' && doneAt === null));

const safeOf = ({ lastWorkingMoment, dueAt, dueNotBefore }: Deadline): string | null =>
  lastWorkingMoment ?? dueAt ?? dueNotBefore;

/** What is at stake, and what cannot be read of it. */
export function stakeOf({ order, offers = [] }: Case): {
  stake: Stake | null;
  unreadable?: string;
} {
  const demand = lastOf(offers, ({ by, amount }) => by === 'buyer' && amount !== undefined);
  const given = [
    [order?.claim, order?.currency],
    [demand?.amount, demand?.currency ?? order?.currency],
    [order?.price, order?.currency],
  ] as const;
  for (const [amount, currency] of given) {
    if (amount === undefined) continue;
    const read = readMoney(amount, currency?.toUpperCase() ?? null);
    if ('problem' in read) return { stake: null, unreadable: amount };
    return { stake: { amount: read.value, currency: read.currency } };
  }
  return { stake: null };
}

/** More is asked for than was paid: a slip of the pen, or costs beside the price that have to be named. */
function claimAbovePrice({ order, offers = [] }: Case): Alert['values'] | null {
  const demand = lastOf(offers, ({ by, amount }) => by === 'buyer' && amount !== undefined);
  const currency = order?.currency;
  const [asked, of] =
    order?.claim === undefined
      ? [demand?.amount, demand?.currency ?? currency]
      : [order.claim, currency];
  if (asked === undefined || order?.price === undefined) return null;
  const claim = readMoney(asked, of?.toUpperCase() ?? null);
  const price = readMoney(order.price, currency?.toUpperCase() ?? null);
  if ('problem' in claim || 'problem' in price || claim.currency !== price.currency) return null;
  return compare(claim.value, price.value) > 0
    ? {
        claim: toPlain(claim.value),
        price: toPlain(price.value),
        currency: claim.currency ?? '',
      }
    : null;
}

function view(deadline: Deadline, asOf: number): ClockView {
  const { id, kind, actor, status, startsFrom, startsAt, dueAt, shown, lastWorkingMoment } =
    deadline;
  const { remainingSeconds, onTimeout, doneBy, doneAt, ruleId } = deadline;
  const safe = isOwn(deadline) ? safeOf(deadline) : null;
  return {
    id,
    kind,
    actor,
    status,
    startsFrom,
    startsAt,
    dueAt,
    shown,
    lastWorkingMoment,
    remainingSeconds,
    onTimeout,
    doneBy,
    doneAt,
    ruleId,
    safeSeconds: safe === null ? null : Math.floor((Date.parse(safe) - asOf) / SECOND),
  };
}

const bySafe = (a: Deadline, b: Deadline): number => {
  const [left, right] = [safeOf(a) ?? '~', safeOf(b) ?? '~'];
  if (left !== right) return left < right ? -1 : 1;
  return (a.dueAt ?? '~') < (b.dueAt ?? '~') ? -1 : 1;
};

/** What the planner makes of a case; null where nobody has said which kind of case it is. */
export function planCase(one: Case, data: CaseDeskData, setting: Setting): PlannerResult | null {
  const input = fromCase(one);
  if (input.flow === undefined) return null;
  const { myZone, workCalendar, workHours, asOf } = setting;
  return plan({ ...input, myZone, workCalendar, workHours }, data, isoInstant(asOf));
}

function oddOf(result: PlannerResult | null): Alert[] {
  if (result === null) return [];
  if (result.kind === 'unknown-rule')
    return [{ id: 'rule-missing', values: { rule: result.ruleId } }];
  if (result.kind === 'invalid')
    return result.issues.map(({ path }) => ({ id: 'date-unreadable', values: { field: path } }));
  return [
    ...result.warnings.map(({ id, event, values }): Alert => ({
      id,
      values: { event, ...values },
    })),
    ...result.deadlines.flatMap(({ id, planMissing, ruleMissing }): Alert[] => [
      ...(planMissing
        ? [
            {
              id: 'plan-missing' as const,
              values: { clock: id, country: planMissing.country, year: planMissing.year },
            },
          ]
        : []),
      ...(ruleMissing
        ? [{ id: 'rule-missing' as const, values: { rule: ruleMissing.ruleId } }]
        : []),
    ]),
  ];
}

const byDecision = (decision: Decision): Alert[] => {
  if (decision.kind === 'above')
    return [
      {
        id: 'above-authority',
        values: {
          who: decision.row.who,
          deputy: decision.row.deputy ?? '',
          byWhen: decision.row.byWhen ?? '',
        },
      },
    ];
  if (decision.kind === 'nobody') return [{ id: 'nobody-may-decide', values: {} }];
  return decision.kind === 'other-currency'
    ? [{ id: 'authority-in-other-currency', values: {} }]
    : [];
};

/** Judges one case. Pure; the same case at the same moment is judged alike. */
export function judge(one: Case, data: CaseDeskData, setting: Setting): JudgedCase {
  const { asOf, myZone, shiftEnd, authority, me } = setting;
  const closed = isClosed(one);
  const result = closed ? null : planCase(one, data, setting);
  const ok: PlannerOk | null = result?.kind === 'ok' ? result : null;
  const own = (ok?.deadlines ?? []).filter(isOwn).sort(bySafe);
  const focus = own[0] ?? null;
  const safe = focus === null ? null : safeOf(focus);
  const late = own.some(({ status }) => status === 'overdue');
  const { stake, unreadable } = stakeOf(one);
  const decision = decide(authority, stake, one.reason, one.owner ?? me, one.level ?? null);
  const snoozedUntil = one.snooze ? parseInstant(one.snooze.until) : null;
  const snoozes = snoozedUntil !== null && snoozedUntil > asOf;
  // Whoever puts a case aside never means until it is too late.
  const tooLong = snoozes && safe !== null && snoozedUntil > Date.parse(safe);
  const snoozed = snoozes && !late && (safe === null || Date.parse(safe) > asOf) && !tooLong;

  const isToday = (at: string | null) =>
    at !== null && localDate(Date.parse(at), myZone) === localDate(asOf, myZone);
  const dueToday =
    !late && own.some((each) => isToday(each.dueAt) || isToday(each.lastWorkingMoment));
  const dueInShift =
    !late &&
    own.some((each) => {
      const end = safeOf(each);
      return end !== null && Date.parse(end) <= shiftEnd;
    });
  const alerts: Alert[] = [];
  if (!closed) {
    for (const each of own) {
      if (each.status === 'overdue') alerts.push({ id: 'overdue', values: { clock: each.id } });
      else if (each.lastWorkingMoment !== null && Date.parse(each.lastWorkingMoment) < asOf)
        alerts.push({ id: 'no-working-time-left', values: { clock: each.id } });
    }
    if (dueToday) alerts.push({ id: 'due-today', values: {} });
    if (dueInShift) alerts.push({ id: 'before-shift-end', values: {} });
    for (const { id, startsFrom } of own)
      if (
        data.flows
          .get(ok?.flow ?? '')
          ?.clocks.some(({ restartedBy }) => restartedBy?.includes(startsFrom))
      )
        alerts.push({ id: 'clock-restarted', values: { clock: id, event: startsFrom } });
    alerts.push(...byDecision(decision), ...oddOf(result));
    if (unreadable !== undefined)
      alerts.push({ id: 'amount-unreadable', values: { text: unreadable } });
    const above = claimAbovePrice(one);
    if (above) alerts.push({ id: 'claim-above-price', values: above });
    if (stake !== null && stake.currency === null) alerts.push({ id: 'no-currency', values: {} });
    if (one.reason !== undefined && causeNamed(one.reason, data.desk) === null)
      alerts.push({ id: 'cause-unknown', values: { reason: one.reason } });
    if (one.snooze && snoozedUntil === null)
      alerts.push({ id: 'date-unreadable', values: { field: 'snooze.until' } });
    if (tooLong) alerts.push({ id: 'snooze-too-long', values: { until: one.snooze?.until ?? '' } });
  }
  const next = closed
    ? null
    : whatNext({ one, result, own, decision, stake, snoozed, data, setting });
  if (next?.because === 'offer-unanswered') alerts.push({ id: 'offer-unanswered', values: {} });
  return {
    id: one.id,
    state: closed ? 'closed' : snoozed ? 'snoozed' : 'open',
    flow: one.flow ?? null,
    platform: ok?.platform ?? one.platform ?? null,
    next,
    clocks: (ok?.deadlines ?? []).map((each) => view(each, asOf)),
    alerts,
    focus: focus?.id ?? null,
    safeUntil: safe,
    safeSeconds: safe === null ? null : Math.floor((Date.parse(safe) - asOf) / SECOND),
    isOverdue: late,
    isDueToday: dueToday,
    isDueBeforeShiftEnd: dueInShift,
    stake: stake && { amount: toPlain(stake.amount), currency: stake.currency },
    decides: decision.kind === 'above' ? decision.row.who : null,
  };
}
