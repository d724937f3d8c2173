import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { createGuard, type GuardParts, type GuardRule } from './index.ts';
import type { GuardInput } from './rule.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const rule = content.collection<GuardRule>('guards').get('past-promise') as GuardRule;
const parts = content.collection<GuardParts>('guard-parts').get('shared') as GuardParts;
const check = createGuard([rule], parts);

/** The days of a text that are promised and over. */
const over = (text: string, today: string | null, more: Partial<GuardInput> = {}) =>
  check({ platform: 'aliexpress', language: 'en', gloss: 'en', text, today, ...more })
    .flatMap(({ places }) => places)
    .map(({ start, end }) => text.slice(start, end));
const NOVEMBER = '2026-11-29';
const isOver = (text: string, more: Partial<GuardInput> = {}) =>
  over(text, NOVEMBER, more).length > 0;

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe('a feast whose day is reckoned', () => {
  // Days of the calendar as printed: Easter Sunday of the western churches.
  it.each(
    (
      '2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23 ' +
      '2009-04-12 2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 ' +
      '2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 ' +
      '2027-03-28 2028-04-16 2029-04-01 2030-04-21 2035-03-25 2038-04-25 2049-04-18 2076-04-19'
    ).split(' '),
  )('Easter is on %s, and over the day after', (day) => {
    const text = `The money will reach you before Easter ${day.slice(0, 4)}.`;
    expect(over(text, day)).toEqual([]);
    expect(over(text, dayAfter(day))).toEqual([`Easter ${day.slice(0, 4)}`]);
  });

  // The Friday after Thanksgiving, the fourth Thursday of November.
  it.each(
    '2018-11-23 2019-11-29 2020-11-27 2021-11-26 2022-11-25 2023-11-24 2024-11-29 2026-11-27'.split(
      ' ',
    ),
  )('Black Friday is on %s, and over the day after', (day) => {
    const text = `The money will reach you before Black Friday ${day.slice(0, 4)}.`;
    expect(over(text, day)).toEqual([]);
    expect(over(text, dayAfter(day))).toEqual([`Black Friday ${day.slice(0, 4)}`]);
  });
});

describe('a day without a year', () => {
  it.each([
    ['Christmas', '2026-12-25', '2026-12-26'],
    ['Christmas', '2026-06-26', '2026-01-10'],
    ["New Year's Day", '2027-01-01', '2027-01-02'],
    ["Valentine's Day", '2026-11-29', '2026-02-15'],
    ['Halloween', '2026-10-31', '2026-11-01'],
    ["Singles' Day", '2026-11-11', '2026-11-12'],
    ["Women's Day", '2026-10-01', '2026-08-01'],
    ['Easter', '2026-11-29', '2026-05-01'],
    ['Black Friday', '2026-11-27', '2027-01-10'],
  ])('is the nearest: %s is ahead on %s and over on %s', (feast, ahead, behind) => {
    const text = `We will refund you before ${feast}.`;
    expect(over(text, ahead)).toEqual([]);
    expect(over(text, behind)).toEqual([feast]);
  });

  it.each([
    ['5 January', '2026-11-29', '2026-02-01'],
    ['20 December', '2026-12-20', '2026-01-10'],
    ['1 June', '2026-12-15', '2026-11-15'],
    ['November 28', '2026-11-28', '2026-11-29'],
    // A day that three years in a row have not got is none; a leap year has it.
    ['29 February', '2026-03-10', '2024-03-01'],
  ])('%s is ahead on %s and over on %s', (day, ahead, behind) => {
    const text = `We will refund you by ${day} here.`;
    expect(over(text, ahead)).toEqual([]);
    expect(over(text, behind)).toEqual([day]);
  });

  it('may be written either way in figures, and is over where it is over in both', () => {
    expect(over('We will send it by 10/11.', NOVEMBER)).toEqual(['10/11']);
    expect(over('We will send it by 10/12.', NOVEMBER)).toEqual([]);
    expect(over('We will send it by 12/10.', NOVEMBER)).toEqual([]);
    expect(over('We will send it by 13/11.', NOVEMBER)).toEqual(['13/11']);
    expect(over('We will send it by 11/13.', NOVEMBER)).toEqual(['11/13']);
    expect(over('We will send it by 13/13.', NOVEMBER)).toEqual([]);
  });
});

describe('a day with its year', () => {
  it.each([
    ['1 November 2026', '2026-11-01'],
    ['1st of November, 2026', '2026-11-01'],
    ['November 1, 2026', '2026-11-01'],
    ['2026-11-01', '2026-11-01'],
    ['2026/1/31', '2026-01-31'],
    ['31.12.2026', '2026-12-31'],
    // The later of what it may mean.
    ['10.11.2026', '2026-11-10'],
    ['11.10.2026', '2026-11-10'],
    // What names no day is over with its last one.
    ['October 2026', '2026-10-31'],
    ['February 2028', '2028-02-29'],
    ['2025', '2025-12-31'],
    ['the end of 2025', '2025-12-31'],
  ])('%s is over the day after %s', (written, day) => {
    const text = `We will refund you by ${written}.`;
    expect(over(text, day)).toEqual([]);
    expect(over(text, dayAfter(day))).toHaveLength(1);
  });

  it.each(['31 November 2026', '2026-02-30', '0 November 2026', '2026-13-01'])(
    '%s is no day',
    (written) => {
      expect(isOver(`We will refund you, and that on ${written}.`)).toBe(false);
    },
  );

  it('is pointed at as it was typed, and is none where nobody knows the day', () => {
    expect(over('We will refund you by １ November ２０２６.', NOVEMBER)).toEqual([
      '１ November ２０２６',
    ]);
    expect(over('We will refund you by 1 November 2026.', null)).toEqual([]);
  });
});

