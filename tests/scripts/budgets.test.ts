import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkBudgets, weighPage } from '../../scripts/budgets.mjs';
import { headOf } from '../../scripts/lib/facts.mjs';

const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'amicable-budgets-'));
afterAll(() => fs.rmSync(dist, { recursive: true, force: true }));

const page = { address: '/en/start/x/', title: 'A page', language: 'en', reviewed: '2026-11-21' };
const said =
  '<link rel="canonical" href="https://example.org/en/start/x/"/><link rel="alternate" hreflang="en" href="https://example.org/en/start/x/"/><link rel="sitemap" href="/sitemap-index.xml"/>' +
  headOf(page, 'https://example.org', new Map([[page.address, page]]));
const edit = (href: string) => `<a href="${href}" title="src/content/docs/en/start/x.mdx">Edit</a>`;
const built = (name: string, head: string, foot: string) => {
  const file = path.join(dist, name, 'index.html');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `<html><head><title>A page</title>${head}</head><body>${foot}</body>`);
  return weighPage(dist, file) as { html: number; total: number; said: number };
};

describe('the weight of a page', () => {
  it('is the same wherever the site stands, and what is said to others is weighed apart', () => {
    const nowhere = built('en/start/nowhere', '', edit('#'));
    const somewhere = built('en/start/x', said, edit('https://example.org/edit/main/src/x.mdx'));
    expect(nowhere.said).toBe(0);
    expect(somewhere.html).toBe(nowhere.html);
    expect(somewhere.total).toBe(nowhere.total);
    expect(somewhere.said).toBeGreaterThan(200);
    // An icon is fetched by every reader: it is the page's own.
    expect(built('en/start/own', '<link rel="icon" href="/x"/>', '').said).toBe(0);
  });

  it('has an end for what is said to others as well', () => {
    built('en/start/x', said, '');
    expect(() => checkBudgets(dist)).not.toThrow();
    const words = Array.from({ length: 900 }, (_, i) => (i * 7919).toString(36)).join(' ');
    built('en/start/long', `<meta property="og:title" content="${words}"/>`, '');
    expect(() => checkBudgets(dist)).toThrow(
      /^Pages over budget:\n\/en\/start\/long\/ says \d{4} bytes to chats and search engines; a page may say 700\.$/,
    );
  });

  it('may be an entry of the menu more for each page that the handbook has more', () => {
    // Letters in no order, which no packer makes shorter than six bits each.
    const noise = (bytes: number) =>
      Array.from({ length: Math.ceil((bytes * 8) / 6) }, (_, i) =>
        'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.charAt(
          Math.floor(((Math.sin(i * 12.9898) * 43758.5453) % 1) * 32 + 32),
        ),
      ).join('');
    fs.rmSync(dist, { recursive: true });
    const { total } = built('', '', noise(2300));
    const over = total - 2300;
    const entry = 50;
    expect(over).toBeGreaterThan(0);
    const enough = 96 + Math.ceil(over / entry);
    expect(() => checkBudgets(dist, enough)).not.toThrow();
    expect(() => checkBudgets(dist, enough - 1)).toThrow(
      `a page of kind "choice" may weigh ${2300 + (enough - 97) * entry}.`,
    );
    expect(() => checkBudgets(dist, 96)).toThrow('may weigh 2300.');
    // A shorter menu is no reason to be stricter than was measured.
    expect(() => checkBudgets(dist, 90)).toThrow('may weigh 2300.');
  });

  it('may ask for as much more later, where tools are listed', () => {
    // A folder of its own: what a file weighs is kept by its name.
    const other = path.join(dist, 'other');
    const put = (name: string, text: string) => {
      const file = path.join(other, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    };
    put('index.html', '<script type="module" src="/_astro/a.js"></script>');
    put('_astro/a.js', "import('./b.js')");
    put('_astro/b.js', 'alert(1)');
    expect(() => checkBudgets(other, 96)).toThrow(
      /may ask for \d+ bytes later; a page of kind "choice" may ask for 0\.$/,
    );
    expect(() => checkBudgets(other, 97)).not.toThrow();
  });
});
