/**
 * Listing check: which dispute does this listing invite, by which words, and what should stand
 * there instead?
 *
 * For sellers before they publish. No score and no grade: a fault has a name, a place, a rule and
 * mostly a repair; what was not given is said to be not checked. Word lists are partial, since no
 * platform publishes a whole one.
 */
export {
  calculate,
  calculateAll,
  joinShares,
  judgeRows,
  type ListingData,
  type ListingOk,
  type ListingResult,
  type ListingsOk,
  type Share,
} from './calculate.ts';
export type { Finding } from './engine.ts';
export { countOf, explain } from './explain.ts';
export {
  SCOPES,
  SEVERITIES,
  type Fault,
  type ListingParts,
  type Severity,
  type WordedFault,
} from './fault.ts';
export type { Limit } from './kinds/limits.ts';
export {
  decodeInput,
  encodeInput,
  settled,
  type IgnoredPart,
  type LinkInput,
} from './permalink.ts';
export { readPage } from './paste.ts';
export { textOfFile } from '../dispute-log/index.ts';
export { pattern } from './text.ts';
export { COLUMNS, columnsOf, headerKey, readTable, type Column, type Table } from './table.ts';
export { PICTURE_KINDS, PLATFORMS, type ListingLanguage, type Platform } from './options.ts';
export { inputFields, type ListingInput } from './schema.ts';
export { byOwnLoss, type OwnLoss } from './own-loss.ts';
