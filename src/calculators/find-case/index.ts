/**
 * What is this message about? Reads what was pasted (a buyer’s message, a page of a dispute, a row of
 * orders) in nine languages for the situations it fits, with the words that decided it, and for order
 * numbers, moments, amounts and platforms.
 *
 * Not for deciding: it counts known words, it understands nothing, and it says so where none is known.
 */
export {
  createReader,
  type CuesOf,
  type FindOk,
  type FindResult,
  type NoFit,
  type SituationFound,
} from './calculate.ts';
export { explain } from './explain.ts';
export { cueLanguages, languageOf, languagesIn, type CueLanguage } from './languages.ts';
export { cuesOf as cuesAskedFor, type CueRules, type Cues } from './cues.ts';
export { compilePattern } from './pattern.ts';
export { longestText, type FindInput } from './schema.ts';
export { toCase } from './case.ts';
export { endsShown, type EndShown, type FlowClocks } from './shown.ts';
