// Hashes the inline scripts of each built page and writes that page's content security policy into it, so
// that it holds on any host; and into _headers who may frame a page, which only a header can say.
// The framework's own policy option leaves out Starlight's inline scripts.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const inlineScript = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const data = /type="(application\/(ld\+)?json|text\/plain)"/;

/**
 * A page that handles a person's own files says so. It may then open no connection and load nothing but
 * this site's scripts and styles. The worker that reads the files is made of a blob, because only such a
 * one is under the policy of its page (platform/trusted.ts).
 */
const silent = /\sdata-connections="none"/;

const policy = (hashes, isSilent = false) =>
  [
    `default-src ${isSilent ? "'none'" : "'self'"}`,
    ...(isSilent ? ["manifest-src 'self'", "worker-src 'self' blob:"] : []),
    `connect-src ${isSilent ? "'none'" : "'self'"}`,
    `script-src 'self' 'wasm-unsafe-eval'${[...hashes]
      .sort()
      .map((h) => ` '${h}'`)
      .join('')}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src ${isSilent ? '' : "'self' "}data:`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // No text becomes markup or a script, but for the workers of this site (platform/trusted.ts).
    "require-trusted-types-for 'script'",
    `trusted-types default${isSilent ? ' own-worker' : ''}`,
  ].join(';');

/**
 * Rules that name every page but the framed ones, each exactly once: a whole folder where no framed page
 * is below it, else its pages one by one. `addresses` are paths such as `/en/tools/x/`.
 */
export function frameRules(addresses, isFramed) {
  const walk = (folder) => {
    const below = addresses.filter((address) => address.startsWith(folder));
    if (!below.some(isFramed)) return [folder === below[0] && !below[1] ? folder : `${folder}*`];
    const children = new Set(
      below
        .filter((address) => address !== folder)
        .map((address) => address.slice(0, address.indexOf('/', folder.length) + 1 || undefined)),
    );
    const own = addresses.includes(folder) && !isFramed(folder) ? [folder] : [];
    return [
      ...own,
      ...[...children].sort().flatMap((child) => (isFramed(child) ? [] : walk(child))),
    ];
  };
  return walk('/');
}

/** Rewrites the pages of `dist`, given as texts by their files, and its headers. */
export function applyPolicy(dist, texts) {
  const all = new Set();
  for (const [page, html] of texts) {
    const own = new Set();
    for (const [, attributes, body] of html.matchAll(inlineScript)) {
      if (data.test(attributes) || !body) continue;
      own.add(`sha256-${createHash('sha256').update(body).digest('base64')}`);
    }
    for (const hash of own) all.add(hash);
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(own, silent.test(html))}">`;
    const marked = html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => charset + meta);
    if (marked === html)
      throw new Error(`${path.relative(dist, page)} has no charset to put the policy behind.`);
    texts.set(page, marked);
  }
  const headers = path.join(dist, '_headers');
  const addresses = [...texts.keys()].map((page) =>
    `/${path.relative(dist, page).split(path.sep).join('/')}`.replace(/index\.html$/, ''),
  );
  const rules = frameRules(addresses, (address) => address.endsWith('/embed/'));
  fs.writeFileSync(
    headers,
    fs
      .readFileSync(headers, 'utf8')
      .replace(/^\{frames\}$/m, () =>
        rules
          .map((rule) => `${rule}\n  Content-Security-Policy: frame-ancestors 'none'`)
          .join('\n'),
      ),
  );
  return { pages: texts.size, hashes: all.size };
}
