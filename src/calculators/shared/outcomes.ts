/** How a case can end, as cases, the desk and its log name it. */
export const OUTCOMES = [
  'agreed',
  'withdrawn',
  'ruled-for-us',
  'ruled-for-buyer',
  'lapsed',
  'other',
] as const;
export type OutcomeName = (typeof OUTCOMES)[number];
