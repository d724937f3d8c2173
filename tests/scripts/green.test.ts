import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, expect, it } from 'vitest';

// The module reads the folder it runs in, so each question is asked by a process of its own there.
const module = pathToFileURL(path.resolve('scripts/lib/green.mjs')).href;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'green '));
const write = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
};
const ask = (expression: string, env: Record<string, string> = {}): unknown => {
  const code = `import * as g from ${JSON.stringify(module)}; console.log(JSON.stringify(${expression} ?? null))`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
};
const kept = (env?: Record<string, string>) =>
  ask(`g.passedBefore('unit', g.inputsKey())?.passed`, env);

beforeEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
  write('src/a.ts', 'one');
  write('node_modules/.package-lock.json', '{}');
  write('dist/index.html', 'page');
  ask(`g.remember('unit', g.inputsKey(), 12, 0)`);
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

it('keeps what passed while nothing has changed', () => {
  expect(kept()).toBe(12);
});

it.each([
  ['a changed file', () => write('src/a.ts', 'two')],
  ['a new file', () => write('tests/b.ts', '')],
  ['a file gone', () => fs.rmSync(path.join(folder, 'src/a.ts'))],
  ['a renamed file', () => fs.renameSync(path.join(folder, 'src/a.ts'), path.join(folder, 'b.ts'))],
  ['other packages', () => write('node_modules/.package-lock.json', '{"x":1}')],
  ['a damaged record', () => write('.cache/green.json', '{"unit":')],
  ['a record that says nothing passed', () => write('.cache/green.json', '{"unit":{"passed":0}}')],
  ['a failure since', () => ask(`g.remember('unit', g.inputsKey(), 11, 1)`)],
])('runs again after %s', (_, change) => {
  change();
  expect(kept()).toBeNull();
});

it('runs again under another setting, and tells one site from another', () => {
  expect(kept({ SITE_URL: 'https://example.org' })).toBeNull();
  const before = ask('g.siteKey()');
  write('dist/index.html', 'other');
  expect(ask('g.siteKey()')).not.toBe(before);
});
