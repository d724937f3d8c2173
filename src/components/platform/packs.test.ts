import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchPack } from './packs.ts';

const answer = (ok: boolean, content: unknown) => ({
  ok,
  status: ok ? 200 : 404,
  json: () => Promise.resolve(content),
});
const ask = vi.fn<(address: string) => Promise<unknown>>();

beforeEach(() => {
  ask.mockReset();
  vi.stubGlobal('fetch', ask);
});
afterEach(() => vi.unstubAllGlobals());

describe('a pack', () => {
  it('is asked for once, however often it is wanted, also while it is on its way', async () => {
    ask.mockResolvedValue(answer(true, { ru: 1 }));
    const [one, two] = await Promise.all([fetchPack('/a.json'), fetchPack('/a.json')]);
    expect([one, two, await fetchPack('/a.json')]).toEqual([{ ru: 1 }, { ru: 1 }, { ru: 1 }]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a site published anew', () => Promise.resolve(answer(false, null))],
    [
      'half a file',
      () => Promise.resolve({ ok: true, json: () => Promise.reject(new Error('x')) }),
    ],
  ])('that failed is refused, and may be asked for anew: %s', async (what, failing) => {
    const address = `/${what}.json`;
    ask.mockImplementationOnce(failing);
    await expect(fetchPack(address)).rejects.toThrow();
    ask.mockResolvedValueOnce(answer(true, 2));
    expect(await fetchPack(address)).toBe(2);
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
