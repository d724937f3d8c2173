import { openDB, type IDBPDatabase } from 'idb';
import { now } from './clock.ts';
import { take } from './old-records.ts';

/**
 * Records kept in this browser, only where a person asked for it: cases, logs, boards.
 *
 * One database, one store an area. A record is stored as `{ version, keptAt, value }`. What a newer
 * page wrote is counted and left untouched by an older one still open in a tab. What is stored is
 * as hostile as a link: `read` decides what it is. Private mode, a full disk and a blocked database
 * never throw; they are answers.
 */
export interface RecordsOptions<T> {
  /** The version of `T`, from 1 on. */
  version: number;
  /** Makes a stored value of this version into a `T`; null for what is none. */
  read: (value: unknown, key: string) => T | null;
  /** From a version to the one after it: `{ 1: (v1) => v2, 2: (v2) => v3 }`. Pure. */
  migrations?: Readonly<Record<number, (value: unknown) => unknown>>;
  /** Take over, once, the records of this area that earlier pages kept in `localStorage`. */
  takesOld?: boolean;
}

export interface Stored<T> {
  key: string;
  /** ISO 8601 instant. */
  keptAt: string;
  value: T;
}

/** What is kept, the newest first, and what could not be shown. */
export interface Held<T> {
  items: readonly Stored<T>[];
  /** Written by a newer page; reload to see them. */
  newer: number;
  /** Nothing a page of any version would have written, or damaged. */
  unreadable: number;
  /** This browser lets nothing be kept here. */
  blocked: boolean;
}

export type Put = 'kept' | 'blocked' | 'full' | 'newer';

export interface Records<T> {
  all(): Promise<Held<T>>;
  /** One record; null where there is none that can be read. */
  one(key: string): Promise<T | null>;
  /** Keeps a record, in place of the one of that key. `newer`: that one is a newer page's and stays. */
  put(key: string, value: T, keptAt?: string): Promise<Put>;
  /**
   * Changes a record in one step with looking at it, so that what another tab wrote meanwhile is what
   * is changed. `change` gets null where there is none that can be read, and may be called again; null
   * from it leaves everything as it is.
   */
  update(key: string, change: (there: T | null) => T | null): Promise<Put>;
  /**
   * The same for many, all or none: a half-written list is nobody's. Null from `change` removes the
   * record.
   */
  updateAll(items: readonly { key: string; change: (there: T | null) => T | null }[]): Promise<Put>;
  /** Removes every record of this area a page of today can read or that is damaged; answers how many. */
  clear(): Promise<number | 'blocked'>;
  /** Removes a record and answers how to bring it back. A newer page's record stays. */
  remove(key: string): Promise<() => Promise<Put>>;
  /** Calls `then` when another tab has changed something here, or was told to clear it. Answers how to stop. */
  onChange(then: (isCleared: boolean) => void): () => void;
}

export interface Envelope {
  version: number;
  keptAt: string;
  value: unknown;
}

const NAME = 'amicable';
/** How long another tab may hold the database up before keeping counts as blocked. */
const PATIENCE = 3000;

const isEnvelope = (held: unknown): held is Envelope => {
  if (typeof held !== 'object' || held === null) return false;
  const { version, keptAt } = held as Partial<Envelope>;
  return (
    Number.isInteger(version) &&
    (version as number) > 0 &&
    typeof keptAt === 'string' &&
    Number.isFinite(Date.parse(keptAt)) &&
    'value' in held
  );
};

const isNewer = (held: unknown, version: number) => isEnvelope(held) && held.version > version;

/** A stored thing as a `T` of today; null for what cannot be read. */
function open<T>(held: unknown, key: string, options: RecordsOptions<T>): Stored<T> | null {
  if (!isEnvelope(held)) return null;
  try {
    let { value } = held;
    for (let from = held.version; from < options.version; from += 1) {
      const migrate = options.migrations?.[from];
      if (!migrate) return null;
      value = migrate(value);
    }
    const read = options.read(value, key);
    return read === null ? null : { key, keptAt: held.keptAt, value: read };
  } catch {
    return null;
  }
}

/** Tells this page's own changes from those of other tabs. */
const HERE = `${Math.random()}`;
/** A person has said that everything is to go: not the same as a store that is gone. */
const CLEARED = ' cleared';
const CLEARED_HERE = HERE + CLEARED;

