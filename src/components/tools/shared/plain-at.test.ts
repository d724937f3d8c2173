import { beforeAll, describe, expect, it } from 'vitest';
import { knowEveryWord } from '@/calculators/shared/moment/every-word.ts';
import { parseMoment } from '@/calculators/shared/parse-moment.ts';
import { loadTemporal } from '@/calculators/shared/time.ts';
import { plainAt } from './time-words.ts';

beforeAll(async () => {
  await loadTemporal();
  knowEveryWord();
});

describe('a moment in a field', () => {
  it.each([
    ['2026-11-21T07:15:00Z', 'Asia/Shanghai', '2026-11-21 15:15 UTC+08:00'],
    ['2026-11-21T07:15:30Z', 'UTC', '2026-11-21 07:15:30 UTC'],
    ['2026-07-01T00:00:00Z', 'America/Los_Angeles', '2026-06-30 17:00 UTC-07:00'],
    ['2026-01-01T18:45:00Z', 'Asia/Kolkata', '2026-01-02 00:15 UTC+05:30'],
    ['2026-12-31T23:59:59Z', 'Asia/Kathmandu', '2027-01-01 05:44:59 UTC+05:45'],
  ])('%s in %s is %s, and is read back as it was', (at, zone, text) => {
    expect(plainAt(at, zone)).toBe(text);
    for (const other of ['UTC', 'America/New_York']) {
      const read = parseMoment(text, { zone: other, asOf: '2026-11-21T00:00:00Z' });
      expect(read.kind).toBe('moment');
      expect(read.readings[0]?.at).toBe(at);
    }
  });

  it('stays as it is where it is none', () => {
    expect(plainAt('soon', 'UTC')).toBe('soon');
  });
});
