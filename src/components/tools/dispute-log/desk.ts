import { answer, readFiles, type DisputeLogResult } from '@/calculators/dispute-log/calculate.ts';
export { readWorkbooks } from '@/calculators/dispute-log/calculate.ts';
import type { Field, Role, Settings } from '@/calculators/dispute-log/index.ts';
import { blobSource } from './blob-source.ts';

/** A file of the person's own, or pasted text, and what it is said to be. */
export interface ChosenFile {
  name: string;
  role: Role;
  blob: Blob;
}

export interface DeskRequest {
  files: readonly ChosenFile[];
  settings: Settings;
  /** The day it is, counted from 1970-01-01. */
  today: number;
}

/** What a table looks like, to choose columns by. */
export interface TableSeen {
  name: string;
  headers: readonly string[];
  /** Of columns that are read; null for all others. */
  sample: readonly (readonly (string | null)[])[];
  columns: Readonly<Partial<Record<Field, number>>>;
}

export interface DeskAnswer {
  result: DisputeLogResult;
  tables: readonly TableSeen[];
}

/** Rows left out that are handed over one by one; beyond them their number is told. */
const MOST_LEFT = 2000;

/**
 * Reads files and answers. Files that were read are kept as columns of numbers, so that another way of
 * counting does not read them again.
 */
export function createDesk() {
  let kept: {
    key: string;
    files: readonly Blob[];
    read: Awaited<ReturnType<typeof readFiles>>;
  } | null = null;
  return async (
    { files, settings, today }: DeskRequest,
    progress: (share: number) => void,
  ): Promise<DeskAnswer> => {
    const { mapping, encoding, delimiter, headerRow, dateOrder, zone } = settings;
    const key = JSON.stringify([
      mapping,
      encoding,
      delimiter,
      headerRow,
      dateOrder,
      zone,
      files.map(({ name, role, blob }) => [name, role, blob.size]),
    ]);
    const isSame = kept?.key === key && kept.files.every((blob, i) => blob === files[i]?.blob);
    if (!kept || !isSame) {
      const read = await readFiles(
        files.map(({ name, role, blob }) => ({
          source: blobSource(name, blob),
          role,
          settings,
        })),
        (bytes, of) => progress(of === 0 ? 1 : bytes / of),
      );
      kept = { key, files: files.map(({ blob }) => blob), read };
    }
    const result = answer(kept.read, settings, today);
    if (result.kind === 'ok')
      for (const file of result.files) file.left = file.left.slice(0, MOST_LEFT);
    return {
      result,
      tables: kept.read.tables.map(({ name, headers, sample, columns }) => ({
        name,
        headers,
        sample,
        columns,
      })),
    };
  };
}
