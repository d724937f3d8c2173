/** Many cases at once, from the rows of a spreadsheet. */
import { readCountry } from '../shared/country.ts';
import { endWord, parseMoment, type Understood } from '../shared/parse-moment.ts';
import { splitRows, type RawRow } from '../shared/rows.ts';
import { damageOf, isRoundedColumn, mayBeRounded } from '../shared/damaged-id.ts';
import { mend } from '../shared/permalink.ts';
import {
  NOTHING,
  cellsOf,
  joinClock,
  joinClockWords,
  mendDate,
  mendId,
  readHeader,
  type Column,
} from './board-columns.ts';
import { findFlows, flowIndex, plainName, platformOf, startOf } from './board-flows.ts';
import type { Flow, Flows } from './flow.ts';
import { decodeInput } from './permalink.ts';
import type { PlannerInput } from './schema.ts';

const KEY = 'tool.deadline-planner.board';
/** A board longer than this is a mistake in the clipboard. */
const MOST_ROWS = 10_000;

export interface BoardRow {
  /** Line of the pasted text, from 1. */
  line: number;
  id: string;
  flow: string;
  /** The moment as pasted; empty where a link brought the case. */
  moment: string;
  country: string | null;
  note: string;
  input: PlannerInput;
  /** What was understood of the moment; null where a link brought the case. */
  understood: Understood | null;
  /** The row named a day without a time; the start of the day was used. */
  bareDate: boolean;
}

export interface BoardError {
  line: number;
  /** The row as pasted, cut short. */
  text: string;
  key: string;
  /** `flows` holds ids of flows, parted by commas; the page writes their titles. */
  values: Record<string, string | number>;
}

/** A name that several kinds of case go by: one choice settles all its rows. */
export interface FlowQuestion {
  /** The name as first written. */
  name: string;
  /** Ids of the flows it can mean. */
  flows: string[];
  lines: number[];
}

export interface ParsedBoard {
  rows: BoardRow[];
  /** Rows that could not be read. */
  errors: BoardError[];
  /** Rows that were read, with something to look at. */
  notices: BoardError[];
  questions: FlowQuestion[];
}

export interface BoardContext {
  flows: Flows;
  asOf: string;
  /** Zone in which plain times are read; default the platform's. */
  zone?: string | null;
  /** Platform meant where a row names none and the name of the kind fits several. */
  platform?: string | null;
  /** Which flow a name stands for, as chosen: answers to `questions`, by name. */
  chosen?: ReadonlyMap<string, string>;
  /** Settings every row shares. */
  shared?: Pick<PlannerInput, 'myZone' | 'workCalendar' | 'workHours' | 'zone'>;
}

