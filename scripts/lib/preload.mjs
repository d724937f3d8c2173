// Leaves out what fetches ahead for imports that come later. Joined files have other names, and all that
// is left for it to do is call the import.
import fs from 'node:fs';

const helper = /preload-helper\.[\w-]+\.js$/;

/** A module as it is to be bundled. Stops the build where a later import brings styles: only the helper would load them. */
function contentsOf(file) {
  const text = fs.readFileSync(file, 'utf8');
  if (helper.test(file)) {
    const [, name] = /export\s*\{\s*\w+ as (\w+)\s*\}/.exec(text) ?? [];
    if (!name) throw new Error(`${file} does not export one function.`);
    return `export const ${name} = (load) => load();`;
  }
  if (/__vite__mapDeps=[^;]*\.css["'`]/.test(text))
    throw new Error(`${file} imports something later that has styles of its own.`);
  return text;
}

/** For esbuild. */
export const withoutPreloads = {
  name: 'without-preloads',
  setup(bundler) {
    bundler.onLoad({ filter: /\.js$/ }, ({ path }) => ({ contents: contentsOf(path) }));
  },
};

/** The same for rolldown, of files that are there. */
export const preloadsLeftOut = {
  name: 'without-preloads',
  load: (id) => (id.endsWith('.js') && fs.existsSync(id) ? contentsOf(id) : null),
};
