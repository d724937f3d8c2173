/** Exports that are known and the words of their headers: all that other tools need, which read files too. */
import data from '../data/presets.json' with { type: 'json' };

import type { Clock } from './zone.ts';
import type { DateOrder, Field, Role } from '../names.ts';

export interface Preset {
  id: string;
  role: Role;
  /** Headers that tell the export, all of them. */
  needs: readonly string[];
  columns: Readonly<Partial<Record<Field, string>>>;
  dateOrder?: DateOrder;
  /** The clock its times are written on, where they do not say. */
  zone?: Clock;
  /** Amounts are in the smallest unit of the currency. */
  minor?: boolean;
  /** One cell may list several products: `A * 1;B * 2`. */
  productList?: boolean;
  /** One order has one case of each product, whatever day and reason a later export gives it. */
  caseByProduct?: boolean;
  /** The first cell marks what a row is; only rows that begin with this one are data. */
  rowMark?: string;
}

/** Header cells are compared in one width, one case (İ is i), without line breaks, and with е for ё. */
export const normalHeader = (text: string): string =>
  text
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\ufeff\u200b\u0307]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('ё', 'е');

const normalKeys = (columns: Readonly<Partial<Record<Field, string>>>) =>
  Object.fromEntries(Object.entries(columns).map(([field, name]) => [field, normalHeader(name)]));

export const PRESETS: readonly Preset[] = (data.presets as unknown as Preset[]).map((preset) => ({
  ...preset,
  needs: preset.needs.map(normalHeader),
  columns: normalKeys(preset.columns),
}));

/** An export that is recognised: where its header was found, the date that carries, and the day it was read. */
export interface KnownExport {
  id: string;
  source: string;
  dated?: string;
  read: string;
}
export const KNOWN_EXPORTS: readonly KnownExport[] = (data.presets as unknown as KnownExport[]).map(
  ({ id, source, dated, read }) => ({ id, source, ...(dated ? { dated } : {}), read }),
);

type Words = Readonly<Record<string, readonly string[]>>;
/** Words of columns with the field each stands for, in the form headers are compared in. */
export const fieldsBy = (words: Words) =>
  Object.entries(words).flatMap(([field, list]) =>
    list.map((word) => [normalHeader(word), field as Field] as const),
  );

export const WORDS: Words = data.words;

/** Header words that tell an alphabet: of exports that are known, and usual ones in the languages of this handbook and Russian. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([
  ...PRESETS.flatMap(({ needs, columns }) => [...needs, ...Object.values(columns)]),
  ...fieldsBy(WORDS).map(([word]) => word),
]);
