import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { hoursText, readWorkHours } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';

setTemporal(Temporal);

/** Hours of the first day; 30 is six in the morning of the next one. */
const HOURS: [string, number, number][] = [
  ['09:00-18:00', 9, 18],
  ['9:00-18:00', 9, 18],
  ['09:00–18:00', 9, 18],
  ['09:00 — 18:00', 9, 18],
  ['09：00－18：00', 9, 18],
  ['9:00~18:00', 9, 18],
  ['9:00～18:00', 9, 18],
  ['9-18', 9, 18],
  ['8:30-17:30', 8.5, 17.5],
  ['22:00-06:00', 22, 30],
  ['22-6', 22, 30],
  ['09:00-06:00', 9, 30],
  ['00:00-24:00', 0, 24],
  ['0-24', 0, 24],
  ['18:00-00:00', 18, 24],
  ['9 am - 6 pm', 9, 18],
  ['9am-6pm', 9, 18],
  ['9 AM to 6 PM', 9, 18],
  ['from 9 to 18', 9, 18],
  ['9点-18点', 9, 18],
  ['9点到18点', 9, 18],
  ['9时至18时', 9, 18],
  ['上午9点至下午6点', 9, 18],
  ['早上9点到晚上9点', 9, 21],
  ['早9点到晚6点', 9, 18],
  ['早9晚6', 9, 18],
  ['早九晚六', 9, 18],
  ['朝九晚五', 9, 17],
  ['上班时间：9:00-18:00', 9, 18],
  ['с 9 до 18', 9, 18],
  ['с 9:00 до 18:00', 9, 18],
  ['с 9 утра до 6 вечера', 9, 18],
  ['de 9h a 18h', 9, 18],
  ['de 9 a 18 h', 9, 18],
  ['das 9h às 18h', 9, 18],
  ['de 9h à 18h', 9, 18],
  ['9 Uhr bis 18 Uhr', 9, 18],
  ['von 9 bis 18 Uhr', 9, 18],
  ['od 9 do 18', 9, 18],
  ['오전 9시부터 오후 6시까지', 9, 18],
  ['오전 9시-오후 6시', 9, 18],
];

const ASKED: [string, [number, number][]][] = [
  [
    '9-6',
    [
      [9, 18],
      [9, 30],
    ],
  ],
  [
    '9 to 6',
    [
      [9, 18],
      [9, 30],
    ],
  ],
  [
    '9:00-6:00',
    [
      [9, 18],
      [9, 30],
    ],
  ],
  [
    '8:30-5:30',
    [
      [8.5, 17.5],
      [8.5, 29.5],
    ],
  ],
  [
    '10-7',
    [
      [10, 19],
      [10, 31],
    ],
  ],
  [
    '9点到6点',
    [
      [9, 18],
      [9, 30],
    ],
  ],
  [
    'с 9 до 6',
    [
      [9, 18],
      [9, 30],
    ],
  ],
];

const REFUSED: [unknown, string][] = [
  ['', 'empty'],
  [null, 'empty'],
  [9, 'empty'],
  ['9', 'no-span'],
  ['9-9', 'no-span'],
  ['foo', 'no-span'],
  ['09:00', 'no-span'],
  ['9-foo', 'no-span'],
  ['9-25', 'no-such-time'],
  ['25-9', 'no-such-time'],
  ['9:75-18:00', 'no-such-time'],
  ['13 am - 6 pm', 'no-such-time'],
  ['9-18 maybe', 'unknown-word'],
  ['周一 9-18', 'unknown-word'],
  ['9-12, 13-18', 'no-span'],
  ['9'.repeat(100_000), 'too-long'],
];

