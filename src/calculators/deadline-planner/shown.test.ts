/** Ends that a platform shows, and whether they can be. Periods by the rules: five days, three days, three working days. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill/implementation';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { dataFrom } from './tool.ts';

setTemporal(Temporal);
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const asOf = '2026-11-21T00:00:00Z';
const planOf = (input: object) => plan(input, data, asOf);
const snad = { flow: 'aliexpress.snad-classic' };
const opened = { disputeOpenedAt: '2026-11-19T10:00:00Z' };

describe('an end that the platform shows', () => {
  it.each([
    ['a year later', { ...snad, events: opened, shownDue: { 'first-answer': '2027-11-24 10:00' } }],
    ['40d', { ...snad, shownDue: { 'first-answer': '40d' } }],
    ['in 40 days', { ...snad, events: opened, shownDue: { 'first-answer': 'in 40 days' } }],
    [
      '9 days for three',
      { flow: 'aliexpress.cancel-request', shownDue: { 'answer-cancel': '9天' } },
    ],
    [
      'next year for three working days',
      {
        flow: 'aliexpress.chargeback',
        events: { chargebackNoticeAt: '2026-11-20T10:00:00Z' },
        shownDue: { defence: '2027-11-25 10:00' },
      },
    ],
  ])('is refused where it lies too far away: %s', (_, input) => {
    const result = planOf(input);
    const [path] = Object.keys(input.shownDue);
    expect(result).toMatchObject({
      kind: 'invalid',
      issues: [{ path: `shownDue.${path}`, key: 'tool.deadline-planner.issue.shown-too-late' }],
    });
  });

  it('says how far, from when, and how long the period can be', () => {
    // A rival source gives seven working days: ten days from Saturday, 21 November.
    expect(planOf({ ...snad, shownDue: { 'first-answer': '40d' } })).toMatchObject({
      issues: [
        { values: { shown: '2026-12-30 16:00', from: '2026-11-20 16:00', days: 40, most: 10 } },
      ],
    });
  });

  it.each(['2026-11-19T09:59:59Z', '2026-11-18 10:00', '2025-11-24T10:00:00Z'])(
    'is refused before its period began: %s',
    (end) => {
      expect(planOf({ ...snad, events: opened, shownDue: { 'first-answer': end } })).toMatchObject({
        kind: 'invalid',
        issues: [
          {
            path: 'shownDue.first-answer',
            key: 'tool.deadline-planner.issue.shown-before-start',
            values: { start: '2026-11-19 02:00' },
          },
        ],
      });
    },
  );

  it('counts where it is later than any source gives, and that is said', () => {
    const result = planOf({ ...snad, shownDue: { 'first-answer': '13d' } });
    expect(result).toMatchObject({
      kind: 'ok',
      warnings: [
        { id: 'shown-longer', event: 'disputeOpenedAt', values: { clock: 'first-answer' } },
      ],
    });
    const dueAt =
      result.kind === 'ok' && result.deadlines.find(({ id }) => id === 'first-answer')?.dueAt;
    expect(dueAt).toBe('2026-12-04T00:00:00Z');
  });

  it.each([
    { ...snad, shownDue: { 'first-answer': '4d 12h' } },
    { ...snad, shownDue: { 'first-answer': '2026-11-20 20:00' } },
    { ...snad, events: opened, shownDue: { 'first-answer': '2026-11-24T10:00:00Z' } },
    // The buyer edited the dispute: the period may have begun anew until now.
    { ...snad, events: opened, shownDue: { 'first-answer': '2026-11-26T00:00:00Z' } },
    { flow: 'aliexpress.cancel-request', shownDue: { 'answer-cancel': '71h' } },
  ])('is taken without a word where it fits: %j', (input) => {
    expect(planOf(input)).toMatchObject({ kind: 'ok', warnings: [] });
  });
});
