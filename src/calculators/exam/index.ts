/**
 * The practice exam: which questions a seed draws from the pool, with which numbers, and what a set of
 * answers comes to. Figures are those of the rulebook at the moment of asking, or of the calculators.
 *
 * For sellers and agents who test themselves. No proof of anything to anybody else.
 */
export {
  calculate,
  judgeExam,
  poolAt,
  type ExamOk,
  type ExamResult,
  type Judged,
} from './calculate.ts';
export { drawExam, placedIn, rulesOf, type Placed } from './draw.ts';
export { explain } from './explain.ts';
export { redoExam, type Again } from './redo.ts';
export { openQuestion, type Asked, type Shown, type Sources } from './open.ts';
export { EXAM_PLATFORMS, STAGES, type Stage } from './kinds.ts';
export {
  EXAM_LENGTH,
  GENERATOR,
  LETTERS,
  PASS_FROM,
  type ExamFile,
  type ExamQuestion,
  type ExamText,
  type Letter,
} from './schema.ts';
