import type { Ask, Template, Variant } from '../exercise/index.ts';
import type { Invalid } from '../shared/result.ts';
import type { RuleBook } from '../shared/rule.ts';
import { loadTemporal } from '../shared/time.ts';
import { drawExam, isInForce, placedIn, type Placed } from './draw.ts';
import { openQuestion, type Asked, type Shown } from './open.ts';
import { type Stage } from './kinds.ts';
import {
  EXAM_LENGTH,
  GENERATOR,
  parse,
  PASS_FROM,
  type ExamFile,
  type ExamPlatform,
  type Letter,
} from './schema.ts';

export interface ExamOk {
  kind: 'ok';
  /** Which way of drawing, from which pool. */
  generator: number;
  seed: string;
  /** Questions the pool holds at this moment. */
  pool: number;
  questions: {
    id: string;
    stage: Stage;
    platform: ExamPlatform;
    playbook: string;
    variant: Variant;
    values: Readonly<Record<string, Shown>>;
    solvedBy: { tool: string; input: Template } | null;
    key: Letter;
    rules: string[];
  }[];
  /** Null where no answers were given. */
  judgement: Judged | null;
  usedRules: string[];
  asOf: string;
}

export interface Judged {
  right: number;
  of: number;
  /** Right answers an exam needs. */
  needed: number;
  passed: boolean;
  wrong: string[];
  unanswered: string[];
}

export type ExamResult = ExamOk | Invalid;

/** The pool by file, the rulebook, and the door to the tools that compute figures. */
export interface ExamData {
  files: Iterable<ExamFile>;
  rules: RuleBook;
  ask: Ask;
}

/** The questions whose rules all hold at a moment. */
export const poolAt = (files: Iterable<ExamFile>, rules: RuleBook, asOf: string): Placed[] =>
  placedIn(files).filter(({ question }) => isInForce(question, rules, asOf));

/** What answers come to. Only a whole exam can be passed; a shorter round is practice. */
export function judgeExam(
  asked: readonly Asked[],
  answers: Readonly<Record<string, Letter | undefined>>,
): Judged {
  const chosen = (one: Asked) => answers[one.id];
  const right = asked.filter((one) => chosen(one) === one.key).length;
  return {
    right,
    of: asked.length,
    needed: PASS_FROM,
    passed: asked.length === EXAM_LENGTH && right >= PASS_FROM,
    wrong: asked
      .filter((one) => chosen(one) !== undefined && chosen(one) !== one.key)
      .map(({ id }) => id),
    unanswered: asked.filter((one) => chosen(one) === undefined).map(({ id }) => id),
  };
}

/**
 * The exam of a seed with its key, and what a set of answers comes to.
 *
 * @param asOf the moment whose rules are asked about.
 */
export async function calculate(
  raw: unknown,
  { files, rules, ask }: ExamData,
  asOf: string,
): Promise<ExamResult> {
  await loadTemporal();
  const read = parse(raw);
  if ('issues' in read) return { kind: 'invalid', issues: read.issues };
  const { seed, answers } = read;
  const pool = poolAt(files, rules, asOf);
  const asked: Asked[] = [];
  for (const placed of drawExam(pool, seed))
    asked.push(await openQuestion(placed, seed, { rules, ask, asOf }));
  const stranger = Object.keys(answers ?? {}).find((id) => !asked.some((one) => one.id === id));
  if (stranger !== undefined)
    return {
      kind: 'invalid',
      issues: [
        {
          path: `answers.${stranger}`,
          key: 'tool.exam.issue.not-asked',
          values: { id: stranger.slice(0, 40) },
        },
      ],
    };
  return {
    kind: 'ok',
    generator: GENERATOR,
    seed,
    pool: pool.length,
    questions: asked.map(
      ({ id, stage, platform, playbook, variant, values, solvedBy, key, rules: cited }) => ({
        id,
        stage,
        platform,
        playbook,
        variant,
        values,
        solvedBy,
        key,
        rules: cited,
      }),
    ),
    judgement: answers && judgeExam(asked, answers),
    usedRules: [...new Set(asked.flatMap((one) => one.rules))],
    asOf,
  };
}
