import { describe, expect, it } from 'vitest';
import { readDay, readValue } from './read-value.ts';

describe('a day as people paste it', () => {
  it.each([
    ['2026-12-05', '2026-12-05'],
    ['2026/12/5 23:59', '2026-12-05'],
    ['2026年12月5日', '2026-12-05'],
    ['２０２６-１２-０５', '2026-12-05'],
    ['5.12.2026', '2026-12-05'],
    ['Dec 5, 2026 08:30', '2026-12-05'],
    ['5th of December 2026', '2026-12-05'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
  ])('%s', (raw, iso) => expect(readDay(raw)).toBe(iso));

  it.each(['05/12/2026', '2026-02-30', 'tomorrow', '', '31.04.2026'])(
    'does not guess at %s',
    (raw) => expect(readDay(raw)).toBeNull(),
  );
});

describe('a value as people paste it', () => {
  const of = (type: 'money' | 'number' | 'currency' | 'text', raw: string) =>
    readValue({ type, options: [] }, raw);
  it('reads a choice by its name', () => {
    const options = [
      { id: 'customs', label: { en: 'Customs check', 'zh-CN': '海关查验' }, text: {} as never },
    ];
    expect(readValue({ type: 'choice', options }, '海关查验')).toBe('customs');
    expect(readValue({ type: 'choice', options }, 'own words')).toBe('own words');
  });
  it('leaves text alone but for its ends', () => {
    expect(of('text', ' LED  lamp ')).toBe('LED  lamp');
    expect(of('money', ' $12,50 ')).toBe('$12,50');
    expect(of('currency', 'usd')).toBe('usd');
  });
});
