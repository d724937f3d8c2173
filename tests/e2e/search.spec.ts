import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { buildSync } from 'esbuild';
import { parse } from 'yaml';
import type * as search from '../../src/components/overrides/search/pagefind.ts';

interface Query {
  q: string;
  pages: string[];
}

const queries = parse(fs.readFileSync('tests/data/search.yaml', 'utf8')) as Record<string, Query[]>;

const [bundle] = buildSync({
  entryPoints: ['src/components/overrides/search/pagefind.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'siteSearch',
  alias: { '@': path.resolve('src') },
}).outputFiles;
const code = `${bundle?.text};window.siteSearch = siteSearch;`;

for (const [language, list] of Object.entries(queries))
  test(`search answers sellers' questions in the first three results, ${language}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    expect(list.length).toBeGreaterThanOrEqual(90);
    await page.goto(`/${language}/`);
    // The search box's own module: what it makes of a question is part of what is found.
    await page.evaluate(code);
    const found = await page.evaluate(
      async ([questions, name]) => {
        const { siteSearch } = window as unknown as {
          siteSearch: typeof search;
        };
        const index = await siteSearch.openIndex(name === 'en' ? 'en' : 'zh-CN');
        const answers: string[][] = [];
        for (const { q } of questions) {
          const { hits } = await index.search(q);
          const top = await Promise.all(hits.slice(0, 3).map((load) => load()));
          answers.push(top.map(({ url }) => url));
        }
        return answers;
      },
      [list, language] as const,
    );
    const slug = (url: string) => url.replace(/^\/(en|zh-cn)\//, '').replace(/\/?(#.*)?$/, '');
    const missed = list.flatMap(({ q, pages }, i) => {
      const top = (found[i] ?? []).map(slug);
      return top.some((each) => pages.includes(each))
        ? []
        : [`${q}: ${top.join(', ') || 'nothing'}`];
    });
    // 57 of 60: the share of questions a reader must find answered at once.
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(
      Math.floor((list.length * 3) / 60),
    );
  });

for (const [language, question] of [
  ['en', 'zzqqxx my parcel wwvvuu'],
  ['zh-cn', '包裹 zzqqxx 不动了'],
] as const)
  test(`a question no page answers whole is given what comes closest, ${language}`, async ({
    page,
  }) => {
    await page.goto(`/${language}/`);
    await page.keyboard.press('/');
    await page.locator('.pagefind-ui__search-input').fill(question);
    await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible();
    await expect(page.locator('.pagefind-ui__message')).toContainText(
      language === 'en' ? 'come closest' : '最接近',
    );
  });

for (const [language, questions] of [
  ['en', ['reufnd', 'dipsute', 'recieved', 'trakcing', 'dipsute evidance', 'reufnd rate']],
  ['zh-cn', ['退宽', '纠份', 'aliexpres']],
] as const)
  test(`words with a slip in them are given the pages with the nearest, ${language}`, async ({
    page,
  }) => {
    await page.goto(`/${language}/`);
    await page.evaluate(code);
    const found = await page.evaluate(
      async ([asked, name]) => {
        const { siteSearch } = window as unknown as { siteSearch: typeof search };
        const index = await siteSearch.openIndex(name === 'en' ? 'en' : 'zh-CN');
        return Promise.all(asked.map(async (q) => (await index.search(q)).hits.length));
      },
      [questions, language] as const,
    );
    expect(found.filter((hits) => hits === 0)).toEqual([]);
  });
