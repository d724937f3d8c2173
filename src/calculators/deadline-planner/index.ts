/**
 * Deadline planner: until when must who act in this case, what happens otherwise, and what is the
 * last safe moment of my own working time?
 *
 * For sellers and their agents with an open case on a marketplace. Not for court deadlines, not for
 * a platform's own internal clocks beyond the rules in the rulebook, and never a substitute for the
 * countdown the platform itself shows: where there is one, hand it in as `shownDue` and it wins.
 *
 * Call `await loadTemporal()` once before anything else. Files are written by
 * `export/files.ts`, which is not exported here so that it can be loaded on click.
 */
export { calculate, plan } from './calculate.ts';
export { fromCase, toCase } from './case.ts';
export { deskTime } from './ends.ts';
export { explain, type PlannerStep as Step, type StepValue } from './explain.ts';
export {
  eventsOf,
  ruleIdsOf,
  type Actor,
  type Clock,
  type ClockKind,
  type Flow,
  type Flows,
  type FlowWords,
} from './flow.ts';
export { flowTexts } from './flow-words.ts';
export { statusKey } from './result.ts';
export { resultLink } from './result-link.ts';
export type {
  Advice,
  Deadline,
  OtherReading,
  PlannerOk,
  PlannerResult,
  RivalDeadline,
  RuleMissing,
  Status,
  Warning,
} from './result.ts';
export {
  DEFAULTS,
  inputFields,
  parseInput,
  type Checked,
  type CheckedInput,
  type EventQuestion,
  type PlannerData,
  type PlannerInput,
} from './schema.ts';
export {
  parseBoard,
  type BoardContext,
  type BoardError,
  type BoardRow,
  type FlowQuestion,
  type ParsedBoard,
} from './board.ts';
export { decodeInput, encodeInput, type IgnoredPart } from './permalink.ts';
export { toCalendars, type CalendarFile } from '../shared/calendar-data.ts';
export { planOf, type Calendars, type SkippedDay } from '../shared/calendar.ts';
export {
  endWord,
  parseMoment,
  type MomentContext,
  type ParsedMoment,
  type Reading,
  readZone,
} from '../shared/parse-moment.ts';
export { getTemporal, isZone, loadTemporal, setTemporal } from '../shared/time.ts';
