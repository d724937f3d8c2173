// Makes built pages light: the style sheets of a kind of page become one, without the rules no page of that
// kind can use; its small scripts become one, and so do those an island needs to wake; marks that no rule
// needs are dropped. What a page shows and does stays the same.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { addressOf, reachableScripts, stylesOf } from './budgets.mjs';
import { withoutPreloads } from './lib/preload.mjs';
import { withJoinedIslands } from './lib/islands.mjs';
import { dropDetours } from './lib/inline-names.mjs';
import { forOlder } from './lib/older-css.mjs';
import { withoutIndexMarks } from './lib/index-marks.mjs';
import { withPlainDrawings, withPlainMarks } from './lib/plain-marks.mjs';
import { withShortScripts } from './lib/short-scripts.mjs';
import { copySheet, readSheet, sheetOf } from './lib/sheet.mjs';
import { filesBelow } from './lib/tree.mjs';
import {
  dropRules,
  openWords,
  scopesOf,
  shortScopes,
  tagPattern,
  usedSheets,
  wordsOfAny,
} from './lib/used.mjs';

const sheetPattern = /<link rel="stylesheet" href="(\/[^"]+)"( media="print")?\s*\/?>/g;
const scriptPattern = /<script type="module"(?: src="(\/[^"]+)")?>([\s\S]*?)<\/script>/g;

/** Writes a file named after its content and answers its address. */
function place(dist, name, extension, text) {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const address = `/_astro/${name}.${hash.replace(/[-_]/g, '0')}.${extension}`;
  fs.writeFileSync(path.join(dist, address), text);
  return address;
}

