import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { dataFrom } from './tool.ts';
import type { PlannerOk } from './result.ts';
import type { PlannerData } from './schema.ts';

setTemporal(Temporal);
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));

function ladder(input: object, asOf: string, from: PlannerData = data): PlannerOk {
  const result = plan(input, from, asOf);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}
const one = (result: PlannerOk, id: string) => {
  const found = result.deadlines.find((deadline) => deadline.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const adviceOf = (result: PlannerOk, id: string) =>
  result.advice.filter((advice) => advice.id === id);

/** The rulebook with one figure changed. */
const withFigure = (id: string, value: unknown, unit?: string): PlannerData => {
  const rule = data.rules.get(id);
  if (!rule) throw new Error(id);
  const changed = { ...rule, values: [{ ...rule.values[0], value }], ...(unit ? { unit } : {}) };
  return { ...data, rules: new Map([...data.rules, [id, changed as typeof rule]]) };
};

// Opened on Sunday 15 November 2026, 17:00 in Los Angeles, which is 01:00 UTC on Monday.
const OPENED = '2026-11-16T01:00:00Z';
const classic = { flow: 'aliexpress.snad-classic', events: { disputeOpenedAt: OPENED } };

describe('a case in full', () => {
  const result = ladder({ ...classic, buyerCountry: 'BR' }, '2026-11-18T03:00:00Z');

  it('tells every clock with its figure, its rivals and the free days before it', () => {
    expect(one(result, 'first-answer')).toMatchObject({
      kind: 'duty',
      actor: 'seller',
      startsAt: OPENED,
      startInferred: false,
      // Five days on the same wall clock: Friday 20 November 17:00, 01:00 UTC on Saturday.
      dueAt: '2026-11-21T01:00:00Z',
      dueAtReadings: [],
      dueAtIssue: null,
      shown: false,
      dueNotBefore: null,
      // Saturday 09:00 in Beijing is free; Friday ended at 18:00.
      lastWorkingMoment: '2026-11-20T10:00:00Z',
      idleDays: [{ date: '2026-11-21', why: 'weekend' }],
      calendar: 'calendar-days',
      computedCalendar: false,
      skippedDays: [],
      madeUpDays: [],
      amount: 5,
      unit: 'days',
      amountFrom: 'rule',
      status: 'open',
      // 70 hours from Wednesday 03:00 to Saturday 01:00.
      remainingSeconds: 70 * 3600,
      planMissing: null,
      workPlanMissing: null,
      ruleMissing: null,
    });
    // Seven working days: 16 to 20, then 23 and 24 November, 17:00. Four days: Thursday 17:00.
    expect(
      one(result, 'first-answer').rivals.map(({ value, unit, dueAt, earlier }) => ({
        value,
        unit,
        dueAt,
        earlier,
      })),
    ).toEqual([
      { value: 7, unit: 'working-days', dueAt: '2026-11-25T01:00:00Z', earlier: false },
      { value: 4, unit: 'days', dueAt: '2026-11-20T01:00:00Z', earlier: true },
    ]);
    expect(one(result, 'negotiation-end')).toMatchObject({
      dueAt: '2026-11-23T01:00:00Z',
      lastWorkingMoment: '2026-11-23T01:00:00Z',
      idleDays: [],
      remainingSeconds: 118 * 3600,
    });
    expect(one(result, 'evidence')).toMatchObject({
      status: 'waiting',
      startsAt: null,
      dueAt: null,
      remainingSeconds: null,
      lastWorkingMoment: null,
      ruleMissing: null,
    });
  });

  it('names what it read, what it needs and which rules it used', () => {
    expect(result).toMatchObject({
      next: 'first-answer',
      missingEvents: ['platformAskedAt'],
      unusedEvents: [],
      warnings: [],
      workCalendar: 'CN',
      workHours: '09:00-18:00',
      zones: {
        platform: 'America/Los_Angeles',
        platformRule: 'aliexpress.zone.clock',
        platformAssumed: false,
        mine: 'Asia/Shanghai',
        buyer: 'America/Sao_Paulo',
        buyerSeveral: true,
      },
      usedRules: [
        'aliexpress.dispute.first-answer',
        'aliexpress.dispute.negotiation-classic',
        'aliexpress.evidence.description',
        'aliexpress.zone.clock',
      ],
    });
    expect(result.trace).toEqual([
      {
        deadline: 'first-answer',
        ruleId: 'aliexpress.dispute.first-answer',
        from: '2026-11-15T17:00:00-08:00',
        plus: '5 days',
        to: '2026-11-20T17:00:00-08:00',
        zone: 'America/Los_Angeles',
      },
      {
        deadline: 'negotiation-end',
        ruleId: 'aliexpress.dispute.negotiation-classic',
        from: '2026-11-15T17:00:00-08:00',
        plus: '7 days',
        to: '2026-11-22T17:00:00-08:00',
        zone: 'America/Los_Angeles',
      },
    ]);
    expect(result.advice).toEqual([
      { id: 'collect-evidence-before-escalation', deadline: 'negotiation-end', values: {} },
      { id: 'do-not-let-the-clock-run', deadline: 'first-answer', values: {} },
      {
        id: 'a-source-gives-less-time',
        deadline: 'first-answer',
        values: { at: '2026-11-20T01:00:00Z' },
      },
      {
        id: 'act-by-last-working-moment',
        deadline: 'first-answer',
        values: { at: '2026-11-20T10:00:00Z' },
      },
    ]);
  });
});

describe('calendars', () => {
  it('are named while a clock still waits', () => {
    const waiting = (flow: string, id: string, more: object = {}) =>
      one(ladder({ flow, events: {}, ...more }, '2026-11-18T03:00:00Z'), id).calendar;
    expect(waiting('aliexpress.chargeback', 'defence')).toBe('working-days.CN');
    expect(waiting('aliexpress.chargeback', 'defence', { workCalendar: 'DE' })).toBe(
      'working-days.DE',
    );
    expect(waiting('ebay.request', 'resolve', { workCalendar: 'DE' })).toBe('working-days.GB');
    expect(waiting('aliexpress.cancel-request', 'answer-cancel')).toBe('hours');
    expect(waiting('aliexpress.return', 'post-return')).toBe('calendar-days');
  });

  it('say whether they are a published plan or worked out from rules', () => {
    const of = (workCalendar: string, at: string) =>
      one(
        ladder(
          { flow: 'aliexpress.chargeback', events: { chargebackNoticeAt: at }, workCalendar },
          at,
        ),
        'defence',
      );
    expect(of('CN', '2026-11-16T20:00:00Z')).toMatchObject({
      calendar: 'working-days.CN',
      computedCalendar: false,
    });
    expect(of('DE', '2026-11-16T20:00:00Z')).toMatchObject({
      calendar: 'working-days.DE',
      computedCalendar: true,
    });
  });

  it('tell a holiday before the end by its name', () => {
    // 30 September 10:00 plus 72 hours: Saturday 3 October, in Golden Week.
    const result = ladder(
      { flow: 'aliexpress.cancel-request', events: { cancelRequestedAt: '2026-09-30T17:00:00Z' } },
      '2026-09-30T18:00:00Z',
    );
    const idle = one(result, 'answer-cancel').idleDays;
    expect(idle.map(({ date, why }) => `${date} ${why}`)).toEqual([
      '2026-10-01 holiday',
      '2026-10-02 holiday',
      '2026-10-03 weekend',
      '2026-10-04 weekend',
    ]);
    expect(idle.map(({ name }) => name?.en)).toEqual([
      'National Day',
      'National Day',
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['9-18', '09:00-18:00'],
    ['22:30-06:15', '22:30-06:15'],
    ['00:00-24:00', '00:00-24:00'],
    ['18:00-00:00', '18:00-24:00'],
  ])('hours %s are shown as %s', (workHours, shown) => {
    expect(ladder({ ...classic, workHours }, '2026-11-18T03:00:00Z').workHours).toBe(shown);
  });
});

describe('what is odd', () => {
  it('is said of an event before the one it answers, and of one yet to come', () => {
    const asOf = '2026-11-18T03:00:00Z';
    const warned = (events: object) =>
      ladder(
        { flow: 'aliexpress.snad-classic', events: { disputeOpenedAt: OPENED, ...events } },
        asOf,
      ).warnings;
    expect(warned({ answeredAt: '2026-11-16T00:59:59Z' })).toEqual([
      { id: 'event-before-start', event: 'answeredAt', values: { start: 'disputeOpenedAt' } },
    ]);
    expect(warned({ agreedAt: '2026-11-15T00:00:00Z' })).toEqual([
      { id: 'event-before-start', event: 'agreedAt', values: { start: 'disputeOpenedAt' } },
    ]);
    expect(warned({ answeredAt: OPENED })).toEqual([]);
    expect(warned({ answeredAt: asOf })).toEqual([]);
    expect(warned({ answeredAt: '2026-11-18T03:00:01Z' })).toEqual([
      { id: 'event-in-future', event: 'answeredAt', values: {} },
    ]);
  });

  it('is a rule that had no figure yet', () => {
    const result = ladder(
      { flow: 'aliexpress.cancel-request', events: { cancelRequestedAt: '2020-11-01T00:00:00Z' } },
      '2026-11-18T03:00:00Z',
    );
    expect(one(result, 'answer-cancel')).toMatchObject({
      dueAt: null,
      amount: null,
      ruleMissing: {
        ruleId: 'aliexpress.cancellation.answer',
        why: 'before-first',
        nearest: '2020-12-02',
      },
    });
  });

  it.each([
    ['a statement', true, undefined, null, 'no-figure'],
    ['a negative figure', -1, undefined, null, undefined],
    ['a figure beyond any period', 4001, undefined, null, undefined],
    // Ten years with three leap days are 3653 days; 347 more end on 28 October 2037, 17:00 in summer time.
    ['the longest period', 4000, undefined, '2037-10-29T00:00:00Z', undefined],
    ['nothing to wait for', 0, undefined, OPENED, undefined],
    ['a unit that is no time', 5, 'percent', null, undefined],
    ['a range, by its lower end', { min: 2, max: 9 }, undefined, '2026-11-18T01:00:00Z', undefined],
    ['half a day', 0.5, undefined, '2026-11-16T13:00:00Z', undefined],
  ])('is counted or left alone: %s', (_, value, unit, dueAt, why) => {
    const changed = withFigure('aliexpress.dispute.first-answer', value, unit);
    const first = one(ladder(classic, OPENED, changed), 'first-answer');
    expect(first.dueAt).toBe(dueAt);
    expect(first.ruleMissing?.why).toBe(why);
  });
});

describe('what is done', () => {
  const asOf = '2026-11-22T03:00:00Z';
  const first = (events: object) =>
    one(
      ladder(
        { flow: 'aliexpress.snad-classic', events: { disputeOpenedAt: OPENED, ...events } },
        asOf,
      ),
      'first-answer',
    );

  it('is done by the earliest event after the start, and late after the end', () => {
    expect(
      first({ answeredAt: '2026-11-19T00:00:00Z', agreedAt: '2026-11-18T00:00:00Z' }),
    ).toMatchObject({ status: 'done', doneBy: 'agreedAt', doneAt: '2026-11-18T00:00:00Z' });
    expect(first({ answeredAt: '2026-11-21T01:00:00Z' })).toMatchObject({ status: 'done' });
    expect(first({ answeredAt: '2026-11-21T01:00:01Z' })).toMatchObject({
      status: 'overdue',
      doneBy: 'answeredAt',
    });
    expect(first({ answeredAt: '2026-11-15T00:00:00Z' })).toMatchObject({
      status: 'overdue',
      doneBy: null,
      doneAt: null,
    });
  });

  it.each([
    ['amazon.atoz', { buyerContactedAt: '2026-11-20T18:00:00Z' }, 'answer-contact'],
    [
      'aliexpress.snad-classic',
      { disputeOpenedAt: OPENED, buyerEditedAt: '2026-11-18T01:00:00Z' },
      'first-answer',
    ],
    [
      'aliexpress.inr',
      { disputeOpenedAt: OPENED, buyerEditedAt: '2026-11-18T01:00:00Z' },
      'first-answer',
    ],
  ])(
    'puts a duty of one’s own before what the buyer may do at the same moment: %s',
    (flow, events, id) => {
      const result = ladder({ flow, events }, '2026-11-21T00:00:00Z');
      expect(result.next).toBe(id);
      for (const [i, each] of result.deadlines.entries()) {
        const before = result.deadlines[i - 1];
        if (each.actor === 'buyer' || !before?.dueAt || before.dueAt !== each.dueAt) continue;
        expect(before.actor, each.id).not.toBe('buyer');
      }
    },
  );

  it('leaves the first missed duty of one’s own as what matters, and nobody else’s', () => {
    const late = ladder(classic, '2026-12-05T00:00:00Z');
    expect(late.next).toBe('first-answer');
    expect(late.lapsed).toEqual(['first-answer', 'negotiation-end']);
    expect(adviceOf(late, 'record-what-happened').map(({ deadline }) => deadline)).toEqual([
      'first-answer',
    ]);
    const theirs = ladder(
      { flow: 'ozon.dispute', events: { disputeOpenedAt: '2026-06-01T09:00:00Z' } },
      '2026-12-05T00:00:00Z',
    );
    expect(one(theirs, 'ruling').status).toBe('overdue');
    expect(theirs.next).toBeNull();
    expect(theirs.lapsed).toEqual([]);
    expect(adviceOf(theirs, 'record-what-happened')).toEqual([]);
  });

  it('warns when the last working moment has passed, and only then', () => {
    const at = (now: string) => ladder(classic, now).advice.map(({ id }) => id);
    expect(at('2026-11-20T10:00:00Z')).toContain('act-by-last-working-moment');
    expect(at('2026-11-20T10:00:00Z')).not.toContain('no-working-time-left');
    expect(at('2026-11-20T10:00:01Z')).toContain('no-working-time-left');
    expect(at('2026-11-20T10:00:01Z')).not.toContain('act-by-last-working-moment');
  });
});

describe('a shown end', () => {
  const asOf = '2026-11-02T20:00:00Z';

  it('tells when a clock of days began at the earliest, and one of hours, by elapsed time', () => {
    // The clocks of Los Angeles went back on 1 November: 16:00 was 23:00 UTC before and is 00:00 after.
    const days = ladder(
      { flow: 'aliexpress.snad-classic', shownDue: { 'first-answer': '2026-11-05T00:00:00Z' } },
      asOf,
    );
    expect(one(days, 'first-answer')).toMatchObject({
      startsAt: '2026-10-30T23:00:00Z',
      startInferred: true,
      shown: true,
      dueAt: '2026-11-05T00:00:00Z',
    });
    expect(one(days, 'negotiation-end')).toMatchObject({
      startInferred: true,
      shown: false,
      // Seven days of 24 hours from there: an hour before 16:00 on the clock.
      dueAt: '2026-11-06T23:00:00Z',
    });
    expect(days.trace[0]).toMatchObject({ deadline: 'first-answer', plus: 'shown' });
    const hours = ladder(
      { flow: 'aliexpress.cancel-request', shownDue: { 'answer-cancel': '2026-11-04T00:00:00Z' } },
      asOf,
    );
    expect(one(hours, 'answer-cancel').startsAt).toBe('2026-11-01T00:00:00Z');
  });

  it('does not move a start that is known', () => {
    const result = ladder(
      { ...classic, shownDue: { 'first-answer': '2026-11-22T01:00:00Z' } },
      '2026-11-18T03:00:00Z',
    );
    expect(one(result, 'first-answer')).toMatchObject({
      startsAt: OPENED,
      startInferred: false,
      dueAt: '2026-11-22T01:00:00Z',
    });
    expect(one(result, 'negotiation-end').dueAt).toBe('2026-11-23T01:00:00Z');
  });
});

describe('a short promise', () => {
  const order = (promisedDays: number | undefined) =>
    ladder(
      {
        flow: 'aliexpress.order',
        events: { shippedAt: '2026-11-02T20:00:00Z', completedAt: '2026-11-20T20:00:00Z' },
        ...(promisedDays === undefined ? {} : { promisedDays }),
      },
      '2026-11-21T00:00:00Z',
    );

  it('lets the buyer dispute at once', () => {
    expect(one(order(4), 'earliest-dispute')).toMatchObject({
      dueAt: '2026-11-02T20:00:00Z',
      earliestAt: '2026-11-02T20:00:00Z',
      amountFrom: 'short-promise',
      ruleId: 'aliexpress.dispute.earliest-short-promise',
    });
    for (const days of [5, undefined])
      expect(one(order(days), 'earliest-dispute')).toMatchObject({
        dueAt: '2026-11-12T20:00:00Z',
        amountFrom: 'rule',
        ruleId: 'aliexpress.dispute.earliest',
      });
  });

  it('ends the receipt period by the order page, and opens the last window with the first', () => {
    expect(one(order(20), 'receipt-period-end')).toMatchObject({
      dueAt: '2026-11-22T20:00:00Z',
      amount: 20,
      amountFrom: 'order-page',
    });
    expect(one(order(undefined), 'latest-dispute')).toMatchObject({
      earliestAt: '2026-11-12T20:00:00Z',
      dueAt: '2026-12-05T20:00:00Z',
    });
  });
});
