import type { Browser, Page } from '@playwright/test';
import { awaken, byTurn, clipboard, oneByTurn, ownOf, test, tools } from '../support/frame.ts';
import { expect, languages } from '../support/page.ts';

// A page stays open while midnight passes, while clocks are changed, over two days of sleep, and while somebody sets
// the clock back. The planner's countdown, second by second, is asked in deadline-planner.spec.

const HOUR = 3_600_000;
/** Half a minute before Sunday begins in Berlin, where its third hour comes twice. */
const SATURDAY = Date.parse('2026-10-24T21:59:30Z');
const SUNDAY = SATURDAY + 40_000;
/** Ten seconds after the clocks went back. */
const WINTER = Date.parse('2026-10-25T01:00:10Z');
const TUESDAY = Date.parse('2026-10-27T00:30:10Z');

const timezoneId = 'Europe/Berlin';
test.use({ timezoneId });
test.beforeEach(({ quiet }) => quiet.mayFetch('/_astro/', '/data/packs/'));

/** Opens a page on a clock that stands still once it is awake. */
async function openAt(page: Page, address: string, at: number) {
  await page.clock.install({ time: at - 20_000 });
  await page.goto(address);
  await awaken(page);
  // Its worker has answered.
  if (address.includes('/case-desk/'))
    await expect(page.locator('.ready[data-ready]')).toBeAttached({ timeout: 20_000 });
  await page.clock.pauseAt(at);
  await page.clock.runFor(1000);
}
/** The clock as it is after the page has slept, or after somebody has set it. */
async function goTo(page: Page, at: number) {
  const now = await page.evaluate(() => Date.now());
  if (at > now) await page.clock.fastForward(at - now);
  else await page.clock.setSystemTime(at);
  await page.clock.runFor(1000);
}
/** What a tool answers, by machine and for eyes; neither the second it is counts, nor what comes when it is near. */
const answerOf = (page: Page) =>
  page
    .locator('.tool')
    .first()
    .evaluate((tool) => ({
      values: [...tool.querySelectorAll<HTMLElement>('output[name]:not(.reply-more *)')].map(
        ({ dataset: { value = '' } }, i, all) =>
          `${all[i]?.getAttribute('name')} ${/^-?\d{3,}$/.test(value) ? Math.round(Number(value) / 60) : value.replace(/(T\d\d:\d\d):[\d.]+/, '$1')}`,
      ),
      text: (tool.querySelector<HTMLElement>('.answer-card')?.innerText ?? '').replace(
        /\s+|\d+\s*(?:s|秒)(?!\w)|:\d\d(?=:\d\d)/g,
        ' ',
      ),
    }));
/** The same address, opened by somebody now: a clock is of all pages of a context. */
async function openedAnew(
  browser: Browser,
  baseURL: string | undefined,
  address: string,
  at: number,
) {
  const context = await browser.newContext({ baseURL, timezoneId, serviceWorkers: 'block' });
  const page = await context.newPage();
  await openAt(page, address, at);
  const answer = await answerOf(page);
  await context.close();
  return answer;
}

for (const [turn, tool] of tools.entries())
  test(`${tool} answers as if it were opened now, whatever its clock has done`, async ({
    page,
    browser,
    baseURL,
  }) => {
    test.slow();
    const [language] = oneByTurn(['en', 'zh-cn'], turn);
    const address = `/${language}/tools/${tool}/${ownOf(tool).link}`;
    await openAt(page, address, SATURDAY);
    const first = await answerOf(page);
    expect(first.values.length + first.text.length).toBeGreaterThan(20);
    for (const at of [SUNDAY, TUESDAY]) {
      await goTo(page, at);
      const fresh = await openedAnew(browser, baseURL, address, at);
      await expect.poll(() => answerOf(page), new Date(at).toISOString()).toEqual(fresh);
    }
    await goTo(page, SATURDAY);
    await expect.poll(() => answerOf(page), 'set back').toEqual(first);
  });

const OPENED = encodeURIComponent('2026-10-20T00:00:00Z');
const TYPED = [
  [
    'deadline-planner',
    'events.disputeOpenedAt',
    '#?flow=aliexpress.snad-classic&v=1',
    '2 hours ago',
    '2小时前',
    '2026-10-24T19:59',
  ],
  [
    'deadline-planner',
    'asOf',
    `#?events.disputeOpenedAt=${OPENED}&flow=aliexpress.snad-classic&v=1`,
    'yesterday 10:00',
    '昨天 10:00',
    '2026-10-2',
  ],
  [
    'transit-warning',
    'dispatchDate',
    '#?country=BR&promisedDays=20&v=1',
    'yesterday',
    '昨天',
    '2026-10-24',
  ],
  [
    'transit-warning',
    'asOf',
    '#?country=BR&dispatchDate=2026-10-30&promisedDays=20&v=1',
    'yesterday',
    '昨天',
    '2026-10-2',
  ],
  [
    'reply-script',
    'vars.date',
    '#?situation=tracking-not-updating&v=1',
    'tomorrow',
    '明天',
    '2026-10-25',
  ],
  ['dispute-log', 'changedOn', '#?period=week&v=1', 'yesterday', '昨天', '2026-10-23'],
] as const;

