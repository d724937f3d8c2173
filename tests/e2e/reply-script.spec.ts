import { readdirSync } from 'node:fs';
import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test as plain, type Page } from '@playwright/test';
import { expect, languages, test as base } from '../support/page.ts';

/** What reads words, days and figures of one's own comes when there are some. */
const OWN = [
  '/_astro/',
  ...['words', 'understands', 'guard', 'why', 'refusals', 'days', 'about'].map(
    (each) => `/data/packs/reply.${each}.`,
  ),
];
/** Somebody turns to the list of situations, and it is there: from then on it fetches what is chosen or written in one's own way. */
const test = base.extend<{ ready: () => Promise<void> }>({
  ready: async ({ page, quiet }, use) => {
    await use(async () => {
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
      await page.locator('.script-picker').dispatchEvent('pointerdown');
      await expect(page.locator('.tool-frame[aria-busy="true"]')).toHaveCount(0);
      await expect(page.locator('select[name="situation"]')).toBeVisible();
      await idle(page);
      await quiet.settle();
      quiet.mayFetch(...OWN);
    });
  },
});
/** A search fetches its names and what reads them when somebody turns to it. */
const SEARCH = ['/_astro/', '/data/packs/reply.names.'];
/** A day in a language that is not here fetches the words of all. */
const WORDS = '/data/packs/moment.words.';
const idle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestIdleCallback(() => requestIdleCallback(() => resolve())),
      ),
  );

// Promises lie ahead of the day on which these journeys take place.
test.beforeEach(({ page }) => page.clock.setFixedTime(new Date('2026-11-28T09:00:00Z')));

