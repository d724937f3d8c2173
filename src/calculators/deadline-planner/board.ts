/** Many cases at once, from the rows of a spreadsheet. */
import { readCountry } from '../shared/country.ts';
import { parseMoment, type Understood } from '../shared/parse-moment.ts';
import { splitRows, type RawRow } from '../shared/rows.ts';
import { cellsOf, mendDate, readHeader, type Column } from './board-columns.ts';
import { findFlows, flowIndex, plainName } from './board-flows.ts';
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

/** An order number a spreadsheet has turned into a power of ten: its last digits are gone. */
const CUT_ID = /^\d(?:[.,]\d+)?E\+?\d{2}$/i;
const NO_COUNTRY = /^[-–—/\s]*$/;

/** A row whose case stands in a link, as this tool's own table writes it. */
function caseOfLink(link: string, context: BoardContext): PlannerInput | null {
  const at = link.indexOf('#?');
  if (at < 0) return null;
  const data = { flows: context.flows, rules: new Map(), calendars: new Map() };
  const { input } = decodeInput(link.slice(at), data, context.asOf);
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
  const reader = rowReader(board, context, named);
  for (const row of header ? raw.slice(1) : raw) if (!reader(row)) break;
  return board;
}

const short = (cells: readonly string[]): string => cells.join(' · ').slice(0, 80);

/** Reads one row after the other into the board; answers false where no more are taken. */
function rowReader(
  board: ParsedBoard,
  context: BoardContext,
  header: { columns: ReadonlyMap<Column, number>; count: number } | null,
): (row: RawRow) => boolean {
  const columns = header?.columns ?? null;
  const count = header?.count ?? null;
  const seen = new Map<string, number>();
  const links = new Set<string>();
  const index = flowIndex(context.flows);
  const chosen = new Map(
    [...(context.chosen ?? [])].map(([name, flow]) => [plainName(name), flow] as const),
  );
  return (raw) => {
    const row = mendDate(raw, columns?.get('moment') ?? 2);
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
    const meant = (assumed: string | null) => findFlows(index, name, cell('platform'), assumed);
    // What somebody chose goes before the platform they are at.
    const picked = chosen.get(plainName(name));
    const choice = meant(null).find(({ id }) => id === picked);
    const found = choice ? [choice] : meant(context.platform ?? null);
    const flow = found.length > 1 ? undefined : found[0];
    if (found.length > 1 && !flow) {
      const flows = found.map(({ id }) => id);
      const asked = board.questions.find((one) => plainName(one.name) === plainName(name));
      if (asked) asked.lines.push(line);
      else board.questions.push({ name: name.slice(0, 40), flows, lines: [line] });
      return fail('flow-several', { flow: name.slice(0, 40), flows: flows.join(', ') });
    }
    if (!flow) return fail('flow', { flow: name.slice(0, 40) });

    const pasted = cell('moment');
    if (pasted === '') return fail('moment-missing');
    const zone = context.zone ?? flow.zone ?? context.shared?.zone ?? context.shared?.myZone;
    const moment = parseMoment(pasted, { zone: zone ?? 'UTC', asOf: context.asOf });
    const first = moment.readings[0];
    if (moment.kind === 'unreadable' || moment.kind === 'ambiguous' || !first)
      return fail(moment.understood.messageKey, moment.understood.values);

    const named = cell('country');
    const country = NO_COUNTRY.test(named) ? null : readCountry(named);
    const unknown = country === null && !NO_COUNTRY.test(named);
    if (unknown && needsCountry(flow)) return fail('country', { country: named.slice(0, 40) });

    const id = cell('id') === '' ? `#${line}` : cell('id').slice(0, 80);
    const cut = CUT_ID.test(id);
    const key = cut ? `#${line} ${flow.id}` : `${id} ${flow.id}`;
    const before = seen.get(key);
    if (before !== undefined) return fail('twice', { id, line: before });
    seen.set(key, line);
    if (cut) say(board.notices, 'notice.id-cut', { id });
    if (unknown) say(board.notices, 'notice.country', { country: named.slice(0, 40) });
    if (moment.kind === 'bare-date')
      say(board.notices, moment.understood.messageKey, moment.understood.values);
    const primary = flow.clocks.find((clock) => clock.startsFrom === flow.primary);
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
        events: moment.kind === 'due' ? {} : { [flow.primary]: first.at },
        ...(moment.kind === 'due' && primary ? { shownDue: { [primary.id]: first.at } } : {}),
        ...(country ? { buyerCountry: country } : {}),
      },
      understood: moment.understood,
      bareDate: moment.kind === 'bare-date',
    });
    return true;
  };
}
