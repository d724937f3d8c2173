// Stock sites of the same words: what generators make of our pages when nobody has tuned anything.
import fs from 'node:fs';
import path from 'node:path';
import { sidebar } from '../../src/sidebar.mjs';
import { nodeBinary } from '../setup.mjs';
import { kindOf } from '../budgets.mjs';
import { cpuOf, userOf } from './cpu.mjs';
import { filesBelow } from './tree.mjs';

const escape = (text) => text.replaceAll('"', '\\"');

/**
 * The words of every built page of the handbook as Markdown: title, headings and all that is shown in the
 * page's own part, tables and lists as plain HTML, which Markdown takes. Drawings and scripts are left out.
 */
export function wordsOf(dist) {
  return filesBelow(dist)
    .filter((file) => /[/\\](en|zh-cn)[/\\].*index\.html$/.test(file) && !/embed/.test(file))
    .flatMap((file) => {
      const html = fs.readFileSync(file, 'utf8');
      const main = /<main[\s\S]*?<\/main>/.exec(html)?.[0];
      if (!main) return [];
      const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? 'Untitled';
      const body = main
        .replace(/<h1[\s\S]*?<\/h1>/, '')
        .replace(/<(script|svg|style|template|noscript)[\s\S]*?<\/\1>/g, '')
        .replace(/<a class="sl-anchor-link"[\s\S]*?<\/a>/g, '')
        .replace(
          /<(?!\/?(?:p|ul|ol|li|table|thead|tbody|tr|th|td|a|strong|em|h[2-4]|blockquote)\b)[^>]*>/g,
          ' ',
        )
        .replace(/<([a-z0-9]+)\s([^>]*)>/g, (_, tag, rest) => {
          const href = /href="[^"]*"/.exec(rest)?.[0];
          return href ? `<${tag} ${href}>` : `<${tag}>`;
        })
        .replace(
          /<h([2-4])>([\s\S]*?)<\/h\1>/g,
          (_, level, text) => `\n\n${'#'.repeat(Number(level))} ${text.trim()}\n\n`,
        )
        .replace(/[{}]/g, '')
        // At the start of a line a block's tag is taken as it is; inside one it would be cut by paragraphs.
        .replace(
          /\s*(<\/?(?:p|ul|ol|li|table|thead|tbody|tr|th|td|h[2-4]|blockquote)\b[^>]*>)/g,
          '\n$1',
        )
        .replace(/[ \t]+/g, ' ')
        .replace(/\n{3,}/g, '\n\n');
      const slug = path
        .relative(dist, file)
        .replace(/(?:^|[/\\])index\.html$/, '')
        .split(path.sep)
        .join('/');
      return [
        {
          slug,
          text: `---\ntitle: "${escape(title.replace(/<[^>]*>/g, '').trim())}"\n---\n\n${body.trim()}\n`,
        },
      ];
    });
}

/** As many pages as asked for: the first ones, then copies of the playbooks under other names. */
export function grownTo(pages, count) {
  const models = pages.filter(({ slug }) => slug.includes('/playbooks/'));
  return Array.from({ length: count }, (_, i) => {
    if (i < pages.length) return pages[i];
    const { slug, text } = models[i % models.length];
    return { slug: `${slug}-${i}`, text };
  });
}

