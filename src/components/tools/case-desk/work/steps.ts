/** Steps of a person, each of which can be taken back while nobody has gone further. */
import { applyChange, type Change } from '@/calculators/case-desk/index.ts';
import type { Case } from '@/calculators/shared/case.ts';
import { joinCases } from '@/calculators/shared/case-join.ts';
import type { Store } from './store.ts';

export interface Before {
  id: string;
  before: Case | null;
  after: Case | null;
}
interface Step {
  what: string;
  of: readonly Before[];
}

const UNDO_STEPS = 50;
/** Of equal cases one may have been read from the store, which lays their parts in its own order. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
const same = (a: unknown, b: unknown) =>
  a === b || JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);

/** @param changed something became of a case. */
export function createSteps(
  { cases, held, readCases, update, updateAll }: Store,
  changed: () => void,
) {
  const steps: Step[] = [];
  const place = ({ id, after }: Before) => {
    if (after) cases.set(id, after);
    else cases.delete(id);
  };
  const remember = (what: string, of: readonly Before[]) => {
    steps.push({ what, of });
    if (steps.length > UNDO_STEPS) steps.shift();
    changed();
  };
  /** Puts what became of cases in place, and into the store where this browser is asked to keep them. */
  const write = async (what: string, of: readonly Before[]): Promise<boolean> => {
    const made = new Map<string, Before>();
    for (const each of of) if (!same(each.before, each.after)) made.set(each.id, each);
    if (made.size === 0) return true;
    const items = [...made.values()].map(({ id, before, after }) => ({
      key: id,
      change: (there: Case | null) => {
        // Another tab may have been quicker: then both are kept, and what is removed is what it made of it.
        const value = !after || !there || same(there, before) ? after : joinCases(there, after);
        made.set(id, { id, before: there ?? before, after: value });
        return value;
      },
    }));
    if (!(await updateAll(items))) return false;
    const done = [...made.values()];
    done.forEach(place);
    remember(what, done);
    return true;
  };

  return {
    write,
    last: () => {
      const last = steps.at(-1);
      return last ? { what: last.what, count: last.of.length } : null;
    },
    clear: () => void steps.splice(0),
    /** One step in one case. Where it is kept, it is made to what lies in the store now. */
    change: async (id: string, change: Change, at: string): Promise<void> => {
      const before = cases.get(id) ?? null;
      if (!before) return;
      let found = before;
      let after = applyChange(before, change, at);
      const isPut = await update(id, (there) => {
        found = there ?? before;
        after = applyChange(found, change, at);
        return after;
      });
      if (!isPut || same(found, after)) return;
      place({ id, before: found, after });
      remember(change.type, [{ id, before: found, after }]);
    },
    /** Takes the last step back, unless somebody has changed the case since. */
    undo: async (): Promise<boolean> => {
      const step = steps.at(-1);
      if (!step) return false;
      if (held.keeps) await readCases();
      if (step.of.some(({ id, after }) => !same(cases.get(id) ?? null, after))) {
        steps.pop();
        return false;
      }
      const back = step.of.map(({ id, before, after }) => ({ id, before: after, after: before }));
      const isUndone = await write('undo', back);
      // Neither the step nor its undoing is one that can be taken back again.
      if (isUndone) steps.splice(-2, 2);
      return isUndone;
    },
  };
}

export type Steps = ReturnType<typeof createSteps>;
