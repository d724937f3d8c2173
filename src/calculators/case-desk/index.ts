/**
 * Case desk: of all open cases, which one now, what to do in it, who does it, and why?
 *
 * For an agent or a small team with many open cases on several marketplaces. It sorts by the time left
 * in which somebody is really at work, asks each case for one step, and says who may decide it. Not a
 * ticket system for several desks, not a judge of a case: what a platform decides stands on its page.
 *
 * Call `await loadTemporal()` once before anything else.
 */
export { readAmount, type AmountRead } from './amount.ts';
export {
  arrange,
  calculate,
  totalsOf,
  type CaseDeskAnswer,
  type CaseDeskOk,
  type CaseDeskResult,
  type Totals,
} from './calculate.ts';
export {
  authorityOf,
  readAuthority,
  type AuthorityInput,
  type AuthorityIssue,
} from './authority.ts';
export {
  ACTIONS,
  causeBehind,
  causeNamed,
  type Action,
  type CaseDeskData,
  type DeskData,
} from './data.ts';
export { explain } from './explain.ts';
export {
  isClosed,
  judge,
  planCase,
  stakeOf,
  type Alert,
  type ClockView,
  type JudgedCase,
} from './judge.ts';
export { evidenceFor, type Because, type Next } from './next.ts';
export { parse, type CaseDeskInput, type Setting } from './schema.ts';
export {
  changesOf,
  joinDesks,
  readBundle,
  writeBundle,
  type BundleChanges,
  type BundleRead,
} from './bundle.ts';
export { LOG_COLUMNS, logLine, type LogColumn, type LogLine } from './log-line.ts';
export {
  casesOfRecords,
  casesOfRows,
  rowsLeft,
  freeId,
  plannerLink,
  type PlannerRecord,
  type RowCases,
} from './rows.ts';
export { scrub } from './scrub.ts';
export { applyChange, type Change, type SingleField } from './change.ts';
export {
  eventsOf,
  flowTexts,
  loadTemporal,
  endWord,
  parseMoment,
  resultLink,
  ruleIdsOf,
  statusKey,
  toCalendars,
  type BoardError,
  type CalendarFile,
  type Flow,
  type FlowQuestion,
} from '../deadline-planner/index.ts';
