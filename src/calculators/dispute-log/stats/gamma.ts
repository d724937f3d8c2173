/**
 * Functions of the gamma family, in doubles. Sources: the asymptotic series of DLMF 5.11 behind a
 * shift; the series and the continued fraction of the incomplete gamma function, DLMF 8.7.3 and
 * 8.9.2 (the latter by Lentz's method).
 */

const SHIFT = 16;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  let product = 1;
  let at = x;
  for (; at < SHIFT; at += 1) product *= at;
  const square = at * at;
  const tail =
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) /
    at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + tail - Math.log(product);
}

/** The derivative of ln Γ, for x > 0. */
export function digamma(x: number): number {
  let sum = 0;
  let at = x;
  for (; at < SHIFT; at += 1) sum -= 1 / at;
  const s = 1 / (at * at);
  return (
    sum +
    Math.log(at) -
    0.5 / at -
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (5 / 660)))))
  );
}

/** The second derivative of ln Γ, for x > 0. */
export function trigamma(x: number): number {
  let sum = 0;
  let at = x;
  for (; at < SHIFT; at += 1) sum += 1 / (at * at);
  const s = 1 / (at * at);
  return (
    sum +
    1 / at +
    s / 2 +
    (s / at) * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66)))))
  );
}

/** P(a, x): the chance that a Gamma(a) variable is at most x. For a > 0 and x ≥ 0. */
export function incompleteGamma(a: number, x: number): number {
  if (!(x > 0)) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1e6 && term > sum * 1e-17; n += 1) sum += term *= x / (a + n);
    return Math.min(1, front * sum);
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < 1e6; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return 1 - front * result;
}

/** The x at which P(a, x) equals `chance`, by halving; for a > 0 and 0 ≤ chance < 1. */
export function inverseIncompleteGamma(a: number, chance: number): number {
  if (!(chance > 0)) return 0;
  let low = 0;
  let high = a + 10 * Math.sqrt(a) + 10;
  while (incompleteGamma(a, high) < chance) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i += 1) {
    const middle = (low + high) / 2;
    if (incompleteGamma(a, middle) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance that a standard normal variable is at least |z| away from zero, on either side. */
export function normalTwoSided(z: number): number {
  return 1 - incompleteGamma(0.5, (z * z) / 2);
}
