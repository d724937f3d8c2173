import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { parseMoment } from './parse-moment.ts';
import { setTemporal } from './time.ts';

setTemporal(Temporal);
const context = { zone: 'America/Los_Angeles', asOf: '2026-11-21T22:00:00Z' };
const parse = (text: unknown) => parseMoment(text, context);

const MOMENTS: [string, string][] = [
  ['2026-11-21T07:15:00Z', '2026-11-21T07:15:00Z'],
  ['2026-11-20T23:15:00-08:00', '2026-11-21T07:15:00Z'],
  ['2026-11-20T23:15:00-08:00[America/Los_Angeles]', '2026-11-21T07:15:00Z'],
  ['20261120T231500Z', '2026-11-20T23:15:00Z'],
  ['2026-11-20 23:15', '2026-11-21T07:15:00Z'],
  ['2026-11-20T23:15', '2026-11-21T07:15:00Z'],
  ['2026/11/20 23:15:30', '2026-11-21T07:15:30Z'],
  ['2026.11.20 08:05', '2026-11-20T16:05:00Z'],
  ['Nov 20, 2026 11:15 PM PST', '2026-11-21T07:15:00Z'],
  ['Nov 20 2026, 23:15 PST', '2026-11-21T07:15:00Z'],
  ['July 20, 2026 11:15 p.m. PDT', '2026-07-21T06:15:00Z'],
  ['20-Nov-2026 23:15', '2026-11-21T07:15:00Z'],
  ['3 Mar 2026 5pm', '2026-03-04T01:00:00Z'],
  ['Fri, 20 Nov 2026 23:15:00 GMT', '2026-11-20T23:15:00Z'],
  ['11/20/2026 11:15:03 PM', '2026-11-21T07:15:03Z'],
  ['20.11.2026 23:15', '2026-11-21T07:15:00Z'],
  ['20 ноября 2026 г. 23:15 МСК', '2026-11-20T20:15:00Z'],
  ['2026-11-20 23:15 по московскому времени, MSK', '2026-11-20T20:15:00Z'],
  ['2026年11月20日 23:15', '2026-11-21T07:15:00Z'],
  ['2026年11月20日下午11点15分', '2026-11-21T07:15:00Z'],
  ['2026年11月20日 晚上11:15 北京时间', '2026-11-20T15:15:00Z'],
  ['２０２６年１１月２０日　２３：１５', '2026-11-21T07:15:00Z'],
  ['纠纷开启时间：2026-11-20 23:15:00（美西时间）', '2026-11-21T07:15:00Z'],
  ['Dispute opened on Nov 20, 2026 at 11:15 PM (PST)', '2026-11-21T07:15:00Z'],
  ['2026-11-20 23:15 GMT+8', '2026-11-20T15:15:00Z'],
  ['2026-11-20 23:15 UTC+05:30', '2026-11-20T17:45:00Z'],
  ['2026-11-20 23:15 +0800', '2026-11-20T15:15:00Z'],
  ['2026-11-20 24:00', '2026-11-21T08:00:00Z'],
  ['yesterday 23:15', '2026-11-21T07:15:00Z'],
  ['今天 09:30', '2026-11-21T17:30:00Z'],
  ['2026-11-01 01:30 PST', '2026-11-01T09:30:00Z'],
  ['2026-11-01 01:30 PDT', '2026-11-01T08:30:00Z'],
  ['29 Feb 2028 12:00 UTC', '2028-02-29T12:00:00Z'],
];

const COUNTDOWNS: [string, string][] = [
  ['4天12小时', '2026-11-26T10:00:00Z'],
  ['4d 12h left', '2026-11-26T10:00:00Z'],
  ['4 days 12 hours remaining', '2026-11-26T10:00:00Z'],
  ['剩余4天12小时30分', '2026-11-26T10:30:00Z'],
  ['４天１２小时', '2026-11-26T10:00:00Z'],
  ['4天 12:30:15', '2026-11-26T10:30:15Z'],
  ['осталось 4 дня 12 часов', '2026-11-26T10:00:00Z'],
  ['12h', '2026-11-22T10:00:00Z'],
  ['1 week', '2026-11-28T22:00:00Z'],
  ['0天0小时', '2026-11-21T22:00:00Z'],
];

