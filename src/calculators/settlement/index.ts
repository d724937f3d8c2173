/**
 * Settlement: what does each way out of a dispute cost the seller, up to where is an agreement better
 * than none, what to offer first, second and last, and what may be offered side by side?
 *
 * For sellers before they answer a claim. Not a forecast of what a buyer accepts: nothing published
 * gives one, so no chance of acceptance is built in, and the chance of losing is the person's own.
 */
export {
  calculate,
  settle,
  type BreakEven,
  type Bundle,
  type SettlementOk,
  type SettlementResult,
} from './calculate.ts';
export { familyOf } from './causes.ts';
export { explain, verdict, type StepValue } from './explain.ts';
export { LIMIT_RULES, OPTION_IDS, type OptionId } from './limits.ts';
export { nameOf, type Gets, type Option } from './options.ts';
export { decodeInput, encodeInput, type IgnoredPart } from './permalink.ts';
export { RESEARCH_RULES, WARNING_RULES, type ResearchNote } from './research.ts';
export {
  COUNTS_WHEN,
  FIELDS,
  kindOf,
  parse,
  PLATFORMS,
  REASONS,
  type Field,
  type SettlementInput,
} from './schema.ts';
export { fromCase, toCase } from './case.ts';
