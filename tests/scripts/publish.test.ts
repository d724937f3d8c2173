import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf } from '../../scripts/lib/facts.mjs';
import { readPages, writePages } from '../../scripts/lib/pages.mjs';
import { drawPictures, fontFor } from '../../scripts/lib/pictures.mjs';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { publish } from '../../scripts/publish.mjs';
import { ruleSchema } from '../../src/schemas/rule.ts';
import { sourceSchema } from '../../src/schemas/source.ts';
import { parsed, read } from '../support/content.ts';

const SITE = 'https://example.org';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amicable-publish-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const html = (language: string, title: string, text: string) =>
  `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"/><meta name="description" content="About ${title}"/></head><body><main><h1>${title}</h1><p class="page-facts"><time datetime="2026-11-21">2026-11-21</time></p><div class="sl-markdown-content"><p>${text} <a href="/${language === 'en' ? 'en' : 'zh-cn'}/start/never-do/">x</a></p></div></main></body></html>`;
const source = {
  '/en/': html('en', 'Home “quoted”', 'Hello'),
  '/en/start/never-do/': html('en', 'Never <do>'.replace('<do>', '&lt;do>'), 'No'),
  '/en/tools/settlement/': html('en', 'Settlement planner', 'Tool'),
  '/en/reference/rulebook/': html('en', 'The rulebook', 'All'),
  '/zh-cn/': html('zh-CN', '把纠纷谈妥', '你好'),
  '/zh-cn/start/never-do/': html('zh-CN', '绝不能做的事', '不'),
  '/zh-cn/reference/rulebook/': html('zh-CN', '规则库', '全部'),
};

async function built(name: string, site?: string) {
  const dist = path.join(folder, name);
  const put = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    fs.writeFileSync(path.join(dist, file), text);
  };
  for (const [address, text] of Object.entries(source)) put(`${address}index.html`, text);
  if (site)
    put(
      'sitemap-0.xml',
      `<urlset><url><loc>${site}/en/</loc><xhtml:link rel="alternate" hreflang="en" href="${site}/"/><xhtml:link rel="alternate" hreflang="en" href="${site}/en/"/></url><url><loc>${site}/en/tools/settlement/embed/</loc><x/></url><url><loc>${site}/zh-cn/</loc></url></urlset>`,
    );
  put('en/tools/settlement/embed/index.html', '<main><div class="tool"></div></main>');
  const items = (all: { data: unknown }[]) =>
    JSON.stringify({ items: all.map(({ data }) => data) });
  put('data/rules.json', items(parsed('rules', ruleSchema)));
  put('data/sources.json', items(parsed('sources', sourceSchema)));
  const texts = readPages(dist);
  await publish(dist, texts, { site, day: '2026-11-29', kept: path.join(folder, 'kept') });
  writePages(texts);
  return dist;
}
const listOf = (dist: string) =>
  (filesBelow(dist) as string[]).map((file) => path.relative(dist, file));

