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

/** What became of a step back, or of putting it back. */
export type Taken =
  /** So many cases were touched; `gone`: so many of them are off the board by it. */
  | { is: 'done'; count: number; gone: number }
  /** Somebody has gone further; so many older steps can still be taken back. */
  | { is: 'changed'; left: number }
  /** There is none; or it could not be written, which is said by itself. */
  | { is: 'none' | 'failed' };

const goneOf = (of: readonly Before[]) => of.filter(({ after }) => after === null).length;
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
  /** Taken back, and not gone beyond since. */
  const undone: Step[] = [];
  const place = ({ id, after }: Before) => {
    if (after) cases.set(id, after);
    else cases.delete(id);
  };
  const remember = (what: string, of: readonly Before[]) => {
    steps.push({ what, of });
    if (steps.length > UNDO_STEPS) steps.shift();
    if (what !== 'undo' && what !== 'redo') undone.splice(0);
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
    /** What was taken back last, and can be put back. */
    lastUndone: () => {
      const last = undone.at(-1);
      return last ? { what: last.what, count: last.of.length } : null;
    },
    clear: () => {
      steps.splice(0);
      undone.splice(0);
    },
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
    /** Takes the last step back, unless somebody has changed the case since: then it is let go. */
    undo: async (): Promise<Taken> => {
      const step = steps.at(-1);
      if (!step) return { is: 'none' };
      if (held.keeps) await readCases();
      if (step.of.some(({ id, after }) => !same(cases.get(id) ?? null, after))) {
        steps.pop();
        return { is: 'changed', left: steps.length };
      }
      const count = steps.length;
      const back = step.of.map(({ id, before, after }) => ({ id, before: after, after: before }));
      if (!(await write('undo', back))) return { is: 'failed' };
      // Neither the step nor its undoing is one that can be taken back again.
      steps.splice(count - 1);
      undone.push(step);
      return { is: 'done', count: step.of.length, gone: goneOf(back) };
    },
    /** Puts back what was taken back last, unless somebody has changed the case since. */
    redo: async (): Promise<Taken> => {
      const step = undone.at(-1);
      if (!step) return { is: 'none' };
      if (held.keeps) await readCases();
      if (step.of.some(({ id, before }) => !same(cases.get(id) ?? null, before))) {
        undone.splice(0);
        return { is: 'changed', left: 0 };
      }
      const count = steps.length;
      if (!(await write('redo', step.of))) return { is: 'failed' };
      undone.pop();
      steps.splice(count, steps.length, step);
      return { is: 'done', count: step.of.length, gone: goneOf(step.of) };
    },
  };
}

export type Steps = ReturnType<typeof createSteps>;
