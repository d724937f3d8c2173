// A test runner for Stryker that keeps the tests loaded and calls them in this process. The one for
// Vitest starts a worker and evaluates every module anew for each mutant, which takes seconds; most
// mutants are told by a test of a millisecond.
import { globSync } from 'node:fs';
import fc from 'fast-check';

// The same cases for every mutant, so that a score can be measured again; fewer than in the tests
// themselves, which can only lower the score; and no search for the smallest case that fails.
const PROPERTIES = { seed: 20260101, numRuns: 40, endOnFailure: true };
/** For a quick look: tests that take longer are left out, which can only lower the score as well. */
const LONGEST = Number(process.env.MUTATION_LONGEST ?? Infinity);
/** One fault in so many, from which on; the others are left out of the score. */
const [EVERY, FROM] = (process.env.MUTATION_SAMPLE ?? '1:0').split(':').map(Number);
const space = (globalThis.__stryker__ ??= {});
/** How many tests that told others are asked before the rest. */
const FIRST = 40;
/** What no more tests than these meet may be something that is made once. */
const SELDOM = 40;
/** More than any calculator has mutants. */
const MOST = 2 ** 15;

/** How often each mutant is met while `step` runs. */
async function counted(step) {
  const times = new Int32Array(MOST);
  const { count } = space;
  space.count = (ids) => {
    for (let i = 0; i < ids.length; i += 1) times[Number(ids[i])] += 1;
  };
  const value = await step();
  space.count = count;
  const met = {};
  times.forEach((many, id) => {
    if (many > 0) met[id] = many;
  });
  return { value, met };
}
const told = (failure) => String(failure?.stack ?? failure);

