import { describe, expect, it } from 'vitest';
import { readDay } from './parse-moment.ts';
import { isPlainDay, readPlainDay } from './plain-day.ts';

const context = { today: '2026-11-28', direction: 'future' } as const;

describe('a plain day', () => {
  it.each([
    '2026-12-05',
    ' 2026-12-05 ',
    '２０２６-１２-０５',
    '1970-01-01',
    '2200-12-31',
    '2028-02-29',
  ])('%s is read as the reader of words reads it', (raw) => {
    const read = readPlainDay(raw, context);
    expect(read.kind).toBe('day');
    expect(read).toEqual(readDay(raw, context));
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-12-32', '1969-12-31', '2201-01-01', ''])(
    '%s is left to the reader of words, which says what is wrong with it',
    (raw) => {
      expect(isPlainDay(raw)).toBe(false);
      expect(readPlainDay(raw, context).kind).toBe('unreadable');
      expect(readDay(raw, context).kind).toBe('unreadable');
    },
  );

  it.each(['tomorrow', '12月5日', '5.12.2026', '2026-12-5', null, 20261205])('%s is none', (raw) =>
    expect(readPlainDay(raw, context)).toMatchObject({ kind: 'unreadable', why: 'no-date' }),
  );
});
