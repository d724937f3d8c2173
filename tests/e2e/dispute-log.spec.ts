import fs from 'node:fs';
import { constructedLog, LESSON } from '../../src/calculators/dispute-log/constructed.ts';
import { encodeIn } from '../../src/calculators/dispute-log/testing/make.ts';
import { expect, languages, test } from '../support/page.ts';

/** The log that Chinese Excel would save: its own headers, GB18030, a title line and a footer. */
const chinese = () => {
  const rows = constructedLog({ ...LESSON, orders: 1500 })
    .trim()
    .split('\n')
    .slice(1);
  const words: Readonly<Record<string, string>> = {
    'size differs': '尺码不合适',
    'not as described': '货不对版',
    damaged: '破损',
    'not received': '未收到货',
    'wrong item': '发错货',
  };
  const told = rows.map((row) =>
    row.replace(
      /size differs|not as described|damaged|not received|wrong item/,
      (word) => words[word] ?? word,
    ),
  );
  const text = [
    '店铺纠纷表',
    '订单号,下单日期,纠纷日期,产品,国家,物流,纠纷原因,金额,币种,纠纷状态',
    ...told,
    '合计,,,,,,,,,',
  ].join('\r\n');
  return { name: '纠纷.csv', mimeType: 'text/csv', buffer: Buffer.from(encodeIn('gb18030', text)) };
};

/** Returns as Ozon writes them: semicolons, a mark at the beginning, decimal comma, a break in a cell. */
const ozon = () => {
  const head =
    'Схема;Наименование товара;Номер отправления;Артикул товара;Дата оформления заказа;Дата возврата;Статус возврата;Причина возврата;Стоимость товара';
  const rows = Array.from(
    { length: 40 },
    (_, i) =>
      `FBS;"Лампа\nнастольная";6545391${String(i)}-1;ART-${String(1 + (i % 3))};0${String(1 + (i % 9))}.09.2026 01:58;${String(10 + (i % 19))}.10.2026 06:55;Возвращен продавцу;${i % 2 === 0 ? 'Товар не подошёл' : 'Не работает или работает плохо'};1 990,50`,
  );
  return {
    name: 'returns.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${head}\n${rows.join('\n')}\n`),
  };
};

const DEVICES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const part = (id: string) => `.log-part[data-id="${id}"]`;

for (const language of languages)
  for (const [device, viewport] of Object.entries(DEVICES))
    test(`from a file to the first fix, ${language}, ${device}`, async ({ page, quiet }) => {
      test.slow();
      await page.setViewportSize(viewport);
      await page.goto(`/${language}/tools/dispute-log/`);
      // What reads files and settings comes when somebody turns to the form, and only then is it ready.
      await quiet.settle();
      await expect(page.locator('.ready')).toHaveText('');
      quiet.mayFetch('/_astro/');
      await page.locator('[name="changedOn"]').focus();
      await expect(page.locator('.ready[data-ready]')).toBeVisible({ timeout: 20_000 });
      await expect(page.locator('.example-mark').first()).toBeVisible();
      await expect(page.locator('.log-part')).toHaveCount(7);

      await page.locator('#dispute-log-files').setInputFiles([chinese()]);
      await expect(page.locator('.example-mark')).toHaveCount(0);
      const file = page.locator('.log-files li').first();
      await expect(file.locator('output[name="rows"]')).toHaveAttribute('data-value', '1501', {
        timeout: 20_000,
      });
      await expect(file.locator('output[name="used"]')).toHaveAttribute('data-value', '1500');
      await expect(file).toContainText('gb18030');
      // The footer is listed by its row: 1500 orders behind a title and a header.
      await expect(file.locator('[data-id="footer"]')).toContainText('1503');
      await expect(page.locator(`${part('fix')} li[data-id]`).first()).toContainText(/P-\d\d|Line/);
      await expect(page.locator(`${part('groups')} .log-say`).first()).toContainText('P-02');
      const help = page.locator(`${part('fix')} ol a`).first();
      await expect(help).toHaveAttribute('href', new RegExp(`^/${language}/playbooks/`));

      // A change on a day of the log, and another way of counting, without reading again.
      await page.locator('[name="changedOn"]').fill('2026-05-14');
      await expect(page.locator(`${part('change')} output[name="orders"]`).first()).toHaveAttribute(
        'data-value',
        /\d/,
      );
      await page.locator('[name="period"]').selectOption('quarter');
      await expect(page.locator(`${part('unusual')} tr[data-id="2025-Q4"]`)).toHaveCount(1);

      // Each answer has the page that helps, and the fix the checks of the listing.
      for (const id of ['causes', 'fix', 'unusual', 'groups', 'clocks', 'forecast', 'change'])
        await expect(page.locator(`${part(id)} a[href^="/${language}/"]`).first()).toBeVisible();
      await expect(page.locator(`${part('fix')} li [data-id^="L"] a`).first()).toHaveAttribute(
        'href',
        `/${language}/tools/listing-check/`,
      );
      // Days without a time say no zone: the choice tells that it changed nothing.
      await page.locator('[name="zone"]').selectOption('+08:00');
      await expect(file.locator('[data-id="zone"]')).toContainText('UTC+08:00', {
        timeout: 20_000,
      });
      await expect(page.locator('.log-part')).toHaveCount(7);

      // One answer on paper, without the others.
      await page.evaluate(() => (window.print = () => undefined));
      await page.locator(`${part('unusual')} [data-print]`).click();
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator(`${part('unusual')} .log-say`).first()).toBeVisible();
      for (const other of [part('causes'), '.tool-form', 'h1'])
        await expect(page.locator(other).first()).toBeHidden();
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await expect(page.locator(part('causes'))).toBeVisible();
      await page.emulateMedia({ media: 'screen' });

      // A table of the report opens in a spreadsheet with its Chinese whole, and runs nothing.
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`${part('causes')} [data-file]`).click(),
      ]);
      const csv = fs.readFileSync(await download.path(), 'utf8');
      expect(csv.startsWith('\ufeff')).toBe(true);
      expect(csv).toContain(language === 'en' ? '"Size or compatibility"' : '"尺码或不兼容"');

      // Nothing can leave: the page's own policy says so when it is tried.
      quiet.maySay('Content Security Policy');
      await page.getByRole('button', { name: language === 'en' ? /^Prove/ : /^证明/ }).click();
      await expect(page.locator('.log-proved')).toContainText('connect-src', { timeout: 5000 });
      await expect(page.locator('.log-proved')).toContainText(
        language === 'en' ? 'in the worker' : '后台线程里都拒绝',
      );
      // Not by the button's own word alone: what a worker of this page is refused, it is refused from outside too.
      const [worker] = page.workers();
      expect(worker?.url()).toMatch(/^blob:/);
      expect(
        await worker?.evaluate(() => [
          typeof fetch,
          typeof XMLHttpRequest,
          typeof WebSocket,
          typeof importScripts,
        ]),
      ).toEqual(Array(4).fill('undefined'));
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(page.url()).not.toMatch(/P-02|8100000/);

      // The forecast fills the fields of the rate calculator.
      if (device === 'phone') return;
      await page.locator(`${part('forecast')} a.tool-link`).click();
      for (const name of ['numerator', 'denominator', 'plannedOrders', 'leavingOrders'])
        await expect(page.locator(`[name="${name}"]`)).toHaveValue(/^[1-9]\d*$/);
    });

