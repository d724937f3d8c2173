import { afterEach, describe, expect, it, vi } from 'vitest';
import { openForPrint } from './print.ts';

class Details {
  open: boolean;
  classList: { contains: (name: string) => boolean };
  constructor(open: boolean, screenOnly = false) {
    this.open = open;
    this.classList = { contains: (name) => screenOnly && name === 'screen-only' };
  }
}

const stand = (all: Details[]) => {
  const events = new EventTarget();
  vi.stubGlobal('window', events);
  vi.stubGlobal('HTMLDetailsElement', Details);
  vi.stubGlobal('document', {
    getElementById: (id: string) =>
      id === 'tool'
        ? { parentElement: { querySelectorAll: () => all.filter(({ open }) => !open) } }
        : null,
  });
  return (name: 'beforeprint' | 'afterprint') => events.dispatchEvent(new Event(name));
};

afterEach(() => vi.unstubAllGlobals());

describe('what is folded', () => {
  it('is open on paper and as it was afterwards', () => {
    const [folded, open, screen] = [
      new Details(false),
      new Details(true),
      new Details(false, true),
    ];
    const fire = stand([folded, open, screen]);
    const stop = openForPrint('tool');
    fire('beforeprint');
    expect([folded, open, screen].map((each) => each.open)).toEqual([true, true, false]);
    fire('afterprint');
    expect([folded, open, screen].map((each) => each.open)).toEqual([false, true, false]);
    stop();
    fire('beforeprint');
    expect(folded.open).toBe(false);
  });

  it('throws nowhere: a print of a page whose tool is gone', () => {
    const fire = stand([]);
    openForPrint('gone');
    expect(() => [fire('beforeprint'), fire('afterprint')]).not.toThrow();
  });
});
