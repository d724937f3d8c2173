import type { BrowserContext, Page } from '@playwright/test';
import { expect, languages, test } from '../support/page.ts';

const ready = (page: Page) =>
  expect(page.locator('.ready[data-ready]').first()).toHaveCount(1, { timeout: 20_000 });

/** A person in the room, on a device of their own. */
async function participant(context: BrowserContext, code: string) {
  const page = await context.newPage();
  await page.goto('/en/workshops/');
  await ready(page);
  await page.locator('[name="code"]').fill(code);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/workshops\/own\/run\//);
  await expect(page.locator('#own-run-step')).toContainText('1 of 3', { timeout: 20_000 });
  await expect(page.locator('.session .ready[data-ready]')).toHaveCount(1, { timeout: 20_000 });
  return page;
}

async function number(page: Page, id: string, bet: string, ...answers: string[]) {
  const field = (name: string) => page.locator(`#own-run-${id}-${name}`);
  await field('bet').fill(bet);
  await field('bet').press('Enter');
  for (const answer of answers) {
    await field('answer').fill(answer);
    await field('answer').press('Enter');
    await expect(page.locator('.verdict .standing')).toBeVisible();
  }
  await page.locator('.session > .button-row button.primary').click();
}

test('a whole workshop: a plan of one’s own, a trainer, a projector, three participants, and no network after it began', async ({
  browser,
  page: trainer,
  context: desk,
  quiet,
}) => {
  test.setTimeout(90_000);
  // The plan: three exercises, the last one moved up and down again, a break, other minutes.
  await trainer.goto('/en/workshops/own/');
  await ready(trainer);
  for (const mark of ['R7', 'N3', '0P', 'G4']) {
    await trainer.locator('[name="add"]').selectOption(mark);
    await trainer.locator('.compose .fields button').click();
  }
  await trainer.locator('#compose-3-up').press('Enter');
  await expect(trainer.locator('#compose-2-up')).toBeFocused();
  await trainer.locator('[name="minutes-3"]').fill('5');
  await trainer.locator('[name="name"]').fill('Monday');
  const minutes = trainer.locator('output[name="minutes"]');
  const sum = Number(await minutes.getAttribute('data-value'));
  await trainer.locator('[name="minutes-0"]').fill('x');
  await expect(trainer.locator('.compose section')).toHaveCount(0);
  await trainer.locator('[name="minutes-0"]').fill('10');
  expect(Number(await minutes.getAttribute('data-value'))).toBeLessThanOrEqual(sum + 10);
  expect(trainer.url()).toMatch(/#\?name=Monday&plan=R710-N3\d+-G4\d+-0P5&v=1$/);
  await trainer.getByRole('button', { name: 'Keep it on this device' }).click();
  await expect(trainer.locator('.kept-plans li')).toHaveCount(1);

  // Every window is opened once; from then on the network is gone.
  await trainer.getByRole('link', { name: 'Run it' }).click();
  await trainer.waitForURL(/own\/trainer/);
  await expect(trainer.locator('.trainer .ready[data-ready]')).toHaveCount(1, { timeout: 20_000 });
  await trainer.locator('[name="seed"]').fill('K7Q2');
  await trainer.locator('.stage-more summary').click();
  const code = (await trainer.locator('output[name="way"]').textContent()) ?? '';
  const [projector] = await Promise.all([
    desk.waitForEvent('page'),
    trainer.getByRole('link', { name: /projector/ }).click(),
  ]);
  await expect(projector.locator('[data-heard]')).toHaveCount(1, { timeout: 20_000 });
  const results = await desk.newPage();
  await results.goto('/en/workshops/collect/');
  await ready(results);
  const rooms = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  const people = await Promise.all(
    rooms.map((room, i) => participant(room, i === 0 ? code.toLowerCase() : code)),
  );
  await quiet.settle();
  await Promise.all([desk, ...rooms].map((context) => context.setOffline(true)));

  // The trainer leads; the projector follows, with a clock that can be taken away.
  await expect(projector.locator('h2')).toContainText('withdrawn');
  await expect(projector.locator('output[name="way"]')).toHaveText(code);
  await trainer.getByRole('button', { name: 'Show the room the case' }).click();
  await expect(projector.locator('.board')).toContainText('364');
  await trainer.getByRole('button', { name: 'Start the clock' }).click();
  await expect(projector.locator('.stage-clock')).toContainText(/^9:5|^10:00/);
  await trainer.getByRole('button', { name: 'Take the clock away' }).click();
  await expect(projector.locator('.stage-clock')).toHaveCount(0);

  // Three people, one rate each: 6/380 is right, 9/380 leaves the withdrawn in, the third guesses. Only
  // the first answer counts.
  const answers = [
    ['1.58', '19.70', ['title', 'skus.1', 'lot', 'description']],
    ['2.37', '24', ['title']],
    ['5', '19.7', ['title', 'skus.1', 'lot']],
  ] as const;
  const codes = await Promise.all(
    people.map(async (person, i) => {
      const [rate, limit, faults] = answers[i] as (typeof answers)[number];
      await number(person, 'rate-withdrawn', '10', rate, ...(i === 1 ? ['1.58'] : []));
      await number(person, 'negotiate-limit', '12', limit);
      for (const fault of faults) await person.locator(`input[value="${fault}"]`).check();
      await person.locator('form.answer button[type="submit"]').click();
      await expect(person.locator('.verdict .standing')).toBeVisible();
      await person.locator('.session > .button-row button.primary').click();
      await expect(person.locator('svg.qr')).toBeVisible();
      return (await person.locator('output[name="code"]').getAttribute('data-value')) ?? '';
    }),
  );

  // The projector's page is closed by mistake; without a network there is a window that needs none.
  await projector.close();
  const [plain] = await Promise.all([
    desk.waitForEvent('page'),
    trainer.getByRole('button', { name: 'Open a window without the network' }).click(),
  ]);
  await expect(plain.locator('.projector h2')).toContainText('withdrawn');
  await trainer.locator('.trainer .button-row button.primary').last().click();
  await expect(plain.locator('.projector h2')).not.toContainText('withdrawn');
  await trainer.getByRole('button', { name: 'Show the key to the room' }).click();
  await expect(plain.locator('.board-key')).toContainText('19.70');

  // The debrief: shares, the named mistake, the spread, a table; a slip is named by its block.
  const slip = (codes[0] ?? '').replace(/.$/, (last) => (last === 'Z' ? 'Y' : 'Z'));
  await results
    .locator('[name="codes"]')
    .fill([...codes, codes[1]?.toLowerCase(), slip].join('\n'));
  const figure = (name: string) => results.locator(`output[name="${name}"]`);
  await expect(figure('rate-withdrawn.right')).toHaveAttribute('data-value', '1');
  await expect(figure('rate-withdrawn.near')).toHaveAttribute('data-value', '1');
  await expect(figure('negotiate-limit.right')).toHaveAttribute('data-value', '2');
  await expect(figure('listing-shoes.near')).toHaveAttribute('data-value', '1');
  const rate = results.locator('tr[data-id="rate-withdrawn"]');
  await expect(rate).toContainText('1.58');
  await expect(rate).toContainText(/1 × .*withdrawn/);
  await expect(rate.locator('.spread path')).toHaveCount(4);
  await expect(results.locator('tr[data-id="listing-shoes"] [data-option="title"]')).toContainText(
    '2 ×',
  );
  await expect(results.locator('.collect .notice')).toContainText(/Block \d/);
  const [file] = await Promise.all([
    results.waitForEvent('download'),
    results.locator('.collect button.primary').click(),
  ]);
  expect(file.suggestedFilename()).toBe('workshop-own.csv');
  await Promise.all(rooms.map((room) => room.close()));
  await desk.setOffline(false);
});

test('codes are read by a camera, which is given back; without one the page says so', async ({
  page,
  quiet,
}) => {
  // A camera that shows what the test draws on a canvas.
  await page.addInitScript(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const state = window as unknown as { show: (path: string, size: number) => void; off: boolean };
    state.show = (path, size) => {
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = '#ccc';
      context.fillRect(0, 0, 640, 480);
      context.fillStyle = '#fff';
      context.setTransform(400 / size, 0, 0, 400 / size, 110, 35);
      context.fillRect(0, 0, size, size);
      context.fillStyle = '#111';
      context.fill(new Path2D(path));
    };
    navigator.mediaDevices.getUserMedia = () => {
      if (state.off) return Promise.reject(new DOMException('', 'NotAllowedError'));
      const stream = canvas.captureStream(10);
      // A canvas that does not change sends no pictures, and nothing is no change: without a pixel that
      // turns, a code drawn before the camera was given would never be seen.
      let turn = 0;
      setInterval(() => {
        const context = canvas.getContext('2d') as CanvasRenderingContext2D;
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.fillStyle = (turn += 1) % 2 ? '#000' : '#fff';
        context.fillRect(638, 478, 2, 2);
      }, 100);
      return Promise.resolve(stream);
    };
  });
  await page.goto('/en/workshops/plans/agents-refresher/run/#?seed=K7Q2&v=1');
  await ready(page);
  for (let i = 0; i < 4; i += 1)
    await page.locator('.session > .button-row button.primary').click();
  const code = (await page.locator('output[name="code"]').getAttribute('data-value')) ?? '';
  const ink = page.locator('svg.qr path');
  await expect(ink).toBeVisible();
  const drawn = (await ink.getAttribute('d')) ?? '';
  const size = Number((await page.locator('svg.qr rect').getAttribute('width')) ?? 0);

  await page.goto('/en/workshops/collect/');
  await ready(page);
  await quiet.settle();
  quiet.mayFetch('/_astro/');
  const button = page.locator('.scanner button');
  await page.evaluate(() => ((window as unknown as { off: boolean }).off = true));
  await button.click();
  await expect(page.locator('.scanner')).toContainText('was not given');
  await page.evaluate(() => ((window as unknown as { off: boolean }).off = false));
  await button.click();
  await page.evaluate(
    ([path, side]) =>
      (window as unknown as { show: (path: string, size: number) => void }).show(
        path as string,
        side as number,
      ),
    [drawn, size] as const,
  );
  await expect(page.locator('[name="codes"]')).toHaveValue(code, { timeout: 15_000 });
  await expect(page.locator('output[name$=".unanswered"]').first()).toHaveAttribute(
    'data-value',
    '1',
  );
  await button.click();
  await expect(page.locator('.scanner video')).toBeHidden();

  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined }),
  );
  await page.reload();
  await ready(page);
  await expect(page.locator('.collect')).toContainText('gives no page a camera');
});

