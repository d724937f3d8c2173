import { signal } from '@preact/signals';

const arrivals = signal(0);

/**
 * To be called by whatever reads moments in a `computed` or while it draws: it is run again once further
 * words have come. Apart from what brings them, which a tool that reads no moments does not need.
 */
export const followMomentWords = (): number => arrivals.value;

/** How often something has come until now. */
export const arrivedSoFar = (): number => arrivals.peek();

/** Something has come that reads what could not be read before. */
export const arrived = (): void => {
  arrivals.value = arrivals.peek() + 1;
};
