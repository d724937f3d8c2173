import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill/implementation';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { setTemporal } from '../shared/time.ts';
import { plan } from './calculate.ts';
import { dataFrom } from './tool.ts';
import { explain } from './explain.ts';
import { flowTexts } from './flow-words.ts';
import { eventsOf, type FlowWords } from './flow.ts';
import type { PlannerOk } from './result.ts';

setTemporal(Temporal);
const root = join(import.meta.dirname, '../../content');
const data = dataFrom(openContent(root));
const P = 'tool.deadline-planner';
const texts = (language: string) =>
  JSON.parse(
    readFileSync(join(root, `i18n/parts/deadline-planner.${language}.json`), 'utf8'),
  ) as Record<string, string>;
const parts = openContent(root).collection<FlowWords>('flow-parts').get('shared') ?? {};
const own = texts('en');
const en = { ...own, ...flowTexts(data.flows.values(), parts, 'en') };
const zh = { ...texts('zh-CN'), ...flowTexts(data.flows.values(), parts, 'zh-CN') };
const slots = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? ''))].sort();

const examples = parse(readFileSync(join(import.meta.dirname, 'examples.yaml'), 'utf8')) as {
  input: unknown;
  asOf: string;
}[];
let results: PlannerOk[];
beforeAll(() => {
  results = examples
    .map((example) => plan(example.input, data, example.asOf))
    .filter((result): result is PlannerOk => result.kind === 'ok');
});

describe('texts', () => {
  it('are complete in both languages, with the same slots', () => {
    expect(Object.keys(own).length).toBeGreaterThan(150);
    expect(Object.keys(en).length).toBeGreaterThan(Object.keys(own).length + 100);
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      expect(text.trim(), key).not.toBe('');
      expect(slots(zh[key] ?? ''), key).toEqual(slots(text));
    }
  });

  it('name every flow, event, deadline, actor, outcome and piece of advice', () => {
    const needed = new Set<string>();
    for (const flow of data.flows.values()) {
      needed.add(`flow.${flow.id}`);
      for (const event of eventsOf(flow)) needed.add(`event.${event}`);
      for (const clock of flow.clocks) {
        needed.add(`deadline.${clock.id}`);
        needed.add(`actor.${clock.actor}`);
        needed.add(`kind.${clock.kind}`);
        needed.add(`timeout.${clock.onTimeout}`);
      }
      for (const advice of flow.advice) needed.add(`advice.${advice.id}`);
    }
    for (const result of results)
      for (const advice of result.advice) needed.add(`advice.${advice.id}`);
    expect(needed.size).toBeGreaterThan(120);
    for (const key of needed) expect(en, key).toHaveProperty([`${P}.${key}`]);
  });

  // Mutation testing rewrites the sources this reads.
  it.skipIf(process.env['STRYKER_MUTATOR_WORKER'])('hold every key that the code names', () => {
    const sources = ['explain', 'schema', 'board'].map((file) =>
      readFileSync(join(import.meta.dirname, `${file}.ts`), 'utf8'),
    );
    const explained = [
      ...(sources[0] ?? '').matchAll(/(?:given|rule|done|change)\(\s*'([\w.-]+)'/g),
    ].map((m) => `explain.${m[1]}`);
    const issues = [...(sources[1] ?? '').matchAll(/issue\([^,]+, '([\w.-]+)'/g)].map(
      (m) => `issue.${m[1]}`,
    );
    const board = [...(sources[2] ?? '').matchAll(/fail\('([\w.-]+)'/g)].map(
      (m) => `board.error.${m[1]}`,
    );
    const all = [...explained, ...issues, ...board];
    expect(all.length).toBeGreaterThan(25);
    for (const key of all) expect(en, key).toHaveProperty([`${P}.${key}`]);
  });
});

describe('why this moment', () => {
  it('is told for every deadline of every example, with every value its sentence needs', () => {
    expect(results.length).toBeGreaterThan(100);
    for (const result of results) {
      const steps = explain(result);
      for (const deadline of result.deadlines)
        expect(steps.filter((step) => step.of === deadline.id).length).toBeGreaterThan(0);
      for (const step of steps) {
        const sentence = en[step.messageKey];
        expect(sentence, step.messageKey).toBeDefined();
        for (const slot of slots(sentence ?? ''))
          expect(step.values, `${step.messageKey} ${slot}`).toHaveProperty(slot);
        for (const value of Object.values(step.values))
          if (typeof value === 'object' && 'key' in value) expect(en).toHaveProperty([value.key]);
        for (const ruleId of step.ruleIds)
          if (step.messageKey !== `${P}.explain.rule-missing.no-such-rule`)
            expect(data.rules.has(ruleId), ruleId).toBe(true);
      }
    }
  });

  it('tells the skipped days of Golden Week, the worked Saturday and the rule', () => {
    const result = results.find((one) => one.deadlines[0]?.madeUpDays[0]?.date === '2026-10-10');
    if (!result) throw new Error('no such example');
    const keys = explain(result).map((step) => step.messageKey.replace(`${P}.explain.`, ''));
    expect(keys).toEqual(
      expect.arrayContaining([
        'given',
        'rule',
        'count.working-days',
        'skipped-holiday',
        'made-up',
        'last-working',
        'timeout',
      ]),
    );
    const holiday = explain(result).find((step) => step.messageKey.endsWith('skipped-holiday'));
    expect(holiday?.values['name']).toEqual({ text: { en: 'National Day', 'zh-CN': '国庆节' } });
  });
});
