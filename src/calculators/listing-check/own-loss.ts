import type { Finding } from './engine.ts';

/** What disputes of a class of faults cost a seller, from a log of their own. */
export interface OwnLoss {
  count: number;
  money: number;
}

/**
 * Findings by what their class cost this seller: the dearest first, then the most frequent; those that
 * cost nothing stay behind, in the order they had.
 *
 * @param losses by class of faults, L01 to L16.
 */
export function byOwnLoss(
  findings: readonly Finding[],
  losses: ReadonlyMap<string, OwnLoss>,
): Finding[] {
  const of = ({ id }: Finding): OwnLoss => losses.get(id) ?? { count: 0, money: 0 };
  return [...findings].sort((a, b) => of(b).money - of(a).money || of(b).count - of(a).count);
}
