// Records in every Chinese page which English text it was last compared with. Run it after reading both.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { filesBelow } from './lib/tree.mjs';

let stamped = 0;
for (const file of filesBelow('src/content/docs/zh-cn')) {
  const original = fs.readFileSync(file.replace('docs/zh-cn', 'docs/en'), 'utf8');
  const body = original.replace(/^---\n[\s\S]*?\n---\n/, '').trim();
  // Quoted: twelve hexadecimal digits may all be decimal ones, and YAML would read a number.
  const line = `translationOf: '${createHash('sha256').update(body).digest('hex').slice(0, 12)}'`;
  const text = fs.readFileSync(file, 'utf8');
  const next = /^translationOf: .*$/m.test(text)
    ? text.replace(/^translationOf: .*$/m, line)
    : text.replace(/\n---\n/, `\n${line}\n---\n`);
  if (next !== text) {
    fs.writeFileSync(file, next);
    stamped += 1;
  }
}
console.log(`${stamped} pages stamped.`);
