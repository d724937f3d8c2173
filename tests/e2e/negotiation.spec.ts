import { expect, languages, test } from '../support/page.ts';

const DEVICES = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

for (const [i, language] of languages.entries()) {
  const english = language === 'en';
  test.describe(`made-up cases, ${language}`, () => {
    test.use({ viewport: i === 0 ? DEVICES.desk : DEVICES.phone });

    test('a buyer is talked with by keyboard, without a network, and each turn is explained', async ({
      page,
      quiet,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`/${language}/workshops/`);
      await page.locator(`main a[href="/${language}/workshops/negotiation/"]`).click();
      await page.locator('main a[href$="/negotiation/gift-too-late/"]').click();
      await page.waitForURL(/gift-too-late/);
      await expect(page.locator('.ready[data-ready]')).toHaveCount(1);
      await quiet.settle();
      await context.setOffline(true);
      const choose = async (id: string) => {
        await page.locator(`button.choice[data-id="${id}"]`).focus();
        await page.keyboard.press('Enter');
        // What was answered is where the keyboard is, so that it is read out.
        await expect(page.locator('#play-now')).toBeFocused();
      };
      const figure = (name: string) => page.locator(`output[name="${name}"]`);

      await choose('ask-what-for');
      await expect(page.locator('.talk')).toContainText(english ? 'birthday' : '生日');
      await expect(page.locator('output')).toHaveCount(0);
      await choose('date-and-two-ways');
      // The first step of the ladder; (7 − 1) of 188 + 12 + 7; 9 and 11 hours.
      await expect(figure('result')).toHaveAttribute('data-value', 'agreed');
      await expect(figure('cost')).toHaveAttribute('data-value', '6.00');
      await expect(figure('rate')).toHaveAttribute('data-value', '2.8986');
      await expect(figure('hours')).toHaveAttribute('data-value', '20');
      await expect(figure('tone')).toHaveAttribute('data-value', '2');
      const comments = page.locator('.comments > li');
      await expect(comments).toHaveCount(2);
      await expect(comments.first().locator('a').first()).toHaveAttribute(
        'href',
        `/${language}/reference/rulebook/research/#research.finding.causal-explanation`,
      );
      await page.locator('.button-row button').nth(1).click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(english ? 'made up' : '虚构');
      expect(copied).toContain('6.00 USD');

      await comments.nth(1).locator('button').click();
      await expect(page.locator('.talk li')).toHaveCount(3);
      await choose('coupon');
      await choose('say-nothing');
      await choose('let-it-run');
      await expect(figure('result')).toHaveAttribute('data-value', 'lost');

      await page.locator('.button-row button').first().click();
      await choose('paypal');
      await expect(figure('result')).toHaveAttribute('data-value', 'broken');
      await expect(page.locator('.comments .error')).toHaveCount(1);
      await expect(comments.first()).toContainText('PayPal');
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.play .button-row')).toBeHidden();
      await expect(comments.first().locator('button')).toBeHidden();
      await expect(page.locator('.talk li').first()).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
      await context.setOffline(false);
    });

    test('a practice order is opened by its number, and the evidence decides it', async ({
      page,
      quiet,
      context,
    }) => {
      // Whoever takes the number to the desk is shown where it belongs.
      await page.goto(`/${language}/tools/case-desk/`);
      await page.locator('textarea[name="find"]').fill('DEMO-LATE');
      await page.locator(`.find a[href="/${language}/workshops/practice/"]`).click();
      await page.waitForURL(/workshops\/practice\/$/);
      await expect(page.locator('.ready[data-ready]')).toHaveCount(1);
      await page.locator('[name="number"]').fill('8136');
      await page.keyboard.press('Enter');
      await expect(page.locator('[name="number"]')).toHaveAttribute('aria-invalid', 'true');
      await page.locator('[name="number"]').fill(' demo－late');
      await page.keyboard.press('Enter');
      await page.waitForURL(/practice\/demo-late\/$/);
      await expect(page.locator('h1')).toContainText('DEMO-LATE');
      await expect(page.locator('.ready[data-ready]')).toHaveCount(1);
      await quiet.settle();
      await context.setOffline(true);
      const run = async (...evidence: string[]) => {
        await page.locator('button.choice[data-id="status"]').click();
        await page.locator('button.choice[data-id="platform"]').click();
        for (const piece of evidence) await page.locator(`input[value="${piece}"]`).check();
        await page.locator('form button[type="submit"]').click();
      };
      const figure = (name: string) => page.locator(`output[name="${name}"]`);
      await run('tracking', 'receipt');
      // A quarter of an hour at 9.00; (8 − 1) of 210 + 18 + 8; 8, 140 and 60 hours.
      await expect(figure('result')).toHaveAttribute('data-value', 'won');
      await expect(figure('cost')).toHaveAttribute('data-value', '2.25');
      await expect(figure('rate')).toHaveAttribute('data-value', '2.9661');
      await expect(figure('hours')).toHaveAttribute('data-value', '208');
      await expect(page.locator('.comments li[data-id="receipt"]')).toBeVisible();

      await page.locator('.button-row button').first().click();
      await run('chat');
      await expect(figure('result')).toHaveAttribute('data-value', 'lost');
      // The price and the quarter of an hour.
      await expect(figure('cost')).toHaveAttribute('data-value', '29.25');
      await context.setOffline(false);
    });

    test('role cards print one case a sheet, on both papers', async ({ page }) => {
      await page.goto(`/${language}/workshops/negotiation/cards/`);
      const sheets = await page.locator('.role-sheet').count();
      expect(sheets).toBeGreaterThanOrEqual(8);
      await expect(page.locator('.role-card')).toHaveCount(sheets * 3);
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.sidebar', '.header'])
        await expect(page.locator(part).first()).toBeHidden();
      for (const format of ['A4', 'Letter']) {
        const pdf = (await page.pdf({ format })).toString('latin1');
        const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        expect(pages, format).toBeGreaterThanOrEqual(sheets);
        expect(pages, format).toBeLessThanOrEqual(sheets + 1);
      }
    });
  });
}
