/**
 * Which groups stand out among many. Sources: Spiegelhalter, "Funnel plots for comparing institutional
 * performance", Statistics in Medicine 24 (2005), and "Handling over-dispersion of performance
 * indicators" (2005); Benjamini and Hochberg, JRSS B 57 (1995).
 */
import { incompleteBeta } from '../../shared/stats.ts';
import { inverseIncompleteGamma } from './gamma.ts';
import type { Seen } from './charts.ts';

/** This share of the z values at each end is drawn in before the spread is measured. */
const TRIMMED = 0.1;

/** P(X ≤ k) of a binomial variable. */
export function binomialAtMost(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return 1 - incompleteBeta(p, k + 1, n - k);
}

/** Twice the smaller exact tail, at most one: how surprising `count` of `base` is at the rate `p`. */
export function binomialTwoSided({ count, base }: Seen, p: number): number {
  const below = binomialAtMost(count, base, p);
  const above = 1 - binomialAtMost(count - 1, base, p);
  return Math.min(1, 2 * Math.min(below, above));
}

/**
 * The exact limits of a funnel of shares at `base` orders: the greatest rate whose chance of being
 * met or undershot is below `tail`, and the smallest that is exceeded with less. Between the steps of
 * the counts the limit is drawn straight, as Spiegelhalter does.
 */
export function binomialLimits(
  base: number,
  p: number,
  tail: number,
): { low: number; high: number } {
  const at = (chance: number) => {
    // The smallest count whose distribution reaches the chance, and how far beyond it lies.
    let low = -1;
    let high = base;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (binomialAtMost(middle, base, p) >= chance) high = middle;
      else low = middle;
    }
    const reached = binomialAtMost(high, base, p);
    const before = binomialAtMost(high - 1, base, p);
    const beyond = reached > before ? (reached - chance) / (reached - before) : 0;
    return Math.min(1, Math.max(0, (high - beyond) / base));
  };
  return { low: at(tail), high: at(1 - tail) };
}

/** Exact limits of what is seen ÷ what was expected, for counts that follow Poisson's law. */
export function poissonLimits(expected: number, tail: number): { low: number; high: number } {
  return {
    low: inverseIncompleteGamma(expected, tail) / expected,
    high: inverseIncompleteGamma(expected + 1, 1 - tail) / expected,
  };
}

/** The value below which this share of a sorted list lies, drawn straight between neighbours. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  return low + (at - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - low);
}

/**
 * How far each group lies from the pooled rate on the arcsine scale, in standard deviations: of
 * counting alone (`z`), and with the spread that groups of one shop have anyway (`zOver`). `phi` is
 * the spread in units of counting, measured on z values drawn in at both ends; `tau2` its variance.
 */
export function funnel(groups: readonly Seen[]): {
  center: number;
  phi: number;
  tau2: number;
  points: { z: number; zOver: number }[];
} {
  const count = groups.reduce((sum, each) => sum + each.count, 0);
  const base = groups.reduce((sum, each) => sum + each.base, 0);
  const center = base > 0 ? count / base : Number.NaN;
  const target = Math.asin(Math.sqrt(center));
  const scaled = groups.map((each) => ({
    gap: Math.asin(Math.sqrt(each.count / each.base)) - target,
    s: 1 / (2 * Math.sqrt(each.base)),
  }));
  const z = scaled.map(({ gap, s }) => gap / s);
  const sorted = [...z].sort((a, b) => a - b);
  const [least, most] = [quantile(sorted, TRIMMED), quantile(sorted, 1 - TRIMMED)];
  const k = groups.length;
  const phi = z.reduce((sum, each) => sum + Math.min(most, Math.max(least, each)) ** 2, 0) / k;
  const weight = scaled.reduce((sum, { s }) => sum + 1 / (s * s), 0);
  const squares = scaled.reduce((sum, { s }) => sum + 1 / s ** 4, 0);
  const tau2 = k > 1 ? Math.max(0, (k * phi - (k - 1)) / (weight - squares / weight)) : 0;
  return {
    center,
    phi,
    tau2,
    points: scaled.map(({ gap, s }, i) => ({
      z: z[i] as number,
      zOver: gap / Math.sqrt(s * s + tau2),
    })),
  };
}

/** The adjusted p values of Benjamini and Hochberg, in the order given. */
export function adjusted(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[b] as number) - (p[a] as number));
  const q = new Array<number>(p.length);
  let least = 1;
  order.forEach((i, step) => {
    least = Math.min(least, ((p[i] as number) * p.length) / (p.length - step));
    q[i] = least;
  });
  return q;
}
