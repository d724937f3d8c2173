/** This moment as an ISO 8601 instant. Calculators take it as an argument and never ask for it. */
export const now = () => new Date().toISOString();

const MINUTE = 60_000;
/** A day begins on one of these, whatever the zone. */
export const QUARTER = 15 * MINUTE;

/**
 * Whether another stretch of time has begun, on a clock that may have run on, slept, or been set back.
 *
 * @param length of a stretch, in milliseconds.
 */
export const hasTurned = (before: number, at: number, length = MINUTE): boolean =>
  Math.floor(before / length) !== Math.floor(at / length);

/** The day of a moment in the reader's own calendar, as YYYY-MM-DD. */
export const dayHere = (moment: string) => {
  const date = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Today in the reader's own calendar, as YYYY-MM-DD. */
export const today = () => dayHere(now());
