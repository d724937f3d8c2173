/** Ladders of flows and rules made up for it, on clocks in universal time: each line can be counted by hand. */
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { setTemporal } from '../shared/time.ts';
import { calculate } from './calculate.ts';
import type { Clock, Flow } from './flow.ts';
import type { PlannerOk } from './result.ts';
import type { CheckedInput, PlannerData } from './schema.ts';
import { tool } from './tool.ts';

setTemporal(Temporal);

const text = (en: string) => ({ en, 'zh-CN': en });
const rule = (id: string, value: unknown, unit = 'days', rivals: object[] = [], to?: string) =>
  [
    id,
    {
      id,
      unit,
      appliesTo: text(id),
      rivals: rivals.map((rival) => ({ unit, source: 's', note: text('n'), ...rival })),
      values: [{ from: null, to: to ?? null, value, source: 's' }],
    },
  ] as const;
const book = (...rules: ReturnType<typeof rule>[]) =>
  ({
    flows: new Map(),
    rules: new Map(rules),
    calendars: new Map([
      [
        'CN',
        {
          country: 'CN',
          weekend: [6, 7],
          zone: 'UTC',
          severalZones: false,
          names: [text('Feast')],
          years: [
            {
              year: 2026,
              official: true,
              source: null,
              off: [{ date: '2026-11-25', name: 0 }],
              worked: [],
            },
          ],
        },
      ],
    ]),
  }) as unknown as PlannerData;

const clock = (part: Partial<Clock> = {}): Clock => ({
  id: 'answer',
  kind: 'duty',
  actor: 'seller',
  startsFrom: 'openedAt',
  rule: 'r',
  doneBy: ['answeredAt'],
  onTimeout: 'lost',
  ...part,
});
// A Monday morning, and the night before the Wednesday after it.
const OPENED = '2026-11-16T10:00:00Z';
const NOW = '2026-11-18T00:00:00Z';
const at = (moments: Record<string, string>) =>
  new Map(Object.entries(moments).map(([name, moment]) => [name, Date.parse(moment)]));

interface Asked {
  clocks?: Clock[];
  data?: PlannerData;
  events?: Record<string, string>;
  shownDue?: Record<string, string>;
  flow?: Partial<Flow>;
  input?: Partial<CheckedInput>;
  now?: string;
}
const FIVE = book(rule('r', 5));
function resultOf({ clocks = [clock()], data = FIVE, events, shownDue, flow, input, now }: Asked) {
  const made = { id: 'x', platform: 'x', zone: 'UTC', primary: 'openedAt', dueSoonHours: 24 };
  return calculate(
    {
      flow: { ...made, title: text('x'), clocks, advice: [], ...flow },
      events: at(events ?? { openedAt: OPENED }),
      shownDue: at(shownDue ?? {}),
      questions: [],
      unusedEvents: [],
      understood: {},
      ignored: [],
      platformZone: 'UTC',
      zoneAssumed: false,
      myZone: 'UTC',
      buyerZone: null,
      buyerCountry: null,
      workCalendar: 'CN',
      workFrom: 9 * 60,
      workTo: 18 * 60,
      promisedDays: null,
      asOf: Date.parse(now ?? NOW),
      ...input,
    },
    data,
  );
}
function ladder(asked: Asked): PlannerOk {
  const result = resultOf(asked);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}
const first = (asked: Asked) => ladder(asked).deadlines[0];
const due = (value: unknown, unit?: string) => first({ data: book(rule('r', value, unit)) })?.dueAt;

