import { signal } from '@preact/signals';
import { openRecords } from '../../platform/records.ts';

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

/** Characters a record may hold: a board of some thousand rows, and no more. */
const LONGEST = 2_000_000;

const isMoment = (value: unknown): value is string =>
  isText(value) && value.length < 40 && Number.isFinite(Date.parse(value));

/** Stored records are as hostile as a link: only what has the right shape is shown. */
function readKept(key: string, value: unknown): Kept | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, name, keptAt, value: held, pastedAt } = value as Record<string, unknown>;
  if (kind !== 'case' && kind !== 'board') return null;
  if (key.split(':')[0] !== kind || key.length > 200) return null;
  if (!isText(name) || name.length > 200 || !isMoment(keptAt)) return null;
  if (!isText(held) || held.length > LONGEST) return null;
  return { key, kind, name, keptAt, value: held, pastedAt: isMoment(pastedAt) ? pastedAt : keptAt };
}

const TOOL = 'deadline-planner';

/** The records of an exported file, and how many of its items are none; null where it is no such file. */
export function readExport(text: string): { records: Kept[]; refused: number } | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof file !== 'object' || file === null) return null;
  const { tool, version, items } = file as Record<string, unknown>;
  if (tool !== TOOL || version !== 1 || !Array.isArray(items)) return null;
  const records = items.flatMap((item: unknown) => {
    const key = (item as { key?: unknown } | null)?.key;
    const record = isText(key) ? readKept(key, item) : null;
    return record ? [record] : [];
  });
  return { records, refused: items.length - records.length };
}

/** The key a record from a file goes under, so that it never takes the place of another; null where it is here already. */
export function keyFor(record: Kept, here: readonly Kept[]): string | null {
  const same = (one: Kept) => one.value === record.value && one.name === record.name;
  if (here.some((one) => one.kind === record.kind && same(one))) return null;
  return here.some((one) => one.key === record.key)
    ? `${record.key.slice(0, 160)}:${record.keptAt}`
    : record.key;
}

/** What is kept on this device: nothing, until a person presses the button. */
export function createKept() {
  const list = signal<readonly Kept[]>([]);
  /** The browser refused to keep something. */
  const refused = signal(false);
  /** What came of the last file read in; null until there was one. */
  const readIn = signal<{ added: number; refused: number } | 'no-such-file' | null>(null);
  const records = openRecords<Kept>(TOOL, {
    version: 1,
    read: (value, key) => readKept(key, value),
    takesOld: true,
  });
  const read = async () => {
    list.value = (await records.all()).items.map(({ value }) => value);
  };
  const put = async (record: Kept) => {
    const answer = await records.put(record.key, record, record.keptAt);
    await read();
    return answer === 'kept';
  };
  let isFollowed = false;
  return {
    list,
    refused,
    readIn,
    /** Shows what is kept, and from then on what other tabs keep and delete. */
    refresh: () => {
      if (!isFollowed) records.onChange(() => void read());
      isFollowed = true;
      void read();
    },
    keep: (record: Kept) => {
      void put(record).then((isKept) => {
        refused.value = !isKept;
      });
    },
    forget: (key: string) => {
      // Gone at once, so that a second press does not meet the same line again.
      list.value = list.value.filter((record) => record.key !== key);
      void records.remove(key).then(read);
    },
    /** Everything kept here, as one file's text. */
    exported: () => JSON.stringify({ tool: TOOL, version: 1, items: list.value }, null, 2),
    /** Adds the records of an exported file to those kept here. What is here stays as it is. */
    import: async (text: string) => {
      const file = readExport(text);
      if (!file) {
        readIn.value = 'no-such-file';
        return;
      }
      let added = 0;
      refused.value = false;
      for (const record of file.records) {
        const key = keyFor(record, list.value);
        if (key === null) continue;
        if (await put({ ...record, key })) added += 1;
        else refused.value = true;
      }
      readIn.value = { added, refused: file.refused };
    },
  };
}

export type KeptList = ReturnType<typeof createKept>;