/** A row whose case stands in a link, as this tool's own table writes it. */
function caseOfLink(link: string, context: BoardContext): PlannerInput | null {
  const at = link.search(/[#?]|%23/);
  const fragment = at < 0 ? null : mend(link.slice(at));
  if (fragment === null) return null;
  const data = { flows: context.flows, rules: new Map(), calendars: new Map() };
  const { input } = decodeInput(fragment, data, context.asOf);
  return input && { ...context.shared, ...input };
}

/** Only a clock that runs from the pasted moment can need the country. */
const needsCountry = (flow: Flow): boolean =>
  flow.clocks.some((clock) => clock.startsFrom === flow.primary && clock.ruleByCountry);

/** Every readable row, and every other row by its line with the reason. Never throws. */
export function parseBoard(text: string, context: BoardContext): ParsedBoard {
  const board: ParsedBoard = { rows: [], errors: [], notices: [], questions: [] };
  const raw = splitRows(text);
  const header = raw[0] ? readHeader(raw[0].cells) : null;
  if (raw[0] && header && 'missing' in header) {
    const { line, cells } = raw[0];
    const values = { column: header.missing };
    board.errors.push({
      line,
      text: short(cells),
      key: `${KEY}.error.header.${header.missing}`,
      values,
    });
    return board;
  }
  const named = header && 'columns' in header ? header : null;
  const at = { id: named ? named.columns.get('id') : 0, moment: named?.columns.get('moment') ?? 2 };
  const utc = { zone: 'UTC', asOf: context.asOf };
  const isMoment = (cell: string) => parseMoment(cell, utc).kind !== 'unreadable';
  const kindOf = (cell: string) => {
    const { kind } = parseMoment(cell, utc);
    if (kind === 'bare-date') return 'day';
    return kind === 'moment' || kind === 'due' ? 'moment' : 'other';
  };
  const isZone = (cell: string) => {
    const read = parseMoment(`2026-01-01 10:00 ${cell}`, utc);
    return read.zoneGiven && read.kind !== 'unreadable';
  };
  const isCountry = (cell: string) => readCountry(cell) !== null;
  /** Somewhere a second moment stands beside the one that is read. */
  let second = false;
  const rows = (header ? raw.slice(1) : raw).map((each) => {
    let row = at.id === undefined ? each : mendId(each, at.id);
    if (named?.beside !== undefined) {
      const other = row.cells[named.beside] ?? '';
      second ||= kindOf(row.cells[at.moment] ?? '') === 'moment' && kindOf(other) === 'moment';
      row = joinClock(row, at.moment, named.beside, kindOf);
    }
    const isLonger = named === null || row.cells.length > named.count;
    row = mendDate(row, at.moment, isLonger, { isMoment, isZone, isCountry });
    // Time that is left runs in every zone alike.
    if (!named?.clocks.length || parseMoment(row.cells[at.moment] ?? '', utc).kind === 'due')
      return row;
    return joinClockWords(row, at.moment, named.clocks);
  });
  // A link brings the whole case, whatever stands beside it.
  const unread = named?.columns.has('link')
    ? []
    : [
        ...(named?.unread ?? []),
        ...(second && named?.beside !== undefined ? [raw[0]?.cells[named.beside] ?? ''] : []),
      ];
  if (unread.length > 0 && raw[0])
    board.notices.push({
      line: raw[0].line,
      text: short(raw[0].cells),
      key: `${KEY}.notice.columns`,
      values: { columns: unread.join(', ').slice(0, 200) },
    });
  const { id: column } = at;
  const isRounded =
    column !== undefined && isRoundedColumn(rows.map(({ cells }) => cells[column] ?? ''));
  const reader = rowReader(board, context, named, isRounded);
  for (const row of rows) if (!reader(row)) break;
  return board;
}

const short = (cells: readonly string[]): string => cells.join(' · ').slice(0, 80);

/** Reads one row after the other into the board; answers false where no more are taken. */
function rowReader(
  board: ParsedBoard,
  context: BoardContext,
  header: { columns: ReadonlyMap<Column, number>; count: number } | null,
  isRounded: boolean,
): (row: RawRow) => boolean {
  const columns = header?.columns ?? null;
  const count = header?.count ?? null;
  const seen = new Map<string, { line: number; pasted: string }>();
  const links = new Set<string>();
  const index = flowIndex(context.flows);
  const chosen = new Map(
    [...(context.chosen ?? [])].map(([name, flow]) => [plainName(name), flow] as const),
  );
  /** Names that the platform one is at has settled; each is said once. */
  const assumed = new Set<string>();
  return (row) => {
    const { line } = row;
    const say = (to: BoardError[], key: string, values: BoardError['values'] = {}) => {
      const full = key.startsWith('tool.') ? key : `${KEY}.${key}`;
      to.push({ line, text: short(row.cells), key: full, values });
      return true;
    };
    const fail = (key: string, values: BoardError['values'] = {}) =>
      say(board.errors, key.startsWith('tool.') ? key : `error.${key}`, values);
    if (board.rows.length >= MOST_ROWS) {
      fail('too-many', { most: MOST_ROWS });
      return false;
    }
    const cells = cellsOf(row, columns, count);
    if (cells === null)
      return fail('too-many-cells', { cells: row.cells.length, columns: count ?? 0 });
    const cell = (column: Column): string => cells.get(column) ?? '';

    const link = cell('link');
    const linked = link === '' ? null : caseOfLink(link, context);
    if (linked) {
      const id = cell('id') || `#${line}`;
      // The tool's table has a row for each deadline; all carry the same link.
      if (links.has(`${id} ${link}`)) return true;
      links.add(`${id} ${link}`);
      board.rows.push({
        line,
        id: id.slice(0, 80),
        flow: linked.flow,
        moment: '',
        country: linked.buyerCountry ?? null,
        note: cell('note').slice(0, 500),
        input: linked,
        understood: null,
        bareDate: false,
      });
      return true;
    }

    const name = cell('flow');
    if (name === '') return fail('flow-missing');
    const where = cell('platform');
    if (where !== '' && platformOf(index, where) === null)
      return fail('platform', { platform: where.slice(0, 40) });
    const found = findFlows(index, name, where, context.platform || null);
    // What somebody chose goes before the platform they are at, not before the one the row itself names.
    const picked = chosen.get(plainName(name));
    const choice = (where === '' ? found.all : found.meant).find(({ id }) => id === picked);
    const flow =
      choice ?? (found.by !== 'nothing' && found.meant.length === 1 ? found.meant[0] : undefined);
    if (!flow && found.meant.length > 0) {
      const flows = found.meant.map(({ id }) => id);
      const asked = board.questions.find((one) => plainName(one.name) === plainName(name));
      if (asked) asked.lines.push(line);
      else board.questions.push({ name: name.slice(0, 40), flows, lines: [line] });
      return fail(flows.length > 1 ? 'flow-several' : 'flow-platform', {
        flow: name.slice(0, 40),
        flows: flows.join(', '),
      });
    }
    if (!flow) return fail('flow', { flow: name.slice(0, 40) });

    const pasted = cell('moment');
    if (pasted === '') return fail('moment-missing');
    const zone = context.zone ?? flow.zone ?? context.shared?.zone ?? context.shared?.myZone;
    const moment = parseMoment(pasted, { zone: zone ?? 'UTC', asOf: context.asOf });
    const first = moment.readings[0];
    if (moment.kind === 'unreadable' || moment.kind === 'ambiguous' || !first)
      return fail(moment.understood.messageKey, moment.understood.values);
    // Taken for the beginning, it would move every deadline by the whole length of the case.
    const end = moment.kind === 'due' ? null : endWord(pasted);
    if (end !== null) return fail('end', { text: pasted.slice(0, 80), word: end });

    const named = cell('country');
    const country = NOTHING.test(named) ? null : readCountry(named);
    const unknown = country === null && !NOTHING.test(named);
    if (unknown && needsCountry(flow)) return fail('country', { country: named.slice(0, 40) });

    const id = cell('id') === '' ? `#${line}` : cell('id').slice(0, 80);
    const before = seen.get(`${id} ${flow.id}`);
    // Two numbers that became one are two cases.
    const joined = before !== undefined && before.pasted !== pasted && mayBeRounded(id);
    const rounded = joined || (isRounded && mayBeRounded(id));
    const damage = damageOf(id) ?? (rounded ? 'rounded' : null);
    const cut = damage !== null;
    if (before !== undefined && !cut) return fail('twice', { id, line: before.line });
    seen.set(`${id} ${flow.id}`, { line, pasted });
    if (damage) say(board.notices, `notice.id-${damage}`, { id });
    if (!choice && found.by === 'assumed' && !assumed.has(plainName(name))) {
      assumed.add(plainName(name));
      say(board.notices, 'notice.platform', { flow: name.slice(0, 40), flows: flow.id });
    }
    if (unknown) say(board.notices, 'notice.country', { country: named.slice(0, 40) });
    if (moment.kind === 'bare-date')
      say(board.notices, moment.understood.messageKey, moment.understood.values);
    const start = startOf(flow, name);
    const primary = flow.clocks.find((clock) => clock.startsFrom === start);
    board.rows.push({
      line,
      id: cut ? `${id} #${line}` : id,
      flow: flow.id,
      moment: pasted,
      country,
      note: cell('note').slice(0, 500),
      input: {
        ...context.shared,
        flow: flow.id,
        events: moment.kind === 'due' ? {} : { [start]: first.at },
        ...(moment.kind === 'due' && primary ? { shownDue: { [primary.id]: first.at } } : {}),
        ...(country ? { buyerCountry: country } : {}),
      },
      understood: moment.understood,
      bareDate: moment.kind === 'bare-date',
    });
    return true;
  };
}
