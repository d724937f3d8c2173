// Joins what an island needs to wake into one file: each file of a first visit costs its headers, and small
// files compress badly apart. What is asked for later stays apart, and takes from that one file what both need.
import fs from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { reachableScripts } from '../budgets.mjs';
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

/** The names a file takes from another by `import {…}`. */
const namesTaken = (code, from) =>
  new Set(
    [...code.matchAll(/\{([^{}]*)\}from"\.\/([^"]+)"/g)].flatMap(([, list, file]) =>
      file === from ? list.split(',').map((each) => each.trim().split(' as ')[0]) : [],
    ),
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
    // Names that only the file left out took are given no more.
    const asked = chunks.filter((each) => each !== chunk).map(({ code }) => namesTaken(code, from));
    const names = new Set(wanted.map(([name]) => name));
    const taken = new Set(namesIn(given).values());
    const isOpen = chunks.some(({ code }) => new RegExp(`import\\(["'\`]\\./${from}`).test(code));
    const kept = [...own].filter(
      ([name]) =>
        isOpen || !taken.has(name) || names.has(name) || asked.some((some) => some.has(name)),
    );
    const more = wanted.filter(([name]) => !own.has(name));
    const all = [...kept, ...more]
      .map(([name, local]) => (name === local ? name : `${local} as ${name}`))
      .join(',');
    source.code = source.code.replace(ownExports, () => `export{${all}};`);
    moved.set(chunk.fileName, from);
  }
  for (const chunk of chunks)
    chunk.code = chunk.code.replace(/(["'`])\.\/([\w.-]+\.js)\1/g, (whole, quote, name) =>
      moved.has(name) ? `${quote}./${moved.get(name)}${quote}` : whole,
    );
  return moved;
}

/**
 * Most of what an island's first file holds is called while it wakes. An engine that knows this line compiles all of
 * it beside the page's own thread while it arrives; others compile each function there, in the middle of a task, when
 * it is first called.
 */
const COMPILED_AHEAD = '//# allFunctionsCalledOnLoad\n';

async function join(dist, tag, component, renderer) {
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
    chunkFileNames: (chunk) => (chunk.name === name ? '[name].[hash].js' : `${name}-[hash].js`),
  };
  // What the first file shares with later ones would come as files of its own.
  const first = reachableScripts(dist, tag);
  const groups = [{ name, test: (id) => first.has(id) }];
  const { output } = await bundle.generate(
    reachableScripts(dist, tag, { onDemand: true }).size > first.size
      ? { ...outputs, codeSplitting: { groups } }
      : outputs,
  );
  const chunks = output.flatMap(({ fileName, code }) =>
    code === undefined ? [] : [{ fileName, code }],
  );
  const moved = withoutFacades(chunks);
  const entry = output.find(({ isEntry }) => isEntry).fileName;
  const firstFile = moved.get(entry) ?? entry;
  for (const { fileName, code } of chunks)
    if (!moved.has(fileName))
      fs.writeFileSync(
        path.join(assets, fileName),
        fileName === firstFile ? COMPILED_AHEAD + code : code,
      );
  await bundle.close();
  return `/_astro/${firstFile}`;
}

/** Gives every island of a page its joined file; `made` keeps what was joined for other pages. */
export async function withJoinedIslands(dist, html, made) {
  let joined = html;
  for (const [tag] of html.matchAll(islandPattern)) {
    const component = attribute(tag, 'component-url');
    const renderer = attribute(tag, 'renderer-url');
    if (!component || !renderer || !fs.existsSync(path.join(dist, component))) continue;
    const key = `${component} ${renderer}`;
    if (!made.has(key)) made.set(key, await join(dist, tag, component, renderer));
    joined = joined.replace(
      tag,
      tag
        .replaceAll(`"${component}"`, `"${made.get(key)}"`)
        .replaceAll(`"${renderer}"`, `"${made.get(key)}"`),
    );
  }
  return joined;
}
