import { describe, expect, it } from 'vitest';
import { isoDay } from '../periods.ts';
import { BLANK, dayNumber, dayFromText, moved, settle, UNREADABLE } from './values.ts';
import { minutesOf, shiftOf } from './zone.ts';

const day = (iso: string) => dayFromText(iso, { dmy: 0, mdy: 0, open: 0 });

describe('a clock', () => {
  it.each([
    ['+08:00', 480],
    ['-0700', -420],
    ['+05:30', 330],
    ['Z', 0],
    ['utc', 0],
  ])('%s is %i minutes ahead', (zone, minutes) => expect(minutesOf(zone)).toBe(minutes));

  it.each([
    // What a cell says, the clock asked for, and by how many days that is another one.
    ['2026-01-31T16:00:00Z', '+08:00', 1],
    ['2026-01-31T15:59:59Z', '+08:00', 0],
    ['2026-01-31T23:10:00-08:00', '+08:00', 1],
    ['2026-01-31 07:59 +0800', '+00:00', -1],
    ['2026-01-31 08:00 +0800', '+00:00', 0],
    ['2026-01-31T18:29:00Z', '+05:30', 0],
    ['2026-01-31T18:30:00Z', '+05:30', 1],
    ['2015/08/13 07:50:09 +0200', '-08:00', -1],
    ['01/31/2026 11:30 PM UTC', '+01:00', 1],
    ['01/31/2026 12:30 AM UTC', '-03:00', -1],
    ['01/31/2026 12:30 PM UTC', '+09:00', 0],
    ['20150714020749000-0700', '+08:00', 0],
    ['20150714170749000-0700', '+08:00', 1],
    // 2027-01-15T08:00:00Z and eight hours later, in seconds and in milliseconds.
    ['1800000000', '+08:00', 0],
    ['1800028800', '+08:00', 1],
    ['1800028800000', '+08:00', 1],
    ['2026-01-31T16:00:00.123Z', '+08:00', 1],
  ] as const)('%s at %s: %i', (text, zone, shift) =>
    expect(shiftOf(text, day('2026-01-31'), zone, null)).toBe(shift),
  );

  it.each([
    '2026-01-31',
    '2026-01-31 20:00',
    '20260131',
    '2026-01-31 25:00Z',
    '2026-01-31 10:61Z',
    '46040.7',
  ])('nobody knows of %s', (text) =>
    expect(shiftOf(text, day('2026-01-31'), '+08:00', null)).toBeNull(),
  );

  it('of a file is taken where its cells say none, and gives way where they do', () => {
    expect(shiftOf('2026-01-31 20:00', 0, '+08:00', 'UTC')).toBe(1);
    expect(shiftOf('2026-01-31 20:00', 0, '+03:00', 'UTC')).toBe(0);
    expect(shiftOf('2026-01-31 20:00 +0800', 0, '+08:00', 'UTC')).toBe(0);
  });

  it.each([
    // Eight in the morning there is midnight in Beijing in winter, nine in summer.
    ['2026-01-31', '07:59', 0],
    ['2026-01-31', '08:00', 1],
    ['2026-07-31', '08:59', 0],
    ['2026-07-31', '09:00', 1],
    // Summer time of 2026 begins on 8 March and ends on 1 November, of 2025 on 9 March and 2 November.
    ['2026-03-07', '08:30', 1],
    ['2026-03-08', '08:30', 0],
    ['2026-10-31', '08:30', 0],
    ['2026-11-01', '08:30', 1],
    ['2025-03-08', '08:30', 1],
    ['2025-03-09', '08:30', 0],
    ['2025-11-01', '08:30', 0],
    ['2025-11-02', '08:30', 1],
  ])('of the Pacific coast: %s %s', (date, time, shift) =>
    expect(shiftOf(`${date} ${time}`, day(date), '+08:00', 'America/Los_Angeles')).toBe(shift),
  );

  it('of the Pacific coast changes at two in the morning', () => {
    const at = (date: string, time: string) =>
      shiftOf(`${date} ${time}`, day(date), '-08:00', 'America/Los_Angeles');
    // An hour of summer time before midnight is the day before by the winter's clock.
    expect(at('2026-03-08', '00:30')).toBe(0);
    expect(at('2026-03-09', '00:30')).toBe(-1);
    expect(at('2026-11-01', '00:30')).toBe(-1);
    expect(at('2026-11-02', '00:30')).toBe(0);
  });
});

describe('a day moved', () => {
  it('is the next or the one before, known or not', () => {
    const known = dayNumber(2026, 3, 1);
    expect([-1, 0, 1].map((by) => isoDay(moved(known, by)))).toEqual([
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
    const evidence = { dmy: 0, mdy: 0, open: 0 };
    const open = dayFromText('01/03/2026', evidence);
    expect(open).toBeLessThan(0);
    expect([-1, 0, 1].map((by) => isoDay(settle(moved(open, by), 'dmy')))).toEqual([
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
    expect(isoDay(settle(moved(open, -1), 'mdy'))).toBe('2026-01-02');
    expect([moved(BLANK, 1), moved(UNREADABLE, -1)]).toEqual([BLANK, UNREADABLE]);
  });
});
