import type { Page } from '@playwright/test';
import { awaken, byTurn, mark, ownOf, test, tools, typedTexts } from '../support/frame.ts';
import { expect, languages } from '../support/page.ts';

// Browsers that keep nothing, and those that are full. The case desk keeps the most and has more of these in a
// journey of its own.

/** Runs in the page before anything else: what a browser does that blocks all data of sites. */
const blocked = () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
    Object.defineProperty(window, name, { get: refuse });
};
/** A browser without a database, as private windows of some had it. */
const missing = () => Object.defineProperty(window, 'indexedDB', { value: undefined });
/** A browser that lets everything be read and has no room for more. */
const full = () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  Storage.prototype.setItem = refuse;
  for (const name of ['put', 'add'] as const) IDBObjectStore.prototype[name] = refuse;
};
const BROWSERS = { blocked, missing, full };

for (const [turn, tool] of tools.entries())
  for (const [kind, prepare] of Object.entries(BROWSERS))
    test(`${tool} answers in a browser whose stores are ${kind}`, async ({ page, quiet }) => {
      quiet.mayFetch('/_astro/', '/data/packs/');
      await page.addInitScript(prepare);
      const own = ownOf(tool);
      await page.clock.setFixedTime(own.asOf);
      const [language] = byTurn(languages, turn);
      await page.goto(`/${language}/tools/${tool}/`);
      await awaken(page);
      await expect(page.locator('.answer-card .sentence').first()).not.toBeEmpty();
      const field = page.locator(typedTexts).first();
      if (await field.isVisible()) {
        await field.fill('12');
        await expect(field).toHaveValue('12');
      }
      await page.goto('about:blank');
      await page.goto(`/${language}/tools/${tool}/${own.link}`);
      await awaken(page);
      await expect(mark(page)).toHaveCount(0);
      await expect(page.locator('.tool-answer')).not.toBeEmpty();
    });

const LOG = 'order id,order date,dispute date\n7,2026-01-01,\n8,2026-01-02,2026-01-09\n';

/** Every place where somebody can ask for something to be kept: how, and the words when it is not. */
const KEEPING: readonly {
  what: string;
  path: string;
  ask: (page: Page) => Promise<void>;
  said: string;
  words: string;
}[] = [
  {
    what: 'a favourite reply',
    path: 'tools/reply-script/',
    ask: async (page) => {
      await page.locator('.answer-actions [aria-pressed]').click();
    },
    said: '.answer-actions [role="status"]',
    words: 'refused',
  },
  {
    what: 'recent replies',
    path: 'tools/reply-script/',
    ask: async (page) => {
      const tick = page.locator('input[name="keep-recent"]');
      await tick.scrollIntoViewIfNeeded();
      await tick.click();
      await expect(tick).not.toBeChecked();
      await tick.click();
      await expect(tick).not.toBeChecked();
    },
    said: '.reply-lists [role="status"]',
    words: 'refused',
  },
  {
    what: 'ways of the shop',
    path: 'tools/reply-script/',
    ask: async (page) => {
      const button = page.locator('.kept-settings button').first();
      await page
        .locator('details:has(.kept-settings)')
        .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
      await button.click();
      await expect(page.locator('.kept-settings button')).toHaveCount(1);
    },
    said: '.kept-settings + [role="status"]',
    words: 'refused',
  },
  {
    what: 'columns of many listings',
    path: 'tools/listing-check/',
    ask: async (page) => {
      const many = page.locator('details.many-listings');
      await many.locator('summary').first().click();
      await many.locator('textarea[name="many"]').fill('Title,Material\nWallet,PU\nBag,PU');
      const tick = many.locator('input[name="keep-columns"]');
      await tick.click();
      await expect(tick).not.toBeChecked();
    },
    said: '.many-listings .columns [role="status"]',
    words: 'refused',
  },
  {
    what: 'columns of a log',
    path: 'tools/dispute-log/',
    ask: async (page) => {
      await readLog(page);
      const tick = page.locator('input[name="remember"]');
      await page
        .locator('details:has(input[name="remember"])')
        .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
      await tick.click();
      await expect(tick).not.toBeChecked();
    },
    said: '.check:has([name="remember"]) + [role="status"]',
    words: 'keeps nothing',
  },
  {
    what: 'totals of a log',
    path: 'tools/dispute-log/',
    ask: async (page) => {
      await readLog(page);
      await page.locator('.log-kept button').first().click();
    },
    said: '.log-kept [role="status"]',
    words: 'keeps nothing',
  },
  {
    what: 'a worksheet',
    path: 'playbooks/desk/swot/',
    ask: async (page) => {
      await page.locator('work-sheet textarea').first().fill('packed well');
      await page.locator('work-sheet [data-do="keep"]').click();
      await expect(page.locator('work-sheet [data-do="forget"]')).toBeHidden();
    },
    said: 'work-sheet [data-status]',
    words: 'keeps nothing',
  },
  {
    what: 'ticks of a list',
    path: 'playbooks/respond/inr-in-transit/',
    ask: async (page) => {
      await page.locator('tick-list input').first().check();
    },
    said: 'tick-list [data-status]',
    words: 'does not let',
  },
  {
    what: 'a plan of one’s own',
    path: 'workshops/own/',
    ask: async (page) => {
      await page.locator('[name="add"]').selectOption('R7');
      await page.locator('.compose .fields button').click();
      await page.getByRole('button', { name: 'Keep it on this device' }).click();
      await expect(page.locator('.kept-plans li')).toHaveCount(0);
    },
    said: '.compose [role="status"]',
    words: 'did not keep',
  },
];

