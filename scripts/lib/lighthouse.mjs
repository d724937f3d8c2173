// What Lighthouse says of pages as a phone gets them. It is fetched for the measurement only; the site does not
// depend on it.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureBrowser } from '../../tests/support/browser.mjs';
import { nodeBinary } from '../setup.mjs';
import { cpuOf } from './cpu.mjs';
import { toolPages } from './tools.mjs';

const VERSION = '13.5.0';
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * Lighthouse asks for robots.txt in the page's own name, and the page of the log analysis lets nobody open a
 * connection: its eight points for that are no fault of the page. The table shows them.
 */
export const isRefused = (page, id, faults) =>
  id === 'seo' && page.endsWith('/tools/dispute-log/') && faults.join() === 'robots-txt (seo)';

/** Every kind of page a reader lands on, in both languages. */
export const lighthousePages = () =>
  ['en', 'zh-cn'].flatMap((folder) =>
    [
      '',
      'playbooks/respond/inr-in-transit/',
      'reference/rulebook/',
      ...toolPages().map((tool) => `tools/${tool}/`),
    ].map((page) => `/${folder}/${page}`),
  );

/** The program, in a folder of its own. */
export function fetchLighthouse(folder) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  const wanted = `lighthouse@${VERSION}`;
  cpuOf(folder, 'npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', wanted]);
  return path.join(folder, 'node_modules/lighthouse/cli/index.js');
}

const run = promisify(execFile);

/** The scores of a page, each of 100, and what kept a page from them. The server may be of this process. */
export async function scoresOf(program, url, file) {
  await run(
    nodeBinary(),
    [
      program,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage',
    ],
    { env: { ...process.env, CHROME_PATH: ensureBrowser() } },
  );
  const { categories, audits } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return {
    scores: Object.fromEntries(
      CATEGORIES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)]),
    ),
    faults: CATEGORIES.filter((id) => id !== 'performance').flatMap((id) =>
      categories[id].auditRefs
        .filter((each) => each.weight > 0 && audits[each.id].score !== null)
        .filter((each) => audits[each.id].score < 1)
        .map((each) => `${each.id} (${id})`),
    ),
  };
}
