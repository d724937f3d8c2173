import { expect, languages, test } from '../support/page.ts';

const MESSAGE =
  'El pedido 8123456789012345 en AliExpress pone entregado pero yo no he recibido nada. Pagué 24,90 €';

for (const language of languages)
  for (const [size, width, height] of [
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ] as const)
    test(`from a pasted message to its situation and its case, on ${size}, ${language}`, async ({
      page,
      quiet,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.setViewportSize({ width, height });
      await page.clock.setFixedTime(new Date('2026-11-24T01:00:00Z'));
      await page.goto(`/${language}/tools/case-desk/`);
      await expect(page.locator('.ready[data-ready]')).toBeAttached({ timeout: 20_000 });
      await quiet.settle();
      // The words of the message's languages, the points, and the words for moments; the text goes nowhere.
      quiet.mayFetch('/data/packs/find.', '/data/packs/moment.words.', '/_astro/');
      const box = page.locator('textarea[name="find"]');
      const answer = page.locator('#case-desk-find-answer');
      const items = page.locator('.find-candidates > li');

      await page.evaluate((text) => navigator.clipboard.writeText(text), MESSAGE);
      await box.focus();
      await page.keyboard.press('ControlOrMeta+V');
      await expect(items.first()).toHaveAttribute('data-id', 'inr-delivered-denied');
      await expect(answer).toBeFocused();
      await expect(items.first().locator('mark').first()).toBeVisible();
      await expect(page.locator('.find-text mark').first()).toContainText('entregado');
      const echo = (name: string) => page.locator(`.find-echo output[name="${name}"]`);
      await expect(echo('orderIds')).toHaveAttribute('data-value', '8123456789012345');
      await expect(echo('amounts')).toHaveAttribute('data-value', '24.90 EUR');
      await expect(echo('language')).toHaveAttribute('data-value', 'es');
      await expect(echo('platforms')).toHaveAttribute('data-value', 'aliexpress');
      // Each leads to its page, its reply and its clocks, and carries nothing of the message.
      const link = (to: string) => page.locator(`#case-desk-find-0-${to}`);
      await expect(link('page')).toHaveAttribute(
        'href',
        `/${language}/playbooks/respond/inr-delivered-denied/`,
      );
      await expect(link('reply')).toHaveAttribute('href', /situation=inr-delivered-denied/);
      await expect(link('reply')).toHaveAttribute('href', /language=es/);
      await expect(link('clocks')).toHaveAttribute('href', /flow=aliexpress\.inr/);
      for (const to of ['page', 'reply', 'clocks'])
        expect(await link(to).getAttribute('href')).not.toContain('8123');

      // One key chooses, one key follows.
      await page.keyboard.press('2');
      await expect(page.locator('#case-desk-find-1')).toBeFocused();
      await expect(page.locator('#case-desk-find-1')).toHaveAttribute('aria-pressed', 'true');
      // The ways of the others take one key as well.
      await page.evaluate(() =>
        document.addEventListener(
          'click',
          (event) => {
            event.preventDefault();
            document.body.dataset['followed'] = (event.target as Element).id;
          },
          { once: true, capture: true },
        ),
      );
      await page.keyboard.press('s');
      await expect(page.locator('body')).toHaveAttribute('data-followed', 'case-desk-find-1-reply');
      await page.keyboard.press('1');
      await page.keyboard.press('r');
      await expect(page).toHaveURL(/tools\/reply-script\/#\?.*inr-delivered-denied/);
      await page.goBack();
      await expect(page.locator('.ready[data-ready]')).toBeAttached({ timeout: 20_000 });

      // What fits nothing says so; typing asks as well as pasting.
      await box.fill('gracias');
      await expect(page.locator('output[name="why"]')).toHaveAttribute('data-value', 'courtesy');
      await expect(items).toHaveCount(0);
      await box.fill(MESSAGE);
      await expect(items.first()).toHaveAttribute('data-id', 'inr-delivered-denied');
      await page.locator('[data-do="make-case"]').click();
      await expect(page.locator('#case-desk-case-title')).toBeFocused();
      await expect(box).toHaveValue('');
      await expect(page.locator('input[name="order.id"]')).toHaveValue('8123456789012345');
    });

for (const language of languages)
  test(`a message whose language nobody can tell leads to a reply that asks for it, ${language}`, async ({
    page,
    quiet,
  }) => {
    await page.goto(`/${language}/tools/case-desk/`);
    await expect(page.locator('.ready[data-ready]')).toBeAttached({ timeout: 20_000 });
    await quiet.settle();
    quiet.mayFetch('/data/packs/', '/_astro/');
    await page.locator('textarea[name="find"]').fill('La pantalla viene rajada');
    const told = page.locator('.find-echo output[name="language"]');
    await expect(told).toHaveAttribute('data-value', '');
    const reply = page.locator('#case-desk-find-0-reply');
    await expect(reply).toHaveAttribute('href', /language=ask/);
    await reply.click();
    await expect(page).toHaveURL(/tools\/reply-script/);
    const asked = page.locator('select[name="language"]');
    await expect(asked).toHaveValue('');
    await expect(page.locator('[lang="ru"]')).toHaveCount(0);
    await asked.selectOption('es');
    await expect(asked).toHaveValue('es');
    await expect(page.locator('[lang="es"]').first()).toBeVisible();
    await expect(asked.locator('option[value=""]')).toHaveCount(0);
  });

for (const language of languages)
  test(`an end on a pasted page goes into the case at its clock, or is asked about, ${language}`, async ({
    page,
    quiet,
  }) => {
    await page.clock.setFixedTime(new Date('2026-11-21T00:00:00Z'));
    await page.goto(`/${language}/tools/case-desk/`);
    await expect(page.locator('.ready[data-ready]')).toBeAttached({ timeout: 20_000 });
    await quiet.settle();
    quiet.mayFetch('/data/packs/', '/_astro/');
    const box = page.locator('textarea[name="find"]');
    const make = page.locator('[data-do="make-case"]');
    await box.fill(
      'AliExpress, order 8189234567123456: arrived broken\nRefund requested: US $12.50\nSeller must respond within 2d 04:13:22',
    );
    await expect(page.locator('output[name="end"]')).toHaveAttribute('data-value', 'first-answer');
    await make.click();
    await expect(page.locator('#case-desk-case-title')).toBeFocused();
    const clock = page.locator('[data-clock="first-answer"] output[name="dueAt"]');
    await expect(clock).toHaveAttribute('data-value', '2026-11-23T04:13:22Z');
    await expect(page.locator('input[name="order.claim"]')).toHaveValue('12.50');
    await expect(page.locator('input[name="order.price"]')).toHaveValue('');
    await expect(page.locator('.desk-timeline')).toContainText('Seller must respond');

    await box.fill('剩余 3天12小时');
    const which = page.locator('select[name="end.0"]');
    await make.click();
    await expect(which).toBeFocused();
    await which.selectOption('aliexpress.inr/first-answer');
    await make.click();
    await expect(clock).toHaveAttribute('data-value', '2026-11-24T12:00:00Z');
  });
