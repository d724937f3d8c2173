import type { PlannerRecord } from '@/calculators/case-desk/index.ts';
import { openRecords } from '../../platform/records.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/** A record as the planner’s page kept it, as hostile as a link; null for what is none. */
function read(value: unknown, key: string): PlannerRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, name, keptAt, value: held, pastedAt } = value as Record<string, unknown>;
  if ((kind !== 'case' && kind !== 'board') || !isText(name) || !isText(held) || !isText(keptAt))
    return null;
  if (!Number.isFinite(Date.parse(keptAt))) return null;
  return { key, kind, name, keptAt, value: held, pastedAt: isText(pastedAt) ? pastedAt : keptAt };
}

/**
 * What the planner’s page kept before there was a desk.
 *
 * @param takesOld whether what its first pages kept elsewhere is moved beside it; only a page can do that.
 */
export const plannerRecords = (takesOld: boolean) =>
  openRecords<PlannerRecord>('deadline-planner', { version: 1, read, takesOld });
