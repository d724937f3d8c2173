import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { openContent } from './cli-content.ts';
import { tools } from './registry.ts';
import type { Step } from './shared/explain.ts';
import type { Invalid } from './shared/result.ts';
import type { Answer } from './shared/tool.ts';

// The first call of the guard compiles every pattern; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

interface Example {
  name: string;
  input: unknown;
  asOf: string;
  /** Only what the case is about; dotted keys reach into lists and objects. */
  expect: Record<string, unknown>;
  /** Where the expectation comes from. */
  from: string;
}

/** How many worked cases a tool must keep. */
const AT_LEAST: Record<string, number> = {
  'dispute-rate': 40,
  'deadline-planner': 150,
  'buyer-motives': 40,
  'case-desk': 60,
  'listing-check': 160,
  settlement: 40,
};
const FEWEST = 3;

const content = openContent(join(import.meta.dirname, '../content'));
const ASKED = '2026-11-21T00:00:00Z';

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

/** The result in the shape of what is expected. A tool may bring a short form of its own. */
const plainly = (result: Answer, wanted: Example['expect']): unknown =>
  Object.fromEntries(Object.keys(wanted).map((path) => [path, at(result, path)]));

/** For whoever works on one tool: `TOOL=settlement vitest run …`. */
const wanted = process.env['TOOL'];

const opened = await Promise.all(
  Object.entries(tools)
    .filter(([slug]) => !wanted || slug === wanted)
    .map(async ([slug, load]) => {
      const folder = join(import.meta.dirname, slug);
      const shortForm = join(folder, 'short-form.ts');
      const { see } = existsSync(shortForm)
        ? ((await import(/* @vite-ignore */ shortForm)) as { see: typeof plainly })
        : { see: plainly };
      const { explain } = (await import(/* @vite-ignore */ join(folder, 'index.ts'))) as {
        explain: (result: Answer) => Step<unknown>[];
      };
      const examples = ['examples.yaml', 'by-hand.yaml']
        .filter((file) => existsSync(join(folder, file)))
        .flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')) as Example[]);
      return { slug, tool: await load(), see, explain, examples };
    }),
);

describe.each(opened)('worked examples of $slug', ({ slug, tool, see, explain, examples }) => {
  it('are many, none twice, and tell where they come from', () => {
    expect(examples.length).toBeGreaterThanOrEqual(AT_LEAST[slug] ?? FEWEST);
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
    for (const { name, from } of examples) expect(from, name).toMatch(/\w{3}/);
  });

  it.each(examples.map((example) => [example.name, example] as const))('%s', async (_, example) => {
    const result = await tool.run(example.input, content, example.asOf);
    expect(see(result, example.expect)).toEqual(example.expect);
    // What a caller in another process reads is what was answered.
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('are explained in texts that exist, by rules that exist', async () => {
    let steps = 0;
    for (const { name, input, asOf } of examples) {
      const result = await tool.run(input, content, asOf);
      if (result.kind !== 'ok') continue;
      for (const step of explain(result)) {
        steps += 1;
        expect(content.messages()[step.messageKey], `${name}: ${step.messageKey}`).toBeTruthy();
        expect(['given', 'rule', 'done', 'change']).toContain(step.section);
        for (const id of step.ruleIds) expect(content.rules().has(id), `${name}: ${id}`).toBe(true);
      }
    }
    expect(steps).toBeGreaterThan(examples.length);
  });
});

describe.each(opened)('whatever is handed to $slug', ({ tool, examples }) => {
  const names = tool.fields(content).map(({ name }) => name);

  it('is described field by field', () => {
    expect(names.length).toBeGreaterThan(0);
    for (const { name, description } of tool.fields(content))
      expect(description.length, name).toBeGreaterThan(name.length + 2);
  });

  const sound = async (input: unknown) => {
    const answer = await tool.run(input, content, ASKED);
    expect(typeof answer.kind).toBe('string');
    if (answer.kind !== 'invalid') return;
    const { issues } = answer as Invalid;
    expect(issues.length).toBeGreaterThan(0);
    for (const { key } of issues) expect(content.messages()[key], key).toBeTruthy();
  };

  it('gets an answer, and an issue has words', async () => {
    const value = fc.oneof(fc.anything(), fc.string(), fc.double(), fc.constant('__proto__'));
    const base = examples.map(({ input }) => input).filter((input) => typeof input === 'object');
    await fc.assert(fc.asyncProperty(fc.anything(), sound), { numRuns: 60 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...base),
        fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 }),
        (input, change) => sound({ ...(input as object), ...change }),
      ),
      { numRuns: 60 },
    );
  });
});
