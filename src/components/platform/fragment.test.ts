import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onFragmentChange, readFragment, readQuery, writeFragment } from './fragment.ts';

const replaceState = vi.fn<(state: unknown, unused: string, address: string) => void>();
const stand = (address: string) => {
  const { pathname, search, hash } = new URL(address, 'https://site.example');
  const events = new EventTarget();
  vi.stubGlobal(
    'window',
    Object.assign(events, {
      location: { pathname, search, hash },
      history: { state: { scroll: 7 }, replaceState },
    }),
  );
  vi.stubGlobal('document', {
    getElementById: (id: string) => (['_top', 'why', '为什么'].includes(id) ? {} : null),
  });
  return events;
};

beforeEach(() => replaceState.mockReset());
afterEach(() => vi.unstubAllGlobals());

describe('the address bar', () => {
  it('is read in its two parts', () => {
    stand('/en/tools/a/?x=1#?v=1');
    expect([readFragment(), readQuery()]).toEqual(['#?v=1', 'x=1']);
  });

  it.each(['', '#', '#top', '#_top', '#why', '#为什么'])('asks nothing by a place: %s', (hash) => {
    stand(`/en/tools/a/${hash}`);
    expect(readFragment()).toBe('');
  });

  it.each(['#whatever', '#?', '#?%E0%A4%A', '#%E0%A4%A', '#%3Fa=1', '#a=1'])(
    'asks by anything else: %s',
    (hash) => {
      stand(`/en/tools/a/${hash}`);
      expect(readFragment()).toBe(hash);
    },
  );

  it.each([
    ['?utm_source=chat&utm_medium=x', ''],
    ['?fbclid=1&gclid=2&yclid=3&msclkid=4&gbraid=5&ysclid=6', ''],
    ['?from=singlemessage&isappinstalled=0&scene=1', ''],
    ['?spm=a2g0o.1&_ga=1&igsh=1&mc_cid=2', ''],
    ['?20261129', ''],
    ['?', ''],
    ['?claims=9&utm_source=chat&orders=100', 'claims=9&orders=100'],
    ['?zzz=1', 'zzz=1'],
  ])('has of the query what nobody else hangs on it: %s', (query, left) => {
    stand(`/en/tools/a/${query}`);
    expect(readQuery()).toBe(left);
  });

  it('follows the form without a step for the back button, and keeps what the page stored there', () => {
    stand('/en/tools/a/');
    writeFragment('#?v=1');
    expect(replaceState.mock.calls).toEqual([[{ scroll: 7 }, '', '/en/tools/a/#?v=1']]);
  });

  it('is left alone where it says so already', () => {
    stand('/en/tools/a/#?v=1');
    writeFragment('#?v=1');
    expect(replaceState).not.toHaveBeenCalled();
  });

  it('takes figures out of the query, which a server would see', () => {
    stand('/en/tools/a/?claims=1#?claims=1');
    writeFragment('#?claims=1');
    expect(replaceState.mock.calls[0]?.[2]).toBe('/en/tools/a/#?claims=1');
  });

  it('stays behind quietly where the browser has had enough changes', () => {
    stand('/en/tools/a/');
    let tried = 0;
    window.history.replaceState = () => {
      tried += 1;
      throw new DOMException('too many', 'SecurityError');
    };
    expect(() => writeFragment('#?v=1')).not.toThrow();
    expect(tried).toBe(1);
  });

  it('tells of another link until it is told to stop', () => {
    const events = stand('/');
    const then = vi.fn();
    const stop = onFragmentChange(then);
    events.dispatchEvent(new Event('hashchange'));
    stop();
    events.dispatchEvent(new Event('hashchange'));
    expect(then).toHaveBeenCalledTimes(1);
  });
});
