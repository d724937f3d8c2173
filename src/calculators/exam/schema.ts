import type { EXAM_PLATFORMS, Stage } from './kinds.ts';
import { LONGEST_SEED, readSeed, type Draw, type Path, type Template } from '../exercise/index.ts';
import type { InputIssue } from '../shared/result.ts';
import type { Localized } from '../shared/rule.ts';
import { about, either, fit, map, number, object, optional, text } from '../shared/shape.ts';
import type { ObjectOf } from '../shared/shape.ts';

export type ExamPlatform = (typeof EXAM_PLATFORMS)[number];

/** What a slot of a question holds. */
export type ValueSource =
  /** The figure of a rule, in its own unit, with what a drawn number does to it. */
  | {
      rule: string;
      /** A drawn number taken off the figure. */
      minus?: string;
      /** What is left of a drawn number without the figure. */
      leftOf?: string;
    }
  /** A drawn number with a unit of its own, so that it reads like the figures beside it. */
  | { drawn: string; unit: string }
  /** What the tool of the question answers, to the question's input or to a mistaken one. */
  | {
      at: Path;
      as: 'percent' | 'money' | 'count' | 'moment';
      /** The input of a mistake, laid over that of the question. */
      input?: Template;
      /** What is counted, or the currency. */
      unit?: string;
      zone?: string;
    };

/** A text in both languages, or one that is only slots and the same in both. */
export type ExamText = Localized | string;

export interface Wrong {
  text: ExamText;
  /** The mistake that leads here, said to whoever chose it. */
  why: Localized;
}

/** One question of the pool. */
export interface ExamQuestion {
  id: string;
  /** Goes up when `draw`, `solve` or `values` change. */
  version: number;
  /** Page of the handbook, without language. */
  playbook: string;
  /** Rules the answer rests on. */
  rules: string[];
  draw?: Readonly<Record<string, Draw>>;
  solve?: { tool: string; input: Template };
  values?: Readonly<Record<string, ValueSource>>;
  case?: Localized;
  ask: Localized;
  right: ExamText;
  /** Three are shown; a pool of more gives other ones next time. */
  wrong: Wrong[];
  explain: Localized;
}

/** A file of the pool: the questions of one stage on one platform. */
export interface ExamFile {
  id: string;
  stage: Stage;
  platform: ExamPlatform;
  questions: ExamQuestion[];
}

/** The generator's own number: another way to draw, or another pool, gets another one. */
export const GENERATOR = 2;
export const EXAM_LENGTH = 30;
/** Right answers an exam needs to be passed: four fifths. */
export const PASS_FROM = 24;
export const WRONG_SHOWN = 3;
export const LETTERS = ['A', 'B', 'C', 'D'] as const;
export type Letter = (typeof LETTERS)[number];

export const inputShape = object({
  seed: about(
    optional(either(text(40), number)),
    'Letters and digits that decide which questions are asked, with which numbers, in which order; by default 1. Case and hyphens do not matter, I, L and O read as 1, 1 and 0.',
  ),
  answers: about(
    optional(map(text(4), 80)),
    'A map of question ids to the letter chosen, A to D. Left out, only the exam and its key are given.',
  ),
});

export type ExamInput = ObjectOf<typeof inputShape.fields>;
export const inputFields = Object.keys(inputShape.fields) as (keyof ExamInput)[];

const ISSUE = 'tool.exam.issue.';

/** From anything at all to a seed and answers, or to the list of what is wrong. Never throws. */
export function parse(
  raw: unknown,
): { seed: string; answers: Readonly<Record<string, Letter>> | null } | { issues: InputIssue[] } {
  const { value, misfits } = fit(inputShape, raw);
  if (misfits)
    return {
      issues: misfits.map(({ path }) => ({
        path,
        key: `${ISSUE}${path === '' ? 'not-an-object' : 'type'}`,
        values: {},
      })),
    };
  const issues: InputIssue[] = [];
  const seed = readSeed(value.seed ?? 1);
  if (seed === null)
    issues.push({ path: 'seed', key: `${ISSUE}seed`, values: { most: LONGEST_SEED } });
  const answers: Record<string, Letter> = {};
  for (const [id, letter] of Object.entries(value.answers ?? {})) {
    const known = LETTERS.find((each) => each === String(letter).trim().toUpperCase());
    if (known) answers[id] = known;
    else issues.push({ path: `answers.${id}`, key: `${ISSUE}letter`, values: {} });
  }
  if (seed === null || issues.length > 0) return { issues };
  return { seed, answers: value.answers === undefined ? null : answers };
}
