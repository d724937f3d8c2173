import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { parseMoment, readDay } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';

setTemporal(Temporal);
/** A Saturday. */
const today = '2026-11-21';
const context = { today };

const DAYS: [string, string][] = [
  ['2026-12-05', '2026-12-05'],
  ['2026-12-5', '2026-12-05'],
  ['2026/12/5', '2026-12-05'],
  ['2026.12.05', '2026-12-05'],
  ['2026 - 12 - 05', '2026-12-05'],
  ['5.12.2026', '2026-12-05'],
  ['05.12.2026 г.', '2026-12-05'],
  ['5.12.26', '2026-12-05'],
  ['05.12.26', '2026-12-05'],
  ['25/12/2026', '2026-12-25'],
  ['12/25/2026', '2026-12-25'],
  ['12/12/2026', '2026-12-12'],
  ['25-12-2026', '2026-12-25'],
  ['12.25.2026', '2026-12-25'],
  ['2026年12月5日', '2026-12-05'],
  ['2026年12月5号', '2026-12-05'],
  ['2026 年 12 月 5 日', '2026-12-05'],
  ['26年12月5日', '2026-12-05'],
  ['二〇二六年十二月五日', '2026-12-05'],
  ['2026년 12월 5일', '2026-12-05'],
  ['2026년12월5일까지', '2026-12-05'],
  ['Dec 5, 2026', '2026-12-05'],
  ['December 5th, 2026', '2026-12-05'],
  ['DECEMBER 5 2026', '2026-12-05'],
  ['5 Dec 2026', '2026-12-05'],
  ['5th of December 2026', '2026-12-05'],
  ['the 5th of December, 2026', '2026-12-05'],
  ['5-Dec-2026', '2026-12-05'],
  ['5-Dec-26', '2026-12-05'],
  ['2026 Dec 5', '2026-12-05'],
  ['by December 5, 2026', '2026-12-05'],
  ['5 декабря 2026', '2026-12-05'],
  ['5 декабря 2026 года', '2026-12-05'],
  ['5 декабря 2026 г.', '2026-12-05'],
  ['5-го декабря 2026', '2026-12-05'],
  ['до 5 декабря 2026', '2026-12-05'],
  ['5 дек. 2026', '2026-12-05'],
  ['5 мая 2027', '2027-05-05'],
  ['5 de diciembre de 2026', '2026-12-05'],
  ['el 5 de diciembre de 2026', '2026-12-05'],
  ['1º de diciembre de 2026', '2026-12-01'],
  ['5 dic 2026', '2026-12-05'],
  ['20 ago 2026', '2026-08-20'],
  ['5 de dezembro de 2026', '2026-12-05'],
  ['até 5 de dezembro de 2026', '2026-12-05'],
  ['5 de março de 2027', '2027-03-05'],
  ['5 de marco de 2027', '2027-03-05'],
  ['5 décembre 2026', '2026-12-05'],
  ['le 5 decembre 2026', '2026-12-05'],
  ['1er décembre 2026', '2026-12-01'],
  ['5 août 2026', '2026-08-05'],
  ['5. Dezember 2026', '2026-12-05'],
  ['5. Dez. 2026', '2026-12-05'],
  ['bis zum 5. Dezember 2026', '2026-12-05'],
  ['am 5. März 2027', '2027-03-05'],
  ['5 grudnia 2026', '2026-12-05'],
  ['5 grudnia 2026 r.', '2026-12-05'],
  ['do 5 października 2026', '2026-10-05'],
  ['29 Feb 2028', '2028-02-29'],
  ['Saturday, 5 December 2026', '2026-12-05'],
  ['周六 2026-12-05', '2026-12-05'],
  ['2026-12-05（六）', '2026-12-05'],
  ['2026년 12월 5일 (토)', '2026-12-05'],
  ['суббота, 5 декабря 2026', '2026-12-05'],
  ['mar 17 nov 2026', '2026-11-17'],
  ['Wed 03/04/2026', '2026-03-04'],
  ['Fri 03/04/2026', '2026-04-03'],
  ['2026-12-05 23:15', '2026-12-05'],
  ['2026-12-05T23:15:00+08:00', '2026-12-05'],
  ['today', '2026-11-21'],
  ['今天', '2026-11-21'],
  ['сегодня', '2026-11-21'],
  ['tomorrow', '2026-11-22'],
  ['明天', '2026-11-22'],
  ['завтра', '2026-11-22'],
  ['mañana', '2026-11-22'],
  ['amanhã', '2026-11-22'],
  ['demain', '2026-11-22'],
  ['morgen', '2026-11-22'],
  ['jutro', '2026-11-22'],
  ['내일', '2026-11-22'],
  ['后天', '2026-11-23'],
  ['the day after tomorrow', '2026-11-23'],
  ['послезавтра', '2026-11-23'],
  ['pasado mañana', '2026-11-23'],
  ['depois de amanhã', '2026-11-23'],
  ['après-demain', '2026-11-23'],
  ['übermorgen', '2026-11-23'],
  ['pojutrze', '2026-11-23'],
  ['모레', '2026-11-23'],
  ['昨天', '2026-11-20'],
  ['前天', '2026-11-19'],
  ['вчера', '2026-11-20'],
  ['3天后', '2026-11-24'],
  ['三天后', '2026-11-24'],
  ['两天之后', '2026-11-23'],
  ['3天内', '2026-11-24'],
  ['3日后', '2026-11-24'],
  ['+3天', '2026-11-24'],
  ['＋３天', '2026-11-24'],
  ['+3d', '2026-11-24'],
  ['+3 d', '2026-11-24'],
  ['+3 days', '2026-11-24'],
  ['+1w', '2026-11-28'],
  ['in 3 days', '2026-11-24'],
  ['within 3 days', '2026-11-24'],
  ['3 days from now', '2026-11-24'],
  ['3 days later', '2026-11-24'],
  ['in 2 weeks', '2026-12-05'],
  ['через 3 дня', '2026-11-24'],
  ['через 3 дн.', '2026-11-24'],
  ['через 2 недели', '2026-12-05'],
  ['en 3 días', '2026-11-24'],
  ['dentro de 3 días', '2026-11-24'],
  ['em 3 dias', '2026-11-24'],
  ['daqui a 3 dias', '2026-11-24'],
  ['dans 3 jours', '2026-11-24'],
  ['in 3 Tagen', '2026-11-24'],
  ['za 3 dni', '2026-11-24'],
  ['3일 후', '2026-11-24'],
  ['3일 이내', '2026-11-24'],
  ['3 days ago', '2026-11-18'],
  ['-3d', '2026-11-18'],
  ['-2 weeks', '2026-11-07'],
  ['3天前', '2026-11-18'],
  ['3 дня назад', '2026-11-18'],
];

