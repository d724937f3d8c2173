import { movedOf, watchMoves } from '../support/frame.ts';
import { expect, languages, test } from '../support/page.ts';

const OWN =
  '#?category=apparel&claims=12&confirmed=188&metric=aliexpress.snad&timedOut=0&withdrawn=0&v=1';

// What reads other notations than plain figures comes when somebody turns to the form.
test.beforeEach(({ quiet }) => quiet.mayFetch('/_astro/', '/data/packs/rate.'));

for (const language of languages) {
  test.describe(`dispute rate, ${language}`, () => {
    const open = `/${language}/tools/dispute-rate/`;

    test('opens with a worked example, which gives way to what a person types', async ({
      page,
      quiet,
    }) => {
      await page.goto(open);
      await quiet.settle();
      const output = (name: string) => page.locator(`output[name="${name}"]`);
      // 12 of 200: hand calculation; 3 withdrawals leave 9/200 = 4.5 %, 41 orders leave 12/241.
      await expect(output('percent')).toHaveAttribute('data-value', '6.0000');
      await expect(output('rate')).toHaveAttribute('data-value', '12/200');
      await expect(output('tier')).toHaveAttribute('data-value', 'general');
      await expect(output('standing')).toHaveAttribute('data-value', 'over');
      await expect(output('withdrawalsNeeded')).toHaveAttribute('data-value', '3');
      await expect(output('ordersNeeded')).toHaveAttribute('data-value', '41');
      await expect(page.locator('.example-mark')).toBeVisible();

      await page.locator('input[name="claims"]').fill('４');
      await expect(page.locator('input[name="confirmed"]')).toHaveValue('');
      await expect(output('percent')).toHaveCount(0);
      await expect(page.locator('.example-mark')).toHaveCount(0);
      await page.locator('input[name="withdrawn"]').fill('0');
      await page.locator('input[name="confirmed"]').fill('188');
      await page.locator('input[name="timedOut"]').fill('0');
      await page.locator('select[name="category"]').selectOption('apparel');
      await expect(output('percent')).toHaveAttribute('data-value', '2.0833');
      await expect(output('standing')).toHaveAttribute('data-value', 'clear');
      await expect(page).toHaveURL(/#\?category=apparel&claims=/);
    });

    test('keeps a permalink, and names what in it cannot be used', async ({ page, quiet }) => {
      await page.goto(
        `${open}#?category=apparel&claims=12&confirmed=188&metric=aliexpress.snad&nonsense=%3Cb%3E&timedOut=0&v=1&withdrawn=x`,
      );
      await quiet.settle();
      await expect(page.locator('.notice code')).toHaveText(['nonsense=<b>', 'withdrawn=x']);
      await expect(page.locator('input[name="claims"]')).toHaveValue('12');
    });

    test('refuses nonsense at its field and leaves no stale answer', async ({ page, quiet }) => {
      await page.goto(open + OWN);
      await quiet.settle();
      const withdrawn = page.locator('input[name="withdrawn"]');
      await withdrawn.fill('99');
      await expect(withdrawn).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('output[name="percent"]')).toHaveCount(0);
      await page.locator('.error-summary a').first().click();
      await expect(withdrawn).toBeFocused();
      await expect(page).toHaveURL(/withdrawn=99/);
      await withdrawn.fill('5 %');
      await expect(page.locator('#dispute-rate-withdrawn-error')).toBeVisible();
      await page.locator('body').press('Control+Enter');
      await expect(withdrawn).toBeFocused();
      await withdrawn.fill('3');
      await expect(page.locator('output[name="percent"]')).toHaveAttribute('data-value', '4.5000');
    });

    test('keeps what it cannot read yet, and reads it once it can', async ({ page, quiet }) => {
      let letThrough: () => void = () => undefined;
      let asked = 0;
      const html = await (await page.request.get(open)).text();
      const [, own = '/'] = /component-url="([^"]+)"/.exec(html) ?? [];
      await page.route('**/_astro/DisputeRate-*.js', async (route) => {
        // What comes later, and not the tool itself.
        if (route.request().url().endsWith(own)) return route.continue();
        asked += 1;
        await new Promise<void>((resolve) => (letThrough = resolve));
        return route.continue();
      });
      await page.goto(open + OWN);
      await quiet.settle();
      const withdrawn = page.locator('input[name="withdrawn"]');
      const percent = page.locator('output[name="percent"]');
      // Plain figures wait for nothing.
      await withdrawn.fill('2');
      await expect(percent).toHaveAttribute('data-value', '5.0000');
      await withdrawn.fill('３单');
      await expect(page.locator('#dispute-rate-withdrawn-error')).toContainText('３单');
      letThrough();
      await expect(percent).toHaveAttribute('data-value', '4.5000');
      await expect(withdrawn).toHaveValue('３单');
      await expect(page.locator('.ready[data-ready]')).toBeAttached();
      // An address is not read before what reads it: nothing in it is left out for want of it, and
      // what is typed meanwhile goes over what it says.
      asked = 0;
      await page.goto(`${open}${OWN.replace('claims=12', 'claims=%EF%BC%91%EF%BC%92')}`);
      await page.reload();
      await expect.poll(() => asked).toBe(1);
      await withdrawn.fill('2');
      letThrough();
      await expect(page.locator('input[name="claims"]')).toHaveValue('１２');
      await expect(withdrawn).toHaveValue('2');
      await expect(percent).toHaveAttribute('data-value', '5.0000');
      await expect(page.locator('.notice code')).toHaveCount(0);
    });

    test('works by keyboard alone, with the sliders', async ({ page, quiet }) => {
      await page.goto(open);
      await quiet.settle();
      const slider = page.locator('#dispute-rate-what-if-withdrawals');
      await slider.focus();
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
      await expect(slider).toHaveValue('3');
      await expect(slider).toBeInViewport({ ratio: 1 });
      await expect(page.locator('.what-if-answer')).toContainText('4.5');
    });

    test('computes every metric from its own fields', async ({ page, quiet }) => {
      await page.goto(
        `${open}#?cancelledBySeller=45&metric=ozon.error-index&orderPrices=5000&orderPrices=300&reading=official&rubPerCny=12&shipments=900&v=1`,
      );
      await quiet.settle();
      // Ozon's own worked example: 45 of 900 is 5 %, 125 + 9 CNY.
      await expect(page.locator('output[name="percent"]')).toHaveAttribute('data-value', '5.0000');
      await expect(page.locator('output[name="tier"]')).toHaveAttribute('data-value', 'blue');
      await expect(page.locator('output[name="fee.total"]')).toHaveAttribute(
        'data-value',
        /^134(\.00)?$/,
      );
      const metrics = page.locator('select[name="metric"] option');
      expect(await metrics.count()).toBeGreaterThanOrEqual(15);
      for (const value of await metrics.evaluateAll((all) =>
        all.map((option) => (option as HTMLOptionElement).value),
      )) {
        await page.locator('select[name="metric"]').selectOption(value);
        await expect(
          page.locator('.tool-answer .sentence, .tool-answer .error-summary').first(),
        ).toBeVisible();
      }
    });

    test('shows the own example of every metric, marked as one', async ({ page, quiet }) => {
      await page.goto(open);
      await quiet.settle();
      const values = await page
        .locator('select[name="metric"] option')
        .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
      for (const value of values) {
        await page.locator('select[name="metric"]').selectOption(value);
        await expect(page.locator('.example-mark')).toBeVisible();
        await expect(page.locator('output[name="percent"]')).toHaveCount(1);
      }
    });

    test('stands alone in a frame', async ({ page, quiet }) => {
      await page.goto(
        `/${language}/tools/dispute-rate/embed/#?category=other&claims=12&confirmed=188&metric=aliexpress.snad&timedOut=0&withdrawn=0&v=1`,
      );
      await quiet.settle();
      await expect(page.locator('output[name="standing"]')).toHaveAttribute('data-value', 'clear');
    });

    test('prints the answer with every step open', async ({ page, quiet }) => {
      await page.goto(open);
      await quiet.settle();
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.why h3').first()).toBeVisible();
      await expect(page.locator('output[name="percent"]')).toBeVisible();
      await expect(page.locator('.tool-form')).toBeHidden();
      await expect(page.locator('header.header')).toBeHidden();
    });
  });
}

