import { afterEach, describe, expect, it, vi } from 'vitest';
import { linkWindows, type WindowLink } from './windows.ts';

/** A machine on which windows are open: what one puts into the storage, the others are told of. */
function machine(channels: boolean) {
  const windows: ((event: StorageEvent) => void)[] = [];
  const kept = new Map<string, string>();
  const open = (hear: (message: unknown) => void) => {
    let own: ((event: StorageEvent) => void) | undefined;
    const tell = (key: string, newValue: string | null) => {
      for (const each of windows) if (each !== own) each({ key, newValue } as StorageEvent);
    };
    vi.stubGlobal('window', {
      addEventListener: (_: string, then: (event: StorageEvent) => void) => {
        own = then;
        windows.push(then);
      },
      removeEventListener: (_: string, then: (event: StorageEvent) => void) =>
        windows.splice(windows.indexOf(then), 1),
      localStorage: {},
    });
    const link = linkWindows('test', hear);
    const localStorage = {
      setItem: (key: string, text: string) => {
        kept.set(key, text);
        tell(key, text);
      },
      removeItem: (key: string) => {
        kept.delete(key);
        tell(key, null);
      },
    };
    // Each window has a storage that tells the others, not itself.
    return (use: (link: WindowLink) => void) => {
      vi.stubGlobal('window', {
        localStorage,
        removeEventListener: (_: string, then: (event: StorageEvent) => void) =>
          windows.splice(windows.indexOf(then), 1),
      });
      use(link);
    };
  };
  if (!channels)
    vi.stubGlobal('BroadcastChannel', function none() {
      throw new Error('none');
    });
  return { open, kept };
}

afterEach(() => vi.unstubAllGlobals());

describe('windows of one machine', () => {
  it.each([true, false])('hear each message once, with a channel: %s', async (channels) => {
    const { open, kept } = machine(channels);
    const [one, other] = [[] as unknown[], [] as unknown[]];
    const first = open((message) => one.push(message));
    const second = open((message) => other.push(message));
    first((link) => {
      link.send({ step: 1 });
      link.send({ step: 2 });
    });
    second((link) => link.send('hello'));
    // A channel tells in a later task.
    await new Promise((then) => setTimeout(then, 20));
    expect(other).toEqual([{ step: 1 }, { step: 2 }]);
    expect(one).toEqual(['hello']);
    // Nothing is left behind on the device.
    expect(kept.size).toBe(0);
    first((link) => link.stop());
    second((link) => link.send('late'));
    await new Promise((then) => setTimeout(then, 20));
    expect(one).toEqual(['hello']);
    second((link) => link.stop());
  });

  it('take nothing that is not theirs, and live where nothing may be kept', () => {
    const heard: unknown[] = [];
    const listeners: ((event: StorageEvent) => void)[] = [];
    vi.stubGlobal('BroadcastChannel', function none() {
      throw new Error('none');
    });
    vi.stubGlobal('window', {
      addEventListener: (_: string, then: (event: StorageEvent) => void) => listeners.push(then),
      removeEventListener: () => undefined,
      get localStorage(): Storage {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const link = linkWindows('test', (message) => heard.push(message));
    expect(() => link.send('hello')).not.toThrow();
    for (const newValue of [null, 'no json', '{}', '7', '{"from":"x"}'])
      listeners[0]?.({ key: 'amicable:window:test', newValue } as StorageEvent);
    listeners[0]?.({
      key: 'other',
      newValue: '{"from":"x","number":1,"message":1}',
    } as StorageEvent);
    expect(heard).toEqual([]);
    link.stop();
  });
});
