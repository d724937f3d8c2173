/** What a reading of a moment can answer: its readings, the questions, and the reasons for none. */
export type ReadingNote =
  | 'first-pass'
  | 'second-pass'
  | 'before-gap'
  | 'after-gap'
  | 'day-first'
  | 'month-first'
  | 'year-first'
  | 'start-of-day'
  | 'end-of-day'
  | 'as-written'
  | 'local-clock'
  | 'this-year'
  | 'last-year'
  | 'next-year'
  | 'same-date'
  | 'next-date'
  | 'as-midnight'
  | 'as-noon'
  | 'by-date'
  | 'by-weekday'
  | 'as-offset'
  | 'as-span'
  | 'excel'
  | 'ago';

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
  | 'day-or-month'
  | 'zone'
  | 'zones'
  | 'season'
  | 'repeated-hour'
  | 'skipped-hour'
  | 'year'
  | 'weekday'
  | 'half'
  | 'day'
  | 'span';

export type Unreadable =
  | 'empty'
  | 'too-long'
  | 'no-date'
  | 'no-such-day'
  | 'no-such-time'
  | 'no-hour'
  | 'more-than-one'
  | 'unknown-zone'
  | 'unknown-word'
  | 'out-of-range'
  | 'inexact'
  | 'working-days'
  | 'other-start'
  /** It holds a word that may stand among those that are not here; see `vocabulary.ts`. */
  | 'words-missing';

export interface Understood {
  /** Key of a sentence that repeats in words what was understood. */
  messageKey: string;
  values: Record<string, string | number>;
}

/** Of a text that is read once further words have come: no reader has refused it. */
export const WORDS_MISSING = 'tool.moment.words-missing';

/** How exactly the moment was given. */
export type Precision = 'second' | 'minute' | 'hour' | 'day';

interface Answer {
  readings: Reading[];
  understood: Understood;
  /** `null` where nothing was read. */
  precision: Precision | null;
  /** The text names its zone; else the zone of the context was taken. */
  zoneGiven: boolean;
}

export type ParsedMoment =
  | ({ kind: 'moment' | 'due' | 'bare-date' } & Answer)
  | ({ kind: 'ambiguous'; why: MomentQuestion } & Answer)
  | ({ kind: 'unreadable'; why: Unreadable } & Answer);

export interface MomentContext {
  /** Zone in which a time without a zone of its own is read. */
  zone: string;
  /** The moment from which a countdown runs, and the year for a date without one. ISO 8601. */
  asOf: string;
}

/** The longest text that is read; a sentence about one moment is shorter. */
export const LONGEST = 300;
