import type { Case } from '../shared/case.ts';
import { add, compare, fromDecimal, toDecimal, ZERO, type Exact } from '../shared/exact.ts';
import { minorDigits } from '../shared/currency-digits.ts';
import type { Invalid } from '../shared/result.ts';
import { isoInstant } from '../shared/time.ts';
import type { AuthorityIssue } from './authority.ts';
import type { CaseDeskData } from './data.ts';
import { judge, type JudgedCase } from './judge.ts';
import { handIn, type HandIn } from './hand-in.ts';
import { evidenceItems, type EvidenceItem } from './next.ts';
import { parse, type Setting } from './schema.ts';

export interface Totals {
  /** Cases that are not closed; those put aside are among them. */
  open: number;
  /** A duty of one’s own ran out with nobody acting. */
  overdue: number;
  /** The end or the last working moment of a duty of one’s own is today. */
  dueToday: number;
  /** The last working moment lies before the end of the shift. */
  dueBeforeShiftEnd: number;
  /** What open cases are about, summed by currency. Amounts without a currency are not added. */
  atStake: Record<string, string>;
}

export interface CaseDeskOk {
  kind: 'ok';
  asOf: string;
  shiftEnd: string;
  /** Ids of all cases that are not closed, what leaves the least safe time first. */
  order: string[];
  /** Every case that was given, the open ones in that order. */
  cases: JudgedCase[];
  totals: Totals;
  /** Rows of the table of who decides that say nothing. */
  authorityIssues: AuthorityIssue[];
  usedRules: string[];
}

/** As {@link CaseDeskOk}, with what each case needs as evidence; a desk of thousands on a page goes without. */
export type CaseDeskAnswer = Omit<CaseDeskOk, 'cases'> & {
  cases: (JudgedCase & { evidence: EvidenceItem[]; handIn: HandIn | null })[];
};

export type CaseDeskResult = CaseDeskAnswer | Invalid;

/** Where a case stands in the order, as numbers: as texts, moments with a fraction sort before those without. */
function placeOf({ state, safeUntil, clocks, focus, next }: JudgedCase): number[] {
  const at = (iso: string | null | undefined) => (iso ? Date.parse(iso) : Infinity);
  return [
    state === 'closed' ? 1 : 0,
    at(safeUntil),
    at(focus === null ? null : clocks.find((clock) => clock.id === focus)?.dueAt),
    at(next?.until),
  ];
}

/** What has the least safe time comes first; cases in which nothing of one’s own runs come last. */
function bySafeTime(cases: readonly JudgedCase[]): JudgedCase[] {
  const placed = cases.map((one) => ({ one, place: placeOf(one) }));
  placed.sort((a, b) => {
    for (const [i, left] of a.place.entries()) {
      const right = b.place[i] ?? 0;
      if (left !== right) return left - right;
    }
    return a.one.id < b.one.id ? -1 : 1;
  });
  return placed.map(({ one }) => one);
}

/** A sum with the decimals of its currency. */
const money = (value: Exact, currency: string) => toDecimal(value, minorDigits(currency) ?? 2);

export function totalsOf(cases: readonly JudgedCase[]): Totals {
  const open = cases.filter(({ state }) => state !== 'closed');
  const count = (test: (one: JudgedCase) => boolean) => open.filter(test).length;
  const sums = new Map<string, Exact>();
  for (const { stake } of open)
    if (stake?.currency)
      sums.set(stake.currency, add(sums.get(stake.currency) ?? ZERO, fromDecimal(stake.amount)));
  return {
    open: open.length,
    overdue: count(({ isOverdue }) => isOverdue),
    dueToday: count(({ isDueToday }) => isDueToday),
    dueBeforeShiftEnd: count(({ isDueBeforeShiftEnd }) => isDueBeforeShiftEnd),
    atStake: Object.fromEntries(
      [...sums.entries()]
        .filter(([, sum]) => compare(sum, ZERO) > 0)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([currency, sum]) => [currency, money(sum, currency)]),
    ),
  };
}

/** The desk of judged cases: in order, with its totals. */
export function arrange(judged: readonly JudgedCase[], setting: Setting): CaseDeskOk {
  const cases = bySafeTime(judged);
  const rules = new Set<string>();
  for (const { next, clocks } of cases) {
    for (const id of next?.ruleIds ?? []) rules.add(id);
    for (const { status, ruleId } of clocks) if (status !== 'waiting') rules.add(ruleId);
  }
  return {
    kind: 'ok',
    asOf: isoInstant(setting.asOf),
    shiftEnd: isoInstant(setting.shiftEnd),
    order: cases.flatMap(({ id, state }) => (state === 'closed' ? [] : [id])),
    cases,
    totals: totalsOf(cases),
    authorityIssues: [...setting.authority.issues],
    usedRules: [...rules].sort(),
  };
}

/** The whole desk at one moment, from anything a person or a script hands over. Never throws. */
export function calculate(raw: unknown, data: CaseDeskData, asOf: string): CaseDeskResult {
  const parsed = parse(raw, asOf);
  if (parsed.kind === 'invalid') return parsed;
  const { cases, setting } = parsed;
  const desk = arrange(
    cases.map((one: Case) => judge(one, data, setting)),
    setting,
  );
  const byId = new Map(cases.map((one) => [one.id, one]));
  return {
    ...desk,
    cases: desk.cases.map((judged) => {
      const one = byId.get(judged.id);
      return {
        ...judged,
        evidence: one ? evidenceItems(one, data) : [],
        handIn: one ? handIn(one, judged, data) : null,
      };
    }),
  };
}
