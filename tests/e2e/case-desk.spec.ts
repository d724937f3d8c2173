import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import { byTurn } from '../support/frame.ts';
import { expect, languages, test } from '../support/page.ts';

const NOW = new Date('2026-11-24T01:00:00Z');
const rows = '.desk-rows > li';
const act = (name: string) => `[data-do="${name}"]`;

/** The page is read, the worker has answered. */
async function open(page: Page, language: string, fragment = '') {
  await page.goto(`/${language}/tools/case-desk/${fragment}`);
  await expect(page.locator('.ready[data-ready]')).toBeAttached({ timeout: 20_000 });
}
/** The words about pasted rows, and what writes files of deadlines, come when somebody turns to them. */
test.beforeEach(({ quiet }) => quiet.mayFetch('/data/packs/desk.'));
/** Puts pasted rows on the board. */
async function paste(page: Page, text: string) {
  await page.locator('.desk-door .button-row button').nth(1).click();
  await page.locator('textarea[name="rows"]').fill(text);
  await expect(page.locator('output[name="rows"]')).toBeVisible();
  await page.locator('.desk-paste .action.primary').click();
  // Rows nobody can read stay in the box; of those that can be read none is left.
  await expect(page.locator('output[name="rows"]:not([data-value="0"])')).toHaveCount(0);
}
/** On a phone all but where the next step is done is folded. */
async function unfold(page: Page, ...parts: string[]) {
  for (const name of parts) {
    const part = page.locator(`.desk-part[data-part="${name}"]`);
    if (!(await part.evaluate((one) => (one as HTMLDetailsElement).open)))
      await part.locator('summary').first().click();
  }
}
const order = (page: Page) =>
  page.locator(rows).evaluateAll((all) => all.map((row) => row.getAttribute('data-id')));
const keep = async (page: Page) => {
  await page.locator(act('keep')).click();
  await expect(page.locator('output[name="keeps"]')).toHaveAttribute('data-value', 'true');
};

const ROWS = [
  'A-1\taliexpress.snad-classic\t2026-11-23 01:00 UTC\tBR',
  'A-2\taliexpress.snad-classic\t2026-11-20 01:00 UTC\tES\tcalled twice',
  'A-3\taliexpress.snad-classic\t2026-11-17 01:00 UTC\tFR',
  'A-4\tozon.dispute\t2026-11-23 01:00 UTC\tRU',
  'A-5\tno such kind\t2026-11-23 01:00 UTC\tRU',
].join('\n');

for (const language of languages)
  for (const [size, width, height] of [
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ] as const)
    test(`a case from its first row to the line it leaves in the log, on ${size}, ${language}`, async ({
      page,
      quiet,
      context,
    }) => {
      test.slow();
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.clock.setFixedTime(NOW);
      await page.setViewportSize({ width, height });
      await open(page, language);
      await quiet.settle();
      // A made-up desk first; it goes when the first case of one's own comes.
      await expect(page.locator('.answer-card .example-mark')).toBeVisible();
      await paste(page, ROWS);
      await expect(page.locator('.answer-card .example-mark')).toHaveCount(0);
      expect(await order(page)).toEqual(['A-3', 'A-2', 'A-1', 'A-4']);
      await expect(page.locator('output[name="totals.overdue"]')).toHaveAttribute(
        'data-value',
        '1',
      );
      const next = page.locator('.answer-card output[name="next"]');
      await expect(next).toHaveAttribute('data-value', 'record-what-happened');

      // The overdue case was answered in time: a date changes what is next.
      await page.locator(act('open-first')).click();
      await expect(page.locator('#case-desk-case-title')).toBeFocused();
      const step = page.locator('.desk-step output[name="action"]');
      await expect(step).toHaveAttribute('data-value', 'record-what-happened');
      const answered = page.locator('input[name="events.answeredAt"]');
      await answered.fill('2026-11-19 10:00 UTC');
      await answered.blur();
      await expect(answered).toHaveValue(/^2026-11-19 \d\d:00 UTC/);
      await expect(step).toHaveAttribute('data-value', 'settle');
      // An offer, and what came of it.
      await unfold(page, 'facts');
      await page.locator('input[name="order.currency"]').fill('USD');
      await page.locator('input[name="order.currency"]').blur();
      // The step is to offer: its section has unfolded, and what was unfolded stays.
      await expect(page.locator('[data-part="offers"]')).toHaveAttribute('open', '');
      await expect(page.locator('[data-part="dates"]')).toHaveAttribute('open', '');
      await page.locator('input[name="offer.amount"]').fill('4.00');
      await page.locator('input[name="offer.amount"]').press('Enter');
      await expect(step).toHaveAttribute('data-value', 'wait');
      await page.locator('.desk-offers .action').first().click();
      await expect(page.locator('.desk-offers .action')).toHaveCount(0);

      // Three questions close it, and the log has its line.
      await unfold(page, 'close');
      await page.locator('input[name="close.cause"]').fill('shade packed loose');
      await page.locator('input[name="close.cost"]').fill('4');
      await page.locator('textarea[name="close.prevention"]').fill('a ring of foam');
      await page.locator(act('close')).click();
      await expect(page.locator('#case-desk-close')).toContainText('shade packed loose');
      await page.locator(act('copy-log')).click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toContain('shade packed loose\t');
      await page.locator(act('back')).click();
      expect(await order(page)).toEqual(['A-2', 'A-1', 'A-4']);

      // By keys alone: the second case, aside with a reason, and back again.
      const board = page.locator('#case-desk-board');
      await board.focus();
      await page.keyboard.press('j');
      await expect(page.locator(`${rows}[aria-current]`)).toHaveAttribute('data-id', 'A-1');
      await page.keyboard.press('Enter');
      await expect(page.locator('#case-desk-case-title')).toHaveText('A-1');
      // The keyboard goes along with the case, in the next frame.
      await expect(page.locator('#case-desk-case-title')).toBeFocused();
      await page.keyboard.press('s');
      await expect(page.locator('input[name="snooze.hours"]')).toBeFocused();
      await page.keyboard.type('5');
      await page.locator('input[name="snooze.reason"]').fill('carrier calls back');
      await page.keyboard.press('Enter');
      await expect(step).toHaveAttribute('data-value', 'wait');
      await page.locator('#case-desk-case-title').focus();
      await page.keyboard.press('u');
      await expect(step).toHaveAttribute('data-value', 'record-plan');
      await page.keyboard.press('Escape');
      await expect(board).toBeVisible();

      // Everything open is handed over in one text.
      await page.locator('#case-desk-copy').click();
      const handed = await page.evaluate(() => navigator.clipboard.readText());
      expect(handed).toMatch(/1\. A-2[\s\S]*2\. A-1[\s\S]*3\. A-4/);
      expect(handed).not.toContain('A-3');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThan(1);
    });