const QUESTIONS: [string, string, string[]][] = [
  ['05/12/2026', 'day-or-month', ['2026-05-12', '2026-12-05']],
  ['5-12-2026', 'day-or-month', ['2026-05-12', '2026-12-05']],
  ['05/12/26', 'day-or-month', ['2026-05-12', '2026-12-05']],
  ['26.11.20', 'day-or-month', ['2020-11-26', '2026-11-20']],
  ['12月5日', 'year', ['2026-12-05', '2025-12-05']],
  ['5 декабря', 'year', ['2026-12-05', '2025-12-05']],
  ['November 20', 'year', ['2026-11-20', '2027-11-20']],
  ['12-25', 'year', ['2026-12-25', '2025-12-25']],
  ['25.12', 'year', ['2026-12-25', '2025-12-25']],
  ['Friday, 5 December 2026', 'weekday', ['2026-12-04', '2026-12-05']],
  ['2026-12-05（五）', 'weekday', ['2026-12-04', '2026-12-05']],
  ['tomorrow, 5 December 2026', 'weekday', ['2026-11-22', '2026-12-05']],
];

const REFUSED: [unknown, string][] = [
  ['', 'empty'],
  [null, 'empty'],
  [46351, 'empty'],
  ['x'.repeat(100_000), 'too-long'],
  ['hello', 'no-date'],
  ['3 days', 'no-date'],
  ['3', 'no-date'],
  ['next week', 'no-date'],
  ['5 foo 2026', 'unknown-word'],
  ['5 December 2026 maybe', 'unknown-word'],
  ['not before 5 December 2026', 'unknown-word'],
  ['не позднее 5 декабря 2026', 'unknown-word'],
  ['2026-12-05左右', 'unknown-word'],
  ['大后天', 'unknown-word'],
  ['每天', 'no-date'],
  ['in 3 business days', 'unknown-word'],
  ['2026-02-30', 'no-such-day'],
  ['29.02.2027', 'no-such-day'],
  ['31 April 2026', 'no-such-day'],
  ['2026-13-05', 'no-such-day'],
  ['2026-12-05 25:00', 'no-such-time'],
  ['5 - 7 December 2026', 'more-than-one'],
  ['2026-12-05, 2026-12-07', 'more-than-one'],
  ['1812-12-05', 'out-of-range'],
  ['2201-01-01', 'out-of-range'],
  ['+99999999d', 'out-of-range'],
  ['in 999999999999999 days', 'out-of-range'],
];

