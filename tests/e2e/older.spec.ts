import { toolPages } from '../../scripts/lib/tools.mjs';
import { expect, test } from '../support/page.ts';

// A browser five years old, as far as this one can play it: what came later is taken away before any script runs.
// That no script or style sheet is written in anything newer is asked of the built files (tests/built/target.test.ts).
const olden = () => {
  const Native = RegExp;
  const Old = function (this: unknown, pattern: string | RegExp, flags?: string) {
    if (/\(\?<[=!]/.test(String(pattern)))
      throw new SyntaxError('Invalid regular expression: invalid group specifier name');
    return Reflect.construct(Native, [pattern, flags], new.target ?? Native) as RegExp;
  } as unknown as RegExpConstructor;
  Object.setPrototypeOf(Old, Native);
  Object.defineProperty(Old, 'prototype', { value: Native.prototype });
  globalThis.RegExp = Old;
  const lost: [object, string[]][] = [
    [
      Array.prototype,
      ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
    ],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Object.getPrototypeOf(Int8Array.prototype) as object, ['at', 'findLast', 'toSorted', 'with']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']],
    [Promise, ['withResolvers', 'try']],
    [URLSearchParams.prototype, ['size']],
    [HTMLElement.prototype, ['popover']],
    [Intl, ['Segmenter', 'DurationFormat', 'supportedValuesOf']],
    [Crypto.prototype, ['randomUUID']],
    [Navigator.prototype, ['locks']],
    [
      globalThis,
      [
        'structuredClone',
        'BroadcastChannel',
        'DecompressionStream',
        'HTMLDialogElement',
        'Iterator',
      ],
    ],
  ];
  for (const [of, names] of lost) for (const name of names) Reflect.deleteProperty(of, name);
};

test.beforeEach(async ({ page }) => {
  await page.addInitScript(olden);
  // Such a browser knows no Trusted Types, and the file that helps it is named while the page is read.
  await page.route(/\/$/, async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replace(/require-trusted-types-for 'script';?/, '');
    await route.fulfill({ response: answer, body: text });
  });
});

for (const [turn, tool] of (toolPages() as string[]).entries())
  test(`${tool} starts and answers in a browser five years old`, async ({ page, quiet }) => {
    quiet.mayFetch('/_astro/', '/data/packs/');
    await page.goto(`/${turn % 2 ? 'zh-cn' : 'en'}/tools/${tool}/`);
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
    expect(
      await page.evaluate(() => ['cb', 'ab'].map((text) => new RegExp('(?<=a)b').test(text))),
    ).toEqual([false, true]);
    // All of it is fetched when somebody turns to the form, and reads what is typed.
    const field = page
      .locator('.tool :is(input:not([type="file"]), select, textarea):visible')
      .first();
    await field.focus();
    await expect(page.locator('.tool-frame[aria-busy="true"]')).toHaveCount(0);
    if (
      await field.evaluate((one) => one.matches('textarea, input:is([type="text"], :not([type]))'))
    )
      await field.fill('12');
    await expect(page.locator('.tool').first()).toBeVisible();
  });

test('a reply in words of one’s own is put together and guarded there', async ({ page, quiet }) => {
  quiet.mayFetch('/_astro/', '/data/packs/');
  await page.goto('/en/tools/reply-script/');
  await page.locator('.tool input[name="vars.item"]').fill('green lamp');
  await expect(page.locator('output[name="gloss"]')).toContainText('green lamp');
});

test('the search opens without dialogs, and finds', async ({ page, quiet }) => {
  quiet.mayFetch('/_astro/', '/pagefind/');
  await page.goto('/zh-cn/start/first-listing/');
  await page.locator('[data-open-modal]:enabled').click();
  await page.locator('dialog input').fill('买家说没收到货');
  await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog input')).toBeHidden();
});
