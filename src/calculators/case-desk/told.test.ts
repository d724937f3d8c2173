import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { CASE_VERSION, readCase, type Case } from '../shared/case.ts';
import { fromDecimal } from '../shared/exact.ts';
import { loadTemporal } from '../shared/time.ts';
import { decide, readAuthority } from './authority.ts';
import { writeBundle } from './bundle.ts';
import { applyChange } from './change.ts';
import {
  authorityOf,
  calculate,
  changesOf,
  explain,
  joinDesks,
  logLine,
  parse,
  readBundle,
  scrub,
  type CaseDeskOk,
} from './index.ts';
import { stakeOf } from './judge.ts';
import { evidenceFor } from './next.ts';
import { casesOfRecords, freeId, plannerLink, type PlannerRecord } from './rows.ts';
import { dataFrom, tool } from './tool.ts';

await loadTemporal();
const content = openContent(join(import.meta.dirname, '../../content'));
const data = dataFrom(content);
const ASKED = '2026-11-24T01:00:00Z';
const okOf = (raw: unknown, asOf = ASKED): CaseDeskOk => {
  const result = calculate(raw, data, asOf);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
};
const caseOf = (rest: object): Case => {
  const one = readCase({ version: CASE_VERSION, id: 'A', ...rest });
  if (!one) throw new Error('no case');
  return one;
};
const judged = (rest: object, more: object = {}) => {
  const [one] = okOf({ cases: [{ id: 'A', ...rest }], ...more }).cases;
  if (!one) throw new Error('no case');
  return one;
};
/** Opened on Friday at 09:00 in Beijing: five days end on Wednesday at 09:00, the minute the desk opens. */
const opened = {
  flow: 'aliexpress.snad-classic',
  events: { disputeOpenedAt: '2026-11-20T01:00:00Z' },
};

describe('the table of who decides', () => {
  const limits = (...upTo: string[]) =>
    readAuthority(upTo.map((one) => ({ upTo: one, who: 'Li' }))).rows.map(
      ({ upTo: limit, currency }) => [limit && `${limit.num}/${limit.den}`, currency],
    );

  it.each([
    'up to 20 USD',
    'Max. 20 USD',
    'maximum 20 USD',
    'no more than 20 USD',
    'at most 20 USD',
    '≤ 20 USD',
    '<= 20 USD',
    '< 20 USD',
    'until 20 USD',
    '20 USD or less',
    '20 USD each',
    '20 USD per case',
    'up to 20 USD per case',
    '最高 20 USD',
    '不超过20 USD',
    '20 USD 以内',
    '20 USD/单',
    'до 20 USD',
  ])('reads %s as a limit of 20', (text) => {
    expect(limits(text)).toEqual([['20/1', 'USD']]);
  });

  it.each([
    '',
    '-',
    '—',
    'Any',
    'all',
    'no limit',
    'unlimited',
    '不限',
    '无上限',
    'без ограничений',
  ])('reads %j as no limit', (text) => {
    expect(limits(text)).toEqual([[null, null]]);
  });

  it('passes over empty rows, names those that say nothing, and orders the rest by limit', () => {
    const read = readAuthority([
      { upTo: 'any', who: '  the   owner ' },
      {},
      { upTo: '100 USD', who: 'Chen', deputy: ' ', byWhen: ' 4 h ' },
      { upTo: '20 USD' },
      { upTo: 'a little', who: 'Li' },
      { upTo: 20, who: 'Li', reasons: ['', ' snad '] },
    ]);
    expect(read.issues).toEqual([
      { row: 3, text: '20 USD', why: 'who' },
      { row: 4, text: 'a little', why: 'amount' },
    ]);
    expect(
      read.rows.map(({ who, deputy, byWhen, reasons }) => [who, deputy, byWhen, ...reasons]),
    ).toEqual([
      ['Li', null, null, 'snad'],
      ['Chen', null, '4 h'],
      ['the owner', null, null],
    ]);
  });

  const table = readAuthority([
    { upTo: '20 USD', who: 'Li', deputy: 'Wang' },
    { upTo: '100 USD', who: 'Chen' },
    { upTo: '500 USD', who: 'the owner', reasons: ['snad'] },
  ]);
  const stake = (amount: string, currency: string | null = 'USD') => ({
    amount: fromDecimal(amount),
    currency,
  });
  const of = (
    amount: string,
    holder: string | null,
    reason?: string,
    level: string | null = null,
    currency: string | null = 'USD',
  ) => {
    const decision = decide(table, stake(amount, currency), reason, holder, level);
    return decision.kind === 'above' ? decision.row.who : decision.kind;
  };

  it.each([
    ['20', 'Li', undefined, 'own'],
    ['20', 'lI', undefined, 'own'],
    ['20', 'WANG', undefined, 'own'],
    ['20', 'somebody', undefined, 'own'],
    ['20', null, undefined, 'own'],
    ['20.01', null, undefined, 'Chen'],
    ['20.01', 'somebody', undefined, 'Chen'],
    ['20.01', 'Li', undefined, 'Chen'],
    ['20.01', 'Chen', undefined, 'own'],
    ['20', 'Chen', undefined, 'own'],
    ['101', 'Chen', undefined, 'nobody'],
    ['101', 'Chen', 'inr-lost', 'nobody'],
    ['101', 'Chen', 'snad-quality', 'the owner'],
    ['101', 'the owner', 'snad', 'own'],
    ['501', 'the owner', 'snad', 'nobody'],
  ] as const)('%s for %s and %s: %s', (amount, holder, reason, wanted) => {
    expect(of(amount, holder, reason)).toBe(wanted);
  });

  it('takes a decision on record, and is silent in another currency or about nothing', () => {
    expect(of('50', 'Li', undefined, 'Chen')).toBe('own');
    expect(of('50', 'Li', undefined, 'Wang')).toBe('Chen');
    expect(of('50', 'Li', undefined, null, null)).toBe('Chen');
    expect(of('50', 'Li', undefined, null, 'EUR')).toBe('other-currency');
    expect(decide(table, null, undefined, 'Li', null)).toEqual({ kind: 'unknown' });
    expect(decide(readAuthority([]), stake('5'), undefined, 'Li', null)).toEqual({
      kind: 'unknown',
    });
    const one = readAuthority([{ upTo: '5 USD', who: 'Li', reasons: ['inr'] }]);
    expect(decide(one, stake('5'), 'snad', 'Li', null)).toEqual({ kind: 'nobody' });
  });

  it('keeps rows without a limit in their order, and takes any of several causes', () => {
    const read = readAuthority([
      { upTo: 'any', who: 'first' },
      { upTo: '100', who: 'Chen', reasons: ['snad', 'inr'] },
      { upTo: 'any', who: 'second' },
      { upTo: '20', who: 'Li' },
    ]);
    expect(read.rows.map(({ who }) => who)).toEqual(['Li', 'Chen', 'first', 'second']);
    expect(decide(read, stake('50'), 'inr-lost', 'Li', null)).toMatchObject({
      kind: 'above',
      row: { who: 'Chen' },
    });
  });

  it('is read from the worksheet with its causes, and nothing else of it', () => {
    expect(
      authorityOf({
        'authority.1.reasons': 'snad, inr-lost；service\n其他',
        'authority.1.who': 'Li',
        'authority.x.who': 'nobody',
        'authority.1.who.more': 'nobody',
        'my.authority.2.who': 'nobody',
        'authority.3.colour': 'red',
      }),
    ).toEqual([
      {
        upTo: undefined,
        who: 'Li',
        deputy: undefined,
        byWhen: undefined,
        reasons: ['snad', 'inr-lost', 'service', '其他'],
      },
    ]);
  });
});

