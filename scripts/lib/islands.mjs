// Joins what an island needs to wake into one file: each file of a first visit costs its headers, and small
// files compress badly apart. What is asked for later stays apart, and takes from that one file what both need.
import fs from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { preloadsLeftOut } from './preload.mjs';

const islandPattern = /<astro-island\b[^>]*>/g;
const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1];
/** The renderer asks for this where a signal is handed to an island as a property; no page does that. */
const unusedByRenderer = /(?:^|\/)signals\.module[\w.-]*\.js$/;

/** The island and its renderer as one module. */
const asOne = (assets, component, renderer) => {
  const entry = path.join(assets, 'island.js');
  const near = (address) => `./${path.basename(address)}`;
  return {
    name: 'island',
    resolveId(source, _importer, { kind }) {
      if (source === entry) return entry;
      return kind === 'dynamic-import' && unusedByRenderer.test(source) ? '\0none' : null;
    },
    load(id) {
      if (id === '\0none') return 'export {};';
      if (id !== entry) return null;
      return `export * from '${near(component)}'; export { default } from '${near(renderer)}';`;
    },
  };
};

/** The chunks that come with the first one, itself included. */
function comesWith(entry, chunks) {
  const found = new Map();
  const go = (chunk) => {
    if (!chunk || found.has(chunk.fileName)) return;
    found.set(chunk.fileName, chunk);
    chunk.imports.forEach((name) => go(chunks.get(name)));
  };
  go(entry);
  return [...found.values()];
}

async function join(dist, component, renderer) {
  const assets = path.join(dist, '_astro');
  const name = path.basename(component).split('.')[0];
  const bundle = await rolldown({
    input: { [name]: path.join(assets, 'island.js') },
    preserveEntrySignatures: 'allow-extension',
    plugins: [asOne(assets, component, renderer), preloadsLeftOut],
  });
  const outputs = {
    dir: assets,
    format: 'esm',
    minify: true,
    comments: false,
    hashCharacters: 'base36',
    entryFileNames: '[name].[hash].js',
    chunkFileNames: `${name}-[hash].js`,
  };
  const made = async (options) => {
    const { output } = await bundle.generate(options);
    const chunks = new Map(output.map((each) => [each.fileName, each]));
    const entry = output.find(({ isEntry }) => isEntry);
    return { output, entry, first: comesWith(entry, chunks) };
  };
  let result = await made(outputs);
  if (result.first.length > 1) {
    // An island that waits for something before it is there cannot be taken from; all around it can.
    const own = path.join(assets, path.basename(component));
    const around = new Set(result.first.flatMap(({ moduleIds }) => moduleIds));
    const isAround = (id) => around.has(id) && id !== own && !id.endsWith('/island.js');
    result = await made({ ...outputs, codeSplitting: { groups: [{ name, test: isAround }] } });
  }
  for (const { fileName, code } of result.output)
    if (code !== undefined) fs.writeFileSync(path.join(assets, fileName), code);
  await bundle.close();
  return `/_astro/${result.entry.fileName}`;
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
