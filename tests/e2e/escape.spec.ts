import type { Page } from '@playwright/test';
import { byTurn, openPanels, ownOf, test, tools } from '../support/frame.ts';
import { expect, languages } from '../support/page.ts';

// Escape takes every message away. What may say something is not listed here: every control of a page is pressed, and
// whatever a press puts into a line that is read aloud or into a notice is gone after Escape.

/** What holds for as long as something is so, and is no message: how things stand, and what a field is answered. */
const STATES: readonly string[] = [
  // A part of the answer that is set apart, and the verdict and the hints of an exercise.
  '.tool-answer .notice',
  '.signs .notice',
  '.verdict',
  '.hints',
  // What is kept on this device or has been fetched, and whether the projector is there.
  '.kept-settings + [role="status"]',
  '.reply-languages',
  '.reply-lists > [role="status"]',
  '[data-file]',
  '.trainer > p > [role="status"]',
  // How many steps and minutes, which part of them the room sees, and who is in the codes.
  '.compose > .order + [role="status"]',
  '.trainer section > [role="status"]',
  // A case that was closed is asked about what was behind it.
  '[data-proposal]',
];

/** Everything of the page that says something now. */
const saying = (page: Page) =>
  page.locator('main :is([role="status"], [role="alert"], .notice)').evaluateAll(
    (all, states) =>
      (all as HTMLElement[])
        .filter(
          (each) =>
            each.checkVisibility({ visibilityProperty: true }) &&
            !each.matches('.unseen, .ready') &&
            !states.some((state) => each.closest(state)),
        )
        .map((each) => `${each.tagName}.${each.className} ${each.innerText.trim()}`)
        .filter((said) => !said.endsWith(' ')),
    STATES,
  );

interface Pressed {
  name: string;
  said: string[];
}

/** Presses what nobody pressed yet; null once that is everything. */
async function pressNext(page: Page, pressed: Set<string>): Promise<string | null> {
  const name = await page.locator('main button').evaluateAll(
    (all, done) => {
      const counts = new Map<string, number>();
      for (const each of all as HTMLButtonElement[]) {
        const { dataset, id } = each;
        const of = each.closest('[data-id], [data-case], details, section, aside');
        const said = [
          id,
          each.name,
          JSON.stringify(dataset),
          each.innerText.trim(),
          of?.id,
          of?.className,
        ].join(' ');
        const count = (counts.get(said) ?? 0) + 1;
        counts.set(said, count);
        // Of many alike the first ones tell.
        if (count > 2 || done.includes(`${said} ${count}`)) continue;
        if (each.disabled || !each.checkVisibility({ visibilityProperty: true })) continue;
        each.focus();
        each.click();
        return `${said} ${count}`;
      }
      return null;
    },
    [...pressed],
  );
  if (name !== null) pressed.add(name);
  return name;
}

async function walk(page: Page, from?: string): Promise<Pressed[]> {
  const pressed = new Set<string>();
  const told: Pressed[] = [];
  const at = new URL(page.url()).pathname;
  for (let i = 0; i < 200; i += 1) {
    const before = await saying(page);
    const name = await pressNext(page, pressed);
    if (name === null) return told;
    await page.waitForTimeout(250);
    expect(new URL(page.url()).pathname, name).toBe(at);
    const said = (await saying(page)).filter((each) => !before.includes(each));
    if (said.length > 0) {
      told.push({ name, said });
      if (from !== undefined && (await page.locator(from).isVisible()))
        await page.locator(from).focus();
      await goneOnEscape(page, said, name);
    }
    await openPanels(page);
  }
  return told;
}

const keepsKeyboard = (page: Page, why: string) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement !== document.body), {
      message: `keyboard after ${why}`,
    })
    .toBe(true);
async function goneOnEscape(page: Page, said: readonly string[], why: string) {
  const had = await page.evaluate(() => document.activeElement !== document.body);
  await page.keyboard.press('Escape');
  await expect.soft
    .poll(async () => (await saying(page)).filter((each) => said.includes(each)), {
      message: why,
      timeout: 1500,
    })
    .toEqual([]);
  if (had) await keepsKeyboard(page, why);
}

