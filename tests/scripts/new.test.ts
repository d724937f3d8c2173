import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kinds } from '../../scripts/lib/new-entries.mjs';
import { scriptSchema } from '../../src/schemas/script.ts';
import { at, read } from '../support/content.ts';

// The project once more, with one new entry of every kind in it.
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amicable-new-'));
const CASES: [keyof typeof kinds, string, Record<string, string>][] = [
  ['rule', 'aliexpress.dispute.tried', { value: '2..5', unit: 'days', source: 'seed-001' }],
  ['rule', 'aliexpress.conduct.tried', { value: 'true', source: 'seed-001' }],
  ['page', 'playbooks/prevent/tried', {}],
  ['metric', 'amazon.tried', {}],
  ['flow', 'aliexpress.tried', {}],
  ['flow', 'etsy.tried', {}],
  // The platform has one kind of case, which goes by every name of its kind.
  ['flow', 'ebay.tried', {}],
  [
    'script',
    'tried',
    {
      'find-en': 'tried, try it',
      'find-zh': '试过，试一试',
      'find-ru': 'проба, попробовать',
      'find-pinyin': 'shiguo, shiyishi',
    },
  ],
  ['exercise', 'tried', {}],
];
const make = (kind: keyof typeof kinds, id: string, options: Record<string, string>) =>
  kinds[kind].run(folder, id, options);

beforeAll(() => {
  for (const part of [
    'src',
    'tests',
    'scripts',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    '.prettierrc.json',
  ])
    fs.cpSync(at(part), path.join(folder, part), { recursive: true });
  fs.symlinkSync(at('node_modules'), path.join(folder, 'node_modules'), 'junction');
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('what is made new', () => {
  it('is written in both languages, and passes the checks of its kind', async () => {
    for (const [kind, id, options] of CASES) {
      const { files } = await make(kind, id, {
        ...options,
        en: `Tried ${kind} ${id}`,
        zh: `试过${kind} ${id}`,
      });
      expect(files.length, kind).toBeGreaterThan(0);
      for (const file of files) expect(fs.existsSync(path.join(folder, file)), file).toBe(true);
      const [first] = files;
      expect(read(path.join(folder, first as string)), kind).toMatch(/[A-Za-z]{4}/);
    }
    const script = parse(read(path.join(folder, 'src/content/scripts/tried.yaml'))) as {
      aliases: Record<string, string[]>;
    };
    expect(scriptSchema.safeParse(script).error?.issues).toBeUndefined();
    expect(Object.values(script.aliases).map(({ length }) => length)).toEqual([2, 2, 2, 2]);
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$/.test(name)),
    );
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project=source',
        '--reporter=dot',
        'tests/content/pages.test.ts',
        'tests/content/rulebook.test.ts',
        'tests/content/schemas.test.ts',
        'tests/content/desk.test.ts',
        'src/schemas',
        'src/calculators/deadline-planner/by-hand.test.ts',
        'src/calculators/deadline-planner/board.test.ts',
        'src/calculators/deadline-planner/board-names.test.ts',
        'src/calculators/find-case/find.test.ts',
        'src/calculators/dispute-rate/coverage.test.ts',
        'src/calculators/reply-script/export',
      ],
      { cwd: folder, env, encoding: 'utf8' },
    );
    expect(status, `${stdout.slice(-3000)}${stderr.slice(-1000)}`).toBe(0);
  });

  it.each<[keyof typeof kinds, string, Record<string, string>, RegExp]>([
    ['rule', 'aliexpress.dispute.none', { value: '5', unit: 'days' }, /needs a source/],
    ['rule', 'aliexpress.dispute.none', { value: '5', unit: 'days', source: 'nobody' }, /nobody/],
    ['rule', 'aliexpress.dispute.none', { value: 'five', source: 'seed-001' }, /--value/],
    ['rule', 'aliexpress.dispute.none', { value: '5', unit: 'moons', source: 'seed-001' }, /unit/],
    ['rule', 'nowhere.dispute.none', { value: '5', unit: 'days', source: 'seed-001' }, /platform/],
    ['page', 'nowhere/none', {}, /no group/],
    ['page', 'playbooks/prevent/map', {}, /already/],
    ['metric', 'walmart.none', {}, /--like/],
    ['flow', 'aliexpress.order', {}, /already/],
    ['script', 'No Letters', {}, /small letters/],
    ['script', 'none', { 'find-en': 'one' }, /--find-en/],
    ['script', 'inr-none', {}, /under causes in/],
    ['exercise', 'none', { like: 'nothing' }, /nothing/],
  ])('is refused in words: %s %s %j', async (kind, id, options, words) => {
    await expect(make(kind, id, { ...options, en: 'A', zh: '甲' })).rejects.toThrow(words);
  });

  it('has a name in both languages', async () => {
    for (const [kind, id, options] of CASES)
      await expect(make(kind, `${id}-two`, { ...options, en: 'Only' })).rejects.toThrow('--zh');
  });
});
