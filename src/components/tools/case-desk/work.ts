/** The work of the desk, apart from the page, so that a worker can do it: judging, keeping, files. */
import {
  applyChange,
  arrange,
  authorityOf,
  casesOfRecords,
  casesOfRows,
  changesOf,
  evidenceFor,
  freeId,
  isClosed,
  judge,
  loadTemporal,
  logLine,
  parse,
  parseMoment,
  planCase,
  plannerLink,
  readBundle,
  scrub,
  writeBundle,
  type AuthorityInput,
  type AuthorityIssue,
  type BoardError,
  type BundleChanges,
  type CaseDeskData,
  type Change,
  type FlowQuestion,
  type JudgedCase,
  type LogLine,
  type PlannerRecord,
  type RowCases,
  type Setting,
  type Totals,
} from '@/calculators/case-desk/index.ts';
import { CASE_MIGRATIONS, CASE_VERSION, readCase, type Case } from '@/calculators/shared/case.ts';
import { joinCases } from '@/calculators/shared/case-join.ts';
import { readSheet } from '@/calculators/shared/worksheet.ts';
import { openRecords, type Put } from '../../platform/records.ts';
import { toData, type DeskContent } from './content.ts';
import { exampleCases } from './example.ts';
import { plannerRecords } from './planner-records.ts';
import { FIRST_WAYS, readWays, type Ways } from './ways.ts';

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

/** What went wrong with keeping, for words; null where all is well. */
export type Trouble = 'blocked' | 'full' | 'newer' | null;

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
  /** Cases an import has changed, that can still be brought back to what they were. */
  beforeImport: string | null;
}

export interface Detail {
  one: Case;
  judged: JudgedCase;
  evidence: { page: string; items: readonly { id: string; isTicked: boolean }[] } | null;
  log: LogLine;
}

