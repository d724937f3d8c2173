import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { warn as warnWith, type TransitOk } from './calculate.ts';
import { capsIn, type PromiseClocks } from './caps.ts';
import { dataFrom } from './tool.ts';
import { explain, verdictSentence } from './explain.ts';
import { decodeInput, encodeInput } from './permalink.ts';
import type { TransitInput } from './schema.ts';

setTemporal(Temporal);
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
/** Before every dispatch below, unless a test is about what has left. */
const EARLY = '2025-01-01T00:00:00Z';
const warn = (input: object, asOf = EARLY) => warnWith(input, data, asOf);
const ok = (input: TransitInput, asOf = EARLY): TransitOk => {
  const result = warn(input, asOf);
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
    expect(result.advice).toContainEqual({
      id: 'do-not-slip-into-the-holiday',
      values: { date: '2026-10-01' },
    });
  });

  it('says to send before a holiday only while that can still be done', () => {
    const dates = (dispatchDate: string, asOf: string) =>
      ok({ dispatchDate, country: 'RU', promisedDays: 20 }, asOf).advice.flatMap(
        ({ id, values }) =>
          /holiday$/.test(id) && values['date'] ? [`${id} ${values['date']}`] : [],
      );
    // Golden Week 2026 runs from Thursday 1 to Wednesday 7 October; the 25th of September is the
    // Mid-Autumn Festival, a Friday, free with its weekend.
    expect(dates('2026-10-03', '2026-09-20T00:00:00Z')).toEqual([
      'dispatch-before-the-holiday 2026-10-01',
    ]);
    expect(dates('2026-10-01', '2026-09-20T00:00:00Z')).toEqual([
      'dispatch-before-the-holiday 2026-10-01',
    ]);
    expect(dates('2026-09-27', '2026-09-20T00:00:00Z')).toEqual([
      'dispatch-before-the-holiday 2026-09-25',
    ]);
    // It has begun, or begins today: nothing can be sent before it any more.
    expect(dates('2026-10-03', '2026-10-01T00:00:00Z')).toEqual([]);
    expect(dates('2026-10-03', '2026-10-02T00:00:00Z')).toEqual([]);
    // A working day before a holiday is before it: only a slip would hurt.
    expect(dates('2026-09-30', '2026-09-20T00:00:00Z')).toEqual([
      'do-not-slip-into-the-holiday 2026-10-01',
    ]);
    expect(dates('2026-09-20', '2026-09-19T00:00:00Z')).toEqual([
      'do-not-slip-into-the-holiday 2026-09-25',
    ]);
    // A plain weekend is no holiday.
    expect(dates('2026-07-11', '2026-07-01T00:00:00Z')).toEqual([]);
  });

  it('blames no holiday for a line that is slower than the promise', () => {
    const slow = ok({ dispatchDate: '2026-10-20', country: 'FR', promisedDays: 15, usualDays: 18 });
    expect(slow).toMatchObject({ verdict: 'broken', brokenBy: 'line-slower', script: null });
    expect(slow.advice.map(({ id }) => id)).toEqual([
      'take-a-faster-line',
      'extend-before-the-period-ends',
    ]);
    expect(verdictSentence(slow)).toMatchObject({
      messageKey: 'tool.transit-warning.verdict.broken.line-slower',
      values: { usual: 18, promised: 15 },
    });
    // Holidays on the way change nothing: the line is too slow by itself.
    const both = ok({ dispatchDate: '2026-09-28', country: 'DE', promisedDays: 15, usualDays: 16 });
    expect(both).toMatchObject({ daysLost: 5, brokenBy: 'line-slower' });
    const held = ok({ dispatchDate: '2026-09-28', country: 'DE', promisedDays: 15, usualDays: 15 });
    expect(held).toMatchObject({ daysLost: 5, brokenBy: 'holidays', script: 'holiday-delay' });
  });

  it('gives no advice for a dispatch that is past, and none at all once the promise has run out', () => {
    const input = { dispatchDate: '2026-09-28', country: 'DE', promisedDays: 15, usualDays: 14 };
    const ids = (asOf: string) => ok(input, asOf).advice.map(({ id }) => id);
    expect(ids('2026-09-28T04:00:00Z')).toContain('raise-the-promise-before-dispatch');
    expect(ids('2026-09-30T04:00:00Z')).toEqual([
      'tell-the-buyer-now',
      'extend-before-the-period-ends',
    ]);
    expect(ok(input, '2026-09-30T04:00:00Z')).toMatchObject({ dispatched: true, over: false });
    // Promised until 13 October.
    expect(ids('2026-10-13T04:00:00Z')).not.toEqual([]);
    expect(ids('2026-10-14T04:00:00Z')).toEqual([]);
    expect(ok(input, '2026-10-14T04:00:00Z')).toMatchObject({ over: true, script: null });
    const risk = ok({ ...input, usualDays: null }, '2026-09-30T04:00:00Z');
    expect(risk.advice.map(({ id }) => id)).toEqual([
      'compare-with-your-line',
      'watch-the-tracking',
    ]);
  });

  it('needs no plan for days after the parcel is there', () => {
    // China’s plan for 2027 is not known here; the days up to 31 December 2026 are.
    const input = { dispatchDate: '2026-12-01', country: 'US', promisedDays: 60 };
    expect(ok(input)).toMatchObject({ verdict: 'unknown', knownUntil: '2026-12-31' });
    // 30 days from the 1st lie before 2027; the holidays lost on the way are added.
    const near = ok({ ...input, usualDays: 10 });
    expect(near.verdict).toBe('holds');
    expect(near.planMissing).toEqual([{ country: 'CN', year: 2027 }]);
    expect(ok({ ...input, usualDays: 30 }).verdict).toBe('unknown');
    expect(ok({ ...input, usualDays: 61 }).verdict).toBe('broken');
    const said = verdictSentence(ok(input));
    expect(said.values).toMatchObject({ country: { country: 'CN' }, year: '2027' });
    // Nothing is known of either end.
    expect(verdictSentence(ok({ ...input, dispatchDate: '2199-01-01' })).messageKey).toBe(
      'tool.transit-warning.verdict.unknown.from-the-start',
    );
  });

  it('says which calendars are worked out, and not published', () => {
    const result = ok({ dispatchDate: '2026-09-28', country: 'BR', promisedDays: 15 });
    expect(result.computedCalendars).toEqual(['BR']);
    expect(explain(result).map((step) => step.messageKey.split('explain.')[1])).toEqual([
      'dispatch',
      'order-page',
      'span.origin',
      'span.destination',
      'lost',
      'computed-calendar',
    ]);
  });

  it.each([
    ['Deadline: 5 December 2026', 'Deadline'],
    ['ship by 2026-12-05', 'by'],
    ['最晚12月5日', '最晚'],
    ['2026-12-05前', '前'],
    ['до 5 декабря 2026', 'до'],
    ['bis zum 5. Dezember 2026', 'bis zum'],
  ])('asks for the day of dispatch where only a last day is given: %s', (dispatchDate, word) => {
    expect(warn({ dispatchDate, country: 'DE', promisedDays: 9 })).toMatchObject({
      kind: 'invalid',
      issues: [
        {
          path: 'dispatchDate',
          key: 'tool.transit-warning.issue.end',
          values: { text: dispatchDate, word },
        },
      ],
    });
  });

  it('reads days, countries and the day of dispatch as people write them', () => {
    const dispatch = (dispatchDate: string) =>
      ok({ dispatchDate, country: 'DE', promisedDays: 9 }, '2026-07-05T18:00:00Z').dispatchDate;
    // Two in the night of the 6th in Beijing.
    expect(dispatch('明天')).toBe('2026-07-07');
    expect(dispatch('3天后')).toBe('2026-07-09');
    expect(dispatch('5 декабря 2026')).toBe('2026-12-05');
    // A time of day is left out; the day stands as it is written.
    expect(dispatch('2026-07-05T18:00:00Z')).toBe('2026-07-05');
    expect(
      ok({
        dispatchDate: '2026年9月28日',
        country: '德国',
        promisedDays: '15 天',
        usualDays: ' 10days',
      }),
    ).toMatchObject({
      dispatchDate: '2026-09-28',
      country: 'DE',
      promisedDays: 15,
      usualDays: 10,
      understood: { dispatchDate: '2026-09-28' },
    });
    expect(
      ok({ country: 'the United Kingdom', promisedDays: 9 }, '2026-07-05T18:00:00Z'),
    ).toMatchObject(
      // Six in the evening in London is two in the night in Beijing, where the parcel leaves.
      { country: 'GB', dispatchDate: '2026-07-06', dispatched: false, understood: {} },
    );
    expect(ok({ country: 'DE', asOf: '2026-07-05T18:00:00Z', promisedDays: 9 }).dispatchDate).toBe(
      '2026-07-06',
    );
    expect(ok({ country: 'DE', colour: 'red', promisedDays: 9 } as TransitInput).ignored).toEqual([
      'colour',
    ]);
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

  it('warns of a slip only within a week of the holiday, once for days of one name', () => {
    const soon = (dispatchDate: string) =>
      ok({ dispatchDate, country: 'CA', promisedDays: 15 }).advice.filter(
        ({ id }) => id === 'do-not-slip-into-the-holiday',
      );
    // The Dragon Boat Festival is on Friday 19 June 2026.
    expect(soon('2026-06-12')).toEqual([
      { id: 'do-not-slip-into-the-holiday', values: { date: '2026-06-19' } },
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
    expect(home.advice.map(({ id }) => id)).not.toContain('do-not-slip-into-the-holiday');
  });

  it('names the rule of the cap, and the year that has no plan', () => {
    expect(ok({ dispatchDate: '2025-03-03', country: 'RU' }).usedRules).toEqual([
      'aliexpress.shipping.promised-cap-russia',
    ]);
    expect(ok({ dispatchDate: '2026-12-20', country: 'US', promisedDays: 30 }).advice).toEqual([
      { id: 'plan-missing', values: { country: 'CN', year: 2027 } },
    ]);
  });

  it('says which field it cannot read, with what stood there', () => {
    const problems = (input: object) => {
      const answer = warn(input);
      return answer.kind === 'invalid'
        ? answer.issues.map(
            ({ path, key, values }) =>
              `${path} ${key.replace(/^tool\.(?:transit-warning\.issue\.)?/, '')} ${values['text'] ?? values['given'] ?? ''}`,
          )
        : [];
    };
    const base = { dispatchDate: '2026-02-03', country: 'US', promisedDays: 30 };
    expect(
      problems({ dispatchDate: '2026-02-30', country: 'Atlantis', promisedDays: 401 }),
    ).toEqual([
      'country country Atlantis',
      'promisedDays number.out-of-range 401',
      'dispatchDate moment.day.unreadable.no-such-day 2026-02-30',
    ]);
    for (const [days, why] of [
      [-3, 'negative'],
      [0, 'out-of-range'],
      [1.5, 'fraction'],
      [1e9, 'out-of-range'],
      ['-3', 'negative'],
      ['x', 'not-a-number'],
      ['1.5', 'fraction'],
      ['15-20', 'more-than-a-number'],
      ['15单', 'wrong-unit'],
      ['NaN', 'not-a-number'],
    ])
      for (const field of ['promisedDays', 'usualDays'])
        expect(problems({ ...base, [field]: days })).toEqual([`${field} number.${why} ${days}`]);
    // Not a number at all: no sentence can repeat what was typed.
    for (const days of [Number.NaN, Infinity, {}, true])
      expect(problems({ ...base, usualDays: days })).toEqual(['usualDays type.usualDays ']);
    expect(problems({ ...base, promisedDays: 400 })).toEqual([]);
    expect(problems({ ...base, promisedDays: 1 })).toEqual([]);
    expect(problems({ ...base, dispatchDate: '03/04/2026' })).toEqual([
      'dispatchDate moment.day.ask.day-or-month 03/04/2026',
    ]);
    expect(problems({ ...base, dispatchDate: '3d 4h left' })).toEqual([
      'dispatchDate moment.day.unreadable.no-date 3d 4h left',
    ]);
    expect(problems({ ...base, country: ' ' })).toEqual(['country country-missing ']);
    expect(problems({ ...base, asOf: 'before 2026-11-25' })).toEqual([
      'asOf as-of before 2026-11-25',
    ]);
    expect(problems({ ...base, asOf: '-271821-04-20T00:00:00Z' })).toEqual([
      'asOf as-of -271821-04-20T00:00:00Z',
    ]);
    expect(problems([])).toHaveLength(1);
    expect(problems({})).toEqual(['country type.country ']);
    const answer = warnWith(
      { dispatchDate: '2026-02-03', country: 'US' },
      {
        ...data,
        caps: { rule: 'no.such.rule' },
      },
      EARLY,
    );
    expect(answer).toMatchObject({ kind: 'invalid', issues: [{ path: 'promisedDays' }] });
  });

  it('answers anything at all without throwing', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.anything(),
        fc.string(),
        (day, country, days, asOf) => {
          const input = { dispatchDate: day, country, promisedDays: days };
          expect(['ok', 'invalid']).toContain(warn(input, EARLY).kind);
          expect(['ok', 'invalid']).toContain(warn({ ...input, country: 'BR', asOf }).kind);
          expect(['ok', 'invalid']).toContain(warn(days as object).kind);
        },
      ),
    );
  });
});

