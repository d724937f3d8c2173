// How long a page is held up by real key presses and while a tool wakes, on a processor slowed down four
// times. Taken from the browser's own trace, as time on the page's thread: other work on the machine
// hardly touches it.

const SLOWER = 4;
const KEYS = 20;

/** A field of each tool that its answer hangs on, and what is typed into it. */
const fields = {
  'dispute-rate': { name: 'claims', digits: '12345678' },
  'deadline-planner': { name: 'events.disputeOpenedAt', digits: '2026-11-16 01:00' },
  'transit-warning': { name: 'promisedDays', digits: '12345678' },
  'reply-script': { name: 'vars.buyerName', digits: 'Anna Maria' },
};

/** The tasks of the page's own thread, in the order they ran, in milliseconds. */
async function traced(session, work) {
  const events = [];
  const take = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', '__metadata'] },
  });
  await work();
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', take);
  const marks = events.filter(({ cat }) => cat.includes('blink.user_timing'));
  const own = marks.find(({ name }) => name === 'bench')?.tid;
  const pid = marks.find(({ name }) => name === 'bench')?.pid;
  const tasks = events
    .filter((event) => event.ph === 'X' && event.pid === pid && event.tid === own)
    .filter(({ name }) => /RunTask$/.test(name))
    .map(({ ts, dur, tdur }) => ({ at: ts, took: (tdur ?? dur) / 1000 }));
  const at = (name) => marks.filter((mark) => mark.name === name).map(({ ts }) => ts);
  return { tasks, at };
}

const longest = (tasks) => Math.max(0, ...tasks.map(({ took }) => took));
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

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
  const keys = typing.at('key');
  const each = keys.map((from, i) =>
    longest(typing.tasks.filter(({ at }) => at >= from && at < (keys[i + 1] ?? Infinity))),
  );
  return { waking: longest(waking.tasks), median: median(each), longest: Math.max(...each) };
}

export const keyTools = Object.keys(fields);
