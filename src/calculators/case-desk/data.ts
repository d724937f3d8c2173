/** What the desk knows about the world. Handed in by the caller; nothing of it stands in the code. */
import type { PlannerData } from '../deadline-planner/index.ts';
import { causeOf } from '../shared/causes.ts';

/** Everything a case may ask for, in no order. */
export const ACTIONS = [
  'mend-dates',
  'name-kind',
  'enter-dates',
  'record-what-happened',
  'answer',
  'answer-again',
  'send-evidence',
  'collect-evidence',
  'appeal',
  'check-return',
  'ship',
  'hand-over',
  'record-plan',
  'answer-offer',
  'follow-up-offer',
  'settle',
  'wait',
  'close',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What stands behind a cause. */
export interface CauseData {
  page: string;
  checklist: string;
  /** Classes of the listing check that look for what leads to it; none where no listing would help. */
  listing: string[];
  rules: string[];
}

/** The desk’s own file: `src/content/desk/what-next.yaml`. */
export interface DeskData {
  id: string;
  /** Hours after which an offer without an answer is asked about. */
  offerUnansweredHours: number;
  /** What a clock asks for, by its id; an answer where it is not named. */
  clocks: Readonly<Record<string, Action>>;
  actions: Readonly<Record<Action, { page: string; rules: string[] }>>;
  /** By cause: its page, its list of evidence, what to look at in the listing, and the rules that ask for it. */
  causes: Readonly<Record<string, CauseData>>;
}

export interface CaseDeskData extends PlannerData {
  desk: DeskData;
  /** Items of each list of evidence, by the list’s id, in their order. */
  checklists: ReadonlyMap<string, readonly string[]>;
}

/** The cause of a reason, which may be the name of a reply’s situation; null where none is as specific. */
export function causeNamed(reason: string | undefined, { causes }: DeskData): string | null {
  if (reason === undefined) return null;
  return [reason, causeOf(reason)].find((id) => Object.hasOwn(causes, id)) ?? null;
}

/** What stands behind a reason: its own cause, else the wider one before its first hyphen. */
export function causeBehind(
  reason: string | undefined,
  desk: DeskData,
): (CauseData & { id: string }) | null {
  const id = causeNamed(reason, desk) ?? causeNamed(reason?.split('-')[0], desk);
  const cause = id === null ? undefined : desk.causes[id];
  return id === null || !cause ? null : { id, ...cause };
}
