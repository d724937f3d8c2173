/** This moment as an ISO 8601 instant. Calculators take it as an argument and never ask for it. */
export const now = () => new Date().toISOString();

/** The day of a moment in the reader's own calendar, as YYYY-MM-DD. */
export const dayHere = (moment: string) => {
  const date = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Today in the reader's own calendar, as YYYY-MM-DD. */
export const today = () => dayHere(now());
