// How the site grows: time and memory of a build beside stock Starlight of the same pages, and what a question
// to the search costs, drawn as a curve.
import fs from 'node:fs';
import path from 'node:path';
import { serve } from '../serve.mjs';
import { stockStarlight } from './stock.mjs';
import { ownShell, syntheticSite } from './synthetic.mjs';

/** Does something that runs Node and answers besides the most megabytes that one of its processes had. */
function withPeak(work, build) {
  const file = path.join(work, 'peaks');
  fs.writeFileSync(file, '');
  const before = process.env.NODE_OPTIONS;
  process.env.PEAKS = file;
  process.env.NODE_OPTIONS = `${before ?? ''} --import=${path.join(import.meta.dirname, 'peak.mjs')}`;
  try {
    const made = build();
    const peaks = fs.readFileSync(file, 'utf8').trim().split('\n').map(Number);
    return { made, memory: Math.max(...peaks) / 1024 };
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
  }
}

/** Bytes that a first question brings with it, and milliseconds until its first answer once all of that is here. */
async function searchOf(browser, dist) {
  const site = await serve(dist);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let bytes = 0;
  page.on('requestfinished', async (request) => {
    if (!request.url().includes('/pagefind/')) return;
    const { responseBodySize } = await request.sizes().catch(() => ({ responseBodySize: 0 }));
    bytes += responseBodySize;
  });
  await page.goto(`${site.url}/en/`);
  await page.locator('[data-open-modal]:enabled').click();
  const ask = async (words) => {
    await page.locator('dialog input').fill(words);
    const started = performance.now();
    await page.locator('.pagefind-ui__result-link').first().waitFor();
    const passed = performance.now() - started;
    await page.locator('dialog input').fill('');
    await page.locator('.pagefind-ui__result-link').first().waitFor({ state: 'detached' });
    return passed;
  };
  await ask('parcel not received');
  await page.waitForLoadState('networkidle');
  const sent = bytes;
  const times = [];
  for (const words of ['wrong colour', 'customs', 'refund', 'return label', 'dispute rate'])
    times.push(await ask(words));
  await context.close();
  site.server.close();
  return { bytes: sent, ms: times.sort((a, b) => a - b)[2] };
}

/** A small site is built so often, the two by turns: other work on the machine only adds to what a build takes. */
const ROUNDS = 3;
const least = (rows, key) => Math.min(...rows.map((row) => row[key]));

/** One row a size: the same pages, built by stock Starlight and by our shell. */
export async function scaleOf({ root, work, words, browser, sizes }) {
  const rows = [];
  for (const count of sizes) {
    const { pages, menu } = syntheticSite(words, count);
    const folder = path.join(work, 'own');
    const rounds = Array.from({ length: count > 1000 ? 1 : ROUNDS }, () => {
      const stock = withPeak(work, () =>
        stockStarlight(root, path.join(work, 'stock'), pages, menu),
      );
      const own = withPeak(work, () => ownShell(root, folder, { pages, menu }));
      return {
        'stock s': stock.made.cpu,
        'stock MB': stock.memory,
        s: own.made,
        MB: own.memory,
      };
    });
    const { bytes, ms } = await searchOf(browser, path.join(folder, 'dist'));
    const row = {
      count,
      ...Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, least(rounds, key)])),
      'search bytes': bytes,
      'search ms': ms,
    };
    rows.push(row);
    // The largest site takes many times as long as all others: whoever waits sees that it goes on.
    console.log(JSON.stringify(row));
  }
  return rows;
}

/** Per page, the later to the earlier of the last two rows: one where it grows in a line, less where slower. */
export function growthOf(rows, key) {
  const [before, after] = rows.slice(-2);
  return after ? after[key] / after.count / (before[key] / before.count) : undefined;
}

const CURVES = [
  ['s', '#0b5a57', 'seconds, Amicable'],
  ['stock s', '#8aa', 'seconds, Starlight'],
  ['MB', '#a3480f', 'megabytes, Amicable'],
  ['stock MB', '#d9b', 'megabytes, Starlight'],
];

/** The curve, each step of the grid ten times the one before. */
export function curveOf(rows) {
  const [width, height, edge] = [640, 400, 56];
  const log = (value) => Math.log10(Math.max(1, value));
  const counts = rows.map(({ count }) => log(count));
  const most = Math.ceil(Math.max(...rows.flatMap((row) => CURVES.map(([key]) => log(row[key])))));
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  const x = (count) => edge + ((log(count) - low) / (high - low || 1)) * (width - edge - 170);
  const y = (value) => height - edge - (log(value) / most) * (height - 2 * edge);
  const lines = CURVES.map(([key, colour, name], i) => {
    const points = rows.map((row) => `${x(row.count).toFixed(1)},${y(row[key]).toFixed(1)}`);
    return (
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.join(' ')}"/>` +
      `<text x="${width - 160}" y="${edge + 18 * i}" fill="${colour}">${name}</text>`
    );
  });
  const grid = Array.from(
    { length: most + 1 },
    (_, i) =>
      `<path stroke="#ccc" d="M${edge} ${y(10 ** i)}H${width - 170}"/>` +
      `<text x="${edge - 8}" y="${y(10 ** i) + 4}" text-anchor="end">${10 ** i}</text>`,
  );
  const pages = rows.map(
    ({ count }) =>
      `<text x="${x(count)}" y="${height - edge + 20}" text-anchor="middle">${count}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">` +
    `<rect width="100%" height="100%" fill="#fff"/><title>Time and memory of a build by pages</title>` +
    `${grid.join('')}${lines.join('')}${pages.join('')}` +
    `<text x="${(width - 170 + edge) / 2}" y="${height - 12}" text-anchor="middle">pages</text></svg>`
  );
}
