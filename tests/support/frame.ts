import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { toolPages } from '../../scripts/lib/tools.mjs';
import { encode } from '../../src/calculators/shared/permalink.ts';
import { at, read, strings } from './content.ts';
import { expect, type languages, test as base } from './page.ts';

/** What the checks of the frame share. The list of tools is that of their folders. */
export const tools = toolPages() as string[];

interface Own {
  /** The address of a whole case of somebody's own: the tool's first worked case. */
  link: string;
  asOf: Date;
}

/** Tools whose worked cases are no link as they stand. */
const LINKS: Readonly<Record<string, string>> = {
  // A link carries settings, never a log.
  'dispute-log': '#?changedOn=2026-05-14&counted=kept&period=week&v=1',
  'case-desk': '#?platform=aliexpress&state=open&v=1',
  'buyer-motives': '#?signals=rude-words~wording~critic~more&v=1',
};

export function ownOf(tool: string): Own {
  const cases = parse(read(at('src/calculators', tool, 'examples.yaml'))) as {
    input: Parameters<typeof encode>[0];
    asOf: string;
  }[];
  const [first] = cases;
  if (!first) throw new Error(`${tool} has no worked case.`);
  return { link: LINKS[tool] ?? encode(first.input), asOf: new Date(first.asOf) };
}

const texts = {
  en: new Map(strings('en').entries),
  'zh-cn': new Map(strings('zh-CN').entries),
};
export const common = (language: (typeof languages)[number], key: string) => {
  const text = texts[language].get(`tool.common.${key}`);
  if (!text) throw new Error(`There is no text ${key}.`);
  return text;
};

export const test = base.extend<{ awake: () => Promise<void> }>({
  awake: async ({ page, quiet }, use) => {
    // What an action fetches from this site is the business of the tools' own journeys.
    quiet.mayFetch('/_astro/', '/data/packs/');
    await use(async () => {
      await awaken(page);
      await quiet.settle();
    });
  },
});
export const awaken = async (page: Page) => {
  await expect(page.locator('.tool-form')).toBeVisible();
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0, { timeout: 20_000 });
  // What reads an address, or keeps the cases, may have to be fetched first; a tool asks for it once it is awake.
  const busy = page.locator('.tool-frame[aria-busy="true"]');
  await expect(busy).toHaveCount(0, { timeout: 20_000 });
  await page.evaluate(
    () => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 2000 })),
  );
  await expect(busy).toHaveCount(0, { timeout: 20_000 });
};

/** Adds up what moves on the page by itself; to be asked for before the page is. */
export const watchMoves = (page: Page) =>
  page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const { dataset } = document.documentElement;
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        dataset['moved'] = String(Number(dataset['moved'] ?? 0) + entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
export const movedOf = async (page: Page) =>
  Number((await page.locator('html').getAttribute('data-moved')) ?? 0);

/** What the form holds, by the names of its fields. */
export const held = (page: Page) =>
  page
    .locator('.tool-form')
    .locator('input[name], select[name], textarea[name]')
    .evaluateAll((all) =>
      Object.fromEntries(
        (all as HTMLInputElement[]).map((field) => [
          field.name,
          field.type === 'checkbox' ? String(field.checked) : field.value,
        ]),
      ),
    );
export const typedTexts = '.tool-form :is(input[type="text"], input:not([type]), textarea):visible';
export const mark = (page: Page) => page.locator('.answer-card .example-mark');
export const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
export const openPanels = (page: Page) =>
  page.locator('.tool details').evaluateAll((all) =>
    all.forEach((one) => {
      (one as HTMLDetailsElement).open = true;
    }),
  );
export const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Controls that have the keyboard and do not show: outside the screen, or under something else. */
const hiddenOnFocus = (page: Page, within: string) =>
  page.evaluate(async (selector) => {
    const frame = () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        `${selector} :is(input, select, textarea, button, a[href], summary)`,
      ),
    ].filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0);
    const hidden: string[] = [];
    window.scrollTo(0, 0);
    for (const control of controls) {
      control.focus();
      await frame();
      const box = control.getClientRects()[0];
      if (!box || document.activeElement !== control) continue;
      const x = Math.min(box.left + box.width / 2, innerWidth - 2);
      // Of something tall its beginning is enough; of a box for text, the line with the caret.
      for (const y of [
        box.top + 3,
        box.top + Math.min(box.height, control.tagName === 'TEXTAREA' ? 24 : 40) - 3,
      ]) {
        const top = document.elementFromPoint(x, y);
        const shows = top !== null && (control.contains(top) || top.contains(control));
        if (!shows)
          hidden.push(
            `${control.tagName} ${control.getAttribute('name') ?? control.textContent?.slice(0, 30)} at ${Math.round(box.top)}–${Math.round(box.bottom)} of ${innerHeight} under ${top?.className}`,
          );
      }
    }
    return { asked: controls.length, hidden };
  }, within);

