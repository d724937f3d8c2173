/** Many cases at once: rows from a spreadsheet, sorted by what burns first. */
import { readCountry } from '../shared/country.ts';
import { parseMoment, type Understood } from '../shared/parse-moment.ts';
import { splitRows } from '../shared/rows.ts';
import { localDate } from '../shared/time.ts';
import { calculate } from './calculate.ts';
import type { Flow, Flows } from './flow.ts';
import type { Deadline, PlannerOk } from './result.ts';
import { parseInput, type PlannerData, type PlannerInput } from './schema.ts';

const KEY = 'tool.deadline-planner.board';
/** A board longer than this is a mistake in the clipboard. */
export const MOST_ROWS = 10_000;

export interface BoardRow {
  /** Line of the pasted text, from 1. */
  line: number;
  id: string;
  flow: string;
  /** The moment as pasted. */
  moment: string;
  country: string | null;
  note: string;
  input: PlannerInput;
  understood: Understood;
  /** The row named a day without a time; the start of the day was used. */
  bareDate: boolean;
}

export interface BoardError {
  line: number;
  /** The row as pasted, cut short. */
  text: string;
  key: string;
  values: Record<string, string | number>;
}

export interface ParsedBoard {
  rows: BoardRow[];
  errors: BoardError[];
}

export interface BoardContext {
  flows: Flows;
  asOf: string;
  /** Zone in which plain times are read; default the platform's. */
  zone?: string | null;
  /** Other names of a flow: its title in the reader's language. */
  flowNames?: ReadonlyMap<string, string>;
  /** Settings every row shares. */
  shared?: Pick<PlannerInput, 'myZone' | 'workCalendar' | 'workHours' | 'zone'>;
}

const COLUMNS = ['id', 'flow', 'moment', 'country', 'note'] as const;
type Column = (typeof COLUMNS)[number];

const HEADERS: Record<Column, RegExp> = {
  id: /^(?:id|case|case id|order|order id|order no\.?|订单号?|订单编号|编号|纠纷号|案件号?)$/i,
  flow: /^(?:flow|type|kind|case type|流程|类型|情形|纠纷类型)$/i,
  moment: /^(?:moment|time|date|opened|opened at|when|时间|日期|开始时间|纠纷时间|开启时间)$/i,
  country: /^(?:country|buyer country|国家|买家国家|地区)$/i,
  note: /^(?:note|notes|remark|comment|备注|说明)$/i,
};

function readHeader(cells: string[]): Map<Column, number> | null {
  const found = new Map<Column, number>();
  cells.forEach((cell, i) => {
    const column = COLUMNS.find((name) => HEADERS[name].test(cell.normalize('NFKC').trim()));
    if (column && !found.has(column)) found.set(column, i);
  });
  return found.has('flow') && found.has('moment') ? found : null;
}

/** A name as it is compared: width, case and an English article make no difference. */
const plainName = (name: string): string =>
  name.normalize('NFKC').trim().toLowerCase().replace(/^the /, '');

type Names = ReadonlyMap<string, string>;
const plainNames = (names: Names | undefined): Names =>
  new Map([...(names ?? [])].map(([name, id]) => [plainName(name), id]));

function findFlow(cell: string, context: BoardContext, names: Names): Flow | null {
  const name = cell.normalize('NFKC').trim();
  const exact = context.flows.get(name) ?? context.flows.get(name.toLowerCase());
  if (exact) return exact;
  const alias = names.get(plainName(cell));
  if (alias) return context.flows.get(alias) ?? null;
  const short = [...context.flows.values()].filter(
    (flow) => flow.id.split('.')[1] === name.toLowerCase(),
  );
  return short.length === 1 ? (short[0] ?? null) : null;
}

function findCountry(cell: string): string | null | undefined {
  const name = cell.normalize('NFKC').trim();
  if (name === '' || name === '-') return null;
  return readCountry(name) ?? undefined;
}

/** An unquoted comma inside a date ("Nov 20, 2026 11:15 PM") cuts it in two; put it together. */
function mendDate(cells: string[], at: number): string[] {
  const [left, right] = [cells[at] ?? '', cells[at + 1] ?? ''];
  const cut = /^(?:\p{L}{3,9},?\s+)?\p{L}{3,9}\.?\s+\d{1,2}$|^\d{1,2}\s+\p{L}{3,9}\.?$/u.test(left);
  return cut && /^\d{4}\b/.test(right)
    ? [...cells.slice(0, at), `${left}, ${right}`, ...cells.slice(at + 2)]
    : cells;
}

