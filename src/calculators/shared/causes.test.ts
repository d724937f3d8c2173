import { describe, expect, it } from 'vitest';
import { causeOf, situationOf } from './causes.ts';

describe('the cause of a case and the situation of its reply', () => {
  it.each([
    ['inr-late', 'inr-in-transit'],
    ['inr', 'inr-in-transit'],
    ['inr-lost', 'inr-lost-returned'],
    ['inr-tracking', 'inr-tracking-invalid'],
    ['inr-delivered', 'inr-delivered-denied'],
    ['snad-defective', 'snad-defective'],
  ])('%s is answered as %s', (cause, situation) => {
    expect(situationOf(cause)).toBe(situation);
  });

  it('has none where the cause is too wide for one reply', () => {
    expect(situationOf('snad')).toBeUndefined();
  });

  it.each([
    ['inr-in-transit', 'inr-late'],
    ['inr-lost-returned', 'inr-lost'],
    ['inr-tracking-invalid', 'inr-tracking'],
    ['inr-delivered-denied', 'inr-delivered'],
    ['snad-defective', 'snad-defective'],
  ])('a message of %s speaks of %s', (situation, cause) => {
    expect(causeOf(situation)).toBe(cause);
  });
});
