import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from './later.ts';

/** A window whose moments of rest come when the test says so. */
const restful = () => {
  const waiting = new Map<number, () => void>();
  let last = 0;
  const put = (then: () => void) => {
    waiting.set((last += 1), then);
    return last;
  };
  const rest = () => {
    const [first] = waiting;
    if (!first) return false;
    waiting.delete(first[0]);
    first[1]();
    return true;
  };
  return { put, rest, drop: (id: number) => void waiting.delete(id), waiting };
};

describe.each(['a browser that tells when it rests', 'one that does not'])('%s', (kind) => {
  let idle: ReturnType<typeof restful>;
  beforeEach(() => {
    idle = restful();
    vi.stubGlobal(
      'window',
      kind === 'one that does not'
        ? { setTimeout: idle.put, clearTimeout: idle.drop }
        : { requestIdleCallback: idle.put, cancelIdleCallback: idle.drop },
    );
  });
  afterEach(() => vi.unstubAllGlobals());

  it('waits, and can be told not to', () => {
    const then = vi.fn();
    const stop = whenIdle(then);
    expect(then).not.toHaveBeenCalled();
    stop();
    expect(idle.rest()).toBe(false);
    whenIdle(then);
    idle.rest();
    expect(then).toHaveBeenCalledTimes(1);
  });
});
