import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureBrowser } from '../tests/support/browser.mjs';

process.chdir(path.resolve(import.meta.dirname, '..'));
fs.mkdirSync('reports', { recursive: true });

// Every tool runs on the Node this project installs, whatever the machine has.
process.env.PATH = `${path.resolve('node_modules/.bin')}${path.delimiter}${process.env.PATH}`;

const totals = { passed: 0, failed: 0 };
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

function report(name, started, passed, failed, said) {
  totals.passed += passed;
  totals.failed += failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${failed ? 'FAIL' : 'ok  '}  ${name}: ${passed} passed, ${failed} failed (${seconds} s)`,
  );
  if (failed) console.log(lines(said));
}

async function single(name, file, args) {
  const started = performance.now();
  const { ok, said } = await command(file, args);
  report(name, started, ok ? 1 : 0, ok ? 0 : 1, said);
}

async function vitest(name, project) {
  const started = performance.now();
  const file = `reports/vitest-${project}.json`;
  fs.rmSync(file, { force: true });
  const { ok, said } = await command(bin('vitest'), [
    'run',
    '--project',
    project,
    '--reporter=json',
    '--reporter=dot',
    `--outputFile.json=${file}`,
  ]);
  const result = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1 };
  const failed = result.numFailedTests + (ok || result.numFailedTests ? 0 : 1);
  report(name, started, result.numPassedTests, failed, said);
}

async function playwright(name) {
  const started = performance.now();
  const file = path.resolve('reports/playwright.json');
  fs.rmSync(file, { force: true });
  const { ok, said } = await command(bin('playwright'), ['test', '--reporter=json,line'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const { stats } = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : { stats: { expected: 0, unexpected: 1, flaky: 0 } };
  const failed = stats.unexpected + stats.flaky + (ok || stats.unexpected ? 0 : 1);
  report(name, started, stats.expected, failed, said);
}

await single('format', bin('prettier'), ['--check', '--log-level=warn', '.']);
await single('lint', bin('eslint'), ['.', '--max-warnings=0']);
await single('types', bin('astro'), ['check', '--minimumSeverity', 'warning']);
await vitest('unit, content and architecture', 'source');

const started = performance.now();
let built = true;
try {
  build();
  report('build and page budgets', started, 1, 0, '');
} catch (error) {
  built = false;
  report('build and page budgets', started, 0, 1, String(error.message));
}
if (built) {
  await vitest('built site', 'built');
  try {
    ensureBrowser();
    await playwright('browser and accessibility');
  } catch (error) {
    report('browser and accessibility', performance.now(), 0, 1, error.message);
  }
}

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed ? 1 : 0);
