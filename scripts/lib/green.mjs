import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow, fingerprint } from './tree.mjs';

const record = path.join('.cache', 'green.json');
/** What a run writes itself, or what the lock file stands for. */
const notInput = new Set(['.git', '.cache', '.astro', 'node_modules', 'dist', 'reports']);
const settings = /^(?:CI|NODE_OPTIONS|SITE_URL|EDIT_BASE_URL|TEST_PORT|CHROMIUM_PATH|TZ|LANG|LC_)/u;

/**
 * What the outcome of every check depends on: all files of the project, the packages installed, the
 * Node and the settings it runs with. Equal inputs give an equal key.
 */
export function inputsKey() {
  const hash = createHash('sha256');
  const places = fs.readdirSync('.').filter((name) => !notInput.has(name));
  hash.update(fingerprint([...places.sort(), 'node_modules/.package-lock.json']));
  hash.update(process.version + process.platform + process.arch);
  for (const name of Object.keys(process.env).sort())
    if (settings.test(name)) hash.update(`${name}=${process.env[name]}\n`);
  return hash.digest('hex');
}

/** The browser: another version is another file. */
export function browserKey(file) {
  const { size, mtimeMs } = fs.statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}

/** The built site itself, so that a file changed by hand in dist is never taken for a tested one. */
export const siteKey = () => fingerprint(filesBelow('dist'));

const load = () => {
  try {
    return JSON.parse(fs.readFileSync(record, 'utf8'));
  } catch {
    return {};
  }
};

/** The result of a check that passed with these very inputs, or null. */
export function passedBefore(name, key) {
  const found = load()[name];
  return found?.key === key && Number.isInteger(found.passed) && found.passed > 0 ? found : null;
}

/** Remembers a check that passed whole. One that failed, even once, is forgotten. */
export function remember(name, key, passed, failed) {
  const all = new Map(Object.entries(load()));
  all.delete(name);
  if (failed === 0 && passed > 0) all.set(name, { key, passed, at: new Date().toISOString() });
  fs.mkdirSync(path.dirname(record), { recursive: true });
  fs.writeFileSync(record, JSON.stringify(Object.fromEntries(all), null, 2));
}
