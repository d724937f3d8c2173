import fs from 'node:fs';
import { expect, test } from '@playwright/test';

// Every page of the sitemap on the smallest phone in use; what is wider scrolls in a box of its own.
const paths = [
  ...fs.readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g),
].map(([, path]) => path as string);
const batches = Array.from({ length: 6 }, (_, i) => paths.filter((_, n) => n % 6 === i));

test.use({ viewport: { width: 360, height: 740 } });

batches.forEach((batch, i) =>
  test(`no page scrolls sideways on a phone, part ${i + 1}`, async ({ page }) => {
    test.setTimeout(240_000);
    expect(batch.length).toBeGreaterThan(40);
    const wide: string[] = [];
    for (const path of batch) {
      await page.goto(path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`${path} by ${over} px`);
    }
    expect(wide).toEqual([]);
  }),
);
