import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { dataFrom } from './tool.ts';
import { warnTransit, type TransitInput, type TransitResult } from './transit.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const caps = {
  rule: 'aliexpress.shipping.promised-cap',
  ruleByCountry: { RU: 'aliexpress.shipping.promised-cap-russia' },
};
const warn = (input: TransitInput) => warnTransit(input, data.calendars, data.rules, caps);
const ok = (input: TransitInput): TransitResult => {
  const result = warn(input);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
};

describe('holidays on the way', () => {
  it('names Golden Week at the sending end and what is left of the promise', () => {
    const result = ok({ dispatchDate: '2026-09-28', country: 'DE', promisedDays: 15 });
    expect(result.promisedDate).toBe('2026-10-13');
    expect(result.holidays).toMatchObject([
      { country: 'CN', end: 'origin', from: '2026-10-01', to: '2026-10-07', workingDaysLost: 5 },
    ]);
    expect(result).toMatchObject({
      daysLost: 5,
      mustTravelWithin: 10,
      verdict: 'at-risk',
      survives: null,
      script: 'holiday-delay',
    });
    expect(result.advice.map((advice) => advice.id)).toContain('dispatch-before-the-holiday');
  });

  it('never says to send before a holiday that has begun', () => {
    const dates = (dispatchDate: string) =>
      ok({ dispatchDate, country: 'RU', promisedDays: 20 }).advice.flatMap(({ id, values }) =>
        id === 'dispatch-before-the-holiday' ? [values['date']] : [],
      );
    expect(dates('2026-10-03')).toEqual([]);
    expect(dates('2026-10-01')).toEqual([]);
    // The 25th is free itself; the next holiday begins on 1 October.
    expect(dates('2026-09-25')).toEqual(['2026-10-01']);
    expect(dates('2026-09-30')).toEqual(['2026-10-01']);
  });

  it('decides where the usual time of the line is known', () => {
    const base = { dispatchDate: '2026-09-28', country: 'DE', promisedDays: 15 };
    expect(ok({ ...base, usualDays: 10 })).toMatchObject({ verdict: 'holds', survives: true });
    expect(ok({ ...base, usualDays: 11 })).toMatchObject({ verdict: 'broken', survives: false });
  });

  it('counts a day on which both ends rest once', () => {
    const result = ok({ dispatchDate: '2025-12-29', country: 'RU', promisedDays: 14 });
    // Russia: 31 Dec 2025, 1, 2, 5 to 9 January; China: 1 and 2 January are already among them.
    expect(result.daysLost).toBe(8);
    expect(result.holidays.map((span) => [span.country, span.from, span.to])).toEqual([
      ['RU', '2025-12-31', '2026-01-11'],
      ['CN', '2026-01-01', '2026-01-03'],
    ]);
  });

  it('is clear where nothing rests', () => {
    expect(ok({ dispatchDate: '2026-07-06', country: 'GB', promisedDays: 10 })).toMatchObject({
      verdict: 'clear',
      survives: true,
      daysLost: 0,
      script: null,
    });
  });

  it('takes the cap of the country where the order page is silent', () => {
    expect(ok({ dispatchDate: '2025-03-03', country: 'RU' })).toMatchObject({
      promisedDays: 90,
      promisedFrom: 'rule',
      ruleId: 'aliexpress.shipping.promised-cap-russia',
    });
  });

  it('says so where no plan is published', () => {
    const result = ok({ dispatchDate: '2026-12-20', country: 'US', promisedDays: 30 });
    expect(result.verdict).toBe('unknown');
    expect(result.survives).toBeNull();
    expect(result.planMissing).toEqual([{ country: 'CN', year: 2027 }]);
  });

  it('gives the advice that goes with each verdict, with its days', () => {
    // 20 December 2025 to 1 January 2026. Britain rests on 25 and 26 December and 1 January, China on 1 January.
    const base = { dispatchDate: '2025-12-20', country: 'GB', promisedDays: 12 };
    const open = ok(base);
    expect(open).toMatchObject({
      promisedDate: '2026-01-01',
      promisedFrom: 'order-page',
      ruleId: null,
      usedRules: [],
      daysLost: 3,
      mustTravelWithin: 9,
      verdict: 'at-risk',
    });
    expect(
      open.holidays
        .map(({ country, end, from, to, workingDaysLost, official, names }) =>
          [country, end, from, to, workingDaysLost, official, ...names.map(({ en }) => en)].join(
            ' ',
          ),
        )
        .sort(),
    ).toEqual([
      "CN origin 2026-01-01 2026-01-01 1 true New Year's Day",
      'GB destination 2025-12-25 2025-12-28 2 false Christmas Day Boxing Day',
      "GB destination 2026-01-01 2026-01-01 1 false New Year's Day",
    ]);
    expect(open.advice).toEqual([
      { id: 'compare-with-your-line', values: { days: 9 } },
      { id: 'tell-the-buyer-before-dispatch', values: {} },
    ]);
    const holds = ok({ ...base, usualDays: 9 });
    expect(holds).toMatchObject({ verdict: 'holds', script: null });
    expect(holds.advice).toEqual([{ id: 'promise-holds', values: { days: 9 } }]);
    const broken = ok({ ...base, usualDays: 10 });
    expect(broken).toMatchObject({ verdict: 'broken', survives: false, script: 'holiday-delay' });
    expect(broken.advice).toEqual([
      { id: 'raise-the-promise-before-dispatch', values: { days: 3 } },
      { id: 'tell-the-buyer-before-dispatch', values: {} },
      { id: 'extend-before-the-period-ends', values: {} },
    ]);
    const clear = ok({
      dispatchDate: '2026-07-06',
      country: 'GB',
      promisedDays: 10,
      usualDays: 10,
    });
    expect(clear.verdict).toBe('clear');
    expect(clear.advice).toEqual([{ id: 'no-holiday-in-the-way', values: {} }]);
    expect(
      ok({ dispatchDate: '2026-07-06', country: 'GB', promisedDays: 10, usualDays: 11 }).verdict,
    ).toBe('broken');
  });

  it('is broken where rest takes every day, whatever the line', () => {
    expect(ok({ dispatchDate: '2026-10-01', country: 'GB', promisedDays: 1 })).toMatchObject({
      daysLost: 2,
      mustTravelWithin: 0,
      verdict: 'broken',
      survives: false,
    });
  });

  it('says to send first only within a week of the holiday, once for days of one name', () => {
    const soon = (dispatchDate: string) =>
      ok({ dispatchDate, country: 'CA', promisedDays: 15 }).advice.filter(
        ({ id }) => id === 'dispatch-before-the-holiday',
      );
    // The Dragon Boat Festival is on Friday 19 June 2026.
    expect(soon('2026-06-12')).toEqual([
      { id: 'dispatch-before-the-holiday', values: { date: '2026-06-19' } },
    ]);
    expect(soon('2026-06-11')).toEqual([]);
    const golden = ok({ dispatchDate: '2025-09-29', country: 'JP', promisedDays: 12 });
    expect(golden.holidays[0]).toMatchObject({ from: '2025-10-01', to: '2025-10-08' });
    expect(golden.holidays[0]?.names).toHaveLength(1);
    expect(golden.holidays[0]?.workingDaysLost).toBe(6);
  });

  it('looks at one end only where both are the same', () => {
    const home = ok({ dispatchDate: '2026-09-28', country: 'cn', promisedDays: 15 });
    expect(home.holidays.map(({ end }) => end)).toEqual(['destination']);
    expect(home.daysLost).toBe(5);
    expect(home.advice.map(({ id }) => id)).not.toContain('dispatch-before-the-holiday');
  });

  it('names the rule of the cap, and the year that has no plan', () => {
    expect(ok({ dispatchDate: '2025-03-03', country: 'RU' }).usedRules).toEqual([
      'aliexpress.shipping.promised-cap-russia',
    ]);
    expect(ok({ dispatchDate: '2026-12-20', country: 'US', promisedDays: 30 }).advice).toEqual([
      { id: 'transit-plan-missing', values: { country: 'CN', year: 2027 } },
    ]);
  });

  it('says which field it cannot read', () => {
    const problems = (input: object) => {
      const answer = warn(input as TransitInput);
      return answer.kind === 'invalid'
        ? answer.issues.map(({ path, key, values }) => [
            path,
            key.split('.').at(-1),
            values['text'],
          ])
        : [];
    };
    expect(problems({ dispatchDate: '2026-02-30', country: 'Germany', promisedDays: 401 })).toEqual(
      [
        ['dispatchDate', 'date', '2026-02-30'],
        ['country', 'transit-country', 'Germany'],
        ['promisedDays', 'promised-days', '401'],
      ],
    );
    expect(problems({ dispatchDate: '2026-02-03', country: 'US', usualDays: 0 })).toEqual([
      ['usualDays', 'promised-days', '0'],
    ]);
    expect(problems({ dispatchDate: ' 2026-02-03', country: 'US' })).toHaveLength(1);
    expect(problems({ dispatchDate: '2026-02-03', country: 'US', promisedDays: 400 })).toEqual([]);
    expect(problems({ dispatchDate: '2026-02-03', country: 'US', promisedDays: 1 })).toEqual([]);
    const answer = warnTransit(
      { dispatchDate: '2026-02-03', country: 'US' },
      data.calendars,
      data.rules,
      { rule: 'no.such.rule' },
    );
    expect(answer).toMatchObject({ kind: 'invalid', issues: [{ path: 'promisedDays' }] });
  });

  it('refuses what it cannot read', () => {
    for (const bad of [
      { dispatchDate: '2026-02-30', country: 'US' },
      { dispatchDate: 'soon', country: 'US' },
      { dispatchDate: '2026-02-03', country: 'Germany' },
      { dispatchDate: '2026-02-03', country: 'US', promisedDays: 0 },
      { dispatchDate: '2026-02-03', country: 'US', promisedDays: 1.5 },
    ])
      expect(warn(bad).kind).toBe('invalid');
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.double(), (dispatchDate, country, promisedDays) => {
        expect(['ok', 'invalid']).toContain(warn({ dispatchDate, country, promisedDays }).kind);
      }),
    );
  });
});