describe('an end', () => {
  it('is counted in days, hours or working days from its start', () => {
    expect(due(5)).toBe('2026-11-21T10:00:00Z');
    expect(due(5, 'calendar-days')).toBe('2026-11-21T10:00:00Z');
    expect(due(1.5)).toBe('2026-11-17T22:00:00Z');
    expect(due(36, 'hours')).toBe('2026-11-17T22:00:00Z');
    // Saturday, Sunday and the feast on Wednesday the 25th are free.
    expect(due(4, 'working-days')).toBe('2026-11-20T10:00:00Z');
    expect(due(7, 'business-days')).toBe('2026-11-26T10:00:00Z');
    expect(due({ min: 3, max: 7 })).toBe('2026-11-19T10:00:00Z');
    expect(due(0)).toBe(OPENED);
    for (const none of [-1, 4001]) expect(due(none)).toBeNull();
    expect(due(4000)).not.toBeNull();
    expect(due(5, 'kg')).toBeNull();
  });

  it('is told with the free days passed over, or with the plan that is missing', () => {
    expect(first({ data: book(rule('r', 7, 'working-days')) })).toMatchObject({
      calendar: 'working-days.CN',
      skippedDays: [
        { date: '2026-11-21', why: 'weekend' },
        { date: '2026-11-22', why: 'weekend' },
        { date: '2026-11-25', why: 'holiday', name: text('Feast') },
      ],
      planMissing: null,
    });
    expect(first({ data: book(rule('r', 60, 'working-days')) })).toMatchObject({
      dueAt: null,
      planMissing: { country: 'CN', year: 2027 },
      // Sixty days on, if no day were free.
      dueNotBefore: '2027-01-15T10:00:00Z',
      status: 'open',
    });
  });

  it('has a last working moment before it, and reminders in working time', () => {
    // Saturday morning: Friday at six, with the same hour of Thursday and two hours before it.
    expect(first({})).toMatchObject({
      dueAt: '2026-11-21T10:00:00Z',
      lastWorkingMoment: '2026-11-20T18:00:00Z',
      idleDays: [{ date: '2026-11-21', why: 'weekend' }],
      remindAt: ['2026-11-19T18:00:00Z', '2026-11-20T16:00:00Z'],
      remainingSeconds: 82 * 3600,
    });
    // Thursday at ten: one hour of that morning, one of the evening before, and the end itself.
    expect(first({ data: book(rule('r', 3)) })).toMatchObject({
      lastWorkingMoment: '2026-11-19T10:00:00Z',
      remindAt: ['2026-11-18T10:00:00Z', '2026-11-18T17:00:00Z', '2026-11-19T10:00:00Z'],
    });
    expect(first({ now: '2026-11-20T16:00:00Z' })?.remindAt).toEqual([]);
    expect(first({ now: '2026-11-20T15:59:00Z' })?.remindAt).toEqual(['2026-11-20T16:00:00Z']);
  });

  it('has a length by country, by the promise, or none of a short one', () => {
    const data = book(rule('r', 5), rule('r.br', 2), rule('short', 10));
    const of = (part: Partial<Clock>, input: Partial<CheckedInput>) => {
      const found = first({ clocks: [clock(part)], data, input });
      return [found?.dueAt?.slice(0, 10), found?.amountFrom, found?.ruleId];
    };
    const byCountry = { ruleByCountry: { BR: 'r.br' } };
    expect(of(byCountry, { buyerCountry: 'BR' })).toEqual(['2026-11-18', 'rule', 'r.br']);
    expect(of(byCountry, { buyerCountry: 'DE' })).toEqual(['2026-11-21', 'rule', 'r']);
    const promised = { promisedDaysWin: true };
    expect(of(promised, { promisedDays: 9 })).toEqual(['2026-11-25', 'order-page', 'r']);
    expect(of(promised, {})).toEqual(['2026-11-21', 'rule', 'r']);
    const atOnce = { atOnceBelow: 'short' };
    expect(of(atOnce, { promisedDays: 9 })).toEqual(['2026-11-16', 'short-promise', 'short']);
    expect(of(atOnce, { promisedDays: 10 })).toEqual(['2026-11-21', 'rule', 'r']);
  });

  it('is none where the rule has ended or says no figure, and no ladder where there is no rule', () => {
    expect(first({ data: book(rule('r', 5, 'days', [], '2026-11-15')) })).toMatchObject({
      dueAt: null,
      ruleMissing: { ruleId: 'r', why: 'expired', nearest: '2026-11-15' },
    });
    expect(first({ data: book(rule('r', true)) })?.ruleMissing).toEqual({
      ruleId: 'r',
      why: 'no-figure',
      nearest: null,
    });
    const gone = { kind: 'unknown-rule', asOf: NOW, ruleId: 'r', nearest: null };
    expect(resultOf({ data: book() })).toEqual(gone);
    const elsewhere = [clock({ ruleByCountry: { BR: 'r.br' } })];
    expect(resultOf({ clocks: elsewhere })).toEqual({ ...gone, ruleId: 'r.br' });
  });
});

