import * as z from 'zod/mini';
import { add, compare, exact, fromDecimal, subtract, ZERO, type Exact } from '../shared/exact.ts';
import { parseNumber, type NumberKind } from '../shared/parse-number.ts';
import { decode, type Decoded, type FieldDecoder } from '../shared/permalink.ts';
import type { Incomplete, InputIssue, Invalid } from '../shared/result.ts';
import { partsOf, sumsOf, total, type DisputeRateInput } from './measure.ts';
import type { Metric, Term } from './metric.ts';

/** Texts of this tool's refusals stand in the interface texts under this prefix. */
export const ERROR_KEY = 'tool.dispute-rate.error.';

/** Fields every metric takes, beside its own terms. */
export const COMMON_FIELDS = ['line', 'plannedOrders', 'leavingOrders', 'leavingClaims'] as const;

/** Bounds of the tool, not of the world: beyond them an answer would be slow or no longer exact. */
const MOST_PLANNED = 1_000_000;
const MOST_PRICES = 10_000;
const LINE = { least: fromDecimal('0.01'), most: exact(100) };

type Values = Readonly<Record<string, string | number>>;
type Context = { issues: unknown[] };

/** Reports a refusal by its id; the sentence is chosen where a language is known. */
function refuse(
  ctx: Context,
  input: unknown,
  id: string,
  values: Values = {},
  path: (string | number)[] = [],
) {
  ctx.issues.push({ code: 'custom', input, path, message: id, params: values });
  return z.NEVER;
}

const read = <Output>(parse: (raw: unknown, ctx: Context) => Output) =>
  z.optional(
    z.pipe(
      z.unknown(),
      z.transform((raw, ctx) => parse(raw, ctx as unknown as Context)),
    ),
  );

/** What was given, for the message; of a thing that is neither text nor number only what it is. */
const shown = (raw: unknown) =>
  (typeof raw === 'string' || typeof raw === 'number' ? String(raw) : typeof raw).slice(0, 40);

function readNumber(
  raw: unknown,
  kind: NumberKind,
  ctx: Context,
  path: (string | number)[] = [],
): Exact {
  const result = parseNumber(raw, kind);
  if ('problem' in result) return refuse(ctx, raw, result.problem, { given: shown(raw) }, path);
  return result.value;
}

const number = (kind: NumberKind) => read((raw, ctx) => readNumber(raw, kind, ctx));

const factor = read((raw, ctx) => {
  const value = readNumber(raw, 'decimal', ctx);
  if (ctx.issues.length === 0 && compare(value, ZERO) === 0)
    return refuse(ctx, raw, 'not-positive');
  return value;
});

