import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, type Run } from './difference.ts';

const whole = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');
const own = (runs: readonly Run[]) => runs.filter((run) => run.own).map(({ text }) => text.trim());

describe('two texts side by side', () => {
  it('mark only what one of them says', () => {
    const { one, other } = compareTexts('We refund 5 USD today.', 'We refund 5 USD by Friday.');
    expect(own(one)).toEqual(['today.']);
    expect(own(other)).toEqual(['by Friday.']);
  });

  it('read Chinese by characters', () => {
    const { one, other } = compareTexts('我们今天退款', '我们明天退款');
    expect(own(one)).toEqual(['今']);
    expect(own(other)).toEqual(['明']);
  });

  it('mark nothing in equal texts and everything in strangers', () => {
    expect(own(compareTexts('a b c', 'A  b c').one)).toEqual([]);
    expect(own(compareTexts('a b', 'c d').other)).toEqual(['c d']);
    expect(compareTexts('', 'x').one).toEqual([]);
  });

  it('lose no letter', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (a, b) => {
        const { one, other } = compareTexts(a, b);
        expect(whole(one)).toBe(a);
        expect(whole(other)).toBe(b);
        const shared = (runs: readonly Run[]) =>
          runs
            .filter((run) => !run.own)
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, '')
            .toLowerCase();
        expect(shared(one)).toBe(shared(other));
      }),
      { numRuns: 100 },
    );
  });
});
