import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { openContent } from './cli-content.ts';
import { main } from './cli.ts';
import { tools } from './registry.ts';

const content = openContent(join(import.meta.dirname, '../content'));
const NOW = '2026-11-21T08:09:10.123Z';

async function call(args: string[], input = '', known?: Parameters<typeof main>[2]) {
  let out = '';
  let error = '';
  const io = {
    out: (text: string) => (out += text),
    error: (text: string) => (error += text),
    readInput: () => input,
    readFile: (path: string) => {
      if (path !== 'log.csv') throw new Error(`no ${path}`);
      return '\uFEFFday,claims';
    },
    readBytes: (path: string) => {
      if (path !== 'logs/log.csv') throw new Error(`no ${path}`);
      return new Uint8Array([0xff, 0xfe, 0x41, 0]);
    },
    now: () => new Date(NOW),
    content,
  };
  const status = await main(args, io, known);
  return { status, out, error };
}
const json = async (args: string[], input = '') => {
  const { status, out, error } = await call(args, input);
  expect(error).toBe('');
  expect(out.endsWith('\n') && out.indexOf('\n') === out.length - 1, 'one line').toBe(true);
  return [status, JSON.parse(out)] as const;
};

const odr = '{"metric":"amazon.odr","defects":3,"orders":100}';

