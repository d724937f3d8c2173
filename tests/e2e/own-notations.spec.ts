import { ownOf, test } from '../support/frame.ts';
import { expect, languages } from '../support/page.ts';

// A page carries the words of its own languages and reads plain figures; what reads other words and notations it
// fetches when one is typed. The unit tests have every reader from the start, so that a text is read at all, typed or
// in a link, is asked of the built pages.

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
/** Read as they stand in the form: the address keeps them as they were written, or as what they are. */
const FIGURES = { '12,50': '', '１２.50': '', '＄12.50': '', '12.50 USD': '' };
const COUNTS = { '１５': '', 十五: '' };
const FIELDS = [
  ['transit-warning', 'dispatchDate', DAYS],
  ['reply-script', 'vars.date', DAYS],
  ['deadline-planner', 'events.disputeOpenedAt', MOMENTS],
  ['reply-script', 'vars.amount', FIGURES],
  ['reply-script', 'vars.days', COUNTS],
  ['settlement', 'price', FIGURES],
  ['dispute-rate', 'claims', COUNTS],
  ['transit-warning', 'promisedDays', COUNTS],
  ['deadline-planner', 'promisedDays', COUNTS],
] as const;
/** Which case holds the field, where the tool's own first one does not. */
const CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'vars.amount': { situation: 'offer-partial-refund', 'vars.currency': 'USD' },
  'vars.days': { situation: 'offer-return' },
};

for (const [tool, name, texts] of FIELDS)
  for (const language of languages)
    test(`${name} of ${tool} is read however it is written, typed and in a link, ${language}`, async ({
      page,
      awake,
    }) => {
      await page.clock.setFixedTime(NOW);
      const address = `/${language}/tools/${tool}/`;
      const field = page.locator(`.tool-form [name="${name}"]`);
      const isRead = async (text: string, as: string) => {
        await expect(field, text).not.toHaveAttribute('aria-invalid', 'true');
        await expect(page.locator('.left-out'), text).toHaveCount(0);
        await expect(field, text).not.toHaveValue('');
        await expect
          .poll(() => new URLSearchParams(new URL(page.url()).hash.slice(2)).get(name), text)
          .toContain(as);
      };
      for (const [i, [text, as]] of Object.entries(texts).entries()) {
        const own = new URLSearchParams({
          ...Object.fromEntries(new URLSearchParams(ownOf(tool).link.slice(2))),
          ...CASES[name],
        });
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
