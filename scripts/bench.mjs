// npm run bench: bytes over the wire of a first view, per kind of page, beside a stock Starlight and a stock
// VitePress site built from the same Markdown in the same run. Prints ratios too: machines differ, ratios less.
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
import { filesBelow } from './lib/tree.mjs';
import { serve } from './serve.mjs';
import { nodeBinary } from './setup.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);

/** The words of our pages as plain Markdown, which any generator can read. */
function plainMarkdown(mdx) {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(mdx) ?? [];
  const title = /^title: (.*)$/m.exec(front)?.[1] ?? 'Untitled';
  const text = body
    .replace(/^import .*$/gm, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\]\((?!http)[^)]*\)/g, ']')
    .replace(/[{}]/g, '');
  return `---\ntitle: ${title}\n---\n\n${text}`;
}

function copyWords(target) {
  for (const language of ['en', 'zh-cn'])
    for (const file of filesBelow(`src/content/docs/${language}`)) {
      const to = path.join(
        target,
        language,
        path.relative(`src/content/docs/${language}`, file).replace(/\.mdx$/, '.md'),
      );
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.writeFileSync(to, plainMarkdown(fs.readFileSync(file, 'utf8')));
    }
}

function run(cwd, file, args) {
  const started = performance.now();
  const done = spawnSync(file, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (done.status !== 0)
    throw new Error(`${file} ${args.join(' ')} failed:\n${done.stdout}\n${done.stderr}`);
  return performance.now() - started;
}

function stockStarlight(folder) {
  fs.mkdirSync(path.join(folder, 'src'), { recursive: true });
  fs.cpSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  copyWords(path.join(folder, 'src/content/docs'));
  // The framework finds its own packages by the dependencies a project names.
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { astro: '*', '@astrojs/starlight': '*' } }),
  );
  fs.writeFileSync(
    path.join(folder, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config'; import starlight from '@astrojs/starlight';
export default defineConfig({ integrations: [starlight({ title: 'Stock', defaultLocale: 'en', locales: { en: { label: 'English' }, 'zh-cn': { label: '简体中文', lang: 'zh-CN' } } })] });`,
  );
  fs.writeFileSync(
    path.join(folder, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content'; import { docsLoader } from '@astrojs/starlight/loaders'; import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
  );
  const ms = run(folder, nodeBinary(), ['node_modules/astro/bin/astro.mjs', 'build']);
  return { dist: path.join(folder, 'dist'), ms };
}

function stockVitePress(folder) {
  fs.mkdirSync(path.join(folder, '.vitepress'), { recursive: true });
  copyWords(folder);
  fs.writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  fs.writeFileSync(
    path.join(folder, '.vitepress/config.mjs'),
    `export default { title: 'Stock', cleanUrls: false, ignoreDeadLinks: true, themeConfig: { search: { provider: 'local' } }, locales: { en: { label: 'English', lang: 'en' }, 'zh-cn': { label: '简体中文', lang: 'zh-CN' } } };`,
  );
  // Fetched for the comparison only; the site does not depend on it.
  run(folder, 'npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', 'vitepress@1.6.4']);
  const ms = run(folder, nodeBinary(), ['node_modules/vitepress/bin/vitepress.js', 'build', '.']);
  return { dist: path.join(folder, '.vitepress/dist'), ms };
}

async function weigh(browser, url) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}.`);
  await context.close();
  return bytes;
}

const kinds = [
  { kind: 'home', ours: '/en/', theirs: 'en/index' },
  {
    kind: 'article',
    ours: '/en/playbooks/respond/snad-damaged/',
    theirs: 'en/playbooks/respond/snad-damaged',
  },
  {
    kind: 'article, Chinese',
    ours: '/zh-cn/playbooks/respond/snad-damaged/',
    theirs: 'zh-cn/playbooks/respond/snad-damaged',
  },
  { kind: 'tool', ours: '/en/tools/dispute-rate/', theirs: 'en/tools/dispute-rate' },
  { kind: 'rulebook', ours: '/en/reference/rulebook/', theirs: 'en/reference/rulebook' },
];

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

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'amicable-bench-'));
try {
  const ownStart = performance.now();
  await build({ force: true });
  const ownMs = performance.now() - ownStart;
  const starlight = stockStarlight(path.join(work, 'starlight'));
  const vitepress = stockVitePress(path.join(work, 'vitepress'));
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments });
  const sites = await Promise.all(
    ['dist', starlight.dist, vitepress.dist].map((dist) => serve(dist)),
  );
  const rows = {};
  for (const { kind, ours, theirs } of kinds) {
    const [a, b, c] = [
      await weigh(browser, sites[0].url + ours),
      await weigh(
        browser,
        `${sites[1].url}/${theirs.replace(/index$/, '')}${theirs.endsWith('index') ? '' : '/'}`,
      ),
      await weigh(browser, `${sites[2].url}/${theirs}.html`),
    ];
    rows[kind] = {
      Amicable: a,
      Starlight: b,
      VitePress: c,
      'to Starlight': (a / b).toFixed(2),
      'to VitePress': (a / c).toFixed(2),
    };
  }
  console.log('Bytes over the wire of a first view (brotli)');
  console.table(rows);
  console.log(
    `Build time as a ratio to stock Starlight: Amicable ${(ownMs / starlight.ms).toFixed(2)}, VitePress ${(vitepress.ms / starlight.ms).toFixed(2)}`,
  );
  const grown = await growth();
  for (const [what, ratio] of Object.entries(grown))
    console.log(`Time as a ratio, ${what}: ${ratio.toFixed(1)}`);
  console.log(
    `Pasting 2,000 rows, longest hold-up of the page to the whole: ${(await heldUp(browser, sites[0].url)).toFixed(2)}`,
  );
  await browser.close();
  for (const { server } of sites) server.close();
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
