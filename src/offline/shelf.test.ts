import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Shelf, type List, type State } from './shelf.ts';

// A clock that somebody sets back while files are kept: what is waited for takes as long as it would have.

const DAY = 86_400_000;
/** How long each file takes, in milliseconds. */
const SLOW = 400;
const FILES = 40;
const list: List = {
  assets: Array.from({ length: FILES }, (_, i) => `/_astro/${i}.js`),
  pages: { '/en/': ['', '', Array.from({ length: FILES }, (_, i) => i)] },
  core: { pages: [], files: [] },
};
const state: State = { languages: ['en'], visited: ['/en/'], whole: [], old: [], tabs: {} };
const shelf = () => new Shelf({ build: 'a', lists: { en: '/list.json' } });

let kept: Map<string, Response>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
  kept = new Map();
  vi.stubGlobal('caches', {
    open: async () => ({
      keys: async () => [...kept.keys()].map((path) => ({ url: `https://shop.example${path}` })),
      put: async (path: string, copy: Response) => void kept.set(path, copy),
    }),
    match: async (path: string) => kept.get(path)?.clone(),
  });
  vi.stubGlobal('fetch', async (path: string) => {
    await new Promise((then) => setTimeout(then, SLOW));
    return new Response(path === '/list.json' ? JSON.stringify(list) : path);
  });
});
afterEach(() => void vi.useRealTimers());

/** Time goes by, in steps in which what came is taken up. */
async function pass(milliseconds: number) {
  for (let gone = 0; gone < milliseconds; gone += SLOW / 4)
    await vi.advanceTimersByTimeAsync(SLOW / 4);
}
const setBack = () => vi.setSystemTime(Date.now() - 2 * DAY);

it('ends a step of keeping when its time is up, also on a clock that was set back', async () => {
  const keeping = shelf().keep(state, performance.now() + 4 * SLOW);
  const ended = vi.fn();
  void keeping.then(ended);
  await pass(2 * SLOW);
  setBack();
  await pass(6 * SLOW);
  expect(ended).toHaveBeenCalled();
  const { done, total, problem } = await keeping;
  expect({ total, problem }).toEqual({ total: FILES + 1, problem: undefined });
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(total);
});

it('waits half a minute for a tab at work, and no longer on a clock that was set back', async () => {
  const request = (_: string, { signal }: { signal: AbortSignal }) =>
    new Promise((_then, reject) =>
      signal.addEventListener('abort', () => reject(new Error('waited'))),
    );
  vi.stubGlobal('navigator', { locks: { request } });
  const keeping = shelf().keep(state);
  const ended = vi.fn();
  void keeping.then(ended);
  await pass(10_000);
  setBack();
  await pass(15_000);
  // The list alone, without which nobody knows what is to be kept.
  expect([...kept.keys()]).toEqual(['/list.json']);
  await pass(15_000);
  expect(ended).toHaveBeenCalled();
  expect(await keeping).toEqual({ done: FILES + 1, total: FILES + 1 });
});
