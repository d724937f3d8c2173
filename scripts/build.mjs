// Builds the site into dist, unless dist already is what these sources give.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { fingerprint } from './lib/tree.mjs';
import { siteOf } from './lib/site.mjs';
import { nodeBinary } from './setup.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
/** A build makes much that it soon drops: with more room for what is young, less of it is looked through. */
const roomy = ['--max-semi-space-size=64'];
const stampFile = 'dist/.built-from';
const environment = `${process.env.SITE_URL ?? ''}|${process.env.EDIT_BASE_URL ?? ''}`;
const stamp = () =>
  `${fingerprint(['src', 'public', 'scripts', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'])} ${environment}`;

/** Runs a program beside whatever else goes on and answers how it ended and all it said. */
const run = (file, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, said }));
  });

/** The steps after drawing, which read what they work with: where nothing is to be built, nothing of it is. */
async function steps() {
  enableCompileCache();
  const { readPages, writePages } = await import('./lib/pages.mjs');
  const { publish } = await import('./publish.mjs');
  const { pack } = await import('./pack.mjs');
  const { applyPolicy } = await import('./csp.mjs');
  const { hearWhatIsLost } = await import('./lib/search-loss.mjs');
  const { makeOffline } = await import('./offline.mjs');
  return { readPages, writePages, publish, pack, applyPolicy, hearWhatIsLost, makeOffline };
}

export async function build({ force = false } = {}) {
  const wanted = stamp();
  if (!force && fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === wanted)
    return { fresh: true };
  const { status, said } = await run(nodeBinary(), [
    ...roomy,
    'node_modules/astro/bin/astro.mjs',
    'build',
  ]);
  if (status !== 0) {
    console.error(said);
    throw new Error('The site did not build; the reason stands above.');
  }
  const { readPages, writePages, publish, pack, applyPolicy, hearWhatIsLost, makeOffline } =
    await steps();
  const texts = readPages(path.resolve('dist'));
  await publish(path.resolve('dist'), texts, { site: siteOf(process.env.SITE_URL) });
  await pack('dist', texts);
  const { pages, hashes } = applyPolicy(path.resolve('dist'), texts);
  hearWhatIsLost('dist');
  await makeOffline('dist', texts);
  writePages(texts);
  fs.writeFileSync(stampFile, wanted);
  return { fresh: false, pages, hashes };
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'scripts', 'build.mjs')) {
  const result = await build({ force: process.argv.includes('--force') });
  console.log(
    result.fresh
      ? 'dist is up to date.'
      : `Built ${result.pages} pages; ${result.hashes} inline scripts allowed by hash.`,
  );
}
