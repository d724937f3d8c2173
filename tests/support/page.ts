import { expect, test as base } from '@playwright/test';

/**
 * A page that fails its test on any console error, security-policy violation or uncaught error, and
 * on any request made after the page had settled.
 */
export const test = base.extend<{ quiet: { settle: () => Promise<void> } }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const said: string[] = [];
      const requests: string[] = [];
      let settled = false;
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        if (
          !url.startsWith(baseURL as string) &&
          !url.startsWith('data:') &&
          !url.startsWith('blob:')
        )
          said.push(`third party: ${url}`);
        else if (request.isNavigationRequest() && request.frame() === page.mainFrame())
          // Another page loads; a changed fragment of the same page is no such request.
          settled = false;
        else if (settled && url.startsWith(baseURL as string)) requests.push(url);
      });
      await use({
        /** Waits until the page has loaded everything it will; from here on a request is a failure. */
        settle: async () => {
          await page.waitForLoadState('networkidle');
          settled = true;
        },
      });
      expect(said, 'nothing on the console').toEqual([]);
      expect(requests, 'no request after the page has loaded').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const languages = ['en', 'zh-cn'] as const;
