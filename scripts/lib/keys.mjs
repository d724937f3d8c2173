// How long a page is held up by real key presses and while a tool wakes, on a processor slowed down four
// times.
import { between, longest, median, SLOWER, traced } from './trace.mjs';

const KEYS = 20;
/** A page is opened so often: one waking may meet the machine at other work. */
const WAKINGS = 5;

/**
 * Where the keyboard stands in each tool, and what is typed there: a field its answer hangs on, or the board.
 * `page` where a tool stands on another's; `first` is what a field must hold for a key to count.
 */
const places = {
  'dispute-rate': { at: '[name="claims"]', keys: '12345678' },
  'deadline-planner': { at: '[name="events.disputeOpenedAt"]', keys: '2026-11-16 01:00' },
  'transit-warning': { at: '[name="promisedDays"]', keys: '12345678' },
  'reply-script': { at: '[name="vars.buyerName"]', keys: 'Anna Maria' },
  settlement: { at: '[name="price"]', keys: '12345678' },
  'buyer-motives': { at: '[name^="priors."]', keys: '12345678' },
  'listing-check': { at: '[name="title"]', keys: 'Red dress, cotton' },
  'dispute-log': { at: '[name="pasted"]', keys: '12345678', first: 'Order,Reason,Date\n1,late,' },
  'case-desk': { at: '#case-desk-board', keys: 'jjjjkkkk' },
  'find-case': { page: 'case-desk', at: '[name="find"]', keys: ' not here', first: 'My parcel is' },
};

/** A page of its own on a slow processor, and the tasks it takes to wake. */
async function open(browser, address) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const waking = await traced(session, async () => {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => performance.mark('bench'));
    await page.waitForTimeout(1500);
  });
  return { context, page, session, waking: longest(waking.tasks) };
}

/**
 * The longest task while one tool wakes (the median of five times), and the median and the longest of the
 * longest tasks that follow each of twenty keys, in milliseconds at a quarter of the speed.
 */
export async function keysOf(browser, site, tool) {
  const { page: slug = tool, at: place, keys: typed, first = '' } = places[tool];
  const address = `${site}/en/tools/${slug}/`;
  const wakings = [];
  for (let time = 1; time < WAKINGS; time += 1) {
    const opened = await open(browser, address);
    wakings.push(opened.waking);
    await opened.context.close();
  }
  const { context, page, session, waking } = await open(browser, address);
  const rest = () => page.waitForTimeout(900);
  await page
    .locator('.tool details')
    .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
  const input = page.locator(place).first();
  await input.focus();
  const isField = await input.evaluate((element) => 'value' in element);
  if (isField) await input.fill(first);
  await input.press('End');
  // What answers a person's own input may be fetched only now; a key is measured once it is here.
  await page.locator('.tool-frame[aria-busy="true"]').waitFor({ state: 'detached' });
  await rest();
  const typing = await traced(session, async () => {
    await page.evaluate(() => performance.mark('bench'));
    for (let key = 0; key < KEYS; key += 1) {
      await page.evaluate(() => performance.mark('key'));
      const at = key % typed.length;
      // At the end the field begins anew, one key like any other.
      if (at === 0 && key > 0 && isField) {
        if (first === '') await input.selectText();
        else await input.fill(first);
      }
      await page.keyboard.press(typed[at] === ' ' ? 'Space' : typed[at]);
      await rest();
    }
  });
  await context.close();
  const each = between(typing.tasks, typing.at('key')).map(longest);
  return { waking: median([...wakings, waking]), median: median(each), longest: Math.max(...each) };
}

export const keyTools = Object.keys(places);
