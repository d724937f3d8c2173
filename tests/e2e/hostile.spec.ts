import type { Page } from '@playwright/test';
import { awaken, movedOf, test, tools, typedTexts, watchMoves } from '../support/frame.ts';
import { expect } from '../support/page.ts';
import { secondHere } from '../support/second.ts';

// What a stranger can put before a page: its address, what is pasted into it, what was stored, what other
// windows tell it. The thousands are asked of the calculators themselves (src/calculators/hostile.test.ts);
// here a few dozen a tool show that nothing of it becomes a script, and that the page goes on.

const HURT = [
  '<img src=x onerror="window.hurt=1">',
  '"><script>window.hurt=1</script>',
  'javascript:window.hurt=1',
  '{"__proto__":{"hurt":1}}',
  '__proto__',
  '9'.repeat(400),
  '1e999',
  '-0x10',
  '\u202e\u2066123\u200b\u200d',
  '\ud800',
  'مرحبا ١٢٣',
  '👩‍👩‍👧‍👦'.repeat(40),
  '\u0000\u001b[31m',
  'a\u0300'.repeat(2000),
  '2026-02-30T24:60',
  'x'.repeat(60_000),
];

/** Looks on while something is done to the page: it may take no second of the page's own thread, as long as one is here. */
async function watched(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  // Time of the processor: whoever else is at work on the machine does not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  return async (what: string, work: () => Promise<unknown>) => {
    const before = await busy();
    await work();
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    const taken = (await busy()) - before;
    if (taken >= 1) expect(taken, `seconds of ${what}`).toBeLessThan(secondHere());
  };
}

/** The page still stands, nothing ran, and the language's own objects are as they were. */
async function unhurt(page: Page) {
  const found = await page.evaluate(() => [
    (window as { hurt?: unknown }).hurt,
    ({} as { hurt?: unknown }).hurt,
    Object.keys(Object.prototype),
    [...document.querySelectorAll('script')].filter(
      ({ type, text }) => !type.includes('json') && text.includes('hurt'),
    ).length + document.querySelectorAll(':is(iframe, img, [onerror], [onload])').length,
  ]);
  expect(found).toEqual([undefined, undefined, [], 0]);
  await expect(page.locator('.tool').first()).toBeVisible();
}

for (const tool of tools)
  test(`${tool} takes no harm from links, pasted texts and messages`, async ({ page, quiet }) => {
    quiet.mayFetch('/_astro/', '/data/packs/');
    const address = `/en/tools/${tool}/`;
    await watchMoves(page);
    await page.goto(address);
    await awaken(page);
    expect(await movedOf(page), 'moved while it woke').toBeLessThan(0.01);
    const names = await page
      .locator('.tool-form [name]')
      .evaluateAll((all) => [...new Set(all.map((field) => field.getAttribute('name') ?? ''))]);

    // Links, one after the other in the open page.
    for (const [i, raw] of HURT.entries()) {
      const name = names[i % names.length] ?? 'v';
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        `?${name}=${encodeURIComponent(raw.toWellFormed())}&__proto__.hurt=1&constructor=${i}&v=1`,
      );
    }
    const inASecond = await watched(page);
    // As long as a browser takes an address, and longer.
    for (const letters of [1_900_000, 5_000_000])
      await inASecond(`a link of ${letters} letters`, () =>
        page.evaluate(
          ([name, count]) => {
            location.hash = `?${name}=${'ab1, '.repeat(count / 5)}`;
          },
          [names[0] ?? 'v', letters] as const,
        ),
      );
    await unhurt(page);

    // Texts, as a person pastes them.
    const fields = page.locator(typedTexts);
    const count = Math.min(await fields.count(), 4);
    for (const [i, raw] of HURT.entries())
      if (count) await inASecond(raw.slice(0, 40), () => fields.nth(i % count).fill(raw));
    await unhurt(page);

    // Messages of other windows.
    await page.evaluate((texts) => {
      for (const text of texts)
        for (const data of [
          text,
          { source: 'amicable', version: 1, kind: text },
          { source: 'amicable', kind: 'size', height: text },
          { source: 'amicable', kind: 'result', result: JSON.parse('{"__proto__":{"hurt":1}}') },
          JSON.parse(`{"source":"amicable","kind":"take","__proto__":{"hurt":1}}`),
        ])
          window.postMessage(data, '*');
    }, HURT);
    await unhurt(page);
  });

/** Every place where something is kept, and the records of tools in the database. */
const AREAS = [
  'offline:off',
  'site:language',
  'dispute-log:log',
  'dispute-log-columns:columns',
  'reply-script:favourites',
  'listing-check:columns',
  'exam:begun',
  'workshop-plans:plans',
  'session:case',
  'session:log',
  'session:case-desk.rows',
  'session:case-desk.coming',
  'session:deadline-planner.board',
];
const STORES = ['cases', 'case-desk', 'case-desk-before', 'worksheets', 'deadline-planner'];

test('stored data that nobody of this site wrote is passed over', async ({ page, quiet }) => {
  test.setTimeout(120_000);
  quiet.mayFetch('/_astro/', '/data/packs/');
  await page.goto('/404.html');
  await page.evaluate(
    async ([areas, stores, texts]) => {
      areas.forEach((area, i) => {
        const text = texts[i % texts.length] as string;
        for (const store of [localStorage, sessionStorage])
          store.setItem(
            `amicable:${area}`,
            i % 2 ? text : JSON.stringify({ version: 1, value: { [text]: text, length: 1e9 } }),
          );
      });
      await new Promise<void>((done, fail) => {
        const opening = indexedDB.open('amicable', 1);
        opening.onerror = () => fail(new Error('no database'));
        opening.onupgradeneeded = () => {
          for (const store of stores) opening.result.createObjectStore(store);
        };
        opening.onsuccess = () => {
          const change = opening.result.transaction(stores, 'readwrite');
          for (const store of stores)
            texts.forEach((text, i) => {
              const value = JSON.parse(`{"id":"${i}","__proto__":{"hurt":1},"version":9e99}`);
              change
                .objectStore(store)
                .put(
                  i % 2
                    ? { version: 1, keptAt: '2026-11-21T00:00:00Z', value: { ...value, text } }
                    : value,
                  text.slice(0, 100),
                );
            });
          change.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      });
    },
    [AREAS, STORES, HURT] as const,
  );
  for (const tool of tools) {
    await page.goto(`/en/tools/${tool}/`);
    await awaken(page);
    await unhurt(page);
  }
});
