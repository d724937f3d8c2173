// What a built site says to those who do not look at its pages: each page as Markdown beside it, and llms.txt,
// which lists them. Where the site has an address: the changes of rules as a feed, what each page says of
// itself to search engines and chats, and a picture of it.
import fs from 'node:fs';
import path from 'node:path';
import { addressOf } from './budgets.mjs';
import { headOf, pictureOf } from './lib/facts.mjs';
import { readPage } from './lib/markdown.mjs';
import { filesBelow } from './lib/tree.mjs';
import { wordsOf } from './lib/words.mjs';
import { plainRule } from '../src/plain-rule.ts';
import { sidebar } from '../src/sidebar.mjs';

const folders = { en: 'en', 'zh-CN': 'zh-cn' };

/** Whatever a file for other programs holds, by id. */
const itemsOf = (dist, name) =>
  new Map(
    JSON.parse(fs.readFileSync(path.join(dist, 'data', `${name}.json`), 'utf8')).items.map(
      (item) => [item.id, item],
    ),
  );

/** An address for somebody who is not on the page; parentheses would end a link of Markdown. */
const resolver = (site, base) => (href) => {
  const { origin, pathname, search, hash } = new URL(href, `https://site.invalid${base}`);
  const whole = origin === 'https://site.invalid' ? (site ?? '') + pathname + search + hash : href;
  return whole.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20');
};

/** Reads every page of the handbook. Pages for frames and for windows of their own are no text. */
function readSite(dist, texts, site) {
  const rules = itemsOf(dist, 'rules');
  return [...texts]
    .filter(([file]) => file.endsWith('index.html'))
    .flatMap(([file, html]) => {
      const address = addressOf(dist, file);
      const language = { en: 'en', 'zh-cn': 'zh-CN' }[address.split('/')[1]];
      if (!language) return [];
      const t = wordsOf(language);
      const said = readPage(html, {
        resolve: resolver(site, address),
        chinese: language === 'zh-CN',
        isRule: (id) => rules.has(id),
        words: {
          tool: t('publish.markdown.tool', { fields: '{fields}' }),
          figure: t('publish.markdown.figure'),
        },
      });
      return said ? [{ file, address, language, ...said }] : [];
    });
}

