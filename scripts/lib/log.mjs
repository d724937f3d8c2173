// How long the log analysis takes for a large file, beside merely reading and looking at each of its bytes
// in the same browser, and how long the page is held up meanwhile.
import fs from 'node:fs';
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

/** Milliseconds of the whole report and of the bare scan of one file, and the page's longest task meanwhile. */
export async function logOf(browser, site, file, rows) {
  const page = await browser.newPage();
  await page.goto(`${site}/en/tools/dispute-log/`, { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const bench = { file: null, from: 0, longest: 0 };
    window.bench = bench;
    document.addEventListener(
      'change',
      ({ target }) => {
        if (!target.files?.[0]) return;
        [bench.file] = target.files;
        bench.from = performance.now();
      },
      true,
    );
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        bench.longest = Math.max(bench.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await page.locator('#dispute-log-files').setInputFiles(file);
  await page
    .locator(`.log-files output[name="rows"][data-value="${rows}"]`)
    .waitFor({ state: 'attached', timeout: 600_000 });
  const measured = await page.evaluate(async () => {
    const whole = performance.now() - window.bench.from;
    const { file: picked, longest } = window.bench;
    const from = performance.now();
    let lines = 0;
    for (let at = 0; at < picked.size; at += 1 << 22) {
      const bytes = new Uint8Array(await picked.slice(at, at + (1 << 22)).arrayBuffer());
      for (let i = 0; i < bytes.length; i += 1) if (bytes[i] === 10) lines += 1;
    }
    return { whole, longest, scan: performance.now() - from, lines };
  });
  await page.close();
  return measured;
}
