import { describe, expect, it } from 'vitest';
import { leftText, readStage } from './stage.ts';

describe('what windows tell one another', () => {
  const sound = {
    plan: 'first-day',
    step: 2,
    seed: 'K7Q2',
    isKeyShown: false,
    isWayShown: true,
    endsAt: null,
  };

  it('is read where it is whole, and nothing else is', () => {
    expect(readStage({ ...sound, more: 1 })).toEqual(sound);
    expect(readStage({ ...sound, endsAt: 5 })).toEqual({ ...sound, endsAt: 5 });
    for (const wrong of [
      null,
      'hello',
      {},
      { ...sound, step: -1 },
      { ...sound, step: 1.5 },
      { ...sound, seed: 7 },
      { ...sound, isWayShown: 'yes' },
      { ...sound, endsAt: 'soon' },
      { ...sound, endsAt: Infinity },
    ])
      expect(readStage(wrong), JSON.stringify(wrong)).toBeNull();
  });

  it('shows the time that is left, and how long it has been over', () => {
    expect(leftText(245_000, 0)).toBe('4:05');
    expect(leftText(1, 0)).toBe('0:01');
    expect(leftText(0, 0)).toBe('0:00');
    expect(leftText(0, 61_000)).toBe('−1:01');
  });
});
