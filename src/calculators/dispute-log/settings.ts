/** What can be set besides the files, and what is wrong with it. */
import type { InputIssue } from '../shared/result.ts';
import { fit, map, number, object, oneOf, optional, type Shape } from '../shared/shape.ts';
import { readInstant } from '../shared/time.ts';
import {
  COUNTED,
  DATE_ORDERS,
  DELIMITERS,
  ENCODINGS,
  FIELDS,
  PERIODS,
  ZONES,
  type Counted,
  type DateOrder,
  type Delimiter,
  type Encoding,
  type Mapping,
  type Period,
  type Zone,
} from './names.ts';

const KEY = 'tool.dispute-log.error';

export interface Settings {
  mapping: Mapping;
  period: Period;
  /** Days since 1970-01-01; null where nothing was given. */
  asOf: number | null;
  changedOn: number | null;
  counted: Counted;
  dateOrder: DateOrder | null;
  /** Days by this clock, where a file says on which its own are written; null for days as written. */
  zone: Zone | null;
  /** The currency of amounts that do not tell theirs; null where nobody said it. */
  moneyIn: string | null;
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  headerRow: number | null;
}

const LONGEST_NAME = 200;
const TAB_NAMES = ['tab', '\\t'];

const column: Shape<string | number | readonly string[]> = {
  read: (raw, path, misfits) => {
    if (typeof raw === 'string' && raw.length <= LONGEST_NAME) return raw;
    if (typeof raw === 'number' && Number.isInteger(raw) && raw >= 1) return raw;
    if (
      Array.isArray(raw) &&
      raw.every((name) => typeof name === 'string' && name.length <= LONGEST_NAME)
    )
      return raw as string[];
    misfits.push({ path, code: 'shape' });
    return '';
  },
};

const delimiter: Shape<Delimiter> = {
  read: (raw, path, misfits) =>
    oneOf(DELIMITERS).read(TAB_NAMES.includes(raw as string) ? '\t' : raw, path, misfits),
};

/** A day, as `2026-11-21` or as an instant; the day it lies in at UTC, counted from 1970-01-01. */
const dayOf: Shape<number> = {
  read: (raw, path, misfits) => {
    const given = typeof raw === 'string' ? raw.trim() : '';
    const read = readInstant(/^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T00:00:00Z` : given);
    if (read.kind === 'instant') return Math.floor(read.at / 86_400_000);
    misfits.push({ path, code: 'shape' });
    return 0;
  },
};

const headerRow: Shape<number> = {
  read: (raw, path, misfits) => {
    const value = number.read(
      typeof raw === 'string' && /^\d{1,6}$/.test(raw) ? Number(raw) : raw,
      path,
      misfits,
    );
    if (value !== undefined && !(Number.isInteger(value) && value >= 1 && value <= 1000))
      misfits.push({ path, code: 'shape' });
    return value;
  },
};

/** Three letters; whether a currency has them is known where files are read. */
const code: Shape<string> = {
  read: (raw, path, misfits) => {
    const given = typeof raw === 'string' ? raw.trim().toUpperCase() : '';
    if (!/^[A-Z]{3}$/.test(given)) misfits.push({ path, code: 'shape' });
    return given;
  },
};

const settingsShape = object({
  mapping: optional(map(column, 40)),
  period: optional(oneOf(PERIODS)),
  asOf: optional(dayOf),
  changedOn: optional(dayOf),
  counted: optional(oneOf(COUNTED)),
  dateOrder: optional(oneOf(DATE_ORDERS)),
  zone: optional(oneOf(ZONES)),
  moneyIn: optional(code),
  encoding: optional(oneOf(ENCODINGS)),
  delimiter: optional(delimiter),
  headerRow: optional(headerRow),
});

export const issue = (path: string, id: string, values: InputIssue['values'] = {}): InputIssue => ({
  path,
  key: `${KEY}.${id}`,
  values,
});

/** Empty text is no answer, as everywhere in the house. */
const withoutEmpty = (raw: object) =>
  Object.fromEntries(
    Object.entries(raw).filter(
      ([, value]) => value !== null && value !== undefined && value !== '',
    ),
  );

/** Checks the settings alone. */
export function readSettings(raw: object): { settings: Settings } | { issues: InputIssue[] } {
  const { value, misfits } = fit(settingsShape, withoutEmpty(raw));
  if (misfits !== null)
    return {
      issues: misfits.map(({ path, code, options }) => {
        const name = path.split('.')[0] ?? '';
        if (code === 'one-of')
          return issue(path, 'one-of', {
            list: (options ?? []).map((each) => (each === '\t' ? 'tab' : each)).join(' | '),
          });
        return issue(
          path,
          name === 'asOf' || name === 'changedOn'
            ? 'day'
            : name === 'mapping'
              ? 'mapping'
              : name === 'moneyIn'
                ? 'currency'
                : 'shape',
        );
      }),
    };
  const unknown = Object.keys(value.mapping ?? {}).filter(
    (name) => !(FIELDS as readonly string[]).includes(name),
  );
  if (unknown.length > 0)
    return {
      issues: unknown.map((name) =>
        issue(`mapping.${name}`, 'no-field', { list: FIELDS.join(', ') }),
      ),
    };
  return {
    settings: {
      mapping: (value.mapping ?? {}) as Mapping,
      period: value.period ?? 'month',
      asOf: value.asOf ?? null,
      changedOn: value.changedOn ?? null,
      counted: value.counted ?? 'opened',
      dateOrder: value.dateOrder ?? null,
      zone: value.zone ?? null,
      moneyIn: value.moneyIn ?? null,
      encoding: value.encoding ?? null,
      delimiter: value.delimiter ?? null,
      headerRow: value.headerRow ?? null,
    },
  };
}
