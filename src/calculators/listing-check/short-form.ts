import type { ListingOk } from './calculate.ts';

/** What the worked cases write down about a listing. */
export interface Wanted {
  /** Checks that must be among the findings, by message key. */
  has?: string[];
  /** Faults that must not be found. */
  lacks?: string[];
  /** Words of the first finding of each fault. */
  words?: Record<string, string>;
  repair?: Record<string, string | null>;
  severity?: Record<string, string>;
  reason?: Record<string, string | null>;
  kind?: string;
  limits?: Record<string, number>;
}

const first = (result: ListingOk, key: string) =>
  result.findings.find(({ messageKey, id }) => messageKey === key || id === key);

const each = <Value>(wanted: Record<string, Value>, read: (key: string) => unknown) =>
  Object.fromEntries(Object.keys(wanted).map((key) => [key, read(key)]));

/** A result in the shape of what a worked case expects of it: equal exactly where it is right. */
export function see(result: ListingOk, wanted: Wanted): unknown {
  const seen: Record<keyof Wanted, () => unknown> = {
    kind: () => result.kind,
    has: () => wanted.has?.filter((key) => first(result, key)),
    lacks: () => wanted.lacks?.filter((id) => !first(result, id)),
    words: () => each(wanted.words ?? {}, (key) => first(result, key)?.words),
    repair: () => each(wanted.repair ?? {}, (key) => first(result, key)?.repair),
    severity: () => each(wanted.severity ?? {}, (key) => first(result, key)?.severity),
    reason: () => each(wanted.reason ?? {}, (key) => first(result, key)?.reason),
    limits: () =>
      each(wanted.limits ?? {}, (key) => result.limits.find(({ ruleId }) => ruleId === key)?.used),
  };
  return Object.fromEntries(
    (Object.keys(wanted) as (keyof Wanted)[]).map((part) => [part, seen[part]()]),
  );
}
