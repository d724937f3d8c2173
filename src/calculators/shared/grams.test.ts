import { describe, expect, it } from 'vitest';
import { bothGrams, canStand, gateOf, gramsIn, neededGrams, needsOf } from './grams.ts';

const can = (sources: string[], text: string) => {
  const gate = gateOf(sources);
  return gate === null || canStand(gate, gramsIn(text));
};

describe('what must stand in a text for a pattern to match', () => {
  // Ways of a pattern, what each of them needs, and of each need the stretches one of which has to stand.
  it.each([
    ['lamp', [[['lamp']]]],
    ['free shipping', [[['free shipping']]]],
    ['lamps?', [[['lamp']]]],
    ['lamp*', [[['lam']]]],
    ['lam{0,2}ps', [[['la'], ['ps']]]],
    ['lamp{2}', [[['lam']]]],
    ['lamp+s', [[['lamp'], ['s']]]],
    ['ab|cdef', [[['ab']], [['cdef']]]],
    ['(?:a|b)cd', [[['a', 'b'], ['cd']]]],
    ['ab(?:cdef)gh', [[['ab'], ['cdef'], ['gh']]]],
    ['ab(?:cd|ef)?gh', [[['ab'], ['gh']]]],
    ['ab(?:cd|ef)*gh', [[['ab'], ['gh']]]],
    ['ab(?:cd|ef){0,4} gh', [[['ab'], [' gh']]]],
    ['ab(?:cd|ef){1,4}gh', [[['ab'], ['cd', 'ef'], ['gh']]]],
    ['ab(?:cd|\\d)gh', [[['ab'], ['gh']]]],
    ['ab(?!cd)gh', [[['ab'], ['gh']]]],
    ['(?<!ab)cd', [[['cd']]]],
    ['(?<=ab)cd', [[['cd']]]],
    ['cd(?=ab)', [[['cd']]]],
    // Of what a way inside needs, the stretch that tells most; the shortest one tells how much a choice tells.
    ['(?:a[xy]bcd|ef)', [[['bcd', 'ef']]]],
    ['(?:(?:a|bcd)x(?:ef|gh))', [[['ef', 'gh']]]],
    ['ab[cdef]ghi', [[['ab'], ['ghi']]]],
    ['ab[\\]c]def', [[['ab'], ['def']]]],
    ['ab\\d+cde', [[['ab'], ['cde']]]],
    ['\\p{L}xyz', [[['xyz']]]],
    ['\\.abc', [[['abc']]]],
    ['a.bcd', [[['a'], ['bcd']]]],
    ['100 ?%', [[['100'], ['%']]]],
    ['[a-z]@[a-z]', [[['@']]]],
    ['^none$', [[['none']]]],
    ['((a)b)cd', [[['a'], ['cd']]]],
    ['(\\)x)cd', [[['x'], ['cd']]]],
    ['([)]x)cd', [[['x'], ['cd']]]],
    ['кроссов\\p{L}+', [[['кроссов']]]],
    ['最好', [[['最好']]]],
    ['(?<day>ab|cde)fg', [[['ab', 'cde'], ['fg']]]],
    ['(?<sign>[-/])ab\\k<sign>cd', [[['ab'], ['cd']]]],
    ['\\u00dfab\\x2dcd\\u{1f4f1}ef', [[['ab'], ['cd'], ['ef']]]],
    ['ab📱?cd', [[['ab'], ['cd']]]],
    ['\\d+', null],
    ['ab|\\d', null],
    ['(?:ab)?', null],
    ['(?:ab|\\d)', null],
    ['[ab]', null],
    ['a?', null],
    ['', null],
  ])('of %s is %j', (source, needs) => {
    expect(needsOf(source)).toEqual(needs);
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
    expect(neededGrams(['abcdefgh'])?.[0]?.[0]?.[0]).toHaveLength(4);
    expect(neededGrams(['ab', 'c'])?.map(([need]) => need?.[0]?.length)).toEqual([1, 1]);
    // Everything a way needs has to stand, and one of each choice is enough.
    expect(can(['(?:join|add) (?:telegram|wechat)'], 'add it to the box')).toBe(false);
    expect(can(['(?:join|add) (?:telegram|wechat)'], 'our wechat')).toBe(false);
    expect(can(['(?:join|add) (?:telegram|wechat)'], 'add our wechat')).toBe(true);
  });

  it('of several texts is asked at once', () => {
    const both = bothGrams([gramsIn('oak'), gramsIn('lamp')]);
    const stands = (source: string) => canStand(gateOf([source]) ?? new Int32Array(), both);
    expect([stands('oak'), stands('lamp'), stands('shelf'), stands('klam')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
