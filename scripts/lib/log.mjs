// How long the log analysis takes for a large file, beside merely reading the file and looking at each of
// its bytes in a worker of the same browser; how much memory its page takes, and how long it is held up.
import fs from 'node:fs';
import http from 'node:http';
import { constructedLines, HEADER, LESSON } from '../../src/calculators/dispute-log/constructed.ts';

/** A made-up log of so many rows, with names and addresses beside it as exports have them. */
export function writeLog(file, rows) {
  const out = fs.openSync(file, 'w');
  let piece = `buyer,address,${HEADER}\n`;
  let i = 0;
  for (const line of constructedLines({ ...LESSON, orders: rows, products: 400 })) {
    i += 1;
    piece += `"Example, Buyer ${i}","${i} Example Street, Springfield, Illinois, United States, ${10000 + (i % 90000)}",${line}\n`;
    if (piece.length < 1 << 20) continue;
    fs.writeSync(out, piece);
    piece = '';
  }
  fs.writeSync(out, piece);
  fs.closeSync(out);
  return fs.statSync(file).size;
}

/**
 * The bare scan: a worker takes the file in pieces, one after the other, and looks at each byte for what
 * parts cells and rows. It keeps nothing and computes nothing.
 */
const SCAN = `onmessage = async ({ data: file }) => {
  const from = performance.now();
  let cells = 0, lines = 0, quotes = 0;
  for (let at = 0; at < file.size; at += 1 << 22) {
    const bytes = new Uint8Array(await file.slice(at, at + (1 << 22)).arrayBuffer());
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i];
      if (byte === 44) cells += 1;
      else if (byte === 10) lines += 1;
      else if (byte === 34) quotes += 1;
    }
  }
  postMessage({ took: performance.now() - from, cells, lines, quotes });
};`;

/** The same of a stream, which is how the report reads a file: quicker, and told beside it. */
const STREAM = `onmessage = async ({ data: file }) => {
  const from = performance.now();
  let cells = 0, lines = 0, quotes = 0;
  const reader = file.stream().getReader({ mode: 'byob' });
  let memory = new ArrayBuffer(1 << 20);
  for (;;) {
    const { done, value: bytes } = await reader.read(new Uint8Array(memory));
    if (done) break;
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i];
      if (byte === 44) cells += 1;
      else if (byte === 10) lines += 1;
      else if (byte === 34) quotes += 1;
    }
    memory = bytes.buffer;
  }
  postMessage({ took: performance.now() - from, cells, lines, quotes });
};`;
const PAGE = '<!doctype html><input type="file">';

/** A page of our own beside the site that runs a worker, because no page of the site lets a script in. */
export async function serveWorker(script) {
  const server = http.createServer((request, response) => {
    const isScript = request.url === '/worker.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : PAGE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** What the worker of {@link serveWorker} says it took for a file, in milliseconds. */
export async function bareOf(browser, url, file) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('input').setInputFiles(file);
  const { took } = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const worker = new Worker('/worker.js');
        worker.onmessage = ({ data }) => resolve(data);
        worker.postMessage(document.querySelector('input').files[0]);
      }),
  );
  await page.close();
  return took;
}

/** The most memory any page's process has had, in MB; null where the system does not say. */
async function memoryOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const status = `/proc/${id}/status`;
      const told = fs.existsSync(status)
        ? /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(status, 'utf8'))
        : null;
      return told ? Number(told[1]) / 1000 : 0;
    });
  return Math.max(0, ...peaks) || null;
}

async function reportOf(browser, site, file, rows) {
  const page = await browser.newPage();
  await page.goto(`${site}/en/tools/dispute-log/`, { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const bench = { from: 0, whole: 0, longest: 0 };
    window.bench = bench;
    document.addEventListener('change', () => (bench.from ||= performance.now()), true);
    new MutationObserver(() => {
      // Drawn to its end: what can be kept of it stands last.
      if (bench.from > 0 && bench.whole === 0 && document.querySelector('.log-kept'))
        bench.whole = performance.now() - bench.from;
    }).observe(document.body, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        bench.longest = Math.max(bench.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await page.locator('#dispute-log-files').setInputFiles(file);
  await page
    .locator(`.log-files output[name="rows"][data-value="${rows}"]`)
    .waitFor({ state: 'attached', timeout: 600_000 });
  await page.locator('.log-kept').waitFor({ state: 'attached' });
  const measured = await page.evaluate(() => window.bench);
  const memory = await memoryOf(browser);
  await page.close();
  return { ...measured, memory };
}

export const median = (figures) => [...figures].sort((a, b) => a - b)[figures.length >> 1];

/** Scan and report in turn, so often; each report beside the scan before it, and the middle of them. */
export async function logOf(browser, site, file, rows, times = 5) {
  const scan = await serveWorker(SCAN);
  const stream = await serveWorker(STREAM);
  const rounds = [];
  for (let i = 0; i < times; i += 1) {
    const bare = await bareOf(browser, scan.url, file);
    const streamed = await bareOf(browser, stream.url, file);
    const { whole, longest, memory } = await reportOf(browser, site, file, rows);
    rounds.push({ bare, streamed, whole, longest, memory, ratio: whole / bare });
  }
  scan.close();
  stream.close();
  const middle = (name) => median(rounds.map((round) => round[name]));
  return {
    rounds,
    ratio: middle('ratio'),
    longest: middle('longest'),
    memory: rounds[0].memory === null ? null : Math.max(...rounds.map((round) => round.memory)),
  };
}
