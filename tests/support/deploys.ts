import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import type { List } from '../../src/offline/shelf.ts';

/** What a page of the second version says in its heading, and one of the first does not. */
export const SECOND = 'Second version';

/** A server of the built site that can be cut off, that fails at will, and that a second version is put on. */
export interface Deploys {
  url: string;
  /** Whether every connection is dropped. */
  cut: boolean;
  /** Answers requests for these addresses with an error of the server. */
  failing: RegExp | null;
  /** The version on the server: another mark on every English page, and without the script of the search. */
  second: boolean;
  /** What was asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

const SEARCH = '/pagefind/pagefind.js';
const dist = (address: string) => path.join('dist', address);

/** The worker and the list of a second version, which differs from the built one in every English page. */
function secondVersion() {
  const worker = fs.readFileSync('dist/sw.js', 'utf8');
  const [address = '', name = ''] = /\/data\/offline\/(en\.\w+)\.json/.exec(worker) ?? [];
  const [, build = ''] = /build:"(\w+)"/.exec(worker) ?? [];
  const list = JSON.parse(fs.readFileSync(dist(address), 'utf8')) as List;
  for (const [page, entry] of Object.entries(list.pages))
    if (page.startsWith('/en/')) entry[0] = `${entry[0]}2`;
  // The search’s script has another name, as after a change of it.
  list.assets = list.assets.map((asset) => (isGone(asset) ? '/_astro/empty.js' : asset));
  // What it calls is broken in it: a page of the first version that got it would find nothing.
  const broken = 'throw new Error("of the second version");';
  for (const file of list.core.files)
    if (file[0] === SEARCH)
      file[1] = createHash('sha256').update(broken).digest('hex').slice(0, file[1].length);
  return {
    broken,
    worker: worker.replace(build, `${build}2`).replaceAll(name, `${name}2`),
    address: address.replace(name, `${name}2`),
    list: JSON.stringify(list),
  };
}

const isGone = (address: string) => /\/_astro\/box\.[\w-]+\.js$/.test(address);

export async function startDeploys(): Promise<Deploys> {
  const { server: site } = await serve('dist');
  const second = secondVersion();
  const answer = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const send = (type: string, body: string) => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
      response.end(body);
    };
    deploys.asked.push(pathname);
    if (deploys.cut) return void request.socket.destroy();
    if (deploys.failing?.test(pathname)) return void response.writeHead(500).end('not now');
    if (deploys.second) {
      if (pathname === '/sw.js') return send('text/javascript', second.worker);
      if (pathname === second.address) return send('application/json', second.list);
      if (pathname === SEARCH) return send('text/javascript', second.broken);
      if (pathname === '/_astro/empty.js') return send('text/javascript', '');
      if (isGone(pathname)) return void response.writeHead(404).end();
      const file = dist(`${pathname}index.html`);
      if (/^\/en\/.*\/$|^\/en\/$/.test(pathname) && fs.existsSync(file))
        return send(
          'text/html; charset=utf-8',
          fs
            .readFileSync(file, 'utf8')
            .replace(/data-v="(\w+)"/, 'data-v="$12"')
            .replace(/<\/h1>/, ` ${SECOND}</h1>`),
        );
    }
    site.emit('request', request, response);
  };
  const server = http.createServer(answer);
  await new Promise<void>((then) => server.listen(0, '127.0.0.1', then));
  const { port } = server.address() as { port: number };
  const deploys: Deploys = {
    url: `http://localhost:${port}`,
    cut: false,
    failing: null,
    second: false,
    asked: [],
    close: async () => {
      site.close();
      server.closeAllConnections();
      await new Promise((then) => server.close(then));
    },
  };
  return deploys;
}
