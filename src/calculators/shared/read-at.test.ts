import { describe, expect, it } from 'vitest';
import { readAt } from './read-at.ts';

const answer = {
  percent: '6.0000',
  none: null,
  ladder: ['3', '5'],
  deadlines: [
    { id: 'first-answer', dueAt: 'x' },
    { id: 'proof', dueAt: 'y', steps: [{ id: 's', at: 1 }] },
  ],
  one: { id: 'first-answer' },
};

describe('what stands at a place of an answer', () => {
  it.each([
    ['percent', '6.0000'],
    ['none', null],
    ['ladder.0', '3'],
    ['ladder.1', '5'],
    ['ladder.length', 2],
    ['one.id', 'first-answer'],
    ['deadlines[first-answer].dueAt', 'x'],
    ['deadlines[proof].dueAt', 'y'],
    ['deadlines[proof].steps[s].at', 1],
    ['deadlines.1.id', 'proof'],
  ])('%s', (path, wanted) => {
    expect(readAt(answer, path)).toBe(wanted);
  });

  it.each([
    '',
    'other',
    'ladder.2',
    'percent.0',
    'none.x',
    'toString',
    'one.constructor',
    'deadlines[none].dueAt',
    'one[first-answer]',
    'one[first-answer].id',
    'xdeadlines[proof]',
    'deadlines[proof]x',
  ])('%j is no such place', (path) => {
    expect(readAt(answer, path)).toBeUndefined();
  });

  it('of nothing is nothing', () => {
    for (const nothing of [undefined, null, 'text', 5])
      expect(readAt(nothing, 'length')).toBeUndefined();
  });
});
