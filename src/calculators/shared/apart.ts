/** Letters that run from right to left, and signs that say how text is to run. */
const TURNS = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/;
/** Signs that would end what sets a text apart before its end. */
const ENDS = /[\u2066-\u2069]/g;

/** A text that runs another way turns nothing of what stands around it: a name in Arabic, beside a figure. */
export const apart = (text: string): string =>
  TURNS.test(text) ? `\u2068${text.replace(ENDS, '')}\u2069` : text;
