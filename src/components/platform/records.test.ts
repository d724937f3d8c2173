import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as module from './records.ts';
import type { Held, Records } from './records.ts';

/** A note, in its third version: `text` was called `body`, and before that was all there is. */
interface Note {
  text: string;
  pinned: boolean;
}
const options = {
  version: 3,
  read: (value: unknown): Note | null => {
    const { text, pinned } = value as Note;
    return typeof text === 'string' ? { text, pinned: pinned === true } : null;
  },
  migrations: {
    1: (value: unknown) => ({ body: value }),
    2: (value: unknown) => ({ text: (value as { body: unknown }).body, pinned: false }),
  },
};

/** One stored record of every version there ever was, as it lies in the database. */
const FIXTURES = {
  first: { version: 1, keptAt: '2026-01-01T00:00:00Z', value: 'one' },
  second: { version: 2, keptAt: '2026-02-01T00:00:00Z', value: { body: 'two' } },
  third: { version: 3, keptAt: '2026-03-01T00:00:00Z', value: { text: 'three', pinned: true } },
};

let openRecords: typeof module.openRecords;
/** A page of its own: another tab, or the same one loaded again. */
async function page(): Promise<typeof openRecords> {
  vi.resetModules();
  return (await import('./records.ts')).openRecords;
}

const storage = new Map<string, string>();
const localStorage = new Proxy(
  {
    getItem: (name: string) => storage.get(name) ?? null,
    setItem: (name: string, text: string) => storage.set(name, text),
    removeItem: (name: string) => storage.delete(name),
  },
  {
    ownKeys: () => [...storage.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  },
);

async function lay(area: string, held: Record<string, unknown>): Promise<void> {
  const database = await openDB('amicable', undefined, {
    upgrade: (made) => void made.createObjectStore(area),
  });
  for (const [key, value] of Object.entries(held)) await database.put(area, value, key);
  database.close();
}
async function lying(area: string): Promise<Record<string, unknown>> {
  const database = await openDB('amicable');
  const keys = await database.getAllKeys(area);
  const values = await database.getAll(area);
  database.close();
  return Object.fromEntries(keys.map((key, i) => [String(key), values[i] as unknown]));
}
const textsOf = (held: Held<Note>) => held.items.map(({ value }) => value.text);

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('window', { localStorage });
  storage.clear();
  openRecords = await page();
});
afterEach(() => vi.unstubAllGlobals());

