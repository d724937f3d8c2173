import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { at, read } from '../support/content.ts';
import { hostProgram } from '../support/host-programs.ts';

/** What public/_headers says; a host may add headers of its own. */
const SAID = [
  'x-content-type-options',
  'strict-transport-security',
  'referrer-policy',
  'permissions-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'access-control-allow-origin',
  'content-security-policy',
  'cache-control',
];

const scripts = fs.readdirSync(at('dist/_astro')).filter((file) => file.endsWith('.js'));
const packs = fs.readdirSync(at('dist/data/packs'), { recursive: true, encoding: 'utf8' });
/** Says which parts of the search belong together: an old one would name what a new version has no more. */
const ENTRY = '/pagefind/pagefind-entry.json';
const NAMED_BY_CONTENT = ['index', 'fragment'].map((part) => {
  const [file] = fs.readdirSync(at('dist/pagefind', part));
  return `/pagefind/${part}/${file}`;
});
const addresses = [
  '/',
  '/en/',
  '/zh-cn/playbooks/respond/inr-in-transit/',
  '/en/reference/rulebook/',
  '/en/tools/dispute-rate/',
  '/en/tools/dispute-rate/embed/',
  '/zh-cn/tools/dispute-log/',
  '/en/workshops/',
  '/zh-cn/playbooks/respond/inr-in-transit/index.md',
  '/zh-cn/workshops/collect/',
  `/_astro/${scripts[0]}`,
  `/data/packs/${packs.find((file) => file.endsWith('.json'))}`,
  '/data/rules.json',
  '/pagefind/pagefind.js',
  ENTRY,
  ...NAMED_BY_CONTENT,
  '/sw.js',
  '/data/app/en.json',
];

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amicable-host-'));
const started: ChildProcess[] = [];
let reference: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  reference = await serve(at('dist'));
});
afterAll(() => {
  reference.server.close();
  for (const each of started) each.kill();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The files of deploy/, told where this machine keeps the site and which port is free. */
const ways = {
  nginx: (program: string, port: number) => {
    const file = path.join(folder, 'nginx.conf');
    const server = read(at('deploy/nginx.conf'))
      .replace('listen 8080;', `listen 127.0.0.1:${port};`)
      .replace('root /srv/amicable;', `root "${at('dist')}";`);
    const types =
      'types { text/html html; text/javascript js; application/json json; text/css css; }';
    fs.writeFileSync(
      file,
      `daemon off; pid ${folder}/pid; error_log ${folder}/error; events {} http { access_log off; ${types}
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${folder}/${each};`).join(' ')}
      ${server} }`,
    );
    return spawn(program, ['-c', file, '-p', folder, '-e', `${folder}/error`], { stdio: 'ignore' });
  },
  caddy: (program: string, port: number) => {
    const file = path.join(folder, 'Caddyfile');
    fs.writeFileSync(
      file,
      read(at('deploy/Caddyfile')).replace(':8080 {', `http://127.0.0.1:${port} {`),
    );
    return spawn(program, ['run', '--config', file, '--adapter', 'caddyfile'], {
      stdio: 'ignore',
      env: { ...process.env, AMICABLE_ROOT: at('dist'), HOME: folder },
    });
  },
};

it('only what is named after its content may be kept without asking', async () => {
  expect(NAMED_BY_CONTENT.every((address) => /_[\da-f]{7,}\.pf_\w+$/.test(address))).toBe(true);
  const immutable = new Set([...NAMED_BY_CONTENT, `/_astro/${scripts[0]}`]);
  for (const address of addresses) {
    const { headers } = await fetch(reference.url + address);
    expect(headers.get('cache-control'), address).toBe(
      immutable.has(address) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  }
});

describe.each(['nginx', 'caddy'] as const)('the settings for %s', (name) => {
  const program = hostProgram(name);
  let site = '';
  beforeAll(async () => {
    if (!program) return;
    const port = await freePort();
    site = `http://127.0.0.1:${port}`;
    started.push(ways[name](program, port));
    for (let tries = 0; ; tries += 1)
      try {
        await fetch(site);
        return;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((wait) => setTimeout(wait, 100));
      }
  });

  it.skipIf(!program)('send with every kind of file what the site asks hosts to send', async () => {
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) {
      const [want, got] = await Promise.all([
        fetch(reference.url + address),
        fetch(site + address),
      ]);
      expect(got.status, address).toBe(200);
      const told = (answer: Response) =>
        Object.fromEntries(SAID.map((header) => [header, answer.headers.get(header)]));
      expect(told(got), address).toEqual(told(want));
      if (address.endsWith('.md'))
        expect(got.headers.get('content-type'), address).toMatch(/^text\/markdown; charset=utf-8/);
      expect(await got.text(), address).toBe(await want.text());
    }
  });

  it.skipIf(!program)(
    'lead to the folder, to the page for lost addresses, and nowhere else',
    async () => {
      const moved = await fetch(`${site}/en/tools/dispute-rate`, { redirect: 'manual' });
      expect([301, 308]).toContain(moved.status);
      expect(new URL(moved.headers.get('location') ?? '', site).pathname).toBe(
        '/en/tools/dispute-rate/',
      );
      // What public/_redirects says to hosts that read it.
      const rules = read(at('public/_redirects')).match(/^\/.*$/gm) ?? [];
      expect(rules.length).toBeGreaterThanOrEqual(4);
      for (const rule of rules) {
        const [from = '', to = '', status] = rule.split(' ');
        const answer = await fetch(site + from.replace('*', 'tools/x/'), { redirect: 'manual' });
        expect(answer.status, from).toBe(Number(status));
        expect(new URL(answer.headers.get('location') ?? '', site).pathname, from).toBe(
          to.replace(':splat', 'tools/x/'),
        );
      }
      const lost = await fetch(`${site}/en/nothing/`);
      expect(lost.status).toBe(404);
      expect(await lost.text()).toBe(read(at('dist/404.html')));
      expect(lost.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
      // What is lost is as sealed as what is there.
      const there = await fetch(reference.url);
      const sealed = SAID.filter(
        (header) => header !== 'cache-control' && there.headers.has(header),
      );
      expect(sealed.length).toBeGreaterThanOrEqual(5);
      for (const header of sealed)
        expect(lost.headers.get(header), header).toBe(there.headers.get(header));
      expect(lost.headers.get('cache-control') ?? 'no-cache').toBe('no-cache');
      for (const hidden of ['/_headers', '/.built-from', '/%2e%2e/package.json'])
        expect([400, 404], hidden).toContain((await fetch(site + hidden)).status);
    },
  );
});
