import { awaken, oneByTurn, ownOf, test, tools, typedTexts } from '../support/frame.ts';
import { expect } from '../support/page.ts';

// What a device, a system or a person may be like, asked of the tools by turn. No JavaScript, print, four times
// the size and a narrow phone are asked in frame.spec and shell.spec, stores that are blocked or full and two tabs in
// stores.spec and case-desk.spec, clocks that are changed, jump or are set back in clock.spec.

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

for (const [turn, name] of NAMES.entries())
  test(`a case named ${JSON.stringify(name)} is listed, handed over and found again under its name`, async ({
    page,
    quiet,
    context,
  }) => {
    quiet.mayFetch('/_astro/', '/data/packs/');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.setFixedTime(new Date('2026-11-24T01:00:00Z'));
    const [language] = oneByTurn(['en', 'zh-cn'] as const, turn);
    await page.goto(`/${language}/tools/case-desk/`);
    await expect(page.locator('.ready[data-ready]')).toBeAttached({ timeout: 20_000 });
    await page.locator('.desk-door .button-row button').nth(1).click();
    await page
      .locator('textarea[name="rows"]')
      .fill(`${name}\taliexpress.snad-classic\t2026-11-23 01:00 UTC\tBR`);
    await expect(page.locator('output[name="rows"]')).toHaveAttribute('data-value', '1');
    await page.locator('.desk-paste .action.primary').click();
    const title = page.locator('.desk-rows .link-button');
    await expect(title).toHaveCount(1);
    const listed = await title.innerText();
    // Signs without a width may be left out, letters and figures may not.
    const letters = (text: string) =>
      text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{Emoji}]/gu, '');
    expect(letters(listed)).toBe(letters(name));
    await page.locator('#case-desk-copy').click();
    const handed = await page.evaluate(() => navigator.clipboard.readText());
    expect(letters(handed)).toContain(letters(name));
    // What runs from right to left stands apart from the sentence around it.
    const turns = /[\u0590-\u08ff\u200f\u202a-\u202e]/.test(listed);
    expect(handed.includes('\u2068')).toBe(turns);
    await title.click();
    await expect(page.locator('#case-desk-case-title')).toHaveText(listed);
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
