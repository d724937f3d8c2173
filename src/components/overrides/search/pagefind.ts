/** What the search shows of one page: the page itself and up to three places on it. */
export interface Found {
  url: string;
  title: string;
  /** HTML with the words found marked; empty when only places on the page are shown. */
  excerpt: string;
  parts: { url: string; title: string; excerpt: string }[];
}

export interface Answer {
  /** The pages, best first; each is loaded when it is shown. */
  hits: (() => Promise<Found>)[];
  /** No page answers the question as asked: these come closest. */
  nearest: boolean;
}

interface Place {
  url: string;
  title: string;
  excerpt: string;
  locations: number[];
}

interface Page {
  url: string;
  excerpt: string;
  meta: { title?: string };
  sub_results: Place[];
}

interface Hit {
  id: string;
  score: number;
  data: () => Promise<Page>;
}

/** What is used of the index Pagefind writes beside the site. */
interface Pagefind {
  options: (options: { excerptLength: number }) => Promise<void>;
  search: (question: string) => Promise<{ results: Hit[] }>;
}

const PLACES = 3;

async function load(hit: Hit): Promise<Found> {
  const { url, meta, excerpt, sub_results: places } = await hit.data();
  const ofPage = places[0]?.url === url;
  const others = ofPage ? places.slice(1) : places;
  const best = [...others]
    .sort((one, other) => other.locations.length - one.locations.length)
    .slice(0, PLACES);
  return {
    url,
    title: meta.title ?? url,
    excerpt: ofPage ? excerpt : '',
    parts: others.filter((place) => best.includes(place)),
  };
}

async function open() {
  // A name the bundler must not resolve: the index is written after it has run.
  const address = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ excerptLength: 12 });
  return {
    async search(question: string): Promise<Answer> {
      const { results } = await pagefind.search(question);
      return { hits: results.map((hit) => () => load(hit)), nearest: false };
    },
  };
}

let opened: ReturnType<typeof open> | undefined;

/** The index of the page's language, opened once. */
export const openIndex = () => (opened ??= open());
