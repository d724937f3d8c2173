// npm run bench: what a visit weighs, how long keys hold a tool up, what a build and the command line cost in time of the processor, and how
// the work grows, beside stock sites of the same words. Ratios and bytes are the same on any machine.
// Parts can be asked for by name: npm run bench -- weights builds growth. Fails when a must is missed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, launchArguments } from '../tests/support/browser.mjs';
import { build } from './build.mjs';
import { judged } from './lib/aims.mjs';
import { deskOf } from './lib/desk.mjs';
import { growth, rateToNode } from './lib/growth.mjs';
import { keysOf, keyTools } from './lib/keys.mjs';
import {
  CATEGORIES,
  fetchLighthouse,
  isRefused,
  lighthousePages,
  scoresOf,
} from './lib/lighthouse.mjs';
import { listingsOf, writeListings } from './lib/listings.mjs';
import { logOf, writeLog } from './lib/log.mjs';
import { readPages } from './lib/pages.mjs';
import { curveOf, growthOf, scaleOf } from './lib/scale.mjs';
import { grownTo, ownBuild, stockStarlight, stockVitePress, wordsOf } from './lib/stock.mjs';
import { heldUp, weigh } from './lib/visit.mjs';
import { serve } from './serve.mjs';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);

const kinds = {
  home: 'en',
  playbook: 'en/playbooks/respond/inr-in-transit',
  'playbook, Chinese': 'zh-cn/playbooks/respond/inr-in-transit',
  'a script': 'en/scripts/snad-damaged',
  rulebook: 'en/reference/rulebook',
  'dispute-rate': 'en/tools/dispute-rate',
  'dispute-rate, Chinese': 'zh-cn/tools/dispute-rate',
  'deadline-planner': 'en/tools/deadline-planner',
  'deadline-planner, Chinese': 'zh-cn/tools/deadline-planner',
  'reply-script': 'en/tools/reply-script',
  'transit-warning': 'en/tools/transit-warning',
};

/** What somebody does for a first reply: a name in the buyer's letters, and a choice. */
const firstReply = {
  'reply-script': async (page) => {
    await page.locator('[name="vars.buyerName"]').fill('Ольга');
    await page.locator('[name="vars.cause"]').selectOption({ index: 1 });
    await page.locator('output[name="text"]').waitFor();
  },
};

const rounded = (figure) => Number(figure.toFixed(2));
const ratio = (one, other) => rounded(one / other);

/** What the tests switch off to be steady on a small machine, a reader's browser has. */
const asReadersHaveIt = launchArguments.filter((each) => !each.startsWith('--js-flags'));

