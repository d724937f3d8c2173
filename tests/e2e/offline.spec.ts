import { expect, test as base, type Page } from '@playwright/test';
import { toolPages } from '../../scripts/lib/tools.mjs';
import { SECOND, startDeploys, type Deploys } from '../support/deploys.ts';

// The worker that answers for the site is left out of all other tests. Here it is the point, and the server is
// one that can be cut off and published anew.
const test = base.extend<{ site: Deploys }>({
  site: async ({}, use) => {
    const site = await startDeploys();
    await use(site);
    await site.close();
  },
});
test.use({ serviceWorkers: 'allow' });

const VISITED = '/en/start/first-listing/';
const OTHER = '/en/playbooks/respond/overview/';

/** Opens a page for the first time and waits until the worker has kept all it keeps at once. */
async function firstVisit(page: Page, url: string) {
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Waits until nothing more is asked for. */
async function quiet({ asked }: Deploys) {
  let before = -1;
  await expect
    .poll(
      () => {
        const same = before === asked.length;
        before = asked.length;
        return same;
      },
      { intervals: [250] },
    )
    .toBe(true);
}

const search = async (page: Page, words: string) => {
  await page.locator('[data-open-modal]:enabled').click();
  await page.locator('dialog input').fill(words);
};
const heading = (page: Page) => page.locator('h1').first();
const offer = (page: Page) => page.locator('aside[aria-label="Load it"]');

test('after one visit, what was visited, every tool and the search work with the network cut', async ({
  page,
  site,
}) => {
  const failed: string[] = [];
  await firstVisit(page, site.url + VISITED);
  // The page of the log analysis opens no connection, with a worker either; the network is still there.
  await page.goto(`${site.url}/en/tools/dispute-log/`);
  const outcome = await page.evaluate(() =>
    fetch('/data/rules.json').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
  await page.goto(site.url + VISITED);
  await quiet(site);
  site.cut = true;
  page.on('pageerror', (error) => failed.push(error.message));
  page.on('requestfailed', (request) => {
    // What a page that is left had still asked for is no failure.
    const isLeft = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!isLeft && !request.url().endsWith('/sw.js')) failed.push(request.url());
  });

  await page.reload();
  await expect(heading(page)).toBeVisible();
  const tools = toolPages() as string[];
  expect(tools.length).toBeGreaterThanOrEqual(9);
  for (const tool of tools) {
    await page.goto(`${site.url}/en/tools/${tool}/`);
    await expect(page.locator('.tool').first()).toBeVisible();
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  }
  // A tool that fetches the rest of itself when somebody turns to it.
  await page.goto(`${site.url}/en/tools/reply-script`);
  expect(new URL(page.url()).pathname).toBe('/en/tools/reply-script/');
  await page.locator('.tool :is(input, select):visible').first().focus();
  await expect(page.locator('.tool-frame[aria-busy="true"]')).toHaveCount(0);
  // Words of one's own are shown only when what reads them is here.
  await page.locator('.tool input[name="vars.item"]').fill('green lamp');
  await expect(page.locator('output[name="gloss"]')).toContainText('green lamp');
  expect(failed).toEqual([]);

  // The search finds the page that was visited, and says that others are not here.
  await search(page, 'first listing');
  const found = page.locator('.pagefind-ui__result-link');
  await expect(found.first()).toBeVisible();
  const paths = await found.evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
  );
  expect(paths).toContain(VISITED);
  expect(paths).not.toContain(OTHER);
  await expect(page.locator('.pagefind-ui__results-area')).toContainText('does not have');

  // What is not here is answered in words, at its own address.
  await page.goto(site.url + OTHER);
  expect(new URL(page.url()).pathname).toBe(OTHER);
  await expect(page.getByText('the page you asked for is not on this device')).toBeVisible();
});

test('what is kept for later waits while a tab is at work', async ({ page, site }) => {
  const LOCK = 'amicable-at-work';
  await page.addInitScript((name) => {
    const work = new Promise((rest) => Object.assign(window, { rest }));
    void navigator.locks.request(name, { mode: 'shared' }, () => work);
  }, LOCK);
  await page.goto(site.url + VISITED);
  await expect
    .poll(() => site.asked.filter((path) => path.includes('/data/offline/')))
    .not.toEqual([]);
  await quiet(site);
  const tool = '/en/tools/dispute-log/';
  expect(site.asked).not.toContain(tool);
  await page.evaluate(() => (window as unknown as { rest: () => void }).rest());
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  expect(site.asked).toContain(tool);

  // Reading a log is such work.
  await page.addInitScript(() => {
    const asked: string[] = [];
    const own = LockManager.prototype.request;
    LockManager.prototype.request = function (this: LockManager, ...given: never[]) {
      asked.push(String(given[0]));
      return Reflect.apply(own, this, given) as Promise<never>;
    };
    Object.assign(window, { asked });
  });
  await page.goto(site.url + tool);
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  const before = (await asked()).filter((name) => name === LOCK).length;
  await page.locator('#dispute-log-files').setInputFiles({
    name: 'log.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'order id,order date,dispute date\n7,2026-01-01,\n8,2026-01-02,2026-01-09\n',
    ),
  });
  await expect(page.locator('.log-files output[name="rows"][data-value="2"]')).toBeAttached();
  expect((await asked()).filter((name) => name === LOCK)).toHaveLength(before + 1);
});

