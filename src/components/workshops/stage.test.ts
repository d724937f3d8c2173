import { describe, expect, it } from 'vitest';
import { leftText, readKept, readRecalled, readStage, recalled } from './stage.ts';

describe('what windows tell one another', () => {
  const sound = {
    plan: 'first-day',
    step: 2,
    seed: 'K7Q2',
    team: 0,
    isKeyShown: false,
    isWayShown: true,
    part: 1,
    endsAt: null,
    ledAt: 1_790_000_000_000,
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
      { ...sound, part: -1 },
      { ...sound, ledAt: '5' },
      { ...sound, seed: 7 },
      { ...sound, team: -1 },
      { ...sound, team: '3' },
      { ...sound, isWayShown: 'yes' },
      { ...sound, endsAt: 'soon' },
      { ...sound, endsAt: Infinity },
    ])
      expect(readStage(wrong), JSON.stringify(wrong)).toBeNull();
  });

  it('is recalled by a projector in a form no projector takes for the trainer’s word', () => {
    const told = recalled(sound);
    expect(readStage(told)).toBeNull();
    expect(readRecalled(told)).toEqual(sound);
    expect([readRecalled(sound), readRecalled('where'), readRecalled(null)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(readKept(JSON.stringify(sound))).toEqual(sound);
    expect([readKept(''), readKept('{'), readKept('[]')]).toEqual([null, null, null]);
  });

  it('shows the time that is left, and how long it has been over', () => {
    expect(leftText(245_000, 0)).toBe('4:05');
    expect(leftText(1, 0)).toBe('0:01');
    expect(leftText(0, 0)).toBe('0:00');
    expect(leftText(0, 61_000)).toBe('−1:01');
  });
});
