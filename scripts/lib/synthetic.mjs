// A handbook that is as large as one likes: pages in the mix of the real ones, the same files for our shell and
// for stock Starlight. What a page costs in components is measured with the real site (`builds`); here it is the
// shell: theme, menu, search, texts beside the pages, packing, policy and the copy for offline.
import fs from 'node:fs';
import path from 'node:path';
import { sidebar } from '../../src/sidebar.mjs';
import { nodeBinary } from '../setup.mjs';
import { userOf } from './cpu.mjs';
import { copyOf, write } from './stock.mjs';

/** What every page of ours says of itself; stock Starlight passes it over. */
const said = 'reviewed: 2026-01-01\naudience: [agent]\n';

/** Pages that stand in `src/pages` of a site without tools, and what the steps after drawing read. */
const keptPages = [
  '404.astro',
  'index.astro',
  '[lang]/offline.astro',
  'data/rules.json.ts',
  'data/sources.json.ts',
];
/** Tools alone read the rest. */
const keptContent = ['glossary.yaml', 'i18n', 'seed-claims.yaml'];

/** Pages to be read. What a tool or a workshop shows is no text; the one about offline copies is built in any case. */
const isText = /^en\/(?!(?:tools|workshops|exercise)\/|(?:workshops|offline)$)/;

/**
 * `count` pages (an even number), half of them English and each with its Chinese one, taken at even steps from
 * the words of the real ones, and the menu's entries that are among them. Where more are asked for than there
 * are, they begin anew under other names.
 *
 * @param {readonly { slug: string, text: string }[]} words
 * @param {number} count
 * @param {readonly { label: string, items: readonly (string | { link: string })[] }[]} menu
 */
export function syntheticSite(words, count, menu = sidebar) {
  const bySlug = new Map(words.map((page) => [page.slug, page]));
  const chinese = (slug) => slug.replace(/^en\b/, 'zh-cn');
  const models = words
    .map(({ slug }) => slug)
    .filter((slug) => isText.test(slug) && bySlug.has(chinese(slug)));
  const wanted = count / 2 - 1;
  const step = Math.max(1, models.length / wanted);
  const slugs = Array.from({ length: wanted }, (_, i) => {
    const at = Math.floor(i * step);
    const round = Math.floor(at / models.length);
    return { model: models[at % models.length], ending: round ? `-${round}` : '' };
  });
  const pages = [{ model: 'en', ending: '' }, ...slugs].flatMap(({ model, ending }) =>
    [model, chinese(model)].map((slug) => ({
      slug: slug + ending,
      text: bySlug.get(slug).text.replace(/^---\n/, `---\n${said}`),
    })),
  );
  const names = new Set(pages.map(({ slug }) => slug));
  const isThere = (item) =>
    names.has(`en/${typeof item === 'string' ? item : item.link.replace(/^\/|\/$/g, '')}`);
  const groups = menu
    .map((group) => ({ ...group, items: group.items.filter(isThere) }))
    .filter(({ items }) => items.length > 0);
  return { pages, menu: groups };
}

/** Removes all files of a folder but those kept. */
function keepOnly(folder, kept) {
  for (const each of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (each.isDirectory()) continue;
    const file = path.join(each.parentPath, each.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    if (!kept.some((one) => name === one || name.startsWith(`${one}/`))) fs.rmSync(file);
  }
}

/** Seconds of user CPU that our shell takes for these pages, in a copy without tools. */
export function ownShell(root, folder, { pages, menu }) {
  copyOf(root, folder);
  keepOnly(path.join(folder, 'src/pages'), keptPages);
  keepOnly(path.join(folder, 'src/content'), keptContent);
  write(path.join(folder, 'src/content/docs'), pages);
  fs.writeFileSync(
    path.join(folder, 'src/sidebar.mjs'),
    `export const sidebar = ${JSON.stringify(menu)};\n`,
  );
  return userOf(folder, nodeBinary(), ['scripts/build.mjs', '--force']);
}