async function readLog(page: Page) {
  await page
    .locator('#dispute-log-files')
    .setInputFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(LOG) });
  await expect(page.locator('.log-files output[name="rows"][data-value="2"]')).toBeAttached();
}

for (const { what, path, ask, said, words } of KEEPING)
  for (const kind of ['blocked', 'full'] as const)
    test(`${what}: a browser whose stores are ${kind} says in words that it is not kept`, async ({
      page,
      quiet,
    }) => {
      quiet.mayFetch('/_astro/', '/data/packs/');
      await page.addInitScript(BROWSERS[kind]);
      await page.goto(`/en/${path}`);
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
      await ask(page);
      await expect(page.locator(said).filter({ hasText: words }).first()).toBeVisible();
    });

test('two tabs lose nothing of one another: favourites, and the cells of a worksheet', async ({
  page,
  context,
}) => {
  const tabs = [page, await context.newPage()] as const;
  const favourite = '.answer-actions [aria-pressed]';
  for (const [i, tab] of tabs.entries()) {
    await tab.goto('/en/tools/reply-script/');
    await awaken(tab);
    if (i > 0) {
      await tab.locator('select[name="situation"]').selectOption({ index: 3 });
      await expect(tab.locator(favourite)).toHaveAttribute('aria-pressed', 'false');
    }
  }
  for (const tab of tabs) await tab.locator(favourite).click();
  for (const tab of tabs) {
    await tab.locator('.reply-lists').scrollIntoViewIfNeeded();
    await expect(tab.locator('[data-list="favourites"] li')).toHaveCount(2);
  }

  const cell = (name: string) => `work-sheet textarea[name="${name}"]`;
  const [mine, theirs] = [cell('strengths.praise.answer'), cell('authority.5.who')];
  for (const tab of tabs) {
    await tab.goto('/en/playbooks/desk/swot/');
    await tab.waitForLoadState('networkidle');
  }
  const keep = (tab: Page) => tab.locator('work-sheet [data-do="keep"]').click();
  const [first, second] = tabs;
  await first.locator(mine).fill('packed well');
  await keep(first);
  await expect(second.locator(mine)).toHaveValue('packed well');
  await second.locator('work-sheet [data-add="authority"]').click();
  await second.locator(theirs).fill('Li');
  await first.locator(mine).fill('packed very well');
  await keep(second);
  await expect(second.locator('work-sheet [data-do="forget"]')).toBeVisible();
  // What is being written is not touched by what the other one keeps, and joins it.
  await expect(first.locator(mine)).toHaveValue('packed very well');
  await keep(first);
  await expect(first.locator(theirs)).toHaveValue('Li');
  await second.reload();
  await expect(second.locator(mine)).toHaveValue('packed very well');
  await expect(second.locator(theirs)).toHaveValue('Li');
});