export interface RowsRead {
  count: number;
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

interface Before {
  id: string;
  before: Case | null;
  after: Case | null;
}
interface Step {
  what: string;
  of: readonly Before[];
}

const UNDO_STEPS = 50;
/** Rows whose moment is told back; nobody reads more. */
const ROWS_TOLD = 100;
/** What a file adds and changes, as steps of cases. */
const broughtBy = ({ added, changed }: Pick<BundleChanges, 'added' | 'changed'>): Before[] => [
  ...added.map((after) => ({ id: after.id, before: null, after })),
  ...changed.map(({ before, after }) => ({ id: before.id, before, after })),
];
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const isText = (value: unknown): value is string => typeof value === 'string';
export function createWork() {
  const records = openRecords<Case>('cases', {
    version: CASE_VERSION,
    read: readCase,
    migrations: CASE_MIGRATIONS,
  });
  const waysKept = openRecords<Ways>('case-desk', { version: 1, read: readWays });
  const filesKept = openRecords<{ text: string }>('case-desk-before', {
    version: 1,
    read: (value) =>
      isText((value as { text?: unknown } | null)?.text) ? (value as { text: string }) : null,
  });
  const sheets = openRecords('worksheets', { version: 1, read: readSheet });
  const oldKept = plannerRecords(false);

  let data: CaseDeskData | undefined;
  let setting: Setting | undefined;
  let ways: Ways = FIRST_WAYS;
  /** Where this device is; a zone somebody has set goes before it. */
  let zoneHere = '';
  let keeps = false;
  let trouble: Trouble = null;
  let wrong: string[] = [];
  let authority: AuthorityInput[] = [];
  let old: PlannerRecord[] = [];
  let counts = { newer: 0, unreadable: 0 };
  let beforeImport: string | null = null;
  const cases = new Map<string, Case>();
  const judged = new Map<string, JudgedCase>();
  const steps: Step[] = [];

  const content = (): CaseDeskData => {
    if (!data) throw new Error('The desk was not opened.');
    return data;
  };

  /** Reads the settings; what cannot be read is named, and the desk goes on without it. */
  function settle(asOf: string): Setting {
    const { me, workHours, workCalendar } = ways;
    const myZone = ways.myZone || zoneHere;
    const raw: Record<string, unknown> = {
      cases: [],
      authority,
      me,
      myZone,
      workHours,
      workCalendar,
    };
    wrong = [];
    for (;;) {
      const read = parse(raw, asOf);
      if (read.kind === 'input') {
        setting = read.setting;
        return read.setting;
      }
      const path = read.issues[0]?.path.split('.')[0] ?? 'authority';
      wrong.push(path);
      // Once more without it: one field at a time, and each only once.
      if (raw[path] === undefined) throw new Error(path);
      raw[path] = undefined;
    }
  }
  const judgeAll = (asOf: string) => {
    const by = settle(asOf);
    judged.clear();
    for (const one of cases.values()) judged.set(one.id, judge(one, content(), by));
  };
  const judgeOne = (id: string) => {
    const one = cases.get(id);
    if (one && setting) judged.set(id, judge(one, content(), setting));
    else judged.delete(id);
  };

  const lineOf = (one: Case, of: JudgedCase): Line => {
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
  };
  const view = (): View => {
    if (!setting) throw new Error('The desk was not opened.');
    const desk = arrange([...judged.values()], setting);
    const last = steps.at(-1);
    return {
      lines: desk.cases.flatMap((of) => {
        const one = cases.get(of.id);
        return one ? [lineOf(one, of)] : [];
      }),
      totals: desk.totals,
      asOf: desk.asOf,
      shiftEnd: desk.shiftEnd,
      zone: setting.myZone,
      authority: { rows: setting.authority.rows.length, issues: setting.authority.issues },
      wrong,
      keeps,
      ways,
      trouble,
      ...counts,
      old: {
        cases: old.filter(({ kind }) => kind === 'case').length,
        boards: old.filter(({ kind }) => kind === 'board').length,
      },
      undo: last ? { what: last.what, count: last.of.length } : null,
      beforeImport,
    };
  };

  const heard = (put: Put) => {
    trouble = put === 'kept' ? null : put;
    return put === 'kept';
  };
  /** Puts what became of cases in place, and into the store where this browser is asked to keep them. */
  const write = async (what: string, of: readonly Before[]): Promise<boolean> => {
    const changed = of.filter(({ before, after }) => !same(before, after));
    if (changed.length === 0) return true;
    const made = new Map<string, Case>();
    for (const { id, after } of changed) if (after) made.set(id, after);
    if (keeps) {
      const items = changed.flatMap(({ id, before, after }) =>
        after
          ? [
              {
                key: id,
                // Another tab may have been quicker: then both are kept.
                change: (there: Case | null) => {
                  const value = !there || same(there, before) ? after : joinCases(there, after);
                  made.set(id, value);
                  return value;
                },
              },
            ]
          : [],
      );
      if (items.length > 0 && !heard(await records.updateAll(items))) return false;
      for (const { id, after } of changed) if (!after) await records.remove(id);
    }
    for (const { id } of changed) {
      const value = made.get(id);
      if (value) cases.set(id, value);
      else cases.delete(id);
      judgeOne(id);
    }
    steps.push({
      what,
      of: changed.map((each) => ({ ...each, after: made.get(each.id) ?? null })),
    });
    if (steps.length > UNDO_STEPS) steps.shift();
    return true;
  };
  const saveWays = async () => {
    if (keeps) heard(await waysKept.put('ways', ways));
  };
  const readStore = async () => {
    const held = await records.all();
    counts = { newer: held.newer, unreadable: held.unreadable };
    if (held.blocked) {
      trouble = 'blocked';
      return;
    }
    if (trouble === 'blocked') trouble = null;
    cases.clear();
    for (const { value } of held.items) cases.set(value.id, value);
  };
  const readBeside = async () => {
    const [waysHeld, sheet, planner, before] = await Promise.all([
      waysKept.all(),
      sheets.all(),
      oldKept.all(),
      filesKept.all(),
    ]);
    const found = waysHeld.items.find(({ key }) => key === 'ways');
    if (found) ways = found.value;
    keeps = found !== undefined;
    authority = authorityOf(sheet.items.find(({ key }) => key === 'know-yourself')?.value ?? {});
    old = planner.items.map(({ value }) => value).filter(({ key }) => !ways.taken.includes(key));
    beforeImport = before.items[0]?.keptAt ?? null;
    if (waysHeld.blocked) trouble = 'blocked';
  };
  const bundleOf = (text: string) => readBundle(text, content());
  const ids = () => new Set(cases.keys());
  /** Moments of a kind that names no zone are read on the clock of this desk. */
  const rowContext = (platform: string, chosen: [string, string][]) => ({
    platform,
    chosen: new Map(chosen),
    shared: setting ? { myZone: setting.myZone } : {},
  });
  const planned = (some: readonly Case[], by: Setting) =>
    some.flatMap((one) => {
      const result = planCase(one, content(), by);
      return result?.kind === 'ok'
        ? [{ id: one.id, note: one.notes?.[0]?.text ?? '', result }]
        : [];
    });

  return {
    /** Tells whenever another tab has changed what is kept. */
    follow: (then: () => void) => {
      for (const area of [records, waysKept, sheets]) area.onChange(then);
    },
    open: async (page: DeskContent) => {
      await loadTemporal();
      data = toData(page);
    },

    /** What is kept here, as it is now: at the beginning, and whenever another tab has changed it. */
    load: async (asOf: string, zone: string): Promise<View> => {
      // Another tab may have been asked to keep while this one held cases of its own: they come along.
      const own = keeps ? [] : [...cases.values()];
      await readBeside();
      if (keeps && own.length > 0)
        heard(
          await records.updateAll(
            own.map((value) => ({
              key: value.id,
              change: (there: Case | null) => (there ? joinCases(there, value) : value),
            })),
          ),
        );
      if (keeps) await readStore();
      zoneHere = zone;
      judgeAll(asOf);
      return view();
    },
    /** The made-up desk. */
    example: async (asOf: string): Promise<View> => {
      const by = settle(asOf);
      const made = exampleCases(asOf);
      const desk = arrange(
        made.map((one) => judge(one, content(), by)),
        by,
      );
      const known = new Map(made.map((one) => [one.id, one]));
      return {
        ...view(),
        lines: desk.cases.map((of) => lineOf(known.get(of.id) as Case, of)),
        totals: desk.totals,
        undo: null,
      };
    },
    /** What this tab held before it was loaded anew; what is kept meanwhile is joined with it. */
    restore: async (text: string): Promise<View> => {
      const read = bundleOf(text);
      if (read) await write('restore', broughtBy(changesOf([...cases.values()], read.cases)));
      steps.length = 0;
      return view();
    },
    /** The same cases at another moment. */
    judge: async (asOf: string): Promise<View> => {
      judgeAll(asOf);
      return view();
    },

    /** From here on this browser keeps the cases, because a person said so. */
    keep: async (): Promise<View> => {
      const put = await waysKept.put('ways', ways);
      if (heard(put)) {
        const all = [...cases.values()].map((value) => ({
          key: value.id,
          change: (there: Case | null) => (there ? joinCases(there, value) : value),
        }));
        if (all.length === 0 || heard(await records.updateAll(all))) {
          keeps = true;
          await readStore();
          judged.clear();
          for (const id of cases.keys()) judgeOne(id);
        } else await waysKept.remove('ways');
      }
      return view();
    },
    /** Takes everything away that this desk has kept, and answers how much it was. */
    forget: async (asOf: string): Promise<{ view: View; count: number | 'blocked' }> => {
      const count = await records.clear();
      if (count !== 'blocked') {
        await Promise.all([waysKept.clear(), filesKept.clear()]);
        keeps = false;
        ways = FIRST_WAYS;
        cases.clear();
        steps.length = 0;
        beforeImport = null;
        counts = { newer: 0, unreadable: 0 };
        judgeAll(asOf);
      } else trouble = 'blocked';
      return { view: view(), count };
    },
    setWays: async (part: Partial<Ways>, asOf: string): Promise<View> => {
      ways = { ...ways, ...part };
      await saveWays();
      judgeAll(asOf);
      return view();
    },

    detail: async (id: string): Promise<Detail | null> => {
      const [one, of] = [cases.get(id), judged.get(id)];
      if (!one || !of) return null;
      const evidence = evidenceFor(one, content());
      return {
        one,
        judged: of,
        evidence: evidence && { page: evidence.page, items: evidence.items },
        log: logLine(one, content()),
      };
    },
    /** The details of every open case, in the order of the board: what a shift hands over. */
    details: async (): Promise<{ one: Case; judged: JudgedCase }[]> => {
      if (!setting) return [];
      return arrange([...judged.values()], setting).order.flatMap((id) => {
        const [one, of] = [cases.get(id), judged.get(id)];
        return one && of ? [{ one, judged: of }] : [];
      });
    },
    exampleDetails: async (asOf: string): Promise<{ one: Case; judged: JudgedCase }[]> => {
      const by = settle(asOf);
      const made = exampleCases(asOf);
      const desk = arrange(
        made.map((one) => judge(one, content(), by)),
        by,
      );
      return desk.cases.map((of) => ({
        one: made.find(({ id }) => id === of.id) as Case,
        judged: of,
      }));
    },

    /** Makes a new case; its id is the wish, or close to it. */
    add: async (
      wish: string,
      parts: Partial<Case>,
      at: string,
    ): Promise<{ id: string; view: View }> => {
      const id = freeId(wish, parts.flow, ids());
      const after = readCase({
        ...parts,
        version: CASE_VERSION,
        id,
        createdAt: at,
        changedAt: at,
      });
      if (after) await write('add', [{ id, before: null, after }]);
      return { id: cases.has(id) ? id : '', view: view() };
    },
    /** One step of a person. Where it is kept, it is made to what lies in the store now. */
    change: async (id: string, change: Change, at: string): Promise<View> => {
      const before = cases.get(id) ?? null;
      if (!before) return view();
      let found = before;
      let after = applyChange(before, change, at);
      if (keeps) {
        const put = await records.update(id, (there) => {
          found = there ?? before;
          after = applyChange(found, change, at);
          return after;
        });
        if (!heard(put)) return view();
      }
      if (same(found, after)) return view();
      cases.set(id, after);
      judgeOne(id);
      steps.push({ what: change.type, of: [{ id, before: found, after }] });
      if (steps.length > UNDO_STEPS) steps.shift();
      return view();
    },
    remove: async (id: string): Promise<View> => {
      const before = cases.get(id);
      if (before) await write('remove', [{ id, before, after: null }]);
      return view();
    },
    /** Takes the last step back, unless somebody has changed the case since. */
    undo: async (): Promise<{ view: View; isUndone: boolean }> => {
      const step = steps.at(-1);
      if (!step) return { view: view(), isUndone: false };
      if (keeps) await readStore();
      const touched = step.of.some(({ id, after }) => !same(cases.get(id) ?? null, after));
      if (touched) {
        steps.pop();
        judged.clear();
        for (const id of cases.keys()) judgeOne(id);
        return { view: view(), isUndone: false };
      }
      const back = step.of.map(({ id, before, after }) => ({ id, before: after, after: before }));
      const isUndone = await write('undo', back);
      // Neither the step nor its undoing is one that can be taken back again.
      if (isUndone) steps.splice(-2, 2);
      return { view: view(), isUndone };
    },

    /** Looks at pasted rows; nothing is added yet. */
    rows: async (
      text: string,
      platform: string,
      chosen: [string, string][],
      at: string,
    ): Promise<RowsRead> => {
      const read = casesOfRows(text, content(), at, ids(), rowContext(platform, chosen));
      return {
        ...read,
        understood: read.understood.slice(0, ROWS_TOLD),
        count: read.cases.length,
      };
    },
    addRows: async (
      text: string,
      platform: string,
      chosen: [string, string][],
      at: string,
    ): Promise<View> => {
      const { cases: found } = casesOfRows(
        text,
        content(),
        at,
        ids(),
        rowContext(platform, chosen),
      );
      await write(
        'rows',
        found.map((after) => ({ id: after.id, before: null, after })),
      );
      return view();
    },
    /** Takes in what the planner’s page kept. It stays there as well; it is asked about once. */
    takeIn: async (): Promise<{ view: View; count: number; unread: number }> => {
      const { cases: found, unread } = casesOfRecords(old, content(), ids());
      const isIn = await write(
        'take-in',
        found.map((after) => ({ id: after.id, before: null, after })),
      );
      if (isIn) {
        ways = { ...ways, taken: [...ways.taken, ...old.map(({ key }) => key)] };
        old = [];
        await saveWays();
      }
      return { view: view(), count: isIn ? found.length : 0, unread };
    },

    /** Everything, as the text of a file. */
    bundle: async (at: string, isScrubbed: boolean): Promise<string> =>
      writeBundle(isScrubbed ? scrub([...cases.values()]) : [...cases.values()], at),
    /** It was saved: the date of the last copy moves on. */
    saved: async (at: string): Promise<View> => {
      ways = { ...ways, savedAt: at };
      await saveWays();
      return view();
    },
    preview: async (text: string): Promise<ImportPreview | null> => {
      const read = bundleOf(text);
      if (!read) return null;
      const { added, changed, same: equal } = changesOf([...cases.values()], read.cases);
      return {
        added: added.map(({ id }) => id),
        changed: changed.map(({ before, fields }) => ({ id: before.id, fields })),
        same: equal,
        refused: read.refused,
        newer: read.newer,
      };
    },
    /** Brings the file in: new cases come beside, others keep what either knows. All of it or nothing. */
    bring: async (text: string, at: string): Promise<View> => {
      const read = bundleOf(text);
      if (!read) return view();
      if (keeps) await readStore();
      const { added, changed } = changesOf([...cases.values()], read.cases);
      if (keeps && added.length + changed.length > 0) {
        const before = writeBundle([...cases.values()], at);
        if (!heard(await filesKept.put('before-import', { text: before }, at))) return view();
        beforeImport = at;
      }
      await write('import', broughtBy({ added, changed }));
      return view();
    },
    /** Back to what was here before the last import, whatever has happened since. */
    bringBack: async (): Promise<View> => {
      const [kept] = (await filesKept.all()).items;
      const read = kept && bundleOf(kept.value.text);
      if (!read) return view();
      const wanted = new Map(read.cases.map((one) => [one.id, one]));
      const all = new Set([...cases.keys(), ...wanted.keys()]);
      await write(
        'bring-back',
        [...all].map((id) => ({
          id,
          before: cases.get(id) ?? null,
          after: wanted.get(id) ?? null,
        })),
      );
      await filesKept.clear();
      beforeImport = null;
      return view();
    },
    /** A pasted moment as an instant; null where it is unclear. */
    readMoment: async (text: string, flow: string, at: string): Promise<string | null> => {
      const zone = content().flows.get(flow)?.zone ?? setting?.myZone ?? 'UTC';
      const read = parseMoment(text, { zone, asOf: at });
      const [first] = read.readings;
      return first && ['moment', 'bare-date', 'due'].includes(read.kind) ? first.at : null;
    },
    /** Every case with all its deadlines. */
    plans: async (isExample: boolean, asOf: string) => {
      if (isExample) return planned(exampleCases(asOf), settle(asOf));
      if (!setting) return [];
      const { order } = arrange([...judged.values()], setting);
      return planned(
        order.flatMap((id) => cases.get(id) ?? []),
        setting,
      );
    },
    links: async (): Promise<Record<string, string>> =>
      Object.fromEntries([...cases.values()].map((one) => [one.id, plannerLink(one)])),
    /** The lines closed cases leave in the log. */
    logLines: async (): Promise<LogLine[]> =>
      [...cases.values()].filter(isClosed).map((one) => logLine(one, content())),
  };
}

export type Work = ReturnType<typeof createWork>;
