// Serves a built site the way a static host would: the headers of its _headers file, brotli or gzip,
// validators, and the nearest 404 page. Used by `npm start`, the browser tests and the benchmark.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import { brotli } from './lib/weigh.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.xml': 'application/xml',
  '.csv': 'text/csv; charset=utf-8',
};
const compressible = /text|javascript|json|svg|xml|manifest/;

function readHeaderRules(root) {
  const file = path.join(root, '_headers');
  if (!fs.existsSync(file)) return [];
  const rules = [];
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    if (/^\s/.test(line)) {
      const colon = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    } else {
      const pattern = line
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\*/g, '.*');
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    }
  }
  return rules;
}

/**
 * What a request asks for: the path as the headers name it, its parts decoded, and the query with its
 * question mark. Null for anything but a path of this site: another host, a broken escape, a way up.
 */
export function readTarget(target) {
  if (!target.startsWith('/') || target.startsWith('//')) return null;
  const [, pathname, query] = /^([^?#]*)(\?[^#]*)?/.exec(target);
  let parts;
  try {
    parts = pathname.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
  if (parts.some((part) => part === '.' || part === '..' || /[/\\\0]/.test(part))) return null;
  return { pathname, parts, query: query ?? '' };
}

/** What a host reads itself, and what only the build wants to know, is no page. */
const isPrivate = (part) => part.startsWith('.') || part === '_headers';

/** The file an address stands for; null when there is none. */
function fileFor(root, parts) {
  if (parts.some(isPrivate) || parts.slice(0, -1).includes('')) return null;
  const file = path.join(root, ...parts.slice(0, -1), parts.at(-1) || 'index.html');
  return fs.existsSync(file) && fs.statSync(file).isFile() ? file : null;
}

function nearest404(root, parts) {
  for (let i = parts.length; i >= 0; i--) {
    const file = path.join(root, ...parts.slice(0, i), '404.html');
    if (fs.existsSync(file)) return file;
  }
  return null;
}

/** The best of the encodings at hand that the reader takes; one with a weight of zero is refused. */
export function encodingFor(accepted, atHand) {
  const weights = new Map(
    accepted.split(',').map((each) => {
      const [name, ...parameters] = each
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)];
    }),
  );
  const weightOf = (name) => weights.get(name) ?? weights.get('*') ?? 0;
  return (
    atHand
      .filter((name) => weightOf(name) > 0)
      .sort((one, other) => weightOf(other) - weightOf(one))[0] ?? null
  );
}

/** A loader that reads, types and compresses each file once. */
function openFiles() {
  const cache = new Map();
  return (file) => {
    let entry = cache.get(file);
    if (!entry) {
      const raw = fs.readFileSync(file);
      const type = types[path.extname(file)] ?? 'application/octet-stream';
      const etag = `"${createHash('sha1').update(raw).digest('base64url').slice(0, 16)}"`;
      const packed = {};
      const pack = { br: () => brotli(raw), gzip: () => zlib.gzipSync(raw) };
      entry = {
        type,
        etag,
        encodings: compressible.test(type) ? Object.keys(pack) : [],
        body: (encoding) => (encoding ? (packed[encoding] ??= pack[encoding]()) : raw),
      };
      cache.set(file, entry);
    }
    return entry;
  };
}

const refuse = (response, status, words, headers = {}) => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(words);
};

/** Serves `folder`. Listens on this machine alone unless a host is named; port 0 takes a free one. */
export function serve(folder, port = 0, host = '127.0.0.1') {
  const root = path.resolve(folder);
  const rules = readHeaderRules(root);
  const load = openFiles();
  const server = http.createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'This site can only be read.\n', { allow: 'GET, HEAD' });
    const target = readTarget(request.url ?? '/');
    if (!target) return refuse(response, 400, 'This is no address of this site.\n');
    const { pathname, parts, query } = target;
    let file = fileFor(root, parts);
    if (!file && parts.at(-1) && fileFor(root, [...parts, ''])) {
      const location = parts.map((part) => `/${encodeURIComponent(part)}`).join('');
      response.writeHead(301, { location: `${location}/${query}` });
      return response.end();
    }
    if (!file) {
      response.statusCode = 404;
      file = nearest404(root, parts);
      if (!file) return refuse(response, 404, 'Not found\n');
    }
    const entry = load(file);
    response.setHeader('content-type', entry.type);
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('etag', entry.etag);
    if (entry.encodings.length) response.setHeader('vary', 'accept-encoding');
    for (const { pattern, headers } of rules)
      if (pattern.test(pathname))
        for (const [name, value] of headers) response.setHeader(name, value);
    if (request.headers['if-none-match'] === entry.etag && response.statusCode === 200) {
      response.statusCode = 304;
      return response.end();
    }
    const encoding = encodingFor(request.headers['accept-encoding'] ?? '', entry.encodings);
    if (encoding) response.setHeader('content-encoding', encoding);
    const body = entry.body(encoding);
    response.setHeader('content-length', body.length);
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () =>
      resolve({ server, url: `http://localhost:${server.address().port}` }),
    );
  });
}
