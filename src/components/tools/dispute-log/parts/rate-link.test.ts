import { expect, it } from 'vitest';
import { toRateTool } from './rate-link.ts';

it('hands the forecast of the next window to the rate calculator, and no other rate', () => {
  const fields = new URLSearchParams(
    toRateTool({ orders: 900, projected: '27.600000' }).slice('#?'.length),
  );
  expect(Object.fromEntries(fields)).toEqual({
    metric: 'custom',
    // 27.6 of 900, all of which leave while the 900 forecast come in.
    numerator: '28',
    denominator: '900',
    leavingClaims: '28',
    leavingOrders: '900',
    plannedOrders: '900',
    v: '1',
  });
  // Never more disputes than orders.
  expect(toRateTool({ orders: 1, projected: '1.7' })).toContain('numerator=1&');
});