test('nothing is kept before it is asked for; then it comes back, and goes with a count', async ({
  page,
  quiet,
}) => {
  await page.clock.setFixedTime(NOW);
  await open(page, 'en');
  await quiet.settle();
  await paste(page, ROWS);
  // What this tab holds, another knows nothing of.
  const other = await page.context().newPage();
  await open(other, 'en');
  await expect(other.locator('.answer-card .example-mark')).toBeVisible();
  await other.close();
  await keep(page);
  await page.reload();
  await expect(page.locator(rows)).toHaveCount(4);
  expect(await order(page)).toEqual(['A-3', 'A-2', 'A-1', 'A-4']);
  await page.locator(act('forget')).click();
  await expect(page.locator(act('forget-sure'))).toContainText('4');
  await page.locator(act('forget-sure')).click();
  await expect(page.locator(rows)).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.answer-card .example-mark')).toBeVisible();
});

test('a desk goes to another browser by file, is looked at first, and can be taken back', async ({
  page,
  browser,
  quiet,
}) => {
  await page.clock.setFixedTime(NOW);
  await open(page, 'en');
  await quiet.settle();
  await paste(page, ROWS);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(act('save')).click(),
  ]);
  const file = {
    name: 'cases.json',
    mimeType: 'application/json',
    buffer: readFileSync(await download.path()),
  };
  await expect(page.locator('[data-saved]')).toContainText('24 Nov');

  const other = await (await browser.newContext()).newPage();
  await other.clock.setFixedTime(NOW);
  await open(other, 'zh-cn');
  await paste(
    other,
    'B-1\taliexpress.inr\t2026-11-22 01:00 UTC\tFR\nA-2\taliexpress.snad-classic\t2026-11-20 01:00 UTC\tES',
  );
  await keep(other);
  await other.locator('input[name="case-file"]').setInputFiles(file);
  await expect(other.locator('[data-preview]')).toContainText('3');
  await expect(other.locator('[data-preview] li')).toHaveAttribute('data-id', 'A-2');
  await expect(other.locator(rows)).toHaveCount(2);
  await other.locator(act('bring')).click();
  await expect(other.locator(rows)).toHaveCount(5);
  await other.reload();
  await expect(other.locator(rows)).toHaveCount(5);
  await other.locator(act('bring-back')).click();
  await expect(other.locator(rows)).toHaveCount(2);
  await other.reload();
  await expect(other.locator(rows)).toHaveCount(2);
  await other
    .locator('input[name="case-file"]')
    .setInputFiles({ ...file, buffer: Buffer.from('{"a":1}') });
  await expect(other.locator('[data-preview] button')).toHaveCount(0);
  await other.context().close();
});

/** The worker has a window of its own, which a test cannot touch: without one the page does the work. */
const onPage = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(window, 'Worker', { value: undefined }));

/** A file of the desk with these cases, or the beginning of one. */
const deskFile = (ids: readonly string[], length = Infinity) => ({
  name: 'cases.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      file: 'amicable-case-desk',
      version: 2,
      cases: ids.map((id) => ({ version: 2, id })),
    }).slice(0, length),
  ),
});

