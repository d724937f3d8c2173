import { openCase, solve, type Ask, type Exercise } from '@/calculators/exercise/index.ts';
import type { Localized } from '@/calculators/shared/rule.ts';
import type { Slice } from './slice-content.ts';

/** One step of a plan as both windows show it. */
export interface StageStep {
  title: Localized;
  minutes: number;
  exercise: string | null;
  say: Localized;
  stuck: Localized | null;
}

/** What the pages of the trainer and of the projector carry. */
export interface StagePage {
  plan: string;
  steps: readonly StageStep[];
  exercises: readonly Exercise[];
  slice: Slice;
  strings: Readonly<Record<string, string>>;
}

/** Solves every exercise once, so that all tools are here before the network may go. */
export const fetchTools = (page: StagePage, ask: Ask, asOf: string): Promise<unknown> =>
  Promise.all(page.exercises.map((exercise) => solve(openCase(exercise, '1', 0), ask, asOf)));