const QUESTIONS: [string, string, string[]][] = [
  ['03/04/2026', 'day-or-month', ['2026-03-04T08:00:00Z', '2026-04-03T07:00:00Z']],
  ['03/04/2026 10:00', 'day-or-month', ['2026-03-04T18:00:00Z', '2026-04-03T17:00:00Z']],
  ['2026-11-20 23:15 CST', 'zone', ['2026-11-20T15:15:00Z', '2026-11-21T05:15:00Z']],
  ['2026-11-20 09:00-10:00', 'span', ['2026-11-20T17:00:00Z', '2026-11-20T19:00:00Z']],
  ['2026-11-20 09:00-10', 'span', ['2026-11-20T17:00:00Z', '2026-11-20T19:00:00Z']],
  ['2026-11-01 01:30', 'repeated-hour', ['2026-11-01T08:30:00Z', '2026-11-01T09:30:00Z']],
  ['2026-03-08 02:30', 'skipped-hour', ['2026-03-08T09:30:00Z', '2026-03-08T10:30:00Z']],
  ['Jul 20, 2026 11:15 PM PST', 'season', ['2026-07-21T06:15:00Z', '2026-07-21T07:15:00Z']],
  ['11月20日 23:15', 'year', ['2026-11-21T07:15:00Z', '2027-11-21T07:15:00Z']],
  ['11-25 23:15', 'year', ['2026-11-26T07:15:00Z', '2025-11-26T07:15:00Z']],
];

const UNREADABLE: [unknown, string][] = [
  ['', 'empty'],
  ['   ', 'empty'],
  [null, 'empty'],
  [42, 'empty'],
  ['hello', 'no-date'],
  ['2026-02-30 10:00', 'no-such-day'],
  ['2027-02-29', 'no-such-day'],
  ['2026-11-20 25:00', 'no-such-time'],
  ['2026-11-20 23:75', 'no-such-time'],
  ['2026-11-20 13:15 AM', 'no-such-time'],
  ['2026-11-20 23:15 - 2026-11-25', 'more-than-one'],
  ['2026-11-20 09:00 - 10:00', 'more-than-one'],
  ['2026-11-20 23:15:00 08:00', 'more-than-one'],
  ['2026-11-20 8am-9am', 'more-than-one'],
  ['order 8123456789 2026-11-20 23:15', 'more-than-one'],
  ['2 hours before 2026-11-20 23:15', 'more-than-one'],
  ['after 2026-11-20 23:15', 'unknown-word'],
  ['the day before 2026-11-20', 'unknown-word'],
  ['2026-11-20 23:15 +3 days', 'unknown-word'],
  ['2026-11-20 23:15 foobar', 'unknown-word'],
  ['not 2026-11-20 23:15', 'unknown-word'],
  ['-271821-04-20T00:00:00Z', 'out-of-range'],
  ['+275760-09-13T00:00:00Z', 'out-of-range'],
  ['9999-12-31T23:59:59Z', 'out-of-range'],
  ['2201-01-01 10:00', 'out-of-range'],
  ['9999999 days', 'out-of-range'],
  ['x'.repeat(100_000), 'too-long'],
  ['2026-11-20 XYZ', 'unknown-word'],
  ['2026-11-20 23:15 XYZ', 'unknown-zone'],
  ['2026-11-20 23:15 UTC+20', 'unknown-zone'],
  ['1234-11-20 23:15', 'out-of-range'],
  ['8123456789012345678', 'no-date'],
  ['x'.repeat(500), 'too-long'],
];