describe('a site without an address', () => {
  it('has a text beside each page and claims nothing', async () => {
    const dist = await built('nowhere');
    const files = listOf(dist);
    expect(files.filter((file) => file.endsWith('index.md')).length).toBe(7);
    expect(files.filter((file) => /\.(?:png|xml)$/.test(file))).toEqual([]);
    for (const [address, text] of Object.entries(source))
      expect(read(`${dist}${address}index.html`), address).toBe(text);
    for (const file of files.filter((each) => /\.(?:md|txt)$/.test(each)))
      expect(read(path.join(dist, file)), file).not.toMatch(/https?:\/\//);
  });
});

describe('a site with an address', () => {
  let dist = '';
  beforeAll(async () => {
    dist = await built('somewhere', SITE);
  });
  it('leaves pages for frames out of its list of pages, which has one page a language', () => {
    expect(read(path.join(dist, 'sitemap-0.xml'))).toBe(
      `<urlset><url><loc>${SITE}/en/</loc><xhtml:link rel="alternate" hreflang="x-default" href="${SITE}/"/><xhtml:link rel="alternate" hreflang="en" href="${SITE}/en/"/></url><url><loc>${SITE}/zh-cn/</loc></url></urlset>`,
    );
  });
  const head = (address: string) => read(`${dist}${address}index.html`);
  const facts = (address: string) =>
    JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(head(address))?.[1] ?? '',
    ) as { '@graph': Record<string, unknown>[] };
  const one = (address: string, type: string) =>
    facts(address)['@graph'].find((each) => each['@type'] === type);

  it('names that address and no other, in every file it writes', () => {
    let asked = 0;
    // The words of a rule may name an address of a source; what is a place of this site is asked here.
    const places =
      /(?:href|content)="(https?:[^"]*)"|"(?:url|item|contentUrl|@id)":"([^"]*)"|<(?:link|guid isPermaLink="true")>([^<]*)|\]\((https?:[^)]*)\)/g;
    for (const file of listOf(dist).filter((each) => /\.(?:html|md|txt|xml)$/.test(each))) {
      const text = read(path.join(dist, file));
      expect(text, file).not.toMatch(/localhost|127\.0\.0\.1|site\.invalid/);
      for (const [, ...found] of text.matchAll(places)) {
        asked += 1;
        expect(found.find(Boolean), file).toMatch(/^https:\/\/example\.org\//);
      }
    }
    expect(asked).toBeGreaterThan(130);
  });

  it('says what a page is, and only what is so', () => {
    expect(one('/en/', 'WebSite')).toMatchObject({ name: 'Amicable', url: `${SITE}/en/` });
    expect(one('/zh-cn/', 'WebSite')).toMatchObject({ name: '和解手册', inLanguage: 'zh-CN' });
    expect(one('/en/', 'WebPage')).not.toHaveProperty('breadcrumb');
    expect(one('/en/start/never-do/', 'WebPage')).toMatchObject({
      lastReviewed: '2026-11-21',
      breadcrumb: {
        itemListElement: [
          { position: 1, item: `${SITE}/en/` },
          { position: 2, name: 'Never <do>', item: `${SITE}/en/start/never-do/` },
        ],
      },
    });
    expect(one('/en/start/never-do/', 'Article')).toMatchObject({ headline: 'Never <do>' });
    expect(one('/en/start/never-do/', 'WebSite')).toBeUndefined();
    expect(one('/en/tools/settlement/', 'WebApplication')).toMatchObject({
      isAccessibleForFree: true,
    });
    expect(one('/en/reference/rulebook/', 'Dataset')).toMatchObject({
      distribution: { contentUrl: `${SITE}/data/rules.json` },
    });
    for (const address of Object.keys(source))
      expect(JSON.stringify(facts(address)), address).not.toMatch(
        /author|publisher|dateModified|aggregateRating/,
      );
  });

  it('keeps markup in a title from ending the element it stands in', () => {
    const page = {
      title: '</script><b>',
      address: '/en/x/',
      language: 'en',
      description: '',
      reviewed: undefined,
    };
    expect(JSON.stringify(factsOf(page, SITE, new Map()))).toContain('</script>');
    expect(head('/en/start/never-do/')).not.toContain('Never <do>');
    expect(head('/en/start/never-do/')).toContain('Never \\u003cdo>');
  });

  it('shows each page by a picture that exists, of the size it names', async () => {
    for (const address of Object.keys(source)) {
      const named = /property="og:image" content="https:\/\/example\.org([^"]*)"/.exec(
        head(address),
      )?.[1];
      const { width, height } = await sharp(path.join(dist, named ?? '')).metadata();
      expect([width, height], address).toEqual([1200, 630]);
    }
  });

  it('lists the changes of rules by day', () => {
    for (const [language, before] of [
      ['en', 'In force from 2026-07-27. Before: 200 characters.'],
      ['zh-cn', '2026-07-27起生效。此前为200个字符。'],
    ]) {
      const feed = read(path.join(dist, `${language}/reference/rulebook/changes.xml`));
      expect(feed).toContain(before);
      // Since when a rule holds is a part of its sentence.
      expect(feed).not.toMatch(/[.。] ?(?:since|until|自\d[\d-]*起)/);
      const days = [...feed.matchAll(/<pubDate>([^<]*)/g)].map(([, day]) => Date.parse(day ?? ''));
      expect(days.length).toBe(80);
      expect(days).toEqual(days.toSorted((a, b) => b - a));
      expect(Math.max(...days)).toBeLessThanOrEqual(Date.parse('2026-11-29'));
      expect(new Set(feed.match(/<guid[^>]*>[^<]*/g)).size).toBe(80);
    }
  });
});

describe('a picture', () => {
  it('has letters of its own where the machine has none', async () => {
    const { missing } = await fontFor(['包裹 “quoted” Ёж — ≠ 5 %'], folder);
    expect(missing.filter((letter: string) => letter.trim())).toEqual([]);
    const page = (name: string, title: string) => ({
      name,
      site: '和解手册',
      title,
      about: '',
      chinese: true,
    });
    await drawPictures([page('a', '包'), page('b', '裹')], path.join(folder, 'two'), folder);
    const [a, b] = ['a', 'b'].map((name) =>
      fs.readFileSync(path.join(folder, 'two', `${name}.png`)),
    );
    // Boxes in place of letters would be the same box.
    expect(a?.equals(b as Buffer)).toBe(false);
  });

  it('refuses a letter it could not draw, by name', async () => {
    await expect(
      drawPictures(
        [{ name: 'c', site: 'x', title: '\u{10ffff}', about: '', chinese: false }],
        path.join(folder, 'three'),
        folder,
      ),
    ).rejects.toThrow('\u{10ffff}');
  });
});
