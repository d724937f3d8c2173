import { describe, expect, it } from 'vitest';
import { createTimeWords } from './time-words.ts';
import { parted } from '../../ui/Unbroken.tsx';

const whole = (text: string) =>
  parted(text).flatMap((part) => (typeof part === 'string' ? [] : [part.whole]));

describe('what a line’s end must not part', () => {
  it.each([
    ['请在12月1日 周二 04:55前回复。', ['12月1日 周二 04:55']],
    ['从2027年1月5日 周二到1月9日。', ['2027年1月5日 周二', '1月9日']],
    ['Answer by Tue 1 Dec, 04:55, or earlier.', ['Tue 1 Dec, 04:55']],
    ['Between 5 Jan 2027 and Fri 9 Jan 2027, 23:00.', ['5 Jan 2027', 'Fri 9 Jan 2027, 23:00']],
    ['6.0\u00a0% of orders, 3.14–10.25 % at most, 4.5%', ['6.0\u00a0%', '3.14–10.25 %', '4.5%']],
    ['纠纷于2026-11-04 10:00提起，2026-11-12通知。', ['2026-11-04 10:00', '2026-11-12']],
    ['Nothing of 12 orders, not in May.', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(whole(text)).toEqual(expected);
  });

  it('loses nothing and keeps the order', () => {
    const text = 'By Tue 1 Dec, 04:55 you stand at 6.0 %. 12月1日 周二。';
    expect(
      parted(text)
        .map((part) => (typeof part === 'string' ? part : part.whole))
        .join(''),
    ).toBe(text);
  });

  it('holds every moment and day the tools write, in both languages, in any year and zone', () => {
    for (const language of ['en', 'zh-CN'] as const)
      for (const year of ['2026', '1999']) {
        const words = createTimeWords(language, () => year);
        for (let month = 1; month <= 12; month += 1) {
          const day = `2026-${String(month).padStart(2, '0')}-0${(month % 9) + 1}`;
          for (const said of [
            words.date(day),
            words.moment(`${day}T23:59:00Z`, 'UTC'),
            words.momentShort(`${day}T00:00:00Z`, 'Asia/Shanghai'),
            words.dayShort(Date.parse(`${day}T12:00:00Z`), 'UTC'),
          ])
            expect(whole(`(${said})`), said).toEqual([said]);
        }
      }
  });
});
