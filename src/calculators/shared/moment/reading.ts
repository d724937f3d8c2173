/** What a reading of a moment can answer: its readings, the questions, and the reasons for none. */
export type ReadingNote =
  | 'first-pass'
  | 'second-pass'
  | 'before-gap'
  | 'after-gap'
  | 'day-first'
  | 'month-first'
  | 'start-of-day'
  | 'end-of-day'
  | 'as-written'
  | 'local-clock'
  | 'this-year'
  | 'last-year';

export interface Reading {
  /** ISO 8601 with `Z`. */
  at: string;
  /** The same moment on the wall clock of `zone`, with its offset. */
  local: string;
  /** IANA name, `UTC`, or a fixed offset such as `-08:00`. */
  zone: string;
  notes: ReadingNote[];
}

export type MomentQuestion =
  'day-or-month' | 'zone' | 'season' | 'repeated-hour' | 'skipped-hour' | 'year';

export type Unreadable =
  | 'empty'
  | 'too-long'
  | 'no-date'
  | 'no-such-day'
  | 'no-such-time'
  | 'more-than-one'
  | 'unknown-zone'
  | 'out-of-range';

export interface Understood {
  /** Key of a sentence that repeats in words what was understood. */
  messageKey: string;
  values: Record<string, string | number>;
}

export type ParsedMoment =
  | { kind: 'moment' | 'due' | 'bare-date'; readings: Reading[]; understood: Understood }
  | { kind: 'ambiguous'; why: MomentQuestion; readings: Reading[]; understood: Understood }
  | { kind: 'unreadable'; why: Unreadable; readings: Reading[]; understood: Understood };

export interface MomentContext {
  /** Zone in which a time without a zone of its own is read. */
  zone: string;
  /** The moment from which a countdown runs, and the year for a date without one. ISO 8601. */
  asOf: string;
}
