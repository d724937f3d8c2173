/** Cases that come from elsewhere and go elsewhere: rows, files, and what the planner’s page kept. */
import {
  type BundleChanges,
  casesOfRecords,
  casesOfRows,
  changesOf,
  readBundle,
  rowsLeft,
  scrub,
  writeBundle,
  type CaseDeskData,
} from '@/calculators/case-desk/index.ts';
import { merge } from '@/calculators/shared/case.ts';
import type { ImportPreview, RowsRead } from './view.ts';
import type { Before, Steps } from './steps.ts';
import type { Store } from './store.ts';

/** Rows whose moment is told back; nobody reads more. */
const ROWS_TOLD = 100;

/** What a file adds and changes, as steps of cases. */
const broughtBy = ({ added, changed }: BundleChanges): Before[] => [
  ...added.map((after) => ({ id: after.id, before: null, after })),
  ...changed.map(({ before, after }) => ({ id: before.id, before, after })),
];

/** @param myZone the clock of the desk: moments of a kind of case that names no zone are read on it. */
export function createFiles(
  store: Store,
  steps: Steps,
  content: () => CaseDeskData,
  myZone: () => string,
) {
  const { cases, held } = store;
  const all = () => [...cases.values()];
  const rowsOf = (text: string, platform: string, chosen: [string, string][], at: string) => {
    const read = casesOfRows(text, content(), at, new Set(cases.keys()), {
      platform,
      chosen: new Map(chosen),
      shared: { myZone: myZone() },
    });
    // One order has one case, unless a person says otherwise.
    const byOrder = new Map(all().flatMap((one) => (one.order?.id ? [[one.order.id, one]] : [])));
    const rows = read.cases.map((one, i) => ({
      one,
      line: read.lines[i] ?? 0,
      first: byOrder.get(one.order?.id ?? ''),
    }));
    return { ...read, rows };
  };

  return {
    /** Looks at pasted rows; nothing is added yet. */
    rows: (text: string, platform: string, chosen: [string, string][], at: string): RowsRead => {
      const { rows, understood, errors, notices, questions } = rowsOf(text, platform, chosen, at);
      return {
        errors,
        notices,
        questions,
        understood: understood.slice(0, ROWS_TOLD),
        count: rows.filter(({ first }) => !first).length,
        there: rows.flatMap(({ line, one, first }) =>
          first ? [{ line, order: one.order?.id ?? '', id: first.id }] : [],
        ),
      };
    },
    /**
     * Puts new rows on the board, or what rows say of orders that are on it into their cases. Answers
     * with the rows that are not taken, as they were written.
     */
    addRows: async (
      text: string,
      platform: string,
      chosen: [string, string][],
      at: string,
      toThere: boolean,
    ) => {
      const { rows, ...read } = rowsOf(text, platform, chosen, at);
      const after = new Map<string, Before>();
      for (const { one, first } of rows) {
        if (!first && !toThere) after.set(one.id, { id: one.id, before: null, after: one });
        if (!first || !toThere) continue;
        const so = after.get(first.id)?.after ?? first;
        // A row changes neither the kind of a case nor the day it came.
        const { createdAt, flow = one.flow, platform = one.platform } = so;
        after.set(first.id, {
          id: first.id,
          before: first,
          after: merge(so, { ...one, createdAt, flow, platform }),
        });
      }
      const isIn = await steps.write('rows', [...after.values()]);
      const waits = new Set(
        rows.flatMap(({ line, first }) =>
          isIn && (first !== undefined) === toThere ? [] : [line],
        ),
      );
      return { count: isIn ? after.size : 0, left: rowsLeft(text, read, waits) };
    },
    /** Takes in what the planner’s page kept. It stays there as well; it is asked about once. */
    takeIn: async (): Promise<{ count: number; unread: number }> => {
      const { cases: found, unread } = casesOfRecords(held.old, content(), new Set(cases.keys()));
      const isIn = await steps.write(
        'take-in',
        found.map((after) => ({ id: after.id, before: null, after })),
      );
      if (isIn) {
        const taken = [...held.ways.taken, ...held.old.map(({ key }) => key)];
        held.old = [];
        await store.setWays({ taken });
      }
      return { count: isIn ? found.length : 0, unread };
    },

    /** Everything, as the text of a file. */
    bundle: (at: string, isScrubbed: boolean): string =>
      writeBundle(isScrubbed ? scrub(all()) : all(), at),
    preview: (text: string): ImportPreview | null => {
      const read = readBundle(text, content());
      if (!read) return null;
      const { added, changed, same } = changesOf(all(), read.cases);
      return {
        added: added.map(({ id }) => id),
        changed: changed.map(({ before, fields }) => ({ id: before.id, fields })),
        same,
        refused: read.refused,
        newer: read.newer,
      };
    },
    /** Brings the file in: new cases come beside, others keep what either knows. All of it or nothing. */
    bring: async (text: string, at: string): Promise<void> => {
      const read = readBundle(text, content());
      if (!read) return;
      if (held.keeps) await store.readCases();
      const changes = changesOf(all(), read.cases);
      if (changes.added.length + changes.changed.length === 0) return;
      if (!(await store.layAside(writeBundle(all(), at), at))) return;
      await steps.write('import', broughtBy(changes));
    },
    /**
     * What this tab held before it was loaded anew; what is kept meanwhile is joined with it.
     *
     * @param before what it held before a file was brought in, and when that was.
     */
    restore: async (text: string, before: { at: string; text: string } | null): Promise<void> => {
      const read = readBundle(text, content());
      if (before && !held.keeps) await store.layAside(before.text, before.at);
      if (read) await steps.write('restore', broughtBy(changesOf(all(), read.cases)));
      steps.clear();
    },
    /** Back to what was here before the last import, whatever has happened since. */
    bringBack: async (): Promise<void> => {
      const text = await store.laidAside();
      const read = text === null ? null : readBundle(text, content());
      if (!read) return;
      const wanted = new Map(read.cases.map((one) => [one.id, one]));
      const isBack = await steps.write(
        'bring-back',
        [...new Set([...cases.keys(), ...wanted.keys()])].map((id) => ({
          id,
          before: cases.get(id) ?? null,
          after: wanted.get(id) ?? null,
        })),
      );
      if (isBack) await store.dropAside();
    },
  };
}
