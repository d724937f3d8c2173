import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import type { Calendars } from '../shared/calendar.ts';
import { setTemporal } from '../shared/time.ts';
import { fromCase, toCase } from './case.ts';
import { explain, verdictSentence } from './explain.ts';
import { decodeInput, settled, warn, type TransitOk } from './index.ts';
import { dispatchDays, type TransitInput } from './schema.ts';
import { dataFrom, tool } from './tool.ts';

setTemporal(Temporal);
const content = openContent(join(import.meta.dirname, '../../content'));
const data = dataFrom(content);
const EARLY = '2025-01-01T00:00:00Z';
const ok = (input: Partial<TransitInput>, asOf = EARLY, of = data): TransitOk => {
  const result = warn(input, of, asOf);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
};
const issuesOf = (input: unknown, asOf = EARLY) => {
  const result = warn(input, data, asOf);
  return result.kind === 'invalid' ? result.issues : null;
};
const KEY = 'tool.transit-warning';
const step = (section: string, key: string, values: object, ruleIds: string[] = []) => ({
  section,
  messageKey: `${KEY}.explain.${key}`,
  values,
  ruleIds,
});
const day = (date: string) => ({ dates: [date] });

describe('why the verdict is what it is', () => {
  it('is said of the way, the promise, each rest and what it leaves', () => {
    const input = { dispatchDate: '2026-09-28', country: 'BR', promisedDays: 15, usualDays: 9 };
    const result = ok(input);
    const [golden, own] = result.holidays;
    // Golden Week, and Our Lady of Aparecida, a Monday in 2026.
    expect(
      result.holidays.map(({ from, to, workingDaysLost }) => [from, to, workingDaysLost]),
    ).toEqual([
      ['2026-10-01', '2026-10-07', 5],
      ['2026-10-10', '2026-10-12', 1],
    ]);
    const country = (of: string) => ({ country: of });
    expect(explain(result)).toEqual([
      step('given', 'dispatch', {
        date: day('2026-09-28'),
        origin: country('CN'),
        country: country('BR'),
      }),
      step('given', 'order-page', { days: 15, date: day('2026-10-13') }),
      step('given', 'usual', { days: 9 }),
      step('done', 'span.origin', {
        country: country('CN'),
        names: { texts: golden?.names },
        from: day('2026-10-01'),
        to: day('2026-10-07'),
        days: 5,
      }),
      step('done', 'span.destination', {
        country: country('BR'),
        names: { texts: own?.names },
        from: day('2026-10-10'),
        to: day('2026-10-12'),
        days: 1,
      }),
      step('done', 'lost', { days: 6, left: 9 }),
      step('done', 'computed-calendar', { country: country('BR') }),
    ]);
  });

  it('names the rule of the cap, no loss where there is none, and the plan that is missing', () => {
    const [, cap, ...rest] = explain(ok({ dispatchDate: '2026-12-20', country: 'US' }));
    expect(cap?.section).toBe('rule');
    expect(cap?.messageKey).toBe(`${KEY}.explain.cap`);
    expect(cap?.ruleIds).toEqual(['aliexpress.shipping.promised-cap']);
    expect(rest.at(-1)).toEqual(
      step('done', 'plan-missing', { country: { country: 'CN' }, year: '2027' }),
    );
    const calm = explain(ok({ dispatchDate: '2026-07-06', country: 'GB', promisedDays: 10 }));
    expect(calm.map(({ messageKey }) => messageKey)).toEqual([
      `${KEY}.explain.dispatch`,
      `${KEY}.explain.order-page`,
      `${KEY}.explain.computed-calendar`,
    ]);
  });

  it('is summed up in a sentence with all it may need', () => {
    expect(
      verdictSentence(ok({ dispatchDate: '2026-09-28', country: 'DE', promisedDays: 15 })),
    ).toEqual({
      messageKey: `${KEY}.verdict.at-risk`,
      values: { days: 5, left: 10, promised: 15, usual: '', country: '', year: '', until: '' },
    });
    expect(
      verdictSentence(
        ok({ dispatchDate: '2026-12-20', country: 'US', promisedDays: 30, usualDays: 20 }),
      ),
    ).toEqual({
      messageKey: `${KEY}.verdict.unknown`,
      values: {
        days: expect.any(Number),
        left: expect.any(Number),
        promised: 30,
        usual: 20,
        country: { country: 'CN' },
        year: '2027',
        until: day('2026-12-31'),
      },
    });
    expect(
      verdictSentence(
        ok({ dispatchDate: '2026-07-06', country: 'GB', promisedDays: 10, usualDays: 11 }),
      ).messageKey,
    ).toBe(`${KEY}.verdict.broken.line-slower`);
  });
});