describe('what is wrong', () => {
  const issues = (raw: unknown, asOf = ASKED) => {
    const result = parse(raw, asOf);
    if (result.kind !== 'invalid') throw new Error(result.kind);
    return result.issues.map(({ path, key, values }) => [
      path,
      key.replace('tool.case-desk.issue.', ''),
      values,
    ]);
  };

  it('is said with its place and its words', () => {
    expect(issues(null)).toEqual([['', 'not-an-object', {}]]);
    expect(issues({ cases: {}, authority: 'x', me: 7 })).toEqual([
      ['cases', 'list.cases', {}],
      ['authority', 'list.authority', {}],
      ['me', 'text', {}],
    ]);
    expect(issues({ cases: [{}, { id: 'A' }, { id: 'A' }, 'x'], authority: ['x', {}] })).toEqual([
      ['cases.0', 'case', {}],
      ['cases.2.id', 'twice', { id: 'A' }],
      ['cases.3', 'case', {}],
      ['authority.0', 'row', {}],
    ]);
    expect(issues({ cases: [], workCalendar: ' Atlantis ' })).toEqual([
      ['workCalendar', 'country', { country: 'Atlantis' }],
    ]);
    expect(issues({ cases: [], workCalendar: 'x'.repeat(50) })).toEqual([
      ['workCalendar', 'country', { country: 'x'.repeat(40) }],
    ]);
    expect(issues({ cases: [] }, 'soon')).toEqual([['asOf', 'as-of', { text: 'soon' }]]);
    const until = 'by 2026-11-25 10:00';
    expect(issues({ cases: [], asOf: until })).toEqual([['asOf', 'as-of', { text: until }]]);
    expect(issues({ cases: [], shiftEnd: until, workHours: 'late' })).toHaveLength(1);
    const paths = issues({ cases: [], workHours: 'late', shiftEnd: 'later', asOf: 'now and then' });
    expect(paths.map(([path]) => path)).toEqual(['workHours', 'asOf']);
    expect(issues({ cases: [], shiftEnd: 'later' }).map(([path]) => path)).toEqual(['shiftEnd']);
    expect(issues({ cases: Array(10_001).fill(null) })[0]).toEqual([
      'cases',
      'too-many',
      { most: 10_000 },
    ]);
  });

  it('is nothing in the names, numbers and lists that may be', () => {
    const read = parse(
      {
        cases: [{ id: 7 }],
        me: ' ',
        myZone: null,
        workCalendar: 'Poland',
        authority: [
          { 'up-to': 20, who: 'Li', 'by-when': 4, reasons: 'snad,inr' },
          { upTo: '5', who: 'Wu', reasons: ['snad', 5] },
        ],
      },
      ASKED,
    );
    if (read.kind !== 'input') throw new Error(read.kind);
    expect(read.cases.map(({ id }) => id)).toEqual(['7']);
    expect(read.setting).toMatchObject({ me: null, myZone: 'Asia/Shanghai', workCalendar: 'PL' });
    expect(read.setting.authority.rows).toMatchObject([
      { who: 'Wu', reasons: ['snad'], byWhen: null },
      { who: 'Li', byWhen: '4', reasons: ['snad', 'inr'] },
    ]);
  });

  it.each([
    ['2026-11-24T01:00:00Z', '09:00-18:00', '2026-11-24T10:00:00Z'],
    ['2026-11-24T09:59:59Z', '09:00-18:00', '2026-11-24T10:00:00Z'],
    ['2026-11-24T10:00:00Z', '09:00-18:00', '2026-11-25T10:00:00Z'],
    // 23:00 in Beijing of a night that ends at six.
    ['2026-11-24T15:00:00Z', '22:00-06:00', '2026-11-24T22:00:00Z'],
  ])('and at %s a shift of %s ends at %s', (asOf, workHours, end) => {
    expect(okOf({ cases: [], workHours }, asOf).shiftEnd).toBe(end);
  });
});

