// How modules are found while mutants are tried. The project's own have an epoch in their address:
// in the next one all that leads to a mutated module is evaluated anew, and the rest stays. Tests
// get the suite of this folder instead of Vitest's, and the content is read once.
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = `${pathToFileURL(process.cwd()).href}/`;
const sources = `${root}src/`;
const suite = new URL('./suite.mjs', import.meta.url).href;
const content = new URL('./content.mjs', import.meta.url).href;

/** Evaluated before every test file, as Vitest does: what it imports, each test depends on. */
export const SET_UP = 'tests/support/every-word.ts';
const setUp = `${root}${SET_UP}`;

const MUTATED = 'stryMutAct_';
/** Stryker's own way to count what a test runs takes most of the time; see `count` in the runner. */
const COUNTER = 'function cover() {';
const COUNT = `${COUNTER} if (ns.count) ns.count(arguments); return;`;

const stripped = new Map();
const mutated = new Set();
/** Which modules of the project a module imports. */
const imports = new Map();
let leading = new Map();

const plain = (url) => url.replace(/\?.*/, '');
const epochOf = (url) => Number(/\?epoch=(\d+)/.exec(url)?.[1] ?? 0);

function connect(from, to) {
  if (!imports.has(from)) imports.set(from, new Set());
  if (imports.get(from).has(to)) return;
  imports.get(from).add(to);
  leading = new Map();
}

function leadsTo(from, isTarget, seen = new Set()) {
  if (isTarget(from)) return true;
  seen.add(from);
  return [...(imports.get(from) ?? [])].some(
    (next) => !seen.has(next) && leadsTo(next, isTarget, seen),
  );
}

function leadsToMutated(url) {
  if (!leading.has(url))
    leading.set(
      url,
      leadsTo(url, (one) => mutated.has(one)),
    );
  return leading.get(url);
}

const inEpoch = (url, epoch) =>
  `${url}?epoch=${epoch > 1 && stripped.has(url) && !leadsToMutated(url) ? 1 : epoch}`;

function sourceOf(url) {
  if (!stripped.has(url)) {
    const source = readFileSync(fileURLToPath(url), 'utf8');
    if (source.includes(MUTATED)) mutated.add(url);
    const code = stripTypeScriptTypes(source, { mode: 'strip' });
    stripped.set(url, code.replace(COUNTER, COUNT));
  }
  return stripped.get(url);
}

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? '';
    if (specifier === 'vitest' && parent.startsWith(sources))
      return { url: suite, shortCircuit: true };
    const wanted = specifier.startsWith('@/') ? `${sources}${specifier.slice(2)}` : specifier;
    const found = next(wanted, context);
    const url = plain(found.url);
    if (!url.startsWith(sources) || !url.endsWith('.ts')) return found;
    if (url.endsWith('/cli-content.ts'))
      return parent === content ? found : { ...found, url: content };
    if (parent.startsWith(sources) || plain(parent) === setUp) connect(plain(parent), url);
    const epoch = epochOf(found.url) || epochOf(parent);
    return { ...found, url: epoch ? inEpoch(url, epoch) : url };
  },
  load(url, context, next) {
    if (!url.startsWith(sources) || !epochOf(url)) return next(url, context);
    return { format: 'module', source: sourceOf(plain(url)), shortCircuit: true };
  },
});

const urlOf = (path) => pathToFileURL(resolve(path)).href;

/** The address of a file of the project in an epoch. */
export const addressOf = (path, epoch) => `${urlOf(path)}?epoch=${epoch}`;

/** Whether a test file, or what is evaluated before it, leads to a module by its imports. */
export const pathLeadsTo = (from, target) =>
  [from, SET_UP].some((path) => leadsTo(urlOf(path), (one) => one === urlOf(target)));
