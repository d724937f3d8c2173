/** The cases of this tab, and what of them this browser keeps. */
import {
  authorityOf,
  type AuthorityInput,
  type PlannerRecord,
} from '@/calculators/case-desk/index.ts';
import { CASE_MIGRATIONS, CASE_VERSION, readCase, type Case } from '@/calculators/shared/case.ts';
import { joinCases } from '@/calculators/shared/case-join.ts';
import { readSheet } from '@/calculators/shared/worksheet.ts';
import { openRecords, type Put } from '../../../platform/records.ts';
import { plannerRecords } from '../planner-records.ts';
import { FIRST_WAYS, readWays, type Ways } from '../ways.ts';
import type { Trouble } from './view.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reads a kept case once: what lies there unchanged is the very same case when it is looked at again. */
function readOnce() {
  const known = new Map<string, { text: string; one: Case }>();
  return (value: unknown, key: string): Case | null => {
    const text = JSON.stringify(value);
    const there = known.get(key);
    if (there?.text === text) return there.one;
    const one = readCase(value);
    if (one) known.set(key, { text, one });
    return one;
  };
}

export function createStore() {
  const records = openRecords<Case>('cases', {
    version: CASE_VERSION,
    read: readOnce(),
    migrations: CASE_MIGRATIONS,
  });
  const waysKept = openRecords<Ways>('case-desk', { version: 1, read: readWays });
  const beforeKept = openRecords<{ text: string }>('case-desk-before', {
    version: 1,
    read: (value) =>
      isText((value as { text?: unknown } | null)?.text) ? (value as { text: string }) : null,
  });
  const sheets = openRecords('worksheets', { version: 1, read: readSheet });
  const oldKept = plannerRecords(false);

  const cases = new Map<string, Case>();
  const held = {
    ways: FIRST_WAYS,
    /** Somebody asked this browser to keep the cases. */
    keeps: false,
    trouble: null as Trouble,
    authority: [] as AuthorityInput[],
    /** What the planner’s page kept and the desk has not taken in. */
    old: [] as PlannerRecord[],
    counts: { newer: 0, unreadable: 0 },
    beforeImport: null as string | null,
  };
  /** What was here before a file was brought in, where nothing is kept: it goes with this desk. */
  let aside: { at: string; text: string } | null = null;
  /** What was kept here was cleared from outside since this desk was opened. */
  let wasCleared = false;
  /** Another tab was told to delete everything: that holds for what is shown here as well. */
  let isDeleted = false;
  for (const area of [records, waysKept])
    area.onChange((isCleared) => {
      isDeleted ||= isCleared;
    });
  const heard = (put: Put): boolean => {
    held.trouble = put !== 'kept' ? put : wasCleared ? 'cleared' : null;
    return put === 'kept';
  };
  const readCases = async () => {
    // What is shown is not given up for a store that was cleared under it.
    await mend();
    const kept = await records.all();
    held.counts = { newer: kept.newer, unreadable: kept.unreadable };
    if (kept.blocked) {
      held.trouble = 'blocked';
      return;
    }
    if (held.trouble === 'blocked') held.trouble = null;
    cases.clear();
    for (const { value } of kept.items) cases.set(value.id, value);
  };
  const readBeside = async () => {
    const [ways, sheet, planner, before] = await Promise.all([
      waysKept.all(),
      sheets.all(),
      oldKept.all(),
      beforeKept.all(),
    ]);
    const found = ways.items.find(({ key }) => key === 'ways');
    if (found) held.ways = found.value;
    held.keeps = found !== undefined;
    held.authority = authorityOf(
      sheet.items.find(({ key }) => key === 'know-yourself')?.value ?? {},
    );
    held.old = planner.items
      .map(({ value }) => value)
      .filter(({ key }) => !held.ways.taken.includes(key));
    // Another tab was asked to keep: what is kept is no longer this tab’s alone to bring back.
    if (held.keeps) aside = null;
    held.beforeImport = before.items[0]?.keptAt ?? aside?.at ?? null;
    if (ways.blocked) held.trouble = 'blocked';
  };
  /** Brings the cases of this tab into the store, beside what lies there. */
  const bringIn = async (own: readonly Case[]) =>
    own.length === 0 ||
    heard(
      await records.updateAll(
        own.map((value) => ({
          key: value.id,
          change: (there: Case | null) => (there ? joinCases(there, value) : value),
        })),
      ),
    );

  /** The store was cleared under an open desk: what is on the screen is kept anew, and that is said. */
  async function mend(written: ReadonlySet<string> = new Set()) {
    if (!held.keeps || (await waysKept.one('ways')) !== null) return;
    const rest = [...cases.values()].filter(({ id }) => !written.has(id));
    if (!heard(await waysKept.put('ways', held.ways)) || !(await bringIn(rest))) return;
    wasCleared = true;
    held.trouble = 'cleared';
  }

  return {
    cases,
    held,
    heard,
    readCases,
    /** What is kept here, as it is now. */
    load: async () => {
      // Another tab may have been asked to keep while this one held cases of its own: they come along.
      const [wasKept, own] = [held.keeps, held.keeps ? [] : [...cases.values()]];
      await readBeside();
      if (!held.keeps) {
        if (!wasKept || held.trouble === 'blocked') return;
        if (isDeleted) {
          cases.clear();
          return;
        }
        // Gone, though nobody said so: what is shown is kept anew.
        held.keeps = true;
      }
      await bringIn(own);
      await readCases();
    },
    /** From here on this browser keeps the cases. */
    keep: async () => {
      isDeleted = false;
      if (!heard(await waysKept.put('ways', held.ways))) return;
      if (await bringIn([...cases.values()])) {
        held.keeps = true;
        if (aside) {
          heard(await beforeKept.put('before-import', { text: aside.text }, aside.at));
          aside = null;
        }
        await readCases();
      } else await waysKept.remove('ways');
    },
    /** Takes everything away that was kept, and answers how much it was. */
    forget: async (): Promise<number | 'blocked'> => {
      const count = await records.clear();
      if (count === 'blocked') {
        held.trouble = 'blocked';
        return count;
      }
      await Promise.all([waysKept.clear(), beforeKept.clear()]);
      cases.clear();
      aside = null;
      wasCleared = false;
      Object.assign(held, {
        keeps: false,
        ways: FIRST_WAYS,
        beforeImport: null,
        counts: { newer: 0, unreadable: 0 },
      });
      return count;
    },
    setWays: async (part: Partial<Ways>) => {
      held.ways = { ...held.ways, ...part };
      if (!held.keeps) return;
      await mend();
      if (part.savedAt !== undefined) wasCleared = false;
      heard(await waysKept.put('ways', held.ways));
    },
    /** One case, changed from what lies in the store at that moment. */
    update: async (id: string, change: (there: Case | null) => Case | null) => {
      if (!held.keeps) return true;
      const isPut = heard(await records.update(id, change));
      if (isPut) await mend(new Set([id]));
      return isPut;
    },
    /** Many, all or none; null from a change removes the case. */
    updateAll: async (
      items: readonly { key: string; change: (there: Case | null) => Case | null }[],
    ) => {
      if (!held.keeps || items.length === 0) return true;
      const isPut = heard(await records.updateAll(items));
      if (isPut) await mend(new Set(items.map(({ key }) => key)));
      return isPut;
    },
    /** Lays aside what is here before a file is brought in. */
    layAside: async (text: string, at: string) => {
      if (!held.keeps) aside = { at, text };
      else if (!heard(await beforeKept.put('before-import', { text }, at))) return false;
      held.beforeImport = at;
      return true;
    },
    laidAside: async () => aside?.text ?? (await beforeKept.all()).items[0]?.value.text ?? null,
    dropAside: async () => {
      if (held.keeps) await beforeKept.clear();
      aside = null;
      held.beforeImport = null;
    },
    /** Tells whenever another tab has changed something here. */
    follow: (then: () => void) => {
      for (const area of [records, waysKept, sheets]) area.onChange(() => then());
    },
  };
}

export type Store = ReturnType<typeof createStore>;
