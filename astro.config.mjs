import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import preact from './src/preact.mjs';
import { sidebar } from './src/sidebar.mjs';
import { calledPatterns } from './scripts/lib/look-behind.mjs';
import { siteOf } from './scripts/lib/site.mjs';

export default defineConfig({
  site: siteOf(process.env.SITE_URL),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // A page that nobody opens is never asked for: a tool sends nothing, not even when a pointer crosses a link.
  prefetch: false,
  // As modules, workers share chunks and load what they need; in one file each would carry everything.
  vite: {
    worker: { format: 'es', plugins: () => [calledPatterns] },
    plugins: [
      calledPatterns,
      {
        // What is imported later is joined anew when a page is packed: a list of files to fetch ahead would name old ones.
        name: 'light-tools',
        configEnvironment: (name) =>
          name === 'client'
            ? {
                build: {
                  modulePreload: false,
                  // Calculators do nothing by being loaded: a part that only what comes later asks for comes with it.
                  rollupOptions: {
                    treeshake: { moduleSideEffects: (id) => !id.includes('/src/calculators/') },
                  },
                },
              }
            : undefined,
      },
      {
        // Each page is a module of its own, drawn once and never sent. Written and read as one file they
        // take less time; and the mark the framework puts on each is no mistake to warn of.
        name: 'pages-in-one-file',
        applyToEnvironment: ({ name }) => name === 'prerender',
        options: (options) => ({
          ...options,
          // Asked for by the bundler, lest the entries be given more to export.
          preserveEntrySignatures: 'allow-extension',
          checks: { ...options.checks, moduleLevelDirective: false },
        }),
        outputOptions: (options) => ({
          ...options,
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: 'pages', test: /\.mdx$/ }],
          },
        }),
      },
    ],
  },
  integrations: [
    starlight({
      title: { en: 'Amicable', 'zh-CN': '和解手册' },
      defaultLocale: 'en',
      locales: {
        en: { label: 'English', lang: 'en' },
        'zh-cn': { label: '简体中文', lang: 'zh-CN' },
      },
      disable404Route: true,
      credits: false,
      lastUpdated: false,
      pagination: true,
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      customCss: ['./src/styles/tokens.css', './src/styles/theme.css', './src/styles/print.css'],
      components: {
        ContentPanel: './src/components/overrides/ContentPanel.astro',
        EditLink: './src/components/overrides/EditLink.astro',
        Footer: './src/components/overrides/Footer.astro',
        Header: './src/components/overrides/Header.astro',
        Head: './src/components/overrides/Head.astro',
        LanguageSelect: './src/components/overrides/LanguageSelect.astro',
        PageTitle: './src/components/overrides/PageTitle.astro',
        Search: './src/components/overrides/Search.astro',
        Sidebar: './src/components/overrides/Sidebar.astro',
        SiteTitle: './src/components/overrides/SiteTitle.astro',
        ThemeProvider: './src/components/overrides/ThemeProvider.astro',
        ThemeSelect: './src/components/overrides/ThemeSelect.astro',
      },
      markdown: { headingLinks: true },
      expressiveCode: false,
      sidebar,
    }),
    preact(),
    mdx({ optimize: true }),
  ],
});
