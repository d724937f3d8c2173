import fs from 'node:fs';
import { movedOf, watchMoves } from '../support/frame.ts';
import { expect, languages, test } from '../support/page.ts';

test('the language choice works, and is remembered', async ({ page }) => {
  await page.goto('/');
  await page.locator('a[data-language="zh-cn"]').click();
  await expect(page).toHaveURL(/\/zh-cn\/$/);
  await page.goto('/');
  await expect(page).toHaveURL(/\/zh-cn\/$/);
});

test('the language choice works without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/`);
  await page.locator('a[hreflang="en"]').click();
  await expect(page).toHaveURL(/\/en\/$/);
  await context.close();
});

test('changing the language keeps the page and what was typed', async ({ page }) => {
  await page.goto(
    '/en/tools/dispute-rate/#?category=apparel&claims=7&confirmed=93&metric=aliexpress.snad&timedOut=0&v=1&withdrawn=0',
  );
  await page.locator('[data-language-link]').first().click();
  await expect(page).toHaveURL(/\/zh-cn\/tools\/dispute-rate\/#\?category=apparel&claims=7/);
  await expect(page.locator('input[name="claims"]')).toHaveValue('7');
});

for (const language of languages) {
  test(`three doors lead somewhere, ${language}`, async ({ page, request }) => {
    await page.goto(`/${language}/`);
    const doors = await page
      .locator('.door a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(doors.length).toBeGreaterThanOrEqual(9);
    for (const door of doors)
      expect((await request.get(door.replace(/#.*/, ''))).status(), door).toBe(200);
  });

  test(`the rulebook filters by any name of a thing, ${language}`, async ({ page, quiet }) => {
    await page.goto(`/${language}/reference/rulebook/`);
    await quiet.settle();
    const shown = page.locator('.rule-list li:visible');
    const all = await shown.count();
    expect(all).toBeGreaterThanOrEqual(110);
    const found: string[][] = [];
    for (const query of ['货不对版', '货不对板', 'SNAD']) {
      await page.locator('#rule-query').fill(query);
      const links = await shown
        .locator('a')
        .evaluateAll((items) => items.map((item) => (item as HTMLAnchorElement).hash));
      expect(links.length, query).toBeGreaterThan(3);
      expect(links, query).toContain('#aliexpress.line.snad-general-group-a');
      found.push([...links].sort());
    }
    await page.locator('#rule-query').fill('zzzzqqqq');
    await expect(shown).toHaveCount(0);
    await page.locator('#rule-query').press('Escape');
    await expect(shown).toHaveCount(all);
    await page.locator('#rule-platform').selectOption('ozon');
    expect(await shown.count()).toBeLessThan(all);
  });

  test(`a tick survives a reload, and can be cleared, ${language}`, async ({ page, quiet }) => {
    await page.goto(`/${language}/playbooks/respond/inr-in-transit/`);
    await quiet.settle();
    const box = page.locator('tick-list input').first();
    await box.check();
    await page.reload();
    await expect(box).toBeChecked();
    await page.locator('tick-list [data-clear]').first().click();
    await page.reload();
    await expect(box).not.toBeChecked();
  });

  test(`search comes when it is opened, and not before, ${language}`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`/${language}/start/first-dispute/`);
    await page.waitForLoadState('networkidle');
    const input = page.locator('.pagefind-ui__search-input');
    const dialog = page.locator('site-search dialog');
    expect(asked.filter((each) => /pagefind|search\./.test(each))).toEqual([]);
    await page.keyboard.press('Control+k');
    await expect(input).toBeFocused();
    await page.keyboard.type(language === 'en' ? 'chargeback' : '拒付');
    const first = page.locator('.pagefind-ui__result-link').first();
    await expect(first).toHaveAttribute('href', new RegExp(`/${language}/`));
    await expect(page.locator('.pagefind-ui__message')).toContainText(/\d/);
    await page.keyboard.press('Escape');
    await expect(dialog).not.toHaveAttribute('open');
    await page.keyboard.press('/');
    await expect(input).toBeFocused();
    await expect(input).toHaveValue('');
    await page.keyboard.press('Control+k');
    await expect(dialog).not.toHaveAttribute('open');
    const button = page.locator('button[data-open-modal]');
    await button.click();
    await expect(input).toBeFocused();
    // A click beside the box closes it, and the focus goes back to where it was.
    await page.mouse.click(5, 400);
    await expect(dialog).not.toHaveAttribute('open');
    await expect(button).toBeFocused();
  });

  test(`a page that is not there says so, ${language}`, async ({ browser, baseURL }) => {
    const page = await (await browser.newContext()).newPage();
    const response = await page.goto(`${baseURL}/${language}/nowhere/`);
    expect(response?.status()).toBe(404);
    await expect(page.locator(`section:lang(${language === 'en' ? 'en' : 'zh-CN'})`)).toBeVisible();
    await page.context().close();
  });

  test(`a phone does not scroll sideways, ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [
      '',
      'tools/dispute-rate/',
      'reference/rulebook/',
      'reference/sources/',
      'playbooks/respond/snad-damaged/',
      'platforms/compare/',
    ]) {
      await page.goto(`/${language}/${path}`);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        path,
      ).toBeLessThanOrEqual(1);
    }
  });
}

test('a page says when its figures are overdue for review', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2028-01-01T12:00:00Z'));
  await page.goto('/en/playbooks/respond/inr-in-transit/');
  await expect(page.locator('[data-overdue]')).toBeVisible();
  await page.clock.setFixedTime(new Date('2026-11-22T12:00:00Z'));
  await page.goto('/en/playbooks/respond/snad-damaged/');
  await expect(page.locator('[data-overdue]')).toBeHidden();
});

test('a slash typed into a field stays there', async ({ page }) => {
  await page.goto('/en/tools/reply-script/');
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.locator('input[name="search"]').press('/');
  await expect(page.locator('input[name="search"]')).toHaveValue('/');
  await expect(page.locator('site-search dialog')).not.toHaveAttribute('open');
});

test('a browser that keeps nothing still changes the theme, and no script fails', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/en/start/first-dispute/');
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'light');
  await page.locator('.header starlight-theme-select select').selectOption('dark');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-theme', 'dark');
});

test('a chosen theme is kept and shown before anything else runs', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/en/start/first-dispute/');
  await page.locator('.header starlight-theme-select select').selectOption('dark');
  await page.route('**/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  );
  await page.goto('/zh-cn/start/first-dispute/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('.header starlight-theme-select select')).toHaveValue('dark');
});

test('the rulebook moves nothing while it wakes, and a page-long paste does not stop it', async ({
  page,
}) => {
  await watchMoves(page);
  await page.goto('/en/reference/rulebook/');
  await page.waitForLoadState('networkidle');
  expect(await movedOf(page)).toBeLessThan(0.001);
  const query = page.locator('#rule-query');
  const taken = await query.evaluate((input: HTMLInputElement) => {
    const started = performance.now();
    input.value = '纠纷未收到货 parcel '.repeat(1400);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return performance.now() - started;
  });
  expect(taken).toBeLessThan(3000);
});

test('without JavaScript the rulebook shows every rule and no control that does nothing', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/en/reference/rulebook/`);
  await expect(page.locator('.filter-bar')).toBeHidden();
  expect(await page.locator('.rule-list li').count()).toBeGreaterThan(110);
  await context.close();
});

test('a contrast theme draws the words of a figure in its own colour', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.addInitScript(() => localStorage.setItem('starlight-theme', 'light'));
  await page.goto('/en/platforms/aliexpress/lifecycle/');
  const [drawn, system] = await page
    .locator('main svg text')
    .first()
    .evaluate((text) => {
      const probe = document.createElement('p');
      probe.style.color = 'CanvasText';
      document.body.append(probe);
      return [getComputedStyle(text).fill, getComputedStyle(probe).color];
    });
  expect(drawn).toBe(system);
});

for (const language of languages)
  test(`a page is copied as Markdown on a press and not before, ${language}`, async ({
    page,
    context,
    quiet,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    quiet.mayFetch('/_astro/', '/start/never-do/index.md');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`/${language}/start/never-do/`);
    await quiet.settle();
    const text = `/${language}/start/never-do/index.md`;
    expect(asked).not.toContain(text);
    await page.locator('.edit a[href="index.md"]').click();
    await expect(page.locator('.edit [role=status]')).toHaveText(
      language === 'en' ? 'Copied.' : '已复制。',
    );
    expect(asked.filter((path) => path === text)).toEqual([text]);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`# ${await page.locator('h1').textContent()}\n`);
    // Where it cannot be had, the page says so and keeps standing.
    await page.route('**/index.md', (route) => route.fulfill({ status: 503 }));
    quiet.maySay('503');
    await page.locator('.edit a[href="index.md"]').click();
    await expect(page.locator('.edit [role=status]')).toContainText(
      language === 'en' ? 'did not work' : '没有复制成',
    );
  });

for (const language of languages)
  test(`a rule, a drawing and a tool are cited and taken along, ${language}`, async ({
    page,
    context,
    quiet,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    // What the first press brings; made is everything from what the page shows.
    quiet.mayFetch('/_astro/', '/data/packs/');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const file = async (press: () => Promise<void>) => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return {
        name: download.suggestedFilename(),
        text: fs.readFileSync(await download.path(), 'utf8'),
      };
    };
    await page.goto(`/${language}/reference/rulebook/aliexpress/`);
    await quiet.settle();
    const card = page.locator('[id="aliexpress.dispute.first-answer"]');
    const figure = await card.locator('.figure-text').textContent();
    await card.locator('button.cite').click();
    const bar = card.locator('.cite-bar');
    await expect(bar.locator('p').first()).toContainText(
      `/${language}/reference/rulebook/aliexpress/#aliexpress.dispute.first-answer`,
    );
    await bar.locator('button').first().click();
    await expect(bar.locator('[role=status]')).not.toBeEmpty();
    expect(await copied()).toContain(figure ?? '?');
    expect(await copied()).toContain('2024-12-06');
    const table = await file(() => bar.locator('button').nth(1).click());
    expect(table.name).toBe('aliexpress.dispute.first-answer.csv');
    const rows = table.text.trim().split('\r\n');
    expect(rows.length).toBe(2 + (await card.locator('li').count()));
    expect(rows[1]).toContain(`"${figure}"`);
    await card.locator('button.cite').click();
    await expect(bar).toHaveCount(0);

    await page.goto(`/${language}/playbooks/negotiate/prepare/`);
    await quiet.settle();
    const drawing = page.locator('figure.figure').first();
    await drawing.locator('button.cite').click();
    const drawn = await file(() => drawing.locator('.cite-bar button').nth(1).click());
    expect(drawn.name).toMatch(/\.svg$/);
    expect(drawn.text).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(drawn.text).not.toMatch(/var\(|class=|currentcolor/i);
    expect(drawn.text).toMatch(/<text[^>]*>[^<]+</);
    // And what it says as a table, statement by statement.
    const words = await file(() => drawing.locator('.cite-bar button').nth(2).click());
    expect(words.name).toBe(drawn.name.replace(/svg$/, 'csv'));
    const said = words.text.trim().split('\r\n');
    expect(said.length).toBeGreaterThan(2);
    for (const line of said.slice(1)) expect(line).toMatch(/^"[^"]+","[^"]+[^"\s.;；。]","http/);

    // Several charts of a made-up log below one button, each by its name, and each file says what it is.
    await page.goto(`/${language}/playbooks/desk/case-log/`);
    await quiet.settle();
    const lesson = page.locator('.log-lesson').first();
    const charts = await lesson.locator('svg[role="img"]').count();
    await lesson.locator('button.cite').click();
    const offered = lesson.locator('.cite-bar button');
    await expect(offered).toHaveCount(1 + 2 * charts);
    expect(new Set(await offered.allTextContents()).size).toBe(1 + 2 * charts);
    const chartOfLog = await file(() => offered.nth(1).click());
    expect(chartOfLog.name).toMatch(/^example-.*\.svg$/);
    expect(chartOfLog.text).toContain(
      (await lesson.getAttribute('data-made-up'))?.slice(0, 8) ?? '?',
    );

    await page.goto(`/${language}/tools/settlement/`);
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    await quiet.settle();
    await page.locator('button.cite[data-tool]').click();
    await page.locator('.below .cite-bar button').nth(1).click();
    await expect(page.locator('.below .cite-bar [role=status]')).not.toBeEmpty();
    expect(await copied()).toContain(`/${language}/tools/settlement/embed/"`);
    const chart = await file(() => page.locator('.below .cite-bar button').nth(2).click());
    expect(chart.text).toMatch(/<circle[^>]*fill="rgb/);
    const told = await file(() => page.locator('.below .cite-bar button').nth(3).click());
    expect(told.name).toBe(chart.name.replace(/svg$/, 'csv'));
    expect(told.text).toMatch(/\d/);
  });
