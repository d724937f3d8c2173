import type { Localized } from '../shared/rule.ts';
import {
  about,
  either,
  fit,
  number,
  object,
  optional,
  text,
  type ObjectOf,
} from '../shared/shape.ts';
import type { InputIssue } from '../shared/result.ts';

export const EXERCISE_KINDS = [
  'rate',
  'deadlines',
  'reply',
  'listing',
  'evidence',
  'order',
  'negotiate',
] as const;
export type ExerciseKind = (typeof EXERCISE_KINDS)[number];

/** One value a seed decides. A name stands as `$name` in inputs and as `{name}` in texts. */
export type Draw =
  /** A whole number of steps between two ends, both of which may come; with `digits`, a decimal text. */
  | { from: number; to: number; step?: number; digits?: number }
  /** One of a list. */
  | { of: (string | number | Localized)[] }
  /** A moment so many hours after another, which is an instant or a `$name`. */
  | { after: string; hours: [number, number]; step?: number }
  /** A sum of other numbers. */
  | { plus: string[]; minus?: string[] };

export type Drawn = string | number | Localized;
export type Variant = Readonly<Record<string, Drawn>>;

/** An input of a tool with `$name`, `$name +2` or `$name -1d` in the place of drawn values, and `{name}` within a text. */
export type Template = { readonly [field: string]: unknown };

/** Where in a tool's answer a value stands: `percent`, `ladder.0`, `deadlines[first-answer].dueAt`. */
export type Path = string;

export interface Option {
  id: string;
  text: Localized;
  /** What solving with this option changes in the input; `$text` is the option's own text. */
  input?: Template;
  /** Where in the answer this option is measured, where each has a place of its own. */
  at?: Path;
  /** In a choice of several: a drawn moment, from which on it can be had. */
  ready?: string;
  /** The rule the reason rests on. */
  rule?: string;
  /** Why it is right or wrong: said to whoever chose it or left it out. */
  reason: Localized;
}

interface Asked {
  prompt: Localized;
}

export type Question =
  | (Asked & {
      type: 'number';
      at: Path;
      unit: 'percent' | 'money' | 'count' | 'days';
      /** How far an answer may be off and still be right, a decimal. */
      within: string;
    })
  | (Asked & {
      type: 'moment';
      at: Path;
      /** The clock the answer is read on. */
      zone: string;
    })
  | (Asked & {
      type: 'choice';
      options: Option[];
      at: Path;
      /** The option that measures so; without it the tool's own answer names the option. */
      best?: 'lowest' | 'highest';
    })
  | (Asked & {
      type: 'choices';
      options: Option[];
      /** A list in the tool's answer that names the right options: parts of a listing, files to hand in. */
      at: Path;
      /** A list in the tool's answer of those that would be right, were they there in time. */
      late?: Path;
    })
  | (Asked & { type: 'order'; options: Option[]; direction: 'rising' | 'falling' })
  | (Asked & {
      type: 'text';
      at: Path;
      /** Where the same text stands, line by line, in the language of the page. */
      gloss: Path;
      platform: string;
      /** Drawn values a good answer names. */
      mentions: string[];
    });

/** A mistake people make, solved by the same tool: an answer that equals what comes out is named. */
export interface Mistake {
  id: string;
  /** The mistaken input, laid over the right one. */
  input?: Template;
  /** Where the mistaken eye reads. */
  at?: Path;
  /** The clock the right moment was written on by mistake. */
  readIn?: string;
  says: Localized;
}

/** One exercise as its file holds it. */
export interface Exercise {
  id: string;
  kind: ExerciseKind;
  /** Two letters that stand for it in plans and codes: no other exercise ever has them. */
  mark: string;
  /** Goes up when draws or inputs change, so that an old link says so instead of showing another case. */
  version: number;
  title: Localized;
  goal: Localized;
  minutes: number;
  difficulty: 1 | 2 | 3;
  /** Page of the handbook, without language. */
  playbook: string;
  participant: Localized;
  trainer: Localized;
  hints: [Localized, Localized];
  draw: Readonly<Record<string, Draw>>;
  /** Who computes the key. */
  solve: { tool: string; input: Template };
  question: Question;
  mistakes: Mistake[];
  /** The worked solution; `{=path}` is read from the tool's answer. */
  solution: Localized;
}

