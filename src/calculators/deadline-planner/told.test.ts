import { describe, expect, it } from 'vitest';
import { fromCase, toCase } from './case.ts';
import { explain } from './explain.ts';
import { resultLink } from './result-link.ts';
import { isOpen, statusKey, type Deadline, type PlannerOk } from './result.ts';

const P = 'tool.deadline-planner';
const [LA, MINE] = ['America/Los_Angeles', 'Asia/Shanghai'];
const [STARTS, DUE] = ['2026-11-16T01:00:00Z', '2026-11-21T01:00:00Z'];
const text = (en: string) => ({ en, 'zh-CN': `${en}。` });

const plain: Deadline = {
  id: 'answer',
  kind: 'duty',
  actor: 'seller',
  startsFrom: 'openedAt',
  startsAt: STARTS,
  startInferred: false,
  dueAt: DUE,
  dueAtReadings: [],
  dueAtIssue: null,
  otherReading: null,
  shown: false,
  dueNotBefore: null,
  lastWorkingMoment: null,
  remindAt: [],
  calendar: 'calendar-days',
  countedIn: LA,
  calendarSeveralZones: false,
  computedCalendar: false,
  skippedDays: [],
  madeUpDays: [],
  idleDays: [],
  onTimeout: 'lost',
  ruleId: 'x.answer',
  amount: 5,
  unit: 'days',
  amountFrom: 'rule',
  rivals: [],
  status: 'open',
  doneBy: null,
  doneAt: null,
  remainingSeconds: 1,
  planMissing: null,
  workPlanMissing: null,
  ruleMissing: null,
};
const zones: PlannerOk['zones'] = {
  platform: LA,
  platformRule: 'x.zone',
  platformAssumed: false,
  platformNote: null,
  mine: MINE,
  buyer: null,
  buyerSeveral: false,
};
const resultOf = (deadlines: Deadline[], of: Partial<PlannerOk> = {}) =>
  ({
    kind: 'ok',
    flow: 'x.case',
    platform: 'x',
    deadlines,
    zones,
    calendarNote: null,
    workCalendar: 'CN',
    workHours: '09:00-18:00',
    buyerCountry: null,
    promisedDays: null,
    questions: [],
    ...of,
  }) as unknown as PlannerOk;

type Line = [section: string, key: string, values: object, ...ruleIds: string[]];
const linesOf = (part: Partial<Deadline>, of: Partial<PlannerOk> = {}): Line[] =>
  explain(resultOf([{ ...plain, ...part }], of)).map((step) => {
    expect(step.of).toBe('answer');
    return [
      step.section,
      step.messageKey.replace(`${P}.explain.`, ''),
      step.values,
      ...step.ruleIds,
    ];
  });
const usual = linesOf({});
/** What is said beside the usual, and the usual that is not said. */
function differing(part: Partial<Deadline>, of: Partial<PlannerOk> = {}) {
  const lines = linesOf(part, of);
  const has = (list: Line[], line: Line) => list.some((one) => String(one[1]) === line[1]);
  return {
    more: lines.filter((line) => !has(usual, line)),
    less: usual.filter((line) => !has(lines, line)).map(([, key]) => key),
  };
}
const more = (part: Partial<Deadline>, of: Partial<PlannerOk> = {}) => {
  const { more: said, less } = differing(part, of);
  expect(less).toEqual([]);
  return said;
};
const at = (moment: string, zone = LA) => ({ at: moment, zone });