test('pages that are read while the first worker is on its way are kept as well', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    const work = new Promise((rest) => Object.assign(window, { rest }));
    void navigator.locks.request('amicable-at-work', { mode: 'shared' }, () => work);
  });
  const pages = [VISITED, OTHER, '/en/start/never-do/'];
  const told = page.waitForEvent('console', (message) => message.text() === 'told');
  await page.addInitScript(() => {
    const own = ServiceWorker.prototype.postMessage;
    ServiceWorker.prototype.postMessage = function (this: ServiceWorker, ...given: unknown[]) {
      Reflect.apply(own, this, given);
      if (location.pathname.includes('overview')) console.log('told');
    };
  });
  await page.goto(site.url + VISITED);
  await expect
    .poll(() => site.asked.filter((path) => path.includes('/data/offline/')))
    .not.toEqual([]);
  await page.goto(site.url + OTHER);
  await told;
  await page.goto(site.url + '/en/start/never-do/');
  await page.evaluate(() => (window as unknown as { rest: () => void }).rest());
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await quiet(site);
  site.cut = true;
  for (const path of pages) {
    await page.goto(site.url + path);
    await expect(page.locator('.offline'), path).toHaveCount(0);
    await expect(heading(page), path).toBeVisible();
  }
});

test('what cannot begin says so and goes on later, and a switch thrown meanwhile has the last word', async ({
  page,
  site,
}) => {
  const take = page.locator('[data-part="take"]:enabled');
  const told = page.locator('[data-part="told"]');
  // Neither the worker itself nor, once it came, all of what it keeps first.
  for (const failing of [/sw\.js$/, /\/en\/tools\/settlement\/$/]) {
    site.failing = failing;
    await page.goto(`${site.url}/en/offline/`);
    await take.click();
    await expect(told).toContainText('broke off', { timeout: 20_000 });
    await expect(take).toBeVisible();
  }
  site.failing = null;
  await take.click();
  await expect(told).toContainText('files are here', { timeout: 20_000 });
  await page.locator('[data-part="remove"]').click();
  await expect(page.locator('[data-part="removed"]')).toContainText('copies are removed');
  await expect(page.locator('[data-part="again"]')).toBeVisible();
  await expect(told).toBeEmpty();
  await expect(page.locator('[data-part="progress"]')).toBeHidden();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  // Nor does it say that it began again where it did not.
  const again = page.locator('[data-part="again"]');
  const standing = page.locator('[data-part="standing"]');
  site.cut = true;
  await again.click();
  await expect(standing).toContainText('broke off');
  site.cut = false;
  await page.locator('[data-part="remove"]').click();
  // The tab has not been left since: the worker that was removed is the one that comes back.
  await again.click();
  await expect(standing).toContainText(/\d\d of \d+ pages are on this device/, { timeout: 20_000 });
  await quiet(site);
  site.cut = true;
  await page.goto(`${site.url}/en/tools/settlement/`);
  await expect(page.locator('.tool').first()).toBeVisible();
});