for (const language of languages) {
  test.describe(`reply script, ${language}`, () => {
    const open = `/${language}/tools/reply-script/`;
    const late =
      '#?language=ru&situation=delayed-en-route&vars.buyerName=Anna&vars.orderId=8123456789012345';

    test('opens with a worked example and writes it anew in another language', async ({
      page,
      quiet,
      ready,
    }) => {
      quiet.mayFetch('/data/packs/reply.ko.');
      await page.goto(open);
      await ready();
      const text = page.locator('output[name="text"]');
      await expect(text).toHaveAttribute('data-value', /настольная лампа/);
      await expect(text).toHaveAttribute('data-value', /12 декабря 2026 года/);
      await expect(page.locator('.example-mark')).toBeVisible();
      await expect(page.locator('output[name="limit"]')).toHaveAttribute('data-value', 'null');
      await page.locator('select[name="language"]').selectOption('ko');
      await expect(text).toHaveAttribute('data-value', /2026년 12월 12일/);
      const length = Number(await page.locator('output[name="length"]').getAttribute('data-value'));
      const value = (await text.getAttribute('data-value')) ?? '';
      expect(length).toBe([...value].length);
      // As many lines of meaning as of text.
      const lines = (name: string) => page.locator(`output[name="${name}"] .reply-line`).count();
      expect(await lines('gloss')).toBe(await lines('text'));
    });

    test('brings its example, and fetches the rest when somebody turns to the form', async ({
      page,
      quiet,
    }) => {
      quiet.mayFetch('/_astro/', '/data/packs/reply.');
      const fetched: string[] = [];
      let release: () => void = () => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      await page.route('**/data/packs/**', async (route) => {
        fetched.push(new URL(route.request().url()).pathname.replace(/\.\w+\.json$/, ''));
        await released;
        await route.continue();
      });
      await page.goto(open);
      await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
      await idle(page);
      await quiet.settle();
      const text = page.locator('output[name="text"]');
      await page.locator('select[name="tone"]').hover();
      expect(fetched).toEqual([]);
      await expect(page.locator('.ready')).toHaveText('');
      await expect(text).toHaveAttribute('data-value', /настольная лампа/);
      // What is typed and chosen on the way is kept, and answered once everything is there.
      await page.locator('input[name="vars.buyerName"]').fill('Ольга');
      await expect(text).toHaveCount(0);
      await page.locator('select[name="situation"]').selectOption('snad-damaged');
      await expect(page.locator('.tool-answer .sentence')).not.toBeEmpty();
      release();
      await expect(text).toHaveAttribute('data-value', /Ольга/);
      await expect(page.locator('select[name="situation"]')).toHaveValue('snad-damaged');
      await expect(page).toHaveURL(/situation=snad-damaged.*vars\.buyerName=/);
      const own = language === 'en' ? 'en' : 'zh-CN';
      expect(new Set(fetched)).toEqual(
        new Set([`all.${own}`, 'ru', own, 'guard.ru'].map((each) => `/data/packs/reply.${each}`)),
      );
    });

    test('drops the made-up values as soon as a person types', async ({ page, ready }) => {
      await page.goto(open);
      await ready();
      await page.locator('input[name="vars.buyerName"]').fill('Ольга');
      const text = page.locator('output[name="text"]');
      await expect(text).toHaveAttribute('data-value', /Ольга/);
      await expect(text).not.toHaveAttribute('data-value', /настольная лампа/);
      await expect(page.locator('.missing li').first()).toHaveAttribute('data-id', 'orderId');
    });

    test('says what is missing instead of copying', async ({ page, ready, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(open + late);
      await ready();
      await page.evaluate(() => navigator.clipboard.writeText('untouched'));
      const copy = page.locator('#reply-script-copy');
      await expect(copy).toHaveAttribute('aria-disabled', 'true');
      await copy.focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.copy-answer')).not.toBeEmpty();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('untouched');
      await expect(page.locator('output[name="text"] mark.gap').first()).toBeVisible();
      const missing = await page
        .locator('.missing li')
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['id']));
      expect(missing).not.toContain('buyerName');
      expect(missing.length).toBeGreaterThan(1);
    });

    test('jumps to favourites and recent replies while nothing is typed', async ({
      page,
      quiet,
      ready,
    }) => {
      quiet.mayFetch(...SEARCH);
      await page.goto(open);
      await ready();
      await page.locator('select[name="situation"]').selectOption('snad-damaged');
      await page.locator('button[aria-pressed]').first().click();
      await page.locator('select[name="situation"]').selectOption('inr-customs');
      await page.keyboard.press('Alt+r');
      await expect(page.locator('#reply-script-search')).toBeFocused();
      const options = page.locator('[role="option"]');
      await expect(options.nth(0)).toHaveAttribute('data-id', 'snad-damaged');
      await expect(options.nth(1)).toHaveAttribute('data-id', 'inr-customs');
      await page.keyboard.press('Escape');
      await expect(options).toHaveCount(0);
    });

    test('copies a reply in five key actions', async ({ page, quiet, ready, context }) => {
      quiet.mayFetch(...SEARCH);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(open);
      await ready();
      await page.evaluate(() =>
        navigator.clipboard.writeText(
          'Мария\t8123456789012345\tнастольная лампа\t2026-12-12\tLP00123456789CN\tLampa Store',
        ),
      );
      await page.keyboard.press('Alt+r');
      await expect(page.locator('#reply-script-search')).toBeFocused();
      await page.keyboard.insertText('отправлен');
      await page.keyboard.press('Enter');
      await expect(page.locator('select[name="situation"]')).toHaveValue('dispatched');
      await expect(page.locator('input[name="vars.buyerName"]')).toBeFocused();
      await page.keyboard.press('Control+v');
      await expect(page.locator('#reply-script-copy')).not.toHaveAttribute('aria-disabled', 'true');
      await page.keyboard.press('Control+Enter');
      await expect(page.locator('.copy-answer')).not.toBeEmpty();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await page.locator('output[name="text"]').getAttribute('data-value'));
      expect(copied).toContain('Мария');
      expect(copied).toContain('Lampa Store');
      expect(copied).not.toMatch(/[⟦⟧\u00a0\u200b\u2068]/u);
    });

    test('finds a situation in three languages and by the words inside', async ({
      page,
      quiet,
      ready,
    }) => {
      quiet.mayFetch(...SEARCH);
      await page.goto(open);
      await ready();
      const search = page.locator('#reply-script-search');
      const options = page.locator('[role="option"]');
      for (const [query, id] of [
        ['海关', 'inr-customs'],
        ['where is my parcel', 'inr-in-transit'],
        ['разбит', 'snad-damaged'],
        ['货不对板', 'snad'],
        ['LED', ''],
        ['choise', 'offer-two-options'],
      ] as const) {
        await search.fill(query);
        if (id === '') continue;
        await expect
          .poll(async () => {
            const ids = await options.evaluateAll((all) =>
              all.map((one) => (one as HTMLElement).dataset['id'] ?? ''),
            );
            return ids.slice(0, 6).some((each) => each.startsWith(id));
          }, query)
          .toBe(true);
      }
      await search.fill('海关');
      await page.keyboard.press('ArrowDown');
      await expect(search).toHaveAttribute('aria-activedescendant', 'reply-script-options-1');
      await page.keyboard.press('Escape');
      await expect(options).toHaveCount(0);
    });

    test('reads days, amounts and switches, and refuses nonsense at its field', async ({
      page,
      ready,
    }) => {
      await page.goto(`${open}#?language=de&situation=offer-partial-refund`);
      await ready();
      const date = page.locator('input[name="vars.date"]');
      await date.fill('05/12/2026');
      await expect(date).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('output[name="text"]')).toHaveCount(0);
      await page.locator('.error-summary a').click();
      await expect(date).toBeFocused();
      await date.fill('2026年12月5日');
      await page.locator('input[name="vars.amount"]').fill('$1,234.50');
      await page.locator('input[name="vars.currency"]').fill('usd');
      const text = page.locator('output[name="text"]');
      await expect(text).toHaveAttribute('data-value', /5\. Dezember 2026/);
      await expect(text).toHaveAttribute('data-value', /1\.234,50 \$/);
      await expect(page).toHaveURL(/vars\.amount=.*&vars\.currency=.*&vars\.date=2026-12-05/);
      const before = await text.getAttribute('data-value');
      await page.locator('input[name^="blocks."]').first().click();
      await expect(text).not.toHaveAttribute('data-value', before ?? '');
      await expect(page).toHaveURL(/blocks\./);
    });

    test('keeps a permalink, and names what in it cannot be used', async ({
      page,
      quiet,
      ready,
    }) => {
      quiet.mayFetch(WORDS);
      await page.goto(
        `${open}#?blocks.nothing=true&gloss=en&language=ru&nonsense=%3Cb%3E&platform=ozon&settings.pronoun=%D0%92%D1%8B&situation=inr-in-transit&tone=plain&v=1&vars.buyerName=O%E2%80%99Brien&vars.date=someday&vars.wrong=1`,
      );
      await ready();
      await expect(page.locator('.notice code')).toHaveCount(4);
      await expect(page.locator('.notice code')).toContainText(['nonsense=<b>']);
      await expect(page.locator('select[name="platform"]')).toHaveValue('ozon');
      await expect(page.locator('select[name="tone"]')).toHaveValue('plain');
      await expect(page.locator('input[name="vars.buyerName"]')).toHaveValue('O’Brien');
      await expect(page.locator('input[name="vars.date"]')).toHaveValue('');
      await expect(page.locator('output[name="text"]')).toHaveAttribute('data-value', /O’Brien/);
    });

    test('marks what may not be said, in a reply of one’s own and in a filled field', async ({
      page,
      ready,
    }) => {
      await page.goto(open);
      await ready();
      await page
        .locator('#reply-guard-text')
        .fill('Please cancel the dispute and write to me on W h a t s A p p.');
      const warnings = page.locator('.reply-check .warnings li');
      await expect(warnings.first()).toBeVisible();
      await expect(warnings.first()).toHaveAttribute('data-id', /^aliexpress\./);
      await expect(warnings.first().locator('a')).toHaveAttribute(
        'href',
        new RegExp(`^/${language}/reference/rulebook/`),
      );
      await expect(page.locator('.checked-text mark.hit').first()).toBeVisible();
      await page.locator('input[name="vars.item"]').fill('лампа, t.me/lampshop');
      await expect(page.locator('.tool-answer .warnings li').first()).toBeVisible();
      await expect(page.locator('output[name="text"] mark.hit').first()).toContainText('t.me');
    });

    test('keeps settings, favourites and recent ones only when asked, and deletes them', async ({
      page,
      ready,
    }) => {
      await page.goto(`${open}#?language=fr&situation=inr-customs`);
      await ready();
      await page.locator('select[name="situation"]').selectOption('snad-damaged');
      // What stands below wakes when somebody gets near it.
      await page.locator('.reply-lists').scrollIntoViewIfNeeded();
      await expect(page.locator('[data-list="recent"] li')).toHaveCount(1);
      const stored = () =>
        page.evaluate(() =>
          Object.keys(localStorage)
            .filter((k) => k.startsWith('amicable:reply-script'))
            .sort(),
        );
      expect(await stored()).toEqual([]);
      await page.locator('button[aria-pressed]').click();
      await page.locator('input[name="keep-recent"]').check();
      await page.locator('details.more summary').last().click();
      await page.locator('input[name="settings.shop"]').fill('Lampa Store');
      await page.locator('.kept-settings button').first().click();
      expect(await stored()).toEqual([
        'amicable:reply-script:favourites',
        'amicable:reply-script:recent',
        'amicable:reply-script:settings',
      ]);
      await page.goto('about:blank');
      await page.goto(open);
      await ready();
      await expect(page.locator('select[name="language"]')).toHaveValue('fr');
      await page.locator('.reply-lists').scrollIntoViewIfNeeded();
      await expect(page.locator('[data-list="favourites"] li')).toHaveAttribute(
        'data-id',
        'snad-damaged',
      );
      await page.locator('[data-list="favourites"] .remove').click();
      await page.locator('[data-list="recent"] .remove').first().click();
      await page.locator('input[name="keep-recent"]').uncheck();
      await page.locator('details.more summary').last().click();
      await page.locator('.kept-settings button').last().click();
      expect(await stored()).toEqual([]);
    });

    test('saves files for other tools', async ({ page, quiet, ready }) => {
      quiet.mayFetch(...SEARCH);
      await page.goto(open);
      await ready();
      const save = async (format: string, scope: string) => {
        await page.locator('select[name="export.format"]').selectOption(format);
        await page.locator('select[name="export.scope"]').selectOption(scope);
        const waiting = page.waitForEvent('download');
        await page.locator('.reply-export button.action').click();
        const download = await waiting;
        return { name: download.suggestedFilename(), data: fs.readFileSync(await download.path()) };
      };
      const table = await save('textexpander', 'all');
      expect(table.name).toMatch(/\.csv$/);
      expect(table.data.toString('utf8').length).toBeGreaterThan(5_000);
      const markdown = await save('markdown', 'one');
      expect(markdown.data.toString('utf8')).toMatch(/\S/);
      const package_ = await save('espanso', 'stage');
      expect(package_.name).toBe('amicable-espanso.zip');
      expect(package_.data.subarray(0, 2).toString()).toBe('PK');
    });

    test('stands alone in a frame', async ({ page, ready }) => {
      await page.goto(`/${language}/tools/reply-script/embed/${late}`);
      await ready();
      await expect(page.locator('select[name="situation"]')).toHaveValue('delayed-en-route');
      await expect(page.locator('input[name="vars.buyerName"]')).toHaveValue('Anna');
    });

    test('has no accessibility violation while in use', async ({ page, quiet, ready }) => {
      quiet.mayFetch(...SEARCH);
      await page.goto(open);
      await ready();
      await page.locator('#reply-script-search').fill('lamp');
      await page.locator('#reply-guard-text').fill('Write to me on WhatsApp.');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual(
          [],
        );
      }
    });
  });
}