describe('an offer and a cost', () => {
  it('are amounts of money, or are refused by their field', () => {
    const at = '2026-11-23T01:00:00Z';
    const one = {
      id: 'x',
      order: { currency: 'USD' },
      offers: [
        { at, by: 'seller', amount: 'abc' },
        { at, by: 'seller', amount: '5' },
        { at, by: 'seller', amount: '-5' },
        { at, by: 'buyer', amount: '12,50 EUR' },
      ],
      outcomes: [
        { at, how: 'agreed', cost: 'lots' },
        { at, how: 'agreed', cost: '12,50 USD' },
      ],
    };
    const read = parse({ cases: [one] }, at);
    expect(read.kind === 'invalid' && read.issues.map(({ path, key }) => [path, key])).toEqual([
      ['cases.0.offers.0.amount', 'tool.number.not-a-number'],
      ['cases.0.offers.2.amount', 'tool.number.negative'],
      ['cases.0.offers.3.amount', 'tool.number.currency-mismatch'],
      ['cases.0.outcomes.0.cost', 'tool.number.not-a-number'],
    ]);
  });
});

describe('what is odd about a case', () => {
  const alerts = (rest: object, more: object = {}) =>
    judged(rest, more).alerts.map(({ id, values }) => [id, ...Object.values(values)].join(' '));

  it('is said once, with what it is about', () => {
    // What ran out at 01:00 on the 24th is overdue a second later, not before.
    expect(alerts({ ...opened, events: { disputeOpenedAt: '2026-11-18T01:00:00Z' } })).toContain(
      'overdue first-answer',
    );
    expect(alerts({ ...opened, order: { claim: 'much', currency: 'USD' } })).toContain(
      'amount-unreadable much',
    );
    expect(alerts({ ...opened, order: { claim: '5' } })).toContain('no-currency');
    expect(alerts({ ...opened, reason: 'weather' })).toContain('cause-unknown weather');
    expect(alerts({ ...opened, reason: 'snad' }).join()).not.toContain('cause-unknown');
    expect(
      alerts({ ...opened, snooze: { until: '2026-11-30T00:00:00Z', reason: 'away' } }),
    ).toContain('snooze-too-long 2026-11-30T00:00:00Z');
    expect(alerts({ ...opened, snooze: { until: 'tomorrow at 5', reason: 'away' } })).toContain(
      'date-unreadable snooze.until',
    );
    expect(alerts({ flow: 'no.such' })).toEqual(['date-unreadable flow']);
    // No date is wrong where nobody knows which ones the case has.
    expect(judged({ ...opened, flow: 'no.such' }).next?.action).toBe('name-kind');
  });

  it('is who has to decide, with deputy and time', () => {
    const stake = { ...opened, order: { claim: '50', currency: 'USD' } };
    const row = { upTo: '100 USD', who: 'Chen', deputy: 'Wu', byWhen: '4 h' };
    const small = { upTo: '20 USD', who: 'Li' };
    expect(alerts(stake, { authority: [small, row] })).toContain('above-authority Chen Wu 4 h');
    expect(judged(stake, { authority: [small, row] }).decides).toBe('Chen');
    expect(
      judged(stake, { authority: [small, { upTo: '100 USD', who: 'Chen' }] }).alerts,
    ).toContainEqual({ id: 'above-authority', values: { who: 'Chen', deputy: '', byWhen: '' } });
    expect(alerts(stake, { authority: [small] })).toContain('nobody-may-decide');
    expect(judged(stake, { authority: [small] }).decides).toBeNull();
    expect(alerts(stake, { authority: [{ upTo: '90 EUR', who: 'Li' }] })).toContain(
      'authority-in-other-currency',
    );
    expect(alerts(stake).join()).not.toMatch(/authority|decide/);
  });

  it('is nothing once it is closed', () => {
    const closed = {
      ...opened,
      reason: 'weather',
      order: { claim: 'much' },
      outcomes: [{ at: ASKED, how: 'agreed' }],
    };
    expect(judged(closed)).toMatchObject({
      state: 'closed',
      alerts: [],
      next: null,
      clocks: [],
      focus: null,
      safeUntil: null,
      safeSeconds: null,
      isOverdue: false,
      isDueToday: false,
      isDueBeforeShiftEnd: false,
    });
  });
});

describe('what is at stake', () => {
  const stake = (rest: object) => {
    const read = stakeOf(caseOf(rest));
    return read.stake
      ? [`${read.stake.amount.num}/${read.stake.amount.den}`, read.stake.currency]
      : [read.unreadable];
  };
  const offer = { at: ASKED, by: 'buyer', amount: '7', currency: 'EUR' };

  it('is the claim, else the last demand in money, else the price', () => {
    const order = { claim: '5', price: '9', currency: 'usd' };
    expect(stake({ order, offers: [offer] })).toEqual(['5/1', 'USD']);
    expect(stake({ order: { price: '9', currency: 'USD' }, offers: [offer] })).toEqual([
      '7/1',
      'EUR',
    ]);
    const later = { at: '2026-11-25T01:00:00Z', by: 'buyer', text: 'a new one' };
    expect(
      stake({
        order: { price: '9', currency: 'USD' },
        offers: [{ ...offer, currency: undefined }, { ...offer, by: 'seller', amount: '1' }, later],
      }),
    ).toEqual(['7/1', 'USD']);
    expect(stake({ order: { price: '9' } })).toEqual(['9/1', null]);
    expect(stake({ order: { claim: 'x', price: '9' } })).toEqual(['x']);
    expect(stake({})).toEqual([undefined]);
  });

  it('is summed by currency over what is open', () => {
    const one = (id: string, claim: string, currency?: string, more: object = {}) => ({
      id,
      order: { claim, currency },
      ...more,
    });
    const closed = { outcomes: [{ at: ASKED, how: 'agreed' }] };
    expect(
      okOf({
        cases: [
          one('a', '5', 'USD'),
          one('b', '2.5', 'USD'),
          one('c', '300', 'JPY'),
          one('d', '4'),
          one('e', '9', 'USD', closed),
        ],
      }).totals,
    ).toMatchObject({ open: 4, atStake: { JPY: '300', USD: '7.50' } });
    const { atStake } = okOf({
      cases: [one('a', '5', 'USD'), one('b', '1.5', 'KWD'), one('c', '2', 'EUR')],
    }).totals;
    expect(Object.entries(atStake)).toEqual([
      ['EUR', '2.00'],
      ['KWD', '1.500'],
      ['USD', '5.00'],
    ]);
  });
});

