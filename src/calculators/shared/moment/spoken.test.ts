import { beforeAll, describe, expect, it } from 'vitest';
import { parseMoment, readDay } from '../parse-moment.ts';
import { loadTemporal } from '../time.ts';
import { knowEveryWord } from './every-word.ts';

beforeAll(async () => {
  await loadTemporal();
  knowEveryWord();
});

// A Saturday, 16:00 in Shanghai.
const context = { asOf: '2026-11-21T08:00:00Z', zone: 'Asia/Shanghai' };
const read = (text: string) => {
  const { kind, readings } = parseMoment(text, context);
  return [kind, ...readings.map(({ local }) => local.slice(0, 16))];
};

describe('a time as it is said', () => {
  it.each([
    ['20.11.2026 godz. 17.30', '2026-11-20T17:30'],
    ['jutro o godz. 17.30', '2026-11-22T17:30'],
    ['завтра в 17.30', '2026-11-22T17:30'],
    ['tomorrow at half past five pm', '2026-11-22T17:30'],
    ['five pm tomorrow', '2026-11-22T17:00'],
    ['tonight at 8', '2026-11-21T20:00'],
    ['mañana a las 9 de la noche', '2026-11-22T21:00'],
    ['завтра в половине шестого вечера', '2026-11-22T17:30'],
    ['내일 오후 다섯시 반', '2026-11-22T17:30'],
    ['下周三下午3点', '2026-11-25T15:00'],
    ['2026年11月22日5点', '2026-11-22T05:00'],
    ['明天05点', '2026-11-22T05:00'],
    ['明天5点15分', '2026-11-22T05:15'],
    ['明天17点', '2026-11-22T17:00'],
    ['明天0点半', '2026-11-22T00:30'],
    ['завтра в 17 часов', '2026-11-22T17:00'],
    ['завтра в 5 часов утра', '2026-11-22T05:00'],
    ["tomorrow 5 o'clock in the evening", '2026-11-22T17:00'],
    ['next Friday at 17:00', '2026-11-27T17:00'],
    ['nächsten Freitag um 17 Uhr', '2026-11-27T17:00'],
  ])('“%s” is %s', (text, at) => {
    expect(read(text)).toEqual(['moment', at]);
  });

  it.each([
    ['mañana a las 9', '09:00', '21:00'],
    ['tomorrow at 9', '09:00', '21:00'],
    ['tomorrow at half past five', '05:30', '17:30'],
    ['tomorrow at quarter to one', '00:45', '12:45'],
    ['morgen um halb sechs', '05:30', '17:30'],
    ['morgen um viertel vor eins', '00:45', '12:45'],
    ['завтра в полшестого', '05:30', '17:30'],
    ['завтра без четверти девять', '08:45', '20:45'],
    ['demain à neuf heures et demie', '09:30', '21:30'],
    ['mañana a las cinco y cuarto', '05:15', '17:15'],
    ['amanhã às cinco e meia', '05:30', '17:30'],
    ['jutro o wpół do szóstej', '05:30', '17:30'],
    ['내일 다섯시 반', '05:30', '17:30'],
    ['내일 5시', '05:00', '17:00'],
    ['明天五点半', '05:30', '17:30'],
    ['明天5点', '05:00', '17:00'],
    ['2026年11月22日5点半', '05:30', '17:30'],
    ['2026年11月22日九点', '09:00', '21:00'],
    ['本周日9點', '09:00', '21:00'],
    ["November 22 2026, 9 o'clock", '09:00', '21:00'],
    ["tomorrow 5 o'clock", '05:00', '17:00'],
    ['завтра в 5 часов', '05:00', '17:00'],
    ['завтра в час', '01:00', '13:00'],
  ])('“%s” may be %s or %s, and is asked about', (text, first, second) => {
    expect(read(text)).toEqual(['ambiguous', `2026-11-22T${first}`, `2026-11-22T${second}`]);
  });

  it.each([
    'tomorrow morning',
    '明天早上',
    '2026年11月20日晚上',
    '2026-11-20 evening',
    'завтра утром',
    'mañana por la mañana',
    'mañana por la tarde',
    'demain matin',
    'amanhã de manhã',
    'morgen früh',
    'jutro rano',
    '내일 오전',
  ])('“%s” lacks its hour, and says so', (text) => {
    expect(parseMoment(text, context)).toMatchObject({ kind: 'unreadable', why: 'no-hour' });
  });

  it.each([
    '17 h 30',
    '17:30',
    'godz. 17.30',
    'в 17.30',
    'à 17 h 30',
    '17点30分',
    '오후 5시 30분',
    '5.30 pm',
  ])('“%s” names no day, and is asked which', (text) => {
    expect(read(text)).toEqual([
      'ambiguous',
      '2026-11-20T17:30',
      '2026-11-21T17:30',
      '2026-11-22T17:30',
    ]);
  });

  it('of twelve hours without a day is asked with every meaning it has', () => {
    expect(read('half past five')).toHaveLength(7);
  });

  it.each(['à 17 h', 'à 17 heures', 'a las 17 h', 'в 17 часов', 'às 17 h', '17 Uhr'])(
    '“%s” is a time of the day, and never hours that are left',
    (text) => {
      expect(read(text)[0]).toBe('ambiguous');
      expect(read(text)[2]).toBe('2026-11-21T17:00');
    },
  );

  it.each([
    ['il y a 9 heures', 'moment'],
    ['dans 3 h', 'due'],
    ['reste 17 h', 'due'],
    ['9 hours left', 'due'],
    ['quarter of an hour', 'unreadable'],
    ['5 by 5', 'unreadable'],
    ['tomorrow at 29', 'unreadable'],
    ['halb so wild', 'unreadable'],
  ])('“%s” is none (%s)', (text, kind) => {
    expect(read(text)[0]).toBe(kind);
  });
});

