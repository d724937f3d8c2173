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
});
