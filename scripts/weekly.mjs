// The weekly look: rules whose review is due, holiday years that run out, addresses that no longer answer,
// packages with newer versions. Prints Markdown; exit status 3 where there is something to do.
//   node scripts/weekly.mjs               everything
//   node scripts/weekly.mjs --no-network  only what the content itself tells
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import {
  NO_HOST,
  believable,
  endingCalendars,
  linksOf,
  overdueReviews,
  report,
} from './lib/care.mjs';
import { filesBelow } from './lib/tree.mjs';

process.chdir(path.resolve(import.meta.dirname, '..'));
const entries = (folder) =>
  filesBelow(`src/content/${folder}`)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => parse(fs.readFileSync(file, 'utf8')));

const today = new Date().toISOString().slice(0, 10);
const network = !process.argv.includes('--no-network');

/** A server may refuse robots: only “gone” and “no such host” are taken at their word. */
async function dead({ url, ids }) {
  for (const method of ['HEAD', 'GET'])
    try {
      const { status } = await fetch(url, { method, signal: AbortSignal.timeout(20_000) });
      if (status !== 404 && status !== 410) return null;
      if (method === 'GET') return { url, ids, why: `answers ${status}` };
    } catch (error) {
      const why = error.cause?.code ?? error.name;
      if (method === 'GET') return why === 'ENOTFOUND' ? { url, ids, why: NO_HOST } : null;
    }
  return null;
}

async function deadLinks(links) {
  const found = [];
  // A few at a time: most of the addresses stand on the same dozen hosts.
  for (let i = 0; i < links.length; i += 6)
    found.push(...(await Promise.all(links.slice(i, i + 6).map(dead))).filter(Boolean));
  return believable(found, links.length);
}

function newerPackages() {
  const { stdout } = spawnSync('npm', ['outdated', '--json'], { encoding: 'utf8' });
  return Object.entries(JSON.parse(stdout || '{}')).map(([name, { current, latest }]) => ({
    name,
    current,
    latest,
  }));
}

const text = report({
  reviews: overdueReviews(entries('rules'), today),
  calendars: endingCalendars(entries('calendars'), today),
  links: network ? await deadLinks(linksOf(entries('sources'))) : [],
  packages: network ? newerPackages() : [],
});
console.log(text ?? 'Nothing is due.');
// Not 1, with which a program ends that broke.
process.exit(text ? 3 : 0);
