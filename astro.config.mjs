import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { sidebar } from './src/sidebar.mjs';

// A static host serves the site from any address; canonical links and the sitemap need one to be named.
const site = process.env.SITE_URL ?? 'http://localhost:4321';

export default defineConfig({
  site,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
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
        EditLink: './src/components/overrides/EditLink.astro',
        Footer: './src/components/overrides/Footer.astro',
        Header: './src/components/overrides/Header.astro',
        Head: './src/components/overrides/Head.astro',
        LanguageSelect: './src/components/overrides/LanguageSelect.astro',
        PageTitle: './src/components/overrides/PageTitle.astro',
        SiteTitle: './src/components/overrides/SiteTitle.astro',
      },
      markdown: { headingLinks: true },
      expressiveCode: false,
      sidebar,
    }),
    preact(),
    mdx(),
  ],
});
