import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

interface Query {
  q: string;
  pages: string[];
}

const queries = parse(fs.readFileSync('tests/data/search.yaml', 'utf8')) as Record<string, Query[]>;

for (const [language, list] of Object.entries(queries))
  test(`search answers sellers' questions in the first three results, ${language}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    expect(list.length).toBeGreaterThanOrEqual(60);
    await page.goto(`/${language}/`);
    const found = await page.evaluate(async (questions) => {
      const address = '/pagefind/pagefind.js';
      const pagefind = await import(address);
      await pagefind.init();
      const answers: string[][] = [];
      for (const { q } of questions) {
        const { results } = await pagefind.search(q);
        const top = await Promise.all(
          results
            .slice(0, 3)
            .map((result: { data: () => Promise<{ url: string }> }) => result.data()),
        );
        answers.push(top.map(({ url }) => url));
      }
      return answers;
    }, list);
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
