// Joins what an island needs to wake into one file: each file of a first visit costs its headers, and small
// files compress badly apart. What is asked for later stays apart, and takes from that one file what both need.
import fs from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { preloadsLeftOut } from './preload.mjs';

const islandPattern = /<astro-island\b[^>]*>/g;
const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]+)"`).exec(tag)?.[1];
/** The island and its renderer as one module. */
const asOne = (assets, component, renderer) => {
  const entry = path.join(assets, 'island.js');
  const near = (address) => `./${path.basename(address)}`;
  return {
    name: 'island',
    resolveId: (source) => (source === entry ? entry : null),
    load(id) {
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

const facade = /^export\{([^}]*)\}from"\.\/([^"]+)";?\s*$/;
const ownExports = /export\{([^{}]*)\};?\s*$/;
/** What an export list says: by the name it is taken by, the name it has here. */
const namesIn = (list) =>
  new Map(
    list.split(',').map((each) => {
      const [here, there = here] = each.trim().split(' as ');
      return [there, here];
    }),
  );

/**
 * A file that only hands on what another one holds costs a request of its own: the other one gives the same
 * names, and is asked for in its place. Answers what each was replaced by.
 */
export function withoutFacades(chunks) {
  const moved = new Map();
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  for (const chunk of chunks) {
    const [, given, from] = facade.exec(chunk.code) ?? [];
    const source = byName.get(from);
    const [, list] = (source && ownExports.exec(source.code)) ?? [];
    if (!list) continue;
    const own = namesIn(list);
    const wanted = [...namesIn(given)].map(([name, taken]) => [name, own.get(taken)]);
    if (wanted.some(([name, local]) => !local || (own.has(name) && own.get(name) !== local)))
      continue;
    const more = wanted.filter(([name]) => !own.has(name));
    const all = [list, ...more.map(([name, local]) => `${local} as ${name}`)].join(',');
    source.code = source.code.replace(ownExports, () => `export{${all}};`);
    moved.set(chunk.fileName, from);
  }
  for (const chunk of chunks)
    chunk.code = chunk.code.replace(/(["'`])\.\/([\w.-]+\.js)\1/g, (whole, quote, name) =>
      moved.has(name) ? `${quote}./${moved.get(name)}${quote}` : whole,
    );
  return moved;
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
  const { first } = await made({ ...outputs, minify: false });
  const whole = new Set(first.flatMap(({ moduleIds }) => moduleIds));
  // What the first file shares with later ones would come as files of its own.
  const groups = [{ name, test: (id) => whole.has(id) }];
  const result = await made(first.length > 1 ? { ...outputs, codeSplitting: { groups } } : outputs);
  const chunks = result.output.flatMap(({ fileName, code }) =>
    code === undefined ? [] : [{ fileName, code }],
  );
  const moved = withoutFacades(chunks);
  for (const { fileName, code } of chunks)
    if (!moved.has(fileName)) fs.writeFileSync(path.join(assets, fileName), code);
  await bundle.close();
  const { fileName } = result.entry;
  return `/_astro/${moved.get(fileName) ?? fileName}`;
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
