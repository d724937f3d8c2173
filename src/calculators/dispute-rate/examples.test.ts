import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { command } from './command.ts';

interface Example {
  name: string;
  input: unknown;
  asOf: string;
  expect: Record<string, unknown>;
  from: string;
}

const content = openContent(join(import.meta.dirname, '../../content'));
const examples = parse(
  readFileSync(join(import.meta.dirname, 'examples.yaml'), 'utf8'),
) as Example[];

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);

describe('worked examples', () => {
  it('are many, tell where they come from, and leave no metric out', () => {
    expect(examples.length).toBeGreaterThanOrEqual(40);
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
    for (const { from } of examples)
      expect(from).toMatch(/hand calculation|official|published|constructed|the rule/);
    const used = new Set(examples.map(({ input }) => (input as { metric: string }).metric));
    expect([...used].sort()).toEqual([...content.collection('metrics').keys()].sort());
  });

  it.each(examples.map((example) => [example.name, example] as const))('%s', async (_, example) => {
    const result = await command.run(example.input, content, example.asOf);
    const seen = Object.fromEntries(
      Object.keys(example.expect).map((key) => [key, at(result, key)]),
    );
    expect(seen).toEqual(example.expect);
    expect(at(result, 'asOf')).toBe(example.asOf);
  });
});