test('the same page computes the worked example without JavaScript', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/en/tools/dispute-rate/`);
  await expect(page.locator('output[name="percent"]')).toHaveAttribute('data-value', '6.0000');
  await expect(page.locator('noscript .notice')).toContainText('JavaScript');
  await context.close();
});

for (const language of languages)
  test.describe(`the rate at work on the home page, ${language}`, () => {
    test('answers as the slider moves, and hands its figures to the tool', async ({
      page,
      quiet,
    }) => {
      await page.goto(`/${language}/`);
      await quiet.settle();
      const small = page.locator('small-rate');
      const figure = small.locator('output[name="percent"]');
      // 12 of 200, built into the page: over the line of 5 %.
      await expect(figure).toHaveText(/^6\.0\s?%$/);
      await expect(small.locator('[data-standing="over"]')).toBeVisible();
      await expect(small.locator('.example-mark')).toBeVisible();
      const slider = small.locator('input');
      await slider.focus();
      // 3 of 200, four fewer than the fifth that counts.
      await slider.fill('3');
      await expect(figure).toHaveText(/^1\.5\s?%$/);
      await expect(small.locator('[data-standing="over"]')).toBeHidden();
      await small.locator('[data-own]').click();
      await expect(page.locator('input[name="claims"]')).toHaveValue('3');
      await expect(page.locator('input[name="confirmed"]')).toHaveValue('197');
    });
  });

for (const language of languages)
  test(`the rate at work stands on the first screen of the home page, above the doors, ${language}`, async ({
    page,
    quiet,
  }) => {
    await watchMoves(page);
    const small = page.locator('small-rate');
    // On a desk the whole of it, on a phone as far as its figure.
    for (const [size, last] of [
      [{ width: 1440, height: 900 }, small],
      [{ width: 390, height: 844 }, small.locator('output[name="percent"]')],
    ] as const) {
      await page.setViewportSize(size);
      await page.goto(`/${language}/`);
      await quiet.settle();
      await expect(last).toBeInViewport({ ratio: 1 });
      const doors = await page.locator('.doors').boundingBox();
      const box = await small.boundingBox();
      expect(doors?.y).toBeGreaterThan((box?.y ?? Infinity) + (box?.height ?? 0));
      expect(await movedOf(page)).toBe(0);
    }
  });

test.describe('the rate on the home page without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows its example as one, and a slider that does not pretend to move', async ({ page }) => {
    await page.goto('/en/');
    const small = page.locator('small-rate');
    await expect(small.locator('output[name="percent"]')).toHaveText(/^6\.0\s?%$/);
    await expect(small.locator('input')).toBeDisabled();
  });
});
