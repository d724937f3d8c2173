import { COLUMNS, type Column } from '@/calculators/listing-check/index.ts';
import { openStore } from '../../platform/storage.ts';

const KEY = 'columns';
/** Headers of more sheets than anybody uses. */
const MOST = 200;
const store = openStore('listing-check');

/** What the person said that columns hold, by header; only where they asked to have it remembered. */
export function keptColumns(): Record<string, Column> | null {
  const raw = store.read(KEY);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  return Object.fromEntries(
    Object.entries(raw).flatMap(([header, column]) => {
      const known = COLUMNS.find((one) => one === column);
      return known ? [[header, known] as const] : [];
    }),
  );
}

/** False where this browser refused. */
export const keepColumns = (columns: Readonly<Record<string, Column>>): boolean =>
  store.write(
    KEY,
    Object.fromEntries(Object.entries({ ...keptColumns(), ...columns }).slice(-MOST)),
  );

export const forgetColumns = (): void => store.remove(KEY);
