import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { tool, dataFrom } from './tool.ts';
import { parseInput, parseWorkHours } from './schema.ts';

setTemporal(Temporal);
const content = openContent(join(import.meta.dirname, '../../content'));
const data = dataFrom(content);
const NOW = '2026-11-21T00:00:00Z';
const flow = 'aliexpress.snad-classic';

function paths(raw: unknown): string[] {
  const checked = parseInput(raw, data, NOW);
  return checked.ok ? [] : checked.issues.map((issue) => issue.path);
}

describe('input', () => {
  it('fills in every default', () => {
    const checked = parseInput({ flow }, data, NOW);
    expect(checked).toMatchObject({
      ok: true,
      input: {
        platformZone: 'America/Los_Angeles',
        zoneAssumed: false,
        myZone: 'Asia/Shanghai',
        workCalendar: 'CN',
        workFrom: 9 * 60,
        workTo: 18 * 60,
        promisedDays: null,
        asOf: Date.parse(NOW),
      },
    });
  });

  it('takes an unstated platform zone from the input and says so', () => {
    const inZone = (extra: object) =>
      parseInput({ flow: 'amazon.atoz', ...extra }, data, NOW) as { input: object };
    expect(inZone({ zone: 'America/New_York' }).input).toMatchObject({
      platformZone: 'America/New_York',
      zoneAssumed: true,
    });
    expect(inZone({}).input).toMatchObject({ platformZone: 'Asia/Shanghai', zoneAssumed: true });
    const ozon = plan({ flow: 'ozon.dispute', zone: 'Asia/Shanghai' }, data, NOW);
    expect(ozon).toMatchObject({ zones: { platform: 'Europe/Moscow', platformAssumed: true } });
  });

  it('names every bad field, all at once', () => {
    const bad = {
      flow,
      events: { disputeOpenedAt: 'whenever', nonsenseAt: NOW },
      zone: 'Mars',
      buyerCountry: 'Brazil',
      workHours: '9 to lunch',
      promisedDays: '3.5',
      asOf: 'now',
    };
    expect(paths(bad).sort()).toEqual(
      [
        'asOf',
        'buyerCountry',
        'events.disputeOpenedAt',
        'events.nonsenseAt',
        'promisedDays',
        'workHours',
        'zone',
      ].sort(),
    );
    expect(paths({ flow: 'nothing' })).toEqual(['flow']);
    expect(paths(null)).toEqual(['']);
    expect(paths({ flow, events: [] })).toEqual(['events']);
    expect(paths({ flow, shownDue: { nothing: '4d' } })).toEqual(['shownDue.nothing']);
  });

  it('asks where a pasted moment has two meanings', () => {
    expect(paths({ flow, events: { disputeOpenedAt: '03/04/2026' } })).toEqual([
      'events.disputeOpenedAt',
    ]);
    expect(paths({ flow, events: { disputeOpenedAt: '4天12小时' } })).toEqual([
      'events.disputeOpenedAt',
    ]);
    expect(paths({ flow, events: { disputeOpenedAt: '' } })).toEqual([]);
  });

  it('accepts what a person would type', () => {
    const typed = parseInput(
      {
        flow,
        buyerCountry: ' uk ',
        promisedDays: '６０天',
        workHours: '９：００–１８：００',
        extra: 1,
      },
      data,
      NOW,
    );
    expect(typed).toMatchObject({
      ok: true,
      input: { buyerCountry: 'GB', promisedDays: 60, ignored: ['extra'] },
    });
    expect(parseWorkHours('22:00-06:00')).toEqual({ from: 22 * 60, to: 30 * 60 });
    expect(parseWorkHours('9-24')).toEqual({ from: 540, to: 1440 });
    for (const bad of ['', '9', '25-26', '09:60-10:00', '09:00-09:00'])
      expect(parseWorkHours(bad)).toBeNull();
  });

  it('says which moment was used, and lets the input win', () => {
    expect(plan({ flow }, data, NOW)).toMatchObject({ asOf: NOW });
    expect(plan({ flow, asOf: '2026-01-01T00:00:00+08:00' }, data, NOW)).toMatchObject({
      asOf: '2025-12-31T16:00:00Z',
    });
  });

  it('tells which rule is missing instead of counting without it', () => {
    const rules = new Map(data.rules);
    rules.delete('aliexpress.dispute.first-answer');
    expect(plan({ flow }, { ...data, rules }, NOW)).toMatchObject({
      kind: 'unknown-rule',
      ruleId: 'aliexpress.dispute.first-answer',
    });
  });
});

describe('the night shift', () => {
  it('ends after midnight', () => {
    const result = plan(
      {
        flow,
        workHours: '22:00-06:00',
        events: { disputeOpenedAt: '2026-11-12T20:00:00+08:00' },
      },
      data,
      NOW,
    );
    // 17 Nov 20:00 in Beijing lies between two shifts; the last one ended that day at 06:00.
    expect(result).toMatchObject({
      deadlines: [
        { dueAt: '2026-11-17T12:00:00Z', lastWorkingMoment: '2026-11-16T22:00:00Z' },
        {},
        {},
      ],
    });
  });
});

describe('command line', () => {
  it('answers the moment it was asked about', async () => {
    const good = await tool.run({ flow, events: { disputeOpenedAt: NOW } }, content, NOW);
    expect(good).toMatchObject({ kind: 'ok', asOf: NOW, next: 'first-answer' });
  });

  it('asks about a shown end as it asks about an event', () => {
    const shown = (text: string) =>
      parseInput({ flow, shownDue: { 'first-answer': text } }, data, '2026-11-22T03:00:00Z');
    for (const text of ['03/04/2026', '2026-11-25 10:00 CST']) {
      const checked = shown(text);
      expect(checked.ok ? [] : checked.issues.map(({ path }) => path), text).toEqual([
        'shownDue.first-answer',
      ]);
    }
    for (const [text, why, at] of [
      ['2026-11-01 01:30', 'repeated-hour', '2026-11-01T08:30:00Z'],
      ['2026-11-25', 'bare-date', '2026-11-25T08:00:00Z'],
    ] as const) {
      const checked = shown(text);
      expect(checked).toMatchObject({
        ok: true,
        input: { questions: [{ event: 'first-answer', text, why }] },
      });
      if (checked.ok) expect(checked.input.shownDue.get('first-answer')).toBe(Date.parse(at));
    }
    const countdown = shown('4d 12h left');
    expect(countdown).toMatchObject({ ok: true, input: { questions: [] } });
  });
});
