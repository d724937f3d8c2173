import { describe, expect, it } from 'vitest';
import { toCalendars, type CalendarFile } from './calendar-data.ts';
import { addWorkingDays, dayKind, planOf } from './calendar.ts';

const named = (en: string) => ({ en, 'zh-CN': `${en}（中文）` });
const COMPUTED = [named('New Year'), named('Spring day')];

/** A country whose 2026 is planned and computed, and whose 2025 is computed; one that is computed; one that is planned. */
const FILES: CalendarFile[] = [
  {
    id: 'aa-2026',
    country: 'AA',
    year: 2026,
    source: 'aa-plan',
    zone: 'Asia/Shanghai',
    severalZones: true,
    weekend: [6, 7],
    off: [
      { name: named('Long week'), days: ['2026-06-03', '2026-06-04'] },
      { name: named('Late day'), days: ['2026-06-05'] },
    ],
    worked: [{ name: named('For the long week'), days: ['2026-06-06'] }],
  },
  {
    id: 'generated',
    note: named('Worked out'),
    names: COMPUTED,
    countries: {
      AA: {
        zone: 'Europe/Paris',
        severalZones: false,
        weekend: [5],
        years: { '2025': '01-01:0 06-10:1', '2026': '01-01:0' },
      },
      BB: {
        zone: 'Asia/Jerusalem',
        severalZones: false,
        weekend: [5, 6],
        years: { '2026': '', '2027': '12-25:1' },
      },
    },
  },
  {
    id: 'cc-2026',
    country: 'CC',
    year: 2026,
    source: 'cc-plan',
    zone: 'Europe/Moscow',
    severalZones: false,
    weekend: [7],
    off: [],
    worked: [],
  },
];
const calendars = toCalendars(FILES);

describe('calendars from their files', () => {
  it('hold each country once', () => {
    expect([...calendars.keys()]).toEqual(['AA', 'BB', 'CC']);
    expect(toCalendars([])).toEqual(new Map());
  });

  it('take a published plan for its year, and for all the country the zone and weekend it says', () => {
    expect(calendars.get('AA')).toEqual({
      country: 'AA',
      weekend: [6, 7],
      zone: 'Asia/Shanghai',
      severalZones: true,
      names: [...COMPUTED, named('Long week'), named('Late day'), named('For the long week')],
      years: [
        {
          year: 2025,
          official: false,
          source: null,
          off: [
            { date: '2025-01-01', name: 0 },
            { date: '2025-06-10', name: 1 },
          ],
          worked: [],
        },
        {
          year: 2026,
          official: true,
          source: 'aa-plan',
          off: [
            { date: '2026-06-03', name: 2 },
            { date: '2026-06-04', name: 2 },
            { date: '2026-06-05', name: 3 },
          ],
          worked: [{ date: '2026-06-06', name: 4 }],
        },
      ],
    });
    // The names of the computed years stay what they were for other countries.
    expect(COMPUTED).toHaveLength(2);
  });

  it('take a computed year where no plan is published, also one without holidays', () => {
    expect(calendars.get('BB')).toEqual({
      country: 'BB',
      weekend: [5, 6],
      zone: 'Asia/Jerusalem',
      severalZones: false,
      names: COMPUTED,
      years: [
        { year: 2026, official: false, source: null, off: [], worked: [] },
        {
          year: 2027,
          official: false,
          source: null,
          off: [{ date: '2027-12-25', name: 1 }],
          worked: [],
        },
      ],
    });
  });

  it('need no computed year beside a plan', () => {
    expect(calendars.get('CC')).toMatchObject({
      names: [],
      years: [{ year: 2026, official: true, source: 'cc-plan' }],
    });
  });

  it('say of a year whether it was published', () => {
    expect(planOf(calendars, 'AA', 2026)).toBe('official');
    expect(planOf(calendars, 'AA', 2025)).toBe('computed');
    expect(planOf(calendars, 'AA', 2027)).toBe('none');
    expect(planOf(calendars, 'ZZ', 2026)).toBe('none');
  });
});

