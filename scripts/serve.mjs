// Serves a built site the way a static host would: the headers of its _headers file, brotli or gzip,
// validators, and the nearest 404 page. Used by `npm start`, the browser tests and the benchmark.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
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

/** The file an address stands for, never one outside the root; null when there is none. */
function fileFor(root, pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  let file = path.join(root, path.normalize(decoded));
  if (!file.startsWith(root) || decoded.includes('\0')) return null;
  if (decoded.endsWith('/')) file = path.join(file, 'index.html');
  return fs.existsSync(file) && fs.statSync(file).isFile() ? file : null;
}

function nearest404(root, pathname) {
  const parts = pathname.split('/').filter(Boolean);
  for (let i = parts.length; i >= 0; i--) {
    const file = path.join(root, ...parts.slice(0, i), '404.html');
    if (file.startsWith(root) && fs.existsSync(file)) return file;
  }
  return null;
}

export function serve(folder, port = 0) {
  const root = path.resolve(folder);
  const rules = readHeaderRules(root);
  const cache = new Map();
  const load = (file) => {
    let entry = cache.get(file);
    if (!entry) {
      const raw = fs.readFileSync(file);
      const type = types[path.extname(file)] ?? 'application/octet-stream';
      const etag = `"${createHash('sha1').update(raw).digest('base64url').slice(0, 16)}"`;
      entry = { raw, type, etag };
      if (compressible.test(type)) {
        entry.br = zlib.brotliCompressSync(raw, {
          params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 },
        });
        entry.gzip = zlib.gzipSync(raw, { level: 9 });
      }
      cache.set(file, entry);
    }
    return entry;
  };
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    let file = fileFor(root, pathname);
    if (!file && !pathname.endsWith('/') && fileFor(root, `${pathname}/`)) {
      response.writeHead(301, { location: `${pathname}/` });
      return response.end();
    }
    if (!file) {
      response.statusCode = 404;
      file = nearest404(root, pathname);
      if (!file) return response.end('Not found');
    }
    const entry = load(file);
    response.setHeader('content-type', entry.type);
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('etag', entry.etag);
    for (const { pattern, headers } of rules)
      if (pattern.test(pathname))
        for (const [name, value] of headers) response.setHeader(name, value);
    if (request.headers['if-none-match'] === entry.etag && response.statusCode === 200) {
      response.statusCode = 304;
      return response.end();
    }
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding =
      entry.br && /\bbr\b/.test(accepted)
        ? 'br'
        : entry.gzip && /\bgzip\b/.test(accepted)
          ? 'gzip'
          : null;
    if (encoding) response.setHeader('content-encoding', encoding);
    response.end(request.method === 'HEAD' ? undefined : encoding ? entry[encoding] : entry.raw);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () =>
      resolve({ server, url: `http://localhost:${server.address().port}` }),
    );
  });
}