describe('why a deadline is where it is', () => {
  it('goes from its start over rule and count to the clock and what happens then', () => {
    expect(usual).toEqual([
      ['given', 'given', { event: { key: `${P}.event.openedAt` }, at: at(STARTS), zone: LA }],
      ['rule', 'rule', { figure: { figure: 5, unit: 'days' } }, 'x.answer'],
      ['done', 'count.calendar-days', { due: at(DUE), zone: LA, country: { country: '' } }],
      ['rule', 'zone-rule', { zone: LA }, 'x.zone'],
      ['change', 'timeout', { outcome: { key: `${P}.timeout.lost` } }],
    ]);
  });

  it('is nothing but its event while that is waited for', () => {
    expect(linesOf({ status: 'waiting', startsAt: null })).toEqual([
      ['given', 'waiting', { event: { key: `${P}.event.openedAt` } }],
    ]);
  });

  it('tells a start that was worked back, and an end that the platform shows', () => {
    expect(differing({ startInferred: true })).toEqual({
      more: [
        [
          'given',
          'given-inferred',
          { event: { key: `${P}.event.openedAt` }, at: at(STARTS), zone: LA },
        ],
      ],
      less: ['given'],
    });
    expect(differing({ shown: true })).toEqual({
      more: [['given', 'shown', { at: at(DUE) }]],
      less: ['count.calendar-days'],
    });
    expect(differing({ startsAt: null }).less).toEqual(['given']);
    expect(differing({ dueAt: null })).toEqual({ more: [], less: ['count.calendar-days'] });
    expect(differing({ dueAt: null, shown: true }).more).toEqual([]);
  });

  it('asks what was asked of the moment it runs from, or of the end that is shown', () => {
    const questions = ['openedAt', 'answer', 'otherAt'].map((event) => ({
      event,
      why: 'day-or-month',
      text: `text of ${event}`,
    })) as unknown as PlannerOk['questions'];
    const said = (part: Partial<Deadline>) =>
      differing(part, { questions }).more.filter(([, key]) => String(key).startsWith('question'));
    expect(said({})).toEqual([['given', 'question.day-or-month', { text: 'text of openedAt' }]]);
    expect(said({ shown: true })).toEqual([
      ['given', 'question.day-or-month', { text: 'text of answer' }],
    ]);
    expect(said({ startsFrom: 'else' })).toEqual([]);
  });

  it('names where its length is from, or that there is none', () => {
    const figure = { figure: 5, unit: 'days' };
    expect(differing({ amountFrom: 'order-page' })).toEqual({
      more: [['rule', 'order-page', { figure }, 'x.answer']],
      less: ['rule'],
    });
    // Nothing is counted where the period is nothing at all.
    expect(differing({ amountFrom: 'short-promise' })).toEqual({
      more: [['rule', 'short-promise', {}, 'x.answer']],
      less: ['rule', 'count.calendar-days'],
    });
    for (const nearest of ['2026-12-01', null])
      expect(
        differing({
          amount: null,
          unit: null,
          amountFrom: null,
          dueAt: null,
          ruleMissing: { ruleId: 'x.gone', why: 'expired', nearest },
        }),
      ).toEqual({
        more: [['rule', 'rule-missing.expired', { nearest: nearest ?? '' }, 'x.gone']],
        less: ['rule', 'count.calendar-days'],
      });
  });

  it('shows both ways of counting, and both meanings of an hour on a change of clocks', () => {
    expect(
      more({
        otherReading: { dueAt: '2026-11-21T02:00:00Z', reason: 'clock-days', ruleId: 'x.e' },
      }),
    ).toEqual([
      [
        'done',
        'two-ways.clock-days',
        { first: at(DUE), second: at('2026-11-21T02:00:00Z') },
        'x.e',
      ],
    ]);
    expect(
      more({ dueAtIssue: 'repeated-hour', dueAtReadings: [DUE, '2026-11-21T02:00:00Z'] }),
    ).toEqual([
      ['done', 'due-repeated-hour', { first: at(DUE), second: at('2026-11-21T02:00:00Z') }],
    ]);
  });

  it('names free days by what they are, holidays of one name together, and days worked for them', () => {
    const [golden, easter] = [text('Golden'), text('Easter')];
    const skippedDays: Deadline['skippedDays'] = [
      { date: '2026-10-01', why: 'holiday', name: golden },
      { date: '2026-10-02', why: 'holiday', name: golden },
      { date: '2026-10-03', why: 'weekend' },
      { date: '2026-10-05', why: 'holiday', name: easter },
      { date: '2026-10-06', why: 'holiday' },
      { date: '2026-10-04', why: 'weekend', name: golden },
    ];
    expect(more({ skippedDays })).toEqual([
      ['done', 'skipped-weekend', { dates: { dates: ['2026-10-03', '2026-10-04'] } }],
      [
        'done',
        'skipped-holiday',
        { name: { text: golden }, dates: { dates: ['2026-10-01', '2026-10-02'] } },
      ],
      ['done', 'skipped-holiday', { name: { text: easter }, dates: { dates: ['2026-10-05'] } }],
    ]);
    expect(more({ madeUpDays: [{ date: '2026-10-10' }] as never })).toEqual([
      ['done', 'made-up', { dates: { dates: ['2026-10-10'] } }],
    ]);
    expect(more({ idleDays: [{ date: '2026-11-21', why: 'weekend' }] })).toEqual([
      ['done', 'idle', { dates: { dates: ['2026-11-21'] } }],
    ]);
  });

  it('tells of working days whose they are, by which table, and in which zone', () => {
    const country = { country: 'CN' };
    const working = { calendar: 'working-days.CN', countedIn: MINE };
    expect(differing(working)).toEqual({
      more: [['done', 'count.working-days', { due: at(DUE, MINE), zone: MINE, country }]],
      less: ['count.calendar-days'],
    });
    const rules = (part: Partial<Deadline>, of: Partial<PlannerOk> = {}) =>
      differing({ ...working, ...part }, of).more.filter(([section]) => section === 'rule');
    expect(rules({ computedCalendar: true })).toEqual([['rule', 'computed-calendar', { country }]]);
    expect(rules({ calendarSeveralZones: true })).toEqual([
      ['rule', 'calendar-several-zones', { country, zone: MINE }],
    ]);
    const note = { calendarNote: text('note') };
    expect(rules({}, note)).toEqual([['rule', 'calendar-note', { note: { text: text('note') } }]]);
    // Whose working days they are is no matter of a period in days.
    expect(more({}, note)).toEqual([]);
  });

  it('says that a plan is missing, and before when it is certainly not', () => {
    const year = { country: { country: 'CN' }, year: '2027' };
    const missing = { planMissing: { country: 'CN', year: 2027 }, dueAt: null };
    expect(differing({ ...missing, dueNotBefore: DUE }).more).toEqual([
      ['rule', 'plan-missing', year],
      ['done', 'not-before', { at: at(DUE) }],
    ]);
    expect(differing(missing).more).toEqual([['rule', 'plan-missing', year]]);
    expect(more({ workPlanMissing: { country: 'CN', year: 2027 } })).toEqual([
      ['rule', 'work-plan-missing', year],
    ]);
  });

  it('says whether the clock of the platform is a rule or assumed', () => {
    for (const platformNote of [text('nobody says'), null])
      expect(differing({}, { zones: { ...zones, platformAssumed: true, platformNote } })).toEqual({
        more: [
          ['rule', 'zone-assumed', { zone: LA, note: platformNote ? { text: platformNote } : '' }],
        ],
        less: ['zone-rule'],
      });
    const [, , , line] = linesOf({}, { zones: { ...zones, platformRule: null } });
    expect(line).toEqual(['rule', 'zone-rule', { zone: LA }]);
  });

  it('names the last working moment on the clock of the seller', () => {
    const values = (moment: string) => ({
      at: at(moment, MINE),
      hours: '09:00-18:00',
      country: { country: 'CN' },
    });
    const early = '2026-11-20T10:00:00Z';
    expect(more({ lastWorkingMoment: early })).toEqual([['done', 'last-working', values(early)]]);
    expect(more({ lastWorkingMoment: DUE })).toEqual([['done', 'last-working-same', values(DUE)]]);
  });

  it('shows what other sources say, counted where it can be', () => {
    const rival = { ruleId: null, value: 7, unit: 'days', source: 'src', note: text('n') };
    const values = {
      figure: { figure: 7, unit: 'days' },
      source: 'src',
      note: { text: text('n') },
    };
    expect(
      more({
        rivals: [
          { ...rival, dueAt: '2026-11-23T01:00:00Z', earlier: false },
          { ...rival, ruleId: 'x.rival', dueAt: null, earlier: false },
        ],
      }),
    ).toEqual([
      ['change', 'rival', { ...values, at: at('2026-11-23T01:00:00Z') }, 'x.answer'],
      ['change', 'rival-uncounted', { ...values, at: '' }, 'x.rival'],
    ]);
  });
});

