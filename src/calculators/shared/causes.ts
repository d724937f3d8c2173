/**
 * What a case is about goes by its cause, what is written to the buyer by the situation of a reply. Most
 * carry one name; these do not. The first cause of a situation is the one a message of it speaks of.
 */
const SITUATIONS: readonly (readonly [cause: string, situation: string | undefined])[] = [
  // Too wide for one reply: which difference it is decides what to say.
  ['snad', undefined],
  ['inr-late', 'inr-in-transit'],
  ['inr', 'inr-in-transit'],
  ['inr-lost', 'inr-lost-returned'],
  ['inr-tracking', 'inr-tracking-invalid'],
  ['inr-delivered', 'inr-delivered-denied'],
];

/** The situation that answers a complaint of this cause; undefined where none answers it as it stands. */
export function situationOf(cause: string): string | undefined {
  const other = SITUATIONS.find(([one]) => one === cause);
  return other ? other[1] : cause;
}

/** The cause a situation speaks of; its own name where it has no other. */
export const causeOf = (situation: string): string =>
  SITUATIONS.find(([, one]) => one === situation)?.[0] ?? situation;
