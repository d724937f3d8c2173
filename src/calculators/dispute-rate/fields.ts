import * as z from 'zod/mini';
import { readCountry } from '../shared/country.ts';
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
import { readMoney } from '../shared/money.ts';
import { readMoneyList } from '../shared/money-list.ts';
import { NUMBER_KEY, parseNumber, shown, type NumberKind } from '../shared/parse-number.ts';
import type { Metric, Term } from './metric.ts';

/** Texts of this tool's own refusals stand in the interface texts under this prefix. */
export const ERROR_KEY = 'tool.dispute-rate.error.';

/** Bounds of the tool, not of the world: beyond them an answer would be slow or no longer exact. */
const MOST_PLANNED = 1_000_000;
const MOST_PRICES = 10_000;
const MOST_FACTOR = 10_000;
const LINE = { least: fromDecimal('0.01'), most: exact(100) };

type Values = Readonly<Record<string, string | number>>;
type Context = { issues: unknown[] };

/** An amount, with the currencies its own sign may stand for; null where it carries none. */
export interface GivenMoney {
  value: Exact;
  stated: readonly string[] | null;
}

/** Reports a refusal by the key of its sentence, which is chosen where a language is known. */
function refuse(
  ctx: Context,
  input: unknown,
  key: string,
  values: Values = {},
  path: (string | number)[] = [],
) {
  ctx.issues.push({ code: 'custom', input, path, message: key, params: values });
  return z.NEVER;
}

const read = <Output>(parse: (raw: unknown, ctx: Context) => Output) =>
  z.optional(
    z.pipe(
      z.unknown(),
      z.transform((raw, ctx) => parse(raw, ctx as unknown as Context)),
    ),
  );

function readNumber(raw: unknown, kind: NumberKind, ctx: Context): Exact {
  const result = parseNumber(raw, kind);
  if ('problem' in result) return refuse(ctx, raw, NUMBER_KEY + result.problem, result.values);
  return result.value;
}

const count = read((raw, ctx) => readNumber(raw, 'count', ctx));

const factor = (term: Term) =>
  read((raw, ctx) => {
    const value = readNumber(raw, 'decimal', ctx);
    if (ctx.issues.length > 0) return value;
    if (compare(value, ZERO) === 0) return refuse(ctx, raw, `${ERROR_KEY}not-positive`);
    if (compare(value, exact(MOST_FACTOR)) > 0)
      return refuse(ctx, raw, `${ERROR_KEY}factor-too-large`, {
        given: shown(raw),
        most: MOST_FACTOR,
      });
    if (term.plausible === 'above-one' && compare(value, ONE) < 0)
      return refuse(ctx, raw, `${ERROR_KEY}inverted`, {
        given: shown(raw),
        field: term.id,
        turned: toDecimal(divide(ONE, value), 2),
      });
    return value;
  });

const money = (term: Term) =>
  read((raw, ctx): GivenMoney => {
    const result = readMoney(raw, term.currency);
    if ('problem' in result) return refuse(ctx, raw, NUMBER_KEY + result.problem, result.values);
    return { value: result.value, stated: result.stated };
  });

const moneyList = (term: Term) =>
  read((raw, ctx): Exact[] => {
    const result = readMoneyList(raw, term.currency ?? '', MOST_PRICES);
    if ('values' in result) return result.values;
    for (const { at, problem, values } of result.refused)
      refuse(ctx, raw, NUMBER_KEY + problem, values, at === null ? [] : [at]);
    return z.NEVER;
  });

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

const choice = (term: Term) =>
  read((raw, ctx) => {
    const given = typeof raw === 'string' ? raw.trim() : '';
    const named = (text: string) =>
      term.options.find(({ id, label }) =>
        [id, ...Object.values(label)].some((name) => plain(name) === plain(text)),
      )?.id;
    const found = named(given);
    if (found) return found;
    const country = term.unlisted === null ? null : readCountry(given);
    if (country && term.unlisted) return named(country) ?? term.unlisted;
    return refuse(ctx, raw, `${ERROR_KEY}not-a-choice`, {
      options: term.options.map(({ id }) => id).join(', '),
    });
  });

const ownLine = read((raw, ctx) => {
  const value = readNumber(raw, 'percent', ctx);
  if (ctx.issues.length === 0 && (compare(value, LINE.least) < 0 || compare(value, LINE.most) > 0))
    return refuse(ctx, raw, `${ERROR_KEY}line-range`, { least: '0.01', most: 100 });
  return value;
});

const planned = read((raw, ctx) => {
  const value = readNumber(raw, 'count', ctx);
  if (ctx.issues.length === 0 && compare(value, exact(MOST_PLANNED)) > 0)
    return refuse(ctx, raw, `${ERROR_KEY}too-many-planned`, { most: MOST_PLANNED });
  return value;
});

const termSchema = (term: Term) => {
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

/** The schema of the input of one metric: its own terms and the fields every metric takes. */
export const inputSchema = (metric: Metric) =>
  z.object({
    ...Object.fromEntries(metric.terms.map((term) => [term.id, termSchema(term)])),
    line: ownLine,
    plannedOrders: planned,
    leavingOrders: count,
    leavingClaims: count,
  });