describe('a ladder taken along', () => {
  const settled = { ...plain, doneBy: 'answeredAt', doneAt: '2026-11-17T00:00:00Z' };
  const shown: Deadline = {
    ...plain,
    id: 'offer',
    startsFrom: 'offeredAt',
    startInferred: true,
    shown: true,
    dueAt: '2026-11-25T00:00:00Z',
  };
  const events = { openedAt: STARTS, answeredAt: '2026-11-17T00:00:00Z' };
  const shownDue = { offer: '2026-11-25T00:00:00Z' };
  const result = resultOf([settled, shown], { buyerCountry: 'BR', promisedDays: 60 });

  it('is a link with what began it, what settled it and the ends that were shown', () => {
    expect(resultLink(result, false)).toBe(
      '#?buyerCountry=BR&events.answeredAt=2026-11-17T00%3A00%3A00Z&events.openedAt=2026-11-16T01%3A00%3A00Z&flow=x.case&promisedDays=60&shownDue.offer=2026-11-25T00%3A00%3A00Z&v=1',
    );
    expect(resultLink(resultOf([]), false)).toBe('#?flow=x.case&v=1');
    // Of an example only which kind of case it is.
    expect(resultLink(result, true)).toBe('#?example=1&flow=x.case&v=1');
  });

  it('goes back into a case as facts, and comes out of one', () => {
    expect(toCase({} as never, result)).toEqual({
      flow: 'x.case',
      platform: 'x',
      events,
      shownDue,
      buyer: { country: 'BR' },
      order: { promisedDays: 60 },
    });
    const bare = toCase({} as never, resultOf([{ ...plain, startsFrom: 'shippedAt' }]));
    expect(bare).toEqual({
      flow: 'x.case',
      platform: 'x',
      events: { shippedAt: STARTS },
      buyer: {},
      order: { shippedAt: STARTS },
    });
    expect(toCase({} as never, { kind: 'invalid', asOf: DUE, issues: [] })).toEqual({});
    expect(
      fromCase({
        flow: 'x.case',
        events: { openedAt: STARTS },
        shownDue,
        order: { shippedAt: '2026-11-01', promisedDays: 60 },
        buyer: { country: 'BR' },
      } as never),
    ).toEqual({
      flow: 'x.case',
      events: { shippedAt: '2026-11-01', openedAt: STARTS },
      shownDue,
      buyerCountry: 'BR',
      promisedDays: 60,
    });
    expect(fromCase({} as never)).toEqual({});
  });
});

describe('how a deadline stands', () => {
  it('is a word of its own where it is late, by what kind it is', () => {
    const key = (part: Partial<Deadline>) => statusKey({ ...plain, ...part });
    expect(key({ status: 'open' })).toBe('status.open');
    expect(key({ status: 'overdue' })).toBe('status.overdue');
    expect(key({ status: 'overdue', kind: 'window' })).toBe('status.window.overdue');
    expect(key({ status: 'overdue', kind: 'opens' })).toBe('status.opens.overdue');
    expect(key({ status: 'open', kind: 'opens' })).toBe('status.open');
    expect(key({ status: 'overdue', doneAt: DUE })).toBe('status.done-late');
    expect(key({ status: 'done', doneAt: DUE })).toBe('status.done');
  });

  it('is open while it runs', () => {
    const open = (['done', 'open', 'due-soon', 'overdue', 'waiting'] as const).filter((status) =>
      isOpen({ ...plain, status }),
    );
    expect(open).toEqual(['open', 'due-soon']);
  });
});
