/**
 * Rates of groups, drawn towards what groups of the same shop usually have (empirical Bayes): each
 * rate is Beta(α, β), counts are beta-binomial, and α, β are those under which all groups together
 * are likeliest.
 */
import { inverseIncompleteBeta } from '../../shared/stats.ts';
import type { Seen } from './charts.ts';
import { digamma, logGamma, trigamma } from './gamma.ts';

export interface Prior {
  alpha: number;
  beta: number;
}

/** Beyond this many orders' worth the groups are as alike as counting can tell. */
const MOST_ORDERS = 1e6;

/** How likely the groups are, in logarithms, up to what does not depend on the prior. */
export const likelihoodOf = (groups: readonly Seen[], { alpha, beta }: Prior): number => {
  // What is the same for every group is computed once.
  const [ofAlpha, ofBeta, ofBoth] = [logGamma(alpha), logGamma(beta), logGamma(alpha + beta)];
  return groups.reduce(
    (sum, { count, base }) =>
      sum +
      logGamma(alpha + count) -
      ofAlpha +
      logGamma(beta + base - count) -
      ofBeta -
      logGamma(alpha + beta + base) +
      ofBoth,
    0,
  );
};

/** A function at α, at β, and at both together. */
type Ends = Record<'alpha' | 'beta' | 'both', number>;

/** Slope and bend of the likelihood in (ln α, ln β). */
function slopesAt(groups: readonly Seen[], { alpha, beta }: Prior) {
  let [ga, gb, aa, bb, ab] = [0, 0, 0, 0, 0];
  const [first, second] = [digamma, trigamma].map((of) => ({
    alpha: of(alpha),
    beta: of(beta),
    both: of(alpha + beta),
  })) as [Ends, Ends];
  for (const { count, base } of groups) {
    const shared = first.both - digamma(alpha + beta + base);
    const bend = second.both - trigamma(alpha + beta + base);
    ga += digamma(alpha + count) - first.alpha + shared;
    gb += digamma(beta + base - count) - first.beta + shared;
    aa += trigamma(alpha + count) - second.alpha + bend;
    bb += trigamma(beta + base - count) - second.beta + bend;
    ab += bend;
  }
  const [u, v] = [alpha * ga, beta * gb];
  return {
    u,
    v,
    uu: alpha * alpha * aa + u,
    vv: beta * beta * bb + v,
    uv: alpha * beta * ab,
  };
}

/** A step is no longer than this in the logarithm of either number. */
const LONGEST_STEP = 2;

/**
 * Newton's step uphill, each along one of the two axes of the hill: where it bends the wrong way along
 * one of them, the slope still tells where up is, and the bend how far. A ridge is a thousand times
 * longer than it is wide, so that one step for both would never come along it.
 */
function stepUp({ u, v, uu, vv, uv }: ReturnType<typeof slopesAt>) {
  const angle = Math.atan2(2 * uv, uu - vv) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = (uu + vv) / 2;
  const half = Math.hypot((uu - vv) / 2, uv);
  const along = (slope: number, bend: number) =>
    Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, slope / Math.max(Math.abs(bend), 1e-12)));
  const one = along(u * cos + v * sin, middle + half);
  const other = along(v * cos - u * sin, middle - half);
  return {
    du: one * cos - other * sin,
    dv: one * sin + other * cos,
  };
}

/** Newton's steps uphill, shortened until they climb. */
function climb(groups: readonly Seen[], start: Prior): { prior: Prior; height: number } {
  let prior = start;
  let height = likelihoodOf(groups, prior);
  for (let i = 0; i < 60; i += 1) {
    let { du, dv } = stepUp(slopesAt(groups, prior));
    const goneBy = () => ({
      alpha: prior.alpha * Math.exp(du),
      beta: prior.beta * Math.exp(dv),
    });
    let next = goneBy();
    let reached = likelihoodOf(groups, next);
    for (let halves = 0; halves < 40 && !(reached >= height); halves += 1) {
      [du, dv] = [du / 2, dv / 2];
      next = goneBy();
      reached = likelihoodOf(groups, next);
    }
    [prior, height] = [next, Math.max(height, reached)];
    if (Math.hypot(du, dv) < 1e-13 || prior.alpha + prior.beta > MOST_ORDERS) break;
  }
  return { prior, height };
}

/** α and β by maximum likelihood; null where there are fewer than two groups or nothing to tell apart. */
export function fitPrior(groups: readonly Seen[]): Prior | null {
  const known = groups.filter(({ base }) => base > 0);
  const count = known.reduce((sum, each) => sum + each.count, 0);
  const base = known.reduce((sum, each) => sum + each.base, 0);
  if (known.length < 2 || count === 0 || count === base) return null;
  const mean = count / base;
  const at = (orders: number): Prior => ({ alpha: mean * orders, beta: (1 - mean) * orders });
  const starts = [3, 30, 300, 3000, 30_000].map(at);
  const heights = starts.map((start) => likelihoodOf(known, start));
  const best = heights.indexOf(Math.max(...heights));
  const { prior, height } = climb(known, starts[best] as Prior);
  // Groups as alike as chance makes them have no top: the hill rises for ever.
  const flat = at(MOST_ORDERS);
  const isFlat = prior.alpha + prior.beta > MOST_ORDERS || likelihoodOf(known, flat) >= height;
  return isFlat ? flat : prior;
}

/** The lower end of the middle `share` of what a group's rate may be. */
export const shrunkLow = ({ count, base }: Seen, { alpha, beta }: Prior, share: number): number =>
  inverseIncompleteBeta((1 - share) / 2, alpha + count, beta + base - count);

/** A group's rate given its own count and the prior: the mean, and the middle `share` of what it may be. */
export function shrink(
  { count, base }: Seen,
  { alpha, beta }: Prior,
  share: number,
): { rate: number; low: number; high: number } {
  const [a, b] = [alpha + count, beta + base - count];
  const tail = (1 - share) / 2;
  return {
    rate: a / (a + b),
    low: shrunkLow({ count, base }, { alpha, beta }, share),
    high: inverseIncompleteBeta(1 - tail, a, b),
  };
}
