// Records in a Chinese page which English text it was compared with: npm run stamp -- <page> […]
// A page is named by either language's file, or by its address: playbooks/prevent/map.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const here = path.resolve(import.meta.dirname, '../src/content/docs');

/** The path of a page inside a language's folder, `playbooks/prevent/map.mdx`; null where there is none. */
export function pageOf(name, docs = here) {
  const inside = name
    .replace(/^.*src\/content\/docs\//, '')
    .replace(/^\/?(?:en|zh-cn)\//, '')
    .replace(/(?:\/index)?(?:\.mdx?)?\/?$/, '');
  return (
    [`${inside}.mdx`, `${inside}.md`, path.posix.join(inside, 'index.mdx')].find((file) =>
      fs.existsSync(path.join(docs, 'zh-cn', file)),
    ) ?? null
  );
}

/** Stamps one page; says what was done. Throws where the page is not there in both languages. */
export const stamp = (name) => stampIn(here, name);

/** The same for the pages of a folder. */
export function stampIn(docs, name) {
  const page = pageOf(name, docs);
  if (!page || !fs.existsSync(path.join(docs, 'en', page)))
    throw new Error(`There is no page “${name}” in both languages.`);
  const original = fs.readFileSync(path.join(docs, 'en', page), 'utf8');
  const body = original.replace(/^---\n[\s\S]*?\n---\n/, '').trim();
  // Quoted: twelve hexadecimal digits may all be decimal ones, and YAML would read a number.
  const line = `translationOf: '${createHash('sha256').update(body).digest('hex').slice(0, 12)}'`;
  const file = path.join(docs, 'zh-cn', page);
  const text = fs.readFileSync(file, 'utf8');
  const next = /^translationOf: .*$/m.test(text)
    ? text.replace(/^translationOf: .*$/m, line)
    : text.replace(/\n---\n/, `\n${line}\n---\n`);
  if (next === text) return `${page} was stamped already.`;
  fs.writeFileSync(file, next);
  return `${page} stamped.`;
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const names = process.argv.slice(2);
  if (names.length === 0) {
    console.error(
      'Name the pages you have read in both languages: npm run stamp -- playbooks/prevent/map\nThere is no way to stamp all: each stamp says that somebody has compared two texts.',
    );
    process.exit(64);
  }
  try {
    for (const name of names) console.log(stamp(name));
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
