import { describe, expect, it } from 'vitest';
import {
  NO_HOST,
  believable,
  endingCalendars,
  linksOf,
  overdueReviews,
  report,
} from '../../scripts/lib/care.mjs';

describe('the weekly look', () => {
  it('names reviews that are due, the longest overdue first, and on the day itself', () => {
    const rule = (id: string, on: string) => ({ id, confidence: 'official', review: { on } });
    const rules = [rule('b', '2026-11-29'), rule('c', '2026-11-30'), rule('a', '2026-02-01')];
    expect(overdueReviews(rules, '2026-11-29').map(({ id }: { id: string }) => id)).toEqual([
      'a',
      'b',
    ]);
    expect(overdueReviews([{ id: 'never', review: null }], '2026-11-29')).toEqual([]);
  });

  it('names a country whose last year of holidays ends within the days ahead', () => {
    const calendars = [
      { country: 'CN', year: 2025 },
      { country: 'CN', year: 2026 },
      { country: 'RU', year: 2027 },
    ];
    // 120 days before the end of 2026 is 2 September.
    expect(endingCalendars(calendars, '2026-09-02')).toEqual([]);
    expect(endingCalendars(calendars, '2026-09-03')).toEqual([
      { country: 'CN', until: '2026-12-31' },
    ]);
  });

  it('follows what readers can follow, each address once', () => {
    const url = 'https://example.org/a';
    expect(
      linksOf([
        { id: 'one', url, link: true },
        { id: 'two', url, link: true },
        { id: 'mirror', url: 'https://example.org/m', link: false },
        { id: 'book', url: null, link: false },
      ]),
    ).toEqual([{ url, ids: ['one', 'two'] }]);
  });

  it('takes no machine without a network for two hundred dead addresses', () => {
    const dead = Array.from({ length: 12 }, (_, i) => ({
      url: `https://${i}.example/`,
      ids: [`s${i}`],
      why: NO_HOST,
    }));
    expect(believable(dead, 13)).toBe(dead);
    expect(believable(dead, 12)).toEqual([
      { url: 'All 12', ids: ['this machine has no network'], why: 'asked in vain' },
    ]);
    const gone = dead.map((each, i) => (i === 3 ? { ...each, why: 'answers 410' } : each));
    expect(believable(gone, 12)).toBe(gone);
    expect(believable(dead.slice(0, 2), 2)).toHaveLength(2);
  });

  it('says nothing where nothing is due, and what to do where something is', () => {
    const none = { reviews: [], calendars: [], links: [], packages: [] };
    expect(report(none)).toBeNull();
    const text = report({
      ...none,
      links: [{ url: 'https://example.org/a', ids: ['one'], why: 'answers 410' }],
    });
    expect(text).toContain('https://example.org/a (one): answers 410');
    expect(text).not.toContain('packages');
  });
});