describe('a day', () => {
  it('says by which name it is free or worked', () => {
    expect(dayKind(calendars, 'AA', '2026-06-04')).toEqual({
      kind: 'holiday',
      name: named('Long week'),
    });
    expect(dayKind(calendars, 'AA', '2026-06-06')).toEqual({
      kind: 'made-up',
      name: named('For the long week'),
    });
    expect(dayKind(calendars, 'AA', '2026-06-07')).toEqual({ kind: 'weekend' });
    expect(dayKind(calendars, 'AA', '2026-06-08')).toEqual({ kind: 'work' });
    expect(dayKind(calendars, 'BB', '2027-12-25')).toEqual({
      kind: 'holiday',
      name: named('Spring day'),
    });
    expect(dayKind(calendars, 'AA', '2027-06-08')).toEqual({
      kind: 'no-plan',
      country: 'AA',
      year: 2027,
    });
    expect(dayKind(calendars, 'ZZ', '2026-06-08')).toEqual({
      kind: 'no-plan',
      country: 'ZZ',
      year: 2026,
    });
  });

  it('has the weekday it has, before 1970 too', () => {
    const old = toCalendars([{ ...FILES[2], year: 1969 } as CalendarFile]);
    // 28 December 1969 was a Sunday.
    expect(dayKind(old, 'CC', '1969-12-27').kind).toBe('work');
    expect(dayKind(old, 'CC', '1969-12-28').kind).toBe('weekend');
    expect(dayKind(old, 'CC', '1969-12-29').kind).toBe('work');
  });
});

describe('working days', () => {
  it('name what was passed over and what was made up for', () => {
    // Tuesday 2 June, three free days, a Saturday that is worked, a Sunday, Monday, Tuesday.
    expect(addWorkingDays(calendars, 'AA', '2026-06-02', 3)).toEqual({
      kind: 'known',
      date: '2026-06-09',
      skipped: [
        { date: '2026-06-03', why: 'holiday', name: named('Long week') },
        { date: '2026-06-04', why: 'holiday', name: named('Long week') },
        { date: '2026-06-05', why: 'holiday', name: named('Late day') },
        { date: '2026-06-07', why: 'weekend' },
      ],
      madeUp: [{ date: '2026-06-06', name: named('For the long week') }],
    });
  });

  it('go back over the same days', () => {
    expect(addWorkingDays(calendars, 'AA', '2026-06-08', -2)).toEqual({
      kind: 'known',
      date: '2026-06-02',
      skipped: [
        { date: '2026-06-07', why: 'weekend' },
        { date: '2026-06-05', why: 'holiday', name: named('Late day') },
        { date: '2026-06-04', why: 'holiday', name: named('Long week') },
        { date: '2026-06-03', why: 'holiday', name: named('Long week') },
      ],
      madeUp: [{ date: '2026-06-06', name: named('For the long week') }],
    });
  });

  it('of a number of none stay on the day, also on a free one', () => {
    expect(addWorkingDays(calendars, 'AA', '2026-06-03', 0)).toEqual({
      kind: 'known',
      date: '2026-06-03',
      skipped: [],
      madeUp: [],
    });
  });

  it('do not count the day they start on', () => {
    expect(addWorkingDays(calendars, 'AA', '2026-06-06', 1)).toMatchObject({
      date: '2026-06-08',
      skipped: [{ date: '2026-06-07', why: 'weekend' }],
      madeUp: [],
    });
  });

  it('pass over a free day, and count a worked one, that nobody named', () => {
    const nameless = toCalendars([
      {
        ...FILES[2],
        off: [{ days: ['2026-06-02'] }],
        worked: [{ days: ['2026-06-07'] }],
      } as unknown as CalendarFile,
    ]);
    expect(addWorkingDays(nameless, 'CC', '2026-06-01', 5)).toEqual({
      kind: 'known',
      date: '2026-06-07',
      skipped: [{ date: '2026-06-02', why: 'holiday' }],
      madeUp: [{ date: '2026-06-07' }],
    });
  });

  it('end where a year without a plan begins, on either side', () => {
    expect(addWorkingDays(calendars, 'CC', '2026-12-31', 1)).toEqual({
      kind: 'no-plan',
      country: 'CC',
      year: 2027,
    });
    expect(addWorkingDays(calendars, 'CC', '2026-01-02', -2)).toEqual({
      kind: 'no-plan',
      country: 'CC',
      year: 2025,
    });
    expect(addWorkingDays(calendars, 'CC', '2026-01-02', -1)).toMatchObject({ date: '2026-01-01' });
  });

  it('are none where nobody works for more than ten years', () => {
    const years = Array.from({ length: 15 }, (_, i) => 2026 + i);
    const never = toCalendars(
      years.map((year) => ({ ...FILES[2], year, weekend: [1, 2, 3, 4, 5, 6, 7] }) as CalendarFile),
    );
    // 4,000 days from then is May 2037; the plans reach to 2040.
    expect(addWorkingDays(never, 'CC', '2026-06-01', 1)).toEqual({
      kind: 'no-plan',
      country: 'CC',
      year: 2037,
    });
  });
});
