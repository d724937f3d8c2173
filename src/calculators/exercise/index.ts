/**
 * Workshop exercises: the case a seed gives, the key as the real calculators compute it, and what an
 * answer is worth, with the name of the mistake that leads to it.
 *
 * For trainers and for people who practise. No test of a person: an answer is compared with the key
 * and with known mistakes, nothing else.
 */
export { calculate, type ExerciseData, type ExerciseOk, type ExerciseResult } from './calculate.ts';
export { collect, middleOf, type Collected, type Outcome } from './collect.ts';
export { diceOf, drawVariant, nextSeed, shuffled, type Dice } from './draw.ts';
export { explain } from './explain.ts';
export {
  addressOf,
  markOf,
  MOST_MINUTES,
  MOST_STEPS,
  OTHER_STEPS,
  otherStep,
  readMinutes,
  readName,
  readSteps,
  type OtherStep,
  type OwnPlan,
  type OwnStep,
} from './own-plan.ts';
export { decodeWay, encodeWay, type Way } from './session-code.ts';
export {
  judge,
  type Judgement,
  type OptionRemark,
  type TextRemark,
  type Verdict,
} from './judge.ts';
export {
  decodeResults,
  encodeResults,
  FARTHEST_MINUTES,
  LONGEST_TAG,
  ownPlanOf,
  readTag,
  SHEETS,
  type CodedPlan,
  type Given,
  type Results,
  type Told,
} from './result-code.ts';
export {
  EXERCISE_KINDS,
  GENERATOR,
  inputFields,
  LONGEST_SEED,
  MOST_TEAMS,
  readSeed,
  readTeam,
  type Draw,
  type Drawn,
  type Exercise,
  type ExerciseInput,
  type ExerciseKind,
  type Mistake,
  type Option,
  type Path,
  type Question,
  type Template,
  type Variant,
} from './schema.ts';
export {
  openCase,
  solve,
  type Ask,
  type Asking,
  type Case,
  type Key,
  type Solved,
  type SolvedBy,
} from './solve.ts';
export { clockText, fillText, overlay, resolve } from './template.ts';
export { readAt } from '../shared/read-at.ts';
