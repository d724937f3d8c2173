// What a browser fetches when a page is opened cold.

const QUIET = 4000;

/** Resolves once nothing has been sent for a while: what comes when the page is idle has come. */
async function atRest(page, sent) {
  for (let before = -1; before !== sent();) {
    before = sent();
    await page.waitForTimeout(QUIET);
  }
}

/**
 * Bytes over the wire of a cold visit, headers and workers with them: `first` is the page and what keeps it
 * from being painted, `all` everything until nothing more is asked for; `html`, `styles`, `scripts` and `rest`
 * are what `all` is made of. `act` is what somebody does on the page once it is at rest; `worked` is all until
 * nothing more is asked for after that.
 */
export async function weigh(browser, { server }, url, act = async () => undefined) {
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
  // Asked of the sockets: what a worker fetches, no page hears of.
  const sent = () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}.`);
  await atRest(page, sent);
  const blocking = new Set(
    await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking')
        .map(({ name }) => name),
    ),
  );
  const requests = [...asked.values()];
  const sum = (belongs) => requests.filter(belongs).reduce((total, { bytes }) => total + bytes, 0);
  const of = (type) => sum((request) => request.type === type);
  const first = sum(
    ({ url: each, type }) => type === 'Document' || type === 'Font' || blocking.has(each),
  );
  const all = sent();
  const parts = { html: of('Document'), styles: of('Stylesheet'), scripts: of('Script') };
  await act(page);
  await atRest(page, sent);
  const worked = sent();
  await context.close();
  server.off('connection', count);
  return { first, all, worked, ...parts, rest: all - parts.html - parts.styles - parts.scripts };
}

/** Longest time the page was held up while 2,000 rows were pasted, beside the time until they were counted. */
export async function heldUp(browser, url) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${url}/en/tools/case-desk/`, { waitUntil: 'networkidle' });
  await page.locator('.ready[data-ready]').waitFor();
  await page.locator('.desk-door .button-row button').nth(1).click();
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
  await page.locator('textarea[name="rows"]').focus();
  const started = performance.now();
  await page.keyboard.press('ControlOrMeta+V');
  await page.locator('output[name="rows"][data-value="2000"]').waitFor();
  const whole = performance.now() - started;
  const longest = Math.max(...(await page.evaluate(() => window.held)));
  await context.close();
  return longest / whole;
}