class InProcess {
  #parts;
  #epoch = 0;
  /** What is met while the files are loaded. */
  #atLoad = {};
  /** The tests of each file. */
  #tests = new Map();
  /** How many milliseconds of the processor each test takes without a mutant. */
  #times = new Map();
  /** How many mutants each test has told: what told one tells its neighbours. */
  #told = new Map();
  /** Whether the modules were loaded, and have only been used, without a mutant. */
  #isClean = false;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // Not before: Stryker enters the copy of the project after it has loaded this file.
    const [hooks, suite, content] = [
      await import('./hooks.mjs'),
      await import('./suite.mjs'),
      await import('./content.mjs'),
    ];
    this.#parts = { ...hooks, ...suite, ...content };
    fc.configureGlobal(PROPERTIES);
    this.#atLoad = (await counted(() => this.#load())).met;
  }

  /** Evaluates what leads to mutated modules; of the test files, only those that lead to `mutated`. */
  async #load(mutated) {
    const { addressOf, collect, pathLeadsTo, SET_UP } = this.#parts;
    this.#epoch += 1;
    this.#isClean = false;
    // Vitest's own set-up: all words and readers that a page fetches later.
    await import(addressOf(SET_UP, this.#epoch));
    // How much work a text takes is counted for minutes, and says nothing of what is made of it.
    const files = process.env.MUTATION_TESTS.split(' ')
      .flatMap((pattern) => globSync(pattern))
      .filter((file) => !file.endsWith('/growth.test.ts'));
    for (const file of [...new Set(files)].sort()) {
      if (mutated && !pathLeadsTo(file, mutated)) continue;
      const tests = await collect(file, () => import(addressOf(file, this.#epoch)));
      // None where nothing in it is mutated: it was not evaluated again.
      if (tests.length > 0) this.#tests.set(file, tests);
    }
    if (this.#tests.size === 0) throw new Error(`No tests in ${process.env.MUTATION_TESTS}`);
    this.#isClean = space.activeMutant === undefined;
  }

  /** Runs tests in the order given; without `bail` to the end. */
  async #run(tests, bail) {
    const { around } = this.#parts;
    const results = [];
    const begun = new Set();
    const all = async (suites, kind) => {
      for (const suite of suites) for (const hook of suite.hooks[kind]) await hook();
    };
    for (const test of tests) {
      const suites = around(test.suite);
      const fresh = suites.filter((suite) => !begun.has(suite));
      for (const suite of fresh) begun.add(suite);
      const start = process.cpuUsage();
      let failure;
      const attempt = async (step) => {
        try {
          await step();
        } catch (error) {
          failure ??= error ?? 'thrown';
        }
      };
      await attempt(async () => {
        await all(fresh, 'beforeAll');
        await all(suites, 'beforeEach');
        await test.run();
      });
      await attempt(() => all(suites.toReversed(), 'afterEach'));
      const { user, system } = process.cpuUsage(start);
      results.push({ test, timeSpentMs: (user + system) / 1000, failure });
      if (failure && bail) break;
    }
    await all([...begun], 'afterAll');
    return results;
  }

  async dryRun() {
    const perTest = {};
    const results = [];
    for (const test of [...this.#tests.values()].flat()) {
      const { value, met } = await counted(() => this.#run([test], false));
      perTest[test.id] = met;
      results.push(...value);
    }
    for (const { test, timeSpentMs } of results) this.#times.set(test.id, timeSpentMs);
    return {
      status: 'complete',
      tests: results.map(({ test: { id, name, file }, timeSpentMs, failure }) => ({
        id,
        name,
        fileName: file,
        timeSpentMs,
        ...(failure ? { status: 1, failureMessage: told(failure) } : { status: 0 }),
      })),
      mutantCoverage: { static: this.#atLoad, perTest },
    };
  }

  /** The tests that may tell a mutant: the few that told most others of those like it, then the quickest first. */
  #chosen(testFilter, mutated) {
    const { pathLeadsTo } = this.#parts;
    const ids = testFilter && new Set(testFilter);
    const time = ({ id }) => this.#times.get(id) ?? 0;
    const met = [...this.#tests.values()]
      .flat()
      .filter(({ id, file }) => (ids ? ids.has(id) : pathLeadsTo(file, mutated)))
      .sort((a, b) => time(a) - time(b));
    // What is made once is met by the first test alone, which is a slow one for that.
    const quick = met.filter((test) => time(test) <= LONGEST);
    if (quick.length === 0) return met.slice(0, 1);
    const told = ({ id }) => this.#told.get(id) ?? 0;
    const best = quick
      .filter((test) => told(test) > 0)
      .sort((a, b) => told(b) - told(a))
      .slice(0, FIRST);
    return [...best, ...quick.filter((test) => !best.includes(test))];
  }

  async #attempt({ activeMutant, testFilter, mutantActivation, hitLimit, sandboxFileName }) {
    const isStatic = mutantActivation === 'static';
    try {
      if (!isStatic && !this.#isClean) await this.#load();
      Object.assign(space, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
      if (isStatic) await this.#load(sandboxFileName);
      const results = await this.#run(this.#chosen(testFilter, sandboxFileName), true);
      const { hitCount } = space;
      const isEndless = hitLimit !== undefined && hitCount > hitLimit;
      return { results, hitCount, isEndless, failed: results.find(({ failure }) => failure) };
    } finally {
      Object.assign(space, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    }
  }

  async mutantRun(options) {
    if (Number(options.activeMutant.id) % EVERY !== FROM)
      return { status: 'error', errorMessage: 'not in the sample' };
    const start = performance.now();
    const isStatic = options.mutantActivation === 'static';
    let outcome;
    try {
      outcome = await this.#attempt(options);
      // What a module remembers must count neither for nor against a mutant: where the test fails
      // without it as well, something was left; where it was never met, something hid it.
      const isLeft =
        !isStatic && outcome.failed && (await this.#run([outcome.failed.test], true))[0].failure;
      if (isLeft) this.#parts.forget();
      const isHidden = !isStatic && outcome.results.length > 0 && outcome.hitCount === 0;
      if (isLeft || isHidden) {
        this.#isClean = false;
        outcome = await this.#attempt(options);
        this.#isClean = !outcome.failed;
      }
      // What is made once and kept is met by the first test that asks for it: all others depend on it as well.
      const isKept = !isStatic && !outcome.failed && options.testFilter?.length <= SELDOM;
      if (isKept && !outcome.isEndless) {
        this.#isClean = false;
        outcome = await this.#attempt({
          ...options,
          testFilter: undefined,
          mutantActivation: 'static',
        });
      }
    } catch (error) {
      this.#isClean = false;
      return { status: 'error', errorMessage: told(error) };
    }
    const { results, failed, isEndless } = outcome;
    const duration = performance.now() - start;
    if (isEndless) return { status: 'timeout', reason: 'more rounds than the limit', duration };
    if (!failed) return { status: 'survived', nrOfTests: results.length, duration };
    this.#told.set(failed.test.id, (this.#told.get(failed.test.id) ?? 0) + 1);
    return {
      status: 'killed',
      killedBy: [failed.test.id],
      failureMessage: told(failed.failure),
      nrOfTests: results.length,
      duration,
    };
  }
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', factory: () => new InProcess() },
];
