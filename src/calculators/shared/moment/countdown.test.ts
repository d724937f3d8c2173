import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { parseMoment } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';

setTemporal(Temporal);
const asOf = '2026-11-21T22:00:00Z';
const context = { zone: 'America/Los_Angeles', asOf };

/** Days, hours, minutes and seconds. */
type Length = [days: number, hours?: number, minutes?: number, seconds?: number];

const LEFT: [string, Length][] = [
  ['4天12小时', [4, 12]],
  ['4天12小时33分', [4, 12, 33]],
  ['4天12小时33分10秒', [4, 12, 33, 10]],
  ['4天 12小时 33分钟', [4, 12, 33]],
  ['4天零12小时', [4, 12]],
  ['4天12时33分', [4, 12, 33]],
  ['还剩8天20时', [8, 20]],
  ['还剩8天20小时', [8, 20]],
  ['还剩8天20时30分', [8, 20, 30]],
  ['剩余20时30分', [0, 20, 30]],
  ['三天四小时', [3, 4]],
  ['十二天四小时', [12, 4]],
  ['两天', [2]],
  ['二十三小时五十九分', [0, 23, 59]],
  ['一百二十小时', [0, 120]],
  ['剩余3天04:12:33', [3, 4, 12, 33]],
  ['剩余 3天 04:12:33', [3, 4, 12, 33]],
  ['剩余时间：4天12小时33分', [4, 12, 33]],
  ['剩余 04:12:33', [0, 4, 12, 33]],
  ['距离纠纷自动关闭还有4天12小时', [4, 12]],
  ['距离订单自动关闭还剩4天12小时33分', [4, 12, 33]],
  ['距纠纷关闭还有 4 天 12 小时', [4, 12]],
  ['您还有4天12小时响应纠纷', [4, 12]],
  ['请在4天12小时内回复', [4, 12]],
  ['4天12小时后自动关闭', [4, 12]],
  ['倒计时 4天12小时', [4, 12]],
  ['剩餘4天12小時', [4, 12]],
  ['４天１２小时', [4, 12]],
  ['1周', [7]],
  ['1星期2天', [9]],
  ['1.5小时', [0, 1, 30]],
  ['4d 12h', [4, 12]],
  ['4D 12H 33M 10S', [4, 12, 33, 10]],
  ['4d12h33m10s', [4, 12, 33, 10]],
  ['4d 12h left', [4, 12]],
  ['4 days 12 hours remaining', [4, 12]],
  ['You have 4 days and 12 hours to respond', [4, 12]],
  ['You have 4 days 12 hours left to reply to the buyer', [4, 12]],
  ['The dispute closes in 4 days and 12 hours', [4, 12]],
  ['Closes automatically in 4 days, 12 hours', [4, 12]],
  ['Time left: 4 days 12:33:10', [4, 12, 33, 10]],
  ['4 day(s) 12 hour(s)', [4, 12]],
  ['4 Day(s) 12 Hour(s) 33 Minute(s)', [4, 12, 33]],
  ['within 4 days', [4]],
  ['due in 36 hours', [0, 36]],
  ['1.5 hours', [0, 1, 30]],
  ['1,5 часа', [0, 1, 30]],
  ['03:04:12:33', [3, 4, 12, 33]],
  ['3:04:12:33', [3, 4, 12, 33]],
  ['0天0小时', [0, 0]],
  ['Спор закроется через 4 дня 12 часов', [4, 12]],
  ['Спор закроется автоматически через 4 дня и 12 часов', [4, 12]],
  ['осталось 4 дня 12 часов', [4, 12]],
  ['У вас осталось 4 дня 12 часов', [4, 12]],
  ['До закрытия спора 4 дн. 12 ч. 33 мин.', [4, 12, 33]],
  ['2 суток 5 часов', [2, 5]],
  ['1 сутки', [1]],
  ['2 дн. 5 ч.', [2, 5]],
  ['2д 5ч 30м', [2, 5, 30]],
  ['21 день 1 час 1 минута', [21, 1, 1]],
  ['2 недели', [14]],
  ['Quedan 4 días y 12 horas', [4, 12]],
  ['La disputa se cierra en 4 días y 12 horas', [4, 12]],
  ['Tienes 4 días y 12 horas para responder', [4, 12]],
  ['Restam 4 dias e 12 horas', [4, 12]],
  ['A disputa fecha em 4 dias e 12 horas', [4, 12]],
  ['Você tem 4 dias e 12 horas para responder', [4, 12]],
  ['Il reste 4 jours et 12 heures', [4, 12]],
  ['Vous avez 4 jours et 12 heures pour répondre', [4, 12]],
  ['Le litige sera clos dans 4 jours et 12 heures', [4, 12]],
  ['4 j 12 h', [4, 12]],
  ['Noch 4 Tage und 12 Stunden', [4, 12]],
  ['Sie haben noch 4 Tage und 12 Stunden', [4, 12]],
  ['Der Streitfall endet in 4 Tagen und 12 Stunden', [4, 12]],
  ['4 Tage 12 Std. 33 Min.', [4, 12, 33]],
  ['Pozostało 4 dni i 12 godzin', [4, 12]],
  ['Spór zostanie zamknięty za 4 dni 12 godz.', [4, 12]],
  ['4일 12시간 남음', [4, 12]],
  ['분쟁 종료까지 4일 12시간 33분', [4, 12, 33]],
  ['4일 12시간 후 자동 종료', [4, 12]],
];

