import type { Language } from '@/calculators/shared/rule.ts';
import { folderOf } from '@/language.ts';
import { namesIn, type Term } from './names.ts';
import { nearestWord } from './near.ts';
import { fromPinyin } from './pinyin.ts';
import { rank, readQuestion } from './query.ts';

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
  /** A part of what answers did not arrive: pages may be missing, and nothing found is no “nothing there”. */
  isPart: boolean;
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
/** No word of any page goes on so. */
const NO_END = 'qxzqj';
/** So much of a word has to stand on a page for the page to be near it. */
const NEAR = 0.6;
const han = /\p{Script=Han}/u;
/** About as many pages as a language has: it only weighs rare words against common ones. */
const PAGES = 150;

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

/** Words of other languages, and what the pages call them. */
async function namesOf(): Promise<Term[]> {
  const answer = await fetch('/data/glossary.json');
  return ((await answer.json()) as { items: Term[] }).items;
}
const foreign = {
  en: /[\p{Script=Han}\p{Script=Cyrillic}]/u,
  'zh-CN': /\p{Script=Cyrillic}/u,
};

/** The words of the pages, once a word was typed that none of them holds. */
async function wordsOf(language: Language): Promise<string[]> {
  const answer = await fetch(`/data/words/${folderOf(language)}.json`);
  return ((await answer.json()) as { words: string[] }).words;
}
const typed = /^(?:\p{Script=Latin}|\p{Script=Cyrillic})+$/u;

async function open(language: Language) {
  // A name the bundler must not resolve: the index is written after it has run.
  const address = '/pagefind/pagefind.js';
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ excerptLength: 12 });
  let pageWords: Promise<string[]> | undefined;

  /** A word alone as Pagefind ranks it; of more words, the pages that hold most of what tells something. */
  async function search(asked: string): Promise<Answer> {
    let isPart = false;
    /** What did not arrive is asked for anew with the next question. */
    const orNothing = <Each>(coming: Promise<Each[]>): Promise<Each[]> =>
      coming.catch(() => {
        isPart = true;
        return [];
      });
    const found = (words: string) =>
      orNothing(pagefind.search(words).then(({ results }) => results));

    /**
     * A word Pagefind does not know is taken for the longest word of the pages that it begins with: “zzqq”
     * for the Polish “z”. So is its first half with an end that no page has: those pages are the same ones.
     * Of a word that is known the first half leads elsewhere, whatever its ending is.
     */
    const known = async (word: string) => {
      const hits = await found(word);
      if (!hits.length || !/^(?:(?!\p{Script=Han})[\p{L}\p{N}]){3,}$/u.test(word)) return hits;
      const half = word.slice(0, Math.max(2, Math.floor(word.length / 2)));
      const begun = new Set((await found(half + NO_END)).map(({ id }) => id));
      return hits.length === begun.size && hits.every(({ id }) => begun.has(id)) ? [] : hits;
    };

    /** What a word that stands on no page is a slip of, and the pages with it. */
    const mended = async (word: string): Promise<Hit[]> => {
      // Of a word whose pages did not arrive nobody knows whether it is a slip.
      if (isPart || !typed.test(word)) return [];
      pageWords ??= wordsOf(language).catch((error: unknown) => {
        pageWords = undefined;
        throw error;
      });
      const near = nearestWord(word, await orNothing(pageWords));
      return near === null ? [] : known(near);
    };

    /**
     * A word no page holds, cut from its end until one does: a slip of the keyboard seldom is at the
     * beginning. Most of the word has to stand, or what is found has nothing to do with it.
     */
    const nearestTo = async (words: string[]): Promise<Hit[]> => {
      for (const word of [...words].sort((one, other) => other.length - one.length)) {
        const least = han.test(word) ? 1 : Math.max(3, Math.ceil(word.length * NEAR));
        for (let length = word.length - 1; length >= least && !isPart; length--) {
          const hits = await known(word.slice(0, length));
          if (hits.length) return hits;
        }
      }
      return [];
    };

    const answer = (hits: Hit[], nearest: boolean): Answer => ({
      hits: hits.map((hit) => () => load(hit)),
      nearest,
      isPart,
    });

    const question = fromPinyin(asked, language);
    const others = foreign[language].test(question)
      ? namesIn(language, await orNothing(namesOf()))
      : undefined;
    const { text, words, hints, pairs } = readQuestion(question, others);
    if (words.length + hints.length < 2) {
      const isKnown = words[0] === undefined || (await known(words[0])).length > 0;
      const whole = isKnown ? await found(question) : [];
      const hits = whole.length || !isKnown ? whole : await found(text);
      if (hits.length) return answer(hits, false);
      const meant = words[0] === undefined ? [] : await mended(words[0]);
      return answer(meant.length ? meant : await nearestTo(words), true);
    }
    const all = (list: string[]) => Promise.all(list.map(found));
    let isMended = false;
    const lists = await Promise.all(
      words.map(async (word) => {
        const hits = await known(word);
        if (hits.length) return hits;
        const meant = await mended(word);
        isMended ||= meant.length > 0;
        return meant;
      }),
    );
    const more = await all(hints);
    const beside = await all(pairs.map((pair) => `"${pair}"`));
    const hits = new Map([...lists, ...more, ...beside].flat().map((hit) => [hit.id, hit]));
    const scores = (list: Hit[]) => new Map(list.map(({ id, score }) => [id, score]));
    const telling = [...lists, ...more].map(scores);
    const order = rank(telling, Math.max(PAGES, hits.size), beside.map(scores));
    const best = order.flatMap((id) => hits.get(id) ?? []);
    if (!best.length) return answer(await nearestTo(words), true);
    const held = telling.slice(0, lists.length);
    return answer(best, isMended || !order.some((id) => held.every((list) => list.has(id))));
  }

  return { search };
}

let opened: ReturnType<typeof open> | undefined;

/** The index of the page's language, opened once; what could not be opened may be tried again. */
export const openIndex = (language: Language) =>
  (opened ??= open(language).catch((error: unknown) => {
    opened = undefined;
    throw error;
  }));
