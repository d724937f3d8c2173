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
    for (const path of batch)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .map(({ target }) => target.join(' '))
                .slice(0, 3)
                .join(', ')}`,
          ),
          `${path} ${colorScheme}`,
        ).toEqual([]);
      }
  }),
);
