// What the case desk costs the page itself while two thousand cases are kept: judging and keeping are the
// worker's, and neither may hold a key up.
import { median, SLOWER, traced, whole } from './trace.mjs';

const CASES = 2000;
const CHANGES = 12;
/** Milliseconds after which a slow page has long been open. */
const OPENING = 7000;

/** Lays made-up cases into the browser's store, as the desk itself keeps them. */
async function lay(page, count) {
  await page.evaluate(async (many) => {
    const keptAt = new Date().toISOString();
    const kinds = ['snad-classic', 'inr', 'return'].map((kind) => `aliexpress.${kind}`);
    const begins = ['disputeOpenedAt', 'disputeOpenedAt', 'returnAgreedAt'];
    const reasons = ['snad-damaged', 'inr-customs', 'snad-quality'];
    const ago = (minutes) =>
      `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;
    const cases = Array.from({ length: many }, (_, i) => ({
      version: 2,
      id: `c${i}`,
      createdAt: keptAt,
      changedAt: keptAt,
      flow: kinds[i % 3],
      platform: 'aliexpress',
      reason: reasons[i % 3],
      owner: ['Li', 'Chen', 'Ana'][i % 3],
      order: { id: `c${i}`, claim: String(5 + (i % 40)), currency: 'USD' },
      buyer: { country: ['BR', 'ES', 'FR', 'PL'][i % 4] },
      events: { [begins[i % 3]]: ago(60 + ((i * 37) % 6000)) },
      notes: [{ at: ago(30), text: `note ${i}` }],
    }));
    const database = await new Promise((done, failed) => {
      const asked = indexedDB.open('amicable');
      asked.onupgradeneeded = () => {
        for (const area of ['cases', 'case-desk']) asked.result.createObjectStore(area);
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    const step = database.transaction(['cases', 'case-desk'], 'readwrite');
    for (const value of cases)
      step.objectStore('cases').put({ version: 2, keptAt, value }, value.id);
    const ways = { columns: ['kind', 'owner', 'stake'] };
    step.objectStore('case-desk').put({ version: 1, keptAt, value: ways }, 'ways');
    await new Promise((done, failed) => {
      step.oncomplete = done;
      step.onerror = () => failed(step.error);
    });
    database.close();
  }, count);
}

/** Marks the moment after each repaint of the open case. */
const markRepaints = () => {
  const shown = new MessageChannel();
  shown.port1.onmessage = () => performance.mark('shown');
  new MutationObserver(() => requestAnimationFrame(() => shown.port2.postMessage(null))).observe(
    document.querySelector('.desk-detail'),
    { subtree: true, childList: true, characterData: true, attributes: true },
  );
};

/**
 * Milliseconds of the page's own thread at a quarter of the speed: to open the desk, and for each change of
 * a case from the key until the board and the case show it; with the time that passes meanwhile.
 */
export async function deskOf(browser, site) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${site}/404.html`);
  await lay(page, CASES);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const opening = await traced(session, async () => {
    // Nothing is asked of the page while it opens: asking is work of its thread as well.
    await page.goto(`${site}/en/tools/case-desk/`, { waitUntil: 'commit' });
    await page.waitForTimeout(OPENING);
    await page.evaluate(() => performance.mark('bench'));
  });
  const row = page.locator(`.desk-rows > li[aria-setsize="${CASES}"]`).first();
  await row.locator('.link-button').click();
  const tick = page.locator('.desk-part .check input').first();
  await tick.waitFor();
  await page.evaluate(markRepaints);
  await page.waitForTimeout(1000);
  await tick.focus();
  const changing = await traced(session, async () => {
    await page.evaluate(() => performance.mark('bench'));
    for (let i = 0; i < CHANGES; i += 1) {
      await page.evaluate(() => performance.mark('change'));
      await page.keyboard.press('Space');
      await page.waitForTimeout(900);
    }
  });
  await context.close();
  const shown = changing.at('shown');
  const each = changing.at('change').map((from) => {
    const to = shown.find((at) => at > from);
    if (to === undefined) throw new Error('A change of a case was not shown.');
    return {
      work: whole(changing.tasks.filter(({ at }) => at >= from && at < to)),
      passed: (to - from) / 1000,
    };
  });
  return {
    opening: whole(opening.tasks),
    change: median(each.map(({ work }) => work)),
    longest: Math.max(...each.map(({ work }) => work)),
    passed: median(each.map(({ passed }) => passed)),
  };
}