describe('the next step', () => {
  const next = (rest: object, more: object = {}) => judged(rest, more).next;

  it('carries what it speaks of', () => {
    expect(next({})).toMatchObject({ action: 'name-kind', because: 'no-kind', by: 'seller' });
    expect(next({ owner: 'Li' }, { me: 'Wu' })?.by).toBe('Li');
    expect(next({}, { me: 'Wu' })?.by).toBe('Wu');
    expect(next({ flow: 'aliexpress.snad-classic' })).toMatchObject({
      action: 'enter-dates',
      values: { event: 'disputeOpenedAt' },
      until: null,
    });
    expect(next(opened)).toMatchObject({
      action: 'answer',
      because: 'little-time',
      values: { clock: 'first-answer', at: '2026-11-25T01:00:00Z' },
      until: '2026-11-25T01:00:00Z',
    });
    expect(
      next({ ...opened, snooze: { until: '2026-11-24T05:00:00Z', reason: 'lunch' } }),
    ).toMatchObject({
      action: 'wait',
      because: 'snoozed',
      values: { at: '2026-11-24T05:00:00Z', reason: 'lunch' },
      until: '2026-11-24T05:00:00Z',
    });
    const late = next({ ...opened, events: { disputeOpenedAt: '2026-11-18T01:00:00Z' } });
    expect(late).toMatchObject({
      action: 'record-what-happened',
      because: 'lapsed',
      values: { clock: 'first-answer', at: '2026-11-23T01:00:00Z' },
    });
    expect(late?.ruleIds).toContain('aliexpress.dispute.first-answer');
  });

  const fresh = {
    flow: 'aliexpress.snad-classic',
    events: { disputeOpenedAt: '2026-11-23T01:00:00Z' },
  };
  const sent = { at: '2026-11-23T02:00:00Z', by: 'seller', amount: '4', text: 'sorry' };

  it('speaks of an offer by its sum, its currency, and since when it waits', () => {
    const order = { currency: 'USD', claim: '9' };
    const waiting = { ...sent, at: '2026-11-23T00:30:00Z' };
    expect(next({ ...fresh, order, offers: [waiting] })).toMatchObject({
      action: 'follow-up-offer',
      because: 'offer-unanswered',
      values: { at: waiting.at, amount: '4', currency: 'USD', text: 'sorry', since: waiting.at },
    });
    expect(judged({ ...fresh, order, offers: [waiting] }).alerts).toContainEqual({
      id: 'offer-unanswered',
      values: {},
    });
    expect(
      next({ ...fresh, order, offers: [{ ...waiting, answer: 'refused' }] })?.because,
    ).not.toBe('offer-unanswered');
    expect(next({ ...fresh, offers: [{ ...waiting, amount: undefined }] })?.values).toEqual({
      at: waiting.at,
      text: 'sorry',
      since: waiting.at,
    });
  });

  it('hands over what is above the table, with the sum and the person', () => {
    const stake = { ...fresh, order: { claim: '50.00', currency: 'USD' } };
    const row = { upTo: '100 USD', who: 'Chen', deputy: 'Wu', byWhen: '4 h' };
    const small = { upTo: '20 USD', who: 'Li' };
    expect(next(stake, { authority: [small, row] })).toMatchObject({
      action: 'hand-over',
      because: 'above-authority',
      by: 'Chen',
      values: { amount: '50', currency: 'USD', who: 'Chen', deputy: 'Wu', byWhen: '4 h' },
    });
    expect(next(stake, { authority: [small, row] })?.ruleIds).toContain(
      'aliexpress.dispute.first-answer',
    );
    expect(next(stake, { authority: [small] })).toMatchObject({
      action: 'hand-over',
      because: 'nobody-may-decide',
      by: 'seller',
      values: { amount: '50', currency: 'USD' },
    });
  });

  it('asks for the first piece of evidence nobody has ticked', () => {
    const list = evidenceFor(caseOf({ reason: 'snad-damaged' }), data);
    const [first, second] = list?.items ?? [];
    expect(list?.missing).toBe(first?.id);
    const ticked = caseOf({ reason: 'snad-damaged', evidence: { ticks: [first?.id] } });
    expect(evidenceFor(ticked, data)).toMatchObject({ missing: second?.id });
    const all = { ticks: list?.items.map(({ id }) => id) };
    expect(
      evidenceFor(caseOf({ reason: 'snad-damaged', evidence: all }), data)?.missing,
    ).toBeNull();
    expect(evidenceFor(caseOf({ reason: 'weather' }), data)).toBeNull();
    expect(evidenceFor(caseOf({}), data)).toBeNull();
    const asked = next({ ...fresh, reason: 'snad-damaged' });
    expect(asked).toMatchObject({
      action: 'collect-evidence',
      because: 'evidence-missing',
      values: { clock: 'first-answer', item: first?.id },
      page: list?.page,
    });
    expect(asked?.ruleIds).toEqual(expect.arrayContaining(list?.rules ?? ['none']));
  });
});

