// Makes what the built site needs to work without a network: a mark on every page that tells its version,
// for each language a list of all that can be kept, the worker, and what a device needs to install the site.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { build as bundle } from 'esbuild';
import { addressOf, reachableScripts } from './budgets.mjs';
import { BACKGROUND, icons } from './lib/icons.mjs';
import { filesBelow } from './lib/tree.mjs';
import { gzip } from './lib/weigh.mjs';

const root = path.resolve(import.meta.dirname, '..');
const digest = (bytes, length = 12) =>
  createHash('sha256').update(bytes).digest('hex').slice(0, length);

const languages = {
  en: { lang: 'en', name: 'Amicable', about: 'Prevent buyer disputes and settle the rest.' },
  'zh-cn': { lang: 'zh-CN', name: '和解手册', about: '少起纠纷，起了也能谈妥。' },
};

/** Which file of the search belongs to which page: its text is in there, packed. */
function fragmentsOf(dist) {
  const fragments = new Map();
  for (const file of filesBelow(path.join(dist, 'pagefind/fragment'))) {
    const text = zlib.gunzipSync(fs.readFileSync(file)).toString('utf8');
    fragments.set(JSON.parse(text.slice(text.indexOf('{'))).url, addressOf(dist, file));
  }
  return fragments;
}

/** The files of the search that a language needs, whatever is asked. */
function searchOf(dist, lang) {
  const folder = path.join(dist, 'pagefind');
  const code = lang.toLowerCase();
  const isOwn = (name) =>
    /^pagefind(-worker)?\.js$|^pagefind-entry\.json$/.test(name) ||
    name === `wasm.${code}.pagefind` ||
    (name === 'wasm.unknown.pagefind' &&
      !fs.existsSync(path.join(folder, `wasm.${code}.pagefind`))) ||
    name.startsWith(`pagefind.${code}_`);
  const loose = fs.readdirSync(folder).filter(isOwn);
  const index = fs
    .readdirSync(path.join(folder, 'index'))
    .filter((name) => name.startsWith(`${code}_`));
  if (loose.length < 5 || !index.length)
    throw new Error(`The search of ${lang} has other files than are kept: ${loose.join(', ')}.`);
  return [...loose, ...index.map((name) => `index/${name}`)].map((name) => [
    `/pagefind/${name}`,
    // A name with a hash of the content says enough.
    name.includes('.pf_') ? '' : digest(fs.readFileSync(path.join(folder, name))),
  ]);
}

const packPattern = /\/data\/packs\/[\w.-]+?\.json/g;
/** What older engines ask for; a copy serves them without a network too. */
const olderPattern = /\/_astro\/older\.[\w-]+\.js/g;
const sheetPattern = /<link rel="stylesheet" href="(\/[^"]+)"/g;

/** Puts a mark on each page, by which the worker knows that it is of its own version. */
function markPages(dist, texts) {
  // What a host sends with a page is kept with it.
  const headers = fs.readFileSync(path.join(root, 'public/_headers'));
  return [...texts]
    .filter(([file]) => file.endsWith('index.html'))
    .map(([file, html]) => {
      const mark = digest(html + headers, 8);
      const marked = html.replace(/<html\b[^>]*/, `$& data-v="${mark}"`);
      if (marked === html) throw new Error(`${file} has no place for its mark.`);
      texts.set(file, marked);
      return { file, address: addressOf(dist, file), html: marked, mark };
    });
}

/** The list of one language; `src/offline/shelf.ts` says what it holds. */
function listOf(dist, folder, pages, fragments) {
  const places = new Map();
  const placeOf = (address) => {
    if (!places.has(address)) places.set(address, places.size);
    return places.get(address);
  };
  const own = pages.filter(
    ({ address }) =>
      address === '/' || (address.startsWith(`/${folder}/`) && !address.endsWith('/embed/')),
  );
  const entries = own.map(({ address, html, mark }) => {
    const scripts = [...reachableScripts(dist, html, { onDemand: true })];
    const packs = scripts.flatMap((file) => packsIn(file));
    const assets = [
      ...[...html.matchAll(sheetPattern)].map(([, href]) => href),
      ...scripts.map((file) => addressOf(dist, file)),
      ...(html.match(packPattern) ?? []),
      ...(html.match(olderPattern) ?? []),
      ...packs,
    ].filter((each) => fs.existsSync(path.join(dist, each)));
    return [address, [mark, fragments.get(address) ?? '', [...new Set(assets)].map(placeOf)]];
  });
  const core = own
    .map(({ address }) => address)
    .filter((address) => new RegExp(`^/(?:${folder}/(?:offline/|tools/[^/]+/)?)?$`).test(address));
  return {
    assets: [...places.keys()],
    pages: Object.fromEntries(entries),
    core: { pages: core, files: searchOf(dist, languages[folder].lang) },
  };
}