for (const language of languages)
  test(`an import into a desk that nobody keeps is taken back, after a reload as well, ${language}`, async ({
    page,
    quiet,
  }) => {
    await page.clock.setFixedTime(NOW);
    await open(page, language);
    await quiet.settle();
    await paste(page, ROWS);
    const file = page.locator('input[name="case-file"]');
    // A file that breaks off is told from one of something else, and nothing of it comes in.
    await file.setInputFiles(deskFile(['N-1', 'N-2'], 90));
    const broken = await page.locator('[data-preview]').innerText();
    await file.setInputFiles({ ...deskFile([]), buffer: Buffer.from('{"a":1}') });
    await expect(page.locator('[data-preview]')).not.toHaveText(broken);
    await expect(page.locator('[data-preview] button')).toHaveCount(0);
    await file.setInputFiles(deskFile(['N-1', 'N-2']));
    await page.locator(act('bring')).click();
    await expect(page.locator(rows)).toHaveCount(6);
    await expect
      .poll(() =>
        page.evaluate(() => sessionStorage.getItem('amicable:session:case-desk.cases') ?? ''),
      )
      .toContain('N-2');
    await page.reload();
    await expect(page.locator(rows)).toHaveCount(6);
    await page.locator(act('bring-back')).click();
    await expect(page.locator(rows)).toHaveCount(4);
    await expect(page.locator(act('bring-back'))).toHaveCount(0);
    // What brings it back goes with the rest, and nothing was written down.
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });

for (const language of languages)
  test(`what is kept is cleared from outside, and whatever is done next keeps it anew, ${language}`, async ({
    page,
  }) => {
    await onPage(page);
    await page.clock.setFixedTime(NOW);
    await open(page, language);
    await paste(page, ROWS);
    await keep(page);
    const clear = () =>
      page.evaluate(
        () =>
          new Promise<void>((done) => {
            const asked = indexedDB.deleteDatabase('amicable');
            // Not when it is held up: what is written meanwhile would go with the rest.
            asked.onsuccess = () => done();
          }),
      );
    await clear();
    // The box for rows still stands open.
    await page
      .locator('textarea[name="rows"]')
      .fill('B-1\taliexpress.inr\t2026-11-22 01:00 UTC\tFR');
    await page.locator('.desk-paste .action.primary').click();
    await expect(page.locator('[data-trouble="cleared"]')).toBeVisible();
    await page.reload();
    // As many cases as the made-up desk has, which stands here first.
    await expect(page.locator('output[name="keeps"]')).toHaveAttribute('data-value', 'true');
    await expect(page.locator(rows)).toHaveCount(5);
    await clear();
    await page.locator('input[name="case-file"]').setInputFiles(deskFile(['N-1']));
    await page.locator(act('bring')).click();
    // The look at the file has noticed already; the case comes with the step.
    await expect(page.locator(rows)).toHaveCount(6);
    await expect(page.locator('[data-trouble="cleared"]')).toBeVisible();
    await page.reload();
    await expect(page.locator(rows)).toHaveCount(6);
  });

test('two tabs see each other’s changes within a second, and lose none', async ({
  page,
  context,
  quiet,
}) => {
  await open(page, 'en');
  await quiet.settle();
  await paste(page, 'A-1\taliexpress.inr\t2 hours ago\tFR');
  await keep(page);
  const other = await context.newPage();
  await open(other, 'zh-cn');
  await expect(other.locator(rows)).toHaveCount(1);
  for (const tab of [page, other]) await tab.locator(`${rows} .link-button`).click();
  const set = async (tab: Page, name: string, value: string) => {
    await tab.locator(`input[name="${name}"]`).fill(value);
    await tab.locator(`input[name="${name}"]`).blur();
  };
  await Promise.all([set(page, 'owner', 'Li'), set(other, 'order.item', 'lamp')]);
  for (const tab of [page, other]) {
    await expect(tab.locator('input[name="owner"]')).toHaveValue('Li', { timeout: 1000 });
    await expect(tab.locator('input[name="order.item"]')).toHaveValue('lamp', { timeout: 1000 });
  }
});

for (const [name, refuse] of [
  ['keeps nothing', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'forbids its database',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    },
  ],
] as const)
  test(`a browser that ${name} says so, and the desk goes on`, async ({ page }) => {
    await onPage(page);
    await page.addInitScript(refuse);
    await page.clock.setFixedTime(NOW);
    await open(page, 'en');
    await paste(page, ROWS);
    await page.locator(act('keep')).click();
    await expect(page.locator('[data-trouble="blocked"]')).toBeVisible();
    await expect(page.locator(rows)).toHaveCount(4);
    await expect(page.locator('output[name="keeps"]')).toHaveAttribute('data-value', 'false');
  });

