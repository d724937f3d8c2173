import { expressionOf, oncePerRule } from './pattern.ts';
import { finds, type Asked } from './prepared.ts';
import type { GuardRule, Place } from './rule.ts';

export type Reads = NonNullable<GuardRule['reads']>;
/** Understands a text for a rule that no pattern can serve. */
export type Reader = (asked: Asked) => Place[];

/** Whether a list holds words that name a day without a figure: one that is over, or a feast. */
export const opens = (list: string): boolean => list === 'over' || list.startsWith('feast');

const openings = oncePerRule((rule): readonly RegExp[] =>
  Object.values(rule.words ?? {}).flatMap((lists) =>
    Object.entries(lists).flatMap(([name, words]) => (opens(name) ? [expressionOf(words)] : [])),
  ),
);
/**
 * A figure beside a word, a sign of money or another figure: every day and every amount has one. What numbers
 * the lines of a list stands alone.
 */
const FIGURE = /[\p{L}\p{N}\p{Sc}][\s.,'’/-]{0,2}\d|\d[\s.,'’/-]{0,2}[\p{L}\p{N}\p{Sc}]/u;
const hasFigure = ({ read }: Asked) => FIGURE.test(read.text);

/**
 * Where a text may hold what such a rule looks for. What understands it is as much again as all patterns,
 * and the most of it reads figures: a text without any need not wait for it.
 */
const mayHold: Readonly<Partial<Record<Reads, (asked: Asked) => boolean>>> = {
  'past-days': (asked) =>
    hasFigure(asked) || openings(asked.rule).some((each) => finds(each, asked.read.text)),
  amounts: hasFigure,
  language: ({ asksTongue }) => asksTongue,
};

/** Whether a rule is one of those whose reader may come later than the guard itself. */
export const understandsLater = ({ reads }: GuardRule): boolean =>
  reads !== undefined && reads in mayHold;

export const hasToRead = (asked: Asked): boolean =>
  mayHold[asked.rule.reads as Reads]?.(asked) ?? true;