describe('what is said beside the step', () => {
  const bare = new Map<string, never>();
  const told = (rest: object, part: Partial<typeof data> = {}, more: object = {}) => {
    const read = calculate({ cases: [{ id: 'A', ...rest }], ...more }, { ...data, ...part }, ASKED);
    if (read.kind !== 'ok') throw new Error(read.kind);
    const [one] = read.cases;
    return { next: one?.next, alerts: one?.alerts, one };
  };
  const bothClocks = {
    disputeOpenedAt: '2026-11-21T01:00:00Z',
    answeredAt: '2026-11-22T20:00:00Z',
  };
  const kind = 'aliexpress.snad-classic';

  it('names a rule that is gone', () => {
    const { next, alerts } = told(opened, { rules: bare });
    const rule = next?.values['rule'] ?? '';
    expect(next).toMatchObject({ action: 'mend-dates', because: 'rule-missing' });
    expect(rule).toMatch(/^aliexpress\./);
    expect(alerts).toEqual([{ id: 'rule-missing', values: { rule } }]);
    expect(told(opened, { rules: bare }).one).toMatchObject({ clocks: [], focus: null });
  });

  it('names a date that cannot be read, and a kind that is gone', () => {
    const { next, alerts } = told({ flow: kind, events: { disputeOpenedAt: 'soon' } });
    expect(next).toMatchObject({
      action: 'mend-dates',
      because: 'date-unreadable',
      values: { field: 'events.disputeOpenedAt' },
    });
    expect(alerts).toEqual([
      { id: 'date-unreadable', values: { field: 'events.disputeOpenedAt' } },
    ]);
  });

  it('names an end that cannot be, and one that is later than any source gives', () => {
    const shown = (end: string) => told({ ...opened, shownDue: { 'first-answer': end } });
    for (const end of ['2026-11-19T01:00:00Z', '2027-11-25T01:00:00Z', 'Deadline: soon'])
      expect(shown(end).alerts, end).toEqual([
        { id: 'date-unreadable', values: { field: 'shownDue.first-answer' } },
      ]);
    expect(shown('2026-12-07T01:00:00Z').alerts).toContainEqual({
      id: 'shown-longer',
      values: { event: 'disputeOpenedAt', clock: 'first-answer' },
    });
    expect((shown('2026-11-25T01:00:00Z').alerts ?? []).map(({ id }) => id)).not.toContain(
      'shown-longer',
    );
  });

  it('names the clock that the buyer started anew, and by what', () => {
    const events = {
      disputeOpenedAt: '2026-11-18T01:00:00Z',
      answeredAt: '2026-11-20T01:00:00Z',
      buyerEditedAt: '2026-11-23T01:00:00Z',
    };
    const { next, alerts, one } = told({ flow: kind, events });
    // Seven days from the opening end before five from the edit.
    expect(one?.focus).toBe('negotiation-end');
    expect(next).toMatchObject({
      action: 'answer-again',
      values: { clock: 'first-answer', event: 'buyerEditedAt', outcome: 'refund-as-requested' },
    });
    expect(alerts).toContainEqual({
      id: 'clock-restarted',
      values: { clock: 'first-answer', event: 'buyerEditedAt' },
    });
  });

  it('says what ends today, before the shift, and without working time', () => {
    const shown = (end: string) => told({ flow: kind, shownDue: { 'first-answer': end } });
    const today = shown('2026-11-24T07:00:00Z');
    expect(today.alerts?.map(({ id }) => id)).toEqual(['due-today', 'before-shift-end']);
    expect(today.one).toMatchObject({ isDueToday: true, isDueBeforeShiftEnd: true });
    expect(shown('2026-11-26T07:00:00Z').one).toMatchObject({
      alerts: [],
      isDueToday: false,
      isDueBeforeShiftEnd: false,
      focus: 'first-answer',
    });
    // On Sunday in Beijing, with the end on Monday before the desk opens.
    const sunday = calculate(
      { cases: [{ id: 'A', flow: kind, shownDue: { 'first-answer': '2026-11-23T00:00:00Z' } }] },
      data,
      '2026-11-22T01:00:00Z',
    );
    expect(sunday.kind === 'ok' && sunday.cases[0]?.alerts).toEqual([
      { id: 'no-working-time-left', values: { clock: 'first-answer' } },
      { id: 'before-shift-end', values: {} },
    ]);
    const late = told({ flow: kind, events: { disputeOpenedAt: '2026-11-18T01:00:00Z' } });
    expect(late.alerts).toContainEqual({ id: 'overdue', values: { clock: 'first-answer' } });
    expect(late.one).toMatchObject({ isDueToday: false, isDueBeforeShiftEnd: false });
  });

  it('puts papers and parcels before an answer only where they end first', () => {
    const asked = (platformAskedAt: string) =>
      told({
        flow: kind,
        events: { disputeOpenedAt: '2026-11-22T12:00:00Z', platformAskedAt },
      }).next;
    // The answer ends on the 27th at 12:00; the papers three days after they were asked for.
    expect(asked('2026-11-23T01:00:00Z')).toMatchObject({
      action: 'send-evidence',
      because: 'platform-asked',
      values: { clock: 'evidence', outcome: 'ruled-without-your-evidence' },
    });
    expect(asked('2026-11-23T01:00:00Z')?.values).not.toHaveProperty('item');
    const parcel = told({
      flow: 'aliexpress.return',
      events: { returnAgreedAt: '2026-11-10T01:00:00Z', returnPostedAt: '2026-11-12T01:00:00Z' },
    }).next;
    expect(parcel).toMatchObject({
      action: 'check-return',
      because: 'duty-runs',
      values: { clock: 'confirm-return', outcome: 'refund-agreement-executed' },
    });
  });

  it('reads the last word by its moment, not by its place', () => {
    const late = { at: '2026-11-23T22:00:00Z', by: 'buyer', amount: '15', currency: 'EUR' };
    const early = { at: '2026-11-23T20:00:00Z', by: 'seller', amount: '5' };
    const step = (offers: object[], order: object = { currency: 'USD' }) =>
      told({ flow: kind, events: bothClocks, order, offers }).next;
    for (const offers of [
      [early, late],
      [late, early],
    ])
      expect(step(offers)).toMatchObject({
        action: 'answer-offer',
        because: 'buyer-offered',
        values: { at: late.at, amount: '15', currency: 'EUR' },
        ruleIds: ['aliexpress.dispute.negotiation-classic'],
      });
    expect(step([{ ...early, at: '2026-11-23T23:00:00Z' }, late])).toMatchObject({
      action: 'wait',
      because: 'others-turn',
      by: 'buyer',
      values: { amount: '5', currency: 'USD' },
      ruleIds: ['aliexpress.dispute.negotiation-classic'],
    });
    expect(step([{ ...early, at: '2026-11-23T23:00:00Z' }], {})?.values).toMatchObject({
      currency: '',
    });
    expect(step([])).toMatchObject({
      action: 'settle',
      because: 'nothing-agreed',
      values: { clock: 'negotiation-end', outcome: 'platform-steps-in' },
    });
  });

  it('waits for others by their clock, and closes where none runs', () => {
    expect(
      told({ flow: 'ozon.dispute', events: { disputeOpenedAt: '2026-11-23T01:00:00Z' } }).next,
    ).toMatchObject({ action: 'wait', because: 'others-turn', by: 'platform' });
    const { one, next } = told({
      flow: kind,
      platform: 'other',
      events: { ...bothClocks, agreedAt: '2026-11-23T20:00:00Z' },
    });
    expect(next).toMatchObject({ action: 'close', because: 'all-done', until: null, values: {} });
    // The kind of case knows its platform better than who wrote the case.
    expect(one).toMatchObject({ platform: 'aliexpress', flow: kind, focus: null });
    expect(told({ platform: 'other' }).one).toMatchObject({ platform: 'other', flow: null });
    expect(told({}).one).toMatchObject({ platform: null, stake: null, decides: null });
  });

  it('plans before it answers, unless an offer of one’s own is a plan already', () => {
    const fresh = { flow: kind, events: { disputeOpenedAt: '2026-11-23T01:00:00Z' } };
    expect(told(fresh).next).toMatchObject({ action: 'record-plan', because: 'no-plan' });
    expect(told({ ...fresh, plan: { at: ASKED, walkAway: '5' } }).next).toMatchObject({
      action: 'answer',
      because: 'no-answer-yet',
      values: { clock: 'first-answer', outcome: 'refund-as-requested' },
    });
    const offer = { at: '2026-11-23T23:00:00Z', amount: '5' };
    expect(told({ ...fresh, offers: [{ ...offer, by: 'seller' }] }).next?.action).toBe('answer');
    expect(told({ ...fresh, offers: [{ ...offer, by: 'buyer' }] }).next?.action).toBe(
      'record-plan',
    );
  });

  it('is a calendar that nobody has published yet', () => {
    const far = calculate(
      {
        cases: [
          {
            id: 'A',
            flow: 'aliexpress.chargeback',
            events: { chargebackNoticeAt: '2028-02-26T20:00:00Z' },
          },
        ],
      },
      data,
      '2028-02-26T21:00:00Z',
    );
    const [one] = far.kind === 'ok' ? far.cases : [];
    expect(one?.alerts).toContainEqual({
      id: 'plan-missing',
      values: { clock: 'defence', country: 'CN', year: 2028 },
    });
    // Three working days cannot end before three days.
    expect(one?.safeUntil).toBe('2028-02-29T20:00:00Z');
  });
});