describe('the command line', () => {
  it('answers one question with one line of JSON, and says which moment it used', async () => {
    expect(await json(['dispute-rate', odr])).toMatchObject([
      0,
      { kind: 'ok', percent: '3.0000', asOf: '2026-11-21T08:09:10Z' },
    ]);
  });

  it('repeats what was read from words, and nothing that was plain', async () => {
    const paypal = {
      metric: 'paypal.dispute',
      claimValue: '$1,250.50',
      salesValue: 90000,
      sales: 500,
    };
    const [, rate] = await json(['dispute-rate', JSON.stringify(paypal)]);
    expect(rate.understood).toEqual({ claimValue: '1250.5' });
    const [, list] = await json([
      'dispute-rate',
      '{"metric":"amazon.odr","defects":"三","orders":"1,000 单"}',
    ]);
    expect(list.understood).toEqual({ defects: '3', orders: '1000' });
    expect((await json(['dispute-rate', odr]))[1].understood).toEqual({});

    const offer = (vars: object) =>
      JSON.stringify({ situation: 'offer-partial-refund', language: 'en', vars });
    const [, words] = await json([
      'reply-script',
      offer({ date: '明天', amount: '€12,50', buyerName: 'Ann' }),
      '--as-of',
      '2026-11-29',
    ]);
    expect(words.understood).toEqual({
      'vars.date': '2026-11-30',
      'vars.amount': '12.50',
      'vars.currency': 'EUR',
    });
    const [, plain] = await json([
      'reply-script',
      offer({ date: '2026-12-05', amount: '12.5', currency: 'EUR' }),
    ]);
    expect(plain.understood).toEqual({});
  });

  it('counts the days of a reply from the day it is in universal time', async () => {
    const at = async (asOf: string) =>
      (
        await json([
          'reply-script',
          '{"situation":"offer-partial-refund","language":"en","vars":{"date":"tomorrow"}}',
          '--as-of',
          asOf,
        ])
      )[1].understood;
    expect(await at('2026-11-29T23:59:59Z')).toEqual({ 'vars.date': '2026-11-30' });
    expect(await at('2026-11-30T07:59:00+08:00')).toEqual({ 'vars.date': '2026-11-30' });
    expect(await at('2026-11-30T08:00:00+08:00')).toEqual({ 'vars.date': '2026-12-01' });
  });

  it('reads standard input', async () => {
    expect(await json(['dispute-rate', '-'], odr)).toMatchObject([
      0,
      { kind: 'ok', percent: '3.0000' },
    ]);
  });

  it('reads what begins with a byte-order mark', async () => {
    expect((await json(['dispute-rate', '-'], `\uFEFF${odr}`))[0]).toBe(0);
    expect((await json(['dispute-rate', `\uFEFF${odr}`]))[0]).toBe(0);
  });

  it('takes @path for a file where a field takes one, and nowhere else', async () => {
    const field = (name: string, takesFile: boolean | 'bytes') => ({
      name,
      type: 'text',
      required: false,
      description: name,
      takesFile,
    });
    const known = {
      echo: () =>
        Promise.resolve({
          summary: '',
          fields: () => [field('log', true), field('text', false), field('raw', 'bytes')],
          run: (input: unknown) => ({ kind: 'ok', input }),
        }),
    };
    const echo = async (input: unknown) =>
      JSON.parse((await call(['echo', JSON.stringify(input)], '', known)).out) as unknown;
    const given = { log: '@log.csv', text: '@log.csv', other: '@log.csv' };
    expect(await echo(given)).toMatchObject({
      kind: 'ok',
      input: { log: 'day,claims', text: '@log.csv', other: '@log.csv' },
    });
    expect(await echo([{ log: 'a@b' }, { log: '@gone.csv' }])).toMatchObject([
      { input: { log: 'a@b' } },
      {
        kind: 'invalid',
        issues: [{ path: 'log', message: 'The file cannot be read: no gone.csv' }],
      },
    ]);
    expect((await call(['echo', '--help'], '', known)).out).toContain('log (text or @path, opt');
    // As it lies on the disk and by its own name, alone or in a list.
    const whole = { name: 'log.csv', bytes: { 0: 0xff, 1: 0xfe, 2: 0x41, 3: 0 } };
    expect(await echo({ raw: '@logs/log.csv' })).toMatchObject({ input: { raw: whole } });
    expect(await echo({ raw: ['@logs/log.csv', 'a,b'] })).toMatchObject({
      input: { raw: [whole, 'a,b'] },
    });
    expect(await echo({ raw: ['@gone.csv'] })).toMatchObject({
      issues: [{ path: 'raw', message: 'The file cannot be read: no gone.csv' }],
    });
    // Two of its fields take a file: which of them is meant, nobody can tell.
    expect(JSON.parse((await call(['echo', '@log.csv'], '', known)).out)).toMatchObject({
      kind: 'invalid',
      issues: [{ path: '', message: expect.stringMatching(/^This tool takes no file alone/) }],
    });
    const one = {
      echo: () =>
        Promise.resolve({
          summary: '',
          fields: () => [field('log', true), field('text', false)],
          run: (input: unknown) => ({ kind: 'ok', input }),
        }),
    };
    expect(JSON.parse((await call(['echo', '@log.csv'], '', one)).out)).toMatchObject({
      kind: 'ok',
      input: { log: 'day,claims' },
    });
    expect(JSON.parse((await call(['echo', '@gone.csv'], '', one)).out)).toMatchObject({
      issues: [{ path: 'log', message: 'The file cannot be read: no gone.csv' }],
    });
  });

  it('answers an array with an array, in order', async () => {
    const [status, answers] = await json(['dispute-rate', `[${odr},{"metric":"amazon.odr"},[]]`]);
    expect(status).toBe(2);
    expect(answers.map(({ kind }: { kind: string }) => kind)).toEqual([
      'ok',
      'incomplete',
      'invalid',
    ]);
    expect(await json(['dispute-rate', '[]'])).toEqual([0, []]);
  });

  it('takes the moment from --as-of, wherever it stands and however it is written', async () => {
    const vamp = '{"metric":"visa.vamp","fraudReports":1000,"disputes":501,"settled":100000}';
    expect(await json(['--as-of', '2026-03-31', 'dispute-rate', vamp])).toMatchObject([
      0,
      { tier: 'none', asOf: '2026-03-31T00:00:00Z' },
    ]);
    expect(await json(['dispute-rate', vamp, '--as-of=2026-04-01T08:00:00+08:00'])).toMatchObject([
      0,
      { tier: 'over', asOf: '2026-04-01T00:00:00Z' },
    ]);
    expect(await json(['dispute-rate', vamp, '--as-of', '2025-01-01T00:00:00Z'])).toEqual([
      0,
      {
        kind: 'unknown-rule',
        ruleId: 'visa.line.vamp',
        asOf: '2025-01-01T00:00:00Z',
        nearest: '2025-06-01',
      },
    ]);
  });

  it.each([
    'yesterday',
    '2026-02-30',
    '2026-13-01',
    '2026-01-01T25:00:00Z',
    '2026-01-01T00:00',
    '',
    '1767225600',
  ])('refuses the moment %j', async (moment) => {
    expect(await json(['dispute-rate', odr, '--as-of', moment])).toEqual([
      2,
      {
        kind: 'invalid',
        issues: [
          {
            path: '--as-of',
            message: 'Write the moment as 2026-11-21T00:00:00Z, or the day as 2026-11-21.',
          },
        ],
      },
    ]);
  });

  it.each([
    '1969-12-31',
    '2201-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '-271821-04-20T00:00:00Z',
    '+275760-09-13T00:00:00Z',
  ])('says that %s is no moment of a case', async (moment) => {
    expect(await json(['dispute-rate', odr, `--as-of=${moment}`])).toEqual([
      2,
      {
        kind: 'invalid',
        issues: [{ path: '--as-of', message: 'The moment lies outside the years 1970 to 2200.' }],
      },
    ]);
  });

  it('refuses a moment that was forgotten', async () => {
    expect((await json(['dispute-rate', odr, '--as-of']))[0]).toBe(2);
  });

  it('says what is wrong with the input, field by field, and leaves with 2', async () => {
    expect(
      await json(['dispute-rate', '{"metric":"amazon.odr","defects":"3%","orders":-1}']),
    ).toEqual([
      2,
      {
        kind: 'invalid',
        issues: [
          {
            path: 'defects',
            message: '“3%” is a share. Give the count or the amount itself, without “%”.',
          },
          {
            path: 'orders',
            message: '“-1” is below zero, which is not possible here. Leave the minus sign out.',
          },
        ],
      },
    ]);
    expect(
      await json(['dispute-rate', '{"metric":"amazon.odr","defects":3,"orders":2}']),
    ).toMatchObject([
      2,
      { issues: [{ path: 'defects', message: expect.stringContaining('“orders”') }] },
    ]);
  });

  it.each([
    ['deadline-planner', { flow: 'x' }, 'aliexpress.snad-new'],
    ['reply-guard', { language: 'it', text: 'Ciao', extra: 1 }, 'pt-BR'],
    ['reply-script', { situation: 'none', language: 'en' }, 'There is no situation'],
  ])('words the issues of %s', async (slug, input, words) => {
    const [status, answer] = await json([slug, JSON.stringify(input)]);
    expect([status, Object.keys(answer)]).toEqual([2, ['kind', 'issues']]);
    for (const { message } of answer.issues) expect(message).toMatch(/\w+ \w+/);
    expect(JSON.stringify(answer)).toContain(words);
    expect(JSON.stringify(answer)).not.toMatch(/tool\.[\w-]+\./);
  });

  it('asks for what is missing, and leaves with 0', async () => {
    expect(await json(['dispute-rate', '{"metric":"amazon.odr","defcts":3}'])).toEqual([
      0,
      {
        kind: 'incomplete',
        missing: ['defects', 'orders'],
        ignored: [{ path: 'defcts', why: 'unknown' }],
        asOf: '2026-11-21T08:09:10Z',
      },
    ]);
  });

  it('refuses what is not JSON', async () => {
    const [status, answer] = await json(['dispute-rate', '{metric}']);
    expect(status).toBe(2);
    expect(answer.issues).toEqual([
      { path: '', message: expect.stringMatching(/^This is not JSON: /) },
    ]);
  });

  it('knows its tools', async () => {
    for (const name of ['nope', 'toString', '__proto__']) {
      const { status, out, error } = await call([name, '{}']);
      expect([status, out]).toEqual([64, '']);
      expect(error).toContain(`There is no tool “${name}”.`);
      for (const slug of Object.keys(tools)) expect(error).toContain(slug);
    }
  });

  it.each([
    [[], 'Usage:'],
    [['dispute-rate'], 'The JSON is missing.'],
    [['dispute-rate', '{}', 'more'], '“more” is too many'],
    [['dispute-rate', '{}', '--fast'], 'Unknown option --fast.'],
    [['--fast', 'dispute-rate', '{}', 'more'], 'Unknown option --fast.'],
  ])('explains itself when it is called wrongly: %j', async (args, words) => {
    const { status, out, error } = await call(args);
    expect([status, out]).toEqual([64, '']);
    expect(error).toContain(words);
    expect(error).toContain('Usage:');
  });

  it('lists every tool and field with --help, descriptions from the definitions', async () => {
    const all = await call(['--help']);
    expect([all.status, all.error]).toEqual([0, '']);
    for (const slug of Object.keys(tools)) expect(all.out).toContain(`\n${slug}: `);
    const one = await call(['dispute-rate', '-h']);
    expect(one.status).toBe(0);
    expect(one.out).toContain(
      '  withdrawn (count)\n      [aliexpress.snad] Claims withdrawn. How many of these claims',
    );
    expect(one.out).toContain('  region (one of MY | other, optional)');
    expect(one.out).toContain('  orderPrices (money-list, optional)');
    expect(one.out).toContain('  line (percent, optional)\n      A target of your own');
    expect(one.out).toContain('  plannedOrders (count, optional)\n      Needed for the forecast');
    expect(one.out).toContain('  metric (one of aliexpress.adjudication | ');
    expect((await call(['nope', '--help'])).status).toBe(64);
  });

  it('runs as a program', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(import.meta.dirname, 'cli.mjs'), ...args], {
        input: odr,
        encoding: 'utf8',
      });
    const { status, stdout } = run('dispute-rate', '-', '--as-of', '2026-11-21');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'ok', percent: '3.0000' });
    expect(run('nope').status).toBe(64);
    // Moments in every language are read from the start.
    const moment = run(
      'deadline-planner',
      '{"flow":"aliexpress.snad-classic","events":{"disputeOpenedAt":"2026년 11월 15일 오후 5시"}}',
    );
    expect(moment.status).toBe(0);
    expect(moment.stdout).toContain('2026-11-16T01:00:00Z');
  }, 60_000);

  it('is quiet where nobody reads to the end', () => {
    const many = JSON.stringify(Array.from({ length: 2000 }, () => JSON.parse(odr) as unknown));
    const piped = spawnSync(
      'sh',
      [
        '-c',
        '"$0" "$1" dispute-rate - | head -c 20',
        process.execPath,
        join(import.meta.dirname, 'cli.mjs'),
      ],
      { input: many, encoding: 'utf8' },
    );
    expect(piped.stdout).toHaveLength(20);
    expect(piped.stderr).toBe('');
  }, 60_000);
});

