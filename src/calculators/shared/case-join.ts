/** Two copies of the same case, put together so that nothing in either is lost. */
import { tidy, type Case } from './case.ts';

/** A copy that does not say when it was changed is older than one that does. */
const NEVER = '1970-01-01T00:00:00Z';

type Item = string | Readonly<Record<string, unknown>>;
type Past = NonNullable<Case['past']>[number];

/** JSON whose keys are in order, so that equal values are equal texts. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}

/** By what an item of a list is known again where more was found out about it since. */
const KNOWN_BY: Readonly<Record<string, readonly string[]>> = {
  offers: ['at', 'by', 'amount', 'currency', 'text'],
  files: ['name', 'sha256'],
};

const isList = (value: unknown): value is readonly Item[] => Array.isArray(value);
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Records that are one value: half of one and half of the other would be nobody's. */
const WHOLE = new Set(['plan', 'snooze']);

const atOf = (item: Item) => (typeof item === 'string' ? item : String(item['at'] ?? ''));
const inOrder = (a: Item, b: Item) => {
  const [one, two] = [`${atOf(a)} ${plain(a)}`, `${atOf(b)} ${plain(b)}`];
  return one < two ? -1 : one > two ? 1 : 0;
};

/**
 * Both copies in one. A value only one of them has is kept; of two that differ, that of the copy
 * changed last stands and the other goes under `past`. Lists become the union of both, by time.
 * The same whichever copy comes first, and the copy itself where both are equal. Pure.
 */
export function joinCases(one: Case, two: Case): Case {
  if (plain(one) === plain(two)) return one;
  const age = (of: Case) => `${of.changedAt ?? NEVER} ${plain(of)}`;
  const [older, newer] = age(one) < age(two) ? [one, two] : [two, one];
  const past: Past[] = [];

  const lists = (field: string, left: readonly Item[], right: readonly Item[]): Item[] => {
    const known = KNOWN_BY[field];
    const found = new Map<string, Item>();
    for (const item of [...left, ...right]) {
      const key =
        known && typeof item !== 'string'
          ? plain(known.map((name) => item[name] ?? null))
          : plain(item);
      const there = found.get(key);
      found.set(
        key,
        there === undefined || typeof there === 'string' || typeof item === 'string'
          ? item
          : (values(field, there, item) as Item),
      );
    }
    return [...found.values()].sort(inOrder);
  };

  const values = (field: string, left: unknown, right: unknown): unknown => {
    if (left === undefined) return right;
    if (right === undefined) return left;
    if (isList(left) && isList(right)) return lists(field.split('.').at(-1) ?? '', left, right);
    if (isMap(left) && isMap(right) && !WHOLE.has(field))
      return Object.fromEntries(
        [...new Set([...Object.keys(left), ...Object.keys(right)])].map((name) => [
          name,
          values(`${field}.${name}`, left[name], right[name]),
        ]),
      );
    if (plain(left) !== plain(right))
      past.push({
        at: older.changedAt ?? NEVER,
        field,
        value: typeof left === 'string' ? left : plain(left),
      });
    return right;
  };

  const { past: pastOlder, createdAt: madeOlder, changedAt: changedOlder, ...restOlder } = older;
  const { past: pastNewer, createdAt: madeNewer, changedAt: changedNewer, ...restNewer } = newer;
  const both = Object.fromEntries(
    [...new Set([...Object.keys(restOlder), ...Object.keys(restNewer)])].map((name) => [
      name,
      values(
        name,
        (restOlder as Record<string, unknown>)[name],
        (restNewer as Record<string, unknown>)[name],
      ),
    ]),
  );
  return tidy({
    ...(both as Case),
    createdAt: [madeOlder, madeNewer].filter((at) => at !== undefined).sort()[0],
    changedAt: changedNewer ?? changedOlder,
    past: lists('past', [...(pastOlder ?? []), ...(pastNewer ?? [])], past) as Past[],
  });
}

/** The fields in which two copies differ, as `order.price`. */
export function changedFields(one: Case, two: Case): string[] {
  const walk = (field: string, left: unknown, right: unknown): string[] =>
    plain(left) === plain(right)
      ? []
      : isMap(left) && isMap(right)
        ? [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((name) =>
            walk(field === '' ? name : `${field}.${name}`, left[name], right[name]),
          )
        : [field];
  return walk('', one, two);
}
