import { expect, test as plain } from '@playwright/test';
import { test } from '../support/page.ts';

// A violation of the page's policy is an error of the page, and fails its test.

test('the search works beside the page, in its worker, and makes no markup of what it finds', async ({
  page,
}) => {
  const worker = page.waitForEvent('worker', { timeout: 30_000 });
  await page.goto('/en/');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('/');
  await page.locator('dialog input').fill('dispute');
  expect((await worker).url()).toContain('/pagefind/');
  await expect(page.locator('.pagefind-ui__result-excerpt mark').first()).toBeVisible();
});

test('the desk works in its worker', async ({ page }) => {
  const worker = page.waitForEvent('worker', { timeout: 30_000 });
  await page.goto('/en/tools/case-desk/');
  expect((await worker).url()).toContain('/_astro/');
  await expect(page.locator('.ready[data-ready]')).toBeAttached({ timeout: 20_000 });
});

// Without the watch on errors: here they are the point.
plain('no text becomes markup, and no script but the site’s own a worker', async ({ page }) => {
  await page.goto('/en/tools/case-desk/');
  // Its worker was allowed; from here on others are tried.
  await expect(page.locator('.ready[data-ready]')).toBeAttached({ timeout: 20_000 });
  const outcome = await page.evaluate(() => {
    const tried = (what: () => unknown) => {
      try {
        what();
        return 'done';
      } catch (problem) {
        return (problem as Error).name;
      }
    };
    return [
      tried(() => (document.body.innerHTML = '<b>x</b>')),
      tried(() => new Worker('https://example.org/x.js')),
      tried(() => new Worker('data:text/javascript,1')),
      tried(() => new Worker('/data/rules.json')),
    ];
  });
  expect(outcome).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
});