describe('a weekday as it is said', () => {
  it.each([
    ['下周三', '2026-11-25'],
    ['下个星期三', '2026-11-25'],
    ['上周三', '2026-11-11'],
    ['本周五', '2026-11-20'],
    ['다음 주 수요일', '2026-11-25'],
    ['в следующую среду', '2026-11-25'],
    ['mercredi prochain', '2026-11-25'],
    ['kommenden Mittwoch', '2026-11-25'],
    ['el miércoles que viene', '2026-11-25'],
    ['próxima quarta-feira', '2026-11-25'],
    ['w przyszłą środę', '2026-11-25'],
    ['Wednesday next week', '2026-11-25'],
  ])('“%s” is %s', (text, day) => {
    expect(read(text)).toEqual(['bare-date', `${day}T00:00`, `${day}T23:59`]);
  });

  it.each([
    ['Wednesday', '2026-11-18', '2026-11-25'],
    ['周三', '2026-11-18', '2026-11-25'],
    ['в среду', '2026-11-18', '2026-11-25'],
    ['this Friday', '2026-11-20', '2026-11-27'],
    ['last Wednesday', '2026-11-11', '2026-11-18'],
    ['letzten Mittwoch', '2026-11-11', '2026-11-18'],
  ])('“%s” may be %s or %s, and is asked about', (text, first, second) => {
    expect(read(text)).toEqual(['ambiguous', `${first}T00:00`, `${second}T00:00`]);
  });

  it('that is next may be the coming one or that of next week', () => {
    // A Monday: “next Wednesday” is in two days, or in nine.
    const monday = { ...context, asOf: '2026-11-23T08:00:00Z' };
    const { kind, readings } = parseMoment('next Wednesday', monday);
    expect([kind, ...readings.map(({ local }) => local.slice(0, 10))]).toEqual([
      'ambiguous',
      '2026-11-25',
      '2026-12-02',
    ]);
  });

  it('is the one that lies where it must, where a day is asked for', () => {
    const day = (text: string, direction: 'future' | 'past') =>
      readDay(text, { today: '2026-11-21', direction });
    expect(day('Wednesday', 'future')).toMatchObject({ kind: 'day', day: '2026-11-25' });
    expect(day('周三', 'past')).toMatchObject({ kind: 'day', day: '2026-11-18' });
    expect(day('tomorrow at half past five', 'future')).toMatchObject({ day: '2026-11-22' });
    expect(readDay('Wednesday', { today: '2026-11-21' })).toMatchObject({
      kind: 'question',
      why: 'day',
    });
  });
});
