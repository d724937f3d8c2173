// npm run bench: bytes over the wire, per kind of page, and build time, beside a stock Starlight and a stock
// VitePress site of as many pages with the same words. Prints ratios too: machines differ, ratios less.
// With --quick it leaves out the builds of more and more pages.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, launchArguments } from '../tests/support/browser.mjs';
import { openContent } from '../src/calculators/cli-content.ts';
import { parseBoard, planBoard } from '../src/calculators/deadline-planner/board.ts';
import { dataFrom } from '../src/calculators/deadline-planner/tool.ts';
import { guardOf } from '../src/calculators/reply-guard/index.ts';
import { loadTemporal } from '../src/calculators/shared/time.ts';
import { build } from './build.mjs';
import { grownTo, ownBuild, stockStarlight, stockVitePress, wordsOf } from './lib/stock.mjs';
import { serve } from './serve.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);

/**
 * Bytes over the wire of a cold visit, headers and workers with them: `first` is the page and what keeps it
 * from being painted, `all` everything until nothing has been asked for a while.
 */
async function weigh(browser, { server }, url) {
  const sockets = new Set();
  const count = (socket) => sockets.add(socket);
  server.on('connection', count);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const asked = new Map();
  session.on('Network.responseReceived', ({ requestId, response, type }) =>
    asked.set(requestId, { url: response.url, type, bytes: 0 }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = asked.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}.`);
  await page.waitForTimeout(2500);
  const blocking = new Set(
    await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
        .map(({ name }) => name),
    ),
  );
  const first = [...asked.values()]
    .filter(({ url: each, type }) => type === 'Document' || type === 'Font' || blocking.has(each))
    .reduce((sum, { bytes }) => sum + bytes, 0);
  await context.close();
  server.off('connection', count);
  // Asked of the sockets: what a worker fetches, no page hears of.
  return { first, all: [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0) };
}

const kinds = {
  home: 'en',
  playbook: 'en/playbooks/respond/inr-in-transit',
  'playbook, Chinese': 'zh-cn/playbooks/respond/inr-in-transit',
  'a script': 'en/scripts/snad-damaged',
  rulebook: 'en/reference/rulebook',
  'dispute rate': 'en/tools/dispute-rate',
  'deadline planner': 'en/tools/deadline-planner',
  'reply page': 'en/tools/reply-script',
};

/** The middle of several runs, in milliseconds; the first warms up and is not counted. */
function timed(work) {
  const times = Array.from({ length: 8 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).slice(1);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** How work grows with its size. Ten times as much should take about ten times as long. */
async function growth() {
  await loadTemporal();
  const content = openContent(path.join(root, 'src/content'));
  const data = dataFrom(content);
  const guard = guardOf(content);
  const asOf = '2026-11-18T03:00:00Z';
  const flows = [...data.flows.keys()];
  const boardOf = (count) => {
    const rows = Array.from(
      { length: count },
      (_, i) => `c${i}\t${flows[i % flows.length]}\t2026-11-${10 + (i % 9)} 0${i % 10}:00 UTC\tBR`,
    ).join('\n');
    return () => planBoard(parseBoard(rows, { flows: data.flows, asOf }), data, asOf);
  };
  const textOf = (count) => {
    const text = 'Your parcel is on its way and customs is checking it. '.repeat(count);
    return () => guard({ platform: 'aliexpress', language: 'en', text, gloss: 'en' });
  };
  const endless = (length) => {
    const text = '包裹正在途中海关查验时间比平时长'.repeat(length / 16).slice(0, length);
    return () => guard({ platform: 'aliexpress', language: 'zh-CN', text, gloss: 'en' });
  };
  /** A guard whose patterns nobody has asked for yet, made from content of its own. */
  const firstRead = () => {
    const fresh = guardOf(openContent(path.join(root, 'src/content')));
    const started = performance.now();
    fresh({
      platform: 'aliexpress',
      language: 'en',
      text: 'Your parcel is on its way and customs is checking it. ',
      gloss: 'en',
      languages: ['zh-CN'],
    });
    return performance.now() - started;
  };
  const program = (...args) => spawnSync(process.execPath, args, { cwd: root });
  const rate = '{"metric":"amazon.odr","defects":3,"orders":100}';
  return {
    'a rate on the command line to starting Node':
      timed(() => program('src/calculators/cli.mjs', 'dispute-rate', rate)) /
      timed(() => program('-e', '0')),
    'board, 2,000 rows to 200': timed(boardOf(2000)) / timed(boardOf(200)),
    'guard, 50 sentences to 5': timed(textOf(50)) / timed(textOf(5)),
    'guard, 20,000 Chinese characters without an end to 2,000':
      timed(endless(20_000)) / timed(endless(2_000)),
    'guard, its first English text to one it knows the patterns for':
      firstRead() / timed(textOf(1)),
  };
}

/** Longest time the page was held up while 2,000 rows were pasted, beside the time until they were counted. */
async function heldUp(browser, url) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${url}/en/tools/deadline-planner/`, { waitUntil: 'networkidle' });
  const rows = Array.from(
    { length: 2000 },
    (_, i) => `c${i}\taliexpress.snad-classic\t2026-11-1${i % 9} 0${i % 10}:00 UTC\tBR`,
  ).join('\n');
  await page.evaluate(async (text) => {
    window.held = [0];
    new PerformanceObserver((list) =>
      window.held.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: 'longtask' });
    await navigator.clipboard.writeText(text);
  }, rows);
  await page.locator('textarea[name="board"]').focus();
  const started = performance.now();
  await page.keyboard.press('ControlOrMeta+V');
  await page.locator('output[name="counts.all"][data-value="2000"]').waitFor();
  const whole = performance.now() - started;
  const longest = Math.max(...(await page.evaluate(() => window.held)));
  await context.close();
  return longest / whole;
}

