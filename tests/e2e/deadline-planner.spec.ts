import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { expect, languages, test } from '../support/page.ts';

// Sunday 15 November 2026, 17:00 on the platform's clock (US Pacific, standard time). Five days on
// the same clock end on Friday the 20th, 17:00, which is 01:00 UTC on Saturday.
const OPENED = '2026-11-16T01:00:00Z';
const DUE = '2026-11-21T01:00:00Z';
const NOW = new Date('2026-11-18T03:00:00Z');
const LINK = `#?events.disputeOpenedAt=${encodeURIComponent(OPENED)}&flow=aliexpress.snad-classic&v=1`;

const rung = (page: Page, id: string) => page.locator(`.ladder > li[data-id="${id}"]`);
const output = (page: Page, id: string, name: string) =>
  rung(page, id).locator(`output[name="${name}"]`);
const machine = 'data-value';

/** The words for moments in all languages, fetched with the first one the page does not know. */
const WORDS = '/data/packs/moment.words.';
/**
 * What comes when somebody turns to it: what writes files, and one pack of all other kinds of case and
 * countries. That nothing else is asked for, `requests.spec.ts` holds.
 */
const ON_DEMAND = ['/_astro/', '/data/packs/planner.'];
test.beforeEach(({ quiet }) => quiet.mayFetch(...ON_DEMAND));

/** Waits until the island is alive and has all it will ever ask for. */
async function ready(page: Page, quiet: { settle: () => Promise<void> }) {
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0, { timeout: 20_000 });
  await quiet.settle();
}

async function downloaded(page: Page, press: () => Promise<unknown>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return {
    name: download.suggestedFilename(),
    text: fs.readFileSync(await download.path(), 'utf8'),
  };
}