describe('the day of dispatch', () => {
  it('is said to be read from words only where it was', () => {
    const understood = (dispatchDate: string | null) =>
      ok({ dispatchDate, country: 'DE', promisedDays: 9 }).understood;
    for (const plain of ['2026-09-28', ' 2026-09-28 ', '２０２６-０９-２８', '', null])
      expect(understood(plain), String(plain)).toEqual({});
    for (const words of ['2026-9-28', '2026-09-28 10:00', '28 September 2026', 'on 2026-09-28'])
      expect(understood(words), words).toEqual({ dispatchDate: '2026-09-28' });
  });

  it('is told with the lengths that were read from words', () => {
    const understood = (promisedDays: string | number, usualDays: string | null) =>
      ok({ dispatchDate: '2026-09-28', country: 'DE', promisedDays, usualDays }).understood;
    expect(understood('60天', '三十')).toEqual({ promisedDays: '60', usualDays: '30' });
    expect(understood('60 days', ' 30 ')).toEqual({ promisedDays: '60' });
    expect(understood(60, null)).toEqual({});
  });

  it('may be one of several, which are all named', () => {
    const days = (input: Partial<TransitInput>, asOf = '2026-07-05T18:00:00Z') =>
      dispatchDays(input, data, asOf);
    expect(days({ dispatchDate: '03/04/2026' }).sort()).toEqual(['2026-03-04', '2026-04-03']);
    expect(days({ dispatchDate: '03/04/2026 10:00' })).toHaveLength(2);
    expect(days({ dispatchDate: '2026-09-28' })).toEqual(['2026-09-28']);
    for (const none of ['', ' ', null]) expect(days({ dispatchDate: none })).toEqual([]);
    expect(days({ dispatchDate: '2026-09-28', asOf: 'before 2026-11-25' })).toEqual([]);
    expect(days({ dispatchDate: '2026-09-28' }, 'no moment')).toEqual([]);
    // Six in the evening in London is two in the night in Beijing; the parcel may leave from either.
    expect(days({ dispatchDate: 'today' })).toEqual(['2026-07-06']);
    expect(days({ dispatchDate: 'today', origin: 'GB' })).toEqual(['2026-07-05']);
    expect(days({ dispatchDate: 'today', asOf: '2026-08-01' })).toEqual(['2026-08-01']);
  });

  it('is asked for with the days it can mean, also where a time of day stands behind it', () => {
    const base = { country: 'DE', promisedDays: 9 };
    for (const dispatchDate of ['03/04/2026', '03/04/2026 10:00'])
      expect(issuesOf({ ...base, dispatchDate })).toEqual([
        {
          path: 'dispatchDate',
          key: 'tool.moment.day.ask.day-or-month',
          values: expect.objectContaining({ text: dispatchDate }),
        },
      ]);
  });

  it('is that of universal time where a calendar names no zone there is', () => {
    const of = (zone: string) => {
      const china = { ...data.calendars.get('CN'), zone };
      return {
        ...data,
        calendars: new Map([...data.calendars, ['CN', china]]) as unknown as Calendars,
      };
    };
    const today = (zone: string) =>
      ok({ country: 'DE', promisedDays: 9 }, '2026-07-05T18:00:00Z', of(zone)).dispatchDate;
    expect(today('Asia/Shanghai')).toBe('2026-07-06');
    expect(today('Moon/Base')).toBe('2026-07-05');
    expect(today(undefined as unknown as string)).toBe('2026-07-05');
  });
});