const packs = new Map();
function packsIn(file) {
  if (!packs.has(file)) packs.set(file, fs.readFileSync(file, 'utf8').match(packPattern) ?? []);
  return packs.get(file);
}

/** Bytes of everything in a list: as a host sends them, and as they lie on a device. */
function weightOf(dist, texts, { assets, pages, core }) {
  const addresses = [
    ...assets,
    ...core.files.map(([address]) => address),
    ...Object.entries(pages).flatMap(([address, [, fragment]]) => [
      address,
      ...(fragment ? [fragment] : []),
    ]),
  ];
  const sum = { load: 0, room: 0 };
  for (const address of new Set(addresses)) {
    const file = path.join(dist, address, address.endsWith('/') ? 'index.html' : '');
    if (!weights.has(file)) weights.set(file, weightsOf(file, texts.get(file)));
    const { load, room } = weights.get(file);
    sum.load += load;
    sum.room += room;
  }
  return sum;
}

/** Both languages ask for the same scripts and styles. */
const weights = new Map();
function weightsOf(file, text) {
  const bytes = text === undefined ? fs.readFileSync(file) : Buffer.from(text);
  const room = bytes.length;
  // As nearly every host can pack it: many send a tenth less than is said.
  return { room, load: /\.(?:html|js|css|json)$/.test(file) ? gzip(bytes).length : room };
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/** For each language what an installed site is called and where it begins; its mark stands beside it as pictures. */
function makeInstallable(dist) {
  const folder = path.join(dist, 'data/app');
  for (const [slug, { lang, name, about }] of Object.entries(languages))
    fs.writeFileSync(
      path.join(folder, `${slug}.json`),
      JSON.stringify({
        id: `/${slug}/`,
        name,
        short_name: name,
        description: about,
        lang,
        start_url: `/${slug}/`,
        scope: '/',
        // With a way back: the site is made of pages.
        display: 'minimal-ui',
        background_color: BACKGROUND,
        theme_color: BACKGROUND,
        icons: icons.map(({ name: file, size, purpose }) => ({
          src: `/data/app/${file}`,
          sizes: `${size}x${size}`,
          type: 'image/png',
          purpose,
        })),
      }),
    );
}

/** The worker of a build. */
export async function workerOf(site) {
  const { outputFiles } = await bundle({
    entryPoints: [path.join(root, 'src/offline/worker.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2021',
    define: { SITE: JSON.stringify(site) },
  });
  return outputFiles[0].text;
}

/** Rewrites the pages of `dist`, given as texts by their files, and writes the lists, the worker and the icons. */
export async function makeOffline(folder, texts) {
  const dist = path.resolve(folder);
  const fragments = fragmentsOf(dist);
  const pages = markPages(dist, texts);
  for (const slug of Object.keys(languages)) {
    const { load, room } = weightOf(dist, texts, listOf(dist, slug, pages, fragments));
    const page = pages.find(({ address }) => address === `/${slug}/offline/`);
    const tell = (text) =>
      text.replaceAll('%load%', megabytes(load)).replaceAll('%room%', megabytes(room));
    const told = tell(page.html);
    const asText = page.file.replace(/html$/, 'md');
    if (fs.existsSync(asText)) fs.writeFileSync(asText, tell(fs.readFileSync(asText, 'utf8')));
    if (told === page.html) throw new Error(`${page.file} has no place for the size of the site.`);
    const mark = digest(told, page.mark.length);
    page.html = told.replace(page.mark, mark);
    page.mark = mark;
    texts.set(page.file, page.html);
  }
  const place = path.join(dist, 'data/offline');
  fs.mkdirSync(place, { recursive: true });
  const lists = {};
  for (const slug of Object.keys(languages)) {
    const text = JSON.stringify(listOf(dist, slug, pages, fragments));
    const name = `${slug}.${digest(text, 10)}.json`;
    fs.writeFileSync(path.join(place, name), text);
    lists[slug] = `/data/offline/${name}`;
  }
  const build = digest(JSON.stringify(lists), 10);
  fs.writeFileSync(path.join(dist, 'sw.js'), await workerOf({ build, lists }));
  makeInstallable(dist);
}
