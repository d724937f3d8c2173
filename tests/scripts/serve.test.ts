import fs from 'node:fs';
import type http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWords, readPort } from '../../scripts/lib/refusal.mjs';
import { encodingFor, readTarget, serve } from '../../scripts/serve.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'served '));
const root = path.join(folder, 'dist');
const write = (name: string, text: string) => {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
};
let server: http.Server;
let port: number;

beforeAll(async () => {
  write('index.html', 'home');
  write('404.html', 'nowhere');
  write('en/index.html', '<p>home, in English</p>'.repeat(50));
  write('en/a page/index.html', 'a page');
  write('_astro/x.js', 'let x = 1;');
  write('.built-from', 'secret');
  write('_headers', '/en/*\n  X-Page: yes\n/_astro/*\n  Access-Control-Allow-Origin: *\n');
  // A neighbour whose name begins like the served folder's.
  fs.mkdirSync(`${root}-other`);
  fs.writeFileSync(path.join(`${root}-other`, 'secret.txt'), 'secret');
  ({ server } = await serve(root));
  ({ port } = server.address() as net.AddressInfo);
});

afterAll(() => {
  server.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** One request as it stands on the wire, which no client library would send. */
const raw = (line: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; head: string; body: string }>((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = said.split('\r\n\r\n', 2);
      resolve({ status: Number(/^HTTP\/1.1 (\d+)/.exec(head)?.[1]), head, body });
    });
    const lines = Object.entries({ Host: 'x', Connection: 'close', ...headers });
    socket.end(
      `${line} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
  });

describe('the server', () => {
  it.each([
    '//',
    '//evil.example/',
    'http://[::1/en',
    'http://evil.example/en/',
    '*',
    '/%',
    '/%zz/',
    '/en/%2e%2e/%2e%2e/dist-other/secret.txt',
    '/..%2fdist-other/secret.txt',
    '/en/..%5c..%5csecret.txt',
    '/en/%00',
    '/.//evil.example/..%2fen',
  ])('answers %s with a refusal and lives on', async (target) => {
    const { status, body } = await raw(`GET ${target}`);
    expect(status).toBe(400);
    expect(body).not.toContain('secret');
    expect((await raw('GET /en/')).status).toBe(200);
  });

  it.each(['/_headers', '/.built-from', '/en/_headers', '/../dist-other/secret.txt', '/en//'])(
    'gives nobody %s',
    async (target) => {
      const { status, body } = await raw(`GET ${target}`);
      expect([400, 404]).toContain(status);
      expect(body).not.toContain('secret');
      expect(body).not.toContain('X-Page');
    },
  );

  it('sends a page asked for without its last slash to its own address, with what was asked', async () => {
    const { status, head } = await raw('GET /en/a%20page?x=1&y=%2F');
    expect(status).toBe(301);
    expect(head).toMatch(/^location: \/en\/a%20page\/\?x=1&y=%2F\r?$/im);
    const { body } = await raw('GET /en/a%20page/?x=1');
    expect(body).toContain('a page');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])(
    'is there to be read, not for %s',
    async (method) => {
      const { status, head } = await raw(`${method} /en/`);
      expect(status).toBe(405);
      expect(head).toMatch(/^allow: GET, HEAD\r?$/im);
    },
  );

  it('answers HEAD with the length and no page', async () => {
    const { status, head, body } = await raw('HEAD /');
    expect(status).toBe(200);
    expect(head).toMatch(/^content-length: 4\r?$/im);
    expect(body).toBe('');
  });

  it('sends the headers named for a path, and only there', async () => {
    expect((await raw('GET /en/')).head).toMatch(/^x-page: yes/im);
    expect((await raw('GET /')).head).not.toMatch(/^x-page/im);
    expect((await raw('GET /_astro/x.js')).head).toMatch(/^access-control-allow-origin: \*/im);
  });

  it('keeps what a reader has already', async () => {
    const etag = /^etag: (.*)$/im.exec((await raw('GET /en/')).head)?.[1]?.trim() ?? '';
    const { status, body } = await raw('GET /en/', { 'If-None-Match': etag });
    expect([status, body]).toEqual([304, '']);
  });

  it('says of a page that is not there that it is not', async () => {
    const { status, body } = await raw('GET /en/nothing/');
    expect(status).toBe(404);
    expect(body).toContain('nowhere');
  });

  it('is reached from this machine alone', () => {
    expect((server.address() as net.AddressInfo).address).toBe('127.0.0.1');
  });
});

describe('encodings', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br; q=0', null],
    ['identity', null],
    ['', null],
    ['*', 'br'],
    ['*;q=0, gzip', 'gzip'],
    ['brotli, sbr', null],
    ['BR', 'br'],
  ])('%s takes %s', (accepted, expected) => {
    expect(encodingFor(accepted, ['br', 'gzip'])).toBe(expected);
  });
});

describe('a target', () => {
  it('is split into its path, its decoded parts and its query', () => {
    expect(readTarget('/en/a%20b/?q=1#x')).toEqual({
      pathname: '/en/a%20b/',
      parts: ['en', 'a b', ''],
      query: '?q=1',
    });
    expect(readTarget('/')).toEqual({ pathname: '/', parts: [''], query: '' });
  });
});

describe('a start that cannot go on says so in words', () => {
  it.each(['abc', '99999', '-1', '1.5', '65536', '4321x', ' '])('PORT=%s', (text) => {
    expect(() => readPort(text, 4321)).toThrow(/is no port/);
  });

  it('takes the ports there are', () => {
    expect(readPort(undefined, 4321)).toBe(4321);
    expect(readPort('', 4321)).toBe(4321);
    expect(readPort('0', 4321)).toBe(0);
    expect(readPort('65535', 4321)).toBe(65535);
  });

  it.each([
    [{ code: 'EADDRINUSE' }, /Port 80 is taken/],
    [{ code: 'EACCES', syscall: 'listen' }, /Port 80 may not be used/],
    [{ code: 'EACCES', path: '/x/dist' }, /\/x\/dist cannot be written to/],
    [{ code: 'EROFS' }, /cannot be written to/],
    [{ code: 'ENOSPC' }, /no room left/],
  ])('%o', (error, words) => {
    expect(inWords(error, { port: 80 })).toMatch(words);
  });

  it('and shows the trace of what nobody foresaw', () => {
    expect(inWords(new TypeError('x is not a function'))).toBe(null);
  });
});