describe('the caps', () => {
  it('are those of every clock that gives way to the promise on the order page', () => {
    const flows = [
      ...openContent(join(import.meta.dirname, '../../content'))
        .collection<PromiseClocks>('flows')
        .values(),
    ];
    const clocks = flows.flatMap((flow) => flow.clocks.filter((clock) => clock.promisedDaysWin));
    expect(clocks.length).toBeGreaterThanOrEqual(2);
    for (const { rule, ruleByCountry } of clocks)
      expect({ rule, ruleByCountry }).toEqual(data.caps);
    expect(() => capsIn([])).toThrow();
  });
});

describe('a link', () => {
  it('opens what it was made from, and lists what it cannot read', () => {
    const input = { dispatchDate: '2026-09-28', country: 'DE', promisedDays: 15, usualDays: 10 };
    const link = encodeInput(input);
    expect(link).toBe('#?country=DE&dispatchDate=2026-09-28&promisedDays=15&usualDays=10&v=1');
    const back = decodeInput(link, data, EARLY);
    expect(back.ignored).toEqual([]);
    expect(ok(back.input as TransitInput)).toEqual(ok(input));
    const damaged = decodeInput('#?usualDays=x&promisedDays=15&colour=red', data, EARLY);
    expect(damaged.input).toEqual({ promisedDays: '15' });
    expect(damaged.ignored.map(({ key }) => key)).toEqual(['colour', 'usualDays']);
  });
});

