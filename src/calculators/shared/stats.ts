/**
 * The few functions of probability the calculators need, in doubles, good to at least nine digits
 * (see the tests, which compare them with an independent library).
 *
 * Sources: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), for the
 * prefix; the continued fraction of the incomplete beta function, DLMF 8.17.22, evaluated by
 * Lentz's method; C. Clopper and E. Pearson, Biometrika 26 (1934), for the interval.
 */

/** ln Γ(z + 1) minus Stirling's (z + ½) ln z − z + ½ ln 2π, for z > 0. */
function stirlingError(z: number): number {
  let shift = 0;
  let at = z;
  for (; at < 16; at += 1) shift += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = at * at;
  return (
    shift +
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) /
      at
  );
}

/** x ln(x / m) + m − x, without the loss of digits where x is near m. */
function deviance(x: number, m: number): number {
  const gap = x - m;
  if (Math.abs(gap) >= 0.1 * (x + m)) return x * Math.log(x / m) - gap;
  const v = gap / (x + m);
  let sum = gap * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** x^a y^b ÷ B(a, b), where y is 1 − x. */
function betaPrefix(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x) -
    deviance(b, n * y);
  return Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n));
}

/** The continued fraction that, times the prefix and divided by a, is I_x(a, b); quick for x below its mean. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const lift = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / lift(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 1e7; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / lift(1 + even * d);
    c = lift(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / lift(1 + odd * d);
    c = lift(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

/**
 * I_x(a, b), the regularised incomplete beta function: the chance that a Beta(a, b) variable is at
 * most x. For 0 ≤ x ≤ 1 and a, b > 0; anything else answers NaN.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) return Number.NaN;
  if (x === 0 || x === 1) return x;
  const prefix = betaPrefix(x, 1 - x, a, b);
  return x < (a + 1) / (a + b + 2)
    ? (prefix * betaFraction(x, a, b)) / a
    : 1 - (prefix * betaFraction(1 - x, b, a)) / b;
}

/**
 * The x at which I_x(a, b) equals `chance`: Newton's steps inside a bracket that halves whenever a
 * step would leave it. For 0 ≤ chance ≤ 1 and a, b > 0; anything else answers NaN.
 */
export function inverseIncompleteBeta(chance: number, a: number, b: number): number {
  if (!(chance >= 0 && chance <= 1 && a > 0 && b > 0)) return Number.NaN;
  if (chance === 0 || chance === 1) return chance;
  // A double is finer near 0 than near 1, so the search runs on the side where the answer is small.
  if (a > b) return 1 - inverseIncompleteBeta(1 - chance, b, a);
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let i = 0; i < 200; i += 1) {
    const miss = incompleteBeta(x, a, b) - chance;
    if (miss > 0) high = x;
    else low = x;
    let next = x - (miss * x * (1 - x)) / betaPrefix(x, 1 - x, a, b);
    // Far below the mean Newton creeps; a geometric step covers the orders of magnitude.
    if (!(next > low && next < high)) next = low > 0 ? Math.sqrt(low * high) : high / 16;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

/**
 * The exact 95 % interval of Clopper and Pearson for a share of which `hits` in `trials` were seen.
 * Whole numbers, 0 ≤ hits ≤ trials, trials ≥ 1. It covers the true share at least 95 times in 100.
 */
export function clopperPearson(hits: number, trials: number): { low: number; high: number } {
  const low = hits === 0 ? 0 : inverseIncompleteBeta(0.025, hits, trials - hits + 1);
  const high = hits === trials ? 1 : inverseIncompleteBeta(0.975, hits + 1, trials - hits);
  return { low, high };
}

/**
 * The chance of at least `from` successes in `trials` when each succeeds with the same unknown
 * probability p ~ Beta(a, b): the upper tail of the beta-binomial distribution, summed term by term.
 *
 * Neighbouring terms have a simple ratio, so no gamma function is needed and the relative error
 * grows only with the number of terms. The sum runs outwards from the mode, which a + b ≥ 2 makes single.
 */
export function betaBinomialTail(from: number, trials: number, a: number, b: number): number {
  if (from <= 0) return 1;
  if (from > trials) return 0;
  const ratio = (k: number) => ((trials - k) * (k + a)) / ((k + 1) * (trials - k - 1 + b));
  const peak = ((trials + 1) * (a - 1)) / (a + b - 2);
  const mode = a <= 1 ? 0 : b <= 1 ? trials : Math.min(trials, Math.floor(peak));
  let below = 0;
  let above = 0;
  const count = (k: number, weight: number) => {
    if (k >= from) above += weight;
    else below += weight;
  };
  count(mode, 1);
  let weight = 1;
  for (let k = mode; k < trials && weight > 0; k += 1) count(k + 1, (weight *= ratio(k)));
  weight = 1;
  for (let k = mode; k > 0 && weight > 0; k -= 1) count(k - 1, (weight /= ratio(k - 1)));
  return above / (above + below);
}