describe('a day or moment in words', () => {
  // Two in the night of 6 July where the parcel leaves, the evening of the 5th in universal time.
  const NOW = '2026-07-05T18:00:00Z';
  const input = (dispatchDate: string | null, asOf: string | null = null) => ({
    country: 'DE',
    dispatchDate,
    asOf,
  });
  const settledTo = (dispatchDate: string | null, asOf: string | null = null) => {
    const now = settled(input(dispatchDate, asOf), data, NOW);
    expect(now.country).toBe('DE');
    return [now.dispatchDate, now.asOf];
  };

  it('is settled once for a link, where it can be one day only', () => {
    expect(settledTo('tomorrow')).toEqual(['2026-07-07', null]);
    expect(settledTo('28 September 2026')).toEqual(['2026-09-28', null]);
    for (const stays of ['2026-09-28', '03/04/2026', 'some day', '', null])
      expect(settledTo(stays), String(stays)).toEqual([stays, null]);
    // An instant is another day in another place.
    expect(settledTo('2026-09-28T23:00:00Z')).toEqual(['2026-09-28T23:00:00Z', null]);
  });

  it('is settled by the moment to judge by, which is settled first', () => {
    expect(settledTo('tomorrow', '28 September 2026 10:00')).toEqual([
      '2026-09-29',
      '2026-09-28T10:00:00Z',
    ]);
    expect(settledTo('tomorrow', '2026-08-01')).toEqual(['2026-08-02', '2026-08-01']);
    expect(settledTo(null, 'tomorrow')).toEqual([null, '2026-07-06T00:00:00Z']);
    for (const stays of [' ', '03/04/2026', 'some day', '2026-02-30'])
      expect(settledTo(null, stays), stays).toEqual([null, stays]);
  });

  it('is the day of a moment where no day is named, in the place the parcel leaves', () => {
    const days = (origin: string) =>
      dispatchDays({ dispatchDate: '2 hours ago', origin }, data, NOW);
    expect(days('CN')).toEqual(['2026-07-06']);
    expect(days('GB')).toEqual(['2026-07-05']);
    // Only a countdown ends then, and no parcel leaves with it.
    expect(dispatchDays({ dispatchDate: '2 hours' }, data, NOW)).toEqual([]);
    // Five in the afternoon of the day it is, in the night, or of one beside it.
    expect(issuesOf({ ...input('17:00'), promisedDays: 9 }, NOW)).toEqual([
      {
        path: 'dispatchDate',
        key: 'tool.moment.day.ask.day-or-month',
        values: { text: '17:00', choices: '2026-07-05 / 2026-07-06 / 2026-07-07' },
      },
    ]);
  });

  it('stands in a link with what else it can read, and says of the rest why not', () => {
    const { input: read, ignored } = decodeInput(
      '#?country=DE&dispatchDate=tomorrow&colour=red&v=1',
      data,
      NOW,
    );
    expect(read).toEqual({ country: 'DE', dispatchDate: '2026-07-07' });
    expect(ignored).toEqual([
      { key: 'colour', raw: 'red', messageKey: `${KEY}.ignored.unknown`, values: {} },
    ]);
  });
});

describe('what decides', () => {
  const verdictOf = (input: Partial<TransitInput>, of = data) => {
    const { verdict, brokenBy, mustTravelWithin } = ok(input, EARLY, of);
    return [verdict, brokenBy, mustTravelWithin];
  };

  it('is no day left where rest takes just as many as were promised', () => {
    // Thursday 1 and Friday 2 October of Golden Week; the parcel leaves on the 1st.
    const golden = { dispatchDate: '2026-10-01', country: 'GB' };
    expect(verdictOf({ ...golden, promisedDays: 2 })).toEqual(['broken', 'no-day-left', 0]);
    expect(verdictOf({ ...golden, promisedDays: 3 })).toEqual(['at-risk', null, 1]);
  });

  it('is a holiday after the weekend on which a parcel is to leave', () => {
    // Our Lady of Aparecida, 12 October 2026, is a Monday.
    const soon = (dispatchDate: string) =>
      ok({ dispatchDate, country: 'DE', origin: 'BR', promisedDays: 20 }).advice.filter(
        ({ values }) => values['date'],
      );
    const before = { id: 'dispatch-before-the-holiday', values: { date: '2026-10-10' } };
    for (const day of ['2026-10-10', '2026-10-11', '2026-10-12'])
      expect(soon(day), day).toEqual([before]);
    // Two weeks earlier is a plain weekend.
    expect(soon('2026-09-26').map(({ id }) => id)).not.toContain(before.id);
  });

  it('is what is known of both ends, up to the first day that is not', () => {
    const known = (country: string, ...years: number[]) => ({
      country,
      weekend: [6, 7],
      zone: 'UTC',
      severalZones: false,
      names: [],
      years: years.map((year) => ({
        year,
        official: year === 2026,
        source: null,
        off: [],
        worked: [],
      })),
    });
    const of = (here: number[], there: number[]) => ({
      ...data,
      calendars: new Map([
        ['CN', known('CN', ...here)],
        ['DE', known('DE', ...there)],
      ]),
    });
    const long = { dispatchDate: '2026-12-01', country: 'DE', promisedDays: 400 };
    const until = (here: number[], there: number[]) => ok(long, EARLY, of(here, there)).knownUntil;
    expect(until([2026], [2026, 2027])).toBe('2026-12-31');
    expect(until([2026, 2027], [2026])).toBe('2026-12-31');
    expect(until([2026, 2027], [2026, 2027])).toBe('2027-12-31');
    expect(until([2026, 2027, 2028], [2026, 2027, 2028])).toBeNull();
    expect(until([2027], [2026])).toBeNull();
    // 30 days after the 1st is the 31st, the last day known.
    expect(verdictOf({ ...long, usualDays: 30 }, of([2026], [2026]))[0]).toBe('clear');
    expect(verdictOf({ ...long, usualDays: 31 }, of([2026], [2026]))[0]).toBe('unknown');
    expect(verdictOf(long, of([2026], [2026]))[0]).toBe('unknown');
    // One year of the way that was worked out is enough to say so, also one in between.
    expect(ok(long, EARLY, of([2026], [2026, 2027])).computedCalendars).toEqual(['DE']);
    const leaves = { ...long, dispatchDate: '2026-12-31', promisedDays: 3 };
    expect(ok(leaves, EARLY, of([2026], [2026])).knownUntil).toBe('2026-12-31');
  });

  it('is asked for where no rule caps the promise', () => {
    const none = warn({ country: 'DE' }, { ...data, rules: new Map() }, EARLY);
    expect(none).toEqual({
      kind: 'invalid',
      asOf: EARLY,
      issues: [{ path: 'promisedDays', key: `${KEY}.issue.promised-days-needed`, values: {} }],
    });
  });
});

