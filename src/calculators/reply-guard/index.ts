/**
 * May this be said to a buyer here? Reads a reply in any of nine languages for what a platform or
 * a law forbids, and says for each find why, by which rule, and what to write instead.
 *
 * Not for judging whether a reply is good, and no promise that a platform will not object: it
 * knows the rules in the data, not every rule there is.
 */
export { calculate, type GuardResult } from './calculate.ts';
export { explain } from './explain.ts';
export { guardLanguages, guardPlatforms, longestText, type GuardToolInput } from './schema.ts';
export { createGuardWith, type SharedOut } from './guard.ts';
export { createGuard } from './readers.ts';
export { guardOf } from './guard-of.ts';
export { withTables } from './tables.ts';
export { guardFor, type GuardData } from './slice.ts';
export { splitGuards, withWords, type GuardWords } from './languages.ts';
export type { GuardCheck, GuardInput, GuardParts, GuardRule, GuardWarning, Place } from './rule.ts';