/** A list may be typed as one text: one price a line, or separated by semicolons. */
const asList = (raw: unknown): unknown[] => {
  if (Array.isArray(raw)) return raw;
  if (typeof raw !== 'string') return [raw];
  return raw
    .split(/[;\n\t；、]|,\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
};

/** `500,300` may be one price or two; only a separator that groups no digits tells. */
const unclear = (raw: unknown) =>
  typeof raw === 'string' &&
  !/[;\n\t；、]/.test(raw) &&
  asList(raw).some((part) => /\p{N}[\s,，]\p{N}/u.test(String(part)));

const moneyList = read((raw, ctx) => {
  const items = asList(raw);
  if (unclear(raw)) return refuse(ctx, raw, 'list-unclear', { given: shown(raw) });
  if (items.length > MOST_PRICES) return refuse(ctx, raw, 'list-too-long', { most: MOST_PRICES });
  return items.map((item, i) => readNumber(item, 'money', ctx, [i]));
});

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

let countries: Map<string, string> | undefined;

/** The code of a country written as its code or by its English or Chinese name; nothing for another word. */
function countryCode(text: string): string | undefined {
  if (!countries) {
    countries = new Map();
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    for (const language of ['en', 'zh-CN']) {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
      for (const code of codes) {
        const name = names.of(code);
        if (name) countries.set(plain(name), code).set(plain(code), code);
      }
    }
  }
  return countries.get(plain(text));
}

const choice = (term: Term) =>
  read((raw, ctx) => {
    const given = typeof raw === 'string' ? raw.trim() : '';
    const named = (text: string) =>
      term.options.find(({ id, label }) =>
        [id, ...Object.values(label)].some((name) => plain(name) === plain(text)),
      )?.id;
    const found = named(given);
    if (found) return found;
    const country = term.unlisted === null ? undefined : countryCode(given);
    if (country && term.unlisted) return named(country) ?? term.unlisted;
    return refuse(ctx, raw, 'not-a-choice', {
      options: term.options.map(({ id }) => id).join(', '),
    });
  });

const ownLine = read((raw, ctx) => {
  const value = readNumber(raw, 'percent', ctx);
  if (ctx.issues.length === 0 && (compare(value, LINE.least) < 0 || compare(value, LINE.most) > 0))
    return refuse(ctx, raw, 'line-range', { least: '0.01', most: 100 });
  return value;
});

const planned = read((raw, ctx) => {
  const value = readNumber(raw, 'count', ctx);
  if (ctx.issues.length === 0 && compare(value, exact(MOST_PLANNED)) > 0)
    return refuse(ctx, raw, 'too-many-planned', { most: MOST_PLANNED });
  return value;
});

const termSchema = (term: Term) => {
  switch (term.kind) {
    case 'choice':
      return choice(term);
    case 'money-list':
      return moneyList;
    case 'decimal':
      return factor;
    case 'count':
    case 'money':
      return number(term.kind);
  }
};

/** The schema of the input of one metric: its own terms and the fields every metric takes. */
export const inputSchema = (metric: Metric) =>
  z.object({
    ...Object.fromEntries(metric.terms.map((term) => [term.id, termSchema(term)])),
    line: ownLine,
    plannedOrders: planned,
    leavingOrders: number('count'),
    leavingClaims: number('count'),
  });

const issue = (path: string, id: string, values: Values = {}): InputIssue => ({
  path,
  key: ERROR_KEY + id,
  values,
});
const invalid = (...issues: InputIssue[]): Invalid => ({ kind: 'invalid', issues });

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** What contradicts itself although every field alone can be read. */
function contradictions(metric: Metric, input: DisputeRateInput): InputIssue[] {
  const { amounts } = input;
  const found: InputIssue[] = [];
  for (const { id, atMost } of metric.terms) {
    const value = amounts[id];
    const limit = atMost === null ? undefined : amounts[atMost];
    if (value && limit && compare(value, limit) > 0)
      found.push(issue(id, 'more-than', { field: id, other: atMost as string }));
  }
  if (found.length > 0) return found;

  const sums = sumsOf(metric, input.choices);
  const net = total(partsOf(sums.numerator, amounts));
  const base = total(partsOf(sums.denominator, amounts));
  if (compare(base, ZERO) <= 0)
    return [issue(metric.furtherOrder[0] as string, 'denominator-zero')];
  if (metric.within && compare(net, base) > 0)
    return [
      issue(sums.numerator.plus[0] as string, 'more-than-base', {
        other: metric.furtherOrder[0] as string,
      }),
    ];

  if (!metric.countsOrders) return found;
  if (compare(input.leavingClaims, input.leavingOrders) > 0)
    found.push(
      issue('leavingClaims', 'more-than', { field: 'leavingClaims', other: 'leavingOrders' }),
    );
  else if (compare(input.leavingClaims, net) > 0)
    found.push(issue('leavingClaims', 'leaving-claims'));
  if (compare(input.leavingOrders, base) > 0) found.push(issue('leavingOrders', 'leaving-orders'));
  else if (
    metric.within &&
    compare(subtract(input.leavingOrders, input.leavingClaims), subtract(base, net)) > 0
  )
    found.push(issue('leavingOrders', 'leaving-clean'));
  return found;
}

/** A missing field may be a misspelt one, so what was ignored is told there as well. */
export type Parsed =
  | { kind: 'input'; input: DisputeRateInput }
  | (Incomplete & { ignored: DisputeRateInput['ignored'] })
  | Invalid;

/**
 * Reads what a form, a file or a command line gives.
 *
 * Numbers may be JSON numbers or text as people paste it; see `parseNumber` for what is certain
 * and what is refused. Empty fields count as not given. Fields that play no part are kept in
 * `ignored`, so a misspelt name does not vanish.
 *
 * @returns the input; or `incomplete` with the fields to fill; or `invalid` with every problem found.
 *   In the values of an issue, `field`, `other` and `options` are ids, to be shown by their labels.
 */
export function parse(raw: unknown, metrics: ReadonlyMap<string, Metric>): Parsed {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return invalid(issue('', 'not-an-object'));
  const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => !isEmpty(value)));
  const { metric: id, ...fields } = given;
  if (id === undefined) return { kind: 'incomplete', missing: ['metric'], ignored: [] };
  const metric = typeof id === 'string' ? metrics.get(id.trim()) : undefined;
  if (!metric)
    return invalid(
      issue('metric', 'unknown-metric', {
        given: shown(id),
        options: [...metrics.keys()].join(', '),
      }),
    );

  const result = z.safeParse(inputSchema(metric), fields);
  if (!result.success)
    return invalid(
      ...result.error.issues.map(({ path, message, ...rest }) =>
        issue(path.join('.'), message, (rest as { params?: Values }).params),
      ),
    );

  const used = new Set<string>([...COMMON_FIELDS, ...metric.terms.map((term) => term.id)]);
  const known = new Set([...metrics.values()].flatMap((each) => each.terms.map((term) => term.id)));
  const ignored: DisputeRateInput['ignored'] = Object.keys(fields)
    .filter((field) => !used.has(field))
    .map((field) => ({ path: field, why: known.has(field) ? 'unused' : 'unknown' }));

  const missing = metric.terms
    .filter((term) => !term.optional && term.default === null && !(term.id in fields))
    .map((term) => term.id);
  if (missing.length > 0) return { kind: 'incomplete', missing, ignored };

  const values = result.data as Readonly<Record<string, unknown>>;
  const pick = <Value>(kinds: readonly Term['kind'][]) =>
    Object.fromEntries(
      metric.terms
        .filter((term) => kinds.includes(term.kind))
        .map((term) => [
          term.id,
          values[term.id] ?? (term.kind === 'choice' ? term.default : undefined),
        ])
        .filter(([, value]) => value !== undefined && value !== null),
    ) as Record<string, Value>;
  const input: DisputeRateInput = {
    metric: metric.id,
    amounts: pick<Exact>(['count', 'money', 'decimal']),
    lists: pick<Exact[]>(['money-list']),
    choices: pick<string>(['choice']),
    line: (values['line'] as Exact | undefined) ?? null,
    plannedOrders: (values['plannedOrders'] as Exact | undefined) ?? null,
    leavingOrders: (values['leavingOrders'] as Exact | undefined) ?? ZERO,
    leavingClaims: (values['leavingClaims'] as Exact | undefined) ?? ZERO,
    ignored,
  };
  const problems = contradictions(metric, input);
  return problems.length > 0 ? invalid(...problems) : { kind: 'input', input };
}