describe('the content of the command line', () => {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('is read on first use, by id or else by file name', () => {
    mkdirSync(join(root, 'things/deep'), { recursive: true });
    mkdirSync(join(root, 'i18n/parts'), { recursive: true });
    writeFileSync(join(root, 'things/a.yaml'), 'id: first\nday: 2026-01-02\n');
    writeFileSync(join(root, 'things/deep/second.yml'), 'value: 2\n');
    writeFileSync(join(root, 'things/empty.yaml'), '');
    writeFileSync(join(root, 'i18n/parts/x.en.json'), '{"b":"part"}');
    writeFileSync(join(root, 'i18n/parts/x.zh-CN.json'), '{"b":"部分"}');
    const opened = openContent(root);
    expect(opened.messages()).toEqual({ b: 'part' });
    const things = opened.collection('things');
    expect(Object.fromEntries(things)).toEqual({
      first: { id: 'first', day: '2026-01-02' },
      second: { value: 2 },
      empty: null,
    });
    expect(opened.collection('things')).toBe(things);
    expect(opened.messages()).toBe(opened.messages());
    expect(opened.rules().size).toBe(0);

    writeFileSync(join(root, 'i18n/en.json'), '{"a":"shared"}');
    expect(openContent(root).messages()).toEqual({ a: 'shared', b: 'part' });
  });

  describe('kept parsed from call to call', () => {
    const kept = (name: string) => join(root, 'kept', `${name}.json`);
    const long = new Date(Date.now() - 3600_000);
    /** As if written an hour ago: what was written just now is never taken from the cache. */
    const write = (file: string, text: string) => {
      writeFileSync(join(root, file), text);
      utimesSync(join(root, file), long, long);
    };
    const opened = (fresh = false) => {
      const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + (fresh ? 0 : 3600_000));
      const found = Object.fromEntries(openContent(root, join(root, 'kept')).collection('kept-of'));
      clock.mockRestore();
      return found;
    };

    it('is what the files say, and sees each change at once', () => {
      mkdirSync(join(root, 'kept-of'));
      write('kept-of/a.yaml', 'id: a\nvalue: 1\n');
      expect(opened(true)).toEqual({ a: { id: 'a', value: 1 } });
      expect(existsSync(kept('kept-of')), 'written just now').toBe(false);
      expect(opened()).toEqual({ a: { id: 'a', value: 1 } });
      expect(existsSync(kept('kept-of'))).toBe(true);
      expect(opened()).toEqual({ a: { id: 'a', value: 1 } });

      // The same length and the same time of change: only the time of the entry tells.
      write('kept-of/a.yaml', 'id: a\nvalue: 2\n');
      expect(opened()).toEqual({ a: { id: 'a', value: 2 } });
      write('kept-of/b.yaml', 'id: b\n');
      expect(Object.keys(opened())).toEqual(['a', 'b']);
      renameSync(join(root, 'kept-of/b.yaml'), join(root, 'kept-of/c.yaml'));
      write('kept-of/c.yaml', '');
      expect(Object.keys(opened())).toEqual(['a', 'c']);
      rmSync(join(root, 'kept-of/c.yaml'));
      expect(Object.keys(opened())).toEqual(['a']);
    });

    it('is used: what it holds is what comes back', () => {
      expect(Object.keys(opened())).toEqual(['a']);
      const held = readFileSync(kept('kept-of'), 'utf8');
      writeFileSync(kept('kept-of'), held.replace('"value":2', '"value":3'));
      expect(opened()).toEqual({ a: { id: 'a', value: 3 } });
    });

    it.each(['', '{', '[]', '{"stamp":1,"entries":[]}', 'null'])('is not trusted: %j', (text) => {
      writeFileSync(kept('kept-of'), text);
      expect(opened()).toEqual({ a: { id: 'a', value: 2 } });
    });

    it('is done without where nothing can be written', () => {
      const nowhere = join(root, 'things/a.yaml/kept');
      expect(openContent(root, nowhere).collection('things').size).toBe(3);
    });

    it('loses nothing of the site’s own content', () => {
      const own = join(import.meta.dirname, '../content');
      const names = readdirSync(own, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !['docs', 'i18n'].includes(entry.name))
        .map(({ name }) => name);
      expect(names.length).toBeGreaterThan(6);
      for (const name of names) {
        const items = [...openContent(own).collection(name)];
        expect(items.length, name).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(items)), name).toEqual(items);
      }
    });

    it('reads a file as another reader of the format does', () => {
      const folder = join(import.meta.dirname, '../content/rules');
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.yaml'),
      );
      expect(files.length).toBeGreaterThan(400);
      const rules = openContent(join(folder, '..')).rules();
      for (const name of files) {
        const item = parse(readFileSync(join(folder, name), 'utf8')) as { id: string };
        expect(rules.get(item.id), name).toEqual(item);
      }
    });
  });
});