const DISPUTED_ON = { en: 'Day of the dispute', 'zh-cn': '纠纷日期' } as const;
for (const language of languages)
  test(`an Ozon file, then a pasted table, then columns by hand, ${language}`, async ({
    page,
    quiet,
  }) => {
    test.slow();
    quiet.mayFetch('/_astro/');
    await page.goto(`/${language}/tools/dispute-log/`);
    await quiet.settle();
    await page.locator('#dispute-log-files').setInputFiles([ozon()]);
    const file = page.locator('.log-files li').first();
    await expect(file).toContainText(
      language === 'en' ? 'Ozon: returns report' : 'Ozon：退货报告',
      { timeout: 20_000 },
    );
    await expect(file.locator('output[name="used"]')).toHaveAttribute('data-value', '40');
    // Drawn by count, and by money where amounts are told.
    await expect(page.locator(`${part('causes')} g[data-id="changed_mind"]`)).toHaveCount(2);
    // Without orders there is no rate, and the page says so.
    await expect(page.locator(part('unusual'))).toHaveCount(0);
    await expect(page.locator(`${part('forecast')} .log-say`)).not.toBeEmpty();

    await page.locator('.log-chosen button').click();
    await page
      .locator('[name="pasted"]')
      .fill('no\tday\tback\twhat\n1\t2026-01-05\t2026-01-20\tlamp\n2\t2026-01-06\t\tcup\n');
    await expect(page.locator('.answer-card .sentence')).toContainText(DISPUTED_ON[language], {
      timeout: 20_000,
    });
    for (const [field, header] of [
      ['orderedAt', 'day'],
      ['disputedAt', 'back'],
      ['product', 'what'],
    ])
      await page.locator(`#dispute-log-mapping-${field as string}`).selectOption(header as string);
    await expect(file.locator('output[name="used"]')).toHaveAttribute('data-value', '2', {
      timeout: 20_000,
    });
    // What is typed on is counted in the report that stands: it is not laid out anew with each key.
    const report = page.locator('.log-report');
    await report.evaluate((standing) => standing.setAttribute('data-stood', ''));
    await page
      .locator('[name="pasted"]')
      .fill(
        'no\tday\tback\twhat\n1\t2026-01-05\t2026-01-20\tlamp\n2\t2026-01-06\t\tcup\n3\t2026-01-07\t\tcup\n',
      );
    await expect(file.locator('output[name="used"]')).toHaveAttribute('data-value', '3', {
      timeout: 20_000,
    });
    await expect(report).toHaveAttribute('data-stood', '');
    // Totals are kept only when asked for, and no row with them.
    await page.locator('.log-kept button').first().click();
    await expect(page.locator('.log-kept li')).toHaveCount(1);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('lamp');
  });

