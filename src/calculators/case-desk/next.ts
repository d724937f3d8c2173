/** The one thing a case asks for now, from its clocks, its offers, its evidence and the table of who decides. */
import type { Deadline, PlannerResult } from '../deadline-planner/index.ts';
import type { Case, Offer } from '../shared/case.ts';
import { toPlain } from '../shared/exact.ts';
import { HOUR, isoInstant, parseInstant } from '../shared/time.ts';
import { lastOf } from '../shared/last-of.ts';
import type { Decision, Stake } from './authority.ts';
import { causeBehind, type Action, type CaseDeskData } from './data.ts';
import type { Setting } from './schema.ts';

export type Because =
  | 'date-unreadable'
  | 'rule-missing'
  | 'no-kind'
  | 'no-dates'
  | 'lapsed'
  | 'restarted-by-buyer'
  | 'little-time'
  | 'no-answer-yet'
  | 'reply-recorded'
  | 'platform-asked'
  | 'duty-runs'
  | 'offer-unanswered'
  | 'buyer-offered'
  | 'above-authority'
  | 'nobody-may-decide'
  | 'evidence-missing'
  | 'no-plan'
  | 'nothing-agreed'
  | 'snoozed'
  | 'others-turn'
  | 'all-done';

export interface Next {
  action: Action;
  /** A person of the table or of the case where one is known, else whose turn it is: `seller`, `buyer` … */
  by: string;
  because: Because;
  /** What the reason speaks of: a clock, an item of evidence, an amount, a moment. */
  values: Readonly<Record<string, string>>;
  ruleIds: string[];
  /** The page of the handbook, below the language. */
  page: string;
  /** Until when it is safe to do it; null where nothing runs. */
  until: string | null;
}

interface Asked {
  one: Case;
  result: PlannerResult | null;
  /** Duties of one’s own that are not done, the one with the least safe time first. */
  own: readonly Deadline[];
  decision: Decision;
  stake: Stake | null;
  snoozed: boolean;
  data: CaseDeskData;
  setting: Setting;
}

const safeOf = ({ lastWorkingMoment, dueAt, dueNotBefore }: Deadline) =>
  lastWorkingMoment ?? dueAt ?? dueNotBefore;

/** The list of evidence a cause needs, and what of it nobody has ticked. */
export function evidenceFor(one: Case, { desk, checklists }: CaseDeskData) {
  const { reason, evidence } = one;
  const cause = causeBehind(reason, desk);
  if (!cause) return null;
  const ticks = new Set(evidence?.ticks ?? []);
  const items = (checklists.get(cause.checklist) ?? []).map((item) => ({
    id: `${cause.checklist}.${item}`,
    isTicked: ticks.has(`${cause.checklist}.${item}`) || ticks.has(item),
  }));
  return { ...cause, items, missing: items.find(({ isTicked }) => !isTicked)?.id ?? null };
}

/** One piece of evidence of a case: what a list asks for, and what somebody says is there. */
export interface EvidenceItem {
  /** As the list calls it, without the name of the list. */
  id: string;
  /** The list of evidence that asks for it; null where none does. */
  list: string | null;
  needed: boolean;
  have: boolean;
}

/** Everything the list of a cause asks for, in its order, and what else was ticked, which no list asks for. */
export function evidenceItems(one: Case, data: CaseDeskData): EvidenceItem[] {
  const known = evidenceFor(one, data);
  const prefix = known ? `${known.checklist}.` : null;
  const nameOf = (id: string) =>
    prefix !== null && id.startsWith(prefix) ? id.slice(prefix.length) : id;
  const needed = (known?.items ?? []).map(({ id, isTicked }) => ({
    id: nameOf(id),
    list: known?.checklist ?? null,
    needed: true,
    have: isTicked,
  }));
  const others = new Set((one.evidence?.ticks ?? []).map(nameOf));
  for (const { id } of needed) others.delete(id);
  return [...needed, ...[...others].map((id) => ({ id, list: null, needed: false, have: true }))];
}

/** The last word in money that nobody has answered, if it is an offer of that side. */
function pending(offers: readonly Offer[], by: Offer['by']): Offer | null {
  const last = [...offers].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return last && last.by === by && last.answer === undefined ? last : null;
}

/** An offer as values of a reason: its amount is left out where no money is in it. */
const offerValues = ({ at, amount, currency, text }: Offer, one: Case): Record<string, string> => ({
  at,
  ...(amount === undefined ? {} : { amount, currency: currency ?? one.order?.currency ?? '' }),
  ...(text === undefined ? {} : { text }),
});

const isSince = (at: string, start: string | null): boolean => {
  const moment = parseInstant(at);
  return moment !== null && start !== null && moment >= Date.parse(start);
};

