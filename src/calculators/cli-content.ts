import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import type { GuardRule } from './reply-guard/rule.ts';
import { withTables } from './reply-guard/tables.ts';
import type { Rule } from './shared/rule.ts';
import type { Content } from './shared/tool.ts';

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
};

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

/** Files of a kind below a folder, in a stable order; none where there is no such folder. */
const filesIn = (folder: string, kind: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && kind.test(entry.name))
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort()
    : [];

type Entries = [id: string, item: unknown][];

/** A file that was written this short a time ago may change once more without a new time on it. */
const FRESH = 2000;

/** What tells that a file has changed: its length, and the times of its content and of its entry. */
function stampOf(folder: string, files: readonly string[], now: number): string | null {
  let isFresh = false;
  const parts = files.map((file) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(folder, file));
    isFresh ||= now - ctimeMs < FRESH;
    return `${file} ${size} ${mtimeMs} ${ctimeMs} ${ino}`;
  });
  return isFresh ? null : parts.join('\n');
}

function readKept(file: string, stamp: string | null): Entries | null {
  if (stamp === null) return null;
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { stamp?: unknown; entries?: unknown };
    return kept.stamp === stamp && Array.isArray(kept.entries) ? (kept.entries as Entries) : null;
  } catch {
    return null;
  }
}

function keep(file: string, stamp: string, entries: Entries): void {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    const whole = `${file}.${process.pid}`;
    writeFileSync(whole, JSON.stringify({ stamp, entries }));
    renameSync(whole, file);
  } catch {
    // A folder that cannot be written costs time, never the answer.
  }
}

const load = createRequire(import.meta.url);

interface JsYaml {
  load: (text: string, options: { schema: unknown }) => unknown;
  CORE_SCHEMA: unknown;
}

function parseAll(folder: string, files: readonly string[]): Entries {
  // Loaded only where something has to be parsed: that is most of what a call takes.
  const { load: parse, CORE_SCHEMA } = load('js-yaml') as JsYaml;
  return files.map((file) => {
    // Of that schema a date is text, as the calculators take it.
    const text = readFileSync(join(folder, file), 'utf8');
    const item = (parse(text, { schema: CORE_SCHEMA }) ?? null) as { id?: string } | null;
    return [item?.id ?? basename(file).replace(/\.ya?ml$/, ''), item];
  });
}

/**
 * The content of the site for the command line, read from `root` (the folder `src/content`) on
 * first use. Files are taken as they are: the build and the tests check them.
 *
 * @param cache folder in which parsed collections are kept from call to call. A file that was
 *   added, changed or removed is seen at once.
 */
export function openContent(root: string, cache?: string): Content {
  const collections = new Map<string, ReadonlyMap<string, unknown>>();
  const entriesOf = (name: string): Entries => {
    const folder = join(root, name);
    const files = filesIn(folder, /\.ya?ml$/);
    if (cache === undefined) return parseAll(folder, files);
    const place = join(cache, `${name}.json`);
    const stamp = stampOf(folder, files, Date.now());
    const kept = readKept(place, stamp);
    if (kept) return kept;
    const entries = parseAll(folder, files);
    // Only if nothing was written while the files were read.
    if (stamp !== null && stamp === stampOf(folder, files, Date.now())) keep(place, stamp, entries);
    return entries;
  };
  const collection = <Item>(name: string): ReadonlyMap<string, Item> => {
    let items = collections.get(name);
    if (!items) {
      const entries = entriesOf(name);
      items = new Map(
        name === 'guards'
          ? entries.map(([id, item]) => [id, withTables(item as GuardRule)] as const)
          : entries,
      );
      collections.set(name, items);
    }
    return items as ReadonlyMap<string, Item>;
  };
  return {
    collection,
    rules: () => collection<Rule>('rules'),
    messages: once(() => {
      const shared = join(root, 'i18n', 'en.json');
      const parts = join(root, 'i18n', 'parts');
      return Object.assign(
        {},
        existsSync(shared) ? readJson(shared) : {},
        ...filesIn(parts, /\.en\.json$/).map((file) => readJson(join(parts, file))),
      ) as Record<string, string>;
    }),
  };
}