describe('how a deadline stands', () => {
  const of = (asked: Asked) => {
    const found = first(asked);
    return [found?.status, found?.doneBy ?? null];
  };

  it('goes from open over due soon to overdue, or is done', () => {
    expect(of({})).toEqual(['open', null]);
    expect(of({ now: '2026-11-20T09:59:59Z' })).toEqual(['open', null]);
    expect(of({ now: '2026-11-20T10:00:00Z' })).toEqual(['due-soon', null]);
    expect(of({ now: '2026-11-21T10:00:00Z' })).toEqual(['due-soon', null]);
    expect(of({ now: '2026-11-21T10:00:01Z' })).toEqual(['overdue', null]);
    const done = (answeredAt: string) => of({ events: { openedAt: OPENED, answeredAt } });
    expect(done('2026-11-21T10:00:00Z')).toEqual(['done', 'answeredAt']);
    expect(done('2026-11-21T10:00:01Z')).toEqual(['overdue', 'answeredAt']);
    // What was before its start settles nothing.
    expect(done('2026-11-16T09:59:59Z')).toEqual(['open', null]);
    expect(of({ events: {} })).toEqual(['waiting', null]);
    const both = [clock({ doneBy: ['answeredAt', 'closedAt'] })];
    const events = { openedAt: OPENED, answeredAt: '2026-11-18', closedAt: '2026-11-17' };
    expect(of({ clocks: both, events })).toEqual(['done', 'closedAt']);
  });

  it('begins anew with the last event that starts it again', () => {
    const clocks = [clock({ restartedBy: ['editedAt', 'movedAt'] })];
    const start = (events: Record<string, string>) => {
      const found = first({ clocks, events: { openedAt: OPENED, ...events } });
      return [found?.startsFrom, found?.dueAt];
    };
    expect(start({})).toEqual(['openedAt', '2026-11-21T10:00:00Z']);
    expect(start({ editedAt: '2026-11-17T10:00:00Z' })).toEqual([
      'editedAt',
      '2026-11-22T10:00:00Z',
    ]);
    expect(start({ movedAt: '2026-11-17T12:00:00Z', editedAt: '2026-11-17T10:00:00Z' })).toEqual([
      'movedAt',
      '2026-11-22T12:00:00Z',
    ]);
    expect(start({ editedAt: '2026-11-15T10:00:00Z' })[0]).toBe('openedAt');
  });

  it('is worked back from an end that the platform shows', () => {
    const shown = (value: unknown, unit?: string) =>
      first({
        data: book(rule('r', value, unit)),
        events: {},
        shownDue: { answer: '2026-11-20T10:00:00Z' },
      });
    expect(shown(5)).toMatchObject({
      startsAt: '2026-11-15T10:00:00Z',
      startInferred: true,
      shown: true,
      status: 'open',
    });
    expect(shown(36, 'hours')?.startsAt).toBe('2026-11-18T22:00:00Z');
    expect(shown(3, 'working-days')?.startsAt).toBeNull();
    expect(shown(true)?.startsAt).toBeNull();
    const known = first({ shownDue: { answer: '2026-11-20T10:00:00Z' } });
    expect(known).toMatchObject({ startsAt: OPENED, startInferred: false });
    expect(known?.dueAt).toBe('2026-11-20T10:00:00Z');
  });
});