for (const [turn, [tool, name, link, en, zh, means]] of TYPED.entries())
  test(`what was typed into ${name} of ${tool} means the same while time passes`, async ({
    page,
  }) => {
    for (const language of byTurn(languages, turn)) {
      const address = `/${language}/tools/${tool}/${link}`;
      await openAt(page, address, SATURDAY);
      const field = page.locator(`.tool-form [name="${name}"]`);
      await page
        .locator('.tool details:has(.tool-form [name]), .tool-form details')
        .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
      await field.fill(language === 'en' ? en : zh);
      const inLink = () => new URLSearchParams(new URL(page.url()).hash.slice(2)).get(name);
      // What reads it may have to come first, and what follows a key waits for a pause.
      await expect
        .poll(async () => {
          await page.clock.runFor(100);
          return inLink();
        })
        .toContain(means);
      await expect(field).not.toHaveAttribute('aria-invalid', 'true');
      const [meant, answer] = [inLink(), await answerOf(page)];
      for (const at of [SUNDAY, WINTER, TUESDAY, SATURDAY]) {
        await goTo(page, at);
        expect(inLink()).toBe(meant);
      }
      await expect.poll(() => answerOf(page)).toEqual(answer);
    }
  });

const line = (page: Page, id: string) => page.locator(`.desk-rows > li[data-id="${id}"]`);
const total = (page: Page, name: string) => page.locator(`output[name="totals.${name}"]`);

for (const language of languages)
  test(`a shift at the desk sees clocks go back, midnight pass, a night’s sleep and a clock set right, ${language}`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openAt(page, `/${language}/tools/case-desk/`, SATURDAY);
    // A made-up case that somebody looks at stays open.
    await page.locator('.desk-rows .link-button').first().click();
    const title = page.locator('#case-desk-case-title');
    const made = await title.innerText();
    await page.clock.runFor(61_000);
    await page.locator('.desk-step').innerText();
    await expect(title).toHaveText(made);
    await page.locator('[data-do="back"]').click();
    await goTo(page, SATURDAY);

    await page.locator('.desk-door .button-row button').nth(1).click();
    // Each is to be answered within five days of 24 hours: on Sunday at half past two, the second time it is; on
    // Wednesday at noon, winter time.
    await page
      .locator('textarea[name="rows"]')
      .fill(
        [
          'A-1\taliexpress.snad-classic\t2026-10-20 01:30 UTC\tBR',
          'A-2\taliexpress.snad-classic\t2026-10-23 11:00 UTC\tES',
        ].join('\n'),
      );
    await expect(page.locator('output[name="rows"]')).toBeVisible();
    await page.locator('.desk-paste .action.primary').click();
    await expect(line(page, 'A-2')).toBeVisible();
    await expect(total(page, 'dueToday')).toHaveAttribute('data-value', '0');

    // Put aside for four hours, of which the clock on the wall shows three.
    await line(page, 'A-2').locator('.link-button').click();
    const aside = page.locator('.desk-part[data-part="snooze"]');
    await aside.evaluate((one) => ((one as HTMLDetailsElement).open = true));
    await page.locator('input[name="snooze.hours"]').fill('4');
    await page.locator('input[name="snooze.reason"]').fill('carrier calls back');
    await page.locator('input[name="snooze.reason"]').press('Enter');
    await expect(aside.locator('summary')).toContainText('02:59');
    await page.locator('[data-do="back"]').click();
    const standing = line(page, 'A-2').locator('.standing');
    const isAside = language === 'en' ? 'Put aside' : '已搁置';
    await expect(standing).toHaveText(isAside);

    await goTo(page, SUNDAY);
    await expect(total(page, 'dueToday')).toHaveAttribute('data-value', '1');
    await goTo(page, Date.parse('2026-10-25T01:29:10Z'));
    await expect(total(page, 'overdue')).toHaveAttribute('data-value', '0');
    await goTo(page, Date.parse('2026-10-25T01:31:10Z'));
    await expect(total(page, 'overdue')).toHaveAttribute('data-value', '1');
    await expect(standing).toHaveText(isAside);
    await goTo(page, SATURDAY + 4 * HOUR + 61_000);
    await expect(standing).not.toHaveText(isAside);

    // The text that is handed over names the moment and the clock it was written by.
    const handed = async (at: string, clock: string) => {
      await page.locator('#case-desk-copy').click();
      await expect.poll(() => clipboard(page)).toContain(at);
      expect(await clipboard(page)).toContain(clock);
    };
    await page.locator('#case-desk-copy').click();
    // The end of the first stands in the hour that comes twice.
    await expect
      .poll(() => clipboard(page))
      .toMatch(language === 'en' ? /25 Oct, 02:30 UTC\+1/ : /10月25日 周日 02:30 UTC\+1/);
    await handed('03:00', 'UTC+1');
    await goTo(page, TUESDAY);
    await handed('01:30', 'UTC+1');
    await expect(total(page, 'overdue')).toHaveAttribute('data-value', '1');
    // Somebody sets the clock right: nothing is late any more, and a step that is taken now counts.
    await goTo(page, SATURDAY);
    await expect(total(page, 'overdue')).toHaveAttribute('data-value', '0');
    await handed('23:59', 'UTC+2');
    expect(await clipboard(page)).toContain('UTC+1');
    await page.clock.resume();
    await line(page, 'A-1').locator('.link-button').click();
    await page
      .locator('.desk-part[data-part="close"]')
      .evaluate((one) => ((one as HTMLDetailsElement).open = true));
    await page.locator('input[name="close.cause"]').fill('shade packed loose');
    await page.locator('[data-do="close"]').click();
    await expect(page.locator('#case-desk-close')).toContainText('shade packed loose');
    await page.locator('[data-do="back"]').click();
    await expect(total(page, 'open')).toHaveAttribute('data-value', '1');
  });

