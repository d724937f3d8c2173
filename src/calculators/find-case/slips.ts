/** Words with a slip of the keyboard in them, and what they were to be. */

/** A word shorter than this is another word with one letter changed. */
const SHORTEST = 5;
/** From here on two letters may be wrong. */
const LONG = 9;
/**
 * A word that is put together is what stands at its end, if that is so long: “Hausbewohner”, “Ladekabel”,
 * “поразбивались”. So much at least stands before it.
 */
const SHORTEST_END = 6;
const SHORTEST_BEGINNING = 2;
/** So many different unknown words of one text are looked up; no message has more. */
const MOST = 400;

/**
 * Whether `word` is `wanted` with at most `most` letters left out, added, changed or swapped with their
 * neighbour.
 *
 * @param open whether more may follow in `word`, as behind a stem.
 */
export function isSlipOf(word: string, wanted: string, most: number, open = false): boolean {
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, i) => i);
  for (let i = 1; i <= wanted.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const same = wanted[i - 1] === word[j - 1];
      let cost = Math.min(
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
      );
      if (i > 1 && j > 1 && wanted[i - 1] === word[j - 2] && wanted[i - 2] === word[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return false;
    before = row;
    row = next;
  }
  return open ? Math.min(...row) <= most : (row[word.length] ?? Infinity) <= most;
}

export interface Vocabulary {
  words: ReadonlySet<string>;
  stems: ReadonlySet<string>;
}

/**
 * Makes a reader of slips: for a word that no pattern knows, the words it may be a slip of. The first
 * letter has to be right, as it nearly always is.
 */
export function slipReader(vocabulary: Vocabulary, knows: (word: string) => boolean) {
  const filed = new Map<string, { word: string; open: boolean }[]>();
  const file = (word: string, open: boolean) => {
    if (word.length < SHORTEST) return;
    const key = word[0] ?? '';
    const list = filed.get(key);
    if (list) list.push({ word, open });
    else filed.set(key, [{ word, open }]);
  };
  for (const word of vocabulary.words) file(word, false);
  for (const word of vocabulary.stems) if (word.length > SHORTEST) file(word, true);
  const told = new Map<string, readonly string[]>();
  return (word: string): readonly string[] => {
    if (word.length < SHORTEST || word.length > 24 || knows(word)) return [word];
    const known = told.get(word);
    if (known) return known;
    if (told.size >= MOST) return [word];
    const most = word.length >= LONG ? 2 : 1;
    const meant = (filed.get(word[0] ?? '') ?? [])
      .filter(
        ({ word: wanted, open }) =>
          (open
            ? wanted.length <= word.length + most
            : Math.abs(wanted.length - word.length) <= most) &&
          isSlipOf(word, wanted, wanted.length >= LONG ? most : 1, open),
      )
      .map((one) => one.word);
    const readings = [word, ...meant, ...endsOf(word, knows)];
    told.set(word, readings);
    return readings;
  };
}

/** The longest known end of a word that is put together; none where it is too short to be two. */
function endsOf(word: string, knows: (word: string) => boolean): string[] {
  for (let at = SHORTEST_BEGINNING; at <= word.length - SHORTEST_END; at += 1)
    if (knows(word.slice(at))) return [word.slice(at)];
  return [];
}
