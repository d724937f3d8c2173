import { describe, expect, it } from 'vitest';
import { byMeasure, ranked } from './rank.ts';

describe('what was measured', () => {
  it.each([
    [2, 10, -1],
    ['2', '10', -1],
    ['-2', '-10', 1],
    ['2.50', 2.5, 0],
    ['0.30', '0.3', 0],
    ['2026-11-02T00:00:00Z', '2026-11-10T00:00:00Z', -1],
    ['b', 'a', 1],
    ['a', 'a', 0],
    // A text beside a number goes by its letters, and so does what only looks like one.
    ['10', '9a', -1],
    ['9a', '10', 1],
    ['1.', '1', 1],
    ['x2', 'x10', 1],
  ])('%j stands to %j as %i', (one, other, wanted) => {
    expect(byMeasure(one, other)).toBe(wanted);
  });

  it('is ranked in the direction asked for, and equals keep their order', () => {
    const items = [
      { id: 'a', value: '9' },
      { id: 'b', value: '10' },
      { id: 'c', value: '9.0' },
      { id: 'd', value: '-1' },
    ];
    const ids = (direction: 'rising' | 'falling') =>
      ranked(items, direction)
        .map(({ id }) => id)
        .join('');
    expect(ids('rising')).toBe('dacb');
    expect(ids('falling')).toBe('bacd');
    expect(items.map(({ id }) => id).join('')).toBe('abcd');
  });
});