const parts = {
  /** Bytes of a cold visit to each kind of page, beside those of the stock sites. */
  async weights({ work, words, browser, site }) {
    const starlight = await serve(stockStarlight(root, path.join(work, 'stock'), words).dist);
    const vitepress = await serve(stockVitePress(path.join(work, 'vitepress'), words).dist);
    const table = {};
    const figures = {};
    for (const [kind, slug] of Object.entries(kinds)) {
      const own = await weigh(browser, site, `${site.url}/${slug}/`, firstReply[kind]);
      const stock = await weigh(browser, starlight, `${starlight.url}/${slug}/`);
      const ending = slug.includes('/') ? '.html' : '/';
      const other = await weigh(browser, vitepress, `${vitepress.url}/${slug}${ending}`);
      const { first, all, worked, ...made } = own;
      table[kind] = {
        first,
        'to Starlight': ratio(first, stock.first),
        'to VitePress': ratio(first, other.first),
        all,
        ' to Starlight': ratio(all, stock.all),
        ' to VitePress': ratio(all, other.all),
        ...made,
      };
      figures[`${kind}, first paint`] = first;
      figures[`${kind}, all`] = all;
      if (firstReply[kind]) figures[`${kind}, to the first reply`] = worked;
    }
    console.log(
      `Bytes over the wire of a cold visit (brotli, headers, workers), beside stock sites of the same ${words.length} pages`,
    );
    console.table(table);
    console.log(
      `Pasting 2,000 rows, longest hold-up of the page to the whole: ${rounded(await heldUp(browser, site.url))}`,
    );
    starlight.server.close();
    vitepress.server.close();
    return figures;
  },

  /** Seconds of user CPU a build takes, beside stock Starlight with as many pages of the same words. */
  builds({ work, words, built }) {
    const table = {};
    const figures = {};
    // As it is, and grown: fewer pages than it has, only another site would have.
    const rows = [built, 800, 1200].map((count) => {
      const pages = grownTo(words, count);
      const own = ownBuild(root, path.join(work, 'own'), count, built);
      const stock = stockStarlight(root, path.join(work, 'stock'), pages).cpu;
      table[`${count} pages`] = { Amicable: own, Starlight: stock, ratio: ratio(own, stock) };
      const size = count === built ? 'as many' : count;
      figures[`build of ${size} pages to Starlight's`] = ratio(own, stock);
      return { count, own };
    });
    const further = rows
      .slice(1)
      .map(({ count, own }, i) => (own - rows[i].own) / (count - rows[i].count));
    figures['a further page of 800 to 1,200 to one before'] = ratio(further[1], further[0]);
    console.log('Seconds of user CPU for a build');
    console.table(table);
    console.log(
      `Milliseconds for a further page: ${further.map((each) => Math.round(each * 1000)).join(', then ')}`,
    );
    return figures;
  },

  /** Sites of 100, 1,000 and 10,000 pages, or of others: `scale:600,1200`. Takes half an hour; asked for by name. */
  async scale({ work, words, browser, sizes = [100, 1000, 10_000] }) {
    const rows = await scaleOf({ root, work, words, browser, sizes });
    console.log(
      'Seconds of user CPU and most memory of a build; bytes and milliseconds of a search',
    );
    console.table(
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, rounded(value)])),
      ),
    );
    const curve = curveOf(rows);
    fs.mkdirSync('reports', { recursive: true });
    fs.writeFileSync('reports/scale.svg', curve);
    console.log(`reports/scale.svg:\n${curve}`);
    const figures = {};
    for (const [name, key] of [
      ['time', 's'],
      ['memory', 'MB'],
    ]) {
      figures[`scale, ${name} of a build to Starlight's`] = rounded(
        Math.max(...rows.map((row) => row[key] / row[`stock ${key}`])),
      );
    }
    for (const [name, key] of [
      ['time of a build', 's'],
      ['memory of a build', 'MB'],
      ['bytes of a search', 'search bytes'],
      ['milliseconds of a search', 'search ms'],
    ]) {
      const growth = growthOf(rows, key);
      if (growth !== undefined)
        figures[`scale, ${name}, growth to that of the pages`] = rounded(growth);
    }
    return figures;
  },

  /** How long one task holds a tool up on a slow processor: while it wakes, and after each of twenty keys. */
  async keys({ browser, site }) {
    const table = {};
    const figures = {};
    for (const tool of keyTools) {
      const { waking, median, longest } = await keysOf(browser, site.url, tool);
      table[tool] = {
        waking: rounded(waking),
        'a key, median': rounded(median),
        'a key, longest': rounded(longest),
      };
      figures[`${tool}, a key`] = rounded(median);
      figures[`${tool}, waking`] = rounded(waking);
    }
    console.log(
      'Milliseconds a tool is held up by one task on a processor slowed down four times, as time of its own thread',
    );
    console.table(table);
    return figures;
  },

  /** The case desk with two thousand kept cases: what opening it and a change cost the page, on a slow processor. */
  async desk({ browser, site }) {
    const { opening, change, longest, passed } = await deskOf(browser, site.url);
    console.log('Milliseconds of the page’s own thread, for a desk of 2,000 kept cases');
    console.table({
      opening: rounded(opening),
      'a change, median': rounded(change),
      'a change, longest': rounded(longest),
      'until it shows, on the clock': rounded(passed),
    });
    return {
      'case-desk of 2,000 cases, opening': rounded(opening),
      'case-desk of 2,000 cases, a change': rounded(change),
    };
  },

  /** The analysis of a million rows beside a bare look at each byte of the file. */
  async log({ work, browser, site }) {
    const file = path.join(work, 'log.csv');
    const rows = 1_000_000;
    const size = writeLog(file, rows);
    const { rounds, longest, memory, ...all } = await logOf(browser, site.url, file, rows);
    console.log(
      `Milliseconds for ${rows} rows (${Math.round(size / 1e6)} MB) in the browser, round by round`,
    );
    console.table(
      rounds.map(({ bare, streamed, whole, longest: task, memory: most, ratio: times }) => ({
        'a look at each byte': Math.round(bare),
        'as a stream': Math.round(streamed),
        report: Math.round(whole),
        ratio: rounded(times),
        'to the stream': rounded(whole / streamed),
        'longest task of the page': Math.round(task),
        'memory, MB': most === null ? 'not told' : Math.round(most),
      })),
    );
    return {
      'a million rows to a look at their bytes': rounded(all.ratio),
      'a million rows, longest task of the page': Math.round(longest),
      ...(memory === null
        ? {}
        : { 'a million rows, memory of the page in MB': Math.round(memory) }),
    };
  },

  /** A file of a thousand listings on the page, beside a bare look through its lines. */
  async listings({ work, browser, site }) {
    const file = path.join(work, 'listings.csv');
    const count = 1000;
    const size = writeListings(file, count);
    const {
      rounds,
      whole,
      longest,
      ratio: times,
    } = await listingsOf(browser, site.url, file, count);
    console.log(
      `Milliseconds for ${count} listings from a file (${rounded(size / 1e6)} MB) in the browser, round by round`,
    );
    console.table(
      rounds.map(({ bare, table, check, longest: held, ratio: each }) => ({
        'a look for 300 words': Math.round(bare),
        'from the file to its table': Math.round(table),
        'from the button to the result': Math.round(check),
        ratio: rounded(each),
        'longest task of the page': Math.round(held),
      })),
    );
    console.log(`In the middle ${Math.round(whole)} from the file to the result`);
    return {
      'a thousand listings to a look through their lines': rounded(times),
      'a thousand listings, milliseconds from the file to the result': Math.round(whole),
      'a thousand listings, longest task of the page': Math.round(longest),
    };
  },

  /** What Lighthouse says of each kind of page on a phone, in both languages. */
  async lighthouse({ work, site }) {
    const program = fetchLighthouse(path.join(work, 'lighthouse'));
    const table = {};
    const figures = {};
    for (const page of lighthousePages()) {
      const file = path.join(work, 'scores.json');
      const { scores, faults } = await scoresOf(program, site.url + page, file);
      table[page] = { ...scores, faults: faults.join(', ') };
      for (const id of CATEGORIES) {
        const name = `Lighthouse, ${id}, points short of 100`;
        const short = isRefused(page, id, faults) ? 0 : 100 - scores[id];
        figures[name] = Math.max(figures[name] ?? 0, short);
      }
    }
    console.log('Lighthouse, mobile, of 100');
    console.table(table);
    return figures;
  },

  /** The command line, and how the calculators' work grows with its size. */
  async growth() {
    const figures = {
      'a rate on the command line to starting Node': rounded(rateToNode(root)),
    };
    for (const [what, times] of Object.entries(await growth(root))) figures[what] = rounded(times);
    console.log('Processor time as a ratio');
    console.table(figures);
    return figures;
  },
};

/** What takes long, and is asked for by name alone. */
const LONG = ['scale'];
const asked = process.argv.slice(2).map((each) => each.split(':'));
const named = asked.map(([name]) => name);
for (const name of named)
  if (!parts[name])
    throw new Error(`No part "${name}"; there are ${Object.keys(parts).join(', ')}.`);

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'amicable-bench-'));
try {
  await build();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: asReadersHaveIt });
  const site = await serve('dist');
  // Pages for frames are built like others, though what they say stands on another page.
  const built = readPages('dist').size;
  const given = { work, words: wordsOf('dist'), built, browser, site };
  const measured = {};
  for (const name of named.length
    ? named
    : Object.keys(parts).filter((each) => !LONG.includes(each))) {
    const sizes = asked
      .find(([each]) => each === name)?.[1]
      ?.split(',')
      .map(Number);
    Object.assign(measured, await parts[name]({ ...given, ...(sizes && { sizes }) }));
  }
  await browser.close();
  site.server.close();
  const { rows, lines, held } = judged(measured);
  console.table(rows);
  for (const line of lines) console.log(line);
  if (!held) process.exitCode = 1;
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
