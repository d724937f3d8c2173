/** The file everything is taken away in and brought back from, and what bringing it back would change. */
import { CASE_VERSION, readCase, type Case } from '../shared/case.ts';
import { changedFields, joinCases } from '../shared/case-join.ts';
import type { CaseDeskData } from './data.ts';
import { casesOfRecords, type PlannerRecord } from './rows.ts';

/** Names the file as one of the desk. */
const MARK = 'amicable-case-desk';

export interface BundleRead {
  cases: Case[];
  /** Items that are no case. */
  refused: number;
  /** Items a newer page wrote; they are left out, and the person is told to reload. */
  newer: number;
  savedAt: string | null;
}

/** Everything, as the text of a file: `{ "file": "amicable-case-desk", "version": 2, "savedAt": …, "cases": [ … ] }`. */
export const writeBundle = (cases: readonly Case[], savedAt: string): string =>
  `${JSON.stringify({ file: MARK, version: CASE_VERSION, savedAt, cases }, null, 1)}\n`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function ofPlanner(file: Record<string, unknown>, data: CaseDeskData): BundleRead | null {
  if (file['tool'] !== 'deadline-planner' || !Array.isArray(file['items'])) return null;
  const items = file['items'] as unknown[];
  const records = items.filter((item): item is Record<string, unknown> => {
    if (!isObject(item)) return false;
    const { kind, key, name, keptAt, value, pastedAt } = item;
    return (
      (kind === 'case' || kind === 'board') &&
      [key, name, keptAt, value, pastedAt ?? keptAt].every((text) => typeof text === 'string') &&
      Number.isFinite(Date.parse(keptAt as string))
    );
  });
  const { cases, unread } = casesOfRecords(
    records.map(
      (record) => ({ pastedAt: record['keptAt'], ...record }) as unknown as PlannerRecord,
    ),
    data,
    new Set(),
  );
  return { cases, refused: items.length - records.length + unread, newer: 0, savedAt: null };
}

/**
 * Reads a file, as hostile as a link: this desk’s own of any version there was, and what the planner’s
 * page saved before there was a desk. Null for what is no such file.
 */
export function readBundle(text: string, data: CaseDeskData): BundleRead | null {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (!isObject(file)) return null;
  if (file['file'] !== MARK) return ofPlanner(file, data);
  if (!Array.isArray(file['cases'])) return null;
  const read: BundleRead = {
    cases: [],
    refused: 0,
    newer: 0,
    savedAt: typeof file['savedAt'] === 'string' ? file['savedAt'] : null,
  };
  const seen = new Map<string, number>();
  for (const item of file['cases'] as unknown[]) {
    const version = isObject(item) ? item['version'] : undefined;
    const one = readCase(item);
    if (!one) {
      if (typeof version === 'number' && version > CASE_VERSION) read.newer += 1;
      else read.refused += 1;
      continue;
    }
    const twin = seen.get(one.id);
    const there = twin === undefined ? undefined : read.cases[twin];
    if (twin !== undefined && there) read.cases[twin] = joinCases(there, one);
    else {
      seen.set(one.id, read.cases.length);
      read.cases.push(one);
    }
  }
  return read;
}

/** What bringing a file in would do to the cases here. */
export interface BundleChanges {
  added: Case[];
  /** Cases that are here as well and differ: what becomes of them, and in which fields. */
  changed: { before: Case; after: Case; fields: string[] }[];
  /** Cases that are the same here. */
  same: number;
}

/** Nothing here is written over: a case that is in both keeps what either knows. */
export function changesOf(here: readonly Case[], file: readonly Case[]): BundleChanges {
  const known = new Map(here.map((one) => [one.id, one]));
  const changes: BundleChanges = { added: [], changed: [], same: 0 };
  for (const one of file) {
    const before = known.get(one.id);
    if (!before) {
      changes.added.push(one);
      continue;
    }
    const after = joinCases(before, one);
    const fields = changedFields(before, after).filter((field) => field !== 'changedAt');
    if (fields.length === 0) changes.same += 1;
    else changes.changed.push({ before, after, fields });
  }
  return changes;
}

/** Two desks in one: every case of either, by id. The same in either order. */
export function joinDesks(one: readonly Case[], two: readonly Case[]): Case[] {
  const all = new Map<string, Case>();
  for (const each of [...one, ...two]) {
    const there = all.get(each.id);
    all.set(each.id, there ? joinCases(there, each) : each);
  }
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