describe('the order and the reasons', () => {
  it('put what has no end of its own last, and tell what each asks for', () => {
    const result = okOf({
      cases: [
        { id: 'c' },
        { id: 'b' },
        { id: '0', outcomes: [{ at: ASKED, how: 'agreed' }] },
        { id: 'a', ...opened },
      ],
    });
    expect(result.order).toEqual(['a', 'b', 'c']);
    expect(result.cases.map(({ id }) => id)).toEqual(['a', 'b', 'c', '0']);
    expect(result.usedRules).toEqual([...new Set(result.usedRules)].sort());
    // Of the clocks that run, and of the step; not of those that wait for an event.
    expect(result.usedRules).toEqual([
      'aliexpress.dispute.first-answer',
      'aliexpress.dispute.negotiation-classic',
      'aliexpress.dispute.reject-when-left',
    ]);
    const [given, order, ...rest] = explain(result);
    expect(given).toEqual({
      section: 'given',
      messageKey: 'tool.case-desk.explain.given',
      values: { count: 4, open: 3, at: ASKED, shiftEnd: '2026-11-24T10:00:00Z' },
      ruleIds: [],
    });
    expect(order).toEqual({
      section: 'done',
      messageKey: 'tool.case-desk.explain.order',
      values: { first: 'a' },
      ruleIds: [],
    });
    expect(
      rest.map(({ section, of, messageKey, values, ruleIds }) => [
        section,
        of,
        messageKey,
        values,
        ruleIds.length > 0,
      ]),
    ).toEqual([
      ['done', 'a', 'tool.case-desk.action.answer', {}, true],
      ['done', 'b', 'tool.case-desk.action.name-kind', {}, expect.any(Boolean)],
      ['done', 'c', 'tool.case-desk.action.name-kind', {}, expect.any(Boolean)],
    ]);
    expect(explain(okOf({ cases: [] }))).toHaveLength(1);
  });
});

