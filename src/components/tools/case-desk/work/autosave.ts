/** Everything, written by itself to a file a person chose, and never over what somebody else put there. */
import {
  inTurn,
  markOf,
  mayWrite,
  textOf,
  writeTo,
  type ChosenFile,
  type FileMark,
} from '../../../platform/chosen-file.ts';
import { openRecords } from '../../../platform/records.ts';
import { whenCalm } from '../../../platform/ticker.ts';
import type { Store } from './store.ts';

/** How it stands with the file. */
export type AutosaveState =
  | 'on'
  /** The browser wants to be told again that it may. */
  | 'asks'
  /** It holds something this desk has not written. */
  | 'changed'
  /** Cases that cannot be read here would be missing from it. */
  | 'held'
  /** It is gone, or cannot be written to. */
  | 'failed';

export interface AutosaveView {
  name: string;
  /** Empty while it never was written. */
  savedAt: string;
  state: AutosaveState;
}

interface Kept extends FileMark {
  file: ChosenFile;
  savedAt: string;
}

/** How long a desk rests before it is written. */
const CALM = 1500;
const NAME = 'case-desk-file';

function readKept(value: unknown): Kept | null {
  const { file, savedAt, size, modified } = (value ?? {}) as Partial<Kept>;
  if (
    typeof file !== 'object' ||
    typeof (file as Partial<ChosenFile>).createWritable !== 'function'
  )
    return null;
  return {
    file,
    savedAt: typeof savedAt === 'string' ? savedAt : '',
    size: typeof size === 'number' ? size : 0,
    modified: typeof modified === 'number' ? modified : 0,
  };
}

/**
 * @param text everything, as it is now.
 * @param told something about the file has changed without anybody asking.
 */
export function createAutosave(
  { held }: Store,
  text: (at: string) => string,
  now: () => string,
  told: () => void,
) {
  const kept = openRecords<Kept>(NAME, { version: 1, read: readKept });
  let is: AutosaveView | null = null;

  /** @param seen the text somebody has looked at and wants written over. */
  const write = (seen: string | null) =>
    inTurn(`amicable:${NAME}`, async () => {
      const there = await kept.one('file');
      if (!there) {
        is = null;
        return;
      }
      const { file, savedAt } = there;
      const stands = (state: AutosaveState, at = savedAt) => {
        is = { name: file.name, savedAt: at, state };
      };
      const { newer, unreadable } = held.counts;
      if (!held.keeps || held.trouble === 'blocked' || newer + unreadable > 0) {
        stands('held');
        return;
      }
      if (!(await mayWrite(file, false))) {
        stands('asks');
        return;
      }
      try {
        const mark = await markOf(file);
        const isOurs = mark.size === there.size && mark.modified === there.modified;
        if (mark.size > 0 && !isOurs && (seen === null || seen !== (await textOf(file)))) {
          stands('changed');
          return;
        }
        const at = now();
        await kept.put('file', { file, savedAt: at, ...(await writeTo(file, text(at))) });
        stands('on', at);
      } catch (error) {
        stands((error as Error).name === 'NotAllowedError' ? 'asks' : 'failed');
      }
    });
  const later = whenCalm(() => {
    pending = false;
    void write(null).then(told);
  }, CALM);
  let pending = false;

  return {
    view: () => is,
    /** The desk was changed here: it is written once it rests. */
    changed: () => {
      if (!is) return;
      pending = true;
      later();
    },
    /** The page is being left: what rests yet is written now. */
    flush: async () => {
      if (pending) await write(null);
      pending = false;
    },
    write,
    choose: async (file: ChosenFile) => {
      await kept.put('file', { file, savedAt: '', size: 0, modified: 0 });
      await write(null);
    },
    file: async () => (await kept.one('file'))?.file ?? null,
    text: async () => {
      const there = await kept.one('file');
      return there ? textOf(there.file).catch(() => '') : '';
    },
    stop: async () => {
      await kept.clear();
      is = null;
    },
  };
}
