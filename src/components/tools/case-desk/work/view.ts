/** What the work of the desk hands to the page. */
import type {
  AuthorityIssue,
  BoardError,
  FlowQuestion,
  JudgedCase,
  LogLine,
  RowCases,
  Totals,
} from '@/calculators/case-desk/index.ts';
import type { Case } from '@/calculators/shared/case.ts';
import type { Ways } from '../ways.ts';
import type { AutosaveView } from './autosave.ts';

/** What the board shows of a case: a small part of it, since thousands travel at once. */
export interface Line {
  id: string;
  name: string;
  order: string;
  platform: string | null;
  flow: string | null;
  reason: string;
  owner: string;
  country: string;
  state: JudgedCase['state'];
  isOverdue: boolean;
  isDueToday: boolean;
  next: JudgedCase['next'];
  safeUntil: string | null;
  focus: { id: string; dueAt: string | null } | null;
  stake: JudgedCase['stake'];
  alerts: readonly string[];
}

export function lineOf(one: Case, of: JudgedCase): Line {
  const clock = of.clocks.find(({ id }) => id === of.focus);
  return {
    id: one.id,
    name: one.name ?? '',
    order: one.order?.id ?? '',
    platform: of.platform,
    flow: of.flow,
    reason: one.reason ?? '',
    owner: one.owner ?? '',
    country: one.buyer?.country ?? '',
    state: of.state,
    isOverdue: of.isOverdue,
    isDueToday: of.isDueToday,
    next: of.next,
    safeUntil: of.safeUntil,
    focus: clock ? { id: clock.id, dueAt: clock.dueAt } : null,
    stake: of.stake,
    alerts: of.alerts.map(({ id }) => id),
  };
}

/** What went wrong with keeping, for words; null where all is well. */
export type Trouble = 'blocked' | 'full' | 'newer' | 'cleared' | null;

export interface View {
  lines: readonly Line[];
  totals: Totals;
  asOf: string;
  shiftEnd: string;
  zone: string;
  authority: { rows: number; issues: readonly AuthorityIssue[] };
  /** Settings that cannot be read, by their name. */
  wrong: readonly string[];
  keeps: boolean;
  ways: Ways;
  trouble: Trouble;
  /** Cases a newer page wrote, and what nobody can read. */
  newer: number;
  unreadable: number;
  /** What the planner’s page kept and the desk has not taken in yet. */
  old: { cases: number; boards: number };
  /** What can be taken back; null where nothing can. */
  undo: { what: string; count: number } | null;
  /** What was taken back and can be put back. */
  redo: { what: string; count: number } | null;
  /** Cases an import has changed, that can still be brought back to what they were. */
  beforeImport: string | null;
  /** The file everything is written to by itself; null where none was chosen. */
  file: AutosaveView | null;
}

export interface Detail {
  one: Case;
  judged: JudgedCase;
  evidence: { page: string; items: readonly { id: string; isTicked: boolean }[] } | null;
  log: LogLine;
}

/** A row whose order has a case already, and which case that is. */
export interface RowThere {
  line: number;
  order: string;
  id: string;
}

export interface RowsRead {
  /** Cases that are new. */
  count: number;
  there: readonly RowThere[];
  understood: RowCases['understood'];
  errors: readonly BoardError[];
  notices: readonly BoardError[];
  questions: readonly FlowQuestion[];
}

export interface ImportPreview {
  added: readonly string[];
  changed: readonly { id: string; fields: readonly string[] }[];
  same: number;
  refused: number;
  newer: number;
}
