import { readdirSync, readFileSync } from 'node:fs';
import { expect, languages, test } from '../support/page.ts';

const DEVICES = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

for (const [i, language] of languages.entries()) {
  const viewport = i === 0 ? DEVICES.desk : DEVICES.phone;
  test.describe(`workshops, ${language}`, () => {
    test.use({ viewport });

    test('a number: bet first, a named slip, hints, the solution, another case', async ({
      page,
      quiet,
      context,
    }) => {
      await page.goto(`/${language}/`);
      await page.locator(`main a[href="/${language}/workshops/"]`).click();
      await page.locator(`main a[href$="/workshops/rate-withdrawn/"]`).click();
      await page.waitForURL(/rate-withdrawn/);
      // 23 claims, 3 withdrawn, 214 confirmed, 17 timed out: what this seed always gives.
      await page.goto(`/${language}/workshops/rate-withdrawn/#?seed=k7q2&team=3&v=1`);
      await page.reload();
      await expect(page.locator('.ready[data-ready]')).toHaveCount(1);
      await quiet.settle();
      // From here on the network is gone: an exercise needs none.
      await context.setOffline(true);
      for (const number of ['23', '214', '17'])
        await expect(page.locator('.case-text')).toContainText(number);
      await expect(page.locator('[name="answer"]')).toHaveCount(0);
      await page.locator('[name="bet"]').fill('10');
      await page.keyboard.press('Enter');
      await expect(page.locator('[name="answer"]')).toBeFocused();

      // With the withdrawn left in, 23/254.
      await page.keyboard.type('9.06');
      await page.keyboard.press('Enter');
      const verdict = page.locator('.verdict');
      await expect(verdict.locator('.standing.close')).toBeVisible();
      await expect(verdict).toContainText(language === 'en' ? 'withdrawn' : '撤销');
      // Bet and gap make the key: the gap is shown once the key is known.
      await expect(verdict.locator('.bet-gap')).toHaveCount(0);
      await expect(verdict).not.toContainText(/2\.13|1\.1[89]/);
      await expect(page.locator('output[name="key"]')).toHaveCount(0);

      await page.locator('form.answer button:not([type="submit"])').first().click();
      await expect(page.locator('.hints p')).toHaveCount(1);

      // 20/254
      await page.locator('[name="answer"]').fill('7.87');
      await page.keyboard.press('Enter');
      await expect(verdict.locator('.standing.clear')).toBeVisible();
      await expect(verdict.locator('.bet-gap')).toContainText('2.13');
      await expect(page.locator('output[name="key"]')).toHaveAttribute('data-value', '7.8740');
      await expect(verdict.locator('a[href*="/tools/dispute-rate/#?"]')).toHaveAttribute(
        'href',
        /claims=23.*withdrawn=3/,
      );

      const before = page.url();
      await page.locator('.exercise > .button-row button').first().click();
      await expect(page.locator('output[name="key"]')).toHaveCount(0);
      await expect(page.locator('[name="bet"]')).toHaveValue('');
      expect(page.url()).not.toBe(before);
      await context.setOffline(false);
    });

    test('a moment on another clock, an order by keyboard, faults among sound lines', async ({
      page,
      quiet,
    }) => {
      const open = async (id: string) => {
        await page.goto(`/${language}/workshops/${id}/#?seed=K7Q2&v=1`);
        await expect(page.locator('.ready[data-ready]')).toHaveCount(1);
        await quiet.settle();
      };
      const verdict = page.locator('.verdict');
      const check = () => page.locator('form.answer button[type="submit"]').click();

      await open('clock-first-answer');
      await page.locator('[name="answer"]').fill('2026-11-17 16:00');
      await check();
      await expect(verdict.locator('.standing.close')).toBeVisible();
      await page.locator('[name="answer"]').fill('2026-11-18 08:00');
      await check();
      await expect(verdict.locator('.standing.clear')).toBeVisible();
      await page.locator('[name="answer"]').fill('soon');
      await check();
      await expect(page.locator('[name="answer"]')).toHaveAttribute('aria-invalid', 'true');

      // Shown as hold, resend, return-refund, accept; by cost it is resend, hold, accept, return-refund.
      await open('order-ways-out');
      await page.locator('#exercise-resend-up').focus();
      await page.keyboard.press('Enter');
      await page.locator('#exercise-accept-up').focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('ol.order li').nth(2)).toHaveAttribute('data-id', 'accept');
      await check();
      await expect(verdict.locator('.standing.clear')).toBeVisible();

      await open('listing-shoes');
      await page.locator('input[value="title"]').check();
      await page.locator('input[value="skus.0"]').check();
      await check();
      await expect(verdict.locator('li[data-id="skus.0"]')).toBeVisible();
      await expect(verdict.locator('li[data-id="skus.1"]')).toBeVisible();
    });

    test('own words beside better ones, with what a rule forbids', async ({ page, quiet }) => {
      await page.goto(`/${language}/workshops/repair-off-platform/#?seed=K7Q2&v=1`);
      await expect(page.locator('.ready[data-ready]')).toHaveCount(1);
      await quiet.settle();
      await page
        .locator('textarea[name="answer"]')
        .fill(
          language === 'en'
            ? 'Cancel the dispute and I pay you 12 USD by PayPal.'
            : '请先取消纠纷，我用PayPal给你12美元。',
        );
      await page.locator('form.answer button[type="submit"]').click();
      const verdict = page.locator('.verdict');
      await expect(verdict.locator('.standing.over')).toBeVisible();
      await expect(verdict.locator('.side-by-side section')).toHaveCount(2);
      await expect(verdict.locator('mark').first()).toBeVisible();
    });
  });
}