const DAY = '1 November 2026';
/** Whether a sentence promises something for a day that is over. */
const sentences: readonly (readonly [text: string, isPromise: boolean])[] = [
  [`We will refund you on ${DAY}.`, true],
  [`We sent it on ${DAY}.`, false],
  // By which something is called.
  [`We will refund your order of ${DAY}.`, false],
  [`We will refund you the order from ${DAY}.`, false],
  // A deadline is one without a verb; a day is not.
  [`Refund by ${DAY}.`, true],
  [`Refund on ${DAY}.`, false],
  [`Refund before ${DAY}, thank you.`, true],
  [`${DAY}: we will refund you, which was fair.`, true],
  // The verb before it counts, the nearest first; else the one behind it.
  [`We will refund what you bought ${DAY}.`, false],
  [`What you bought we will refund ${DAY}.`, true],
  [`${DAY} we will refund you.`, true],
  [`${DAY} you bought it and we will refund you.`, false],
  [`We will refund ${DAY} what you bought.`, true],
  // A clause of little but the day belongs to what follows it, else to what stands before.
  [`On ${DAY}, we will refund you.`, true],
  [`Then ${DAY}, we will refund you.`, true],
  [`Maybe ${DAY}, we will refund you.`, false],
  [`You wrote to us, on ${DAY}, we will refund you.`, true],
  [`We will refund you, on ${DAY}, you wrote to us.`, false],
  [`We will refund you, on ${DAY}.`, true],
  [`You wrote to us, we will refund you, on ${DAY}.`, true],
  [`We will refund you, you wrote to us, on ${DAY}.`, false],
  [`On ${DAY}, thank you.`, false],
  // Of “yesterday” only words before it speak.
  ['We will refund you yesterday.', true],
  ['Yesterday we will refund you.', false],
  ['Yesterday, we will refund you.', false],
  ['By yesterday we will refund you.', true],
  ['By yesterday, we will refund you.', true],
  ['We will refund you by yesterday.', true],
  ['You wrote yesterday and we will refund you.', false],
  // Another sentence says nothing.
  [`We will refund you. The day is ${DAY}.`, false],
  [`The day is ${DAY}. We will refund you.`, false],
];

describe('a promise', () => {
  it.each(sentences)('%s → %s', (text, isPromise) => {
    expect(isOver(text)).toBe(isPromise);
  });

  it.each([...',:、()«»“”"–—'])('ends with its clause at %s', (sign) => {
    expect(isOver(`Parcel ${DAY}${sign} we will refund you.`)).toBe(false);
    expect(isOver(`We will refund you${sign} parcel ${DAY}.`)).toBe(false);
    expect(isOver(`Parcel ${DAY} we will refund you.`)).toBe(true);
  });

  it('is looked for 240 signs before and behind the day', () => {
    const so = 'so ';
    expect(isOver(`We will refund ${so.repeat(76)}${DAY}.`)).toBe(true);
    expect(isOver(`We will refund ${so.repeat(77)}${DAY}.`)).toBe(false);
    expect(isOver(`${DAY} ${so.repeat(77)}we will refund.`)).toBe(true);
    expect(isOver(`${DAY} ${so.repeat(78)}we will refund.`)).toBe(false);
  });

  it('is undone by a told verb anywhere in a clause of Chinese, by the nearest elsewhere', () => {
    const zh = { language: 'zh-CN' };
    expect(isOver('我们会在11月1日退款。', zh)).toBe(true);
    expect(isOver('你下单的商品我们会在11月1日退款。', zh)).toBe(false);
    expect(isOver('你下单的商品，我们会在11月1日退款。', zh)).toBe(true);
    expect(isOver('What you bought and we will refund on 1 November 2026.')).toBe(true);
  });

  it('in figures is read by words of the text’s language, of English and of other letters', () => {
    const text = 'Zwrócimy pieniądze do 2026-11-01.';
    expect(isOver(text, { language: 'pl' })).toBe(true);
    expect(isOver(text, { language: 'fr' })).toBe(false);
    expect(isOver('We will refund you by 2026-11-01.', { language: 'fr' })).toBe(true);
    expect(isOver('Мы вернём деньги до 2026-11-01.', { language: 'fr' })).toBe(true);
  });

  it('in words is read in the languages asked for', () => {
    const text = `We will refund you by ${DAY}.`;
    expect(isOver(text, { language: 'fr' })).toBe(true);
    expect(isOver(text, { language: 'fr', languages: ['de'] })).toBe(false);
    expect(isOver(text, { language: 'fr', languages: ['en'] })).toBe(true);
    expect(isOver(text, { languages: [] })).toBe(true);
  });

  it('in a field is every day by which something was to be done, told of or not', () => {
    const told = `You asked for it before ${DAY}.`;
    expect(isOver(told)).toBe(false);
    expect(isOver(told, { field: true })).toBe(true);
    expect(isOver(`You asked for it on ${DAY}.`, { field: true })).toBe(false);
    const zh = { language: 'zh-CN' };
    expect(isOver('你11月1日之前下单', zh)).toBe(false);
    expect(isOver('你11月1日之前下单', { ...zh, field: true })).toBe(true);
    expect(isOver('你11月1日下单', { ...zh, field: true })).toBe(false);
  });
});
