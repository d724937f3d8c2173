import type { Page } from '@playwright/test';
import { awaken, held, mark, oneByTurn, ownOf, test, tools } from '../support/frame.ts';
import { expect, languages } from '../support/page.ts';

// The address of every tool: what it keeps, and what becomes of one that was damaged on its way.

for (const [turn, tool] of tools.entries()) {
  const own = ownOf(tool);
  const address = (language: string) => `/${language}/tools/${tool}/`;

  test.describe(`${tool} in links`, () => {
    test.beforeEach(({ page, context }) =>
      Promise.all([
        page.clock.setFixedTime(own.asOf),
        context.grantPermissions(['clipboard-read', 'clipboard-write']),
      ]),
    );

    test('reload, back, forward, a second tab and the other language keep the case', async ({
      page,
      awake,
      context,
    }) => {
      await page.goto(address('en') + own.link);
      await awake();
      await expect(mark(page)).toHaveCount(0);
      await page.reload();
      await awaken(page);
      const before = await held(page);
      expect(Object.values(before).filter(Boolean).length).toBeGreaterThan(1);
      const { hash } = new URL(page.url());
      const same = async (there: Page) => {
        await awaken(there);
        expect(await held(there)).toEqual(before);
        expect(new URL(there.url()).hash).toBe(hash);
      };
      await page.goto('/en/');
      await page.goBack();
      await same(page);
      await page.goForward();
      await page.goBack();
      await same(page);
      const other = await context.newPage();
      await other.clock.setFixedTime(own.asOf);
      await other.goto(page.url());
      await awaken(other);
      expect(new URL(other.url()).hash).toBe(hash);
      // Words for a moment stay in their tab; another one has the instant they are, from the address.
      const there = await held(other);
      for (const [name, value] of Object.entries(before))
        expect(
          /^[\d-]+T[\d:]+Z$/.test(there[name] ?? '') && value !== '' ? value : there[name],
          name,
        ).toBe(value);
      await page.locator('[data-language-link]').first().click();
      await expect(page).toHaveURL(/\/zh-cn\//);
      await awaken(page);
      // How a reply is explained follows the reader's language; nothing of the case does.
      expect(await held(page)).toEqual(before);
    });

    test('a damaged link is read, or said to be damaged, and shows no example instead', async ({
      page,
      awake,
    }) => {
      await page.goto(address('en') + own.link);
      await awake();
      const before = await held(page);
      const body = own.link.slice(2);
      const ways = [
        `#%3F${body}`,
        `?${body}`,
        `#${body}`,
        `#?${body.replaceAll('&', '&amp;')}`,
        `#${encodeURIComponent(`?${body}`)}`,
        `#?${body}.`,
        body.replaceAll('=', '＝').replace(/^/, '#?'),
        `#?${body.replaceAll('&', '＆').replaceAll('=', '＝')}`,
        `#?${body.replaceAll('&', ';')}`,
        `#?${body.replaceAll('&', ' &')}`,
        `#“?${body}”`,
        `#?（${body}）`,
        `#«?${body}»`,
        `#?${body.replaceAll('=', '=\u200b')}`,
        `?utm_source=chat&${body}&fbclid=1`,
        `#?${body.replaceAll('&', '%26')}`,
      ];
      const few = oneByTurn(ways.slice(0, 6), turn);
      for (const damaged of [...few, ...oneByTurn(ways.slice(6), turn)]) {
        await page.goto('about:blank');
        await page.goto(address('en') + damaged);
        await awake();
        expect(await held(page), damaged).toEqual(before);
        await expect(page.locator('.notice code'), damaged).toHaveCount(0);
        await expect(page).toHaveURL(/\/#\?/);
      }
      // What a browser escapes is certain behind the version alone; elsewhere it is said.
      await page.goto('about:blank');
      await page.goto(`${address('en')}#?${body.replace(/&?v=1/, '')}&v=1）。`);
      await awake();
      expect(await held(page)).toEqual(before);
      await expect(page.locator('.notice code')).toHaveCount(0);
      const losses = [
        '#?zzz=1',
        '#%3Fzzz%3D1',
        '#?%E0%A4%A=1',
        '#garbage',
        '#?%E0%A4%A',
        '?zzz=9&y=1',
      ];
      for (const lost of [
        ...oneByTurn(losses.slice(0, 3), turn),
        ...oneByTurn(losses.slice(3), turn),
      ]) {
        await page.goto('about:blank');
        await page.goto(address('en') + lost);
        await awake();
        await expect(page.locator('.notice code').first(), lost).toBeVisible();
        await expect(mark(page), lost).toHaveCount(0);
      }
      // What others hang on an address asks for nothing, nor does a place in the page.
      for (const nothing of oneByTurn(['?utm_source=chat&fbclid=1', '#_top', '?20261129'], turn)) {
        await page.goto('about:blank');
        await page.goto(address('en') + nothing);
        await awake();
        await expect(page.locator('.notice code'), nothing).toHaveCount(0);
      }
    });

    test('the page for lost addresses leads an escaped link home', async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL: baseURL as string });
      const page = await context.newPage();
      await page.clock.setFixedTime(own.asOf);
      await page.goto(address('zh-cn') + own.link);
      await awaken(page);
      const before = await held(page);
      const body = own.link.slice(2);
      const ways = [
        `${address('zh-cn')}%23?${body}`,
        `${address('zh-cn')}%23%3F${encodeURIComponent(body)}`,
        `/zh-cn/tools/${tool}%23?${body}`,
        `${address('zh-cn')}${body}`,
        `${address('zh-cn')}）#?${body}`,
      ];
      for (const lost of oneByTurn(ways, turn)) {
        await page.goto('about:blank');
        expect((await page.goto(lost))?.status()).toBe(404);
        await page.locator('section:lang(zh-CN) [data-mended] a').click();
        await awaken(page);
        expect(await held(page), lost).toEqual(before);
      }
      if (turn === 0) {
        await page.goto('/en/nothing/%23?v=1');
        await expect(page.locator('[data-mended]').first()).toBeHidden();
      }
      await context.close();
    });
  });
}

// Words of nine languages may say when something was, and a page has those of its own: a text that nobody reads is
// told from one that waits only once all of them are here.
for (const [tool, link, nonsense] of [
  [
    'deadline-planner',
    '#?flow=aliexpress.snad-new&events.disputeOpenedAt=2026-11-28T10%3A00%3A00Z',
    ['myZone', 'zone', 'asOf', 'events.platformAskedAt', 'workCalendar', 'workHours'],
  ],
  [
    'transit-warning',
    '#?country=BR&dispatchDate=2026-11-20&origin=CN&promisedDays=60',
    ['asOf', 'usualDays'],
  ],
] as const)
  for (const language of languages)
    test(`what nobody can read in a link to ${tool} is listed and breaks nothing, ${language}`, async ({
      page,
      awake,
    }) => {
      await page.clock.setFixedTime(new Date('2026-11-29T08:00:00Z'));
      for (const names of [...nonsense.map((name) => [name]), nonsense]) {
        await page.goto('/404.html');
        await page.goto(
          `/${language}/tools/${tool}/${link}${names.map((name) => `&${name}=gibberish~zz`).join('')}&v=1`,
        );
        await awake();
        const notice = page.locator('.tool-form .notice');
        for (const name of names) await expect(notice).toContainText(`${name}=gibberish~zz`);
        await expect(page.locator('.tool-form [aria-invalid="true"]')).toHaveCount(0);
        await expect(page.locator('.tool-answer output[name]')).not.toHaveCount(0);
        expect(new URL(page.url()).hash).not.toContain('gibberish');
      }
    });