for (const language of languages)
  test(`a handout prints with and without answers, clean on both papers, ${language}`, async ({
    page,
    quiet,
  }) => {
    await page.goto(`/${language}/workshops/plans/first-day/handout/#?seed=K7Q2&teams=2&v=1`);
    await expect(page.locator('.ready[data-ready]')).toHaveCount(1, { timeout: 15_000 });
    await quiet.settle();
    await expect(page.locator('.sheet')).toHaveCount(2);
    await expect(page.locator('.sheet .task')).toHaveCount(12);
    await expect(page.locator('.key')).toHaveCount(0);
    await page.locator('[name="withKeys"]').check();
    await expect(page.locator('.key')).toHaveCount(12);
    for (const [i, ending] of ['gift.txt', 'tsv', 'exam.txt'].entries()) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.handout-form .button-row button:not(.primary)').nth(i).click(),
      ]);
      expect(file.suggestedFilename()).toBe(`workshop-K7Q2.${ending}`);
    }
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.sidebar', '.header', '.handout-form'])
      await expect(page.locator(part).first()).toBeHidden();
    for (const [format, width] of [
      ['A4', 718],
      ['Letter', 740],
    ] as const) {
      await page.setViewportSize({ width, height: 1000 });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, format).toBeLessThanOrEqual(1);
      const pdf = (await page.pdf({ format })).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      // Two sheets, each begins on a page of its own; neither runs on for ever.
      expect(pages, format).toBeGreaterThanOrEqual(2);
      expect(pages, format).toBeLessThanOrEqual(14);
    }
  });

/** Pages that show a case, with what one of their own links carries; a play has one case and no links. */
const SHOW_A_CASE = [
  ['rate-withdrawn', { seed: 'K7Q2', team: '3' }],
  ['plans/first-day/run', { seed: 'K7Q2', team: '3' }],
  ['plans/first-day/trainer', { seed: 'K7Q2' }],
  ['plans/first-day/handout', { seed: 'K7Q2', teams: '2' }],
  ['exam', { seed: 'K7Q2' }],
  ['own', {}],
  ['negotiation/gift-too-late', {}],
  ['practice/demo-late', {}],
] as const;

const ALL = process.env['CHECK_EVERY_PAGE'] === '1';
const READY = { timeout: 15_000 };

// Each member in one of the two languages by turn; what a form of damage means is asked of the reader of links.
for (const [i, language] of languages.entries())
  test(`a link to a case is read as far as it can be, and says the rest, ${language}`, async ({
    page,
  }) => {
    const notice = page.locator('.left-out');
    for (const [turn, [path, own]] of SHOW_A_CASE.entries()) {
      if (!ALL && turn % languages.length !== i) continue;
      const address = `/${language}/workshops/${path}/`;
      const open = async (rest: string) => {
        await page.goto('about:blank');
        await page.goto(address + rest);
        await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
      };
      const says = async (part: string) => {
        await expect(notice.locator('code'), `${path} ${part}`).toHaveCount(1);
        await expect(notice.locator('code'), `${path} ${part}`).toContainText(part);
        await expect(notice).toContainText(language === 'en' ? 'link' : '链接');
      };
      await open('?seed=%21&v=1');
      await says('seed=');
      // A reload says it again: the address is not tidied away before somebody has chosen a case.
      await page.reload();
      await says('seed=');
      // Others pasted into the open page.
      for (const [damaged, part] of [
        ['#garbage', 'garbage'],
        ['#?%E0%A4%A', '%E0%A4%A'],
        ['#?zzz=1&v=1', 'zzz'],
      ] as const) {
        await page.evaluate((hash) => (window.location.hash = hash), damaged);
        await says(part);
      }
      if (!('seed' in own)) continue;
      const pairs = Object.entries(own).map(([name, value]) => `${name}=${value}`);
      const whole = [`?${pairs.join('&')}`, `#?${pairs.join('&amp;')}&v=1。`];
      await open(whole[(turn + i) % 2] as string);
      for (const [name, value] of Object.entries(own))
        await expect(page.locator(`[name="${name}"]`), path).toHaveValue(value);
      await expect(notice, path).toHaveCount(0);
    }
  });

