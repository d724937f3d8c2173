// npm run new:tool -- <slug>: makes the folders, pages, texts and journey of a new tool, and lists it.
// What it leaves is whole and green: it finds the middle of two counts. Put your question in its place.
import fs from 'node:fs';
import path from 'node:path';
import { componentOf } from './lib/tools.mjs';
import { filesBelow } from './lib/tree.mjs';
import { stamp } from './stamp-translations.mjs';

const root = path.resolve(import.meta.dirname, '..');
const template = path.join(import.meta.dirname, 'new-tool');
const slug = process.argv[2] ?? '';
const stop = (why) => {
  console.error(why);
  process.exit(64);
};

if (!/^[a-z]+(-[a-z]+)*$/.test(slug))
  stop('Name the tool in small letters and hyphens: npm run new:tool -- refund-split');
if (fs.existsSync(path.join(root, 'src/calculators', slug)))
  stop(`There is a tool “${slug}” already.`);

const name = componentOf(slug);
const title = slug.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
const today = new Date().toISOString().slice(0, 10);
const put = (text) =>
  text
    .replaceAll('__slug__', slug)
    .replaceAll('__Name__', name)
    .replaceAll('__title__', title)
    .replaceAll('__today__', today);

for (const file of filesBelow(template)) {
  const target = path.join(root, put(path.relative(template, file)).replace(/\.txt$/, ''));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, put(fs.readFileSync(file, 'utf8')));
  console.log(path.relative(root, target));
}

const registry = path.join(root, 'src/calculators/registry.ts');
const [head, ...rest] = fs.readFileSync(registry, 'utf8').split(/^(?= {2}'[\w-]+': \(\) =>|\};)/m);
const line = `  '${slug}': () => import('./${slug}/tool.ts').then(({ tool }) => tool),\n`;
const end = rest.pop();
fs.writeFileSync(registry, [head, ...[...rest, line].sort(), end].join(''));
console.log('src/calculators/registry.ts');

stamp(`tools/${slug}`);
console.log(
  '\nNow: npm run format, then npm test. The menu, the embed and the checks found the folders by themselves.',
);
