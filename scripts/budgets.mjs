// Weighs every built page the way a first visit does (brotli bytes of the page, its styles, its scripts
// and everything they import) and fails the build when a kind of page has grown past its budget.
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from './lib/tree.mjs';
import { brotli } from './lib/weigh.mjs';

const budgets = JSON.parse(fs.readFileSync(new URL('./budgets.json', import.meta.url), 'utf8'));

const weights = new Map();
const weigh = (file) => {
  if (!weights.has(file)) weights.set(file, brotli(fs.readFileSync(file)).length);
  return weights.get(file);
};

/** A script and everything it imports statically; what is imported on demand is not a first view's cost. */
function withImports(file, seen) {
  if (seen.has(file) || !fs.existsSync(file)) return;
  seen.add(file);
  const code = fs.readFileSync(file, 'utf8');
  for (const [, target] of code.matchAll(
    /(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.{1,2}\/[^"']+)["']/g,
  ))
    withImports(path.join(path.dirname(file), target), seen);
}

export function weighPage(dist, page) {
  const html = fs.readFileSync(page, 'utf8');
  const styles = new Set();
  const scripts = new Set();
  for (const [, href] of html.matchAll(
    /<link rel="stylesheet" href="([^"]+)"(?![^>]*media="print")/g,
  ))
    styles.add(path.join(dist, href));
  for (const [, src] of html.matchAll(
    /(?:<script[^>]*\bsrc|component-url|renderer-url|before-hydration-url)="([^"]+)"/g,
  ))
    withImports(path.join(dist, src), scripts);
  const sum = (files) =>
    [...files].reduce((total, file) => total + (fs.existsSync(file) ? weigh(file) : 0), 0);
  const parts = { html: weigh(page), css: sum(styles), js: sum(scripts) };
  return { ...parts, total: parts.html + parts.css + parts.js };
}

export function kindOf(address) {
  const kinds = Object.entries(budgets);
  const [kind] = kinds.find(([, { pattern }]) => new RegExp(pattern).test(address)) ?? [];
  if (!kind) throw new Error(`No page kind in scripts/budgets.json matches ${address}.`);
  return kind;
}

export const addressOf = (dist, page) =>
  `/${path.relative(dist, page).replace(/index\.html$/, '')}`;

/** The heaviest page of each kind. Throws a list of every page over its budget. */
export function checkBudgets(dist) {
  const heaviest = new Map();
  const over = [];
  for (const page of filesBelow(dist).filter((file) => file.endsWith('.html'))) {
    const address = addressOf(dist, page);
    const kind = kindOf(address);
    const weight = weighPage(dist, page);
    if (weight.total > (heaviest.get(kind)?.total ?? 0)) heaviest.set(kind, { address, ...weight });
    if (weight.total > budgets[kind].bytes)
      over.push(
        `${address} weighs ${weight.total} bytes (html ${weight.html}, css ${weight.css}, js ${weight.js}); a page of kind "${kind}" may weigh ${budgets[kind].bytes}.`,
      );
  }
  if (over.length) throw new Error(`Pages over budget:\n${over.join('\n')}`);
  return heaviest;
}

if (process.argv[1]?.endsWith('budgets.mjs'))
  console.table(Object.fromEntries(checkBudgets('dist')));
