import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { CASE_VERSION, readCase } from '../shared/case.ts';
import { loadTemporal } from '../shared/time.ts';
import { calculate, parse } from './index.ts';
import { withMoments } from './moments.ts';
import { dataFrom } from './tool.ts';

await loadTemporal();
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const ASKED = '2026-11-24T01:00:00Z';
const offered = (at: string) => ({
  id: 'A',
  flow: 'aliexpress.snad-classic',
  events: { disputeOpenedAt: '2026-11-22T00:00:00Z' },
  offers: [{ at, by: 'seller', amount: '5' }],
});
const issues = (one: object, more: object = {}) => {
  const result = parse({ cases: [{ id: 'A', ...one }], ...more }, ASKED);
  return result.kind === 'invalid' ? result.issues.map(({ path, key }) => [path, key]) : [];
};
const nextOf = (one: object, more: object = {}) => {
  const result = calculate({ cases: [one], ...more }, data, ASKED);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result.cases[0]?.next;
};

describe('moments of a case', () => {
  // Asked on Tuesday at 09:00 in Beijing.
  it.each([
    ['2026-11-22 09:00', '2026-11-22T01:00:00Z'],
    ['2026-11-22 09:00 UTC', '2026-11-22T09:00:00Z'],
    ['2 days ago', '2026-11-21T16:00:00Z'],
    ['48 hours ago', '2026-11-22T01:00:00Z'],
    ['2026年11月22日 09:00', '2026-11-22T01:00:00Z'],
    ['2026-11-22T01:00:00Z', '2026-11-22T01:00:00Z'],
  ])('of an offer: %s', (at, wanted) => {
    expect(nextOf(offered(at))).toMatchObject({
      action: 'follow-up-offer',
      values: { since: wanted },
    });
  });
  it('are read in the zone of the desk', () => {
    expect(nextOf(offered('2026-11-22 09:00'), { myZone: 'Europe/Berlin' })).toMatchObject({
      values: { since: '2026-11-22T08:00:00Z' },
    });
  });

  const past = [
    ['offers.0.at', (at: string) => ({ offers: [{ at, by: 'seller' }] })],
    [
      'offers.0.answeredAt',
      (at: string) => ({
        offers: [{ at: ASKED, by: 'seller', answer: 'refused', answeredAt: at }],
      }),
    ],
    ['plan.at', (at: string) => ({ plan: { at } })],
    ['replies.0.at', (at: string) => ({ replies: [{ at, text: 'Hello' }] })],
    ['notes.0.at', (at: string) => ({ notes: [{ at, text: 'called' }] })],
    ['outcomes.0.at', (at: string) => ({ outcomes: [{ at, how: 'agreed' }] })],
    ['reopened.0', (at: string) => ({ reopened: [at] })],
  ] as const;
  const ahead = [
    ['snooze.until', (until: string) => ({ snooze: { until, reason: 'waits' } })],
    [
      'evidence.files.0.readyAt',
      (readyAt: string) => ({ evidence: { files: [{ name: 'a', readyAt }] } }),
    ],
  ] as const;
  it.each(past)('%s is refused as the reader of moments refuses it', (path, one) => {
    const asIt = (text: string) => issues({}, { shiftEnd: text })[0]?.[1];
    for (const text of ['soon or later', '2026-02-31 10:00', '03/04/2026 10:00', '99:99']) {
      expect(asIt(text), text).toBeTruthy();
      expect(issues(one(text)), text).toEqual([[`cases.0.${path}`, asIt(text)]]);
    }
  });
  it.each(past)('%s is no countdown and no end', (path, one) => {
    for (const text of ['2 days 3 hours left', 'until 2026-11-28 10:00'])
      expect(issues(one(text)), text).toEqual([[`cases.0.${path}`, 'tool.case-desk.issue.as-of']]);
  });
  it.each(ahead)('%s may be a countdown and an end', (_path, one) => {
    for (const text of ['2 days 3 hours left', 'until 2026-11-28 10:00'])
      expect(issues(one(text)), text).toEqual([]);
  });
  it('that lies ahead and cannot be read is told on its case', () => {
    const result = calculate(
      { cases: [{ id: 'A', snooze: { until: 'soon or later', reason: 'waits' } }] },
      data,
      ASKED,
    );
    expect(result.kind === 'ok' && result.cases[0]?.alerts).toEqual([
      { id: 'date-unreadable', values: { field: 'snooze.until' } },
    ]);
    expect(
      issues({ snooze: { until: 'soon or later', reason: 'waits' }, plan: { at: 'soon' } }),
    ).toEqual([['cases.0.plan.at', expect.any(String)]]);
  });
  it('are all read, and nothing else of the case is touched', () => {
    const raw = {
      version: CASE_VERSION,
      id: 'A',
      order: { id: 'x', price: '9' },
      offers: [{ at: 'x1', by: 'buyer', amount: '3', answer: 'refused', answeredAt: 'x2' }],
      plan: { at: 'x3', walkAway: '4' },
      replies: [{ at: 'x4', text: 'x' }],
      notes: [{ at: 'x5', text: 'x' }],
      outcomes: [{ at: 'x6', how: 'agreed', cause: 'x' }],
      reopened: ['x7', 'x8'],
      snooze: { until: 'x9', reason: 'x' },
      evidence: { ticks: ['x'], files: [{ name: 'x', readyAt: 'x10' }, { name: 'x' }] },
    };
    const one = readCase(raw);
    if (!one) throw new Error('no case');
    const seen: string[] = [];
    const read = withMoments(one, (_path, text) => {
      seen.push(text);
      return text.replace('x', 'y');
    });
    expect(seen.sort()).toEqual(['x1', 'x10', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x9']);
    expect(JSON.stringify(read)).toBe(JSON.stringify(one).replace(/"x(\d+)"/g, '"y$1"'));
    expect(withMoments({ version: CASE_VERSION, id: 'A' } as typeof one, () => 'y')).toEqual({
      version: CASE_VERSION,
      id: 'A',
    });
  });
});

describe('a claim above the price', () => {
  const alerts = (order: object, more: object = {}) => {
    const result = calculate({ cases: [{ id: 'A', order, ...more }] }, data, ASKED);
    if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
    return result.cases[0]?.alerts.filter(({ id }) => id === 'claim-above-price');
  };
  const warned = (claim: string, price: string, currency = 'USD') => [
    { id: 'claim-above-price', values: { claim, price, currency } },
  ];
  it('is warned of with both', () => {
    expect(alerts({ price: '20', claim: '20.01', currency: 'USD' })).toEqual(warned('20.01', '20'));
    expect(alerts({ price: '20', claim: '30' })).toEqual(warned('30', '20', ''));
  });
  it('is warned of where it is the last demand of the buyer', () => {
    const offers = (...of: object[]) => ({ offers: of.map((one) => ({ at: ASKED, ...one })) });
    const order = { price: '20', currency: 'USD' };
    expect(alerts(order, offers({ by: 'buyer', amount: '25' }))).toEqual(warned('25', '20'));
    expect(
      alerts(order, offers({ by: 'buyer', amount: '25' }, { by: 'buyer', amount: '15' })),
    ).toEqual([]);
    expect(alerts(order, offers({ by: 'seller', amount: '25' }))).toEqual([]);
    expect(alerts({ ...order, claim: '5' }, offers({ by: 'buyer', amount: '25' }))).toEqual([]);
  });
  it.each([
    ['as much as the price', { price: '20', claim: '20.00', currency: 'USD' }],
    ['less', { price: '20', claim: '5', currency: 'USD' }],
    ['in another currency', { price: '20', claim: '150 CNY', currency: 'USD' }],
    ['unreadable', { price: '20', claim: 'much', currency: 'USD' }],
    ['beside a price nobody can read', { price: 'little', claim: '5', currency: 'USD' }],
    ['beside no price', { claim: '5', currency: 'USD' }],
    ['not there', { price: '5', currency: 'USD' }],
  ])('is not warned of where it is %s', (_what, order) => expect(alerts(order)).toEqual([]));
});