/** Every readable row, and every other row by its line with the reason. Never throws. */
export function parseBoard(text: string, context: BoardContext): ParsedBoard {
  const rows: BoardRow[] = [];
  const errors: BoardError[] = [];
  const raw = splitRows(text);
  const header = raw[0] ? readHeader(raw[0].cells) : null;
  const columns =
    header ?? new Map<Column, number>(COLUMNS.map((column, i) => [column, i] as const));
  const seen = new Map<string, number>();
  const flowNames = plainNames(context.flowNames);
  for (const { line, cells: split } of header ? raw.slice(1) : raw) {
    const cells = mendDate(split, columns.get('moment') ?? 2);
    const fail = (key: string, values: BoardError['values'] = {}) => {
      const full = key.startsWith('tool.') ? key : `${KEY}.error.${key}`;
      errors.push({ line, text: cells.join(' · ').slice(0, 80), key: full, values });
    };
    if (rows.length >= MOST_ROWS) {
      fail('too-many', { most: MOST_ROWS });
      break;
    }
    const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
    const flow = findFlow(cell('flow'), context, flowNames);
    if (!flow) {
      fail(cell('flow') === '' ? 'flow-missing' : 'flow', { flow: cell('flow').slice(0, 40) });
      continue;
    }
    const country = findCountry(cell('country'));
    if (country === undefined) {
      fail('country', { country: cell('country').slice(0, 40) });
      continue;
    }
    const pasted = cell('moment');
    if (pasted === '') {
      fail('moment-missing');
      continue;
    }
    const zone = context.zone ?? flow.zone ?? context.shared?.zone ?? context.shared?.myZone;
    const moment = parseMoment(pasted, { zone: zone ?? 'UTC', asOf: context.asOf });
    const first = moment.readings[0];
    if (moment.kind === 'unreadable' || moment.kind === 'ambiguous' || !first) {
      fail(moment.understood.messageKey, moment.understood.values);
      continue;
    }
    const id = cell('id') === '' ? `#${line}` : cell('id').slice(0, 80);
    const before = seen.get(`${id} ${flow.id}`);
    if (before !== undefined) {
      fail('twice', { id, line: before });
      continue;
    }
    seen.set(`${id} ${flow.id}`, line);
    const primary = flow.clocks.find((clock) => clock.startsFrom === flow.primary);
    rows.push({
      line,
      id,
      flow: flow.id,
      moment: pasted,
      country,
      note: cell('note').slice(0, 500),
      input: {
        ...context.shared,
        flow: flow.id,
        events: moment.kind === 'due' ? {} : { [flow.primary]: first.at },
        ...(moment.kind === 'due' && primary ? { shownDue: { [primary.id]: first.at } } : {}),
        ...(country ? { buyerCountry: country } : {}),
      },
      understood: moment.understood,
      bareDate: moment.kind === 'bare-date',
    });
  }
  return { rows, errors };
}

export interface BoardCase {
  row: BoardRow;
  result: PlannerOk;
  /** The deadline that matters now, by which the case is sorted. */
  focus: Deadline | null;
  dueToday: boolean;
  /** The last working moment is today: the end may be later. */
  actToday: boolean;
}

export interface PlannedBoard {
  cases: BoardCase[];
  errors: BoardError[];
  counts: {
    all: number;
    dueToday: number;
    actToday: number;
    overdue: number;
    dueSoon: number;
  };
}

/** Sorted by urgency: what is overdue, then what ends first; what waits comes last. */
export function planBoard(board: ParsedBoard, data: PlannerData, asOf: string): PlannedBoard {
  const cases: BoardCase[] = [];
  const errors = [...board.errors];
  for (const row of board.rows) {
    const checked = parseInput(row.input, data, asOf);
    const result = checked.ok ? calculate(checked.input, data) : null;
    if (!checked.ok || !result || result.kind !== 'ok') {
      const issue = checked.ok ? null : checked.issues[0];
      errors.push({
        line: row.line,
        text: `${row.id} · ${row.flow} · ${row.moment}`.slice(0, 80),
        key: issue?.key ?? `${KEY}.error.rule`,
        values: issue ? { ...issue.values } : {},
      });
      continue;
    }
    const focus = result.deadlines.find((one) => one.id === result.next) ?? null;
    const today = localDate(checked.input.asOf, checked.input.myZone);
    const isToday = (at: string | null | undefined) =>
      typeof at === 'string' && localDate(Date.parse(at), checked.input.myZone) === today;
    const live = focus !== null && focus.status !== 'overdue';
    cases.push({
      row,
      result,
      focus,
      dueToday: live && isToday(focus.dueAt),
      actToday: live && isToday(focus.lastWorkingMoment),
    });
  }
  const key = (one: BoardCase) => one.focus?.dueAt ?? one.focus?.dueNotBefore ?? '~';
  cases.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left === right ? a.row.line - b.row.line : left < right ? -1 : 1;
  });
  const count = (test: (one: BoardCase) => boolean) => cases.filter(test).length;
  return {
    cases,
    errors: errors.sort((a, b) => a.line - b.line),
    counts: {
      all: cases.length,
      dueToday: count((one) => one.dueToday),
      actToday: count((one) => one.actToday),
      overdue: count((one) => one.focus?.status === 'overdue'),
      dueSoon: count((one) => one.focus?.status === 'due-soon'),
    },
  };
}
