import { describe, expect, it } from 'vitest';
import { readDay } from '../shared/parse-moment.ts';
import { readDate, readValue } from './read-value.ts';

const NOW = { today: '2026-11-29', read: readDay };
const UNKNOWN = { today: null, read: readDay };
const ahead = { tense: null };

describe('a day as people write it', () => {
  it.each([
    ['2026-12-05', '2026-12-05'],
    ['2026/12/5 23:59', '2026-12-05'],
    ['2026年12月5日', '2026-12-05'],
    ['２０２６-１２-０５', '2026-12-05'],
    ['5.12.2026', '2026-12-05'],
    ['5 декабря 2026', '2026-12-05'],
    ['Dec 5, 2026 08:30', '2026-12-05'],
    ['5th of December 2026', '2026-12-05'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['12月5日', '2026-12-05'],
    ['1月5日', '2027-01-05'],
    ['明天', '2026-11-30'],
    ['завтра', '2026-11-30'],
    ['tomorrow', '2026-11-30'],
    ['3天后', '2026-12-02'],
    ['+3d', '2026-12-02'],
    ['in 3 days', '2026-12-02'],
    ['через 3 дня', '2026-12-02'],
  ])('%s', (raw, day) => expect(readDate(ahead, raw, NOW)).toMatchObject({ kind: 'day', day }));

  it('looks back for what has happened', () => {
    expect(readDate({ tense: 'past' }, '1月5日', NOW)).toMatchObject({ day: '2026-01-05' });
    expect(readDate({ tense: 'past' }, '3天前', NOW)).toMatchObject({ day: '2026-11-26' });
  });

  it('asks where two days can be meant', () => {
    const read = readDate(ahead, '05/12/2026', NOW);
    expect(read.kind === 'question' && read.choices.map(({ day }) => day)).toEqual([
      '2026-05-12',
      '2026-12-05',
    ]);
  });

  it.each(['2026-02-30', 'soon', '', '31.04.2026'])('does not guess at %s', (raw) =>
    expect(readDate(ahead, raw, NOW).kind).toBe('unreadable'),
  );

  it('reads no words where it does not know the day', () => {
    expect(readDate(ahead, 'tomorrow', UNKNOWN).kind).toBe('unreadable');
    expect(readDate(ahead, '12月5日', UNKNOWN).kind).toBe('unreadable');
    expect(readDate(ahead, '2026-12-05', UNKNOWN)).toMatchObject({ day: '2026-12-05' });
  });
});

describe('a value as people paste it', () => {
  const of = (type: 'money' | 'number' | 'currency' | 'text', raw: string) =>
    readValue({ type, options: [], tense: null }, raw, NOW);
  it('reads a choice by its name', () => {
    const options = [
      { id: 'customs', label: { en: 'Customs check', 'zh-CN': '海关查验' }, text: {} as never },
    ];
    expect(readValue({ type: 'choice', options, tense: null }, '海关查验', NOW)).toBe('customs');
    expect(readValue({ type: 'choice', options, tense: null }, 'own words', NOW)).toBe('own words');
  });
  it('leaves text alone but for its ends', () => {
    expect(of('text', ' LED  lamp ')).toBe('LED  lamp');
    expect(of('money', ' $12,50 ')).toBe('$12,50');
    expect(of('currency', 'usd')).toBe('usd');
  });
});