test('a full browser, a half-written import and a newer page lose nothing that was said to be kept', async ({
  page,
}) => {
  test.slow();
  await onPage(page);
  await page.clock.setFixedTime(NOW);
  await open(page, 'en');
  await paste(page, ROWS);
  await keep(page);
  // No room left, after the first record of an import: none of it is kept, and that is said.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    let left = 1;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      if (this.name === 'cases' && (left -= 1) < 0)
        throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  const cases = ['N-1', 'N-2', 'N-3'].map((id) => ({ version: 2, id }));
  await page.locator('input[name="case-file"]').setInputFiles({
    name: 'cases.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ file: 'amicable-case-desk', version: 2, cases })),
  });
  await page.locator(act('bring')).click();
  await expect(page.locator('[data-trouble="full"]')).toBeVisible();
  await expect(page.locator(rows)).toHaveCount(4);
  await page.reload();
  await expect(page.locator(rows)).toHaveCount(4);

  // A page newer than this one has written a case: it is counted, and nobody touches it.
  await page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const asked = indexedDB.open('amicable');
        asked.onsuccess = () => {
          const step = asked.result.transaction('cases', 'readwrite');
          const keptAt = '2027-01-01T00:00:00Z';
          step.objectStore('cases').put({ version: 99, keptAt, value: { id: 'A-1' } }, 'A-1');
          step.oncomplete = () => {
            asked.result.close();
            done();
          };
          step.onerror = () => failed(new Error('not laid'));
        };
      }),
  );
  await page.locator(`${rows}[data-id="A-1"] .link-button`).click();
  await page.locator('input[name="owner"]').fill('Li');
  await page.locator('input[name="owner"]').blur();
  await expect(page.locator('[data-trouble="newer"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-newer]')).toBeVisible();
  await expect(page.locator(rows)).toHaveCount(3);

  // The site is cleared under the open desk: the next step says so, and all that is shown is kept anew.
  const clear = () =>
    page.evaluate(
      () =>
        new Promise<void>((done) => {
          const asked = indexedDB.deleteDatabase('amicable');
          asked.onsuccess = asked.onblocked = () => done();
        }),
    );
  await clear();
  await page.locator(`${rows}[data-id="A-2"] .link-button`).click();
  await page.locator('input[name="owner"]').fill('Li');
  await page.locator('input[name="owner"]').blur();
  await expect(page.locator('[data-trouble="cleared"]')).toBeVisible();
  await page.reload();
  await expect(page.locator(rows)).toHaveCount(3);

  // The site was cleared meanwhile: nothing is invented, and the desk begins anew.
  await clear();
  await page.reload();
  await expect(page.locator('.answer-card .example-mark')).toBeVisible();
});

test('what the planner kept is taken in once, on request, and stays where it was', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('laid')) return;
    sessionStorage.setItem('laid', 'yes');
    // Rows that stood in the planner’s board when its page was last loaded in this tab.
    sessionStorage.setItem(
      'amicable:session:deadline-planner.board',
      'A-1003\taliexpress.inr\t2026-11-23 01:00 UTC\tFR',
    );
    const at = '2026-11-18T03:00:00Z';
    const record = (id: string) => ({
      key: `case:${id}`,
      kind: 'case',
      name: id,
      keptAt: at,
      value: '#?flow=aliexpress.inr&v=1',
      pastedAt: at,
    });
    const [value, older] = [record('A-1001'), record('A-1002')];
    // The first pages kept in another place.
    const lay = (key: string, text: string) =>
      localStorage.setItem(`amicable:deadline-planner:${key}`, text);
    lay(older.key, JSON.stringify({ version: 1, value: older }));
    lay('case:later', JSON.stringify({ version: 2, value: older }));
    const asked = indexedDB.open('amicable', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('deadline-planner');
    asked.onsuccess = () => {
      const step = asked.result.transaction('deadline-planner', 'readwrite');
      step.objectStore('deadline-planner').put({ version: 1, keptAt: at, value }, value.key);
      step.oncomplete = () => asked.result.close();
    };
  });
  await page.clock.setFixedTime(NOW);
  await open(page, 'en');
  await page.reload();
  await page.locator('[data-old] .action').click();
  await expect(page.locator(rows)).toHaveCount(2);
  await expect(page.locator('[data-old]')).toHaveCount(0);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((name) => /planner/.test(name))),
  ).toEqual(['amicable:deadline-planner:case:later']);
  await keep(page);
  // The rows are not on the board yet, and lie where they can be put there.
  await expect(page.locator('textarea[name="rows"]')).toHaveValue(/^A-1003/);
  await page.locator('.desk-paste .action.primary').click();
  // Until they stand on the board they wait in the box, and a reload would find them there.
  await expect(page.locator(rows)).toHaveCount(3);
  await page.reload();
  await expect(page.locator(rows)).toHaveCount(3);
  await expect(page.locator('[data-old]')).toHaveCount(0);
  await expect(page.locator('textarea[name="rows"]')).toHaveCount(0);
});

