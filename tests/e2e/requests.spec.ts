import type { IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';

// Asked of the server itself: what a browser fetches for its own window (an icon, say) no page hears of.
for (const [tool, field, text] of [
  ['dispute-rate', 'claims', '14'],
  ['deadline-planner', 'events.disputeOpenedAt', '2026-11-20 10:00'],
  ['reply-script', 'search', 'wrong colour'],
] as const)
  test(`${tool} asks the server for nothing once it is there`, async ({ page }) => {
    const { server, url } = await serve('dist');
    try {
      const asked: string[] = [];
      server.on('request', ({ url: path }: IncomingMessage) => asked.push(path ?? ''));
      await page.goto(`${url}/en/tools/${tool}/`);
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
      await page.waitForLoadState('networkidle');
      expect(asked.length).toBeGreaterThan(5);
      asked.length = 0;
      const input = page.locator(`input[name="${field}"]`).first();
      for (const value of [text, `${text} `, text]) {
        await input.fill(value);
        await page.waitForTimeout(400);
      }
      await page.locator('select').first().selectOption({ index: 1 });
      // A pointer that crosses a link, or a Tab that reaches one, opens nothing.
      for (const link of await page.locator('.sidebar details[open] a, .pagination-links a').all())
        await link.hover();
      await page.locator('.language-link').first().focus();
      for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
      await page.waitForTimeout(800);
      expect(asked).toEqual([]);
    } finally {
      server.close();
    }
  });
