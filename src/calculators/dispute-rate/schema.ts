import { named } from '../shared/plain-number.ts';
import { compare, subtract, toPlain, ZERO, type Exact } from '../shared/exact.ts';
import { isPlainNumber, shown } from '../shared/plain-number.ts';
import type { Incomplete, InputIssue, Invalid } from '../shared/result.ts';
import { ERROR_KEY, readersOf, type GivenMoney, type Refusal } from './fields.ts';
import { partsOf, sumsOf, total, type DisputeRateInput, type Ignored } from './measure.ts';
import type { Metric, Term } from './metric.ts';

/** Fields every metric takes, beside its own terms. */
export const COMMON_FIELDS = ['line', 'plannedOrders', 'leavingOrders', 'leavingClaims'] as const;

type Values = Readonly<Record<string, string | number>>;

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

/** Fields that were given and play no part, with the reason. */
function ignoredOf(
  metric: Metric,
  metrics: ReadonlyMap<string, Metric>,
  fields: Readonly<Record<string, unknown>>,
): Ignored[] {
  const own = new Set<string>(['line', ...metric.terms.map((term) => term.id)]);
  const known = new Set([...metrics.values()].flatMap((each) => each.terms.map((term) => term.id)));
  const why = (field: string): Ignored['why'] | null => {
    if (own.has(field)) return null;
    if (!(COMMON_FIELDS as readonly string[]).includes(field))
      return known.has(field) ? 'unused' : 'unknown';
    if (!metric.countsOrders) return 'unused';
    return field === 'plannedOrders' || 'plannedOrders' in fields ? null : 'needs-planned';
  };
  return Object.keys(fields).flatMap((path) => {
    const reason = why(path);
    return reason === null ? [] : [{ path, why: reason }];
  });
}

/**
 * The currency of the amounts: the one the metric states, else the one the given signs leave over.
 * Null where there are no amounts, or none of them says its currency for certain. Amounts of two
 * currencies cannot be set against each other.
 */
function currencyOf(
  metric: Metric,
  amounts: Readonly<Record<string, GivenMoney>>,
  given: readonly string[],
): { currency: string | null } | InputIssue {
  let possible: readonly string[] | null = null;
  for (const { id, kind, currency } of metric.terms) {
    if (!given.includes(id) || (kind !== 'money' && kind !== 'money-list')) continue;
    const stated = currency === null ? (amounts[id]?.stated ?? null) : [currency];
    if (stated === null) continue;
    const before: readonly string[] = possible ?? stated;
    possible = before.filter((code) => stated.includes(code));
    if (possible.length === 0)
      return issue(id, 'two-currencies', { stated: named(stated), before: named(before) });
  }
  return { currency: possible?.length === 1 ? (possible[0] ?? null) : null };
}

/** What was read from words, plain, by the name of its field; a list as the list of its amounts. */
export type Understood = Readonly<Record<string, string | string[]>>;

function understoodOf(
  given: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Understood {
  const plainOf = (value: unknown): string | string[] | null => {
    if (Array.isArray(value)) return value.map((each) => toPlain(each as Exact));
    if (typeof value !== 'object' || value === null) return null;
    return toPlain('num' in value ? (value as Exact) : (value as GivenMoney).value);
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const plain = [given[name]].flat().every(isPlainNumber) ? null : plainOf(value);
      return plain === null ? [] : [[name, plain]];
    }),
  );
}

/** A missing field may be a misspelt one, so what was ignored is told there as well. */
export type Parsed =
  | { kind: 'input'; input: DisputeRateInput; understood: Understood }
  | (Incomplete & { ignored: DisputeRateInput['ignored'] })
  | Invalid;

/**
 * Reads what a form, a file or a command line gives.
 *
 * Numbers may be JSON numbers or text as people paste it; see `parseNumber`, `readMoney` and
 * `readMoneyList` for what is certain and what is refused. Empty fields count as not given. Fields that play no part are kept in
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

  const values: Record<string, unknown> = {};
  const refused: InputIssue[] = [];
  for (const [path, read] of Object.entries(readersOf(metric))) {
    if (!Object.hasOwn(fields, path)) continue;
    const refusals: Refusal[] = [];
    values[path] = read(fields[path], refusals);
    for (const { key, values: because, at } of refusals)
      refused.push({ path: at === null ? path : `${path}.${at}`, key, values: because });
  }
  if (refused.length > 0) return invalid(...refused);

  const ignored = ignoredOf(metric, metrics, fields);

  const missing = metric.terms
    .filter((term) => !term.optional && term.default === null && !(term.id in fields))
    .map((term) => term.id);
  if (missing.length > 0) return { kind: 'incomplete', missing, ignored };

  const pick = <Value>(kinds: readonly Term['kind'][]) =>
    Object.fromEntries(
      metric.terms
        .filter((term) => kinds.includes(term.kind))
        .map((term) => [
          term.id,
          values[term.id] ?? (term.kind === 'choice' ? term.default : undefined),
        ])
        .filter(([, value]) => !isEmpty(value)),
    ) as Record<string, Value>;
  const sums = pick<GivenMoney>(['money']);
  const money = currencyOf(metric, sums, Object.keys(fields));
  if ('path' in money) return invalid(money);
  const input: DisputeRateInput = {
    metric: metric.id,
    amounts: {
      ...pick<Exact>(['count', 'decimal']),
      ...Object.fromEntries(Object.entries(sums).map(([term, { value }]) => [term, value])),
    },
    lists: pick<Exact[]>(['money-list']),
    choices: pick<string>(['choice']),
    currency: money.currency,
    line: (values['line'] as Exact | undefined) ?? null,
    plannedOrders: (values['plannedOrders'] as Exact | undefined) ?? null,
    leavingOrders: (values['leavingOrders'] as Exact | undefined) ?? ZERO,
    leavingClaims: (values['leavingClaims'] as Exact | undefined) ?? ZERO,
    ignored,
  };
  const problems = contradictions(metric, input);
  if (problems.length > 0) return invalid(...problems);
  return { kind: 'input', input, understood: understoodOf(fields, values) };
}
