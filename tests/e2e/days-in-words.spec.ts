import { ownOf, test } from '../support/frame.ts';
import { expect, languages } from '../support/page.ts';

// A page carries the words of its own languages and fetches those of the others when one is typed. The unit tests have
// every word from the start, so that words are read at all is asked of the built pages.

const NOW = new Date('2026-11-25T12:00:00Z');
const DAYS = {
  明天: '2026-11-26',
  tomorrow: '2026-11-26',
  завтра: '2026-11-26',
  '5 grudnia 2026': '2026-12-05',
  '5. Dezember 2026': '2026-12-05',
};
const MOMENTS = {
  '2026年11月20日 10:00': '2026-11-20T',
  'Nov 20, 2026 10:00': '2026-11-20T',
  '20 ноября 2026 10:00': '2026-11-20T',
  '20 de noviembre de 2026 10:00': '2026-11-20T',
};
const FIELDS = [
  ['transit-warning', 'dispatchDate', DAYS],
  ['reply-script', 'vars.date', DAYS],
  ['deadline-planner', 'events.disputeOpenedAt', MOMENTS],
] as const;

for (const [tool, name, texts] of FIELDS)
  for (const language of languages)
    test(`${name} of ${tool} is read in the words of any language, typed and in a link, ${language}`, async ({
      page,
      awake,
    }) => {
      await page.clock.setFixedTime(NOW);
      const address = `/${language}/tools/${tool}/`;
      const field = page.locator(`.tool-form [name="${name}"]`);
      const isRead = async (text: string, as: string) => {
        await expect(field, text).not.toHaveAttribute('aria-invalid', 'true');
        await expect(page.locator('.left-out'), text).toHaveCount(0);
        await expect
          .poll(() => new URLSearchParams(new URL(page.url()).hash.slice(2)).get(name), text)
          .toContain(as);
      };
      for (const [i, [text, as]] of Object.entries(texts).entries()) {
        const own = new URLSearchParams(ownOf(tool).link.slice(2));
        // Each on a page of its own, where nothing has come yet: typed, or in a link.
        await page.goto('about:blank');
        if (i % 2 === 0) {
          await page.goto(`${address}#?${own.toString()}`);
          await awake();
          await field.fill(text);
        } else {
          own.set(name, text);
          await page.goto(`${address}#?${own.toString()}`);
          await awake();
        }
        await isRead(text, as);
      }
    });
