import {
  compare,
  divide,
  exact,
  fromDecimal,
  ONE,
  toDecimal,
  ZERO,
  type Exact,
} from '../shared/exact.ts';
import { NUMBER_KEY, shown, type NumberKind } from '../shared/plain-number.ts';
import { READER_COMING } from '../shared/reader-coming.ts';
import {
  countryOf,
  readAmount,
  readAmounts,
  readNumber as readAnyNumber,
} from '../shared/readers.ts';
import type { Metric, Term } from './metric.ts';

/** Texts of this tool's own refusals stand in the interface texts under this prefix. */
export const ERROR_KEY = 'tool.dispute-rate.error.';

/** Bounds of the tool, not of the world: beyond them an answer would be slow or no longer exact. */
const MOST_PLANNED = 1_000_000;
const MOST_PRICES = 10_000;
const MOST_FACTOR = 10_000;
const LINE = { least: fromDecimal('0.01'), most: exact(100) };

type Values = Readonly<Record<string, string | number>>;

/** An amount, with the currencies its own sign may stand for; null where it carries none. */
export interface GivenMoney {
  value: Exact;
  stated: readonly string[] | null;
}

/** Why a field cannot be taken, by the key of its sentence, which is chosen where a language is known. */
export interface Refusal {
  key: string;
  values: Values;
  /** Which of several values it is about, counted from 0; null for the field as a whole. */
  at: number | null;
}

/** What a field is read with; null where it was refused, and then the reason is in `refusals`. */
export type FieldReader<Output = unknown> = (raw: unknown, refusals: Refusal[]) => Output | null;

const refuse = (
  refusals: Refusal[],
  key: string,
  values: Values = {},
  at: number | null = null,
): null => {
  refusals.push({ key, values, at });
  return null;
};

function readNumber(raw: unknown, kind: NumberKind, refusals: Refusal[]): Exact | null {
  const result = readAnyNumber(raw, kind);
  if ('problem' in result) return refuse(refusals, NUMBER_KEY + result.problem, result.values);
  return result.value;
}

const count: FieldReader<Exact> = (raw, refusals) => readNumber(raw, 'count', refusals);

const factor =
  (term: Term): FieldReader<Exact> =>
  (raw, refusals) => {
    const value = readNumber(raw, 'decimal', refusals);
    if (value === null) return null;
    if (compare(value, ZERO) === 0) return refuse(refusals, `${ERROR_KEY}not-positive`);
    if (compare(value, exact(MOST_FACTOR)) > 0)
      return refuse(refusals, `${ERROR_KEY}factor-too-large`, {
        given: shown(raw),
        most: MOST_FACTOR,
      });
    if (term.plausible === 'above-one' && compare(value, ONE) < 0)
      return refuse(refusals, `${ERROR_KEY}inverted`, {
        given: shown(raw),
        field: term.id,
        turned: toDecimal(divide(ONE, value), 2),
      });
    return value;
  };

const money =
  (term: Term): FieldReader<GivenMoney> =>
  (raw, refusals) => {
    const result = readAmount(raw, term.currency);
    if ('problem' in result) return refuse(refusals, NUMBER_KEY + result.problem, result.values);
    return { value: result.value, stated: result.stated };
  };

const moneyList =
  (term: Term): FieldReader<Exact[]> =>
  (raw, refusals) => {
    const result = readAmounts(raw, term.currency ?? '', MOST_PRICES);
    if ('values' in result) return result.values;
    for (const { at, problem, values } of result.refused)
      refuse(refusals, NUMBER_KEY + problem, values, at);
    return null;
  };

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

const choice =
  (term: Term): FieldReader<string> =>
  (raw, refusals) => {
    const given = typeof raw === 'string' ? raw.trim() : '';
    const named = (text: string) =>
      term.options.find(({ id, label }) =>
        [id, ...Object.values(label)].some((name) => plain(name) === plain(text)),
      )?.id;
    const found = named(given);
    if (found) return found;
    const country = term.unlisted === null ? null : countryOf(given);
    if (country === undefined) return refuse(refusals, READER_COMING, { given });
    if (country && term.unlisted) return named(country) ?? term.unlisted;
    return refuse(refusals, `${ERROR_KEY}not-a-choice`, {
      options: term.options.map(({ id }) => id).join(', '),
    });
  };

const ownLine: FieldReader<Exact> = (raw, refusals) => {
  const value = readNumber(raw, 'percent', refusals);
  return value && (compare(value, LINE.least) < 0 || compare(value, LINE.most) > 0)
    ? refuse(refusals, `${ERROR_KEY}line-range`, { least: '0.01', most: 100 })
    : value;
};

const planned: FieldReader<Exact> = (raw, refusals) => {
  const value = readNumber(raw, 'count', refusals);
  return value && compare(value, exact(MOST_PLANNED)) > 0
    ? refuse(refusals, `${ERROR_KEY}too-many-planned`, { most: MOST_PLANNED })
    : value;
};

const readerOf = (term: Term): FieldReader => {
  switch (term.kind) {
    case 'choice':
      return choice(term);
    case 'money-list':
      return moneyList(term);
    case 'decimal':
      return factor(term);
    case 'count':
      return count;
    case 'money':
      return money(term);
  }
};

/** What each field of one metric is read with: its own terms and the fields every metric takes. */
export const readersOf = (metric: Metric): Readonly<Record<string, FieldReader>> => ({
  ...Object.fromEntries(metric.terms.map((term) => [term.id, readerOf(term)])),
  line: ownLine,
  plannedOrders: planned,
  leavingOrders: count,
  leavingClaims: count,
});
