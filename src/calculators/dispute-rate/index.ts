/**
 * Where does my shop stand against the platform's lines, how many claims can it still take, and
 * what would bring it back?
 *
 * For sellers and agents who know this period's counts. One engine for every platform: which terms
 * are counted, and where the lines are, comes from metric definitions and rules, as arguments. It
 * does not guess at a platform's own rounding, does not tell which claims the platform will count,
 * and knows nothing of service scores whose curves were never published.
 *
 * Order of use: `parse` what was typed, `calculate`, then `summarise` and `explain` for the words,
 * `change` for "what if", `encodeInput` and `decodeInput` for the address.
 */
export {
  calculate,
  type DisputeRateResult,
  type PartResult,
  type Standing,
  type TraceStep,
} from './calculate.ts';
export type { FeeResult, PriceMismatch } from './fee.ts';
export type { Forecast } from './forecast.ts';
export type { LineResult } from './lines.ts';
export type { Mix } from './needs.ts';
export type { Reason } from './reason.ts';
export {
  explain,
  joinParts,
  standingKey,
  summarise,
  type ExplainStep,
  type Sentence,
} from './explain.ts';
export type { DisputeRateInput } from './measure.ts';
export {
  exampleOf,
  ruleIdsOf,
  type DefinedMetric,
  type Knowledge,
  type Metric,
  type Term,
} from './metric.ts';
export { change, type Change } from './change.ts';
export { ERROR_KEY } from './fields.ts';
export { decodeInput } from './permalink.ts';
export { COMMON_FIELDS, parse, type Parsed } from './schema.ts';
export { encode as encodeInput } from '../shared/permalink.ts';
export { fromCase } from './case.ts';
