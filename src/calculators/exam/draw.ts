import { diceOf, drawVariant, shuffled } from '../exercise/index.ts';
import { findValue, type RuleBook } from '../shared/rule.ts';
import { EXAM_PLATFORMS, STAGES, type Stage } from './kinds.ts';
import {
  EXAM_LENGTH,
  GENERATOR,
  type ExamFile,
  type ExamPlatform,
  type ExamQuestion,
} from './schema.ts';

/** A question with the place it has in the pool. */
export interface Placed {
  question: ExamQuestion;
  stage: Stage;
  platform: ExamPlatform;
}

export const placedIn = (files: Iterable<ExamFile>): Placed[] =>
  [...files].flatMap(({ stage, platform, questions }) =>
    questions.map((question) => ({ question, stage, platform })),
  );

/** Every rule a question cites or counts with. */
export const rulesOf = ({ rules, values = {} }: ExamQuestion): string[] => [
  ...new Set([
    ...rules,
    ...Object.values(values).flatMap((value) => ('rule' in value ? [value.rule] : [])),
  ]),
];

/** Whether all the rules of a question hold at a moment: what has ended is not asked any more. */
export const isInForce = (question: ExamQuestion, rules: RuleBook, asOf: string): boolean =>
  rulesOf(question).every((id) => {
    const rule = rules.get(id);
    return rule !== undefined && findValue(rule.values, asOf).kind === 'known';
  });

export const examDice = (name: string, seed: string) =>
  diceOf({ id: `exam ${GENERATOR} ${name}`, version: 0 }, seed, 0);

/** The numbers a seed gives a question. */
export const variantOf = ({ id, version, draw = {} }: ExamQuestion, seed: string) =>
  drawVariant({ draw }, examDice(`${id} ${version}`, seed));

const PER_STAGE = EXAM_LENGTH / STAGES.length;

/**
 * The questions of a seed, in the order in which they are asked. Every stage gives as many as every
 * other, and both platforms give half of the exam; which of the two gives one more in a stage goes by
 * turn. Within a place the questions are ranked by the seed, so that one that is left out moves only
 * its neighbour up.
 *
 * @throws where a place of the pool has fewer questions than it may have to give.
 */
export function drawExam(pool: readonly Placed[], seed: string): Placed[] {
  const dice = examDice('draw', seed);
  const first = dice('platform', EXAM_PLATFORMS.length);
  const drawn = STAGES.flatMap((stage, i) =>
    EXAM_PLATFORMS.flatMap((platform, k) => {
      const more = (i + first) % EXAM_PLATFORMS.length === k;
      const wanted = more ? Math.ceil(PER_STAGE / 2) : Math.floor(PER_STAGE / 2);
      const ranked = pool
        .filter((each) => each.stage === stage && each.platform === platform)
        .map((each) => ({ each, rank: dice(each.question.id, 2 ** 32) }))
        .sort((a, b) => a.rank - b.rank || (a.each.question.id < b.each.question.id ? -1 : 1))
        .slice(0, wanted);
      if (ranked.length < wanted)
        throw new Error(`The pool has ${ranked.length} questions on ${stage} for ${platform}.`);
      return ranked.map(({ each }) => each);
    }),
  );
  return shuffled(drawn, 'order', dice);
}
