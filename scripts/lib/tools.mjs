import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** `dispute-rate` → `DisputeRate`, the name of a tool's part of the page. */
export const componentOf = (slug) =>
  slug.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** Slugs of the tools that have a page: folders that hold a part of the page named after them. */
export const toolPages = () =>
  fs
    .readdirSync(path.join(root, 'src/components/tools'))
    .filter((slug) =>
      fs.existsSync(path.join(root, 'src/components/tools', slug, `${componentOf(slug)}.astro`)),
    )
    .sort();