/** Writes pages into a folder of documents. */
export function write(folder, pages) {
  for (const { slug, text } of pages) {
    const file = path.join(folder, /^(en|zh-cn)$/.test(slug) ? `${slug}/index.md` : `${slug}.md`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/** Kept from one build to the next, these would make the second one quick. */
const leftBehind = [
  'dist',
  '.astro',
  ...['.astro', '.cache', '.vite'].map((name) => path.join('node_modules', name)),
];

/** A folder with the packages of ours in it and nothing a build has left behind. */
function cleanFolder(root, folder) {
  fs.mkdirSync(folder, { recursive: true });
  const packages = path.join(root, 'node_modules');
  if (!fs.existsSync(path.join(folder, 'node_modules')))
    fs.cpSync(packages, path.join(folder, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
      mode: fs.constants.COPYFILE_FICLONE,
      filter: (file) => !leftBehind.includes(path.relative(root, file)),
    });
  for (const each of leftBehind)
    fs.rmSync(path.join(folder, each), { recursive: true, force: true });
}

/** Starlight as it comes, with a list of pages, ours by default, beside the text. Its build takes `cpu` seconds of user CPU. */
export function stockStarlight(root, folder, pages, menu = sidebar) {
  cleanFolder(root, folder);
  fs.rmSync(path.join(folder, 'src'), { recursive: true, force: true });
  write(path.join(folder, 'src/content/docs'), pages);
  // The framework finds its own packages by the dependencies a project names.
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { astro: '*', '@astrojs/starlight': '*' } }),
  );
  fs.writeFileSync(
    path.join(folder, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config'; import starlight from '@astrojs/starlight';
export default defineConfig({ integrations: [starlight({ title: 'Stock', defaultLocale: 'en', locales: { en: { label: 'English' }, 'zh-cn': { label: '简体中文', lang: 'zh-CN' } }, sidebar: ${JSON.stringify(menu)} })] });`,
  );
  fs.writeFileSync(
    path.join(folder, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content'; import { docsLoader } from '@astrojs/starlight/loaders'; import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
  );
  const cpu = userOf(folder, nodeBinary(), ['node_modules/astro/bin/astro.mjs', 'build']);
  return { dist: path.join(folder, 'dist'), cpu };
}

/** VitePress as it comes. It is fetched for the comparison only; the site does not depend on it. */
export function stockVitePress(folder, pages) {
  fs.mkdirSync(path.join(folder, '.vitepress'), { recursive: true });
  write(folder, pages);
  fs.writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  fs.writeFileSync(
    path.join(folder, '.vitepress/config.mjs'),
    `export default { title: 'Stock', cleanUrls: false, ignoreDeadLinks: true, themeConfig: { search: { provider: 'local' } }, locales: { en: { label: 'English', lang: 'en' }, 'zh-cn': { label: '简体中文', lang: 'zh-CN' } } };`,
  );
  cpuOf(folder, 'npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    'vitepress@1.6.4',
  ]);
  cpuOf(folder, nodeBinary(), ['node_modules/vitepress/bin/vitepress.js', 'build', '.']);
  return { dist: path.join(folder, '.vitepress/dist') };
}

/** A copy of the project without what a build left behind. */
export function copyOf(root, folder) {
  cleanFolder(root, folder);
  const beside = ['node_modules', 'reports', '.git', ...leftBehind];
  for (const name of fs.readdirSync(root).filter((each) => !beside.includes(each))) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
    fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
}

/**
 * Seconds of user CPU our own build of as many pages takes, in a copy: what is beyond the `real` ones are copies
 * of playbooks.
 */
export function ownBuild(root, folder, count, real) {
  copyOf(root, folder);
  const pages = path.join(folder, 'src/content/docs');
  const addressOf = (file) => `/${path.relative(pages, file).replace(/\.mdx$/, '/')}`;
  // A page with a tool in it has a budget of its own, which a copy under another name would not have.
  const models = filesBelow(path.join(pages, 'en/playbooks')).filter(
    (file) => kindOf(addressOf(file)) === kindOf(addressOf(file).replace(/\/$/, '-copy0/')),
  );
  for (let i = 0; i < Math.max(0, count - real) / 2; i++) {
    const model = models[i % models.length];
    for (const file of [
      model,
      model.replace(`${path.sep}en${path.sep}`, `${path.sep}zh-cn${path.sep}`),
    ])
      fs.copyFileSync(file, file.replace(/\.mdx$/, `-copy${i}.mdx`));
  }
  return userOf(folder, nodeBinary(), ['scripts/build.mjs', '--force']);
}