for (const language of languages)
  test(`many rows are read with their reasons, held by the tab, and saved for calendars and tables, ${language}`, async ({
    page,
    quiet,
  }) => {
    quiet.mayFetch('/_astro/');
    await page.clock.setFixedTime(NOW);
    await open(page, language);
    await quiet.settle();
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(act(name)).click(),
      ]);
      return {
        name: download.suggestedFilename(),
        text: readFileSync(await download.path(), 'utf8'),
      };
    };
    const read = (text: string) =>
      new ICAL.Component(ICAL.parse(text))
        .getAllSubcomponents('vevent')
        .map((one) => new ICAL.Event(one));
    // Made-up cases say so in every piece of them.
    expect((await saved('ics')).name).toMatch(/^example-/);
    const field = page.locator('textarea[name="rows"]');
    await page.locator('.desk-door .button-row button').nth(1).click();
    await field.fill(`${ROWS}\n8.12E+15\taliexpress.inr\t2026-11-23 01:00 UTC\tFR`);
    const bad = page.locator('[data-rows="errors"] li');
    await expect(bad).toHaveAttribute('data-line', '5');
    await expect(bad).toContainText(language === 'en' ? 'is not known' : '没有');
    await expect(page.locator('[data-rows="notices"] li')).toContainText('8.12E+15');
    // What was pasted outlives a reload, on the board or not.
    await page.reload();
    await expect(field).toHaveValue(/^A-1[\s\S]*FR$/, { timeout: 20_000 });
    await expect(page.locator('output[name="rows"]')).toHaveAttribute('data-value', '5');
    await page.locator('.desk-paste .action.primary').click();
    await expect(page.locator(rows)).toHaveCount(5);
    await expect
      .poll(() => page.evaluate(() => sessionStorage.getItem('amicable:session:case-desk.cases')))
      .toContain('A-4');
    await page.reload();
    await expect(page.locator(rows)).toHaveCount(5, { timeout: 20_000 });
    await expect(page.locator('output[name="keeps"]')).toHaveAttribute('data-value', 'false');
    // Whoever wants not even the tab to hold them says so, and it is gone at once; it can be had again.
    const held = () =>
      page.evaluate(() => sessionStorage.getItem('amicable:session:case-desk.cases'));
    await page.locator('input[name="hold"]').uncheck();
    expect(await held()).toBeNull();
    await expect(page.locator(rows)).toHaveCount(5);
    await page.locator('input[name="hold"]').check();
    await expect.poll(held).toContain('A-4');

    const calendar = await saved('ics');
    const events = read(calendar.text);
    // Opened on the 23rd at 01:00 UTC: on the platform’s clock five days end at the same hour.
    const first = events.find(({ summary }) => summary.includes('A-1'));
    expect(first?.startDate.toJSDate().toISOString()).toBe('2026-11-28T01:00:00.000Z');
    expect(first?.component.getAllSubcomponents('valarm').length).toBeGreaterThan(0);
    expect(events.filter(({ summary }) => summary.includes('A-3'))).toHaveLength(1);
    // Either table names the same cases, each of which is there already.
    for (const name of ['deadlines', 'csv']) {
      const table = await saved(name);
      // Open still, with the row nobody can read, or to be opened.
      if (!(await field.isVisible()))
        await page.locator('.desk-door .button-row button').nth(1).click();
      await field.fill(table.text);
      await expect(page.locator('[data-rows="there"] li')).toHaveCount(5);
      await expect(bad).toHaveCount(0);
      await field.fill('');
      await page.locator('.desk-door .button-row button').nth(1).click();
    }
  });

for (const language of languages)
  test(`the key that copies leads to a wrong setting or date first, folded away or not, ${language}`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.setFixedTime(NOW);
    await open(page, language);
    await paste(page, 'A-1\taliexpress.snad-classic\t2026-11-23 01:00 UTC\tBR');
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const leadsTo = async (field: Locator) => {
      await page.locator('body').press('ControlOrMeta+Enter');
      await expect(field).toBeFocused();
      await expect(page.locator('.copy-answer')).not.toBeEmpty();
      expect(await copied()).toBe('before');
    };
    /** Folded away with all that it stands in. */
    const fold = (field: Locator) =>
      field.evaluate((one: HTMLElement) => {
        one.blur();
        for (let at = one.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
          at.open = false;
      });

    const hours = page.locator('input[name="way.workHours"]');
    await page.locator('.tool-form details.more summary').click();
    // Asked for in the field itself, which was not left.
    await hours.fill('whenever');
    await hours.press('ControlOrMeta+Enter');
    await expect(hours).toHaveAttribute('aria-invalid', 'true');
    await expect(hours).toBeFocused();
    expect(await copied()).toBe('before');
    await leadsTo(hours);
    await fold(hours);
    await leadsTo(hours);
    await expect(hours).toBeVisible();
    await hours.fill('');
    await hours.press('ControlOrMeta+Enter');
    await expect.poll(copied).toContain('A-1');
    await expect(hours).not.toHaveAttribute('aria-invalid', 'true');

    await page.locator(act('open-first')).click();
    await unfold(page, 'dates');
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    const shown = page.locator('input[name^="shownDue."]').first();
    await page.locator('.desk-part[data-part="dates"] details.more > summary').click();
    await shown.fill('whenever');
    await shown.blur();
    await expect(shown).toHaveAttribute('aria-invalid', 'true');
    await fold(shown);
    await leadsTo(shown);
    await expect(shown).toBeVisible();
  });

