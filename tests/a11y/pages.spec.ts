import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

// Every page of the built sitemap, in both themes. Nothing is skipped.
const sitemap = fs.readFileSync('dist/sitemap-0.xml', 'utf8');
const paths = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(
  ([, path]) => path as string,
);

test('the sitemap is whole', () => {
  expect(paths.length).toBeGreaterThan(150);
});

const batches = Array.from({ length: 24 }, (_, i) => paths.filter((_, n) => n % 24 === i));

batches.forEach((batch, i) =>
  test(`no accessibility violation in either theme, part ${i + 1}`, async ({ page }) => {
    test.setTimeout(240_000);
    const found: string[] = [];
    const note = (
      path: string,
      theme: string,
      violations: { id: string; nodes: { target: unknown[] }[] }[],
    ) => {
      for (const { id, nodes } of violations)
        found.push(
          `${path} ${theme} ${id}: ${nodes
            .map(({ target }) => target.join(' '))
            .slice(0, 3)
            .join(', ')}`,
        );
    };
    for (const path of batch) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      note(path, 'light', (await new AxeBuilder({ page }).analyze()).violations);
      // Only colours differ between the themes, so the dark one is asked about contrast alone.
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(path);
      note(
        path,
        'dark',
        (await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()).violations,
      );
    }
    expect(found).toEqual([]);
  }),
);
