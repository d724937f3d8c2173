import { unlikeAmounts } from './amounts.ts';
import { finish } from './faults.ts';
import { createGuardWith, type GuardLater, type SharedOut } from './guard.ts';
import { promisesOver } from './past-days.ts';
import type { GuardParts, GuardRule } from './rule.ts';
import { otherTongue } from './tongue.ts';

/** All of it. */
export const guardLater: GuardLater = {
  readers: { 'past-days': promisesOver, amounts: unlikeAmounts, language: otherTongue },
  finish,
};

/** Makes the guard of a set of rules, with everything it may need. */
export const createGuard = (rules: readonly GuardRule[], parts: GuardParts): SharedOut =>
  createGuardWith(rules, parts, guardLater);