describe('an end that the platform shows', () => {
  const shownDue = { answer: '2026-11-22T12:00:00Z' };
  const longer = { id: 'shown-longer', event: 'openedAt', values: { clock: 'answer' } };

  it('is looked at where it is later than any source gives, if all of them can be counted', () => {
    expect(ladder({ shownDue }).warnings).toEqual([longer]);
    expect(ladder({ shownDue: { answer: '2026-11-21T11:00:00Z' } }).warnings).toEqual([]);
    const rivals = (...of: object[]) => ({ shownDue, data: book(rule('r', 5, 'days', of)) });
    expect(ladder(rivals({ value: 6 })).warnings).toEqual([longer]);
    expect(ladder(rivals({ value: 7 })).warnings).toEqual([]);
    // Of working days without a plan nobody can say.
    expect(ladder(rivals({ value: 60, unit: 'working-days' })).warnings).toEqual([]);
  });

  it('is worked back on the clock of the platform, or by days of 24 hours where those are longer ago', () => {
    // Clocks in Los Angeles went on by an hour on 8 March: two at night was 10:00, and is 09:00 now.
    const start = (flow: Partial<Flow>) =>
      first({
        flow,
        events: {},
        shownDue: { answer: '2026-03-10T09:00:00Z' },
        input: { platformZone: 'America/Los_Angeles' },
        now: '2026-03-09T00:00:00Z',
      })?.startsAt;
    expect(start({})).toBe('2026-03-05T10:00:00Z');
    expect(start({ elapsedDaysRule: 'r' })).toBe('2026-03-05T09:00:00Z');
  });
});

describe('the tool', () => {
  it('names its kinds of case, and the events of each', () => {
    const flows = new Map([['x', { id: 'x.case', primary: 'openedAt', clocks: [clock()] }]]);
    const told = tool
      .fields({ collection: () => flows } as never)
      .filter(({ description }) => description.includes('x.case'))
      .map(({ name, description }) => [name, description.slice(description.indexOf(' x.case'))]);
    expect(told).toEqual([
      ['flow', ' x.case.'],
      ['events', ' x.case: openedAt answeredAt.'],
    ]);
  });
});

describe('the order of a ladder', () => {
  it('is that of the ends; of two at once what the seller has to do comes first, then as the flow has it', () => {
    const clocks = [
      clock({ id: 'w', startsFrom: 'laterAt' }),
      clock({ id: 'b', kind: 'window', actor: 'buyer' }),
      clock({ id: 'p', kind: 'duty', actor: 'platform', opensWith: 's' }),
      clock({ id: 's', rule: 'r2' }),
      clock({ id: 'a' }),
      clock({ id: 'c', actor: 'both' }),
    ];
    const data = book(rule('r', 5), rule('r2', 3));
    const result = ladder({ clocks, data });
    expect(result.deadlines.map(({ id }) => id)).toEqual(['s', 'a', 'c', 'b', 'p', 'w']);
    expect(result).toMatchObject({ next: 's', lapsed: [], missingEvents: ['laterAt'] });
    expect(result.deadlines.find(({ id }) => id === 'p')?.earliestAt).toBe('2026-11-19T10:00:00Z');
    // What lapsed is the seller’s alone, and is next only where nothing runs any more.
    const over = { clocks, data, now: '2026-11-20T00:00:00Z' };
    expect(ladder(over)).toMatchObject({ lapsed: ['s'], next: 'a' });
    const past = ladder({ clocks, data, now: '2026-12-01T00:00:00Z' });
    expect(past).toMatchObject({ lapsed: ['s', 'a', 'c'], next: 's' });
    expect(past.advice).toEqual([{ id: 'record-what-happened', deadline: 's', values: {} }]);
  });
});

