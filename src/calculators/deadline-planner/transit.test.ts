import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { dataFrom } from './command.ts';
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