const stringsOf = (language: string) =>
  JSON.parse(
    fs.readFileSync(
      `src/content/i18n/parts/reply-script.${language === 'en' ? 'en' : 'zh-CN'}.json`,
      'utf8',
    ),
  ) as Record<string, string>;

// What does not arrive is said on the console by the browser itself.
for (const language of languages)
  test(`without a network nothing is asked for with every key, what is missing is said, and it comes with the network, ${language}`, async ({
    page,
    context,
    quiet,
  }) => {
    quiet.maySay('ERR_INTERNET_DISCONNECTED');
    quiet.mayFetch('/_astro/', '/data/packs/');
    const strings = stringsOf(language);
    const text = (key: string, values: Record<string, string> = {}) =>
      (strings[`tool.reply-script.${key}`] ?? key).replace('{language}', values['language'] ?? '');
    await page.goto(`/${language}/tools/reply-script/`);
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    await quiet.settle();
    let asked = 0;
    page.on('request', () => (asked += 1));
    await context.setOffline(true);
    const line = page.locator('.tool-form .privacy-line');
    const item = page.locator('input[name="vars.item"]');
    const type = async (words: string) => {
      await item.pressSequentially(words);
      // Longer than typing has to rest before something is fetched.
      await page.waitForTimeout(600);
    };
    await item.focus();
    await type('л');
    await expect(line).toContainText(text('page.lost.guard'));
    await expect(page.locator('.tool-answer .sentence')).toHaveText(text('page.guard-failed'));
    await expect(page.locator('.ready')).toHaveText('');
    // A day in words lacks what reads it, once: no fetch follows another by itself.
    await page.locator('input[name="vars.date"]').fill('5 декабря');
    await expect(line).toContainText(text('page.lost.reads'));
    await page.locator('input[name="vars.date"]').fill('');
    // To turn to a field asks again, at the latest with the first key; the keys after it do not.
    await item.focus();
    await type('а');
    let before = asked;
    await type('мпа настольная');
    expect(asked).toBe(before);
    // A step of one’s own asks again, once.
    await page.locator('select[name="language"]').selectOption('ko');
    const korean = text('page.lost.texts', { language: text('language.ko') });
    await expect(line).toContainText(korean);
    await expect(line).toContainText(text('page.lost.rest'));
    expect(asked).toBeGreaterThan(before);
    await item.focus();
    await type(',');
    before = asked;
    await type(' белая');
    expect(asked).toBe(before);
    // The network is back, and nobody touches anything.
    await context.setOffline(false);
    await expect(page.locator('.error-summary a')).toHaveAttribute(
      'href',
      '#reply-script-vars-item',
    );
    await expect(line).not.toContainText(text('page.lost.guard'));
    await expect(line).not.toContainText(korean);
    await expect(line).not.toContainText(text('page.lost.reads'));
    await expect(item).toHaveValue(/^лампа настольная, белая/);
    await page.locator('select[name="language"]').selectOption('ru');
    await expect(page.locator('output[name="text"]')).toHaveAttribute('data-value', /, белая/);
    // All of it is fetched on request, and then nothing is said to be fetched.
    await page.locator('.reply-languages button').click();
    await expect(page.locator('.ready')).toHaveText(text('page.ready-all'));
    await expect(line).not.toContainText(text('page.fetches'));
  });

