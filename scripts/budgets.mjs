// Weighs every built page the way a first visit does (brotli bytes of the page, its styles, its scripts
// and everything they import), and what its scripts may ask for after that (modules on demand, workers,
// later styles), and refuses a kind of page that has grown past its budget in either: one of the checks of the
// built site. Where a kind has a budget for its first paint, the page and its styles are held to that as well;
// the headers, which a host adds, take up to 850 bytes more.
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow } from './lib/tree.mjs';
import { brotli } from './lib/weigh.mjs';
import { sidebar } from '../src/sidebar.mjs';

const budgets = JSON.parse(fs.readFileSync(new URL('./budgets.json', import.meta.url), 'utf8'));

const weights = new Map();
const weigh = (file) => {
  if (!weights.has(file)) weights.set(file, brotli(fs.readFileSync(file)).length);
  return weights.get(file);
};

const staticImport = /(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.{1,2}\/[^"']+)["']/g;
/** What a script asks for later: modules, workers and styles by their address. */
const laterImport = /["'`]((?:\.{1,2}\/|\/_astro\/)[\w.-]+\.(?:js|css))["'`]/g;

const asked = new Map();
/** The files a script imports, at once or (`onDemand`) later as well. Read once, as every page asks for them. */
function importsOf(dist, file, onDemand) {
  const key = `${onDemand} ${file}`;
  if (!asked.has(key)) {
    const code = fs.readFileSync(file, 'utf8');
    const patterns = onDemand ? [staticImport, laterImport] : [staticImport];
    const targets = patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, to]) => to));
    asked.set(
      key,
      [...new Set(targets)].map((to) =>
        path.join(to.startsWith('/') ? dist : path.dirname(file), to),
      ),
    );
  }
  return asked.get(key);
}

function withImports(dist, file, seen, onDemand) {
  if (seen.has(file) || !fs.existsSync(file)) return;
  seen.add(file);
  for (const target of importsOf(dist, file, onDemand)) withImports(dist, target, seen, onDemand);
}

const scriptSource = /<script[^>]*\bsrc="([^"]+)"/g;
const islandSource = /(?:component|renderer|before-hydration)-url="([^"]+)"/g;

/**
 * The files of the scripts a page loads: its own and its islands' (or those of the islands alone), with
 * all they import; `onDemand` adds what they import later and the workers they start.
 */
export function reachableScripts(dist, html, { onDemand = false, only = 'all' } = {}) {
  const patterns = [
    ...(only === 'islands' ? [] : [scriptSource]),
    ...(html.includes('<astro-island') ? [islandSource] : []),
  ];
  const sources = patterns.flatMap((pattern) => [...html.matchAll(pattern)].map(([, src]) => src));
  const key = `${onDemand} ${dist} ${sources.join(' ')}`;
  if (!reached.has(key)) {
    const seen = new Set();
    for (const src of sources) withImports(dist, path.join(dist, src), seen, onDemand);
    reached.set(key, seen);
  }
  return reached.get(key);
}

/** Many pages have the same scripts, each named by its content. */
const reached = new Map();

/** What a page says to chats and search engines where the site has an address; a browser makes no use of it. */
const SAID =
  /<link rel="(?:canonical|alternate|sitemap)"[^>]*>|<meta (?:property="og:|name="twitter:)[^>]*>|<script type="application\/ld\+json">.*?<\/script>/g;
/** Where “Edit this page” leads is as long as its host's addresses are. */
const EDITED = /href="https?:[^"]*"(?= title="src\/content\/)/g;
/** What a page may say to chats and search engines, packed by itself, in bytes. */
const SAID_MOST = 700;

const brotliOf = (text) => brotli(Buffer.from(text)).length;

/**
 * A page and what it says to others are weighed apart: a site with an address is held to the budgets of one
 * without, to the byte. In one piece a packer makes a kilobyte more or less of the rest.
 */
function weighHtml(page, html) {
  const said = (html.match(SAID) ?? []).join('');
  const own = html.replace(SAID, '').replace(EDITED, 'href="#"');
  return {
    html: own === html ? weigh(page) : brotliOf(own),
    said: said === '' ? 0 : brotliOf(said),
  };
}

export function weighPage(dist, page) {
  const html = fs.readFileSync(page, 'utf8');
  const styles = new Set();
  for (const [, href] of html.matchAll(
    /<link rel="stylesheet" href="([^"]+)"(?![^>]*media="print")/g,
  ))
    styles.add(path.join(dist, href));
  const scripts = reachableScripts(dist, html);
  const sum = (files) =>
    [...files].reduce((total, file) => total + (fs.existsSync(file) ? weigh(file) : 0), 0);
  const { said, ...own } = weighHtml(page, html);
  const parts = { ...own, css: sum(styles), js: sum(scripts) };
  const later = [...reachableScripts(dist, html, { onDemand: true })].filter(
    (file) => !scripts.has(file) && !styles.has(file),
  );
  return { ...parts, total: parts.html + parts.css + parts.js, later: sum(later), said };
}

export function kindOf(address) {
  const kinds = Object.entries(budgets);
  const [kind] = kinds.find(([, { pattern }]) => new RegExp(pattern).test(address)) ?? [];
  if (!kind) throw new Error(`No page kind in scripts/budgets.json matches ${address}.`);
  return kind;
}

/** The kind whose style sheet a page shares: its own, or that of the kind it looks like. */
export const stylesOf = (address) => budgets[kindOf(address)].styles ?? kindOf(address);

export const addressOf = (dist, page) =>
  `/${path.relative(dist, page).replace(/index\.html$/, '')}`;

/**
 * How long the menu was when the budgets were set, and what an entry more may weigh on each page, and in what it asks
 * for later, in bytes.
 */
const MENU = { entries: 96, entry: 50 };

/**
 * The heaviest page of each kind. Throws a list of every page over its budget. A page or a tool more is an entry in
 * the menu of all, and a tool one in the list of tools that others go by: `entries` is how many the menu has.
 */
export function checkBudgets(dist, entries = sidebar.flatMap(({ items }) => items).length) {
  const more = Math.max(0, entries - MENU.entries) * MENU.entry;
  const heaviest = new Map();
  const over = [];
  for (const page of filesBelow(dist).filter((file) => file.endsWith('.html'))) {
    const address = addressOf(dist, page);
    const kind = kindOf(address);
    const weight = weighPage(dist, page);
    if (weight.total > (heaviest.get(kind)?.total ?? 0)) heaviest.set(kind, { address, ...weight });
    const set = budgets[kind];
    const bytes = set.bytes + more;
    const later = set.later + more;
    const first = (set.first ?? Infinity) + more;
    const beforePaint = weight.html + weight.css;
    if (weight.total > bytes)
      over.push(
        `${address} weighs ${weight.total} bytes (html ${weight.html}, css ${weight.css}, js ${weight.js}); a page of kind "${kind}" may weigh ${bytes}.`,
      );
    if (beforePaint > first)
      over.push(
        `${address} weighs ${beforePaint} bytes before it is painted (html ${weight.html}, css ${weight.css}); a page of kind "${kind}" may weigh ${first}.`,
      );
    if (weight.said > SAID_MOST)
      over.push(
        `${address} says ${weight.said} bytes to chats and search engines; a page may say ${SAID_MOST}.`,
      );
    if (weight.later > later)
      over.push(
        `${address} may ask for ${weight.later} bytes later; a page of kind "${kind}" may ask for ${later}.`,
      );
  }
  if (over.length) throw new Error(`Pages over budget:\n${over.join('\n')}`);
  return heaviest;
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename)
  console.table(Object.fromEntries(checkBudgets('dist')));
