/** The last of a list that is wanted. Engines know `findLast` only since 2022. */
export function lastOf<One>(
  list: readonly One[] | undefined,
  isWanted: (one: One) => unknown,
): One | undefined {
  for (let i = (list?.length ?? 0) - 1; i >= 0; i -= 1)
    if (isWanted(list?.[i] as One)) return list?.[i];
  return undefined;
}