let connection: Promise<IDBPDatabase> | undefined;

const soon = <Value>(value: Promise<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('held up')), PATIENCE);
    value.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** Nothing was ever kept here: whoever only looks makes no database. */
const NONE = new Error('none');

/**
 * Opens the database, with a store for the area if it has none yet.
 *
 * @param makes whether the database is made where there is none; a page that only looks leaves no trace.
 */
async function connect(area: string, makes: boolean, version?: number): Promise<IDBPDatabase> {
  let isNone = false;
  const letGo = () => {
    connection = undefined;
  };
  const database = await openDB(NAME, version, {
    upgrade: (upgraded, before, _after, step) => {
      isNone = before === 0 && !makes;
      if (isNone) abort(step);
      else if (!upgraded.objectStoreNames.contains(area)) upgraded.createObjectStore(area);
    },
    // Another tab wants to add a store: step aside, and open again when it is needed.
    blocking: (_current, _next, event) => {
      (event.target as IDBDatabase).close();
      letGo();
    },
    terminated: letGo,
  }).catch((error: unknown) => {
    throw isNone ? NONE : error;
  });
  if (database.objectStoreNames.contains(area)) return database;
  database.close();
  return connect(area, true, database.version + 1).catch((error: unknown) => {
    // Another tab was faster and the version is taken.
    if ((error as Error).name === 'VersionError') return connect(area, true);
    throw error;
  });
}

// One thing at a time: two areas that both lack their store must not upgrade at once.
let line: Promise<unknown> = Promise.resolve();

function inStore<Value>(
  area: string,
  use: (database: IDBPDatabase) => Promise<Value>,
  makes = true,
) {
  const turn = line.then(async () => {
    const held = await connection?.catch(() => undefined);
    if (!held?.objectStoreNames.contains(area)) {
      held?.close();
      connection = connect(area, makes);
    }
    return use(await soon(connection as Promise<IDBPDatabase>));
  });
  line = turn.catch(() => undefined);
  return turn;
}

/** Takes back what a step has written so far; one the browser has ended already is taken back. */
function abort(step: { abort: () => void; done: Promise<void> }): void {
  step.done.catch(() => undefined);
  try {
    step.abort();
  } catch {
    // It had ended.
  }
}

const whyNot = (error: unknown): Put =>
  (error as Error | null)?.name === 'QuotaExceededError' ? 'full' : 'blocked';

