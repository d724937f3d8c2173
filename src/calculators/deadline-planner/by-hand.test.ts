import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import type { Wanted } from './short-form.ts';
import { dataFrom } from './tool.ts';

const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));
const cases = parse(readFileSync(join(import.meta.dirname, 'by-hand.yaml'), 'utf8')) as {
  covers: string;
  input: { flow: string };
  expect: Wanted;
}[];

describe('cases counted by hand', () => {
  it('are five or more for every flow, over every kind of trap', () => {
    const traps = ['daylight-saving', 'year-end', 'golden-week', 'leap-day'];
    const china = data.calendars.get('CN')?.years.flatMap((year) => year.worked) ?? [];
    const madeUp = china.map((day) => day.date);
    expect(madeUp).toContain('2026-10-10');
    expect(data.flows.size).toBeGreaterThanOrEqual(16);
    for (const flow of data.flows.keys()) {
      const own = cases.filter((example) => example.input.flow === flow);
      expect(own.length, flow).toBeGreaterThanOrEqual(5);
      for (const trap of traps)
        expect(
          own.map((one) => one.covers),
          flow,
        ).toContain(trap);
      const last = own
        .filter((one) => one.covers === 'golden-week')
        .flatMap((one) => Object.values(one.expect.deadlines ?? {}))
        .map((deadline) => String(deadline['lastWorkingMoment']).slice(0, 10));
      expect(
        last.some((date) => madeUp.includes(date)),
        `${flow}: a made-up working day decides`,
      ).toBe(true);
    }
  });
});
