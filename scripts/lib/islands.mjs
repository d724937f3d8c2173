// Joins what an island needs to wake into as few files as can be: each file of a first visit costs its
// headers, and small files compress badly apart. What is asked for later stays apart.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { withoutPreloads } from './preload.mjs';

const islandPattern = /<astro-island\b[^>]*>/g;
const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1];
/** The renderer asks for this where a signal is handed to an island as a property; no page does that. */
const unusedByRenderer = /(?:^|\/)signals\.module[\w.-]*\.js$/;

/**
 * The module of one island and its renderer in one file beside them; shared parts of what is imported
 * later get files of their own, once.
 */
async function join(dist, component, renderer) {
  const assets = path.join(dist, '_astro');
  const name = path.basename(component).split('.')[0];
  const near = (address) => `./${path.basename(address)}`;
  const result = await build({
    stdin: {
      contents: `export * from '${near(component)}'; export { default } from '${near(renderer)}';`,
      resolveDir: assets,
    },
    bundle: true,
    splitting: true,
    outdir: assets,
    entryNames: `${name}.[hash]`,
    chunkNames: `${name}-[hash]`,
    metafile: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    target: 'esnext',
    legalComments: 'none',
    plugins: [
      withoutPreloads,
      {
        name: 'renderer',
        setup(bundler) {
          bundler.onResolve({ filter: unusedByRenderer }, ({ kind }) =>
            kind === 'dynamic-import' ? { path: 'none', namespace: 'none' } : null,
          );
          bundler.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export {};' }));
        },
      },
    ],
  });
  const [entry] = Object.entries(result.metafile.outputs).find(
    ([, { entryPoint }]) => entryPoint === '<stdin>',
  );
  return `/_astro/${path.basename(entry)}`;
}

/** Gives every island of a page its joined file; `made` keeps what was joined for other pages. */
export async function withJoinedIslands(dist, html, made) {
  let joined = html;
  for (const [tag] of html.matchAll(islandPattern)) {
    const component = attribute(tag, 'component-url');
    const renderer = attribute(tag, 'renderer-url');
    if (!component || !renderer || !fs.existsSync(path.join(dist, component))) continue;
    const key = `${component} ${renderer}`;
    if (!made.has(key)) made.set(key, await join(dist, component, renderer));
    joined = joined.replace(
      tag,
      tag
        .replaceAll(`"${component}"`, `"${made.get(key)}"`)
        .replaceAll(`"${renderer}"`, `"${made.get(key)}"`),
    );
  }
  return joined;
}
