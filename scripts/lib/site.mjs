/**
 * The address a site is published at, from SITE_URL; undefined where none is named. Without one no page
 * claims an address of its own (canonical, the other language, the list of pages for search engines): a
 * static host serves the same files from anywhere, and a wrong address sends readers away.
 */
export function siteOf(given) {
  if (given === undefined || given.trim() === '') return undefined;
  const site = URL.canParse(given) ? new URL(given) : null;
  const isHere = /^(?:localhost|127\.|0\.0\.0\.0|\[::1?\])|\.localhost$/u;
  if (!site || !/^https?:$/u.test(site.protocol) || isHere.test(site.hostname))
    throw new Error(
      `SITE_URL is “${given}”. Name the public address of the site, such as https://example.org`,
    );
  if (site.pathname !== '/' || site.search || site.hash)
    throw new Error(
      `SITE_URL is “${given}”. The site stands at the root of its host: name the host alone.`,
    );
  return site.origin;
}
