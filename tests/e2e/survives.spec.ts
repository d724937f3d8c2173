import { readFileSync } from 'node:fs';
import { awaken, oneByTurn, ownOf, test, tools, typedTexts } from '../support/frame.ts';
import { expect } from '../support/page.ts';

// What a device, a system or a person may be like, asked of the tools by turn. No JavaScript, print, four times
// the size and a narrow phone are asked in frame.spec and shell.spec, stores that are blocked or full and two tabs in
// stores.spec and case-desk.spec, clocks that are changed, jump or are set back in clock.spec.

const NAMES = ['مريم ١٢٣ \u202bאבג\u202c', '🧕🏽👩‍👩‍👧‍👦', '\u202eabc\u202c', 'Zoë ‏(VIP)‏'];

/** What runs from right to left, or says so. */
const TURNS = /[\u0590-\u08ff\u200f\u202a-\u202e]/;

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
    // Nor does a cell turn the one beside it.
    const isolation = await page
      .locator('.desk-rows .desk-cell')
      .evaluateAll((all) => [...new Set(all.map((cell) => getComputedStyle(cell).unicodeBidi))]);
    expect(isolation).toEqual(['isolate']);
    await page.locator('#case-desk-copy').click();
    const handed = await page.evaluate(() => navigator.clipboard.readText());
    expect(letters(handed)).toContain(letters(name));
    // What runs from right to left stands apart from the sentence around it.
    expect(handed.includes('\u2068')).toBe(TURNS.test(listed));
    await title.click();
    await expect(page.locator('#case-desk-case-title')).toHaveText(listed);
  });

const apart = (name: string) => (TURNS.test(name) ? `\u2068${name}\u2069` : name);

for (const [i, language] of (['en', 'zh-cn'] as const).entries()) {
  test(`a worksheet keeps names from everywhere as they are, and hands them over set apart, ${language}`, async ({
    page,
    quiet,
  }) => {
    const address = `/${language}/playbooks/desk/swot/`;
    await page.goto(address);
    await quiet.settle();
    const cells = page.locator('work-sheet tbody textarea');
    for (const [at, name] of NAMES.entries()) await cells.nth(at).fill(name);
    // A name that runs from right to left begins where its readers begin.
    const sides = await cells.evaluateAll((all) =>
      all.slice(0, 3).map((cell) => getComputedStyle(cell).direction),
    );
    expect(sides).toEqual(['rtl', 'ltr', 'ltr']);
    await page.locator('work-sheet [data-do="keep"]').click();
    await expect(page.locator('work-sheet [data-do="forget"]')).toBeVisible();
    await page.reload();
    for (const [at, name] of NAMES.entries()) await expect(cells.nth(at)).toHaveValue(name);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('work-sheet [data-do="markdown"]').click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    for (const name of NAMES) expect(text).toContain(`| ${apart(name)} |`);
    await page.locator('work-sheet [data-do="forget"]').click();
  });

  for (const name of NAMES.slice(2 * i, 2 * i + 2))
    test(`the search is asked for ${JSON.stringify(name)} and answers in an unbroken sentence, ${language}`, async ({
      page,
    }) => {
      await page.goto(`/${language}/reference/sources/`);
      await page.locator('site-search [data-open-modal]').click();
      const input = page.locator('.pagefind-ui__search-input');
      await input.fill(name);
      await expect(input).toHaveValue(name);
      const message = page.locator('.pagefind-ui__message');
      await expect(message).toContainText(`“${apart(name)}”`);
      // It comes to an end, whatever it is.
      await expect(message).not.toContainText(
        language === 'en' ? /Searching|did not arrive/ : /正在搜索|没有读到/,
      );
    });
}

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
