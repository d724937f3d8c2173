// What a page says of itself to search engines and to chats that show a link. All of it names whole
// addresses, so it is written only where the site has one.

const names = { en: 'Amicable', 'zh-CN': '和解手册' };
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const homeOf = (page) => `/${page.address.split('/')[1]}/`;

/** The pages above a page that exist, from the home page down, and the page itself. */
function trailOf(page, byAddress) {
  const parts = page.address.split('/').filter(Boolean);
  return parts.flatMap((_, i) => byAddress.get(`/${parts.slice(0, i + 1).join('/')}/`) ?? []);
}

/**
 * Structured data of a page, as schema.org names things, and only what is so: who publishes the site and
 * when a sentence last changed is not known to the build, so neither is claimed. The day a page shows as
 * its last review is one.
 */
export function factsOf(page, site, byAddress) {
  const url = site + page.address;
  const home = site + homeOf(page);
  const inLanguage = page.language;
  const trail = trailOf(page, byAddress);
  const webPage = {
    '@type': 'WebPage',
    '@id': url,
    name: page.title,
    inLanguage,
    license: LICENCE,
    isPartOf: { '@id': `${home}#site` },
    ...(page.reviewed && { lastReviewed: page.reviewed }),
    ...(trail.length > 1 && {
      breadcrumb: {
        '@type': 'BreadcrumbList',
        itemListElement: trail.map(({ title, address }, i) => ({
          '@type': 'ListItem',
          position: i + 1,
          name: title,
          item: site + address,
        })),
      },
    }),
  };
  const about = { mainEntityOfPage: url, name: page.title };
  const [, , part, ...below] = page.address.split('/');
  const more = [];
  if (page.address === homeOf(page))
    more.push({
      '@type': 'WebSite',
      '@id': `${home}#site`,
      url: home,
      name: names[page.language],
      description: page.description,
      inLanguage,
      license: LICENCE,
    });
  else if (part === 'tools')
    more.push({
      '@type': 'WebApplication',
      ...about,
      applicationCategory: 'BusinessApplication',
      operatingSystem: 'Any',
      browserRequirements: 'JavaScript',
      isAccessibleForFree: true,
    });
  else if (part === 'start' || part === 'playbooks' || part === 'platforms')
    more.push({ '@type': 'Article', mainEntityOfPage: url, headline: page.title });
  else if (part === 'reference' && below[0] === 'rulebook' && below.length === 2)
    more.push({
      '@type': 'Dataset',
      ...about,
      description: page.description,
      license: LICENCE,
      isAccessibleForFree: true,
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: 'application/json',
        contentUrl: `${site}/data/rules.json`,
      },
    });
  return { '@context': 'https://schema.org', '@graph': [webPage, ...more] };
}

/** Elements for the head of a page: what chats read, and the structured data. */
export function headOf(page, site, byAddress) {
  const property = (name, content) =>
    `<meta property="${name}" content="${escaped(String(content))}"/>`;
  const picture = pictureOf(page);
  // Every reader of the page waits for these bytes: what the page says elsewhere (its description, its language)
  // is not said again.
  return [
    property('og:title', page.title),
    property('og:type', page.address === homeOf(page) ? 'website' : 'article'),
    property('og:url', site + page.address),
    property('og:image', site + picture),
    property('og:image:width', 1200),
    property('og:image:height', 630),
    '<meta name="twitter:card" content="summary_large_image"/>',
    // A slash after "<" would end the element wherever it stands.
    `<script type="application/ld+json">${JSON.stringify(factsOf(page, site, byAddress)).replaceAll('<', '\\u003c')}</script>`,
  ].join('');
}

/** Address of the picture of a page. */
export const pictureOf = ({ address }) =>
  `/pictures/${address.replace(/^\/|\/$/g, '').replaceAll('/', '-')}.png`;