test('an address that asks for nothing brings no notice', async ({ page }) => {
  for (const path of ['rate-withdrawn', 'plans/first-day/projector']) {
    await page.goto(`/zh-cn/workshops/${path}/#?v=1`);
    await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
    await expect(page.locator('.left-out'), path).toHaveCount(0);
  }
});

test('a projector says that its address is damaged, and leads nobody into another workshop', async ({
  page,
}) => {
  await page.goto('/en/workshops/plans/agents-refresher/projector/#garbage');
  await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
  await expect(page.locator('.left-out')).toContainText('damaged');
  await expect(page.locator('.left-out code')).toHaveText('garbage');
  await expect(page.locator('svg.qr')).toHaveCount(0);
  // A seed in it counts until the trainer's window is heard.
  await page.evaluate(() => (window.location.hash = '#?seed=K7Q2&v=1'));
  await expect(page.locator('.left-out')).toHaveCount(0);
  await expect(page.locator('.join-address')).toContainText('/run/#?seed=K7Q2');
});

for (const language of languages)
  test(`a participant who reloads the page loses nothing that was typed, and is told so, ${language}`, async ({
    page,
  }) => {
    const en = language === 'en';
    await page.goto(`/${language}/workshops/plans/first-day/run/#?seed=K7Q2&team=2&v=1`);
    await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
    const next = page.locator('.session > .button-row button.primary');
    await page.locator('input[value="title"]').check();
    await page.locator('form.answer button[type="submit"]').click();
    await expect(page.locator('.verdict .standing')).toBeVisible();
    for (let i = 0; i < 3; i += 1) await next.click();
    await page.locator('[name="bet"]').fill('6');
    await page.keyboard.press('Enter');
    await page.locator('[name="answer"]').fill('12.3');
    await page.keyboard.press('Enter');
    await expect(page.locator('.verdict .standing.over')).toBeVisible();
    // Neither how far the bet was off nor the answer: together with what was typed that is the key.
    await expect(page.locator('.verdict .bet-gap')).toHaveCount(0);
    await expect(page.locator('.verdict')).toContainText(en ? 'It is too high.' : '偏高');
    await page.locator('[name="answer"]').fill('7.7');
    await page.reload();
    await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
    await expect(page.locator('.session .notice')).toContainText(en ? 'loaded again' : '重新加载');
    await expect(page.locator('#session-step')).toContainText(/4.*6/);
    await expect(page.locator('[name="answer"]')).toHaveValue('7.7');
    await expect(page.locator('.verdict .standing.over')).toBeVisible();
    for (let i = 0; i < 3; i += 1) await next.click();
    await expect(page.locator('.session-end')).toContainText(/2/);
    await page.locator('[name="tag"]').fill('RED7');
    const code = page.locator('output[name="code"]');
    const before = await code.getAttribute('data-value');
    await page.reload();
    await expect(page.locator('[name="tag"]')).toHaveValue('RED7', READY);
    // The same sheet: it is counted once, however often it was loaded.
    await expect(code).toHaveAttribute('data-value', before ?? '');
    await page.locator('.session .notice button').click();
    await expect(page.locator('#session-step')).toContainText(/1.*6/);
    await page.reload();
    await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
    await expect(page.locator('.session .notice')).toHaveCount(0);
    await expect(page.locator('input[value="title"]')).not.toBeChecked();
  });

test('a single exercise is as it was after a reload, and forgotten on request', async ({
  page,
}) => {
  await page.goto('/zh-cn/workshops/repair-short/#?seed=K7Q2&v=1');
  await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
  await page.locator('textarea[name="answer"]').fill('asdf');
  await page.locator('form.answer button[type="submit"]').click();
  await expect(page.locator('.verdict .standing.over')).toBeVisible();
  await expect(page.locator('.verdict')).toContainText('这不是一条能发出去的回复');
  // The better text is written for whoever reads this page.
  await expect(page.locator('.verdict .side-by-side section').last()).toContainText('我们');
  await page.reload();
  await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
  await expect(page.locator('textarea[name="answer"]')).toHaveValue('asdf');
  await expect(page.locator('.verdict .standing.over')).toBeVisible();
  await page.locator('.exercise > .notice button').click();
  await expect(page.locator('textarea[name="answer"]')).toHaveValue('');
  await page.reload();
  await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
  await expect(page.locator('.exercise > .notice')).toHaveCount(0);
});

