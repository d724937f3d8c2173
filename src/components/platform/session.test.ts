import { afterEach, describe, expect, it, vi } from 'vitest';
import { sessionText } from './session.ts';

const storage = (refuse = false) => {
  const kept = new Map<string, string>();
  const guarded = <T>(then: () => T) => {
    if (refuse) throw new DOMException('denied', 'SecurityError');
    return then();
  };
  return {
    kept,
    getItem: (key: string) => guarded(() => kept.get(key) ?? null),
    setItem: (key: string, text: string) => guarded(() => void kept.set(key, text)),
    removeItem: (key: string) => guarded(() => void kept.delete(key)),
  };
};

afterEach(() => vi.unstubAllGlobals());

describe('a text that outlives a reload', () => {
  it('is read back by its key, and an empty one leaves nothing behind', () => {
    const sessionStorage = storage();
    vi.stubGlobal('window', { sessionStorage });
    sessionText('a').write('rows');
    expect([sessionText('a').read(), sessionText('b').read()]).toEqual(['rows', '']);
    expect([...sessionStorage.kept.keys()]).toEqual(['amicable:session:a']);
    sessionText('a').write('');
    expect(sessionStorage.kept.size).toBe(0);
  });

  it('is quiet where the browser keeps nothing', () => {
    vi.stubGlobal('window', { sessionStorage: storage(true) });
    expect(() => sessionText('a').write('rows')).not.toThrow();
    expect(sessionText('a').read()).toBe('');
    vi.stubGlobal('window', {
      get sessionStorage(): Storage {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(() => sessionText('a').write('rows')).not.toThrow();
    expect(sessionText('a').read()).toBe('');
  });
});