describe('kept records', () => {
  it('come back, the newest first, also on the next visit', async () => {
    const notes = openRecords('notes', options);
    expect(await notes.put('a', { text: 'A', pinned: true }, '2026-11-01T00:00:00Z')).toBe('kept');
    expect(await notes.put('b', { text: 'B', pinned: false }, '2026-11-02T00:00:00Z')).toBe('kept');
    expect(await notes.put('a', { text: 'A2', pinned: true }, '2026-11-01T08:00:00Z')).toBe('kept');
    const again = (await page())('notes', options);
    expect(await again.all()).toEqual({
      items: [
        { key: 'b', keptAt: '2026-11-02T00:00:00Z', value: { text: 'B', pinned: false } },
        { key: 'a', keptAt: '2026-11-01T08:00:00Z', value: { text: 'A2', pinned: true } },
      ],
      newer: 0,
      unreadable: 0,
      blocked: false,
    });
  });

  it('of every earlier version are read as today’s, and stay as they lie', async () => {
    await lay('notes', FIXTURES);
    const held = await openRecords('notes', options).all();
    expect(held).toMatchObject({ newer: 0, unreadable: 0 });
    expect(textsOf(held)).toEqual(['three', 'two', 'one']);
    expect(await lying('notes')).toEqual(FIXTURES);
    expect(Object.values(FIXTURES).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('of a newer page are counted and touched by nothing', async () => {
    const newer = { version: 4, keptAt: '2027-01-01T00:00:00Z', value: { anything: true } };
    await lay('notes', { n: newer });
    const notes = openRecords('notes', options);
    expect(await notes.all()).toMatchObject({ items: [], newer: 1, unreadable: 0 });
    expect(await notes.put('n', { text: 'old page', pinned: false })).toBe('newer');
    const undo = await notes.remove('n');
    expect(await undo()).toBe('kept');
    expect(await lying('notes')).toEqual({ n: newer });
  });

  it('that are damaged are counted, stay, and hide no other', async () => {
    const damaged = {
      a: null,
      b: 'text',
      c: { version: 0, keptAt: '2026-01-01', value: {} },
      d: { version: 3, keptAt: 'yesterday', value: { text: 'x' } },
      e: { version: 3, keptAt: '2026-01-01', value: null },
      f: { version: 1.5, keptAt: '2026-01-01', value: {} },
      g: { version: 2, keptAt: '2026-01-01', value: undefined },
      h: { version: 3, keptAt: '2026-01-01' },
    };
    await lay('notes', { ...damaged, ok: FIXTURES.third });
    const held = await openRecords('notes', options).all();
    expect(textsOf(held)).toEqual(['three']);
    expect(held.unreadable).toBe(Object.keys(damaged).length);
    expect(Object.keys(await lying('notes'))).toHaveLength(9);
  });

  it('can be brought back after they were removed, as they were', async () => {
    await lay('notes', FIXTURES);
    const notes = openRecords('notes', options);
    const undo = await notes.remove('first');
    expect(textsOf(await notes.all())).toEqual(['three', 'two']);
    expect(await undo()).toBe('kept');
    expect(await lying('notes')).toEqual(FIXTURES);
    const late = await notes.remove('second');
    await notes.put('second', { text: 'another', pinned: false });
    expect(await late()).toBe('newer');
    expect(textsOf(await notes.all())).toContain('another');
    expect(await (await notes.remove('never there'))()).toBe('kept');
  });

  it('of two areas lie apart in one database, whichever comes first', async () => {
    const [a, b] = [openRecords('a', options), openRecords('b', options)];
    await Promise.all([
      a.put('k', { text: 'in a', pinned: false }),
      b.put('k', { text: 'in b', pinned: false }),
    ]);
    expect(textsOf(await a.all())).toEqual(['in a']);
    expect(textsOf(await b.all())).toEqual(['in b']);
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['amicable']);
  });
});

describe('two tabs', () => {
  it('add their stores without holding each other up, and hear of each other’s changes', async () => {
    const here = openRecords('a', options);
    await here.put('k', { text: 'before', pinned: false });
    const there = (await page())('b', options);
    const there2 = (await page())('a', options);
    expect(await there.put('k', { text: 'other area', pinned: false })).toBe('kept');
    expect(await here.put('k', { text: 'again', pinned: false })).toBe('kept');

    const heard = new Promise<void>((resolve) => {
      const stop = here.onChange(() => {
        stop();
        resolve();
      });
    });
    await there2.put('k', { text: 'from there', pinned: false });
    await heard;
    expect(textsOf(await here.all())).toEqual(['from there']);
  });
});

describe('a browser that keeps nothing', () => {
  const answers = async (notes: Records<Note>) => [
    await notes.put('k', { text: 'x', pinned: false }),
    (await notes.all()).blocked,
    await (await notes.remove('k'))(),
  ];

  it('answers so where there is no database', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await answers(openRecords('notes', options))).toEqual(['blocked', true, 'blocked']);
  });

  it('answers so where it is refused, and works again when it is not', async () => {
    const factory = new IDBFactory();
    const refuse = vi.spyOn(factory, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    vi.stubGlobal('indexedDB', factory);
    const notes = openRecords('notes', options);
    expect(await answers(notes)).toEqual(['blocked', true, 'blocked']);
    refuse.mockRestore();
    expect(await notes.put('k', { text: 'x', pinned: false })).toBe('kept');
  });

  it('says that it is full', async () => {
    const notes = openRecords('notes', options);
    await notes.put('k', { text: 'x', pinned: false });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await notes.put('k', { text: 'y', pinned: false })).toBe('full');
    put.mockRestore();
    expect(textsOf(await notes.all())).toEqual(['x']);
  });
});

