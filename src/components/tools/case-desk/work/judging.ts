/** Which case stands how: judged once, and again only where it or what it is judged by has changed. */
import {
  arrange,
  evidenceFor,
  judge,
  logLine,
  parse,
  planCase,
  type AuthorityInput,
  type CaseDeskData,
  type CaseDeskOk,
  type JudgedCase,
  type Setting,
} from '@/calculators/case-desk/index.ts';
import type { Case } from '@/calculators/shared/case.ts';
import { nextTask } from '../../../platform/later.ts';
import { exampleCases } from '../example.ts';
import type { Ways } from '../ways.ts';
import { lineOf, type Detail, type Line } from './view.ts';

/** So many are judged in one go; then whatever a person did meanwhile has its turn. */
const SLICE = 100;

interface Judgement {
  one: Case;
  of: JudgedCase;
  line: Line;
  by: Setting;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function createJudging(cases: ReadonlyMap<string, Case>, content: () => CaseDeskData) {
  const known = new Map<string, Judgement>();
  let setting: Setting | undefined;
  let settledBy = '';
  let wrong: string[] = [];

  /** Reads the settings; what cannot be read is named, and the desk goes on without it. */
  function settle(asOf: string, ways: Ways, zoneHere: string, authority: AuthorityInput[]) {
    const { me, workHours, workCalendar } = ways;
    const myZone = ways.myZone || zoneHere;
    const raw: Record<string, unknown> = { authority, me, myZone, workHours, workCalendar };
    const by = JSON.stringify([asOf, raw]);
    if (setting && by === settledBy) return setting;
    wrong = [];
    for (;;) {
      const read = parse({ ...raw, cases: [] }, asOf);
      if (read.kind === 'input') {
        settledBy = by;
        setting = read.setting;
        return setting;
      }
      const path = read.issues[0]?.path.split('.')[0] ?? 'authority';
      wrong.push(path);
      // Once more without it: one field at a time, and each only once.
      if (raw[path] === undefined) throw new Error(path);
      raw[path] = undefined;
    }
  }
  const current = (): Setting => {
    if (!setting) throw new Error('The desk was not opened.');
    return setting;
  };
  const judgeNow = (one: Case, by: Setting): Judgement => {
    const of = judge(one, content(), by);
    const before = known.get(one.id)?.line;
    const line = lineOf(one, of);
    const judgement = { one, of, by, line: before && same(before, line) ? before : line };
    known.set(one.id, judgement);
    return judgement;
  };
  /** How a case stands. While all are judged anew, one whose turn has not come stands as it did. */
  const standing = (one: Case): Judgement => {
    const there = known.get(one.id);
    return there?.one === one ? there : judgeNow(one, current());
  };
  const arranged = (): CaseDeskOk =>
    arrange(
      [...cases.values()].map((one) => standing(one).of),
      current(),
    );

  return {
    settle,
    current,
    arranged,
    wrong: () => wrong,
    lineOf: (id: string): Line | undefined => known.get(id)?.line,
    /** Judges every case by the settings of today. */
    all: async () => {
      for (const id of known.keys()) if (!cases.has(id)) known.delete(id);
      let left = SLICE;
      for (const id of [...cases.keys()]) {
        const [one, there] = [cases.get(id), known.get(id)];
        if (!one || (there?.one === one && there.by === setting)) continue;
        judgeNow(one, current());
        left -= 1;
        if (left > 0) continue;
        left = SLICE;
        await new Promise<void>((then) => void nextTask(then));
      }
    },
    detail: (id: string): Detail | null => {
      const one = cases.get(id);
      if (!one) return null;
      const evidence = evidenceFor(one, content());
      return {
        one,
        judged: standing(one).of,
        evidence: evidence && { page: evidence.page, items: evidence.items },
        log: logLine(one, content()),
      };
    },
    /** Every open case in the order of the board. */
    open: (): { one: Case; judged: JudgedCase }[] =>
      arranged().order.flatMap((id) => {
        const one = cases.get(id);
        return one ? [{ one, judged: standing(one).of }] : [];
      }),
    /** Every case with all its deadlines, in the order of the board. */
    plans: (isExample: boolean, asOf: string, by: Setting) =>
      (isExample
        ? exampleCases(asOf)
        : arranged().order.flatMap((id) => cases.get(id) ?? [])
      ).flatMap((one) => {
        const result = planCase(one, content(), by);
        return result?.kind === 'ok'
          ? [{ id: one.id, note: one.notes?.[0]?.text ?? '', result }]
          : [];
      }),
    /** The made-up desk, in its order. */
    example: (asOf: string, by: Setting) => {
      const made = exampleCases(asOf);
      const known = new Map(made.map((one) => [one.id, one]));
      const desk = arrange(
        made.map((one) => judge(one, content(), by)),
        by,
      );
      return {
        totals: desk.totals,
        cases: desk.cases.map((of) => ({ one: known.get(of.id) as Case, judged: of })),
      };
    },
  };
}
