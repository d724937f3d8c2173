import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from '../cli-content.ts';

const content = openContent(join(import.meta.dirname, '../../content'));
const examples = parse(readFileSync(join(import.meta.dirname, 'examples.yaml'), 'utf8')) as {
  name: string;
  input: { metric: string };
  from: string;
}[];

describe('the worked cases', () => {
  it('leave no metric out', () => {
    const used = new Set(examples.map(({ input }) => input.metric));
    expect([...content.collection('metrics').keys()].filter((id) => !used.has(id))).toEqual([]);
  });

  it('come from somewhere', () => {
    for (const { name, from } of examples)
      expect(from, name).toMatch(/hand calculation|official|published|constructed|the rule/);
  });
});