test('a link opened in the middle of an exam is named and waits', async ({ page }) => {
  await page.goto('/zh-cn/workshops/exam/#?seed=K7Q2&v=1');
  await expect(page.locator('.ready[data-ready]')).toHaveCount(1, READY);
  await page.locator('#exam-begin').click();
  const question = page.locator('fieldset.options');
  await expect(question).toBeVisible(READY);
  const id = await question.getAttribute('data-id');
  await page.evaluate(() => (window.location.hash = '#?seed=AB12&v=1'));
  await expect(page.locator('.exam > .notice')).toContainText('AB12');
  await page.evaluate(() => (window.location.hash = '#?seed=%21&v=1'));
  await expect(page.locator('.left-out code')).toHaveText('seed=!');
  await expect(question).toHaveAttribute('data-id', id ?? '');
});

for (const language of languages)
  for (const which of ['trainer', 'projector', 'run'] as const)
    test(`what draws the code did not arrive: that is said, and the next press asks again, ${which}, ${language}`, async ({
      page,
      quiet,
    }) => {
      quiet.maySay('ERR_FAILED');
      let asked = 0;
      // Each page asks for it under a name of its own, with the hash of what it is.
      const drawing = readdirSync('dist/_astro').find((name) =>
        readFileSync(`dist/_astro/${name}`, 'utf8').includes('Data too long'),
      );
      const address = `**/_astro/*${String(drawing?.slice(drawing.lastIndexOf('-')))}`;
      await page.route(address, (route) => {
        asked += 1;
        return route.abort();
      });
      await page.goto(`/${language}/workshops/plans/agents-refresher/${which}/#?seed=K7Q2&v=1`);
      const said = page.getByText(
        language === 'en' ? 'Not everything this page needs has arrived.' : '没有全部读到',
      );
      await expect(said).toBeVisible();
      await expect(page.locator('.ready[data-ready]')).toHaveCount(0);
      expect(asked).toBeGreaterThan(0);
      await page.unroute(address);
      await page.locator('h1').first().click();
      await expect(page.locator('.ready[data-ready]')).toHaveCount(1);
      await expect(said).toHaveCount(0);
      if (which !== 'run') await expect(page.locator('svg.qr')).toHaveCount(1);
    });

test('a trainer leads a projector on the same machine, also after it was closed, without a network', async ({
  page,
  context,
}) => {
  await page.goto('/en/workshops/plans/agents-refresher/trainer/#?seed=K7Q2&v=1');
  await expect(page.locator('.ready[data-ready]')).toHaveCount(1, { timeout: 15_000 });
  const open = async () => {
    const projector = await context.newPage();
    await projector.goto('/en/workshops/plans/agents-refresher/projector/');
    await expect(projector.locator('[data-heard]')).toHaveCount(1, { timeout: 15_000 });
    await expect(projector.locator('.ready[data-ready]')).toHaveCount(1, { timeout: 15_000 });
    return projector;
  };
  let projector = await open();
  await expect(page.locator('[data-projector]')).toHaveCount(1, { timeout: 15_000 });
  await context.setOffline(true);
  await expect(projector.locator('svg.qr')).toBeVisible();
  await expect(projector.locator('.join-address')).toContainText('/run/#?seed=K7Q2');

  const next = page.locator('.trainer .button-row button.primary');
  await next.click();
  await expect(projector.locator('h2')).toContainText('Which clock ends first');
  await expect(projector.locator('.board')).toContainText('promises delivery');
  await expect(projector.locator('.board-key')).toHaveCount(0);
  await expect(projector.locator('.stage-clock')).toHaveCount(0);
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await expect(projector.locator('.stage-clock')).toContainText(/^8:5|^9:00/);
  await page.getByRole('button', { name: 'Show the key to the room' }).click();
  await expect(projector.locator('.board-key')).toBeVisible();
  await page.getByRole('button', { name: 'Take the clock away' }).click();
  await expect(projector.locator('.stage-clock')).toHaveCount(0);
  // A team's own numbers, for the room to compare: those its members see.
  const shared = await projector.locator('.board').innerText();
  await page.locator('[name="team"]').fill('3');
  await expect(projector.locator('.projector-line')).toContainText('Team 3');
  await expect.poll(() => projector.locator('.board').innerText()).not.toBe(shared);
  await page.locator('[name="team"]').fill('');
  await expect(projector.locator('.projector-line')).not.toContainText('Team');
  await expect.poll(() => projector.locator('.board').innerText()).toBe(shared);
  // From the back row: nothing smaller than a handout's print, and nothing that runs off the side.
  const size = await projector
    .locator('.board p')
    .nth(1)
    .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(20);

  await context.setOffline(false);
  await projector.close();
  projector = await open();
  await expect(projector.locator('h2')).toContainText('Which clock ends first');
  await expect(projector.locator('.board-key')).toBeVisible();
});
