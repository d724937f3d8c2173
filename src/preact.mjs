// The framework's integration of Preact without what takes time of a build and changes no page: every script goes
// through Babel, which is loaded for it, though the bundler reads TypeScript and JSX by itself; and every tool is
// drawn twice, the first time only to learn whether it is Preact's.
import { fileURLToPath } from 'node:url';
import { getContainerRenderer } from '@astrojs/preact/container-renderer';

const babel = 'vite:preact-jsx';
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } };

/** What the framework's drawing of Preact asks for: which files are Preact's. Here all are. */
const noOptions = {
  name: 'preact-options',
  resolveId: (id) => (id === 'astro:preact:opts' ? `\0${id}` : null),
  load: (id) => (id === '\0astro:preact:opts' ? 'export default {};' : null),
};

/** What swaps a changed island in place while one writes it: the framework's own, which brings Babel. */
async function whileWriting(options) {
  const { default: preact } = await import('@astrojs/preact');
  preact().hooks['astro:config:setup']({
    ...options,
    addRenderer: () => {},
    updateConfig({ vite, ...config }) {
      const plugins = vite.plugins.flat(Infinity);
      const others = plugins.filter(({ name }) => name !== babel);
      if (others.length === plugins.length)
        throw new Error(`@astrojs/preact has no plugin ${babel} any more: see src/preact.mjs.`);
      return options.updateConfig({ ...config, vite: { ...vite, oxc, plugins: others } });
    },
  });
}

/** Astro's integration of Preact, for a site that has no other framework. */
export default function preactAlone() {
  return {
    name: '@astrojs/preact',
    hooks: {
      'astro:config:setup': async (options) => {
        options.addRenderer({
          ...getContainerRenderer(),
          clientEntrypoint: fileURLToPath(new URL('./preact-client.ts', import.meta.url)),
          serverEntrypoint: new URL('./preact-server.mjs', import.meta.url),
        });
        if (options.command === 'dev') await whileWriting(options);
        else options.updateConfig({ vite: { oxc, plugins: [noOptions] } });
      },
    },
  };
}