test('a log is read as of the day it is where its reader is, also once that is another one', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL,
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  // Half an hour before the 29th begins in Shanghai, and sixteen and a half hours ahead of the one at UTC.
  const evening = Date.parse('2026-11-28T15:30:00Z');
  await openAt(page, '/en/tools/dispute-log/', evening);
  await page.clock.resume();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async () => {
    await page.locator('#dispute-log-copy').click();
    return clipboard(page);
  };
  await page
    .locator('textarea[name="pasted"]')
    .fill(
      [
        'order,ordered,disputed',
        ...Array.from({ length: 12 }, (_, i) => `${i},2026-11-${10 + i},`),
        '99,2026-12-24,',
      ].join('\n'),
    );
  await expect.poll(copied, { timeout: 20_000 }).toContain('2026-11-28');
  await page.clock.fastForward(31 * 60_000);
  await expect.poll(copied, { timeout: 20_000 }).toContain('2026-11-29');
  await context.close();
});

test('a clock that is set back two days parts no trainer from the projector', async ({
  page,
  context,
}) => {
  const start = Date.parse('2026-11-28T03:00:00Z');
  await context.clock.install({ time: start });
  await page.goto('/en/workshops/plans/agents-refresher/trainer/#?seed=K7Q2&v=1');
  await expect(page.locator('.ready[data-ready]')).toHaveCount(1, { timeout: 15_000 });
  const projector = await context.newPage();
  await projector.goto('/en/workshops/plans/agents-refresher/projector/');
  await expect(projector.locator('[data-heard]')).toHaveCount(1, { timeout: 15_000 });
  await context.clock.setSystemTime(start - 48 * 3_600_000);
  await context.clock.runFor(3000);
  await expect(page.locator('[data-projector]')).toHaveCount(1);
  // Both go on saying that they are there, or the other would take them for closed.
  await context.clock.runFor(9000);
  await expect(projector.locator('[data-heard]')).toHaveCount(1);
  await expect(page.locator('[data-projector]')).toHaveCount(1);
});

test('a page that stays open says when its figures become overdue, and takes it back with a clock set right', async ({
  page,
}) => {
  const address = '/en/playbooks/respond/snad-damaged/';
  await page.clock.install({ time: new Date('2026-11-22T12:00:00Z') });
  await page.goto(address);
  const note = page.locator('[data-overdue]');
  await expect(note).toBeHidden();
  const due = await page
    .locator('main [data-review-due]')
    .evaluateAll((all) =>
      all.map((each) => (each as HTMLElement).dataset['reviewDue'] ?? '').sort(),
    );
  const first = Date.parse(`${due[0]}T12:00:00Z`);
  expect(first).toBeGreaterThan(Date.parse('2026-11-22'));
  /** Somebody turns to another tab, and comes back at that time. */
  const back = async (at: number) => {
    await page.clock.setSystemTime(at);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  };
  // On the day itself it is not late yet.
  await back(first);
  await expect(note).toBeHidden();
  await back(first + 24 * HOUR);
  await expect(note).toBeVisible();
  await back(first);
  await expect(note).toBeHidden();
});

test('a tool that stays open says when its figures become overdue', async ({ page }) => {
  const address = `/en/tools/settlement/${ownOf('settlement').link}`;
  await openAt(page, address, SATURDAY);
  const note = page.locator('.tool').getByText('Overdue for review');
  await expect(note).toHaveCount(0);
  await goTo(page, Date.parse('2029-01-01T12:00:00Z'));
  await expect(note.first()).toBeVisible();
  await goTo(page, SATURDAY);
  await expect(note).toHaveCount(0);
});
