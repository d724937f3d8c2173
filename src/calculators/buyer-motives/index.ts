/**
 * What can the signs in a case say about what moves the buyer, and where does good faith stop being
 * the better first assumption?
 *
 * For people who answer disputes and for those who train them. Not a judgement of a person: it shows
 * how little one sign changes, and what to do in either case. What a person is cannot be a sign.
 */
export {
  calculate,
  countOnce,
  shares,
  type Counted,
  type MotivesOk,
  type MotivesResult,
  type MotivesStanding,
  type Share,
  type Times,
} from './calculate.ts';
export { fromCase } from './case.ts';
export { explain, type StepValue } from './explain.ts';
export {
  MOTIVES,
  OTHERS,
  STRENGTHS,
  type Motive,
  type Other,
  type SignBasis,
  type Strength,
} from './kinds.ts';
export { decodeInput, encodeInput, type IgnoredPart } from './permalink.ts';
export { namesWhatAPersonIs } from './refused.ts';
export {
  authorsPriors,
  bandsOf,
  type Approach,
  type Band,
  type MotivesData,
  type MotivesFile,
  type MotivesInput,
  type OfferedSign,
  type Signal,
} from './schema.ts';
export type { PersonWords } from './word-lists.ts';
