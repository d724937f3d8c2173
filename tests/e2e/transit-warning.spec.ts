import { expect, languages, test } from '../support/page.ts';

const output = 'output[name="verdict"]';

for (const language of languages) {
  test.describe(`transit warning, ${language}`, () => {
    const open = `/${language}/tools/transit-warning/`;

    test('opens with a made-up parcel, which gives way to what a person types', async ({
      page,
      quiet,
    }) => {
      await page.clock.install({ time: new Date('2026-11-28T03:00:00Z') });
      await page.goto(open);
      await quiet.settle();
      // Sent on 5 December to Brazil: Christmas, Friday the 25th, is the one working day lost of 20.
      await expect(page.locator('.example-mark')).toBeVisible();
      await expect(page.locator(output)).toHaveAttribute('data-value', 'holds');
      await expect(page.locator('output[name="promisedDate"]')).toHaveAttribute(
        'data-value',
        '2026-12-25',
      );
      await page.locator('select[name="country"]').selectOption('FR');
      await expect(page.locator('.example-mark')).toHaveCount(0);
      await expect(page.locator('input[name="promisedDays"]')).toHaveValue('');
    });

    test('keeps a permalink and says what a slow line is', async ({ page, quiet }) => {
      await page.goto(
        `${open}#?country=FR&dispatchDate=2026-10-20&nonsense=1&promisedDays=15&usualDays=18&v=1`,
      );
      await quiet.settle();
      await expect(page.locator('.notice code')).toHaveText(['nonsense=1']);
      await expect(page.locator(output)).toHaveAttribute('data-value', 'broken');
      await expect(page.locator('.answer-card .sentence')).toContainText('18');
      await page.locator('input[name="usualDays"]').fill('-3');
      await expect(page.locator('#transit-warning-usualDays-error')).toContainText('-3');
      await expect(page.locator(output)).toHaveCount(0);
    });

    test('stands alone in a frame', async ({ page, quiet }) => {
      await page.goto(`${open}embed/#?country=BR&dispatchDate=2026-06-01&promisedDays=20&v=1`);
      await quiet.settle();
      await expect(page.locator('output[name="promisedDate"]')).toHaveAttribute(
        'data-value',
        '2026-06-21',
      );
    });
  });
}
