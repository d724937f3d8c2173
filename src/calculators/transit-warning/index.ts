/**
 * Transit warning: which holidays of either end lie between dispatch and the promised day, and
 * does the promise hold?
 *
 * For sellers before a parcel leaves. Not a forecast of carriers: without the time your own line
 * usually takes it says what is left, and guesses nothing.
 *
 * Call `await loadTemporal()` once before anything else.
 */
export {
  calculate,
  warn,
  type BrokenBy,
  type TransitAdvice,
  type TransitOk,
  type TransitResult,
  type Verdict,
} from './calculate.ts';
export { capsIn } from './caps.ts';
export { fromCase, toCase } from './case.ts';
export { explain, verdictSentence, type StepValue } from './explain.ts';
export type { HolidaySpan } from './holidays.ts';
export { decodeInput, encodeInput, settled, type IgnoredPart } from './permalink.ts';
export {
  DEFAULT_ORIGIN,
  dispatchDays,
  inputFields,
  MOST_DAYS,
  parseInput,
  type CapRules,
  type Checked,
  type CheckedTransit,
  type TransitData,
  type TransitInput,
} from './schema.ts';
export { toCalendars, type CalendarFile } from '../shared/calendar-data.ts';
export { getTemporal, loadTemporal, setTemporal } from '../shared/time.ts';
