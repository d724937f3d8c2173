/** A statistic to six decimal places; null where there is none. */
export const six = (value: number): string | null =>
  Number.isFinite(value) ? value.toFixed(6).replace(/^-(0\.0+)$/, '$1') : null;
