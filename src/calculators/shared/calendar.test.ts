import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { toCalendars, type CalendarFile } from './calendar-data.ts';
import { addWorkingDays, dayKind, isWorking, planOf } from './calendar.ts';
import { dayNumber, dayText } from './time.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const calendars = toCalendars(content.collection<CalendarFile>('calendars').values());
const kind = (country: string, date: string) => dayKind(calendars, country, date).kind;

/** Working days of Monday to Friday plus worked weekend days, counted from the published plans. */
const PUBLISHED: [string, number, number][] = [
  ['CN', 2025, 261 - 18 + 5],
  ['CN', 2026, 261 - 19 + 6],
  ['RU', 2025, 261 - 15 + 1],
  ['RU', 2026, 261 - 14],
];

describe('calendars', () => {
  it('hold the published plans and about thirty computed countries', () => {
    expect(calendars.size).toBeGreaterThanOrEqual(30);
    expect(planOf(calendars, 'CN', 2026)).toBe('official');
    expect(planOf(calendars, 'RU', 2025)).toBe('official');
    expect(planOf(calendars, 'US', 2027)).toBe('computed');
    for (const [country, year] of [
      ['CN', 2024],
      ['CN', 2027],
      ['RU', 2027],
      ['US', 2028],
      ['ZZ', 2026],
    ] as const)
      expect(planOf(calendars, country, year)).toBe('none');
  });

  it.each(PUBLISHED)('%s %i has %i working days', (country, year, wanted) => {
    let count = 0;
    for (let day = dayNumber(`${year}-01-01`); dayText(day).startsWith(`${year}`); day += 1)
      if (isWorking(dayKind(calendars, country, dayText(day)))) count += 1;
    expect(count).toBe(wanted);
  });

  it('tells work, weekend, holiday and make-up day apart', () => {
    expect(kind('CN', '2026-10-01')).toBe('holiday');
    expect(kind('CN', '2026-10-03')).toBe('weekend');
    expect(kind('CN', '2026-10-10')).toBe('made-up');
    expect(kind('CN', '2026-10-12')).toBe('work');
    expect(kind('RU', '2025-11-01')).toBe('made-up');
    expect(kind('RU', '2026-01-09')).toBe('holiday');
    expect(kind('IL', '2026-11-20')).toBe('weekend');
    expect(kind('IL', '2026-11-22')).toBe('work');
    expect(kind('US', '2026-11-26')).toBe('holiday');
    expect(kind('CN', '2027-01-04')).toBe('no-plan');
  });

  it('goes forward and comes back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('CN', 'RU', 'US', 'DE', 'IL', 'GB'),
        fc.integer({ min: dayNumber('2025-03-01'), max: dayNumber('2026-09-30') }),
        fc.integer({ min: 1, max: 40 }),
        (country, from, count) => {
          const start = dayText(from);
          const there = addWorkingDays(calendars, country, start, count);
          if (there.kind !== 'known') return;
          expect(isWorking(dayKind(calendars, country, there.date))).toBe(true);
          const back = addWorkingDays(calendars, country, there.date, -count);
          if (back.kind !== 'known') return;
          // Back on the start itself where it is a working day, else on the working day before it.
          const working = isWorking(dayKind(calendars, country, start));
          if (working) expect(back.date).toBe(start);
          else
            expect(addWorkingDays(calendars, country, back.date, count)).toEqual(
              expect.objectContaining({ date: there.date }),
            );
          const free = there.skipped.length;
          expect(dayNumber(there.date) - from).toBe(count + free);
        },
      ),
    );
  });

  it('never counts through a year without a plan', () => {
    expect(addWorkingDays(calendars, 'CN', '2026-12-30', 5)).toEqual({
      kind: 'no-plan',
      country: 'CN',
      year: 2027,
    });
    expect(addWorkingDays(calendars, 'CN', '2026-12-30', 0)).toMatchObject({ date: '2026-12-30' });
  });
});
