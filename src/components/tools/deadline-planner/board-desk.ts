/** The work of the board, apart from the page, so that a worker can do it. */
import {
  loadTemporal,
  parseBoard,
  planBoard,
  type BoardError,
  type Deadline,
  type FlowQuestion,
  type ParsedBoard,
  type PlannedBoard,
  type PlannerInput,
  type PlannerOk,
} from '@/calculators/deadline-planner/index.ts';
import { WORDS_MISSING, type Understood } from '@/calculators/shared/parse-moment.ts';
import { loadEveryMomentWord, takeMomentWords, type MomentWords } from '../shared/moment-words.ts';
import { toData, type PlannerContent } from './content.ts';

/** Settings every row of the board shares. */
export type Shared = Pick<PlannerInput, 'myZone' | 'workCalendar' | 'workHours'>;

export type DeskRequest =
  | {
      type: 'open';
      content: PlannerContent & { moments: MomentWords };
    }
  /** Read the rows; a countdown among them runs from `pastedAt`. */
  | {
      type: 'read';
      text: string;
      pastedAt: string;
      asOf: string;
      shared: Shared;
      platform: string;
      chosen: [name: string, flow: string][];
    }
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
  /** What was understood of the moment, to be repeated in words. */
  understood: Understood | null;
  focus: Pick<
    Deadline,
    'id' | 'kind' | 'status' | 'dueAt' | 'lastWorkingMoment' | 'doneAt' | 'planMissing'
  > | null;
}

export interface BoardView {
  lines: BoardLine[];
  errors: BoardError[];
  notices: BoardError[];
  questions: FlowQuestion[];
  counts: PlannedBoard['counts'];
}

export interface ExportCase {
  id: string;
  note: string;
  result: PlannerOk;
}

export type DeskAnswer = BoardView | ExportCase[] | null;

export function createDesk() {
  let data: ReturnType<typeof toData> | undefined;
  let parsed: ParsedBoard = { rows: [], errors: [], notices: [], questions: [] };
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
        understood: row.understood,
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
      notices: planned.notices,
      questions: planned.questions,
      counts: planned.counts,
    };
  };

  return async (request: DeskRequest): Promise<DeskAnswer> => {
    if (request.type === 'open') {
      await loadTemporal();
      takeMomentWords(request.content.moments);
      data = toData(request.content);
      return null;
    }
    if (request.type === 'read') {
      const read = () => {
        if (!data) throw new Error('The desk was not opened.');
        return parseBoard(request.text, {
          flows: data.flows,
          asOf: request.pastedAt,
          platform: request.platform,
          chosen: new Map(request.chosen),
          shared: request.shared,
        });
      };
      parsed = read();
      const waits = parsed.errors.some(({ key }) => key === WORDS_MISSING);
      if (waits && (await loadEveryMomentWord())) parsed = read();
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
