import { describe, expect, it } from 'vitest';
import { isBlank, readSheet } from './kept-work.ts';

const work = {
  seed: 'K7Q2',
  team: 2,
  bet: '6',
  isBetPlaced: true,
  typed: ['a', 'b'],
  first: '7',
  answered: null,
  hints: 1,
  isOpen: false,
};
const sheet = { at: 3, tag: 'RED7', sheet: 12, works: { 'rate-withdrawn': work } };

describe('what a tab keeps of a sheet', () => {
  it('comes back as it was', () => {
    expect(readSheet(JSON.stringify(sheet))).toEqual(sheet);
    expect(isBlank(sheet)).toBe(false);
    expect(isBlank({ at: 0, tag: '', sheet: 5, works: {} })).toBe(true);
  });

  it('is left where it is something else, and an exercise by itself', () => {
    for (const wrong of [
      '',
      '{',
      'null',
      '[]',
      '{"at":-1,"tag":"","sheet":0}',
      JSON.stringify({ ...sheet, tag: 7 }),
    ])
      expect(readSheet(wrong), wrong).toBeNull();
    for (const change of [{ typed: 5 }, { hints: -1 }, { seed: 'x'.repeat(5000) }, { first: {} }])
      expect(
        readSheet(JSON.stringify({ ...sheet, works: { ok: work, bad: { ...work, ...change } } }))
          ?.works,
      ).toEqual({ ok: work });
  });
});