/** Further claims, withdrawals and clean orders: "what if", for the sliders. */
export interface Change {
  claims?: number;
  withdrawals?: number;
  orders?: number;
}

/**
 * The same shop after some further claims, withdrawals and clean orders. Withdrawals beyond what
 * can be withdrawn, or where the metric knows none, change nothing. Only for metrics that count;
 * amounts of money are left as they are.
 */
export function change(input: DisputeRateInput, metric: Metric, by: Change): DisputeRateInput {
  const amounts: Record<string, Exact> = { ...input.amounts };
  const counts = new Set(
    metric.terms.filter((term) => term.kind === 'count').map((term) => term.id),
  );
  const raise = (fields: readonly string[], amount: number) => {
    if (fields.some((field) => !counts.has(field))) return;
    for (const field of fields) amounts[field] = add(amounts[field] ?? ZERO, exact(amount));
  };
  raise(metric.furtherClaim, by.claims ?? 0);
  raise(metric.furtherOrder, by.orders ?? 0);
  if (metric.withdrawal) {
    const { term, upTo } = metric.withdrawal;
    raise([term], by.withdrawals ?? 0);
    const limit = amounts[upTo] ?? ZERO;
    if (compare(amounts[term] ?? ZERO, limit) > 0) amounts[term] = limit;
  }
  return { ...input, amounts };
}

/**
 * Fields from a fragment, as text, ready for a form and for `parse`. What does not belong to the
 * metric or cannot be read is in `ignored`, with a reason that the interface texts know under
 * `tool.dispute-rate.ignored.<why>` or `tool.dispute-rate.error.<why>`. Never throws.
 */
export function decodeInput(fragment: string, metrics: ReadonlyMap<string, Metric>): Decoded {
  const metricField: FieldDecoder = {
    kind: 'one',
    parse: (raw) => (metrics.has(raw) ? { value: raw } : { why: 'unknown-metric' }),
  };
  const metric = metrics.get(String(decode(fragment, { metric: metricField }).input['metric']));
  if (!metric) return decode(fragment, { metric: metricField });
  const shape = inputSchema(metric).shape as Readonly<Record<string, z.ZodMiniType>>;
  const lists = new Set(
    metric.terms.filter((term) => term.kind === 'money-list').map((term) => term.id),
  );
  const choices = new Set(
    metric.terms.filter((term) => term.kind === 'choice').map((term) => term.id),
  );
  const fields = Object.entries(shape).map(([name, schema]): [string, FieldDecoder] => [
    name,
    {
      kind: lists.has(name) ? 'list' : 'one',
      parse: (raw) => {
        const result = z.safeParse(schema, raw);
        // A choice is shown in a list, so it goes there by its id, however it was written.
        return result.success
          ? { value: choices.has(name) ? String(result.data) : raw }
          : { why: result.error.issues[0]?.message ?? 'not-a-number' };
      },
    },
  ]);
  return decode(fragment, { ...Object.fromEntries(fields), metric: metricField });
}
