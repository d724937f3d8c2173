/** Two shares against each other, exactly: Fisher's test, and the interval of one share. */
import { inverseIncompleteBeta } from '../../shared/stats.ts';
import type { Seen } from './charts.ts';
import { logGamma } from './gamma.ts';

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * The chance, if both shares were one, of a split at least as unlikely as this one (Fisher's exact
 * test, both sides). One where there is nothing to compare.
 */
export function fisher(one: Seen, other: Seen): number {
  const hits = one.count + other.count;
  const n = one.base + other.base;
  if (one.base === 0 || other.base === 0 || hits === 0 || hits === n) return 1;
  const least = Math.max(0, hits - other.base);
  const most = Math.min(hits, one.base);
  const mode = Math.floor(((hits + 1) * (one.base + 1)) / (n + 2));
  const log = (k: number) => logChoose(one.base, k) + logChoose(other.base, hits - k);
  const peak = log(mode);
  // Terms a rounding error apart count as equally unlikely.
  const own = Math.exp(log(one.count) - peak) * (1 + 1e-7);
  let part = 0;
  let whole = 0;
  const add = (weight: number) => {
    whole += weight;
    if (weight <= own) part += weight;
  };
  let weight = 1;
  add(weight);
  for (let k = mode; k < most && weight > 0; k += 1) {
    weight *= ((one.base - k) * (hits - k)) / ((k + 1) * (other.base - hits + k + 1));
    add(weight);
  }
  weight = 1;
  for (let k = mode; k > least && weight > 0; k -= 1) {
    weight *= (k * (other.base - hits + k)) / ((one.base - k + 1) * (hits - k + 1));
    add(weight);
  }
  return Math.min(1, part / whole);
}

/** The exact interval of Clopper and Pearson that holds the true share with at least this chance. */
export function exactInterval({ count, base }: Seen, share: number): { low: number; high: number } {
  const tail = (1 - share) / 2;
  return {
    low: count === 0 ? 0 : inverseIncompleteBeta(tail, count, base - count + 1),
    high: count === base ? 1 : inverseIncompleteBeta(1 - tail, count + 1, base - count),
  };
}
