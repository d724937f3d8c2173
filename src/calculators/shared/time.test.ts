import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  EARLIEST,
  LATEST,
  addDays,
  addHours,
  dayNumber,
  dayText,
  getTemporal,
  isZone,
  isoInstant,
  loadTemporal,
  localDate,
  localText,
  onDate,
  onWall,
  parseInstant,
  readInstant,
  readLocal,
  setTemporal,
} from './time.ts';

const LA = 'America/Los_Angeles';
const at = (iso: string) => Date.parse(iso);

beforeEach(() => setTemporal(Temporal));
afterEach(() => setTemporal(Temporal));

describe('instants and wall clocks', () => {
  it('reads instants with an offset only', () => {
    expect(parseInstant('2026-11-20T23:15:00-08:00')).toBe(at('2026-11-21T07:15:00Z'));
    expect(parseInstant('2026-11-20T23:15')).toBeNull();
    expect(parseInstant('2026-02-30T00:00:00Z')).toBeNull();
    expect(parseInstant('tomorrow')).toBeNull();
    expect(isoInstant(at('2026-11-21T07:15:00Z'))).toBe('2026-11-21T07:15:00Z');
  });

  it('tells an instant outside the years of a case from what is no instant', () => {
    const reads: [string, string | 'out-of-range' | 'no-instant'][] = [
      ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00Z'],
      ['1970-01-01T01:00:00+02:00', 'out-of-range'],
      ['1969-12-31T23:59:59Z', 'out-of-range'],
      ['1969-12-31T23:59:59-00:01', '1970-01-01T00:00:59Z'],
      ['2200-12-31T23:59:59Z', '2200-12-31T23:59:59Z'],
      ['2200-12-31T23:59:59-00:01', 'out-of-range'],
      ['2201-01-01T00:00:00+08:00', '2200-12-31T16:00:00Z'],
      ['-271821-04-20T00:00:00Z', 'out-of-range'],
      ['+275760-09-13T00:00:00Z', 'out-of-range'],
      ['9999-12-31T23:59:59Z', 'out-of-range'],
      ['0000-01-01T00:00:00Z', 'out-of-range'],
      ['2026-11-20t23:15z', '2026-11-20T23:15:00Z'],
      ['2026-11-20T23:15:00.250+0800[Asia/Shanghai]', '2026-11-20T15:15:00.250Z'],
      ['2028-02-29T12:00:00Z', '2028-02-29T12:00:00Z'],
      ['2027-02-29T12:00:00Z', 'no-instant'],
      ['2026-13-01T00:00:00Z', 'no-instant'],
      ['2026-11-20T24:00:00Z', 'no-instant'],
      ['2026-11-20T23:60:00Z', 'no-instant'],
      ['2026-11-20T23:15', 'no-instant'],
      ['2026-11-20', 'no-instant'],
      ['', 'no-instant'],
    ];
    for (const [text, expected] of reads) {
      const read = readInstant(text);
      expect([text, read.kind === 'instant' ? isoInstant(read.at) : read.kind]).toEqual([
        text,
        expected,
      ]);
    }
    const everywhere = { min: new Date(EARLIEST), max: new Date(LATEST), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(everywhere), (date) => {
        expect(readInstant(date.toISOString())).toEqual({ kind: 'instant', at: date.getTime() });
      }),
    );
  });

  it('knows zones and refuses what is none', () => {
    for (const zone of [LA, 'UTC', '+08:00', 'Asia/Shanghai']) expect(isZone(zone)).toBe(true);
    for (const zone of ['', 'Mars', '../etc', 'a'.repeat(100), 'Asia/Nowhere'])
      expect(isZone(zone)).toBe(false);
  });

  it('keeps the wall clock over days and elapsed time over hours', () => {
    const start = at('2026-10-31T23:00:00Z');
    expect(localText(start, LA)).toBe('2026-10-31T16:00:00-07:00');
    expect(addDays(start, 1, LA)).toEqual({ kind: 'exact', at: at('2026-11-02T00:00:00Z') });
    expect(addHours(start, 24)).toBe(at('2026-11-01T23:00:00Z'));
  });

  it('gives both readings of an hour that repeats and of one that is skipped', () => {
    const local = (text: string) => Temporal.PlainDateTime.from(text);
    expect(readLocal(local('2026-11-01T01:30'), LA)).toEqual({
      kind: 'repeated',
      at: at('2026-11-01T08:30:00Z'),
      later: at('2026-11-01T09:30:00Z'),
    });
    expect(readLocal(local('2026-03-08T02:30'), LA)).toEqual({
      kind: 'skipped',
      at: at('2026-03-08T09:30:00Z'),
      later: at('2026-03-08T10:30:00Z'),
    });
  });

  it('writes an instant as the engine does, without a fraction where there is none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }),
          fc.integer({ min: -100_000, max: 100_000 }),
          fc.double({ min: -1e12, max: 4e12, noNaN: true }),
        ),
        (ms) => {
          expect(isoInstant(ms)).toBe(new Date(ms).toISOString().replace('.000Z', 'Z'));
        },
      ),
      { numRuns: 2000 },
    );
    expect(() => isoInstant(NaN)).toThrow(RangeError);
  });

  it('counts days without a clock', () => {
    expect(dayText(dayNumber('2028-02-28') + 1)).toBe('2028-02-29');
    expect(dayText(dayNumber('2027-02-28') + 1)).toBe('2027-03-01');
  });

  it('loads an implementation where none was handed in', async () => {
    setTemporal(undefined);
    const loaded = await loadTemporal();
    expect(getTemporal()).toBe(loaded);
    expect(loaded.Instant.from('2026-11-21T00:00:00Z').epochMilliseconds).toBe(
      at('2026-11-21T00:00:00Z'),
    );
  });
});

