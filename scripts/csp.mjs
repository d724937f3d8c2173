// Hashes every inline script of the built pages and writes one content security policy: into each
// page, so that it holds on any host, and into _headers, where frame-ancestors can be said as well.
// The framework's own policy option leaves out Starlight's inline scripts.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from './lib/tree.mjs';

const inlineScript = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const data = /type="(application\/(ld\+)?json|text\/plain)"/;

const policy = (hashes, extra = '') =>
  [
    "default-src 'self'",
    "connect-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${[...hashes]
      .sort()
      .map((h) => ` '${h}'`)
      .join('')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ') + extra;

export function applyPolicy(dist) {
  const all = new Set();
  const pages = filesBelow(dist).filter((file) => file.endsWith('.html'));
  for (const page of pages) {
    const html = fs.readFileSync(page, 'utf8');
    const own = new Set();
    for (const [, attributes, body] of html.matchAll(inlineScript)) {
      if (data.test(attributes) || !body) continue;
      own.add(`sha256-${createHash('sha256').update(body).digest('base64')}`);
    }
    for (const hash of own) all.add(hash);
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(own)}">`;
    const marked = html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => charset + meta);
    if (marked === html)
      throw new Error(`${path.relative(dist, page)} has no charset to put the policy behind.`);
    fs.writeFileSync(page, marked);
  }
  const headers = path.join(dist, '_headers');
  fs.writeFileSync(
    headers,
    fs
      .readFileSync(headers, 'utf8')
      .replace(
        /^(\s+Content-Security-Policy:).*\{csp\}.*$/gm,
        (_, name) => `${name} ${policy(all)}`,
      ),
  );
  return { pages: pages.length, hashes: all.size };
}
