import { openContent } from '@/calculators/cli-content.ts';

/** The content of the site as it lies in its files, read once a build for all pages of the workshops. */
export const siteContent = openContent('src/content');
