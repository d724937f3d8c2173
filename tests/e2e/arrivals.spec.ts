import type { Page } from '@playwright/test';
import { awaken } from '../support/frame.ts';
import { expect, languages, test } from '../support/page.ts';

// What a page fetches later does not arrive: there is no network, or its file is gone since a deploy. That is said in
// words, and asked for anew with a person's next step. That nobody asks without hearing, `arrivals.test.ts` holds.

type Language = (typeof languages)[number];
test.beforeEach(({ quiet }) => {
  quiet.mayFetch('/_astro/', '/data/', '/pagefind/');
  quiet.maySay(
    'net::ERR',
    'Failed to fetch dynamically imported module',
    'status of 404',
    'Failed to load the index chunk',
  );
});

/** Refuses scripts until it is told to stop; answers how, and how often something was refused. */
async function refuse(page: Page, scripts: RegExp, way: 'cut' | 'gone' = 'cut') {
  let refused = 0;
  await page.route(scripts, (route) => {
    refused += 1;
    return way === 'cut' ? route.abort() : route.fulfill({ status: 404, body: 'gone' });
  });
  return {
    stop: async () => {
      expect(refused).toBeGreaterThan(0);
      await page.unroute(scripts);
    },
  };
}
/** Somewhere on the page where nothing happens by itself. */
const anywhere = (page: Page) => page.locator('h1').first().click();
const said = (page: Page, language: Language, en: string, zh: string) =>
  page.getByText(language === 'en' ? en : zh);

