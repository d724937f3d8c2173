import type { InputIssue, Invalid } from '../shared/result.ts';
import { loadTemporal } from '../shared/time.ts';
import { judge, type Judgement } from './judge.ts';
import { GENERATOR, parse, type Exercise, type ExerciseKind, type Variant } from './schema.ts';
import { openCase, solve, type Ask, type Key, type SolvedBy } from './solve.ts';

export interface ExerciseOk {
  kind: 'ok';
  exercise: { id: string; kind: ExerciseKind; version: number; playbook: string };
  /** Which way of drawing made the numbers. */
  generator: number;
  seed: string;
  team: number;
  variant: Variant;
  /** Ids of the options in the order they are shown. */
  options: string[];
  /** Whoever asks this tool this reads the key at this place of its answer. */
  solvedBy: SolvedBy;
  key: Key;
  /** What each option measures, where options are measured. */
  measured: Readonly<Record<string, string | number>>;
  /** Null where no answer was given. */
  judgement: Judgement | null;
  /** Rules the key rests on. */
  usedRules: string[];
  asOf: string;
}

export type ExerciseResult = ExerciseOk | Invalid;

/** Every exercise by id, and the door to the tools that solve them. */
export interface ExerciseData {
  exercises: ReadonlyMap<string, Exercise>;
  ask: Ask;
}

const invalid = (issues: InputIssue[]): Invalid => ({ kind: 'invalid', issues });

/**
 * One exercise: its case for a seed, its key as the calculators compute it, and what an answer is
 * worth.
 *
 * @param asOf the moment the tools judge by.
 */
export async function calculate(
  raw: unknown,
  { exercises, ask }: ExerciseData,
  asOf: string,
): Promise<ExerciseResult> {
  await loadTemporal();
  const read = parse(raw, exercises);
  if ('issues' in read) return invalid(read.issues);
  const { exercise, seed, team, answer } = read.asking;
  const one = openCase(exercise, seed, team);
  const solved = await solve(one, ask, asOf);
  const judged = answer === undefined ? null : await judge(answer, one, solved, ask, asOf);
  if (judged && 'issue' in judged) return invalid([judged.issue]);
  const ofTool = (solved.answer as { usedRules?: readonly string[] }).usedRules ?? [];
  const ofOptions = one.options.flatMap(({ rule }) => (rule ? [rule] : []));
  return {
    kind: 'ok',
    exercise: {
      id: exercise.id,
      kind: exercise.kind,
      version: exercise.version,
      playbook: exercise.playbook,
    },
    generator: GENERATOR,
    seed,
    team,
    variant: one.variant,
    options: one.options.map(({ id }) => id),
    solvedBy: solved.solvedBy,
    key: solved.key,
    measured: solved.measured,
    judgement: judged?.judgement ?? null,
    usedRules: [...new Set([...ofTool, ...ofOptions])],
    asOf,
  };
}
