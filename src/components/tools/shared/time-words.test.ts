import { beforeAll, describe, expect, it } from 'vitest';
import { loadTemporal, localText } from '@/calculators/shared/time.ts';
import { createTimeWords } from './time-words.ts';
import { createZoneWords } from './zone-words.ts';

// 1 December 2026 is a Tuesday; 04:55 UTC is 12:55 in Beijing and the evening before in Los Angeles.
const AT = '2026-12-01T04:55:00Z';
const zh = createTimeWords('zh-CN', () => '2026');
const en = createTimeWords('en', () => '2026');

beforeAll(loadTemporal);

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

  it('say which hour is meant where a clock shows it twice', () => {
    const at = (iso: string, zone: string) => [en.moment(iso, zone), zh.momentShort(iso, zone)];
    expect(at('2026-10-25T00:30:00Z', 'Europe/Berlin')).toEqual([
      'Sun 25 Oct, 02:30 UTC+2',
      '10月25日 02:30 UTC+2',
    ]);
    expect(en.moment('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('Sun 25 Oct, 02:30 UTC+1');
    expect(en.moment('2026-10-25T02:00:00Z', 'Europe/Berlin')).toBe('Sun 25 Oct, 03:00');
    expect(en.moment('2026-11-01T02:30:00Z', 'America/St_Johns')).toBe('Sun 1 Nov, 00:00');
    expect(en.moment('2026-11-01T04:00:00Z', 'America/St_Johns')).toBe('Sun 1 Nov, 01:30 UTC−2:30');
    // The hour that is left out is nobody’s.
    expect(en.moment('2026-03-29T01:30:00Z', 'Europe/Berlin')).toBe('Sun 29 Mar, 03:30');
  });

  it('stand in UTC where a zone is not known, and do not throw', () => {
    expect(en.moment(AT, 'Mars/Olympus')).toBe('Tue 1 Dec, 04:55');
  });

  it.each([
    ['en', 'en-US', 'short'],
    ['zh-CN', 'zh-CN', 'numeric'],
  ] as const)('are those of the engine, by either clock, in %s', (language, locale, month) => {
    const zones = [
      'UTC',
      'Asia/Shanghai',
      'America/Los_Angeles',
      'Asia/Kolkata',
      'Pacific/Marquesas',
    ];
    let asked = 0;
    for (const clock of [undefined, localText]) {
      const words = createTimeWords(language, () => '', clock);
      const places = createZoneWords(language, () => 'X', clock);
      for (const timeZone of zones) {
        const own = new Intl.DateTimeFormat(locale, {
          timeZone,
          hourCycle: 'h23',
          year: 'numeric',
          month,
          day: 'numeric',
          weekday: 'short',
          hour: '2-digit',
          minute: '2-digit',
        });
        const offset = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'shortOffset' });
        for (let day = 0; day < 400; day += 9, asked += 1) {
          const at = new Date(Date.UTC(2026, 0, 1 + day, (day * 5) % 24, day % 60));
          const of = Object.fromEntries(
            own.formatToParts(at).map(({ type, value }) => [type, value]),
          );
          const date =
            language === 'en'
              ? `${of['weekday']} ${of['day']} ${of['month']} ${of['year']}, `
              : `${of['year']}年${of['month']}月${of['day']}日 ${of['weekday']} `;
          expect(words.moment(at.toISOString(), timeZone)).toBe(
            `${date}${of['hour']}:${of['minute']}`,
          );
          const [name] = offset.formatToParts(at).filter(({ type }) => type === 'timeZoneName');
          if (timeZone !== 'UTC')
            expect(places.zone(timeZone, at.toISOString())).toContain(
              name?.value.replace('GMT', 'UTC').replace('-', '−'),
            );
        }
      }
    }
    expect(asked).toBe(450);
  });
});
