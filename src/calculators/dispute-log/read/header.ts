/** The header row of a table: found among the first rows, matched to the exports that are known. */
import others from '../data/other-words.json' with { type: 'json' };
import type { Field } from '../names.ts';
import { fieldsBy, KNOWN_WORDS, normalHeader, PRESETS, WORDS, type Preset } from './known.ts';

export { KNOWN_EXPORTS, KNOWN_WORDS, normalHeader, type Preset } from './known.ts';

const USUAL: ReadonlyMap<string, Field> = new Map([...fieldsBy(others), ...fieldsBy(WORDS)]);

/** Words that stand in a header in any language: they tell the alphabet of a file and what parts its columns. */
export const HEADER_WORDS: ReadonlySet<string> = new Set([...KNOWN_WORDS, ...USUAL.keys()]);

/** What a column of a table nobody knows most likely is. */
const fieldOf = (name: string): Field | undefined =>
  USUAL.get(name) ?? USUAL.get(name.replace(/[_-]+/g, ' '));

/** Rows above the table in which a header may still be found. */
export const HEAD_ROWS = 30;

/** The cells of a header, in words that differ: a name that stands twice gets a number. */
export function headersOf(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell) => {
    // A mark that nothing closes, or one around a word in a file without quoting, is no part of the word.
    const name = normalHeader(cell.replace(/^["'\s]+|["'\s]+$/g, ''));
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 || name === '' ? name : `${name} (${String(times)})`;
  });
}

/** The preset whose headers are all there; of several the one that needs the most. */
export function presetOf(headers: readonly string[]): Preset | null {
  const there = new Set(headers);
  return PRESETS.filter(({ needs }) =>
    needs.every((name) => there.has(name)),
  ).reduce<Preset | null>(
    (best, preset) => (best === null || preset.needs.length > best.needs.length ? preset : best),
    null,
  );
}

/** Which column is which, from the preset first and from usual words for the rest. */
export function guessColumns(
  headers: readonly string[],
  preset: Preset | null,
): Partial<Record<Field, number>> {
  const found: Partial<Record<Field, number>> = {};
  if (preset) {
    for (const [field, name] of Object.entries(preset.columns) as [Field, string][]) {
      const at = headers.indexOf(name);
      if (at >= 0) found[field] = at;
    }
    return found;
  }
  headers.forEach((name, at) => {
    const field = fieldOf(name);
    if (field && found[field] === undefined) found[field] = at;
  });
  return found;
}

/** How much a row looks like a header: known words, else texts that are no figures, side by side. */
function headerScore(cells: readonly string[]): number {
  const names = headersOf(cells);
  if (presetOf(names)) return 1e6;
  const filled = names.filter((name) => name !== '');
  const known = filled.filter(
    (name) => KNOWN_WORDS.has(name) || fieldOf(name) !== undefined,
  ).length;
  const figures = filled.filter((name) => /^[\d.,:/\s-]+$/.test(name)).length;
  if (filled.length < 2 || figures > filled.length / 3) return 0;
  return known * 100 + filled.length - figures * 2;
}

/** Whether a row is the header of a table with days in it: of an export that is known, or in usual words. */
export function opensTable(cells: readonly string[]): boolean {
  const names = headersOf(cells);
  if (presetOf(names)) return true;
  // A line above a table that says which days it is of names days as well, but holds them too.
  if (names.some((name) => /\d{4}/.test(name))) return false;
  const { orderedAt, disputedAt, ...others } = guessColumns(names, null);
  return (orderedAt ?? disputedAt) !== undefined && Object.keys(others).length > 0;
}

/**
 * The row of the header among the first ones, counted from 0; −1 where none of them can be one.
 * Of rows that look alike the first counts, as does a header above another one.
 */
export function findHeader(rows: readonly (readonly string[])[], asked: readonly string[]): number {
  const wanted = asked.map(normalHeader);
  let best = -1;
  let highest = 1;
  rows.slice(0, HEAD_ROWS).forEach((cells, i) => {
    const names = headersOf(cells);
    const score = headerScore(cells) + 1e4 * wanted.filter((name) => names.includes(name)).length;
    if (score > highest) [best, highest] = [i, score];
  });
  if (wanted.length > 0 || best < 0) return best;
  // What a better header stands below may be a table of its own, and not its title.
  const earlier = rows.slice(0, best).findIndex(opensTable);
  return earlier < 0 ? best : earlier;
}
