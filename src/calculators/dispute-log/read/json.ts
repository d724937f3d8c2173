/** Lists of records in JSON: the answer of a page or an interface, however deep the list lies in it. */
import type { Mapping } from '../names.ts';
import { guessColumns, headersOf, KNOWN_WORDS, normalHeader, presetOf } from './header.ts';
import { MOST_CELLS, Refusal, type RefusalId } from './row.ts';
import { columnsOf } from './table.ts';

const DEEPEST = 12;
const MOST_RECORDS = 2_000_000;
/** What a record says stands in each row of its lists again: a long text in many rows is no export. */
const MOST_LETTERS = 1 << 30;

type Json = Readonly<Record<string, unknown>>;
type Flat = Map<string, string>;
const isMap = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const below = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

/** A list of records within a record, by its path. */
interface Inner {
  path: string;
  items: readonly Json[];
}

/** A record as columns: what lies deeper is named by its path, single values of a list stand in one cell. */
function flatten(value: Json, path: string, into: Flat, inner: Inner[], depth = 0): void {
  for (const [key, held] of Object.entries(value)) {
    const name = below(path, key);
    if (isMap(held)) {
      if (depth < DEEPEST) flatten(held, name, into, inner, depth + 1);
      else into.set(name, '…');
    } else if (Array.isArray(held)) {
      const all = held.flat(DEEPEST) as unknown[];
      const items = all.filter(isMap);
      if (items.length > 0) inner.push({ path: name, items });
      const single = all.filter((each) => each !== null && typeof each !== 'object');
      if (single.length > 0) into.set(name, single.map(String).join('; '));
    } else if (held !== null && held !== undefined)
      into.set(name, String(held as string | number | boolean));
  }
}

/** Every list of records in a value, by the path of lists that leads to it. */
function listsIn(value: unknown, path: string, lists: Map<string, Json[]>, depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    const at = `${path}[]`;
    for (const item of value as unknown[]) {
      if (isMap(item)) {
        let list = lists.get(at);
        if (!list) lists.set(at, (list = []));
        if (list.length === MOST_RECORDS) throw new Refusal('too-large');
        list.push(item);
      }
      listsIn(item, at, lists, depth + 1);
    }
  } else if (isMap(value))
    for (const [key, held] of Object.entries(value))
      listsIn(held, `${path}.${key}`, lists, depth + 1);
}

/** A figure that every reader of JSON would round, or write out as if it had not been cut to a power of ten. */
const SPOILT =
  /([\s,:[])(-?\d(?:\d{15,}(?:\.\d+)?|(?:\.\d+)?[eE]\+?(?:1[5-9]|[2-9]\d)))(?![\w.+-])/g;

/** Such a figure is taken as text. What stands in quotation marks is left as it is. */
function keepDigits(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('"', at);
    const bare = text.slice(at, open < 0 ? undefined : open);
    const whole = bare.replace(SPOILT, '$1"$2"');
    if (whole.length > bare.length) {
      parts.push(text.slice(kept, at), whole);
      kept = at + bare.length;
    }
    at = open < 0 ? text.length : closing(text, open) + 1;
  }
  return parts.join('') + text.slice(kept);
}

/** Where the text ends that begins with this mark: at the next one without an odd number of backslashes before it. */
function closing(text: string, open: number): number {
  for (let at = open; ;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
    let signs = at;
    while (text[signs - 1] === '\\') signs -= 1;
    if ((at - signs) % 2 === 0) return at;
  }
}

/** What pages put around their answers, so that no other page may run them: `mtopjsonp1(…)`, `)]}',`. */
const GUARD =
  /^\s*(?:\)\]\}',?|while\(1\);|for\(;;\);|(?:(?:\/\*\*\/|var|let|const)\s*)?(?:[\w$.]{1,80}\s*[=(]\s*){1,3})\s*(?=[[{])/;

