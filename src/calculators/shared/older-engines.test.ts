import { afterEach, describe, expect, it, vi } from 'vitest';
import { countSigns } from './count-signs.ts';
import { lastOf } from './last-of.ts';

describe('what engines of 2021 lack', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('finds the last that is wanted', () => {
    expect(lastOf([1, 2, 3, 4], (n) => n % 2 === 1)).toBe(3);
    expect(lastOf([1, 3], (n) => n > 3)).toBeUndefined();
    expect(lastOf([], () => true)).toBeUndefined();
    expect(lastOf<number>(undefined, () => true)).toBeUndefined();
  });

  it.each([
    ['', 0],
    ['Hello, world', 12],
    ['é', 1],
    ['e\u0301te\u0301', 3],
    ['您好，已发货。', 7],
    ['🧕🏽👩‍👩‍👧‍👦!', 3],
    ['🇰🇷🇧🇷', 2],
    ['안녕', 2],
    ['\u1112\u1161\u11ab', 1],
    ['a\r\nb', 3],
    ['❤️', 1],
  ])('counts the signs of %j with and without a segmenter', (text, signs) => {
    expect(countSigns(text, 'en')).toBe(signs);
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    expect(countSigns(text, 'en')).toBe(signs);
  });
});