describe('a day', () => {
  it.each(DAYS)('%s', (text, day) => {
    expect(readDay(text, context)).toMatchObject({ kind: 'day', day });
    expect(readDay(text.toUpperCase(), context)).toMatchObject({ kind: 'day', day });
  });

  it.each(QUESTIONS)('asks about %s: %s', (text, why, days) => {
    const read = readDay(text, context);
    expect(read).toMatchObject({ kind: 'question', why });
    expect(read.kind === 'question' && read.choices.map(({ day }) => day)).toEqual(days);
  });

  it.each(REFUSED)('cannot read %j: %s', (text, why) => {
    expect(readDay(text, context)).toMatchObject({ kind: 'unreadable', why });
  });

  it('names the word it does not know', () => {
    for (const [text, word] of [
      ['5 December 2026 Maybe', 'Maybe'],
      ['2026-12-05左右', '左右'],
      ['5 foo 2026', 'foo'],
    ])
      expect(readDay(text, context).understood.values['word']).toBe(word);
  });

  it('knows the order, the direction and the zone where the caller does', () => {
    const day = (text: string, more: object) => {
      const read = readDay(text, { today, ...more });
      return read.kind === 'day' ? read.day : read.kind;
    };
    expect(day('05/12/2026', { order: 'day-first' })).toBe('2026-12-05');
    expect(day('05/12/2026', { order: 'month-first' })).toBe('2026-05-12');
    expect(day('12月5日', { direction: 'future' })).toBe('2026-12-05');
    expect(day('1月5日', { direction: 'future' })).toBe('2027-01-05');
    expect(day('12月5日', { direction: 'past' })).toBe('2025-12-05');
    expect(day('11月21日', { direction: 'future' })).toBe('2026-11-21');
    expect(day('11月21日', { direction: 'past' })).toBe('2026-11-21');
    const late = { asOf: '2026-11-21T20:00:00Z' };
    expect(readDay('today', late)).toMatchObject({ day: '2026-11-21' });
    expect(readDay('today', { ...late, zone: 'Asia/Shanghai' })).toMatchObject({
      day: '2026-11-22',
    });
  });

  it('says that a time was left out', () => {
    expect(readDay('2026-12-05 23:15', context)).toMatchObject({ notes: ['time-dropped'] });
    expect(readDay('2026-12-05', context)).toMatchObject({ notes: [] });
  });

  it('reads back every day it can be written as, in every language', () => {
    const languages = ['en-US', 'en-GB', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko', 'zh-CN'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 84_369 }),
        fc.constantFrom(...languages),
        fc.constantFrom('long', 'full'),
        (number, language, dateStyle) => {
          const date = new Date(number * 86_400_000);
          const day = date.toISOString().slice(0, 10);
          const text = date.toLocaleDateString(language, {
            timeZone: 'UTC',
            dateStyle: dateStyle as 'long',
          });
          const read = readDay(text, context);
          expect([text, read.kind === 'day' ? read.day : read]).toEqual([text, day]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a day beside a time', () => {
  it('is asked where the weekday or the word contradicts it', () => {
    const at = { zone: 'UTC', asOf: '2026-11-21T22:00:00Z' };
    for (const text of ['Mon 2026-11-20 23:15', '周一 2026-11-20 23:15', 'пн 20.11.2026 23:15']) {
      const parsed = parseMoment(text, at);
      expect(parsed).toMatchObject({ kind: 'ambiguous', why: 'weekday' });
      expect(parsed.readings.map((one) => one.at)).toEqual([
        '2026-11-20T23:15:00Z',
        '2026-11-23T23:15:00Z',
      ]);
    }
    expect(parseMoment('Fri 2026-11-20 23:15', at).kind).toBe('moment');
    expect(parseMoment('今天（11月21日）20:00', at).readings[0]?.at).toBe('2026-11-21T20:00:00Z');
    expect(parseMoment('今天（11月20日）20:00', at)).toMatchObject({ why: 'weekday' });
  });
});

describe('a weekday by a short name that is another word, too', () => {
  const asOf = { asOf: '2026-11-28T00:00:00Z', zone: 'UTC' };
  it.each([
    'Do., 19. Nov. 2026, 20:15',
    'Do 19.11.2026 20:15',
    'qui., 19 de nov. de 2026 20:15',
    'czw., 19 lis 2026 20:15',
    'do 19.11.2026 20:15',
    'deadline: 19 Nov 2026 20:15',
    'date: 19 novembre 2026 à 20h15',
  ])('%s', (text) => {
    expect(parseMoment(text, asOf)).toMatchObject({
      kind: 'moment',
      readings: [{ at: '2026-11-19T20:15:00Z' }],
    });
  });

  it.each([
    'Do., 20. Nov. 2026, 20:15',
    'Do, 20.11.2026 20:15',
    'Do 20.11.2026 20:15',
    'pt., 19.11.2026 20:15',
    'nd., 20.11.2026 20:15',
    'wt. 20.11.2026 20:15',
    'śr., 20.11.2026 20:15',
    'seg., 20 de nov. de 2026 20:15',
    'ter., 20 de nov. de 2026 20:15',
    'sex, 19/11/2026 20:15',
  ])('%s is asked', (text) => {
    expect(parseMoment(text, asOf)).toMatchObject({ kind: 'ambiguous', why: 'weekday' });
  });

  it.each(['Th', 'Tu', 'Su', 'W', 'We'])('%s at the head is asked beside a Friday', (day) => {
    expect(parseMoment(`${day} 2026-11-20 20:15`, asOf)).toMatchObject({
      kind: 'ambiguous',
      why: 'weekday',
    });
  });
  it.each(['2026-11-20 Th 20:15', '2026-11-20 (Tu) 20:15', '2026-11-20 20:15 Su'])(
    '%s is asked, too',
    (text) => {
      expect(parseMoment(text, asOf)).toMatchObject({ kind: 'ambiguous', why: 'weekday' });
    },
  );
  it.each(['2026-11-20 Fr 20:15', '2026-11-19 Th 20:15', '20 th November 2026 20:15'])(
    '%s is not',
    (text) => {
      expect(parseMoment(text, asOf).kind).toBe('moment');
    },
  );
  it.each(['Th 2026-11-19', 'Tu, 2026-11-17', 'Su 2026-11-22', 'W 2026-11-18'])(
    '%s names its own day',
    (text) => {
      expect(parseMoment(`${text} 20:15`, asOf).kind).toBe('moment');
    },
  );
});
