import type { Page } from '@playwright/test';
import { BEAT } from '@/components/workshops/stage.ts';
import { expect, languages, test } from '../support/page.ts';

// What a room reads: nothing cut, nothing to scroll for, nothing smaller than the back row can read, for every
// step of every plan, every exercise there is, both languages, and the screens people have.
const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
];
/** No letter is smaller than this part of the screen's height; the size of letters is that of their line. */
const SMALLEST = 0.0395;
const TITLE = 0.059;

/** What is wrong with what is on the screen now, in words; empty where nothing is. */
const wrongOn = (page: Page) =>
  page.evaluate(
    ([smallest, title]) => {
      const found: string[] = [];
      const screen = document.querySelector('.projector') as HTMLElement;
      const { innerWidth, innerHeight } = window;
      if (screen.scrollHeight > innerHeight)
        found.push(`${screen.scrollHeight} of ${innerHeight} px high`);
      if (screen.scrollWidth > innerWidth) found.push(`${screen.scrollWidth} px wide`);
      for (const element of screen.querySelectorAll<HTMLElement>('*')) {
        const text = [...element.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map(({ textContent }) => textContent?.trim() ?? '')
          .join('');
        if (text === '') continue;
        const { top, bottom, left, right, width } = element.getBoundingClientRect();
        if (width === 0) continue;
        const name = `${element.tagName} “${text.slice(0, 30)}”`;
        if (top < 0 || left < 0 || bottom > innerHeight + 1 || right > innerWidth + 1)
          found.push(`${name} is cut: ${Math.round(bottom)} of ${innerHeight}`);
        const size = parseFloat(getComputedStyle(element).fontSize) / innerHeight;
        const least = element.tagName === 'H2' ? title : smallest;
        if (size < least) found.push(`${name} is ${(100 * size).toFixed(1)} % of the height`);
      }
      return found;
    },
    [SMALLEST, TITLE] as const,
  );

/** Whether two frames of the projector show the same. */
const shown = (page: Page) => page.locator('.projector').innerText();

/** Leads through a plan from the first step to the last part of the last one, with the key of each case. */
async function leadThrough(trainer: Page, projector: Page, steps: number) {
  const wrong: string[] = [];
  const look = async (where: string) => {
    for (const screen of SCREENS) {
      await projector.setViewportSize(screen);
      for (const each of await wrongOn(projector))
        wrong.push(`${where}, ${screen.width}×${screen.height}: ${each}`);
    }
  };
  const next = trainer.locator('.trainer .button-row button.primary').last();
  const key = trainer.getByRole('button', {
    name: /Show the key|Hide the key|公布答案|收起答案|答案/,
  });
  const place = () => trainer.locator('.trainer section h2').innerText();
  let cases = 0;
  const press = async (press: () => Promise<void>) => {
    const before = await shown(projector);
    await press();
    await expect.poll(() => shown(projector), { intervals: [20] }).not.toBe(before);
  };
  await look(`the way in`);
  for (let step = 0; step < steps; step += 1) {
    const title = await place();
    const parts = async (what: string) => {
      let keyLines = 0;
      for (let part = 1; ; part += 1) {
        await look(`${title}, ${what}, part ${part}`);
        keyLines += await projector.locator('.board-key > *').count();
        if (!/\d.*\d/.test(await next.innerText()) || (await next.isDisabled())) return keyLines;
        await press(() => next.click());
      }
    };
    const ofWay = trainer.locator('.trainer section button[aria-pressed]').first();
    if ((await ofWay.count()) > 0) {
      cases += 1;
      if ((await ofWay.getAttribute('aria-pressed')) === 'true') await press(() => ofWay.click());
      await parts('case');
      await press(() => key.last().click());
      await expect(projector.locator('.board-key')).not.toHaveCount(0);
      // The heading, what the tools answered, and why.
      if ((await parts('key')) < 3) wrong.push(`${title} is shown without its key`);
      await trainer.locator('.trainer section button', { hasText: /clock|计时/ }).click();
      await expect(projector.locator('.stage-clock')).toBeVisible();
      await look(`${title}, with a clock`);
    } else await look(title);
    if (step + 1 < steps) await press(() => next.click());
  }
  return { wrong, cases };
}

async function open(trainer: Page, path: string, query: string) {
  await trainer.goto(`${path}trainer/${query}`);
  await expect(trainer.locator('.trainer .ready[data-ready]')).toHaveCount(1, { timeout: 20_000 });
  const projector = await trainer.context().newPage();
  await projector.setViewportSize({ width: 1280, height: 720 });
  await projector.goto(`${path}projector/${query}`);
  await expect(projector.locator('[data-heard]')).toHaveCount(1, { timeout: 20_000 });
  await expect(projector.locator('.ready[data-ready]')).toHaveCount(1, { timeout: 20_000 });
  return projector;
}

const READY = [
  ['agents-refresher', 5],
  ['disputes-clinic', 11],
  ['first-day', 10],
] as const;

for (const language of languages) {
  for (const [plan] of READY)
    test(`the room can read every step of ${plan}, ${language}`, async ({ page }) => {
      test.setTimeout(240_000);
      const projector = await open(
        page,
        `/${language}/workshops/plans/${plan}/`,
        '#?seed=K7Q2&v=1',
      );
      const steps = Number(
        (await page.locator('.trainer section h2').innerText()).match(/\d+\D+(\d+)/)?.[1],
      );
      expect(steps).toBeGreaterThan(3);
      const { wrong, cases } = await leadThrough(page, projector, steps);
      expect(wrong).toEqual([]);
      expect(cases).toBeGreaterThan(2);
    });

  test(`the room can read every exercise, and the longest way in, ${language}`, async ({
    page,
  }) => {
    test.setTimeout(480_000);
    await page.goto(`/${language}/workshops/own/`);
    await expect(page.locator('.ready[data-ready]').first()).toHaveCount(1, { timeout: 20_000 });
    const marks = (
      await page
        .locator('[name="add"] option')
        .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value))
    ).filter((mark) => /^[^0]./.test(mark));
    expect(marks.length).toBeGreaterThanOrEqual(36);
    let cases = 0;
    const wrong: string[] = [];
    for (let from = 0; from < marks.length; from += 24) {
      const some = marks.slice(from, from + 24);
      const projector = await open(
        page,
        `/${language}/workshops/own/`,
        `#?name=Desk&plan=${some.join('-')}&seed=ZZTOPZZTOPZZ&v=1`,
      );
      const led = await leadThrough(page, projector, some.length);
      wrong.push(...led.wrong);
      cases += led.cases;
      await projector.close();
    }
    expect(wrong).toEqual([]);
    expect(cases).toBe(marks.length);
  });
}

