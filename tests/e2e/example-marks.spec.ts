import type { Page } from '@playwright/test';
import { byTurn, common, mark, openPanels, ownOf, test, tools } from '../support/frame.ts';
import { expect, languages } from '../support/page.ts';

// Whatever leaves a tool while its made-up example stands says so. What can leave is not listed here: every control
// of the page is pressed, and what a press puts on the clipboard, into a file or on paper is looked at.

interface Piece {
  way: 'copy' | 'file' | 'print';
  name: string;
  text: string;
}
declare global {
  interface Window {
    pieces: Piece[];
  }
}

const catchPieces = () => {
  window.pieces = [];
  const put = (way: Piece['way'], name: string, text: string) =>
    void window.pieces.push({ way, name, text });
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    const address = create(blob);
    if (blob instanceof Blob) blobs.set(address, blob);
    return address;
  };
  const click = HTMLElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    const blob = this.download === '' ? undefined : blobs.get(this.href);
    if (blob) void blob.text().then((text) => put('file', this.download, text));
    else click.call(this);
  };
  window.print = () => put('print', document.documentElement.className, '');
  // An empty page is no place a browser trusts with a clipboard.
  if (!isSecureContext) return;
  navigator.clipboard.writeText = (text) => Promise.resolve(put('copy', '', text));
  navigator.clipboard.write = async (items) => {
    for (const item of items) put('copy', '', await (await item.getType('text/plain')).text());
  };
};

const named = 'main :is(button, a[download])';
/** Each with a name by which it is found again: what it says and stands in. */
const controls = (page: Page) =>
  page.locator(named).evaluateAll((all) => {
    const counts = new Map<string, number>();
    return (all as HTMLElement[]).map((each) => {
      const within = each.closest('[data-id], [data-case], [data-part]');
      const said = [
        each.id,
        each.getAttribute('name'),
        each.textContent?.trim(),
        within?.getAttribute('data-id'),
      ].join(' ');
      const count = (counts.get(said) ?? 0) + 1;
      counts.set(said, count);
      return {
        name: `${said} ${count}`,
        shows: each.checkVisibility({ visibilityProperty: true }),
        isCite: each.closest('.cite-bar') !== null,
      };
    });
  });

for (const [turn, tool] of tools.entries())
  for (const language of byTurn(languages, turn))
    test(`whatever leaves ${tool} while its example stands says so, ${language}`, async ({
      page,
      awake,
      quiet,
    }) => {
      test.setTimeout(240_000);
      // One of the controls proves that this page cannot send anything.
      if (tool === 'dispute-log') quiet.maySay("connect-src 'none'", 'Refused to connect');
      await page.clock.setFixedTime(ownOf(tool).asOf);
      await page.addInitScript(catchPieces);
      const address = `/${language}/tools/${tool}/`;
      const open = async () => {
        await page.goto('about:blank');
        await page.goto(address);
        await page.evaluate(async () => {
          localStorage.clear();
          sessionStorage.clear();
          for (const { name } of await indexedDB.databases())
            if (name !== undefined) indexedDB.deleteDatabase(name);
        });
        await page.goto('about:blank');
        await page.goto(address);
        await awake();
        // What comes when somebody gets near it.
        for (let y = 0; y < 12; y += 1) await page.mouse.wheel(0, 1200);
        await openPanels(page);
        await page.waitForTimeout(200);
      };
      const [note, word] = [common(language, 'example-note'), common(language, 'example-mark')];
      const pressed = new Set<string>();
      const left: string[] = [];
      const unmarked: string[] = [];
      let isFresh = false;
      let rounds = 0;
      while (rounds++ < 400) {
        if (!isFresh) await open();
        isFresh = true;
        await expect(mark(page)).toHaveText(note);
        const all = await controls(page);
        const at = all.findIndex(({ name, shows }) => shows && !pressed.has(name));
        const next = all[at];
        if (!next) break;
        pressed.add(next.name);
        await page.evaluate(() => (window.pieces = []));
        await page
          .locator(named)
          .nth(at)
          .evaluate((each: HTMLElement) => each.click());
        await awake().catch(() => undefined);
        isFresh = new URL(page.url()).pathname === address && (await mark(page).count()) === 1;
        if (!isFresh) continue;
        for (const { way, name, text } of await page.evaluate(() => window.pieces)) {
          left.push(`${next.name} → ${way} ${name}`);
          const plain = text.replace(/\r\n |\\(?=,)/g, '');
          const isMarked = plain.includes(word) || plain.includes(note);
          const links = [...plain.matchAll(/#\?\S*/g)].map(([link]) => link);
          // A link to an example opens it as one. Whoever cites or embeds the tool takes nothing of its answer.
          const isLink = /^https?:\S+$/.test(plain) && links.length > 0;
          const isOfPage = way === 'copy' && next.isCite;
          // What somebody keeps is apart from the example: a desk without a case of one's own has none to save.
          // The files of replies hold the library with its gaps open, and nothing that was filled in.
          const isOwn = way === 'file' && (/"cases": \[\]/.test(plain) || tool === 'reply-script');
          if (way === 'print') {
            await page.emulateMedia({ media: 'print' });
            const shown = await page.locator('body').innerText();
            if (!shown.includes(word) && !shown.includes(note))
              unmarked.push(`${next.name}: paper`);
            await page.emulateMedia({ media: 'screen' });
            await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
          } else if (!isMarked && !isLink && !isOfPage && !isOwn)
            unmarked.push(`${next.name}: ${plain.slice(0, 300)}`);
          for (const link of links) expect(link, next.name).toContain('example=1');
        }
        await openPanels(page);
      }
      // Copy, link, print, and what cites and embeds the tool.
      expect(left.length, left.join('\n')).toBeGreaterThanOrEqual(tool === 'dispute-log' ? 20 : 5);
      if (tool === 'reply-script') expect(left.join()).toContain('amicable-espanso.zip');
      expect(unmarked).toEqual([]);
    });