/** The generator's own number: another way to draw gets another one, and old links keep theirs. */
export const GENERATOR = 1;
export const LONGEST_SEED = 12;
export const MOST_TEAMS = 99;
/** Longer than any answer of a workshop. */
const LONGEST_ANSWER = 4000;

export const inputShape = object({
  id: about(text(80), 'Which exercise: the name of its file.'),
  seed: about(
    optional(either(text(40), number)),
    'Letters and digits that decide the numbers of the case; by default 1. Written as in workshop codes: case and hyphens do not matter, I, L and O read as 1, 1 and 0.',
  ),
  team: about(
    optional(either(number, text(4))),
    'Number of a team with numbers of its own, 1 to 99; 0, the default, is the case all teams share.',
  ),
  answer: about(
    optional({
      read: (raw, path, misfits) => {
        const whole = JSON.stringify(raw) ?? '';
        if (whole.length > LONGEST_ANSWER) misfits.push({ path, code: 'too-long' });
        return raw;
      },
    }),
    'What a participant answers: a number, a moment on the clock the question names, the id of an option, a list of ids, or a text. Left out, only the key is given.',
  ),
});

export type ExerciseInput = ObjectOf<typeof inputShape.fields>;
export const inputFields = Object.keys(inputShape.fields) as (keyof ExerciseInput)[];

/** The checked input. */
export interface Reading {
  exercise: Exercise;
  seed: string;
  team: number;
  answer: unknown;
}

/**
 * First letters of codes: those that hold answers and those that lead to a workshop, of a ready plan and
 * of one somebody put together. They are printed, so they never change.
 */
export const LAYOUTS = {
  answers: { ready: '1', own: '2' },
  way: { ready: '3', own: '4' },
} as const;

/** Whether a code begins as one of these do. */
export const isOf = (kind: keyof typeof LAYOUTS, letters: string): boolean =>
  Object.values(LAYOUTS[kind]).some((letter) => letters.startsWith(letter));

const ISSUE = 'tool.exercise.issue.';

/** A seed as it is meant: capitals and digits only; null where nothing of it is left, or too much. */
export function readSeed(raw: string | number): string | null {
  const seed = String(raw)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  return /^[0-9A-Z]+$/.test(seed) && seed.length <= LONGEST_SEED ? seed : null;
}

/** A team as it is meant; null where it is none. */
export function readTeam(raw: string | number): number | null {
  const team = typeof raw === 'number' ? raw : /^\d{1,2}$/.test(raw.trim()) ? Number(raw) : NaN;
  return Number.isInteger(team) && team >= 0 && team <= MOST_TEAMS ? team : null;
}

/** From anything at all to what is asked, or to the list of what is wrong. Never throws. */
export function parse(
  raw: unknown,
  exercises: ReadonlyMap<string, Exercise>,
): { asking: Reading } | { issues: InputIssue[] } {
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
  const exercise = exercises.get(value.id);
  if (!exercise)
    issues.push({ path: 'id', key: `${ISSUE}id`, values: { id: value.id.slice(0, 40) } });
  const seed = readSeed(value.seed ?? 1);
  if (seed === null)
    issues.push({ path: 'seed', key: `${ISSUE}seed`, values: { most: LONGEST_SEED } });
  const team = readTeam(value.team ?? 0);
  if (team === null)
    issues.push({ path: 'team', key: `${ISSUE}team`, values: { most: MOST_TEAMS } });
  if (!exercise || seed === null || team === null) return { issues };
  return { asking: { exercise, seed, team, answer: value.answer } };
}
