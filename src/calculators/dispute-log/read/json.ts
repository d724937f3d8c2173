/** Lists of records in JSON: the answer of a page or an interface, however deep the list lies in it. */
import { guessColumns, KNOWN_WORDS, normalHeader, presetOf } from './header.ts';
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

/** Records as a header and rows. */
function tableOf(records: readonly Record<string, unknown>[]): string[][] {
  const names = new Map<string, number>();
  const flat = records.map((record) => {
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

/** A list of a page beside the telling one may be of anything; what names an order and a day is read too. */
const isTable = (names: readonly string[]) => {
  const { orderId, caseId, orderedAt, disputedAt } = guessColumns(names, presetOf(names));
  return (orderId ?? caseId) !== undefined && (orderedAt ?? disputedAt) !== undefined;
};

/**
 * The records of the most telling list, and of others beside it that tell of orders too, each as a header
 * and rows; and the paths of lists that are not read. What lies within a list that is read belongs to it.
 * Throws a Refusal where there is none.
 */
export function tablesFromJson(text: string): {
  lists: { path: string; rows: string[][] }[];
  others: string[];
} {
  const found = new Map<string, Record<string, unknown>[]>();
  listsIn(parse(text), '', found, 0);
  const scored = [...found].map(([at, records]) => {
    const first: Flat = new Map();
    for (const record of records.slice(0, 20)) flatten(record, '', first, 0);
    const names = [...first.keys()].map(normalHeader);
    const known = names.filter((name) => KNOWN_WORDS.has(name)).length;
    const score =
      (presetOf(names) ? 1e9 : 0) + known * 1e6 + (names.length > 2 ? records.length : 0);
    return { at, records, names, score };
  });
  scored.sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best || best.score === 0) throw new Refusal('json');
  const beside = scored.filter(
    ({ at, score }) =>
      score > 0 && at !== best.at && !at.startsWith(best.at) && !best.at.startsWith(at),
  );
  const read = beside.filter(({ names }) => isTable(names));
  const pathOf = (at: string) => at.replaceAll('[]', '').replace(/^\./, '');
  return {
    lists: [best, ...read].map(({ at, records }) => ({ path: pathOf(at), rows: tableOf(records) })),
    others: beside
      .filter(({ at, names }) => !isTable(names) && !read.some((each) => at.startsWith(each.at)))
      .map(({ at }) => pathOf(at)),
  };
}