/** Time that has passed: exact where hours or less are named. */
const PASSED: [string, Length][] = [
  ['2小时前', [0, 2]],
  ['1天2小时前', [1, 2]],
  ['30分钟之前', [0, 0, 30]],
  ['2 hours ago', [0, 2]],
  ['1 day 2 hours ago', [1, 2]],
  ['opened 2 hours ago', [0, 2]],
  ['2 часа назад', [0, 2]],
  ['2 часа тому назад', [0, 2]],
  ['hace 2 horas', [0, 2]],
  ['há 2 horas', [0, 2]],
  ['2 horas atrás', [0, 2]],
  ['il y a 2 heures', [0, 2]],
  ['vor 2 Stunden', [0, 2]],
  ['2 godziny temu', [0, 2]],
  ['2시간 전', [0, 2]],
];

/** Days that have passed name a day, not a time of it. In Los Angeles it is 21 November. */
const DAYS_AGO: [string, string][] = [
  ['3天前', '2026-11-18'],
  ['3 days ago', '2026-11-18'],
  ['3 дня назад', '2026-11-18'],
  ['hace 3 días', '2026-11-18'],
  ['há 3 dias', '2026-11-18'],
  ['il y a 3 jours', '2026-11-18'],
  ['vor 3 Tagen', '2026-11-18'],
  ['3 dni temu', '2026-11-18'],
  ['3일 전', '2026-11-18'],
  ['1 week ago', '2026-11-14'],
];

/** No countdown and nothing else: a number without its unit, a unit twice, a word not on the list. */
const NONE: string[] = [
  '4',
  '4天5天',
  '4天12',
  '4 days 12',
  '-4d 12h',
  '4d - 12h',
  '+4d',
  '20时30分',
  '12:30',
  'left 12:30',
  '04:12:33',
  '03:25:12:33',
  '3天后 12:00',
  // A time of a day that is so far off, and no length.
  'in 2 days at 10:00',
  'in 2 days 10:00',
  'in 2 days, by 10:00',
  '2 days left, until 10:00',
  'через 2 дня в 10:00',
  'через 2 дня в 10 часов',
  'dans 2 jours à 10h',
  'dans 2 jours à 10 heures',
  'en 2 días a las 10:00',
  'em 2 dias às 10:00',
  'in 2 Tagen um 10:00',
  'noch 2 Tage bis 10:00 Uhr',
  'za 2 dni o 10:00',
  '还有2天，截止10:00',
  '剩2天到10:00',
  '1,234 hours',
  '2-3 days',
  '2至3天',
  '2 to 3 days',
  '4天或12小时',
  'about 4 days',
  '大约4天',
  '4天左右',
  'примерно 4 дня',
  'not 4 days',
  'less than 4 days',
  '4 business days',
  '4个工作日',
  '4 рабочих дня',
  '2 months',
  '2个月',
  'overdue 4 days',
  '超时4天',
  '4 days left 2026-11-25',
  '今天剩余3小时',
  '2026-11-20 3天前',
  '4天前还剩12小时',
];

const ms = ([days, hours = 0, minutes = 0, seconds = 0]: Length) =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
const iso = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');

describe('a countdown', () => {
  it.each(LEFT)('%s', (text, length) => {
    const parsed = parseMoment(text, context);
    expect(parsed.kind).toBe('due');
    expect(parsed.readings.map(({ at }) => at)).toEqual([iso(Date.parse(asOf) + ms(length))]);
    expect(parseMoment(text.toUpperCase(), context).readings).toEqual(parsed.readings);
  });

  it.each(PASSED)('%s has passed', (text, length) => {
    const parsed = parseMoment(text, context);
    expect(parsed).toMatchObject({
      kind: 'moment',
      understood: { messageKey: 'tool.deadline-planner.moment.ago' },
      readings: [{ at: iso(Date.parse(asOf) - ms(length)), notes: ['ago'] }],
    });
  });

  it.each(DAYS_AGO)('%s is a day', (text, day) => {
    const parsed = parseMoment(text, context);
    expect(parsed.kind).toBe('bare-date');
    expect(parsed.readings.map(({ local }) => local)).toEqual([
      `${day}T00:00:00-08:00`,
      `${day}T23:59:59-08:00`,
    ]);
  });

  it.each(NONE)('%s is no countdown: refused, or asked about', (text) => {
    expect(parseMoment(text, context).kind).toMatch(/^(?:unreadable|ambiguous)$/u);
  });

  it('says how exact it is', () => {
    for (const [text, precision] of [
      ['4天', 'day'],
      ['4天12小时', 'hour'],
      ['4天12小时33分', 'minute'],
      ['03:04:12:33', 'second'],
    ])
      expect(parseMoment(text, context).precision).toBe(precision);
  });
});
