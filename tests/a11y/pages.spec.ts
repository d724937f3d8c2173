import fs from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import axe from 'axe-core';
import { addressOf } from '../../scripts/budgets.mjs';
import { toolPages } from '../../scripts/lib/tools.mjs';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { sampleOf } from '../support/sample.ts';

// In both themes and on the smallest phone in use: every tool, with its page for frames, one exercise's,
// every page that stands alone, and of each kind of page a sample that another state of the site chooses anew.
// `npm test -- --all` opens every page.
const framed = (toolPages() as string[]).map((tool) => `tools/${tool}`);
const embeds = [...framed, 'exercise/listing-shoes'].flatMap((page) =>
  ['en', 'zh-cn'].map((language) => `/${language}/${page}/embed/`),
);
const paths = [
  ...new Set([
    ...(filesBelow('dist') as string[])
      .filter((file) => file.endsWith('.html'))
      .map((file) => addressOf('dist', file) as string)
      .filter((address) => address.endsWith('/') && !address.endsWith('/embed/')),
    ...embeds,
  ]),
];

const whole = process.env['CHECK_EVERY_PAGE'] === '1';
// A tool alone in a frame is looked at in one language, and the next tool in the other.
const inTurn = (path: string) => {
  const i = embeds.indexOf(path);
  return i < 0 || (i >> 1) % 2 === i % 2;
};
const chosen = whole
  ? paths
  : sampleOf(paths, fs.readFileSync('dist/.built-from', 'utf8')).filter(inTurn);

test('the list of pages is whole, and each kind of page is looked at', () => {
  expect(paths.length).toBeGreaterThan(250);
  expect(embeds.length).toBeGreaterThanOrEqual(6);
  expect(chosen.length).toBeGreaterThan(60);
});

/** The rules whose answer a theme can change; all others see the same page in both. */
const OF_A_THEME = ['color-contrast', 'link-in-text-block'];

/** Runs in the page itself: a wrapper that opens a second page for each run takes twice as long. */
const violations = (page: Page, only?: readonly string[]) =>
  page.evaluate(async (rulesOnly) => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(
      document,
      {
        resultTypes: ['violations'],
        ...(rulesOnly && { runOnly: { type: 'rule', values: [...rulesOnly] } }),
        // Whoever speaks to the page says what stands on a button.
        rules: {
          'label-content-name-mismatch': { enabled: true },
          'target-size': { enabled: true },
        },
      },
    );
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
    );
  }, only);

const DESK = { width: 1280, height: 720 };
const PHONE = { width: 320, height: 640 };

/** Sets what lies below the screen as well, which a browser leaves until somebody gets near it. */
const layOut = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('.tool-more, .tool-why, .below'))
      each.style.contentVisibility = 'visible';
  });

/** Days written in figures that begin on one line and end on the next. */
function brokenDays() {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null)
    for (const { 0: day, index } of text.data.matchAll(/\d{4}-\d{2}-\d{2}/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + day.length);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (new Set(lines.map(({ top }) => Math.round(top))).size > 1)
        found.push(text.data.slice(Math.max(0, index - 20), index + day.length));
    }
  return found;
}

/** What moves by itself, and what can be told from the page by its colours alone. */
async function withoutColours() {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const moving = document
    .getAnimations()
    .filter(({ playState }) => playState === 'running')
    .map(() => 'moves though nothing should');
  const fields =
    'input:not([type=checkbox], [type=radio], [type=range], [type=file], [type=hidden])';
  const lost = [...document.querySelectorAll(`main :is(${fields}, select, textarea, .action)`)]
    .filter((each) => each.checkVisibility())
    .filter((each) => {
      const { borderTopStyle, borderBottomStyle } = getComputedStyle(each);
      return borderTopStyle === 'none' && borderBottomStyle === 'none';
    })
    .map((each) => `shows no edge of ${each.tagName} ${each.textContent?.trim().slice(0, 30)}`);
  return [...moving, ...lost];
}

const FINGERS = ['target-size'];
const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

/** Few enough that one worker is not left with a long rest. */
const BATCH = 8;
const batches = Array.from({ length: Math.ceil(chosen.length / BATCH) }, (_, i) =>
  chosen.slice(i * BATCH, (i + 1) * BATCH),
);

batches.forEach((batch, i) =>
  test(`no accessibility violation in either theme, none wider than a phone, part ${i + 1}`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const found: string[] = [];
    await page.addInitScript(axe.source);
    // On a phone the bar of the answer lies over whatever one scrolls past: no control is smaller for that.
    await page.addInitScript(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.answer-bar { position: static !important }');
      document.adoptedStyleSheets.push(sheet);
    });
    for (const path of batch) {
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      // As it arrives, before what lies below is set.
      for (const each of await violations(page, FINGERS)) found.push(`${path} arriving ${each}`);
      await page.setViewportSize(DESK);
      await layOut(page);
      for (const each of await violations(page)) found.push(`${path} light ${each}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      // The language choice and a tool alone in a frame take the theme once, when they are opened.
      if (path === '/' || path.endsWith('/embed/')) await page.reload();
      await layOut(page);
      await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
      for (const each of await violations(page, whole ? undefined : OF_A_THEME))
        found.push(`${path} dark ${each}`);
      // What is wider than the screen scrolls in a box of its own, or a reader loses the line.
      await page.setViewportSize(PHONE);
      const over = await page.evaluate(async () => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
      if (over > 0) found.push(`${path} is ${over} px too wide for a phone`);
      for (const day of await page.evaluate(brokenDays)) found.push(`${path} breaks ${day}`);
      // A contrast theme has no colours of the page's own, and whom movement makes ill asks for none.
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      for (const each of await page.evaluate(withoutColours)) found.push(`${path} ${each}`);
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
      await openAll(page);
      for (const each of await violations(page, FINGERS)) found.push(`${path} opened ${each}`);
      // Links of a table stand row by row under a finger; the rule above takes each for a word in a sentence.
      const low = await page.evaluate(() =>
        [...document.querySelectorAll('main :is(td, th, h3) a')]
          .filter((link) => link.checkVisibility() && !link.closest('.sl-anchor-link'))
          .filter((link) => Math.round(link.getBoundingClientRect().height) < 24)
          .map((link) => link.textContent),
      );
      if (low.length) found.push(`${path} has links too low for a finger: ${low.slice(0, 3)}`);
    }
    expect(found).toEqual([]);
  }),
);