for (const language of languages)
  test(`a plan of one’s own prints whole on both papers, with answers and without, ${language}`, async ({
    page,
    quiet,
  }) => {
    await page.goto(
      `/${language}/workshops/own/handout/#?name=Desk&plan=R7-G5-C4-0P5-W2-Z9&seed=K7Q2&v=1`,
    );
    await expect(page.locator('.handout .ready[data-ready]')).toHaveCount(1, { timeout: 20_000 });
    await quiet.settle();
    // Four exercises; a break is none, and what this site has not is said on the screen only.
    await expect(page.locator('.sheet .task')).toHaveCount(4);
    await expect(page.locator('.notice')).toContainText('Z9');
    await expect(page.locator('.sheet h2')).toHaveText('Desk');
    await page.emulateMedia({ media: 'print' });
    await prints(page, 'without', [1, 4]);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('[name="withKeys"]').check();
    await expect(page.locator('.key')).toHaveCount(4);
    await page.emulateMedia({ media: 'print' });
    await prints(page, 'with', [1, 5]);

    await page.goto(`/${language}/workshops/pocket-card/`);
    await prints(page, 'card', [1, 2]);
  });

/** On both papers: so many pages, nothing beside the paper, nothing of the interface. */
async function prints(page: Page, what: string, [least, most]: [number, number]) {
  for (const part of ['.sidebar', '.header', '.handout-form', '.notice', '.button-row'])
    for (const each of await page.locator(part).all()) await expect(each).toBeHidden();
  for (const [format, width] of [
    ['A4', 718],
    ['Letter', 740],
  ] as const) {
    await page.setViewportSize({ width, height: 1000 });
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('main p, main li, main td, main h2, main h3')].filter(
          (element) => {
            const { right, width: own } = element.getBoundingClientRect();
            return own > 0 && right > document.documentElement.clientWidth + 1;
          },
        ).length,
    );
    expect(cut, `${what}, ${format}`).toBe(0);
    // Else a sheet that ends a page is followed by an empty one.
    const below = await page.evaluate(() => {
      const ends = [...document.querySelectorAll('main :is(p, li, td)')].map(
        (element) => element.getBoundingClientRect().bottom,
      );
      return document.body.getBoundingClientRect().bottom - Math.max(...ends);
    });
    expect(below, `below the last line, ${what}, ${format}`).toBeLessThan(25);
    const pdf = (await page.pdf({ format })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages, `${what}, ${format}`).toBeGreaterThanOrEqual(least);
    expect(pages, `${what}, ${format}`).toBeLessThanOrEqual(most);
  }
}

