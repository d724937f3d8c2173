import { nextSeed } from '../exercise/index.ts';
import { examDice, variantOf, type Placed } from './draw.ts';

/**
 * How a mistake comes again: the same question with other numbers; one that has none is followed by
 * another of the same page of the handbook, or of the same stage and platform; where there is no other,
 * the same options in another order.
 */
export type Again = 'numbers' | 'page' | 'stage' | 'order';

export interface Redone {
  placed: Placed;
  /** The seed that gives its numbers and the order of its options. */
  seed: string;
  again: Again;
}

/** So many seeds are tried for other numbers: of two there are, one in a million times none is found. */
const TRIES = 20;

/** The first seed from `seed` on that gives a question other numbers than `before`; null without one. */
function otherNumbers({ question }: Placed, before: string, seed: string): string | null {
  if (Object.keys(question.draw ?? {}).length === 0) return null;
  const was = JSON.stringify(variantOf(question, before));
  let tried = seed;
  for (let i = 0; i < TRIES; i += 1, tried = nextSeed(tried))
    if (JSON.stringify(variantOf(question, tried)) !== was) return tried;
  return null;
}

/**
 * The round in which mistakes are redone.
 *
 * @param pool what may be asked now.
 * @param missed each question that was wrong or left out, and the seed that gave its numbers.
 * @param seen ids of all questions that were asked so far: what comes instead is none of them, as long
 *   as there are others.
 * @param seed of the new round.
 */
export function redoExam(
  pool: readonly Placed[],
  missed: readonly { id: string; seed: string }[],
  seen: ReadonlySet<string>,
  seed: string,
): Redone[] {
  const dice = examDice('redo', seed);
  const taken = new Set([...seen, ...missed.map(({ id }) => id)]);
  const instead = (is: (one: Placed) => boolean): Placed | undefined =>
    pool
      .filter((one) => is(one) && !taken.has(one.question.id))
      .map((one) => ({ one, rank: dice(one.question.id, 2 ** 32) }))
      .sort((a, b) => a.rank - b.rank || (a.one.question.id < b.one.question.id ? -1 : 1))[0]?.one;
  return missed.flatMap(({ id, seed: before }): Redone[] => {
    const placed = pool.find(({ question }) => question.id === id);
    // What is not in force any more is not asked again.
    if (!placed) return [];
    const numbers = otherNumbers(placed, before, seed);
    if (numbers !== null) return [{ placed, seed: numbers, again: 'numbers' }];
    const { stage, platform, question } = placed;
    const samePage = instead((one) => one.question.playbook === question.playbook);
    const other = samePage ?? instead((one) => one.stage === stage && one.platform === platform);
    if (!other) return [{ placed, seed, again: 'order' }];
    taken.add(other.question.id);
    return [{ placed: other, seed, again: samePage ? 'page' : 'stage' }];
  });
}