test('a language’s whole site is fetched with progress, and its size said before', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/zh-cn/offline/`);
  await expect(page.locator('.offline')).toContainText(
    /约需下载\d+\.\d MB，占用设备空间\d+\.\d MB/,
  );
  await page.locator('[data-part="take"]:enabled').click();
  await expect(page.locator('[data-part="told"]')).toHaveText('全部内容都在这台设备上了。', {
    timeout: 45_000,
  });
  const bar = page.locator('[data-part="progress"]');
  const { value, max } = await bar.evaluate(({ value, max }: HTMLProgressElement) => ({
    value,
    max,
  }));
  expect(value).toBe(max);
  expect(max).toBeGreaterThan(500);
  site.cut = true;
  await page.goto(site.url + OTHER.replace('/en/', '/zh-cn/'));
  await expect(heading(page)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(OTHER.replace('/en/', '/zh-cn/'));
  await expect(page.locator('.offline')).toHaveCount(0);
});

test('a half-finished update changes nothing and goes on later; then no tab mixes versions', async ({
  page,
  context,
  site,
}) => {
  await firstVisit(page, site.url + VISITED);
  const older = await context.newPage();
  await older.goto(site.url + VISITED);
  await quiet(site);
  site.second = true;
  site.failing = /\/en\/tools\/settlement\/$/;
  site.asked.length = 0;
  await page.reload();
  await expect
    .poll(() => site.asked.includes('/en/tools/settlement/'), { timeout: 20_000 })
    .toBe(true);
  await quiet(site);
  await expect(heading(page)).not.toContainText(SECOND);
  await expect(offer(page)).toHaveCount(0);
  // The first version is still whole.
  site.cut = true;
  await page.goto(`${site.url}/en/tools/settlement/`);
  await expect(heading(page)).not.toContainText(SECOND);
  await expect(page.locator('.tool').first()).toBeVisible();

  site.cut = false;
  site.failing = null;
  site.asked.length = 0;
  // What is kept is answered from the version the tab began with …
  await page.goto(site.url + VISITED);
  await expect(offer(page)).toBeVisible({ timeout: 20_000 });
  await expect(heading(page)).not.toContainText(SECOND);
  // What had come is not fetched again.
  expect(site.asked.filter((path) => path === '/en/tools/buyer-motives/')).toEqual([]);
  // … what is not comes whole from the server.
  await page.goto(site.url + OTHER);
  await expect(heading(page)).toContainText(SECOND);
  await page.goto(site.url + VISITED);
  await expect(heading(page)).not.toContainText(SECOND);

  await offer(page).getByRole('button', { name: 'Load it' }).click();
  await expect(heading(page)).toContainText(SECOND);
  // The older tab is told, stays as it is, and still has the files the server has no more.
  await expect(offer(older)).toContainText('another tab');
  await expect(heading(older)).not.toContainText(SECOND);
  await search(older, 'first listing');
  await expect(older.locator('.pagefind-ui__result-link').first()).toBeVisible();
  await older.keyboard.press('Escape');
  // A link leads it to its own version’s page, which is told as well and leads on in the same way.
  for (const [link, path] of [
    ['a.site-title', '/en/'],
    ['main a[href="/en/tools/dispute-rate/"]', '/en/tools/dispute-rate/'],
  ] as const) {
    await older.locator(link).first().click();
    await expect(older).toHaveURL(site.url + path);
    await expect(offer(older)).toContainText('another tab');
    await expect(heading(older)).not.toContainText(SECOND);
  }
  const shelves = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('site')));
  expect(await shelves()).toHaveLength(2);
  // Until it is loaded anew: then it is of the new version, and goes on with that.
  await offer(older).getByRole('button', { name: 'Load it' }).click();
  await expect(heading(older)).toContainText(SECOND);
  await older.locator('a.site-title').click();
  await expect(heading(older)).toContainText(SECOND);
  // Once no tab is of it, nothing of the old version stays.
  await older.close();
  await expect
    .poll(async () => {
      await page.goto(`${site.url}/en/`);
      return shelves();
    })
    .toHaveLength(1);
});

test('a full device is told so in words, and the site goes on', async ({ page, site, context }) => {
  await firstVisit(page, `${site.url}/en/offline/`);
  await quiet(site);
  const session = await context.newCDPSession(page);
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const quotaSize = used + 150_000;
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize });
  await page.reload();
  await page.locator('[data-part="take"]:enabled').click();
  await expect(page.locator('[data-part="told"]')).toContainText('no room left', {
    timeout: 20_000,
  });
  await page.goto(site.url + OTHER);
  await expect(heading(page)).toBeVisible();
  // A new version is taken although there is no room to keep all of it.
  site.second = true;
  await page.goto(site.url + VISITED);
  await expect(offer(page)).toBeVisible({ timeout: 20_000 });
  await offer(page).getByRole('button', { name: 'Load it' }).click();
  await expect(heading(page)).toContainText(SECOND);
});

test('one switch removes the worker and all its copies, and none comes back', async ({
  page,
  site,
}) => {
  await firstVisit(page, `${site.url}/en/offline/`);
  await quiet(site);
  await page.locator('[data-part="remove"]').click();
  await expect(page.locator('[data-part="removed"]')).toContainText('copies are removed');
  const left = () =>
    page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      await caches.keys(),
    ]);
  expect(await left()).toEqual([0, []]);
  await page.goto(site.url + VISITED);
  await search(page, 'listing');
  await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible();
  expect(await left()).toEqual([0, []]);
  // And it can be switched on again.
  await page.goto(`${site.url}/en/offline/`);
  await page.locator('[data-part="again"]').click();
  const standing = page.locator('[data-part="standing"]');
  await expect(standing).not.toContainText('nothing is to be kept');
  await expect(standing).toContainText('on this device', { timeout: 20_000 });
});

test('the site can be installed in either language', async ({ page, site, context }) => {
  const session = await context.newCDPSession(page);
  for (const [folder, name] of [
    ['en', 'Amicable'],
    ['zh-cn', '和解手册'],
  ]) {
    await page.goto(`${site.url}/${folder}/`);
    const { errors, data } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data ?? '{}') as { name: string; icons: { src: string }[] };
    expect(manifest.name).toBe(name);
    expect(manifest.icons).toHaveLength(3);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A window of a test is a private one.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  }
});
