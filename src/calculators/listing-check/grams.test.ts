import { describe, expect, it } from 'vitest';
import { bothGrams, canStand, gramsIn, neededGrams, plainRuns } from './grams.ts';

const can = (sources: string[], text: string) => {
  const needs = neededGrams(sources);
  return needs === null || canStand(needs, gramsIn(text));
};

describe('what must stand in a text for a pattern to match', () => {
  it.each([
    ['lamp', ['lamp']],
    ['free shipping', ['free shipping']],
    ['lamps?', ['lamp']],
    ['lamp*', ['lam']],
    ['lam{0,2}ps', ['la']],
    ['lamp{2}', ['lam']],
    ['lamp+s', ['lamp']],
    ['ab|cdef', ['ab', 'cdef']],
    ['(?:a|b)cd', ['cd']],
    ['ab(?:cdef)gh', ['ab']],
    ['ab[cdef]ghi', ['ghi']],
    ['ab[\\]c]def', ['def']],
    ['ab\\d+cde', ['cde']],
    ['\\p{L}xyz', ['xyz']],
    ['\\.abc', ['abc']],
    ['a.bcd', ['bcd']],
    ['^none$', ['none']],
    ['((a)b)cd', ['cd']],
    ['(\\)x)cd', ['cd']],
    ['([)]x)cd', ['cd']],
    ['кроссов\\p{L}+', ['кроссов']],
    ['最好', ['最好']],
    ['\\d+', null],
    ['ab|\\d', null],
    ['(?:ab)?', null],
    ['[ab]', null],
    ['a?', null],
    ['', null],
  ])('of %s is %j', (source, runs) => {
    expect(plainRuns(source)).toEqual(runs);
  });

  it('lets a text be passed over that has none of it, and none that may match', () => {
    expect(can(['lamp'], 'an oak lamp')).toBe(true);
    expect(can(['lamp'], 'a shelf')).toBe(false);
    // The signs alone are not enough: the pairs have to stand there.
    expect(can(['lamp'], 'plam l a m p')).toBe(false);
    expect(can(['shelf', 'lamp'], 'lamp')).toBe(true);
    expect(can(['a|b'], 'xyz')).toBe(false);
    expect(can(['a'], 'xay')).toBe(true);
    expect(can(['\\d', 'lamp'], 'shelf')).toBe(true);
    expect(can(['灯'], '台灯')).toBe(true);
    expect(can(['灯'], '台子')).toBe(false);
    expect(can(['lamp'], '')).toBe(false);
    expect(neededGrams(['\\d', 'lamp'])).toBeNull();
    expect(neededGrams(['abcdefgh'])?.[0]).toHaveLength(4);
    expect(neededGrams(['ab', 'c'])?.map((need) => need.length)).toEqual([1, 1]);
  });

  it('of several texts is asked at once', () => {
    const both = bothGrams([gramsIn('oak'), gramsIn('lamp')]);
    const stands = (source: string) => canStand(neededGrams([source]) ?? [], both);
    expect([stands('oak'), stands('lamp'), stands('shelf'), stands('klam')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