test('a frame grows with what it holds, has the theme it is told, and reports to the origin named and to no other', async ({
  page,
  quiet,
}) => {
  // The browser itself refuses to deliver what is meant for another page.
  quiet.maySay('target origin');
  await page.goto('/en/workshops/embedding/');
  await ready(page);
  const frame = page.frameLocator('#amicable-frame');
  await page.locator('[name="what"]').selectOption('exercise/listing-shoes');
  await page.locator('[name="theme"]').selectOption('dark');
  await expect(frame.locator('.ready[data-ready]')).toHaveCount(1, { timeout: 20_000 });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('#frame-word')).toContainText('http://localhost');
  const height = () => page.locator('#amicable-frame').evaluate((each) => each.clientHeight);
  const tall = () => frame.locator('html').evaluate((each) => each.getBoundingClientRect().height);
  await expect(async () =>
    expect(Math.abs((await height()) - (await tall()))).toBeLessThan(4),
  ).toPass();
  const before = await height();
  await expect(page.locator('.embed-heard')).toContainText('Nothing yet');
  await frame.locator('input[value="title"]').check();
  await frame.locator('form.answer button[type="submit"]').click();
  await expect(page.locator('.embed-heard')).toContainText('"verdict": "wrong"');
  await expect(async () => expect(await height()).toBeGreaterThan(before + 40)).toPass();

  await page.locator('[name="what"]').selectOption('tools/dispute-rate');
  await page.locator('[name="language"]').selectOption('zh-CN');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(frame.locator('.ready').first()).toBeAttached({ timeout: 20_000 });
  const counts = { claims: '23', withdrawn: '3', confirmed: '214', timedOut: '17' };
  for (const [name, value] of Object.entries(counts))
    await frame.locator(`input[name="${name}"]`).fill(value);
  await frame.locator('select[name="category"]').selectOption('apparel');
  await expect(page.locator('.embed-heard')).toContainText('"percent"');
  await expect(frame.locator('[name="claims"]')).toHaveValue('23');
  const code = page.locator('.embed-code');
  await expect(code).toContainText('parent=https%3A%2F%2Fcourse.example');
  await page.locator('[name="parent"]').fill('*');
  await expect(page.locator('#embedding-parent-error')).toBeVisible();
  await expect(code).toHaveCount(0);

  // Named as parent: this site by a path, everybody, and another site. Nothing is heard, and why is said.
  const said = await page.evaluate(async () => {
    const heard: unknown[] = [];
    const live = document.querySelector<HTMLIFrameElement>('#amicable-frame')?.contentWindow;
    addEventListener('message', ({ data, source }) => {
      if (source !== live) heard.push(data);
    });
    const words: string[] = [];
    for (const parent of ['*', `${location.origin}/en/`, 'null', 'https://other.example']) {
      const frame = document.createElement('iframe');
      frame.src = `/en/exercise/listing-shoes/embed/#?lang=en&parent=${encodeURIComponent(parent)}`;
      document.body.append(frame);
      await new Promise((then) => frame.addEventListener('load', then));
      await new Promise((then) => setTimeout(then, 300));
      words.push(frame.contentDocument?.getElementById('frame-word')?.textContent ?? '');
      frame.remove();
    }
    return { heard, words };
  });
  expect(said.heard).toEqual([]);
  expect(said.words.slice(0, 3)).toEqual([
    expect.stringContaining('“*”'),
    expect.stringContaining('/en/”'),
    expect.stringContaining('“null”'),
  ]);
  expect(said.words[3]).toContain('https://other.example');
});