/** One page as a text that stands for itself. `day` is the ISO date on which its rules are told. */
export function markdownFile(page, { site, rules, sources, day }) {
  const t = wordsOf(page.language);
  return [
    `# ${page.title}`,
    page.description && `> ${page.description}`,
    [
      site && `${t('publish.markdown.address')}${site}${page.address}`,
      page.reviewed && `${t('ui.page.reviewed')} ${page.reviewed}`,
      t('publish.markdown.licence'),
    ]
      .filter(Boolean)
      .join('  \n'),
    page.body,
    // The rulebook is these rules already.
    !page.address.includes('/reference/rulebook/') &&
      page.rules.length > 0 &&
      `## ${t('publish.markdown.rules')}\n\n${page.rules
        .map((id) => `- ${plainRule(page.language, rules.get(id), sources, day, t)}`)
        .join('\n')}`,
    page.sources && `## ${t('ui.page.sources')}\n\n${page.sources}`,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/** The list of all texts, by language and by the parts of the menu; what is left over comes last. */
export function llmsFile(pages, site) {
  const line = ({ title, description, address }) =>
    `- [${title.replace(/[[\]]/g, '\\$&')}](${site ?? ''}${address}index.md)${description ? `: ${description}` : ''}`;
  const parts = Object.entries(folders).flatMap(([language, folder]) => {
    const byAddress = new Map(
      pages.filter((page) => page.language === language).map((page) => [page.address, page]),
    );
    const groups = sidebar.map(({ label, translations, items }) => ({
      title: language === 'en' ? label : translations[language],
      pages: items.flatMap((item) => {
        const slug = typeof item === 'string' ? item : item.link.replace(/^\/|\/$/g, '');
        return byAddress.get(`/${folder}/${slug}/`) ?? [];
      }),
    }));
    const listed = new Set(groups.flatMap((group) => group.pages));
    const rest = [...byAddress.values()].filter((page) => !listed.has(page));
    return [{ language, groups, rest }];
  });
  const t = { en: wordsOf('en'), 'zh-CN': wordsOf('zh-CN') };
  return [
    `# ${t.en('publish.llms.name')} · ${t['zh-CN']('publish.llms.name')}`,
    `> ${t.en('publish.llms.about')}\n>\n> ${t['zh-CN']('publish.llms.about')}`,
    ...parts.flatMap(({ language, groups }) =>
      groups
        .filter((group) => group.pages.length > 0)
        .map(
          (group) =>
            `## ${t[language]('publish.llms.name')}: ${group.title}\n\n${group.pages.map(line).join('\n')}`,
        ),
    ),
    // By its name those who have little room leave this part out.
    `## Optional\n\n${parts
      .flatMap(({ language, rest }) => [
        `${t[language]('publish.llms.name')}: ${t[language]('publish.llms.rest')}\n`,
        ...rest.map(line),
        '',
      ])
      .join('\n')
      .trim()}`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** Writes what needs the site's own address: feeds, heads and pictures. */
async function publishAt(site, dist, texts, pages, kept, { rules, sources, day }) {
  const { changesOf, ruleFeed } = await import('../src/rule-feed.ts');
  const changes = changesOf([...rules.values()], day);
  for (const [language, folder] of Object.entries(folders))
    fs.writeFileSync(
      path.join(dist, folder, 'reference/rulebook/changes.xml'),
      ruleFeed(language, changes, { site, folder, day }, sources, wordsOf(language)),
    );
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  for (const page of pages) {
    const head = headOf(page, site, byAddress);
    texts.set(
      page.file,
      texts.get(page.file).replace('</head>', () => `${head}</head>`),
    );
  }
  // Pages for frames are for nobody to find, and say so themselves.
  for (const list of filesBelow(dist).filter((file) => /\/sitemap-\d+\.xml$/.test(file)))
    fs.writeFileSync(
      list,
      fs
        .readFileSync(list, 'utf8')
        .replace(/<url><loc>[^<]*\/embed\/<\/loc>(?:(?!<\/url>).)*<\/url>/g, '')
        // The root asks for the language: it is no English page, of which there would be two.
        .replaceAll(`hreflang="en" href="${site}/"`, `hreflang="x-default" href="${site}/"`),
    );
  const { drawPictures } = await import('./lib/pictures.mjs');
  return drawPictures(
    pages.map((page) => ({
      name: path.basename(pictureOf(page), '.png'),
      site: wordsOf(page.language)('publish.llms.name'),
      title: page.title,
      about: page.description,
      chinese: page.language !== 'en',
    })),
    path.join(dist, 'pictures'),
    kept,
  );
}

/**
 * Writes what stands beside the pages of `dist`, and into their `texts` by their files. Runs before the pages are
 * made light.
 *
 * @param {string} dist
 * @param {Map<string, string>} texts
 * @param {{ site?: string | undefined, day?: string, kept?: string }} [options] `kept` is the folder of
 *   pictures drawn before; `site` the origin it is published at; without one addresses begin with a
 *   slash, and nothing is written that needs a whole one.
 */
export async function publish(
  dist,
  texts,
  { site, day = new Date().toISOString().slice(0, 10), kept = '.cache/pictures' } = {},
) {
  const book = { rules: itemsOf(dist, 'rules'), sources: itemsOf(dist, 'sources'), day };
  const pages = readSite(dist, texts, site);
  for (const page of pages)
    fs.writeFileSync(
      page.file.replace(/index\.html$/, 'index.md'),
      markdownFile(page, { site, ...book }),
    );
  fs.writeFileSync(path.join(dist, 'llms.txt'), llmsFile(pages, site));
  if (site) await publishAt(site, dist, texts, pages, kept, book);
  return { texts: pages.length };
}
