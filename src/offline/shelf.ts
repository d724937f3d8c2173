/**
 * What the worker keeps on a device: copies of this site's own files, one shelf a version of the site, and
 * a note of which pages were visited. Nothing that a person types, chooses or opens from their disk.
 */

import { untilCalm } from '../components/platform/at-work.ts';

/** What the build says of one language's part of the site (`scripts/offline.mjs` writes it). */
export interface List {
  /** Files whose name carries the hash of their content: scripts, styles, packs. */
  assets: string[];
  /** By address: the mark the page carries, its part of the search (or ''), and which `assets` it may ask for. */
  pages: Record<string, [mark: string, fragment: string, assets: number[]]>;
  /** What every reader of the language gets: pages, and the files of the search with their digests ('' where the name has it). */
  core: { pages: string[]; files: [address: string, digest: string][] };
}

/** The build's own id, and where each language's list stands, by the folder of the language. */
export interface Site {
  build: string;
  lists: Record<string, string>;
}

/** Which version the document of a tab is of, where that is not the worker's own; `live`: another one on the server. */
interface TabVersion {
  build: string;
  /** Milliseconds since the epoch: one that was just opened is not listed among the open ones yet. */
  since: number;
  /** The tab that a page's own worker belongs to. */
  of?: string;
}

export interface State {
  /** The version that serves now. */
  build?: string;
  languages: string[];
  visited: string[];
  /** Languages of which somebody asked for everything. */
  whole: string[];
  /** Versions that served before this one. */
  old: string[];
  tabs: Record<string, TabVersion>;
}

/** How far keeping has come; `problem` says why it stopped before its end. */
export interface Progress {
  done: number;
  total: number;
  problem?: 'network' | 'full' | 'version';
}

const SHELVES = 'amicable-site-';
const STATE = 'amicable-state';
const NOTE = '/note';
const MARK = 'x-amicable-mark';
/** Files asked for at the same time. */
const AT_ONCE = 6;
/** How long in all a tab at work is waited for, in milliseconds. */
const PATIENCE = 30_000;
/** Files given up again where a device is full. */
const SPARE = 8;
const ANY = { ignoreVary: true, ignoreSearch: true };

const shelfOf = (build: string) => SHELVES + build;
/** Folder of the language an address belongs to; '' for what belongs to none. */
export const folderOf = (path: string) => path.split('/')[1] ?? '';
export const isPage = (path: string) => path.endsWith('/');
export const markOf = (html: string) => /<html\b[^>]* data-v="(\w+)"/.exec(html)?.[1] ?? '';

/** A file the server has, but of another version of the site than the one that is kept. */
class OtherVersion extends Error {}

export const problemOf = (error: unknown): NonNullable<Progress['problem']> =>
  error instanceof OtherVersion
    ? 'version'
    : (error as Error | null)?.name === 'QuotaExceededError'
      ? 'full'
      : 'network';

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export async function state(): Promise<State> {
  const empty: State = { languages: [], visited: [], whole: [], old: [], tabs: {} };
  const note = await caches.match(NOTE, { cacheName: STATE });
  return note ? { ...empty, ...((await note.json()) as Partial<State>) } : empty;
}

let line: Promise<unknown> = Promise.resolve();

/** Where two workers of one site may write at once, one after the other; older browsers by turn within each. */
const alone = <Value>(use: () => Promise<Value>): Promise<Value> => {
  const { locks } = navigator as { locks?: LockManager };
  if (locks) return locks.request(STATE, use) as Promise<Value>;
  const turn = line.then(use);
  line = turn.catch(() => undefined);
  return turn;
};

/** Changes the note in one step with reading it, and answers what it says now; not once all was removed. */
export const changeState = (change: (state: State) => void): Promise<State> =>
  alone(async () => {
    const now = await state();
    const before = JSON.stringify(now);
    change(now);
    const after = JSON.stringify(now);
    if (after !== before && !isCleared)
      await (await caches.open(STATE)).put(NOTE, new Response(after));
    return now;
  });

/** Whether anything is to be kept at all: not before the worker was installed, nor once it was switched off. */
export const isKeeping = () => caches.has(STATE);

let isCleared = false;

/** From now on this worker keeps again what it is told to. */
export const begin = () => {
  isCleared = false;
};

/** Removes all that was ever kept here; this worker keeps nothing more until it is to `begin`. */
export const clear = async () => {
  isCleared = true;
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name === STATE || name.startsWith(SHELVES))
      .map((name) => caches.delete(name)),
  );
};

/** The versions that have a shelf here. */
export const builds = async () =>
  (await caches.keys())
    .filter((name) => name.startsWith(SHELVES))
    .map((name) => name.slice(SHELVES.length));

export const drop = (build: string) => caches.delete(shelfOf(build));

/** A copy on the shelf of one version, or on that of any. */
export const copyOf = (path: string, build?: string) =>
  caches.match(path, build === undefined ? ANY : { ...ANY, cacheName: shelfOf(build) });

/** The version of one site as it stands on this device. */
export class Shelf {
  readonly #site: Site;
  readonly #lists = new Map<string, Promise<List>>();

  constructor(site: Site) {
    this.#site = site;
  }

  get build() {
    return this.#site.build;
  }

