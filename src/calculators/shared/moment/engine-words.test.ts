import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { parseMoment, readDay } from '../parse-moment.ts';
import { setTemporal } from '../time.ts';

setTemporal(Temporal);

const asOf = '2026-11-21T22:00:00Z';
const LANGUAGES = ['en', 'zh-CN', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'];
const SIZES = { week: 604_800, day: 86_400, hour: 3600, minute: 60, second: 1 };
const units = Object.keys(SIZES) as (keyof typeof SIZES)[];

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const after = (amount: number, unit: keyof typeof SIZES) =>
  Date.parse(asOf) + amount * SIZES[unit] * 1000;
const day = (text: string) => {
  const read = readDay(text, { asOf });
  return read.kind === 'day' ? read.day : read.kind;
};
const moment = (text: string) => {
  const { kind, readings } = parseMoment(text, { zone: 'UTC', asOf });
  return [kind, readings[0]?.at];
};

describe.each(LANGUAGES)('what the engine writes in %s', (language) => {
  it('is read as the day it is: each month, whole and short, each day of the week', () => {
    for (let month = 0; month < 12; month += 1)
      for (let date = 13; date < 20; date += 1)
        for (const dateStyle of ['full', 'long', 'medium'] as const) {
          const ms = Date.UTC(2026, month, date);
          const text = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' }).format(ms);
          expect(day(text), text).toBe(dayOf(ms));
        }
  });

  it('is read as a day from today', () => {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const days of [-2, -1, 0, 1, 2]) {
      const text = words.format(days, 'day');
      expect(day(text), text).toBe(dayOf(after(days, 'day')));
    }
  });

  const figures = new Intl.RelativeTimeFormat(language, { numeric: 'always' });

  it.each(units)('is read as time to come, by the %s', (unit) => {
    for (const amount of [1, 2, 3, 5, 21, 22]) {
      const text = figures.format(amount, unit);
      const at = new Date(after(amount, unit)).toISOString().replace('.000', '');
      expect(moment(text), text).toEqual(['due', at]);
    }
  });

  it.each(units)('is read as time that has passed, by the %s', (unit) => {
    for (const amount of [1, 2, 3, 5, 21, 22]) {
      const text = figures.format(-amount, unit);
      const at = after(-amount, unit);
      // Of days and weeks nobody says at what hour.
      const wanted =
        SIZES[unit] >= SIZES.day
          ? ['bare-date', `${dayOf(at)}T00:00:00Z`]
          : ['moment', new Date(at).toISOString().replace('.000', '')];
      expect(moment(text), text).toEqual(wanted);
    }
  });
});
