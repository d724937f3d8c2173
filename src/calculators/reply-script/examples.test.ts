import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';
import { command } from './command.ts';

// The first call compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

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
  path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

describe('worked examples', () => {
  it.each(examples.map((example) => [example.name, example] as const))('%s', async (_, example) => {
    const result = await command.run(example.input, content, example.asOf);
    const seen = Object.fromEntries(
      Object.keys(example.expect).map((key) => [key, at(result, key)]),
    );
    expect(seen).toEqual(example.expect);
    expect(example.from).not.toBe('');
  });

  it('say in words what is wrong, and describe every field', async () => {
    const answer = await command.run(
      { situation: 'none', language: 'en' },
      content,
      '2026-11-21T00:00:00Z',
    );
    expect(JSON.stringify(answer)).toContain('There is no situation');
    for (const { name, description } of command.fields(content))
      expect(description, name).not.toBe(name);
  });
});