const quietly = () => {
  window.print = () => undefined;
  // No window of the system’s own.
  Object.defineProperty(window, 'showSaveFilePicker', { value: undefined });
};
/** Says something by a way of its own, which Escape takes away, and the keyboard stays on the page. */
async function says(page: Page, what: string, then: () => Promise<unknown>) {
  const before = await saying(page);
  await then();
  const fresh = async () => (await saying(page)).filter((each) => !before.includes(each));
  await expect.poll(async () => (await fresh()).length, { message: what }).toBeGreaterThan(0);
  await goneOnEscape(page, await fresh(), what);
}

test.beforeEach(async ({ page, context }) => {
  page.setDefaultTimeout(10_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(quietly);
});

for (const [turn, tool] of tools.entries())
  for (const language of byTurn(languages, turn))
    test(`Escape takes away whatever ${tool} says, ${language}`, async ({ page, awake, quiet }) => {
      test.setTimeout(240_000);
      // One of the controls proves that this page cannot send anything.
      if (tool === 'dispute-log') quiet.maySay("connect-src 'none'", 'Refused to connect');
      await page.clock.setFixedTime(ownOf(tool).asOf);
      const address = `/${language}/tools/${tool}/${ownOf(tool).link}`;
      await page.goto(`${address}&nonsense=1`);
      await awake();
      await expect(page.locator('.left-out button')).toHaveCount(1);
      // Whoever stands in the message does not fall out of the page with it.
      await page.locator('.left-out button').focus();
      await goneOnEscape(page, await saying(page), 'a part of a link that was left out');
      await expect(page.locator('.left-out')).toHaveCount(0);
      expect(
        await page.evaluate(() => document.activeElement?.closest('.tool-form') !== null),
      ).toBe(true);
      for (let y = 0; y < 12; y += 1) await page.mouse.wheel(0, 1200);
      await openPanels(page);
      await page.waitForTimeout(200);
      const told = await walk(page);
      // Copied, and the link copied.
      expect(told.length, JSON.stringify(told)).toBeGreaterThanOrEqual(2);
    });

test('Escape takes away what came of a pasted moment, and what it was entered as stays', async ({
  page,
  awake,
}) => {
  await page.clock.setFixedTime(ownOf('deadline-planner').asOf);
  await page.goto('/en/tools/deadline-planner/');
  await awake();
  await says(page, 'used', async () => {
    await page.locator('input[name="paste"]').fill('2026-10-30 23:15');
    await page.locator('.paste-use button').click();
  });
  await expect(page.locator('.tool-form input[name^="events."]').first()).toHaveValue(
    '2026-10-30 23:15',
  );
});

test('Escape takes away a file of listings that could not be read', async ({ page, awake }) => {
  await page.goto('/zh-cn/tools/listing-check/');
  await awake();
  await page.locator('.tool-form input, .tool-form textarea').first().focus();
  await openPanels(page);
  await says(page, 'unreadable', () =>
    page.setInputFiles('input[name="many-file"]', {
      name: 'x.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004 and no workbook'),
    }),
  );
});

const ROWS = ['A-1', 'A-2', 'A-3']
  .map((order) => `${order}\taliexpress.snad-classic\t2026-11-23 01:00 UTC\tBR`)
  .join('\n');
