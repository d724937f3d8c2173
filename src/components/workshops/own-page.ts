import {
  addressOf,
  otherStep,
  ownPlanOf,
  readName,
  readSteps,
  type Exercise,
  type OwnPlan,
  type OwnStep,
} from '@/calculators/exercise/index.ts';
import { decode, mend } from '@/calculators/shared/permalink.ts';
import type { HandoutPage } from './Handout.tsx';
import type { SessionPage } from './Session.tsx';
import type { Slice } from './slice-content.ts';
import type { StagePage, StageStep } from './stage-page.ts';
import type { ExerciseWords } from './words.ts';

/** Every exercise of this site, with what all of them are solved with. */
export interface ExercisePack {
  exercises: readonly Exercise[];
  slice: Slice;
}

const ONE = { kind: 'one' } as const;

/** The plan an address carries, and what of it was none; null where it carries no plan at all. */
export function readOwnPlan(address: string): { plan: OwnPlan; wrong: string[] } | null {
  const { input } = decode(mend(address) ?? '', { plan: ONE, name: ONE });
  const [raw, name] = [input['plan'], input['name']];
  if (typeof raw !== 'string') return null;
  const { steps, wrong } = readSteps(raw);
  return { plan: { name: typeof name === 'string' ? readName(name) : '', steps }, wrong };
}

/** What is known of an exercise where its text is not needed. */
export interface ListedExercise {
  mark: string;
  minutes: number;
}

/** The steps whose exercises are on this site, each with its minutes, and the marks of the others. */
export function knownSteps<Listed extends ListedExercise>(
  steps: readonly OwnStep[],
  exercises: readonly Listed[],
): { steps: { mark: string; minutes: number; exercise: Listed | null }[]; unknown: string[] } {
  const known = steps.flatMap(({ mark, minutes }) => {
    const exercise = exercises.find((each) => each.mark === mark) ?? null;
    const other = otherStep(mark);
    return exercise === null && other === null
      ? []
      : [{ mark, minutes: minutes ?? exercise?.minutes ?? OTHER_MINUTES, exercise }];
  });
  const marks = new Set(known.map(({ mark }) => mark));
  return { steps: known, unknown: steps.flatMap(({ mark }) => (marks.has(mark) ? [] : mark)) };
}

/** What a step that is no exercise takes until somebody says otherwise. */
export const OTHER_MINUTES = 10;

/** A plan as the pages of ready plans know theirs; null where nothing is left of it. */
export function pagesOf(plan: OwnPlan, pack: ExercisePack, words: ExerciseWords) {
  const { steps, unknown } = knownSteps(plan.steps, pack.exercises);
  const exercises = steps.flatMap(({ exercise }) => exercise ?? []);
  const keep = addressOf(plan);
  const own = ownPlanOf(exercises);
  const inBoth = (text: string) => ({ en: text, 'zh-CN': text });
  const common = { exercises, slice: pack.slice, keep };
  const session = (strings: SessionPage['strings']): SessionPage => ({
    ...common,
    strings,
    plan: { id: own.id, letter: null },
  });
  const stage = (strings: StagePage['strings']): StagePage => ({
    ...common,
    strings,
    plan: own.id,
    way: exercises.map(({ mark }) => mark),
    keepToRun: addressOf({
      name: plan.name,
      steps: exercises.map(({ mark }) => ({ mark, minutes: null })),
    }),
    steps: steps.map(({ mark, minutes, exercise }): StageStep => {
      const other = otherStep(mark);
      return {
        title: exercise?.title ?? inBoth(other ? words.own(`own.step.${other}`) : mark),
        minutes,
        exercise: exercise?.id ?? null,
        say: null,
        stuck: null,
      };
    }),
  });
  const handout = (strings: HandoutPage['strings']): HandoutPage => ({
    ...common,
    strings,
    title: plan.name === '' ? words.own('own.untitled') : plan.name,
  });
  return { exercises, unknown, session, stage, handout };
}