test('two thousand rows stay fluid', async ({ page, quiet, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.setFixedTime(NOW);
  await open(page, 'en');
  await quiet.settle();
  const many = Array.from(
    { length: 2000 },
    (_, i) => `c${i}\taliexpress.snad-classic\t2026-11-1${i % 9} 0${i % 10}:00 UTC\tBR`,
  ).join('\n');
  await page.locator('.desk-door .button-row button').nth(1).click();
  const field = page.locator('textarea[name="rows"]');
  // Pasted as people do: filled in by the test, the browser itself takes a quarter of a minute for the lines.
  await page.evaluate((text) => navigator.clipboard.writeText(text), many);
  await field.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(field).toHaveValue(many);
  // What puts lines in one by one tells of each: the rows are not read as often, or nothing else has its turn.
  await field.evaluate((element) => {
    for (let i = 0; i < 2000; i += 1) element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.locator('output[name="rows"]')).toHaveAttribute('data-value', '2000', {
    timeout: 10_000,
  });
  // The rows are read beside the page, and only those in sight are drawn.
  expect(page.workers()).toHaveLength(1);
  await page.locator('.desk-paste .action.primary').click();
  await expect(page.locator('output[name="totals.open"]')).toHaveAttribute('data-value', '2000', {
    timeout: 15_000,
  });
  expect(await page.locator(rows).count()).toBeLessThan(60);
  // By keys far beyond what is drawn.
  await page.locator('#case-desk-board').focus();
  for (let i = 0; i < 70; i += 1) await page.keyboard.press('j');
  const current = page.locator(`${rows}[aria-current]`);
  await expect(current).toHaveAttribute('aria-posinset', '71');
  await expect(current).toBeInViewport();
  // On paper every row stands, however printing was asked for.
  await page.evaluate((row) => {
    window.addEventListener('beforeprint', () => {
      document.body.dataset['printed'] = String(document.querySelectorAll(row).length);
    });
  }, rows);
  await page.pdf();
  await expect(page.locator('body')).toHaveAttribute('data-printed', '2000');
  await expect.poll(() => page.locator(rows).count()).toBeLessThan(60);
});

const MESSAGE =
  'El pedido 8123456789012345 en AliExpress pone entregado pero yo no he recibido nada. Pagué 24,90 €';

for (const [turn, language] of languages.entries())
  for (const [size, width, height] of byTurn(
    [
      ['a desk', 1440, 900],
      ['a phone', 390, 844],
    ] as const,
    turn,
  ))
    test(`from a buyer’s message to the analysis of the log, on ${size}, ${language}`, async ({
      page,
      quiet,
      context,
    }) => {
      test.slow();
      quiet.mayFetch('/_astro/', '/data/packs/');
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.clock.setFixedTime(NOW);
      await page.setViewportSize({ width, height });
      await open(page, language);
      await quiet.settle();
      // The message gives the situation, and the situation the cause, its page, its evidence, its reply.
      await page.locator('textarea[name="find"]').fill(MESSAGE);
      await expect(page.locator('.find-candidates > li').first()).toHaveAttribute(
        'data-id',
        'inr-delivered-denied',
      );
      await page.locator('#case-desk-find-answer').focus();
      await page.keyboard.press('m');
      await expect(page.locator('#case-desk-case-title')).toBeFocused();
      await expect(page.locator('.desk-parts select[name="reason"]')).toHaveValue('inr-delivered');
      await keep(page);
      const step = page.locator('.desk-step output[name="action"]');
      await expect(step).toHaveAttribute('data-value', 'enter-dates');
      const set = async (name: string, value: string) => {
        const field = page.locator(`.desk-parts input[name="${name}"]`);
        await field.fill(value);
        await field.blur();
      };
      await unfold(page, 'facts');
      for (const [name, value] of [
        ['buyer.name', 'Ana'],
        ['buyer.language', 'es'],
        ['order.item', 'lámpara'],
        ['events.disputeOpenedAt', '2026-11-23 01:00 UTC'],
      ] as const)
        await set(name, value);
      await expect(page.locator('.desk-clocks li').first()).toBeVisible();
      await expect(step).toHaveAttribute('data-value', 'collect-evidence');
      for (const tick of await page.locator('.desk-part .check input').all()) await tick.check();
      await expect(step).toHaveAttribute('data-value', 'record-plan');
      await page.locator('input[name="offer.amount"]').fill('4.00');
      await page.locator('input[name="offer.amount"]').press('Enter');
      await expect(step).toHaveAttribute('data-value', 'answer');

      // The reply of that situation, copied and recorded; what comes next is another step.
      await page.locator('[data-tool="reply-script"]').click();
      await expect(page.locator('.case-strip')).toHaveAttribute('data-case', '8123456789012345', {
        timeout: 20_000,
      });
      await expect(page).toHaveURL(/\/reply-script\/$/);
      for (const [name, value] of [
        ['tracking', 'LP00512345678901'],
        ['deliveredOn', '2026-11-20'],
        ['date', '2026-11-26'],
        ['shop', 'Bright Home'],
      ])
        await page.locator(`input[name="vars.${name}"]`).fill(value ?? '');
      await page.locator('select[name="vars.cause"]').selectOption('neighbour');
      await expect(page.locator('[data-give="reply"]')).toBeVisible({ timeout: 20_000 });
      await page.locator('#reply-script-copy').click();
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await expect.poll(copied).not.toBe('');
      const reply = await copied();
      await page.locator('[data-give="reply"]').click();
      await expect(page.locator('.case-strip [role="status"]')).not.toBeEmpty();
      await page.locator('.case-strip a').click();
      await expect(page.locator('#case-desk-case-title')).toBeVisible({ timeout: 20_000 });
      await expect(page.locator('.desk-step')).toHaveAttribute('data-because', 'reply-recorded');
      await expect(page.locator('.desk-timeline')).toContainText(reply.slice(0, 40));
      await unfold(page, 'dates', 'offers', 'close');
      await set('events.answeredAt', '2026-11-23 20:00 UTC');
      await expect(step).toHaveAttribute('data-value', 'wait');
      await page.locator('.desk-offers .action').first().click();

      await page.locator('input[name="close.cause"]').fill('left at a neighbour');
      await page.locator('input[name="close.cost"]').fill('4');
      await page.locator('textarea[name="close.prevention"]').fill('a line with a signature');
      await page.locator(act('close')).click();
      // No listing would have helped, and that is said; the page would.
      const proposal = page.locator('[data-proposal="inr-delivered"]');
      await expect(proposal.locator('a')).toHaveAttribute(
        'href',
        `/${language}/playbooks/respond/inr-delivered-denied/`,
      );
      await expect(proposal.locator('[data-fix]')).not.toBeEmpty();
      await page.locator(act('open-log')).first().click();
      // Settings of the form may stand in the address, and nothing of the log.
      await expect(page).toHaveURL(/\/dispute-log\/(#\?v=1)?$/);
      await expect(page.locator('.log-files output[name="rows"]')).toHaveAttribute(
        'data-value',
        '1',
        { timeout: 20_000 },
      );
      await expect(page.locator('.log-files output[name="used"]')).toHaveAttribute(
        'data-value',
        '1',
      );
      expect(await page.evaluate(() => sessionStorage.getItem('amicable:session:log'))).toBeNull();
    });

/** A file of this browser’s own stands for the one a person chooses. */
const chooseOwn = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle('cases.json', { create: true }),
    });
  });
