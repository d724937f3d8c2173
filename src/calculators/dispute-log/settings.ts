/** What can be set besides the files, and what is wrong with it. */
import type { InputIssue } from '../shared/result.ts';
import { isPlainDay } from '../shared/plain-day.ts';
import { READER_COMING } from '../shared/reader-coming.ts';
import { fit, map, object, oneOf, optional, type Shape } from '../shared/shape.ts';
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

/** What is read in any notation: days, and the place of a row. */
export type Notated = 'asOf' | 'changedOn' | 'headerRow';

/** Reads any notation: a day, counted from 1970-01-01, or a row; or the sentence that says why it is neither. */
export type ReadSetting = (name: Notated, raw: unknown) => number | Omit<InputIssue, 'path'>;

/** Stands for what reads any notation until that is here. */
export const readerComing: ReadSetting = (_name, raw) => ({
  key: READER_COMING,
  values: { given: String(raw).slice(0, 40) },
});

export const MOST_ROWS = 1000;

/** What has one meaning whoever reads it: `2026-11-21`, a number in digits; else null. */
export function plainly(name: Notated, raw: unknown): number | null {
  const given = typeof raw === 'object' ? '' : String(raw).trim();
  if (name !== 'headerRow') return isPlainDay(given) ? Date.parse(given) / 86_400_000 : null;
  const row = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  return row >= 1 && row <= MOST_ROWS ? row : null;
}

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
  counted: optional(oneOf(COUNTED)),
  dateOrder: optional(oneOf(DATE_ORDERS)),
  zone: optional(oneOf(ZONES)),
  moneyIn: optional(code),
  encoding: optional(oneOf(ENCODINGS)),
  delimiter: optional(delimiter),
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

/** Checks the settings alone, what is not plain by `read`. */
export function readSettings(
  raw: object,
  read: ReadSetting,
): { settings: Settings } | { issues: InputIssue[] } {
  const given: Record<string, unknown> = withoutEmpty(raw);
  const issues: InputIssue[] = [];
  const notated = (name: Notated): number | null => {
    if (!Object.hasOwn(given, name)) return null;
    const found = plainly(name, given[name]) ?? read(name, given[name]);
    if (typeof found === 'number') return found;
    issues.push({ path: name, ...found });
    return null;
  };
  const [asOf, changedOn, headerRow] = [
    notated('asOf'),
    notated('changedOn'),
    notated('headerRow'),
  ];
  const { value, misfits } = fit(settingsShape, given);
  if (misfits !== null)
    issues.push(
      ...misfits.map(({ path, code, options }) => {
        const name = path.split('.')[0] ?? '';
        if (code === 'one-of')
          return issue(path, 'one-of', {
            list: (options ?? []).map((each) => (each === '\t' ? 'tab' : each)).join(' | '),
          });
        return issue(path, name === 'mapping' ? 'mapping' : 'currency');
      }),
    );
  if (value === null || issues.length > 0) return { issues };
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
      asOf,
      changedOn,
      counted: value.counted ?? 'opened',
      dateOrder: value.dateOrder ?? null,
      zone: value.zone ?? null,
      moneyIn: value.moneyIn ?? null,
      encoding: value.encoding ?? null,
      delimiter: value.delimiter ?? null,
      headerRow,
    },
  };
}
