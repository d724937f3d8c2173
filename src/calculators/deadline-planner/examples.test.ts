import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill/implementation';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { dataFrom } from './command.ts';
import type { Deadline, PlannerOk } from './result.ts';

setTemporal(Temporal);
const data = dataFrom(openContent(join(import.meta.dirname, '../../content')));

interface Example {
  name: string;
  covers: string;
  input: { flow: string };
  asOf: string;
  how: string;
  expect: {
    next?: string | null;
    /** In this order, each of them; others may stand between. */
    advice?: string[];
    notAdvice?: string[];
    adviceValues?: Record<string, Record<string, number>>;
    questions?: string[];
    readings?: string[];
    deadlines?: Record<string, Record<string, unknown>>;
  };
}

const read = (file: string): Example[] =>
  parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Example[];
const byHand = read('by-hand.yaml');
const examples = [...byHand, ...read('examples.yaml')];

/** A field of a deadline in the short form the examples use. */
function short(deadline: Deadline, field: string): unknown {
  switch (field) {
    case 'skippedDays':
      return deadline.skippedDays.map((day) => `${day.date} ${day.why}`);
    case 'madeUpDays':
      return deadline.madeUpDays.map((day) => day.date);
    case 'planMissing':
    case 'workPlanMissing': {
      const missing = deadline[field];
      return missing ? `${missing.country} ${missing.year}` : null;
    }
    case 'ruleMissing':
      return deadline.ruleMissing?.why ?? null;
    case 'rivals':
      return deadline.rivals.map((rival) => rival.dueAt).sort();
    default:
      return deadline[field as keyof Deadline];
  }
}

function run(example: Example): PlannerOk {
  const result = plan(example.input, data, example.asOf);
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result));
  return result;
}

describe('worked examples', () => {
  it.each(examples.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const result = run(example);
    const wanted = example.expect;
    if (wanted.next !== undefined) expect(result.next).toBe(wanted.next);
    const given = result.advice.map((advice) => advice.id);
    if (wanted.advice)
      expect(given.filter((id) => wanted.advice?.includes(id))).toEqual(wanted.advice);
    for (const id of wanted.notAdvice ?? []) expect(given).not.toContain(id);
    for (const [id, values] of Object.entries(wanted.adviceValues ?? {}))
      expect(result.advice.find((advice) => advice.id === id)?.values).toEqual(values);
    if (wanted.questions) {
      expect(result.questions.map((question) => question.why)).toEqual(wanted.questions);
      expect(result.questions.flatMap((one) => one.readings.map((reading) => reading.at))).toEqual(
        wanted.readings,
      );
    }
    for (const [id, fields] of Object.entries(wanted.deadlines ?? {})) {
      const deadline = result.deadlines.find((one) => one.id === id);
      if (!deadline) throw new Error(`no deadline ${id}`);
      const found = Object.fromEntries(
        Object.keys(fields).map((field) => [field, short(deadline, field)]),
      );
      expect(found, id).toEqual(fields);
    }
  });

  it('counted by hand are five or more for every flow, over every kind of trap', () => {
    const traps = ['daylight-saving', 'year-end', 'golden-week', 'leap-day'];
    const china = data.calendars.get('CN')?.years.flatMap((year) => year.worked) ?? [];
    const madeUp = china.map((day) => day.date);
    expect(madeUp).toContain('2026-10-10');
    expect(data.flows.size).toBeGreaterThanOrEqual(16);
    for (const flow of data.flows.keys()) {
      const own = byHand.filter((example) => example.input.flow === flow);
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
    for (const example of examples) expect(example.how.length, example.name).toBeGreaterThan(20);
  });
});