const fileText = (page: Page) =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('cases.json')).getFile()).text();
  });

test('everything is saved by itself to a chosen file, and never over what somebody else put there', async ({
  page,
}) => {
  test.slow();
  await page.clock.setFixedTime(NOW);
  await chooseOwn(page);
  await open(page, 'en');
  await paste(page, ROWS);
  await expect(page.locator('[data-file]')).toHaveCount(0);
  await keep(page);
  await page.locator(act('file-choose')).click();
  await expect(page.locator('[data-file="on"]')).toContainText('cases.json');
  await expect.poll(() => fileText(page)).toContain('A-4');
  await page.locator(`${rows}[data-id="A-1"] .link-button`).click();
  await page.locator('input[name="owner"]').fill('Li');
  await page.locator('input[name="owner"]').blur();
  await expect.poll(() => fileText(page)).toContain('"owner": "Li"');
  // It goes on after a reload.
  await page.reload();
  await page.locator(`${rows}[data-id="A-2"] .link-button`).click();
  await page.locator('input[name="owner"]').fill('Chen');
  await page.locator('input[name="owner"]').blur();
  await expect.poll(() => fileText(page)).toContain('"owner": "Chen"');

  // A colleague wrote a case of theirs into it: it is looked at and brought in before anything is written.
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const writing = await (await folder.getFileHandle('cases.json')).createWritable();
    const cases = [{ version: 2, id: 'theirs' }];
    await writing.write(JSON.stringify({ file: 'amicable-case-desk', version: 2, cases }));
    await writing.close();
  });
  await page.locator('input[name="owner"]').fill('Ana');
  await page.locator('input[name="owner"]').blur();
  await expect(page.locator('[data-file="changed"]')).toBeVisible({ timeout: 10_000 });
  expect(await fileText(page)).toContain('theirs');
  expect(await fileText(page)).not.toContain('A-1');
  await page.locator(act('file-look')).click();
  await page.locator(act('bring')).click();
  await expect(page.locator('[data-file="on"]')).toBeVisible();
  for (const part of ['theirs', '"owner": "Ana"', 'A-4'])
    await expect.poll(() => fileText(page)).toContain(part);
  await page.locator(act('file-stop')).click();
  await expect(page.locator('[data-file="none"]')).toBeVisible();
});

test('the browser is asked again for the file it may write, in words; where it cannot, that is said', async ({
  page,
}) => {
  // Without a worker, so that the browser’s answers can be played.
  await onPage(page);
  await chooseOwn(page);
  await page.addInitScript(() => {
    const answers = (name: string, answer: () => string) =>
      Object.defineProperty(FileSystemHandle.prototype, name, {
        value: () => Promise.resolve(answer()),
      });
    answers('queryPermission', () => localStorage.getItem('may') ?? 'granted');
    answers('requestPermission', () => {
      localStorage.setItem('may', 'granted');
      return 'granted';
    });
  });
  await page.clock.setFixedTime(NOW);
  await open(page, 'en');
  await paste(page, ROWS);
  await keep(page);
  await page.locator(act('file-choose')).click();
  await expect(page.locator('[data-file="on"]')).toBeVisible();
  await page.evaluate(() => localStorage.setItem('may', 'prompt'));
  await page.reload();
  await expect(page.locator('[data-file="asks"]')).toContainText('cases.json');
  await page.locator(act('file-again')).click();
  await expect(page.locator('[data-file="on"]')).toBeVisible();
  await page.addInitScript(() => Object.assign(window, { showSaveFilePicker: undefined }));
  await page.reload();
  await expect(page.locator('[data-file="cannot"]')).toBeVisible();
});

