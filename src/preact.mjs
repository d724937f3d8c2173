// The framework's integration of Preact without two things that take a fourth of a build and change no page:
// every script goes through Babel, though the bundler reads TypeScript and JSX by itself, and every tool is drawn
// twice, the first time only to learn whether it is Preact's.
import { fileURLToPath } from 'node:url';
import preact from '@astrojs/preact';

const babel = 'vite:preact-jsx';

/** Astro's integration of Preact, for a site that has no other framework. */
export default function preactAlone() {
  const own = preact();
  const setUp = own.hooks['astro:config:setup'];
  return {
    ...own,
    hooks: {
      ...own.hooks,
      'astro:config:setup': (options) =>
        setUp({
          ...options,
          addRenderer: (renderer) =>
            options.addRenderer({
              ...renderer,
              clientEntrypoint: fileURLToPath(new URL('./preact-client.ts', import.meta.url)),
              serverEntrypoint: new URL('./preact-server.mjs', import.meta.url),
            }),
          updateConfig: ({ vite, ...config }) => {
            const plugins = vite.plugins.flat(Infinity);
            const others = plugins.filter(({ name }) => name !== babel);
            if (others.length === plugins.length)
              throw new Error(
                `@astrojs/preact has no plugin ${babel} any more: see src/preact.mjs.`,
              );
            const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } };
            return options.updateConfig({ ...config, vite: { ...vite, oxc, plugins: others } });
          },
        }),
    },
  };
}
