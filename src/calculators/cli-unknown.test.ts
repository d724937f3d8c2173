import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { openContent } from './cli-content.ts';
import { main } from './cli.ts';
import { tools } from './registry.ts';

const content = openContent(join(import.meta.dirname, '../content'));
const unused = () => {
  throw new Error('No file is asked for.');
};

async function answer(tool: string, input: object, asOf: string) {
  let out = '';
  await main([tool, JSON.stringify(input), '--as-of', asOf], {
    out: (text) => (out += text),
    error: unused,
    readInput: unused,
    readFile: unused,
    readBytes: unused,
    now: () => new Date(asOf),
    content,
  });
  return JSON.parse(out) as { kind: string; ignored?: unknown[] };
}

const withExamples = Object.keys(tools).flatMap((tool) => {
  const file = join(import.meta.dirname, tool, 'examples.yaml');
  if (!existsSync(file)) return [];
  const [first] = parse(readFileSync(file, 'utf8')) as [{ input: object; asOf: string }];
  return [{ tool, ...first }];
});

it('asks tools that there are', () => expect(withExamples.length).toBeGreaterThan(12));

it.each(withExamples)('$tool names a field it does not know, and none of its own', async (each) => {
  const { tool, input, asOf } = each;
  const own = await answer(tool, input, asOf);
  expect([own.kind === 'invalid', own.ignored ?? []]).toEqual([false, []]);
  const { ignored, ...rest } = await answer(tool, { ...input, unheardOf: 1 }, asOf);
  if (rest.kind === 'invalid') expect(JSON.stringify(rest)).toContain('"unheardOf"');
  else
    expect(JSON.stringify(ignored)).toMatch(/^\[(?:"unheardOf"|\{"path":"unheardOf",[^{]*\})\]$/);
});

it('names it where something is missing, too', async () => {
  expect(await answer('settlement', { unheardOf: 1 }, '2026-11-21T00:00:00Z')).toMatchObject({
    kind: 'incomplete',
    ignored: ['unheardOf'],
  });
});