for (const language of languages)
  test(`a case goes to the other tools as a key, and brings back what a person confirms, ${language}`, async ({
    page,
    quiet,
    context,
  }) => {
    test.slow();
    quiet.mayFetch('/_astro/', '/data/packs/');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.setFixedTime(NOW);
    await open(page, language);
    await quiet.settle();
    await paste(page, 'A-1\taliexpress.snad-classic\t2026-11-23 01:00 UTC\tBR');
    await page.locator(`${rows} .link-button`).click();
    await expect(page.locator('.desk-corridor')).toHaveCount(0);
    await keep(page);
    const set = async (name: string, value: string) => {
      const field = page.locator(`.desk-parts input[name="${name}"]`);
      await field.fill(value);
      await field.blur();
    };
    await page.locator('.desk-parts select[name="reason"]').selectOption('snad-damaged');
    for (const [name, value] of [
      ['order.currency', 'USD'],
      ['order.price', '24.00'],
      ['buyer.name', 'Ana'],
      ['buyer.language', 'pt'],
    ] as const)
      await set(name, value);
    const to = async (tool: string) => {
      await page.locator(`[data-tool="${tool}"]`).click();
      await expect(page).toHaveURL(new RegExp(`/${language}/tools/${tool}/$`));
      await expect(page.locator('.case-strip')).toHaveAttribute('data-case', 'A-1', {
        timeout: 20_000,
      });
    };
    const back = async () => {
      await page.locator('.case-strip a').click();
      await expect(page.locator('#case-desk-case-title')).toHaveText('A-1');
    };
    const step = page.locator('.desk-step output[name="action"]');
    await expect(step).toHaveAttribute('data-value', 'collect-evidence');
    for (const tick of await page.locator('.desk-part .check input').all()) await tick.check();
    await expect(step).toHaveAttribute('data-value', 'record-plan');

    await to('settlement');
    await expect(page.locator('[name="price"]')).toHaveValue('24.00');
    await page.locator('input[name="productCost"]').fill('9');
    await page.locator('input[name="loseChance"]').fill('0.7');
    await page.locator('[data-give="plan"]').click();
    await expect(page.locator('.case-strip [role="status"]')).not.toBeEmpty();
    // The address holds nothing of the case; the link that does says what it carries.
    await expect(page).toHaveURL(/\/settlement\/$/);
    await expect(page.locator('[data-carries]')).toContainText(/Price|价/);
    await back();
    await expect(step).toHaveAttribute('data-value', 'answer');

    // A guess at what moves the buyer stays where it was made; what is done next goes into the case.
    await to('buyer-motives');
    await expect(page.locator('.answer-card .example-mark')).toHaveCount(0);
    await page.locator('[data-give="step"]').click();
    await expect(page.locator('.case-strip [role="status"]')).not.toBeEmpty();
    await expect(page).toHaveURL(/\/buyer-motives\/$/);
    await back();

    await to('reply-script');
    await expect(page.locator('[name="vars.buyerName"]')).toHaveValue('Ana');
    await back();

    // A country alone is no date: nothing is offered until a day is typed, and that day goes into the case.
    await to('transit-warning');
    await expect(page.locator('[name="country"]')).toHaveValue('BR');
    await expect(page.locator('[data-give="dates"]')).toHaveCount(0);
    await page.locator('input[name="dispatchDate"]').fill('2026-11-20');
    await page.locator('[data-give="dates"]').click();
    await expect(page.locator('.case-strip [role="status"]')).not.toBeEmpty();
    await back();
    await to('transit-warning');
    await expect(page.locator('input[name="dispatchDate"]')).toHaveValue('2026-11-20');
    await back();

    // The rate the platform holds against a shop; the counts are the shop’s, and stay empty.
    await to('dispute-rate');
    await expect(page.locator('[name="metric"]')).toHaveValue('aliexpress.snad');
    await expect(page.locator('[data-give="leave"]')).toHaveCount(1);
    await expect(page.locator('[data-give]')).toHaveCount(1);
    await back();

    await to('deadline-planner');
    await page
      .locator('.tool-form details')
      .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    await page.locator('input[name="events.answeredAt"]').fill('2026-11-23 20:00 UTC');
    await page.locator('[data-give="dates"]').click();
    await expect(page.locator('.case-strip [role="status"]')).not.toBeEmpty();
    await page.reload();
    // As it was typed in this tab, or as the case holds it: one moment.
    await expect(page.locator('input[name="events.answeredAt"]')).toHaveValue(
      /^2026-11-23(?:T20:00:00Z| 20:00 UTC)$/,
    );
    await back();
    await expect(step).toHaveAttribute('data-value', 'settle');
  });

test('the table of who decides proposes a name as soon as an amount is above what its owner may', async ({
  page,
  quiet,
}) => {
  await page.clock.setFixedTime(NOW);
  quiet.mayFetch('/_astro/', '/data/packs/');
  await page.goto('/en/playbooks/desk/swot/');
  for (const [name, value] of [
    ['1.who', 'Mei'],
    ['1.up-to', '10 USD'],
    ['2.who', 'Lin'],
    ['2.up-to', '500 USD'],
  ] as const)
    await page.locator(`work-sheet [name="authority.${name}"]`).fill(value);
  await page.locator('work-sheet button', { hasText: 'Keep in this browser' }).click();
  await expect(page.locator('work-sheet [role="status"]').first()).not.toBeEmpty();
  await open(page, 'en');
  await paste(page, 'A-1\taliexpress.snad-classic\t2026-11-23 01:00 UTC\tBR');
  await page.locator(act('open-first')).click();
  for (const [name, value] of [
    ['order.currency', 'USD'],
    ['order.claim', '80'],
    ['owner', 'Mei'],
  ] as const) {
    const field = page.locator(`.desk-parts input[name="${name}"]`);
    await field.fill(value);
    await field.blur();
  }
  const step = page.locator('.desk-step output[name="action"]');
  await expect(step).toHaveAttribute('data-value', 'hand-over');
  await expect(page.locator('input[name="handover.to"]')).toHaveValue('Lin');
  await page.locator('[data-part="handover"] button[type="submit"]').click();
  await expect(page.locator('.desk-step output[name="by"]')).toHaveAttribute('data-value', 'Lin');
  await expect(step).not.toHaveAttribute('data-value', 'hand-over');
});
