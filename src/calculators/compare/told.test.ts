import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openContent } from '../cli-content.ts';
import { tools } from '../registry.ts';
import type { Answer } from '../shared/tool.ts';
import { calculate, explain, type CompareOk } from './index.ts';
import { tool } from './tool.ts';

const ISSUE = 'tool.compare.issue.';
const thing = (id: string, input: unknown, at = 'value') => ({ id, input, at });
const two = [thing('a', 1), thing('b', 2)];
const whole = { tool: 'echo', direction: 'rising', of: two };

/** A tool that answers what it was asked with, resting on the rules it is told. */
const echo = (_: string, input: unknown) => {
  const { value, rules } = Object(input) as { value?: unknown; rules?: string[] };
  return Promise.resolve({
    kind: 'ok',
    value: value ?? input,
    ...(rules && { usedRules: rules }),
  } as Answer);
};
const ask = (raw: unknown, of = echo) => calculate(raw, ['echo', 'other'], of);
const issuesOf = async (raw: unknown, of = echo) => {
  const answer = await ask(raw, of);
  return answer.kind === 'invalid' ? answer.issues : null;
};

describe('a comparison that cannot be made says', () => {
  it.each([
    ['that it is no object', 'x', '', 'not-an-object', {}],
    ['which part has another shape', { ...whole, of: 'a, b' }, 'of', 'shape', {}],
    ['which tools there are', { ...whole, tool: 'none' }, 'tool', 'tool', { tools: 'echo, other' }],
    [
      'which ways there are',
      { ...whole, direction: 'up' },
      'direction',
      'direction',
      { directions: 'rising, falling' },
    ],
    ['how many things may be', { ...whole, of: two.slice(1) }, 'of', 'count', { most: 100 }],
    ['which thing has no place', { ...whole, of: [two[0], { id: 'b' }] }, 'of.1', 'thing', {}],
    [
      'which name stands twice',
      { ...whole, of: [...two, thing('a', 3)] },
      'of.2.id',
      'twice',
      { id: 'a' },
    ],
    [
      'where no measure stands',
      { ...whole, of: [two[0], thing('b', 2, 'other')] },
      'of.1.at',
      'nothing-there',
      { id: 'b', at: 'other' },
    ],
  ])('%s', async (_, raw, path, key, values) => {
    expect(await issuesOf(raw)).toEqual([{ path, key: ISSUE + key, values }]);
  });

  it('all that is wrong at once', async () => {
    const issues = await issuesOf({ tool: 'none', direction: 'up', of: [1, thing('a', 1)] });
    expect(issues?.map(({ path }) => path)).toEqual(['tool', 'direction', 'of.0']);
  });

  it('that there are too many things, and looks at no more than may be', async () => {
    const many = Array.from({ length: 101 }, (_, i) => thing(`t${i}`, i));
    expect((await ask({ ...whole, of: many.slice(0, 100) })).kind).toBe('ok');
    const issues = await issuesOf({ ...whole, of: [...many.slice(0, 100), 'no thing'] });
    expect(issues).toEqual([{ path: 'of', key: `${ISSUE}count`, values: { most: 100 } }]);
  });

  it('that a measure is no number', async () => {
    for (const value of [Infinity, NaN, true, [1]]) {
      const issues = await issuesOf({ ...whole, of: [thing('a', { value }), thing('b', 2)] });
      expect(issues?.map(({ path }) => path)).toEqual(['of.0.at']);
    }
  });

  it('what the tool itself says of each, with its place, and measures what is no answer as nothing', async () => {
    const own = (path: string) => ({ path, key: 'own', values: { of: 1 } });
    const strict = (_: string, input: unknown) =>
      Promise.resolve(
        input === 1
          ? ({ kind: 'invalid', issues: [own('price'), own('')] } as Answer)
          : ({ kind: 'incomplete', value: 5 } as unknown as Answer),
      );
    expect(await issuesOf(whole, strict)).toEqual([
      { ...own('of.0.input.price') },
      { ...own('of.0.input') },
      { path: 'of.1.at', key: `${ISSUE}nothing-there`, values: { id: 'b', at: 'value' } },
    ]);
  });
});

describe('a comparison', () => {
  const made = async () =>
    (await ask({
      tool: 'echo',
      direction: 'falling',
      of: [
        thing('a', { value: '9', rules: ['r.one', 'r.two'] }),
        thing('b', { value: 10 }),
        thing('c', { value: '10.0', rules: ['r.two', 'r.three'] }),
      ],
    })) as CompareOk;

  it('says who measured, in which order they stand, what each measures, and on which rules that rests', async () => {
    expect(await made()).toEqual({
      kind: 'ok',
      tool: 'echo',
      direction: 'falling',
      order: ['b', 'c', 'a'],
      best: 'b',
      allBest: ['b', 'c'],
      measured: { a: '9', b: 10, c: '10.0' },
      usedRules: ['r.one', 'r.two', 'r.three'],
    });
    expect(((await ask(whole)) as CompareOk).usedRules).toEqual([]);
  });

  it('is explained by its tool and by each place', async () => {
    const KEY = 'tool.compare.explain.';
    const place = (at: number, id: string, value: string | number) => ({
      section: 'done',
      messageKey: `${KEY}place`,
      values: { place: at, id, value },
      ruleIds: [],
    });
    expect(explain(await made())).toEqual([
      {
        section: 'given',
        messageKey: `${KEY}falling`,
        values: { tool: 'echo' },
        ruleIds: ['r.one', 'r.two', 'r.three'],
      },
      place(1, 'b', 10),
      place(2, 'c', '10.0'),
      place(3, 'a', '9'),
    ]);
  });
});

describe('the tool', () => {
  let content: ReturnType<typeof openContent>;
  beforeAll(() => {
    content = openContent(join(import.meta.dirname, '../../content'));
  });

  it('asks for three fields, and names every tool that asks no other itself', () => {
    const fields = tool.fields(content);
    expect(fields.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['tool', 'tool', true],
      ['direction', 'rising | falling', true],
      ['of', 'list of { id, input, at }', true],
    ]);
    const measuring = Object.keys(tools).filter(
      (slug) => !['compare', 'exam', 'exercise'].includes(slug),
    );
    expect(measuring.length).toBeGreaterThan(8);
    expect(fields[0]?.description.endsWith(` One of ${measuring.join(', ')}.`)).toBe(true);
    expect(fields[1]?.description).toContain('rising or falling');
    expect(fields.slice(1).some(({ description }) => description.includes('One of'))).toBe(false);
  });

  it('asks the tool that was named', async () => {
    // 4 and 3 of 100 orders, by hand.
    const answer = await tool.run(
      {
        tool: 'dispute-rate',
        direction: 'rising',
        of: [4, 3].map((defects) => ({
          id: `d${defects}`,
          input: { metric: 'amazon.odr', defects, orders: 100 },
          at: 'percent',
        })),
      },
      content,
      '2026-11-18T03:00:00Z',
    );
    expect(answer).toMatchObject({ kind: 'ok', order: ['d3', 'd4'] });
  });
});
