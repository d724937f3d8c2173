/** A whole number from 0 to below `most`, which nobody can foresee. */
export const anyNumber = (most: number): number =>
  Math.floor(((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32) * most);
