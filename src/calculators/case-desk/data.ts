/** What the desk knows about the world. Handed in by the caller; nothing of it stands in the code. */
import type { PlannerData } from '../deadline-planner/index.ts';

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

/** The desk’s own file: `src/content/desk/what-next.yaml`. */
export interface DeskData {
  id: string;
  /** Hours after which an offer without an answer is asked about. */
  offerUnansweredHours: number;
  /** What a clock asks for, by its id; an answer where it is not named. */
  clocks: Readonly<Record<string, Action>>;
  actions: Readonly<Record<Action, { page: string; rules: string[] }>>;
  /** By cause: its page, its list of evidence, and the rules that ask for it. */
  causes: Readonly<Record<string, { page: string; checklist: string; rules: string[] }>>;
}

export interface CaseDeskData extends PlannerData {
  desk: DeskData;
  /** Items of each list of evidence, by the list’s id, in their order. */
  checklists: ReadonlyMap<string, readonly string[]>;
}