describe('what is advised', () => {
  const advise = (flow: Flow['advice'], asked: Asked = {}) =>
    ladder({
      data: book(rule('r', 5), rule('line', 82, 'hours')),
      ...asked,
      flow: { advice: flow },
    })
      .advice.filter(({ id }) => id === 'do')
      .map(({ values }) => values);

  it('depends on the time that is left, the country and the figures there are', () => {
    const of = { id: 'do', deadline: 'answer' };
    expect(advise([of])).toEqual([{}]);
    expect(advise([of], { now: '2026-11-22T00:00:00Z' })).toEqual([]);
    expect(advise([{ ...of, deadline: 'other' }])).toEqual([]);
    // 82 hours are left: no more than 82, and not less.
    expect(advise([{ ...of, whenLeft: { rule: 'line', inclusive: true } }])).toEqual([{}]);
    expect(advise([{ ...of, whenLeft: { rule: 'line', inclusive: false } }])).toEqual([]);
    const inclusive = [{ ...of, whenLeft: { rule: 'line', inclusive: true } }];
    expect(advise(inclusive, { now: '2026-11-17T23:59:59Z' })).toEqual([]);
    const exclusive = [{ ...of, whenLeft: { rule: 'line', inclusive: false } }];
    expect(advise(exclusive, { now: '2026-11-18T00:00:01Z' })).toEqual([{}]);
    const brazil = { input: { buyerCountry: 'BR' } };
    expect(advise([{ ...of, countries: ['BR'] }], brazil)).toEqual([{}]);
    for (const none of [{ countries: ['DE'] }, { notCountries: ['BR'] }])
      expect(advise([{ ...of, ...none }], brazil)).toEqual([]);
    expect(advise([{ ...of, countries: ['BR'] }])).toEqual([]);
    expect(advise([{ ...of, notCountries: ['BR'] }])).toEqual([{}]);
    expect(advise([{ ...of, values: { days: 'r', none: 'gone' } }])).toEqual([{ days: 5 }]);
  });

  it('is to act while somebody is at the desk, and by the shorter time of two sources', () => {
    const advice = (asked: Asked) => ladder(asked).advice;
    expect(advice({})).toEqual([
      {
        id: 'act-by-last-working-moment',
        deadline: 'answer',
        values: { at: '2026-11-20T18:00:00Z' },
      },
    ]);
    expect(advice({ now: '2026-11-20T18:00:01Z' })).toEqual([
      { id: 'no-working-time-left', deadline: 'answer', values: { at: '2026-11-21T10:00:00Z' } },
    ]);
    // The end is in working time itself.
    expect(advice({ data: book(rule('r', 3)) })).toEqual([]);
    expect(advice({ data: book(rule('r', 3, 'days', [{ value: 2.5 }, { value: 9 }])) })).toEqual([
      {
        id: 'a-source-gives-less-time',
        deadline: 'answer',
        values: { at: '2026-11-18T22:00:00Z' },
      },
    ]);
    expect(advice({ clocks: [clock({ actor: 'buyer' })] })).toEqual([]);
    expect(advice({ data: book(rule('r', 60, 'working-days')) })).toEqual([
      { id: 'no-official-plan-yet', deadline: 'answer', values: { country: 'CN', year: 2027 } },
    ]);
  });

  it('comes with what is odd about the events', () => {
    const odd = { openedAt: OPENED, answeredAt: '2026-11-16T09:00:00Z', paidAt: '2026-11-19' };
    expect(ladder({ events: odd }).warnings).toEqual([
      { id: 'event-before-start', event: 'answeredAt', values: { start: 'openedAt' } },
      { id: 'event-in-future', event: 'paidAt', values: {} },
    ]);
    expect(ladder({ events: { openedAt: OPENED, answeredAt: OPENED } }).warnings).toEqual([]);
    expect(ladder({ events: { openedAt: NOW } }).warnings).toEqual([]);
  });
});
