import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { componentOf, toolPages } from '../../scripts/lib/tools.mjs';
import { tools } from '../../src/calculators/registry.ts';
import { sidebar } from '../../src/sidebar.mjs';
import { at, read, strings } from '../support/content.ts';

/** Tools that answer on another tool's page. */
const SHARED_PAGE: Record<string, string> = {
  'reply-guard': 'reply-script',
  'find-case': 'case-desk',
};
/** Tools that answer on the command line only. */
const NO_PAGE = new Set(['compare', 'exam', 'exercise', 'workshop-code']);

const pages = toolPages() as string[];
const has = (...parts: string[]) => fs.existsSync(at(...parts));
const texts = { en: strings('en').entries, 'zh-CN': strings('zh-CN').entries };

describe('a tool is whole', () => {
  it('there are tools', () => {
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(Object.keys(tools).length).toBeGreaterThanOrEqual(pages.length);
  });

  it.each(Object.keys(tools))('%s stands in its folders and is listed', (slug) => {
    expect(has('src/calculators', slug, 'tool.ts'), 'a door').toBe(true);
    expect(has('src/calculators', slug, 'examples.yaml'), 'worked cases').toBe(true);
    const page = SHARED_PAGE[slug] ?? slug;
    expect(NO_PAGE.has(slug) || pages.includes(page), `a page, ${page}`).toBe(true);
  });

  it('every calculator folder is in the list', () => {
    const folders = fs
      .readdirSync(at('src/calculators'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(Object.keys(tools).sort());
  });

  it.each(pages)('%s has a calculator, pages, texts, an embed and a journey', (slug) => {
    expect(Object.keys(tools), 'a calculator').toContain(slug);
    const name = componentOf(slug) as string;
    for (const language of ['en', 'zh-cn']) {
      const page = at('src/content/docs', language, 'tools', `${slug}.mdx`);
      expect(fs.existsSync(page), path.relative(at(), page)).toBe(true);
      expect(read(page), 'the page holds the tool').toContain(`<${name} />`);
    }
    for (const [language, entries] of Object.entries(texts)) {
      const own = entries.filter(([key]) => key.startsWith(`tool.${slug}.`));
      expect(own.length, `texts in ${language}`).toBeGreaterThan(3);
      expect(
        own.map(([key]) => key),
        `a title in ${language}`,
      ).toContain(`tool.${slug}.title`);
    }
    expect(
      read(at('src/components/tools', slug, `${name}.astro`)),
      'stands alone in an embed',
    ).toMatch(/\balone\b/);
    const journey = at('tests/e2e', `${slug}.spec.ts`);
    expect(fs.existsSync(journey), path.relative(at(), journey)).toBe(true);
    expect(read(journey), 'a journey in both languages').toMatch(/\blanguages\b/);
    expect(JSON.stringify(sidebar), 'a place in the menu').toContain(`"tools/${slug}"`);
  });
});
