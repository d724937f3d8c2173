import { describe, expect, it } from 'vitest';
import { exact, fromDecimal } from './exact.ts';
import { bounded, isPlainNumber, named, refusal, shown } from './plain-number.ts';

describe('a number nobody had to read', () => {
  it.each([0, 12.5, -1, '0', '12', '12.5', '007.50', ' 12 '])('%j is one', (raw) => {
    expect(isPlainNumber(raw)).toBe(true);
  });

  it.each([
    '',
    '.5',
    '12.',
    '1.2.3',
    '1.x',
    'x1',
    '1,5',
    '-1',
    '+1',
    '1e3',
    '1 2',
    null,
    true,
    [1],
  ])('%j is none', (raw) => {
    expect(isPlainNumber(raw)).toBe(false);
  });
});

describe('bounds', () => {
  const within = (text: string, kind: 'count' | 'decimal' | 'percent', bounds = {}) => {
    const read = bounded(fromDecimal(text), text, kind, bounds);
    return 'problem' in read ? read.problem : 'taken';
  };

  it('of a count are whole numbers up to ten thousand million', () => {
    expect(within('10000000000', 'count')).toBe('taken');
    expect(within('10000000001', 'count')).toBe('too-large');
    expect(within('0.5', 'count')).toBe('fraction');
    expect(within('0', 'count')).toBe('taken');
  });

  it('of a factor and a percentage are a hundred times as high, and take fractions', () => {
    for (const kind of ['decimal', 'percent'] as const) {
      expect(within('1000000000000', kind)).toBe('taken');
      expect(within('1000000000000.5', kind)).toBe('too-large');
      expect(within('0.5', kind)).toBe('taken');
    }
  });

  it('of a field belong to what it takes', () => {
    const bounds = { least: 1, most: 2.5 };
    expect(within('1', 'decimal', bounds)).toBe('taken');
    expect(within('2.5', 'decimal', bounds)).toBe('taken');
    expect(within('0.99', 'decimal', bounds)).toBe('out-of-range');
    expect(within('2.51', 'decimal', bounds)).toBe('out-of-range');
  });

  it('are named in a refusal, and one that is not there is nought or nothing', () => {
    const values = (bounds: object) => bounded(exact(5n), ' 5 ', 'count', bounds);
    expect(values({ least: 6, most: 9 })).toEqual({
      problem: 'out-of-range',
      values: { given: '5', least: 6, most: 9 },
    });
    expect(values({ most: 4 })).toMatchObject({ values: { least: 0, most: 4 } });
    expect(values({ least: 6 })).toMatchObject({ values: { least: 6, most: '' } });
    expect(values({})).toEqual({ value: exact(5n) });
  });
});

describe('what a refusal shows', () => {
  it('is what was given, of a text forty signs, and of a thing its kind', () => {
    expect(shown('a'.repeat(41))).toBe('a'.repeat(40));
    expect(shown(12.5)).toBe('12.5');
    expect([null, undefined, true, [], 1n].map(shown)).toEqual([
      'object',
      'undefined',
      'boolean',
      'object',
      'bigint',
    ]);
    expect(refusal('negative', ' -1 ', { least: 2 })).toEqual({
      problem: 'negative',
      values: { given: '-1', least: 2 },
    });
  });

  it('is three currencies, and dots for more', () => {
    expect(named(['USD'])).toBe('USD');
    expect(named(['A', 'B', 'C'])).toBe('A/B/C');
    expect(named(['A', 'B', 'C', 'D'])).toBe('A/B/C…');
  });
});