  /** The list of a language, read once; null for what is no language of the site. */
  async list(folder: string): Promise<List | null> {
    const address = Object.hasOwn(this.#site.lists, folder) ? this.#site.lists[folder] : undefined;
    if (!address) return null;
    let list = this.#lists.get(folder);
    if (!list) {
      list = this.#take(address, '').then((copy) => copy.json() as Promise<List>);
      list.catch(() => this.#lists.delete(folder));
      this.#lists.set(folder, list);
    }
    return list;
  }

  copy(path: string) {
    return copyOf(path, this.build);
  }

  /** What a page needs: itself, all it may ask for, and its part of the search. */
  #ofPage(list: List, path: string, wanted: Map<string, string>) {
    const page = Object.hasOwn(list.pages, path) ? list.pages[path] : undefined;
    if (!page) return;
    const [mark, fragment, assets] = page;
    wanted.set(path, mark);
    for (const place of assets) wanted.set(list.assets[place] as string, '');
    if (fragment) wanted.set(fragment, '');
  }

  /** The addresses of all that is to be kept, what matters most first, each with the mark it must carry. */
  async wanted({ languages, visited, whole }: State): Promise<Map<string, string>> {
    const wanted = new Map<string, string>();
    const lists = new Map<string, List>();
    for (const folder of new Set([...languages, ...whole])) {
      const list = await this.list(folder);
      if (list) lists.set(folder, list);
    }
    for (const { core } of lists.values())
      for (const [address, digest] of core.files) wanted.set(address, digest);
    for (const list of lists.values())
      for (const path of list.core.pages) this.#ofPage(list, path, wanted);
    for (const path of visited) {
      const list = lists.get(folderOf(path));
      if (list) this.#ofPage(list, path, wanted);
    }
    for (const folder of whole) {
      const list = lists.get(folder);
      for (const path of Object.keys(list?.pages ?? {})) this.#ofPage(list as List, path, wanted);
    }
    return wanted;
  }

  /**
   * Keeps what is wanted and not here yet, until all is here, something is in the way, or the time is up.
   *
   * @param until by `performance.now()`, which no clock that is set moves: from then on no further file is asked for.
   */
  async keep(state: State, until = Infinity): Promise<Progress> {
    let wanted: Map<string, string>;
    try {
      wanted = await this.wanted(state);
    } catch (error) {
      return { done: 0, total: 1, problem: problemOf(error) };
    }
    const here = await caches.open(shelfOf(this.build)).then((shelf) => shelf.keys());
    const kept = new Set(here.map(({ url }) => new URL(url).pathname));
    const missing = [...wanted].filter(([address]) => !kept.has(address));
    let done = wanted.size - missing.length;
    let problem: Progress['problem'];
    const taken: string[] = [];
    const patient = Math.min(until, performance.now() + PATIENCE);
    const next = async () => {
      while (!problem && performance.now() < until) {
        if (performance.now() < patient) await untilCalm(patient - performance.now());
        const file = missing.shift();
        if (!file) return;
        try {
          await this.#take(...file);
          done += 1;
          taken.push(file[0]);
        } catch (error) {
          problem ??= problemOf(error);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    if (problem === 'full') {
      // A browser needs room of its own to fetch the worker of the next version.
      const last = taken.slice(-SPARE);
      const shelf = await caches.open(shelfOf(this.build));
      for (const address of last) await shelf.delete(address);
      done -= last.length;
    }
    return { done, total: wanted.size, ...(problem && { problem }) };
  }

  /** A file of this version that the list knows, kept if it was not; rejects where the server has another one. */
  async take(path: string, folders: readonly string[]): Promise<Response | null> {
    for (const folder of folders) {
      const list = await this.list(folder);
      const file = list?.core.files.find(([address]) => address === path);
      if (file) return this.#take(...file);
    }
    return null;
  }

  /** Keeps a page that has just come from the server, if it is the one of this version. */
  async keepPage(path: string, html: string, { headers }: Response): Promise<boolean> {
    const mark = (await this.list(folderOf(path)))?.pages[path]?.[0];
    if (!mark || markOf(html) !== mark) return false;
    await this.#put(path, mark, html, headers);
    return true;
  }

  async #put(address: string, mark: string, body: BodyInit, headers: Headers) {
    const own = new Headers(headers);
    // The copy is unpacked, whatever the server sent.
    own.delete('content-encoding');
    own.delete('content-length');
    own.set(MARK, mark);
    const copy = new Response(body, { headers: own });
    if (isCleared) return copy;
    const shelf = await caches.open(shelfOf(this.build));
    await shelf.put(address, copy.clone());
    return copy;
  }

  /** From this shelf, from that of another version where the file is the same, else from the server. */
  async #take(address: string, mark: string): Promise<Response> {
    const here = await this.copy(address);
    if (here) return here;
    const other = await copyOf(address);
    if (other && (other.headers.get(MARK) ?? '') === mark)
      return this.#put(address, mark, await other.arrayBuffer(), other.headers);
    // What is named after its content may come out of the browser's own store.
    const answer = await fetch(address, { cache: mark ? 'no-cache' : 'default' });
    if (answer.status === 404 || answer.status === 410) throw new OtherVersion(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const body = await answer.arrayBuffer();
    const found = !mark
      ? ''
      : isPage(address)
        ? markOf(new TextDecoder().decode(body))
        : hex(await crypto.subtle.digest('SHA-256', body)).slice(0, mark.length);
    if (found !== mark) throw new OtherVersion(address);
    return this.#put(address, mark, body, answer.headers);
  }
}