describe('what cannot be read', () => {
  const base = { dispatchDate: '2026-02-03', country: 'US', promisedDays: 30 };

  it('is told by its field and with its text, cut where it is long', () => {
    const issue = (path: string, key: string, values: object = {}) => ({
      path,
      key: `${KEY}.issue.${key}`,
      values,
    });
    expect(issuesOf([])).toEqual([issue('', 'not-an-object')]);
    expect(issuesOf({ ...base, origin: 5 })).toEqual([issue('origin', 'type.origin')]);
    expect(issuesOf({ ...base, country: 'x'.repeat(60) })).toEqual([
      issue('country', 'country', { text: 'x'.repeat(40) }),
    ]);
    expect(issuesOf({ ...base, country: '  ' })).toEqual([
      issue('country', 'country-missing', { text: '' }),
    ]);
    expect(issuesOf({ ...base, origin: 'Atlantis' })).toEqual([
      issue('origin', 'country', { text: 'Atlantis' }),
    ]);
    expect(issuesOf(base, 'no moment')).toEqual([issue('asOf', 'as-of', { text: 'no moment' })]);
    expect(issuesOf({ ...base, asOf: 'x' }, 'no moment')).toEqual([
      issue('asOf', 'as-of', { text: 'x' }),
    ]);
  });

  it('is no bare day to judge by: that is one', () => {
    expect(ok({ ...base, asOf: '2026-02-04' }).dispatched).toBe(true);
    expect(ok({ ...base, asOf: '2026-02-02' }).dispatched).toBe(false);
  });
});

describe('a case', () => {
  it('gives where the parcel goes, when it left and what was promised', () => {
    expect(
      fromCase({
        buyer: { country: 'BR' },
        order: { shippedAt: '2026-09-28', promisedDays: 15, id: '1' },
      } as never),
    ).toEqual({ country: 'BR', dispatchDate: '2026-09-28', promisedDays: 15 });
    expect(fromCase({} as never)).toEqual({});
  });

  it('takes back what is a fact: a dispatch that was, a promise that was typed', () => {
    const back = (input: Partial<TransitInput>, asOf: string) =>
      toCase(input, warn(input, data, asOf));
    const silent = { dispatchDate: '2026-09-28', country: 'BR' };
    const typed = { ...silent, promisedDays: 15 };
    const [before, after] = ['2026-09-01T00:00:00Z', '2026-10-01T00:00:00Z'];
    const buyer = { country: 'BR' };
    expect(back(typed, before)).toEqual({ buyer, order: { promisedDays: 15 } });
    expect(back(typed, after)).toEqual({
      buyer,
      order: { promisedDays: 15, shippedAt: '2026-09-28' },
    });
    expect(back(silent, after)).toEqual({ buyer, order: { shippedAt: '2026-09-28' } });
    expect(back(silent, before)).toEqual({});
    expect(back({ ...typed, country: 'Atlantis' }, after)).toEqual({});
  });
});

describe('the tool', () => {
  it('asks for six fields, of which the country must be there', () => {
    const fields = tool.fields(content);
    expect(fields.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['dispatchDate', 'day', false],
      ['country', 'country', true],
      ['promisedDays', 'days', false],
      ['usualDays', 'days', false],
      ['origin', 'country', false],
      ['asOf', 'instant', false],
    ]);
    expect(fields.every(({ description }) => description.length > 20)).toBe(true);
  });
});
