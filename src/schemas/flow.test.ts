import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../calculators/cli-content.ts';
import { idsIn, ruleIdsOf } from '../calculators/deadline-planner/flow.ts';
import type { Rule } from '../calculators/shared/rule.ts';
import { calendarSchema } from './calendar.ts';
import { flowPartsSchema, flowSchema } from './flow.ts';

const content = openContent(join(import.meta.dirname, '../content'));
const flows = [...content.collection<Record<string, unknown>>('flows').values()];
const calendars = [...content.collection<Record<string, unknown>>('calendars').values()];

const first = flowSchema.parse(flows[0]);
const broken = (change: object) => flowSchema.safeParse({ ...first, ...change }).success;

describe('flows', () => {
  it('are valid, and every clock names a rule that has a period', () => {
    expect(flows.length).toBeGreaterThanOrEqual(16);
    const rules = content.rules();
    const periods = ['days', 'calendar-days', 'working-days', 'business-days', 'hours'];
    for (const raw of flows) {
      const flow = flowSchema.parse(raw);
      for (const clock of flow.clocks) {
        const ids = [
          clock.rule,
          ...Object.values(clock.ruleByCountry ?? {}),
          ...(clock.atOnceBelow ? [clock.atOnceBelow] : []),
          ...(clock.rivalRules ?? []),
        ];
        for (const id of ids) expect(periods, id).toContain(rules.get(id)?.unit);
        const working = ids.some((id) => /working|business/.test((rules.get(id) as Rule).unit));
        expect(clock.calendar !== undefined, `${flow.id} ${clock.id}`).toBe(working);
      }
      for (const id of ruleIdsOf(flow)) expect(rules.has(id), id).toBe(true);
    }
  });

  it('that are broken are refused', () => {
    expect(broken({})).toBe(true);
    expect(broken({ extra: 1 })).toBe(false);
    expect(broken({ id: 'other.flow' })).toBe(false);
    expect(broken({ clocks: [...first.clocks, first.clocks[0]] })).toBe(false);
    expect(broken({ zoneRule: undefined, zoneNote: undefined })).toBe(false);
    expect(broken({ primary: 'neverAt' })).toBe(false);
    expect(broken({ title: { en: 'A case', 'zh-CN': ' ' } })).toBe(false);
    expect(broken({ names: ['a', 'a'] })).toBe(false);
    const word = { en: 'a', 'zh-CN': '甲' };
    for (const part of ['clocks', 'events', 'outcomes', 'advice'])
      expect(broken({ words: { [part]: { neverAt: word, never: word } } }), part).toBe(false);
    expect(broken({ advice: [{ id: 'x', deadline: 'nothing' }] })).toBe(false);
  });
});

describe('words of flows', () => {
  const parts = flowPartsSchema.parse(content.collection('flow-parts').get('shared'));
  const all = flows.map((raw) => flowSchema.parse(raw));
  const kinds = ['clocks', 'events', 'outcomes', 'advice'] as const;

  it.each(kinds)('name each of the %s once: in its flow, or where several share it', (kind) => {
    const users = new Map<string, number>();
    for (const flow of all)
      for (const id of new Set(idsIn(flow)[kind])) users.set(id, (users.get(id) ?? 0) + 1);
    expect(users.size).toBeGreaterThan(15);
    const shared = [...users].filter(([, count]) => count > 1).map(([id]) => id);
    expect(Object.keys(parts[kind] ?? {}).sort()).toEqual(shared.sort());
    for (const flow of all) {
      const own = idsIn(flow)[kind].filter((id) => users.get(id) === 1);
      expect(Object.keys(flow.words?.[kind] ?? {}).sort(), flow.id).toEqual(
        [...new Set(own)].sort(),
      );
    }
  });

  it('have a slot for every figure of an advice, and no other', () => {
    let figures = 0;
    for (const flow of all)
      for (const advice of flow.advice) {
        const word = flow.words?.advice?.[advice.id] ?? parts.advice?.[advice.id];
        const wanted = Object.keys(advice.values ?? {}).sort();
        figures += wanted.length;
        for (const text of [word?.en ?? '', word?.['zh-CN'] ?? ''])
          expect(
            [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).sort(),
            advice.id,
          ).toEqual(wanted);
      }
    expect(figures).toBeGreaterThan(2);
  });

  it('call no two flows the same', () => {
    for (const language of ['en', 'zh-CN'] as const)
      expect(new Set(all.map((flow) => flow.title[language])).size).toBe(all.length);
  });
});

describe('calendars', () => {
  const plan = {
    id: 'cn-2026',
    country: 'CN',
    year: 2026,
    source: 'somewhere',
    zone: 'Asia/Shanghai',
    severalZones: false,
    weekend: [6, 7],
    off: [{ name: { en: 'a', 'zh-CN': '甲' }, days: ['2026-10-01'] }],
    worked: [{ name: { en: 'a', 'zh-CN': '甲' }, days: ['2026-10-10'] }],
  };
  const valid = (change: object) => calendarSchema.safeParse({ ...plan, ...change }).success;
  const days = (...list: string[]) => [{ name: { en: 'a', 'zh-CN': '甲' }, days: list }];

  it('are valid, and published plans name their source', () => {
    expect(calendars.length).toBeGreaterThanOrEqual(5);
    const sources = content.collection('sources');
    for (const raw of calendars) {
      const calendar = calendarSchema.parse(raw);
      if (calendar.id !== 'generated' && 'source' in calendar)
        expect(sources.has(calendar.source), calendar.source).toBe(true);
    }
  });

  it('that are broken are refused', () => {
    expect(valid({})).toBe(true);
    expect(valid({ off: days('2027-10-01') })).toBe(false);
    expect(valid({ off: days('2026-10-03') })).toBe(false);
    expect(valid({ worked: days('2026-10-09') })).toBe(false);
    expect(valid({ off: days('2026-02-30') })).toBe(false);
    expect(valid({ off: days('2026-10-01', '2026-10-01') })).toBe(false);
    expect(valid({ source: '' })).toBe(false);
    expect(valid({ off: [{ name: { en: 'a' }, days: ['2026-10-01'] }] })).toBe(false);
  });
});