test('a trainer’s window that is opened again, or a second one, goes on where the room is', async ({
  page: first,
  context,
}) => {
  // Time is handed out here: nobody waits for windows that say every other second that they are there.
  await context.clock.install();
  await context.addInitScript(() => {
    const counted = window as unknown as { told: number };
    counted.told = 0;
    new BroadcastChannel('amicable:window:workshop').onmessage = () => (counted.told += 1);
  });
  const path = '/en/workshops/plans/first-day/';
  const projector = await open(first, path, '#?seed=K7Q2&v=1');
  const stepOf = (page: Page) => page.locator('.trainer section h2');
  const next = (page: Page) => page.locator('.trainer .button-row button.primary').last();
  // To the last part of the fifth step, which has three.
  for (let i = 0; i < 6; i += 1) await next(first).click();
  await expect(projector.locator('h2')).toContainText('late parcel');
  await expect(projector.locator('.projector-line')).toContainText('part 3');
  const room = await shown(projector);
  /** Lets every window say thrice where it stands, so that one that is mistaken has told the room. */
  const beats = async (windows: number) => {
    const told = () => projector.evaluate(() => (window as unknown as { told: number }).told);
    const before = await told();
    for (let i = 0; i < 3; i += 1) await context.clock.runFor(BEAT);
    await expect.poll(told, { intervals: [20] }).toBeGreaterThanOrEqual(before + 3 * windows);
  };
  const begin = async (query: string) => {
    const page = await context.newPage();
    await page.goto(`${path}trainer/${query}`);
    await expect(page.locator('.trainer .ready[data-ready]')).toHaveCount(1, { timeout: 20_000 });
    return page;
  };
  // A second one, even with another seed in its address, follows and pulls nobody along.
  const second = await begin('#?seed=OTHER&v=1');
  await expect(stepOf(second)).toContainText('5 of');
  await expect(second.locator('[name="seed"]')).toHaveValue('K7Q2');
  await expect(second.locator('.notice')).toContainText('step 5');
  await beats(2);
  expect(await shown(projector)).toBe(room);
  // Whoever leads on last leads; the other window comes along.
  await next(second).click();
  await expect(stepOf(first)).toContainText('6 of');
  await first.getByRole('button', { name: 'Back' }).click();
  await next(first).click();
  await expect(second.locator('.trainer > section')).toContainText('part 2 of');
  await expect(projector.locator('.projector-line')).toContainText('part 2 of');
  const there = await shown(projector);
  await beats(2);
  expect(await shown(projector)).toBe(there);
  // All trainers' windows are gone: the projector tells the next one where the room is.
  await Promise.all([first.close(), second.close()]);
  const third = await begin('');
  await expect(stepOf(third)).toContainText('5 of');
  await expect(third.locator('.trainer > section')).toContainText('part 2 of');
  await expect(third.locator('[name="seed"]')).toHaveValue('K7Q2');
  await beats(1);
  expect(await shown(projector)).toContain('part 2 of');
  // The projector is gone as well, and the trainer's window is loaded again.
  await projector.close();
  await third.reload();
  await expect(stepOf(third)).toContainText('5 of', { timeout: 20_000 });
  await third.getByRole('button', { name: 'Begin again' }).click();
  await expect(stepOf(third)).toContainText('1 of');
  await third.close();
});
