import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build } from './build.mjs';
import { inWords } from './lib/refusal.mjs';
import { browserKey, inputsKey, passedBefore, remember, siteKey } from './lib/green.mjs';
import { ensureBrowser } from '../tests/support/browser.mjs';

process.chdir(path.resolve(import.meta.dirname, '..'));
try {
  fs.mkdirSync('reports', { recursive: true });
  fs.accessSync('reports', fs.constants.W_OK);
} catch (error) {
  console.error(
    `The checks write what they find into the folder reports. ${inWords(error) ?? error}`,
  );
  process.exit(1);
}

// Every tool runs on the Node this project installs, whatever the machine has.
process.env.PATH = `${path.resolve('node_modules/.bin')}${path.delimiter}${process.env.PATH}`;

const all = process.argv.includes('--all');
const inputs = inputsKey();
const totals = { passed: 0, failed: 0, kept: 0 };
const bin = (name) => path.join('node_modules', '.bin', name);
const lines = (text) => text.trim().split('\n').slice(-60).join('\n');

/** Runs a command, keeps what it says, and shows it only when it fails. */
const command = (file, args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(file, args, {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', ...env },
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('close', (status) => resolve({ ok: status === 0, said }));
    child.on('error', (error) => resolve({ ok: false, said: String(error) }));
  });

async function single(file, args) {
  const { ok, said } = await command(file, args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, said };
}

async function vitest(project) {
  const file = `reports/vitest-${project}.json`;
  fs.rmSync(file, { force: true });
  const { ok, said } = await command(bin('vitest'), [
    'run',
    '--project',
    project,
    // On its own it leaves a core to others.
    `--maxWorkers=${os.availableParallelism()}`,
    '--reporter=json',
    '--reporter=dot',
    `--outputFile.json=${file}`,
  ]);
  const result = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1 };
  const failed = result.numFailedTests + (ok || result.numFailedTests ? 0 : 1);
  return { passed: result.numPassedTests, failed, said };
}

/** What went wrong in each browser check that failed in the end (or at first), without the progress around it. */
const whatFailed = (suites, status = 'unexpected', within = '') =>
  suites.flatMap((suite) => {
    const name = within ? `${within} › ${suite.title}` : suite.title;
    const here = (suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter((one) => one.status === status)
        .flatMap((one) => one.results)
        .flatMap((result) => result.errors.slice(0, 2))
        .map(
          (error) =>
            `${name} › ${spec.title}\n${stripVTControlCharacters(error.message ?? '').slice(0, 1500)}`,
        ),
    );
    return [...here, ...whatFailed(suite.suites ?? [], status, name)];
  });

async function playwright() {
  const file = path.resolve('reports/playwright.json');
  fs.rmSync(file, { force: true });
  const { ok, said } = await command(bin('playwright'), ['test', '--reporter=json,line'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    CHECK_EVERY_PAGE: all ? '1' : '',
  });
  const { stats, suites } = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : { stats: { expected: 0, unexpected: 1, flaky: 0 }, suites: [] };
  const failed = stats.unexpected + (ok || stats.unexpected ? 0 : 1);
  if (stats.flaky) {
    console.log(`${stats.flaky} of the browser's checks passed on a second try. At first:`);
    console.log(lines(whatFailed(suites, 'flaky').join('\n')));
  }
  const faults = whatFailed(suites).slice(0, 12).join('\n\n').split('\n').slice(0, 55).join('\n');
  return { passed: stats.expected + stats.flaky, failed, said: faults || said };
}

/**
 * Runs a check, or takes over its result where it passed before with exactly these inputs.
 * Returns a function that reports it, so that checks run side by side and are still told in order.
 */
function check(name, key, run) {
  const before = all ? null : passedBefore(name, key);
  const started = performance.now();
  const running = before ? null : run();
  return async () => {
    if (before) {
      totals.passed += before.passed;
      totals.kept += before.passed;
      console.log(
        `ok    ${name}: ${before.passed} passed, 0 failed (unchanged since ${before.at})`,
      );
      return;
    }
    const { passed, failed, said, seconds } = await running.then((result) => ({
      ...result,
      seconds: ((performance.now() - started) / 1000).toFixed(1),
    }));
    totals.passed += passed;
    totals.failed += failed;
    // A file saved while the checks ran was seen by some of them and not by others.
    if (inputsKey() === inputs) remember(name, key, passed, failed);
    console.log(
      `${failed ? 'FAIL' : 'ok  '}  ${name}: ${passed} passed, ${failed} failed (${seconds} s)`,
    );
    if (failed) console.log(lines(said));
  };
}

const side = [
  check('format', inputs, () => single(bin('prettier'), ['--check', '--log-level=warn', '.'])),
  check('lint', inputs, () => single(bin('eslint'), ['.', '--max-warnings=0'])),
  check('files, exports and packages nobody uses', inputs, () =>
    single(bin('knip'), ['--no-progress']),
  ),
  check('types', inputs, () => single(bin('astro'), ['check', '--minimumSeverity', 'warning'])),
];
for (const report of side) await report();

// The unit tests need no site and the build uses one core, so the two share the time where there are two.
const cores = os.availableParallelism();
const unit = () => check('unit, content and architecture', inputs, () => vitest('source'));
let reportUnit = cores > 1 ? unit() : null;

// The build itself knows whether dist still is what the sources give.
const started = performance.now();
let built = true;
let aboutBuild;
try {
  const { fresh } = await build();
  totals.passed += 1;
  const note = fresh
    ? 'dist is up to date'
    : `${((performance.now() - started) / 1000).toFixed(1)} s`;
  aboutBuild = `ok    build: 1 passed, 0 failed (${note})`;
} catch (error) {
  built = false;
  totals.failed += 1;
  const words = inWords(error) ?? String(error.message);
  aboutBuild = `FAIL  build: 0 passed, 1 failed\n${lines(words)}`;
}
reportUnit ??= unit();
await reportUnit();
console.log(aboutBuild);
if (built) {
  const site = `${inputs} ${siteKey()}`;
  const reportBuilt = check('built site', site, () => vitest('built'));
  if (cores < 2) await reportBuilt();
  let browser = null;
  try {
    browser = browserKey(ensureBrowser());
  } catch (error) {
    totals.failed += 1;
    console.log(`FAIL  browser and accessibility: 0 passed, 1 failed\n${error.message}`);
  }
  const reportBrowser =
    browser && check('browser and accessibility', `${site} ${browser}`, playwright);
  if (cores > 1) await reportBuilt();
  await reportBrowser?.();
}

if (totals.kept)
  console.log(
    `\n${totals.kept} of these were not run again: nothing they depend on has changed since they passed. To run everything: npm test -- --all`,
  );
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed ? 1 : 0);