for (const language of languages)
  test(`Escape answers what the desk asks with nothing, ${language}`, async ({ page, awake }) => {
    test.setTimeout(240_000);
    await page.clock.setFixedTime(new Date('2026-11-24T01:00:00Z'));
    await page.goto(`/${language}/tools/case-desk/`);
    await awake();
    await says(page, 'rows added', async () => {
      await page.locator('.desk-door .button-row button').nth(1).click();
      await page.locator('textarea[name="rows"]').fill(ROWS);
      await page.locator('.desk-paste .action.primary').click();
      await expect(page.locator('.desk-rows > li')).toHaveCount(3);
    });
    // An order that has a case already: nothing is made, and what was typed stays.
    const one = page.locator('input[name="new.id"]');
    await page.locator('.desk-door > .button-row button').first().click();
    await one.fill('A-1');
    for (const from of ['new.id', 'twin'] as const) {
      await one.press('Enter');
      await expect(page.locator('[data-twin]')).toBeVisible();
      if (from === 'twin') await page.locator('[data-do="twin-add"]').focus();
      await goneOnEscape(page, await saying(page), `the case that is there twice, from ${from}`);
      await expect(page.locator('[data-twin]')).toHaveCount(0);
      await expect(one).toHaveValue('A-1');
    }
    await expect(page.locator('.desk-rows > li')).toHaveCount(3);
    // A file before it is brought in, and one nobody can read.
    for (const text of [
      '{"file":"amicable-case-desk","version":1,"cases":[]}',
      'nothing of this desk',
    ]) {
      await page.setInputFiles('input[name="case-file"]', {
        name: 'x.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      await expect(page.locator('[data-preview]')).toBeVisible();
      await goneOnEscape(page, await saying(page), 'a file to bring in');
      await expect(page.locator('[data-preview]')).toHaveCount(0);
    }
    // Whether everything shall go.
    await page.locator('[data-do="forget"]').click();
    await page.locator('[data-do="forget-sure"]').focus();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-do="forget"]')).toBeVisible();
    await keepsKeyboard(page, 'whether everything shall go');
    await expect(page.locator('.desk-rows > li')).toHaveCount(3);

    // A case that is open is walked with the keyboard in a field: there Escape leaves it open.
    await page.locator('[data-do="open-first"]').click();
    await expect(page.locator('#case-desk-case-title')).toBeFocused();
    await openPanels(page);
    const told = await walk(page, 'input[name="order.item"]');
    expect(told.length, JSON.stringify(told)).toBeGreaterThanOrEqual(4);
  });

/** Pages of workshops, the address that loses a part on each, and what is written there before it is loaded again. */
const WORKSHOPS: Readonly<
  Record<string, { lost: string; write?: (page: Page) => Promise<unknown> }>
> = {
  'repair-short': {
    lost: '#?seed=%21&v=1',
    write: (page) => page.locator('textarea[name="answer"]').fill('asdf'),
  },
  'plans/first-day/run': {
    lost: '#?seed=%21&v=1',
    write: async (page) => {
      await page.locator('input[value="title"]').check();
      await page.locator('form.answer button[type="submit"]').click();
    },
  },
  'plans/first-day/trainer': {
    lost: '#?seed=%21&v=1',
    write: (page) => page.locator('.trainer section button.primary').first().click(),
  },
  'plans/first-day/handout': { lost: '#?seed=%21&v=1' },
  exam: {
    lost: '#?seed=%21&v=1',
    write: async (page) => {
      await page.locator('#exam-begin').click();
      await page.locator('fieldset.options input').first().check({ timeout: 20_000 });
    },
  },
  own: { lost: '#?steps=zz~9999&v=1' },
  embedding: { lost: '' },
  'negotiation/wrong-shade': { lost: '#?seed=1&v=1' },
};
for (const [turn, [place, { lost, write }]] of Object.entries(WORKSHOPS).entries())
  for (const language of byTurn(languages, turn))
    test(`Escape takes away whatever is said on ${place}, ${language}`, async ({ page }) => {
      test.setTimeout(240_000);
      const awaken = async (address: string) => {
        await page.goto('about:blank');
        await page.goto(`/${language}/workshops/${place}/${address}`);
        await expect(
          page.locator('.ready[data-ready], .embed-code, .exam .options').first(),
        ).toBeAttached({ timeout: 20_000 });
      };
      if (lost !== '') {
        await awaken(lost);
        await expect(page.locator('main .notice').first()).toBeVisible();
        await goneOnEscape(page, await saying(page), 'a link that was lost');
        await expect(page.locator('main .notice')).toHaveCount(0);
      }
      if (write) {
        await awaken('');
        await write(page);
        await page.reload();
        await expect(page.locator('main .notice')).toBeVisible({ timeout: 20_000 });
        const inside = page.locator('main .notice button');
        if ((await inside.count()) > 0) await inside.first().focus();
        await goneOnEscape(page, await saying(page), 'work that was taken up');
        await expect(page.locator('main .notice')).toHaveCount(0);
      }
      await awaken('');
      await page
        .locator('main details')
        .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
      await walk(page);
    });
