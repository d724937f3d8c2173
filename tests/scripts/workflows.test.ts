import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { at, read } from '../support/content.ts';

interface Step {
  uses?: string;
  run?: string;
  id?: string;
  if?: string;
}
interface Job {
  'runs-on': string;
  'timeout-minutes': number;
  needs?: string | string[];
  if?: string;
  steps: Step[];
}
interface Workflow {
  name: string;
  on: Record<string, { workflows?: string[] } | null>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const folder = '.github/workflows';
const files = fs.readdirSync(at(folder));
const workflow = (file: string) => parse(read(at(folder, file))) as Workflow;
/** What an expression may begin with; a name that is none of them is read as nothing, without a word. */
const CONTEXTS =
  /^(?:github|env|vars|secrets|steps|job|jobs|runner|needs|inputs|matrix|strategy)\./;
const SCRIPTS = Object.keys(
  (JSON.parse(read(at('package.json'))) as { scripts: Record<string, string> }).scripts,
);

/** What is wrong with a workflow, in the eyes of the one who runs it. */
function faultsOf(one: Workflow, names: readonly string[]): string[] {
  const faults: string[] = [];
  const texts = JSON.stringify(one);
  for (const [, expression = ''] of texts.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g))
    if (!CONTEXTS.test(expression)) faults.push(`expression ${expression}`);
  for (const event of Object.keys(one.on ?? {}))
    if (!/^(?:push|pull_request|schedule|workflow_dispatch|workflow_run)$/.test(event))
      faults.push(`event ${event}`);
  for (const name of one.on?.workflow_run?.workflows ?? [])
    if (!names.includes(name)) faults.push(`no workflow ${name}`);
  for (const [scope, may] of Object.entries(one.permissions ?? { none: '' }))
    if (!/^(?:contents|issues|pages|id-token)$/.test(scope) || !/^(?:read|write)$/.test(may))
      faults.push(`permission ${scope}: ${may}`);
  for (const [id, job] of Object.entries(one.jobs ?? {})) {
    // A check also ran for pull requests, of branches that may be called as ours are.
    const ours = ["workflow_run.event == 'push'", 'head_repository.full_name == github.repository'];
    if (one.on?.workflow_run && !ours.every((part) => job.if?.includes(part)))
      faults.push(`${id} takes what a pull request holds`);
    if (!job['runs-on']) faults.push(`${id} runs nowhere`);
    if (!(job['timeout-minutes'] > 0)) faults.push(`${id} has no end`);
    for (const need of [job.needs ?? []].flat())
      if (!one.jobs[need]) faults.push(`${id} needs ${need}`);
    const ids = new Set(job.steps.map((step) => step.id).filter(Boolean));
    for (const step of job.steps) {
      if (!step.uses === !step.run) faults.push(`${id} has a step that is not one thing`);
      if (step.uses && !/^[\w-]+\/[\w-]+@v\d+$/.test(step.uses)) faults.push(`uses ${step.uses}`);
      for (const [, script = ''] of (step.run ?? '').matchAll(/npm (?:run )?([\w:-]+)/g))
        if (!SCRIPTS.includes(script)) faults.push(`no script ${script}`);
      for (const [, script = ''] of (step.run ?? '').matchAll(/node (scripts\/\S+)/g))
        if (!fs.existsSync(at(script))) faults.push(`no file ${script}`);
      for (const [, asked = ''] of `${step.if ?? ''}`.matchAll(/steps\.(\w+)\./g))
        if (!ids.has(asked)) faults.push(`no step ${asked}`);
    }
  }
  return faults;
}

describe('workflows', () => {
  const names = files.map((file) => workflow(file).name);

  it.each(files)('%s runs what is there', (file) => {
    expect(files.length).toBeGreaterThanOrEqual(3);
    const one = workflow(file);
    expect(Object.keys(one.jobs).length).toBeGreaterThan(0);
    expect(faultsOf(one, names)).toEqual([]);
  });

  it('are looked at by a check that can fail', () => {
    const one = workflow('weekly.yml');
    const [job] = Object.values(one.jobs) as [Job];
    job.steps.push({ uses: 'actions/checkout' }, { run: 'npm run nothing' }, {});
    job.steps.push({ run: 'echo ${{ gihub.token }}', if: "steps.lok.outputs.due == 'yes'" });
    const publish = workflow('publish.yml');
    const [way] = Object.values(publish.jobs) as [Job];
    way.if = way.if?.replace("event == 'push'", 'conclusion');
    expect(faultsOf(publish, names)).toEqual(['publish takes what a pull request holds']);
    expect(faultsOf({ ...one, on: { pushed: null } }, names)).toEqual([
      'expression gihub.token',
      'event pushed',
      'uses actions/checkout',
      'no script nothing',
      'look has a step that is not one thing',
      'no step lok',
    ]);
  });

  it.each([
    [0, 0, 'due=no'],
    [3, 0, 'due=yes'],
    // It broke off, and there is nothing to write into an issue.
    [1, 1, ''],
  ])('take a weekly look that ends with %i at its word', (ends, status, said) => {
    const place = fs.mkdtempSync(path.join(os.tmpdir(), 'amicable-weekly-'));
    try {
      fs.writeFileSync(path.join(place, 'node'), `#!/bin/sh\necho told\nexit ${ends}\n`, {
        mode: 0o755,
      });
      const [job] = Object.values(workflow('weekly.yml').jobs) as [Job];
      const step = job.steps.find(({ id }) => id === 'look')?.run ?? '';
      const run = spawnSync('bash', ['-e', '-c', step], {
        cwd: place,
        env: {
          PATH: `${place}:${process.env['PATH']}`,
          GITHUB_OUTPUT: path.join(place, 'output'),
          GITHUB_STEP_SUMMARY: path.join(place, 'summary'),
        },
      });
      expect(run.status).toBe(status);
      expect(read(path.join(place, 'summary'))).toBe('told\n');
      const output = path.join(place, 'output');
      expect(fs.existsSync(output) ? read(output).trim() : '').toBe(said);
    } finally {
      fs.rmSync(place, { recursive: true });
    }
  });

  it('build the container of files that are there', () => {
    const text = read(at('deploy/Containerfile'));
    const copied = [...text.matchAll(/^COPY (?!--from)(\S+)/gm)].map(([, from]) => from as string);
    expect(copied).toEqual(['.', 'deploy/Caddyfile']);
    for (const from of copied) expect(fs.existsSync(at(from)), from).toBe(true);
    // Packages of another system would be taken for installed.
    const leftOut = (file: string) =>
      read(at(file))
        .split('\n')
        .filter((line) => /^[^#]/.test(line));
    expect(leftOut('.dockerignore')).toEqual(['.git', ...leftOut('.gitignore')]);
    expect(text).toMatch(/^USER (?!0|root)/m);
    for (const [, script = ''] of text.matchAll(/node (scripts\/\S+)/g))
      expect(fs.existsSync(at(script)), script).toBe(true);
  });
});
