import type { IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import { toolPages } from '../../scripts/lib/tools.mjs';
import { serve } from '../../scripts/serve.mjs';

// Asked of the server itself: what a browser fetches for its own window (an icon, say) no page hears of.
const tools = toolPages() as string[];

const LATER =
  /^\/data\/packs\/(?:moment\.words|planner\.(?:en|zh-CN)|reply\.(?:days|guard|(?:guard|words|understands|about|why|refusals)\.[\w-]+))\.\w+\.json$|^\/_astro\/(?:DeadlinePlanner-|ReplyScript-)[\w-]+\.js$/;
/** Says that it is ready for no network once it has met words, days and figures of one's own. */
const READY_LATER = ['reply-script'];

/** Longer than any tool waits after a key before it does something with it. */
const CALM = 250;
const TEXTS = ['14', '2026-11-20 10:00', 'wrong colour'];

test('every tool is asked', () => expect(tools.length).toBeGreaterThanOrEqual(3));

for (const tool of tools)
  test(`${tool} asks the server for nothing once it is there`, async ({ page }) => {
    const { server, url } = await serve('dist');
    try {
      const asked: string[] = [];
      // What starts the worker that answers for the site comes when a page has nothing else to do.
      await page.addInitScript(() => {
        delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
      });
      let last = 0;
      server.on('request', ({ url: path }: IncomingMessage) => {
        asked.push(path ?? '');
        last = Date.now();
      });
      /** Nothing was asked for in as long as a tool waits after the last key, and a little more. */
      const idle = () =>
        expect
          .poll(() => Date.now() - last > CALM, { intervals: [25], timeout: 30_000 })
          .toBe(true);
      await page.goto(`${url}/en/tools/${tool}/`);
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
      await idle();
      // Some of it may wait until somebody turns to the form; then the tool says that it is there.
      await page.locator('.tool :is(input, select):visible').first().focus();
      if (READY_LATER.includes(tool))
        await expect(page.locator('.tool-frame[aria-busy="true"]')).toHaveCount(0);
      else await expect(page.locator('.tool-form .ready[data-ready]')).toHaveCount(1);
      await idle();
      // Page, styles, scripts: the server is heard at all.
      expect(asked.length).toBeGreaterThan(2);
      asked.length = 0;
      const names = await page
        .locator('.tool input:is([type="text"], :not([type])):visible')
        .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name') ?? ''));
      const selects = await page.locator('.tool select:visible').all();
      expect(names.length + selects.length).toBeGreaterThan(0);
      // The search of situations fetches its names when somebody turns to it, and says so.
      const typed = names.filter((each) => each && each !== 'search').slice(0, 4);
      for (const [i, name] of typed.entries()) {
        const input = page.locator(`.tool input[name="${name}"]`).first();
        // What was typed before may have put another question in its place.
        if (!(await input.isVisible())) continue;
        // Every kind of text in the first field, one of them in each other.
        for (const value of i === 0 ? TEXTS : TEXTS.slice(i % TEXTS.length).slice(0, 1)) {
          await input.fill(value);
          await page.waitForTimeout(CALM);
        }
      }
      for (const select of selects.slice(0, 1)) await select.selectOption({ index: 1 });
      // A pointer that crosses a link, or a Tab that reaches one, opens nothing.
      for (const link of (
        await page.locator('.pagination-links a, .sidebar details[open] a').all()
      ).slice(0, 6))
        await link.hover();
      await page.locator('.language-link').first().focus();
      for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
      await page.waitForTimeout(2 * CALM);
      // Words nobody knows may be of another language, another kind of case or the board is turned to: what
      // these need is fetched, in packs that are the same for everybody.
      expect(asked.filter((path) => !LATER.test(path))).toEqual([]);
    } finally {
      server.close();
    }
  });
