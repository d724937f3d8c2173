import { expect, languages, test } from '../support/page.ts';

const limit = 'output[name="walkAway"]';
const LAMP =
  '#?agentHourly=9&agentMinutes=20&claim=24&countsWhen=lost&currency=USD&disputeCost=2.50&loseChance=0.7&price=24&productCost=9&resaleShare=0.6&returnShipping=6&sellerPaysReturn=true&v=1';

const DEVICES = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

/** What an agent would type beside the amount, which came along. */
const TYPED: Readonly<Record<string, string>> = {
  buyerName: 'Ana',
  orderId: '8123456789012345',
  item: 'lamp',
  date: '2027-01-05',
  shop: 'Bright',
};

for (const language of languages) {
  test.describe(`settlement, ${language}`, () => {
    const open = `/${language}/tools/settlement/`;

    for (const [device, viewport] of Object.entries(DEVICES))
      test(`leads from a playbook over the steps to a copied reply, ${device}`, async ({
        page,
        quiet,
        context,
      }) => {
        await page.setViewportSize(viewport);
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await page.goto(`/${language}/playbooks/respond/snad-damaged/`);
        await page.locator('a[data-case="snad-damaged"]').click();
        await quiet.settle();
        await expect(page.locator('.example-mark').first()).toBeVisible();
        // 0.7 × 24 + 9 × 20/60 + 0.7 × 2.50, and the three steps below it.
        await expect(page.locator(limit)).toHaveAttribute('data-value', '21.55');
        for (const [i, offer] of ['10.77', '16.16', '18.85'].entries())
          await expect(page.locator(`output[name="ladder.${String(i)}"]`)).toHaveAttribute(
            'data-value',
            offer,
          );
        // Before any advice, the chances at which holding costs the same: (10.77 − 3) / 26.5, …
        const evens = page.locator('.answer-card [data-id="break-even"] dd');
        for (const [i, percent] of ['29.3208', '49.6604', '59.8113'].entries())
          await expect(evens.nth(i)).toHaveAttribute('data-value', percent);
        expect(
          await page.locator('.answer-card > :not(.example-mark)').first().getAttribute('data-id'),
        ).toBe('break-even');
        // The tool of replies fetches what reads its address.
        quiet.mayFetch('/_astro/', '/data/packs/');
        await page.locator('[data-id="step.1"] a').click();
        await quiet.settle();
        await expect(page.locator('[name="vars.amount"]')).toHaveValue('10.77');
        await page.locator('select[name="vars.cause"]').selectOption('packing-weak');
        for (const field of await page.locator('input[name^="vars."]').all()) {
          const name = await field.getAttribute('name');
          if ((await field.inputValue()) !== '') continue;
          await field.fill(TYPED[name?.replace('vars.', '') ?? ''] ?? '');
        }
        await page.locator('#reply-script-copy').click();
        await expect
          .poll(() => page.evaluate(() => navigator.clipboard.readText()))
          .toMatch(/10[.,]77/);
      });

    test('opens with a made-up case, which gives way to what a person types', async ({
      page,
      quiet,
    }) => {
      await page.goto(open);
      await quiet.settle();
      await expect(page.locator(limit)).toHaveAttribute('data-value', '21.55');
      await page.locator('input[name="price"]').fill('40');
      await expect(page.locator('.example-mark')).toHaveCount(0);
      await page.locator('select[name="currency"]').selectOption('JPY');
      await expect(page.locator(limit)).toHaveAttribute('data-value', '40');
      await page.locator('input[name="loseChance"]').fill('70%');
      await expect(page.locator(limit)).toHaveAttribute('data-value', '28');
      await page.locator('input[name="loseChance"]').fill('70');
      await expect(page.locator('#settlement-loseChance-error')).toContainText('70%');
      await expect(page.locator(limit)).toHaveCount(0);
    });

    test('ranks what may be offered, and names what may not', async ({ page, quiet }) => {
      await page.goto(
        `${open}#?couponUse=0.5&couponValue=100&currency=RUB&nonsense=1&platform=ozon&price=1600&v=1`,
      );
      await quiet.settle();
      await expect(page.locator('.notice code')).toHaveText(['nonsense=1']);
      await expect(page.locator('.steps > li')).toHaveCount(2);
      await expect(page.locator('tr[data-id="coupon"] a')).toHaveAttribute(
        'href',
        /ozon\.remedy\.options$/,
      );
      await expect(page.locator('tr[data-id="coupon"] output')).toHaveCount(0);
      await expect(page.locator('[data-id="reject-may-go"]')).toBeVisible();
    });

    test('offers nothing that makes no sense, and says why', async ({ page, quiet }) => {
      await page.goto(
        `${open}#?couponUse=0.4&couponValue=3&currency=USD&outboundShipping=5&platform=paypal&price=24&productCost=9&reason=inr-pickup&resaleShare=1&sparePartCost=4&v=1`,
      );
      await quiet.settle();
      for (const id of ['return-refund', 'resend', 'spare-part', 'coupon', 'mixed']) {
        await expect(page.locator(`tr[data-id="${id}"] output, tr[data-id="${id}"] a`)).toHaveCount(
          0,
        );
        await expect(page.locator(`tr[data-id="${id}"] td`).nth(1)).not.toBeEmpty();
      }
      // A return of what never arrived would be 9 dollars cheaper, and sets no limit.
      await expect(page.locator(limit)).toHaveAttribute('data-value', '24.00');
    });

    test('asks for a bet first and shows both', async ({ page, quiet }) => {
      await page.goto(open + LAMP);
      await quiet.settle();
      await page.locator('input[name="bet"]').check();
      await expect(page.locator(limit)).toHaveCount(0);
      await page.locator('input[name="bet.amount"]').fill('5');
      await page.locator('#settlement-bet').press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.locator('output[name="bet"]')).toHaveAttribute('data-value', '5.00');
      await expect(page.locator(limit)).toHaveAttribute('data-value', '21.55');
    });

    test('draws the ways out over their table, on a phone too', async ({ page, quiet }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(open + LAMP);
      await quiet.settle();
      // The points are the rows that have both a cost and money for the buyer.
      const points = page.locator('.settlement-chart .point');
      await expect(points).toHaveCount(6);
      await expect(page.locator('tr[data-id="return-refund"] output')).toHaveAttribute(
        'data-value',
        '24.60',
      );
      await expect(points.and(page.locator('.dominated'))).toHaveAttribute(
        'data-id',
        'return-refund',
      );
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBe(0);
    });

    test('opens replies that are true of the cause, with every offer and number', async ({
      page,
      quiet,
    }) => {
      await page.goto(
        `${open}#?couponUse=0.5&couponValue=14&currency=USD&platform=aliexpress&price=24&reason=inr-tracking&resendCost=7&v=1`,
      );
      await quiet.settle();
      // Nothing has arrived, so nothing is said to stay with the buyer.
      await expect(page.locator('[data-id="step.1"] a')).toHaveAttribute(
        'href',
        /blocks=one&blocks=refund&.*situation=offer-choice/,
      );
      await expect(page.locator('tr[data-id="resend"] a')).toHaveAttribute(
        'href',
        /situation=offer-choice/,
      );
      await expect(page.locator('[data-id="clocks"] a')).toHaveAttribute('href', /aliexpress\.inr/);
      const bundle = page.locator('.offers > li').first();
      await expect(bundle.locator('ul > li')).toHaveCount(3);
      await expect(bundle.locator('a')).toHaveCount(1);
      // The tool of replies fetches what reads its address.
      quiet.mayFetch('/_astro/', '/data/packs/');
      await bundle.locator('a').click();
      await quiet.settle();
      await expect(page.locator('[name="vars.amount"]')).toHaveValue('7.00');
      await expect(page.locator('[name="vars.coupon"]')).toHaveValue('14.00');
      for (const block of ['several', 'refund', 'resend', 'coupon'])
        await expect(page.locator(`[name="blocks.${block}"]`)).toBeChecked();
      for (const block of ['one', 'keep', 'return', 'part'])
        await expect(page.locator(`[name="blocks.${block}"]`)).not.toBeChecked();
    });

    test('opens no reply before the platform has ruled, and the clocks of every order where the cause has none', async ({
      page,
      quiet,
    }) => {
      await page.goto(
        `${open}#?currency=USD&platform=aliexpress&price=24&reason=inr-lost&resendCost=7&worryFree=true&v=1`,
      );
      await quiet.settle();
      await expect(page.locator('[data-id="held-back"]')).toBeVisible();
      await expect(page.locator('.steps > li, .offers > li')).toHaveCount(0);
      await expect(page.locator('tr[data-id^="partial-refund"]')).toHaveCount(0);
      await page.locator('select[name="reason"]').selectOption('service');
      await expect(page.locator('.steps a')).toHaveCount(3);
      await expect(page.locator('[data-id="clocks"] a')).toHaveAttribute(
        'href',
        /flow=aliexpress\.order/,
      );
    });

    test('leads on every platform to a reply with its number, asks for the name of one, and to its clocks', async ({
      page,
      quiet,
    }) => {
      const at = (platform: string) =>
        `${open}#?currency=USD&loseChance=0.7&platform=${platform}&price=24&reason=inr-lost&v=1`;
      for (const [platform, clocks] of [
        ['ozon', 'platforms/ozon/lifecycle/'],
        ['tiktok', 'reference/rulebook/tiktok/'],
        ['taobao', 'reference/rulebook/taobao/'],
        ['other', 'platforms/compare/'],
      ] as const) {
        await page.goto('about:blank');
        await page.goto(at(platform));
        await quiet.settle();
        await expect(page.locator('[data-id="clocks"] a')).toHaveAttribute(
          'href',
          `/${language}/${clocks}`,
        );
        for (const link of await page.locator('.steps a').all())
          await expect(link).toHaveAttribute('href', new RegExp(`platform=${platform}&`));
      }
      // The tool of replies fetches what reads its address.
      quiet.mayFetch('/_astro/', '/data/packs/');
      await page.locator('[data-id="step.1"] a').click();
      await quiet.settle();
      await expect(page.locator('[name="vars.amount"]')).toHaveValue('8.40');
      await page.locator('[name="vars.platform"]').fill('Allegro');
      await expect(page.locator('output[name="text"]')).toContainText('Allegro');
      // Where buyers read Chinese, the Chinese is what is shown beside, and copied.
      await page.goto('about:blank');
      await page.goto(at('taobao'));
      await quiet.settle();
      await page.locator('[data-id="step.1"] a').click();
      await quiet.settle();
      await expect(page.locator('[name="vars.platform"]')).toHaveCount(0);
      await expect(page.locator('output[name="gloss"]')).toContainText('淘宝');
      await expect(page.locator('#reply-script-copy')).toHaveText(
        language === 'en' ? 'Copy the Chinese text' : '复制中文',
      );
    });

    test('stands alone in a frame', async ({ page, quiet }) => {
      await page.goto(`${open}embed/${LAMP}`);
      await quiet.settle();
      await expect(page.locator(limit)).toHaveAttribute('data-value', '21.55');
    });
  });
}
