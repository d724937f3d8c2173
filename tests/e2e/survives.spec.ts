import { awaken, oneByTurn, ownOf, test, tools, typedTexts } from '../support/frame.ts';
import { expect } from '../support/page.ts';

// What a device, a system or a person may be like, asked of the tools by turn. No JavaScript, print, four times
// the size and a narrow phone are asked in frame.spec and shell.spec, stores that are blocked or full and two tabs in
// stores.spec and case-desk.spec, a countdown over a change of the clock in deadline-planner.spec.

const NAMES = ['مريم ١٢٣ \u202bאבג\u202c', '🧕🏽👩‍👩‍👧‍👦', '\u202eabc\u202c', 'Zoë ‏(VIP)‏'];

for (const [turn, tool] of tools.entries())
  test(`${tool} survives names from everywhere, no colours of its own, and no movement`, async ({
    page,
    quiet,
  }) => {
    quiet.mayFetch('/_astro/', '/data/packs/');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const [language] = oneByTurn(['en', 'zh-cn'], turn);
    await page.goto(`/${language}/tools/${tool}/`);
    await awaken(page);
    const fields = page.locator(typedTexts);
    for (let i = 0; i < Math.min(await fields.count(), 6); i += 1) {
      const name = NAMES[(i + turn) % NAMES.length] as string;
      await fields.nth(i).fill(name);
      // What was typed stands there as it was typed.
      if (await fields.nth(i).evaluate((field) => (field as HTMLInputElement).maxLength < 0))
        await expect(fields.nth(i)).toHaveValue(name);
    }
    await expect(page.locator('.tool').first()).toBeVisible();
    const seen = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      moving: document.getAnimations().filter(({ playState }) => playState === 'running').length,
    }));
    expect(seen).toEqual({ wide: 0, moving: 0 });
    // The answer and the fields can be told from the page around them without its colours.
    const borders = await page
      .locator('.tool-form :is(input[type="text"], input:not([type]), select, textarea):visible')
      .evaluateAll((all) => all.map((field) => getComputedStyle(field).borderTopStyle));
    expect(borders).not.toContain('none');
  });

for (const [turn, tool] of tools.entries())
  test(`${tool} goes on when its clock jumps`, async ({ page, quiet }) => {
    quiet.mayFetch('/_astro/', '/data/packs/');
    const { link, asOf } = ownOf(tool);
    await page.clock.install({ time: asOf });
    const [language] = oneByTurn(['en', 'zh-cn'], turn);
    await page.goto(`/${language}/tools/${tool}/${link}`);
    await awaken(page);
    const answer = page.locator('.answer-card').first();
    const said = await answer.innerText();
    // Two years asleep, then a clock that was set right again: a day may come twice.
    await page.clock.fastForward(2 * 365 * 86_400_000);
    await expect(page.locator('.tool-answer')).not.toBeEmpty();
    await page.clock.setSystemTime(asOf);
    await page.clock.runFor(2000);
    const numbers = (text: string) => text.replace(/\s+|\d{2}:\d{2}(?::\d{2})?|\d+ s\b/g, '');
    await expect.poll(async () => numbers(await answer.innerText())).toBe(numbers(said));
  });

test('a page that slept answers by the day it wakes on, and a clock set back is followed', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-28T03:10:00Z') });
  await page.goto(`/en/tools/settlement/${ownOf('settlement').link}`);
  await awaken(page);
  const judgedBy = page.getByText('Judged by the rules of');
  await expect(judgedBy).toContainText('2026-11-28');
  await page.clock.fastForward('56:00:00');
  await expect(judgedBy).toContainText('2026-11-30');
  await page.clock.setSystemTime(new Date('2026-11-27T03:10:00Z'));
  await page.clock.runFor(1500);
  await expect(judgedBy).toContainText('2026-11-27');
});
