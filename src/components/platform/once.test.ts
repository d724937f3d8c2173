import { afterEach, describe, expect, it, vi } from 'vitest';
import { once, untilHere } from './once.ts';

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

describe('what a page cannot do without', () => {
  const page = () => {
    const page = new EventTarget();
    vi.stubGlobal('window', page);
    return page;
  };
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

  it('is asked for with each step until it has come, and not after that', async () => {
    const there = page();
    const ask = vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(1).mockRejectedValueOnce(2);
    ask.mockResolvedValue(3);
    const lost = vi.fn();
    untilHere(ask, lost);
    for (const [asked, missed] of [
      [1, 1],
      [2, 2],
      [3, 2],
      [3, 2],
    ]) {
      await settled();
      expect([ask.mock.calls.length, lost.mock.calls.length]).toEqual([asked, missed]);
      there.dispatchEvent(new Event('click'));
    }
  });

  it('is no longer asked for once nobody waits', async () => {
    const there = page();
    const ask = vi.fn<() => Promise<unknown>>().mockRejectedValue(1);
    const stop = untilHere(ask, () => undefined);
    await settled();
    stop();
    there.dispatchEvent(new Event('click'));
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
