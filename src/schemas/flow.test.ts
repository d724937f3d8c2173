import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../calculators/cli-content.ts';
import { ruleIdsOf } from '../calculators/deadline-planner/flow.ts';
import type { Rule } from '../calculators/shared/rule.ts';
import { calendarSchema } from './calendar.ts';
import { flowSchema } from './flow.ts';

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
    expect(broken({ advice: [{ id: 'x', deadline: 'nothing' }] })).toBe(false);
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
