import { afterEach, describe, expect, it, vi } from 'vitest';
import { once } from './once.ts';

afterEach(() => vi.unstubAllGlobals());

const failing = () => {
  const ask = vi.fn<() => Promise<number>>();
  ask.mockRejectedValueOnce(new TypeError('no network')).mockResolvedValue(7);
  return { ask, load: once(ask) };
};

describe('what comes over the network', () => {
  it.each(['pointerdown', 'focusin', 'click', 'change', 'online'])(
    'and did not is asked for anew after a step of a person, and not with a key: %s',
    async (step) => {
      const page = new EventTarget();
      vi.stubGlobal('document', {});
      vi.stubGlobal('window', page);
      const { ask, load } = failing();
      await expect(Promise.allSettled([load(), load()])).resolves.toHaveLength(2);
      for (const key of ['keydown', 'input']) {
        page.dispatchEvent(new Event(key));
        await expect(load()).rejects.toThrow('no network');
      }
      expect(ask).toHaveBeenCalledTimes(1);
      page.dispatchEvent(new Event(step));
      const coming = load();
      // A step while it is on its way does not ask twice.
      page.dispatchEvent(new Event(step));
      expect(await Promise.all([coming, load()])).toEqual([7, 7]);
      expect(ask).toHaveBeenCalledTimes(2);
    },
  );

  it('and did not is asked for with each question where no steps are heard of', async () => {
    const { ask, load } = failing();
    await expect(load()).rejects.toThrow('no network');
    expect(await load()).toBe(7);
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