describe('texts', () => {
  const messages = openContent(join(import.meta.dirname, '../../content')).messages();
  it('are there for everything that can be said, with every value they need', () => {
    const said = new Set<string>();
    const check = (messageKey: string, values: object) => {
      said.add(messageKey);
      const text = messages[messageKey];
      expect(text, messageKey).toBeDefined();
      for (const [, slot] of (text ?? '').matchAll(/\{(\w+)\}/g))
        expect(values, `${messageKey} ${slot}`).toHaveProperty([slot as string]);
    };
    for (const dispatchDate of [
      '2026-02-10',
      '2026-09-28',
      '2026-10-02',
      '2026-12-01',
      '2199-01-01',
    ])
      for (const country of ['BR', 'RU', 'CN', 'ZA'])
        for (const promisedDays of [null, 1, 15, 60])
          for (const usualDays of [null, 5, 15, 70])
            for (const asOf of [EARLY, '2026-09-29T00:00:00Z', '2027-06-01T00:00:00Z']) {
              const result = warn({ dispatchDate, country, promisedDays, usualDays }, asOf);
              if (result.kind === 'invalid') {
                for (const { key, values } of result.issues) check(key, values);
                continue;
              }
              const verdict = verdictSentence(result);
              check(verdict.messageKey, verdict.values);
              for (const { messageKey, values } of explain(result)) check(messageKey, values);
              for (const { id, values } of result.advice)
                check(`tool.transit-warning.advice.${id}`, values);
            }
    // Every sentence of these kinds is reached by one of the cases.
    const kinds = Object.keys(messages).filter((key) =>
      /^tool\.transit-warning\.(?:verdict|advice|explain)\./.test(key),
    );
    expect(kinds.length).toBeGreaterThan(25);
    expect(kinds.filter((key) => !said.has(key))).toEqual([]);
  });
});