/** A text that begins as a list or a record of JSON, whatever guards it. */
export const isJson = (opening: string): boolean =>
  /^[[{]\s*["{[\]}]/.test(opening.replace(GUARD, ''));

/** Without its guard, and the brackets that close it. */
function unguarded(text: string): string {
  const bare = text.replace(GUARD, '');
  return bare.length === text.length ? text : bare.replace(/[)\s;]+$/, '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(keepDigits(text));
  } catch {
    // One record a line, as interfaces stream them.
    const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
    try {
      return lines.map((line) => JSON.parse(keepDigits(line)) as unknown);
    } catch {
      throw new Refusal('json');
    }
  }
}

/** Names of the columns of records and of the lists within them, and the list each is from; '' for the record's own. */
function namesOf(records: readonly Json[]): { names: Map<string, string>; lists: Set<string> } {
  const names = new Map<string, string>();
  const lists = new Set<string>();
  const look = (all: readonly Json[], path: string, list: string, depth: number): void => {
    for (const record of all) {
      const cells: Flat = new Map();
      const inner: Inner[] = [];
      flatten(record, path, cells, inner);
      for (const name of cells.keys()) if (!names.has(name)) names.set(name, list);
      if (names.size > MOST_CELLS) throw new Refusal('too-many-columns');
      for (const each of inner) {
        lists.add(each.path);
        if (depth < DEEPEST) look(each.items, each.path, each.path, depth + 1);
      }
    }
  };
  look(records, '', '', 0);
  return { names, lists };
}

/**
 * Records as a header and rows. A list within them is unfolded, a row for each of its records, where one
 * of its columns is read: the lists of items, pictures and steps that nobody asks for would only make one
 * order look like many. Those are named.
 */
function tableOf(
  records: readonly Json[],
  mapping: Mapping,
): { rows: string[][]; folded: string[] } {
  const { names, lists } = namesOf(records);
  const header = [...names.keys()];
  const headers = headersOf(header);
  const columns = Object.values(columnsOf(headers, presetOf(headers), mapping));
  const unfolded = new Set(columns.map((at) => names.get(header[at] ?? '') ?? ''));
  const isUnfolded = (path: string) =>
    [...unfolded].some((each) => each === path || each.startsWith(`${path}.`));
  const rows: string[][] = [header];
  let letters = 0;
  const unfold = (record: Json, path: string, before: Flat): void => {
    const cells: Flat = new Map(before);
    const inner: Inner[] = [];
    flatten(record, path, cells, inner);
    const deeper = inner.filter((each) => isUnfolded(each.path));
    for (const each of deeper) for (const item of each.items) unfold(item, each.path, cells);
    if (deeper.length > 0) return;
    const row = header.map((name) => cells.get(name) ?? '');
    for (const cell of row) letters += cell.length;
    if (letters > MOST_LETTERS || rows.length > MOST_RECORDS) throw new Refusal('too-large');
    rows.push(row);
  };
  for (const record of records) unfold(record, '', new Map());
  return { rows, folded: [...lists].filter((path) => !isUnfolded(path)) };
}

/** What names an order and a day is a table by itself. */
const isTable = (names: readonly string[]) => {
  const { orderId, caseId, orderedAt, disputedAt } = guessColumns(names, presetOf(names));
  return (orderId ?? caseId) !== undefined && (orderedAt ?? disputedAt) !== undefined;
};

interface Found {
  at: string;
  records: readonly Json[];
  isKnown: boolean;
  isTable: boolean;
  score: number;
}

const isWithin = (inner: Found, outer: Found) => inner !== outer && inner.at.startsWith(outer.at);

function scored([at, records]: [string, readonly Json[]]): Found {
  const first: Flat = new Map();
  for (const record of records.slice(0, 20)) flatten(record, '', first, []);
  const names = [...first.keys()].map(normalHeader);
  const isKnown = presetOf(names) !== null;
  const known = names.filter((name) => KNOWN_WORDS.has(name)).length;
  const score = (isKnown ? 1e9 : 0) + known * 1e6 + (names.length > 2 ? records.length : 0);
  return { at, records, isKnown, isTable: isTable(names), score };
}

/**
 * The lists that tell of orders or disputes, each as a header and rows, the most telling first; and the
 * paths of lists that are not read, beside them or within their records. A list within a list is read
 * with it, unless it is an export that is known by itself. Throws a Refusal where there is none.
 *
 * @param mapping columns that were asked for by name.
 */
export function tablesFromJson(
  text: string,
  mapping: Mapping = {},
): {
  lists: { path: string; rows: string[][] }[];
  others: { path: string; why: RefusalId }[];
} {
  const lists = new Map<string, Json[]>();
  listsIn(parse(unguarded(text)), '', lists, 0);
  const found = [...lists].map(scored).sort((a, b) => b.score - a.score);
  const [best] = found;
  if (!best || best.score === 0) throw new Refusal('json');
  const tables = found.filter((each) => each.isTable || each === best);
  const read = tables.filter(
    (each) =>
      each.isKnown ||
      (!tables.some((other) => other.isTable && isWithin(each, other)) &&
        // The most telling list may be no more than what surrounds a table.
        (each.isTable || !tables.some((other) => isWithin(other, each)))),
  );
  const pathOf = (at: string) => at.replaceAll('[]', '').replace(/^\./, '');
  const others = found
    .filter(
      (each) =>
        !read.some((other) => other === each || isWithin(each, other)) &&
        // A list around a table that says nothing known is its envelope.
        (each.score >= 1e6 || !read.some((other) => isWithin(other, each))),
    )
    .map(({ at }) => ({ path: pathOf(at), why: 'other-list' as const }));
  const made = read.map(({ at, records }) => ({ path: pathOf(at), ...tableOf(records, mapping) }));
  return {
    lists: made.map(({ path, rows }) => ({ path, rows })),
    others: [
      ...others,
      ...made.flatMap(({ path, folded }) =>
        folded.map((each) => ({ path: below(path, each), why: 'inner-list' as const })),
      ),
    ],
  };
}