for (const language of languages) {
  test(`the search says that it did not arrive, and opens the next time, ${language}`, async ({
    page,
  }) => {
    await page.goto(`/${language}/reference/sources/`);
    const { stop } = await refuse(page, /\/_astro\/box\./);
    const open = page.locator('site-search [data-open-modal]');
    await expect(open).toBeEnabled();
    await open.click();
    const alert = page.locator('site-search dialog [role="alert"]');
    await expect(alert).toContainText(language === 'en' ? 'could not be loaded' : '没能载入');
    await page.keyboard.press('Escape');
    await expect(alert).toBeHidden();
    await stop();
    await open.click();
    await expect(page.locator('site-search dialog input')).toBeFocused();
    await expect(alert).toHaveCount(0);
  });

  for (const [part, files, question] of [
    ['the index', /\.pf_index$/, { en: 'refund', 'zh-cn': '退款' }],
    ['the names in other languages', /\/data\/glossary\.json$/, { en: 'фыва', 'zh-cn': 'фыва' }],
    ['the words of the pages', /\/data\/words\//, { en: 'reufnd', 'zh-cn': 'alixepress' }],
  ] as const)
    for (const way of ['cut', 'gone'] as const)
      test(`the search claims no emptiness without ${part} (${way}), and asks anew, ${language}`, async ({
        page,
      }) => {
        await page.goto(`/${language}/reference/sources/`);
        const { stop } = await refuse(page, files, way);
        await page.locator('site-search [data-open-modal]').click();
        const input = page.locator('.pagefind-ui__search-input');
        await input.fill(question[language]);
        const message = page.locator('.pagefind-ui__message');
        await expect(message).toContainText(
          language === 'en' ? 'A part of the search did not arrive' : '有一部分没有读到',
        );
        await expect(message).toContainText(
          language === 'en' ? 'load this page anew' : '重新载入本页',
        );
        await stop();
        await input.fill('');
        await input.fill(question[language]);
        await expect(message).toContainText(question[language]);
        await expect(message).not.toContainText(language === 'en' ? 'did not arrive' : '没有读到');
      });

  test(`the search counts what it found and could not show, ${language}`, async ({ page }) => {
    await page.goto(`/${language}/reference/sources/`);
    const { stop } = await refuse(page, /\.pf_fragment$/, 'gone');
    await page.locator('site-search [data-open-modal]').click();
    const input = page.locator('.pagefind-ui__search-input');
    await input.fill(language === 'en' ? 'refund' : '退款');
    const away = page.locator('.pagefind-ui__away');
    await expect(away).toContainText(
      language === 'en' ? /did not arrive: [1-9]/ : /[1-9]\d*条结果没有读到/,
      // A hundred pages are asked for.
      { timeout: 30_000 },
    );
    await expect(away).not.toContainText(language === 'en' ? 'there is no network' : '没有网络');
    await stop();
    await input.fill('');
    await input.fill(language === 'en' ? 'refund' : '退款');
    await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible();
    await expect(away).toBeEmpty();
  });

  test(`a button that cites says that its part did not arrive, and opens the next time, ${language}`, async ({
    page,
  }) => {
    await page.goto(`/${language}/tools/settlement/`);
    await awaken(page);
    const { stop } = await refuse(page, /\/_astro\/cite\./);
    const cite = page.locator('.cite').first();
    await cite.click();
    const lost = page.locator('.cite-lost');
    await expect(lost).toContainText(language === 'en' ? 'did not arrive' : '没有读到');
    await cite.click();
    await expect(lost).toHaveCount(1);
    await stop();
    await cite.click();
    await expect(page.locator('.cite-bar')).toBeVisible();
    await expect(lost).toHaveCount(0);
  });

  test(`the small rate on the first page shows no answer to other claims, ${language}`, async ({
    page,
  }) => {
    const { stop } = await refuse(page, /\/_astro\/small\./);
    await page.goto(`/${language}/`);
    const slider = page.locator('small-rate input');
    await expect(slider).toBeEnabled();
    const percent = page.locator('small-rate output[name="percent"]');
    const before = await percent.innerText();
    await slider.press('ArrowRight');
    const sentence = page.locator('small-rate .sentence');
    await expect(sentence).toContainText(language === 'en' ? 'did not arrive' : '没有读到');
    await expect(percent).not.toHaveText(before);
    await expect(page.locator('small-rate .standing:visible')).toHaveCount(0);
    await stop();
    await slider.press('ArrowRight');
    await expect(percent).toHaveText(/\d/);
    await expect(sentence).not.toContainText(language === 'en' ? 'did not arrive' : '没有读到');
    await expect(page.locator('small-rate .standing:visible')).toHaveCount(1);
  });

  test(`a play says that a link asks for what it has not, each time, whether or not its list comes, ${language}`, async ({
    page,
  }) => {
    await page.goto(`/${language}/workshops/negotiation/gift-too-late/`);
    await expect(page.locator('.ready[data-ready]')).toHaveCount(1);
    const { stop } = await refuse(page, /\/_astro\/Play-/);
    const notice = page.locator('.play .notice');
    const follow = (hash: string) => page.evaluate((to) => (window.location.hash = to), hash);
    for (const hash of ['#?seed=%21&v=1', '#?zzz=1&v=1']) {
      await follow(hash);
      await expect(notice).toContainText(
        language === 'en' ? 'something that this page does not use' : '用不上的内容',
      );
      await page.keyboard.press('Escape');
      await expect(notice).toHaveCount(0);
    }
    await follow('#?garbage&v=1');
    await expect(notice).toHaveCount(1);
    await stop();
    await follow('#?zzz=1&v=1');
    await expect(notice.locator('code')).toContainText('zzz');
  });

  for (const [tool, field, value] of [
    ['reply-script', 'input[name="vars.buyerName"]', 'Ольга'],
    ['deadline-planner', 'select[name="buyerCountry"]', 'PL'],
    ['listing-check', '[name="description"]', 'Lamp, 100 % original'],
  ] as const)
    test(`while the answer of ${tool} waits it is busy, and a tap at its foot leads to why, ${language}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`/${language}/tools/${tool}/`);
      await awaken(page);
      let release: () => void = () => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/data/packs/**', async (route) => {
        await released;
        await route.continue();
      });
      const input = page.locator('.tool-form').locator(field);
      if (field.startsWith('select')) await input.selectOption(value);
      else await input.fill(value);
      const busy = page.locator('.tool-frame[aria-busy="true"]');
      await expect(busy).toHaveCount(1);
      const answer = page.locator('.tool-answer');
      await expect(answer.locator('.sentence')).toContainText('…');
      await page.locator('.bar-answer').click();
      await expect(answer).toBeFocused();
      await expect(answer.locator('.sentence')).toBeInViewport();
      release();
      await expect(busy).toHaveCount(0);
      await expect(answer.locator('.sentence')).not.toContainText('…');
    });

  for (const [tool, pack, field, typed] of [
    ['dispute-rate', 'rate', '[name="claims"]', 'x7'],
    ['deadline-planner', 'planner.later', '[name^="events."]', '2026-13-45'],
    ['reply-script', 'reply.refusals', '[name="vars.date"]', '2026-13-45'],
  ] as const)
    test(`what is wrong in ${tool} is said to be lost, not left unsaid, and comes with the next step, ${language}`, async ({
      page,
    }) => {
      await page.goto(`/${language}/tools/${tool}/`);
      await awaken(page);
      const { stop } = await refuse(page, new RegExp(`/data/packs/${pack}\\.(?:en|zh-CN)\\.`));
      const input = page.locator('.tool-form').locator(field).first();
      await input.fill(typed);
      const wrong = page.locator('.error-summary li').first();
      await expect(wrong).toContainText(language === 'en' ? 'did not arrive' : '没有读到');
      await stop();
      await anywhere(page);
      await expect(wrong).not.toContainText(language === 'en' ? 'did not arrive' : '没有读到');
      await expect(wrong).toContainText(typed);
    });

  for (const [name, address, scripts] of [
    ['an exercise', 'workshops/clock-first-answer/', /\/_astro\/Exercise-/],
    ['a handout', 'workshops/plans/agents-refresher/handout/', /\/_astro\/Handout-/],
    ['the desk', 'tools/case-desk/', /\/_astro\/(?:CaseDesk-|work\.worker)/],
  ] as const)
    test(`${name} never says that it is ready without what it needs, ${language}`, async ({
      page,
    }) => {
      const { stop } = await refuse(page, scripts, language === 'en' ? 'cut' : 'gone');
      await page.goto(`/${language}/${address}`);
      const lost = said(page, language, 'or load this page anew', '重新载入本页');
      await expect(lost.first()).toBeVisible({ timeout: 20_000 });
      await expect(page.locator('.ready[data-ready]')).toHaveCount(0);
      await stop();
      await anywhere(page);
      await expect(page.locator('.ready[data-ready]')).toHaveCount(1, { timeout: 20_000 });
      await expect(lost).toHaveCount(0);
    });

  test(`an answer that cannot be checked says so, and is checked with the next press, ${language}`, async ({
    page,
  }) => {
    const { stop } = await refuse(page, /\/_astro\/Exercise-/);
    await page.goto(`/${language}/workshops/evidence-colour/`);
    const lost = said(page, language, 'or load this page anew', '重新载入本页');
    await expect(lost).toHaveCount(1);
    await page.locator('form.answer button[type="submit"]').click();
    await expect(lost).toHaveCount(2);
    await expect(page.locator('.verdict .answer-card')).toHaveCount(0);
    await stop();
    await page.locator('form.answer button[type="submit"]').click();
    await expect(page.locator('.verdict .answer-card')).toBeVisible();
    await expect(lost).toHaveCount(0);
  });

  for (const [tool, scripts, part] of [
    ['deadline-planner', /\/_astro\/DeadlinePlanner-/, '.case-files'],
    ['reply-script', /\/_astro\/ReplyScript-/, '.reply-more'],
  ] as const)
    test(`what lies below the answer of ${tool} says that it did not arrive, ${language}`, async ({
      page,
    }) => {
      const { stop } = await refuse(page, scripts, language === 'en' ? 'cut' : 'gone');
      await page.goto(`/${language}/tools/${tool}/`);
      await awaken(page);
      await page.locator(part).scrollIntoViewIfNeeded();
      const lost = said(
        page,
        language,
        'A part of this page did not arrive',
        '本页有一部分没有读到',
      );
      await expect(lost).toBeVisible();
      await stop();
      await anywhere(page);
      await expect(lost).toHaveCount(0);
      await expect(page.locator(part)).toBeVisible();
    });

  test(`the log says that what reads it did not arrive, and not that somebody stopped it, ${language}`, async ({
    page,
  }) => {
    await refuse(
      page,
      /\/_astro\/(?:log\.worker-|DisputeLog-)/,
      language === 'en' ? 'cut' : 'gone',
    );
    await page.goto(`/${language}/tools/dispute-log/`);
    await awaken(page);
    await page.locator('textarea[name="pasted"]').fill('order,ordered\n1,2026-11-10');
    await expect(page.locator('.tool-answer')).toContainText(
      language === 'en' ? 'did not arrive, or broke down' : '没有读到，或者中途出错',
      { timeout: 20_000 },
    );
  });

  test(`a case that comes along says that it did not arrive, ${language}`, async ({ page }) => {
    await page.addInitScript(() => sessionStorage.setItem('amicable:session:case', 'A-1'));
    const { stop } = await refuse(page, /\/_astro\/Settlement-/);
    await page.goto(`/${language}/tools/settlement/`);
    await awaken(page);
    const lost = said(
      page,
      language,
      'The case you came from did not arrive',
      '要带来的案件没有读到',
    );
    await expect(lost).toBeVisible();
    await stop();
    await anywhere(page);
    await expect(lost).toHaveCount(0);
  });
}
