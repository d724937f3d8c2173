/** The day of a moment, in figures or in words. */
import { getTemporal } from '../time.ts';
import type { ReadingNote } from './reading.ts';

export const MONTHS: Record<string, number> = {};
[
  'jan|january|янв|января|январь',
  'feb|february|фев|февр|февраля|февраль',
  'mar|march|мар|марта|март',
  'apr|april|апр|апреля|апрель',
  'may|мая|май',
  'jun|june|июн|июня|июнь',
  'jul|july|июл|июля|июль',
  'aug|august|авг|августа|август',
  'sep|sept|september|сен|сент|сентября|сентябрь',
  'oct|october|окт|октября|октябрь',
  'nov|november|ноя|нояб|ноября|ноябрь',
  'dec|december|дек|декабря|декабрь',
].forEach((names, index) => {
  for (const name of names.split('|')) MONTHS[name] = index + 1;
});

export interface Day {
  year: number | null;
  month: number;
  day: number;
  note?: ReadingNote;
}

/** A year of two digits is one of this century: no platform case is older. */
const fullYear = (digits: string): number =>
  digits.length === 2 ? 2000 + Number(digits) : Number(digits);

export function takeDay(text: string, today: Day): { days: Day[]; rest: string } | null {
  const cut = (match: RegExpExecArray) =>
    `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  const one = (match: RegExpExecArray, year: number | null, month: number, day: number) => ({
    days: [{ year, month, day }],
    rest: cut(match),
  });

  const hanzi = /(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?/.exec(text);
  if (hanzi)
    return one(hanzi, hanzi[1] ? Number(hanzi[1]) : null, Number(hanzi[2]), Number(hanzi[3]));

  const ymd = /(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/.exec(text);
  if (ymd) return one(ymd, Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));

  const dotted = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)(?:\s?г\.?)?/.exec(text);
  if (dotted) return one(dotted, fullYear(dotted[3] ?? ''), Number(dotted[2]), Number(dotted[1]));

  const slashed = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[3])];
    const year = fullYear(slashed[4] ?? '');
    const rest = cut(slashed);
    const dayFirst: Day = { year, month: second, day: first, note: 'day-first' };
    const monthFirst: Day = { year, month: first, day: second, note: 'month-first' };
    if (first === second) return { days: [{ year, month: first, day: second }], rest };
    if (first > 12) return { days: [{ year, month: second, day: first }], rest };
    if (second > 12) return { days: [{ year, month: first, day: second }], rest };
    return { days: [dayFirst, monthFirst], rest };
  }

  const month = '(\\p{L}{3,9})\\.?';
  const monthFirst = new RegExp(
    `(?<!\\p{L})${month}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:)(?:\\s*,?\\s*(\\d{4})(?!\\d))?`,
    'giu',
  );
  const dayFirst = new RegExp(
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*(?:of\\s+)?${month}(?:[\\s,-]*(\\d{4})(?!\\d)(?:\\s*(?:года|г\\.?))?)?`,
    'giu',
  );
  for (const [pattern, nameAt, dayAt] of [
    [dayFirst, 2, 1],
    [monthFirst, 1, 2],
  ] as const) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const number = MONTHS[(match[nameAt] ?? '').toLowerCase()];
      if (number)
        return one(match, match[3] ? Number(match[3]) : null, number, Number(match[dayAt]));
    }
  }

  const words: [RegExp, number][] = [
    [/(?<!\p{L})(?:today|сегодня)(?!\p{L})|今天|今日/iu, 0],
    [/(?<!\p{L})(?:yesterday|вчера)(?!\p{L})|昨天|昨日/iu, -1],
  ];
  for (const [pattern, shift] of words) {
    const match = pattern.exec(text);
    if (!match) continue;
    const date = getTemporal()
      .PlainDate.from({ year: today.year ?? 1970, month: today.month, day: today.day })
      .add({ days: shift });
    return one(match, date.year, date.month, date.day);
  }
  return null;
}
