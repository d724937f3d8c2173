import { LETTERS } from '../workshop-code/index.ts';
import type { PermalinkValue } from '../shared/permalink.ts';

/** Steps that are no exercise, by the letters that stand for them: no exercise begins with a nought. */
export const OTHER_STEPS = { '0S': 'say', '0W': 'own', '0P': 'pause', '0D': 'debrief' } as const;
export type OtherStep = (typeof OTHER_STEPS)[keyof typeof OTHER_STEPS];

export const MOST_STEPS = 24;
export const MOST_MINUTES = 180;
const LONGEST_NAME = 60;

/** One step of a plan somebody put together. */
export interface OwnStep {
  /** Letters of an exercise, or of a step that is none. */
  mark: string;
  /** Null where the exercise's own minutes hold. */
  minutes: number | null;
}

/** A plan of one's own as an address carries it. */
export interface OwnPlan {
  name: string;
  steps: OwnStep[];
}

export const otherStep = (mark: string): OtherStep | null =>
  Object.hasOwn(OTHER_STEPS, mark) ? OTHER_STEPS[mark as keyof typeof OTHER_STEPS] : null;

/** The letters of a kind of step that is no exercise. */
export function markOf(kind: string): string {
  const found = Object.entries(OTHER_STEPS).find(([, step]) => step === kind);
  if (!found) throw new Error(`No step of a plan is called “${kind}”.`);
  return found[0];
}

/** Minutes as somebody writes them; null where they are none. */
export const readMinutes = (raw: string): number | null =>
  /^\d{1,3}$/.test(raw.trim()) && Number(raw) >= 1 && Number(raw) <= MOST_MINUTES
    ? Number(raw)
    : null;

/** Steps as one word: `R110-C2-0P5`. */
const writeSteps = (steps: readonly OwnStep[]): string =>
  steps.map(({ mark, minutes }) => `${mark}${minutes ?? ''}`).join('-');

function readStep(raw: string): OwnStep | null {
  const [, mark = '', minutes = ''] = /^([^-]{2})(\d{0,3})$/.exec(raw) ?? [];
  if (mark === '' || [...mark].some((letter) => !LETTERS.includes(letter))) return null;
  if (minutes === '') return { mark, minutes: null };
  const read = readMinutes(minutes);
  return read === null ? null : { mark, minutes: read };
}

/**
 * Steps out of an address, and what of it was none: of one exercise only the first step is taken, since a
 * second one would have the same numbers. Whether there is such an exercise is for the caller to say.
 */
export function readSteps(raw: string): { steps: OwnStep[]; wrong: string[] } {
  const steps: OwnStep[] = [];
  const wrong: string[] = [];
  for (const part of raw.toUpperCase().split('-')) {
    if (part === '') continue;
    const step = readStep(part);
    const isTaken =
      otherStep(step?.mark ?? '') === null && steps.some(({ mark }) => mark === step?.mark);
    if (step && !isTaken && steps.length < MOST_STEPS) steps.push(step);
    else if (wrong.length < MOST_STEPS) wrong.push(part.slice(0, 12));
  }
  return { steps, wrong };
}

/** A name as a sheet of paper can carry it: one line, without signs that turn or hide what follows. */
export const readName = (raw: string): string =>
  [
    ...raw
      .normalize('NFC')
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim(),
  ]
    .slice(0, LONGEST_NAME)
    .join('');

/** What the address of every page of this plan carries. */
export const addressOf = ({ name, steps }: OwnPlan): Record<string, PermalinkValue> => ({
  plan: writeSteps(steps),
  name,
});
