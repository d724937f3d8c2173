import { describe, expect, it } from 'vitest';
import { createTimeWords } from './time-words.ts';

// 1 December 2026 is a Tuesday; 04:55 UTC is 12:55 in Beijing and the evening before in Los Angeles.
const AT = '2026-12-01T04:55:00Z';
const zh = createTimeWords('zh-CN', () => '2026');
const en = createTimeWords('en', () => '2026');

describe('moments in words', () => {
  it('stand on the clock of the zone they are read in', () => {
    expect(zh.moment(AT, 'Asia/Shanghai')).toBe('12月1日 周二 12:55');
    expect(en.moment(AT, 'Asia/Shanghai')).toBe('Tue 1 Dec, 12:55');
    expect(zh.moment(AT, 'America/Los_Angeles')).toBe('11月30日 周一 20:55');
    expect(en.moment(AT, 'America/Los_Angeles')).toBe('Mon 30 Nov, 20:55');
  });

  it('name the year only where it is another, by the clock they stand on', () => {
    expect(zh.date('2027-01-05')).toBe('2027年1月5日 周二');
    expect(en.date('2027-01-05')).toBe('Tue 5 Jan 2027');
    expect(en.date('2026-01-05')).toBe('Mon 5 Jan');
    // In UTC it is already the next year, in Los Angeles not yet.
    expect(en.moment('2027-01-01T03:00:00Z', 'America/Los_Angeles')).toBe('Thu 31 Dec, 19:00');
    expect(en.moment('2027-01-01T03:00:00Z', 'UTC')).toBe('Fri 1 Jan 2027, 03:00');
    expect(createTimeWords('en').date('2026-01-05')).toBe('Mon 5 Jan 2026');
  });

  it('ask for the year each time: a page may stay open over New Year', () => {
    let year = '2026';
    const words = createTimeWords('en', () => year);
    expect(words.date('2026-12-31')).toBe('Thu 31 Dec');
    year = '2027';
    expect(words.date('2026-12-31')).toBe('Thu 31 Dec 2026');
  });

  it('have a short form without weekday and year', () => {
    expect(zh.momentShort(AT, 'UTC')).toBe('12月1日 04:55');
    expect(en.momentShort(AT, 'UTC')).toBe('1 Dec, 04:55');
    expect(zh.dayShort(Date.parse(AT), 'UTC')).toBe('12月1日');
    expect(en.dayShort(Date.parse(AT), 'UTC')).toBe('1 Dec');
  });

  it('write midnight as 00:00 of the day that begins', () => {
    expect(en.moment('2026-12-01T00:00:00Z', 'UTC')).toBe('Tue 1 Dec, 00:00');
    expect(zh.moment('2026-12-01T00:00:00Z', 'UTC')).toBe('12月1日 周二 00:00');
  });

  it('stand in UTC where a zone is not known, and do not throw', () => {
    expect(en.moment(AT, 'Mars/Olympus')).toBe('Tue 1 Dec, 04:55');
  });
});
