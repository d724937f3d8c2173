// How long a page is held up by real key presses and while a tool wakes, on a processor slowed down four
// times.
import { between, longest, median, SLOWER, traced } from './trace.mjs';

const KEYS = 20;

/** A field of each tool that its answer hangs on, and what is typed into it. */
const fields = {
  'dispute-rate': { name: 'claims', digits: '12345678' },
  'deadline-planner': { name: 'events.disputeOpenedAt', digits: '2026-11-16 01:00' },
  'transit-warning': { name: 'promisedDays', digits: '12345678' },
  'reply-script': { name: 'vars.buyerName', digits: 'Anna Maria' },
};

/**
 * The longest task while one tool wakes, and the median and the longest of the longest tasks that follow
 * each of twenty keys, in milliseconds at a quarter of the speed.
 */
export async function keysOf(browser, site, tool) {
  const { name, digits } = fields[tool];
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const rest = () => page.waitForTimeout(900);
  const waking = await traced(session, async () => {
    await page.goto(`${site}/en/tools/${tool}/`, { waitUntil: 'networkidle' });
    await page.evaluate(() => performance.mark('bench'));
    await page.waitForTimeout(1500);
  });
  const input = page.locator(`[name="${name}"]`);
  await input.focus();
  await input.fill('');
  // What answers a person's own input may be fetched only now; a key is measured once it is here.
  await page.locator('.tool-frame[aria-busy="true"]').waitFor({ state: 'detached' });
  await rest();
  const typing = await traced(session, async () => {
    await page.evaluate(() => performance.mark('bench'));
    for (let key = 0; key < KEYS; key += 1) {
      await page.evaluate(() => performance.mark('key'));
      const place = key % digits.length;
      // At the end the field begins anew, one key like any other.
      if (place === 0 && key > 0) await input.selectText();
      await page.keyboard.press(digits[place] === ' ' ? 'Space' : digits[place]);
      await rest();
    }
  });
  await context.close();
  const each = between(typing.tasks, typing.at('key')).map(longest);
  return { waking: longest(waking.tasks), median: median(each), longest: Math.max(...each) };
}

export const keyTools = Object.keys(fields);