const ratio = (one, other) => (one / other).toFixed(2);

/** Seconds of user CPU a build takes beside stock Starlight with as many pages of the same words. */
function builds(work, words, counts) {
  const rows = {};
  for (const count of counts) {
    const pages = grownTo(words, count);
    const own = ownBuild(root, path.join(work, `own-${count}`), count, words.length);
    const { cpu } = stockStarlight(root, path.join(work, `stock-${count}`), pages);
    rows[`${count} pages`] = { Amicable: own, Starlight: cpu, ratio: ratio(own, cpu) };
    for (const name of [`own-${count}`, `stock-${count}`])
      fs.rmSync(path.join(work, name), { recursive: true, force: true });
  }
  return rows;
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'amicable-bench-'));
try {
  await build();
  const words = wordsOf('dist');
  const starlight = stockStarlight(root, path.join(work, 'starlight'), words);
  const vitepress = stockVitePress(path.join(work, 'vitepress'), words);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments });
  const sites = await Promise.all(
    ['dist', starlight.dist, vitepress.dist].map((dist) => serve(dist)),
  );
  const rows = {};
  for (const [kind, slug] of Object.entries(kinds)) {
    const home = !slug.includes('/');
    const [own, stock, other] = [
      await weigh(browser, sites[0], `${sites[0].url}/${slug}/`),
      await weigh(browser, sites[1], `${sites[1].url}/${slug}/`),
      await weigh(browser, sites[2], `${sites[2].url}/${slug}${home ? '/' : '.html'}`),
    ];
    rows[kind] = {
      'first paint': own.first,
      'of Starlight': ratio(own.first, stock.first),
      'of VitePress': ratio(own.first, other.first),
      all: own.all,
      'all of Starlight': ratio(own.all, stock.all),
      'all of VitePress': ratio(own.all, other.all),
    };
  }
  console.log(
    `Bytes over the wire of a cold visit (brotli, headers, workers), beside stock sites of the same ${words.length} pages`,
  );
  console.table(rows);
  console.log(
    'Toward 14.6 kB before a playbook is painted stand the list of all pages (2.7 kB) and styles for what is below the first screen (2 kB).',
  );
  console.log('Seconds of user CPU for a build');
  console.table(
    builds(work, words, process.argv.includes('--quick') ? [] : [words.length, 300, 1200]),
  );
  console.log(
    'Toward 1.3 times stock Starlight stand MDX, which is bundled page by page where stock pages are plain Markdown, ' +
      'a second drawing of every tool, the search index of two languages, and about two seconds for styles and budgets.',
  );
  const grown = await growth();
  for (const [what, times] of Object.entries(grown))
    console.log(`Time as a ratio, ${what}: ${times.toFixed(1)}`);
  console.log(
    `Pasting 2,000 rows, longest hold-up of the page to the whole: ${(await heldUp(browser, sites[0].url)).toFixed(2)}`,
  );
  await browser.close();
  for (const { server } of sites) server.close();
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
