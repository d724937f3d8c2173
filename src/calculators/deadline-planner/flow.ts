/** A flow is one kind of case with its clocks. Flows are data; no platform is named in the code. */
import type { Localized } from '../shared/rule.ts';
import type { Kind } from './board-kinds.ts';

export type Actor = 'seller' | 'buyer' | 'platform' | 'carrier' | 'both';

/**
 * `duty`: somebody must act before it runs out. `window`: somebody may act until then.
 * `opens`: from then on somebody may act.
 */
export type ClockKind = 'duty' | 'window' | 'opens';

export interface Clock {
  /** Id of the deadline in the result. */
  id: string;
  kind: ClockKind;
  actor: Actor;
  /** Event from which the period runs. */
  startsFrom: string;
  /** Events that start the same period anew; the last one counts. */
  restartedBy?: string[] | undefined;
  /** Rule that gives the period. */
  rule: string;
  /** Rule in force instead of `rule` for some buyer countries. */
  ruleByCountry?: Record<string, string> | undefined;
  /** The order page shows its own period: the input `promisedDays` wins over the rule. */
  promisedDaysWin?: boolean | undefined;
  /** With a promised time shorter than this rule says, the period is nothing at all. */
  atOnceBelow?: string | undefined;
  /** Rules that give another period for the same question; shown as rivals. */
  rivalRules?: string[] | undefined;
  /** Country whose working days count; `seller` means the calendar the seller keeps. */
  calendar?: string | undefined;
  /** Clock from whose end on the action is possible at all. */
  opensWith?: string | undefined;
  /** Events that settle the deadline. */
  doneBy: string[];
  /** What happens when nobody acts. */
  onTimeout: string;
}

export interface AdviceRule {
  id: string;
  /** The advice is given while this deadline is open. */
  deadline: string;
  /** Only while no more (or, not inclusive, less) than this is left. */
  whenLeft?: { rule: string; inclusive: boolean } | undefined;
  /** Only for these buyer countries. */
  countries?: string[] | undefined;
  /** Only for buyer countries other than these. */
  notCountries?: string[] | undefined;
  /** Figures in the advice, by rule. */
  values?: Record<string, string> | undefined;
}

/** What things are called, by id, in both languages. An id means the same wherever it stands. */
export interface FlowWords {
  clocks?: Record<string, Localized> | undefined;
  events?: Record<string, Localized> | undefined;
  outcomes?: Record<string, Localized> | undefined;
  advice?: Record<string, Localized> | undefined;
}

export interface Flow {
  id: string;
  platform: string;
  title: Localized;
  /** What people call it, by kinds that other flows may share; the names are those of `board-kinds.ts`. */
  kinds?: Kind[] | undefined;
  /** Under the names of these kinds alone, a pasted moment stands for this event instead of `primary`. */
  startsAs?: Partial<Record<Kind, string>> | undefined;
  /** What else people write instead of the title, in any language. Other flows may share a name. */
  names?: string[] | undefined;
  /** The same, where only this platform has such a thing: these say the platform with the kind. */
  ownNames?: string[] | undefined;
  /** Zone in which the platform counts days; null where none was found. */
  zone: string | null;
  /** Rule that says so; without one the zone is an assumption and `zoneNote` says so. */
  zoneRule?: string | undefined;
  zoneNote?: Localized | undefined;
  /**
   * Rule by which a day of this platform may be 24 hours instead of a day on the clock. Where the
   * two differ, the earlier end leads and the other stands beside it.
   */
  elapsedDaysRule?: string | undefined;
  calendarNote?: Localized | undefined;
  /** Event a single pasted moment stands for. */
  primary: string;
  /** Hours before the end from which a deadline counts as due soon. */
  dueSoonHours: number;
  clocks: Clock[];
  advice: AdviceRule[];
  /** Words only this flow needs; what several share stands in the flow parts. */
  words?: FlowWords | undefined;
}

export type Flows = ReadonlyMap<string, Flow>;

const made = new WeakMap<Flow, readonly string[]>();

/** Every event the flow knows, in the order of its clocks; found once for a desk that asks thousands of times. */
export function eventsOf(flow: Flow): readonly string[] {
  const there = made.get(flow);
  if (there) return there;
  const events = new Set<string>([flow.primary]);
  for (const clock of flow.clocks) events.add(clock.startsFrom);
  for (const clock of flow.clocks) for (const event of clock.restartedBy ?? []) events.add(event);
  for (const clock of flow.clocks) for (const event of clock.doneBy) events.add(event);
  const all = [...events];
  made.set(flow, all);
  return all;
}

/** Everything in a flow that has a name, by its id. */
export const idsIn = (flow: Flow): Record<keyof FlowWords, readonly string[]> => ({
  clocks: flow.clocks.map((clock) => clock.id),
  events: eventsOf(flow),
  outcomes: flow.clocks.map((clock) => clock.onTimeout),
  advice: flow.advice.map((advice) => advice.id),
});

/** Whether any flow knows the event. Never remembered: a page’s flows grow when the rest of them arrives. */
export function isKnownEvent(event: string, flows: Flows): boolean {
  for (const flow of flows.values()) if (eventsOf(flow).includes(event)) return true;
  return false;
}

/** Every rule the flow counts with or quotes: the slice of the rulebook a page has to hand over. */
export function ruleIdsOf(flow: Flow): string[] {
  const ids = new Set<string>(flow.zoneRule ? [flow.zoneRule] : []);
  if (flow.elapsedDaysRule) ids.add(flow.elapsedDaysRule);
  for (const clock of flow.clocks) {
    ids.add(clock.rule);
    for (const id of Object.values(clock.ruleByCountry ?? {})) ids.add(id);
    if (clock.atOnceBelow) ids.add(clock.atOnceBelow);
    for (const id of clock.rivalRules ?? []) ids.add(id);
  }
  for (const advice of flow.advice) {
    if (advice.whenLeft) ids.add(advice.whenLeft.rule);
    for (const id of Object.values(advice.values ?? {})) ids.add(id);
  }
  return [...ids];
}
