/** A case of the desk as another tool meets it: read by its key in this browser, and added to on a person’s word. */
import {
  CASE_MIGRATIONS,
  CASE_VERSION,
  following,
  merge,
  readCase,
  type Case,
  type CasePatch,
} from '@/calculators/shared/case.ts';
import { now } from '../../platform/clock.ts';
import { openRecords, type Put } from '../../platform/records.ts';

const cases = openRecords<Case>('cases', {
  version: CASE_VERSION,
  read: readCase,
  migrations: CASE_MIGRATIONS,
});

/** The case of that key as it is kept now; null where there is none. */
export const caseOf = (id: string): Promise<Case | null> => cases.one(id);

/** Adds to the case what a tool found out. `gone`: it was deleted meanwhile, and is not made anew. */
export async function addTo(id: string, patch: CasePatch): Promise<Put | 'gone'> {
  let isThere = false;
  const put = await cases.update(id, (there) => {
    isThere = there !== null;
    return there && { ...merge(there, patch), changedAt: following(now(), there.changedAt) };
  });
  return put === 'kept' && !isThere ? 'gone' : put;
}