export function whatNext(asked: Asked): Next {
  const { one, result, own, decision, stake, snoozed, data, setting } = asked;
  const { desk, flows } = data;
  const holder = one.owner ?? setting.me ?? 'seller';
  const focus = own[0];
  const next = (
    action: Action,
    because: Because,
    rest: Partial<Pick<Next, 'by' | 'values' | 'ruleIds' | 'page' | 'until'>> = {},
  ): Next => ({
    action,
    by: rest.by ?? holder,
    because,
    values: rest.values ?? {},
    ruleIds: [...new Set([...(rest.ruleIds ?? []), ...desk.actions[action].rules])],
    page: rest.page ?? desk.actions[action].page,
    until: rest.until ?? (focus ? safeOf(focus) : null),
  });

  if (one.flow === undefined || !flows.has(one.flow)) return next('name-kind', 'no-kind');
  if (result === null || result.kind === 'unknown-rule')
    return next('mend-dates', 'rule-missing', { values: { rule: result?.ruleId ?? '' } });
  if (result.kind === 'invalid')
    return next('mend-dates', 'date-unreadable', {
      values: { field: result.issues[0]?.path ?? '' },
    });
  const runs = result.deadlines.some(({ status }) => status !== 'waiting');
  const flow = flows.get(result.flow);
  if (!runs || !flow)
    return next('enter-dates', 'no-dates', { values: { event: flow?.primary ?? '' } });

  // What has run out costs already: whoever looks next must know what became of it.
  const lapsed = own.find(({ status }) => status === 'overdue');
  if (lapsed)
    return next('record-what-happened', 'lapsed', {
      values: { clock: lapsed.id, outcome: lapsed.onTimeout, at: lapsed.dueAt ?? '' },
      ruleIds: [lapsed.ruleId],
    });
  if (snoozed && one.snooze)
    return next('wait', 'snoozed', {
      values: { at: one.snooze.until, reason: one.snooze.reason },
      until: one.snooze.until,
    });

  const clockOf = (deadline: Deadline) => ({
    values: { clock: deadline.id, outcome: deadline.onTimeout, at: deadline.dueAt ?? '' },
    ruleIds: [deadline.ruleId],
    until: safeOf(deadline),
  });
  const actionOf = (deadline: Deadline): Action => desk.clocks[deadline.id] ?? 'answer';
  const mine = own.filter(({ actor }) => actor === 'seller');
  const answering = mine.find((deadline) => actionOf(deadline) === 'answer');
  const evidence = evidenceFor(one, data);

  /** The rule by which this much time is little; null while there is more. */
  const littleTime = (deadline: Deadline): string[] | null => {
    const rules = flow.advice.flatMap(({ id, deadline: of, whenLeft }) =>
      whenLeft && of === deadline.id && result.advice.some((given) => given.id === id)
        ? [whenLeft.rule]
        : [],
    );
    return rules.length > 0 || deadline.status === 'due-soon' ? rules : null;
  };

  // Other duties first: papers, an appeal, a parcel on the table. Each has its own end.
  const other = mine.find((deadline) => actionOf(deadline) !== 'answer');
  const isFirst = other && (!answering || (safeOf(other) ?? '~') <= (safeOf(answering) ?? '~'));
  if (other && isFirst) {
    const action = actionOf(other);
    const about = clockOf(other);
    if (action !== 'send-evidence') return next(action, 'duty-runs', about);
    return next(action, 'platform-asked', {
      ...about,
      values: { ...about.values, ...(evidence?.missing ? { item: evidence.missing } : {}) },
    });
  }

  if (answering) {
    const about = clockOf(answering);
    const isRestarted = flow.clocks.some(
      ({ id, restartedBy }) => id === answering.id && restartedBy?.includes(answering.startsFrom),
    );
    if (isRestarted)
      return next('answer-again', 'restarted-by-buyer', {
        ...about,
        values: { ...about.values, event: answering.startsFrom },
      });
    const little = littleTime(answering);
    if (little !== null)
      return next('answer', 'little-time', { ...about, ruleIds: [...about.ruleIds, ...little] });
  }

  const made = pending(one.offers ?? [], 'seller');
  const madeAt = made ? parseInstant(made.at) : null;
  if (made && madeAt !== null && setting.asOf - madeAt >= desk.offerUnansweredHours * HOUR)
    return next('follow-up-offer', 'offer-unanswered', {
      values: { ...offerValues(made, one), since: isoInstant(madeAt) },
      ruleIds: focus ? [focus.ruleId] : [],
    });

  const sum: Record<string, string> = stake
    ? { amount: toPlain(stake.amount), currency: stake.currency ?? '' }
    : {};
  if (own.length > 0 && decision.kind === 'above') {
    const { who, deputy, byWhen } = decision.row;
    return next('hand-over', 'above-authority', {
      by: who,
      values: { ...sum, who, deputy: deputy ?? '', byWhen: byWhen ?? '' },
      ruleIds: focus ? [focus.ruleId] : [],
    });
  }
  if (own.length > 0 && decision.kind === 'nobody')
    return next('hand-over', 'nobody-may-decide', {
      values: sum,
      ruleIds: focus ? [focus.ruleId] : [],
    });

  if (answering) {
    const about = clockOf(answering);
    // A message to the buyer may have been the answer, and may not: only the platform’s page says so.
    const replied = lastOf(one.replies, ({ at }) => isSince(at, answering.startsAt));
    if (replied)
      return next('record-what-happened', 'reply-recorded', {
        ...about,
        values: { ...about.values, replied: replied.at },
      });
    if (evidence?.missing)
      return next('collect-evidence', 'evidence-missing', {
        ...about,
        values: { ...about.values, item: evidence.missing },
        ruleIds: [...evidence.rules, ...about.ruleIds],
        page: evidence.page,
      });
    if (one.plan === undefined && !one.offers?.some(({ by }) => by === 'seller'))
      return next('record-plan', 'no-plan', about);
    return next('answer', 'no-answer-yet', about);
  }

  const demanded = pending(one.offers ?? [], 'buyer');
  if (demanded)
    return next('answer-offer', 'buyer-offered', {
      values: offerValues(demanded, one),
      ruleIds: focus ? [focus.ruleId] : [],
    });
  if (made)
    return next('wait', 'others-turn', {
      by: 'buyer',
      values: offerValues(made, one),
      ruleIds: focus ? [focus.ruleId] : [],
    });
  if (focus) return next('settle', 'nothing-agreed', clockOf(focus));

  const theirs = result.deadlines.find(
    ({ status, kind }) => (status === 'open' || status === 'due-soon') && kind !== 'opens',
  );
  if (theirs)
    return next('wait', 'others-turn', {
      by: theirs.actor,
      ...clockOf(theirs),
      until: theirs.dueAt,
    });
  return next('close', 'all-done');
}
