import { describe, expect, it } from 'vitest';
import { hasTurned, QUARTER } from './clock.ts';

describe('a stretch of time', () => {
  it('turns with the clock, asleep or set back, and not within it', () => {
    const at = Date.parse('2026-11-28T03:10:00Z');
    expect(hasTurned(at, at + 299_999, QUARTER)).toBe(false);
    expect(hasTurned(at, at + 300_000, QUARTER)).toBe(true);
    expect(hasTurned(at, at - 600_001, QUARTER)).toBe(true);
    expect(hasTurned(at, at + 48 * 3_600_000, QUARTER)).toBe(true);
    expect(hasTurned(at, at + 59_999)).toBe(false);
    expect(hasTurned(at, at + 60_000)).toBe(true);
  });

  it('begins whenever a day does: every zone of this engine is whole quarters of an hour from UTC', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.length).toBeGreaterThan(300);
    const odd = zones.flatMap((timeZone) => {
      const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
      return Array.from({ length: 24 }, (_, month) => format.format(Date.UTC(2026, month, 15)))
        .filter((text) => /GMT[+-]\d/.test(text) && !/GMT[+-]\d\d:(?:00|15|30|45)$/.test(text))
        .map((text) => `${timeZone} ${text}`);
    });
    expect(odd).toEqual([]);
  });
});
