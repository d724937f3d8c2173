import { expect, test } from '../support/page.ts';

test('a tool whose script does not start says so in words, and takes it back once it starts', async ({
  page,
  quiet,
}) => {
  quiet.maySay('astro-island', 'net::ERR', 'Failed to fetch');
  await page.clock.install();
  await page.route(/\/_astro\/DisputeRate[.-]/, (route) => route.abort());
  await page.goto('/en/tools/dispute-rate/');
  const said = page.locator('.tool > .notice[role="alert"]');
  await page.clock.fastForward(14_000);
  await expect(said).toHaveCount(0);
  await page.clock.fastForward(2000);
  await expect(said).toContainText('too old here');
  await page
    .locator('astro-island')
    .first()
    .evaluate((island) => island.dispatchEvent(new CustomEvent('astro:hydrate')));
  await expect(said).toHaveCount(0);
});

test('a tool that starts says nothing of the kind', async ({ page }) => {
  await page.clock.install();
  await page.goto('/zh-cn/tools/dispute-rate/');
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  await page.clock.fastForward(20_000);
  await expect(page.locator('.tool > .notice[role="alert"]')).toHaveCount(0);
});

test('what is typed between two parts of a tool that wakes is not lost', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener(
      'astro:hydrate',
      () => {
        const title = document.querySelector<HTMLTextAreaElement>('textarea[name="title"]');
        if (!title) return;
        title.value = 'Lamp 77';
        title.dispatchEvent(new Event('input', { bubbles: true }));
      },
      { capture: true, once: true },
    );
  });
  await page.goto('/en/tools/listing-check/');
  // The address is written once the form has what it holds.
  await expect(page).toHaveURL(/title=Lamp%2077/);
  await expect(page.locator('textarea[name="title"]')).toHaveValue('Lamp 77');
});
