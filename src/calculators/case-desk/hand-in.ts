/** Which of the files somebody has, or will have, the platform should be given before its clock ends. */
import type { Case } from '../shared/case.ts';
import { parseInstant } from '../shared/time.ts';
import type { CaseDeskData } from './data.ts';
import type { JudgedCase } from './judge.ts';
import { evidenceFor } from './next.ts';

/** What the desk says of the files of a case, by their names. */
export interface HandIn {
  /** When the clock ends that asks for evidence, the earliest where several run; null where none does. */
  until: string | null;
  /** Files that show what the list of the cause asks for, and are there by then. */
  names: string[];
  /** Files that show it and come after that. */
  late: string[];
  /** Files that show nothing the list asks for. */
  unasked: string[];
  /** Files of which nobody said what they show, or of which a moment cannot be read. */
  unknown: string[];
}

export function handIn(one: Case, { clocks }: JudgedCase, data: CaseDeskData): HandIn {
  const until =
    clocks
      .filter(({ id, doneAt }) => data.desk.clocks[id] === 'send-evidence' && doneAt === null)
      .flatMap(({ dueAt }) => dueAt ?? [])
      .sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
  const list = evidenceFor(one, data);
  const asked = new Set(
    list?.items.flatMap(({ id }) => [id, id.slice(list.checklist.length + 1)]) ?? [],
  );
  const placeOf = (shows: string | undefined, readyAt: string | undefined): keyof HandIn => {
    if (shows === undefined || list === null) return 'unknown';
    if (!asked.has(shows)) return 'unasked';
    if (readyAt === undefined || until === null) return 'names';
    const ready = parseInstant(readyAt);
    if (ready === null) return 'unknown';
    return ready > Date.parse(until) ? 'late' : 'names';
  };
  const found: HandIn = { until, names: [], late: [], unasked: [], unknown: [] };
  for (const { name, shows, readyAt } of one.evidence?.files ?? []) {
    const place = found[placeOf(shows, readyAt)];
    if (Array.isArray(place)) place.push(name);
  }
  return found;
}
