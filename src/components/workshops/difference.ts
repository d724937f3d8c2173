/** A run of a text that is the other text's too, or only its own. */
export interface Run {
  text: string;
  own: boolean;
}

/** Words with the space behind them; Chinese, which has no spaces, by characters. */
const piecesOf = (text: string): string[] =>
  text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];

const runsOf = (pieces: readonly string[], shared: ReadonlySet<number>): Run[] => {
  const runs: Run[] = [];
  pieces.forEach((text, i) => {
    const own = !shared.has(i);
    const last = runs.at(-1);
    if (last?.own === own) last.text += text;
    else runs.push({ text, own });
  });
  return runs;
};

/**
 * Two texts side by side: what both say, and what only one of them says, by the longest run of pieces
 * they have in common. Meant for replies of a page at most: it compares each piece with each.
 */
export function compareTexts(one: string, other: string): { one: Run[]; other: Run[] } {
  const [a, b] = [piecesOf(one), piecesOf(other)];
  const plain = (piece: string | undefined) => piece?.trim().toLowerCase() ?? '';
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (longest[i] as Uint16Array)[j] =
        plain(a[i]) === plain(b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const [inOne, inOther] = [new Set<number>(), new Set<number>()];
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (plain(a[i]) === plain(b[j])) {
      inOne.add(i);
      inOther.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  return { one: runsOf(a, inOne), other: runsOf(b, inOther) };
}