describe('a pasted moment', () => {
  it.each(MOMENTS)('%s', (text, at) => {
    const parsed = parse(text);
    expect(parsed.kind).toBe('moment');
    expect(parsed.readings.map((reading) => reading.at)).toEqual([at]);
    expect(parsed.understood).toMatchObject({ values: { at } });
  });

  it.each(COUNTDOWNS)('the countdown %s', (text, at) => {
    const parsed = parse(text);
    expect(parsed.kind).toBe('due');
    expect(parsed.readings[0]?.at).toBe(at);
  });

  it.each(QUESTIONS)('asks about %s: %s', (text, why, readings) => {
    const parsed = parse(text);
    expect(parsed).toMatchObject({ kind: 'ambiguous', why });
    expect(parsed.readings.map((reading) => reading.at)).toEqual(readings);
  });

  it.each(UNREADABLE)('cannot read %j: %s', (text, why) => {
    expect(parse(text)).toMatchObject({ kind: 'unreadable', why, readings: [] });
  });

  it('reads a bare day as its first and last second', () => {
    for (const text of [
      '2026-11-20',
      'Nov 20, 2026',
      '2026年11月20日',
      '20.11.2026',
      '20/11/2026',
    ]) {
      const parsed = parse(text);
      expect(parsed.kind).toBe('bare-date');
      expect(parsed.readings.map((reading) => reading.at)).toEqual([
        '2026-11-20T08:00:00Z',
        '2026-11-21T07:59:59Z',
      ]);
    }
  });

  it('never throws, and always says something', () => {
    const pieces = fc.constantFrom(
      ...[
        '2026',
        '-',
        '/',
        '.',
        ':',
        ' ',
        '11',
        '20',
        '31',
        '99',
        '年',
        '月',
        '日',
        '天',
        'h',
        'PM',
      ],
      ...[
        'PST',
        'CST',
        'Nov',
        '+08:00',
        'T',
        'Z',
        '下午',
        '[Asia/Shanghai]',
        'left',
        '\u202e',
        '＋',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const parsed = parse(text);
          expect(parsed.understood.messageKey).toMatch(/^tool\.deadline-planner\.moment\./);
          expect(parsed.readings.length === 0).toBe(parsed.kind === 'unreadable');
          const instants = parsed.readings.map((reading) => reading.at);
          const now = Date.parse(context.asOf);
          const nearest = (a: string, b: string) =>
            Math.abs(Date.parse(a) - now) - Math.abs(Date.parse(b) - now);
          const yearless = parsed.readings.some((one) => /year$/.test(one.notes.join()));
          if (parsed.kind !== 'ambiguous' || !/year|day-or-month/.test(parsed.why))
            expect([...instants].sort()).toEqual(instants);
          else if (yearless) expect([...instants].sort(nearest)).toEqual(instants);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('reads an instant as this site writes it like any other writing of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('1970-01-01'), max: Date.parse('2200-12-31') }),
        (ms) => {
          const at = new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000', '');
          // In small letters it is read word by word.
          const words = parse(at.toLowerCase());
          const { values } = words.understood;
          expect(parse(at)).toEqual({
            ...words,
            understood: { ...words.understood, values: { ...values, text: at } },
          });
        },
      ),
    );
    for (const none of ['2026-02-30T10:00:00Z', '2026-11-21T24:00:00Z', '2026-11-21T10:60:00Z'])
      expect({ ...parse(none), understood: null }).toEqual({
        ...parse(none.toLowerCase()),
        understood: null,
      });
  });

  it('reads back every instant it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2035-01-01') }),
        fc.constantFrom('Asia/Shanghai', 'Europe/Moscow', 'America/Los_Angeles', 'UTC'),
        (ms, zone) => {
          const at = new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000', '');
          const parsed = parseMoment(at, { ...context, zone });
          expect(parsed.readings[0]?.at).toBe(at);
        },
      ),
    );
  });
});
