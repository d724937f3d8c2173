import fs from 'node:fs/promises';
import Papa from 'papaparse';
import { expect, languages, test } from '../support/page.ts';

/** What looks at listings comes when somebody turns to the form. */
const REST = ['/_astro/', '/data/packs/listing.all.'];

const PLACES = {
  'at a desk': { ending: '', viewport: { width: 1440, height: 900 } },
  'on a phone': { ending: '', viewport: { width: 390, height: 844 } },
  'in a frame': { ending: 'embed/', viewport: { width: 600, height: 800 } },
};

const found = (id: string) => `.findings li[data-id="${id}"]`;

for (const language of languages) {
  test.describe(`listing check, ${language}`, () => {
    const open = `/${language}/tools/listing-check/`;
    test.beforeEach(({ quiet }) => quiet.mayFetch(...REST));

    for (const [place, { ending, viewport }] of Object.entries(PLACES))
      test(`goes from a pasted page to a copied repair ${place}`, async ({
        page,
        quiet,
        context,
      }) => {
        await page.setViewportSize(viewport);
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await page.goto(`${open}${ending}`);
        await quiet.settle();
        // The made-up listing holds the faults of the articles.
        await expect(page.locator('.example-mark')).toBeVisible();
        for (const id of ['L02', 'L03', 'L05', 'L09'])
          await expect(page.locator(found(id)).first()).toBeVisible();

        // A page pasted whole is taken apart; what was made up is gone.
        const paste = page.locator('textarea[name="page"]');
        await page.locator('details.more').first().locator('summary').click();
        await paste.fill('120 pieces of shoes\nMaterial: PU\nGenuine leather for every day');
        await paste.locator('xpath=ancestor::details').getByRole('button').click();
        await expect(page.locator('.example-mark')).toHaveCount(0);
        await expect(page.locator('textarea[name="title"]')).toHaveValue('120 pieces of shoes');
        await expect(page.locator('textarea[name="attributes"]')).toHaveValue('Material: PU');
        await expect(page.locator('textarea[name="skus"]')).toHaveValue('');
        await expect(page.locator(found('L05'))).toBeVisible();
        const pieces = page.locator(found('L01'));
        await expect(pieces.locator('output')).toHaveAttribute(
          'data-value',
          '60 pairs (120 pieces) shoes',
        );
        // It names its own rule with how sure that is, and what the text is.
        const rule = pieces.locator('[data-id="rules"] a').first();
        await expect(rule).toHaveAttribute('href', /\/reference\/rulebook\//);
        await expect(pieces.locator('.repair')).toHaveAttribute('data-kind', 'ready');
        await expect(page.locator(found('L05')).first().locator('.repair')).toHaveAttribute(
          'data-kind',
          'gap',
        );
        await pieces.getByRole('button').click();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
          '60 pairs (120 pieces) shoes',
        );

        // Mended, and nothing of it is left.
        await page.locator('textarea[name="title"]').fill('60 pairs of shoes');
        await page.locator('textarea[name="description"]').fill('PU for every day');
        await expect(page.locator('output[name="findings"]')).toHaveAttribute('data-value', '0');
        await expect(page.locator('output[name="limit.title"]')).toHaveAttribute(
          'data-value',
          '17/128',
        );
        await expect(page.locator('.before-publishing input')).not.toHaveCount(0);
      });

    test('keeps a link, says what it left out, and names a line it cannot read', async ({
      page,
      quiet,
    }) => {
      await page.goto(
        `${open}#?nonsense=1&platform=amazon&promise.daysMax=25&promise.daysMin=15&title=Lamp%20free%20shipping&v=1`,
      );
      await quiet.settle();
      await expect(page.locator('.notice code')).toHaveText(['nonsense=1']);
      await expect(page.locator(found('L11'))).toHaveAttribute('data-severity', 'blocks');
      await expect(page.locator('input[name="promise.daysMax"]')).toHaveValue('25');
      await page.locator('textarea[name="skus"]').fill('White | 12,50 | lamp\nBlack | 5000，300');
      await expect(page.locator('#listing-check-skus-error')).toContainText('5000');
      await expect(page.locator('.findings')).toHaveCount(0);
    });

    test('on paper is the answer with its list, and nothing to press', async ({ page, quiet }) => {
      await page.goto(open);
      await quiet.settle();
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.findings > li').first()).toBeVisible();
      await expect(page.locator('.before-publishing li').first()).toBeVisible();
      await expect(page.locator('.findings button').first()).toBeHidden();
      // What is folded is opened for paper; the panel for tables would be fetched by that.
      await expect(page.locator('details.many-listings')).toBeHidden();
      await expect(page.locator('details.many-listings')).not.toHaveAttribute('open');
      await expect(page.locator('details.many-listings textarea')).toHaveCount(0);
    });

    test('checks a table of listings away from the page', async ({ page, quiet }) => {
      await page.goto(open);
      await quiet.settle();
      const many = page.locator('details.many-listings');
      await many.locator('summary').click();
      await many
        .locator('textarea')
        .fill('Title\tMaterial\n120 pieces of shoes\tPU\nOak lamp\toak\nBag genuine leather\tPU');
      await expect(many.locator('select[name="column.1"]')).toHaveValue('attribute');
      await many.locator('button[name="check-many"]').click();
      await expect(many.locator('output[name="many.listings"]')).toHaveAttribute('data-value', '3');
      for (const id of ['L01', 'L05', 'snad-short', 'snad-description'])
        await expect(many.locator(`.many-sums li[data-id="${id}"]`)).toBeVisible();
      await expect(many.locator('ol.many > li')).toHaveCount(3);
      const download = page.waitForEvent('download');
      await many.locator('section').getByRole('button').click();
      expect((await download).suggestedFilename()).toBe('listing-check.csv');
      const [header = [], ...lines] = Papa.parse<string[]>(
        (await fs.readFile(await (await download).path(), 'utf8')).replace(/^\uFEFF/, '').trimEnd(),
      ).data;
      expect(lines.map(({ length }) => length)).toEqual(lines.map(() => header.length));
      // Each finding has a text to copy, and says where it goes.
      expect(lines.filter((line) => line.slice(-2).some((cell) => cell === ''))).toEqual([]);
      expect(lines.length).toBeGreaterThanOrEqual(2);

      // What a column holds is remembered where somebody asks for it, and forgotten again.
      const column = many.locator('select[name="column.1"]');
      await many.locator('input[name="keep-columns"]').check();
      await column.selectOption('none');
      await many.locator('textarea').fill('Title\tMaterial\nBag\tPU');
      await expect(column).toHaveValue('none');
      await many.locator('input[name="keep-columns"]').uncheck();
      await many.locator('textarea').fill('Title\tMaterial\nBag\tPVC');
      await expect(column).toHaveValue('attribute');

      // A price that nobody can read costs only itself, and is named where it stands.
      await many
        .locator('textarea')
        .fill('Title\tPrice\tSKUs\n120 pieces of shoes\tabc\t\nOak lamp\t9\tWhite | 5000，300');
      await many.locator('button[name="check-many"]').click();
      await expect(many.locator('output[name="many.listings"]')).toHaveAttribute('data-value', '2');
      await expect(many.locator('output[name="many.partly"]')).toHaveAttribute('data-value', '2');
      await expect(many.locator('.many-sums li[data-id="L01"]')).toBeVisible();
      await expect(many.locator('ol.many > li[data-id="1"] .not-read')).toContainText('abc');
      await expect(many.locator('ol.many > li[data-id="2"] .not-read')).toContainText('5000');
    });

    test('says that the check of tables did not arrive, and brings it when it is opened again', async ({
      page,
      quiet,
      context,
    }) => {
      quiet.maySay('net::ERR_INTERNET_DISCONNECTED', 'net::ERR_FAILED');
      await page.goto(open);
      await quiet.settle();
      await page.locator('.tool-form select').first().focus();
      await expect(page.locator('.tool-form .ready[data-ready]')).toHaveCount(1);
      const many = page.locator('details.many-listings');
      await context.setOffline(true);
      await many.locator('summary').click();
      await expect(many.locator('[role="status"]')).toContainText(
        language === 'en' ? 'did not arrive' : '没有读到',
      );
      await context.setOffline(false);
      await many.locator('summary').click();
      await many.locator('summary').click();
      await expect(many.locator('textarea')).toBeVisible();
    });

    test('stops when it is told to, and checks a long list when asked again', async ({
      page,
      quiet,
    }) => {
      await page.goto(open);
      await quiet.settle();
      const many = page.locator('details.many-listings');
      await many.locator('summary').click();
      const rows = Array.from({ length: 2000 }, (_, i) => `Oak lamp number ${i} 20 W\toak`);
      await many.locator('input[type="file"]').setInputFiles({
        name: 'shop.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`Title\tMaterial\n${rows.join('\n')}`),
      });
      await expect(many.locator('textarea')).toHaveValue('');
      const check = many.locator('button[name="check-many"]');
      await check.click();
      await expect(many.locator('progress')).toHaveAttribute('max', '2000');
      await many.locator('progress ~ button').click();
      await expect(many.locator('progress')).toHaveCount(0);
      await expect(many.locator('ol.many')).toHaveCount(0);
      await check.click();
      await expect(many.locator('output[name="many.listings"]')).toHaveAttribute(
        'data-value',
        '2000',
        { timeout: 60_000 },
      );
      await expect(many.locator('ol.many > li')).toHaveCount(50);
    });

    test('orders what it found by what the person lost, and says so', async ({ page, quiet }) => {
      await page.addInitScript(() =>
        localStorage.setItem(
          'amicable:dispute-log:summaries',
          JSON.stringify({
            version: 1,
            value: [
              {
                day: '2026-11-20',
                from: '2026-08-01',
                to: '2026-11-15',
                orders: 900,
                disputed: 12,
                cases: 12,
                currency: 'USD',
                causes: {
                  late: { count: 7, money: '420.5' },
                  not_as_described: { count: 2, money: '80' },
                },
              },
            ],
          }),
        ),
      );
      await page.goto(open);
      await quiet.settle();
      const first = page.locator('.findings > li').first();
      await expect(first).not.toHaveAttribute('data-id', 'L09');
      await page.locator('textarea[name="title"]').click();
      await expect(first).toHaveAttribute('data-id', 'L09');
      await expect(first.locator('.own-cost')).toContainText('420.5');
      await expect(page.locator('.own-order')).toContainText('2026-08-01');
      await page.locator('.own-order button').click();
      await expect(first).not.toHaveAttribute('data-id', 'L09');

      // Of many listings the one whose fault was dearest comes first.
      const many = page.locator('details.many-listings');
      await many.locator('summary').first().click();
      await many
        .locator('textarea[name="many"]')
        .fill('Title,Material\n120 pieces of shoes,\nGenuine leather wallet,PU');
      await many.locator('button[name="check-many"]').click();
      const row = many.locator('ol.many > li').first();
      await expect(row).toHaveAttribute('data-id', '2');
      await many.locator('.own-order button').click();
      await expect(row).toHaveAttribute('data-id', '1');
    });
  });
}
