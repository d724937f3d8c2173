/** Lists of records in JSON: the answer of a page or an interface, however deep the list lies in it. */
import { KNOWN_WORDS, normalHeader, presetOf } from './header.ts';
import { Refusal } from './row.ts';

const DEEPEST = 12;
const MOST_RECORDS = 2_000_000;

type Flat = Map<string, string>;
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A record as columns: what lies deeper is named by its path, and lists within are left out. */
function flatten(value: Record<string, unknown>, path: string, into: Flat, depth: number): void {
  for (const [key, held] of Object.entries(value)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (isMap(held)) {
      if (depth < DEEPEST) flatten(held, name, into, depth + 1);
    } else if (!Array.isArray(held) && held !== null && held !== undefined)
      into.set(name, String(held as string | number | boolean));
  }
}

/** Every list of records in a value, by the path of lists that leads to it. */
function listsIn(
  value: unknown,
  path: string,
  lists: Map<string, Record<string, unknown>[]>,
  depth: number,
): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    const at = `${path}[]`;
    for (const item of value as unknown[]) {
      if (isMap(item)) {
        let list = lists.get(at);
        if (!list) lists.set(at, (list = []));
        if (list.length < MOST_RECORDS) list.push(item);
      }
      listsIn(item, at, lists, depth + 1);
    }
  } else if (isMap(value))
    for (const [key, held] of Object.entries(value))
      listsIn(held, `${path}.${key}`, lists, depth + 1);
}

/** A whole number beyond fifteen digits would be rounded by every reader of JSON: it is taken as text. */
const keepDigits = (text: string): string =>
  text.replace(/([[:,]\s*)(-?\d{16,})(?=\s*[,\]}])/g, '$1"$2"');

function parse(text: string): unknown {
  try {
    return JSON.parse(keepDigits(text));
  } catch {
    try {
      return JSON.parse(text);
    } catch {
      // One record a line, as interfaces stream them.
      const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
      try {
        return lines.map((line) => JSON.parse(keepDigits(line)) as unknown);
      } catch {
        throw new Refusal('json');
      }
    }
  }
}

/** The records of the most telling list, as a header and rows. Throws a Refusal where there is none. */
export function tableFromJson(text: string): string[][] {
  const lists = new Map<string, Record<string, unknown>[]>();
  listsIn(parse(text), '', lists, 0);
  const scored = [...lists.values()].map((records) => {
    const first: Flat = new Map();
    for (const record of records.slice(0, 20)) flatten(record, '', first, 0);
    const names = [...first.keys()].map(normalHeader);
    const known = names.filter((name) => KNOWN_WORDS.has(name)).length;
    const score =
      (presetOf(names) ? 1e9 : 0) + known * 1e6 + (names.length > 2 ? records.length : 0);
    return { records, score };
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best || best.score === 0) throw new Refusal('json');
  const names = new Map<string, number>();
  const flat = best.records.map((record) => {
    const cells: Flat = new Map();
    flatten(record, '', cells, 0);
    for (const name of cells.keys()) if (!names.has(name)) names.set(name, names.size);
    return cells;
  });
  return [
    [...names.keys()],
    ...flat.map((cells) => [...names.keys()].map((name) => cells.get(name) ?? '')),
  ];
}
