/** Who may decide what: the table a shop has filled in, and the row that decides a case. */
import { compare, type Exact } from '../shared/exact.ts';
import { readMoney } from '../shared/money.ts';
import type { SheetValues } from '../shared/worksheet.ts';

/** One row as people write it. */
export interface AuthorityInput {
  /** `20 EUR`; without an amount the row has no limit. */
  upTo?: string | number | undefined;
  who?: string | undefined;
  deputy?: string | undefined;
  byWhen?: string | undefined;
  /** Causes the row is for, such as `snad` or `inr-customs`; every one where none is named. */
  reasons?: readonly string[] | undefined;
}

export interface AuthorityRow {
  /** Null where the row has no limit. */
  upTo: Exact | null;
  /** Null where the amount names none: it holds for any. */
  currency: string | null;
  who: string;
  deputy: string | null;
  byWhen: string | null;
  reasons: readonly string[];
}

/** A row that says nothing, and why. `row` counts from 0. */
export interface AuthorityIssue {
  row: number;
  text: string;
  why: 'amount' | 'who';
}

export interface Authority {
  /** The smallest limit first; rows without one last. */
  rows: readonly AuthorityRow[];
  issues: readonly AuthorityIssue[];
}

/** What stands around an amount in such a table, and says nothing more than that it is a limit. */
const AROUND =
  /^(?:up to|until|max(?:imum)?\.?|no more than|at most|<=?|≤|最高|最多|至多|不超过|до)\s*|\s*(?:or less|or below|each|per case|以内|以下|及以下|每单|每案|\/单)$/giu;
const NO_LIMIT = /^(?:-|–|—|any|all|no limit|unlimited|不限|无上限|任意|без ограничений)?$/iu;

const clean = (text: unknown): string =>
  typeof text === 'string' || typeof text === 'number'
    ? String(text).normalize('NFKC').trim().replace(/\s+/g, ' ')
    : '';

/** Reads the table. Empty rows are passed over; a row that cannot be read is named and decides nothing. */
export function readAuthority(table: readonly AuthorityInput[]): Authority {
  const rows: AuthorityRow[] = [];
  const issues: AuthorityIssue[] = [];
  table.forEach((input, row) => {
    const [upTo, who] = [clean(input.upTo), clean(input.who)];
    if (upTo === '' && who === '') return;
    if (who === '') {
      issues.push({ row, text: upTo, why: 'who' });
      return;
    }
    const rest = {
      who,
      deputy: clean(input.deputy) || null,
      byWhen: clean(input.byWhen) || null,
      reasons: (input.reasons ?? []).map(clean).filter((reason) => reason !== ''),
    };
    if (NO_LIMIT.test(upTo)) {
      rows.push({ upTo: null, currency: null, ...rest });
      return;
    }
    const read = readMoney(upTo.replace(AROUND, '').replace(AROUND, ''), null);
    if ('problem' in read) issues.push({ row, text: upTo, why: 'amount' });
    else rows.push({ upTo: read.value, currency: read.currency, ...rest });
  });
  const order = (a: AuthorityRow, b: AuthorityRow) =>
    a.upTo === null || b.upTo === null
      ? Number(a.upTo === null) - Number(b.upTo === null)
      : compare(a.upTo, b.upTo);
  return { rows: rows.sort(order), issues };
}

/** The table as the worksheet on one’s own shop keeps it: `authority.<row>.<up-to|who|deputy|by-when>`. */
export function authorityOf(sheet: SheetValues): AuthorityInput[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, text] of Object.entries(sheet)) {
    const cell = /^authority\.(\d+)\.(up-to|who|deputy|by-when|reasons)$/.exec(name);
    if (!cell) continue;
    const [, row = '', column = ''] = cell;
    rows.set(Number(row), { ...rows.get(Number(row)), [column]: text });
  }
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) => ({
      upTo: cells['up-to'],
      who: cells['who'],
      deputy: cells['deputy'],
      byWhen: cells['by-when'],
      reasons: cells['reasons']?.split(/[,，、;；\n]/).map((reason) => reason.trim()),
    }));
}

export interface Stake {
  amount: Exact;
  currency: string | null;
}

export type Decision =
  /** Whoever has the case may decide it. */
  | { kind: 'own' }
  /** Somebody else decides. */
  | { kind: 'above'; row: AuthorityRow }
  /** Nobody in the table may decide as much. */
  | { kind: 'nobody' }
  /** The table has no limit in this currency. */
  | { kind: 'other-currency' }
  /** There is no table, or no amount. */
  | { kind: 'unknown' };

const same = (a: string | null, b: string) =>
  a !== null && a.toLocaleLowerCase() === b.toLocaleLowerCase();

/**
 * Who decides a case in which this much is at stake.
 *
 * @param holder who has the case. Somebody the table does not name decides what its first row may.
 * @param level whose decision is on record already.
 */
export function decide(
  { rows }: Authority,
  stake: Stake | null,
  reason: string | undefined,
  holder: string | null,
  level: string | null,
): Decision {
  if (stake === null || rows.length === 0) return { kind: 'unknown' };
  const forReason = rows.filter(
    ({ reasons }) => reasons.length === 0 || reasons.some((one) => (reason ?? '').startsWith(one)),
  );
  const comparable = forReason.filter(
    ({ currency }) => currency === null || stake.currency === null || currency === stake.currency,
  );
  if (comparable.length === 0)
    return forReason.length === 0 ? { kind: 'nobody' } : { kind: 'other-currency' };
  const covers = ({ upTo }: AuthorityRow) => upTo === null || compare(stake.amount, upTo) <= 0;
  const row = comparable.find(covers);
  const isNamed = (name: string | null) => (each: AuthorityRow) =>
    name !== null && (same(name, each.who) || same(each.deputy, name));
  const mayDecide = (name: string | null) =>
    comparable.some((each) => covers(each) && isNamed(name)(each));
  if (mayDecide(holder) || mayDecide(level)) return { kind: 'own' };
  if (!row) return { kind: 'nobody' };
  const isKnown = rows.some(isNamed(holder));
  if (!isKnown && row === comparable[0]) return { kind: 'own' };
  return { kind: 'above', row };
}