/** @param area the tool the records belong to; also the name of the store. */
export function openRecords<T>(area: string, options: RecordsOptions<T>): Records<T> {
  const channelName = `${NAME}:${area}`;
  let voice: BroadcastChannel | undefined;
  const tell = (what = HERE) => {
    if (typeof BroadcastChannel === 'undefined') return;
    voice ??= new BroadcastChannel(channelName);
    voice.postMessage(what);
  };

  /** Writes unless `mayReplace` objects to what stands there. */
  const write = async (
    key: string,
    envelope: Envelope,
    mayReplace: (there: unknown) => boolean,
  ): Promise<Put> => {
    try {
      const put = await inStore(area, async (database) => {
        const change = database.transaction(area, 'readwrite');
        if (!mayReplace(await change.store.get(key))) return 'newer';
        await Promise.all([change.store.put(envelope, key), change.done]);
        return 'kept';
      });
      if (put === 'kept') tell();
      return put;
    } catch (error) {
      return whyNot(error);
    }
  };

  let taken: Promise<void> | undefined;
  const takeOld = () =>
    (taken ??= !options.takesOld
      ? Promise.resolve()
      : take(area, async (key, held) => {
          const envelope = {
            version: held.version,
            keptAt: held.keptAt ?? now(),
            value: held.value,
          };
          if (!open(envelope, key, options)) return false;
          const there = await inStore(area, (database) => database.get(area, key));
          const same = JSON.stringify((there as Envelope | undefined)?.value);
          if (same === JSON.stringify(held.value)) return true;
          const place = there === undefined ? key : `${key}:${envelope.keptAt}`;
          return (await write(place, envelope, (other) => other === undefined)) === 'kept';
        }));

  return {
    async all() {
      try {
        await takeOld();
        const [keys, values] = await inStore(
          area,
          (database) => {
            const { store } = database.transaction(area);
            return Promise.all([store.getAllKeys(), store.getAll()]);
          },
          false,
        );
        const items: Stored<T>[] = [];
        let newer = 0;
        let unreadable = 0;
        values.forEach((held: unknown, i) => {
          const item = isNewer(held, options.version) ? null : open(held, String(keys[i]), options);
          if (item) items.push(item);
          else if (isNewer(held, options.version)) newer += 1;
          else unreadable += 1;
        });
        items.sort((a, b) => Date.parse(b.keptAt) - Date.parse(a.keptAt));
        return { items, newer, unreadable, blocked: false };
      } catch (error) {
        return { items: [], newer: 0, unreadable: 0, blocked: error !== NONE };
      }
    },

    async one(key) {
      try {
        await takeOld();
        const held: unknown = await inStore(area, (database) => database.get(area, key), false);
        return isNewer(held, options.version) ? null : (open(held, key, options)?.value ?? null);
      } catch {
        return null;
      }
    },

    put: (key, value, keptAt = now()) =>
      write(
        key,
        { version: options.version, keptAt, value },
        (there) => !isNewer(there, options.version),
      ),

    async update(key, change) {
      try {
        const put = await inStore(area, async (database) => {
          const step = database.transaction(area, 'readwrite');
          const there: unknown = await step.store.get(key);
          if (isNewer(there, options.version)) return 'newer';
          const value = change(open(there, key, options)?.value ?? null);
          if (value === null) return 'kept';
          const envelope: Envelope = { version: options.version, keptAt: now(), value };
          await Promise.all([step.store.put(envelope, key), step.done]);
          return 'kept';
        });
        if (put === 'kept') tell();
        return put;
      } catch (error) {
        return whyNot(error);
      }
    },

    async updateAll(items) {
      try {
        const put = await inStore(area, async (database) => {
          const step = database.transaction(area, 'readwrite');
          const there = await Promise.all(
            items.map(({ key }) => step.store.get(key) as Promise<unknown>),
          );
          if (there.some((held) => isNewer(held, options.version))) return 'newer';
          const keptAt = now();
          const writes: Promise<unknown>[] = [];
          try {
            for (const [i, { key, change }] of items.entries()) {
              const value = change(open(there[i], key, options)?.value ?? null);
              const envelope: Envelope = { version: options.version, keptAt, value };
              const write: Promise<unknown> =
                value === null ? step.store.delete(key) : step.store.put(envelope, key);
              // Each is told when the step is taken back; the first reason is what counts.
              write.catch(() => undefined);
              writes.push(write);
            }
            await Promise.all([...writes, step.done]);
          } catch (error) {
            abort(step);
            throw error;
          }
          return 'kept';
        });
        if (put === 'kept') tell();
        return put;
      } catch (error) {
        return whyNot(error);
      }
    },

    async clear() {
      try {
        const count = await inStore(
          area,
          async (database) => {
            const step = database.transaction(area, 'readwrite');
            const [keys, values] = await Promise.all([
              step.store.getAllKeys(),
              step.store.getAll(),
            ]);
            const ours = keys.filter((_, i) => !isNewer(values[i], options.version));
            await Promise.all([...ours.map((key) => step.store.delete(key)), step.done]);
            return ours.length;
          },
          false,
        );
        tell(CLEARED_HERE);
        return count;
      } catch (error) {
        return error === NONE ? 0 : 'blocked';
      }
    },

    async remove(key) {
      try {
        const held = await inStore(area, async (database) => {
          const change = database.transaction(area, 'readwrite');
          const there: unknown = await change.store.get(key);
          if (there === undefined || isNewer(there, options.version)) return undefined;
          await Promise.all([change.store.delete(key), change.done]);
          return there as Envelope;
        });
        if (held === undefined) return () => Promise.resolve('kept');
        tell();
        // As it was, damaged or not; whatever has taken its place since is newer and stays.
        return () => write(key, held, (there) => there === undefined);
      } catch (error) {
        const put = whyNot(error);
        return () => Promise.resolve(put);
      }
    },

    onChange(then) {
      if (typeof BroadcastChannel === 'undefined') return () => undefined;
      const ear = new BroadcastChannel(channelName);
      ear.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (data !== HERE && data !== CLEARED_HERE) then(String(data).endsWith(CLEARED));
      };
      return () => ear.close();
    },
  };
}
