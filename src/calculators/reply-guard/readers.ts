import { unlikeAmounts } from './amounts.ts';
import { finish } from './faults.ts';
import { createGuardWith, type GuardLater } from './guard.ts';
import { promisesOver } from './past-days.ts';
import type { GuardCheck, GuardParts, GuardRule } from './rule.ts';
import { otherTongue } from './tongue.ts';

/** All of it. */
export const guardLater: GuardLater = {
  readers: { 'past-days': promisesOver, amounts: unlikeAmounts, language: otherTongue },
  finish,
};

/** Makes the guard of a set of rules, with everything it may need. */
export const createGuard = (rules: readonly GuardRule[], parts: GuardParts): GuardCheck =>
  createGuardWith(rules, parts, guardLater);