test('an old workbook is told how to be saved, a lesson in the handbook shows its answer', async ({
  page,
  quiet,
}) => {
  quiet.mayFetch('/_astro/');
  await page.goto('/zh-cn/tools/dispute-log/');
  await quiet.settle();
  const old = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(2000),
  ]);
  await page
    .locator('#dispute-log-files')
    .setInputFiles([{ name: '旧表.xls', mimeType: '', buffer: old }]);
  await expect(page.locator('.error-summary')).toContainText('另存为', { timeout: 20_000 });
  for (const desk of ['case-log', 'weekly-review', 'forecasting', 'targets']) {
    await page.goto(`/zh-cn/playbooks/desk/${desk}/`);
    await expect(
      page.locator('.log-lesson .log-part').first().locator('.log-say').first(),
    ).not.toBeEmpty();
  }
});

const CLOCK = '2026-11-25T12:00:00Z';
const ASKS = {
  en: { day: '“05/06/2026” can be several days: 2026-05-06 / 2026-06-05', row: 'from 1 to 1000' },
  'zh-cn': { day: '“05/06/2026”可能是好几天：2026-05-06 / 2026-06-05', row: '1到1000之间' },
} as const;
for (const language of languages)
  test(`days and counts in any notation, typed and in a link, ${language}`, async ({
    page,
    quiet,
  }) => {
    // What reads them is a script of this site.
    quiet.mayFetch('/_astro/');
    await page.clock.setFixedTime(new Date(CLOCK));
    await page.goto(`/${language}/tools/dispute-log/`);
    await quiet.settle();
    const set = (name: string) => page.locator(`[name="${name}"]`);
    await set('changedOn').fill('2026-11-21');
    await expect(page).toHaveURL(/#\?changedOn=2026-11-21&v=1$/);
    for (const [text, day] of [
      ['5.12.26', '2026-12-05'],
      ['昨天', '2026-11-24'],
      ['вчера', '2026-11-24'],
      ['-3d', '2026-11-22'],
    ] as const) {
      await set('changedOn').fill(text);
      await expect(page).toHaveURL(new RegExp(`#\\?changedOn=${day}&v=1$`));
      await expect(page.locator('.error-summary li')).toHaveCount(0);
    }
    await set('changedOn').fill('05/06/2026');
    await expect(page.locator('#dispute-log-changedOn-error')).toContainText(ASKS[language].day);

    // A link holds what is not plain until what reads it is here; what cannot be meant is told.
    const link = new URLSearchParams({
      asOf: '3天前',
      changedOn: '05/06/2026',
      headerRow: '２行',
    });
    await page.goto('about:blank');
    await page.goto(`/${language}/tools/dispute-log/#?${link.toString()}&v=1`);
    await expect(set('headerRow')).toHaveValue('２行');
    await expect(set('asOf')).toHaveValue('3天前');
    await expect(page.locator('.tool-form')).toContainText(ASKS[language].day);
    await expect(set('changedOn')).toHaveValue('');
    // What is read is used: rows of a table whose header is its second, up to that day.
    await set('pasted').fill(
      'A made-up shop\norder id,order date,dispute date\n1,2026-01-05,2026-01-20\n2,2026-11-23,\n',
    );
    await expect(page.locator('.log-files output[name="used"]')).toHaveAttribute(
      'data-value',
      '1',
      {
        timeout: 20_000,
      },
    );
    await set('headerRow').fill('1001行');
    await expect(page.locator('#dispute-log-headerRow-error')).toContainText(ASKS[language].row);
  });

for (const language of languages)
  test(`once it says that it is ready, a file and a day in words need no network, ${language}`, async ({
    page,
    context,
    quiet,
  }) => {
    test.slow();
    quiet.mayFetch('/_astro/');
    await page.clock.setFixedTime(new Date(CLOCK));
    await page.goto(`/${language}/tools/dispute-log/`);
    await quiet.settle();
    await page.locator('[name="changedOn"]').focus();
    await expect(page.locator('.ready[data-ready]')).toBeVisible({ timeout: 20_000 });
    await context.setOffline(true);
    await page.locator('#dispute-log-files').setInputFiles([ozon()]);
    await expect(page.locator('.log-files output[name="used"]')).toHaveAttribute(
      'data-value',
      '40',
      { timeout: 20_000 },
    );
    await page.locator('[name="changedOn"]').fill('昨天');
    await expect(page).toHaveURL(/#\?changedOn=2026-11-24&v=1$/);
  });