/** Where, while one scrolls, the answer lies over what follows it. */
export const coveredByAnswer = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [];
    const answer = document.querySelector('.tool-answer') as HTMLElement;
    const rest = [...document.querySelectorAll('.tool-more, .tool-why, .below')];
    for (let y = 0; y < document.documentElement.scrollHeight; y += 240) {
      window.scrollTo(0, y);
      await new Promise(requestAnimationFrame);
      const { bottom } = answer.getBoundingClientRect();
      for (const each of rest)
        if (each.getBoundingClientRect().top < bottom - 1) found.push(`${each.className} ${y}`);
    }
    return { found, asked: rest.length };
  });

/** Dates that a line's end parts. What goes to a buyer or comes from a reader may break as it likes. */
export const brokenDates = (page: Page) =>
  page.evaluate(() => {
    const date =
      /\d{1,2}月\d{1,2}日(?: 周.)?(?: \d{2}:\d{2})?|(?:[A-Z][a-z]{2} )?\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?:, \d{2}:\d{2})?/gu;
    const broken: string[] = [];
    let asked = 0;
    for (const part of document.querySelectorAll('.tool-answer, .tool-more, .answer-bar')) {
      const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const parent = node.parentElement;
        if (!parent?.checkVisibility() || parent.closest('[lang], svg, .unseen, pre')) continue;
        for (const match of (node.nodeValue ?? '').matchAll(date)) {
          const range = document.createRange();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          asked += 1;
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 4)));
          if (lines.size > 1) broken.push(match[0]);
        }
      }
    }
    return { asked, broken };
  });

/** Reasons and drawings that paper would show without anything in them. */
export const emptyOnPaper = (page: Page) =>
  page.locator('.tool :is(.why, .line-place, .tool-more > section)').evaluateAll((all) =>
    all
      .filter((each) => {
        const heading = each.querySelector('summary, h2')?.textContent ?? '';
        const said = (each.textContent ?? '').replace(heading, '').replaceAll('…', '').trim();
        return each.checkVisibility() && said === '' && !each.querySelector('svg');
      })
      .map((each) => each.className),
  );

export const pagesOf = (pdf: Buffer) =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;

/**
 * However many tools there are, the checks stay quick: what is asked in two languages or at four sizes
 * is asked of each tool in half of them, by turn, and of the next tool in the other half; questions that
 * bear one another stand on one load of the page. With `npm test -- --all` it is all of every tool.
 */
const whole = process.env['CHECK_EVERY_PAGE'] === '1';
export const byTurn = <Item>(items: readonly Item[], turn: number): readonly Item[] =>
  whole ? items : items.filter((_, i) => i % 2 === turn % 2);
/** One of several ways that the same code serves: each tool is asked another, and the next tool the next. */
export const oneByTurn = <Item>(items: readonly Item[], turn: number): readonly Item[] =>
  whole ? items : items.slice(turn % items.length, (turn % items.length) + 1);

export async function showsOnFocus(
  page: Page,
  sizes: readonly (readonly [string, number, number])[],
) {
  for (const [size, width, height] of sizes)
    await test.step(`what has the keyboard shows, on ${size}`, async () => {
      await page.setViewportSize({ width, height });
      await openPanels(page);
      const { asked, hidden } = await hiddenOnFocus(page, '.tool');
      expect(asked).toBeGreaterThan(5);
      expect(hidden).toEqual([]);
    });
}
