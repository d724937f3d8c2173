import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import english from '../../content/i18n/parts/deadline-planner.en.json' with { type: 'json' };
import chinese from '../../content/i18n/parts/deadline-planner.zh-CN.json' with { type: 'json' };
import { openContent } from '../cli-content.ts';
import type { MomentQuestion } from '../shared/parse-moment.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { tool, dataFrom } from './tool.ts';
import { parseInput } from './schema.ts';

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

  it('says of a moment in a long text that it is too long, and of what is no text what it should be', () => {
    const long = '2026-11-20 '.repeat(40);
    const keys = (raw: object) => {
      const checked = parseInput({ flow, ...raw }, data, NOW);
      return checked.ok ? [] : checked.issues.map(({ path, key }) => [path, key]);
    };
    const tooLong = 'tool.deadline-planner.moment.unreadable.too-long';
    expect(
      keys({ events: { disputeOpenedAt: long }, shownDue: { close: long }, asOf: long }),
    ).toEqual([
      ['events.disputeOpenedAt', tooLong],
      ['shownDue.close', tooLong],
      ['asOf', tooLong],
    ]);
    expect(keys({ events: { disputeOpenedAt: 5 }, zone: long })).toEqual([
      ['events.disputeOpenedAt', 'tool.deadline-planner.issue.type.events'],
      ['zone', 'tool.deadline-planner.issue.type.zone'],
    ]);
  });

  it('names every bad field, all at once', () => {
    const bad = {
      flow,
      events: { disputeOpenedAt: 'whenever', nonsenseAt: NOW },
      zone: 'Mars',
      buyerCountry: 'Atlantis',
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
  });

  it('takes hours, zones and countries by the words people use, and asks where they mean two things', () => {
    const of = (input: object) => parseInput({ flow, ...input }, data, NOW);
    expect(of({ workHours: '22:00-06:00' })).toMatchObject({
      input: { workFrom: 22 * 60, workTo: 30 * 60 },
    });
    expect(
      of({ myZone: '北京', zone: '莫斯科', buyerCountry: '巴西', workCalendar: 'Russia' }),
    ).toMatchObject({
      input: { myZone: 'Asia/Shanghai', buyerCountry: 'BR', workCalendar: 'RU' },
    });
    const keyOf = (input: object) => {
      const read = of(input);
      return read.ok ? null : read.issues.map(({ path, key }) => `${path} ${key}`);
    };
    // Nine to six, or nine in the evening until the morning: nobody can know.
    expect(keyOf({ workHours: '9-6' })).toEqual(['workHours tool.moment.hours.ask.half']);
    expect(keyOf({ workHours: '25-26' })).toEqual([
      'workHours tool.moment.hours.unreadable.no-such-time',
    ]);
    expect(keyOf({ myZone: 'Mars' })).toEqual(['myZone tool.moment.zone.unreadable.unknown-zone']);
  });

  it('refuses an end in the field of an event, and takes it as the end the platform shows', () => {
    for (const text of ['截止时间 2026-12-01 23:15', 'Please respond by 2026-12-01 23:15']) {
      expect(plan({ flow, events: { disputeOpenedAt: text } }, data, NOW)).toMatchObject({
        kind: 'invalid',
        issues: [
          {
            path: 'events.disputeOpenedAt',
            key: 'tool.deadline-planner.issue.end-as-event',
          },
        ],
      });
      expect(
        plan({ flow, shownDue: { 'first-answer': `${text} +00:00` } }, data, NOW),
      ).toMatchObject({
        kind: 'ok',
        understood: { 'shownDue.first-answer': { at: '2026-12-01T23:15:00Z' } },
      });
    }
  });

  it('repeats what was read from words for every moment, and refuses one no case can have', () => {
    const result = plan(
      {
        flow,
        events: { disputeOpenedAt: 'Nov 20, 2026 11:15 PM PST', answeredAt: '46347.5' },
        shownDue: { 'negotiation-end': '1d 6h left' },
        asOf: '2026-11-22 09:00',
      },
      data,
      NOW,
    );
    expect(result).toMatchObject({
      kind: 'ok',
      asOf: '2026-11-22T01:00:00Z',
      understood: {
        asOf: { at: '2026-11-22T01:00:00Z', zone: 'Asia/Shanghai', zoneGiven: false },
        'events.disputeOpenedAt': { at: '2026-11-21T07:15:00Z', zoneGiven: true },
        'events.answeredAt': { at: '2026-11-21T20:00:00Z', notes: ['excel'] },
        'shownDue.negotiation-end': { kind: 'due', at: '2026-11-23T07:00:00Z' },
      },
    });
    for (const asOf of [
      '-271821-04-20T00:00:00Z',
      '9999-12-31T23:59:59Z',
      '0000-01-01T00:00:00Z',
      '+275760-09-13T00:00:00Z',
    ])
      expect(plan({ flow, asOf, shownDue: { 'first-answer': '1d' } }, data, NOW)).toMatchObject({
        kind: 'invalid',
        issues: [{ path: 'asOf', key: 'tool.deadline-planner.moment.unreadable.out-of-range' }],
      });
    for (const asOf of [
      'soon',
      '1d 6h left',
      '03/04/2026',
      'by 2026-11-25 10:00',
      '截止2026-11-25 10:00',
    ])
      expect(plan({ flow, asOf }, data, NOW)).toMatchObject({
        kind: 'invalid',
        issues: [{ path: 'asOf' }],
      });
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

/** A text of which each question is asked. */
const ASKED: Record<MomentQuestion, string> = {
  'day-or-month': '03/04/2026 10:00',
  zone: '2026-11-20 23:15 IST',
  zones: '2026-11-20 10:00 PST MSK',
  season: '2026-07-20 23:15 PST',
  'repeated-hour': '2026-11-01 01:30',
  'skipped-hour': '2026-03-08 02:30',
  year: '11-20 23:15',
  weekday: 'Friday 2026-11-21 10:00',
  half: '明天5点',
  day: '5点半',
  span: '2026-11-20 10:00-09:00',
};

describe('a question', () => {
  const texts = [english, chinese].map((messages) => Object.keys(messages));
  it.each(Object.entries(ASKED))('of kind %s has its words, in every field', (why, text) => {
    const fields = [
      { flow, events: { disputeOpenedAt: text } },
      { flow, shownDue: { 'first-answer': text } },
      { flow, asOf: text },
    ];
    for (const raw of fields) {
      const checked = parseInput(raw, data, NOW);
      // An hour that the clock shows twice or not at all is read early, and said.
      if (checked.ok) expect(why).toMatch(/-hour$/);
      else
        for (const { key } of checked.issues) {
          expect(key).toMatch(new RegExp(`\\.ask\\.${why}$`));
          for (const messages of texts) expect(messages).toContain(key);
        }
    }
  });
});
