import type { Page } from '@playwright/test';
import { expect, test } from '../support/page.ts';

// A case of one's own: the made-up one cannot be kept.
const address =
  '/en/tools/deadline-planner/#?events.disputeOpenedAt=2026-11-16T01%3A00%3A00Z&flow=aliexpress.snad-classic&v=1';
const list = (page: Page) => page.locator('.kept-list li');
const keep = (page: Page) => page.locator('[data-keep="case"]').click();
/** What is kept comes with the board, when somebody gets near it. */
const near = async (page: Page) => {
  // By its place, not by the element: the board takes the place of its own door as it arrives.
  await page.evaluate(() => document.getElementById('deadline-planner-board')?.scrollIntoView());
  await expect(page.locator('[data-keep="case"]')).toBeEnabled();
};
const ready = async (page: Page) => {
  await page.goto(address);
  await near(page);
  await page.waitForLoadState('networkidle');
};

test('what one tab keeps, another shows within a second', async ({ page, context }) => {
  await ready(page);
  const other = await context.newPage();
  await ready(other);
  await expect(list(other)).toHaveCount(0);
  await keep(page);
  await expect(list(page)).toHaveCount(1);
  await expect(list(other)).toHaveCount(1, { timeout: 1000 });
  await list(other).getByRole('button').nth(1).click();
  await expect(list(page)).toHaveCount(0, { timeout: 1000 });
});

for (const [name, refuse] of [
  ['keeps nothing', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'forbids its database',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
  [
    'is full',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
] as const)
  test(`a browser that ${name} says so, and the tool goes on`, async ({ page }) => {
    await page.addInitScript(refuse);
    await ready(page);
    await keep(page);
    await expect(page.locator('.kept .notice')).toBeVisible();
    await expect(list(page)).toHaveCount(0);
    await expect(page.locator('.ladder > li').first()).toBeVisible();
  });

test('what earlier pages kept is taken over, and nothing is lost that cannot be read', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('laid')) return;
    sessionStorage.setItem('laid', 'yes');
    const at = '2026-11-18T03:00:00Z';
    const value = {
      key: 'case:A-1001',
      kind: 'case',
      name: 'A-1001',
      keptAt: at,
      value: '#?flow=aliexpress.inr&v=1',
      pastedAt: at,
    };
    const lay = (key: string, text: string) =>
      localStorage.setItem(`amicable:deadline-planner:${key}`, text);
    lay('case:A-1001', JSON.stringify({ version: 1, value }));
    lay('case:later', JSON.stringify({ version: 2, value }));
  });
  const stored = () =>
    page.evaluate(() => Object.keys(localStorage).filter((name) => /planner/.test(name)));
  await ready(page);
  await expect(list(page)).toHaveText(/A-1001/);
  expect(await stored()).toEqual(['amicable:deadline-planner:case:later']);
  await page.reload();
  await near(page);
  await expect(list(page)).toHaveCount(1);
});
