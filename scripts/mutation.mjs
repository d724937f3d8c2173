// `npm run mutation -- settlement case-desk/judge.ts`: how many of the small faults that Stryker puts
// into a calculator its tests notice. Without names, every calculator; with --quick, by tests of a
// few milliseconds only, so that the score is a lower bound; with --sample=6 (or 6:2) one fault in six
// is tried (from the third on), and the score has a margin. What none of them noticed stands in
// reports/mutation/<name>.txt.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const AT_LEAST = 85;
const PACKAGES = ['@stryker-mutator/core@10.1.1', 'typescript@5.9.3'];
const ROOT = 'src/calculators';
const REPORTS = 'reports/mutation';
const NOTICED = new Set(['Killed', 'Timeout']);
const MISSED = new Set(['Survived', 'NoCoverage']);

/** One fault in one line: where, what stood there, what took its place. */
function lineOf({ path, lines, location: { start, end }, status, mutatorName, replacement }) {
  const first = lines[start.line - 1] ?? '';
  const was = first.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
  const now = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 100);
  const never = status === 'NoCoverage' ? ' (never run)' : '';
  return `${path}:${start.line}:${start.column} ${mutatorName}${never}: ${was.slice(0, 100)} → ${now}`;
}

const isQuick = process.argv.includes('--quick');
const sample = process.argv.find((each) => each.startsWith('--sample='))?.slice('--sample='.length);
const every = Number(sample?.split(':')[0] ?? 1);
const from = Number(sample?.split(':')[1] ?? 0);
if (!(Number.isInteger(every) && every > 0 && from >= 0 && from < every))
  throw new Error(`--sample=${sample} is none: write --sample=6 or --sample=6:2.`);

/** How far, in 19 of 20 samples, the score of so many faults lies from that of all. */
const marginOf = (score, tried) =>
  every === 1 || tried === 0
    ? ''
    : ` ± ${(1.96 * Math.sqrt(((score * (100 - score)) / tried) * (1 - 1 / every))).toFixed(1)}`;

function measure(name) {
  const what = `${ROOT}/${name}`;
  if (!existsSync(what)) throw new Error(`There is no ${what}.`);
  const begun = Date.now();
  const tool = name.split('/')[0];
  const place = `${REPORTS}/${name.replaceAll('/', '-')}`;
  const settings = {
    ...JSON.parse(readFileSync('stryker.config.json', 'utf8')),
    mutate: [what.endsWith('.ts') ? what : `${what}/**/*.ts`, '!**/*.test.ts', '!**/testing/**'],
    jsonReporter: { fileName: `${place}.json` },
    // One core is left to whoever works meanwhile.
    concurrency: Math.max(1, availableParallelism() - 1),
  };
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(`${place}.settings.json`, JSON.stringify(settings));
  const tests = [
    `${ROOT}/${tool}/**/*.test.ts`,
    `${ROOT}/examples.test.ts`,
    `${ROOT}/case.test.ts`,
  ];
  const packages = PACKAGES.flatMap((one) => ['-p', one]);
  const { status } = spawnSync(
    'npx',
    ['--yes', ...packages, 'stryker', 'run', `${place}.settings.json`],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        TOOL: tool,
        MUTATION_TESTS: tests.join(' '),
        ...(isQuick ? { MUTATION_LONGEST: '100' } : {}),
        MUTATION_SAMPLE: `${every}:${from}`,
      },
    },
  );
  if (status !== 0) throw new Error(`The run for ${name} ended with ${status}.`);
  const { files } = JSON.parse(readFileSync(`${place}.json`, 'utf8'));
  const mutants = Object.entries(files)
    .flatMap(([path, { mutants, source }]) =>
      mutants.map((mutant) => ({ path, lines: source.split('\n'), ...mutant })),
    )
    // What no test ever runs is never handed to the runner, which takes the sample.
    .filter(({ id }) => Number(id) % every === from);
  const noticed = mutants.filter(({ status }) => NOTICED.has(status)).length;
  const missed = mutants.filter(({ status }) => MISSED.has(status));
  writeFileSync(`${place}.txt`, missed.map((mutant) => `${lineOf(mutant)}\n`).join(''));
  const all = noticed + missed.length;
  const score = (100 * noticed) / (all || 1);
  console.log(
    `${name}: ${score.toFixed(1)}${marginOf(score, all)} %, ${noticed} of ${all} faults noticed, ${Math.round((Date.now() - begun) / 1000)} s`,
  );
  return { name, score, noticed, all };
}

const names = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const results = (names.length > 0 ? names : folders.map(({ name }) => name)).map(measure);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const whole = { name: 'together', noticed: sum('noticed'), all: sum('all') };
whole.score = (100 * whole.noticed) / (whole.all || 1);
for (const { name, score, noticed, all } of [...results, whole])
  console.log(
    `${name.padEnd(20)} ${score.toFixed(1)}${marginOf(score, all)} %, ${noticed} of ${all}`,
  );
if (results.some(({ score }) => score < AT_LEAST)) process.exitCode = 1;
