// npm run new:rule | new:page | new:metric | new:flow | new:script | new:exercise -- <id> …
// Writes what a new one of its kind consists of, so that every check passes. A rule is written from what you
// say of it; a metric, a kind of case, a reply and an exercise begin as a copy of one that is there
// (--like <id>), under a name of their own, and say what they were copied from. Put your own in its place.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { kinds } from './lib/new-entries.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [kind, ...rest] = process.argv.slice(2);
const make = kinds[kind];
const stop = (why, status = 64) => {
  console.error(why);
  process.exit(status);
};

if (!make) stop(`Name a kind: ${Object.keys(kinds).join(', ')}.`);
let given;
try {
  given = parseArgs({
    args: rest,
    allowPositionals: true,
    options: Object.fromEntries(make.options.map((name) => [name, { type: 'string' }])),
  });
} catch (error) {
  stop(`${error.message}\n${make.usage}`);
}
const [id, ...more] = given.positionals;
if (!id || more.length > 0) stop(make.usage);
try {
  const { files, next } = await make.run(root, id, given.values);
  for (const file of files) console.log(file);
  console.log(`\n${next}`);
} catch (error) {
  stop(`${error.message}\n${make.usage}`);
}
