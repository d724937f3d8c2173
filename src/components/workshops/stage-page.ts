import {
  openCase,
  solve,
  type Ask,
  type Case,
  type Exercise,
  type Solved,
  type Way,
} from '@/calculators/exercise/index.ts';
import type { PermalinkValue } from '@/calculators/shared/permalink.ts';
import type { Localized } from '@/calculators/shared/rule.ts';
import type { Slice } from './slice-content.ts';

/** One step of a plan as both windows show it. */
export interface StageStep {
  title: Localized;
  minutes: number;
  exercise: string | null;
  say: Localized | null;
  stuck: Localized | null;
}

/** What the pages of the trainer and of the projector carry. */
export interface StagePage {
  plan: string;
  steps: readonly StageStep[];
  /** Which workshop a code leads to: the letter of a ready plan, or the exercises of one's own. */
  way: Way['plan'];
  /** What the addresses of this plan carry beside the seed, and what the participants' does. */
  keep?: Readonly<Record<string, PermalinkValue>>;
  keepToRun?: Readonly<Record<string, PermalinkValue>>;
  exercises: readonly Exercise[];
  slice: Slice;
  strings: Readonly<Record<string, string>>;
}

/** A key and the case it belongs to: the next case is drawn before its own key is there. */
export interface SolvedCase {
  of: Case;
  found: Solved;
}

/** The key of this case; null where only another one's is known. */
export const keyOf = (one: Case | null, solved: SolvedCase | null): Solved | null =>
  solved !== null && solved.of === one ? solved.found : null;

/** Solves every exercise once, so that all tools are here before the network may go. */
export const fetchTools = (page: StagePage, ask: Ask, asOf: string): Promise<unknown> =>
  Promise.all(page.exercises.map((exercise) => solve(openCase(exercise, '1', 0), ask, asOf)));
