import { signal } from '@preact/signals';
import { openStore } from '../../platform/storage.ts';

/** A case or a board somebody asked this browser to keep. */
export interface Kept {
  key: string;
  kind: 'case' | 'board';
  name: string;
  keptAt: string;
  /** A permalink's fragment, or the rows of a board. */
  value: string;
  /** The moment the rows were pasted. */
  pastedAt: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Stored records are as hostile as a link: only what has the right shape is shown. */
function readKept(key: string, value: unknown): Kept | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, name, keptAt, value: held, pastedAt } = value as Record<string, unknown>;
  if ((kind !== 'case' && kind !== 'board') || !isText(name) || !isText(keptAt) || !isText(held))
    return null;
  return { key, kind, name, keptAt, value: held, pastedAt: isText(pastedAt) ? pastedAt : keptAt };
}

/** What is kept on this device: nothing, until a person presses the button. */
export function createKept() {
  const list = signal<readonly Kept[]>([]);
  /** The browser refused to keep something. */
  const refused = signal(false);
  const store = openStore('deadline-planner');
  const refresh = () => {
    list.value = store
      .keys()
      .flatMap((key) => readKept(key, store.read(key)) ?? [])
      .sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1));
  };
  return {
    list,
    refused,
    refresh,
    keep: (record: Kept) => {
      const { key, ...value } = record;
      refused.value = !store.write(key, value);
      refresh();
    },
    forget: (key: string) => {
      store.remove(key);
      refresh();
    },
    /** Everything kept here, as one file's text. */
    exported: () =>
      JSON.stringify({ tool: 'deadline-planner', version: 1, items: list.value }, null, 2),
  };
}

export type KeptList = ReturnType<typeof createKept>;
