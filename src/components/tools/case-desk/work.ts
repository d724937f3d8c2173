/** The work of the desk, apart from the page, so that a worker can do it: judging, keeping, files. */
import {
  endWord,
  freeId,
  isClosed,
  loadTemporal,
  logLine,
  parseMoment,
  plannerLink,
  readAmount,
  type AmountRead,
  type CaseDeskData,
  type Change,
  type LogLine,
} from '@/calculators/case-desk/index.ts';
import { CASE_VERSION, readCase, type Case } from '@/calculators/shared/case.ts';
import { now } from '../../platform/clock.ts';
import type { ChosenFile } from '../../platform/chosen-file.ts';
import { toData, type DeskContent } from './content.ts';
import type { Ways } from './ways.ts';
import { createAutosave } from './work/autosave.ts';
import { createFiles } from './work/files.ts';
import { createFinding } from './work/finding.ts';
import { createJudging } from './work/judging.ts';
import { createSteps, type Taken } from './work/steps.ts';
import { createStore } from './work/store.ts';
import { lineOf, type Detail, type ImportPreview, type RowsRead, type View } from './work/view.ts';

export function createWork() {
  let data: CaseDeskData | undefined;
  const content = (): CaseDeskData => {
    if (!data) throw new Error('The desk was not opened.');
    return data;
  };
  /** Where this device is; a zone somebody has set goes before it. */
  let zoneHere = '';
  const store = createStore();
  const { cases, held } = store;
  const steps = createSteps(store, () => autosave.changed());
  const judging = createJudging(cases, content);
  const files = createFiles(store, steps, content, () => judging.current().myZone);
  let told = () => {};
  /** The file has been looked at once. */
  let isFollowed = false;
  const autosave = createAutosave(
    store,
    (at) => files.bundle(at, false),
    now,
    () => told(),
  );
  const settle = (asOf: string) => judging.settle(asOf, held.ways, zoneHere, held.authority);

  const view = (): View => {
    const desk = judging.arranged();
    const setting = judging.current();
    const kept = (kind: 'case' | 'board') => held.old.filter((each) => each.kind === kind).length;
    return {
      lines: desk.cases.flatMap(({ id }) => judging.lineOf(id) ?? []),
      totals: desk.totals,
      asOf: desk.asOf,
      shiftEnd: desk.shiftEnd,
      zone: setting.myZone,
      authority: { rows: setting.authority.rows.length, issues: setting.authority.issues },
      wrong: judging.wrong(),
      keeps: held.keeps,
      ways: held.ways,
      trouble: held.trouble,
      ...held.counts,
      old: { cases: kept('case'), boards: kept('board') },
      undo: steps.last(),
      redo: steps.lastUndone(),
      beforeImport: held.beforeImport,
      file: autosave.view(),
    };
  };
  /** All of them by the moment and the settings of now. */
  const judged = async (asOf: string): Promise<View> => {
    settle(asOf);
    await judging.all();
    return view();
  };

  return {
    /** Tells whenever another tab has changed what is kept, or the chosen file was written. */
    follow: (then: () => void) => {
      told = then;
      store.follow(then);
    },
    open: async (page: DeskContent) => {
      await loadTemporal();
      data = toData(page);
    },

    /** What is kept here, as it is now: at the beginning, and whenever another tab has changed it. */
    load: async (asOf: string, zone: string): Promise<View> => {
      zoneHere = zone;
      await store.load();
      // The file may be behind: a tab that was closed at once has not written it.
      if (!isFollowed) void autosave.write(null).then(() => autosave.view() && told());
      isFollowed = true;
      return judged(asOf);
    },
    /** The made-up desk. */
    example: async (asOf: string): Promise<View> => {
      const { totals, cases: made } = judging.example(asOf, settle(asOf));
      return {
        ...view(),
        lines: made.map(({ one, judged: of }) => lineOf(one, of)),
        totals,
        undo: null,
        redo: null,
      };
    },
    /** What this tab held before it was loaded anew. */
    restore: async (text: string, before: { at: string; text: string } | null): Promise<View> => {
      await files.restore(text, before);
      return view();
    },
    /** The same cases at another moment. */
    /** All of them anew: time has passed, and the device may have come to another zone. */
    judge: (asOf: string, zone: string): Promise<View> => {
      zoneHere = zone;
      return judged(asOf);
    },

    /** From here on this browser keeps the cases, because a person said so. */
    keep: async (): Promise<View> => {
      await store.keep();
      return view();
    },
    /** Takes everything away that this desk has kept, and answers how much it was. */
    forget: async (asOf: string): Promise<{ view: View; count: number | 'blocked' }> => {
      const count = await store.forget();
      if (count !== 'blocked') {
        steps.clear();
        await autosave.stop();
      }
      return { view: await judged(asOf), count };
    },
    setWays: async (part: Partial<Ways>, asOf: string): Promise<View> => {
      await store.setWays(part);
      return judged(asOf);
    },

    detail: async (id: string): Promise<Detail | null> => judging.detail(id),
    /** The details of every open case, in the order of the board: what a shift hands over. */
    details: async () => judging.open(),
    exampleDetails: async (asOf: string) => judging.example(asOf, settle(asOf)).cases,

    /** Makes a new case; its id is the wish, or close to it. */
    add: async (
      wish: string,
      parts: Partial<Case>,
      at: string,
    ): Promise<{ id: string; view: View }> => {
      const id = freeId(wish, parts.flow, new Set(cases.keys()));
      const after = readCase({
        ...parts,
        version: CASE_VERSION,
        id,
        createdAt: at,
        changedAt: at,
      });
      if (after) await steps.write('add', [{ id, before: null, after }]);
      return { id: cases.has(id) ? id : '', view: view() };
    },
    change: async (id: string, change: Change, at: string): Promise<View> => {
      await steps.change(id, change, at);
      return view();
    },
    remove: async (id: string): Promise<View> => {
      const before = cases.get(id);
      if (before) await steps.write('remove', [{ id, before, after: null }]);
      return view();
    },
    undo: async (): Promise<{ view: View; taken: Taken }> => {
      const taken = await steps.undo();
      return { view: view(), taken };
    },
    redo: async (): Promise<{ view: View; taken: Taken }> => {
      const taken = await steps.redo();
      return { view: view(), taken };
    },

    rows: async (...asked: Parameters<typeof files.rows>): Promise<RowsRead> =>
      files.rows(...asked),
    addRows: async (...asked: Parameters<typeof files.addRows>) => {
      const added = await files.addRows(...asked);
      return { view: view(), ...added };
    },
    takeIn: async (): Promise<{ view: View; count: number; unread: number }> => {
      const taken = await files.takeIn();
      return { view: view(), ...taken };
    },

    bundle: async (at: string, isScrubbed: boolean): Promise<string> =>
      files.bundle(at, isScrubbed),
    /** The file everything is written to by itself. */
    fileChosen: async (file: ChosenFile): Promise<View> => {
      await autosave.choose(file);
      return view();
    },
    fileWrite: async (seen: string | null): Promise<View> => {
      await autosave.write(seen);
      return view();
    },
    fileStop: async (): Promise<View> => {
      await autosave.stop();
      return view();
    },
    fileOf: () => autosave.file(),
    fileText: () => autosave.text(),
    flush: () => autosave.flush(),

    /** It was saved: the date of the last copy moves on. */
    saved: async (at: string): Promise<View> => {
      await store.setWays({ savedAt: at });
      return view();
    },
    preview: async (text: string): Promise<ImportPreview | null> => files.preview(text),
    bring: async (text: string, at: string): Promise<View> => {
      await files.bring(text, at);
      return view();
    },
    bringBack: async (): Promise<View> => {
      await files.bringBack();
      return view();
    },
    /** What a pasted text is about. */
    find: createFinding(),
    /** A pasted moment as an instant, or why it is none. What is asked for as a beginning is no end. */
    readMoment: async (
      text: string,
      flow: string,
      is: 'event' | 'shown',
      at: string,
    ): Promise<MomentRead> => {
      const zone = content().flows.get(flow)?.zone ?? judging.current().myZone;
      const read = parseMoment(text, { zone, asOf: at });
      const [first] = read.readings;
      if (!first || !['moment', 'bare-date', 'due'].includes(read.kind)) return { why: 'unclear' };
      if (is === 'shown') return { at: first.at };
      if (read.kind === 'due') return { why: 'countdown' };
      const word = endWord(text);
      return word === null ? { at: first.at } : { why: 'end', word };
    },
    /** A typed amount, by the one reader of money. */
    readAmount: async (text: string, currency: string | undefined): Promise<AmountRead> =>
      readAmount(text, currency),
    /** Every case with all its deadlines. */
    plans: async (isExample: boolean, asOf: string) =>
      judging.plans(isExample, asOf, isExample ? settle(asOf) : judging.current()),
    links: async (): Promise<Record<string, string>> =>
      Object.fromEntries([...cases.values()].map((one) => [one.id, plannerLink(one)])),
    /** The lines closed cases leave in the log. */
    logLines: async (): Promise<LogLine[]> =>
      [...cases.values()].filter(isClosed).map((one) => logLine(one, content())),
  };
}

/** A moment as it was read; else the reason, and the word that says it. */
export type MomentRead = { at: string } | { why: 'unclear' | 'countdown' | 'end'; word?: string };

export type Work = ReturnType<typeof createWork>;

/**
 * The work as a page asks for it: one thing after the other. A look at what is kept, in the middle of a step,
 * would see half of it. What is asked of a text looks at nothing that is kept, and no step waits for what it fetches.
 */
export function inTurn(work: Work) {
  let line: Promise<unknown> = Promise.resolve();
  return (call: Exclude<keyof Work, 'follow'>, given: readonly unknown[]): Promise<unknown> => {
    const ask = () => (work[call] as (...args: readonly unknown[]) => Promise<unknown>)(...given);
    if (call === 'find') return ask();
    const turn = line.then(ask, ask);
    line = turn;
    return turn;
  };
}
