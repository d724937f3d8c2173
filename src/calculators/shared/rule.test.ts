import { describe, expect, it } from 'vitest';
import { findValue, lookup, type Rule, type RuleBook } from './rule.ts';

const VALUES = [
  { from: '2026-01-01', to: '2026-03-31', figure: 5 },
  { from: '2026-04-01', to: '2026-04-30', figure: 6 },
  { from: '2026-06-01', to: '2026-06-30', figure: 7 },
];
const known = (i: number) => ({ kind: 'known', value: VALUES[i] });

describe('the value of a day', () => {
  it.each([
    ['2025-12-31', { kind: 'before-first', nearest: '2026-01-01' }],
    ['2026-01-01', known(0)],
    ['2026-03-31', known(0)],
    ['2026-03-31T23:59:59Z', known(0)],
    ['2026-04-01', known(1)],
    ['2026-04-30', known(1)],
    ['2026-05-01', { kind: 'in-gap', nearest: '2026-06-01' }],
    ['2026-05-31', { kind: 'in-gap', nearest: '2026-06-01' }],
    ['2026-06-01T00:00:00Z', known(2)],
    ['2026-06-30', known(2)],
    ['2026-07-01T12:00:00Z', { kind: 'expired', nearest: '2026-06-30' }],
  ])('on %s', (day, wanted) => {
    expect(findValue(VALUES, day)).toEqual(wanted);
  });

  it('holds from ever and for ever where no end is known', () => {
    const open = [
      { from: null, to: '2026-01-31' },
      { from: '2026-02-01', to: null },
    ];
    expect(findValue(open, '1999-01-01')).toEqual({ kind: 'known', value: open[0] });
    expect(findValue(open, '2099-01-01')).toEqual({ kind: 'known', value: open[1] });
  });

  it('is none where there are no values', () => {
    expect(findValue([], '2026-05-01T01:00:00Z')).toEqual({
      kind: 'expired',
      nearest: '2026-05-01',
    });
  });
});

describe('a rule of the book', () => {
  const rule = { id: 'p.t.m', values: VALUES } as unknown as Rule;
  const book: RuleBook = new Map([['p.t.m', rule]]);

  it('is found with the value that held, or with why there is none', () => {
    expect(lookup(book, 'p.t.m', '2026-02-01')).toEqual({ rule, ...known(0) });
    expect(lookup(book, 'p.t.m', '2026-05-02')).toEqual({
      rule,
      kind: 'in-gap',
      nearest: '2026-06-01',
    });
    expect(lookup(book, 'p.t.x', '2026-02-01')).toEqual({ kind: 'no-such-rule', ruleId: 'p.t.x' });
  });
});
