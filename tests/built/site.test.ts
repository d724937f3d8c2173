import { createHash } from 'node:crypto';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { addressOf, checkBudgets } from '../../scripts/budgets.mjs';
import { siteOf } from '../../scripts/lib/site.mjs';
import { filesBelow } from '../../scripts/lib/tree.mjs';
import { serve } from '../../scripts/serve.mjs';
import { at, pages as sourcePages, read } from '../support/content.ts';

const dist = at('dist');
const files = filesBelow(dist) as string[];
const pages = files
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ address: addressOf(dist, file) as string, html: read(file) }));
const handbook = pages.filter(({ address }) => /^\/(en|zh-cn)\//.test(address));
const decode = (text: string) =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&#38;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");

describe('every page of the built site', () => {
  it('is there: one for each source page in each language, and the generated ones', () => {
    const wanted = [...sourcePages('en'), ...sourcePages('zh-cn')].map(
      ({ language, slug }) => `/${language}/${slug === 'index' ? '' : `${slug}/`}`,
    );
    const built = new Set(pages.map(({ address }) => address));
    expect(wanted.length).toBeGreaterThan(170);
    expect(wanted.filter((address) => !built.has(address))).toEqual([]);
  });

  it('has a title of its own and says its language', () => {
    for (const { address, html } of handbook)
      expect(html, address).toContain(
        `<html lang="${address.startsWith('/en/') ? 'en' : 'zh-CN'}"`,
      );
    for (const language of ['en', 'zh-cn']) {
      const titles = handbook
        .filter(({ address }) => address.startsWith(`/${language}/`))
        .map(({ html }) => /<title>([^<]*)/.exec(html)?.[1]);
      expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
    }
  });

  it('carries the security policy, and the hash of each of its inline scripts', () => {
    let inline = 0;
    for (const { address, html } of pages) {
      const policy = decode(
        /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '',
      );
      // A page that handles a person's own files opens no connection at all, and loads no picture.
      const isSilent = /\/tools\/dispute-log\/$/.test(address);
      for (const part of [
        isSilent ? "default-src 'none'" : "default-src 'self'",
        isSilent ? "connect-src 'none'" : "connect-src 'self'",
        isSilent ? 'img-src data:' : "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "style-src 'self' 'unsafe-inline'",
        "require-trusted-types-for 'script'",
        'trusted-types default',
      ])
        expect(policy, address).toContain(part);
      expect(/script-src[^;]*'unsafe-inline'/.test(policy), address).toBe(false);
      for (const [, attributes, body] of html.matchAll(
        /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g,
      )) {
        if (!body || /application\/(ld\+)?json/.test(attributes ?? '')) continue;
        inline += 1;
        expect(policy, address).toContain(createHash('sha256').update(body).digest('base64'));
      }
    }
    expect(inline).toBeGreaterThanOrEqual(pages.length - 2);
  });

  it('claims the address it was built for, and no other', () => {
    const site = process.env['SITE_URL']?.replace(/\/$/, '');
    const own =
      /<link(?=[^>]*\srel="?(?:canonical|alternate|sitemap)\b)[^>]*\shref="?(https?:[^"\s>]*)/g;
    for (const { address, html } of pages) {
      const claimed = [...html.matchAll(own)].map(([, href]) => href as string);
      if (site === undefined) expect(claimed, address).toEqual([]);
      else for (const href of claimed) expect(href.startsWith(`${site}/`), href).toBe(true);
      if (site !== undefined && !address.endsWith('/embed/') && address !== '/404.html') {
        const named = (rel: string) =>
          [...html.matchAll(/<link(?=[^>]*\srel="?(\w+))([^>]*)>/g)]
            .filter(([, kind]) => kind === rel)
            .map(([, , rest = '']) => rest);
        const href = (rest?: string) => /href="?([^"\s>]*)/.exec(rest ?? '')?.[1];
        expect(named('canonical').map(href), address).toEqual([`${site}${address}`]);
        const of = (code: string) =>
          href(named('alternate').find((rest) => new RegExp(`hreflang="?${code}\\b`).test(rest)));
        const path = address.replace(/^\/(?:en|zh-cn)?\//, '/').replace(/^\//, '');
        // The pages of two languages name each other, and the root for whoever speaks neither.
        expect([of('en'), of('zh-CN'), of('x-default')], address).toEqual([
          `${site}/en/${path}`,
          `${site}/zh-cn/${path}`,
          path ? `${site}/en/${path}` : `${site}/`,
        ]);
      }
    }
    const lists = files.filter((file) => /sitemap[^/]*\.xml$/.test(file));
    expect(lists.length > 0).toBe(site !== undefined);
    // Nor does any other file name the machine the site was built on.
    const here = files.filter(
      (file) =>
        /\.(?:html|xml|json|txt|js|css)$|_headers$/.test(file) &&
        /localhost:\d|127\.0\.0\.1/.test(read(file)),
    );
    expect(here).toEqual([]);
  });

  it('stands beside its page as a text, and in the list of texts', () => {
    const list = read(at('dist/llms.txt'));
    const linked = handbook.filter(({ html }) => html.includes('href="index.md"'));
    expect(linked.length).toBeGreaterThan(400);
    for (const { address } of linked) {
      const text = read(path.join(dist, address, 'index.md'));
      expect(text, address).toMatch(/^# \S.*\n\n> /);
      // Neither markup nor a hole of a template is left in it; a break within a cell is one in Markdown, too.
      expect(text.replace(/`[^`\n]*`/g, ''), address).not.toMatch(
        /(?<!\\)<(?!br>)[a-z/][^>\n]*>|\[object |\bundefined\b|&(?:amp|lt|quot|#\d+);/,
      );
      expect(list, address).toContain(`${address}index.md)`);
    }
    const texts = files.filter((file) => file.endsWith(`${path.sep}index.md`));
    expect(texts.length).toBe(linked.length);
    // What only whole addresses make true.
    const named = process.env['SITE_URL'] !== undefined;
    expect(files.some((file) => file.endsWith('changes.xml'))).toBe(named);
    expect(pages.some(({ html }) => html.includes('application/ld+json'))).toBe(named);
  });

  it('may be framed by nobody, unless it is made for frames', async () => {
    const { server, url } = await serve(dist);
    try {
      let framed = 0;
      for (const { address } of pages) {
        const { headers } = await fetch(url + address, { method: 'HEAD' });
        const said = headers.get('content-security-policy');
        if (address.endsWith('/embed/')) framed += 1;
        expect(said, address).toBe(address.endsWith('/embed/') ? null : "frame-ancestors 'none'");
        expect(headers.get('x-content-type-options'), address).toBe('nosniff');
        expect(headers.get('strict-transport-security'), address).toMatch(/^max-age=\d{8,}$/);
        if (address !== '/404.html')
          expect(headers.get('cross-origin-resource-policy'), address).toBe('same-origin');
        if (!/^\/(en|zh-cn)\//.test(address)) continue;
        expect(headers.get('referrer-policy'), address).toBe('no-referrer');
        // One page may ask for a camera: the one that reads codes.
        expect(headers.get('permissions-policy'), address).toContain(
          address.endsWith('/workshops/collect/') ? 'camera=(self)' : 'camera=()',
        );
      }
      expect(framed).toBeGreaterThanOrEqual(6);
      // Files that a page in a closed frame, or somebody else's page, may ask for.
      const script = files.find((file) => /_astro.*\.js$/.test(file)) as string;
      for (const file of [script, at('dist/data/rules.json')]) {
        const { headers } = await fetch(`${url}/${path.relative(dist, file)}`, { method: 'HEAD' });
        expect(headers.get('cross-origin-resource-policy'), file).toBe('cross-origin');
        expect(headers.get('access-control-allow-origin'), file).toBe('*');
      }
      const rules = read(at('dist/_headers')).match(/^\//gm)?.length ?? 0;
      // Cloudflare Pages reads a hundred rules and no more.
      expect(rules).toBeLessThanOrEqual(100);
    } finally {
      server.close();
    }
  });

  it('shows no mark of its source text, and ends no sentence twice', () => {
    const wrong = pages.flatMap(({ address, html }) => {
      const text = decode(
        html
          .replace(/<(script|style|code|pre|textarea)\b[\s\S]*?<\/\1>/g, 'x')
          .replace(/<[^>]+>/g, ''),
      );
      return [
        ...text.matchAll(
          /.{0,30}(?:(?<!\.)\.\.(?![.])|[:;] ?\.(?!\w)|[。：；、，][。；，]|\*\*).{0,5}/g,
        ),
      ].map(([found]) => `${address} ${found}`);
    });
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('names at its foot every source its text rests on', () => {
    const { items } = JSON.parse(read(at('dist/data/rules.json'))) as {
      items: { id: string; values: { source: string; to: string | null }[] }[];
    };
    const leading = new Map(items.map(({ id, values }) => [id, values.at(-1)?.source]));
    const cited = (html: string) =>
      [...html.matchAll(/href="\/(?:en|zh-cn)\/reference\/sources\/#([^"]+)"/g)].map(
        ([, id]) => id,
      );
    let seen = 0;
    const wrong: string[] = [];
    for (const { language, slug, body } of [...sourcePages('en'), ...sourcePages('zh-cn')]) {
      // A tool or a list that reads the rulebook itself names each source beside its figure.
      if (/^import .* from '@\/components\/(tools|content\/reference)\//m.test(body)) continue;
      const address = `/${language}/${slug === 'index' ? '' : `${slug}/`}`;
      const html = pages.find((page) => page.address === address)?.html ?? '';
      const [text = '', foot = ''] = html.split('class="page-foot');
      const listed = new Set(cited(foot));
      const needed = [
        ...cited(text),
        ...[...text.matchAll(/data-rule="([^"]+)"/g)].map(([, id]) => leading.get(id as string)),
      ];
      seen += needed.length;
      for (const id of needed) if (!listed.has(id)) wrong.push(`${address} ${id}`);
    }
    expect(seen).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  it('has a value for every colour and measure its own marks ask for', () => {
    const sheets = new Map<string, Set<string>>();
    const givenBy = (address: string) => {
      const known = sheets.get(address);
      if (known) return known;
      const names = new Set(
        [...read(path.join(dist, address)).matchAll(/(--[\w-]+)\s*:/g)].map(
          ([, name]) => name ?? '',
        ),
      );
      sheets.set(address, names);
      return names;
    };
    let asked = 0;
    const missing = new Set<string>();
    for (const { address, html } of pages) {
      const links = [...html.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)];
      const given = links.map(([, href]) => givenBy(href ?? ''));
      for (const [, name = ''] of html.matchAll(/="[^"<>]*var\(\s*(--[\w-]+)\s*\)/g)) {
        asked += 1;
        if (!given.some((names) => names.has(name)) && !html.includes(`${name}:`))
          missing.add(`${address} ${name}`);
      }
    }
    expect(asked).toBeGreaterThan(200);
    expect([...missing].slice(0, 20)).toEqual([]);
  });

  it('has a way to cite every rule and every drawing', () => {
    let asked = 0;
    const without: string[] = [];
    for (const { address, html } of handbook) {
      if (address.endsWith('/embed/')) continue;
      const count = (mark: RegExp) => html.match(mark)?.length ?? 0;
      const buttons = count(/<button[^>]*class="[^"]*\bcite\b/g);
      const rules = count(/<article class="rule-card"[^>]*data-review-due/g);
      const drawings = count(/<svg[^>]*role="img"/g);
      asked += rules + drawings;
      if (buttons < rules || (drawings > 0 && buttons === 0)) without.push(address);
    }
    expect(asked).toBeGreaterThan(1000);
    expect(without).toEqual([]);
  });

  it('shows no page as behind its translation', () => {
    expect(
      handbook.filter(({ html }) => html.includes('data-stale')).map(({ address }) => address),
    ).toEqual([]);
  });

  it('asks no other host for anything', () => {
    const asked = pages.flatMap(({ address, html }) =>
      [
        ...html.matchAll(
          /<(?:script|img|iframe|source|link rel="(?:stylesheet|icon|preload|modulepreload)")[^>]*(?:src|href)="(https?:\/\/[^"]*)"/g,
        ),
      ].map(([, url]) => `${address} ${url}`),
    );
    expect(asked).toEqual([]);
  });

  it('has a figure in every group of playbooks', () => {
    for (const language of ['en', 'zh-cn'])
      for (const group of ['prevent', 'respond', 'negotiate', 'desk']) {
        const folder = `/${language}/playbooks/${group}/`;
        const drawn = pages.filter(
          ({ address, html }) =>
            address.startsWith(folder) &&
            /<figure\b[^>]*>(?:\s|<div\b[^>]*>)*<svg\b[^>]*role="?img/.test(html),
        );
        expect(drawn.length, folder).toBeGreaterThan(0);
      }
  });

  it('has one ladder of headings, down which no step is left out', () => {
    const wrong: string[] = [];
    for (const { address, html } of pages) {
      const shown = html.replace(/<(script|template|style)\b.*?<\/\1>/gs, '');
      // Starlight puts the title of the list of contents before the page it is of.
      const levels = [...shown.matchAll(/<h([1-6])\b(?![^>]*starlight__on-this-page)/g)].map(
        ([, level]) => Number(level),
      );
      if (levels.filter((level) => level === 1).length !== 1) wrong.push(`${address}: not one h1`);
      levels.forEach((level, i) => {
        if (level > (levels[i - 1] ?? 0) + 1)
          wrong.push(`${address}: ${levels[i - 1]} to ${level}`);
      });
      // A heading with nothing below it but another of its height stands over nothing.
      const flat = shown.replace(/<a\b[^>]*sl-anchor-link.*?<\/a>/gs, '');
      for (const [, level, title, next] of flat.matchAll(
        /<h([1-6])\b[^>]*>((?:(?!<\/h).)*)<\/h\1>(?=(?:\s|<(?!h[1-6]\b|svg|input|img|output)[^>]*>)*<h([1-6])\b)/gs,
      ))
        if (Number(next) <= Number(level)) wrong.push(`${address}: nothing under ${title}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate(JSON.parse(read(at('.htmlvalidate.json'))));
    const wrong: string[] = [];
    for (const { address, html } of pages) {
      const report = await validator.validateString(html, address);
      for (const { messages } of report.results)
        for (const { ruleId, message, selector } of messages)
          // Astro writes one style element beside a page's first island; browsers take it, the standard does not name it.
          if (!message.startsWith('<style> element is not permitted as content under <div>'))
            wrong.push(`${address} ${ruleId}: ${message} ${selector ?? ''}`);
    }
    expect(wrong.slice(0, 40)).toEqual([]);
  });

  it('stays within its budget', () => {
    const heaviest = checkBudgets(dist) as Map<string, { total: number }>;
    expect(heaviest.size).toBeGreaterThanOrEqual(6);
  });
});

describe('links', () => {
  const anchors = new Map(
    pages.map(({ address, html }) => [
      address,
      new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => decode(id as string))),
    ]),
  );
  const links = pages.flatMap(({ address, html }) =>
    [...html.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>/g)].map(([tag, href]) => ({
      address,
      tag,
      href: decode(href as string),
    })),
  );
  const local = links.filter(({ href }) => href.startsWith('/') || href.startsWith('#'));

  it('lead to a page that exists, and to an anchor that exists on it', () => {
    expect(local.length).toBeGreaterThan(5000);
    const broken = local.flatMap(({ address, href }) => {
      const [target = '', fragment = ''] = href.split('#');
      const page = target === '' ? address : target;
      if (!anchors.has(page))
        return files.includes(path.join(dist, page)) ? [] : [`${address} → ${href}`];
      if (fragment === '' || fragment.startsWith('?')) return [];
      return anchors.get(page)?.has(decodeURIComponent(fragment)) ? [] : [`${address} → ${href}`];
    });
    expect([...new Set(broken)].slice(0, 40)).toEqual([]);
  });

  it('lead to a file from the texts beside the pages and from their list, too', () => {
    const texts = files.filter((file) => /(?:\/index\.md|\/llms\.txt)$/.test(file));
    expect(texts.length).toBeGreaterThan(400);
    const site = siteOf(process.env['SITE_URL']) ?? '';
    let asked = 0;
    const broken = texts.flatMap((file) =>
      [
        ...read(file)
          .replaceAll(`](${site}/`, '](/')
          .matchAll(/\]\((\/[^)\s#?]*)/g),
      ]
        .map(([, to]) => decode(decodeURIComponent(to as string)))
        .filter((to) => {
          asked += 1;
          return !anchors.has(to) && !files.includes(path.join(dist, to));
        })
        .map((to) => `${path.relative(dist, file)} → ${to}`),
    );
    expect(asked).toBeGreaterThan(10_000);
    expect(broken).toEqual([]);
  });

  it('stay in the language of the page, except for the language link', () => {
    const strays = local.filter(({ address, href, tag }) => {
      const own = /^\/(en|zh-cn)\//.exec(address)?.[1];
      const other = /^\/(en|zh-cn)\//.exec(href)?.[1];
      return own && other && own !== other && !tag.includes('hreflang');
    });
    expect(strays.map(({ address, href }) => `${address} → ${href}`).slice(0, 20)).toEqual([]);
  });

  it('never lead to a mirror, a clone or a bare address', () => {
    const never = [
      'hungryforhealthierjudgement',
      's1xnxn11',
      'usbusinessiraq',
      'gooddi.cn',
      'mli789',
      'nnxtl',
      'zymfuwuqi',
      'laliexpress',
    ];
    const bad = links.filter(
      ({ href }) =>
        /^https?:/.test(href) &&
        (/^https?:\/\/(\d{1,3}\.){3}\d/.test(href) || never.some((name) => href.includes(name))),
    );
    expect(bad.map(({ address, href }) => `${address} → ${href}`)).toEqual([]);
  });
});

describe('data feeds', () => {
  it.each([
    ['rules', 110],
    ['metrics', 15],
    ['glossary', 40],
    ['sources', 100],
  ])('/data/%s.json', (name, least) => {
    const feed = JSON.parse(read(at('dist/data', `${name}.json`))) as {
      version: number;
      generatedFrom: string;
      items: { id: string }[];
    };
    expect(feed.version).toBe(1);
    expect(feed.generatedFrom).toMatch(/^[0-9a-f]{16}$/);
    expect(feed.items.length).toBeGreaterThanOrEqual(least);
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
  });

  it('give one anchor a rule', () => {
    const { items } = JSON.parse(read(at('dist/data/rules.json'))) as {
      items: { id: string; platform: string }[];
    };
    for (const language of ['en', 'zh-cn'])
      for (const { id, platform } of items) {
        const html =
          pages.find(({ address }) => address === `/${language}/reference/rulebook/${platform}/`)
            ?.html ?? '';
        expect(html.split(`id="${id}"`).length - 1, `${language} ${id}`).toBe(1);
      }
  });

  it.each(['en', 'zh-cn'] as const)(
    'words the search mends slips by are no code, %s',
    (language) => {
      const { words } = JSON.parse(read(at('dist/data/words', `${language}.json`))) as {
        words: string[];
      };
      const parts = new Set(
        sourcePages(language)
          .flatMap(({ body }) => [...body.matchAll(/^import (\w+[a-z][A-Z]\w*)/gm)])
          .map(([, name = '']) => name.toLowerCase()),
      );
      expect(parts.size).toBeGreaterThan(5);
      expect(words.length).toBeGreaterThan(30);
      expect(words.filter((word) => parts.has(word))).toEqual([]);
    },
  );
});
