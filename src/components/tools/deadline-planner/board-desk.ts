/** The work of the board, apart from the page, so that a worker can do it. */
import {
  loadTemporal,
  parseBoard,
  planBoard,
  type BoardError,
  type Deadline,
  type ParsedBoard,
  type PlannedBoard,
  type PlannerInput,
  type PlannerOk,
} from '@/calculators/deadline-planner/index.ts';
import { toData, type PlannerContent } from './content.ts';

/** Settings every row of the board shares. */
export type Shared = Pick<PlannerInput, 'myZone' | 'workCalendar' | 'workHours'>;

export type DeskRequest =
  | {
      type: 'open';
      content: PlannerContent;
      /** Names of kinds of case a person may write instead of an id. */
      flowNames: [name: string, id: string][];
    }
  /** Read the rows; a countdown among them runs from `pastedAt`. */
  | { type: 'read'; text: string; pastedAt: string; asOf: string; shared: Shared }
  /** The same rows at another moment. */
  | { type: 'plan'; asOf: string }
  | { type: 'export' };

/** What the page shows of a case: a small part of its result, since thousands travel at once. */
export interface BoardLine {
  line: number;
  id: string;
  flow: string;
  country: string | null;
  note: string;
  input: PlannerInput;
  focus: Pick<
    Deadline,
    'id' | 'kind' | 'status' | 'dueAt' | 'lastWorkingMoment' | 'doneAt' | 'planMissing'
  > | null;
}

export interface BoardView {
  lines: BoardLine[];
  errors: BoardError[];
  counts: PlannedBoard['counts'];
}

export interface ExportCase {
  id: string;
  note: string;
  result: PlannerOk;
}

export type DeskAnswer = BoardView | ExportCase[] | null;

export function createDesk() {
  let setup: Extract<DeskRequest, { type: 'open' }> | undefined;
  let data: ReturnType<typeof toData> | undefined;
  let parsed: ParsedBoard = { rows: [], errors: [] };
  let planned: PlannedBoard | undefined;

  const view = (asOf: string): BoardView => {
    if (!data) throw new Error('The desk was not opened.');
    planned = planBoard(parsed, data, asOf);
    return {
      lines: planned.cases.map(({ row, focus }) => ({
        line: row.line,
        id: row.id,
        flow: row.flow,
        country: row.country,
        note: row.note,
        input: row.input,
        focus: focus && {
          id: focus.id,
          kind: focus.kind,
          status: focus.status,
          dueAt: focus.dueAt,
          lastWorkingMoment: focus.lastWorkingMoment,
          doneAt: focus.doneAt,
          planMissing: focus.planMissing,
        },
      })),
      errors: planned.errors,
      counts: planned.counts,
    };
  };

  return async (request: DeskRequest): Promise<DeskAnswer> => {
    if (request.type === 'open') {
      await loadTemporal();
      setup = request;
      data = toData(request.content);
      return null;
    }
    if (request.type === 'read') {
      if (!setup || !data) throw new Error('The desk was not opened.');
      parsed = parseBoard(request.text, {
        flows: data.flows,
        asOf: request.pastedAt,
        flowNames: new Map(setup.flowNames),
        shared: request.shared,
      });
      return view(request.asOf);
    }
    if (request.type === 'plan') return view(request.asOf);
    return (planned?.cases ?? []).map(({ row, result }) => ({
      id: row.id,
      note: row.note,
      result,
    }));
  };
}
