/** The chain ladder and its standard error: Mack, "Distribution-free calculation of the standard error of chain ladder reserve estimates", ASTIN Bulletin 23 (1993). */

/**
 * A triangle of cumulative figures: row i is a cohort, column j an age, each row shorter than the one
 * before or equal. Answers what is still to come in each row, and Mack's standard error of the whole.
 *
 * @returns factors from age to age; `open` a row; null where a column sums to zero.
 */
export function chainLadder(rows: readonly (readonly number[])[]): {
  factors: number[];
  developed: number[];
  open: number[];
  total: number;
  standardError: number;
} | null {
  const ages = Math.max(...rows.map((row) => row.length));
  const cell = (i: number, j: number) => rows[i]?.[j] as number;
  const factors: number[] = [];
  const sigma2: number[] = [];
  const bases: number[] = [];
  for (let j = 0; j + 1 < ages; j += 1) {
    const known = rows.flatMap((row, i) => (row.length > j + 1 ? [i] : []));
    const base = known.reduce((sum, i) => sum + cell(i, j), 0);
    if (base <= 0) return null;
    const factor = known.reduce((sum, i) => sum + cell(i, j + 1), 0) / base;
    factors.push(factor);
    bases.push(base);
    const spread = known.reduce(
      (sum, i) =>
        sum + (cell(i, j) > 0 ? cell(i, j) * (cell(i, j + 1) / cell(i, j) - factor) ** 2 : 0),
      0,
    );
    if (known.length > 1) sigma2.push(spread / (known.length - 1));
    else {
      // Mack's own choice for the last column, of which one cohort alone knows.
      const [a = 0, b = 0] = [sigma2.at(-1), sigma2.at(-2)];
      sigma2.push(b > 0 ? Math.min((a * a) / b, a, b) : a);
    }
  }
  const ultimates = rows.map((row) =>
    factors.slice(row.length - 1).reduce((value, factor) => value * factor, row.at(-1) as number),
  );
  const open = rows.map((row, i) => (ultimates[i] as number) - (row.at(-1) as number));
  const variance = (i: number) => {
    // What the cohort is filled up to at each age, and what each step adds to its error.
    let value = (rows[i] as readonly number[]).at(-1) as number;
    let sum = 0;
    for (let j = (rows[i] as readonly number[]).length - 1; j + 1 < ages; j += 1) {
      const factor = factors[j] as number;
      if (value > 0)
        sum += ((sigma2[j] as number) / factor ** 2) * (1 / value + 1 / (bases[j] as number));
      value *= factor;
    }
    return (ultimates[i] as number) ** 2 * sum;
  };
  let total = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const own = ultimates[i] as number;
    total += variance(i);
    const later = ultimates
      .filter(
        (_, k) =>
          (rows[k] as readonly number[]).length < (rows[i] as readonly number[]).length ||
          (k > i && rows[k]?.length === rows[i]?.length),
      )
      .reduce((sum, each) => sum + each, 0);
    let shared = 0;
    for (let j = (rows[i] as readonly number[]).length - 1; j + 1 < ages; j += 1)
      shared += (2 * (sigma2[j] as number)) / (factors[j] as number) ** 2 / (bases[j] as number);
    total += own * later * shared;
  }
  const developed = factors.map((_, j) => 1 / factors.slice(j).reduce((a, b) => a * b, 1));
  return {
    factors,
    developed,
    open,
    total: open.reduce((sum, each) => sum + each, 0),
    standardError: Math.sqrt(total),
  };
}
