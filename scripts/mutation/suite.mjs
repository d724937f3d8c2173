// What test files import as `vitest` while mutants are tried: it collects tests instead of running
// them, so that each can be called again and again in this process. `expect` and `vi` are Vitest's.
globalThis.__vitest_worker__ ??= {
  config: { expect: {}, snapshotOptions: {} },
  filepath: '',
  onCancel() {},
  rpc: {},
};
const vitest = await import('vitest');

/** @typedef {{ name: string, parent?: Suite, hooks: Record<string, (() => unknown)[]> }} Suite */
/** @typedef {{ id: string, name: string, file: string, suite: Suite, run: () => unknown }} Test */

/** @type {Test[]} */
let tests = [];
/** @type {Suite | undefined} */
let current;
let file = '';

const suiteOf = (name, parent) => ({
  name,
  parent,
  hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
});

/** The suites around a test, the outermost first. */
export const around = (suite) => (suite ? [...around(suite.parent), suite] : []);

/** Collects the tests that `load` declares. */
export async function collect(path, load) {
  [file, tests, current] = [path, [], suiteOf('')];
  await load();
  return tests;
}

const named = (name, row, index) => {
  const values = Array.isArray(row) ? row : [row];
  let at = 0;
  const text = String(name)
    .replace(/%[sdijfo]/g, () => String(values[at++]))
    .replace(/\$(\w+)/g, (_, key) => String(values[0]?.[key]));
  return text === String(name) ? `${text} ${index}` : text;
};

const each =
  (declare) =>
  (rows) =>
  (name, run, ...rest) => {
    // As Vitest has it: a list is one value where not every row is a list.
    const areLists = rows.every(Array.isArray);
    rows.forEach((row, index) =>
      declare(named(name, row, index), () => run(...(areLists ? row : [row])), ...rest),
    );
  };

export function describe(name, declare) {
  const outer = current;
  current = suiteOf(String(name), outer);
  declare();
  current = outer;
}
describe.each = each(describe);

export function it(name, ...rest) {
  const run = rest.find((part) => typeof part === 'function');
  const whole = [...around(current).map((suite) => suite.name), name].filter(Boolean).join(' > ');
  const twice = tests.filter((test) => test.name === whole || test.name.startsWith(`${whole} #`));
  const own = twice.length ? `${whole} #${twice.length}` : whole;
  tests.push({ id: `${file}#${own}`, name: own, file, suite: current, run });
}
it.each = each(it);
it.skipIf = (isSkipped) => (isSkipped ? () => {} : it);

const hook = (kind) => (run) => current.hooks[kind].push(run);
export const [beforeAll, beforeEach, afterEach, afterAll] = [
  'beforeAll',
  'beforeEach',
  'afterEach',
  'afterAll',
].map(hook);

export const { expect } = vitest;
export const vi = new Proxy(vitest.vi, {
  get: (of, name) => (name === 'setConfig' ? () => {} : Reflect.get(of, name)),
});