for (const language of languages) {
  const open = `/${language}/tools/deadline-planner/`;

  test.describe(`deadline planner, ${language}`, () => {
    test('opens with a constructed case whose clock is running', async ({ page, quiet }) => {
      await page.clock.install({ time: NOW });
      await page.goto(open);
      await ready(page, quiet);
      await expect(page.locator('output[name="next"]').first()).toHaveAttribute(
        machine,
        'first-answer',
      );
      await expect(output(page, 'first-answer', 'status')).toHaveAttribute(machine, 'due-soon');
      // A day of this year is named without it.
      const sentence = page.locator('.answer-card .sentence');
      await expect(sentence).toContainText(language === 'en' ? /\d+ Nov/ : /11月\d+日/);
      await expect(sentence).not.toContainText('2026');
      expect(new URL(page.url()).hash).toBe('');
      expect(await page.locator('select[name="flow"] option').count()).toBeGreaterThanOrEqual(16);
      await page
        .getByRole('button', { name: /^(Clear|清空)$/ })
        .first()
        .click();
      await expect(output(page, 'first-answer', 'status')).toHaveAttribute(machine, 'waiting');
    });

    test('takes a pasted moment after saying what it understood', async ({ page, quiet }) => {
      quiet.mayFetch(WORDS);
      await page.clock.install({ time: NOW });
      await page.goto(open);
      await ready(page, quiet);
      const paste = page.locator('input[name="paste"]');
      const echo = page.locator('#deadline-planner-paste-echo');
      for (const text of [
        '2026-11-15 17:00',
        'Nov 15, 2026 5:00 PM PST',
        '15.11.2026 17:00',
        '2026年11月15日 17:00',
        '2026-11-16T01:00:00Z',
        '２０２６-１１-１５ １７：００',
        '15 ноября 2026 г. 17:00',
        '15 de noviembre de 2026, 5 de la tarde',
        '2026년 11월 15일 오후 5시',
      ]) {
        await page
          .getByRole('button', { name: /^(Clear|清空)$/ })
          .first()
          .click();
        await paste.fill(text);
        await expect(echo).toContainText(language === 'en' ? 'Understood as' : '理解为');
        await expect(output(page, 'first-answer', 'dueAt')).toHaveAttribute(machine, 'null');
        await paste.press('Enter');
        await expect(output(page, 'first-answer', 'dueAt'), text).toHaveAttribute(machine, DUE);
        await expect(paste).toHaveValue('');
      }
      await expect(page).toHaveURL(/events\.disputeOpenedAt=2026-11-16T01%3A00%3A00Z/);
    });

    test('waits for words it does not know before it refuses one', async ({ page, quiet }) => {
      quiet.mayFetch(WORDS);
      let letThrough: () => void = () => undefined;
      const asked: string[] = [];
      await page.route(`**${WORDS}*`, async (route) => {
        asked.push(route.request().url());
        await new Promise<void>((resolve) => (letThrough = resolve));
        return route.continue();
      });
      await page.goto(`${open}${LINK}`);
      await ready(page, quiet);
      const opened = page.locator('input[name="events.disputeOpenedAt"]');
      const due = output(page, 'first-answer', 'dueAt');
      const said = page.locator('#deadline-planner-events-disputeOpenedAt-error');
      const waiting = language === 'en' ? 'on their way' : '正在取来';
      // Figures ask for nothing.
      await opened.fill('2026-11-15 17:00');
      await expect(due).toHaveAttribute(machine, DUE);
      expect(asked).toEqual([]);
      await opened.fill('15 ноября 2026 17:00');
      await expect(said).toContainText(waiting);
      await expect.poll(() => asked.length).toBe(1);
      await expect(opened).toHaveValue('15 ноября 2026 17:00');
      letThrough();
      await expect(due).toHaveAttribute(machine, DUE);
      await expect(opened).toHaveValue('15 ноября 2026 17:00');
      await expect(opened).not.toHaveAttribute('aria-invalid', 'true');
      // All words are here: what nobody knows is refused, and nothing is fetched again.
      await opened.fill('15 ноября 2026 17:00 foobar');
      await expect(said).toContainText('foobar');
      expect(asked).toHaveLength(1);
    });

    test('gives back after a reload the words that were typed', async ({ page, quiet }) => {
      quiet.mayFetch(WORDS);
      await page.goto(open + LINK);
      await ready(page, quiet);
      const opened = page.locator('input[name="events.disputeOpenedAt"]');
      const typed = language === 'en' ? 'Nov 15, 2026 5:00 PM PST' : '2026年11月15日 下午5点';
      for (const text of [typed, '15 ноября 2026 17:00']) {
        await opened.fill(text);
        await expect(output(page, 'first-answer', 'dueAt')).toHaveAttribute(machine, DUE);
        await expect(page).toHaveURL(/events\.disputeOpenedAt=2026-11-16T01%3A00%3A00Z/);
        await page.reload();
        await ready(page, quiet);
        await expect(opened).toHaveValue(text);
        await expect(output(page, 'first-answer', 'dueAt')).toHaveAttribute(machine, DUE);
      }
      // Another link is another case.
      await page.goto(open + LINK.replace('16T01', '17T01'));
      await page.reload();
      await ready(page, quiet);
      await expect(opened).toHaveValue('2026-11-17T01:00:00Z');
    });

    test('opens another kind of case, a country and a link to either with what they need', async ({
      page,
      quiet,
    }) => {
      await page.goto(open);
      await ready(page, quiet);
      const kind = page.locator('select[name="flow"]');
      await kind.selectOption('ozon.realfbs-return');
      await expect(page).toHaveURL(/flow=ozon\.realfbs-return/);
      await expect(page.locator('.answer-card .sentence')).not.toBeEmpty();
      await expect(kind).toHaveValue('ozon.realfbs-return');
      await page.goto(
        `${open}#?flow=ozon.realfbs-return&events.returnRequestedAt=2026-11-17T20:00:00Z`,
      );
      await page.reload();
      await ready(page, quiet);
      await expect(kind).toHaveValue('ozon.realfbs-return');
      await expect(page.locator('.notice code')).toHaveCount(0);
      await page.goto(`${open}${LINK}&buyerCountry=BR`);
      await page.reload();
      await ready(page, quiet);
      await expect(page.locator('select[name="buyerCountry"]')).toHaveValue('BR');
      await expect(output(page, 'first-answer', 'dueAt')).toHaveAttribute(machine, DUE);
    });

    test('leads to the answer after a step that changed it, and takes the case to the desk', async ({
      page,
      quiet,
    }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.clock.install({ time: NOW });
      await page.goto(`${open}#deadline-planner-board`);
      await ready(page, quiet);
      // Where the board stood, a line leads on.
      await expect(page.locator('#deadline-planner-board a')).toHaveAttribute(
        'href',
        `/${language}/tools/case-desk/`,
      );
      await expect(page.locator('#deadline-planner-board')).toBeInViewport();
      const answer = page.locator('.tool-answer');
      const toDesk = page.locator('[data-do="to-desk"]');
      await expect(toDesk).toHaveCount(0);
      await page.locator('input[name="paste"]').fill('2026-11-15 17:00');
      await page.locator('.paste-use button.action').click();
      await expect(answer).toBeFocused();
      await expect(answer.locator('.sentence')).toBeInViewport();
      // The name of a case outlives a reload.
      await page.locator('input[name="case"]').fill('8124');
      await page.reload();
      await ready(page, quiet);
      await expect(page.locator('input[name="case"]')).toHaveValue('8124');
      await page
        .locator('.tool-form details')
        .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
      await page.locator('input[name="events.answeredAt"]').fill('2026-11-16 09:00');
      await expect(page).toHaveURL(/events\.answeredAt=/);
      await toDesk.click();
      await expect(page).toHaveURL(new RegExp(`/${language}/tools/case-desk/$`));
      await expect(page.locator('.desk-rows > li[data-id="8124"]')).toBeVisible({
        timeout: 20_000,
      });
      await page.locator('.desk-rows .link-button').click();
      await expect(page.locator('.desk-parts input[name="events.answeredAt"]')).toHaveValue(
        '2026-11-16 17:00 UTC',
      );
    });

    test('fixes the end of a pasted countdown', async ({ page, quiet }) => {
      await page.clock.install({ time: NOW });
      await page.goto(open);
      await ready(page, quiet);
      await page.clock.pauseAt(new Date('2026-11-18T03:00:40Z'));
      const paste = page.locator('input[name="paste"]');
      await paste.fill(language === 'en' ? '2d 22h left' : '剩余2天22小时');
      await paste.press('Enter');
      await expect(page.locator('.shown-due li')).toHaveCount(1);
      const due = await output(page, 'first-answer', 'dueAt').getAttribute(machine);
      expect(Math.abs(Date.parse(due ?? '') - Date.parse('2026-11-21T01:00:40Z'))).toBeLessThan(
        10_000,
      );
      await page.clock.fastForward(3 * 3600 * 1000);
      await expect(output(page, 'first-answer', 'dueAt')).toHaveAttribute(machine, due ?? '');
    });

    test('asks where a text has two meanings', async ({ page, quiet }) => {
      await page.clock.install({ time: NOW });
      await page.goto(open);
      await ready(page, quiet);
      const paste = page.locator('input[name="paste"]');
      await paste.fill('03/04/2026 10:00');
      const choices = page.locator('.paste-box [data-choice]');
      await expect(choices).toHaveCount(2);
      await paste.press('Enter');
      await expect(paste).toHaveValue('03/04/2026 10:00');
      await choices.nth(1).click();
      // 3 April, day first: ten o'clock Pacific daylight time.
      await expect(
        page.locator('[id="deadline-planner-events-disputeOpenedAt-echo"]'),
      ).toContainText(language === 'en' ? 'Fri 3 Apr, 10:00' : '4月3日 周五 10:00');
      // The hour that happens twice on 1 November 2026. Its first half past one is 08:30 in UTC; five
      // days of 24 hours later is the same hour in UTC, an hour before half past one on the clock.
      await paste.fill('2026-11-01 01:30');
      await expect(choices).toHaveCount(2);
      await choices.nth(0).click();
      await expect(output(page, 'first-answer', 'dueAt')).toHaveAttribute(
        machine,
        '2026-11-06T08:30:00Z',
      );
      await paste.fill('soon');
      await expect(page.locator('#deadline-planner-paste-error')).toBeVisible();
    });

    test('refuses nonsense at its field and leaves no stale answer', async ({ page, quiet }) => {
      quiet.mayFetch(WORDS);
      await page.goto(`${open}${LINK}&nonsense=1`);
      await ready(page, quiet);
      await expect(page.locator('.notice code').first()).toHaveText('nonsense=1');
      const opened = page.locator('input[name="events.disputeOpenedAt"]');
      await opened.fill('never');
      await expect(opened).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('.ladder')).toHaveCount(0);
      await page.locator('.error-summary a').first().click();
      await expect(opened).toBeFocused();
    });

    test('writes calendar files another program reads, and tables', async ({ page, quiet }) => {
      quiet.mayFetch(WORDS);
      await page.clock.install({ time: NOW });
      await page.goto(open + LINK);
      await ready(page, quiet);
      await page.locator('input[name="case"]').fill('8123 中文');
      const press = () => page.locator('[data-file="ics"]').click();
      const first = await downloaded(page, press);
      const second = await downloaded(page, press);
      expect(first.name).toMatch(/\.ics$/);
      const read = (text: string) =>
        new ICAL.Component(ICAL.parse(text))
          .getAllSubcomponents('vevent')
          .map((one) => new ICAL.Event(one));
      const [answer, talks] = read(first.text);
      expect(answer?.startDate.toJSDate().toISOString()).toBe('2026-11-21T01:00:00.000Z');
      expect(talks?.startDate.toJSDate().toISOString()).toBe('2026-11-23T01:00:00.000Z');
      expect(answer?.summary).toContain('8123 中文');
      const alarms = answer?.component.getAllSubcomponents('valarm') ?? [];
      // The end is Saturday 01:00 in UTC, the zone of this browser, whose desk closes on Friday 18:00:
      // reminded on Thursday 18:00 and on Friday 16:00.
      expect(alarms.map((one) => String(one.getFirstPropertyValue('trigger'))).sort()).toEqual([
        '-P1DT7H',
        '-PT9H',
      ]);
      expect(read(second.text).map((one) => one.uid)).toEqual(
        read(first.text).map((one) => one.uid),
      );
      for (const line of first.text.split('\r\n'))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);

      const table = await downloaded(page, () => page.locator('[data-file="csv"]').click());
      expect(table.text.startsWith('\ufeff')).toBe(true);
      expect(table.text).toContain(DUE);
    });

    test('stands alone in a frame, and has no accessibility fault in either theme', async ({
      page,
      quiet,
    }) => {
      await page.goto(`/${language}/tools/deadline-planner/embed/${LINK}`);
      await ready(page, quiet);
      await expect(output(page, 'first-answer', 'dueAt')).toHaveAttribute(machine, DUE);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(open);
        await ready(page, quiet);
        await page.locator('input[name="paste"]').fill('03/04/2026');
        await page.locator('details').evaluateAll((all) =>
          all.forEach((one) => {
            (one as HTMLDetailsElement).open = true;
          }),
        );
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`),
        ).toEqual([]);
      }
    });

    test('fits a phone and prints', async ({ page, quiet }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(open + LINK);
      await ready(page, quiet);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        390,
      );
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.timeline svg')).toBeVisible();
      await expect(page.locator('.ladder .why ol').first()).toBeVisible();
    });
  });
}

for (const [timezoneId, last] of [
  // Working days of China, nine to six on the reader's own clock; the 21st is a Saturday.
  ['Asia/Shanghai', '2026-11-20T10:00:00Z'],
  ['America/New_York', '2026-11-20T23:00:00Z'],
  ['Europe/Moscow', '2026-11-20T15:00:00Z'],
] as const)
  test.describe(`a clock in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('same end, own working time, and right after a night asleep', async ({ page, quiet }) => {
      await page.clock.install({ time: NOW });
      await page.goto(`/en/tools/deadline-planner/${LINK}`);
      await ready(page, quiet);
      await page.clock.pauseAt(new Date('2026-11-18T03:00:40Z'));
      await expect(output(page, 'first-answer', 'dueAt')).toHaveAttribute(machine, DUE);
      await expect(output(page, 'first-answer', 'lastWorkingMoment')).toHaveAttribute(
        machine,
        last,
      );
      await expect(output(page, 'first-answer', 'status')).toHaveAttribute(machine, 'open');
      const left = output(page, 'first-answer', 'remainingSeconds');
      const width = (await left.boundingBox())?.width;
      const before = Number(await left.getAttribute(machine));
      await page.clock.runFor(3000);
      await expect(left).toHaveAttribute(machine, String(before - 3));
      expect((await left.boundingBox())?.width).toBe(width);
      await expect(left).toHaveAttribute('aria-live', 'off');
      await expect(page).toHaveTitle(/^2 d 2[12] h: First answer · /);

      const said = page.locator('.tool-answer [aria-live="polite"]').first();
      const sentence = await said.textContent();
      await page.clock.fastForward(30 * 3600 * 1000);
      await expect(output(page, 'first-answer', 'status')).toHaveAttribute(machine, 'due-soon');
      await expect(page).toHaveTitle(/^1 d 1[56] h: First answer · /);
      expect(await said.textContent()).toBe(sentence);
      await page.clock.fastForward(40 * 3600 * 1000);
      await expect(output(page, 'first-answer', 'status')).toHaveAttribute(machine, 'overdue');
    });
  });

for (const { who, timezoneId, opened, change, due, shown, last } of [
  {
    who: 'the reader’s own clock goes back',
    timezoneId: 'Europe/Berlin',
    opened: '2026-10-22T20:00:00Z',
    change: '2026-10-25T01:00:00Z',
    due: '2026-10-27T20:00:00Z',
    // 13:00 in California, which changes a week later.
    shown: 'Tue 27 Oct, 13:00',
    // Six in the evening of Tuesday, in winter time.
    last: '2026-10-27T17:00:00Z',
  },
  {
    who: 'the reader’s own clock goes forward',
    timezoneId: 'Europe/Berlin',
    opened: '2026-03-26T20:00:00Z',
    change: '2026-03-29T01:00:00Z',
    due: '2026-03-31T20:00:00Z',
    shown: 'Tue 31 Mar, 13:00',
    last: '2026-03-31T16:00:00Z',
  },
  {
    who: 'the platform’s clock goes back',
    timezoneId: 'Asia/Shanghai',
    // Ten in the morning there; five days of 24 hours later it is nine.
    opened: '2026-10-30T17:00:00Z',
    change: '2026-11-01T09:00:00Z',
    due: '2026-11-04T17:00:00Z',
    shown: 'Wed 4 Nov, 09:00',
    last: '2026-11-04T10:00:00Z',
  },
] as const)
  test.describe(`a countdown while ${who}`, () => {
    test.use({ timezoneId });

    test('loses and wins no hour', async ({ page, quiet }) => {
      const before = Date.parse(change) - 10_000;
      await page.clock.install({ time: before - 60_000 });
      await page.goto(
        `/en/tools/deadline-planner/#?events.disputeOpenedAt=${encodeURIComponent(opened)}&flow=aliexpress.snad-classic&v=1`,
      );
      await ready(page, quiet);
      await page.clock.pauseAt(before);
      const left = output(page, 'first-answer', 'remainingSeconds');
      const whole = Date.parse(due) / 1000;
      const stands = async (now: number) => {
        await expect(left).toHaveAttribute(machine, String(whole - now / 1000));
        await expect(output(page, 'first-answer', 'dueAt')).toHaveAttribute(machine, due);
        await expect(output(page, 'first-answer', 'dueAt')).toContainText(shown);
        await expect(output(page, 'first-answer', 'lastWorkingMoment')).toHaveAttribute(
          machine,
          last,
        );
      };
      await page.clock.runFor(2000);
      await stands(before + 2000);
      await page.clock.runFor(18_000);
      await stands(before + 20_000);
      // And a laptop that slept over it.
      await page.clock.fastForward(3600_000);
      await page.clock.runFor(1000);
      await stands(before + 3_621_000);
    });
  });

test('Ctrl and Enter copies the answer', async ({ page, quiet, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install({ time: NOW });
  await page.goto(`/en/tools/deadline-planner/${LINK}`);
  await ready(page, quiet);
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('First answer');
});

test('the page computes its example without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/zh-cn/tools/deadline-planner/`);
  await expect(output(page, 'first-answer', 'status')).toHaveAttribute(machine, 'due-soon');
  await context.close();
});

test('a page that nobody touched has its line of time on paper, and no made-up one is left for a case of one’s own', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 500 });
  // Nothing comes into sight: what is printed at once has been given no time.
  await page.addInitScript(() => {
    window.IntersectionObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    } as unknown as typeof IntersectionObserver;
  });
  await page.goto('/en/tools/deadline-planner/');
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  const sketch = page.locator('.line-place[data-example] svg');
  await expect(sketch).toHaveCount(1);
  await expect(sketch).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(sketch).toBeVisible();
  await expect(sketch.locator('[data-id="first-answer"]')).toHaveCount(1);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('input[name="events.disputeOpenedAt"]').fill(OPENED);
  await expect(page.locator('.example-mark')).toHaveCount(0);
  await expect(sketch).toHaveCount(0);
});
