import { describe, expect, it } from 'vitest';
import { calculate, type DisputeLogOk } from './calculate.ts';
import { change } from './change.ts';
import { AMOUNT_SCALE, amountFrom, dayNumber, UNREADABLE } from './read/values.ts';

describe('days', () => {
  it('know the centuries that have a 29 February', () => {
    // 1972-02-29 is day 789: two years of 365 days, 31 of January and 28 of February.
    expect(dayNumber(1972, 2, 29)).toBe(789);
    expect(dayNumber(2000, 2, 29)).toBe(11_016);
    expect(dayNumber(2100, 2, 29)).toBe(UNREADABLE);
    expect(dayNumber(2100, 2, 28)).not.toBe(UNREADABLE);
    expect(dayNumber(2026, 2, 29)).toBe(UNREADABLE);
  });
});

describe('amounts', () => {
  it('are read up to a hundred thousand million', () => {
    expect(amountFrom('100000000000', '.')).toBe(1e11 * AMOUNT_SCALE);
    expect(amountFrom('100000000001', '.')).toBeNull();
  });

  it('that are all nought have no shares', async () => {
    const answer = (await calculate(
      {
        disputes:
          'order id,dispute date,reason,amount,currency\nO1,2026-03-09,wrong item,0.00,EUR\nO2,2026-03-10,damaged,0.00,EUR',
        asOf: '2026-04-01',
      },
      '2026-12-01T00:00:00Z',
    )) as DisputeLogOk;
    expect(answer.kind).toBe('ok');
    expect(answer.causes.map(({ money, moneyShare }) => [money, moneyShare])).toEqual([
      ['0.00', null],
      ['0.00', null],
    ]);
    expect(answer.money).toMatchObject({ currency: 'EUR', total: '0.00' });
  });

  it('are summed in the currency most cases have', async () => {
    const rows = [
      'O1,2026-03-09,10.00,USD',
      'O2,2026-03-09,1.00,EUR',
      'O3,2026-03-09,2.00,EUR',
      'O4,2026-03-09,7.00,GBP',
    ];
    const answer = (await calculate(
      {
        disputes: ['order id,dispute date,amount,currency', ...rows].join('\n'),
        asOf: '2026-04-01',
      },
      '2026-12-01T00:00:00Z',
    )) as DisputeLogOk;
    expect(answer.money).toMatchObject({ currency: 'EUR', total: '3.00', otherCurrencies: 2 });
  });
});

describe('before and after a change', () => {
  /** Ten orders a day for twenty days, five disputes of the first ten days and five of the others. */
  const past = (first: number, second: number) => ({
    from: 100,
    orders: new Array<number>(20).fill(10),
    events: [
      { day: 104, delay: 3, count: first },
      { day: 115, delay: 3, count: second },
    ],
  });

  it('is judged from five expected disputes on either side on', () => {
    expect(change(past(5, 5), 110, 120)).toMatchObject({
      before: { orders: 100, count: 5 },
      after: { orders: 100, count: 5 },
      leftOut: 0,
      verdict: 'no-difference',
    });
    expect(change(past(5, 4), 110, 120).verdict).toBe('too-few');
  });

  it('leaves orders out that are under way, on whichever side they are', () => {
    expect(change(past(5, 5), 110, 115)).toMatchObject({
      before: { orders: 100, count: 5 },
      after: { orders: 50, count: 0 },
      leftOut: 50,
    });
    // A change that came later than what can be judged has nothing behind it.
    expect(change(past(5, 5), 118, 112)).toMatchObject({
      before: { orders: 120, count: 5 },
      after: { orders: 0, count: 0 },
      leftOut: 80,
    });
  });

  it('says which of the two was better', () => {
    expect(change(past(40, 5), 110, 120).verdict).toBe('better');
    expect(change(past(5, 40), 110, 120).verdict).toBe('worse');
  });
});