// Without the watch over the console: what does not arrive is said there by the browser itself.
plain(
  'an address waits for what reads it, and what did not arrive is fetched at the next touch',
  async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-28T09:00:00Z'));
    await page.route('**/data/packs/**', (route) => route.abort());
    await page.goto(
      '/en/tools/reply-script/#?language=de&situation=offer-partial-refund&vars.date=morgen&vars.amount=5%2C50&vars.currency=EUR',
    );
    await expect(page.locator('.tool-answer .sentence')).toContainText('did not arrive');
    await expect(page.locator('.example-mark')).toHaveCount(0);
    const name = page.locator('input[name="vars.buyerName"]');
    await expect(name).toHaveValue('');
    await name.fill('Hans');
    await expect(page).toHaveURL(/language=de.*vars\.date=morgen/);
    await expect(page.locator('.tool-frame')).not.toHaveAttribute('aria-busy', 'true');
    await page.unroute('**/data/packs/**');
    await page.locator('select[name="tone"]').focus();
    await expect(page.locator('select[name="situation"]')).toHaveValue('offer-partial-refund');
    await expect(page.locator('select[name="language"]')).toHaveValue('de');
    await expect(page.locator('input[name="vars.date"]')).toHaveValue('2026-11-29');
    await expect(name).toHaveValue('Hans');
    await expect(page.locator('output[name="text"]')).toHaveAttribute(
      'data-value',
      /29\. November 2026/,
    );
  },
);

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the worked example and the library are there', async ({ page }) => {
    await page.goto('/en/tools/reply-script/');
    await expect(page.locator('output[name="text"]')).toHaveAttribute(
      'data-value',
      /настольная лампа/,
    );
    await page.goto('/zh-cn/scripts/');
    const links = page.locator('.script-list h3 a');
    await expect(links).toHaveCount(readdirSync('src/content/scripts').length);
    await page.goto((await links.first().getAttribute('href')) ?? '');
    await expect(page.locator('main h3[id="ko"]')).toBeVisible();
    for (const lang of ['en', 'ru', 'es', 'pt-BR', 'fr', 'de', 'pl', 'ko'])
      await expect(page.locator(`.script-block [lang="${lang}"]`).first()).toBeVisible();
    await expect(page.locator('.script-block .meaning').first()).toBeVisible();
  });
});
