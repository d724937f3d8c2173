/** Rows of a spreadsheet, and what the planner’s page kept, as cases of the desk. */
import {
  decodeInput,
  encodeInput,
  fromCase,
  parseBoard,
  type BoardContext,
  type BoardError,
  type BoardRow,
  type FlowQuestion,
  type PlannerInput,
} from '../deadline-planner/index.ts';
import { CASE_VERSION, type Case } from '../shared/case.ts';
import { given } from '../shared/given.ts';
import { splitRows } from '../shared/rows.ts';
import type { CaseDeskData } from './data.ts';

export interface RowCases {
  cases: Case[];
  /** The line each of the cases began on. */
  lines: number[];
  /** What was made of the moment of each row that has one, to be repeated in words. */
  understood: Pick<BoardRow, 'line' | 'id' | 'flow' | 'understood'>[];
  errors: BoardError[];
  notices: BoardError[];
  questions: FlowQuestion[];
}

const texts = (map: PlannerInput['events']): Record<string, string> | undefined => {
  const known = Object.entries(map ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return known.length > 0 ? Object.fromEntries(known) : undefined;
};

/** What a planner’s input says about a case. */
function partsOf(input: PlannerInput, data: CaseDeskData): Omit<Case, 'version' | 'id'> {
  const days = Number(input.promisedDays);
  const order = given({ promisedDays: Number.isInteger(days) && days > 0 ? days : undefined });
  const buyer = given({ country: input.buyerCountry ?? undefined });
  return given({
    flow: input.flow,
    platform: data.flows.get(input.flow)?.platform,
    events: texts(input.events),
    shownDue: texts(input.shownDue),
    order: Object.keys(order).length > 0 ? order : undefined,
    buyer: Object.keys(buyer).length > 0 ? buyer : undefined,
  });
}

/** The fragment that opens a case in the planner; empty while nobody has said which kind of case it is. */
export function plannerLink(one: Case): string {
  const { flow, ...rest } = fromCase(one);
  return flow === undefined ? '' : encodeInput({ flow, ...rest });
}

/** An id no other case has: the wished one, else the same with the kind of case, else with a number. */
export function freeId(
  wished: string,
  flow: string | undefined,
  taken: ReadonlySet<string>,
): string {
  const named = flow === undefined ? wished : `${wished} ${flow}`;
  if (!taken.has(wished)) return wished;
  if (!taken.has(named)) return named;
  for (let i = 2; ; i += 1) if (!taken.has(`${named} ${i}`)) return `${named} ${i}`;
}

/** A name that was only a line’s number is nobody’s order number. */
const isLine = (id: string) => /^#\d+$/.test(id);

/**
 * The cases in pasted rows: order number, kind of case, moment or countdown, country, note, or the
 * rows of this site’s own table. What cannot be read is named with its line.
 *
 * @param at the moment of pasting: countdowns run from it, and cases are dated by it.
 * @param taken ids that other cases have.
 */
export function casesOfRows(
  text: string,
  data: CaseDeskData,
  at: string,
  taken: ReadonlySet<string>,
  context: Pick<BoardContext, 'platform' | 'chosen' | 'shared' | 'zone'> = {},
): RowCases {
  const { rows, errors, notices, questions } = parseBoard(text, {
    ...context,
    flows: data.flows,
    asOf: at,
  });
  const ids = new Set(taken);
  const cases = rows.map(({ id, note, input }): Case => {
    const parts = partsOf(input, data);
    const own = freeId(isLine(id) ? `${at.slice(0, 10)} ${id}` : id, parts.flow, ids);
    ids.add(own);
    return {
      version: CASE_VERSION,
      id: own,
      createdAt: at,
      changedAt: at,
      ...parts,
      ...(isLine(id) ? {} : { order: { ...parts.order, id } }),
      ...(note === '' ? {} : { notes: [{ at, text: note }] }),
    };
  });
  const understood = rows
    .filter((row) => row.understood !== null)
    .map(({ line, id, flow, understood }) => ({ line, id, flow, understood }));
  return { cases, lines: rows.map(({ line }) => line), understood, errors, notices, questions };
}

/** Its row and all behind it were not looked at. */
const isEnd = ({ key }: BoardError) => key.endsWith('.error.too-many');

/**
 * What of pasted rows still waits once some of them are on the board: the rows as they were written,
 * under their header.
 *
 * @param waiting lines of rows that are not taken.
 */
export function rowsLeft(
  text: string,
  { lines, errors }: Pick<RowCases, 'lines' | 'errors'>,
  waiting: ReadonlySet<number>,
): { text: string; count: number } {
  const raw = splitRows(text);
  const [first] = raw;
  const end = errors.find(isEnd)?.line ?? Infinity;
  const left = new Set([...waiting, ...errors.map(({ line }) => line)]);
  const written = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const isHeader = ({ line }: { line: number }) =>
    line === first?.line && !left.has(line) && !lines.includes(line);
  const kept = raw.flatMap((row, i) => {
    if (!isHeader(row) && !left.has(row.line) && row.line < end) return [];
    const to = (raw[i + 1]?.line ?? written.length + 1) - 1;
    return [
      {
        row,
        text: written
          .slice(row.line - 1, to)
          .join('\n')
          .replace(/\n+$/, ''),
      },
    ];
  });
  const count = kept.filter(({ row }) => !isHeader(row)).length;
  return { text: count === 0 ? '' : kept.map((each) => each.text).join('\n'), count };
}

/** A record as the planner’s page kept it: a case as its link, or the rows of a board. */
export interface PlannerRecord {
  key: string;
  kind: 'case' | 'board';
  name: string;
  keptAt: string;
  value: string;
  pastedAt: string;
}

export interface TakenIn {
  cases: Case[];
  /** Rows of boards, and records, that nobody can read. They stay where they are. */
  unread: number;
}

/** The cases in what the planner’s page kept. The same record gives the same cases every time. */
export function casesOfRecords(
  records: readonly PlannerRecord[],
  data: CaseDeskData,
  taken: ReadonlySet<string>,
): TakenIn {
  const ids = new Set(taken);
  const found: TakenIn = { cases: [], unread: 0 };
  const add = (one: Case) => {
    ids.add(one.id);
    found.cases.push(one);
  };
  for (const { kind, key, name, value, keptAt, pastedAt } of records) {
    if (kind === 'board') {
      const board = casesOfRows(value, data, pastedAt, ids);
      board.cases.forEach(add);
      found.unread += board.errors.length;
      continue;
    }
    const { input } = decodeInput(value, data, keptAt);
    if (!input || !data.flows.has(input.flow)) {
      found.unread += 1;
      continue;
    }
    // A case without a name of its own was kept under its moment, and called by its kind.
    const isNamed = key !== `case:${keptAt}` && name !== '';
    add({
      version: CASE_VERSION,
      id: freeId(isNamed ? name : `${input.flow} ${keptAt}`, input.flow, ids),
      createdAt: keptAt,
      changedAt: keptAt,
      ...(isNamed ? { name } : {}),
      ...partsOf(input, data),
    });
  }
  return found;
}
