// Leaves out what fetches ahead for imports that come later. Joined files have other names, and all that
// is left for it to do is call the import.
import fs from 'node:fs';

const helper = /preload-helper\.[\w-]+\.js$/;

/** For esbuild. Stops the build where a later import brings styles: only the helper would load them. */
export const withoutPreloads = {
  name: 'without-preloads',
  setup(bundler) {
    bundler.onLoad({ filter: helper }, ({ path }) => {
      const [, name] = /export\s*\{\s*\w+ as (\w+)\s*\}/.exec(fs.readFileSync(path, 'utf8')) ?? [];
      if (!name) throw new Error(`${path} does not export one function.`);
      return { contents: `export const ${name} = (load) => load();` };
    });
    bundler.onLoad({ filter: /\.js$/ }, ({ path }) => {
      const text = fs.readFileSync(path, 'utf8');
      if (/__vite__mapDeps=[^;]*\.css["'`]/.test(text))
        throw new Error(`${path} imports something later that has styles of its own.`);
      return { contents: text };
    });
  },
};