/** What engines lack that cannot look behind in a pattern, as one plain script. */
async function olderScript() {
  const { outputFiles } = await build({
    entryPoints: [path.resolve(import.meta.dirname, '../src/older/older.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
  });
  return outputFiles[0].text;
}

/** Pages of one kind with the same style sheets share what is made for them. */
async function groupsOf(dist, texts) {
  const groups = new Map();
  const islands = new Map();
  for (const [file, text] of texts) {
    const plain = await withShortScripts(withPlainMarks(text));
    const html = await withJoinedIslands(dist, plain, islands);
    const kind = stylesOf(addressOf(dist, file));
    const sheets = [...html.matchAll(sheetPattern)].map(([, href, print]) => ({ href, print }));
    const key = JSON.stringify([kind, sheets]);
    if (!groups.has(key)) groups.set(key, { kind, sheets, pages: [] });
    groups.get(key).pages.push({ file, html });
  }
  return [...groups.values()].map((group) => ({ ...group, words: wordsOf(dist, group.pages) }));
}

function wordsOf(dist, pages) {
  const words = openWords();
  const scripts = new Set();
  for (const { html } of pages) {
    words.addPage(html);
    // A component made anew in the browser takes its classes from its data, too.
    for (const [island] of html.matchAll(/<astro-island\b[^>]*>/g)) words.addScript(island);
    for (const [, inline] of html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g))
      words.addScript(inline);
    for (const file of reachableScripts(dist, html, { onDemand: true }))
      if (file.endsWith('.js')) scripts.add(file);
  }
  for (const file of scripts) words.addScript(fs.readFileSync(file, 'utf8'));
  return words;
}

const asOneModule = {
  bundle: true,
  write: false,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
};

/** What a page's scripts ask for later, with all it imports: each file costs its headers. */
async function joinLater(dist, file, made) {
  if (!made.has(file)) {
    const { outputFiles } = await build({
      ...asOneModule,
      entryPoints: [file],
      plugins: [
        withoutPreloads,
        {
          name: 'later-stays-later',
          setup(bundler) {
            bundler.onResolve({ filter: /./ }, ({ path: name, kind }) =>
              kind === 'dynamic-import' ? { path: name, external: true } : null,
            );
          },
        },
      ],
    });
    const [name] = path.basename(file).split('.');
    made.set(file, place(dist, name, 'js', outputFiles[0].text));
  }
  return made.get(file).replace('/_astro/', './');
}

/** One module that runs the page's small scripts in their order. What islands load as well stays apart. */
async function joinScripts(dist, scripts, shared, later) {
  const assets = path.join(dist, '_astro');
  const result = await build({
    ...asOneModule,
    stdin: {
      contents: scripts.map((_, i) => `import 'script:${i}';`).join('\n'),
      resolveDir: assets,
    },
    plugins: [
      withoutPreloads,
      {
        name: 'page-scripts',
        setup(bundler) {
          bundler.onResolve({ filter: /^script:/ }, ({ path: name }) => {
            const { src } = scripts[Number(name.slice(7))];
            return src ? { path: path.join(dist, src) } : { path: name, namespace: 'inline' };
          });
          bundler.onLoad({ filter: /.*/, namespace: 'inline' }, ({ path: name }) => ({
            contents: scripts[Number(name.slice(7))].code,
            resolveDir: assets,
          }));
          bundler.onResolve({ filter: /^\./ }, async ({ path: name, kind, resolveDir }) => {
            const file = path.join(resolveDir, name);
            if (shared.has(file)) return { path: name, external: true };
            if (kind !== 'dynamic-import') return null;
            return { path: await joinLater(dist, file, later), external: true };
          });
        },
      },
    ],
  });
  return result.outputFiles[0].text;
}

const rulesOf = (sheet) => sheet.children.toArray();

/** What is for paper alone, as part of a sheet for all media. */
function onPaper(sheet) {
  if (sheet.children.isEmpty) return sheet;
  const whole = readSheet('@media print{}');
  whole.children.first.block.children = sheet.children;
  return whole;
}

/** Rewrites the pages of `dist`, given as texts by their files, and what stands beside them. */
export async function pack(folder, texts) {
  const dist = path.resolve(folder);
  const scopeNames = new Map();
  const short = (scope) => {
    if (!scopeNames.has(scope)) scopeNames.set(scope, `_${scopeNames.size.toString(36)}`);
    return scopeNames.get(scope);
  };
  const scriptAddresses = new Map();
  const groups = await groupsOf(dist, texts);
  const joinedLater = new Map();
  const first = new Set(groups.flatMap(({ sheets }) => sheets.map(({ href }) => href)));
  const later = filesBelow(path.join(dist, '_astro'))
    .filter((file) => file.endsWith('.css') && !first.has(`/_astro/${path.basename(file)}`))
    .map((file) => {
      const text = fs.readFileSync(file, 'utf8');
      fs.writeFileSync(file, forOlder(readSheet(text)));
      return text;
    });
  const older = place(dist, 'older', 'js', await olderScript());
  // Many groups have a sheet, and none some of its rules: they go once, and each group has a copy of what is left.
  const anyWords = wordsOfAny(groups.map(({ words }) => words));
  const kept = new Map();
  const treeOf = (href) => {
    if (!kept.has(href)) {
      const tree = readSheet(withPlainDrawings(fs.readFileSync(path.join(dist, href), 'utf8')));
      dropRules(tree, anyWords);
      kept.set(href, tree);
    }
    return copySheet(kept.get(href));
  };
  for (const { kind, sheets, pages, words } of groups) {
    for (const text of later) words.addLaterSheet(text);
    const name = kind.replace(/\W+/g, '-');
    const joined = (print) =>
      sheetOf(
        sheets
          .filter((sheet) => Boolean(sheet.print) === print)
          .flatMap(({ href }) => rulesOf(treeOf(href))),
      );
    const used = usedSheets({ before: joined(true), screen: joined(false) }, words);
    dropDetours(used, words);
    const { before, screen, print } = used;
    const scopes = scopesOf([before, screen, print]);
    const link = (sheet, part, media = '') => {
      if (sheet.children.isEmpty) return '';
      const text = forOlder(sheet).replace(
        /\.(astro-[a-z0-9]{8})(?![\w-])/g,
        (_, scope) => `.${short(scope)}`,
      );
      return `<link rel="stylesheet" href="${place(dist, name + part, 'css', text)}"${media}>`;
    };
    // What paper needs is small: a page with a tool, which is weighed whole and not until it is first painted,
    // has it without files of its own.
    const isTool = pages.some(({ html }) => html.includes('<astro-island'));
    const links = isTool
      ? link(sheetOf([before, screen, onPaper(print)].flatMap(rulesOf)), '')
      : link(before, '-paper', ' media="print"') +
        link(screen, '') +
        link(print, '-print', ' media="print"');
    const slim = shortScopes(scopes, short);
    for (const { file, html } of pages) {
      const scripts = [...html.matchAll(scriptPattern)].map(([, src, code]) => ({ src, code }));
      const shared = reachableScripts(dist, html, { only: 'islands' });
      const key = JSON.stringify([scripts, [...shared].sort()]);
      if (scripts.length && !scriptAddresses.has(key))
        scriptAddresses.set(
          key,
          place(dist, 'page', 'js', await joinScripts(dist, scripts, shared, joinedLater)),
        );
      const script = scripts.length
        ? `<script type="module" src="${scriptAddresses.get(key)}"></script>`
        : '';
      let head = links + script;
      const light = html.replace(scriptPattern, '').replace(sheetPattern, () => {
        const placed = head;
        head = '';
        return placed;
      });
      const whole = light.replace(tagPattern, (tag) => slim(withoutIndexMarks(tag)));
      texts.set(file, whole.replace('/_astro/older.js', older));
    }
  }
  dropUnasked(dist, texts);
}

/** The names of files in a script or a style sheet. */
const namesIn = (text) =>
  [...text.matchAll(/\.(?:css|js)\b(?<=([^\s"'`()/\\=<>]+))/g)].map(([, name]) => name);
/** A page, and a site has many, names them by their whole address. */
const namesOnPage = (html) =>
  [...html.matchAll(/\/_astro\/([^\s"'`()/\\=<>]+\.(?:css|js))\b/g)].map(([, name]) => name);

/** Removes style sheets and scripts that nothing names any more. */
function dropUnasked(dist, texts) {
  const files = filesBelow(dist).filter(
    (file) => /\.(js|css)$/.test(file) && !file.includes(`${path.sep}pagefind${path.sep}`),
  );
  const assets = files.filter((file) => /[/\\]_astro[/\\][^/\\]+$/.test(file));
  const named = new Map([
    ...[...texts].map(([file, html]) => [file, new Set(namesOnPage(html))]),
    ...files.map((file) => [file, new Set(namesIn(fs.readFileSync(file, 'utf8')))]),
  ]);
  for (;;) {
    const asked = new Set();
    for (const [file, names] of named)
      for (const name of names) if (name !== path.basename(file)) asked.add(name);
    const unasked = assets.filter((file) => named.has(file) && !asked.has(path.basename(file)));
    if (!unasked.length) return;
    for (const file of unasked) {
      named.delete(file);
      fs.rmSync(file);
    }
  }
}