describe('records of before there was a database', () => {
  const old = (value: unknown, version = 1) => JSON.stringify({ version, value });
  const taking = { ...options, takesOld: true };

  it('are taken over once, with their moment, and nothing else is', async () => {
    storage.set('amicable:notes:a', old('old'));
    storage.set('amicable:notes:damaged', '{"version":1,');
    storage.set('amicable:notes:later', old('later', 2));
    storage.set('amicable:notesbook:a', old('another area'));
    storage.set('other', 'x');
    const held = await openRecords('notes', taking).all();
    expect(textsOf(held)).toEqual(['old']);
    expect([...storage.keys()]).toEqual([
      'amicable:notes:damaged',
      'amicable:notes:later',
      'amicable:notesbook:a',
      'other',
    ]);
    expect(textsOf(await (await page())('notes', taking).all())).toEqual(['old']);
  });

  it('keep their own moment', async () => {
    const dated = {
      ...taking,
      migrations: undefined,
      version: 1,
      read: (value: unknown) => value as Note,
    };
    storage.set('amicable:notes:a', old({ text: 'x', keptAt: '2026-05-05T00:00:00Z' }));
    expect((await openRecords('notes', dated).all()).items[0]?.keptAt).toBe('2026-05-05T00:00:00Z');
  });

  it('take nobody’s place', async () => {
    await lay('notes', { a: FIXTURES.third });
    storage.set('amicable:notes:a', old('old'));
    expect(textsOf(await openRecords('notes', taking).all()).sort()).toEqual(['old', 'three']);
    expect(storage.size).toBe(0);
    storage.set('amicable:notes:b', old('old'));
    await lay2('b', { version: 1, keptAt: '2026-01-01T00:00:00Z', value: 'old' });
    expect((await (await page())('notes', taking).all()).items).toHaveLength(3);
    expect(storage.size).toBe(0);
  });

  const lay2 = async (key: string, held: unknown) => {
    const database = await openDB('amicable');
    await database.put('notes', held, key);
    database.close();
  };

  it('stay where they are while the database is blocked or what they hold is refused', async () => {
    storage.set('amicable:notes:a', old('old'));
    storage.set('amicable:notes:b', old({ nonsense: true }));
    vi.stubGlobal('indexedDB', undefined);
    expect((await openRecords('notes', taking).all()).blocked).toBe(true);
    expect(storage.size).toBe(2);
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect(textsOf(await (await page())('notes', taking).all())).toEqual(['old']);
    expect([...storage.keys()]).toEqual(['amicable:notes:b']);
  });
});

describe('a change of a record', () => {
  it('is made to what lies there, so that no tab loses what another wrote', async () => {
    const one = openRecords('notes', options);
    const other = (await page())('notes', options);
    await one.put('n', { text: '', pinned: false });
    const add = (notes: Records<Note>, letter: string) =>
      notes.update('n', (there) => ({ text: `${there?.text ?? ''}${letter}`, pinned: false }));
    await Promise.all([...'abcdefgh'].map((letter, i) => add(i % 2 === 0 ? one : other, letter)));
    const [text = ''] = textsOf(await one.all());
    expect([...text].sort().join('')).toBe('abcdefgh');
  });

  it('may come to nothing, makes what is not there, and leaves a newer page’s alone', async () => {
    const newer = { version: 4, keptAt: '2027-01-01T00:00:00Z', value: {} };
    await lay('notes', { n: newer });
    const notes = openRecords('notes', options);
    expect(await notes.update('n', () => ({ text: 'mine', pinned: true }))).toBe('newer');
    expect(await notes.update('a', () => null)).toBe('kept');
    expect(await notes.update('b', (there) => ({ text: String(there), pinned: true }))).toBe(
      'kept',
    );
    expect(Object.keys(await lying('notes'))).toEqual(['b', 'n']);
    expect(textsOf(await notes.all())).toEqual(['null']);
  });
});

describe('many records', () => {
  it('are kept all or none', async () => {
    const notes = openRecords('notes', options);
    await notes.put('a', { text: 'before', pinned: false });
    const many = ['a', 'b', 'c'].map((key) => ({
      key,
      change: (there: Note | null) => ({ text: `${there?.text ?? ''}${key}`, pinned: false }),
    }));
    let left = 2;
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      if ((left -= 1) < 0) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
    expect(await notes.updateAll(many)).toBe('full');
    IDBObjectStore.prototype.put = put;
    expect(textsOf(await notes.all())).toEqual(['before']);
    expect(await notes.updateAll(many)).toBe('kept');
    expect(textsOf(await notes.all()).sort()).toEqual(['b', 'beforea', 'c']);
  });

  it('are removed at once, counted, but for those of a newer page', async () => {
    await lay('notes', {
      ...FIXTURES,
      damaged: 'x',
      newer: { version: 9, keptAt: '2027-01-01T00:00:00Z', value: {} },
    });
    expect(await openRecords('notes', options).clear()).toBe(4);
    expect(Object.keys(await lying('notes'))).toEqual(['newer']);
  });
});
