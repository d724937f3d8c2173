/** Words of the pages that a word nobody wrote may be a slip of. */

/** A shorter word is another word with one letter changed. */
const SHORTEST = 4;
/** From this length on two slips may be in a word. */
const LONG = 7;

/** How many letters are wrong, missing, too many or changed with their neighbour; more than `most` is not counted. */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
      );
      const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isTurned) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length] ?? most + 1;
}

/**
 * The nearest of the words, which stand in the order of how often pages use them; of equally near ones that
 * with the same first letter, then the commoner.
 */
export function nearestWord(word: string, words: readonly string[]): string | null {
  if (word.length < SHORTEST) return null;
  let best: { word: string; cost: number } | null = null;
  for (const each of words) {
    if (each.length < SHORTEST) continue;
    const most = Math.min(word.length, each.length) >= LONG ? 2 : 1;
    const wrong = slips(word, each, most);
    if (wrong > most) continue;
    const cost = wrong + (each[0] === word[0] ? 0 : 0.5);
    if (best === null || cost < best.cost) best = { word: each, cost };
  }
  return best?.word ?? null;
}
