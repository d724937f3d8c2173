import { Temporal } from 'temporal-polyfill/implementation';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addHours,
  dayNumber,
  dayText,
  getTemporal,
  isZone,
  isoInstant,
  loadTemporal,
  localText,
  parseInstant,
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