describe('days of one offset, which are counted without asking the engine', () => {
  // Half-hour and quarter-hour offsets, a half-hour change, a change around Ramadan, a day left out,
  // and changes late in the evening, which are the next day in UTC.
  const zones = [
    LA,
    'Asia/Shanghai',
    'Europe/Moscow',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
    'America/St_Johns',
    'America/Nuuk',
    '+05:30',
  ];
  const anyZone = fc.constantFrom(...zones);
  const anyMoment = fc.integer({
    min: at('2011-12-01T00:00:00Z'),
    max: at('2030-01-01T00:00:00Z'),
  });
  const engine = (ms: number, zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const reading = (local: Temporal.PlainDateTime, zone: string) =>
    (['earlier', 'later'] as const).map(
      (disambiguation) => local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
    );
  const both = (read: ReturnType<typeof readLocal>) => [
    read.at,
    read.kind === 'exact' ? read.at : read.later,
  ];

  it('agree with the engine for any moment', () => {
    fc.assert(
      fc.property(anyMoment, anyZone, fc.integer({ min: -400, max: 400 }), (ms, zone, days) => {
        const there = engine(ms, zone);
        expect(localDate(ms, zone)).toBe(there.toPlainDate().toString());
        expect(localText(ms, zone)).toBe(
          there.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
        );
        const local = there.toPlainDateTime().add({ days });
        expect(both(addDays(ms, days, zone))).toEqual(reading(local, zone));
        expect(both(readLocal(local, zone))).toEqual(reading(local, zone));
        const date = local.toPlainDate().toString();
        expect(both(onDate(ms, date, zone))).toEqual(reading(local, zone));
        const minutes = (days + 400) * 4;
        const later = local.toPlainDate().toPlainDateTime().add({ minutes });
        expect(both(onWall(date, minutes, zone))).toEqual(reading(later, zone));
      }),
      { numRuns: 2000 },
    );
  });

  it('agree with the engine around every change of the clocks', () => {
    let changes = 0;
    for (const zone of zones) {
      let next = engine(at('2011-12-01T00:00:00Z'), zone).getTimeZoneTransition('next');
      for (; next && next.epochMilliseconds < at('2030-01-01T00:00:00Z'); changes += 1) {
        for (let hours = -75; hours <= 75; hours += 1.5) {
          const ms = next.epochMilliseconds + hours * 3_600_000;
          const there = engine(ms, zone);
          expect(localText(ms, zone)).toBe(
            there.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
          );
          const local = engine(next.epochMilliseconds, 'UTC')
            .toPlainDateTime()
            .add({ minutes: hours * 60 });
          expect(both(readLocal(local, zone))).toEqual(reading(local, zone));
        }
        next = next.getTimeZoneTransition('next');
      }
    }
    expect(changes).toBeGreaterThan(100);
  });
});