describe('a file', () => {
  it('is dated, and counts what it does not take in', () => {
    const one = caseOf({ name: 'lamp', changedAt: '2026-11-20T00:00:00Z' });
    const text = writeBundle([one], ASKED);
    expect(readBundle(`\uFEFF${text}`, data)).toEqual({
      cases: [one],
      refused: 0,
      newer: 0,
      savedAt: ASKED,
    });
    expect(text.endsWith('}\n')).toBe(true);
    const file = JSON.parse(text) as { savedAt?: unknown; cases: unknown[] };
    const again = (cases: unknown[], savedAt: unknown = 7) =>
      readBundle(JSON.stringify({ ...file, cases, savedAt }), data);
    expect(again([one])?.savedAt).toBeNull();
    expect(
      again([{ ...one, version: '9' }, { ...one, version: 0, id: '' }, [], null]),
    ).toMatchObject({
      cases: [],
      refused: 4,
      newer: 0,
    });
    // The same case twice is one, with what either knows.
    const later = { ...one, owner: 'Li', changedAt: '2026-11-21T00:00:00Z' };
    expect(again([one, later])?.cases).toMatchObject([{ id: 'A', name: 'lamp', owner: 'Li' }]);
  });

  it('of the planner’s page is read record by record', () => {
    const record = {
      kind: 'case',
      key: `case:${ASKED}`,
      name: '',
      keptAt: ASKED,
      value: '#?flow=aliexpress.inr&v=1',
    };
    const read = (items: unknown[], tool = 'deadline-planner') =>
      readBundle(JSON.stringify({ tool, items }), data);
    expect(read([record])).toMatchObject({
      cases: [{ id: `aliexpress.inr ${ASKED}`, flow: 'aliexpress.inr' }],
      refused: 0,
      savedAt: null,
    });
    for (const part of [
      { kind: 'note' },
      { key: 1 },
      { name: 1 },
      { keptAt: 'soon' },
      { value: 1 },
      { pastedAt: 1 },
    ])
      expect(read([{ ...record, ...part }]), JSON.stringify(part)).toMatchObject({
        cases: [],
        refused: 1,
      });
    expect(read([null, 'x', []])).toMatchObject({ cases: [], refused: 3 });
    expect(read([record], 'other')).toBeNull();
  });

  it('makes one desk of two, by name', () => {
    const one = caseOf({});
    const joined = joinDesks(
      [
        { ...one, id: 'C' },
        { ...one, id: 'A' },
      ],
      [{ ...one, id: 'B' }],
    );
    expect(joined.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  });

  it('brings in what is new and what differs, and says in which fields', () => {
    const here = caseOf({ name: 'lamp', changedAt: '2026-11-20T00:00:00Z' });
    const same = { ...here, changedAt: '2026-11-21T00:00:00Z' };
    const other = caseOf({ name: 'lamp', owner: 'Li', changedAt: '2026-11-21T00:00:00Z' });
    const added = { ...here, id: 'B' };
    expect(changesOf([here], [same])).toEqual({ added: [], changed: [], same: 1 });
    const changes = changesOf([here], [other, added]);
    expect(changes.added).toEqual([added]);
    expect(changes.changed).toMatchObject([
      { before: here, after: { name: 'lamp', owner: 'Li' }, fields: ['owner'] },
    ]);
  });
});

describe('names', () => {
  it('are free ones', () => {
    expect(freeId('A', 'f', new Set())).toBe('A');
    expect(freeId('A', 'f', new Set(['A']))).toBe('A f');
    expect(freeId('A', 'f', new Set(['A', 'A f']))).toBe('A f 2');
    expect(freeId('A', 'f', new Set(['A', 'A f', 'A f 2']))).toBe('A f 3');
    expect(freeId('A', undefined, new Set(['A']))).toBe('A 2');
  });

  it('of a kept case are its own only where somebody gave it one', () => {
    const record: PlannerRecord = {
      key: `case:${ASKED}`,
      kind: 'case',
      name: 'inr',
      keptAt: ASKED,
      value:
        '#?flow=aliexpress.inr&events.disputeOpenedAt=2026-11-20T01:00:00Z&promisedDays=30&v=1',
      pastedAt: ASKED,
    };
    const read = (part: Partial<PlannerRecord>) =>
      casesOfRecords([{ ...record, ...part }], data, new Set()).cases[0];
    const bare = read({});
    expect(bare).toMatchObject({
      id: `aliexpress.inr ${ASKED}`,
      platform: 'aliexpress',
      order: { promisedDays: 30 },
      events: { disputeOpenedAt: '2026-11-20T01:00:00Z' },
      createdAt: ASKED,
      changedAt: ASKED,
    });
    expect(bare).not.toHaveProperty('name');
    expect(bare).not.toHaveProperty('buyer');
    expect(bare).not.toHaveProperty('shownDue');
    expect(read({ key: 'case:lamp', name: 'lamp' })).toMatchObject({ id: 'lamp', name: 'lamp' });
    expect(read({ key: 'case:lamp' })?.id).toBe('inr');
    expect(plannerLink(caseOf({}))).toBe('');
    expect(plannerLink(bare as Case)).toContain('flow=aliexpress.inr');
  });
});

describe('a change', () => {
  const one = caseOf({ name: 'lamp' });
  it('cuts and empties single values', () => {
    const set = (field: 'name' | 'order.item', value: string) =>
      applyChange(one, { type: 'set', field, value }, ASKED);
    expect(set('name', ` ${'x'.repeat(301)} `).name).toBe('x'.repeat(300));
    expect(set('name', '  ')).not.toHaveProperty('name');
    expect(set('order.item', ' shirt ').order).toEqual({ item: 'shirt' });
    expect(set('name', 'lamp')).toBe(one);
  });

  it('says whose a note is', () => {
    const note = (by?: 'buyer') =>
      applyChange(one, { type: 'note', text: 'hello', ...(by ? { by } : {}) }, ASKED).notes;
    expect(note()).toEqual([{ at: ASKED, text: 'hello' }]);
    expect(note('buyer')).toEqual([{ at: ASKED, text: 'hello', by: 'buyer' }]);
  });

  it('answers the offer that was made at that moment', () => {
    const offers = [
      { at: '2026-11-20T00:00:00Z', by: 'seller', amount: '4' },
      { at: '2026-11-21T00:00:00Z', by: 'seller', amount: '5' },
    ];
    const after = applyChange(
      caseOf({ offers }),
      { type: 'answer', of: '2026-11-21T00:00:00Z', answer: 'refused' },
      ASKED,
    );
    expect(after.offers).toEqual([
      offers[0],
      { ...offers[1], answer: 'refused', answeredAt: ASKED },
    ]);
  });

  it('closes what was put aside, and wakes it', () => {
    const aside = applyChange(
      one,
      { type: 'snooze', until: '2026-11-25T00:00:00Z', reason: 'away' },
      ASKED,
    );
    expect(aside.snooze).toEqual({ until: '2026-11-25T00:00:00Z', reason: 'away' });
    expect(applyChange(aside, { type: 'wake' }, ASKED)).not.toHaveProperty('snooze');
    const closed = applyChange(aside, { type: 'close', outcome: { how: 'agreed' } }, ASKED);
    expect(closed).not.toHaveProperty('snooze');
    expect(closed.name).toBe('lamp');
    expect(closed.outcomes).toEqual([{ at: ASKED, how: 'agreed' }]);
  });
});

describe('what leaves the desk', () => {
  it('is a line by the last outcome, the first answer and the last word of each side', () => {
    const line = logLine(
      caseOf({
        ...opened,
        level: 'Chen',
        owner: 'Li',
        events: { disputeOpenedAt: '2026-11-20T01:00:00Z', answeredAt: '2026-11-21T01:00:00Z' },
        order: { currency: 'USD' },
        offers: [
          { at: '2026-11-20T02:00:00Z', by: 'buyer', amount: '9', currency: 'EUR' },
          { at: '2026-11-20T03:00:00Z', by: 'seller', amount: '3' },
          { at: '2026-11-20T04:00:00Z', by: 'seller', text: 'a new one' },
        ],
        replies: [
          { at: '2026-11-20T05:00:00Z', situation: 'one', text: 'x' },
          { at: '2026-11-20T06:00:00Z', text: 'y' },
        ],
        evidence: { files: [{ name: 'a.jpg' }, { name: 'b.jpg' }] },
        outcomes: [
          { at: '2026-11-23T01:00:00Z', how: 'ruled-for-buyer' },
          { at: '2026-11-22T01:00:00Z', how: 'agreed', by: 'Wu' },
        ],
      }),
      data,
    );
    expect(line).toMatchObject({
      opened: '2026-11-20T01:00:00Z',
      'first-answer': '2026-11-21T01:00:00Z',
      closed: '2026-11-23T01:00:00Z',
      outcome: 'ruled-for-buyer',
      asked: '9 EUR',
      offered: 'a new one',
      currency: 'USD',
      'decided-by': 'Chen',
      script: 'one',
      evidence: 'a.jpg; b.jpg',
    });
    const outcomes = ['2026-11-21', '2026-11-23', '2026-11-22'].map((day) => ({
      at: `${day}T01:00:00Z`,
      how: 'agreed',
    }));
    expect(logLine(caseOf({ flow: 'gone', outcomes }), data)).toMatchObject({
      opened: '2026-11-21T01:00:00Z',
      closed: '2026-11-23T01:00:00Z',
    });
    expect(
      logLine(caseOf({ replies: [{ at: ASKED, text: 'x' }], owner: 'Li' }), data),
    ).toMatchObject({ 'first-answer': ASKED, 'decided-by': 'Li', opened: ASKED });
  });

  it('has a day even where nobody told the desk when the complaint came', () => {
    const [made, end] = ['2026-11-20T01:00:00Z', '2026-11-23T01:00:00Z'];
    const outcomes = [{ at: end, how: 'agreed' }];
    expect(logLine(caseOf({ createdAt: made, outcomes }), data).opened).toBe(made);
    expect(logLine(caseOf({ outcomes }), data).opened).toBe(end);
    expect(logLine(caseOf({ ...opened, createdAt: made, outcomes }), data).opened).toBe(
      opened.events.disputeOpenedAt,
    );
  });

  it('says nothing of whose it is, and the same name stays the same', () => {
    const [one, two] = scrub([
      caseOf({
        owner: 'Li',
        level: 'Li',
        plan: { at: ASKED, text: 'offer Ewa four' },
        offers: [{ at: ASKED, by: 'buyer', text: 'Ewa wants all', amount: '4' }],
        replies: [{ at: ASKED, text: 'Dear Ewa' }],
        snooze: { until: ASKED, reason: 'Ewa is away' },
        notes: [{ at: ASKED, text: 'Ewa again' }],
        outcomes: [{ at: ASKED, how: 'agreed', by: 'Li', cause: 'Ewa', prevention: 'Ewa' }],
        evidence: { files: [{ name: 'ewa', size: 1, sha256: 'a'.repeat(64) }] },
      }),
      caseOf({ id: 'B', owner: 'Wu', order: { currency: 'USD' } }),
    ]);
    expect(JSON.stringify([one, two])).not.toMatch(/Ewa|"Li"|"Wu"|aaaa/);
    expect(one).toMatchObject({
      owner: 'person-1',
      level: 'person-1',
      plan: { text: '…' },
      offers: [{ text: '…', amount: '4' }],
      replies: [{ text: '…' }],
      snooze: { reason: '…' },
      notes: [{ text: '…' }],
      outcomes: [{ by: 'person-1', cause: '…', prevention: '…' }],
      evidence: { files: [{ name: 'file-1', size: 1 }] },
    });
    expect(two).toMatchObject({ id: 'case-2', owner: 'person-2', order: { currency: 'USD' } });
    expect(two).not.toHaveProperty('order.item');
  });
});

describe('the tool', () => {
  it('describes its fields, and says what it misses', () => {
    expect(tool.fields(content).map(({ name, type, required }) => [name, type, required])).toEqual([
      ['cases', 'list of cases', true],
      ['authority', 'list of rows', false],
      ['me', 'name', false],
      ['myZone', 'IANA zone', false],
      ['workCalendar', 'country code', false],
      ['workHours', 'hh:mm-hh:mm', false],
      ['shiftEnd', 'instant', false],
      ['asOf', 'instant', false],
    ]);
    expect(tool.summary).toMatch(/\?$/);
    const none = { ...content, collection: () => new Map() };
    expect(() => dataFrom(none)).toThrow('what comes next');
  });
});
