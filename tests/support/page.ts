import { expect, test as base, type Request } from '@playwright/test';

export interface Quiet {
  /** Waits until the page has loaded everything it will; from here on a request is a failure. */
  settle: () => Promise<void>;
  /** What the journey's own actions ask this site for, by a part of its address. */
  mayFetch: (...parts: string[]) => void;
  /** What the browser is made to say on the console, by a part of its words: a refusal that is the point. */
  maySay: (...parts: string[]) => void;
}

/** Milliseconds without a request after which a page has loaded what it will. */
const QUIET_FOR = 150;

/**
 * A page that fails its test on any console error, security-policy violation or uncaught error, and
 * on any request made after the page had settled, but for what a person's own action asks this site for.
 */
export const test = base.extend<{ quiet: Quiet }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const said: string[] = [];
      const requests: string[] = [];
      const allowed: string[] = [];
      const expected: string[] = [];
      let settled = false;
      let lastAsked = Date.now();
      const underWay = new Set<Request>();
      page.on('requestfinished', (request) => underWay.delete(request));
      page.on('requestfailed', (request) => underWay.delete(request));
      // What starts the worker that answers for the site comes when a page has nothing else to do, which may be
      // in the middle of a journey. Where no worker can be, it does not come; the worker has its own journeys.
      await page.addInitScript(() => {
        delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
      });
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        // What a page holds in its own memory is asked of nobody: a worker of its own begins so.
        if (url.startsWith('blob:')) return;
        if (url.startsWith(baseURL as string)) {
          lastAsked = Date.now();
          underWay.add(request);
        }
        if (!url.startsWith(baseURL as string) && !url.startsWith('data:'))
          said.push(`third party: ${url}`);
        else if (request.isNavigationRequest() && request.frame() === page.mainFrame())
          // Another page loads; a changed fragment of the same page is no such request.
          settled = false;
        else if (settled && !allowed.some((part) => url.includes(part))) requests.push(url);
      });
      await use({
        settle: async () => {
          // The browser's own "network idle" waits for half a second, some hundred times in a run.
          await page.waitForLoadState('load');
          await expect
            .poll(() => underWay.size === 0 && Date.now() - lastAsked > QUIET_FOR, {
              intervals: [20],
              timeout: 30_000,
            })
            .toBe(true);
          settled = true;
        },
        mayFetch: (...parts) => {
          allowed.push(...parts);
        },
        maySay: (...parts) => {
          expected.push(...parts);
        },
      });
      const unexpected = said.filter((words) => !expected.some((part) => words.includes(part)));
      expect(unexpected, 'nothing on the console').toEqual([]);
      expect(requests, 'no request after the page has loaded').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const languages = ['en', 'zh-cn'] as const;