describe('working hours', () => {
  it.each(HOURS)('%s', (text, from, to) => {
    expect(readWorkHours(text)).toMatchObject({
      kind: 'hours',
      hours: { from: from * 60, to: to * 60 },
    });
    expect(readWorkHours(text.toUpperCase()).kind).toBe('hours');
  });

  it.each(ASKED)('%s is asked', (text, choices) => {
    const read = readWorkHours(text);
    expect(read).toMatchObject({
      kind: 'question',
      choices: choices.map(([from, to]) => ({ from: from * 60, to: to * 60 })),
    });
    // What is offered reads back as what was offered.
    for (const choice of read.kind === 'question' ? read.choices : [])
      expect(readWorkHours(hoursText(choice))).toMatchObject({ kind: 'hours', hours: choice });
  });

  it.each(REFUSED)('%j is refused: %s', (text, why) => {
    expect(readWorkHours(text)).toMatchObject({ kind: 'unreadable', why });
  });

  it('says that a shift ends the next day', () => {
    expect(readWorkHours('22:00-06:00').understood).toEqual({
      messageKey: 'tool.moment.hours.overnight',
      values: { from: '22:00', to: '06:00' },
    });
    expect(readWorkHours('9-18').understood).toEqual({
      messageKey: 'tool.moment.hours.understood',
      values: { from: '09:00', to: '18:00' },
    });
  });

  it.each([
    ['9-12, 13-18', 'no-span', '9-12, 13-18'],
    ['  9  ', 'no-span', '9'],
    ['9-25', 'no-such-time', '9-25'],
    ['9-18 maybe', 'unknown-word', 'maybe'],
    ['', 'empty', ''],
    [null, 'empty', ''],
    [`9-${'1'.repeat(1000)}`, 'too-long', `9-${'1'.repeat(78)}`],
  ])('says of %j why it is none, and which part', (raw, why, text) => {
    expect(readWorkHours(raw).understood).toEqual({
      messageKey: `tool.moment.hours.unreadable.${why}`,
      values: { text },
    });
  });

  it('asks with both spans as they would be written', () => {
    expect(readWorkHours(' 8:30-5:30 ')).toEqual({
      kind: 'question',
      why: 'half',
      choices: [
        { from: 510, to: 1050 },
        { from: 510, to: 1770 },
      ],
      understood: {
        messageKey: 'tool.moment.hours.ask.half',
        values: { text: '8:30-5:30', choices: '08:30-17:30 / 08:30-05:30' },
      },
    });
  });

  it.each([
    // A leading nought is a clock of 24 hours, and so is an hour beyond twelve.
    ['09-06', 9, 30],
    ['9-06', 9, 30],
    ['09:00-6:00', 9, 30],
    ['13:00-6:00', 13, 30],
    ['9 am - 6', 9, 30],
    // Twelve hours on would be no later than the start.
    ['18-6', 18, 30],
    ['12-0', 12, 24],
  ])('%s is not asked', (text, from, to) => {
    expect(readWorkHours(text)).toMatchObject({
      kind: 'hours',
      hours: { from: from * 60, to: to * 60 },
    });
  });

  it('begin before midnight', () => {
    expect(readWorkHours('24:00-06:00')).toMatchObject({ kind: 'unreadable', why: 'no-span' });
    expect(readWorkHours('23:59-06:00')).toMatchObject({ hours: { from: 1439, to: 1800 } });
  });

  it('are written with two figures each, and midnight at the end as 24', () => {
    expect(hoursText({ from: 0, to: 1440 })).toBe('00:00-24:00');
    expect(hoursText({ from: 545, to: 1085 })).toBe('09:05-18:05');
    expect(hoursText({ from: 1320, to: 1800 })).toBe('22:00-06:00');
    expect(hoursText({ from: 1320, to: 1441 })).toBe('22:00-00:01');
  });

  it('up to midnight end on the same day', () => {
    expect(readWorkHours('18-24').understood).toEqual({
      messageKey: 'tool.moment.hours.understood',
      values: { from: '18:00', to: '24:00' },
    });
    expect(readWorkHours('18:00-00:01').understood).toEqual({
      messageKey: 'tool.moment.hours.overnight',
      values: { from: '18:00', to: '00:01' },
    });
  });
});
